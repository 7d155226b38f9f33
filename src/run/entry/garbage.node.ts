import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
export const collectGarbage = vm.runInNewContext('gc') as () => void;

/** V8 keeps what weak references point at to the end of the turn. A context with a queue of its own has turns of its own, which end it for all. */
const turn = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
const nothing = new vm.Script('0');

/** Collects garbage within a turn: afterwards weak references tell what is gone. */
export function sweep(): void {
  nothing.runInContext(turn);
  collectGarbage();
}
