// Runs the suite of test/host inside the extension host of a served VS Code.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.mjs';
import { buildHostSuite, copyExamples } from './hostSuite.mjs';
import { STATE_MS, SUITE_MS } from './patience.mjs';
import { root, sleep } from './processes.mjs';
import { serve } from './vscodeHost.mjs';

/** How many of the slowest tests are named. */
const SLOWEST = 12;

/** @typedef {{ passed: number, failures: { test: string, stack: string }[], took: Record<string, number>, error?: string, vscode: string, host: string }} Result */

/** Resolves with the counts and what is to be printed about them; rejects when there is no result. @returns {Promise<import('./secondTry.mjs').Counts>} */
export async function testHost() {
  const executablePath = await chromiumPath();
  const suite = await buildHostSuite();
  const workspace = copyExamples();
  const resultFile = path.join(root, 'out', 'host', 'result.json');
  const server = await serve({
    folder: workspace,
    extensions: [root, path.join(root, 'test', 'host', 'driver')],
    env: { TENSOR_LENS_SUITE: suite, TENSOR_LENS_RESULT: resultFile },
    remove: [workspace],
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: STATE_MS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(STATE_MS);
    await page.goto(server.url);
    const deadline = Date.now() + SUITE_MS;
    while (!fs.existsSync(resultFile) && Date.now() < deadline) await sleep(200);
    if (!fs.existsSync(resultFile)) {
      const screenshot = path.join(root, 'test', 'artefacts', 'host-suite.png');
      await page.screenshot({ path: screenshot });
      const state = fs.existsSync(`${resultFile}.started`) ? 'started and did not end' : 'did not start';
      throw new Error(`The suite inside VS Code ${state} within ${SUITE_MS / 1000} s (screenshot: ${screenshot}).\n${server.log()}`);
    }
    return report(JSON.parse(fs.readFileSync(resultFile, 'utf8')));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @param {Result} result */
export function report({ passed, failures, took, error, vscode, host }) {
  if (!failures) throw new Error(`The suite inside VS Code ended with an error.\n${error}`);
  const said = `VS Code ${vscode}, ${host}: ${passed} passed, ${failures.length} failed`;
  const slow = Object.entries(took)
    .sort(([, one], [, other]) => other - one)
    .slice(0, SLOWEST)
    .map(([test, ms]) => `${(ms / 1000).toFixed(1)} s  ${test}`);
  return {
    passed,
    failed: failures.length,
    names: failures.map(({ test }) => test),
    output: [said, ...slow, ...failures.map(({ test, stack }) => `✗ ${test}\n  ${stack}`)].join('\n'),
  };
}
