/* global window, document, requestAnimationFrame, MutationObserver -- of the page */
/**
 * Measures the time from a key press to the screen, without the extension and with it: with Live on, the panel open,
 * and a model that computes for 5 s in each run. Both are measured in one run, in turns, in two windows of the same VS
 * Code.
 *
 *     node test/e2e/typing.mjs [rounds=4] [keys a block=32]
 *
 * This is not a test: the figures depend on the machine, and only their ratios can be compared.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { root, sleep } from '../../scripts/processes.mjs';
import { serve } from '../../scripts/vscodeHost.mjs';

const [rounds = 4, keysOfBlock = 32] = process.argv.slice(2).map(Number);
const KEY_MS = 90;
/**
 * After this many keys comes a pause that is long enough for Live to start a run. So half of the keys are pressed
 * during a run.
 */
const KEYS_OF_WORD = 8;
const PAUSE_MS = 800;
const WORDS = '// the quick brown fox jumps over the lazy dog and runs into a wall of text ';

const layers = Array.from(
  { length: 60 },
  (_, i) => `const w${i} = torch.randn(16, 16, { requires_grad: true });\nconst h${i} = ${i ? `h${i - 1}` : 'x'}.matmul(w${i}).tanh();`,
);
const MODEL = `import * as torch from 'tensor-lens';

// TYPE HERE
torch.manual_seed(0);
const x = torch.randn(8, 16);
${layers.join('\n')}
const began = Date.now();
while (Date.now() - began < 5000) {
  const loss = h59.add(x).matmul(w0).pow(2).mean();
  loss.backward({ retain_graph: true });
}
`;
const SETTINGS = {
  'editor.quickSuggestions': false,
  'editor.suggestOnTriggerCharacters': false,
  'editor.parameterHints.enabled': false,
  'editor.cursorBlinking': 'solid',
};

const executablePath = await chromiumPath();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
const windows = [];
try {
  const without = await open('without', []);
  const live = await open('live', [root]);
  await live.page.keyboard.press('F1');
  await live.page.keyboard.type('Tensor Lens: Run Backward');
  await live.page.locator('.quick-input-widget .monaco-list-row.focused[aria-label^="Tensor Lens: Run Backward"]').waitFor();
  await live.page.keyboard.press('Enter');
  await live.page.locator('.tab[aria-label*="Graph: model.tl.ts"]').waitFor();
  await sleep(9000);

  await block(without, keysOfBlock);
  await block(live, keysOfBlock);
  for (const window of windows) window.times.length = 0;
  for (let round = 0; round < rounds; round++) for (const window of windows) await block(window, keysOfBlock);

  if (process.env['SCREENSHOT']) await live.page.screenshot({ path: process.env['SCREENSHOT'] });
  console.log(
    `load ${os
      .loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')} on ${os.cpus().length} cores`,
  );
  for (const { name, times } of windows)
    console.log(
      `${name.padEnd(8)} ${times.length} keys: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    );
  const ratio = (q) => (quantile(live.times, q) / quantile(without.times, q)).toFixed(2);
  console.log(`live / without: median ${ratio(0.5)}, p95 ${ratio(0.95)}`);
} finally {
  await browser.close();
  for (const { server } of windows) await server.stop();
}

async function open(name, extensions) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-typing-'));
  fs.writeFileSync(path.join(folder, 'model.tl.ts'), MODEL);
  const server = await serve({ folder, extensions, settings: SETTINGS, remove: [folder] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const window = { name, server, page, times: [], line: '' };
  windows.push(window);
  await page.goto(server.url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type('model.tl.ts');
  await page.locator('.quick-input-widget .monaco-list-row.focused[aria-label^="model.tl.ts"]').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.evaluate(watchKeys);
  return window;
}

/** Runs in the page: measures from a key press to the frame after the one with its character. */
function watchKeys() {
  window.typing = { times: [], expected: '' };
  const done = (began) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.typing.times.push(performance.now() - began);
      port2.postMessage(0);
    });
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key.length !== 1 || !window.typing.expected) return;
      const lines = document.querySelector('.editor-group-container .view-lines');
      const observer = new MutationObserver(() => {
        if (!lines.textContent.replaceAll('\u00a0', ' ').includes(window.typing.expected)) return;
        observer.disconnect();
        done(timeStamp);
      });
      observer.observe(lines, { subtree: true, childList: true, characterData: true });
    },
    true,
  );
}

async function block(window, count) {
  const { page } = window;
  await page.bringToFront();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type('3:1');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  // Each block types in its own line, so that the expected text occurs once.
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await sleep(PAUSE_MS);
  await page.evaluate(() => void (window.typing.times.length = 0));
  let line = '';
  for (let i = 0; i < count; i++) {
    const key = WORDS[i % WORDS.length];
    line += key;
    await page.evaluate((expected) => (window.typing.expected = expected), line);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await sleep(i % KEYS_OF_WORD === KEYS_OF_WORD - 1 ? PAUSE_MS : KEY_MS);
  }
  const times = await page.evaluate(() => {
    window.typing.expected = '';
    return window.typing.times;
  });
  if (times.length < count * 0.9) throw new Error(`Only ${times.length} of ${count} keys were seen on the screen.`);
  window.times.push(...times);
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
