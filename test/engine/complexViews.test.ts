import { expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

const made = () => {
  const x = torch.randn(3, { dtype: torch.complex128, requires_grad: true });
  return { x, y: x.mul(1) };
};

it('a view that shows complex numbers in another way is changed in place only where nothing is recorded', () => {
  const views = [(y: torch.Tensor) => y.real, (y: torch.Tensor) => torch.view_as_real(y), (y: torch.Tensor) => y.conj()];
  for (const view of views) {
    const { y } = made();
    expect(() => view(y).mul_(2)).toThrow(/changed in place while operations are recorded/);
    const { y: other } = made();
    const before = view(other);
    other.mul_(2);
    expect(() => before.sum()).toThrow(/changed in place while operations are recorded/);
    torch.no_grad(() => {
      const z = y.detach().clone();
      const wanted = view(z).mul(2);
      view(z).mul_(2);
      expect(torch.equal(view(z), wanted)).toBe(true);
    });
  }
});

it('a complex number has no order and no operators of JavaScript, and says so', () => {
  const z = new torch.Complex(1, -2);
  expect(String(z)).toBe('(1-2j)');
  expect(() => Number(z)).toThrow('value cannot be converted to type double without overflow');
  expect(() => torch.tensor([z]).lt(0)).toThrow(/not implemented for 'ComplexFloat'/);
  expect(torch.tensor([z]).conj().mul(new torch.Complex(0, 1)).tolist()).toEqual([new torch.Complex(-2, 1)]);
});
