import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { checkpoint, checkpoint_sequential } = torch.utils.checkpoint;

it('a checkpoint gives the values, gradients and draws of the function', () => {
  const layer = new torch.nn.Sequential(new torch.nn.Linear(3, 3), new torch.nn.Dropout(0.5));
  const results = [(x: torch.Tensor) => layer(x), (x: torch.Tensor) => checkpoint(layer, x, { use_reentrant: false })].map((run) => {
    torch.manual_seed(1);
    const x = torch.ones([2, 3], { requires_grad: true });
    const y = run(x);
    y.sum().backward();
    return [y.tolist(), x.grad!.tolist()];
  });
  expect(results[0]).toEqual(results[1]);
  expect(checkpoint((a: torch.Tensor, b: number) => a.mul(b), torch.ones(2), 3).tolist()).toEqual([3, 3]);
  expect(checkpoint(() => 1, { use_reentrant: true })).toBe(1);
});

it('a dictionary that is no option is an argument', () => {
  const sum = ({ a, b }: { a: number; b: number }) => a + b;
  expect(checkpoint(sum, { a: 1, b: 2 })).toBe(3);
});

it('a sequence of layers is run in order', () => {
  const layers = new torch.nn.Sequential(new torch.nn.Linear(2, 2), new torch.nn.ReLU());
  const x = torch.ones(1, 2);
  expect(checkpoint_sequential(layers, 2, x, { use_reentrant: false }).tolist()).toEqual(layers(x).tolist());
  expect(() => checkpoint_sequential(layers, 3, x)).toThrow('segments (3) has to be from 1 to the number of functions (2).');
  expect(() => checkpoint(3 as never)).toThrow("'int' object is not callable");
});
