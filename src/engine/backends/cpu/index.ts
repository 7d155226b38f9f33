import { deviceOf } from '../../device.js';
import { dtypes, type DType } from '../../dtype.js';
import type { Backend, Kernels } from '../backend.js';
import { kernels as complex } from './complex/index.js';
import { fused } from './fused.js';
import { allocate, element, giveBack, read, reinterpret, upload, zeros } from './memory.js';
import { kernels as numbers } from './numbers.js';

/** The kernels for these dtypes: those of complex numbers, or those of real ones. */
const of = (a: DType, b: DType = a): Kernels => (a.is_complex || b.is_complex ? complex : numbers);

const kernels: Kernels = {
  map: (kernel, inputs, out, compute, params) => of(compute, out.dtype).map(kernel, inputs, out, compute, params),
  copy: (source, out) => of(source.dtype, out.dtype).copy(source, out),
  fill: (out, value) => of(out.dtype).fill(out, value),
  fold: (kernel, x, dims, out, aux) => of(x.dtype).fold(kernel, x, dims, out, aux),
  argfold: (kernel, x, dims, out) => of(x.dtype).argfold(kernel, x, dims, out),
  // A tensor without elements may have billions of lines.
  scan: (kernel, x, dim, out) => x.sizes.includes(0) || of(x.dtype).scan(kernel, x, dim, out),
  scanExtreme: (kernel, x, dim, out, indices) => x.sizes.includes(0) || of(x.dtype).scanExtreme(kernel, x, dim, out, indices),
  softmax: (x, dim, log, out) => x.sizes.includes(0) || of(x.dtype).softmax(x, dim, log, out),
  matmul: (a, b, out) => of(out.dtype).matmul(a, b, out),
  gather: (x, dim, index, out) => of(x.dtype).gather(x, dim, index, out),
  scatter: (out, dim, index, values, mode) => of(out.dtype).scatter(out, dim, index, values, mode),
  take: (x, positions, out) => of(x.dtype).take(x, positions, out),
  put: (out, positions, values, mode) => of(out.dtype).put(out, positions, values, mode),
  sort: (x, descending, values, indices) => of(x.dtype).sort(x, descending, values, indices),
  im2col: (x, window, output, columns) => of(x.dtype).im2col(x, window, output, columns),
  col2im: (columns, window, output, out) => of(out.dtype).col2im(columns, window, output, out),
  maxPool: (x, window, out, indices) => of(x.dtype).maxPool(x, window, out, indices),
  avgPool: (x, window, includePad, divisor, out) => of(x.dtype).avgPool(x, window, includePad, divisor, out),
  avgPoolBackward: (grad, window, includePad, divisor, out) => of(out.dtype).avgPoolBackward(grad, window, includePad, divisor, out),
};

/** The backend of the CPU: typed arrays and loops. It is always there, has every kernel, and is the reference for other backends. */
export const cpu: Backend & { readonly kernels: Kernels } = {
  device: deviceOf('cpu'),
  dtypes: new Set(Object.values(dtypes)),
  has: () => true,
  kernels,
  fused,
  allocate,
  zeros,
  upload,
  reinterpret,
  giveBack,
  read,
  element,
};
