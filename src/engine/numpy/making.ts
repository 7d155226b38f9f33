/** Functions that make arrays: from numbers, from a shape, or from a rule. */
import { float64, int64, type DType } from '../dtype.js';
import { Float } from '../ops/floats.js';
import { isPlainObject } from '../ops/signature.js';
import { meshgrid as torchMeshgrid } from '../generated/torch.js';
import { pow } from '../python/elementary.js';
import { Tuple } from '../python/keys.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import {
  arrayFrom,
  cast,
  doublesOf,
  newShapeOf,
  numbersOf,
  of,
  plain,
  result,
  tensorOf,
  wholeOf,
  type ndarray,
  type Value,
} from './array.js';
import { functions } from './calling.js';
import { typeOr } from './dtypes.js';

/** An array filled with one number. */
function filled(shape: Value, value: Value, dtype: DType | null): ndarray {
  const one = tensorOf(value, dtype);
  return arrayFrom(quietly(() => one.expand(newShapeOf(shape)).clone()));
}

const constant =
  (value: number) =>
  (shape: Value, dtype: Value): ndarray =>
    filled(shape, value, typeOr(dtype, float64));

const like =
  (value: number) =>
  (a: Value, dtype: Value): ndarray => {
    const tensor = tensorOf(a);
    return filled([...tensor.sizes], value, typeOr(dtype, tensor.dtype));
  };

/** As `np.array`: makes a copy. */
function array(object: Value, dtype: Value, copy = true, ndmin = 0): ndarray {
  const given = tensorOf(object, typeOr(dtype, null));
  const own = object instanceof Tensor && copy ? quietly(() => given.clone()) : given;
  const missing = ndmin - own.sizes.length;
  return arrayFrom(
    missing > 0 ? own.alias([...Array<number>(missing).fill(1), ...own.sizes], [...Array<number>(missing).fill(0), ...own.strides]) : own,
  );
}

const number = (value: Value): number =>
  value instanceof Float ? value.value : value instanceof Tensor ? Number(value.item()) : Number(value);
const isWhole = (value: Value): boolean =>
  value instanceof Tensor ? !value.dtype.is_floating_point : typeof value === 'number' && Number.isInteger(value);

function arange(start: Value, stop: Value, step: Value, dtype: Value): ndarray {
  const [from, to] = stop === undefined ? [0, number(start)] : [number(start), number(stop)];
  const by = step === undefined ? 1 : number(step);
  const type = typeOr(dtype, [start, stop ?? 0, step ?? 1].every(isWhole) ? int64 : float64);
  const length = Math.max(0, Math.ceil((to - from) / by));
  // The step is the difference of the first two numbers, as in NumPy; rounding may change it.
  const delta = from + by - from;
  return arrayFrom(
    cast(
      of(
        doublesOf(length, (i) => from + i * delta),
        [length],
        type.category < 2 ? int64 : float64,
      ),
      type,
    ),
  );
}

function linspace(start: Value, stop: Value, num = 50, endpoint = true, retstep = false, dtype: Value = undefined): Value {
  const [from, to] = [number(start), number(stop)];
  const parts = endpoint ? num - 1 : num;
  const step = (to - from) / parts;
  const values = doublesOf(wholeOf(num), (i) => (parts === 0 ? from : step === 0 ? (i / parts) * (to - from) + from : i * step + from));
  if (endpoint && num > 1) values[num - 1] = to;
  const all = arrayFrom(cast(of(values, [num], float64), typeOr(dtype, float64)));
  return retstep ? [all, step] : all;
}

const logspace = (start: Value, stop: Value, num = 50, endpoint = true, base = 10): ndarray =>
  arrayFrom(
    of(
      numbersOf(plain(linspace(start, stop, num, endpoint))).map((x) => pow(base, x)),
      [num],
      float64,
    ),
  );

function eye(N: Value, M: Value = N, k = 0, dtype: Value = undefined): ndarray {
  const [height, width] = newShapeOf([N, M]);
  const values = doublesOf(height * width, (i) => Number((i % width) - Math.floor(i / width) === k));
  return arrayFrom(of(values, [height, width], typeOr(dtype, float64)));
}

function diag(v: Value, k = 0): ndarray {
  return arrayFrom(quietly(() => tensorOf(v).diag(k).clone()));
}

const triangle =
  (isLower: boolean) =>
  (m: Value, k = 0) =>
    arrayFrom(quietly(() => (isLower ? tensorOf(m).tril(k) : tensorOf(m).triu(k))));

/** The coordinates of a grid. The first array runs along the columns, unless `indexing` is 'ij'. */
export function meshgrid(...given: Value[]): readonly ndarray[] {
  const last: unknown = given.at(-1);
  const isNamed = isPlainObject(last);
  const arrays = (isNamed ? given.slice(0, -1) : given).map((one) => tensorOf(one));
  const indexing = isNamed ? String(last['indexing']) : 'xy';
  return quietly(() => Tuple.from(torchMeshgrid(...arrays, { indexing }).map((one) => arrayFrom(one.clone()))));
}

export const making = functions({
  'array(object dtype copy ndmin)': array,
  'asarray(a dtype)': (a: Value, dtype: Value) => array(a, dtype, false),
  'ascontiguousarray(a dtype)': (a: Value, dtype: Value) => arrayFrom(quietly(() => tensorOf(a, typeOr(dtype, null)).contiguous())),
  'copy(a)': (a: Value) => array(a, undefined),
  'zeros(shape dtype)': constant(0),
  'ones(shape dtype)': constant(1),
  'empty(shape dtype)': constant(0),
  'full(shape fill_value dtype)': (shape: Value, value: Value, dtype: Value) => filled(shape, value, typeOr(dtype, null)),
  'zeros_like(a dtype)': like(0),
  'ones_like(a dtype)': like(1),
  'empty_like(a dtype)': like(0),
  'full_like(a fill_value dtype)': (a: Value, value: Value, dtype: Value) => {
    const tensor = tensorOf(a);
    return filled([...tensor.sizes], value, typeOr(dtype, tensor.dtype));
  },
  'arange(start stop step dtype)': arange,
  'linspace(start stop num endpoint retstep dtype)': linspace,
  'logspace(start stop num endpoint base)': logspace,
  'eye(N M k dtype)': eye,
  'identity(n dtype)': (n: Value, dtype: Value) => eye(n, n, 0, dtype),
  'diag(v k)': diag,
  'tril(m k)': triangle(true),
  'triu(m k)': triangle(false),
  'fromiter(iter dtype)': (all: Value, dtype: Value) => array([...(all as Iterable<unknown>)], dtype),
});

/** A function that makes a number, or an array, of a dtype: `np.float32(0.1)`. */
export const numberOf =
  (dtype: DType) =>
  (x: Value = 0): ndarray =>
    result(tensorOf(x, dtype));
