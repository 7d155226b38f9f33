import { expect, test } from 'vitest';
import { journey } from './journey.js';

const MODEL = `import * as torch from 'tensor-lens';

torch.manual_seed(0);
const weights = torch.randn(2, 3);
console.log(weights);
await Promise.resolve();
`;

const vscode = journey({ files: { 'lone.tl.ts': MODEL, 'plain.ts': MODEL } });

test('a model file brings the commands and the lenses', async () => {
  const code = vscode();
  await code.openFile('lone.tl.ts');
  await code.codeLenses().first().waitFor();
  expect(await code.codeLenses().first().innerText()).toContain('Run Forward');
  const offered = await code.commandsFor('Tensor Lens: Run');
  expect(offered).toEqual(expect.arrayContaining(['Tensor Lens: Run Forward', 'Tensor Lens: Run Backward']));
  await code.screenshot('smoke');
});

test("'tensor-lens' is typed in a model file with nothing in the workspace", async () => {
  const code = vscode();
  const type = 'const weights: torch.Tensor';
  expect(await code.hoverWord('lone.tl.ts', 'weights', type)).toContain(type);
  expect(await code.squiggles().count()).toBe(0);
  await code.leaveHover();
});

test('other TypeScript files are left alone', async () => {
  const code = vscode();
  await code.openFile('plain.ts');
  await code.squiggles().first().waitFor();
  expect(await code.codeLenses().count()).toBe(0);
  expect(await code.commandsFor('Tensor Lens: Run')).not.toContain('Tensor Lens: Run Forward');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
