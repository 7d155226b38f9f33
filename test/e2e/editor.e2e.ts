import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/**
 * Tests what the editor shows while a model is written: hovers, hints, lenses, marks, live results, explained errors.
 */
const FILE = 'write.tl.ts';
const MODEL = `import * as torch from 'tensor-lens';
const { nn, optim } = torch;
torch.manual_seed(0);

class Net extends nn.Module {
  fc = new nn.Linear(2, 3);

  forward(x: torch.Tensor): torch.Tensor {
    return this.fc(x).relu();
  }
}

const x = torch.tensor([[1, 2], [3, 4], [5, 6], [7, 8]]).to(torch.float32);
const net = new Net();
const optimizer = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let step = 0; step < 5; step++) {
  const out = net(x);
  const loss = out.pow(2).mean();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
}
`;
const MISTAKES = `import * as torch from 'tensor-lens';
const { nn } = torch;
torch.manual_seed(0);
const net = new nn.Linear(2, 1);
const unused = new nn.Linear(2, 1);
const optimizer = new torch.optim.SGD([...net.parameters(), ...unused.parameters()], { lr: 0.1 });
const x = torch.randn(8, 2);
const y = torch.randn(8);
const zero = torch.zeros(3);
for (let step = 0; step < 3; step++) {
  const prediction = net(x);
  const loss = prediction.sub(y).pow(2).mean();
  loss.backward();
  optimizer.step();
  const bad = zero.div(zero);
  console.log(bad);
}
`;

const vscode = journey({ folder: null, files: { [FILE]: MODEL, 'mistakes.tl.ts': MISTAKES }, size: { width: 1600, height: 1000 } });
const panel = () => new GraphPanel(vscode());
const text = async () => (await vscode().editor().locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');

test('before anything ran, the view says how to begin', async () => {
  const code = vscode();
  await code.openFile(FILE);
  await code.page.locator('.pane-header[aria-label^="Tensors"]').click();
  await expect.poll(() => code.page.getByText('No tensors yet.').first().isVisible()).toBe(true);
  await code.screenshotsInThemes('editor-1-welcome');
});

test('hints after names, lenses over classes and backward(), the last result on top and in the status bar', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the run', ({ status, passes }) => status === 'done' && passes === 5);
  await expect.poll(text).toContain('out: float32[4, 3]');
  await expect.poll(text).toContain('x: float32[4, 2]');
  await expect.poll(() => code.lenses()).toMatch(/9 parameters · output float32\[4, 3\]/);
  await expect.poll(() => code.lenses()).toMatch(/5 passes, loss/);
  await expect.poll(() => code.lenses()).toMatch(/pass 5 of 5 · loss/);
  await expect.poll(() => code.page.locator('.statusbar').innerText()).toMatch(/5 passes, loss [\d.]+ · cpu · [\d.]+ m?s · [\d.]+ [KM]?B/);
  await code.screenshotsInThemes('editor-2-hints');
});

test('a hover has the numbers, a picture and the gradient; an operation its formula', async () => {
  const code = vscode();
  await code.focusEditor();
  const name = await code.hoverWord(FILE, 'out = net', 'Gradient');
  expect(name).toContain('[4, 3]');
  expect(name).toMatch(/grad_fn=<ReluBackward0>/);
  expect(name).toMatch(/Gradient/);
  await code.hover().locator('img').first().waitFor();
  await code.screenshotsInThemes('editor-3-hover-name');
  await code.leaveHover();
  const operation = await code.hoverWord(FILE, 'pow(2).mean', 'pow');
  expect(operation).toContain('pow');
  await code.screenshotsInThemes('editor-4-hover-operation');
  await code.leaveHover();
});

test('a link in the hover leads to the node in the graph', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.hoverWord(FILE, 'out = net', /graph/i);
  await code.hover().locator('a', { hasText: /graph/i }).first().click();
  await panel().until('the node selected', ({ selected, nodes }) => nodes.some(({ id, label }) => id === selected && /relu/.test(label)));
});

test('results follow the typing; while it does not compile the last ones stay, and move with their text', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.typeAt(13, 1, '// one more line\n');
  await expect.poll(text).toContain('out: float32[4, 3]');
  const { line, column } = code.position(FILE, 'Linear(2, 3');
  await code.goTo(line, column + 'Linear(2, 3'.length);
  await code.page.keyboard.press('Backspace');
  await code.page.keyboard.type('5');
  await expect.poll(text).toContain('out: float32[4, 5]');
  await code.page.keyboard.type(' +');
  await code.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
  // The hints are now out of date: they are dim decorations.
  await expect.poll(() => code.decorations()).toContain('float32[4, 5]');
  await panel().until('what it shows marked as out of date', ({ stale }) => stale);
  await code.screenshotsInThemes('editor-5-stale');
  await code.page.keyboard.press('Backspace');
  await code.page.keyboard.press('Backspace');
  await panel().until('it up to date', ({ stale, status }) => !stale && status === 'done');
});

test('mistakes are explained on the expressions that made them, and marked in the gutter', async () => {
  const code = vscode();
  await code.openFile('mistakes.tl.ts', 1);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the run', ({ file, status }) => file === 'mistakes.tl.ts' && status === 'done');
  await code.focusEditor();
  const hover = await code.hoverWord('mistakes.tl.ts', 'prediction.sub(y)', 'loss-broadcast');
  expect(hover).toMatch(/loss-broadcast/);
  await code.screenshotsInThemes('editor-6-explained');
  await code.leaveHover();
  await code.problems([
    "No gradient reaches 'weight', 'bias'",
    'broadcasting compares every element',
    'This backward() adds',
    'The first NaN',
  ]);
  const rows = () => code.page.locator('.markers-panel').innerText();
  for (const name of ['no-gradient', 'loss-broadcast', 'accumulated-gradient', 'first-nan']) await expect.poll(rows).toContain(name);
  await code.screenshotsInThemes('editor-7-problems');
  await code.command('View: Toggle Panel Visibility');
  await code.focusEditor();
  await expect.poll(() => code.page.locator('.editor-group-container.active .cgmr').count()).toBeGreaterThan(0);
});

test('a shape that does not fit can be mended by a quick fix, and then it runs', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.page.keyboard.press('Control+A');
  await code.page.keyboard.type(
    "import * as torch from 'tensor-lens';\nconst a = torch.randn(4, 3);\nconst w = torch.randn(5, 3, { requires_grad: true });\nconst out = a.matmul(w);\nout.sum().backward();\n",
  );
  await code.squiggles().first().waitFor();
  // The graph shows the run up to the error: the inputs, and the operation that failed.
  const broken = await panel().until('the failed operation', ({ nodes }) => nodes.some(({ role }) => role === 'failed'));
  expect(broken.nodes.map(({ role }) => role).sort()).toEqual(['failed', 'input', 'parameter']);
  await panel().clickNode('matmul');
  await expect.poll(() => panel().text('failure')).toContain('mat1 and mat2 shapes cannot be multiplied (4x3 and 5x3)');
  await code.screenshotsInThemes('editor-8-failed-operation');
  await code.focusEditor();
  await code.goTo(4, 16);
  const fixes = code.page.locator('.action-widget').first();
  // VS Code shows nothing while the fixes are not ready, so the key is pressed again.
  await code.pressUntil('Control+.', () => fixes.isVisible());
  await expect.poll(() => fixes.innerText()).toContain('t()');
  await code.screenshotsInThemes('editor-9-quick-fix');
  await code.page.locator('.action-widget .monaco-list-row', { hasText: 't()' }).first().click();
  await expect.poll(text).toContain('a.matmul(w.t())');
  await code.squiggles().first().waitFor({ state: 'detached' });
  await panel().until('the run of the mended model', ({ file, error, status }) => file === 'mistakes.tl.ts' && !error && status === 'done');
});

test('names and arguments are completed', async () => {
  const code = vscode();
  await code.focusEditor();
  await code.typeAt(5, 1, 'out.logs');
  const list = code.page.locator('.suggest-widget.visible .monaco-list-rows');
  await code.pressUntil('Control+Space', () => list.getByText('logsumexp').first().isVisible());
  expect(await list.innerText()).toContain('logsumexp');
  await code.screenshotsInThemes('editor-10-completion');
  await code.page.keyboard.press('Escape');
});

test('Add Types, a new model and an example open as a person would expect', async () => {
  const code = vscode();
  await code.command('Tensor Lens: Add Types to Workspace');
  await expect.poll(() => fs.existsSync(path.join(code.workspace, 'node_modules/tensor-lens/package.json'))).toBe(true);
  await code.focusEditor();
  await code.command('Tensor Lens: New Model', 'asks');
  await code.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await code.screenshotsInThemes('editor-11-templates');
  await code.page.keyboard.press('Enter');
  const place = code.page.locator('.quick-input-widget input').first();
  await expect.poll(() => place.inputValue()).toContain('model.tl.ts');
  await code.screenshot('editor-12-new-model');
  await code.closeQuickInput();
  await code.command('Tensor Lens: Open Example', 'asks');
  await code.choose('convolution');
  await code.tab('08-convolution.tl.ts').waitFor();
  await code.screenshot('editor-13-example');
});

test('the walkthrough opens, with its pictures', async () => {
  const code = vscode();
  await code.command('Welcome: Open Walkthrough...', 'asks');
  await code.choose('Tensor Lens');
  await expect.poll(() => code.page.getByText('Get Started with Tensor Lens').first().isVisible()).toBe(true);
  const pictures = code.page.locator('.gettingStartedContainer .step-container, .gettingStartedContainer [role="checkbox"]');
  await expect.poll(() => pictures.count()).toBeGreaterThan(2);
  await code.screenshotsInThemes('editor-14-walkthrough');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
