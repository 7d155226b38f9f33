import { describe, expect, it, vi } from 'vitest';
import { cpu } from '../../../../src/engine/backends/cpu/index.js';
import { useWinograd, winograd as chosenFor } from '../../../../src/engine/backends/cpu/wasm/convolution/smallWindows.js';
import * as staging from '../../../../src/engine/backends/cpu/wasm/staging.js';
import * as winograd from '../../../../src/engine/backends/cpu/wasm/convolution/winograd.js';
import * as torch from '../../../../src/engine/index.js';

const F = torch.nn.functional;

useWinograd(() => winograd);

interface Case {
  input: number[];
  weight: number[];
  stride?: number | number[];
  padding?: number | number[];
  dilation?: number | number[];
  groups?: number;
  bias?: boolean;
}

/** Windows, strides, dilations and groups of every kind. Each case is too large to be left to matrix products. */
const cases: Record<string, Case> = {
  'one dim': { input: [3, 4, 61], weight: [7, 4, 5], padding: 2 },
  'one dim, stride and dilation': { input: [2, 6, 90], weight: [8, 6, 4], stride: 3, padding: 4, dilation: 2, bias: true },
  'no padding': { input: [2, 3, 20, 21], weight: [16, 3, 3, 3], bias: true },
  padding: { input: [2, 5, 13, 11], weight: [13, 5, 3, 3], padding: 1 },
  'a window of another shape': { input: [2, 4, 15, 18], weight: [6, 4, 2, 5], padding: [1, 2], bias: true },
  'stride beyond the window': { input: [3, 8, 23, 22], weight: [12, 8, 2, 2], stride: [3, 4], padding: 1 },
  'stride that leaves elements over': { input: [2, 4, 18, 18], weight: [16, 4, 3, 3], stride: 2, bias: true },
  dilation: { input: [2, 4, 17, 19], weight: [9, 4, 3, 3], dilation: [2, 3], padding: [2, 0] },
  groups: { input: [2, 6, 16, 16], weight: [9, 2, 3, 3], padding: 1, groups: 3, bias: true },
  depthwise: { input: [2, 10, 20, 20], weight: [10, 1, 3, 3], padding: 1, stride: 2, groups: 10 },
  'one tap': { input: [2, 16, 9, 9], weight: [20, 16, 1, 1], bias: true },
  'one tap, stride 2': { input: [2, 16, 12, 12], weight: [20, 16, 1, 1], stride: 2 },
  'three dims': { input: [2, 3, 6, 7, 8], weight: [5, 3, 3, 2, 3], stride: [2, 1, 2], padding: [1, 0, 1], bias: true },
  'tiles, whole': { input: [5, 16, 32, 32], weight: [24, 16, 3, 3], padding: 1, bias: true },
  'tiles, of a few images at once': { input: [97, 17, 8, 8], weight: [18, 17, 3, 3], padding: 1 },
  'tiles, sizes that are odd': { input: [3, 32, 31, 29], weight: [33, 32, 3, 3], bias: true },
  'tiles, in blocks of rows, with much padding': { input: [1, 16, 61, 93], weight: [24, 16, 3, 3], padding: [2, 0], bias: true },
  'a window as wide as the input': { input: [4, 16, 5, 5], weight: [32, 16, 5, 5] },
};

const functions = { 3: F.conv1d, 4: F.conv2d, 5: F.conv3d } as Record<number, typeof F.conv2d>;
const transposes = { 3: F.conv_transpose1d, 4: F.conv_transpose2d, 5: F.conv_transpose3d } as Record<number, typeof F.conv_transpose2d>;

/** The output and the gradients, for a gradient that differs at each place. */
function faces(
  { input, weight, stride = 1, padding = 0, dilation = 1, groups = 1, bias = false }: Case,
  dtype: torch.dtype,
  turned: boolean,
) {
  torch.manual_seed(1);
  const leaf = (sizes: number[]) => torch.randn(sizes).to(dtype).requires_grad_();
  const [x, w, b] = [leaf(input), leaf(weight), leaf([turned ? weight[1]! * groups : weight[0]!])];
  const y = turned
    ? transposes[input.length]!(x, w, bias ? b : null, stride, padding, 0, groups, dilation)
    : functions[input.length]!(x, w, bias ? b : null, stride, padding, dilation, groups);
  y.mul(torch.randn(y.shape).to(dtype)).sum().backward();
  return [y.detach(), x.grad!, w.grad!, ...(bias ? [b.grad!] : [])];
}

/** The greatest error, as a share of the greatest element. */
const farthest = (a: torch.Tensor, b: torch.Tensor) => a.double().sub(b).abs().max().item() / b.abs().max().item();

describe('convolutions of float32', () => {
  it.each(Object.entries(cases))('%s: are those of float64', (_, c) => {
    const [got, want] = [faces(c, torch.float32, false), faces(c, torch.float64, false)];
    got.forEach((t, i) => expect(t.shape).toEqual(want[i]!.shape));
    got.forEach((t, i) => expect(farthest(t, want[i]!)).toBeLessThan(2e-6));
  });

  it.each(Object.entries(cases))('%s, transposed: are those of float64', (_, c) => {
    const turned = { ...c, input: [c.input[0]!, c.weight[0]!, ...c.input.slice(2)] };
    const [got, want] = [faces(turned, torch.float32, true), faces(turned, torch.float64, true)];
    got.forEach((t, i) => expect(farthest(t, want[i]!)).toBeLessThan(2e-6));
  });

  const window = { kernel: [1, 3, 3], stride: [1, 1, 1], padding: [0, 0, 0], dilation: [1, 1, 1] };

  it('are done at once', () => {
    const [x, w, y] = [torch.randn(2, 4, 1, 12, 12), torch.randn(8, 4, 1, 3, 3), torch.zeros(2, 8, 1, 10, 10)];
    expect(cpu.fused!.convolve!(x, w, null, window, 1, y)).toBe(true);
    expect(cpu.fused!.convolveBack!(y, w, window, 1, x)).toBe(true);
    expect(cpu.fused!.convolveWeight!(x, y, window, 1, w)).toBe(true);
  });

  it('by tiles have sums of no further elements, and leave infinite ones to the others', () => {
    const [x, w, y] = [torch.randn(4, 16, 1, 34, 34), torch.randn(32, 16, 1, 3, 3), torch.zeros(4, 32, 1, 32, 32)];
    const step = vi.spyOn(winograd, 'convolve');
    expect(cpu.fused!.convolve!(x, w, null, window, 1, y)).toBe(true);
    expect(step.mock.results.map(({ value }) => value)).toEqual([true]);
    x.index_put_([0, 3, 0, 10, 17], NaN);
    x.index_put_([1, 5, 0, 0, 0], Infinity);
    expect(cpu.fused!.convolve!(x, w, null, window, 1, y)).toBe(true);
    expect(step.mock.results.at(-1)!.value).toBe(false);
    expect(y.isfinite().logical_not().sum().item()).toBe(10 * 32);
    const [g, dw] = [torch.ones(4, 32, 1, 32, 32), torch.zeros(32, 16, 1, 3, 3)];
    expect(cpu.fused!.convolveWeight!(x, g, window, 1, dw)).toBe(false);
  });

  it('go by tiles only where there is WebAssembly', () => {
    const [x, y] = [torch.empty(4, 16, 1, 34, 34), torch.empty(4, 32, 1, 32, 32)];
    expect(chosenFor(x, y, window, 1)).toBe(winograd);
    vi.spyOn(staging, 'stagingMemory').mockReturnValue(null);
    expect(chosenFor(x, y, window, 1)).toBeNull();
    vi.restoreAllMocks();
  });

  it('leave to products what is small, and sums that infinite elements reach', () => {
    const [x, w, y] = [torch.randn(1, 1, 1, 8, 8), torch.randn(2, 1, 1, 3, 3), torch.zeros(1, 2, 1, 6, 6)];
    expect(cpu.fused!.convolve!(x, w, null, window, 1, y)).toBe(false);
    const [big, g, out] = [torch.randn(6, 4, 1, 12, 12), torch.ones(6, 8, 1, 10, 10), torch.zeros(8, 4, 1, 3, 3)];
    big.index_put_([0, 0, 0, 0, 0], Infinity);
    expect(cpu.fused!.convolveWeight!(big, g, window, 1, out)).toBe(false);
  });
});
