import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** Tests the purpose of the product: from an example to its graph, its gradients, its errors and its end. */
const MODEL = '06-logistic-regression.tl.ts';
const LOG_2 = 0.6931;

const vscode = journey();
const panel = () => new GraphPanel(vscode());

test('Run Forward shows the values, and no gradients', async () => {
  const code = vscode();
  await code.openFile(MODEL);
  await code.command('Tensor Lens: Run Forward');
  const state = await panel().until('the graph of the forward run', ({ status, nodes }) => status === 'done' && nodes.length > 0);
  expect(state.nodes.map(({ grad }) => grad).filter(Boolean)).toEqual([]);
  expect(state.loss).toBeCloseTo(LOG_2, 3);
  expect(nodeOf(state, 'z').shape).toEqual([8, 1]);
  expect(Number(nodeOf(state, 'loss').value)).toBeCloseTo(LOG_2, 3);
  expect(nodeOf(state, 'w').role).toBe('parameter');
  expect(nodeOf(state, 'loss').role).toBe('loss');
  await code.screenshotsInThemes('1-forward');
});

test('Run Backward brings gradients, and a pass for each turn of the loop', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.command('Tensor Lens: Run Backward');
  const state = await panel().until('gradients', ({ status, passes, nodes }) => status === 'done' && passes > 1 && nodes.length > 0);
  expect(state.pass).toBe(19);
  for (const name of ['w', 'b', 'z', 'p', 'loss']) expect(nodeOf(state, name).grad, name).not.toBe('');
  expect(nodeOf(state, 'inputs').grad).toBe('');
  expect(state.loss).toBeLessThan(0.2);
  await code.screenshotsInThemes('2-backward');
});

test('the panel follows the theme', async () => {
  const code = vscode();
  const ground = async () => (await code.panelFrame()).evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = new Set<string>();
  for (const theme of ['light', 'contrastLight', 'contrast', 'dark'] as const) {
    await code.setTheme(theme);
    seen.add(`${await ground()} ${nodeOf(await panel().settled(), 'w').fill}`);
  }
  expect(seen.size).toBe(4);
});

test('the slider goes through the passes, and nothing moves but the numbers', async () => {
  const code = vscode();
  // The theme has just changed, which may change the size of the panel.
  const last = await panel().settled();
  const slider = await panel().find('pass-slider');
  await slider.focus();
  await code.page.keyboard.press('Home');
  const first = await panel().until('the first pass', ({ pass }) => pass === 0);
  expect(first.loss).toBeCloseTo(LOG_2, 3);
  await code.page.keyboard.press('ArrowRight');
  await panel().until('the second pass', ({ pass }) => pass === 1);
  // The first pass has more nodes, which made the data. The picture becomes the same again.
  const second = await panel().settled();
  expect(nodeOf(second, 'w').value).not.toBe(nodeOf(last, 'w').value);
  expect(second.nodes.map(({ position }) => position)).toEqual(last.nodes.map(({ position }) => position));
  for (let i = 0; i < 9; i++) await code.page.keyboard.press('ArrowRight');
  const middle = await panel().until('the eleventh pass', ({ pass }) => pass === 10);
  expect(middle.loss).toBeLessThan(first.loss!);
  await code.screenshotsInThemes('3-scrubbed');
});

test('a hover tells the shape of a name', async () => {
  const code = vscode();
  await code.focusEditor();
  const text = await code.hoverWord(MODEL, 'z = inputs', '[8, 1]');
  expect(text).toContain('float32');
  expect(text).toContain('[8, 1]');
  await code.screenshotsInThemes('4-hover');
  await code.leaveHover();
});

test('a click on a node lights up its line, and the cursor lights up the nodes of its line', async () => {
  const code = vscode();
  await panel().clickNode('z');
  const { line } = code.position(MODEL, 'z = inputs');
  await expect.poll(() => code.litLine()).toBe(line);
  const selected = await panel().until('the selection', (state) => nodeOf(state, 'z').marks.includes('selected'));
  expect(nodeOf(selected, 'p').marks).not.toContain('selected');
  await code.screenshotsInThemes('5-selected');
  await code.focusEditor();
  await code.goTo(code.position(MODEL, 'loss = -(right').line);
  await panel().until('the lit node', (state) => nodeOf(state, 'loss').marks.includes('lit'));
});

test("a shape that does not fit gets a squiggle with PyTorch's message", async () => {
  const code = vscode();
  await code.focusEditor();
  await code.replaceInFile(MODEL, 'zeros(2, 1', 'zeros(3, 1');
  await code.squiggles().first().waitFor();
  const failed = await panel().until('the error', ({ error }) => error !== null);
  expect(failed.error).toContain('mat1 and mat2 shapes cannot be multiplied');
  const said = 'mat1 and mat2 shapes cannot be multiplied (8x2 and 3x1)';
  expect(await code.hoverWord(MODEL, 'matmul(w)', said)).toContain(said);
  await code.screenshotsInThemes('6-shape-error');
  await code.leaveHover();
  await code.focusEditor();
  await code.undoAll();
  await code.squiggles().first().waitFor({ state: 'detached' });
  await panel().until('the graph without the error', ({ error, passes }) => !error && passes > 1);
});

test('a loop without end leaves the editor free, and Stop ends it', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.typeAt(3, 1, 'while (true) {}\n');
  await code.focusEditor();
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the run under way', ({ status }) => status === 'running');
  const typed = '// this is typed while the loop turns';
  await code.typeAt(1, 1, `${typed}\n`);
  await code.editor().locator('.view-line', { hasText: 'typed while the loop turns' }).waitFor();
  await panel().until('the run of what was typed', ({ status }) => status === 'running');
  await code.screenshotsInThemes('7-endless');
  await code.focusEditor();
  await code.command('Tensor Lens: Stop');
  await panel().until('the end of the run', ({ status }) => status === 'done');
  await code.screenshotsInThemes('8-stopped');
});

test('and the next run works', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.undoAll();
  await code.command('Tensor Lens: Run Backward');
  const state = await panel().until('a run without an error', ({ status, error, passes }) => status === 'done' && !error && passes > 1);
  // The pass is still the one where the slider was left.
  expect(state.pass).toBe(10);
  expect(state.loss).toBeLessThan(LOG_2);
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
