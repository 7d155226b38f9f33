import { wrongShape } from './errors/shapes.js';
import { contiguousStrides, isContiguous, isDense } from './shape.js';

/** The order of result elements in memory: PyTorch's memory formats, and the rules by which results take the order of inputs. */

/** A memory format, such as `torch.channels_last`. */
export class MemoryFormat {
  /** @internal */
  constructor(readonly name: string) {}

  toString(): string {
    return `torch.${this.name}`;
  }
}

/** Row major: the last dim varies fastest. */
export const contiguous_format = new MemoryFormat('contiguous_format');
/** The order of the input, if the input fills its memory without gaps. */
export const preserve_format = new MemoryFormat('preserve_format');
/** For (N, C, H, W): the channels of a pixel lie side by side. */
export const channels_last = new MemoryFormat('channels_last');
/** For (N, C, D, H, W): the channels of a voxel lie side by side. */
export const channels_last_3d = new MemoryFormat('channels_last_3d');

/** For formats with channels last: the dims from the slowest to the fastest. */
const orders = new Map([
  [channels_last, [0, 2, 3, 1]],
  [channels_last_3d, [0, 2, 3, 4, 1]],
]);

/** The strides of elements that fill memory without gaps; `order` has the dims from the slowest to the fastest. */
function stridesInOrder(sizes: readonly number[], order: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    strides[order[i]] = step;
    step *= sizes[order[i]];
  }
  return strides;
}

/** The strides of a tensor in a memory format. @throws RuntimeError when the tensor lacks the dims that the format needs */
export function formatStrides(format: MemoryFormat, sizes: readonly number[]): number[] {
  const order = orders.get(format);
  if (!order) return contiguousStrides(sizes);
  if (sizes.length !== order.length) throw wrongShape(`required rank ${order.length} tensor to use ${format.name} format`);
  return stridesInOrder(sizes, order);
}

/** Whether the elements fill memory without gaps in the order of a format. */
export function liesIn(format: MemoryFormat, sizes: readonly number[], strides: readonly number[]): boolean {
  const order = orders.get(format);
  if (!order) return isContiguous(sizes, strides);
  if (sizes.length !== order.length) return false;
  return isContiguous(
    order.map((d) => sizes[d]),
    order.map((d) => strides[d]),
  );
}

/**
 * Whether layers use channels last for the result of this input (ATen's `suggest_memory_format`). A single channel or pixel
 * does not decide it.
 */
export function hasChannelsLast(sizes: readonly number[], strides: readonly number[]): boolean {
  const rank = sizes.length;
  if ((rank !== 4 && rank !== 5) || strides[1] === 0) return false;
  let least = 0;
  for (const d of rank === 4 ? [1, 3, 2, 0] : [1, 4, 3, 2, 0]) {
    if (sizes[d] === 0 || strides[d] < least || (d === 0 && least === strides[1])) return false;
    least = strides[d];
    if (sizes[d] > 1) least *= sizes[d];
  }
  return true;
}

/** The channels-last format for a rank. */
export const channelsFormat = (rank: number): MemoryFormat => (rank === 5 ? channels_last_3d : channels_last);

/** The format that layers use for the result of this input. */
export const suggestedFormat = ({ sizes, strides }: { sizes: readonly number[]; strides: readonly number[] }): MemoryFormat =>
  hasChannelsLast(sizes, strides) ? channelsFormat(sizes.length) : contiguous_format;

/** Whether the strides are exactly those of a new tensor, including dims of size 1. */
export function isRowMajor(sizes: readonly number[], strides: readonly number[]): boolean {
  let step = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    if (strides[i] !== step) return false;
    if (sizes[i] > 1) step *= sizes[i];
  }
  return true;
}

/**
 * The dims from the fastest to the slowest, as ATen's TensorIterator sorts them. The first operand whose strides distinguish
 * two dims decides. Dims that no operand distinguishes keep their order.
 */
export function iterationOrder(sizes: readonly number[], operands: readonly (readonly number[])[]): number[] {
  const order = [...sizes.keys()].reverse();
  const compare = (a: number, b: number): number => {
    for (const strides of operands) {
      if (strides[a] === 0 || strides[b] === 0) continue;
      if (strides[a] !== strides[b]) return strides[a] - strides[b];
      if (sizes[a] > sizes[b]) return 1;
    }
    return 0;
  };
  for (let i = 1; i < order.length; i++) {
    for (let at = i, before = i - 1; before >= 0; before--) {
      const comparison = compare(order[before], order[at]);
      if (comparison < 0) break;
      if (comparison > 0) {
        [order[before], order[at]] = [order[at], order[before]];
        at = before;
      }
    }
  }
  return order;
}

/** The strides of an elementwise result, computed from those of its operands; these are broadcast to its sizes. */
export function resultStrides(sizes: readonly number[], operands: readonly (readonly number[])[]): number[] {
  const order = iterationOrder(sizes, operands).reverse();
  return order.every((d, i) => d === i) ? contiguousStrides(sizes) : stridesInOrder(sizes, order);
}

/** The strides of a copy that keeps the order of the original, without the original's gaps. */
export function keptStrides(sizes: readonly number[], strides: readonly number[]): readonly number[] {
  if (isRowMajor(sizes, strides) || isDense(sizes, strides)) return strides;
  return resultStrides(sizes, [strides]);
}
