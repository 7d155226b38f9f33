import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { operation, type Case } from '../reference/cases.js';

const F = torch.nn.functional;
const { cases } = JSON.parse(fs.readFileSync(new URL('functional.json', import.meta.url), 'utf8')) as { cases: Case[] };
const float64 = { dtype: torch.float64 };
const leaf = (...size: number[]) => torch.randn(size, float64).requires_grad_();

describe('torch.nn.functional', () => {
  it.each(cases.map((c): [string, Case] => [`${c.id} ${c.op}`, c]))('%s as PyTorch', (_, c) => {
    expect(operation(c)).toBeNull();
  });

  it('takes transposed, sliced and expanded inputs', () => {
    torch.manual_seed(0);
    const x = torch.randn(5, 4, 3, 2, float64).permute(3, 2, 0, 1);
    const dense = x.contiguous();
    const w = torch.randn(2, 3, 4, float64).transpose(0, 2).unsqueeze(-1).expand([4, 3, 2, 2]);
    const pairs = [
      [F.conv2d(x, w), F.conv2d(dense, w.contiguous())],
      [F.conv_transpose2d(x, w.transpose(0, 1)), F.conv_transpose2d(dense, w.transpose(0, 1).contiguous())],
      [F.max_pool2d(x, 2), F.max_pool2d(dense, 2)],
      [F.avg_pool2d(x, 2, 1, 1), F.avg_pool2d(dense, 2, 1, 1)],
      [F.batch_norm(x, null, null, null, null, true), F.batch_norm(dense, null, null, null, null, true)],
      [F.group_norm(x, 3), F.group_norm(dense, 3)],
      [F.layer_norm(x, [5, 4]), F.layer_norm(dense, [5, 4])],
      [F.interpolate(x, { scale_factor: 2, mode: 'bicubic' }), F.interpolate(dense, { scale_factor: 2, mode: 'bicubic' })],
    ] as [torch.Tensor, torch.Tensor][];
    for (const [a, b] of pairs) expect(torch.equal(a, b)).toBe(true);
  });

  it('has second derivatives: those of convolutions and norms agree with differences of first ones', () => {
    torch.manual_seed(1);
    const check = (f: (...inputs: torch.Tensor[]) => torch.Tensor, ...inputs: torch.Tensor[]) => {
      const weights = torch.randn(f(...inputs).shape, float64);
      const directions = inputs.map((t) => torch.randn(t.shape, float64));
      const first = (at: torch.Tensor[], create: boolean) =>
        torch.autograd.grad(
          [
            f(...at)
              .mul(weights)
              .sum(),
          ],
          at,
          { create_graph: create },
        );
      const slope = first(inputs, true).reduce((s, g, i) => s.add(g.mul(directions[i]!).sum()), torch.zeros([], float64));
      const second = torch.autograd.grad([slope], inputs);
      const h = 1e-6;
      const moved = (sign: number) =>
        inputs.map((t, i) =>
          t
            .detach()
            .add(directions[i]!, { alpha: sign * h })
            .requires_grad_(),
        );
      const [up, down] = [first(moved(1), false), first(moved(-1), false)];
      second.forEach((g, i) => expect(torch.allclose(g, up[i]!.sub(down[i]!).div(2 * h), 1e-5, 1e-6)).toBe(true));
    };
    check((x, w, b) => F.conv2d(x, w, b, { stride: 2, padding: 1, groups: 2 }).pow(2), leaf(2, 2, 5, 4), leaf(4, 1, 3, 2), leaf(4));
    check((x, w) => F.conv_transpose1d(x, w, { stride: 2, output_padding: 1 }).pow(2), leaf(1, 2, 3), leaf(2, 2, 3));
    check((x, w, b) => F.batch_norm(x, null, null, w, b, true).pow(2), leaf(3, 2, 4), leaf(2), leaf(2));
    check((x, w, b) => F.layer_norm(x, [4], w, b).pow(2), leaf(3, 4), leaf(4), leaf(4));
    check((x, w, b) => F.group_norm(x, 2, w, b).pow(2), leaf(2, 4, 3), leaf(4), leaf(4));
    check((x) => F.cross_entropy(x, torch.tensor([0, 2])), leaf(2, 3));
    check((x) => F.interpolate(x, { scale_factor: 2, mode: 'bicubic' }).pow(2), leaf(1, 1, 3, 3));
  });

  it('drops out with the random numbers of PyTorch', () => {
    torch.manual_seed(0);
    expect(F.dropout(torch.ones(8), 0.5).tolist()).toEqual([0, 0, 2, 0, 0, 0, 2, 2]);
  });

  it('changes running statistics while training and not after', () => {
    const [mean, variance] = [torch.zeros(2), torch.ones(2)];
    const x = torch.tensor(
      [
        [0, 2],
        [2, 6],
      ],
      { dtype: torch.float32 },
    );
    F.batch_norm(x, mean, variance, { training: true, momentum: 0.5 });
    expect([mean.tolist(), variance.tolist()]).toEqual([
      [0.5, 2],
      [1.5, 4.5],
    ]);
    F.batch_norm(x, mean, variance);
    expect(mean.tolist()).toEqual([0.5, 2]);
  });
});

it('multi_head_attention_forward is the module with its weights as arguments', () => {
  const { nn } = torch;
  const x = torch.randn(3, 2, 4);
  const mask = nn.Transformer.generate_square_subsequent_mask(3);
  const [memory, value] = [torch.randn(5, 2, 3), torch.randn(5, 2, 6)];
  const cases = [
    { layer: new nn.MultiheadAttention(4, 2), inputs: [x, x, x], options: { attn_mask: mask, average_attn_weights: false } },
    {
      layer: new nn.MultiheadAttention(4, 2, { kdim: 3, vdim: 6, add_bias_kv: true, add_zero_attn: true }),
      inputs: [x, memory, value],
      options: {},
    },
  ] as const;
  for (const { layer, inputs, options } of cases) {
    const { q_proj_weight, k_proj_weight, v_proj_weight, out_proj } = layer;
    const [out, weights] = nn.functional.multi_head_attention_forward(
      ...inputs,
      4,
      2,
      layer.in_proj_weight,
      layer.in_proj_bias,
      layer.bias_k,
      layer.bias_v,
      layer.add_zero_attn,
      0,
      out_proj.weight,
      out_proj.bias,
      { ...options, q_proj_weight, k_proj_weight, v_proj_weight, use_separate_proj_weight: layer.in_proj_weight === null },
    );
    const [wanted, wantedWeights] = layer(...inputs, options);
    expect(torch.equal(out, wanted)).toBe(true);
    expect(torch.equal(weights!, wantedWeights!)).toBe(true);
  }
});
