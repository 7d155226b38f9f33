import { int64, type DType, type TypedArray } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import type { View } from '../backend.js';
import { foldKernels, mapKernels, type FoldKernel, type MapKernel } from '../kernels.js';
import * as scalar from '../scalar.js';

/**
 * Loops made from the kernels' expressions: one function for each kernel and combination of
 * dtypes, so that the compiler sees one kind of array in each and inlines the arithmetic.
 */

const outOfRange = (value: number): never => {
  if (value !== value) throw new RuntimeError('cannot convert NaN to an integer');
  throw wrongDtype(
    'floating',
    `an int64 result of ${value} is beyond ±2^53, where integers are exact here; use dtype torch.float64 for numbers of this size`,
  );
};

const divideByZero = (): never => {
  throw new RuntimeError('ZeroDivisionError');
};

const library = { ...scalar, outOfRange, divideByZero };
const preamble = `'use strict'; const { ${Object.keys(library).join(', ')} } = library;`;

// Taken at load time: while a model runs, the global is out of its reach and so out of ours.
const MakeFunction = Function;

const build = <F>(source: string): F => (new MakeFunction('library', `${preamble} return ${source}`) as (l: typeof library) => F)(library);

const memo = <F>(make: (key: string) => F) => {
  const made = new Map<string, F>();
  return (key: string): F => {
    let f = made.get(key);
    if (!f) made.set(key, (f = make(key)));
    return f;
  };
};

/** An element as the arithmetic sees it: float32 arithmetic sees float32 values. */
const load = (from: DType, compute: DType, element: string) =>
  compute.name === 'float32' && (from.name === 'float64' || from.name === 'int64' || from.name === 'int32')
    ? `Math.fround(${element})`
    : element;

/** A result as it is stored. Typed arrays round and wrap by themselves; bool and int64 need words. */
const store = (to: DType, compute: DType, target: string, value: string) => {
  if (to.name === 'bool') return `${target} = (${value}) !== 0 ? 1 : 0;`;
  if (to === int64) {
    const whole = compute.is_floating_point ? `Math.trunc(${value})` : `(${value})`;
    return `const r = ${whole} + 0; if (!(r <= 9007199254740992 && r >= -9007199254740992)) outOfRange(r); ${target} = r;`;
  }
  return `${target} = ${value};`;
};

const integerDivisions = new Set<string>(['floor_divide', 'trunc_divide', 'remainder', 'fmod']);

export type MapLoop = (n: number, p: readonly number[], out: TypedArray, o: number, so: number, ...inputs: (TypedArray | number)[]) => void;

/** A number for each combination of dtypes: `DType.index` has three bits. */
const combination = (inputs: readonly View[], out: DType, compute: DType): number => {
  let key = out.index * 8 + compute.index;
  for (let i = 0; i < inputs.length; i++) key = key * 8 + inputs[i].dtype.index;
  return key;
};

const maps = new Map<MapKernel, MapLoop[]>();

/** Runs n elements; for each input its array, first index and step follow. */
export function mapLoop(kernel: MapKernel, inputs: readonly View[], out: DType, compute: DType): MapLoop {
  let loops = maps.get(kernel);
  if (!loops) maps.set(kernel, (loops = []));
  return (loops[combination(inputs, out, compute)] ??= makeLoop(
    kernel,
    inputs.map((x) => x.dtype),
    out,
    compute,
  ));
}

function makeLoop(kernel: MapKernel, inputs: readonly DType[], out: DType, compute: DType): MapLoop {
  const names = ['x', 'y', 'z'].slice(0, inputs.length);
  return build<MapLoop>(`function (n, p, out, o, so, ${names.map((v) => `${v}s, ${v}i, ${v}d`).join(', ')}) {
    const p0 = p[0], p1 = p[1], p2 = p[2];
    for (let i = 0; i < n; i++) {
      ${names.map((v, i) => `const ${v} = ${load(inputs[i], compute, `${v}s[${v}i]`)}; ${v}i += ${v}d;`).join('\n')}
      ${integerDivisions.has(kernel) && !compute.is_floating_point ? 'if (y === 0) divideByZero();' : ''}
      ${store(out, compute, 'out[o]', mapKernels[kernel])}
      o += so;
    }
  }`);
}

export type FoldLoop = (data: TypedArray, at: number, sizes: readonly number[], strides: readonly number[], n: number, m: number) => number;

/** Folds one output element over `rank` nested dims. */
export const foldLoop = memo<FoldLoop>((key) => {
  const [kernel, rank] = key.split('/') as [FoldKernel, string];
  const { start, step, end } = foldKernels[kernel];
  const dims = [...Array(Number(rank)).keys()];
  const open = dims
    .map((d) => `for (let i${d} = 0, at${d} = ${d ? `at${d - 1}` : 'at'}; i${d} < n${d}; i${d}++, at${d} += s${d}) {`)
    .join(' ');
  return build(`function (data, at, sizes, strides, n, m) {
    ${dims.map((d) => `const n${d} = sizes[${d}], s${d} = strides[${d}];`).join(' ')}
    let a = ${start};
    ${open} const x = data[at${dims.length ? dims.length - 1 : ''}]; a = ${step}; ${'}'.repeat(dims.length)}
    return ${end};
  }`);
});
