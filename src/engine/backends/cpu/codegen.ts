import { float32, float64, int64, type DType, type TypedArray } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { mapKernels, type MapKernel } from '../../kernels/elementwise.js';
import { foldKernels, scanKernels, type FoldKernel, type ScanKernel } from '../../kernels/reductions.js';
import { sweepInputs, sweepParams, type Sweep } from '../../kernels/sweeps.js';
import type { NumberNode } from '../../kernels/expression.js';
import type { View } from '../backend.js';
import * as scalar from '../scalar.js';
import * as special from '../special/index.js';
import { loaded, stored, textOf } from './javascript.js';

/**
 * Loops that are made from the kernels' formulas. There is one function for each kernel and combination of dtypes, so that the
 * compiler sees one kind of array in each function and inlines the arithmetic.
 */

function outOfRange(value: number): never {
  if (value !== value) throw new RuntimeError('cannot convert NaN to an integer');
  throw wrongDtype(
    'floating',
    `an int64 result of ${value} is beyond ±2^53, where integers are exact here; use dtype torch.float64 for numbers of this size`,
  );
}

/**
 * The ends of int64 pass: masks are made of them, and the smallest is what becomes of an infinity. What programs add to it, they
 * do not read.
 */
function exactInteger(value: number): number {
  const whole = Math.trunc(value) + 0;
  if (whole <= 9007199254740992 && whole >= -9007199254740992) return whole;
  return whole === 2 ** 63 || whole === -(2 ** 63) ? whole : outOfRange(whole);
}

/** A floating-point number as an integer of 64 bits, which holds it exactly; NaN and what is too large is the smallest, as in PyTorch. */
const asInt64 = (value: number): number => (value < 2 ** 63 && value > -(2 ** 63) ? Math.trunc(value) + 0 : -(2 ** 63));

/** The same of 32 bits; arrays of shorter integers keep the lower ones. */
const asInt32 = (value: number): number => (value < 2 ** 31 && value > -(2 ** 31) - 1 ? value : -(2 ** 31));

function divisor(value: number): number {
  if (value === 0) throw new RuntimeError('ZeroDivisionError');
  return value;
}

const truth = (value: number): number => (value !== 0 ? 1 : 0);

/** The functions that formulas call by name. Functions that store and load elements of further dtypes belong into scalar.ts. */
const library: Readonly<Record<string, (...args: never[]) => unknown>> = {
  ...scalar,
  ...special,
  exactInteger,
  asInt64,
  asInt32,
  divisor,
  truth,
};
const preamble = `'use strict'; const { ${Object.keys(library).join(', ')} } = library;`;

// Taken when the file is loaded: while a model runs, the global is not available.
const MakeFunction = Function;

const build = <F>(source: string): F => (new MakeFunction('library', `${preamble} return ${source}`) as (l: typeof library) => F)(library);

export type MapLoop = (
  rows: number,
  n: number,
  p: readonly number[],
  out: TypedArray,
  at: number,
  row: number,
  step: number,
  ...inputs: (TypedArray | number)[]
) => void;

/** Loops by dtype indices: first the dtype of the result, then that of the arithmetic, then that of each input. */
type Loops = (Loops | undefined)[] & { loop?: MapLoop };

const maps = new Map<MapKernel, Loops>();

/**
 * The loop that runs rows of n elements. It gets, for the result and for each input: the array, the first index, and the steps
 * from row to row and within a row.
 */
export function mapLoop(kernel: MapKernel, inputs: readonly View[], out: DType, compute: DType): MapLoop {
  let at = maps.get(kernel);
  if (!at) maps.set(kernel, (at = []));
  at = at[out.index] ??= [];
  at = at[compute.index] ??= [];
  for (let i = 0; i < inputs.length; i++) at = at[inputs[i].dtype.index] ??= [];
  return (at.loop ??= makeLoop(
    kernel,
    inputs.map((x) => x.dtype),
    out,
    compute,
  ));
}

function makeLoop(kernel: MapKernel, inputs: readonly DType[], out: DType, compute: DType): MapLoop {
  const names = ['x', 'y', 'z'].slice(0, inputs.length);
  const single = compute === float32 ? 'fused' : null;
  const given = (i: number) => (single ? `Math.fround(p[${i}])` : `p[${i}]`);
  const value = textOf(mapKernels[kernel], !compute.is_floating_point, { single });
  const isCast = kernel === 'identity' && compute.is_floating_point && out.category === int64.category;
  const result = isCast ? `${out === int64 ? 'asInt64' : 'asInt32'}(${value})` : stored(out, value);
  return build<MapLoop>(`function (rows, n, p, out, at, row, so, ${names.map((v) => `${v}s, ${v}at, ${v}row, ${v}d`).join(', ')}) {
    const p0 = ${given(0)}, p1 = ${given(1)}, p2 = ${given(2)};
    for (let r = 0; r < rows; r++) {
      let o = at;
      ${names.map((v) => `let ${v}i = ${v}at;`).join('\n')}
      for (let i = 0; i < n; i++) {
        ${names.map((v, i) => `const ${v} = ${loaded(inputs[i], compute, `${v}s[${v}i]`)}; ${v}i += ${v}d;`).join('\n')}
        out[o] = ${result};
        o += so;
      }
      at += row;
      ${names.map((v) => `${v}at += ${v}row;`).join('\n')}
    }
  }`);
}

export type SweepLoop = (n: number, p: readonly number[], ...arrays: (TypedArray | number)[]) => void;

const sweeps = new Map<Sweep, (SweepLoop | undefined)[]>();

/**
 * The loop that runs n elements that lie side by side. It gets each array and its first index. All arrays have the same
 * floating-point dtype.
 */
export function sweepLoop(sweep: Sweep, count: number, dtype: DType): SweepLoop {
  let made = sweeps.get(sweep);
  if (!made) sweeps.set(sweep, (made = []));
  return (made[dtype.index] ??= makeSweep(sweep, count, dtype));
}

function makeSweep({ reads, writes }: Sweep, count: number, dtype: DType): SweepLoop {
  const arrays = [...Array(count).keys()];
  const known = new Map<NumberNode, string>();
  const values = writes.map(([, value], i) => {
    const text = textOf(value, false, { known, unrounded: dtype === float64, single: dtype === float32 ? 'fused' : null });
    known.set(value, `v${i}`);
    return `const v${i} = ${text};`;
  });
  return build<SweepLoop>(`function (n, p, ${arrays.map((i) => `a${i}, i${i}`).join(', ')}) {
    const [${sweepParams.map((_, i) => `p${i}`).join(', ')}] = ${dtype === float32 ? 'p.map(Math.fround)' : 'p'};
    for (let i = 0; i < n; i++) {
      ${sweepInputs
        .slice(0, reads)
        .map(({ name }, i) => `const ${name} = a${i}[i${i} + i];`)
        .join('\n')}
      ${values.join('\n')}
      ${writes.map(([to], i) => `a${to}[i${to} + i] = v${i};`).join('\n')}
    }
  }`);
}

/** Makes one function for each key, when it is first requested. */
const memo = <K extends string, F>(make: (kernel: K, rank: number, from: DType) => F) => {
  const made = new Map<K, (F | undefined)[][]>();
  return (kernel: K, rank: number, from: DType): F => {
    let ofKernel = made.get(kernel);
    if (!ofKernel) made.set(kernel, (ofKernel = []));
    const ofRank = (ofKernel[rank] ??= []);
    // Arrays that need no loading share a loop.
    const index = from.load ? from.index + 1 : 0;
    return (ofRank[index] ??= make(kernel, rank, from));
  };
};

export type FoldLoop = (data: TypedArray, at: number, sizes: readonly number[], strides: readonly number[], n: number, m: number) => number;

/** Folds one output element over `rank` nested dims. */
export const foldLoop = memo<FoldKernel, FoldLoop>((kernel, rank, from) => {
  const { start, step, end } = foldKernels[kernel];
  const dims = [...Array(rank).keys()];
  const open = dims
    .map((d) => `for (let i${d} = 0, at${d} = ${d ? `at${d - 1}` : 'at'}; i${d} < n${d}; i${d}++, at${d} += s${d}) {`)
    .join(' ');
  const element = loaded(from, float64, `data[at${dims.length ? dims.length - 1 : ''}]`);
  return build(`function (data, at, sizes, strides, n, m) {
    ${dims.map((d) => `const n${d} = sizes[${d}], s${d} = strides[${d}];`).join(' ')}
    let a = ${start};
    ${open} const x = ${element}; a = ${textOf(step, false)}; ${'}'.repeat(dims.length)}
    return ${textOf(end, false)};
  }`);
});

export type ScanStep = (a: number, x: number) => number;

export const scanStep = memo<ScanKernel, ScanStep>((kernel) => build(`function (a, x) { return ${textOf(scanKernels[kernel], false)}; }`));
