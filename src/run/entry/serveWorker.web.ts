/** The worker of a browser: one realm for engine and model. Only a list of names is allowed, and all of these are frozen: that keeps a model inside. */
import { denyCodeFromText, freezeIntrinsics, keepOnlyAllowed } from '../fence/intrinsics.js';
import { queueMicrotask, structuredClone, TextDecoder, TextEncoder } from '../fence/given.js';
import { sameRealm } from '../inside/realm.js';
import type { Platform } from '../inside/platform.js';
import { rehearsal } from '../inside/rehearsal.js';
import { serveRunner } from '../inside/runner.js';
import { LiveArrays } from './liveArrays.web.js';
import type * as Part from './part.js';
import { isPartMessage, type PartMessage } from '../wire/part.js';
import { END_AT, isPlaceMessage, PLACE_AT, type PlaceMessage } from '../wire/place.js';

// Kept before a run takes them away from its model, and from this code.
const post = postMessage.bind(globalThis) as (message: unknown) => void;
const on = addEventListener.bind(globalThis);
const off = removeEventListener.bind(globalThis);
const now = performance.now.bind(performance);
const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
const evaluate = eval;
const arrays = new LiveArrays((callback) => setTimeout(callback, 0));
(Error as { stackTraceLimit?: number }).stackTraceLimit = 100;

const load = importScripts.bind(globalThis) as (url: string) => void;

let place: Int32Array | null = null;
/** Where there is no shared memory: the URL of a script that can be loaded as long as the run may go on. */
let mayGoOn: string | null = null;
let askedAt = 0;
/** How often the script is asked for. A run that must end still has most of a second to write what it has. */
const ASK_MS = 150;

const canLoad = (url: string): boolean => {
  try {
    load(url);
    return true;
  } catch {
    return false;
  }
};

let later: PartMessage = { part: '', said: '[]' };
/** Loads what scripts/inTwo.mjs made of src/run/entry/part.ts. @param shared what that code uses of this bundle */
export const loadPart = (shared: unknown): typeof Part => (evaluate(later.part) as (require: () => unknown) => typeof Part)(() => shared);

let isIdle = true;
const rounds = rehearsal(now);
function rehearse(): void {
  if (isIdle && !rounds.next().done) setTimeout(rehearse, 0);
}

on('message', ({ data }: MessageEvent<unknown>) => {
  if (isPartMessage(data)) {
    later = data;
    // Not before: the trace asks for its texts.
    setTimeout(rehearse, 0);
    return;
  }
  if (!isPlaceMessage(data)) {
    isIdle = false;
    return;
  }
  if ('place' in data) place = new Int32Array(data.place);
  // A page whose policy forbids loading cannot use this way: a failed load would not mean that the run must end.
  else if (canLoad(data.mayGoOn)) mayGoOn = data.mayGoOn;
});
const { store, load: loadFrom } = Atomics;

/** @param openCard makes `webgl` a device, for a worker that has a graphics card */
export const serveWorker = (part: Platform['part'], openCard?: Platform['openCard']): void =>
  serveRunner({
    part,
    said: () => JSON.parse(later.said) as string[],
    ...(openCard && { openCard }),
    port: {
      post,
      listen: (receive) => {
        const listener = ({ data }: MessageEvent) => receive(data);
        on('message', listener);
        return () => off('message', listener);
      },
    },
    realm: {
      ...sameRealm,
      compile: (code, name) => evaluate(`${code}\n//# sourceURL=${name}`) as unknown,
      define(globals) {
        const given = { ...globals, queueMicrotask, structuredClone, TextDecoder, TextEncoder };
        // The engine's kernels need WebAssembly, and it gives access to nothing else.
        const names = [...Object.keys(given), 'WebAssembly'];
        denyCodeFromText(globalThis);
        keepOnlyAllowed(globalThis, names);
        for (const [name, value] of Object.entries(given))
          Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
        freezeIntrinsics(globalThis, names);
      },
    },
    timers: {
      setTimeout: (callback, ms, ...args) => setTimeout(callback, ms, ...args),
      setInterval: (callback, ms, ...args) => setInterval(callback, ms, ...args),
      clearTimeout: (timer) => clearTimeout(timer as number),
      clearInterval: (timer) => clearInterval(timer as number),
    },
    arrayBytes: (collect) => arrays.bytes(collect),
    arrayMade: (owner, bytes) => arrays.made(owner, bytes),
    now,
    onStray: (listener) => {
      on('error', (event) => listener(event.error));
      on('unhandledrejection', (event) => listener(event.reason));
    },
    look(site) {
      if (!place) {
        post({ site } satisfies PlaceMessage);
        if (mayGoOn === null || now() - askedAt < ASK_MS) return 'go on';
        askedAt = now();
        return canLoad(mayGoOn) ? 'go on' : 'end';
      }
      store(place, PLACE_AT / 4, site + 1);
      return loadFrom(place, END_AT / 4) === 0 ? 'go on' : 'end';
    },
  });
