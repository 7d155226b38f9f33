import { describe, expect, it } from 'vitest';
import { runModel } from './runModel.js';

/** The diagnostics of a model, as codes with the marked texts. */
async function watch(text: string): Promise<{ code: string; at: string | null; message: string }[]> {
  const { told } = await runModel({ 'm.tl.ts': `import * as torch from 'tensor-lens';${text}` });
  return told.map(({ code, at, message }) => ({ code, at, message }));
}

const TRAINING = (before: string, after: string) => `
torch.manual_seed(0);
const net = new torch.nn.Linear(2, 1);
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 4; i++) {
  const loss = net(torch.ones(3, 2)).pow(2).mean();
  ${before}
  loss.backward();
  optimizer.step();
  ${after}
}
`;

describe('gradients that pile up', () => {
  it('are reported once, at backward()', async () => {
    const [found, ...more] = await watch(TRAINING('', ''));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'accumulated-gradient', at: 'loss.backward()' });
    expect(found!.message).toMatch(/'(weight|bias)' still had its gradient of the pass before/);
  });

  it('are reported for a descent by hand', async () => {
    const found = await watch(`
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.pow(2).sum().backward();
  torch.no_grad(() => w.sub_(w.grad.mul(0.1)));
}
`);
    expect(found.map(({ code, at }) => [code, at])).toEqual([['accumulated-gradient', 'w.pow(2).sum().backward()']]);
  });

  it.each([
    ['zero_grad before', TRAINING('optimizer.zero_grad();', '')],
    ['zero_grad after', TRAINING('', 'optimizer.zero_grad();')],
    ['grad set to null', TRAINING('', 'for (const p of net.parameters()) p.grad = null;')],
    ['several batches to a step', TRAINING('net(torch.ones(1, 2)).sum().backward();', 'optimizer.zero_grad();')],
    ['no step between', '\nconst w = torch.ones(2, { requires_grad: true });\nfor (let i = 0; i < 3; i++) w.sum().backward();\n'],
  ])('are not found with %s', async (_, text) => {
    expect(await watch(text)).toEqual([]);
  });
});

describe('a change in place of what backward needs', () => {
  it('is blamed on the expression that made it', async () => {
    const [found] = await watch(`
const x = torch.ones(2, { requires_grad: true });
const y = x.exp();
y.add_(1);
y.sum().backward();
`);
    expect(found).toMatchObject({ code: 'inplace-change', at: 'y.add_(1)' });
    expect(found!.message).toMatch(
      /^RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation/,
    );
    expect(found!.message).toContain("Backward needs y as it was before: use an operation that makes a new tensor (without the '_').");
  });

  it('is blamed on what changed a leaf, too', async () => {
    const [found] = await watch(`
const w = torch.ones(2, { requires_grad: true });
const y = w.mul(w);
torch.no_grad(() => w.add_(1));
y.sum().backward();
`);
    expect(found).toMatchObject({ code: 'inplace-change', at: 'w.add_(1)' });
  });
});
