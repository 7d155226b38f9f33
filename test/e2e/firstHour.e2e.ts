import { expect, test } from 'vitest';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** Tests what a user does in the first hour: clicks in the panel, presses keys there, opens another file. */
const FILE = '06-logistic-regression.tl.ts';
const OTHER = '10-char-transformer.tl.ts';

const vscode = journey();
const panel = () => new GraphPanel(vscode());
/** Keys that an editor would take as text, or as an edit of it. */
const KEYS = ['x', 'Backspace', 'Delete', '.', ',', '[', ']'];

test('a key after any click in the panel is not one for the source', async () => {
  const code = vscode();
  await code.openFile(FILE);
  const before = code.read(FILE);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the graph', ({ status, nodes }) => status === 'done' && nodes.length > 0);
  const type = async () => {
    for (const key of KEYS) await code.page.keyboard.press(key);
  };
  await panel().clickNode('p');
  await expect.poll(() => code.litLine()).toBe(code.position(FILE, 'const p').line);
  // The panel has the focus, and the status bar still shows the result of the run.
  await expect.poll(() => code.page.locator('.statusbar').innerText()).toMatch(/21 passes, loss/);
  await code.screenshotsInThemes('hour-1-clicked');
  await type();
  const places = [
    'loss-curve',
    'pass-label',
    'fit',
    'inspector-title',
    'inspector-source',
    'formula',
    'replay',
    'player-next',
    'player-story',
  ];
  for (const place of places) {
    await panel().click(place);
    await type();
  }
  await code.screenshotsInThemes('hour-2-replay');
  expect(await code.page.locator('.tab.dirty').count()).toBe(0);
  expect(code.read(FILE)).toBe(before);
});

test('Enter goes to the source, with the cursor before the expression and nothing selected', async () => {
  const code = vscode();
  await panel().press('Escape', 'Escape', '0');
  await panel().clickNode('p');
  await panel().press('Enter');
  await expect.poll(() => code.cursorLine()).toBe(code.position(FILE, 'const p').line);
  expect(await code.page.locator('#status\\.editor\\.selection').innerText()).not.toContain('selected');
  await code.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
});

test('a classifier is drawn over the plane of its two features, and the loss around two of its weights', async () => {
  const code = vscode();
  const field = async () => (await panel().find('field')).first().locator('canvas');
  const said = async () => (await field()).getAttribute('aria-label');
  await panel().clickNode('p');
  await (await field()).waitFor();
  expect(await said()).toMatch(/^p from 0\.\d+ to 0\.9\d*\. .*feature 0 to the right.* 8 rows/);
  await (await field()).hover();
  await code.screenshotsInThemes('hour-4-plane');
  await panel().press('Escape', '0');
  await panel().clickNode('w');
  await (await panel().find('picture-kind')).first().selectOption('landscape');
  await (await field()).waitFor();
  expect(await said()).toMatch(/^loss from 0\.\d+ to .*w\[0, 0\] to the right.*w\[1, 0\] upwards.*training/);
  await code.screenshotsInThemes('hour-5-landscape');
  await panel().press('Escape', '0');
});

test('the panel has names, landmarks and a heading, and nothing serious for axe-core; nor have a number that is explained, and what memory, time and gradients are', async () => {
  const code = vscode();
  await panel().clickNode('p');
  await (await panel().find('field')).first().locator('canvas').waitFor();
  await (await panel().find('pane-value')).first().locator('.number-scroller').focus();
  await code.page.keyboard.press('ArrowDown');
  await code.page.keyboard.press('Enter');
  await expect.poll(() => panel().text('explanation-title')).toMatch(/^p\[/);
  await code.screenshotsInThemes('hour-6-explained');
  await panel().menu('costs');
  await panel().click('costs-by-line');
  await expect.poll(() => panel().text('costs')).toMatch(/17\s+p\s/);
  await panel().menu('health');
  await expect.poll(() => panel().text('health')).toContain('%');
  expect(await problemsIn(await code.panelFrame())).toEqual([]);
  await code.screenshotsInThemes('hour-7-costs-and-health');
  await panel().click('costs-close');
  await panel().click('health-close');
});

test('the panel follows the file in front', async () => {
  const code = vscode();
  await code.openFile(OTHER, 1);
  await panel().until('the other file', ({ file, nodes }) => file === OTHER && nodes.length === 0);
  await code.screenshot('hour-3-follows');
  await code.openFile(FILE);
  await panel().until('the first again', ({ file, nodes }) => file === FILE && nodes.length > 0);
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
