/** Products of arrays, and `np.linalg`. */
import { float64 } from '../dtype.js';
import * as torch from '../generated/linalg.js';
import { einsum, tensordot } from '../generated/torch.js';
import { LinAlgError, ValueError } from '../errors.js';
import { eigenOf } from '../ops/linalg/eig.js';
import { eigenOfSymmetric } from '../ops/linalg/eigh.js';
import { lapackOf, published } from '../ops/linalg/rotations.js';
import { factorsOf } from '../ops/linalg/svd.js';
import { quietly } from '../quietly.js';
import { Tuple } from '../python/keys.js';
import type { Tensor } from '../tensor/tensor.js';
import { arrayFrom, cast, result, showShape, tensorOf, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { resultType } from './dtypes.js';
import { elementwise, operands, OPERATIONS } from './elementwise.js';
import { reductions } from './reductions.js';

export function matmul(x1: Value, x2: Value): ndarray {
  const [[p, q]] = operands([arrayFrom(tensorOf(x1)), arrayFrom(tensorOf(x2))]);
  const inner = q.sizes.length === 1 ? q.sizes[0] : q.sizes.at(-2);
  if (p.sizes.at(-1) !== inner)
    throw new ValueError(
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${inner} is different from ${p.sizes.at(-1)})`,
    );
  return result(quietly(() => p.matmul(q)));
}

function dot(x1: Value, x2: Value): ndarray {
  const [[p, q]] = operands([arrayFrom(tensorOf(x1)), arrayFrom(tensorOf(x2))]);
  if (p.sizes.length === 0 || q.sizes.length === 0) return OPERATIONS['*'](x1, x2);
  const inner = q.sizes.length === 1 ? 0 : q.sizes.length - 2;
  if (p.sizes.at(-1) !== q.sizes[inner])
    throw new ValueError(
      `shapes ${showShape(p.sizes)} and ${showShape(q.sizes)} not aligned: ${p.sizes.at(-1)} (dim ${p.sizes.length - 1}) != ${q.sizes[inner]} (dim ${inner})`,
    );
  return result(quietly(() => (q.sizes.length <= 2 ? p.matmul(q) : tensordot(p, q, [[-1], [q.sizes.length - 2]]))));
}

const floats = (a: Value): Tensor => {
  const tensor = tensorOf(a);
  return tensor.dtype.is_floating_point ? tensor : cast(tensor, float64);
};

function norm(x: Value, ord: Value, axis: Value, keepdims = false): ndarray {
  const tensor = floats(x);
  const array = arrayFrom(tensor);
  const rank = axis === undefined ? tensor.sizes.length : Array.isArray(axis) ? axis.length : 1;
  const { sum, max, min } = reductions;
  const { abs, sqrt, power } = elementwise;
  if (ord === undefined || (ord === 2 && rank === 1) || ord === 'fro') {
    if (axis === undefined && !keepdims) {
      const flat = arrayFrom(quietly(() => tensor.reshape([-1])));
      return sqrt(dot(flat, flat)) as ndarray;
    }
    return sqrt(sum(OPERATIONS['*'](array, array), { axis, keepdims })) as ndarray;
  }
  if (ord === Infinity) return max(abs(array), { axis, keepdims }) as ndarray;
  if (ord === -Infinity) return min(abs(array), { axis, keepdims }) as ndarray;
  if (rank === 1)
    return ord === 1
      ? (sum(abs(array), { axis, keepdims }) as ndarray)
      : (power(sum(power(abs(array), ord), { axis, keepdims }), 1 / ord) as ndarray);
  return result(quietly(() => torch.matrix_norm(tensor, ord as number)));
}

const ofTensors =
  (body: (a: Tensor, b: Tensor) => Tensor) =>
  (a: Value, b: Value): ndarray =>
    quietly(() => {
      const x = floats(a);
      return result(body(x, b === undefined ? x : cast(floats(b), resultType(x.dtype, floats(b).dtype))));
    });
const several =
  (body: (a: Tensor, ...given: Value[]) => readonly Tensor[]) =>
  (a: Value, ...given: Value[]) =>
    Tuple.from(quietly(() => [...body(floats(a), ...given)].map((one) => result(one.contiguous()))));

export const products = functions({
  'matmul(x1 x2)': matmul,
  'dot(a b)': dot,
  'inner(a b)': (a: Value, b: Value) => dot(a, tensorOf(b).sizes.length < 2 ? b : arrayFrom(quietly(() => tensorOf(b).transpose(-1, -2)))),
  'vdot(a b)': (a: Value, b: Value) => dot(arrayFrom(tensorOf(a).reshape([-1])), arrayFrom(tensorOf(b).reshape([-1]))),
  'outer(a b)': (a: Value, b: Value) =>
    OPERATIONS['*'](arrayFrom(quietly(() => tensorOf(a).reshape([-1, 1]))), arrayFrom(quietly(() => tensorOf(b).reshape([1, -1])))),
  'kron(a b)': (a: Value, b: Value) => quietly(() => arrayFrom(tensorOf(a).kron(tensorOf(b)))),
  'trace(a)': (a: Value) => result(quietly(() => tensorOf(a).trace())),
  'diagonal(a offset)': (a: Value, offset = 0) => arrayFrom(quietly(() => tensorOf(a).diagonal(offset))),
  'tensordot(a b axes)': (a: Value, b: Value, axes: Value = 2) =>
    quietly(() => result(tensordot(tensorOf(a), tensorOf(b), axes as number))),
  'cov(m y rowvar bias ddof)': (m: Value, y: Value, rowvar = true, bias = false, ddof: Value = undefined) => {
    const all = y === undefined ? floats(m) : floats([tensorOf(m), tensorOf(y)].map(arrayFrom));
    return result(quietly(() => (rowvar ? all : all.t()).cov({ correction: (ddof as number | undefined) ?? (bias ? 0 : 1) })));
  },
  'corrcoef(x y rowvar)': (x: Value, y: Value, rowvar = true) => {
    const all = y === undefined ? floats(x) : floats([tensorOf(x), tensorOf(y)].map(arrayFrom));
    return result(quietly(() => (rowvar ? all : all.t()).corrcoef()));
  },
  'cross(a b)': (a: Value, b: Value) => quietly(() => arrayFrom(torch.cross(tensorOf(a), tensorOf(b)))),
});

/** As `np.einsum`. */
export const ofEinstein = (equation: string, ...arrays: Value[]): ndarray => {
  const [all] = operands(arrays.map((one) => arrayFrom(tensorOf(one))));
  return result(quietly(() => einsum(equation, ...all)));
};

/** @throws LinAlgError for what is not finite */
function finite(a: Tensor): Tensor {
  if (!a.isfinite().all().item()) throw new LinAlgError('Array must not contain infs or NaNs');
  return a;
}

/** NumPy's eigenvalues and eigenvectors of a real matrix are real where none of the values is complex. */
const realIfPossible = (parts: readonly Tensor[]): Tensor[] =>
  parts[0].imag.eq(0).all().item() ? parts.map((part) => part.real) : [...parts];

export const linalg = Object.freeze(
  functions({
    'norm(x ord axis keepdims)': norm,
    'inv(a)': ofTensors((a) => torch.inv(a)),
    'pinv(a)': ofTensors((a) => torch.pinv(a)),
    'det(a)': ofTensors((a) => torch.det(a)),
    'solve(a b)': ofTensors((a, b) => torch.solve(a, b)),
    'matrix_rank(a)': ofTensors((a) => torch.matrix_rank(a)),
    'matrix_power(a n)': (a: Value, n: Value) => result(quietly(() => torch.matrix_power(tensorOf(a), n as number))),
    'cholesky(a)': ofTensors((a) => torch.cholesky(a)),
    'eigvalsh(a)': ofTensors((a) => torch.eigvalsh(a)),
    'eigh(a UPLO)': several((a, triangle = 'L') => eigenOfSymmetric(triangle === 'U' ? a.mT : a, lapackOf(a.dtype, published))),
    'eig(a)': several((a) => realIfPossible(eigenOf(finite(a), lapackOf(a.dtype, published)))),
    'eigvals(a)': (a: Value) => result(quietly(() => realIfPossible(eigenOf(finite(floats(a)), lapackOf(floats(a).dtype, published)))[0])),
    'qr(a)': several((a) => torch.qr(a) as unknown as Tensor[]),
    'svd(a full_matrices compute_uv)': (a: Value, full = true, vectors = true) => {
      const parts = quietly(() => factorsOf(floats(a), full, lapackOf(floats(a).dtype, published)).map((one) => result(one.contiguous())));
      return vectors ? Tuple.from(parts) : parts[1];
    },
  }),
);
