import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { writeVsix } from '../../scripts/vsix.mjs';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** Tests the extension as users get it: VS Code's own installer installs its package. */
const VSIX = path.join(root, 'out', 'tensor-lens.vsix');
const MODEL = `import * as torch from 'tensor-lens';

torch.manual_seed(0);
const weights = torch.randn(2, 3);
console.log(weights);
await Promise.resolve();
`;

beforeAll(() => writeVsix(VSIX));
const vscode = journey({ vsix: [VSIX], files: { 'lone.tl.ts': MODEL, 'plain.ts': MODEL } });

test('a model file brings the commands and the lenses', async () => {
  const code = vscode();
  await code.openFile('lone.tl.ts');
  await expect.poll(() => code.lenses()).toContain('Run Forward');
  const both = expect.arrayContaining(['Tensor Lens: Run Forward', 'Tensor Lens: Run Backward']);
  await expect.poll(() => code.commandsFor('Tensor Lens: Run')).toEqual(both);
  await code.screenshot('smoke');
});

test("its types are there, with nothing of 'tensor-lens' in the workspace: no squiggle, and a hover that tells", async () => {
  const code = vscode();
  const type = /const weights: (torch\.)?Tensor/;
  expect(await code.hoverWord('lone.tl.ts', 'weights', type)).toMatch(type);
  await expect.poll(() => code.squiggles().count()).toBe(0);
  await code.leaveHover();
});

test('other TypeScript files are left alone', async () => {
  const code = vscode();
  await code.openFile('plain.ts');
  await code.squiggles().first().waitFor();
  expect(await code.codeLenses().count()).toBe(0);
  expect(await code.commandsFor('Tensor Lens: Run')).not.toContain('Tensor Lens: Run Forward');
});

/** The texts on the screen are for people: no words that only a program would use, and no complaints of VS Code. */
async function expectNoWrongWord(): Promise<void> {
  const code = vscode();
  const frame = await code.panelFrame();
  const said = [await code.page.locator('body').innerText(), await frame.locator('body').innerText()].join('\n');
  expect(said).not.toMatch(/undefined|\[object|NaN|read-only|No tensor was made|could not be/);
  expect(await code.page.locator('.notification-toast').allInnerTexts()).toEqual([]);
}

test("a stranger's first ten minutes: an example from the welcome page is run, looked at and changed", async () => {
  const code = vscode();
  const panel = new GraphPanel(code);
  await code.command('Welcome: Open Walkthrough...', 'asks');
  await code.choose('Tensor Lens');
  const button = code.page.locator('.gettingStartedContainer').getByRole('button', { name: 'Open Example' });
  await button.first().click();
  const example = code.page.locator('.quick-input-widget .monaco-list-row').first();
  await example.waitFor();
  await code.screenshot('stranger-1-examples');
  await example.click();
  const file = '01-tensors.tl.ts';
  await code.tab(file).waitFor();
  await code.codeLenses().getByText('Run Backward').first().click();
  const ran = await panel.until('the graph', (state) => state.file === file && state.status === 'done' && state.nodes.length > 0);
  expect(ran.loss).toBe(8);
  await expectNoWrongWord();
  await code.screenshot('stranger-2-run');
  await panel.clickNode('z1');
  await expect.poll(() => panel.text('inspector')).toContain('8');
  await expectNoWrongWord();
  await code.screenshot('stranger-3-clicked');
  await code.focusEditor();
  const line = code.position(file, 'const y1').line;
  expect(await code.hoverAt(line, 'const y1'.length, '[2, 2]')).toContain('float32');
  await expectNoWrongWord();
  await code.screenshot('stranger-4-hover');
  await code.leaveHover();
});

test('a number that is changed shows at once, and a mistake is mended by its quick fix', async () => {
  const code = vscode();
  const panel = new GraphPanel(code);
  const file = '01-tensors.tl.ts';
  const { line, column } = code.position(file, 'x1 + 1');
  await code.goTo(line, column + 'x1 + 1'.length);
  await code.page.keyboard.press('Backspace');
  await code.page.keyboard.type('2');
  await panel.until('the new loss', ({ loss, stale }) => loss === 18 && !stale);
  await expectNoWrongWord();
  await code.screenshot('stranger-5-changed');
  await code.goTo(line, column + 'x1 + 2'.length);
  await code.page.keyboard.type('; print(x1)');
  await code.editor().locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await code.goTo(line, column + 'x1 + 2; pr'.length);
  const fixes = code.page.locator('.action-widget').first();
  await code.pressUntil('Control+.', () => fixes.isVisible());
  await code.screenshot('stranger-6-quick-fix');
  await fixes.locator('.monaco-list-row', { hasText: 'console.log' }).first().click();
  await expect
    .poll(async () => (await code.editor().locator('.view-lines').innerText()).replaceAll('\u00a0', ' '))
    .toContain('console.log(x1)');
  await expect.poll(() => code.editor().locator('.squiggly-error, .squiggly-warning').count()).toBe(0);
  await panel.until('the mended run', ({ loss, stale, error, status }) => loss === 18 && !stale && !error && status === 'done');
  await expectNoWrongWord();
  await code.screenshot('stranger-7-mended');
});

test('it runs a model', async () => {
  const code = vscode();
  await code.openFile('08-convolution.tl.ts');
  const type = 'const optimizer: torch.optim.SGD';
  expect(await code.hoverWord('08-convolution.tl.ts', 'optimizer', type)).toContain(type);
  await expect.poll(() => code.squiggles().count()).toBe(0);
  await code.leaveHover();
  await code.command('Tensor Lens: Run Backward');
  const panel = new GraphPanel(code);
  const state = await panel.until('the trained network', ({ status, passes }) => status === 'done' && passes > 20);
  expect(state.loss).toBeLessThan(0.1);
  expect(nodeOf(state, 'conv').group).toBe(true);
  await code.screenshotsInThemes('convolution');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
