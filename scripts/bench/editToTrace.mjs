/**
 * How long a run takes from its program to its whole trace, in a process of its own and in a thread. A process is the
 * fence that holds (docs/security.md); this shows what it costs. Both run the same engine, both are started ahead of
 * time and have rested, and both run by turns. The thread is the worker of a browser, with what Node lacks of one.
 *
 *     node scripts/bench/editToTrace.mjs [pairs=30]
 */
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { root, run, script, sleep } from '../processes.mjs';

const OUT = path.join(root, 'out', 'bench');
const DIST = path.join(root, 'dist');
const MODELS = ['02-broadcasting', '06-logistic-regression', '07-xor', '08-convolution'];
/** How long a worker that was started ahead of time rests before its run: long enough for its small steps of warming. */
const REST_MS = 700;

/** The names of a browser's worker, in a thread of Node. */
const AS_IN_A_BROWSER = `
const { parentPort } = require('node:worker_threads');
const listeners = new Map();
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = (type, listener) => {
  if (type !== 'message') return;
  const receive = (data) => listener({ data });
  listeners.set(listener, receive);
  parentPort.on('message', receive);
};
globalThis.removeEventListener = (type, listener) => {
  parentPort.off('message', listeners.get(listener));
  listeners.delete(listener);
};
globalThis.importScripts = () => {};
`;

/** As `startNodeProcess`: what starts a worker. */
function startThread() {
  const read = (/** @type {string} */ name) => fs.readFileSync(path.join(DIST, name), 'utf8');
  const [code, part, said] = ['worker.web.js', 'workerPart.web.js', 'workerSaid.web.json'].map(read);
  return () => {
    const worker = new Worker(AS_IN_A_BROWSER + code, { eval: true, execArgv: ['--no-warnings'] });
    const place = new Int32Array(new SharedArrayBuffer(8));
    worker.postMessage({ part, said });
    worker.postMessage({ place: place.buffer });
    return Promise.resolve({
      port: {
        post: (/** @type {unknown} */ message) => worker.postMessage(message),
        listen: (/** @type {(message: unknown) => void} */ receive) => {
          worker.on('message', receive);
          return () => worker.off('message', receive);
        },
      },
      interrupt: () => {},
      place: () => -1,
      terminate: async () => void (await worker.terminate()),
      onFailure: (/** @type {(message: string) => void} */ listener) => worker.on('error', (error) => listener(error.message)),
    });
  };
}

/** What of the program's source this needs, as a module. */
async function sources() {
  const file = path.join(OUT, 'runs.mjs');
  const names = ['run/client/runClient', 'run/client/startProcess.node', 'language/link'];
  const contents = names.map((name) => `export * from './${name}.ts';`).join('');
  const stdin = { contents, resolveDir: path.join(root, 'src') };
  await esbuild.build({ stdin, outfile: file, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  return import(pathToFileURL(file).href);
}

/** @param {number} pairs @returns {Promise<[name: string, process: number, thread: number][]>} medians, in milliseconds */
export async function editToTrace(pairs) {
  const { link, RunClient, startNodeProcess } = await sources();
  const starts = [startNodeProcess(path.join(DIST, 'process'), { isBackground: false }), startThread()];
  /** @type {[string, number, number][]} */
  const rows = [];
  for (const name of MODELS) {
    const file = `${name}.tl.ts`;
    const text = fs.readFileSync(path.join(root, 'examples', file), 'utf8');
    /** @type {number[][]} */
    const times = [[], []];
    for (let i = 0; i < pairs; i++)
      for (const [which, start] of i % 2 ? [...starts.entries()].reverse() : starts.entries()) {
        const client = new RunClient(start);
        client.warm();
        await sleep(REST_MS);
        const began = performance.now();
        const { program } = await link(file, (/** @type {string} */ one) => Promise.resolve(one === file ? text : null));
        const limits = { tensorBytes: 2 ** 30, keptBytes: 2 ** 29 };
        const request = { program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 50, passes: 0, limits };
        const nothing = (/** @type {string} */ one) => Promise.reject(new Error(`ENOENT: '${one}'`));
        const events = { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing };
        const handle = client.run(request, { timeLimit: 0, events });
        const { status, error } = await handle.done;
        times[which]?.push(performance.now() - began);
        handle.dispose();
        await client.dispose();
        if (status !== 'ok') throw new Error(`${name} ended as ${status}: ${error?.message ?? ''}`);
      }
    const [own = NaN, thread = NaN] = times.map((all) => all.toSorted((a, b) => a - b)[all.length >> 1]);
    rows.push([name, own, thread]);
  }
  return rows;
}

if (process.argv[1] === import.meta.filename)
  await script(async () => {
    await run(process.execPath, ['scripts/build.mjs', '--quiet', 'process', 'worker.web'], { show: true });
    for (const [name, own, thread] of await editToTrace(Number(process.argv[2] ?? 30)))
      console.log(`${name.padEnd(26)} process ${own.toFixed(1)} ms, thread ${thread.toFixed(1)} ms, ratio ${(own / thread).toFixed(3)}`);
    process.exit();
  });
