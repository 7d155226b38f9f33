// A worker of test/webgl/worker.ts in headless Chromium: `const { ask, close } = await openWorker()`.
import esbuild from 'esbuild';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';

const entry = path.join(import.meta.dirname, 'worker.ts');

/** @returns {Promise<{ ask(task: string, given?: unknown): Promise<any>, close(): Promise<void> }>} */
export async function openWorker() {
  const built = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    keepNames: true,
    logLevel: 'error',
  });
  const code = built.outputFiles[0]?.text ?? '';
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.evaluate((text) => {
    const worker = new globalThis.Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    const waiting = new Map();
    worker.onmessage = ({ data }) => waiting.get(data.id)?.(data);
    worker.onerror = (event) => waiting.forEach((settle) => settle({ error: event.message }));
    let id = 0;
    Object.assign(globalThis, {
      ask: (/** @type {string} */ task, /** @type {unknown} */ given) =>
        new Promise((resolve) => {
          id++;
          waiting.set(id, resolve);
          worker.postMessage({ id, task, given });
        }),
    });
  }, code);
  return {
    async ask(task, given) {
      const { result, error } = await page.evaluate(
        ([name, what]) => /** @type {any} */ (globalThis).ask(name, what),
        /** @type {const} */ ([task, given]),
      );
      if (error) throw new Error(error);
      return result;
    },
    close: () => browser.close(),
  };
}
