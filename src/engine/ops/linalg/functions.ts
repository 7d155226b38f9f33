import { bool } from '../../dtype.js';
import { IndexError, NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { broadcastSizes, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { apply } from '../unary/define.js';
import { luOf, luSolve } from './lu.js';
import { identity, numbersOf, type Numbers, type Values } from './numbers.js';
import { checkFloat, checkSquare, identityLike, isLapack, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';
import { inverseOf } from './solve.js';
import { cName } from '../../errors/dtypes.js';

/** Functions of square matrices: powers and the exponential. */

/** The coefficients of Padé's approximation of degree 13 (Higham, 2005). */
const PADE = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800, 33522128640,
  1323241920, 40840800, 960960, 16380, 182, 1,
];
const LARGEST_NORM = 5.371920351148152;

function product<S>(F: Numbers<S>, a: Values, b: Values, n: number): Values {
  const c = new Float64Array(a.length);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) F.addTimes(n, F.at(a, i * n + k), b, k * n, c, i * n);
  return c;
}

const combined = (terms: readonly [number, Values][]): Values => terms[0][1].map((_, i) => terms.reduce((s, [c, m]) => s + c * m[i], 0));

/** e^A by scaling, Padé's approximation and squaring. */
function exponential<S>(F: Numbers<S>, a: Values, n: number): Values {
  const times = (p: Values, q: Values) => product(F, p, q, n);
  let norm = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += F.size(F.at(a, i * n + j));
    norm = Math.max(norm, sum);
  }
  if (!Number.isFinite(norm)) return a.map(() => NaN);
  const squarings = Math.max(0, Math.ceil(Math.log2(norm / LARGEST_NORM)));
  const x = a.map((v) => v / 2 ** squarings);
  const [one, b] = [identity(n, F.lanes), PADE];
  const x2 = times(x, x);
  const x4 = times(x2, x2);
  const x6 = times(x4, x2);
  const part = (k: number) =>
    combined([
      [
        1,
        times(
          x6,
          combined([
            [b[k + 12], x6],
            [b[k + 10], x4],
            [b[k + 8], x2],
          ]),
        ),
      ],
      [b[k + 6], x6],
      [b[k + 4], x4],
      [b[k + 2], x2],
      [b[k], one],
    ]);
  const odd = times(x, part(1));
  const even = part(0);
  let result: Values = luSolve(
    F,
    luOf(
      F,
      combined([
        [1, even],
        [-1, odd],
      ]),
      n,
      n,
    ),
    n,
    combined([
      [1, even],
      [1, odd],
    ]),
    n,
  );
  for (let i = 0; i < squarings; i++) result = times(result, result);
  return result;
}

const expOp = op({
  signature: 'linalg.matrix_exp(Tensor A)',
  kind: kind.decomposition(),
  doc: 'The exponentials of square matrices.',
  formula: 'out = Σ Aᵏ / k!',
  gradient: 'A: the upper right block of e^[Aᵀ g; 0 Aᵀ]',
  gradFn: 'LinalgMatrixExpBackward0',
  forward(a) {
    checkSquare('linalg.matrix_exp', a);
    checkFloat('linalg.matrix_exp', a);
    const n = matrixSizes(a)[0];
    return stacked(
      a,
      matricesOf(a).map((values) => exponential(numbersOf(a.dtype), values, n)),
      [n, n],
    );
  },
  backward: {
    A(g, s) {
      const n = matrixSizes(s.A)[0];
      const a = transposed(s.A);
      const block = catOf([catOf([a, g], -1), catOf([a.mul(0), a], -1)], -2);
      return exponentialOf(block).narrow(-2, 0, n).narrow(-1, n, n);
    },
  },
});

const exponentialOf = (a: Tensor): Tensor => apply(expOp, a);

/** The power of a matrix by repeated squaring, from the lowest bit up, as PyTorch. */
function power(a: Tensor, n: number): Tensor {
  checkSquare('linalg.matrix_power', a);
  if (n === 0) return a.clone().copy_(identityLike(a, matrixSizes(a)[0]));
  if (n === 1) return a.clone();
  if (n < 0) return n === -1 ? inverseOf(a) : power(inverseOf(a), -n);
  if (n === 2) return a.matmul(a);
  if (n === 3) return a.matmul(a).matmul(a);
  let [square, result]: [Tensor, Tensor | null] = [a, null];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest !== n) square = square.matmul(square);
    if (rest % 2 === 1) result = result ? result.matmul(square) : square;
  }
  return result!;
}

const named = (name: 'linalg.matrix_power' | 'matrix_power', first: string): Op =>
  op({
    signature: `${name}(Tensor ${first}, int n, *, Tensor? out=None)` as 'linalg.matrix_power(Tensor A, int n, *, Tensor? out=None)',
    kind: kind.product(),
    doc: 'Powers of square matrices; of their inverses, where negative.',
    formula: `out = ${first}ⁿ`,
    compose: power,
  });

/** The order of multiplication that needs the fewest products of numbers. */
function bestOrder(sizes: readonly number[]): number[][] {
  const n = sizes.length - 1;
  const cost = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const cut = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let length = 1; length < n; length++) {
    for (let i = 0; i + length < n; i++) {
      const j = i + length;
      cost[i][j] = Infinity;
      for (let k = i; k < j; k++) {
        const total = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (total < cost[i][j]) [cost[i][j], cut[i][j]] = [total, k];
      }
    }
  }
  return cut;
}

function multiDot(tensors: readonly Tensor[]): Tensor {
  const n = tensors.length;
  if (n < 2) throw new RuntimeError(`multi_dot(): expected at least 2 tensors but got ${n}`);
  const [first, last] = [tensors[0], tensors[n - 1]];
  const ends = [
    ['first', first],
    ['last', last],
  ] as const;
  for (const [name, t] of ends) {
    if (t.sizes.length < 1 || t.sizes.length > 2)
      throw wrongShape(`multi_dot(): the ${name} tensor must be 1D or 2D but got ${t.sizes.length}D`);
  }
  const all = [...tensors];
  if (first.sizes.length === 1) all[0] = first.unsqueeze(0);
  if (last.sizes.length === 1) all[n - 1] = last.unsqueeze(-1);
  all.forEach((t, i) => {
    if (t.sizes.length !== 2) throw wrongShape(`multi_dot(): tensor ${i} must be 2D but got ${t.sizes.length}D`);
    if (t.dtype !== all[0].dtype) {
      throw new RuntimeError(
        `multi_dot(): all tensors must have be the same dtype but tensor 0 is ${all[0].dtype.cppName} and tensor ${i} ${t.dtype.cppName}`,
      );
    }
  });
  for (let i = 0; i < n - 1; i++) {
    if (all[i].sizes[1] === all[i + 1].sizes[0]) continue;
    const [p, q] = [all[i], all[i + 1]].map((t) => `[${t.sizes.join(', ')}]`);
    throw wrongShape(`multi_dot(): tensors ${i} and ${i + 1} with shapes ${p} and ${q} cannot be multiplied`);
  }
  const cut = bestOrder([all[0].sizes[0], ...all.map((t) => t.sizes[1])]);
  const chain = (i: number, j: number): Tensor => (i === j ? all[i] : chain(i, cut[i][j]).mm(chain(cut[i][j] + 1, j)));
  const sizes = [...(first.sizes.length === 1 ? [] : [first.sizes[0]]), ...(last.sizes.length === 1 ? [] : [last.sizes[1]])];
  return chain(0, n - 1).view(sizes);
}

export const matrixFunctions: Op[] = [
  expOp,
  op({
    signature: 'matrix_exp(Tensor input)',
    kind: kind.decomposition(),
    doc: 'The exponentials of square matrices; another name of `linalg.matrix_exp`.',
    formula: 'out = Σ inputᵏ / k!',
    compose: exponentialOf,
  }),
  named('linalg.matrix_power', 'A'),
  named('matrix_power', 'input'),
  op({
    signature: 'linalg.multi_dot(Tensor[] tensors, *, Tensor? out=None)',
    wrongOut: (result, out) => `multi_dot(): expected out tensor to have dtype ${cName(result)} but got ${cName(out)}`,
    kind: kind.product(),
    doc: 'The product of several matrices, in the order that is least work; the first and the last may be vectors.',
    formula: 'out = Π tensors',
    compose: multiDot,
  }),
  op({
    signature: 'linalg.matmul(Tensor input, Tensor other, *, Tensor? out=None)',
    autocast: 'half',
    kind: kind.product(),
    doc: 'The product of vectors, matrices, or batches of matrices; another name of `matmul`.',
    formula: 'out = input @ other',
    compose: (input, other) => input.matmul(other),
  }),
  op({
    signature: 'linalg.vecdot(Tensor x, Tensor y, *, int dim=-1, Tensor? out=None)',
    // PyTorch writes this message without a space.
    wrongOut: (result, out) => `linalg.vecdot: Expected out of dtype${result.scalarName} but found ${out.scalarName}`,
    autocast: 'half',
    kind: kind.product(),
    doc: 'Inner products along a dim.',
    formula: 'out = Σ_dim conj(x) · y',
    compose(x, y, dim) {
      if (!x.dtype.isContinuous) {
        throw new NotImplementedError_(`linalg.vecdot: Expected a floating point or complex tensor as input. Got ${x.dtype.scalarName}`);
      }
      return x.sizes.length === 1 && y.sizes.length === 1 && x.sizes[0] === y.sizes[0] && wrapDim(dim, 1) === 0
        ? x.vdot(y)
        : x.conj().mul(y).sum(dim);
    },
  }),
  op({
    signature: 'linalg.diagonal(Tensor A, *, int offset=0, int dim1=-2, int dim2=-1)',
    kind: kind.view<'A'>({ holds: 'A' }),
    doc: 'The diagonals of matrices; another name of `diagonal`, of the last two dims.',
    formula: 'out[…, i] = A[…, i, i + offset]',
    compose: (a, offset, dim1, dim2) => a.diagonal(offset, dim1, dim2),
  }),
  op({
    signature: 'linalg.vander(Tensor x, *, int? N=None)',
    kind: kind.product(),
    doc: 'Powers of vectors, increasing along the last dim.',
    formula: 'out[…, i, j] = x[…, i]ʲ',
    compose(given, n) {
      if (given.dtype === bool || (given.dtype.is_floating_point && !isLapack(given.dtype))) {
        throw new RuntimeError(`linalg.vander supports floating point, complex, and integer tensors, but got ${given.dtype.scalarName}`);
      }
      const x = given.sizes.length === 0 ? given.unsqueeze(0) : given;
      const columns = n ?? x.sizes.at(-1) ?? 1;
      if (columns <= 1) throw new RuntimeError('N must be greater than 1.');
      const base = x.unsqueeze(-1);
      const powers = base.expand([...x.sizes, columns - 1]).cumprod(-1);
      return catOf([powers.new_ones([...x.sizes, 1]), powers], -1);
    },
  }),
  op({
    signature: 'linalg.cross(Tensor input, Tensor other, *, int dim=-1, Tensor? out=None)',
    kind: kind.product(),
    doc: 'The cross product of vectors of three.',
    formula: 'out = input × other',
    compose(input, other, dim) {
      if (input.sizes.length !== other.sizes.length) throw wrongShape('linalg.cross: inputs must have the same number of dimensions.');
      if (input.sizes.length === 0) throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
      const d = wrapDim(dim, input.sizes.length);
      const [p, q] = [input.sizes[d], other.sizes[d]];
      if (p !== 3 || q !== 3) throw wrongShape(`linalg.cross: inputs dimension ${dim} must have length 3. Got ${p} and ${q}`);
      const sizes = broadcastSizes(input.sizes, other.sizes);
      return input.expand(sizes).cross(other.expand(sizes), dim);
    },
  }),
];
