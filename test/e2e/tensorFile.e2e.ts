import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { format } from '../../src/engine/files/index.js';
import * as torch from '../../src/engine/index.js';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';

/** A file of tensors is looked at, in a workspace that is not trusted: nothing of anybody runs. */
torch.manual_seed(0);
const net = {
  'conv.weight': torch.randn(8, 3, 5, 5),
  'conv.bias': torch.zeros(8),
  'fc.weight': torch.randn(10, 32),
  'fc.bias': torch.tensor([0.5, NaN, 1, 2, 3, 4, 5, 6, 7, 8]),
  ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`blocks.${i}.scale`, torch.tensor(i / 2, { dtype: torch.float32 })])),
};
const vscode = journey({
  folder: null,
  files: {
    'net.safetensors': format(net, 'net.safetensors'),
    'checkpoint.pt': format({ epoch: 7, model: { w: torch.randn(4, 4) } }, 'checkpoint.pt'),
    'bad.npz': new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
    'digits.safetensors': fs.readFileSync(path.join(root, 'media/shipped/digits.safetensors')),
  },
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
});

interface State {
  status: string;
  names: string[];
  selected: string | null;
  message: string;
}

/** How long a menu may take to show its items, in milliseconds. */
const MENU_MS = 5000;
/** A place in the window where nothing reacts to the pointer. */
const EMPTY = { x: 900, y: 20 };

/** Chooses "Open as Tensor" in the menu of a file, and waits for what its page shows. */
async function open(name: string): Promise<State> {
  const { page } = vscode();
  const row = page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
  const item = page.locator('.context-view .action-label', { hasText: /^Open as Tensor$/ });
  const tab = vscode().tab(name);
  // A menu that opens before VS Code has read what extensions contribute lacks the command, one may close by itself, and a hover
  // of another row may cover this one. A menu takes no click in its first moments.
  await vscode().until(`the tab of ${name}`, async () => {
    if (await tab.isVisible()) return true;
    await page.keyboard.press('Escape');
    await page.mouse.move(EMPTY.x, EMPTY.y);
    const clickItem = async () => {
      do await item.click({ timeout: MENU_MS });
      while (await item.isVisible());
    };
    const chosen = row
      .click({ button: 'right', force: true, timeout: MENU_MS })
      .then(clickItem)
      .then(() => tab.waitFor({ timeout: MENU_MS }));
    return chosen.then(
      () => true,
      () => undefined,
    );
  });
  return until(`the content of ${name}`, ({ status }) => status !== 'reading');
}

const state = async (): Promise<State> =>
  (await vscode().panelFrame()).evaluate(() => (window as unknown as { __tensorLens: { state(): State } }).__tensorLens.state());

const until = (what: string, isSo: (now: State) => boolean): Promise<State> =>
  vscode().until(what, async () => {
    const now = await state().catch(() => null);
    return now && isSo(now) ? now : undefined;
  });

const find = async (testId: string) => (await vscode().panelFrame()).locator(`[data-testid="${testId}"]`);

test('the menu of a file lists its tensors, and shows the first', async () => {
  const shown = await open('net.safetensors');
  expect(shown).toMatchObject({ status: 'done', selected: 'conv.weight', message: '' });
  expect([...shown.names].sort()).toEqual(Object.keys(net).sort());
  const row = (await find('tensor-row')).first();
  expect(await row.innerText()).toMatch(/conv\.weight\s+float32\[8, 3, 5, 5\]\s+mean /);
  await (await find('pane-value')).locator('canvas').first().waitFor();
  expect(await problemsIn(await vscode().panelFrame())).toEqual([]);
  await vscode().screenshotsInThemes('tensors-1-net');
});

test('the keyboard goes through the list, and a field narrows it', async () => {
  const { page } = vscode();
  const list = await find('tensor-list');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  const second = await until('the second tensor', ({ selected }) => selected !== 'conv.weight');
  expect(second.selected).toBe(second.names[1]);
  await page.keyboard.press('End');
  await until('the last tensor', ({ selected, names }) => selected === names.at(-1));
  await (await find('tensor-filter')).fill('fc.b');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await until('the only one that is left', ({ selected }) => selected === 'fc.bias');
  expect(await (await find('stored-tensor')).innerText()).toMatch(/NaN\s*1/);
  expect(await (await find('tensor-row')).locator('visible=true').innerText()).toContain('1 not finite');
  await vscode().screenshotsInThemes('tensors-2-bias');
});

test('numbers beside the tensors are told, and a broken file says a sentence', async () => {
  await open('checkpoint.pt');
  const frame = await vscode().panelFrame();
  await frame.locator('summary').click();
  expect(await frame.locator('.beside').innerText()).toMatch(/epoch\s*7/);
  const broken = await open('bad.npz');
  expect(broken).toMatchObject({ status: 'failed', message: "bad.npz cannot be shown: 'bad.npz' is a damaged or incomplete zip file." });
  await vscode().screenshotsInThemes('tensors-3-broken');
});

test('a large table is read in its own process, and follows its file', async () => {
  const before = await open('digits.safetensors');
  expect(before.names).toEqual(['data', 'target']);
  await (await find('pane-value')).locator('canvas').first().waitFor();
  fs.writeFileSync(path.join(vscode().workspace, 'digits.safetensors'), format({ other: torch.ones(2) }, 'digits.safetensors'));
  await until('the new content', ({ names }) => names.join() === 'other');
  await vscode().screenshotsInThemes('tensors-4-other');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
