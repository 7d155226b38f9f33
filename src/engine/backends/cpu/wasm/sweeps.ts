/** Sweeps over float32 in WebAssembly. */
import { numel } from '../../../shape.js';
import type { Sweep } from '../../../kernels/sweeps.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { bump, iff, repeat, set } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { encode, fn, locals, type WasmFunction } from './assembler/module.js';
import { lowered } from './lower.js';
import { CHUNK } from './maps.js';
import { pieceOf, withPlaces } from './places.js';
import { compileBytes, hasMultiplyAdd, instantiate } from './runtime.js';
import { stagingMemory } from './staging.js';
import { Emitter } from './vector/emit.js';
import type { Vector } from './vector/nodes.js';

type Run = (...args: number[]) => number;

/** The kernel: (elements, the address of each array, params). Rooms of arrays are whole vectors. */
function kernelOf(
  writes: readonly (readonly [array: number, value: Vector])[],
  arrays: number,
  params: number,
  fused: boolean,
): WasmFunction {
  return fn('run', `i${'i'.repeat(arrays)}${'f'.repeat(params)}`, (p, local) => {
    const [left, ...rest] = p;
    const at = rest.slice(0, arrays);
    const numbers = locals(local, 'v', params);
    const results = locals(local, 'v', writes.length);
    const formulas = new Emitter(local, fused);
    const values = writes.map(([, value], i) =>
      set(
        results[i],
        formulas.write(value, (leaf) => (leaf.op === 'param' ? numbers[leaf.n] : v.load(at[leaf.n]))),
      ),
    );
    const more = i32.gt(left, i32.const(0));
    const step = [values, writes.map(([to], i) => v.store(at[to], results[i])), at.map((l) => bump(l, 16)), bump(left, -4)];
    return [formulas.init(), numbers.map((l, i) => set(l, v.splat(rest[arrays + i]))), iff(more, repeat(step, more))];
  });
}

const made = new Map<Sweep, Run | null>();

function runOf(sweep: Sweep, arrays: number, params: number): Run | null {
  const known = made.get(sweep);
  if (known !== undefined) return known;
  const memory = stagingMemory();
  const values = sweep.writes.map(([to, value]) => [to, lowered(value)] as const);
  let run: Run | null = null;
  if (memory && values.every((w): w is readonly [number, Vector] => w[1] !== null))
    run = instantiate(compileBytes(encode([kernelOf(values, arrays, params, hasMultiplyAdd())])), memory).run;
  made.set(sweep, run);
  return run;
}

/** @see FusedKernels.sweep: contiguous views of float32. False where it does not: nothing was done then. */
export function sweepVectors(sweep: Sweep, arrays: readonly View[], params: readonly number[]): boolean {
  const run = runOf(sweep, arrays.length, params.length);
  if (!run) return false;
  const n = numel(arrays[0].sizes);
  for (let from = 0; from < n; from += CHUNK) {
    const length = Math.min(CHUNK, n - from);
    const pieces = arrays.map((x) => ({ ...pieceOf(x, length), at: x.offset + from }));
    const read = pieces.slice(0, sweep.reads);
    // What is read and written has one place: it is copied back here.
    const done = withPlaces(read, pieces.slice(sweep.reads), 0, ({ floats, at }) => {
      run(length, ...at, ...params);
      for (const [to] of sweep.writes) {
        if (to >= sweep.reads) continue;
        dataOf(arrays[to].storage).set(floats.subarray(at[to] / 4, at[to] / 4 + length), pieces[to].at);
      }
    });
    if (!done) return false;
  }
  return true;
}
