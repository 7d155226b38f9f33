import { int64 } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { ensureRoom } from '../memory.js';
import { numel, showSizes, viewStrides, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { stackOf } from './joining.js';
import * as kind from './kind.js';
import { convertsOut } from './outDtype.js';
import { op, type Op } from './op.js';

/** Products, and choices of elements, that are short compositions of other operations. */

/**
 * A view of another size, as PyTorch makes it. Where no view is possible, PyTorch refuses, and this function returns a
 * copy.
 */
const asSeen = (t: Tensor, sizes: readonly number[]): Tensor =>
  viewStrides(t.sizes, t.strides, sizes) ? t._unsafe_view(sizes) : t.reshape(sizes);

/** The number of ways to choose `r` of `n` items. The count stops above 2⁵³. */
function choices(n: number, r: number, withReplacement: boolean): number {
  const from = withReplacement ? n + r - 1 : n;
  if (r > from) return r === 0 ? 1 : 0;
  let count = 1;
  for (let k = 1; k <= Math.min(r, from - r) && count < 2 ** 53; k++) count = (count * (from + 1 - k)) / k;
  return count;
}

const dimList = (v: number | readonly number[]): number[] => (typeof v === 'number' ? [v] : [...v]);

export const composedProducts: Op[] = [
  op({
    signature: 'tensordot(Tensor a, Tensor b, any dims=2)',
    kind: kind.product(),
    doc: 'A product summed over several dims: the last of `a` with the first of `b`, or the pairs given.',
    formula: 'out = Σ_dims a · b',
    compose(a, b, dims) {
      if (typeof dims === 'number' && dims > Math.min(a.sizes.length, b.sizes.length))
        throw new RuntimeError(`tensordot expects dims < ndim_a or ndim_b, but got dims=${dims}`);
      const isDims = (v: unknown): boolean => Number.isInteger(v) || (Array.isArray(v) && v.every(Number.isInteger));
      const isCount = typeof dims === 'number' && Number.isInteger(dims) && dims >= 0;
      if (!isCount && !(Array.isArray(dims) && dims.length === 2 && dims.every(isDims))) {
        throw new RuntimeError('tensordot expects dims to be int >= 0 or a pair of lists of dims');
      }
      const count = typeof dims === 'number' ? dims : 0;
      const [da, db] =
        typeof dims === 'number'
          ? [Array.from({ length: count }, (_, i) => a.sizes.length - count + i), Array.from({ length: count }, (_, i) => i)]
          : [dimList(dims[0]).map((d) => wrapDim(d, a.sizes.length)), dimList(dims[1]).map((d) => wrapDim(d, b.sizes.length))];
      if (da.length !== db.length) throw new RuntimeError('both dimension lists should have same length');
      // A dim that has size 1 in one tensor only is summed over in the other one.
      const [x, y] = [a, b].map((t, k) => {
        const [own, other, theirs] = k === 0 ? [da, b, db] : [db, a, da];
        const alone = own.filter((d, i) => t.sizes[d] !== 1 && other.sizes[theirs[i]] === 1);
        return alone.length > 0 ? t.sum(alone, true) : t;
      }) as [Tensor, Tensor];
      da.forEach((d, i) => {
        if (x.sizes[d] !== y.sizes[db[i]]) {
          throw wrongShape(
            `contracted dimensions need to match, but first has size ${a.sizes[d]} in dim ${d - a.sizes.length} and second has size ${b.sizes[db[i]]} in dim ${db[i]}`,
          );
        }
      });
      const ra = [...a.sizes.keys()].filter((d) => !da.includes(d));
      const rb = [...b.sizes.keys()].filter((d) => !db.includes(d));
      const inner = numel(da.map((d) => x.sizes[d]));
      const left = x.permute([...ra, ...da]).reshape([numel(ra.map((d) => a.sizes[d])), inner]);
      const right = y.permute([...db, ...rb]).reshape([inner, numel(rb.map((d) => b.sizes[d]))]);
      return left.mm(right).reshape([...ra.map((d) => a.sizes[d]), ...rb.map((d) => b.sizes[d])]);
    },
  }),
  op({
    signature: 'kron(Tensor input, Tensor other, *, Tensor? out=None)',
    wrongOut: convertsOut,
    kind: kind.product(),
    doc: 'The Kronecker product.',
    formula: 'out[i · m + k] = input[i] · other[k]',
    compose(input, other) {
      const rank = Math.max(input.sizes.length, other.sizes.length);
      const padded = (t: Tensor) => [...new Array<number>(rank - t.sizes.length).fill(1), ...t.sizes];
      const [a, b] = [padded(input), padded(other)];
      return asSeen(
        asSeen(
          input,
          a.flatMap((n) => [n, 1]),
        ).mul(
          asSeen(
            other,
            b.flatMap((n) => [1, n]),
          ),
        ),
        a.map((n, i) => n * b[i]),
      );
    },
  }),
  op({
    signature: 'cross(Tensor input, Tensor other, int? dim=None, *, Tensor? out=None)',
    kind: kind.product(),
    doc: 'The cross product of vectors of three.',
    formula: 'out = input × other',
    gradient: 'input: other × g;  other: g × input',
    gradFn: 'LinalgCrossBackward0',
    forward(input, other, dim) {
      const d = dim === null ? input.sizes.indexOf(3) : wrapDim(dim, input.sizes.length);
      if (d < 0) throw wrongShape('no dimension of size 3 in input');
      if (input.sizes.length !== other.sizes.length) throw wrongShape('linalg.cross: inputs must have the same number of dimensions.');
      if (input.sizes[d] !== 3 || other.sizes[d] !== 3) {
        throw wrongShape(`linalg.cross: inputs dimension ${dim ?? d} must have length 3. Got ${input.sizes[d]} and ${other.sizes[d]}`);
      }
      const turn = (t: Tensor, by: number) => t.roll(by, d);
      return turn(input, -1)
        .mul(turn(other, 1))
        .sub(turn(input, 1).mul(turn(other, -1)));
    },
    backward: {
      input: (g, s) => s.other.cross(g, s.dim ?? s.sizesOf('input').indexOf(3)),
      other: (g, s) => g.cross(s.input, s.dim ?? s.sizesOf('input').indexOf(3)),
    },
  }),
  op({
    signature: 'cartesian_prod(Tensor... tensors)',
    kind: kind.joining(),
    doc: 'All combinations of elements, one of each vector.',
    formula: 'out = tensors[0] × tensors[1] × …',
    compose(tensors) {
      if (tensors.length === 1) return tensors[0];
      const sizes = tensors.map((t) => t.sizes[0]);
      return stackOf(
        tensors.map((t, k) =>
          t
            .reshape(sizes.map((n, i) => (i === k ? n : 1)))
            .expand(sizes)
            .reshape([-1]),
        ),
        1,
      );
    },
  }),
  op({
    signature: 'combinations(Tensor input, int r=2, bool with_replacement=False)',
    kind: kind.indexing(),
    doc: 'All choices of `r` elements of a vector.',
    formula: 'out = r-subsets of input',
    compose(input, r, withReplacement) {
      if (input.sizes.length !== 1) throw wrongShape(`Expect a 1D vector, but got shape ${showSizes(input.sizes)}`);
      if (r < 0) throw new RuntimeError(`Expect a non-negative number, but got ${r}`);
      ensureRoom(choices(input.sizes[0], r, withReplacement) * r * int64.itemsize);
      const rows: number[][] = [];
      const choose = (from: number, chosen: number[]) => {
        if (chosen.length === r) rows.push(chosen);
        else if (withReplacement || from + r - chosen.length <= input.sizes[0])
          for (let i = from; i < input.sizes[0]; i++) choose(withReplacement ? i : i + 1, [...chosen, i]);
      };
      choose(0, []);
      const where = Tensor.of(rows.flat(), [rows.length * r], int64, input.device);
      return input.index(where.reshape([rows.length, r]));
    },
  }),
];
