// Takes pictures of the panel for the documentation: `node test/webview/pictures.mjs FOLDER` after a build.
// Every example is run by the headless runner and shown in each theme; a transformer comes from the fixtures.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { servePanel } from './standalone.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(process.argv[2] ?? 'pictures');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const themes = ['dark', 'light', 'hc', 'hcLight'];

/** What is done before the picture is taken, in the page. */
const subjects = [
  { name: 'logistic-regression', example: '06-logistic-regression.tl.ts', select: 'sigmoid' },
  { name: 'convolution', example: '08-convolution.tl.ts', select: 'relu' },
  { name: 'transformer', fixture: 'transformer4', open: ['blocks#0', 'blocks.0#0', 'blocks.0.attn#0'], select: 'softmax' },
];

function runOf(example) {
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.mjs'), 'run', path.join(root, 'examples', example), '--json'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`${example} ended with ${status}.`);
  return JSON.parse(stdout);
}

fs.mkdirSync(folder, { recursive: true });
const { url, close } = await servePanel(0, true);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  for (const { name, example, fixture, open, select } of subjects) {
    const run = example ? runOf(example) : null;
    for (const theme of themes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
      if (open)
        await page.addInitScript((ids) => sessionStorage.setItem('panel', JSON.stringify({ open: { 'transformer.tl.ts': ids } })), open);
      await page.goto(`${url}#run=${fixture ?? 'none'}&theme=${theme}`);
      if (run) await page.evaluate((state) => globalThis.panel.show(state), { file: run.file, status: 'done', run, stale: false });
      await page.waitForFunction(() => globalThis.__tensorLens.state().nodes.length > 0);
      const key = await page.evaluate(
        (text) => globalThis.__tensorLens.state().nodes.find(({ label }) => label.startsWith(text))?.id,
        select,
      );
      if (key) await page.evaluate((id) => globalThis.panel.select(id), key);
      await page.waitForTimeout(800);
      await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
      await page.close();
    }
  }
} finally {
  await browser.close();
  close();
}
