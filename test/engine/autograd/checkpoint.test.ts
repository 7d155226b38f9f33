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

it('a checkpoint runs its function again in each backward pass, with the same draws', () => {
  const norm = new torch.nn.BatchNorm1d(2);
  const drawn: number[] = [];
  const block = (x: torch.Tensor) => {
    drawn.push(torch.rand(1).item());
    const y = norm(x);
    return [y, y.mul(2)] as const;
  };
  const x = torch.tensor(
    [
      [1, 2],
      [3, 6],
    ],
    { dtype: torch.float32, requires_grad: true },
  );
  const [a, b] = checkpoint(block, x, { use_reentrant: false });
  const after = torch.rand(1).item();
  a.square().sum().add(b.sum()).backward({ retain_graph: true });
  expect(drawn.length).toBe(2);
  expect(drawn[1]).toBe(drawn[0]);
  // The running mean of PyTorch 2.15, which is updated twice.
  expect(String(norm.running_mean)).toBe('tensor([0.3800, 0.7600])');
  a.sum().backward();
  expect(drawn.length).toBe(3);
  torch.no_grad(() => checkpoint(block, x));
  expect(drawn.length).toBe(4);
  expect(after).not.toBe(drawn[0]);
});
