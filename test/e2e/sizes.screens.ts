import { expect, test } from 'vitest';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** What a small and a large window show, with everything open that takes room. Not part of `npm test`: a person looks at it. */
const SIZES = [
  { width: 1000, height: 700 },
  { width: 2560, height: 1440 },
];

const vscode = journey({ size: SIZES[0] });
const panel = () => new GraphPanel(vscode());

for (const size of SIZES) {
  const name = (what: string) => `size-${size.width}-${what}`;

  test(`a training at ${size.width} × ${size.height}`, async () => {
    const code = vscode();
    await code.page.setViewportSize(size);
    await code.openFile('06-logistic-regression.tl.ts', 1);
    await code.command('Tensor Lens: Run Backward');
    await panel().until('the graph', ({ status, nodes }) => status === 'done' && nodes.length > 0);
    await code.screenshotsInThemes(name('1-graph'));
    await panel().clickNode('p');
    await code.screenshotsInThemes(name('2-inspector'));
    await (await panel().find('pane-gradient')).first().locator('.number-scroller').focus();
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Enter');
    await expect.poll(() => panel().text('explanation-title')).toMatch(/^∂p\[/);
    await code.screenshotsInThemes(name('2-explained'));
    await panel().click('explanation-close');
    for (const view of ['knobs', 'costs', 'health']) await panel().menu(view);
    await code.screenshotsInThemes(name('2-knobs-costs-health'));
    for (const view of ['knobs', 'costs', 'health']) await panel().click(`${view}-close`);
    await panel().clickNode('p');
    await panel().click('replay');
    await panel().click('player-next');
    await code.screenshotsInThemes(name('3-replay'));
    await panel().click('player-close');
    expect(await (await panel().find('graph')).count()).toBe(1);
  });

  test(`a large model at ${size.width} × ${size.height}`, async () => {
    const code = vscode();
    await code.openFile('08-convolution.tl.ts', 1);
    await code.command('Tensor Lens: Run Backward');
    await panel().until('the graph', ({ status, file, nodes }) => status === 'done' && /08/.test(file) && nodes.length > 0);
    await code.screenshotsInThemes(name('4-modules'));
    await panel().press('Control+f');
    await code.screenshotsInThemes(name('5-search'));
    await panel().press('Escape');
    expect(await (await panel().find('graph')).count()).toBe(1);
  });
}
