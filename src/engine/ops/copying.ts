import { inplaceShapeMismatch, wrongShape } from '../errors/shapes.js';
import { broadcastSizes, sameSizes } from '../shape.js';
import { kernels } from '../backends/dispatch.js';
import { contiguous_format, liesIn, preserve_format, suggestedFormat, type MemoryFormat } from '../layout.js';
import { RuntimeError, ValueError } from '../errors.js';
import type { Tensor } from '../tensor/tensor.js';
import { backendOf } from '../backends/registry.js';
import { device, type Device } from '../device.js';
import { dtypes, type DType } from '../dtype.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { cast, copyIn, copyOf, copyTo, emptyLike, zerosLike } from './pointwise.js';

/** Copies, conversions, and operations that overwrite a tensor. */

const clone = op({
  signature: 'clone(Tensor input, *, memory_format? memory_format=None)',
  kind: kind.copy(),
  doc: 'A copy; gradients pass through. It lies in memory as `input` does, unless told how.',
  formula: 'out = input',
  gradient: 'input: g',
  forward: (input, format) => copyIn(format ?? preserve_format, input),
  backward: { input: (g) => g },
});

const contiguous = op({
  signature: 'contiguous(Tensor input, *, memory_format? memory_format=None)',
  kind: kind.copy(),
  doc: 'The tensor itself if its elements lie in row-major order (or in that of the memory format), else a copy in which they do.',
  formula: 'out = input',
  variants: ['method'],
  compose(input, format) {
    if (format === preserve_format) throw new RuntimeError('preserve memory format is unsupported by the contiguous operator');
    const wanted = format ?? contiguous_format;
    return liesIn(wanted, input.sizes, input.strides) ? input : input.clone({ memory_format: wanted });
  },
});

/** `home` is the device of the input: the gradient goes back to it. */
const toDevice = op({
  shown: 'to',
  signature: '_to_device(Tensor input, device device, device home)',
  kind: kind.copy(),
  doc: 'A copy on another device.',
  formula: 'out = input, on device',
  gradient: 'input: g, on the device of input',
  gradFn: 'ToCopyBackward0',
  variants: ['method'],
  forward: (input, target) => copyTo(input, device(target)),
  backward: { input: (g, s) => g._to_device(s.home, s.device) },
});

const toCopy = op({
  shown: 'to',
  signature: '_to_copy(Tensor input, dtype dtype, memory_format? memory_format=None)',
  kind: kind.copy(),
  doc: 'A copy in another dtype.',
  formula: 'out = input, as dtype',
  gradient: 'input: g, in the dtype of input',
  gradFn: 'ToCopyBackward0',
  variants: ['method'],
  forward: (input, dtype, format) => copyIn(format ?? preserve_format, input, dtype),
  backward: { input: (g) => g },
});

/** The tensor on a device and in a dtype. It is the tensor itself if nothing changes and no copy is requested. */
function moved(input: Tensor, target: Device, dtype: DType, copy: boolean, format: MemoryFormat | null): Tensor {
  const there = target === input.device ? input : input._to_device(target, input.device);
  if (dtype !== there.dtype) return there._to_copy(dtype, format);
  const liesSo = !format || format === preserve_format || format === suggestedFormat(input);
  return (copy && there === input) || !liesSo ? there._to_copy(dtype, format) : there;
}

const last = 'bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None';
const aboutTo = { kind: kind.copy(), formula: 'out = input, as dtype, on device', variants: ['method'] as const };

const to: Op[] = [
  op({
    ...aboutTo,
    signature: `to.dtype(Tensor input, dtype dtype, ${last})`,
    doc: 'In another dtype; itself if it has that already and no copy is asked for.',
    compose: (input, dtype, _nonBlocking, copy, format) => moved(input, input.device, dtype, copy, format),
  }),
  op({
    ...aboutTo,
    signature: `to.other(Tensor input, Tensor other, ${last})`,
    doc: 'In the dtype and on the device of `other`.',
    compose: (input, other, _nonBlocking, copy, format) => moved(input, other.device, other.dtype, copy, format),
  }),
  op({
    ...aboutTo,
    signature: `to.device(Tensor input, device? device=None, dtype? dtype=None, ${last})`,
    doc: 'On another device, and in another dtype; itself if it is there already and no copy is asked for.',
    compose: (input, target, dtype, _nonBlocking, copy, format) =>
      moved(input, target ? backendOf(device(target)).device : input.device, dtype ?? input.dtype, copy, format),
  }),
];

const typeAs = op({
  signature: 'type_as(Tensor input, Tensor other)',
  kind: kind.copy(),
  doc: 'In the dtype of `other`.',
  formula: 'out = input, as the dtype of other',
  variants: ['method'],
  compose: (input, other) => input.to(other.dtype),
});

/**
 * Operations that overwrite: the old elements get no gradient. They are written as functions, but only their in-place
 * variants are used.
 */
const inplaceOnly = ['inplace'] as const;
const inplaceAndFunction = ['inplace', 'inplaceFunction'] as const;

const copy = op({
  signature: 'copy(Tensor input, Tensor|Scalar src, bool non_blocking=False)',
  kind: kind.selection({ holds: 'src' }),
  doc: 'Overwrites with the elements of `src`, broadcast and converted.',
  formula: 'out = src',
  gradient: 'input: 0;  src: g',
  gradFn: 'CopyBackwards',
  variants: inplaceOnly,
  forward(input, given) {
    const src = typeof given === 'object' ? given : input.new_full([], given);
    const out = emptyLike(input);
    checkCopy(input.sizes, src.sizes);
    const here = src.device === input.device ? src : copyTo(src, input.device);
    kernels.copy(cast(here, input.dtype).expand(input.sizes), out);
    return out;
  },
  backward: { input: (g) => zerosLike(g), src: (g) => g },
});

/** @throws RuntimeError where elements of size `from` cannot be broadcast to size `to` */
function checkCopy(to: readonly number[], from: readonly number[]): void {
  const common = broadcastSizes(to, from);
  if (!sameSizes(common, to)) throw inplaceShapeMismatch(to, common);
}

const fill = op({
  signature: 'fill(Tensor input, Scalar|complex value)',
  kind: kind.selection(),
  doc: 'Overwrites with one value.',
  formula: 'out = value',
  gradient: 'input: 0',
  gradFnInPlace: 'FillBackward2',
  writesOverlaps: true,
  variants: ['function', 'inplace', 'inplaceFunction'],
  forward(input, value) {
    const out = emptyLike(input);
    kernels.copy(input.new_full([], value), out);
    return out;
  },
  backward: { input: (g) => zerosLike(g) },
});

const fillTensor = op({
  signature: 'fill.Tensor(Tensor input, Tensor value)',
  kind: kind.selection(),
  doc: 'Overwrites with the value of a tensor without dims.',
  formula: 'out = value',
  gradient: 'input: 0;  value: Σ g',
  gradFn: 'FillBackward1',
  gradFnInPlace: 'FillBackward3',
  writesOverlaps: true,
  variants: ['function', 'inplace', 'inplaceFunction'],
  forward(input, value) {
    if (value.sizes.length > 0) {
      throw wrongShape(`fill_ only supports 0-dimension value tensor but got tensor with ${value.sizes.length} dimensions.`);
    }
    const out = emptyLike(input);
    kernels.copy(cast(value, input.dtype).expand(input.sizes), out);
    return out;
  },
  backward: { input: (g) => zerosLike(g), value: (g) => g.sum() },
});

/**
 * The diagonals of a matrix as views: each place is one row and one column further. With `wrap`, a tall matrix has
 * another diagonal below the end of the first, and so on.
 */
function diagonals(t: Tensor, wrap: boolean): Tensor[] {
  const { sizes, strides, offset } = t;
  if (sizes.length < 2) throw wrongShape('dimensions must larger than 1');
  if (sizes.length > 2 && sizes.some((size) => size !== sizes[0])) throw wrongShape('all dimensions of input must be of equal length');
  const [rows, columns] = sizes;
  const step = strides.reduce((sum, stride) => sum + stride, 0);
  const count = Math.min(rows, columns);
  const main = t.as_strided([count], [step], offset);
  if (!wrap || sizes.length > 2 || rows <= columns + 1) return [main];
  const more = Math.ceil((rows * columns) / (columns + 1)) - count;
  return [main, t.as_strided([more], [step], offset + strides[0] * (columns + 1))];
}

/** A copy of `t` with `value` on its diagonal. */
function withDiagonal(t: Tensor, value: number | boolean, wrap: boolean): Tensor {
  const out = copyOf(t);
  for (const part of diagonals(out, wrap)) kernels.copy(t.new_full([], value).expand(part.sizes), part);
  return out;
}

const fillDiagonal = op({
  signature: 'fill_diagonal(Tensor input, Scalar fill_value, bool wrap=False)',
  kind: kind.selection(),
  doc: 'Overwrites the main diagonal with one value.',
  formula: 'out[i, i, …] = fill_value',
  gradient: 'input: g, 0 on the diagonal',
  gradFnInPlace: 'CopySlices',
  variants: inplaceOnly,
  forward: withDiagonal,
  backward: { input: (g, s) => g.mul(withDiagonal(g.new_ones(g.sizes), 0, s.wrap)) },
});

const zero = op({
  signature: 'zero(Tensor input)',
  kind: kind.selection(),
  doc: 'Overwrites with zeros.',
  formula: 'out = 0',
  gradient: 'input: 0',
  writesOverlaps: true,
  variants: inplaceAndFunction,
  forward: (input) => zerosLike(input),
  backward: { input: (g) => zerosLike(g) },
});

/** `x.float()` and other conversions by name. */
const conversions: Op[] = (
  [
    ['float', 'float32'],
    ['double', 'float64'],
    ['half', 'float16'],
    ['bfloat16', 'bfloat16'],
    ['long', 'int64'],
    ['int', 'int32'],
    ['short', 'int16'],
    ['char', 'int8'],
    ['byte', 'uint8'],
    ['bool', 'bool'],
    ['chalf', 'complex32'],
    ['cfloat', 'complex64'],
    ['cdouble', 'complex128'],
  ] as const
).map(([name, dtype]) =>
  op({
    signature: `${name}(Tensor input, *, memory_format? memory_format=None)`,
    kind: kind.copy(),
    doc: `In dtype torch.${dtype}.`,
    formula: 'out = input',
    variants: ['method'],
    compose: (input, format) => moved(input, input.device, dtypes[dtype], false, format),
  }),
);

/** The name of a tensor type, such as `torch.FloatTensor`. */
const typeName = ({ scalarName }: DType): string => `torch.${scalarName}Tensor`;

const type = op({
  signature: 'type(Tensor input, dtype|str? dtype=None, bool non_blocking=False) -> any',
  kind: kind.copy(),
  doc: 'The name of its type, such as `torch.FloatTensor`; with a dtype or such a name, the tensor in it.',
  formula: 'out = input, as dtype',
  variants: ['method'],
  compose(input, wanted) {
    if (wanted === null) return typeName(input.dtype);
    const dtype = typeof wanted === 'string' ? Object.values(dtypes).find((d) => typeName(d) === wanted) : wanted;
    if (!dtype) throw new ValueError(`invalid type: '${String(wanted)}'`);
    return moved(input, input.device, dtype, false, null);
  },
});

export const copying: Op[] = [
  type,
  clone,
  contiguous,
  toDevice,
  toCopy,
  ...to,
  typeAs,
  copy,
  fill,
  fillTensor,
  fillDiagonal,
  zero,
  ...conversions,
];
