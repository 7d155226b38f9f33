import { read } from '../../backends/allocation.js';
import { bool } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { byColumn, isBlocked, sparse_coo, sparse_csr } from '../../sparse/layout.js';
import { wrapDim } from '../../shape.js';
import { isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { requiresGrad } from '../../tensor/state.js';
import { Tensor } from '../../tensor/tensor.js';
import { tensorsOf } from '../execute.js';
import { withoutKernelFor } from '../lacks.js';
import type { Op } from '../op.js';
import type { Rule } from './inPlace.js';
import { checkAlpha, ofSubtraction } from './arithmetic.js';
import { countable } from './methods.js';
import { rowsOf, selectAt, sumOver, together } from './places.js';
import { rowsWanted, notHere, unsupported, withoutBlocks } from './refusals.js';
import { refusing } from '../refusing.js';

/** What is different for matrices whose rows or columns are compressed: PyTorch has fewer operations for them. */

/** Operations whose rule for coordinates holds for compressed matrices too. */
const alike = new Set(
  `neg negative clone detach _to_copy conj _conj resolve_conj positive conj_physical abs absolute relu nn.functional.relu sqrt sin tan sinh tanh
  asin arcsin atan arctan asinh arcsinh atanh arctanh sign sgn ceil floor trunc round erf erfinv expm1 log1p deg2rad rad2deg isnan isinf isposinf
  isneginf signbit frac new_tensor mm matmul mv addmm addmv bmm t transpose swapaxes swapdims mT mH H adjoint type`.split(/\s+/),
);

const short = ({ kind }: SparseTensor): string => kind.shortName.toUpperCase();
const without =
  (what: string): Rule =>
  (values) => {
    throw new RuntimeError(
      `Sparse ${short(tensorsOf(values).find((t) => isSparse(t) && t.kind !== sparse_coo) as SparseTensor)} tensors do not have ${what}`,
    );
  };
const one = ([x]: readonly unknown[]): SparseTensor => x as SparseTensor;
const lacking =
  (name: string): Rule =>
  (values) => {
    throw notHere(name, one(values));
  };

/** The same places, with one number. */
export const filled = (x: SparseTensor, value: number): SparseTensor => x.with(x.kept.new_full(x.kept.sizes, value));

/** @throws RuntimeError when the elements of a line across the compressed ones do not lie at equal distances */
function checkView(x: SparseTensor, dim: number, index: number): void {
  const at = read(x.places.select(0, dim));
  const line = Math.floor((index < 0 ? index + x.sizes[dim] : index) / (x.sizes[dim] / x.grid[dim]));
  const places = [...at.keys()].filter((e) => at[e] === line);
  if (places.some((place, i) => i > 1 && place - places[i - 1] !== places[1] - places[0]))
    throw new RuntimeError('select(): no view exists for the given input, consider using torch.select_copy.');
}

const rules: Readonly<Record<string, Rule>> = {
  add: ([a, b, alpha = 1]) => {
    if (isSparse(a) && isSparse(b)) {
      checkAlpha(a, alpha);
      if (a.dtype === bool && b.dtype === bool)
        return a.with(
          a
            .laidOut(sparse_coo)
            .dense()
            .logical_or(b.dense())
            .index(...rowsOf(a.places)),
        );
      if (isBlocked(a.kind)) return together(a, b, alpha as number);
      const sum = a.laidOut(sparse_coo).add(b.laidOut(sparse_coo), { alpha: alpha as number }) as SparseTensor;
      return byColumn(a.kind) && alpha !== 1 ? refusing(sum.laidOut(a.kind), rowsWanted(a)) : sum.laidOut(a.kind);
    }
    if (!(b instanceof Tensor)) throw unsupported(a as SparseTensor);
    const blocks = [a, b].find((t) => isSparse(t) && isBlocked(t.kind));
    if (blocks)
      throw new RuntimeError('The sum of a matrix of blocks and a dense one is a bug in PyTorch, and is not here: call to_dense() first.');
    const dense = (t: unknown): Tensor => (isSparse(t) ? (t.whole?.() ?? t.dense()) : (t as Tensor));
    return dense(a).add(dense(b), { alpha: alpha as number });
  },
  mul: ([a, b]) => {
    const [x, other] = (isSparse(a) ? [a, b] : [b, a]) as [SparseTensor, unknown];
    if (!(other instanceof Tensor) || other.sizes.length === 0)
      return x.with(x.kept.mul(other as number)).wholeOf(x, (all) => all.mul(other as number));
    if (isBlocked(x.kind)) throw withoutBlocks(x);
    if (x.kind !== sparse_csr) throw new RuntimeError('Expected result Tensor to be of format CSR');
    if (other.dtype === bool && x.dtype === bool && x.places.sizes[1] > 0) throw withoutKernelFor('mul_out_sparse', bool);
    const product = x.laidOut(sparse_coo).mul(isSparse(other) ? other.laidOut(sparse_coo) : other);
    const made = (product as SparseTensor).laidOut(sparse_csr);
    return !isSparse(other) && requiresGrad(other)
      ? refusing(
          made,
          new RuntimeError('Function MulBackward0 returned an invalid gradient at index 1 - expected layout Strided but got SparseCsr'),
        )
      : made;
  },
  sum: ([x, dim, keepdim, dtype]) => {
    const all = countable((dtype ? (x as Tensor).to(dtype as never) : x) as SparseTensor);
    if (!Array.isArray(dim) || dim.length === 0) return all.whole ? all.whole().sum() : all.kept.sum();
    if (all.kind !== sparse_csr)
      throw new RuntimeError(
        `Currently the only compressed sparse format supported for sum.dim_IntList is CSR, but got layout ${all.kind.shown}`,
      );
    if (keepdim !== true) throw new RuntimeError('reduction operations on CSR tensors with keepdim=False is unsupported');
    return (sumOver(all.laidOut(sparse_coo), dim as number[], true) as SparseTensor).laidOut(sparse_csr);
  },
  mean: ([x]) => {
    const { dtype } = x as Tensor;
    if (!dtype.isContinuous)
      throw new NotImplementedError_(
        `mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${dtype.scalarName}`,
      );
    throw notHere('mean.out', x as Tensor);
  },
  norm: (values) => {
    const { dtype } = one(values);
    if (!dtype.isContinuous)
      throw new NotImplementedError_(`norm(): input dtype should be either floating point or complex. Got ${dtype.scalarName} instead.`);
    throw notHere('norm.out', one(values));
  },
  any: lacking('any.all_out'),
  softmax: lacking('_softmax.out'),
  nan_to_num: lacking('nan_to_num.out'),
  index_select: lacking('index_select'),
  permute: lacking('as_strided'),
  T: lacking('as_strided'),
  rand_like: lacking('uniform_'),
  sub: ([a, b]) => {
    const wrong = ofSubtraction(a, b);
    throw wrong ?? unsupported((isSparse(a) ? a : b) as SparseTensor);
  },
  select: ([x, dim, index]) => {
    const given = one([x]);
    const d = wrapDim(dim as number, 2);
    if (d === (byColumn(given.kind) ? 0 : 1)) checkView(given, d, index as number);
    return selectAt(given.laidOut(sparse_coo), d, index as number);
  },
  ones_like: ([x]) => filled(one([x]), 1),
  full_like: ([x, value]) => filled(one([x]), value as number),
  expand: ([x]) => {
    throw new RuntimeError(`expand is unsupported for ${one([x]).kind.shown} tensors`);
  },
  ...Object.fromEntries(['unsqueeze', 'squeeze', 'slice', 'narrow', 'narrow_copy', 'diagonal'].map((name) => [name, without('strides')])),
  ...Object.fromEntries(
    ['contiguous', 'flatten', 'reshape', 'cat', 'concat', 'concatenate', 'stack'].map((name) => [name, without('is_contiguous')]),
  ),
};

/** The rule of an operation for a compressed matrix. @param general its rule for coordinates */
export function compressedRule(op: Op, general: Rule | undefined): Rule | undefined {
  const own = rules[op.name];
  if (own) return own;
  if (general && (alike.has(op.name) || /_like$|^zero$/.test(op.name))) return general;
  const isPlain = op.kind.each || ['div', 'sub', 'rsub', 'pow'].includes(op.name);
  if (isPlain)
    return (values) => {
      throw unsupported(one(tensorsOf(values).filter(isSparse)));
    };
  return general
    ? (values) => {
        throw notHere(op.shortName, one(tensorsOf(values).filter(isSparse)));
      }
    : undefined;
}
