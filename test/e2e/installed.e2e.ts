import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { writeVsix } from '../../scripts/vsix.mjs';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** The extension as people get it: installed from its package by VS Code's own installer. */
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
