// The device `webgl` as a peer: the same engine does the same work, in a worker of headless Chromium. It is measured in
// wall time, the only time that a card tells, and each chunk ends by reading a number back.
import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { CARD_FLAGS, chromiumPath } from '../chromium.mjs';
import { root } from '../processes.mjs';
import { CHUNK_MS, WARM_MS } from './chunk.mjs';

const WORKER = `
import * as torch from './src/engine/index.js';
import { startWebgl } from './src/engine/backends/webgl/index.js';
import { works } from './scripts/bench/works.mjs';

let work = () => undefined;
let count = 1;
const settle = () => torch.ones(2).add(1).sum().item();
/** µs of a run, on average of so many. */
function timed(runs) {
  const start = performance.now();
  for (let i = 0; i < runs; i++) work();
  settle();
  return (1000 * (performance.now() - start)) / runs;
}
const tasks = {
  open: async () => (await startWebgl()).renderer,
  start(name) {
    torch.set_default_device('webgl');
    torch.manual_seed(0);
    work = works.find((each) => each.name === name).ours(torch);
    let [us, spent] = [0, 0];
    while (spent < ${WARM_MS}) {
      us = timed(1);
      spent += us / 1000;
    }
    count = Math.max(1, Math.round((1000 * ${CHUNK_MS}) / us));
  },
  chunk: () => timed(count),
};
addEventListener('message', async ({ data: { task, given } }) => {
  try {
    postMessage({ result: await tasks[task](given) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
`;

const PAGE = `
const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
globalThis.ask = (question) =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message });
    worker.postMessage(question);
  });
`;

/** @returns {Promise<import('./peers.mjs').Peer | null>} null where there is no browser, or where it has no WebGL */
export async function webgl() {
  const built = await esbuild.build({
    stdin: { contents: WORKER, resolveDir: root },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const browser = await chromiumPath()
    .then((executablePath) => chromium.launch({ executablePath, args: CARD_FLAGS }))
    .catch(() => null);
  if (!browser) return null;
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.evaluate(`const text = ${JSON.stringify(built.outputFiles[0]?.text ?? '')}; ${PAGE}`);
  /** @param {string} task @param {string} [given] @returns {Promise<any>} */
  const ask = async (task, given) => {
    const answer = await page.evaluate((question) => /** @type {any} */ (globalThis).ask(question), { task, given });
    if (answer.error) throw new Error(answer.error);
    return answer.result;
  };
  const end = () => void browser.close();
  const renderer = await ask('open').catch(() => null);
  if (renderer === null) return (end(), null);
  return {
    name: 'webgl',
    version: `in Chromium ${browser.version()} (${renderer}; wall time)`,
    async start({ name }) {
      await ask('start', name);
      return { chunk: () => ask('chunk') };
    },
    end,
  };
}
