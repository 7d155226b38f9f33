/* global document, MutationObserver, window -- of the page */
/**
 * Measures the memory of the extension host: before a model is opened, after each of some runs, and after its file is
 * closed. Works on Linux only (it reads /proc). This is not a test: the system may not have taken all memory back, so
 * each point is the lowest of three readings.
 *
 *     node test/e2e/hostMemory.mjs [runs=10] [example=10-char-transformer]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { root, sleep } from '../../scripts/processes.mjs';
import { serve } from '../../scripts/vscodeHost.mjs';

const runs = Number(process.argv[2] ?? 10);
const name = process.argv[3] ?? fs.readdirSync(path.join(root, 'examples')).find((one) => one.startsWith('10-')) ?? '';
const FILE = name.endsWith('.tl.ts') ? name : `${name}.tl.ts`;
const MB = 2 ** 20;
/** Marks our extension host, so that it differs from the hosts of other windows. */
const MARK = 'TENSOR_LENS_MEASURED_BY';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-memory-'));
fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
const server = await serve({
  folder,
  extensions: [root],
  settings: { 'tensorLens.live.mode': 'off' },
  env: { [MARK]: String(process.pid) },
  remove: [folder],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(server.url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await command(page, 'Tensor Lens: Show Output');
  await sleep(5000);
  const idle = await held();
  console.log(`idle, active: ${idle.toFixed(0)} MB`);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(FILE);
  await page.locator(`.quick-input-widget .monaco-list-row.focused[aria-label^="${FILE}"]`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.codelens-decoration', { hasText: 'Run Backward' }).first().waitFor();
  await page.evaluate(countRuns);
  const after = [];
  for (let i = 0; i < runs; i++) {
    await page.keyboard.press('Control+1');
    await command(page, 'Tensor Lens: Run Backward');
    await page.waitForFunction((count) => window.runsEnded > count, i, { timeout: 300_000 });
    if (runs <= 20 || i % 20 === 19) {
      after.push(await held());
      console.log(`run ${i + 1}: ${after.at(-1).toFixed(0)} MB`);
    }
  }
  await command(page, 'View: Close All Editors');
  await command(page, 'View: Close All Editor Groups');
  await sleep(60_000);
  const closed = await held();
  console.log(
    `closed: ${closed.toFixed(0)} MB (${(closed - idle).toFixed(0)} MB more than idle); most ${Math.max(...after).toFixed(0)} MB`,
  );
} finally {
  await browser.close();
  await server.stop();
}

/** @param {import('playwright-core').Page} page @param {string} title */
async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row.focused').waitFor();
  await page.keyboard.press('Enter');
  await sleep(300);
}

/** The memory of the extension host's process in MB: the lowest of three readings. */
async function held() {
  const found = [];
  for (let i = 0; i < 3; i++) {
    await sleep(1500);
    found.push(residentMb());
  }
  return Math.min(...found);
}

function residentMb() {
  for (const pid of fs.readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      if (!fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost')) continue;
      if (!fs.readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${MARK}=${process.pid}\0`)) continue;
      const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
      return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / MB;
    } catch {
      // The process has ended.
    }
  }
  throw new Error('No extension host runs.');
}

/** Runs in the page: counts the runs that have ended, from the status bar. */
function countRuns() {
  window.runsEnded = 0;
  const bar = document.querySelector('.statusbar');
  let running = false;
  new MutationObserver(() => {
    const now = /Running/.test(bar.textContent);
    if (running && !now) window.runsEnded++;
    running = now;
  }).observe(bar, { subtree: true, childList: true, characterData: true });
}
