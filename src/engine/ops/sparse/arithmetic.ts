import { bool } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import { withoutKernelFor } from '../lacks.js';
import type { Rule } from './inPlace.js';
import { intersect, rowsOf, together } from './places.js';

/** Sums, differences, products and quotients with sparse tensors. */

/** Runs the operation on the elements, after elements at the same place are added. */
export const onElements: Rule = ([x, ...rest], op) => {
  const once = (x as SparseTensor).coalesced();
  const kept = execute(op, [once.kept, ...rest]) as Tensor;
  return kept === once.kept ? once : once.with(kept);
};

/** Runs the operation on the elements, where it does not matter that a place may occur twice. */
export const onParts: Rule = ([x, ...rest], op) => {
  const one = x as SparseTensor;
  return one.with(execute(op, [one.kept, ...rest]) as Tensor).wholeOf(one, (all) => execute(op, [all, ...rest]) as Tensor);
};

export const ofSubtraction = (one: unknown, other: unknown): Error | null => {
  const isBool = (v: unknown) => v instanceof Tensor && v.dtype === bool;
  if (isBool(one) && isBool(other))
    return new NotImplementedError_(
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
    );
  if (!isBool(one) && !isBool(other)) return null;
  return new NotImplementedError_(
    'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
};

/** @throws RuntimeError for a fraction of integers */
export const checkAlpha = ({ dtype }: Tensor, alpha: unknown): void => {
  if (!dtype.isContinuous && !Number.isInteger(alpha))
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
};

export const add: Rule = ([a, b, alpha = 1]) => {
  if (!isSparse(b) || (!isSparse(a) && !(a instanceof Tensor)))
    throw new RuntimeError('add(sparse, dense) is not supported. Use add(dense, sparse) instead.');
  if (!isSparse(a)) return a.add(b.dense(), { alpha: alpha as number });
  if (a.sizes.join() !== b.sizes.join())
    throw wrongShape(`add: expected sizes of 'self' and 'other' to match, but [${a.sizes.join(', ')}] != [${b.sizes.join(', ')}]`);
  checkAlpha(a, alpha);
  if (a.dtype === bool && b.dtype === bool && a.places.sizes[1] + b.places.sizes[1] > 0) throw withoutKernelFor('cadd_sparse', bool);
  return together(a, b, alpha as number);
};

export const sub: Rule = ([a, b, alpha = 1], op) => {
  const wrong = ofSubtraction(a, b);
  if (wrong) throw wrong;
  if (isSparse(b) && !isSparse(a) && a instanceof Tensor) return a.sub(b.dense(), { alpha: alpha as number });
  return add([a, isSparse(b) ? b.with(b.kept.neg()) : b, alpha], op);
};

export const rsub: Rule = ([x, other]) => {
  const wrong = ofSubtraction(x, other);
  if (wrong) throw wrong;
  const own = other instanceof Tensor ? other.sizes : [];
  throw wrongShape(
    `add: expected 'self' and 'other' to have same size, but self has size [${own.join(', ')}] while other has size [${(x as Tensor).sizes.join(', ')}] (FYI: dense-sparse addition does not currently support broadcasting)`,
  );
};

export const mul: Rule = ([a, b]) => {
  if (isSparse(a) && isSparse(b)) {
    const any = a.places.sizes[1] > 0 && b.places.sizes[1] > 0;
    if (any && a.isOnce && b.isOnce && a.dtype === bool && b.dtype === bool) throw withoutKernelFor('mul_out_sparse', bool);
    return intersect(a, b);
  }
  const [x, other] = (isSparse(a) ? [a, b] : [b, a]) as [SparseTensor, Tensor | number];
  if (!(other instanceof Tensor) || other.sizes.length === 0) return x.with(x.kept.mul(other)).wholeOf(x, (all) => all.mul(other));
  return x.with(x.kept.mul(other.expand(x.sizes).index(...rowsOf(x.places))), x.places, x.sizes, x.isOnce);
};

export const div: Rule = ([a, b, ...rest], op) => {
  if (b instanceof Tensor && (b.sizes.length > 0 || isSparse(b)))
    throw new RuntimeError(
      `Sparse division requires a scalar or zero-dim dense tensor divisor (got shape [${b.sizes.join(', ')}] for divisor)`,
    );
  return (rest[0] == null ? onParts : onElements)([a, b, ...rest], op);
};
