import { describe, expect, it } from 'vitest';
import { maxPoolVectors } from '../../../../src/engine/backends/cpu/wasm/convolution/pooling.js';
import * as torch from '../../../../src/engine/index.js';

const F = torch.nn.functional;
const pools = { 3: F.max_pool1d, 4: F.max_pool2d, 5: F.max_pool3d } as Record<number, typeof F.max_pool2d>;

const cases: [string, number[], number | number[], object][] = [
  ['two by two', [3, 4, 20, 21], 2, {}],
  ['two by two, of many images', [80, 8, 10, 9], 2, {}],
  ['two by two, with a rest', [2, 6, 17, 19], 2, { ceil_mode: true }],
  ['that overlap, with padding', [2, 3, 31, 29], 3, { stride: 2, padding: 1 }],
  ['of another shape, with holes', [2, 3, 31, 29], [3, 2], { stride: [1, 3], padding: [1, 0], dilation: [2, 1] }],
  ['that reach beyond the input', [2, 5, 30, 30], 3, { stride: 2, ceil_mode: true }],
  ['with gaps between them', [2, 2, 35, 35], 5, { stride: 7, padding: 2, ceil_mode: true }],
  ['over one dim', [8, 8, 40], 4, { stride: 3, padding: 2 }],
  ['over three dims', [2, 3, 9, 10, 11], [2, 3, 2], { stride: [1, 2, 2], padding: [1, 1, 0] }],
];

/** NaN, infinities, zeros of both signs, and many equal numbers. */
const special = [NaN, -Infinity, Infinity, 0, -0, 1, 1];
const kinds: Record<string, (v: number, i: number) => number> = {
  random: (v) => Math.fround(v),
  special: (v, i) => (i % 5 === 0 ? special[(i / 5) % special.length]! : Math.round(v)),
  'none greater than −∞': () => -Infinity,
};

describe.each(cases)('the greatest of windows %s', (_, sizes, kernel, options) => {
  it.each(Object.entries(kinds))('%s: is what loops find in float64', (_kind, change) => {
    torch.manual_seed(1);
    const numbers = (torch.randn(sizes).flatten().tolist() as number[]).map(change);
    const [got, want] = [torch.float32, torch.float64].map((dtype) => {
      const found = pools[sizes.length]!(torch.tensor(numbers, { dtype }).view(sizes), kernel, { ...options, return_indices: true });
      return (found as unknown as torch.Tensor[]).map((t) => t.tolist());
    });
    expect(got).toEqual(want);
  });
});

it('leaves to loops what is small', () => {
  const window = { kernel: [1, 2, 2], stride: [1, 2, 2], padding: [0, 0, 0], dilation: [1, 1, 1] };
  const out = (n: number) => [torch.zeros(n, 1, 2, 2), torch.zeros([n, 1, 2, 2], { dtype: torch.int64 })] as const;
  expect(maxPoolVectors(torch.ones(1, 1, 4, 4), window, ...out(1))).toBe(false);
  expect(maxPoolVectors(torch.ones(200, 1, 4, 4), window, ...out(200))).toBe(true);
});
