import { inspect } from 'node:util';
import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
export const collectGarbage = vm.runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** V8 keeps what weak references point at to the end of the turn. A context with a queue of its own has turns of its own, which end it for all. */
const turn = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
const nothing = new vm.Script('0');

const isParallel = ![...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((flag) =>
  /--(single-threaded|no-parallel-scavenge)/.test(flag),
);

/**
 * Collects garbage within a turn: afterwards weak maps and references tell what is gone. What was made since the last two
 * times is collected in some ten microseconds, all of it in some milliseconds.
 */
export function sweep(lately: boolean): void {
  if (!lately) {
    nothing.runInContext(turn);
    return collectGarbage();
  }
  // It is so little that to wake other threads for it takes longer.
  v8.setFlagsFromString('--no-parallel-scavenge');
  collectGarbage({ type: 'minor' });
  if (isParallel) v8.setFlagsFromString('--parallel-scavenge');
}

const ENTRY = /^\S* => (\d+)$/;

/** The numbers of a weak map whose keys can be reached, with commas between them: only a look from outside shows them. Null where it cannot. */
export function left(map: WeakMap<object, number>): string | null {
  const text = inspect(map, { showHidden: true, depth: 0, maxArrayLength: Infinity, breakLength: Infinity, customInspect: false });
  const entries = /^[^{]*\{ (.*) \}$/.exec(text)?.[1];
  if (!entries) return entries ?? null;
  const numbers = entries.split(', ').map((entry) => ENTRY.exec(entry)?.[1]);
  return numbers.includes(undefined) ? null : numbers.join(',');
}

// Taken now: while a model runs, the process has nothing of it left.
const { cpuUsage } = process;

/** Milliseconds that processors have worked for this process. */
export function spent(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}
