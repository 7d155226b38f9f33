import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { nn } = torch;
const { prune } = nn.utils;

/** The masks are those that PyTorch 2.15 makes with the same seed. */
it('pruning sets entries to 0 by masks, one method after another, until it is made permanent', () => {
  torch.manual_seed(3);
  const layer = new nn.Linear(4, 3) as torch.nn.Linear & { weight_mask: torch.Tensor; weight_orig: torch.nn.Parameter };
  prune.l1_unstructured(layer, 'weight', 0.3);
  expect([layer.named_parameters().map(([name]) => name), prune.is_pruned(layer)]).toEqual([['bias', 'weight_orig'], true]);
  prune.random_unstructured(layer, 'weight', 3);
  const mask = [
    [1, 1, 0, 0],
    [0, 1, 0, 1],
    [0, 1, 0, 0],
  ];
  expect(layer.weight_mask.tolist()).toEqual(mask);
  layer(torch.ones(1, 4)).sum().backward();
  expect(layer.weight_orig.grad!.tolist()).toEqual(mask);
  prune.ln_structured(layer, 'weight', 1, 2, 1);
  prune.remove(layer, 'weight');
  expect(layer.weight.ne(0).float().tolist()).toEqual([
    [1, 1, 0, 0],
    [0, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
  expect([Object.keys(layer.state_dict()), prune.is_pruned(layer)]).toEqual([['bias', 'weight'], false]);
  expect(() => prune.remove(layer, 'weight')).toThrow(/has to be pruned before pruning can be removed/);
});

it('prunes several parameters together by the least values of all', () => {
  const [a, b] = [new nn.Linear(2, 1, false), new nn.Linear(2, 1, false)];
  torch.no_grad(() => {
    a.weight.copy_(torch.tensor([[1, -5]]));
    b.weight.copy_(torch.tensor([[2, 4]]));
  });
  prune.global_unstructured(
    [
      [a, 'weight'],
      [b, 'weight'],
    ],
    prune.L1Unstructured,
    { amount: 0.5 },
  );
  expect([a.weight.tolist(), b.weight.tolist()]).toEqual([[[0, -5]], [[0, 4]]]);
  expect(() => prune.l1_unstructured(new nn.Linear(1, 1), 'weight', 1.5)).toThrow(
    'amount=1.5 should either be a float in the range [0, 1] or a non-negative integer',
  );
});
