/** The types that NumPy's functions, arrays and methods return. */
import { elementOf } from '../program/join.js';
import { ANY, array, BOOL, FLOAT, INT, iterOf, LOW, NEVER, NONE, STR, tupleOf, type DKind, type Type } from '../program/types.js';
import { dotted, type Any } from '../reading/syntax.js';
import { kindOf, promote } from './library.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The names of `tensor-lens/numpy`. A test compares them with the module's exports. */
export const NUMPY = words(
  'array asarray ascontiguousarray copy zeros ones empty full zeros_like ones_like empty_like full_like arange linspace logspace eye identity diag tril triu fromiter meshgrid ' +
    'shape size ndim isscalar reshape ravel transpose swapaxes moveaxis expand_dims squeeze broadcast_to flip fliplr flipud rot90 roll repeat tile pad concatenate append stack vstack hstack column_stack dstack split array_split atleast_1d atleast_2d delete ' +
    'add subtract multiply divide true_divide floor_divide mod remainder power less less_equal greater greater_equal equal not_equal bitwise_and bitwise_or bitwise_xor left_shift right_shift maximum minimum arctan2 hypot logaddexp logical_and logical_or logical_xor logical_not negative invert abs absolute sign square reciprocal floor ceil trunc rint round around clip exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan arcsin arccos arctan sinh cosh tanh arctanh sinc deg2rad radians rad2deg degrees isnan isinf isfinite nan_to_num isclose allclose array_equal ' +
    'sum mean var std max min amax amin argmax argmin prod all any cumsum cumprod median quantile percentile ptp nanmean nansum nanmax nanmin nanstd count_nonzero average ' +
    'where nonzero flatnonzero argwhere sort argsort unique searchsorted digitize bincount histogram isin setdiff1d intersect1d union1d diff interp take unravel_index polyfit polyval vander convolve gradient trapezoid trapz heaviside fmod float_power c_ r_ ix_ ndindex ndenumerate nditer indices tril_indices triu_indices insert select ' +
    'matmul dot inner vdot outer kron trace diagonal tensordot cov corrcoef cross einsum linalg random ndarray generic number floating integer float64 float32 float16 double int64 int32 int16 int8 uint8 int_ intp finfo iinfo bool_ bool dtype dtype_of from_tensor pi e inf nan euler_gamma newaxis set_printoptions array2string array_repr array_str vectorize apply_along_axis',
);

const whole = words(
  'argmax argmin argsort bincount searchsorted digitize count_nonzero randint integers flatnonzero argwhere poisson binomial',
);
const truths = words(
  // not operations: names of NumPy and Python
  'isnan isinf isfinite isclose any all less less_equal greater greater_equal equal not_equal logical_and logical_or logical_xor logical_not isin',
);
const fractions = words(
  'zeros ones empty linspace logspace eye identity mean var std median quantile percentile average nanmean nanstd exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh arctanh hypot sinc deg2rad rad2deg degrees radians divide true_divide logaddexp interp norm inv pinv det solve cholesky eigvalsh cov corrcoef polyfit vander gradient trapezoid trapz heaviside float_power standard_exponential rand randn random random_sample ranf sample uniform normal standard_normal exponential multivariate_normal',
);
const several = words('tril_indices triu_indices ix_ meshgrid split array_split nonzero unravel_index svd qr eigh eig histogram');
const nothing = words('seed shuffle set_printoptions fill sort set_state');
/** Random functions that return a number unless a size is given. */
const draws = words(
  'rand randn random random_sample ranf sample uniform normal standard_normal exponential randint integers poisson binomial',
);
// not operations: names of NumPy and Python
const joins = words('concatenate stack vstack hstack column_stack dstack');

/** The kind of a dtype that is given as a type of Python, as a name, or as a type of NumPy. */
export function kindOfType(type: Type | undefined, text: string | null): DKind | null {
  const name = text ?? (type?.k === 'lib' ? type.path.slice(type.path.lastIndexOf('.') + 1) : null);
  if (type?.k === 'dtype') return type.d;
  if (name === null) return type ? 'any' : null;
  // not operations: names of NumPy and Python
  return /^[<>=|]?(float|double|half|f\d|d$|f$)/.test(name)
    ? 'float'
    : /^[<>=|]?(u?int|i\d|u\d|long)/.test(name)
      ? 'int'
      : /^bool/.test(name)
        ? 'bool'
        : 'any';
}

/** True for a call that makes an array of objects, which is a list here. */
export const isOfObjects = (node: Any): boolean =>
  node.nodeType === 'Call' &&
  node.keywords.some(
    ({ arg, value }) => arg === 'dtype' && (value.nodeType === 'Name' ? value.id === 'object' : dotted(value) === 'np.object_'),
  );

interface Call {
  readonly args: readonly Type[];
  readonly keywords: ReadonlyMap<string, Type>;
  /** The dtype that the call asks for. */
  readonly dtype: DKind | null;
}

/**
 * The type that `np.name(…)`, `np.random.name(…)` or `array.name(…)` returns. For a method, the array is the first
 * argument.
 */
export function ofNumpy(name: string, { args, keywords, dtype }: Call): Type {
  const [first = NEVER] = args;
  const d = kindOf(first);
  const isSized = keywords.has('size') || args.length > drawn(name);
  if (nothing.has(name) && !(name === 'sort' && args.length > 0)) return NONE;
  if (name === 'sort') return array(d);
  if (draws.has(name) && !isSized && [...args, ...keywords.values()].every((one) => one.k !== 'tensor' && one.k !== 'list'))
    return whole.has(name) ? INT : FLOAT;
  if (dtype && !/^(item|tolist)$/.test(name)) return array(dtype);
  switch (name) {
    case 'default_rng':
    case 'RandomState':
      return { k: 'inst', path: 'numpy.random.Generator' };
    case 'choice':
      if (!isSized && first.k !== 'tensor') return first.k === 'int' ? INT : elementOf(first).k === 'str' ? STR : ANY;
      return elementOf(first).k === 'str' ? ANY : array(first.k === 'int' ? 'int' : d);
    case 'permutation':
      return array(first.k === 'int' ? 'int' : d);
    case 'item':
      return d === 'float' ? FLOAT : d === 'int' ? INT : d === 'bool' ? BOOL : { k: 'num', only: null };
    case 'tolist':
      return { k: 'nested', d };
    case 'allclose':
    case 'array_equal':
    case 'isscalar':
      return BOOL;
    case 'shape':
      return { k: 'tuples', of: LOW };
    case 'size':
    case 'ndim':
      return LOW;
    case 'array2string':
    case 'array_repr':
    case 'array_str':
      return STR;
    case 'arange':
      return array(args.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'int'));
    case 'full':
    case 'full_like':
      return array(name === 'full' ? kindOf(args[1] ?? keywords.get('fill_value') ?? ANY) : d);
    case 'where':
      return args.length === 1 ? { k: 'tuples', of: array('int') } : array(promote(kindOf(args[1] ?? ANY), kindOf(args[2] ?? ANY)));
    case 'unique':
      return keywords.size > 0 ? { k: 'tuple', items: [array(d), ...[...keywords].map(() => array('int'))] } : array(d);
    case 'sum':
    case 'prod':
    case 'cumsum':
    case 'cumprod':
      return array(d === 'bool' ? 'int' : d);
    case 'maximum':
    case 'minimum':
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'power':
    case 'mod':
    case 'dot':
    case 'matmul':
    case 'inner':
    case 'outer':
    case 'append':
      return array(args.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'bool'));
    case 'polyval':
    case 'convolve':
    case 'fmod':
      return array(args.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'int'));
    case 'lstsq':
      return tupleOf(array('float'), array('float'), LOW, array('float'));
    case 'ndindex':
      return iterOf({ k: 'tuples', of: LOW });
    case 'ndenumerate':
      return iterOf(tupleOf({ k: 'tuples', of: LOW }, array(d)));
    case 'nditer':
      return iterOf(array(d));
    case 'indices':
      return array('int');
    case 'select':
      return array(kindOf(elementOf(args[1] ?? ANY)));
    case 'vectorize':
    case 'finfo':
    case 'iinfo':
      return ANY;
    default:
  }
  if (joins.has(name)) return array(kindOf(elementOf(first)));
  if (several.has(name)) return name === 'histogram' ? tupleOf(array('int'), array('float')) : { k: 'tuples', of: array('any') };
  if (whole.has(name)) return array('int');
  if (truths.has(name)) return array('bool');
  if (fractions.has(name)) return array('float');
  // not operations: names of NumPy and Python
  if (/^(u?int|float|bool|double)\w*$/.test(name)) return array(kindOfType({ k: 'lib', path: name }, null) ?? 'any');
  return array(d);
}

/** The number of arguments that a random function takes before its size. */
const drawn = (name: string): number =>
  // not operations: names of NumPy and Python
  /^(uniform|normal|randint|integers|binomial)$/.test(name) ? 2 : /^(exponential|poisson|choice)$/.test(name) ? 1 : 0;

/** The type of an array's attribute. Null for a method. */
export function arrayAttribute(type: Type, name: string): Type | null {
  switch (name) {
    case 'shape':
      return { k: 'tuples', of: LOW };
    case 'size':
    case 'ndim':
    case 'itemsize':
    case 'nbytes':
      return LOW;
    case 'T':
    case 'flat':
      return type;
    case 'dtype':
      return { k: 'inst', path: 'numpy.dtype' };
    default:
      return null;
  }
}
