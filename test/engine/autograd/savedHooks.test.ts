import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { graph } = torch.autograd;
const F = torch.nn.functional;
const leaf = () => torch.ones(5, { requires_grad: true });
type T = torch.Tensor;

/** How many tensors, and of how many elements, PyTorch 2.15 packs for an expression. */
const packs: [name: string, run: () => unknown, sizes: number[][]][] = [
  ['a product', () => leaf().mul(leaf()), [[5], [5]]],
  ['a product with a constant', () => leaf().mul(torch.ones(5)), [[5]]],
  ['a product with a number', () => leaf().mul(3), []],
  ['a sum', () => leaf().add(leaf()), []],
  ['a power', () => leaf().pow(2), [[5]]],
  ['exp, which keeps its result', () => leaf().exp(), [[5]]],
  ['a maximum, which keeps positions', () => torch.ones(2, 3, { requires_grad: true }).max(0)[0], [[3]]],
  ['a layer', () => F.linear(torch.ones(2, 5), torch.ones(3, 5, { requires_grad: true })), [[2, 5]]],
  [
    'a layer that leads on',
    () => F.linear(torch.ones(2, 5, { requires_grad: true }), torch.ones(3, 5, { requires_grad: true }), torch.ones(3)),
    [
      [2, 5],
      [5, 3],
    ],
  ],
  [
    'a product of matrices',
    () => torch.ones(2, 5, { requires_grad: true }).matmul(torch.ones(5, 3, { requires_grad: true })),
    [
      [5, 3],
      [2, 5],
    ],
  ],
  [
    'layer norm',
    () => F.layer_norm(torch.ones(2, 5, { requires_grad: true }), [5], torch.ones(5, { requires_grad: true })),
    [[2, 5], [5], [2, 1], [2, 1]],
  ],
  ['batch norm', () => F.batch_norm(torch.randn(4, 3, { requires_grad: true }), null, null, { training: true }), [[4, 3], [3], [3]]],
  ['a choice', () => torch.where(torch.ones(5).gt(0), leaf(), leaf()), [[5]]],
  ['a list', () => torch.cat([leaf(), leaf()]), []],
  ['what requires no gradient', () => torch.ones(5).mul(torch.ones(5)), []],
];

class Square extends torch.autograd.Function {
  static forward(ctx: torch.autograd.FunctionContext, x: T) {
    ctx.save_for_backward(x);
    return x.mul(x);
  }
  static backward(ctx: torch.autograd.FunctionContext, g: T) {
    return ctx.saved_tensors[0]!.mul(2).mul(g);
  }
}

describe('saved_tensors_hooks', () => {
  it.each(packs)('packs what %s keeps', (_, run, sizes) => {
    const seen: number[][] = [];
    const pack = (t: T) => {
      seen.push([...t.shape]);
      return t;
    };
    graph.saved_tensors_hooks(pack, (t) => t, run);
    expect(seen).toEqual(sizes);
  });

  it('gives backward what unpacking returns', () => {
    const a = leaf();
    const y = graph.saved_tensors_hooks(
      (t) => t.detach().mul(2),
      (t) => t,
      () => a.pow(2).sum(),
    );
    y.backward();
    expect(a.grad!.tolist()).toEqual([4, 4, 4, 4, 4]);
  });

  it('keeps anything in the place of a tensor', () => {
    const kept: T[] = [];
    const a = leaf();
    const y = graph.saved_tensors_hooks(
      (t) => kept.push(t.detach().clone()) - 1,
      (at) => kept[at]!,
      () => a.exp().mul(a).sum(),
    );
    y.backward();
    expect(kept.length).toBe(3);
    expect(a.grad!.index(0).item()).toBeCloseTo(2 * Math.E, 5);
  });

  it('leads to gradients of gradients', () => {
    const a = leaf();
    const y = graph.saved_tensors_hooks(
      (t) => t.detach().clone(),
      (t) => t,
      () => a.pow(3).sum(),
    );
    const [g] = torch.autograd.grad(y, a, { create_graph: true });
    expect(torch.autograd.grad(g.sum(), a)[0].tolist()).toEqual([6, 6, 6, 6, 6]);
  });

  it('runs for functions of a program, and again for a second backward', () => {
    let unpacked = 0;
    const a = leaf();
    const y = graph.saved_tensors_hooks(
      (t) => t,
      (t) => {
        unpacked++;
        return t;
      },
      () => Square.apply(a).sum(),
    );
    y.backward({ retain_graph: true });
    y.backward();
    expect(unpacked).toBe(2);
    expect(a.grad!.tolist()).toEqual([4, 4, 4, 4, 4]);
    expect(() => y.backward()).toThrow('Trying to backward through the graph a second time');
  });

  it('ends with its body, also by an error', () => {
    let count = 0;
    const counts = (t: T) => {
      count++;
      return t;
    };
    const failing = () =>
      graph.saved_tensors_hooks(
        counts,
        (t) => t,
        () => {
          throw new Error('ends');
        },
      );
    expect(failing).toThrow('ends');
    leaf().mul(leaf());
    expect(count).toBe(0);
  });

  it('refuses what PyTorch refuses', () => {
    const a = leaf();
    const y = graph.saved_tensors_hooks(
      (t) => t,
      (() => 3) as never,
      () => a.mul(a),
    );
    expect(() => y.sum().backward()).toThrow('Output of saved tensor unpack_hook expected to be a Tensor but got result of type int');
    const change = () =>
      graph.saved_tensors_hooks(
        (t) => t.add_(1),
        (t) => t,
        () => a.clone().mul(leaf()),
      );
    expect(change).toThrow('A saved tensor pack hook is modifying its input in place.');
    const inner = () =>
      graph.saved_tensors_hooks(
        (t) => t,
        (t) => t,
        () => a,
      );
    expect(() => graph.disable_saved_tensors_hooks('not here', inner)).toThrow('not here');
  });
});

it('save_on_cpu changes no gradient', () => {
  const a = leaf();
  graph.save_on_cpu(() => a.pow(2).sum()).backward();
  expect(a.grad!.tolist()).toEqual([2, 2, 2, 2, 2]);
  graph.save_on_cpu({ pin_memory: true }, () => a.exp().sum()).backward();
});
