/** The results of differentiating functions depend on outer tensors that their function uses, as in PyTorch 2.15. */
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { func } = torch;
const weight = () => torch.tensor(3, { dtype: torch.float32 }).requires_grad_();
const x = torch.tensor([1, 2], { dtype: torch.float32 });
const v = torch.ones(2);

describe('a parameter from outside', () => {
  it('has gradients through jvp', () => {
    const w = weight();
    const [out, slope] = func.jvp((t: torch.Tensor) => t.mul(w).square(), [x], [v]) as [torch.Tensor, torch.Tensor];
    expect([out.requires_grad, slope.requires_grad]).toEqual([true, true]);
    out.add(slope).sum().backward();
    // Σ 2·w·x² + Σ 4·w·x
    expect(w.grad!.item()).toBe(30 + 36);
  });

  it('has gradients through vjp and grad', () => {
    const w = weight();
    const [out, back] = func.vjp((t: torch.Tensor) => t.mul(w), x) as [torch.Tensor, (g: torch.Tensor) => torch.Tensor[]];
    out.sum().add(back(v)[0]!.sum()).backward();
    expect(w.grad!.item()).toBe(5);
    const slope = func.grad((t: torch.Tensor) => t.square().mul(w).sum())(x);
    slope.sum().backward();
    expect(w.grad!.item()).toBe(5 + 6);
  });

  it('leaves results without a history where there is none, or nothing is recorded', () => {
    const made = func.grad((t: torch.Tensor) => t.square().sum())(x);
    expect(made.requires_grad).toBe(false);
    const w = weight();
    const quiet = torch.no_grad(() => func.grad((t: torch.Tensor) => t.square().mul(w).sum())(x));
    expect(quiet.requires_grad).toBe(false);
    expect((func.jvp((t: torch.Tensor) => t.square(), [x], [v]) as torch.Tensor[]).map((t) => t.requires_grad)).toEqual([false, false]);
  });

  it('does not take the inputs of a transform inside for something outside', () => {
    const f = (a: torch.Tensor, b: torch.Tensor) => a.square().mul(b).sum();
    const mixed = func.jacrev(func.jacrev(f, { argnums: 1 }), { argnums: 0 })(x, v);
    expect([mixed.tolist(), mixed.requires_grad]).toEqual([
      [
        [2, 0],
        [0, 4],
      ],
      false,
    ]);
    const w = weight();
    const scaled = func.jacrev(func.grad((a: torch.Tensor, b: torch.Tensor) => f(a, b).mul(w), { argnums: 1 }))(x, v);
    scaled.sum().backward();
    expect(w.grad!.item()).toBe(6);
  });
});

it('the powers of vander have a derivative forward, and none backward', () => {
  const [powers, slope] = func.jvp((t: torch.Tensor) => torch.vander(t, 3), [x], [v]) as [torch.Tensor, torch.Tensor];
  expect([powers.tolist(), slope.tolist()]).toEqual([
    [
      [1, 1, 1],
      [4, 2, 1],
    ],
    [
      [2, 1, 0],
      [4, 1, 0],
    ],
  ]);
  expect(
    func
      .jacfwd((t: torch.Tensor) => torch.vander(t))(x)
      .sum(-1)
      .tolist(),
  ).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(() => func.jacrev((t: torch.Tensor) => torch.vander(t, 3))(x) as unknown).toThrow('modified by an inplace operation');
});
