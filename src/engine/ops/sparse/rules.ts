import { read } from '../../backends/allocation.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { isCompressed, isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { installSparse } from '../../sparse/hook.js';
import { sparse_csc, sparse_csr } from '../../sparse/layout.js';
import { quietly } from '../../quietly.js';
import { wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute, executeInplace, tensorsOf } from '../execute.js';
import { catOf } from '../joining.js';
import type { Op } from '../op.js';
import { addmm, matmul } from './products.js';
import { intersect, reorder, rowsOf, selectAt, selectRows, stacked, sumOver, together, turned } from './places.js';

/** How operations treat sparse tensors: PyTorch's list of those that accept them, and its errors for the others. */

type Values = readonly unknown[];
type Rule = (values: Values, op: Op) => unknown;

/** Runs the operation on the elements, after elements at the same place are added. */
const onElements: Rule = ([x, ...rest], op) => {
  const once = (x as SparseTensor).coalesced();
  return once.with(execute(op, [once.kept, ...rest]) as Tensor);
};

/** Runs the operation on the elements, where it does not matter that a place may occur twice. */
const onParts: Rule = ([x, ...rest], op) => (x as SparseTensor).with(execute(op, [(x as SparseTensor).kept, ...rest]) as Tensor);

/** Computes one number from all elements; the missing elements are 0. */
const ofElements: Rule = ([x, ...rest], op) => execute(op, [(x as SparseTensor).coalesced().kept, ...rest]);

const add: Rule = ([a, b, alpha = 1]) => {
  if (!isSparse(b) || (!isSparse(a) && !(a instanceof Tensor)))
    throw new RuntimeError('add(sparse, dense) is not supported. Use add(dense, sparse) instead.');
  if (!isSparse(a)) return a.add(b.dense(), { alpha: alpha as number });
  if (a.sizes.join() !== b.sizes.join())
    throw wrongShape(`add: expected sizes of 'self' and 'other' to match, but [${a.sizes.join(', ')}] != [${b.sizes.join(', ')}]`);
  return together(a, b, alpha as number);
};

const sub: Rule = ([a, b, alpha = 1], op) => {
  if (isSparse(b) && !isSparse(a) && a instanceof Tensor) return a.sub(b.dense(), { alpha: alpha as number });
  return add([a, isSparse(b) ? b.with(b.kept.neg()) : b, alpha], op);
};

const mul: Rule = ([a, b]) => {
  if (isSparse(a) && isSparse(b)) {
    return intersect(a, b);
  }
  const [x, other] = (isSparse(a) ? [a, b] : [b, a]) as [SparseTensor, Tensor | number];
  if (!(other instanceof Tensor) || other.sizes.length === 0) return x.with(x.kept.mul(other));
  return x.with(x.kept.mul(other.expand(x.sizes).index(...rowsOf(x.places))), x.places, x.sizes, x.isOnce);
};

const div: Rule = ([a, b, ...rest], op) => {
  if (b instanceof Tensor && (b.sizes.length > 0 || isSparse(b)))
    throw new RuntimeError(
      `Sparse division requires a scalar or zero-dim dense tensor divisor (got shape [${b.sizes.join(', ')}] for divisor)`,
    );
  return (rest[0] == null ? onParts : onElements)([a, b, ...rest], op);
};

const transposed: Rule = ([x, a, b]) => {
  const one = x as SparseTensor;
  const rank = one.sizes.length;
  const [i, j] = a === undefined ? [0, Math.max(0, rank - 1)] : [wrapDim(a as number, rank), wrapDim(b as number, rank)];
  if (i !== j && Math.max(i, j) >= one.placed)
    throw new RuntimeError(`sparse transpose: transposed dimensions must be sparse Got sparse_dim: ${one.placed}, d0: ${i}, d1: ${j}`);
  if (isCompressed(one.kind)) return Object.assign(turned(one, true), { kind: one.kind === sparse_csr ? sparse_csc : sparse_csr });
  const order = [...one.sizes.keys()];
  [order[i], order[j]] = [j, i];
  return reorder(one, order);
};

const sum: Rule = ([x, dim, keepdim]) => {
  const one = x as SparseTensor;
  if (!Array.isArray(dim) || dim.length === 0) return one.kept.sum();
  if (isCompressed(one.kind)) throw new RuntimeError('reduction operations on CSR tensors with keepdim=False is unsupported');
  return sumOver(one, dim as number[], keepdim === true);
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

const emptied: Rule = ([x]) => {
  const one = x as SparseTensor;
  return quietly(() => one.with(one.kept.detach().narrow(0, 0, 0), one.places.narrow(1, 0, 0), one.sizes, true));
};

const refuse =
  (message: string): Rule =>
  () => {
    throw new RuntimeError(message);
  };

const rules = new Map<string, Rule>();
const put = (names: string, rule: Rule): void => names.split(' ').forEach((name) => rules.set(name, rule));

put('neg negative clone detach _to_copy conj _conj resolve_conj positive', onParts);
put(
  'abs absolute relu nn.functional.relu sqrt square sin tan sinh tanh asin arcsin atan arctan asinh arcsinh atanh arctanh sign sgn ceil floor trunc round erf erfinv expm1 log1p deg2rad rad2deg nan_to_num pow isnan isinf isposinf isneginf signbit frac floor_divide',
  onElements,
);
put('norm any', ofElements);
put('new_tensor', ([x, ...rest], op) => execute(op, [(x as SparseTensor).kept, ...rest]));
put('nn.functional.dropout', () => {
  throw notHere('bernoulli_.float');
});
put('add', add);
put('sub subtract', sub);
put('rsub', ([x, other]) => {
  const own = other instanceof Tensor ? other.sizes : [];
  throw wrongShape(
    `add: expected 'self' and 'other' to have same size, but self has size [${own.join(', ')}] while other has size [${(x as Tensor).sizes.join(', ')}] (FYI: dense-sparse addition does not currently support broadcasting)`,
  );
});
put('mul multiply', mul);
put('div divide true_divide', div);
put('mm matmul mv', matmul);
put('addmm', addmm);
put('t transpose swapaxes swapdims adjoint', transposed);
put('permute', ([x, dims]) =>
  reorder(
    x as SparseTensor,
    (dims as number[]).map((d) => wrapDim(d, (x as SparseTensor).sizes.length)),
  ),
);
put('unsqueeze', unsqueeze);
put('sum', sum);
put('select', ([x, dim, index]) => selectAt(x as SparseTensor, dim as number, index as number));
put('index_select', ([x, dim, index]) => selectRows(x as SparseTensor, dim as number, read(index as Tensor)));
put('cat concat concatenate', cat);
put('stack', ([list, dim = 0], op) => cat([(list as Tensor[]).map((t) => unsqueeze([t, dim], op)), dim], op));
put('bmm', (values, op) =>
  execute(
    op,
    values.map((t) => (isSparse(t) ? t.dense() : t)),
  ),
);
put('type', (values, op) => (values[1] ? onParts(values, op) : typeOf(values[0] as Tensor)));
put('zeros_like empty_like zero', emptied);
put('reshape flatten', refuse('reshape is not implemented for sparse tensors'));
put('expand', refuse('expand is unsupported for Sparse tensors'));
put('contiguous', refuse('unsupported memory format option Contiguous'));

/** True for an operation that reads sparse tensors itself, as its entry says. */
const itself = (op: Op): boolean => op.readsSparse === true;

const notHere = (name: string): Error =>
  new NotImplementedError_(
    `Could not run 'aten::${name}' with arguments from the 'SparseCPU' backend. PyTorch has no such operation for sparse tensors: call to_dense() first.`,
  );

const mixed = (kind: string, src: string): Error =>
  new RuntimeError(`copy_() between dense and sparse Tensors is not implemented! Found self type = ${kind} and src type = ${src}`);

/** Changes a dense tensor by a sparse one, or changes a sparse tensor, in place. */
function change(op: Op, values: Values): unknown {
  const [self, other, alpha = 1] = values as [Tensor, unknown, number?];
  const sign = op.name === 'sub' ? -1 : 1;
  if (!isSparse(self)) {
    if (!isSparse(other) || (op.name !== 'add' && op.name !== 'sub')) {
      if (op.name === 'copy' && isSparse(other)) throw mixed(typeOf(self), typeOf(other));
      throw notHere(`${op.shortName}_`);
    }
    // A gradient that holds rows of a table, as that of an embedding, changes only these rows.
    if (other.placed === 1 && other.sizes.join() === self.sizes.join())
      return self.index_add_(0, other.places.select(0, 0), other.kept.to(self.dtype), { alpha: sign * alpha });
    return executeInplace(op, [self, other.dense(), alpha]);
  }
  if (op.name === 'copy' && isSparse(other)) return self.become(other);
  const rule = rules.get(op.name);
  if (!rule) throw notHere(`${op.shortName}_`);
  return self.become(rule(values, op) as SparseTensor);
}

const typeOf = (t: Tensor): string => `torch.${isSparse(t) ? 'sparse.' : ''}${t.dtype.scalarName}Tensor`;

function perform(op: Op, values: Values): unknown {
  const rule = rules.get(op.name);
  if (rule) return rule(values, op);
  if (op.compose) return op.compose(...values);
  throw notHere(op.shortName.replace(/^_(?=index$)/, ''));
}

installSparse({
  concerns: (op, values) => !itself(op as Op) && tensorsOf(values).some(isSparse),
  perform: (op, values, inPlace) => (inPlace ? change : perform)(op as Op, values),
});
