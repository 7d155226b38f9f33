import { describe, expect, it } from 'vitest';
import type { Pass, Scalar } from '../../src/protocol/trace.js';
import { Losses } from '../../src/trace/recording/losses.js';
import { node, nameOf, traceOf } from './traceOf.js';

/** The gradients that came to `name` along each of its outgoing edges: `by op: elements`. */
function flows({ nodes, edges }: Pass, name: string): [by: string, elements: Scalar[] | 'all' | null][] {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  return edges
    .filter(({ from }) => nameOf(byId.get(from)!) === name)
    .map(({ to, input, grad }) => [`${nameOf(byId.get(to)!)}:${input}`, grad === undefined ? 'all' : grad && grad.data!]);
}

describe('gradients on their way', () => {
  it('are the whole gradient where one path leads to a tensor', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true });
const y = x.mul(3);
y.sum().backward();`);
    expect(flows(passes[0]!, 'x')).toEqual([['y:0', 'all']]);
    expect(flows(passes[0]!, 'y')).toEqual([['sum:0', 'all']]);
    expect(node(passes[0], 'x').grad!.data).toEqual([3, 3]);
  });

  it('add up to the gradient where paths meet, each in the shape of its input', async () => {
    const { passes } = await traceOf(`
const b = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true });
const x = torch.ones(3, 2);
const sum = x.add(b);
const scaled = sum.mul(b);
scaled.sum().backward();`);
    const [pass] = passes;
    // b was stretched over three rows, as a summand and as a factor.
    expect(flows(pass!, 'b')).toEqual([
      ['sum:1', [3, 6]],
      ['scaled:1', [6, 9]],
    ]);
    expect(node(pass, 'b').grad!.data).toEqual([9, 15]);
  });

  it('tell the two uses of a tensor in one operation apart', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([2], { dtype: torch.float32, requires_grad: true });
const y = x.pow(x);
y.backward();`);
    const [, base] = flows(passes[0]!, 'x')[0]!;
    const [, exponent] = flows(passes[0]!, 'x')[1]!;
    expect((base as number[])[0]).toBeCloseTo(4, 5);
    expect((exponent as number[])[0]).toBeCloseTo(4 * Math.LN2, 5);
  });

  it('are null where nothing flowed', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([2], { dtype: torch.float32, requires_grad: true });
const shown = x.detach();
const y = x.mul(5);
y.backward();`);
    expect(flows(passes[0]!, 'x')).toEqual([
      ['shown:0', null],
      ['y:0', 'all'],
    ]);
  });

  it('are told when a hook made something else of them', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([2], { dtype: torch.float32, requires_grad: true });
const h = x.mul(5);
h.register_hook((g: torch.Tensor) => g.mul(10));
h.add(1).backward();`);
    expect(flows(passes[0]!, 'h')).toEqual([['add:0', [1]]]);
    expect(node(passes[0], 'h').grad!.data).toEqual([10]);
  });

  it('are those of the last walk, when gradients were asked for before backward()', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([2], { dtype: torch.float32, requires_grad: true });
const y = x.mul(5).add(x);
torch.autograd.grad(y, x, { grad_outputs: torch.tensor([100.5]), retain_graph: true });
y.backward();`);
    expect(flows(passes[0]!, 'x')).toEqual([
      ['mul:0', [5]],
      ['y:1', [1]],
    ]);
    expect(node(passes[0], 'x').grad!.data).toEqual([6]);
  });

  it('come once from an operation with several results', async () => {
    const { passes } = await traceOf(`
const x = torch.tensor([1, 2, 3, 4], { dtype: torch.float32, requires_grad: true });
const [a, b] = x.chunk(2);
a.mul(b).add(x.slice(0, 0, 2)).sum().backward();`);
    const brought = flows(passes[0]!, 'x').filter(([, elements]) => elements !== null);
    expect(brought.map(([, elements]) => elements)).toEqual([
      [3, 4, 1, 2],
      [1, 1, 0, 0],
    ]);
    expect(node(passes[0], 'x').grad!.data).toEqual([4, 5, 1, 2]);
  });

  it('stay as they were when a later step changes the memory in place', async () => {
    const { passes } = await traceOf(`
const w = torch.tensor([1], { dtype: torch.float32, requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.grad?.zero_();
  const g = torch.tensor([i + 1.0]);
  w.add(w).backward(g);
  g.fill_(-7);
}`);
    const trained = passes.filter(({ backward }) => backward);
    expect(trained.map((pass) => flows(pass, 'w').map(([, elements]) => elements))).toEqual([
      [[1], [1]],
      [[2], [2]],
      [[3], [3]],
    ]);
  });

  it('name the arguments that they came to', async () => {
    const { passes } = await traceOf(`
const a = torch.ones(2, { requires_grad: true });
torch.where(a.gt(0), a, 0.5).add(torch.cat([a, a]).sum()).sum().backward();`);
    const [pass] = passes;
    const names = (op: string) => pass!.edges.filter(({ to }) => to === node(pass, op).id).map(({ argument }) => argument);
    expect([names('where'), names('cat'), names('add')]).toEqual([
      ['condition', 'input'],
      ['tensors[0]', 'tensors[1]'],
      ['input', 'other'],
    ]);
  });
});

describe('the time of an operation', () => {
  it('is that of its forward, and larger for more work', async () => {
    const { passes } = await traceOf(`
const a = torch.ones(250, 250, { requires_grad: true });
let big = a, small = a.sum();
for (let i = 0; i < 30; i++) {
  big = a.matmul(a);
  small = small.mul(1);
}
big.sum().add(small).backward();`);
    // The shortest of many times counts, since a machine may do something else during one operation.
    const time = (name: string) => Math.min(...passes[0]!.nodes.filter((one) => one.label === name).map((one) => one.time_ms!));
    expect(time('big')).toBeGreaterThan(5 * time('small'));
    expect(node(passes[0], 'a').time_ms).toBeGreaterThanOrEqual(0);
  });

  it('of a parameter is not counted again in later passes', async () => {
    const { passes } = await traceOf(`
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 2; i++) w.sum().backward();`);
    expect(passes.map((pass) => 'time_ms' in node(pass, 'w'))).toEqual([true, false]);
  });
});

describe('losses of a run without end', () => {
  it('are thinned evenly, and counted all', () => {
    const losses = new Losses(10);
    for (let pass = 0; pass < 1000; pass++) losses.add(pass);
    const { pass_count: count, losses: kept, loss_stride: stride } = losses.written();
    expect(count).toBe(1000);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(kept).toEqual(kept.map((_, i) => i * stride!));
    expect(losses.last).toBe(999);
  });

  it('are all there in a short one', () => {
    const losses = new Losses(10);
    for (const loss of [3, null, 1]) losses.add(loss);
    expect(losses.written()).toEqual({ pass_count: 3, losses: [3, null, 1] });
  });
});
