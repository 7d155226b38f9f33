// The peers: PyTorch in a Python of its own, the engine and libraries of JavaScript in a process of their own for each
// work. A peer that is not installed gets no column.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../processes.mjs';
import { CHUNK_MS, WARM_MS } from './chunk.mjs';

/**
 * @typedef {import('./works.mjs').Work} Work
 * @typedef {object} Runner one work at one peer
 * @property {() => Promise<number>} chunk µs of processor time for one run, on average over a chunk
 * @property {() => void} [end]
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} version
 * @property {(work: Work) => Promise<Runner | null>} start
 * @property {() => void} end
 */

/** What runs in a process of its own for each work, so that what V8 learns of one work does not slow another down. @param {string} name @param {string} version @param {keyof Work} code @returns {Peer} */
const ownProcess = (name, version, code) => ({
  name,
  version,
  async start(work) {
    if (!work[code]) return null;
    const child = fork(path.join(import.meta.dirname, 'one.mjs'), [name, work.name]);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} could not run: ${work.name}`)));
    ended.catch(() => {});
    const answer = () => Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
    await answer();
    return {
      chunk() {
        child.send('chunk');
        return answer();
      },
      end: () => void child.kill(),
    };
  },
  end() {},
});

export const ours = () => ownProcess('ours', process.version, 'ours');

/** A package of JavaScript, or null where it is not installed. @param {string} name @param {string} folder @param {keyof Work} code */
function installed(name, folder, code) {
  const file = path.join(root, 'node_modules', folder, 'package.json');
  return fs.existsSync(file) ? ownProcess(name, JSON.parse(fs.readFileSync(file, 'utf8')).version, code) : null;
}

/** @param {'wasm' | 'cpu'} backend */
export const tensorflow = (backend) => installed(`tfjs ${backend}`, `@tensorflow/tfjs-backend-${backend}`, 'tf');

export const jax = () => installed('jax-js', '@jax-js/jax', 'jax');

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
