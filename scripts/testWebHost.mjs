// Runs the suite of test/host inside the extension host of a browser, in VS Code for the Web from a static site.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { CARD_FLAGS, chromiumPath } from './chromium.mjs';
import { buildWebSuite } from './hostSuite.mjs';
import { STATE_MS, SUITE_MS } from './patience.mjs';
import { root } from './processes.mjs';
import { serveFolder } from './staticServer.mjs';
import { report } from './testHost.mjs';
import { writeSite } from './webSite.mjs';

/** Resolves with the counts and what is to be printed about them; rejects when there is no result. @returns {Promise<import('./secondTry.mjs').Counts>} */
export async function testWebHost() {
  const executablePath = await chromiumPath();
  const out = path.join(root, 'out', 'web-suite');
  await writeSite(out, { extensions: { driver: await buildWebSuite() } });
  /** @type {(result: import('./testHost.mjs').Result) => void} */
  let take = () => undefined;
  const taken = new Promise((/** @type {typeof take} */ resolve) => (take = resolve));
  const site = await serveFolder(out, undefined, (body) => take(JSON.parse(body)));
  const browser = await chromium.launch({ executablePath, args: CARD_FLAGS, timeout: STATE_MS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    // Prints the result of each test as it comes.
    page.on('console', (message) => {
      const [, line] = /^%c\[Extension Host\] %c( {2}[✓✗] .*?) color: /s.exec(message.text()) ?? [];
      if (line) console.log(line);
    });
    await page.goto(site.url);
    const result = await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, SUITE_MS, null).unref())]);
    if (!result) {
      const screenshot = path.join(root, 'test', 'artefacts', 'web-host-suite.png');
      fs.mkdirSync(path.dirname(screenshot), { recursive: true });
      await page.screenshot({ path: screenshot });
      throw new Error(`The suite inside VS Code for the Web did not end (screenshot: ${screenshot}).\n${errors.join('\n')}`);
    }
    return report(result);
  } finally {
    await browser.close();
    site.close();
  }
}
