import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** The strides that PyTorch gives to the gradient of a leaf. */
describe('the gradient of a leaf', () => {
  it('lies as the leaf does, however it was computed', () => {
    const layer = new torch.nn.Linear(4, 3);
    layer.forward(torch.randn(5, 4)).relu().sum().backward();
    expect(layer.weight.grad!.stride()).toEqual([4, 1]);

    const turned = torch.randn(4, 3).t().requires_grad_();
    turned.mul(torch.randn(3, 4)).sum().backward();
    expect(turned.grad!.stride()).toEqual([1, 3]);

    const image = torch.randn(2, 3, 4, 5).requires_grad_();
    image.backward(torch.randn(2, 4, 5, 3).permute(0, 3, 1, 2));
    expect(image.grad!.stride()).toEqual([60, 20, 5, 1]);
  });

  it('of a leaf with gaps has none, and holds the same numbers', () => {
    const part = torch.randn(3, 8).index('...', '::2').requires_grad_();
    const factor = torch.randn(4, 3);
    part.t().mul(factor).sum().backward();
    expect(part.grad!.stride()).toEqual([4, 1]);
    expect(part.grad!.tolist()).toEqual(factor.t().tolist());
  });
});
