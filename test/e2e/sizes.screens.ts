import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/**
 * Shows windows of several sizes with all large panels open. Not part of `npm test`: a person looks at the pictures.
 * $TL_LANGUAGE is the display language (`zh-cn`), $TL_SIZE selects one of the sizes (`1000`).
 */
const SIZES = [
  { width: 1000, height: 700 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
].filter(({ width }) => String(width) === (process.env['TL_SIZE'] ?? String(width)));
const language = process.env['TL_LANGUAGE'];

const vscode = journey({ size: SIZES[0], ...(language && { language }) });
const panel = () => new GraphPanel(vscode());

type Titles = Record<string, string>;
const titlesIn = (name: string) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8')) as Titles;
const english = titlesIn('package.nls.json');
const titles = language ? titlesIn(`package.nls.${language}.json`) : english;
/** Runs a command by its English title. */
const command = (title: string, then?: 'asks') => {
  const [key = ''] = Object.entries(english).find(([name, text]) => name.startsWith('command.') && text === title) ?? [];
  return vscode().command(`Tensor Lens: ${titles[key]}`, then);
};

async function run(file: string): Promise<void> {
  await vscode().openFile(file, 1);
  await command('Run Backward');
  await panel().until('the graph', (state) => state.status === 'done' && state.file === file && state.nodes.length > 0);
}

/** Takes a picture in every theme, and checks each with axe-core. */
async function shown(name: string): Promise<void> {
  await vscode().screenshotsInThemes(`size-${language ? `${language}-` : ''}${name}`, async () =>
    expect.soft(await problemsIn(await vscode().panelFrame()), name).toEqual([]),
  );
}

/** Shows the value of the chosen node as a picture of this kind. */
async function shownAs(kind: string): Promise<void> {
  const choice = (await panel().find('picture-kind')).first();
  await choice.waitFor();
  await choice.selectOption(kind);
  await (await panel().find('pane-value')).first().locator('canvas, svg').last().waitFor();
}

for (const size of SIZES) {
  const name = (what: string) => `${size.width}-${what}`;

  test(`a training at ${size.width} × ${size.height}`, async () => {
    const code = vscode();
    await code.page.setViewportSize(size);
    await run('06-logistic-regression.tl.ts');
    await shown(name('1-graph'));
    await panel().clickNode('p');
    await shown(name('2-inspector'));
    await (await panel().find('field')).first().locator('canvas').waitFor();
    await (await panel().find('pane-gradient')).first().locator('.number-scroller').focus();
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Enter');
    await expect.poll(() => panel().text('explanation-title')).toMatch(/^∂p\[/);
    await shown(name('2-explained'));
    await panel().click('explanation-close');
    await panel().press('Escape', '0');
    await panel().clickNode('w');
    await (await panel().find('picture-kind')).first().selectOption('landscape');
    await (await panel().find('field')).first().locator('canvas').waitFor();
    await shown(name('3-landscape'));
    await panel().press('Escape', '0');
    for (const view of ['knobs', 'costs', 'health']) {
      await panel().menu(view);
      await shown(name(`4-${view}`));
      await panel().click(`${view}-close`);
    }
    for (const view of ['knobs', 'costs', 'health']) await panel().menu(view);
    await panel().clickNode('p');
    await shown(name('5-knobs-costs-health'));
    for (const view of ['knobs', 'costs', 'health']) await panel().click(`${view}-close`);
    await panel().press('Escape', '0');
    await panel().clickNode('p');
    await panel().click('replay');
    await panel().click('player-next');
    await shown(name('6-replay'));
    await panel().click('player-close');
    expect(await (await panel().find('graph')).count()).toBe(1);
  });

  test(`pictures at ${size.width} × ${size.height}`, async () => {
    await run('08-convolution.tl.ts');
    await shown(name('7-modules'));
    await panel().press('Control+f');
    await shown(name('8-search'));
    await panel().press('Escape');
    await panel().press('Escape');
    await panel().search('convolution');
    await vscode().page.keyboard.press('Enter');
    await expect.poll(() => panel().text('inspector-title')).toContain('conv');
    await vscode().page.keyboard.press('Escape');
    await (await panel().find('pane-value')).locator('.number-scroller .cell.number').first().waitFor();
    await (await panel().find('pane-value')).first().locator('.number-scroller').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await vscode().page.keyboard.press(key);
    await expect.poll(() => panel().text('explanation-title')).toMatch(/\[0, 0, \d, \d\]/);
    await shown(name('9-window-and-filter'));
    await panel().press('Escape', '0');
    await panel().clickNode('loss');
    await shown(name('9-loss'));
    await panel().press('Escape', '0');
  });

  test(`what tensors are pictures of at ${size.width} × ${size.height}`, async () => {
    await run('08-convolution.tl.ts');
    await panel().clickNode('x');
    await shownAs('images');
    await shown(name('10-images'));
    await panel().press('Escape', '0');
    await run('10-char-transformer.tl.ts');
    await panel().search('softmax');
    await vscode().page.keyboard.press('Enter');
    await vscode().page.keyboard.press('Escape');
    await shownAs('heads');
    await shown(name('11-attention'));
    await panel().search('token.weight');
    await vscode().page.keyboard.press('Enter');
    await vscode().page.keyboard.press('Escape');
    await shownAs('points');
    await shown(name('12-embedding'));
    await panel().press('Escape', '0');
  });

  test(`two runs at ${size.width} × ${size.height}`, async () => {
    const code = vscode();
    const file = '06-logistic-regression.tl.ts';
    await run(file);
    const { loss } = await panel().state();
    await command('Keep This Run to Compare With', 'asks');
    const input = code.page.locator('.quick-input-widget input').first();
    await input.fill(`slow ${size.width}`);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await code.focusEditor();
    await code.replaceInFile(file, 'parameter -= parameter.grad!', 'parameter -= 0.5 * parameter.grad!');
    await panel().until('the run of the changed text', (state) => state.status === 'done' && !state.stale && state.loss !== loss);
    // The page has no script that follows a change of theme, so it is opened anew in each.
    for (const theme of ['light', 'contrastLight', 'contrast', 'dark'] as const) {
      await code.setTheme(theme);
      await command('Compare Runs…', 'asks');
      await code.choose(`slow ${size.width}`);
      await code.page.locator('.tab.active', { hasText: `slow ${size.width} ↔ ${file}` }).waitFor();
      await expect.poll(() => code.textOfPages()).toContain('06-logistic-regression.tl.ts:11:11');
      await code.screenshot(`size-${language ? `${language}-` : ''}${name('13-two-runs')}-${theme}`);
      await code.page.keyboard.press('Control+F4');
      await code.focusEditor();
    }
    await code.undoAll();
  });
}
