// npm run test:web: tests the static site in a browser, as in a class. An example runs in a worker of the web extension
// host. Hints, hovers and the graph show its results. TypeScript's server has the types. An error is fixed, and a graph
// is saved to a file. `TL_PICTURES=1` keeps a picture of each step.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { watchConsole } from '../../scripts/browserLog.mjs';
import { CARD_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { STATE_MS } from '../../scripts/patience.mjs';
import { root, script } from '../../scripts/processes.mjs';
import { serveFolder } from '../../scripts/staticServer.mjs';
import { writeSite } from '../../scripts/webSite.mjs';

const OUT = path.join(root, 'out', 'web');

/** @typedef {import('playwright-core').Page} Page */

/** The line of the editor with this text. @param {Page} page @param {string} text */
const lineWith = (page, text) => page.locator('.view-line', { hasText: text }).first();

/** Points at the beginning of a place in the editor until a hover says what is awaited. @param {Page} page @param {import('playwright-core').Locator} place @param {string} says */
async function hoverSays(page, place, says) {
  const hover = page.locator('.monaco-hover', { hasText: says }).first();
  const deadline = Date.now() + STATE_MS;
  while (!(await hover.isVisible())) {
    if (Date.now() > deadline) throw new Error(`No hover on ${place} says '${says}'.`);
    await page.mouse.move(2, 2);
    const box = await place.boundingBox();
    if (box) await page.mouse.move(box.x + Math.min(16, box.width / 2), box.y + box.height / 2, { steps: 3 });
    await hover.waitFor({ timeout: 5000 }).catch(() => undefined);
  }
}

/** The panel of the graph. @param {Page} page */
const panel = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe');

/**
 * Repeats an action until a state is there, since VS Code does not react to an action that comes too early.
 * @param {() => Promise<unknown>} action
 * @param {import('playwright-core').Locator} state
 */
async function until(action, state) {
  const deadline = Date.now() + STATE_MS;
  while (!(await state.isVisible())) {
    if (Date.now() > deadline) throw new Error(`It did not come to ${state}.`);
    await action();
    await state.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
}

const MISTAKE = `import * as torch from 'tensor-lens';
const a = torch.ones(4, 3, { requires_grad: true });
const w = torch.ones(5, 3);
const out = a.matmul(w);
out.sum().backward();
`;

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
    await panel(page).locator('[data-testid="graph"]').waitFor();
    const state = () => page.frames().map((each) => each.evaluate('window.__tensorLens?.state()').catch(() => undefined));
    const found = JSON.stringify(await Promise.all(state()));
    if (!found.includes('"grad')) throw new Error(`The panel shows no gradient: ${found.slice(0, 2000)}`);
  },
  'a hover shows the tensor': () => hoverSays(page, lineWith(page, 'angles.sin'), 'gradient'),
  'the server of TypeScript has the types': () => hoverSays(page, lineWith(page, 'angles.sin'), 'const angles: Tensor'),
  'a graph becomes a file of the workspace': async () => {
    await panel(page).locator('[data-testid="more"]').click();
    await panel(page).locator('[data-testid="menu-export-mermaid"]').click();
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '03-autograd.mmd' }).waitFor();
  },
  'a mistake is marked where it was made': async () => {
    // A click on a line would scroll the page in the editor. A key would go to the panel, which has the focus.
    await page.locator('.tab[data-resource-name="03-autograd.tl.ts"]').click();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(MISTAKE);
    await page.keyboard.press('Escape');
    const mark = page.locator('.squiggly-error').first();
    await until(() => page.keyboard.press('Control+Alt+Enter'), mark);
    await hoverSays(page, mark, 'mat1 and mat2 shapes cannot be multiplied (4x3 and 5x3)');
  },
  'a quick fix mends it, and then it runs': async () => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').first().fill(':4:14');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 't()' }).first();
    await until(() => page.keyboard.press('Control+.'), fix);
    await fix.click();
    await page.locator('.view-line', { hasText: 'a.matmul(w.t())' }).first().waitFor();
    await page.keyboard.press('Control+Alt+Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.locator('.view-line', { hasText: 'float32[4, 5]' }).first().waitFor();
  },
});

/** A picture of what is seen. @param {Page} page @param {string} name */
async function picture(page, name) {
  const folder = path.join(root, 'test', 'artefacts');
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `web-${name.replaceAll(/\W+/g, '-')}.png`) });
}

await script(async () => {
  await writeSite(OUT);
  const site = await serveFolder(OUT);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CARD_FLAGS, timeout: STATE_MS });
  const counts = { passed: 0, failed: 0 };
  const journey = async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(STATE_MS);
    const log = watchConsole(page);
    await page.goto(site.url);
    const all = {
      ...steps(page),
      'the console has no error': async () => {
        if (log.problems().length) throw new Error(log.problems().join('\n'));
      },
    };
    for (const [name, step] of Object.entries(all)) {
      const error = await step().then(
        () => null,
        (reason) => reason,
      );
      console.log(`  ${error ? '✗' : '✓'} ${name}${error ? `: ${error.message}` : ''}`);
      counts[error ? 'failed' : 'passed']++;
      if (error || process.env['TL_PICTURES']) await picture(page, name);
      if (error) break;
    }
    await page.close();
  };
  try {
    await journey();
  } finally {
    await browser.close();
    site.close();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed ? 1 : 0;
});
