import { isSparseLayout } from '../sparse/layout.js';
import { lateCode } from './later.js';
import { sharing } from './sharing.js';
import { kernels } from '../backends/dispatch.js';
import { getDefaultDevice } from '../backends/registry.js';
import type { Device } from '../device.js';
import { Complex } from '../complex.js';
import { checkFits, getDefaultDType, int64, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { formatStrides, keptStrides, MemoryFormat, preserve_format } from '../layout.js';
import { checkSizes, extent } from '../shape.js';
import { ensureRoom } from '../memory.js';
import { Tensor } from '../tensor/tensor.js';
import { execute } from './execute.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { finish, options } from './factory.js';
import { sequences } from './sequences.js';
import { scalarDType, tensorOf, type Nested } from './fromLists.js';
import type { Scalar } from './pointwise.js';
import { refuseUnsigned } from './unsigned.js';

/**
 * A number for elements of a dtype. @throws RuntimeError for a complex number in a dtype that is not complex, as
 * PyTorch
 */
function numberIn(value: Scalar | Complex, dtype: DType): number {
  if (value instanceof Complex && value.im !== 0) {
    throw new RuntimeError(
      `value cannot be converted to type ${dtype.is_floating_point ? dtype.cppName : dtype.fixedName} without overflow`,
    );
  }
  return Number(value);
}

/** A tensor filled with one value, in memory with the given strides, or row major. */
function filled(sizes: readonly number[], given: Scalar | Complex, dtype: DType, device: Device, strides?: readonly number[]): Tensor {
  if (given instanceof Complex && dtype.is_complex) {
    const number = Tensor.of([given.re, given.im], [], dtype, device);
    const out = strides ? Tensor.emptyStrided(sizes, strides, dtype, device) : Tensor.empty(sizes, dtype, device);
    kernels.copy(number, out);
    return out;
  }
  const value = numberIn(given, dtype);
  checkFits(value, dtype, dtype.fixedName);
  // A floating zero keeps its sign, so -0 is filled in.
  if (Object.is(value, 0) || (value === 0 && !dtype.is_floating_point)) {
    const zeros = Tensor.zeros(sizes, dtype, device);
    return strides ? zeros.alias(sizes, strides) : zeros;
  }
  const out = strides ? Tensor.emptyStrided(sizes, strides, dtype, device) : Tensor.empty(sizes, dtype, device);
  kernels.fill(out, value);
  return out;
}

/** The strides of a tensor made like another one: the strides of that tensor, or those of a memory format. */
const stridesLike = ({ sizes, strides }: Tensor, format: MemoryFormat | null): readonly number[] =>
  format && format !== preserve_format ? formatStrides(format, sizes) : keptStrides(sizes, strides);

const likeOptions = `${options}, memory_format? memory_format=None`;

/** @throws RuntimeError for a sparse layout */
function refuseFilled(layout: unknown): void {
  if (isSparseLayout(layout)) throw new RuntimeError('full(...) is not implemented for sparse layout');
}

/**
 * The tensor of a sparse layout that was asked for instead of one with all elements; null where none was.
 * @throws RuntimeError unless all elements are zeros
 */
function sparsely(layout: unknown, name: string, value: number, size: number[], dtype: DType | null, grad: boolean): Tensor | null {
  if (!isSparseLayout(layout)) return null;
  if (value !== 0) refuseFilled(layout);
  return lateCode().nothingIn(layout, name, size, dtype, grad);
}

const constant = (name: string, value: number, doc: string): Op[] => [
  op({
    signature: `${name}(int... size, ${options}, any layout=None${name === 'empty' ? ', memory_format? memory_format=None' : ''}, Tensor? out=None)`,
    kind: kind.creation(),
    doc,
    formula: `out = ${value}`,
    forward(size, dtype, requiresGrad, layout, format?: unknown) {
      const sparse = sparsely(layout, name, value, size, dtype, requiresGrad);
      if (sparse) return sparse;
      if (name === 'zeros' && size.some((n) => n < 0)) throw wrongShape('zeros: Dimension size must be non-negative.');
      if (format === preserve_format) throw new RuntimeError('unsupported memory format Preserve');
      const strides = format instanceof MemoryFormat ? formatStrides(format, size) : undefined;
      return finish(filled(size, value, dtype ?? getDefaultDType(), getDefaultDevice(), strides), requiresGrad);
    },
  }),
  op({
    signature: `${name}_like(Tensor input, ${options}, any layout=None, memory_format? memory_format=None)`,
    kind: kind.creation(),
    doc: `${doc.replace(/\.$/, '')}, of the size and dtype of \`input\`.`,
    formula: `out = ${value}`,
    variants: ['function'],
    forward: (input, dtype, requiresGrad, layout, format) =>
      sparsely(layout, name, value, [...input.sizes], dtype ?? input.dtype, requiresGrad) ??
      finish(filled(input.sizes, value, dtype ?? input.dtype, input.device, stridesLike(input, format)), requiresGrad),
  }),
  op({
    signature: `new_${name}(Tensor input, int... size, ${options}, any layout=None)`,
    kind: kind.creation(),
    doc: `${doc.replace(/\.$/, '')}, of the dtype of \`input\`.`,
    formula: `out = ${value}`,
    variants: ['method'],
    forward: (input, size, dtype, requiresGrad, layout) =>
      sparsely(layout, name, value, size, dtype ?? input.dtype, requiresGrad) ??
      finish(filled(size, value, dtype ?? input.dtype, input.device), requiresGrad),
  }),
];

const emptyStrided = op({
  signature: `empty_strided(int[] size, int[] stride, ${options})`,
  filledBy: 'empty_strided',
  kind: kind.creation(),
  doc: 'A tensor that lies in memory by strides, whose elements are to be written (they are zeros here).',
  formula: 'out = 0',
  forward(size, stride, dtype, requiresGrad) {
    if (size.length !== stride.length) throw wrongShape('mismatch in length of strides and shape');
    checkSizes(size);
    if (stride.some((step) => step < 0))
      throw wrongShape(`Storage size calculation overflowed with sizes=[${size.join(', ')}] and strides=[${stride.join(', ')}]`);
    const room = Tensor.zeros([extent(size, stride)], dtype ?? getDefaultDType(), getDefaultDevice());
    return finish(room.alias(size, stride), requiresGrad);
  },
});

const full: Op[] = [
  op({
    signature: `full(int[] size, Scalar|complex fill_value, ${options}, any layout=None, Tensor? out=None)`,
    kind: kind.creation(),
    doc: 'A tensor filled with one value; its dtype is that of the value unless given.',
    formula: 'out = fill_value',
    forward(size, value, dtype, requiresGrad, layout) {
      refuseFilled(layout);
      return finish(filled(size, value, dtype ?? scalarDType(value), getDefaultDevice()), requiresGrad);
    },
  }),
  op({
    signature: `scalar_tensor(Scalar s, ${options})`,
    kind: kind.creation(),
    doc: 'A tensor without dims, of the default dtype unless another is given.',
    formula: 'out = s',
    forward: (s, dtype, requiresGrad) => finish(filled([], s, dtype ?? getDefaultDType(), getDefaultDevice()), requiresGrad),
  }),
  op({
    signature: `full_like(Tensor input, Scalar|complex fill_value, ${likeOptions})`,
    filledBy: 'empty_strided',
    kind: kind.creation(),
    doc: 'A tensor filled with one value, of the size and dtype of `input`.',
    formula: 'out = fill_value',
    variants: ['function'],
    forward: (input, value, dtype, requiresGrad, format) =>
      finish(filled(input.sizes, value, dtype ?? input.dtype, input.device, stridesLike(input, format)), requiresGrad),
  }),
  op({
    signature: `new_full(Tensor input, int[] size, Scalar|complex fill_value, ${options})`,
    filledBy: 'fill_.Scalar',
    kind: kind.creation(),
    doc: 'A tensor filled with one value, of the dtype of `input`.',
    formula: 'out = fill_value',
    variants: ['method'],
    forward: (input, size, value, dtype, requiresGrad) => finish(filled(size, value, dtype ?? input.dtype, input.device), requiresGrad),
  }),
];

function identity(n: number, m: number, dtype: DType): Tensor {
  if (n < 0) throw new RuntimeError(`n must be greater or equal to 0, got ${n}`);
  if (m < 0) throw new RuntimeError(`m must be greater or equal to 0, got ${m}`);
  refuseUnsigned('eye', dtype);
  const out = Tensor.zeros([n, m], dtype, getDefaultDevice());
  kernels.fill(out.diagonal(), 1);
  return out;
}

const eye: Op[] = [
  op({
    signature: `eye(int n, int? m=None, ${options}, Tensor? out=None)`,
    filledBy: 'eye.m_out',
    kind: kind.creation(),
    doc: 'Ones on the diagonal, zeros elsewhere.',
    formula: 'out[i, j] = 1 where i = j',
    forward: (n, m, dtype, requiresGrad) => finish(identity(n, m ?? n, dtype ?? getDefaultDType()), requiresGrad),
  }),
];

const newOf = op({
  signature: `tensor(any data, ${options})`,
  kind: kind.creation(),
  doc: 'A tensor of the numbers in nested lists (or a copy of a tensor). Integers make int64, others the default dtype.',
  formula: 'out = data',
  forward: (data, dtype, requiresGrad) => finish(tensorOf(data as Nested, dtype), requiresGrad),
});

const asTensor = op({
  signature: 'as_tensor(any data, *, dtype? dtype=None)',
  kind: kind.creation(),
  doc: 'A tensor of the numbers in nested lists; a tensor as it is, or converted, with its history.',
  formula: 'out = data',
  compose(data, dtype) {
    if (!(data instanceof Tensor)) return execute(newOf, [data, dtype, false]);
    const own = data.arithmetic ? sharing(data) : data;
    return dtype ? own.to(dtype) : own;
  },
});

const fromData: Op[] = [newOf, asTensor];

const newTensor = op({
  signature: `new_tensor(Tensor input, any data, ${options})`,
  kind: kind.creation(),
  doc: 'A tensor of the numbers in nested lists, of the dtype of `input`.',
  formula: 'out = data',
  variants: ['method'],
  forward: (input, data, dtype, requiresGrad) => finish(tensorOf(data as Nested, dtype ?? input.dtype, input.device), requiresGrad),
});

/** The functions `tril_indices` and `triu_indices`. */
const triangle = (name: 'tril_indices' | 'triu_indices', word: string): Op =>
  op({
    signature: `${name}(int row, int col, int offset=0, *, dtype? dtype=None)`,
    kind: kind.creation(),
    doc: `The indices of the ${word} triangle of a matrix, rows then columns.`,
    formula: 'out = [[i...], [j...]]',
    forward(row, col, offset, dtype) {
      for (const [side, n] of Object.entries({ row, col })) if (n < 0) throw new RuntimeError(`${side} must be non-negative, got${n}`);
      const [rows, columns]: [number[], number[]] = [[], []];
      const isLower = name === 'tril_indices';
      // The first and last rows that have selected elements. In each of these rows, the selected columns are
      // neighbours.
      const [first, last] = col === 0 ? [0, 0] : isLower ? [Math.max(0, -offset), row] : [0, Math.min(row, col - offset)];
      for (let i = first; i < last; i++) {
        const [from, to] = isLower ? [0, Math.min(col, i + offset + 1)] : [Math.max(0, i + offset), col];
        ensureRoom((rows.length + last - i + to - from) * 2 * int64.itemsize);
        for (let j = from; j < to; j++) {
          rows.push(i);
          columns.push(j);
        }
      }
      return tensorOf([rows, columns], dtype ?? int64).reshape([2, rows.length]);
    },
  });

export const creation: Op[] = [
  ...fromData,
  newTensor,
  ...constant('zeros', 0, 'A tensor of zeros.'),
  ...constant('ones', 1, 'A tensor of ones.'),
  ...constant('empty', 0, 'A tensor whose elements are to be written (they are zeros here).'),
  emptyStrided,
  ...full,
  ...sequences,
  ...eye,
  triangle('tril_indices', 'lower'),
  triangle('triu_indices', 'upper'),
];
