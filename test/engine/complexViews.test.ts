import { expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

const made = () => {
  const x = torch.randn(3, { dtype: torch.complex128, requires_grad: true });
  return { x, y: x.mul(1) };
};

const two = () => {
  const w = torch.tensor([new torch.Complex(1, 2), new torch.Complex(3, -1)], { requires_grad: true });
  return { w, y: w.mul(1) };
};

it.each<[string, (y: torch.Tensor) => unknown, string]>([
  ['real', (y) => y.real.mul_(2), '[1.4142+0.7071j, 1.9728-0.1644j]'],
  ['imag', (y) => y.imag.add_(2), '[0.2425+0.9701j, 0.9487+0.3162j]'],
  ['real, assigned', (y) => (y.real = torch.tensor([1.5, 2])), '[0.+0.8000j, 0.-0.4472j]'],
  ['view_as_real', (y) => torch.view_as_real(y).mul_(2), '[0.8944+1.7889j, 1.8974-0.6325j]'],
  ['real of an element', (y) => y[0]!.real.mul_(3), '[2.4962+0.5547j, 0.9487-0.3162j]'],
])('the parts of complex numbers are changed in place, and the gradient goes through the change: %s', (_, change, wanted) => {
  const { w, y } = two();
  change(y);
  expect(y.grad_fn!.name()).toBe('CopySlices');
  y.abs().sum().backward();
  expect(String(w.grad)).toBe(`tensor(${wanted})`);
});

it('a part that was taken before its complex numbers were changed has their gradient', () => {
  const { w, y } = two();
  const part = y.imag;
  y.mul_(new torch.Complex(0, 2));
  part.square().sum().backward({ retain_graph: true });
  y.abs().sum().backward();
  expect(String(w.grad)).toBe('tensor([ 8.8944+1.7889j, 25.8974-0.6325j])');
});

it('conjugates are changed in place only where nothing is recorded', () => {
  const { y } = made();
  expect(() => y.conj().mul_(2)).toThrow(/changed in place while operations are recorded/);
  const { y: other } = made();
  const before = other.conj();
  other.mul_(2);
  expect(() => before.sum()).toThrow(/changed in place while operations are recorded/);
  torch.no_grad(() => {
    const z = y.detach().clone();
    const wanted = z.conj().mul(2);
    z.conj().mul_(2);
    expect(torch.equal(z.conj(), wanted)).toBe(true);
  });
});

it('a complex number has no order and no operators of JavaScript, and says so', () => {
  const z = new torch.Complex(1, -2);
  expect(String(z)).toBe('(1-2j)');
  expect(() => Number(z)).toThrow('value cannot be converted to type double without overflow');
  expect(() => torch.tensor([z]).lt(0)).toThrow(/not implemented for 'ComplexFloat'/);
  expect(torch.tensor([z]).conj().mul(new torch.Complex(0, 1)).tolist()).toEqual([new torch.Complex(-2, 1)]);
});
