import { inspect } from 'node:util';
import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
export const collectGarbage = vm.runInNewContext('gc') as (options?: { type: 'minor' }) => void;
// Every realm that is made while the flag is set has this function, and it writes a file when it is asked to.
v8.setFlagsFromString('--no-expose-gc');

/**
 * V8 keeps the targets of weak references until the turn ends. A context with its own queue has its own turns, and each
 * of them ends the turn for all contexts.
 */
const turn = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
const nothing = new vm.Script('0');

const isParallel = ![...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((flag) =>
  /--(single-threaded|no-parallel-scavenge)/.test(flag),
);

/**
 * Collects garbage without waiting for the turn to end. Afterwards weak maps and references show what is gone. To
 * collect what was made since the last two times takes some ten microseconds; to collect all takes some milliseconds.
 */
export function sweep(lately: boolean): void {
  if (!lately) {
    nothing.runInContext(turn);
    return collectGarbage();
  }
  // There is so little to collect that waking other threads would take longer.
  v8.setFlagsFromString('--no-parallel-scavenge');
  collectGarbage({ type: 'minor' });
  if (isParallel) v8.setFlagsFromString('--parallel-scavenge');
}

const ENTRY = /^\S* => (\d+)$/;

/** The numbers in a weak map whose keys can still be reached, with commas between; null when that cannot be told. Only `inspect` can list them. */
export function left(map: WeakMap<object, number>): string | null {
  const text = inspect(map, { showHidden: true, depth: 0, maxArrayLength: Infinity, breakLength: Infinity, customInspect: false });
  const entries = /^[^{]*\{ (.*) \}$/.exec(text)?.[1];
  if (!entries) return entries ?? null;
  const numbers = entries.split(', ').map((entry) => ENTRY.exec(entry)?.[1]);
  return numbers.includes(undefined) ? null : numbers.join(',');
}

// Taken now, because `process` has nothing of this left while a model runs.
const { cpuUsage } = process;

/** The processor time of this process so far, in milliseconds. */
export function spent(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}
