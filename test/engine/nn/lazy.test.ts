import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { nn } = torch;

/** The texts and numbers are those of PyTorch 2.15. */
it('lazy layers take their sizes from the first input, draw as ordinary layers then, and are such from then on', () => {
  torch.manual_seed(0);
  const model = new nn.Sequential(
    new nn.LazyConv2d(4, 3, { padding: 1 }),
    new nn.LazyBatchNorm2d(),
    new nn.Flatten(),
    new nn.LazyLinear(2),
  );
  expect(String(model)).toContain('(0): LazyConv2d(0, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))');
  expect(String((model[3] as unknown as torch.nn.Linear).weight)).toBe('<UninitializedParameter>');
  expect(() => new nn.LazyLinear(3).weight.shape).toThrow("Can't access the shape of an uninitialized parameter or buffer.");
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1 });
  model(torch.randn(2, 3, 4, 4))
    .sum()
    .backward();
  optimizer.step();
  expect(String(model)).toContain('(3): Linear(in_features=64, out_features=2, bias=True)');
  expect(model.parameters().map((p) => [p.constructor.name, [...p.shape], p.grad !== null])).toEqual([
    ['Parameter', [4, 3, 3, 3], true],
    ['Parameter', [4], true],
    ['Parameter', [4], true],
    ['Parameter', [4], true],
    ['Parameter', [2, 64], true],
    ['Parameter', [2], true],
  ]);
});

it('a lazy layer takes sizes from what is loaded too, and refuses what has no channels', () => {
  const linear = new nn.LazyLinear(2);
  linear.load_state_dict({ weight: torch.ones(2, 3), bias: torch.zeros(2) });
  expect(linear(torch.ones(1, 3)).tolist()).toEqual([[3, 3]]);
  expect(linear.in_features).toBe(3);
  expect(() => new nn.LazyConv2d(4, 3)(torch.randn(3, 3))).toThrow(
    'Expected 3D (unbatched) or 4D (batched) input to LazyConv2d, but got input of size: torch.Size([3, 3])',
  );
});
