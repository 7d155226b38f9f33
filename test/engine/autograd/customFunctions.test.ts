/** Functions with a backward of their own, and hooks around modules, as in PyTorch 2.15. */
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { autograd, nn } = torch;
type Tensor = torch.Tensor;

describe('a custom function', () => {
  it('may get its context after its forward', () => {
    class MulAdd extends autograd.Function {
      static forward(a: Tensor, b: Tensor): Tensor[] {
        return [a.mul(b), a.sub(b)];
      }
      static setup_context(ctx: torch.autograd.FunctionContext, [a, b]: Tensor[], output: Tensor[]): void {
        ctx.save_for_backward(a!, b!);
        ctx.mark_non_differentiable(output[1]!);
      }
      static backward(ctx: torch.autograd.FunctionContext, g: Tensor): Tensor[] {
        const [a, b] = ctx.saved_tensors as [Tensor, Tensor];
        return [g.mul(b), g.mul(a)];
      }
    }
    const a = torch.tensor([2, 3], { dtype: torch.float32, requires_grad: true });
    const [product, difference] = MulAdd.apply(a, torch.tensor([4, 5], { dtype: torch.float32 }));
    expect([product!.tolist(), difference!.tolist(), difference!.requires_grad]).toEqual([[8, 15], [-2, -2], false]);
    product!.sum().backward();
    expect(a.grad!.tolist()).toEqual([4, 5]);
  });

  it('may have a derivative in forward mode alone', () => {
    class Exp extends autograd.Function {
      static forward(ctx: torch.autograd.FunctionContext, x: Tensor): Tensor {
        return (ctx.result = x.exp());
      }
      static jvp(ctx: torch.autograd.FunctionContext, tangent: Tensor): Tensor {
        return tangent.mul(ctx.result as Tensor);
      }
    }
    const x = torch.tensor([0, 1], { dtype: torch.float64, requires_grad: true });
    const tangent = autograd.forward_ad.dual_level(() => {
      const dual = autograd.forward_ad.make_dual(x.mul(2), torch.tensor([1, 1], { dtype: torch.float64 }));
      return autograd.forward_ad.unpack_dual(Exp.apply(dual).mul(3)).tangent!;
    });
    expect(tangent.tolist()).toEqual([3, 3 * Math.exp(2)]);
    expect(() => Exp.apply(x).sum().backward()).toThrow(
      'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.',
    );
  });

  it('may call its backward vjp', () => {
    class Double extends autograd.Function {
      static forward = (_: unknown, x: Tensor): Tensor => x.mul(2);
      static vjp = (_: unknown, g: Tensor): Tensor => g.mul(2);
    }
    const x = torch.ones(2, { requires_grad: true });
    Double.apply(x).sum().backward();
    expect(x.grad!.tolist()).toEqual([2, 2]);
  });

  it('refuses a second derivative that it says it does not have', () => {
    class Round extends autograd.Function {
      static forward(_ctx: unknown, x: Tensor): Tensor {
        return x.round();
      }
      static backward = autograd.function.once_differentiable((_ctx: unknown, g: Tensor) => g.mul(3));
    }
    const x = torch.tensor([0.2, 1.7], { requires_grad: true });
    const y = Round.apply(x);
    const [first] = autograd.grad(y.square().sum(), [x], { create_graph: true });
    expect([first.tolist(), first.requires_grad]).toEqual([[0, 12], true]);
    expect(() => first.sum().backward()).toThrow('trying to differentiate twice a function that was marked with @once_differentiable');
    y.sum().backward();
    expect(x.grad!.tolist()).toEqual([3, 3]);
  });
});

it('hooks before the backward of a module see and replace the gradient of its output', () => {
  const layer = new nn.Linear(2, 1, { bias: false });
  const seen: string[] = [];
  layer.register_full_backward_hook((_, __, [g]) => void seen.push(`after ${g!.item()}`));
  layer.register_full_backward_pre_hook((_, [g]) => {
    seen.push(`second ${g!.item()}`);
    return [g!.mul(2)];
  });
  const handle = layer.register_full_backward_pre_hook((_, [g]) => void seen.push(`first ${g!.item()}`), { prepend: true });
  const x = torch.ones(1, 2);
  layer(x).backward();
  expect(seen).toEqual(['first 1', 'second 1', 'after 2']);
  expect(layer.weight.grad!.tolist()).toEqual([[2, 2]]);
  handle.remove();
  layer(x).backward();
  expect(seen.slice(3)).toEqual(['second 1', 'after 2']);
});
