import { RuntimeError, ValueError } from '../../errors.js';
import { broadcastSizes, sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute, executeInplace } from '../execute.js';
import { familyOp, type FamilySpec, type Op, type OpBody } from '../op.js';

/** Functions that the families of nn.functional share. */

/** Runs an op that is not a method. */
export const run = (o: Op, ...args: unknown[]): Tensor => execute(o, args) as Tensor;
export const runAll = (o: Op, ...args: unknown[]): Tensor[] => execute(o, args) as Tensor[];
export const runInplace = (o: Op, ...args: unknown[]): Tensor => executeInplace(o, args);

/** A number for each of `n` dims; a single number is repeated. */
export const tuple = (value: number | readonly number[], n: number): number[] =>
  typeof value === 'number' ? new Array<number>(n).fill(value) : value.length === 1 ? new Array<number>(n).fill(value[0]) : [...value];

/** Refuses integers: PyTorch has no integer kernel where only floating point is useful. */
export function needFloating(kernel: string, x: Tensor): void {
  if (!x.dtype.is_floating_point) throw new RuntimeError(`"${kernel}" not implemented for '${x.dtype.scalarName}'`);
}

export type Reduction = 'none' | 'mean' | 'sum';

/**
 * `reduction`, unless the older arguments `size_average` and `reduce` override it. @throws ValueError for an unknown
 * reduction
 */
export function reductionOf(reduction: string, sizeAverage: boolean | null = null, reduce: boolean | null = null): Reduction {
  if (sizeAverage !== null || reduce !== null) {
    if (reduce === false) return 'none';
    return sizeAverage === false ? 'sum' : 'mean';
  }
  if (reduction !== 'none' && reduction !== 'mean' && reduction !== 'sum')
    throw new ValueError(`${reduction} is not a valid value for reduction`);
  return reduction;
}

export const reduced = (loss: Tensor, reduction: Reduction): Tensor =>
  reduction === 'none' ? loss : reduction === 'mean' ? loss.mean() : loss.sum();

/** The gradient of each term of a loss, without the slope: the inverse of `reduced`. */
export const unreduced = (g: Tensor, sizes: readonly number[], reduction: Reduction): Tensor => {
  if (reduction === 'none') return g;
  const count = sizes.reduce((a, b) => a * b, 1);
  return (reduction === 'mean' ? g.div(count) : g).expand(sizes);
};

/** Both tensors, broadcast to their common size; unchanged if they have it already. */
export function stretched(a: Tensor, b: Tensor): [Tensor, Tensor] {
  if (sameSizes(a.sizes, b.sizes)) return [a, b];
  const sizes = broadcastSizes(a.sizes, b.sizes);
  return [a.expand(sizes), b.expand(sizes)];
}

/** `x`, with 0 where `mask` is true; the gradient is 0 there too. */
export const zeroWhere = (x: Tensor, mask: Tensor): Tensor => x.masked_fill(mask, 0);

/** The same composition twice: under a name of nn.functional and a name of torch. */
export function inBoth<const S extends string>(signature: S, body: OpBody<S>): Op[] {
  const spec = body as Omit<FamilySpec, 'signature'>;
  return [familyOp({ ...spec, signature: `nn.functional.${signature}` }), familyOp({ ...spec, signature, variants: ['function'] })];
}

const foundTogether = new WeakMap<readonly unknown[], unknown>();

/** Computes gradients of several arguments together: once for each backward pass, when the first formula needs them. */
export function together<T>({ grads }: { readonly grads: readonly unknown[] }, find: () => T): T {
  if (!foundTogether.has(grads)) foundTogether.set(grads, find());
  return foundTogether.get(grads) as T;
}
