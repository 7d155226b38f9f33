import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const float64 = { dtype: torch.float64 };
const { autograd, func } = torch;

class Cube extends autograd.Function {
  static forward(ctx: torch.autograd.FunctionContext, x: torch.Tensor): torch.Tensor {
    ctx.save_for_backward(x);
    return x.pow(3);
  }

  static backward(ctx: torch.autograd.FunctionContext, g: torch.Tensor): torch.Tensor {
    const [x] = ctx.saved_tensors;
    return x!.pow(2).mul(3).mul(g);
  }
}

class SumAndProduct extends autograd.Function {
  static forward(ctx: torch.autograd.FunctionContext, x: torch.Tensor, y: torch.Tensor, factor: number): torch.Tensor[] {
    ctx.save_for_backward(x, y);
    ctx.factor = factor;
    return [x.add(y), x.mul(y).mul(factor)];
  }

  static backward(ctx: torch.autograd.FunctionContext, gs: torch.Tensor, gp: torch.Tensor): (torch.Tensor | null)[] {
    const [x, y] = ctx.saved_tensors;
    const factor = ctx.factor as number;
    return [gs.add(gp.mul(y!).mul(factor)), gs.add(gp.mul(x!).mul(factor)), null];
  }
}

describe('torch.autograd.Function', () => {
  it('takes its gradients from backward, also a second time', () => {
    const x = torch.tensor([1.5, -2], { ...float64, requires_grad: true });
    const y = Cube.apply(x);
    expect(y.grad_fn!.name()).toBe('CubeBackward');
    const [g] = autograd.grad(y.sum(), [x], { create_graph: true });
    expect(g.tolist()).toEqual([6.75, 12]);
    g.sum().backward();
    expect(x.grad!.tolist()).toEqual([9, -12]);
    expect(autograd.gradcheck((t: torch.Tensor) => Cube.apply(t), [x])).toBe(true);
    expect(autograd.gradgradcheck((t: torch.Tensor) => Cube.apply(t), [x])).toBe(true);
  });

  it('has several arguments and results, and zeros for what nothing used', () => {
    const x = torch.tensor([1, 2], { ...float64, requires_grad: true });
    const y = torch.tensor([3, 5], float64);
    const [, product] = SumAndProduct.apply(x, y, 10);
    product!.sum().backward();
    expect(x.grad!.tolist()).toEqual([30, 50]);
    expect(y.grad).toBeNull();
  });

  it("complains in PyTorch's words", () => {
    class Wrong extends autograd.Function {
      static forward(_: unknown, x: torch.Tensor) {
        return x.mul(2);
      }
      static backward(_: unknown, g: torch.Tensor) {
        return [g, g];
      }
    }
    const x = torch.ones(2, { requires_grad: true });
    expect(() => Wrong.apply(x).sum().backward()).toThrow(
      'function WrongBackward returned an incorrect number of gradients (expected 1, got 2)',
    );
    const y = Cube.apply(x);
    torch.no_grad(() => x.add_(1));
    expect(() => y.sum().backward()).toThrow('has been modified by an inplace operation');
    const z = Cube.apply(x).sum();
    z.backward();
    expect(() => z.backward()).toThrow('Trying to backward through the graph a second time');
  });
});

describe('torch.autograd.gradcheck', () => {
  it('shows both Jacobians when a gradient is wrong', () => {
    class Bad extends autograd.Function {
      static forward(_: unknown, x: torch.Tensor) {
        return x.mul(2);
      }
      static backward(_: unknown, g: torch.Tensor) {
        return g.mul(3);
      }
    }
    const x = torch.ones(1, { ...float64, requires_grad: true });
    expect(() => autograd.gradcheck((t: torch.Tensor) => Bad.apply(t), x)).toThrow(
      'Jacobian mismatch for output 0 with respect to input 0,\nnumerical:',
    );
    expect(autograd.gradcheck((t: torch.Tensor) => Bad.apply(t), x, { raise_exception: false })).toBe(false);
    expect(() => autograd.gradcheck((t: torch.Tensor) => t, torch.ones(1))).toThrow(
      'expects at least one input tensor to require gradient',
    );
  });
});

describe('torch.autograd.functional and torch.func', () => {
  const x = torch.tensor([1, 2, 3], float64);
  const f = (t: torch.Tensor) => t.pow(3).sum();
  const twoToTwo = (a: torch.Tensor, b: torch.Tensor) => [a.mul(b), b.sum()];

  it('makes Jacobians and Hessians', () => {
    expect(autograd.functional.jacobian((t: torch.Tensor) => t.pow(2), x).tolist()).toEqual([
      [2, 0, 0],
      [0, 4, 0],
      [0, 0, 6],
    ]);
    const [[byA], [, sumByB]] = autograd.functional.jacobian(twoToTwo, [x, x.add(1)]) as [torch.Tensor[], torch.Tensor[]];
    expect(byA!.diagonal().tolist()).toEqual([2, 3, 4]);
    expect(sumByB!.tolist()).toEqual([1, 1, 1]);
    const second = [
      [6, 0, 0],
      [0, 12, 0],
      [0, 0, 18],
    ];
    expect(autograd.functional.hessian(f, x).tolist()).toEqual(second);
    expect((func.hessian(f)(x) as torch.Tensor).tolist()).toEqual(second);
    expect(func.jacrev(func.grad(f))(x).tolist()).toEqual(second);
  });

  it('multiplies vectors with them', () => {
    const v = torch.tensor([1, -1, 2], float64);
    const square = (t: torch.Tensor) => t.pow(2);
    expect(autograd.functional.vjp(square, x, v)[1].tolist()).toEqual([2, -4, 12]);
    expect(autograd.functional.jvp(square, x, v)[1].tolist()).toEqual([2, -4, 12]);
    expect(autograd.functional.hvp(f, x, v)[1].tolist()).toEqual([6, -12, 36]);
    const [out, multiply] = func.vjp(square, x);
    expect((out as torch.Tensor).tolist()).toEqual([1, 4, 9]);
    expect(multiply(v)[0]!.tolist()).toEqual([2, -4, 12]);
    expect((func.jvp(square, [x], [v])[1] as torch.Tensor).tolist()).toEqual([2, -4, 12]);
    expect(() => autograd.functional.vjp(square, x)).toThrow('The vector v can only be None');
  });

  it('differentiates gradients, and says the value too', () => {
    const sine = (t: torch.Tensor) => t.sin();
    const at = torch.tensor(0.5, float64);
    expect(func.grad(func.grad(sine))(at).item()).toBeCloseTo(-Math.sin(0.5), 12);
    const [gradient, value] = func.grad_and_value(f)(x) as torch.Tensor[];
    expect([gradient!.tolist(), value!.item(), gradient!.requires_grad]).toEqual([[3, 12, 27], 36, false]);
    const [byB, aux] = func.grad((a: torch.Tensor, b: torch.Tensor) => [a.mul(b).sum(), 'aux'], { argnums: 1, has_aux: true })(x, x) as [
      torch.Tensor,
      string,
    ];
    expect([byB.tolist(), aux]).toEqual([[1, 2, 3], 'aux']);
  });

  it('calls a module with other parameters', () => {
    const net = new torch.nn.Linear(2, 1);
    const before = net.weight;
    const out = func.functional_call(net, { weight: torch.ones(1, 2), bias: torch.zeros(1) }, torch.tensor([[2, 3]]).float());
    expect(out.tolist()).toEqual([[5]]);
    expect(net.weight).toBe(before);
  });
});

describe('a Function of a program', () => {
  const x = torch.ones(1, { requires_grad: true });
  const doubling = (returned: unknown, before: (ctx: torch.autograd.FunctionContext) => void = () => {}) =>
    class F extends torch.autograd.Function {
      static forward(ctx: torch.autograd.FunctionContext, t: torch.Tensor) {
        before(ctx);
        return t.mul(2);
      }
      static backward() {
        return returned as torch.Tensor;
      }
    };

  it.each([
    [1, 'int'],
    ['x', 'str'],
    [{}, 'dict'],
    [[[1]], 'list'],
  ])('is told that %j is no gradient, as by PyTorch', (returned, type) => {
    const y = doubling(returned).apply(x).sum();
    expect(() => y.backward()).toThrow(`expected Variable or None (got ${type})`);
  });

  it('keeps tensors only', () => {
    const odd = [1] as never as torch.Tensor[];
    const call = (before: (ctx: torch.autograd.FunctionContext) => void) => () => doubling(null, before).apply(x);
    expect(call((ctx) => ctx.save_for_backward(x, null, ...odd))).toThrow('can only save variables, but argument 2 is of type int');
    expect(call((ctx) => ctx.mark_dirty(...odd))).toThrow('mark_dirty can only accept variables, but argument 0 is of type int');
    expect(call((ctx) => ctx.mark_non_differentiable(...odd))).toThrow('only accepts variable arguments, but got int');
  });
});
