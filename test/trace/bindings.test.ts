import { describe, expect, it } from 'vitest';
import { binding, node, traceOf } from './traceOf.js';

describe('bindings', () => {
  it('tell of the last tensor a name held, how many it held, and its node', async () => {
    const { passes, bindings } = await traceOf(`
const x = torch.ones(2, { requires_grad: true });
let y = x.mul(2);
for (let i = 0; i < 3; i++) y = y.add(i);
y.sum().backward();
const n = 3, list = [x], o = { x };`);
    expect(bindings.map(({ name, source, count }) => [name, source.line, count])).toEqual([
      ['x', 2, 1],
      ['y', 3, 1],
      ['y', 4, 3],
    ]);
    expect(bindings[2]).toMatchObject({
      shape: [2],
      dtype: 'float32',
      requires_grad: true,
      grad_fn: 'AddBackward0',
      text: 'tensor([5., 5.], grad_fn=<AddBackward0>)',
      grad_text: 'tensor([1., 1.])',
      node: node(passes[0], 'y').id,
      key: node(passes[0], 'y').key,
      pass: 0,
    });
    expect(binding(bindings, 'x')).toMatchObject({ text: 'tensor([1., 1.], requires_grad=True)', grad_text: 'tensor([2., 2.])' });
  });

  it('name every tensor of a destructuring, and parameters of functions', async () => {
    const { bindings } = await traceOf(`
const f = (a, { b }) => a.add(b);
const [p, q] = torch.ones(2, 3);
f(p, { b: q });`);
    expect(bindings.map(({ name, shape }) => `${name} ${shape.join('x')}`)).toEqual(['a 3', 'b 3', 'p 3', 'q 3']);
  });

  it('know tensors that no operation of the model made', async () => {
    const { bindings } = await traceOf(`
const x = torch.ones(2, { requires_grad: true });
x.sum().backward();
const g = x.grad;`);
    expect(binding(bindings, 'g')).toMatchObject({ node: null, key: null, text: 'tensor([1., 1.])' });
  });
});
