import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** Tests the device webgl in a host under Node, which has no graphics card: our own page computes. */
const MODEL = `import * as torch from 'tensor-lens';

const x = torch.tensor([1.5, 2, 3], { device: 'webgl', requires_grad: true });
for (let step = 0; step < 3; step++) {
  const loss = x.mul(x).sum();
  loss.backward();
}
console.log(x.grad);
`;

const vscode = journey({ files: { 'card.tl.ts': MODEL }, card: true });

test('a model that names the device gets a page that computes, behind its graph', async () => {
  const code = vscode();
  await code.openFile('card.tl.ts');
  await code.command('Tensor Lens: Run Backward');
  await new GraphPanel(code).until('the run', ({ status, passes }) => status === 'done' && passes === 3);
  const tabs = code.page.getByRole('tab');
  await expect.poll(() => tabs.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Graphics card')]));
  await expect.poll(() => code.page.locator('.statusbar').innerText()).toMatch(/3 passes, loss 15\.250* · webgl · /);
  await code.screenshot('webgl');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
