/* global window, document, MutationObserver -- of the page */
/**
 * Measures how long a user waits: from the start of VS Code to the first graph, and from a key press to the new loss of
 * example 06. It prints the parts of each time. This is not a test: the figures depend on the machine and its load,
 * which is also printed.
 *
 *     node test/e2e/latency.mjs [keys=12]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { root, sleep } from '../../scripts/processes.mjs';
import { serve } from '../../scripts/vscodeHost.mjs';

const keys = Number(process.argv[2] ?? 12);
const FILE = '06-logistic-regression.tl.ts';
/** The keys change a factor at the end of the loss. */
const LOSS = 'const loss = -(right + wrong).mean()';
const REST_MS = 2500;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-latency-'));
const text = fs.readFileSync(path.join(root, 'examples', FILE), 'utf8').replace(LOSS, `${LOSS} * 1`);
fs.writeFileSync(path.join(folder, FILE), text);
const line = text.split('\n').findIndex((one) => one.includes(LOSS)) + 1;
const column = text.split('\n')[line - 1].indexOf('* 1') + '* 1'.length + 1;

const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
const server = await serve({ folder, extensions: [root], remove: [folder] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(server.url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(FILE);
  await page.locator(`.quick-input-widget .monaco-list-row.focused[aria-label^="${FILE}"]`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.codelens-decoration', { hasText: 'Run Backward' }).first().waitFor();
  const began = performance.now();
  await page.locator('.codelens-decoration a', { hasText: 'Run Backward' }).first().click();
  const graph = async () => {
    for (const frame of page.frames()) {
      const count = await frame.evaluate(() => window.__tensorLens?.state().nodes.length ?? 0).catch(() => 0);
      if (count > 0) return true;
    }
    return false;
  };
  while (!(await graph())) await sleep(20);
  const first = performance.now() - began;

  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.evaluate(watchLoss);
  const runs = [];
  for (let i = 0; i < keys; i++) {
    await sleep(REST_MS);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press(String((i % 8) + 2));
    await sleep(REST_MS);
    runs.push(await page.evaluate(() => document.querySelector('.statusbar').textContent.match(/([\d.]+ m?s) ·/)?.[1] ?? '?'));
  }
  const times = await page.evaluate(() => window.keyTimes);
  await page.keyboard.press('F1');
  await page.keyboard.type('Developer: Show Running Extensions');
  await page.keyboard.press('Enter');
  const activation = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Tensor Lens' }).first();
  const load = os.loadavg().map((one) => one.toFixed(1));
  console.log(`load ${load.join(' ')} on ${os.cpus().length} cores`);
  console.log(`activation: ${/Activation: (\d+ms)/.exec(await activation.innerText())?.[1]}`);
  console.log(`first graph after the click on Run Backward: ${first.toFixed(0)} ms`);
  const sorted = [...times].sort((one, other) => one - other);
  console.log(`key to new loss, ${times.length} of ${keys} keys: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms`);
  console.log(`  each: ${times.map((one) => one.toFixed(0)).join(' ')} ms; of it the run itself: ${runs.join(', ')}`);
} finally {
  await browser.close();
  await server.stop();
}

/** Runs in the page: measures from a pressed digit to a new loss in the status bar. */
function watchLoss() {
  window.keyTimes = [];
  const bar = document.querySelector('.statusbar');
  const loss = () => /loss [\d.e+-]+/.exec(bar.textContent)?.[0];
  let [at, before] = [0, ''];
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (/^\d$/.test(key)) [at, before] = [timeStamp, loss()];
    },
    true,
  );
  new MutationObserver(() => {
    const now = loss();
    if (!at || !now || now === before) return;
    window.keyTimes.push(performance.now() - at);
    at = 0;
  }).observe(bar, { subtree: true, childList: true, characterData: true });
}
