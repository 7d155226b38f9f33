import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collects, sweeps } from './resident.js';
import { giveBack } from '../../../../src/engine/backends/allocation.js';
import { dataOf } from '../../../../src/engine/backends/cpu/buffer.js';
import { cpu } from '../../../../src/engine/backends/cpu/index.js';
import { addressOf } from '../../../../src/engine/backends/cpu/wasm/slices.js';
import * as torch from '../../../../src/engine/index.js';
import { setMemoryLimit } from '../../../../src/engine/memory.js';

/** Some dozen unused arrays of this length cause a sweep, see resident.ts. */
const LENGTH = 2 ** 16;
const address = (x: torch.Tensor): number => addressOf(dataOf(x.storage));

/** Makes unused arrays until two more sweeps have run. */
function untilSwept(): void {
  const kind = collects.lately ? 'lately' : 'ofAll';
  const before = sweeps[kind];
  for (let i = 0; sweeps[kind] < before + 2 && i < 500; i++) torch.full([LENGTH], i + 0.5);
  expect(sweeps[kind]).toBeGreaterThan(before + 1);
}

afterEach(() => {
  setMemoryLimit(null);
  collects.lately = true;
});

it('the memory of gradients that are used up is taken again at once', () => {
  const allocate = vi.spyOn(cpu, 'allocate');
  const x = torch.randn(64, 64).requires_grad_();
  let y: torch.Tensor = x;
  for (let i = 0; i < 8; i++) y = y.mul(1.5);
  const loss = y.sum();
  allocate.mockClear();
  loss.backward();
  const places = allocate.mock.results.map(({ value }) => addressOf(value as never)).filter((at) => at >= 0);
  allocate.mockRestore();
  expect(places.length).toBeGreaterThanOrEqual(8);
  expect(new Set(places).size).toBeLessThanOrEqual(2);
  expect(
    x
      .grad!.eq(1.5 ** 8)
      .all()
      .item(),
  ).toBe(true);
});

it('changes in place take the memory of their results again at once', () => {
  const x = torch.zeros(64, 64);
  const sum = x.add(1);
  const allocate = vi.spyOn(cpu, 'allocate');
  for (let i = 0; i < 8; i++) x.add_(1).mul_(1).relu_();
  const places = allocate.mock.results.map(({ value }) => addressOf(value as never));
  allocate.mockRestore();
  expect(places).toHaveLength(24);
  expect(new Set(places).size).toBe(1);
  expect([x.eq(8).all().item(), sum.eq(1).all().item()]).toEqual([true, true]);
});

it('memory that is shown as another dtype too is not given back', () => {
  const x = torch.full([4000], 1.5);
  const bits = x.view(torch.int32);
  giveBack(x.storage);
  torch.full([4000], 2.5);
  expect(bits.eq(bits.select(0, 0)).all().item()).toBe(true);
  expect(x.eq(1.5).all().item()).toBe(true);
});

describe.each([true, false])('arrays in the memory of WebAssembly, what was made lately collected: %s', (lately) => {
  beforeEach(() => void (collects.lately = lately));

  it('are those of float32 that kernels are for', () => {
    expect(address(torch.zeros(64, 64))).toBeGreaterThan(0);
    expect(address(torch.randn(64, 64).add(1))).toBeGreaterThan(0);
    expect(address(torch.zeros(64, 64, { dtype: torch.float64 }))).toBe(-1);
    expect(address(torch.zeros(4, 4))).toBe(-1);
  });

  it('take the place of those that are gone, within a turn, and keep their numbers until then', () => {
    const kept = Array.from({ length: 20 }, (_, i) => torch.full([3000], i + 0.5));
    const view = torch.full([20, 1000], 5.5).add(torch.arange(20).view(20, 1)).select(0, 3);
    const bits = torch.full([4000], 1.5).view(torch.int32);
    const element = torch.full([5000], 7.5).requires_grad_(true);
    const product = element.mul(element);
    untilSwept();
    kept.forEach((x, i) =>
      expect(
        x
          .eq(i + 0.5)
          .all()
          .item(),
      ).toBe(true),
    );
    expect(new Set(view.tolist() as number[])).toEqual(new Set([8.5]));
    expect(bits.eq(0x3fc00000).all().item(), 'an array of another dtype keeps the slice alive').toBe(true);
    product.sum().backward();
    expect(element.grad!.eq(15).all().item()).toBe(true);
  });

  it('are zeros where zeros are asked for', () => {
    torch.full([LENGTH], NaN);
    untilSwept();
    for (let i = 0; i < 8; i++) expect(torch.zeros(LENGTH).count_nonzero().item()).toBe(0);
  });

  it('count as memory of tensors, without those that are gone', () => {
    const bytes = 4 * LENGTH;
    setMemoryLimit({ limitBytes: 40 * bytes, liveBytes: () => 0 });
    for (let i = 0; i < 100; i++) torch.full([LENGTH], i + 0.5);
    const kept: torch.Tensor[] = [];
    expect(() => {
      for (let i = 0; i < 100; i++) kept.push(torch.full([LENGTH], i + 0.5));
    }).toThrow(/the limit for tensors is 10.0 MiB/);
    setMemoryLimit(null);
    expect(kept.length).toBeGreaterThan(20);
    kept.forEach((x, i) =>
      expect(
        x
          .eq(i + 0.5)
          .all()
          .item(),
      ).toBe(true),
    );
  });
});

it('whatever is still reached, and however, has its numbers', () => {
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  /**
   * Ways that keep the elements of a number alive: the tensor, its parts, what the backward pass keeps, other dtypes of
   * it.
   */
  const ways: ((x: torch.Tensor) => torch.Tensor)[] = [
    (x) => x,
    (x) => x.view(-1, 8).select(1, 5),
    (x) => x.detach().narrow(0, 7, 100),
    (x) => x.view(torch.int32).view(torch.float32),
    (x) => x.requires_grad_(true).mul(1),
    (x) => x.view(8, -1).t(),
  ];
  const kept = new Map<number, { value: number; tensor: torch.Tensor }>();
  const before = { ...sweeps };
  for (let i = 0; i < 4000; i++) {
    const value = 0.5 + random(1000);
    const made = torch.full([8 * (256 + random(2000))], value);
    if (random(3) > 0) kept.set(random(60), { value, tensor: ways[random(ways.length)]!(made) });
    const seen = kept.get(random(60));
    if (seen && !seen.tensor.eq(seen.value).all().item()) expect.fail(`an array of ${seen.value} holds ${String(seen.tensor)}`);
  }
  for (const { value, tensor } of kept.values()) expect(tensor.eq(value).all().item()).toBe(true);
  expect(sweeps.lately - before.lately).toBeGreaterThan(20);
});

it('a training that makes garbage for longer than there is memory has the numbers of one without', () => {
  const train = (steps: number, garbage: boolean): unknown => {
    torch.manual_seed(3);
    const net = new torch.nn.Sequential(new torch.nn.Linear(60, 120), new torch.nn.Tanh(), new torch.nn.Linear(120, 40));
    const adam = new torch.optim.Adam(net.parameters(), { lr: 0.01 });
    const [x, y] = [torch.randn(64, 60), torch.randn(64, 40)];
    let loss = 0;
    for (let i = 0; i < steps; i++) {
      adam.zero_grad();
      const error = torch.nn.functional.mse_loss(net(x), y);
      error.backward();
      if (garbage) for (let k = 0; k < 20; k++) torch.full([LENGTH], NaN);
      adam.step();
      loss = error.item();
    }
    return loss;
  };
  expect(train(12, true)).toBe(train(12, false));
});
