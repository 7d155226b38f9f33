import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** Calls a hook with the gradient of [1, 2, 3], at a leaf or between two operations. */
function hooked(hook: (g: torch.Tensor) => unknown, isLeaf: boolean): torch.Tensor {
  const x = torch.tensor([1, 2, 3], { dtype: torch.float32, requires_grad: true });
  const y = x.mul(2);
  (isLeaf ? x : y).register_hook(hook as never);
  y.sum().backward();
  return x.grad!;
}

describe.each([
  ['a leaf', true],
  ['a result', false],
])('a hook on %s', (_, isLeaf) => {
  it('takes the place of the gradient', () => {
    expect(hooked((g) => g.mul(2), isLeaf).tolist()).toEqual([4, 4, 4]);
  });

  it('may not change its size, not even to one that could be stretched or summed', () => {
    const widened = (g: torch.Tensor) => g.new_ones([1, 3]);
    expect(() => hooked(widened, isLeaf)).toThrow("hook 'widened' has changed the size of value");
    expect(() => hooked(() => torch.ones(2), isLeaf)).toThrow("hook '<lambda>' has changed the size of value");
  });

  it('may not change its dtype, nor return a number', () => {
    expect(() => hooked((g) => g.double(), isLeaf)).toThrow(
      "hook '<lambda>' has changed the type of value (was torch.FloatTensor got torch.DoubleTensor)",
    );
    expect(() => hooked(() => 3, isLeaf)).toThrow('expected Variable, but hook returned');
  });
});

it('as many gradients are given as there are outputs', () => {
  const x = torch.ones(3).requires_grad_();
  const outputs = [x.mul(2), x.mul(3)];
  expect(() => torch.autograd.grad(outputs, x, [torch.ones(3)])).toThrow('got 2 tensors and 1 gradients');
  expect(() => torch.autograd.backward(outputs, [torch.ones(3)])).toThrow('got 2 tensors and 1 gradients');
});

it.each([
  ['adaptive_avg_pool2d', (x: torch.Tensor) => torch.nn.functional.adaptive_avg_pool2d(x, [3, 3])],
  ['interpolate', (x: torch.Tensor) => torch.nn.functional.interpolate(x, { size: [3, 3] })],
])('%s to the size that there is leaves its input a leaf', (_, same) => {
  const x = torch.ones(1, 1, 3, 3, { requires_grad: true });
  same(x).sum().backward();
  expect(x.is_leaf).toBe(true);
  expect(x.grad?.sum().item()).toBe(9);
});

it('what has no history is refused before its size is looked at', () => {
  expect(() => torch.ones(2).backward()).toThrow('element 0 of tensors does not require grad and does not have a grad_fn');
});

it('a comparison that is stored in a tensor ends its gradient', () => {
  const x = torch.tensor([1.5, 2.5], { requires_grad: true });
  const w = x.mul(2);
  w.eq_(torch.tensor([3, 3.5]));
  expect(w.tolist()).toEqual([1, 0]);
  expect(w.grad_fn!.name()).toBe('EqBackward1');
  w.sum().backward();
  expect(x.grad!.tolist()).toEqual([0, 0]);
});
