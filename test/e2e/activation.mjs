/**
 * Measures how long the extension takes to start, in the host under Node and in the host of a browser. VS Code itself
 * reports the times of loading the code and of calling `activate`. The result is the median of several windows. This is
 * not a test: on a busy machine the times are longer.
 *
 *     node test/e2e/activation.mjs [windows=10]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { root } from '../../scripts/processes.mjs';
import { serveFolder } from '../../scripts/staticServer.mjs';
import { serve } from '../../scripts/vscodeHost.mjs';
import { writeSite } from '../../scripts/webSite.mjs';

const windows = Number(process.argv[2] ?? 10);
const FILE = '06-logistic-regression.tl.ts';

const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });

/** @param {string} url @returns {Promise<number>} milliseconds */
async function activation(url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '06-logistic' }).first().dblclick();
  await page.locator('.codelens-decoration', { hasText: 'Run Backward' }).first().waitFor();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Developer: Show Running Extensions');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Show Running Extensions' }).first().click();
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Tensor Lens' }).first();
  const text = await row.locator('.activation-time').innerText();
  await context.close();
  return Number(/(\d+)\s*ms/.exec(text)?.[1]);
}

/** @param {string} name @param {string} url */
async function measure(name, url) {
  const all = [];
  for (let i = 0; i < windows; i++) all.push(await activation(url));
  all.sort((a, b) => a - b);
  console.log(`${name}: ${all[Math.floor(all.length / 2)]} ms (${all.join(', ')}), load ${os.loadavg()[0]?.toFixed(1)}`);
}

try {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-activation-'));
  fs.copyFileSync(path.join(root, 'examples', FILE), path.join(folder, FILE));
  const server = await serve({ folder, extensions: [root], remove: [folder] });
  await measure('under Node', server.url);
  await server.stop();
  const out = path.join(root, 'out', 'web');
  await writeSite(out);
  const site = await serveFolder(out);
  await measure('in a browser', site.url);
  site.close();
} finally {
  await browser.close();
}
