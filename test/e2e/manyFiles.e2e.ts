import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** A model that approaches `value` in this number of passes. */
const training = (value: number, passes: number) => `import * as torch from 'tensor-lens';
const weight = torch.zeros(1, { requires_grad: true });
for (let pass = 0; pass < ${passes}; pass++) {
  const loss = weight.sub(${value}).pow(2).sum();
  loss.backward();
  torch.no_grad(() => weight.sub_(weight.grad!.mul(0.2)));
  weight.grad = null;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
console.log('weight', weight.item().toFixed(2));
`;
const ENDLESS = `import * as torch from 'tensor-lens';
const x = torch.ones(3);
while (true) x.add(1);
`;

const vscode = journey({
  folder: null,
  files: { 'left.tl.ts': training(3, Infinity), 'right.tl.ts': training(5, 40), 'doomed.tl.ts': ENDLESS },
});
const panel = () => new GraphPanel(vscode());

test('two models run at once, each with results of its own, in the panel that follows the file in front', async () => {
  const code = vscode();
  await code.openFile('left.tl.ts');
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the run on the left', ({ file, status }) => file === 'left.tl.ts' && status === 'running');
  await code.openFile('right.tl.ts', 1);
  await code.command('Tensor Lens: Run Backward');
  const right = await panel().until('the result on the right', ({ file, passes }) => file === 'right.tl.ts' && passes === 40);
  expect(Number(nodeOf(right, 'weight').value)).toBeCloseTo(5, 1);
  await code.openFile('left.tl.ts', 1);
  await code.command('Tensor Lens: Show Graph');
  await panel().until('the run on the left, still', ({ file, status }) => file === 'left.tl.ts' && status === 'running');
  await code.focusEditor();
  await code.command('Tensor Lens: Stop');
  const left = await panel().until('what the left one came to', ({ file, passes }) => file === 'left.tl.ts' && passes > 1);
  expect(Number(nodeOf(left, 'weight').value)).toBeCloseTo(3, 1);
  await code.screenshot('two-files');
});

test('what a model printed stands in the output channel, under its name while others run', async () => {
  const code = vscode();
  await code.command('Tensor Lens: Show Output');
  const output = code.page.locator('.part.panel .monaco-editor').first();
  await expect.poll(() => output.innerText()).toMatch(/right\.tl\.ts:\s+weight\s+5\.00/);
  await code.screenshot('output');
  await code.command('View: Toggle Panel Visibility');
});

test('a file that is deleted while it runs takes its run with it', async () => {
  const code = vscode();
  await code.openFile('doomed.tl.ts', 1);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the run under way', ({ file, status }) => file === 'doomed.tl.ts' && status === 'running');
  fs.rmSync(path.join(code.workspace, 'doomed.tl.ts'));
  await code.page.locator('.tab[aria-label^="Graph: doomed"]').waitFor({ state: 'detached' });
  await code.screenshot('deleted');
  // The progress of the run disappears shortly after its file.
  await expect
    .poll(() => code.page.locator('.notification-list-item').allInnerTexts())
    .toEqual(['doomed.tl.ts was deleted or moved, so its run was ended.']);
});

test('and the next model runs', async () => {
  const code = vscode();
  await code.openFile('right.tl.ts', 1);
  await code.command('Tensor Lens: Run Forward');
  await panel().until('the forward run', ({ file, status, passes }) => file === 'right.tl.ts' && status === 'done' && passes === 1);
});

test('a file outside of the workspace folder is read only after the user has allowed it', async () => {
  const code = vscode();
  const outside = `${code.workspace}.csv`;
  fs.writeFileSync(outside, 'a,b\n1,2\n3,4\n');
  try {
    const name = `../${path.basename(outside)}`;
    fs.writeFileSync(
      path.join(code.workspace, 'reader.tl.ts'),
      `import * as torch from 'tensor-lens';\nconst table = await torch.utils.data.read_csv('${name}');\ntable.sum();\n`,
    );
    await code.openFile('reader.tl.ts', 1);
    await code.command('Tensor Lens: Run Forward');
    await panel().until(
      'the refusal',
      ({ file, error }) => file === 'reader.tl.ts' && error?.includes('outside of the workspace folder') === true,
    );
    const question = code.page.locator('.notification-toast', { hasText: `reader.tl.ts was refused '${name}'` });
    await code.screenshot('outside');
    // The run that was refused its file starts again by itself.
    await question.getByRole('button', { name: 'Allow in This Workspace' }).click();
    await panel().until('the run with the file', ({ error, status, nodes }) => status === 'done' && !error && nodes.length > 0);
  } finally {
    fs.rmSync(outside);
  }
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
