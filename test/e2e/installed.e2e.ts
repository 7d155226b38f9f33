import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { writeVsix } from '../../scripts/vsix.mjs';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** The extension as people get it: installed from its package by VS Code's own installer. */
const VSIX = path.join(root, 'out', 'tensor-lens.vsix');

beforeAll(() => writeVsix(VSIX));
const vscode = journey({ vsix: [VSIX] });

test('its types are there: no squiggle, and a hover that tells', async () => {
  const code = vscode();
  await code.openFile('08-convolution.tl.ts');
  await code.codeLenses().first().waitFor();
  const type = 'const optimizer: torch.optim.SGD';
  expect(await code.hoverWord('08-convolution.tl.ts', 'optimizer', type)).toContain(type);
  expect(await code.squiggles().count()).toBe(0);
  await code.leaveHover();
});

test('it runs a model', async () => {
  const code = vscode();
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
