// Takes the pictures of the panel for the README, or pictures in all themes for a person to look at: `node
// test/webview/pictures.mjs [FOLDER [all]]` after a build. The headless runner runs the examples.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { servePanel } from './standalone.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'media'));
const inAllThemes = process.argv[3] === 'all';
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * The open groups and the selected node of each picture, by the first text on the node. Also the theme of the README's
 * pictures.
 */
const subjects = [
  { name: 'logistic-regression', example: '06-logistic-regression.tl.ts', select: 'sigmoid' },
  { name: 'convolution', example: '08-convolution.tl.ts', theme: 'dark', select: 'reshape' },
  { name: 'transformer', example: '10-char-transformer.tl.ts', theme: 'dark', open: ['position#0'], select: 'weight' },
];

function runOf(example) {
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.mjs'), 'run', path.join(root, 'examples', example), '--json', '--max-values', '5000'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`${example} ended with ${status}.`);
  return JSON.parse(stdout);
}

/** The run with the nodes of only one pass. A whole long training would be a hundred megabytes. */
function withOnePass(run) {
  const shown = run.passes.findLastIndex(({ backward }) => backward);
  const passes = run.passes.map((pass, i) => (i === shown ? pass : { ...pass, nodes: [], edges: [], backward_order: [] }));
  return { ...run, passes, bindings: [] };
}

fs.mkdirSync(folder, { recursive: true });
const { url, close } = await servePanel(0, true);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  for (const { name, example, theme, open, select } of subjects) {
    if (!theme && !inAllThemes) continue;
    const run = withOnePass(runOf(example));
    for (const shown of inAllThemes ? ['dark', 'light', 'hc', 'hcLight'] : [theme]) {
      const page = await browser.newPage({ viewport: { width: 1160, height: 1000 }, deviceScaleFactor: 2 });
      if (open)
        await page.addInitScript(({ file, ids }) => globalThis.sessionStorage.setItem('panel', JSON.stringify({ open: { [file]: ids } })), {
          file: run.file,
          ids: open,
        });
      await page.goto(`${url}#run=none&theme=${shown}`);
      await page.evaluate((state) => globalThis.panel.show(state), { file: run.file, status: 'done', run, stale: false });
      await page.waitForFunction(() => globalThis.__tensorLens.state().nodes.length > 0);
      await page.waitForTimeout(500);
      await page.evaluate(
        (first) => globalThis.panel.select(globalThis.__tensorLens.state().nodes.find(({ label }) => label.split(' ')[0] === first).id),
        select,
      );
      await page.waitForTimeout(1200);
      await page.screenshot({ path: path.join(folder, `${name}${inAllThemes ? `-${shown}` : ''}.png`) });
      await page.close();
    }
  }
} finally {
  await browser.close();
  close();
}
