import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { forward_ad } = torch.autograd;

it('dual tensors carry a tangent through what is computed of them', () => {
  const x = torch.tensor([1, 2, 3], { dtype: torch.float64 });
  const tangent = torch.tensor([1, 0, -1], { dtype: torch.float64 });
  forward_ad.dual_level(() => {
    const dual = forward_ad.make_dual(x, tangent);
    const [primal, slope] = forward_ad.unpack_dual(dual.sin().mul(dual).sum());
    const expected = [1, 2, 3].map((v, i) => (Math.cos(v) * v + Math.sin(v)) * [1, 0, -1][i]!).reduce((a, b) => a + b);
    expect(primal!.item()).toBeCloseTo(
      [1, 2, 3].map((v) => v * Math.sin(v)).reduce((a, b) => a + b),
      12,
    );
    expect(slope!.item()).toBeCloseTo(expected, 12);
    expect(forward_ad.unpack_dual(dual).tangent!.tolist()).toEqual([1, 0, -1]);
    expect(forward_ad.unpack_dual(x).tangent).toBeNull();
  });
  expect(() => forward_ad.make_dual(x, tangent)).toThrow('Trying to create a dual Tensor for forward AD but no level exists');
});

it('has tangents within no_grad', () => {
  const { forward_ad: fw } = torch.autograd;
  const tangent = torch.no_grad(() =>
    fw.dual_level(() => fw.unpack_dual(fw.make_dual(torch.tensor([2.5, 3.5]), torch.tensor([1.5, 0.5])).square()).tangent),
  );
  expect(tangent!.tolist()).toEqual([7.5, 3.5]);
  expect(torch.no_grad(() => torch.is_grad_enabled())).toBe(false);
});
