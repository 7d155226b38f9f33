/** The engine's realm of a process: engine, trace and runner. It is closed for good before it receives any model. */
import { outside } from './bridge.js';
// After the bridge: when the engine loads, it takes what the bridge has put in place.
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { askForMultiplyAdd } from '../../engine/backends/cpu/wasm/runtime.js';
import { useJoiner } from '../../engine/backends/cpu/wasm/wide.js';
import { once } from '../../engine/library.js';
import { denyCodeFromText, freezeIntrinsics, keepOnlyAllowed } from '../fence/intrinsics.js';
import { constructorsOf, recognise, type Constructors } from '../fence/recognise.js';
import type { Realm } from '../inside/realm.js';
import { rehearsal } from '../inside/rehearsal.js';
import { serveRunner } from '../inside/runner.js';
import type { TimerScope } from '../inside/timers.js';
import { packed, unpacked } from '../wire/message.js';
import type * as Part from './part.js';

/** The exports of the model's realm, see model.ts. */
declare const modelRealm: Pick<Realm, 'define' | 'object' | 'zeros' | 'numbersFirst'> & {
  own: Constructors;
  know(others: Constructors): void;
};
/** What src/run/entry/part.ts uses of this bundle: see scripts/inTwo.mjs. */
declare const sharedWithPart: unknown;
const { define, object, zeros, numbersFirst } = modelRealm;

/**
 * These names stay: the engine's kernels need WebAssembly, and the model cannot reach the global object of this realm.
 */
const KEPT = ['WebAssembly', 'SharedArrayBuffer'];

if (outside.multipliesAndAdds) askForMultiplyAdd(outside.multiplyAdd);
reside(outside);
if (outside.canJoinVectors) useJoiner(outside);

let lastTimer = 0;
const callbacks = new Map<number, () => void>();

function starting(repeats: boolean): TimerScope['setTimeout'] {
  return (callback, ms = 0, ...args) => {
    const id = ++lastTimer;
    callbacks.set(id, () => {
      if (!repeats) callbacks.delete(id);
      callback(...args);
    });
    try {
      outside.startTimer(id, Number(ms), repeats);
    } catch (error) {
      callbacks.delete(id);
      throw error;
    }
    return id;
  };
}

const stop: TimerScope['clearTimeout'] = (timer) => {
  if (callbacks.delete(timer as number)) outside.stopTimer(timer as number);
};

let stray: (error: unknown) => void = () => {};
const listeners = new Set<(message: unknown) => void>();
const { parse, stringify } = JSON;

serveRunner({
  said: () => parse(outside.said() ?? '[]') as string[],
  part: once(() => (outside.part() as (require: () => unknown) => typeof Part)(() => sharedWithPart)),
  port: {
    post(message) {
      const { body, bytes } = packed(message);
      outside.post(stringify(body), bytes);
    },
    listen(receive) {
      listeners.add(receive);
      return () => void listeners.delete(receive);
    },
  },
  realm: { compile: outside.compileModel, define, object, zeros, numbersFirst },
  timers: { setTimeout: starting(false), setInterval: starting(true), clearTimeout: stop, clearInterval: stop },
  writePass: outside.writePass,
  now: outside.now,
  arrayBytes: outside.arrayBytes,
  onStray: (listener) => void (stray = listener),
  look: outside.look,
});

const steps = rehearsal(outside.now);

(Error as { stackTraceLimit?: number }).stackTraceLimit = 100;
denyCodeFromText(globalThis);
const own = constructorsOf(globalThis);
recognise(own, modelRealm.own, false);
modelRealm.know(own);
keepOnlyAllowed(globalThis, KEPT);
freezeIntrinsics(globalThis, KEPT);

outside.ready({
  receive(json, bytes) {
    const message = unpacked(parse(json), bytes);
    for (const listener of listeners) listener(message);
  },
  fire(timer) {
    try {
      callbacks.get(timer)?.();
    } catch (error) {
      stray(error);
    }
  },
  stray: (error) => stray(error),
  zeros: (length) => new Uint8Array(length),
  warm: () => !steps.next().done,
});
