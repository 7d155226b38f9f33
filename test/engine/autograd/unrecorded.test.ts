import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const F = torch.nn.functional;
type T = torch.Tensor;
const leaf = () => torch.ones(4, { requires_grad: true });

/** Functions of a tensor, and whether their result, made within no_grad, requires a gradient in PyTorch 2.15. */
const made: [name: string, of: (x: T) => T, requires: boolean][] = [
  ['an element', (x) => x.index(0), true],
  ['a slice', (x) => x.index('1:'), true],
  ['a view', (x) => x.view(2, 2), true],
  ['a part', (x) => x.chunk(2)[0]!, true],
  ['a view of a view', (x) => x.view(2, 2).t(), true],
  ['detach', (x) => x.detach(), false],
  ['a copy', (x) => x.clone(), false],
  ['a sum', (x) => x.expand(2, 4).sum(0), false],
  ['what an index picks', (x) => x.index(torch.tensor([0])), false],
];

describe('within no_grad', () => {
  it.each(made)('%s', (_, of, requires) => {
    for (const x of [leaf(), leaf().mul(2)]) {
      const y = torch.no_grad(() => of(x));
      expect([y.requires_grad, y.is_leaf, y.grad_fn]).toEqual([requires, true, null]);
    }
  });

  it('no gradient goes through a view', () => {
    const x = leaf();
    const y = torch.no_grad(() => x.index('1:'));
    expect(String(y)).toBe('tensor([1., 1., 1.], requires_grad=True)');
    y.mul(2).sum().backward();
    expect([x.grad, y.grad]).toEqual([null, null]);
    expect(() => y.add_(1)).toThrow('A view was created in no_grad mode and is being modified inplace with grad mode enabled.');
    torch.no_grad(() => x.index('1:').zero_());
    expect(x.tolist()).toEqual([1, 0, 0, 0]);
  });
});

describe('what was made in inference mode', () => {
  const [positions, x] = torch.inference_mode(() => [torch.tensor([0, 1]), torch.ones(4)] as const);
  const kept = 'Inference tensors cannot be saved for backward.';

  it('is known as such, and so are its views, but not what is computed of it later', () => {
    expect([x, x.index('1:'), x.mul(2), x.clone()].map((t) => t.is_inference())).toEqual([true, true, false, false]);
    const own = leaf();
    expect(torch.inference_mode(() => own.index('1:')).is_inference()).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ['a factor', () => leaf().mul(x)],
    ['a matrix', () => torch.ones(2, 4, { requires_grad: true }).matmul(x)],
    ['an index', () => leaf().index(positions)],
    ['positions of an embedding', () => F.embedding(positions, torch.ones(3, 2, { requires_grad: true }))],
    ['classes', () => F.cross_entropy(torch.ones(2, 3, { requires_grad: true }), positions)],
  ])('is not kept for backward: %s', (_, run) => {
    expect(run).toThrow(kept);
    torch.no_grad(run);
  });

  it('is used where nothing of it is kept', () => {
    expect(String(leaf().add(x).grad_fn?.name())).toBe('AddBackward0');
    expect(torch.where(x.gt(0), leaf(), leaf()).requires_grad).toBe(true);
    expect(x.clone().mul(leaf()).requires_grad).toBe(true);
  });

  it('is changed in inference mode only', () => {
    expect(() => x.add_(1)).toThrow('Inplace update to inference tensor outside InferenceMode is not allowed.');
    expect(() => torch.add(x, 1, { out: x })).toThrow('Inplace update to inference tensor');
    expect(() => x.requires_grad_()).toThrow('Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.');
    torch.inference_mode(() => x.add_(1));
    expect(x.tolist()).toEqual([2, 2, 2, 2]);
  });
});

it('several tensors are a tuple, also where their number depends on the call', () => {
  const x = torch.tensor([3, 1, 1]);
  expect(String(torch.unique(x, { return_counts: true }))).toBe('(tensor([1, 3]), tensor([2, 1]))');
  expect(String(torch.unique_consecutive(x, { return_inverse: true })[1])).toBe('tensor([0, 1, 1])');
  expect(String(torch.unique(torch.tensor([2.5], { requires_grad: true })))).toBe('tensor([2.5000], grad_fn=<Unique2Backward0>)');
});
