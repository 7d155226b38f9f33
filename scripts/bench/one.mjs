// One work at one peer of JavaScript, in a process of its own, as a program runs: `node one.mjs PEER WORK`. It answers
// `ready` once V8 has compiled the work, and each further message with the µs of processor time of one run.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../processes.mjs';
import { CHUNK_MS, WARM_MS } from './chunk.mjs';
import { works } from './works.mjs';

/** @typedef {import('./works.mjs').Work} Work */
/** @typedef {() => unknown} Run a run of the work. What is not done when it returns, it returns as a promise. */

/** A work whose JavaScript V8 compiles late is run for longer, up to this time, in slices. */
const MOST_WARM_MS = 3000;
const SLICE_MS = 100;
/** A slice that takes less than this share of the fastest one before it is faster. */
const FASTER = 0.95;

const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** @type {Record<string, (work: Work) => Promise<Run | undefined>>} */
const PEERS = {
  async ours(work) {
    const torch = await import(pathToFileURL(path.join(root, 'dist', 'tensor-lens.mjs')).href);
    torch.manual_seed(0);
    return work.ours(torch);
  },
  'tfjs wasm': async (work) => {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(`${path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist')}${path.sep}`);
    wasm.setThreadsCount(1);
    return tensorflow(work, 'wasm');
  },
  'tfjs cpu': async (work) => {
    await import('@tensorflow/tfjs-backend-cpu');
    return tensorflow(work, 'cpu');
  },
  async 'jax-js'(work) {
    // The library asks the navigator for a graphics card, and Node 20 has no navigator.
    if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });
    const jax = await import('@jax-js/jax');
    await jax.init('wasm');
    jax.defaultDevice('wasm');
    return work.jax?.(jax);
  },
};

/** @param {Work} work @param {string} backend */
async function tensorflow(work, backend) {
  const tf = await import('@tensorflow/tfjs-core');
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here.`);
  return work.tf?.(tf);
}

/** @param {Run} run @param {number} count */
async function repeat(run, count) {
  for (let i = 0; i < count; i++) {
    const rest = run();
    if (rest instanceof Promise) await rest;
  }
}

/** Runs the work until two slices in a row are no faster than the fastest before them. @param {Run} run @returns {Promise<number>} the runs of a chunk */
async function warm(run) {
  let [fastest, since, count] = [Infinity, 0, 1];
  const began = used();
  while (used() - began < 1000 * MOST_WARM_MS && (since < 2 || used() - began < 1000 * WARM_MS)) {
    const start = used();
    let runs = 0;
    for (; used() - start < 1000 * SLICE_MS; runs++) await repeat(run, 1);
    const each = (used() - start) / runs;
    since = each < FASTER * fastest ? 0 : since + 1;
    fastest = Math.min(fastest, each);
    count = Math.max(1, Math.round((runs * CHUNK_MS) / SLICE_MS));
    // Waits, because the optimizing compiler works at the same time.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return count;
}

const [peer = '', name] = process.argv.slice(2);
const work = works.find((one) => one.name === name);
const run = work && (await PEERS[peer]?.(work));
if (!run || !process.send) process.exit(1);
const count = await warm(run);
process.on('message', async () => {
  const start = used();
  await repeat(run, count);
  process.send?.((used() - start) / count);
});
process.send('ready');
