/** Several gradients at once, hooks of optimizers, and members of modules, as in PyTorch 2.15. */
import { expect, it } from 'vitest';
import * as engine from '../../../src/engine/index.js';
import { forPrograms } from '../../../src/engine/library.js';

// What a program gets, with its arguments checked.
const torch = forPrograms(engine);

const { autograd, nn, optim } = torch;

it('autograd.grad takes a batch of grad_outputs', () => {
  const w = torch.tensor([1, 2, 3], { dtype: torch.float32, requires_grad: true });
  const [jacobian] = autograd.grad(w.square(), [w], { grad_outputs: torch.eye(3), is_grads_batched: true, create_graph: true });
  expect([jacobian.tolist(), jacobian.requires_grad]).toEqual([
    [
      [2, 0, 0],
      [0, 4, 0],
      [0, 0, 6],
    ],
    true,
  ]);
  const [second] = autograd.grad(jacobian.sum(), [w]);
  expect(second.tolist()).toEqual([2, 2, 2]);
  const other = torch.ones(2, { requires_grad: true });
  const found = autograd.grad(w.sum(), [w, other], { materialize_grads: true });
  expect(found.map((g) => g.tolist())).toEqual([
    [1, 1, 1],
    [0, 0],
  ]);
});

it('hooks run around the steps of an optimizer', () => {
  const w = torch.ones(2, { requires_grad: true });
  const optimizer = new optim.SGD([w], { lr: 1 });
  const seen: unknown[] = [];
  const handle = optimizer.register_step_pre_hook((o) => seen.push(o === optimizer && w.tolist()));
  optimizer.register_step_post_hook(() => seen.push(w.tolist()));
  w.sum().backward();
  optimizer.step();
  handle.remove();
  optimizer.step();
  expect(seen).toEqual([
    [1, 1],
    [0, 0],
    [-1, -1],
  ]);
});

it('modules convert to half precision; attention runs under any kernel', () => {
  const dtypes = [new nn.Linear(1, 1).half(), new nn.Linear(1, 1).bfloat16()];
  expect(dtypes.map(({ weight }) => String(weight.dtype))).toEqual(['torch.float16', 'torch.bfloat16']);
  const layer = new nn.Linear(1, 1);
  expect(layer.share_memory()).toBe(layer);
  expect(nn.attention.sdpa_kernel([nn.attention.SDPBackend.MATH], () => 3)).toBe(3);
  expect(autograd.no_grad(() => layer(torch.ones(1))).requires_grad).toBe(false);
});
