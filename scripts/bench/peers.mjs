// The peers: PyTorch in a Python of its own, TensorFlow.js in this process. A peer that is not installed gets no
// column.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { root } from '../processes.mjs';

/**
 * @typedef {import('./works.mjs').Work} Work
 * @typedef {object} Runner one work at one peer
 * @property {() => number | Promise<number>} chunk µs of processor time for one run, on average over a chunk
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} version
 * @property {(work: Work) => Runner | null | Promise<Runner | null>} start
 * @property {() => void} end
 */

/** The length of one chunk in milliseconds. It is short, so that even a busy machine leaves some chunks undisturbed. */
const CHUNK_MS = 8;
const WARM_MS = 300;
/** A work whose JavaScript V8 compiles late is run for longer, up to this time, in slices. */
const MOST_WARM_MS = 3000;
const SLICE_MS = 100;
/** A slice that takes less than this share of the fastest one before it is faster. */
const FASTER = 0.95;

const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/**
 * Runs the work until V8 has compiled it: until two slices in a row are no faster than the fastest before them.
 * @param {() => unknown} work @returns {Promise<Runner>}
 */
async function inThisProcess(work) {
  let [fastest, since, count] = [Infinity, 0, 1];
  const began = used();
  while (used() - began < 1000 * MOST_WARM_MS && (since < 2 || used() - began < 1000 * WARM_MS)) {
    const start = used();
    let runs = 0;
    for (; used() - start < 1000 * SLICE_MS; runs++) work();
    const each = (used() - start) / runs;
    since = each < FASTER * fastest ? 0 : since + 1;
    fastest = Math.min(fastest, each);
    count = Math.max(1, Math.round((runs * CHUNK_MS) / SLICE_MS));
    // Waits, because the optimizing compiler works at the same time.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    chunk() {
      const start = used();
      for (let i = 0; i < count; i++) work();
      return (used() - start) / count;
    },
  };
}

/** @param {any} torch @returns {Peer} */
export const ours = (torch) => ({
  name: 'ours',
  version: process.version,
  start(work) {
    torch.manual_seed(0);
    return inThisProcess(work.ours(torch));
  },
  end() {},
});

const SERVER = `
import sys, time, json
try:
    import torch, torch.nn as nn, torch.nn.functional as F
except Exception:
    sys.exit()
torch.set_num_threads(1)
print(torch.__version__, flush=True)
for line in sys.stdin:
    q = json.loads(line)
    if 'setup' in q:
        scope = {'torch': torch, 'nn': nn, 'F': F}
        exec(q['setup'], scope)
        exec('def work(n):\\n    for _ in range(n):\\n        ' + q['code'].replace('\\n', '\\n        '), scope)
        work = scope['work']
        start = time.process_time(); runs = 0
        while time.process_time() - start < ${WARM_MS / 1000}: work(1); runs += 1
        count = max(1, round(runs * ${CHUNK_MS} / ${WARM_MS}))
        print('ready', flush=True)
    else:
        start = time.process_time(); work(count)
        print((time.process_time() - start) / count * 1e6, flush=True)
`;

/** PyTorch on one thread, with the Python that PYTHON names, or else the first one in the path. @returns {Promise<Peer | null>} */
export async function pytorch() {
  const child = spawn(process.env.PYTHON || 'python3', ['-c', SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => String((await lines.next()).value ?? '');
  const version = await answer();
  if (!version) return null;
  const ask = (/** @type {object} */ question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    return answer();
  };
  return {
    name: 'PyTorch',
    version,
    async start({ torch: [setup, code] }) {
      if ((await ask({ setup, code })) !== 'ready') throw new Error(`PyTorch could not run: ${code}`);
      return { chunk: async () => Number(await ask({})) };
    },
    end: () => void child.stdin.end(),
  };
}

/** @param {'wasm' | 'cpu'} backend @returns {Promise<Peer | null>} */
export async function tensorflow(backend) {
  try {
    const tf = await import('@tensorflow/tfjs-core');
    if (backend === 'wasm') {
      const wasm = await import('@tensorflow/tfjs-backend-wasm');
      wasm.setWasmPaths(`${path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist')}${path.sep}`);
      wasm.setThreadsCount(1);
    } else await import('@tensorflow/tfjs-backend-cpu');
    if (!(await tf.setBackend(backend))) return null;
    return {
      name: `tfjs ${backend}`,
      version: tf.version_core,
      async start(work) {
        if (!work.tf) return null;
        await tf.setBackend(backend);
        const run = await inThisProcess(work.tf(tf));
        return {
          async chunk() {
            await tf.setBackend(backend);
            return run.chunk();
          },
        };
      },
      end() {},
    };
  } catch {
    return null;
  }
}
