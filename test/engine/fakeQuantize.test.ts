import { expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

/** What PyTorch 2.15 computes: the gradient passes as if nothing were rounded, where the number is within the limits. */
it('rounds to multiples of a scale, and hands the gradient on within the limits', () => {
  const x = torch.tensor([-0.24, 0.07, 0.26, 1.9], { requires_grad: true });
  const y = torch.fake_quantize_per_tensor_affine(x, 0.1, 2, 0, 15);
  expect(String(y)).toBe('tensor([-0.2000,  0.1000,  0.3000,  1.3000],\n       grad_fn=<FakeQuantizePerTensorAffineCachemaskBackward0>)');
  y.sum().backward();
  expect(x.grad!.tolist()).toEqual([1, 1, 1, 0]);
});

it('has a scale and a zero for each channel', () => {
  const x = torch
    .tensor([
      [0.26, 0.9],
      [0.26, 0.9],
    ])
    .requires_grad_();
  const zeros = torch.tensor([0, 3], { dtype: torch.int32 });
  const y = torch.fake_quantize_per_channel_affine(x, torch.tensor([0.1, 0.5]), zeros, 0, 0, 5);
  expect(
    y
      .round({ decimals: 4 })
      .tolist()
      .flat()
      .map((v: number) => Number(v.toFixed(4))),
  ).toEqual([0.3, 0.5, 0.5, 1]);
  y.sum().backward();
  expect(x.grad!.tolist()).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

it.each([
  [
    () => torch.fake_quantize_per_tensor_affine(torch.ones(2), 0.1, 200, 0, 127),
    '`zero_point` must be between `quant_min` and `quant_max`.',
  ],
  [
    () => torch.fake_quantize_per_channel_affine(torch.ones(2), torch.ones(3), torch.zeros(3, { dtype: torch.int32 }), 0, 0, 5),
    'dimensions of scale and zero-point are not consistent with input tensor',
  ],
])('refuses what PyTorch refuses', (run, message) => {
  expect(run).toThrow(message);
});
