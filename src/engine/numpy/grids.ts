/** Places of arrays: grids of indices, walks over all elements, arrays side by side by `np.c_` and `np.r_`. */
import { int64 } from '../dtype.js';
import { Tuple } from '../python/keys.js';
import { quietly } from '../quietly.js';
import { numel } from '../shape.js';
import { arrayFrom, of, plain, result, shapeOf, tensorOf, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { making } from './making.js';
import { shaping } from './shaping.js';

/** The places of an array of this shape, one after another. */
function* places(sizes: readonly number[]): Generator<number[]> {
  const count = numel(sizes);
  for (let i = 0; i < count; i++) {
    let rest = i;
    const place = sizes.map(() => 0);
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      place[dim] = rest % sizes[dim];
      rest = Math.floor(rest / sizes[dim]);
    }
    yield place;
  }
}

function* ndindex(...shape: Value[]): Generator<Value> {
  for (const place of places(shape.length === 1 ? shapeOf(shape[0]) : (shape as number[]))) yield Tuple.from(place);
}

function* ndenumerate(a: Value): Generator<Value> {
  const array = arrayFrom(tensorOf(a));
  for (const place of places(array.sizes)) yield Tuple.from([Tuple.from(place), array.index(...place) as unknown]);
}

function* nditer(a: Value): Generator<Value> {
  const array = arrayFrom(tensorOf(a));
  for (const place of places(array.sizes)) yield array.index(...place) as unknown;
}

/** The numbers of a slice as `np.r_` takes it: `'0:5'`, or `'0:1:5j'` for five numbers with both ends. */
function numbersIn(text: string): ndarray {
  const [from = '', to = '', step = ''] = text.split(':');
  if (step.endsWith('j')) return making.linspace(Number(from), Number(to), Number(step.slice(0, -1))) as ndarray;
  return making.arange(Number(from || 0), Number(to), Number(step || 1)) as ndarray;
}

const given = (parts: readonly Value[]): ndarray[] =>
  parts.map((one) => (typeof one === 'string' ? numbersIn(one) : arrayFrom(tensorOf(one))));

/** `np.c_`: arrays as columns, side by side. */
const c_ = Object.freeze({
  index: (...parts: Value[]): Value =>
    shaping.concatenate(
      given(parts).map((one) => (one.sizes.length < 2 ? one.reshape(-1, 1) : one) as unknown),
      -1,
    ) as unknown,
});

/** `np.r_`: arrays and numbers, one after another. */
const r_ = Object.freeze({
  index: (...parts: Value[]): Value =>
    shaping.concatenate(given(parts).map((one) => (one.sizes.length === 0 ? one.reshape(1) : one) as unknown)) as unknown,
});

/** The indices of the lower or the upper triangle. */
const triangle =
  (isLower: boolean) =>
  (n: number, k = 0, m = n): Value => {
    const found = [...places([n, m])].filter(([i, j]) => (isLower ? j - i <= k : j - i >= k));
    return Tuple.from(
      [0, 1].map((dim) =>
        arrayFrom(
          of(
            Float64Array.from(found, (place) => place[dim]),
            [found.length],
            int64,
          ),
        ),
      ),
    );
  };

/** Arrays that index the grid of their places. */
const ix_ = (...arrays: Value[]): Value =>
  Tuple.from(arrays.map((one, dim) => arrayFrom(quietly(() => tensorOf(one).reshape(arrays.map((_, i) => (i === dim ? -1 : 1)))))));

export const grids = {
  c_,
  r_,
  ix_,
  ndindex,
  ndenumerate,
  nditer,
  ...functions({
    'indices(dimensions)': (dimensions: Value) => {
      const sizes = shapeOf(dimensions);
      const all = [...places(sizes)];
      const values = Float64Array.from({ length: sizes.length * all.length }, (_, i) => all[i % all.length][Math.floor(i / all.length)]);
      return arrayFrom(of(values, [sizes.length, ...sizes], int64));
    },
    'tril_indices(n k m)': triangle(true),
    'triu_indices(n k m)': triangle(false),
    'insert(arr obj values axis)': (arr: Value, obj: Value, values: Value, axis: Value) => {
      const array = axis === undefined ? arrayFrom(quietly(() => tensorOf(arr).reshape([-1]))) : arrayFrom(tensorOf(arr));
      const dim = axis === undefined ? 0 : Number(axis);
      const size = array.sizes.at(dim)!;
      const at = Number(obj) < 0 ? Number(obj) + size : Number(obj);
      const own = plain(array);
      const shape = array.sizes.map((one, i) => (i === (dim + array.sizes.length) % array.sizes.length ? 1 : one));
      const one = tensorOf(values).to(own.dtype);
      return quietly(() => {
        const row = array.sizes.length === 1 ? one.reshape([-1]) : one.expand(shape);
        return shaping.concatenate(
          [own.narrow(dim, 0, at), row, own.narrow(dim, at, size - at)].map((part) => arrayFrom(part)),
          dim,
        ) as unknown;
      });
    },
    'select(condlist choicelist default)': (conditions: Value, choices: Value, other: Value = 0) =>
      quietly(() =>
        result(
          (conditions as Value[]).reduceRight(
            (rest: Value, condition: Value, i: number): Value =>
              tensorOf((choices as Value[])[i]).where(tensorOf(condition), rest as never) as unknown,
            tensorOf(other),
          ) as never,
        ),
      ),
  }),
};
