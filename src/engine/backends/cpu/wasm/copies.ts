/** Copies within WebAssembly's memory, of elements in any order; also fills with zeros. */
import type { TypedArray } from '../../../dtype.js';
import { walk, type Plan } from '../plan.js';
import { i32 } from './assembler/instructions.js';
import { fn } from './assembler/module.js';
import { copyRows } from './convolution/kernels.js';
import { build, type Exports } from './runtime.js';
import { addressOf } from './slices.js';
import { stagingMemory } from './staging.js';

/** Fills with zeros. Parameters: the address, the number of bytes. */
const clear = fn('clear', 'ii', ([at, bytes]) => [at, i32.const(0), bytes, 0xfc, 11, 0]);

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([copyRows, clear], memory));
}

const BLOCK = 16;
/** With fewer elements than this, a call is not worth it. */
const WORTHWHILE = 64;

/** Copies by a plan with the strides of `to` and of `from`. Returns false, and changes nothing, when an array lives elsewhere. */
export function copyVectors({ sizes, strides }: Plan, to: TypedArray, toAt: number, from: TypedArray, fromAt: number): boolean {
  const [target, source] = [addressOf(to), addressOf(from)];
  if (target < 0 || source < 0) return false;
  const inner = Math.max(0, sizes.length - 3);
  const [planes, rows, count] = [1, 1, 1, ...sizes.slice(inner)].slice(-3) as [number, number, number];
  if (planes * rows * count < WORTHWHILE) return false;
  const run = load();
  if (!run) return false;
  const [[toPlane, toRow, toStep], [fromPlane, fromRow, fromStep]] = strides.map((s) =>
    [0, 0, 0, ...s.slice(inner)].slice(-3).map((step) => 4 * step),
  ) as [[number, number, number], [number, number, number]];
  // A transposed source is read in blocks, which stay in the cache.
  const width = fromStep > 4 * BLOCK ? Math.min(count, BLOCK) : count;
  walk(
    sizes.slice(0, inner),
    strides.map((s) => s.slice(0, inner)),
    [toAt, fromAt],
    ([o, i]) => {
      for (let c = 0; c < count; c += width)
        run.copyRows(
          ...([source + 4 * i + c * fromStep, target + 4 * o + c * toStep, planes, fromPlane, toPlane] as const),
          ...([rows, fromRow, toRow, Math.min(width, count - c), fromStep, toStep] as const),
        );
    },
  );
  return true;
}

/** Writes zeros. Returns false, and changes nothing, when the array lives elsewhere. */
export function clearVectors(array: TypedArray, at: number, count: number): boolean {
  const address = addressOf(array);
  const run = address >= 0 ? load() : null;
  run?.clear(address + 4 * at, 4 * count);
  return run !== null;
}
