import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** Tests a graph that differs from pass to pass: time, comparison, the backward pass step by step, and the exports. */
const FILE = '09-dynamic-graph.tl.ts';

const vscode = journey({ size: { width: 1600, height: 1000 } });
const panel = () => new GraphPanel(vscode());
const labels = ({ nodes }: { nodes: { label: string }[] }) => nodes.map(({ label }) => label);

test('the loss curve has every pass, and the keys go through them', async () => {
  const code = vscode();
  await code.openFile(FILE);
  await code.command('Tensor Lens: Run Backward');
  const last = await panel().until('the last pass', ({ status, passes, nodes }) => status === 'done' && passes > 20 && nodes.length > 0);
  await expect.poll(() => panel().text('pass-label')).toMatch(/Pass 80 of 80/);
  await (await panel().find('loss-curve')).first().waitFor();
  await code.screenshotsInThemes('time-1-loss-curve');
  await panel().press('[');
  const before = await panel().until('the pass before', ({ pass }) => pass !== last.pass);
  expect(before.pass).toBeLessThan(last.pass!);
  await panel().press(']');
  await panel().until('the last pass again', ({ pass }) => pass === last.pass);
  const curve = await (await panel().find('loss-curve')).first().boundingBox();
  await code.page.mouse.click(curve!.x + curve!.width * 0.3, curve!.y + curve!.height / 2);
  const clicked = await panel().until('the pass that was clicked at', ({ pass }) => pass !== last.pass);
  expect(clicked.pass).toBeGreaterThan(5);
  expect(clicked.pass).toBeLessThan(50);
});

test('hovers in the editor follow the pass', async () => {
  const code = vscode();
  const slider = await panel().find('pass-slider');
  await slider.focus();
  await code.page.keyboard.press('Home');
  const { loss } = await panel().until('the first pass', ({ pass }) => pass === 0);
  await code.focusEditor();
  const shown = loss!.toFixed(4).slice(0, 5);
  expect(await code.hoverWord(FILE, 'loss = (balance', shown)).toContain(shown);
  await code.screenshot('time-2-hover-at-pass');
  await code.leaveHover();
});

test('comparing two passes says what came, what went and what changed', async () => {
  const code = vscode();
  await panel().click('compare');
  const base = await panel().until('the base', ({ comparing }) => comparing === 0);
  await panel().press(']');
  const other = await panel().until('another pass', ({ pass }) => pass !== 0);
  expect(labels(other).sort()).not.toEqual(labels(base).sort());
  expect(other.nodes.some(({ marks }) => marks.includes('changed'))).toBe(true);
  await expect.poll(() => panel().text('chips')).toMatch(/\d/);
  await panel().settled();
  await code.screenshotsInThemes('time-3-compared');
  await panel().click('compare');
  await panel().until('no comparison', ({ comparing }) => comparing === null);
});

test('the backward pass plays step by step, with the source line', async () => {
  const code = vscode();
  await panel().press('b');
  const start = await panel().until('the first step', ({ step }) => step === 0);
  expect(nodeOf(start, 'loss').marks).toContain('playing');
  const story = await panel().text('player-story');
  expect(story.length).toBeGreaterThan(20);
  await expect.poll(() => code.litLine()).toBe(code.position(FILE, 'const loss = (balance').line);
  await code.screenshotsInThemes('time-4-replay');
  await panel().click('player-next');
  await panel().click('player-next');
  await panel().until('the third step', ({ step }) => step === 2);
  await expect.poll(() => panel().text('player-story')).not.toBe(story);
  await code.screenshotsInThemes('time-5-replay-third');
  await panel().click('player-play');
  await panel().untilMoving('it playing', ({ step }) => step! > 3);
  await panel().click('player-play');
  const slider = await panel().find('player-slider');
  await slider.focus();
  await code.page.keyboard.press('End');
  await code.screenshotsInThemes('time-6-replay-end');
  await panel().click('player-close');
  await panel().until('the end of the replay', ({ step }) => step === null);
});

test('every way out writes a file that its reader can read', async () => {
  const code = vscode();
  const name = FILE.replace('.tl.ts', '');
  const saved: Record<string, [string, (content: Buffer) => void]> = {
    svg: ['.svg', (content) => expect(content.toString()).toMatch(/^<svg[\s\S]*loss[\s\S]*<\/svg>\s*$/)],
    png: ['.png', (content) => expect(content.subarray(1, 4).toString()).toBe('PNG')],
    json: ['.json', (content) => expect(JSON.parse(content.toString())).toMatchObject({ tensorLens: 1, file: FILE })],
    dot: ['.dot', (content) => expect(content.toString()).toMatch(/^digraph[\s\S]*->/)],
    mermaid: ['.mmd', (content) => expect(content.toString()).toMatch(/^(flowchart|graph) /m)],
    'model-explorer': [
      '.me.json',
      (content) => expect(JSON.parse(content.toString())).toMatchObject([{ graphs: [{ id: expect.any(String) }] }]),
    ],
    html: ['.html', (content) => expect(content.toString()).toContain('<!DOCTYPE html>')],
  };
  for (const [id, [ending, check]] of Object.entries(saved)) {
    await panel().menu(`export-${id}`);
    const input = code.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await expect.poll(() => input.inputValue()).toContain(`${name}${ending}`);
    await code.page.keyboard.press('Enter');
    const file = path.join(code.workspace, `${name}${ending}`);
    await expect.poll(() => fs.existsSync(file) && fs.statSync(file).size > 0).toBe(true);
    await input.waitFor({ state: 'hidden' });
    check(fs.readFileSync(file));
  }
});

test('the HTML file opens anywhere and stays interactive', async () => {
  const code = vscode();
  const page = await code.page.context().browser()!.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`file://${path.join(code.workspace, FILE.replace('.tl.ts', '.html'))}`);
  await page.waitForFunction(() => window.__tensorLens.state().nodes.length > 0);
  const { passes } = await page.evaluate(() => window.__tensorLens.state());
  expect(passes).toBeGreaterThan(20);
  await page.locator('[data-testid=previous-pass]').click();
  await page.waitForFunction(() => window.__tensorLens.state().pass !== 79);
  await page.locator('[data-testid=replay]').click();
  await page.waitForFunction(() => window.__tensorLens.state().step === 0);
  await code.screenshot('time-7-html', page);
  // The exported page cannot run the model again.
  await page.locator('[data-testid=more]').click();
  await page.locator('[data-testid=menu-costs]').waitFor();
  expect(await page.locator('[data-testid=menu-knobs]').count()).toBe(0);
  expect(problems).toEqual([]);
  await page.close();
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
