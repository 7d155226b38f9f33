import { afterEach, describe, expect, it, vi } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import * as torch from '../../../src/engine/index.js';

afterEach(() => void vi.restoreAllMocks());

type Make = (params: torch.Tensor[]) => torch.optim.Optimizer;
const { SGD, Adam, AdamW, RMSprop } = torch.optim;

const optimizers: Record<string, Make> = {
  SGD: (p) => new SGD(p, { lr: 0.1 }),
  'SGD with decay, maximizing': (p) => new SGD(p, { lr: 0.1, weight_decay: 0.3, maximize: true }),
  'SGD with momentum': (p) => new SGD(p, { lr: 0.1, momentum: 0.9, dampening: 0.2, weight_decay: 0.1 }),
  'SGD by Nesterov': (p) => new SGD(p, { lr: 0.1, momentum: 0.8, nesterov: true }),
  Adam: (p) => new Adam(p, { lr: 0.01 }),
  'Adam with decay': (p) => new Adam(p, { lr: 0.01, weight_decay: 0.2, betas: [0.8, 0.95], eps: 1e-5 }),
  'Adam, maximizing': (p) => new Adam(p, { lr: 0.01, maximize: true }),
  AdamW: (p) => new AdamW(p, { lr: 0.01, weight_decay: 0.1 }),
  RMSprop: (p) => new RMSprop(p, { lr: 0.01, weight_decay: 0.1 }),
};

/** The parameter after some steps of training. */
function trained(make: Make, n: number, dtype: torch.dtype): number[] {
  torch.manual_seed(4);
  const param = torch.randn(n).to(dtype).requires_grad_();
  const optimizer = make([param]);
  for (let step = 0; step < 4; step++) {
    param.grad = torch.randn(n).to(dtype);
    optimizer.step();
  }
  return param.tolist() as number[];
}

const byOperations = (...args: Parameters<typeof trained>): number[] => {
  const sweep = vi.spyOn(cpu.fused as { sweep: () => boolean }, 'sweep').mockReturnValue(false);
  const result = trained(...args);
  expect(sweep).toHaveBeenCalled();
  vi.restoreAllMocks();
  return result;
};

describe.each(Object.entries(optimizers))('%s at once', (_, make) => {
  it('has the bits of the operations that it stands for', () => {
    for (const dtype of [torch.float32, torch.float64]) expect(trained(make, 37, dtype)).toEqual(byOperations(make, 37, dtype));
  });

  it('agrees with them where vectors do it', () => {
    const [got, want] = [trained(make, 20_003, torch.float32), byOperations(make, 20_003, torch.float32)];
    expect(Math.max(...got.map((v, i) => Math.abs(v - want[i]!)))).toBeLessThan(2e-6);
  });
});

it('counts as a change in place, and leaves what it does not know to operations', () => {
  const param = torch.ones(3, 4, { requires_grad: true });
  const before = param._version;
  param.grad = torch.ones(4, 3).t();
  new SGD([param], { lr: 0.5 }).step();
  expect(param.tolist()).toEqual(torch.full([3, 4], 0.5).tolist());
  expect(param._version).toBeGreaterThan(before);
});
