import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

const vscode = journey({
  folder: null,
  files: { 'stranger.tl.ts': "import * as torch from 'tensor-lens';\nconsole.log(torch.ones(2).mul(3));\n" },
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
});
const panel = () => new GraphPanel(vscode());

test('in a workspace that is not trusted nothing is run, and the panel says so', async () => {
  const code = vscode();
  await code.openFile('stranger.tl.ts');
  await code.command('Tensor Lens: Show Graph');
  await panel().until('that it is not trusted', ({ status }) => status === 'untrusted');
  await (await panel().find('untrusted')).waitFor();
  await code.focusEditor();
  await code.command('Tensor Lens: Run Backward');
  await expect.poll(() => code.consoleProblems().length).toBe(1);
  await code.command('Tensor Lens: Keep This Run to Compare With');
  await expect.poll(() => code.consoleProblems().length).toBe(2);
  expect(await panel().state()).toMatchObject({ status: 'untrusted', passes: 0 });
  await code.screenshotsInThemes('untrusted');
});

test('once trusted, it runs', async () => {
  const code = vscode();
  await code.command('Workspaces: Manage Workspace Trust');
  await code.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  await code.openFile('stranger.tl.ts');
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the result', ({ status, nodes }) => status === 'done' && nodes.length > 0);
});

test('nothing complained but we', () => {
  expect(vscode().consoleProblems()).toEqual(
    Array(2).fill(expect.stringMatching(/^This workspace is not trusted, so its models are not run\./)),
  );
});
