import { describe, expect, it } from 'vitest';
import { linesOf, thinned } from '../../src/present/losses.js';
import { LossLines, speaksOfLoss } from '../../src/trace/recording/lossLines.js';
import { traceOf } from './traceOf.js';

const NET = `
torch.manual_seed(0);
const x = torch.randn(8, 2), y = torch.randn(8, 1);
const net = new torch.nn.Linear(2, 1);
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
const error = (p: torch.Tensor) => p.sub(y).pow(2).mean();
`;

describe('losses by name', () => {
  it('of two players are two lines, each with its own passes', async () => {
    const { losses, loss_lines: lines } = await traceOf(`${NET}
for (let i = 0; i < 4; i++) {
  const loss_d = error(net(x)).add(1);
  loss_d.backward();
  const loss_g = error(net(x)).mul(-1);
  loss_g.backward();
}`);
    expect(lines).toEqual([
      { name: 'loss_d', passes: [0, 2, 4, 6], losses: losses.filter((_, i) => i % 2 === 0) },
      { name: 'loss_g', passes: [1, 3, 5, 7], losses: losses.filter((_, i) => i % 2 === 1) },
    ]);
  });

  it.each(['torch.no_grad(() => { const val = error(net(x)); });', 'const val = torch.no_grad(() => error(net(x)).item());'])(
    'of training and validation stand side by side: %s',
    async (validate) => {
      const { loss_lines: lines = [], losses } = await traceOf(`${NET}
for (let epoch = 0; epoch < 5; epoch++) {
  const train = error(net(x));
  optimizer.zero_grad();
  train.backward();
  optimizer.step();
  const shown_loss = train.item();
  ${validate}
}`);
      expect(lines.map(({ name, passes }) => [name, passes])).toEqual([
        ['train', [0, 1, 2, 3, 4]],
        ['val', [0, 1, 2, 3, 4]],
      ]);
      const [train, val] = lines.map((line) => line.losses as number[]);
      expect(train).toEqual(losses.slice(0, 5));
      // The validation loss of a step is the training loss at the start of the next step.
      for (let i = 0; i < 4; i++) expect(val![i]).toBeCloseTo(train![i + 1]!, 6);
    },
  );

  it('that add up to the one that is walked back are there with it', async () => {
    const { loss_lines: lines = [] } = await traceOf(`${NET}
for (let i = 0; i < 3; i++) {
  const fit_loss = error(net(x));
  const size_loss = net.weight.pow(2).sum();
  const loss = fit_loss.add(size_loss);
  loss.backward();
}`);
    expect(lines.map(({ name }) => name)).toEqual(['loss', 'fit_loss', 'size_loss']);
    const [loss, fit, size] = lines.map((line) => line.losses as number[]);
    loss!.forEach((sum, i) => expect(fit![i]! + size![i]!).toBeCloseTo(sum, 5));
  });

  it('are of their own pass where they are read before it is walked back', async () => {
    const { loss_lines: lines = [], losses } = await traceOf(`${NET}
for (let i = 0; i < 3; i++) {
  const fit = error(net(x));
  const whole = fit.add(net.weight.pow(2).sum());
  const fit_loss = fit.item();
  const shown_loss = whole.item();
  optimizer.zero_grad();
  whole.backward();
  optimizer.step();
}`);
    expect(lines.map(({ name, passes }) => [name, passes])).toEqual([
      ['whole', [0, 1, 2]],
      ['fit_loss', [0, 1, 2]],
    ]);
    lines[1]!.losses.forEach((fit, i) => expect(fit!).toBeLessThan(losses[i]!));
  });

  it('are none where there is one loss, whatever else has a name', async () => {
    const { loss_lines: lines } = await traceOf(`${NET}
for (let i = 0; i < 3; i++) {
  const loss = error(net(x));
  const accuracy = net(x).gt(0).to(torch.float32).mean();
  const lossValue = loss.item();
  loss.backward();
}`);
    expect(lines).toBeUndefined();
  });

  it('have words that say so', () => {
    for (const name of ['loss', 'loss_d', 'lossG', 'errD_real', 'val', 'train_mse', 'testLoss', 'KL'])
      expect(speaksOfLoss(name)).toBe(true);
    for (const name of ['x', 'gloss', 'accuracy', 'values', 'total', 'latest']) expect(speaksOfLoss(name)).toBe(false);
  });

  it('of a run without end are so many and no more, the last of a pass counts, and a curve has room for them', () => {
    const lines = new LossLines(10);
    for (let pass = 0; pass < 1000; pass++)
      for (const name of ['a', 'b']) {
        lines.add(name, pass, -1);
        lines.add(name, pass, pass);
      }
    const { loss_lines: [a, b] = [] } = lines.written();
    expect(a!.passes.length).toBeLessThanOrEqual(10);
    expect(a!.passes).toEqual(a!.losses);
    expect(b).toEqual({ ...a, name: 'b' });
    const curve = thinned({ losses: [], loss_lines: [a!, b!] }, 3);
    expect(linesOf(curve).every(({ passes, losses }) => passes.length <= 3 && losses.length === passes.length)).toBe(true);
  });
});
