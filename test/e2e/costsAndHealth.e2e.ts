import { expect, test } from 'vitest';
import { problemsIn } from './axe.js';
import { journey } from './journey.js';
import { GraphPanel } from './panel.js';

/** Tests the table of memory and time, and the table that finds problems in the gradients of a training. */
const FILE = 'tired.tl.ts';
const MODEL = `import * as torch from 'tensor-lens';
const { nn, optim } = torch;
torch.manual_seed(0);

const net = new nn.Sequential(new nn.Linear(2, 16), new nn.ReLU(), new nn.Linear(16, 1));
nn.init.constant_(net[0].bias!, -5);
const x = torch.randn(32, 2);
const y = x.sum(1, true);
const optimizer = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let step = 0; step < 12; step++) {
  optimizer.zero_grad();
  const prediction = net(x);
  const loss = nn.functional.mse_loss(prediction, y.mul(100));
  loss.backward();
  nn.utils.clip_grad_norm_(net.parameters(), 0.5);
  optimizer.step();
}
`;

const vscode = journey({ folder: null, files: { [FILE]: MODEL } });
const panel = () => new GraphPanel(vscode());
const rows = async () => (await (await panel().find('costs')).locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s*\t\s*/));
const sorted = async (column: string) => {
  const head = (await panel().find('costs')).locator('th', { hasText: column });
  await head.locator('button').focus();
  await vscode().page.keyboard.press('Enter');
  return head.getAttribute('aria-sort');
};

test('the table says what each node and line keeps, sorts by any column, and leads to the node', async () => {
  const code = vscode();
  await code.openFile(FILE);
  await code.command('Tensor Lens: Run Backward');
  await panel().until('the graph', ({ status, passes, nodes }) => status === 'done' && passes === 12 && nodes.length > 0);
  await panel().menu('costs');
  await expect.poll(() => panel().text('costs-peak')).toMatch(/^When backward\(\) begins, [\d.]+ K?B are kept, most for /);
  const kept = (await rows()).map((row) => row[3]!).filter(Boolean);
  // The output of relu, 32 × 16 numbers of four bytes, is kept once for relu. The next layer keeps the same output.
  expect(kept[0]).toBe('2.1 KB');
  expect(await sorted('node')).toBe('ascending');
  const names = (await rows()).map((row) => row[1]!);
  expect(names.length).toBeGreaterThan(5);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
  await (await panel().find('costs')).locator('tbody tr', { hasText: 'prediction' }).locator('button').focus();
  await code.page.keyboard.press('Enter');
  const { selected, nodes } = await panel().until('the node of that row', (state) => state.selected !== null);
  expect(nodes.find(({ id }) => id === selected)!.label).toContain('prediction');
  await expect.poll(() => panel().text('inspector')).toContain('kept for backward');
  await code.screenshotsInThemes('costs-1-table');
  expect(await problemsIn(await code.panelFrame())).toEqual([]);
});

test('lines are summed, hovers tell the same, and the graph is coloured by it', async () => {
  const code = vscode();
  await panel().click('costs-by-line');
  await expect.poll(async () => (await rows()).some(([line, name]) => line === '12' && name!.includes(','))).toBe(true);
  await code.focusEditor();
  expect(await code.hoverWord(FILE, 'prediction', /kept for backward/)).toMatch(/all of line 12: \d+ nodes · .* kept/);
  await code.leaveHover();
  const plain = await panel().settled();
  const measure = await panel().find('measure');
  await measure.click();
  await measure.locator('vscode-option', { hasText: /kept/i }).first().click();
  await panel().until('colours of what is kept', ({ nodes }) => nodes.some(({ fill }, i) => fill !== plain.nodes[i]?.fill));
  await expect.poll(async () => (await panel().text('legend')).toLowerCase()).toContain('kept');
  await code.screenshotsInThemes('costs-2-colours');
  await panel().click('costs-close');
});

test('gradient health: what clipping changed, units that are dead, what people do about it, and the way to the line', async () => {
  const code = vscode();
  await panel().menu('health');
  await expect.poll(() => panel().text('health-findings')).toMatch(/16 of 16 units of relu give 0 .*line 12/s);
  const health = await panel().find('health');
  expect(await health.innerText()).toMatch(/Units that give 0 for all of this pass: \d+ of 16 of /);
  // The gradient norm before clipping and after it.
  await expect.poll(() => health.innerText()).toMatch(/\d → 0?\.?\d+/);
  expect(await health.locator('path.after').count()).toBeGreaterThan(0);
  expect(await problemsIn(await code.panelFrame())).toEqual([]);
  await code.screenshotsInThemes('health-1-dead');
  await (await panel().find('health-findings')).locator('button').first().focus();
  await code.page.keyboard.press('Enter');
  await expect.poll(() => code.page.locator('.statusbar-item', { hasText: /^Ln \d+/ }).innerText()).not.toContain('Ln 1,');
  const name = health.locator('tbody button').first();
  const wanted = await name.innerText();
  await name.focus();
  await code.page.keyboard.press('Enter');
  await panel().until('the parameter', ({ selected }) => selected?.includes('Parameter.weight') === true);
  expect(wanted).toBe('0.weight');
  await expect.poll(() => panel().text('inspector-title')).toMatch(/^(0\.)?weight$/);
});

test('in a small window with all tables open, the graph stays in sight wherever one scrolls', async () => {
  const code = vscode();
  const size = code.page.viewportSize()!;
  await code.page.setViewportSize({ width: 1000, height: 700 });
  for (const view of ['knobs', 'costs']) await panel().menu(view);
  const graph = await panel().find('graph');
  const work = graph.locator('xpath=..');
  /** The height of the part of the graph that is in sight. */
  const inSight = () =>
    graph.evaluate((stage) => {
      const [own, around] = [stage, stage.parentElement!].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
      return Math.min(own.bottom, around.bottom) - Math.max(own.top, around.top);
    });
  for (const part of [0, 0.5, 1]) {
    await work.evaluate((element, at) => (element.scrollTop = at * element.scrollHeight), part);
    await expect.poll(inSight).toBeGreaterThanOrEqual(119);
  }
  expect(await work.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  for (const view of ['knobs', 'costs', 'health']) await panel().click(`${view}-close`);
  await code.page.setViewportSize(size);
});

test('nothing complained', () => {
  expect(vscode().consoleProblems()).toEqual([]);
});
