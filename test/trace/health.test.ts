import { describe, expect, it } from 'vitest';
import type { ParameterHealth } from '../../src/protocol/trace.js';
import { runModel } from './checks/runModel.js';

async function healthOf(model: string): Promise<ParameterHealth[]> {
  const { run, error } = await runModel(model);
  expect(error).toBeNull();
  return run.health ?? [];
}

const close = (values: readonly (number | null)[], wanted: readonly (number | null)[]) => {
  expect(values.map((value) => value && Number(value.toFixed(4)))).toEqual(wanted);
};

describe('the health of a parameter', () => {
  it('is measured before and after clipping, and by what the step changes', async () => {
    const [w] = await healthOf(`
const w = torch.tensor([3, 4], { dtype: torch.float32, requires_grad: true });
const opt = new optim.SGD([w], { lr: 0.5 });
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  (w * 10).sum().backward();
  nn.utils.clip_grad_norm_([w], 1);
  opt.step();
}`);
    expect([w!.name, w!.shape, w!.passes, w!.source?.line]).toEqual(['w', [2], [0, 1], 5]);
    close(w!.grad, [14.1421, 14.1421]);
    close(w!.used, [1, 1]);
    close(w!.update, [0.5, 0.5]);
    close(w!.weight, [5, Number(Math.hypot(3 - 0.5 * Math.SQRT1_2, 4 - 0.5 * Math.SQRT1_2).toFixed(4))]);
  });

  it('is known where steps are made by hand, and where a parameter is made anew', async () => {
    const byHand = 'torch.no_grad(() => { w.sub_(w.grad.mul(0.1)); w.grad.zero_(); });';
    for (const step of [byHand, 'w = w.detach().sub(w.grad.mul(0.1)).requires_grad_();']) {
      const found = await healthOf(`
let w = torch.ones(4, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.sum().backward();
  ${step}
}`);
      const passes = found.flatMap((one) => one.passes).sort();
      expect(passes).toEqual([0, 1, 2]);
      close(found[0]!.grad.slice(0, 1), [2]);
      close(found[0]!.update.slice(0, 1), [step === byHand ? 0.2 : null]);
    }
  });

  it('of a long training is thinned, for each parameter by itself', async () => {
    const found = await healthOf(`
const [a, b] = [torch.ones(1, { requires_grad: true }), torch.ones(1, { requires_grad: true })];
for (let i = 0; i < 600; i++) (i % 2 === 0 ? a : b).sum().backward();`);
    expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
    for (const { passes, grad, used, weight, update } of found) {
      expect(passes.length).toBeGreaterThan(64);
      expect(passes.length).toBeLessThanOrEqual(128);
      expect([grad.length, used.length, weight.length, update.length]).toEqual(Array(4).fill(passes.length));
    }
    expect(found[1]!.passes.slice(0, 3)).toEqual([1, 9, 17]);
  });

  it('says nothing that JSON has no word for', async () => {
    const [w] = await healthOf('const w = torch.zeros(2, { requires_grad: true });\nw.sqrt().sum().backward();');
    expect(w!.grad).toEqual([null]);
  });
});

it('units of rectifiers that give nothing but 0 are counted: features of products, channels of convolutions', async () => {
  const { run } = await runModel(`
const bias = torch.tensor([-9, 9, -9], { dtype: torch.float32 });
torch.relu(torch.rand(4, 3) + bias);
torch.relu(torch.rand(4, 3, 2, 2) + bias.view(3, 1, 1));
torch.relu(F.conv1d(torch.rand(4, 3, 5), torch.ones(3, 3, 1), bias.mul(10)));
torch.relu(F.linear(torch.rand(4, 5, 3), torch.ones(3, 3), bias.mul(10)));
torch.relu(torch.rand(3));
torch.sigmoid(torch.rand(4, 3));`);
  const found = run.passes[0]!.nodes.filter(({ kind, op }) => kind === 'op' && /relu|sigmoid/.test(op)).map(({ silent }) => silent);
  const three = { silent: 2, units: 3 };
  expect(found).toEqual([
    { ...three, samples: 4 },
    { ...three, samples: 16 },
    { ...three, samples: 20 },
    { ...three, samples: 20 },
    undefined,
    undefined,
  ]);
});
