import { read } from '../../backends/allocation.js';
import { bool } from '../../dtype.js';
import { NotImplementedError_, RuntimeError, TypeError_ } from '../../errors.js';
import { isCompressed, sparse_coo, transposedLayout } from '../../sparse/layout.js';
import { isSparse, SparseTensor } from '../../sparse/sparseTensor.js';
import type { SparseHook } from '../../sparse/hook.js';
import { quietly } from '../../quietly.js';
import { broadcastSizes, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute, tensorsOf } from '../execute.js';
import { catOf } from '../joining.js';
import type { Op } from '../op.js';
import { compressedRule } from './compressed.js';
import { change, typeOf, type Rule } from './inPlace.js';
import { countable } from './methods.js';
import { add, div, mul, onElements, onParts, rsub, sub } from './arithmetic.js';
import { addmm, addmv, batches, matmul } from './products.js';
import { reorder, rowsOf, selectAt, selectRows, stacked, sumOver, turned } from './places.js';
import { notHere, refuseGradient } from './refusals.js';

/** How operations treat sparse tensors: PyTorch's list of those that accept them, and its errors for the others. */

/** Computes one number from all elements; the missing elements are 0. */
const ofElements: Rule = ([x, ...rest], op) => execute(op, [(x as SparseTensor).coalesced().kept, ...rest]);

const norm: Rule = ([x, p, dim, ...rest], op) => {
  const one = x as SparseTensor;
  if (!one.dtype.isContinuous)
    throw new NotImplementedError_(`norm(): input dtype should be either floating point or complex. Got ${one.dtype.scalarName} instead.`);
  if (dim != null && (Array.isArray(dim) ? dim.length : 1) < one.sizes.length)
    throw new RuntimeError(
      "norm_sparse currently only supports full reductions, so 'dim' must either be empty or contain all dimensions of the input",
    );
  return execute(op, [one.coalesced().kept, p, null, ...rest]);
};

const pow: Rule = (values, op) => {
  const [x] = values as [SparseTensor];
  if (x.dtype === bool) throw new RuntimeError("result type Long can't be cast to the desired output type Bool");
  return onElements(values, op);
};

/** The transpose of a matrix, in the layout that has the same elements in the same order. */
function transposedMatrix(x: SparseTensor): SparseTensor {
  const made = turned(x, isCompressed(x.kind)).wholeOf(x, (all) => all.t());
  return isCompressed(x.kind)
    ? Object.assign(made, {
        kind: transposedLayout(x.kind),
        kept: x.kept.sizes.length > 1 ? x.kept.transpose(1, 2) : x.kept,
      })
    : made;
}

const transposed: Rule = ([x, a, b], op) => {
  const one = x as SparseTensor;
  const rank = one.sizes.length;
  if (op.name === 't' && (one.placed > 2 || rank > one.placed))
    throw new RuntimeError(
      `t() expects a tensor with <= 2 sparse and 0 dense dimensions, but got ${one.placed} sparse and ${rank - one.placed} dense dimensions`,
    );
  const [i, j] = a === undefined ? [0, Math.max(0, rank - 1)] : [wrapDim(a as number, rank), wrapDim(b as number, rank)];
  if (i !== j && Math.max(i, j) >= one.placed)
    throw new RuntimeError(`sparse transpose: transposed dimensions must be sparse Got sparse_dim: ${one.placed}, d0: ${i}, d1: ${j}`);
  if (rank === 2 && i !== j) return transposedMatrix(one);
  const order = [...one.sizes.keys()];
  [order[i], order[j]] = [j, i];
  return reorder(one, order);
};

/** `mT`, `mH`, `H` and `adjoint`: the last two dims exchanged, and perhaps conjugates. */
const adjoint: Rule = ([x], op) => {
  const one = x as SparseTensor;
  const rank = one.sizes.length;
  const shown = `${op.shortName}${op.shortName === 'adjoint' ? '()' : ''}`;
  if (op.shortName === 'H' && rank !== 2 && rank !== 0)
    throw new RuntimeError(
      `tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.${rank > 2 ? ' For batches of matrices, consider using tensor.mH' : ''}`,
    );
  if (rank < 2) throw new RuntimeError(`tensor.${shown} is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`);
  const order = [...one.sizes.keys()];
  [order[rank - 2], order[rank - 1]] = [rank - 1, rank - 2];
  const made = rank === 2 ? transposedMatrix(one) : reorder(one, order);
  return op.shortName !== 'mT' && made.dtype.is_complex ? made.with(made.kept.conj()) : made;
};

const sum: Rule = ([x, dim, keepdim, dtype]) => {
  const one = countable((dtype ? (x as Tensor).to(dtype as never) : x) as SparseTensor);
  if (!Array.isArray(dim) || dim.length === 0) return one.whole ? one.whole().sum() : one.kept.sum();
  return refuseGradient('sum of dims', one, sumOver(one, dim as number[], keepdim === true));
};

const cat: Rule = ([list, dim = 0]) => {
  const all = list as Tensor[];
  const dense = all.findIndex((t) => !isSparse(t));
  if (dense >= 0) throw new RuntimeError(`Concatenating sparse tensors, but a dense tensor was found at position ${dense}.`);
  const parts = all as SparseTensor[];
  const d = wrapDim(dim as number, parts[0].sizes.length);
  let before = 0;
  const places = parts.map((t) => {
    const rows = rowsOf(t.places);
    const offset = before;
    if (d < t.placed) rows[d] = quietly(() => rows[d].add(offset));
    before += t.sizes[d];
    return stacked(rows);
  });
  const sizes = parts[0].sizes.map((n, i) => (i === d ? before : n));
  return parts[0].with(
    catOf(
      parts.map(({ kept }) => kept),
      0,
    ),
    quietly(() => catOf(places, 1)),
    sizes,
    false,
  );
};

const unsqueeze: Rule = ([x, dim]) => {
  const one = x as SparseTensor;
  const d = wrapDim(dim as number, one.sizes.length + 1);
  const sizes = [...one.sizes.slice(0, d), 1, ...one.sizes.slice(d)];
  if (d > one.placed) return one.with(one.kept.unsqueeze(d - one.placed + 1), one.places, sizes, one.isOnce);
  const rows = rowsOf(one.places);
  rows.splice(
    d,
    0,
    quietly(() => one.places.new_zeros([one.places.sizes[1]])),
  );
  return one.with(one.kept, stacked(rows), sizes, one.isOnce);
};

const narrowed: Rule = ([x, dim, start, length]) => {
  const one = x as SparseTensor;
  const [d, from, count] = [dim, start, length] as number[];
  const rank = one.sizes.length;
  if (d < 0 || d >= rank) throw new RuntimeError(`Dimension ${d} out of range. Expecting 0 <= dim < ${rank}.`);
  if (from < 0 || count < 0 || from + count > one.sizes[d])
    throw new RuntimeError(`Invalid range to narrow. range(start, start+length) must be a subset of range(0, ${one.sizes[d]}).`);
  return selectRows(
    one,
    d,
    Array.from({ length: count }, (_, i) => from + i),
  );
};

const unbind: Rule = ([x, dim = 0]) => {
  const one = x as SparseTensor;
  const d = wrapDim(dim as number, one.sizes.length);
  return Array.from({ length: one.sizes[d] }, (_, i) => selectAt(one, d, i));
};

const emptied: Rule = ([x]) => {
  const one = x as SparseTensor;
  return quietly(() => one.with(one.kept.detach().narrow(0, 0, 0), one.places.narrow(1, 0, 0), one.sizes, true));
};

/** A new tensor without elements, of another size. */
const newEmpty: Rule = ([x, size, dtype]) => {
  const one = x as SparseTensor;
  const sizes = size as number[];
  return quietly(() => {
    const kept = one.kept.detach().new_zeros([0]);
    return new SparseTensor(dtype ? kept.to(dtype as never) : kept, one.places.new_zeros([sizes.length, 0]), sizes, true);
  });
};

const refuse =
  (message: string, kind: new (text: string) => Error = RuntimeError): Rule =>
  () => {
    throw new kind(message);
  };

const lacking =
  (name: string): Rule =>
  (values) => {
    throw notHere(name, tensorsOf(values).find(isSparse)!);
  };

const rules = new Map<string, Rule>();
const put = (names: string, rule: Rule): void => names.split(' ').forEach((name) => rules.set(name, rule));

put('neg negative clone detach _to_copy conj _conj resolve_conj positive conj_physical', onParts);
put(
  'abs absolute relu nn.functional.relu sqrt sin tan sinh tanh asin arcsin atan arctan asinh arcsinh atanh arctanh sign sgn ceil floor trunc round erf erfinv expm1 log1p deg2rad rad2deg nan_to_num isnan isinf isposinf isneginf signbit frac floor_divide',
  onElements,
);
put('pow square', pow);
put('norm', norm);
put('any', ofElements);
put('new_tensor', ([x, ...rest], op) => execute(op, [isSparse(x) ? x.kept : x, ...rest.map((one) => (isSparse(one) ? one.dense() : one))]));
put('nn.functional.dropout', lacking('bernoulli_.float'));
put('add', add);
put('sub subtract', sub);
put('rsub', rsub);
put('mul multiply', mul);
put('div divide true_divide', div);
put('mm matmul mv', matmul);
put('addmm', addmm);
put('addmv', addmv);
put('bmm', batches);
put('t transpose swapaxes swapdims', transposed);
put('adjoint mT mH H', adjoint);
put('permute', ([x, dims]) => {
  const { sizes } = x as SparseTensor;
  const order = dims as number[];
  if (order.length !== sizes.length)
    throw new RuntimeError(
      `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${sizes.length} is not equal to len(dims) = ${order.length}`,
    );
  return reorder(
    x as SparseTensor,
    order.map((d) => wrapDim(d, sizes.length)),
  );
});
put('unsqueeze', unsqueeze);
put('sum', sum);
put('select', ([x, dim, index]) => selectAt(x as SparseTensor, dim as number, index as number));
put('index_select', ([x, dim, index]) => selectRows(x as SparseTensor, dim as number, read(index as Tensor)));
put('narrow_copy', narrowed);
put('unbind', unbind);
put('cat concat concatenate', cat);
put('stack', ([list, dim = 0], op) => cat([(list as Tensor[]).map((t) => unsqueeze([t, dim], op)), dim], op));
put('type', (values, op) => (values[1] ? onParts(values, op) : typeOf(values[0] as Tensor)));
put('zeros_like empty_like', emptied);
put('zero', ([x]) => {
  const one = x as SparseTensor;
  return one.with(
    one.kept.narrow(0, 0, 0),
    quietly(() => one.places.narrow(1, 0, 0)),
    one.sizes,
    true,
  );
});
put('new_zeros new_empty', newEmpty);
put('new_ones new_full ones_like full_like fill', lacking('fill_.Scalar'));
put('rand_like', lacking('uniform_'));
put('randn_like', lacking('normal_'));
put('flatten', ([x], op) => {
  if ((x as Tensor).sizes.length === 1) return x;
  return rules.get('reshape')!([x], op);
});
put('reshape', refuse('reshape is not implemented for sparse tensors'));
put('expand', refuse('expand is unsupported for Sparse tensors'));
put('repeat', ([x, ...sizes]) => {
  if ((sizes.flat() as number[]).length < (x as Tensor).sizes.length)
    throw new RuntimeError('Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor');
  throw new RuntimeError('expand is unsupported for Sparse tensors');
});
put('contiguous', refuse('unsupported memory format option Contiguous'));
put('masked_fill', ([x, mask]) => {
  broadcastSizes((mask as Tensor).sizes, (x as Tensor).sizes);
  throw new RuntimeError('unsupported memory format option Contiguous');
});
put('isreal', ([x]) => {
  if ((x as Tensor).dtype.is_complex) throw notHere('imag', x as Tensor);
  throw new RuntimeError('memory format option is only supported by strided tensors');
});
put('isfinite', ([x]) => {
  const { dtype } = x as Tensor;
  if (dtype.isContinuous) throw notHere('ne.Scalar', x as Tensor);
  throw new RuntimeError('memory format option is only supported by strided tensors');
});
put('diagonal', ([x, , d1 = 0, d2 = 1]) => {
  const rank = (x as Tensor).sizes.length;
  wrapDim(d1 as number, rank);
  wrapDim(d2 as number, rank);
  throw notHere('as_strided', x as Tensor);
});
put('real', ([x]) => {
  const one = x as SparseTensor;
  return one.dtype.is_complex ? one.with(one.kept.real) : one;
});
put('imag', ([x]) => {
  const one = x as SparseTensor;
  if (!one.dtype.is_complex) throw new TypeError_('imag is not implemented for tensors with non-complex dtypes.');
  return one.with(one.kept.imag);
});

/** True for an operation that reads sparse tensors itself, as its entry says. */
const itself = (op: Op): boolean => op.readsSparse === true;

/** The sparse tensor that an operation is about. */
const concerned = (values: readonly unknown[]): SparseTensor => {
  const sparse = tensorsOf(values).filter(isSparse);
  return sparse.find((t) => isCompressed(t.kind)) ?? sparse[0];
};

const ruleFor = (op: Op, { kind }: SparseTensor): Rule | undefined => {
  const general = rules.get(op.name);
  return kind === sparse_coo ? general : compressedRule(op, general);
};

function perform(op: Op, values: readonly unknown[]): unknown {
  const x = concerned(values);
  const rule = ruleFor(op, x);
  if (!rule) {
    if (op.compose) return op.compose(...values);
    throw notHere(op.shortName.replace(/^_(?=index$)/, ''), x);
  }
  const result = rule(values, op);
  return result instanceof Tensor ? refuseGradient(op.name, x, result) : result;
}

export const hook: SparseHook = {
  concerns: (op, values) => !itself(op as Op) && tensorsOf(values).some(isSparse),
  perform: (op, values, inPlace) => (inPlace ? change(op as Op, values, ruleFor(op as Op, concerned(values))) : perform(op as Op, values)),
};
