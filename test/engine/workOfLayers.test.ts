/**
 * Counts what a step of training needs where the arithmetic takes the time: the kernels, the loops of JavaScript beside those in
 * WebAssembly, and the memory of results. A change that needs more than these numbers must have a reason. A change that needs less
 * should lower the numbers here.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cpu } from '../../src/engine/backends/cpu/index.js';
import * as codegen from '../../src/engine/backends/cpu/codegen.js';
import { useWinograd } from '../../src/engine/backends/cpu/wasm/convolution/smallWindows.js';
import * as winograd from '../../src/engine/backends/cpu/wasm/convolution/winograd.js';
import * as torch from '../../src/engine/index.js';

const { nn } = torch;
const { functional: F } = nn;

useWinograd(() => winograd);

afterEach(() => void vi.restoreAllMocks());

const spied = <T extends object>(of: T) => Object.keys(of).map((name) => vi.spyOn(of as Record<string, () => unknown>, name));

interface Work {
  /** Kernels, and steps that the backend did at once. */
  kernels: number;
  /** Loops of JavaScript, of any length. */
  loops: number;
  megabytes: number;
}

function workOf(step: () => unknown): Work {
  step();
  const kernels = spied(cpu.kernels);
  const fused = spied(cpu.fused!);
  const loops = (['mapLoop', 'foldLoop', 'sweepLoop'] as const).map((name) => vi.spyOn(codegen, name));
  const arrays = [vi.spyOn(cpu, 'allocate'), vi.spyOn(cpu, 'zeros')];
  step();
  const count = (spies: { mock: { calls: unknown[] } }[]) => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  const done = fused.flatMap((spy) => spy.mock.results).filter(({ value }) => value === (true as unknown));
  const bytes = arrays.flatMap(({ mock }) => mock.calls).reduce((sum, [dtype, length]) => sum + length * dtype.itemsize, 0);
  return { kernels: count(kernels) + done.length, loops: count(loops), megabytes: Math.ceil(bytes / 2 ** 20) };
}

interface Trained {
  net: torch.nn.Module;
  loss: () => torch.Tensor;
}

const layers: [name: string, most: Work, make: () => Trained][] = [
  [
    'a small CNN',
    { kernels: 26, loops: 25, megabytes: 7 },
    () => {
      const net = new nn.Sequential(
        new nn.Conv2d(1, 16, 3),
        new nn.ReLU(),
        new nn.MaxPool2d(2),
        new nn.Flatten(),
        new nn.Linear(16 * 13 * 13, 10),
      );
      const [x, y] = [torch.randn(32, 1, 28, 28), torch.randint(0, 10, [32])];
      return { net, loss: () => F.cross_entropy(net(x), y) };
    },
  ],
  [
    'a block of convolutions',
    { kernels: 46, loops: 22, megabytes: 21 },
    () => {
      const net = new nn.Sequential(
        new nn.Conv2d(16, 32, 3, { padding: 1 }),
        new nn.BatchNorm2d(32),
        new nn.ReLU(),
        new nn.Conv2d(32, 32, 3, { padding: 1 }),
      );
      const x = torch.randn(16, 16, 32, 32);
      return { net, loss: () => net(x).sum() };
    },
  ],
  [
    'a layer of a transformer',
    { kernels: 58, loops: 0, megabytes: 8 },
    () => {
      const net = new nn.TransformerEncoderLayer(64, 4, 256, { dropout: 0, batch_first: true });
      const x = torch.randn(8, 64, 64);
      return { net, loss: () => net(x).sum() };
    },
  ],
  [
    'an LSTM',
    { kernels: 221, loops: 0, megabytes: 9 },
    () => {
      const net = new nn.LSTM(32, 64, { batch_first: true });
      const x = torch.randn(32, 50, 32);
      return { net, loss: () => (net(x) as unknown as [torch.Tensor])[0].sum() };
    },
  ],
];

describe('a step of training', () => {
  it.each(layers)('%s', (_, most, make) => {
    const { net, loss } = make();
    const work = workOf(() => {
      net.zero_grad();
      loss().backward();
    });
    for (const key of ['kernels', 'loops', 'megabytes'] as const) expect(work[key], key).toBeLessThanOrEqual(most[key]);
  });

  it('has convolutions by tiles, forward and back', () => {
    const { net, loss } = layers[1]![2]();
    const steps = (['convolve', 'convolveBack', 'convolveWeight'] as const).map((name) => vi.spyOn(winograd, name));
    net.zero_grad();
    loss().backward();
    expect(steps.map(({ mock }) => mock.results.map(({ value }) => value))).toEqual([[true, true], [true], [true, true]]);
  });
});

describe('large reductions', () => {
  it.each<[string, (x: torch.Tensor) => unknown]>([
    ['sum', (x) => x.sum()],
    ['sums of rows', (x) => x.sum(1)],
    ['sums of columns', (x) => x.sum(0)],
    ['mean', (x) => x.mean()],
    ['softmax', (x) => x.softmax(1)],
    ['layer norm', (x) => F.layer_norm(x, [100])],
  ])('%s: runs no loop of JavaScript', (_, step) => {
    const x = torch.randn(100, 100);
    expect(workOf(() => step(x))).toMatchObject({ kernels: 1, loops: 0 });
  });
});
