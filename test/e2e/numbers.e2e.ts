import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** Tests numbers that the user moves, and two runs side by side. */
const FILE = 'line.tl.ts';
const RATE = 'lr: 0.05 }';
const MODEL = `import * as torch from 'tensor-lens';

const x = torch.tensor([0, 1, 2, 3], { dtype: torch.float32 });
const y = x * 2 + 1;
const w = torch.zeros(1, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });
const optimizer = new torch.optim.SGD([w, b], { lr: 0.05 });
for (let step = 0; step < 6; step++) {
  optimizer.zero_grad();
  const error = w * x + b - y;
  const loss = error.square().mean();
  loss.backward();
  optimizer.step();
}
`;

const vscode = journey({ folder: null, files: { [FILE]: MODEL } });
const panel = () => new GraphPanel(vscode());
const knob = async () => (await panel().find('knob')).filter({ hasText: 'lr' }).first();
const isDirty = async () => (await vscode().page.locator('.tab.dirty').count()) > 0;

test('a knob moves the learning rate: the loss follows, with what the gradient told beside it, and Escape restores', async () => {
  const code = vscode();
  await code.openFile(FILE);
  const written = code.read(FILE);
  expect(written).toContain(RATE);
  await code.command('Tensor Lens: Run Backward');
  const { loss } = await panel().until('the graph', ({ status, nodes }) => status === 'done' && nodes.length > 0);
  await panel().menu('knobs');
  await (await knob()).locator('.slider').focus();
  await code.page.keyboard.press('ArrowRight');
  await panel().until('another loss', (state) => state.loss !== loss);
  await expect.poll(() => panel().text('loss-change')).toMatch(/^Loss of pass 6: 0\.\d+ → 0\.\d+ .* The gradient predicted −0\.\d+/);
  await expect.poll(async () => (await panel().find('knobs')).locator('.loss-plot polyline').count()).toBeGreaterThan(0);
  expect(await isDirty()).toBe(false);
  await code.screenshotsInThemes('numbers-1-knobs');
  expect(await problemsIn(await code.panelFrame())).toEqual([]);
  await (await knob()).locator('.slider').focus();
  await code.page.keyboard.press('Escape');
  await panel().until('the loss as it is written', (state) => state.loss === loss);
  expect(await isDirty()).toBe(false);
  expect(code.read(FILE)).toBe(written);
});

test('Enter writes it into the source as one undo step', async () => {
  const code = vscode();
  await (await knob()).locator('.slider').focus();
  await code.page.keyboard.press('ArrowRight');
  await code.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await knob()).evaluate((row) => row.classList.contains('moved'))).toBe(true);
  await code.page.keyboard.press('Enter');
  await expect.poll(isDirty).toBe(true);
  await code.focusEditor();
  const said = () => code.editor().locator('.view-lines').innerText();
  await expect.poll(said).not.toContain(RATE.replaceAll(' ', '\u00a0'));
  await code.page.keyboard.press('Control+Z');
  await expect.poll(isDirty).toBe(false);
});

test('a run that is kept is compared with the run of a changed text, on one page that says where they part and why', async () => {
  const code = vscode();
  await code.command('Tensor Lens: Keep This Run to Compare With', 'asks');
  const name = code.page.locator('.quick-input-widget input').first();
  await expect.poll(() => name.inputValue()).toContain(FILE);
  await name.fill('slow');
  await name.press('Enter');
  await name.waitFor({ state: 'hidden' });
  const { loss } = await panel().state();
  await code.focusEditor();
  await code.replaceInFile(FILE, RATE, 'lr: 0.08 }');
  await panel().until('the run of the changed text', (state) => state.status === 'done' && !state.stale && state.loss !== loss);
  await code.command('Tensor Lens: Compare Runs…', 'asks');
  await code.choose('slow');
  await code.page.locator('.tab.active', { hasText: `slow ↔ ${FILE}` }).waitFor();
  await expect.poll(() => code.textOfPages()).toMatch(/They part in pass 2: the value of w \[0\]/);
  await code.screenshot('numbers-2-compared');
});

test('that page, as the command line writes it, has nothing serious for axe-core', async () => {
  const code = vscode();
  fs.writeFileSync(path.join(code.workspace, 'other.tl.ts'), MODEL.replace(RATE, 'lr: 0.08 }'));
  const cli = path.join(root, 'dist/cli.mjs');
  const args = ['diff', FILE, 'other.tl.ts', '--html', 'diff.html'];
  expect(spawnSync(process.execPath, [cli, ...args], { cwd: code.workspace }).status).toBe(1);
  const page = await code.page.context().browser()!.newPage();
  await page.goto(`file://${path.join(code.workspace, 'diff.html')}`);
  expect(await page.locator('.why').first().innerText()).toContain(RATE);
  expect(await problemsIn(page.mainFrame())).toEqual([]);
  await page.close();
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
