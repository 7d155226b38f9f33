import process from 'node:process';
import v8 from 'node:v8';

/** V8's flag has had two names; version 13 is the first whose code was found right. */
const NAMES = ['experimental-wasm-revectorize', 'wasm-revectorize'];

function flags(): string[] {
  const version = Number.parseInt(process.versions.v8, 10);
  if (process.arch !== 'x64' || version < 13) return [];
  return version === 13 ? NAMES.slice(0, 1) : NAMES;
}

const names = flags();

/** V8 11 (Node 20) multiplies and adds in one instruction if it is asked to; null where it does so unasked, or not at all. */
export const multiplyAdd = process.versions.v8.startsWith('11.') ? () => v8.setFlagsFromString('--experimental-wasm-relaxed-simd') : null;

/** Whether vectors can be joined here, see wide.ts of the engine. */
export const canJoinVectors = names.length > 0;

/** For what is compiled until it is off again. The optimizing compiler is the one that joins, so it has to compile at once. */
export function joinVectors(isOn: boolean): void {
  const [on, off] = isOn ? ['--', '--no-'] : ['--no-', '--'];
  for (const name of names) v8.setFlagsFromString(on + name);
  for (const name of ['liftoff', 'wasm-lazy-compilation']) v8.setFlagsFromString(off + name);
}

/** What the engine is given in this process; null where vectors stay as they are. */
export const joinerHere = () => (canJoinVectors && !wantsNarrow() ? { joinVectors, now: () => performance.now() } : null);

/** Whether the environment asks for vectors of 128 bits, as every machine has them: TENSOR_LENS_WIDE=0. */
export const wantsNarrow = (): boolean => process.env.TENSOR_LENS_WIDE === '0';
