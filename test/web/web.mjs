// npm run test:web: the static site in a browser, as a class opens it: an example runs in a worker of the web
// extension host, hints, hovers and the graph show what came of it, and TypeScript's server has the types.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { STATE_MS } from '../../scripts/patience.mjs';
import { root, script } from '../../scripts/processes.mjs';
import { serveFolder } from '../../scripts/staticServer.mjs';
import { writeSite } from '../../scripts/webSite.mjs';

const OUT = path.join(root, 'out', 'web');

/** @typedef {import('playwright-core').Page} Page */

/** Points at a name in the editor until a hover says what is awaited. @param {Page} page @param {string} line @param {string} says */
async function hoverSays(page, line, says) {
  const place = page.locator('.view-line', { hasText: line }).first();
  const hover = page.locator('.monaco-hover', { hasText: says }).first();
  const deadline = Date.now() + STATE_MS;
  while (!(await hover.isVisible())) {
    if (Date.now() > deadline) throw new Error(`No hover on '${line}' says '${says}'.`);
    await page.mouse.move(2, 2);
    const box = await place.boundingBox();
    if (box) await page.mouse.move(box.x + 16, box.y + box.height / 2, { steps: 3 });
    await hover.waitFor({ timeout: 5000 }).catch(() => undefined);
  }
}

/** @param {Page} page @returns {Record<string, () => Promise<void>>} */
const steps = (page) => ({
  'the examples are in the explorer': async () => {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '03-autograd' }).dblclick();
    await page.locator('.tab.active', { hasText: '03-autograd' }).waitFor();
  },
  'the extension starts by itself': () => page.locator('.codelens-decoration', { hasText: 'Run Backward' }).first().waitFor(),
  'a model runs in the browser': async () => {
    await page.locator('.codelens-decoration a', { hasText: 'Run Backward' }).first().click();
    await page.locator('.codelens-decoration', { hasText: '4 passes' }).first().waitFor();
  },
  'shapes stand in the editor': () => page.locator('.view-line', { hasText: 'float32[3]' }).first().waitFor(),
  'the graph has values and gradients': async () => {
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await frame.locator('[data-testid="graph"]').waitFor();
    const state = () => page.frames().map((each) => each.evaluate('window.__tensorLens?.state()').catch(() => undefined));
    const found = JSON.stringify(await Promise.all(state()));
    if (!found.includes('"grad')) throw new Error(`The panel shows no gradient: ${found.slice(0, 2000)}`);
  },
  'a hover shows the tensor': () => hoverSays(page, 'angles.sin', 'gradient'),
  'the server of TypeScript has the types': () => hoverSays(page, 'angles.sin', 'const angles: Tensor'),
});

await script(async () => {
  await writeSite(OUT);
  const site = await serveFolder(OUT);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS, timeout: STATE_MS });
  const counts = { passed: 0, failed: 0 };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(STATE_MS);
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(site.url);
    const all = {
      ...steps(page),
      'no error was thrown': async () => {
        if (errors.length) throw new Error(errors.join('\n'));
      },
    };
    for (const [name, step] of Object.entries(all)) {
      const error = await step().then(
        () => null,
        (reason) => reason,
      );
      console.log(`  ${error ? '✗' : '✓'} ${name}${error ? `: ${error.message}` : ''}`);
      counts[error ? 'failed' : 'passed']++;
      if (!error) continue;
      fs.mkdirSync(path.join(root, 'test', 'artefacts'), { recursive: true });
      await page.screenshot({ path: path.join(root, 'test', 'artefacts', 'web.png') });
      break;
    }
  } finally {
    await browser.close();
    site.close();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed ? 1 : 0;
});
