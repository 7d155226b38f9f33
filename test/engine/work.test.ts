/**
 * Counts how much work is done. Small models are slow because of the work around the arithmetic. A change that needs
 * more than these numbers must have a reason. A change that needs less should lower the numbers here.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cpu } from '../../src/engine/backends/cpu/index.js';
import * as torch from '../../src/engine/index.js';
import { ops } from '../../src/engine/ops/index.js';

const { nn, optim } = torch;
const { functional: F } = nn;

afterEach(() => void vi.restoreAllMocks());

interface Work {
  operations: number;
  kernels: number;
  allocations: number;
}

/** Counts the calls of these functions while `body` runs. */
function calls(of: object, names: readonly string[]): () => number {
  const spies = names.map((name) => vi.spyOn(of as Record<string, () => unknown>, name));
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
}

function workOf(body: () => unknown): Work {
  body();
  const kernels = calls(cpu.kernels, Object.keys(cpu.kernels));
  const allocations = calls(cpu, ['allocate', 'zeros', 'upload']);
  const operations = ops.map((op) => calls(op, [op.forward ? 'forward' : 'compose']));
  body();
  const work = { operations: operations.reduce((sum, count) => sum + count(), 0), kernels: kernels(), allocations: allocations() };
  vi.restoreAllMocks();
  return work;
}

const network = () => {
  torch.manual_seed(0);
  const net = new nn.Sequential(new nn.Linear(2, 16), new nn.ReLU(), new nn.Linear(16, 16), new nn.ReLU(), new nn.Linear(16, 1));
  return { net, x: torch.randn(32, 2), y: torch.randn(32, 1) };
};

describe('what is done', () => {
  it('for a sum that is recorded', () => {
    const [a, b] = [torch.randn(4, 4, { requires_grad: true }), torch.randn(4, 4, { requires_grad: true })];
    expect(workOf(() => a.add(b))).toEqual({ operations: 1, kernels: 1, allocations: 1 });
  });

  it('for a step of training a small network', () => {
    const { net, x, y } = network();
    const sgd = new optim.SGD(net.parameters(), { lr: 0.01 });
    const { operations, kernels, allocations } = workOf(() => {
      sgd.zero_grad();
      F.mse_loss(net(x), y).backward();
      sgd.step();
    });
    expect(operations).toBeLessThanOrEqual(18);
    expect(kernels).toBeLessThanOrEqual(28);
    expect(allocations).toBeLessThanOrEqual(27);
  });
});

describe('gradients that nobody watches', () => {
  it('have the numbers of the operations that they are found without', () => {
    const { net, x, y } = network();
    F.mse_loss(net(x), y).backward();
    const watched = torch.autograd.grad(F.mse_loss(net(x), y), net.parameters(), { create_graph: true });
    net.parameters().forEach((p, i) => expect(p.grad!.equal(watched[i]!), String(i)).toBe(true));
  });

  it('are summed over what was stretched', () => {
    const [a, b] = [torch.randn(3, 1, 5, { requires_grad: true }), torch.randn(4, 1, { requires_grad: true })];
    const loss = () => a.mul(b).square().sum();
    loss().backward();
    const watched = torch.autograd.grad(loss(), [a, b], { create_graph: true });
    [a, b].forEach((p, i) => expect(p.grad!.equal(watched[i]!)).toBe(true));
  });
});
