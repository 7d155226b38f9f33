/** Gradients under way are added where they lie, and a leaf takes the memory of its gradient, where nobody else has it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import * as torch from '../../../src/engine/index.js';

afterEach(() => void vi.restoreAllMocks());

type T = torch.Tensor;

const leaf = (...sizes: number[]): T => torch.randn(...sizes).requires_grad_();
const copies = (body: () => unknown): number => {
  const copy = vi.spyOn(cpu.kernels, 'copy');
  body();
  return copy.mock.calls.length;
};

describe('memory that nobody else has', () => {
  it('becomes that of a parameter', () => {
    const net = new torch.nn.Linear(5, 6);
    const x = torch.randn(7, 5);
    expect(copies(() => net(x).square().sum().backward())).toBe(0);
    net.parameters().forEach((p) => expect([p.grad!.stride(), p.grad!.is_leaf, p.grad!._is_view()]).toEqual([p.stride(), true, false]));
  });

  it('takes the sum of two gradients', () => {
    const w = leaf(6, 6);
    const allocate = vi.spyOn(cpu, 'allocate');
    const loss = w.mul(2).add(w.mul(3)).sum();
    allocate.mockClear();
    loss.backward();
    // The one that the walk begins with, and a product for each of the two.
    expect(allocate.mock.calls.length).toBe(3);
    expect(w.grad!.eq(5).all().item()).toBe(true);
  });
});

describe('memory that somebody has stays as it is', () => {
  it('that of the gradient that the walk was given', () => {
    const x = leaf(3);
    const given = torch.ones(3);
    x.view(3).backward(given);
    x.grad!.add_(1);
    expect(given.tolist()).toEqual([1, 1, 1]);
  });

  it('that of another leaf', () => {
    const [a, b] = [leaf(2, 2), leaf(2, 2)];
    a.add(b).mul(3).sum().backward();
    a.grad!.zero_();
    expect(b.grad!.eq(3).all().item()).toBe(true);
  });

  it('that of parts of one gradient', () => {
    const [a, b, c] = [leaf(2), leaf(2), leaf(2)];
    const [p, q, r] = torch.cat([a, b, c]).mul(2).split(2) as [T, T, T];
    p.add(q).add(r).sum().backward();
    [a, b].forEach((x) => x.grad!.zero_());
    expect(c.grad!.tolist()).toEqual([2, 2]);
  });

  it('that of a gradient that a hook has seen', () => {
    const w = leaf(4);
    const seen: T[] = [];
    const twice = w.mul(1);
    twice.register_hook((g) => void seen.push(g));
    w.register_hook((g) => void seen.push(g));
    twice.mul(2).add(twice.mul(5)).sum().backward();
    w.grad!.zero_();
    expect(seen.map((g) => g.tolist())).toEqual([
      [7, 7, 7, 7],
      [7, 7, 7, 7],
    ]);
  });

  it('that of a gradient that was asked to be kept', () => {
    const w = leaf(2);
    const y = w.mul(2);
    y.retain_grad();
    y.view(2).mul(3).sum().backward();
    w.grad!.zero_();
    expect(y.grad!.tolist()).toEqual([3, 3]);
  });

  it('that of a function of the program', () => {
    let kept: T | null = null;
    class Keeps extends torch.autograd.Function {
      static forward(_: unknown, x: T): T {
        return x.clone();
      }
      static backward(_: unknown, g: T): T {
        return (kept = g.mul(2));
      }
    }
    const w = leaf(2);
    Keeps.apply<[T], T>(w).sum().backward();
    w.grad!.zero_();
    expect(kept!.tolist()).toEqual([2, 2]);
  });

  it('where the graph is walked again', () => {
    const w = leaf(3);
    const loss = w.exp().mul(w).sum();
    loss.backward({ retain_graph: true });
    const first = w.grad!.clone();
    loss.backward();
    expect(w.grad!.sub(first.mul(2)).abs().max().item()).toBe(0);
  });
});
