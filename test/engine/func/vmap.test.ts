import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { func, nn } = torch;
const { vmap } = func;

const samples = () =>
  torch.tensor([
    [0.5, -1],
    [2, 0.25],
  ]);

/** The numbers and messages are those of PyTorch 2.15. */
describe('vmap', () => {
  it('gives the gradients of each sample', () => {
    const f = (w: torch.Tensor, x: torch.Tensor, t: torch.Tensor) => x.mul(w).sum().sub(t).pow(2);
    const each = vmap(func.grad(f), [null, 0, 0])(torch.tensor([1, 2], { dtype: torch.float32 }), samples(), torch.tensor([1, 2]));
    expect(each.tolist()).toEqual([
      [-2.5, 5],
      [2, 0.25],
    ]);
  });

  it('runs an ensemble of modules as one', () => {
    const models = [0, 1, 2].map(() => new nn.Sequential(new nn.Linear(2, 3), new nn.Tanh(), new nn.Linear(3, 1)));
    const [params, buffers] = func.stack_module_state(models);
    expect(Object.entries(params).map(([name, { shape }]) => `${name} ${String(shape)}`)).toEqual([
      '0.weight torch.Size([3, 3, 2])',
      '0.bias torch.Size([3, 3])',
      '2.weight torch.Size([3, 1, 3])',
      '2.bias torch.Size([3, 1])',
    ]);
    expect(Object.values(params).every((p) => p.requires_grad && p.is_leaf)).toBe(true);
    const x = samples();
    const run = (p: typeof params, b: typeof buffers, given: torch.Tensor) => func.functional_call(models[0]!, [p, b], given);
    const y = vmap(run, { in_dims: [0, 0, null] })(params, buffers, x);
    expect(torch.equal(y, torch.stack(models.map((m) => m(x))))).toBe(true);
    y.sum().backward();
    expect(params['0.weight']!.grad!.shape).toEqual(params['0.weight']!.shape);
  });

  it('takes and returns what is nested, along the dims that are named', () => {
    const both = vmap((x: torch.Tensor) => ({ a: x, b: x.sum() }), { out_dims: { a: 1, b: 0 } })(samples()) as Record<string, torch.Tensor>;
    expect([both.a!.tolist(), both.b!.tolist()]).toEqual([
      [
        [0.5, 2],
        [-1, 0.25],
      ],
      [-0.5, 2.25],
    ]);
    const product = vmap((d: Record<string, torch.Tensor>) => d.x!.mul(d.y!), [{ x: 0, y: null }]);
    expect(product({ x: samples(), y: torch.tensor([1, 2]) }).tolist()).toEqual([
      [0.5, -2],
      [2, 0.5],
    ]);
  });

  it('draws the same numbers for each sample, or different ones', () => {
    const draw = (randomness: 'same' | 'different') => {
      torch.manual_seed(1);
      return vmap(() => torch.rand(2), 0, 0, randomness)(samples()).toString();
    };
    expect(draw('same')).toBe('tensor([[0.7576, 0.2793],\n        [0.7576, 0.2793]])');
    expect(String(torch.rand(2))).toBe('tensor([0.4031, 0.7347])');
    expect(draw('different')).toBe('tensor([[0.7576, 0.2793],\n        [0.4031, 0.7347]])');
  });

  const x = samples();
  it.each<[string, () => unknown, string]>([
    ['a number that differs', () => vmap((t: torch.Tensor) => t.mul(t.sum().item()))(x), "vmap: It looks like you're calling .item()"],
    [
      'such a number within a vmap',
      () => vmap((a: torch.Tensor) => vmap((b: torch.Tensor) => b.mul(a.sum().item()))(x))(x),
      'vmap: It looks',
    ],
    [
      'random numbers',
      () => vmap((t: torch.Tensor) => t.add(torch.rand([])))(x),
      'vmap: called random operation while in randomness error mode.',
    ],
    [
      'a mode that is none',
      () => vmap((t: torch.Tensor) => t, { randomness: 'never' as 'same' }),
      'Only allowed values for randomness are',
    ],
    [
      'chunks of nothing',
      () => vmap((t: torch.Tensor) => t, { chunk_size: 0 }),
      'vmap: chunk_size should be None or greater than 0. (got 0)',
    ],
    [
      'a number as argument',
      () => vmap((t: torch.Tensor) => t)(3),
      'vmap(<lambda>, in_dims=0, ...)(<inputs>): Got in_dim=0 for an input but the input is of type <class',
    ],
    ['a number as result', () => vmap(() => 3.5)(x), "vmap(<lambda>, ...): `<lambda>` must only return Tensors, got type <class 'float'>."],
    [
      'one result for all that differs',
      () => vmap((t: torch.Tensor) => t, 0, null)(x),
      'vmap(<lambda>, ...): `<lambda>` can not return a BatchedTensor',
    ],
    [
      'dims that do not fit',
      () => vmap((t: torch.Tensor) => t, [0, 0])(x),
      'vmap(<lambda>, in_dims=(0, 0), ...)(<inputs>): in_dims is not compatible',
    ],
    ['no argument', () => vmap(() => x)(), 'vmap(<lambda>)(<inputs>): got no inputs.'],
    ['no models', () => func.stack_module_state([]), 'stack_module_state: Expected at least one model, got 0.'],
  ])('refuses %s', (_, run, message) => {
    expect(run).toThrow(message);
  });

  it('lets a number be asked of what all samples share, and of what comes out', () => {
    const scale = torch.tensor(2);
    const y = vmap((t: torch.Tensor) => t.mul(scale.item()))(x);
    expect(y.sum().item()).toBe(3.5);
  });
});
