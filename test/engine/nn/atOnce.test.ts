import { afterEach, expect, it, vi } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import * as torch from '../../../src/engine/index.js';

afterEach(() => void vi.restoreAllMocks());

const F = torch.nn.functional;
type T = torch.Tensor;
type Case = [name: string, by: string, sizes: number[], parameters: number[], run: (x: T, w: T, b: T) => T];

const cases: Case[] = [
  ['layer norm', 'layerNorm', [70, 64], [64], (x, w, b) => F.layer_norm(x, [64], w, b)],
  ['layer norm of rows that end within a vector', 'layerNorm', [70, 33], [33], (x, w, b) => F.layer_norm(x, [33], w, b)],
  ['the slope of layer norm', 'layerNormBack', [70, 64], [64], (x, w, b) => F.layer_norm(x, [64], w, b)],
  ['the slope of layer norm over two dims', 'layerNormBack', [40, 4, 18], [4, 18], (x, w, b) => F.layer_norm(x, [4, 18], w, b)],
  ['the slope of layer norm by a weight', 'layerNormBack', [5, 20, 40], [40], (x, w) => F.layer_norm(x, [40], w)],
  ['the slope of layer norm with a bias', 'layerNormBack', [5, 20, 40], [40], (x, _, b) => F.layer_norm(x, [40], null, b)],
  ['the slope of layer norm alone', 'layerNormBack', [300, 50], [1], (x) => F.layer_norm(x, [50])],
  ['the slope of batch norm', 'channelNormBack', [6, 5, 9, 10], [5], (x, w, b) => F.batch_norm(x, null, null, w, b, true)],
  ['the slope of batch norm alone', 'channelNormBack', [6, 5, 91], [1], (x) => F.batch_norm(x, null, null, null, null, true)],
  ['the slope of group norm', 'channelNormBack', [12, 8, 10, 12], [8], (x, w, b) => F.group_norm(x, 4, w, b)],
  ['the slope of instance norm', 'channelNormBack', [6, 8, 7, 9], [8], (x, w, b) => F.instance_norm(x, null, null, w, b)],
  ['the slope of softmax', 'softmaxBack', [5, 30, 21], [1], (x) => x.softmax(-1)],
  ['the slope of the logarithm of softmax', 'softmaxBack', [5, 30, 21], [1], (x) => x.log_softmax(-1)],
];

/** A result and its gradients. */
function slopes(sizes: readonly number[], parameters: readonly number[], run: Case[4], dtype: torch.dtype): T[] {
  torch.manual_seed(3);
  const [x, w, b] = [sizes, parameters, parameters].map((s) =>
    torch
      .randn(...s)
      .mul(2)
      .add(1)
      .to(dtype)
      .requires_grad_(),
  ) as [T, T, T];
  const out = run(x, w, b);
  out.backward(torch.randn(...out.shape).to(dtype));
  return [out, x.grad!, ...[w, b].flatMap((p) => p.grad ?? [])];
}

it.each(cases)('%s has the numbers of double precision', (_, by, sizes, parameters, run) => {
  const step = vi.spyOn(cpu.fused as unknown as Record<string, () => boolean>, by);
  const found = slopes(sizes, parameters, run, torch.float32);
  expect(step.mock.results.map(({ value }) => value as boolean)).toContain(true);
  slopes(sizes, parameters, run, torch.float64).forEach((want, i) => {
    const error = found[i]!.double().sub(want).abs().max().item();
    expect(error / (1 + want.abs().max().item())).toBeLessThan(2e-6);
  });
});

it('layer norm is as exact where the mean is a hundred deviations, and gives zeros for rows of one number', () => {
  torch.manual_seed(1);
  const [x, w, b] = [torch.randn(90, 40).add(100), torch.randn(40), torch.randn(40)];
  const atOnce = F.layer_norm(x, [40], w, b);
  const level = torch.full([90, 40], 0.1).mul(torch.arange(1, 91).view(90, 1));
  expect(F.layer_norm(level, [40]).tolist()).toEqual(torch.zeros(90, 40).tolist());
  const exact = F.layer_norm(x.double(), [40], w.double(), b.double());
  const error = (y: T) => y.double().sub(exact).abs().max().item();
  vi.spyOn(cpu.fused as { layerNorm: () => boolean }, 'layerNorm').mockReturnValue(false);
  expect(error(atOnce)).toBeLessThan(2.5 * error(F.layer_norm(x, [40], w, b)));
});

it('layer norm keeps what is not finite', () => {
  const x = torch.ones(90, 40).index_put_([7, 3], NaN).index_put_([8, 35], Infinity);
  const rows = F.layer_norm(x, [40]).isnan().all(1).tolist() as boolean[];
  expect(rows.flatMap((isNaN, row) => (isNaN ? row : []))).toEqual([7, 8]);
});
