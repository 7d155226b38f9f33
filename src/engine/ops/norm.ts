import type { FoldKernel } from '../kernels/reductions.js';
import { widest } from '../backends/registry.js';
import { float32, promoteTypes, type DType } from '../dtype.js';
import { NotImplementedError_, RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { numel, reducedSizes, wrapDim, wrapDims } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { kernels } from '../backends/dispatch.js';
import { op, type Op } from './op.js';
import { contiguous_format } from '../layout.js';
import { cast, copyIn } from './pointwise.js';
import { fold, spread } from './reduction/fold.js';
import { singularValues } from './linalg/svd.js';
import { unexpectedOut } from './outDtype.js';

/** Norms of vectors and matrices. */

type Dims = number[] | null;

const foldOf = new Map<number, FoldKernel>([
  [0, 'count_nonzero'],
  [1, 'sum_abs'],
  [2, 'sum_square'],
  [Infinity, 'max_abs'],
  [-Infinity, 'min_abs'],
]);

/** (Σ |x|^p)^(1/p), and its limits at p = 0 (the number of elements that are not zero) and p = ±inf. */
function vectorNorm(input: Tensor, p: number, dim: Dims, keepdim: boolean): Tensor {
  // Complex numbers count by their absolute value.
  const x = input.dtype.is_complex ? input.abs() : input;
  const dims = wrapDims(dim, x.sizes.length);
  const kernel = foldOf.get(p);
  checkNotEmpty(x, p, dim);
  if (kernel) {
    // Squares of float32 are added up in float32, as in PyTorch.
    const out = fold(kernel, x, dims, keepdim, p === 2 && x.dtype !== float32 ? widest(x.device) : x.dtype);
    return p === 2 ? cast(out.sqrt(), x.dtype) : out;
  }
  const sizes = reducedSizes(x.sizes, dims, false);
  const powers = Tensor.empty(sizes, widest(x.device), x.device);
  kernels.fill(powers, p);
  return cast(fold('sum_pow', x, dims, keepdim, powers.dtype, powers).pow(1 / p), x.dtype);
}

/** Checks that there are elements: without elements there is no least or greatest one. */
function checkNotEmpty(x: Tensor, p: number, dim: Dims): void {
  if (numel(x.sizes) > 0 || (p >= 0 && p !== Infinity)) return;
  const norm = `linalg.vector_norm cannot compute the ${pythonNumber(p)} norm on`;
  if (dim === null || dim.length === 0) {
    throw wrongShape(`${norm} an empty tensor because the operation does not have an identity`);
  }
  for (const d of dim) {
    if (x.sizes[wrapDim(d, x.sizes.length)] === 0) {
      throw wrongShape(`${norm} the dimension ${d}because this dimension is empty and the operation does not have an identity`);
    }
  }
}

const pythonNumber = (p: number): string => (Number.isFinite(p) ? String(p) : p > 0 ? 'inf' : '-inf');

/** PyTorch's norm_backward. */
function normGrad(grad: Tensor, input: Tensor, result: Tensor, p: number, dim: Dims, keepdim: boolean): Tensor | null {
  const over = (t: Tensor) => spread(t, input.sizes, dim, keepdim);
  const g = over(grad);
  if (p === 0) return null;
  if (p === 1) return input.sgn().mul(g);
  const norm = over(result);
  if (p === 2) return g.mul(input.div(norm).masked_fill(norm.eq(0), 0));
  if (p === Infinity || p === -Infinity) {
    const isExtreme = input.abs().eq(norm);
    const count = isExtreme.sum(wrapDims(dim, input.sizes.length), true);
    return input.sgn().mul(g).div(count).masked_fill(isExtreme.logical_not(), 0);
  }
  const scaled = input.sgn().mul(input.abs().pow(p - 1));
  const factor = g.div(norm.pow(p - 1));
  const product = scaled.mul(p < 2 ? factor : factor.masked_fill(norm.eq(0), 0));
  return p < 2 ? product.masked_fill(input.eq(0), 0) : product;
}

function checkFloating(name: string, x: Tensor): void {
  if (!x.dtype.isContinuous) {
    throw new NotImplementedError_(`${name}: Expected a floating point or complex tensor as input. Got ${x.dtype.scalarName}`);
  }
}

function checkMatrix(x: Tensor): void {
  if (x.sizes.length < 2) throw wrongShape('linalg.matrix_norm: The input tensor A must have at least 2 dimensions.');
  checkFloating('linalg.matrix_norm', x);
}

/** `x` in a requested dtype. @throws RuntimeError unless that dtype is at least as wide */
function asType(name: string, x: Tensor, dtype: DType | null): Tensor {
  if (!dtype) return x;
  if (!dtype.isContinuous) throw new RuntimeError(`${name}: dtype should be floating point or complex, but got ${dtype.scalarName}`);
  if (promoteTypes(x.dtype, dtype) !== dtype) {
    throw new RuntimeError(
      `${name}: the dtype of the input (${x.dtype.scalarName}) should be convertible without narrowing to the specified dtype (${dtype.scalarName})`,
    );
  }
  return x.to(dtype);
}

/** The primitive on which every vector norm is built. */
const primitive = (name: '_vector_norm' | '_norm', gradFn: string): Op =>
  op({
    signature: `${name}(Tensor input, Scalar p, int[]? dim, bool keepdim)`,
    kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
    terms: { sum: ['input'] },
    doc: 'The p-norm over dims.',
    formula: 'out = (Σ_dim |input|^p)^(1/p)',
    gradient: 'input: g · sign(input) · |input|^(p−1) / out^(p−1)',
    gradFn,
    shown: name.slice(1),
    variants: ['method'],
    forward: (input, p, dim, keepdim) => vectorNorm(input, Number(p), dim, keepdim),
    backward: { input: (g, s) => normGrad(g, s.input, s.result, Number(s.p), s.dim, s.keepdim) },
  });

/** The older norm, on which distances are built in PyTorch, has another name in autograd. */
const vectorNorms = [primitive('_vector_norm', 'LinalgVectorNormBackward0'), primitive('_norm', 'NormBackward1')];

const norm = op({
  signature: "norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)",
  kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
  doc: "The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.",
  formula: 'out = (Σ_dim |input|^p)^(1/p)',
  gradient: 'input: g · sign(input) · |input|^(p−1) / out^(p−1)',
  compose(input, p, dim, keepdim, dtype) {
    if (p === 'nuc') {
      const x = asType('linalg.matrix_norm', input, dtype);
      checkMatrix(x);
      return matrixNorm(x, 'nuc', dim ?? [...input.sizes.keys()], keepdim);
    }
    if (typeof p === 'string' && p !== 'fro') throw new RuntimeError(`only valid string values are 'fro' and 'nuc', found ${p}`);
    const x = asType('linalg.vector_norm', input, dtype);
    checkFloating('linalg.vector_norm', x);
    return x._vector_norm(typeof p === 'string' || p === null ? 2 : p, dim, keepdim);
  },
});

/** Norms of matrices that differ from vector norms: by sums of rows or columns, or by singular values. */
export function matrixNorm(x: Tensor, ord: number | string, dim: readonly number[], keepdim: boolean): Tensor {
  const rank = x.sizes.length;
  if (dim.length !== 2) throw new RuntimeError(`linalg.matrix_norm: dim must be a 2-tuple. Got ${dim.join(' ')}`);
  const [rows, columns] = dim.map((d) => wrapDim(d, rank)) as [number, number];
  if (rows === columns) throw wrongShape(`linalg.matrix_norm: dims must be different. Got (${dim.join(', ')})`);
  if (ord === 'fro') return x._vector_norm(2, [rows, columns], keepdim);
  const a = typeof ord === 'number' ? Math.abs(ord) : ord;
  const greatest = typeof ord === 'string' || ord > 0;
  if (a === 1 || a === Infinity) {
    const [summed, rest] = a === 1 ? [rows, columns] : [columns, rows];
    const sums = x._vector_norm(1, [summed], keepdim);
    return extremeOf(sums, !keepdim && summed < rest ? rest - 1 : rest, keepdim, greatest);
  }
  if (a !== 2 && a !== 'nuc') throw new RuntimeError(`linalg.matrix_norm: Order ${String(ord)} not supported.`);
  const values = singularValues(x.movedim([rows, columns], [-2, -1]));
  const out = a === 'nuc' ? values.sum(-1, keepdim) : extremeOf(values, -1, keepdim, greatest);
  if (!keepdim) return out;
  const others = x.sizes.map((_, i) => i).filter((i) => i !== rows && i !== columns);
  const order = [...others, rows, columns];
  return out.unsqueeze(-1).permute(order.map((_, i) => order.indexOf(i)));
}

/** The greatest or the least along a dim; the greatest of an empty dim is 0. */
function extremeOf(x: Tensor, dim: number, keepdim: boolean, greatest: boolean): Tensor {
  if (!greatest) return x.amin([dim], keepdim);
  const d = wrapDim(dim, x.sizes.length);
  if (x.sizes[d] > 0) return x.amax([dim], keepdim);
  return x.new_zeros(x.sizes.flatMap((n, i) => (i !== d ? [n] : keepdim ? [1] : [])));
}

const expectedOut =
  (name: string) =>
  (result: DType, out: DType): string =>
    `${name} expected out tensor dtype ${result.scalarName} but got: ${out.scalarName}`;

const linalg: Op[] = [
  op({
    signature:
      'linalg.vector_norm(Tensor input, Scalar ord=2, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    wrongOut: unexpectedOut,
    kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
    doc: 'The p-norm of vectors.',
    formula: 'out = (Σ_dim |input|^ord)^(1/ord)',
    compose(input, ord, dim, keepdim, dtype) {
      const x = asType('linalg.vector_norm', input, dtype);
      checkFloating('linalg.vector_norm', x);
      return x._vector_norm(ord, dim, keepdim);
    },
  }),
  op({
    signature:
      "linalg.matrix_norm(Tensor input, Scalar|str ord='fro', int[] dim=[-2, -1], bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)",
    wrongOut: expectedOut('linalg.matrix_norm'),
    kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
    doc: "A norm of matrices: 'fro', 'nuc', ±1, ±2 or ±inf.",
    formula: 'out = ‖input‖_ord',
    compose(input, ord, dim, keepdim, dtype) {
      const x = asType('linalg.matrix_norm', input, dtype);
      checkMatrix(x);
      return matrixNorm(x, typeof ord === 'boolean' ? Number(ord) : ord, dim, keepdim);
    },
  }),
  op({
    signature:
      'linalg.norm(Tensor input, Scalar|str? ord=None, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    wrongOut: expectedOut('linalg.norm'),
    kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
    doc: 'A norm of vectors or matrices, by how many dims there are.',
    formula: 'out = ‖input‖_ord',
    compose(input, ord, dim, keepdim, dtype) {
      if (dim && dim.length !== 1 && dim.length !== 2) {
        throw new RuntimeError(`linalg.norm: If dim is specified, it must be of length 1 or 2. Got [${dim.join(', ')}]`);
      }
      const rank = input.sizes.length;
      if (!dim && ord !== null && rank !== 1 && rank !== 2) {
        throw wrongShape(`linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${rank}D.`);
      }
      const isMatrix = ord !== null && (typeof ord === 'string' || (dim ? dim.length === 2 : rank === 2));
      const x = asType(isMatrix ? 'linalg.matrix_norm' : 'linalg.vector_norm', input, dtype);
      if (isMatrix) checkMatrix(x);
      else checkFloating('linalg.vector_norm', x);
      if (isMatrix) return matrixNorm(x, typeof ord === 'boolean' ? Number(ord) : ord, dim ?? [0, 1], keepdim);
      return x._vector_norm(typeof ord === 'string' ? Number(ord) : (ord ?? 2), dim, keepdim);
    },
  }),
];

const others: Op[] = [
  op({
    signature: 'dist(Tensor input, Tensor other, Scalar p=2)',
    kind: kind.distance({ breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
    doc: 'The p-norm of a difference.',
    formula: 'out = ‖input − other‖_p',
    gradient: 'input: g · ∂‖d‖ₚ/∂d, d = input − other;  other: the negative',
    forward(input, other, p) {
      const difference = input.sub(other);
      if (!difference.dtype.isContinuous) {
        throw new RuntimeError(
          `norm(): input dtype should be either floating point or complex. Got ${difference.dtype.scalarName} instead.`,
        );
      }
      return vectorNorm(difference, Number(p), null, false);
    },
    backward: {
      input: (g, s) => normGrad(g, s.input.sub(s.other), s.result, Number(s.p), null, false),
      other: (g, s) => normGrad(g, s.input.sub(s.other), s.result, Number(s.p), null, false)?.neg() ?? null,
    },
  }),
  op({
    signature: 'renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)',
    kind: kind.normalization(),
    doc: 'Scales the slices of a dim whose norm is above `maxnorm` down to it.',
    formula: 'out = input · min(1, maxnorm / ‖slice‖_p)',
    gradient: 'input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)',
    conjugates: true,
    variants: ['function', 'method', 'inplace'],
    forward(input, p, dim, maxnorm) {
      const rank = input.sizes.length;
      if (Number(p) <= 0) throw new RuntimeError('renorm: non-positive-norm not supported');
      if (Number(maxnorm) < 0) throw new RuntimeError(`renorm: expected maxnorm to be >= 0 but got ${maxnorm}`);
      if (rank < 2) throw wrongShape(`renorm: input needs at least 2 dimensions, got ${rank} dimensions`);
      checkFloating('linalg.vector_norm', input);
      const length = vectorNorm(input, Number(p), otherDims(rank, dim), true);
      const scale = length.add(1e-7).reciprocal().mul(maxnorm);
      return copyIn(contiguous_format, input.mul(scale.masked_fill(length.le(maxnorm), 1)));
    },
    backward: {
      input(g, s) {
        const { input, maxnorm } = s;
        const rest = otherDims(input.sizes.length, s.dim);
        const length = input._vector_norm(s.p, rest, true);
        const inverse = length.add(1e-7).reciprocal();
        const along = input.conj().mul(g).sum(rest, true);
        const part = normGrad(along.dtype.is_complex ? along.real : along, input, length, Number(s.p), rest, true);
        const scaled = g
          .sub(inverse.mul(part ?? 0))
          .mul(inverse)
          .mul(maxnorm);
        return scaled.where(length.gt(maxnorm), g);
      },
    },
  }),
  op({
    signature: 'norm_except_dim(Tensor v, int pow=2, int dim=0)',
    kind: kind.reduction('norm', { breaks: [{ how: 'slope', argument: 'v', at: 0 }] }),
    doc: 'The norms of the slices of a dim; of the whole, where `dim` is -1.',
    formula: 'out[…, i, …] = (Σ |v[…, i, …]|^pow)^(1/pow)',
    compose: (v, pow, dim) => normsOfSlices(v, pow, dim),
  }),
  op({
    signature: '_weight_norm(Tensor v, Tensor g, int dim=0)',
    kind: kind.normalization(),
    doc: 'Slices of a dim with the direction that they have in `v` and the length that `g` gives.',
    formula: 'out = g · v / ‖v‖',
    compose: (v, g, dim) => v.mul(g.div(normsOfSlices(v, 2, dim))),
  }),
];

/** All dims but one. */
const otherDims = (rank: number, dim: number): number[] => {
  const d = wrapDim(dim, rank);
  return Array.from({ length: rank }, (_, e) => e).filter((e) => e !== d);
};

/** The norms of slices along a dim; only the last dim may be counted from the end. */
function normsOfSlices(v: Tensor, p: number, dim: number): Tensor {
  if (dim === -1) return v.norm(p);
  return v._vector_norm(p, otherDims(v.sizes.length, dim), true);
}

export const norms: Op[] = [...vectorNorms, norm, ...linalg, ...others];
