import { canCast } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { isCompressed } from '../../sparse/layout.js';
import { isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { changedInPlace } from '../../errors/autograd.js';
import { OpGradFn } from '../../autograd/opGradFn.js';
import { gradFnOf, requiresGrad } from '../../tensor/state.js';
import type { Tensor } from '../../tensor/tensor.js';
import { quietly } from '../../quietly.js';
import { executeInplace } from '../execute.js';
import type { Op } from '../op.js';
import { sparseMake } from './primitives.js';
import { notHere } from './refusals.js';

/** Operations in place with sparse tensors. */

export type Rule = (values: readonly unknown[], op: Op) => unknown;

const mixed = (kind: string, src: string): Error =>
  new RuntimeError(`copy_() between dense and sparse Tensors is not implemented! Found self type = ${kind} and src type = ${src}`);

/** PyTorch's old name of the type of a tensor. */
export const typeOf = (t: Tensor): string => {
  const { scalarName } = t.dtype;
  if (t.dtype.is_complex || scalarName === 'Bool') return `${isSparse(t) ? 'Sparse' : ''}CPU${scalarName}Type`;
  return `torch.${isSparse(t) ? 'sparse.' : ''}${scalarName}Tensor`;
};

/** Operations that change the elements where they are: the tensor that was given as elements is changed with them. */
const onTheSpot = new Set(['neg', 'div']);
/** Operations that PyTorch has in place only for tensors in which each place occurs once. */
const coalescedOnly = new Set(
  'abs relu sqrt sin tan sinh tanh asin atan asinh atanh sign sgn ceil floor trunc round erf erfinv expm1 log1p deg2rad rad2deg nan_to_num frac'.split(
    ' ',
  ),
);

/** The function that made a sparse tensor of its elements has kept it, and does not find it as it was. */
function refuseMaker(x: SparseTensor): void {
  const maker = gradFnOf(x.kept);
  if (!(maker instanceof OpGradFn) || maker.op !== sparseMake) return;
  const { current: expected } = x.version;
  const saved = { sizes: x.sizes, scalarName: x.dtype.scalarName, typeName: typeOf(x), version: expected + 1 };
  const { apply } = maker;
  maker.apply = (grads) => {
    if (x.version.current !== expected) throw changedInPlace(saved, expected, { output: 0, maker: maker.forwardName });
    return apply.call(maker, grads);
  };
}

/** Changes a dense tensor by a sparse one, or changes a sparse tensor, in place. */
export function change(op: Op, values: readonly unknown[], rule: Rule | undefined): unknown {
  const [self, other, alpha = 1] = values as [Tensor, unknown, number?];
  const sign = op.name === 'sub' ? -1 : 1;
  if (!isSparse(self)) {
    if (!isSparse(other) || (op.name !== 'add' && op.name !== 'sub')) {
      if (op.name === 'copy' && isSparse(other)) throw mixed(typeOf(self), typeOf(other));
      throw notHere(`${op.shortName}_`, self);
    }
    // A gradient that holds rows of a table, as that of an embedding, changes only these rows.
    if (other.placed === 1 && other.sizes.join() === self.sizes.join())
      return self.index_add_(0, other.places.select(0, 0), other.kept.to(self.dtype), { alpha: sign * alpha });
    return executeInplace(op, [self, other.dense(), alpha]);
  }
  if (op.name === 'copy') {
    if (!isSparse(other)) throw mixed(typeOf(self), typeOf(other as Tensor));
    return self.become(other);
  }
  if (isCompressed(self.kind) && op.name === 'fill')
    return self.become(
      self.with(requiresGrad(self.kept) ? self.kept.mul(0).add(other as number) : self.kept.new_full(self.kept.sizes, other as number)),
    );
  if (!rule || op.name === 'fill') throw notHere(op.name === 'fill' ? 'fill_.Scalar' : `${op.shortName}_`, self);
  if (op.name === 'pow' || op.name === 'square') throw notHere('pow_.Scalar', self);
  if (coalescedOnly.has(op.name)) {
    if (!self.isOnce) throw new RuntimeError(`${op.name}_ requires coalesced input`);
    if (op.name === 'abs' && self.dtype.is_complex) throw new RuntimeError('In-place abs is not supported for complex tensors.');
  }
  const result = rule(values, op) as SparseTensor;
  if (op.name === 'mul' && result.dtype !== self.dtype) {
    if (result.places.sizes[1] === 0) return self;
    throw new RuntimeError(`dtype of values (${result.dtype.scalarName}) must match dtype of sparse tensor (${self.dtype.scalarName})`);
  }
  if (!canCast(result.dtype, self.dtype))
    throw new RuntimeError(`result type ${result.dtype.scalarName} can't be cast to the desired output type ${self.dtype.scalarName}`);
  refuseMaker(self);
  if (!onTheSpot.has(op.name) || other instanceof Object) return self.become(result);
  const { kept } = self;
  quietly(() => kept.detach().copy_(result.kept.detach()));
  return self.become(requiresGrad(kept) ? result : self);
}
