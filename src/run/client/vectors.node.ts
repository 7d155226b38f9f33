import process from 'node:process';
import v8 from 'node:v8';

/** The two names that V8's flag has had. Version 13 is the first whose code was found right. */
const NAMES = ['experimental-wasm-revectorize', 'wasm-revectorize'];

function flags(): string[] {
  const version = Number.parseInt(process.versions.v8, 10);
  if (process.arch !== 'x64' || version < 13) return [];
  return version === 13 ? NAMES.slice(0, 1) : NAMES;
}

const names = flags();

/** Makes V8 11 (Node 20) multiply and add in one instruction. Null where V8 does so without being asked, or cannot do so. */
export const multiplyAdd = process.versions.v8.startsWith('11.') ? () => v8.setFlagsFromString('--experimental-wasm-relaxed-simd') : null;

/** Whether V8 can join vectors here, see wide.ts of the engine. */
export const canJoinVectors = names.length > 0;

/** Switches joining on or off for code that is compiled from now on. Only the optimizing compiler joins, so it must compile at once. */
export function joinVectors(isOn: boolean): void {
  const [on, off] = isOn ? ['--', '--no-'] : ['--no-', '--'];
  for (const name of names) v8.setFlagsFromString(on + name);
  for (const name of ['liftoff', 'wasm-lazy-compilation']) v8.setFlagsFromString(off + name);
}

/** The joiner for the engine in this process; null where vectors stay as they are. */
export const joinerHere = () => (canJoinVectors && !wantsNarrow() ? { joinVectors, now: () => performance.now() } : null);

/** Whether the environment asks for vectors of 128 bits, which every machine has: TENSOR_LENS_WIDE=0. */
export const wantsNarrow = (): boolean => process.env.TENSOR_LENS_WIDE === '0';
