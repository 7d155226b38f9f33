import { expect, test } from 'vitest';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/**
 * Tests the explanation of a number by the keyboard alone: from a gradient to the loss, and what a screen reader says.
 */
const FILE = '06-logistic-regression.tl.ts';
/** The test fails after this many presses of the Tab key. */
const FAR = 60;

const vscode = journey();
const panel = () => new GraphPanel(vscode());
const press = (key: string) => vscode().page.keyboard.press(key);
const title = () => panel().text('explanation-title');
const heard = async () => (await (await panel().find('explanation-spoken')).textContent()) ?? '';

/** True when the focus is on an element that the selector finds, or inside it. */
const isFocused = async (selector: string) =>
  (await vscode().panelFrame()).evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);

async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < FAR; i++) {
    await press('Tab');
    if (await isFocused(selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}.`);
}

test('a number is found and explained by keys alone, and the sentence is said', async () => {
  const code = vscode();
  await code.openFile(FILE);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the graph', ({ status, nodes }) => status === 'done' && nodes.length > 0);
  await panel().search('zeros(2');
  await press('Enter');
  await expect.poll(() => panel().text('inspector-title')).toBe('w');
  await press('Escape');
  await panel().press('Shift');
  await tabTo('[data-testid="pane-gradient"] .number-scroller');
  for (const key of ['ArrowDown', 'Enter']) await press(key);
  await expect.poll(title).toMatch(/^∂w\[1, 0\] = -?\d.*: the sum of 8 terms$/);
  const said = await heard();
  expect(said).toContain(await title());
  expect(said).toMatch(/∂mm\[7, 0\] \S+ · inputs\[7, 1\] \S+ adds /);
  expect(said.split('; ')).toHaveLength(9);
  expect(await problemsIn(await code.panelFrame())).toEqual([]);
  await code.screenshotsInThemes('explained-1-gradient');
});

test('each term leads on, with the focus in the next explanation, to the loss', async () => {
  const seen: string[] = [];
  for (let step = 0; step < 20; step++) {
    const before = await title();
    seen.push(before);
    if (/^∂(loss|neg) /.test(before)) break;
    await tabTo('.explanation .term-link');
    await press('Enter');
    await expect.poll(title).not.toBe(before);
    await expect.poll(() => isFocused('.explanation')).toBe(true);
    expect(await heard()).toContain(await title());
  }
  expect(seen.at(-1)).toMatch(/^∂loss = 1: not computed from other numbers of this pass$/);
  expect(seen.length).toBeGreaterThan(5);
  await vscode().screenshot('explained-2-loss');
});

test('Back goes the same way back, and closing leaves the keyboard in the inspector', async () => {
  const before = await title();
  await tabTo('[data-testid="explanation-back"]');
  await press('Enter');
  await expect.poll(title).not.toBe(before);
  await expect.poll(() => isFocused('.explanation')).toBe(true);
  await tabTo('[data-testid="explanation-close"]');
  await press('Enter');
  await expect.poll(async () => (await panel().find('explanation')).count()).toBe(0);
  expect(await isFocused('.inspector-body')).toBe(true);
  expect(await heard()).toBe('');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
