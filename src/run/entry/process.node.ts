/**
 * The process that one program runs in. Its own realm is the only one that knows Node. It makes two contexts, one for
 * the engine and one for the model, and carries messages between them and the host. Then it takes away from itself all
 * that a leak could reach: the doors of `process`, code made from text, and all globals but JavaScript's own, which it
 * freezes.
 *
 * Descriptors: requests come in on 0, results go out on 3; 4 and 5 are files that the host has open too, see
 * wire/place.ts and wire/passes.ts. All output uses synchronous writes: what was written stays, however this process
 * ends.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';
import { denyCodeFromText, freezeIntrinsics, keepOnlyAllowed } from '../fence/intrinsics.js';
import { FrameReader, frameOf } from '../wire/frames.js';
import { MOST_ALL, MOST_FRAME } from '../wire/passes.js';
import { END_AT, IN, OUT, PASSES, PLACE, PLACE_AT } from '../wire/place.js';
import type { Inside, Outside } from './bridge.js';
import { closeProcess } from './closeProcess.node.js';
import { collectGarbage, left, spent, sweep } from './garbage.node.js';
import { canJoinVectors, joinVectors, multiplyAdd } from '../client/vectors.node.js';

const LOOK_MS = 20;
const WEIGH_MS = 200;
/** The share of V8's heap that may be full. A run beyond it is ended while there is still room to write why. */
const FULL = 0.9;

const [, script = '', ...options] = process.argv;
if (options.includes('--background')) os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
// Ctrl+C is for the host. The host ends this process when it has what it wants.
process.on('SIGINT', () => {});

// Taken now, because none of them are left later.
const { readSync, writeSync } = fs;
const { exit, memoryUsage } = process;
const { performance, setTimeout, setInterval, clearTimeout, setImmediate } = globalThis;
const parentId = Object.getOwnPropertyDescriptor(process, 'ppid')?.get?.bind(process) as (() => number) | undefined;

const newContext = () => vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
const [engine, model] = [newContext(), newContext()];

const folder = path.dirname(script);
const { readFileSync } = fs;
const { join } = path;

/** Evaluates a bundle of scripts/build.mjs in a context and returns the function that the bundle is. */
function load(name: string, context: vm.Context): (...given: unknown[]) => unknown {
  const code = readFileSync(join(folder, name), 'utf8');
  return new vm.Script(code, { filename: name }).runInContext(context) as (...given: unknown[]) => unknown;
}

/** The message of an error, after a line with its place when V8 tells one. */
function describe(error: unknown): string {
  try {
    const { message, stack } = error as Error;
    return `${/^model-file:\S+:\d+$/m.exec(String(stack))?.[0] ?? ''}\n${message}`;
  } catch {
    return '\nThe code could not be read.';
  }
}

let failure = '';
/** The value of a script; undefined when it has none. `failure` then says why. */
function orFailure(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    failure = describe(error);
    return undefined;
  }
}
let inside!: Inside;
const timers = new Map<number, NodeJS.Timeout>();
const place = new Int32Array(1);
const end = new Int32Array(1);
let looked = 0;
let weighed = 0;
const parent = parentId?.();

const outside: Outside = {
  post: (json, bytes) => send(frameOf(json, bytes)),
  writePass,
  now: () => performance.now(),
  startTimer(id, ms, repeats) {
    const fire = () => {
      if (!repeats) timers.delete(id);
      inside.fire(id);
    };
    timers.set(id, repeats ? setInterval(fire, ms) : setTimeout(fire, ms));
  },
  stopTimer(id) {
    clearTimeout(timers.get(id));
    timers.delete(id);
  },
  arrayBytes(collect) {
    if (collect) collectGarbage();
    return memoryUsage().arrayBuffers;
  },
  sweep,
  left,
  spent,
  multiplyAdd,
  joinVectors: canJoinVectors && !options.includes('--narrow') ? joinVectors : null,
  look(site) {
    if (place[0] !== site + 1) {
      place[0] = site + 1;
      writeSync(PLACE, place, 0, 4, PLACE_AT);
    }
    const now = performance.now();
    if (now - looked < LOOK_MS) return 0;
    looked = now;
    readSync(PLACE, end, 0, 4, END_AT);
    if (end[0] !== 0) return 1;
    if (now - weighed < WEIGH_MS) return 0;
    weighed = now;
    // The parent process is gone: it was killed, so nobody will end this process.
    if (parentId?.() !== parent) exit(1);
    return isHeapFull() ? 2 : 0;
  },
  compile: (code, name, isModel) => orFailure(() => new vm.Script(code, { filename: name }).runInContext(isModel ? model : engine)),
  part: () => orFailure(() => load('part.js', engine)),
  said() {
    try {
      return readFileSync(join(folder, 'said.json'), 'utf8');
    } catch {
      return null;
    }
  },
  failure: () => failure,
  ready: (given) => void (inside = given),
};

function isHeapFull(): boolean {
  const isFull = () => {
    const { used_heap_size: used, heap_size_limit: limit } = v8.getHeapStatistics();
    return used > limit * FULL;
  };
  if (!isFull()) return false;
  collectGarbage();
  return isFull();
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

function send(frame: Uint8Array): void {
  for (let at = 0; at < frame.length;) {
    try {
      at += writeSync(OUT, frame, at, frame.length - at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') exit(1);
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}

let passesEnd = 0;

function writePass(json: string): number {
  const frame = frameOf(json);
  const at = passesEnd;
  if (frame.length > MOST_FRAME || at + frame.length > MOST_ALL) return -1;
  try {
    for (let i = 0; i < frame.length;) i += writeSync(PASSES, frame, i, frame.length - i, at + i);
  } catch {
    // The disk is full.
    return -1;
  }
  passesEnd += frame.length;
  return at;
}

load('engine.js', engine)(outside, load('model.js', model)());

process.on('uncaughtException', (error) => inside.stray(error));
process.on('unhandledRejection', (error) => inside.stray(error));

let isIdle = true;
const setBytes = Uint8Array.prototype.set;
const { apply } = Reflect;
const reader = new FrameReader((json, bytes) => {
  isIdle = false;
  const copy = bytes && inside.zeros(bytes.length);
  if (copy) apply(setBytes, copy, [bytes]);
  inside.receive(json, copy);
});

// Not a stream: a stream of Node brings sockets within reach of any code that holds it.
const { read } = fs;
const buffer = new Uint8Array(65_536);
const more = () =>
  read(IN, buffer, 0, buffer.length, null, (error, length) => {
    if (error || length === 0) exit(0);
    reader.add(buffer.slice(0, length));
    more();
  });
more();

denyCodeFromText(globalThis);
closeProcess();
if (options.includes('--open-fence')) {
  // For a test of what a model could do that has broken through all inner walls.
  const open = new vm.Script('(process, outer) => { globalThis.process = process; globalThis.outer = outer }').runInContext(model);
  (open as (process: unknown, outer: unknown) => void)(process, globalThis);
}
keepOnlyAllowed(globalThis);
freezeIntrinsics(globalThis);

send(frameOf(''));
const warm = () => {
  if (isIdle && inside.warm()) setImmediate(warm);
};
setImmediate(warm);
