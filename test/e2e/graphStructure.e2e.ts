import { expect, test } from 'vitest';
import type { PanelSnapshot } from '../../webview/snapshot.js';
import { journey } from './journey.js';
import { GraphPanel, nodeOf } from './panel.js';

/** Tests a network with modules and repeats: moving around in it, and the content of each node. */
const FILE = 'net.tl.ts';
const MODEL = `import * as torch from 'tensor-lens';
const { nn, optim } = torch;
torch.manual_seed(0);

class Net extends nn.Module {
  blocks = new nn.ModuleList([0, 1, 2, 3].map(() => new nn.TransformerEncoderLayer(16, 2, 32, { dropout: 0, batch_first: true })));
  head = new nn.Linear(16, 3);

  forward(x: torch.Tensor): torch.Tensor {
    let h = x;
    for (const block of this.blocks) h = block(h);
    return this.head(h.mean(1));
  }
}

const net = new Net();
const inputs = torch.randn(4, 6, 16);
const labels = torch.randint(3, [4]);
const optimizer = new optim.SGD(net.parameters(), { lr: 0.1 });
for (let step = 0; step < 6; step++) {
  const loss = nn.functional.cross_entropy(net(inputs), labels);
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
}
`;

const vscode = journey({ folder: null, files: { [FILE]: MODEL, 'notes.md': 'Something else.' }, size: { width: 1600, height: 1000 } });
const panel = () => new GraphPanel(vscode());

test('begins at the depth that fits, with the repeated blocks folded into one', async () => {
  const code = vscode();
  await code.openFile(FILE);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the graph', ({ status, passes, nodes }) => status === 'done' && passes === 6 && nodes.length > 0);
  const state = await panel().settled();
  expect(state.nodes.length).toBeLessThan(20);
  expect(nodeOf(state, '×4').group).toBe(true);
  for (const { label, position } of state.nodes) {
    expect(position.y, `the top of ${label}`).toBeGreaterThanOrEqual(0);
    expect(position.y + position.height, `the bottom of ${label}`).toBeLessThanOrEqual(1000);
  }
  await code.screenshotsInThemes('graph-1-folded');
});

test('a repeat, a block and its attention open in place, and close again', async () => {
  const code = vscode();
  const folded = await panel().settled();
  await panel().doubleClickNode('×4');
  await panel().until(
    'the four blocks',
    ({ nodes }) => nodes.filter(({ label }) => label.includes('TransformerEncoderLayer')).length === 4,
  );
  const blocks = await panel().settled();
  await code.screenshotsInThemes('graph-2-blocks');
  const block = blocks.nodes.find(({ label }) => label.includes('TransformerEncoderLayer'))!;
  await panel().doubleClickNode(block.label.split(' ')[0]!);
  const open = await panel().until('what is in a block', ({ nodes }) => nodes.length > blocks.nodes.length + 3);
  expect(open.openGroups.length).toBe(blocks.openGroups.length + 1);
  await code.screenshotsInThemes('graph-3-one-block');
  await panel().click('collapse-all');
  const again = await panel().until('everything folded', ({ openGroups }) => openGroups.length === 0);
  expect(again.nodes.length).toBeLessThanOrEqual(folded.nodes.length);
});

test('the keyboard goes from node to node, into modules and out of them', async () => {
  const code = vscode();
  const at = async () => {
    const { selected, nodes } = await panel().state();
    return nodes.find(({ id }) => id === selected)?.label ?? selected;
  };
  await panel().press('Escape', 'ArrowDown');
  await expect.poll(at).toContain('inputs');
  await panel().press('ArrowDown');
  await expect.poll(at).toContain('×4');
  await panel().press('Enter');
  await panel().until('the blocks', ({ openGroups }) => openGroups.length > 0);
  await panel().press('ArrowDown');
  await expect.poll(at).toContain('TransformerEncoderLayer');
  await panel().press('ArrowDown', 'ArrowDown', 'ArrowUp');
  await expect.poll(at).toContain('TransformerEncoderLayer');
  await code.screenshot('graph-4-keyboard');
  await panel().press('Backspace');
  await panel().until('the blocks folded', ({ openGroups }) => openGroups.length === 0);
  await expect.poll(at).toContain('×4');
  await panel().press('ArrowDown');
  await expect.poll(at).toContain('mean');
});

test('everything open: breadcrumbs, a minimap and a legend tell where one is', async () => {
  const code = vscode();
  await panel().click('expand-all');
  const all = await panel().until('all nodes', ({ nodes }) => nodes.length > 100);
  expect(all.nodes.filter(({ group }) => group)).toEqual([]);
  await panel().settled();
  await expect.poll(async () => (await panel().find('minimap')).isVisible()).toBe(true);
  await code.screenshotsInThemes('graph-5-all');
  await panel().search('softmax');
  await code.page.keyboard.press('Enter');
  await panel().until('the node that was found', ({ selected, nodes }) =>
    nodes.some(({ id, label }) => id === selected && label.includes('softmax')),
  );
  await panel().settled();
  await expect.poll(() => panel().text('breadcrumbs')).toContain('self_attn');
  await code.screenshotsInThemes('graph-6-found');
});

test('Ctrl+F searches the graph, and not the text of the model', async () => {
  const code = vscode();
  await panel().press('Control+f');
  await expect.poll(() => panel().isSearching()).toBe(true);
  expect(await code.page.locator('.find-widget.visible').count()).toBe(0);
  await panel().press('Escape');
});

test('search finds by operation, module, shape and source text, and dims the rest', async () => {
  const code = vscode();
  const foundIn = ({ nodes }: Pick<PanelSnapshot, 'nodes'>) => nodes.filter(({ marks }) => marks.includes('found'));
  const namesOf = (nodes: PanelSnapshot['nodes']) => nodes.map(({ id }) => id).join();
  let before = '';
  for (const [query, isRight] of [
    ['softmax', (label: string) => /softmax/.test(label)],
    ['[4, 6, 32]', () => true],
    ['norm1', () => true],
    ['const loss =', (label: string) => /nll_loss|log_softmax|labels/.test(label)],
  ] as const) {
    await panel().search(query);
    const { nodes } = await panel().until(`matches of ${query}`, (state) => {
      const matches = foundIn(state);
      return matches.length > 0 && matches.every(({ label, group }) => group || isRight(label)) && namesOf(matches) !== before;
    });
    before = namesOf(foundIn({ nodes }));
    expect(foundIn({ nodes }).length, query).toBeLessThan(nodes.length / 2);
  }
  // Escape ends a search: first it clears the text, then it closes the list.
  await code.page.keyboard.press('Escape');
  await panel().until('nothing found any more', ({ nodes }) => nodes.every(({ marks }) => !marks.includes('found')));
  await expect.poll(async () => (await panel().find('search-list')).isVisible()).toBe(false);
});

test('colours follow a measure, with a legend', async () => {
  const code = vscode();
  await panel().click('collapse-all');
  const plain = await panel().settled();
  const measure = await panel().find('measure');
  await measure.click();
  await measure
    .locator('vscode-option', { hasText: /gradient/i })
    .first()
    .click();
  const coloured = await panel().until('other colours', ({ nodes }) => nodes.some(({ fill }, i) => fill !== plain.nodes[i]?.fill));
  expect(new Set(coloured.nodes.map(({ fill }) => fill)).size).toBeGreaterThan(2);
  await expect.poll(async () => (await panel().text('legend')).toLowerCase()).toContain('gradient');
  await code.screenshotsInThemes('graph-7-gradient-colours');
});

test('the inspector tells everything of a node', async () => {
  const code = vscode();
  await panel().search('softmax');
  await code.page.keyboard.press('Enter');
  await panel().until('the softmax', ({ selected, nodes }) => nodes.some(({ id, label }) => id === selected && label.includes('softmax')));
  await code.page.keyboard.press('Escape');
  await expect.poll(() => panel().text('inspector-title')).toContain('softmax');
  await expect.poll(() => panel().text('formula')).toMatch(/Σ/);
  const inspector = (await panel().find('inspector')).first();
  for (const pane of ['pane-value', 'pane-gradient']) {
    await (await panel().find(pane)).locator('canvas').first().waitFor();
    await expect.poll(() => panel().text(pane)).toMatch(/mean/);
  }
  await code.screenshotsInThemes('graph-8-inspector');
  await inspector.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await code.screenshot('graph-9-inspector-end');
  const numbers = (await panel().find('pane-value')).locator('.number-scroller');
  await numbers.locator('.cell.number').first().waitFor();
  await numbers.focus();
  for (const key of ['ArrowDown', 'Enter']) await code.page.keyboard.press(key);
  await expect.poll(() => panel().text('explanation-title')).toMatch(/0\] = .*: softmax of these 6 numbers$/);
  await code.screenshotsInThemes('graph-9-why');
  await (await panel().find('explanation')).locator('.term-link').nth(1).click();
  await expect.poll(() => panel().text('explanation-title')).toMatch(/, 1\] = .*terms$/);
  await panel().click('explanation-back');
  await expect.poll(() => panel().text('explanation-title')).toMatch(/softmax of these/);
  await panel().click('cone-up');
  const cone = await panel().until('what it depends on', ({ nodes }) => nodes.some(({ marks }) => marks.includes('dim')));
  expect(cone.nodes.some(({ marks }) => !marks.includes('dim'))).toBe(true);
  await code.screenshot('graph-10-cone');
  await panel().press('Escape', 'Escape');
  await panel().until('nothing dimmed', ({ nodes }) => nodes.every(({ marks }) => !marks.includes('dim')));
});

test('the tree twin says every node with shape, value and gradient, and follows the selection', async () => {
  const code = vscode();
  await panel().press('t');
  const rows = async () => (await panel().rows()).join('\n');
  await expect.poll(rows).toMatch(/^(> )?module .*×?4/m);
  await expect.poll(rows).toMatch(/loss.*shape.*value .*line \d+/);
  await code.page.keyboard.press('ArrowDown');
  const { selected } = await panel().until('a row chosen', (state) => state.selected !== null);
  await expect.poll(async () => (await panel().rows()).filter((row) => row.startsWith('> '))).toHaveLength(1);
  expect(selected).not.toBeNull();
  await code.screenshotsInThemes('graph-11-tree');
  await panel().menu('outline');
});

test('left to right, with shapes on the edges', async () => {
  const code = vscode();
  await panel().click('collapse-all');
  await panel().until('everything folded', ({ openGroups }) => openGroups.length === 0);
  const before = await panel().settled();
  await panel().click('direction');
  await panel().until('the other direction', ({ settings }) => settings.direction === 'LR');
  const turned = await panel().settled();
  expect(nodeOf(turned, 'loss').position.x).toBeGreaterThan(nodeOf(turned, '×4').position.x + 100);
  expect(nodeOf(before, 'loss').position.y).toBeGreaterThan(nodeOf(before, '×4').position.y + 50);
  await panel().menu('shapes');
  await code.screenshotsInThemes('graph-12-left-to-right');
  await panel().menu('shapes');
  await panel().click('direction');
});

test('what was set up survives being hidden, and the window being reloaded', async () => {
  const code = vscode();
  await panel().click('direction');
  await panel().doubleClickNode('×4');
  const before = await panel().until('the blocks', ({ openGroups, settings }) => openGroups.length > 0 && settings.direction === 'LR');
  await code.openFile('notes.md', 2);
  await code.page.locator('.tab[aria-label^="Graph: net"]').click();
  const back = await panel().until('the panel again', ({ nodes, status }) => status === 'done' && nodes.length > 0);
  expect([back.openGroups, back.settings.direction]).toEqual([before.openGroups, 'LR']);
  await code.reloadWindow();
  await panel().until('the panel after the reload', ({ file }) => file === FILE || file === '');
  await code.focusEditor();
  await code.command('Tensor Lens: Run Backward');
  const after = await panel().until('the run after the reload', ({ status, nodes }) => status === 'done' && nodes.length > 0);
  expect([after.openGroups, after.settings.direction]).toEqual([before.openGroups, 'LR']);
  await code.screenshot('graph-13-reloaded');
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
