import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** Tests a window in which there is no model yet: nothing of the extension shows, until the first model is there. */
const PYTHON = "import torch from 'tensor-lens';\nx = torch.ones(2, requires_grad=True)\nprint(x)\n";

const vscode = journey({ folder: null, files: { 'plain.ts': "export const n: number = 'one';\n" } });
const tensorsView = () => vscode().page.locator('.pane-header[aria-label^="Tensors"]');
const testsView = () => vscode().page.locator('.activitybar a[aria-label^="Testing"]');

test('a project of TypeScript without models shows nothing of the extension', async () => {
  const code = vscode();
  await code.openFile('plain.ts');
  await code.squiggles().first().waitFor();
  await code.command('Developer: Show Running Extensions');
  await code.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Tensor Lens' }).waitFor();
  expect(await tensorsView().count()).toBe(0);
  expect(await testsView().count()).toBe(0);
  await code.page.keyboard.press('Escape');
});

test('the first model file that is made brings lenses, habits, the view of tensors and that of tests', async () => {
  const code = vscode();
  fs.writeFileSync(path.join(code.workspace, 'model.tl.ts'), PYTHON);
  await code.openFile('model.tl.ts');
  await expect.poll(() => code.lenses()).toContain('Run Forward');
  await tensorsView().waitFor();
  await testsView().waitFor();
  const said = await code.problems(["'x' is not declared", "Python's 'requires_grad=True'", "Python's 'print(x)'"]);
  expect(said).not.toContain('Cannot find name');
  await code.screenshot('first-file');
});

test('all habits are mended at once, and the error that is left says above the graph what to do, and has a fix', async () => {
  const code = vscode();
  const panel = new GraphPanel(code);
  const text = async () => (await code.editor().locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
  await code.replaceInFile('model.tl.ts', 'torch.ones(2,', 'torch.tensor([1, 2, 3],');
  const fixes = code.page.locator('.action-widget').first();
  await code.goTo(3, 3);
  await code.pressUntil('Control+.', () => fixes.isVisible());
  await fixes.locator('.monaco-list-row', { hasText: 'Fix all habits' }).first().click();
  await expect.poll(text).toContain('let x = torch.tensor([1, 2, 3], { requires_grad: true })');
  await code.command('Tensor Lens: Run Backward');
  await expect.poll(() => panel.text('error-advice')).toContain('write one as 1.0');
  await code.screenshotsInThemes('first-file-error');
  await code.focusEditor();
  await code.goTo(2, 12);
  await code.pressUntil('Control+.', () => fixes.isVisible());
  await fixes.locator('.monaco-list-row', { hasText: '.0' }).first().click();
  await expect.poll(text).toContain('torch.tensor([1.0, 2, 3]');
  await panel.until('the run of the mended model', ({ error, status }) => !error && status === 'done');
});
