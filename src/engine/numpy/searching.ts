/** Functions about places and order: where a condition is true, which items are in a set, how often they occur. */
import { bool, float64, int64 } from '../dtype.js';
import { quietly } from '../quietly.js';
import { Tuple } from '../python/keys.js';
import type { Tensor } from '../tensor/tensor.js';
import { arrayFrom, doublesOf, numbersOf, of, plain, result, shapeOf, tensorOf, vector, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { choose, mapped, operands } from './elementwise.js';
import { alongAxis } from './reductions.js';

/** Compares two numbers; NaN comes last. */
const ascending = (a: number, b: number): number => (Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b);

/** The axis to sort along: the last one when it is absent, none (null) for the flat array. */
const sortAxis = (axis: Value): number | null => (axis === undefined ? -1 : (axis as number | null));

const order = (row: Float64Array): number[] => Array.from(row, (_, i) => i).sort((i, j) => ascending(row[i], row[j]));
const sorted = (a: Value, axis: Value): Tensor => {
  const tensor = tensorOf(a);
  return alongAxis(tensor, sortAxis(axis), tensor.dtype, (row) => row.slice().sort());
};

/** As `x.sort()`: sorts in place. */
export function sortInPlace(a: ndarray, axis: Value): void {
  const tensor = plain(a);
  quietly(() => tensor.copy_(sorted(a, axis)));
}

/** The places of elements that are not zero: a row of indices for each axis. */
function nonzero(a: Value): Value {
  const all = quietly(() => tensorOf(a).nonzero());
  return Tuple.from(quietly(() => [...all.unbind(1)].map((one) => arrayFrom(one.contiguous()))));
}

function unique(ar: Value, return_index = false, return_inverse = false, return_counts = false): Value {
  const tensor = tensorOf(ar);
  const values = numbersOf(tensor);
  const places = order(values);
  const firsts: number[] = [];
  const counts: number[] = [];
  const inverse = new Float64Array(values.length);
  for (const [i, place] of places.entries()) {
    if (i === 0 || values[place] !== values[places[i - 1]]) {
      firsts.push(place);
      counts.push(0);
    }
    counts[counts.length - 1] += 1;
    inverse[place] = firsts.length - 1;
  }
  const found = [
    arrayFrom(
      vector(
        firsts.map((i) => values[i]),
        tensor.dtype,
      ),
    ),
  ];
  if (return_index) found.push(arrayFrom(vector(firsts, int64)));
  if (return_inverse) found.push(arrayFrom(of(inverse, tensor.sizes, int64)));
  if (return_counts) found.push(arrayFrom(vector(counts, int64)));
  return found.length === 1 ? found[0] : Tuple.from(found);
}

function searchsorted(a: Value, v: Value, side = 'left'): ndarray {
  const row = numbersOf(tensorOf(a));
  const tensor = tensorOf(v);
  const place = (x: number) => {
    const at = row.findIndex((one) => (side === 'left' ? one >= x : one > x));
    return at < 0 ? row.length : at;
  };
  return result(mapped(tensor, int64, place));
}

function bincount(x: Value, weights: Value, minlength = 0): ndarray {
  const all = numbersOf(tensorOf(x));
  const by = weights === undefined ? null : numbersOf(tensorOf(weights));
  const counts = new Float64Array(
    Math.max(
      minlength,
      all.reduce((a, b) => Math.max(a, b + 1), 0),
    ),
  );
  all.forEach((one, i) => (counts[one] += by ? by[i] : 1));
  return arrayFrom(vector(counts, by ? float64 : int64));
}

function histogram(a: Value, bins: Value = 10, range: Value = undefined): Value {
  const values = numbersOf(tensorOf(a));
  const [low, high] = range === undefined ? [Math.min(...values), Math.max(...values)] : numbersOf(tensorOf(range));
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  const edges =
    typeof bins === 'number' ? doublesOf(bins + 1, (i) => (i === bins ? to : from + i * ((to - from) / bins))) : numbersOf(tensorOf(bins));
  const counts = new Float64Array(edges.length - 1);
  for (const x of values) {
    const at = edges.findIndex(
      (edge, i) => i < counts.length && x >= edge && (x < edges[i + 1] || (i === counts.length - 1 && x === edges[i + 1])),
    );
    if (at >= 0) counts[at] += 1;
  }
  return Tuple.from([arrayFrom(vector(counts, int64)), arrayFrom(vector(edges, float64))]);
}

const among = (a: Value, b: Value): ndarray => {
  const all = new Set(numbersOf(tensorOf(b)));
  return result(mapped(tensorOf(a), bool, (x) => Number(all.has(x))));
};

const ofSets = (keeps: (x: number, a: ReadonlySet<number>, b: ReadonlySet<number>) => boolean) => (ar1: Value, ar2: Value) => {
  const [[a, b], dtype] = operands([ar1, ar2].map((one: Value) => arrayFrom(tensorOf(one))));
  const [x, y] = [new Set(numbersOf(a)), new Set(numbersOf(b))];
  return arrayFrom(vector([...new Set([...x, ...y])].filter((one) => keeps(one, x, y)).sort(ascending), dtype));
};

function diff(a: Value, n = 1, axis = -1): ndarray {
  return arrayFrom(quietly(() => tensorOf(a).diff(n, axis)));
}

function interp(x: Value, xp: Value, fp: Value): ndarray {
  const [xs, ys] = [numbersOf(tensorOf(xp)), numbersOf(tensorOf(fp))];
  const tensor = tensorOf(x);
  const at = (one: number): number => {
    if (one <= xs[0]) return ys[0];
    if (one >= xs.at(-1)!) return ys.at(-1)!;
    const i = xs.findLastIndex((each) => each <= one);
    return ((ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i])) * (one - xs[i]) + ys[i];
  };
  return result(mapped(tensor, float64, at));
}

export const searching = functions({
  'where(condition x y)': (condition: Value, x: Value, y: Value) => (x === undefined ? nonzero(condition) : choose(condition, x, y)),
  'nonzero(a)': nonzero,
  'flatnonzero(a)': (a: Value) => nonzero(arrayFrom(quietly(() => tensorOf(a).reshape([-1]))))[0],
  'argwhere(a)': (a: Value) => arrayFrom(quietly(() => tensorOf(a).nonzero())),
  'sort(a axis)': (a: Value, axis: Value) => arrayFrom(sorted(a, axis)),
  'argsort(a axis kind)': (a: Value, axis: Value) => arrayFrom(alongAxis(tensorOf(a), sortAxis(axis), int64, order)),
  'unique(ar return_index return_inverse return_counts)': unique,
  'searchsorted(a v side)': searchsorted,
  'digitize(x bins)': (x: Value, bins: Value) => searchsorted(bins, x, 'right'),
  'bincount(x weights minlength)': bincount,
  'histogram(a bins range)': histogram,
  'isin(element test_elements)': among,
  'setdiff1d(ar1 ar2)': ofSets((x, a, b) => a.has(x) && !b.has(x)),
  'intersect1d(ar1 ar2)': ofSets((x, a, b) => a.has(x) && b.has(x)),
  'union1d(ar1 ar2)': ofSets(() => true),
  'diff(a n axis)': diff,
  'interp(x xp fp)': interp,
  'take(a indices axis)': (a: Value, indices: Value, axis: Value) => {
    const given = axis === undefined ? quietly(() => tensorOf(a).reshape([-1])) : tensorOf(a);
    const places = tensorOf(indices);
    const dim = axis === undefined ? 0 : (axis as number);
    if (places.sizes.length === 0) return result(quietly(() => given.select(dim, Number(places.item()))));
    const rows = quietly(() => given.index_select(dim, places.reshape([-1])));
    return arrayFrom(quietly(() => rows.reshape([...given.sizes.slice(0, dim), ...places.sizes, ...given.sizes.slice(dim + 1)])));
  },
  'unravel_index(indices shape)': (indices: Value, shape: Value) => {
    const sizes = shapeOf(shape);
    const tensor = tensorOf(indices);
    let rest = numbersOf(tensor);
    const found: ndarray[] = [];
    for (const size of sizes.toReversed()) {
      found.unshift(
        result(
          of(
            rest.map((one) => one % size),
            tensor.sizes,
            int64,
          ),
        ),
      );
      rest = rest.map((one) => Math.floor(one / size));
    }
    return Tuple.from(found);
  },
});
