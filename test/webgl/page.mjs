// Workers of test/webgl/worker.ts in headless Chromium: `const { ask } = await (await openWorkers()).open()`.
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CARD_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { root } from '../../scripts/processes.mjs';

/** @param {string} name @returns {Promise<string>} */
async function bundled(name) {
  const built = await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    keepNames: true,
    logLevel: 'error',
  });
  return built.outputFiles[0]?.text ?? '';
}

const openBrowser = async () => chromium.launch({ executablePath: await chromiumPath(), args: CARD_FLAGS });

/**
 * A page that runs model files: `run(asked)`, see runs.ts.
 * @returns {Promise<{ run(asked: import('./runs.js').Asked): Promise<import('../../src/protocol/trace.js').Run>, auto(): Promise<{ told: string[], device: string, rows: unknown[] }>, close(): Promise<void> }>}
 */
export async function openRuns() {
  const [code, ...texts] = [
    await bundled('runs.ts'),
    ...['worker.web.js', 'workerPart.web.js', 'workerSaid.web.json', 'cardWorker.js', 'webview/cardPage.js'].map(dist),
  ];
  const scripts = { worker: texts[0], workerPart: texts[1], workerSaid: texts[2], cardWorker: texts[3], cardPage: texts[4] };
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.evaluate(`globalThis.scripts = ${JSON.stringify(scripts)}`);
  await page.evaluate(code);
  return {
    run: (asked) => page.evaluate((given) => /** @type {any} */ (globalThis).run(/** @type {any} */ (globalThis).scripts, given), asked),
    auto: () => page.evaluate(() => /** @type {any} */ (globalThis).auto(/** @type {any} */ (globalThis).scripts)),
    close: () => browser.close(),
  };
}

/** @param {string} name */
const dist = (name) => fs.readFileSync(path.join(root, 'dist', name), 'utf8');

/**
 * Opens workers in one browser, one after the other.
 * @returns {Promise<{ open(): Promise<{ ask(task: string, given?: unknown): Promise<any>, close(): Promise<void> }>, close(): Promise<void> }>}
 */
export async function openWorkers() {
  const code = await bundled('worker.ts');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto('about:blank');
  return {
    async open() {
      await page.evaluate((text) => {
        const worker = new globalThis.Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
        const waiting = new Map();
        worker.onmessage = ({ data }) => waiting.get(data.id)?.(data);
        worker.onerror = (event) => waiting.forEach((settle) => settle({ error: event.message }));
        let id = 0;
        Object.assign(globalThis, {
          end: () => worker.terminate(),
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
        close: () => page.evaluate(() => /** @type {any} */ (globalThis).end()),
      };
    },
    close: () => browser.close(),
  };
}
