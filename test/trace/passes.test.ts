import { describe, expect, it } from 'vitest';
import type { Pass } from '../../src/protocol/trace.js';
import { edgesOf, nameOf, node, placeOf, traceOf } from './traceOf.js';

const FIRST = `
const x1 = torch.ones(2, 2, { requires_grad: true });
const y1 = x1.add(1);
const z1 = y1.mul(y1).mul(2);
const out1 = z1.mean();
out1.backward();`;

const shapeOfPass = (pass: Pass) => pass.nodes.map((n) => `${n.kind} ${nameOf(n)} ${n.value.data?.join(' ') ?? ''}`);

describe('a pass', () => {
  it('has a node for each operation, with value, gradient, edges and place', async () => {
    const { passes, losses } = await traceOf(FIRST);
    expect(passes).toHaveLength(1);
    const [pass] = passes as [Pass];
    expect(pass).toMatchObject({ index: 0, backward: true, loss: 8, root: node(pass, 'out1').id });
    expect(losses).toEqual([8]);
    expect(
      pass.nodes.map((n) => [
        n.kind,
        n.op,
        n.label,
        n.grad_fn,
        n.value.data?.[0],
        n.grad?.data?.[0],
        n.shape.length,
        n.in_graph,
        n.requires_grad,
        placeOf(n),
      ]),
    ).toEqual([
      ['parameter', 'ones', 'x1', null, 1, 2, 2, true, true, '2:12-2:53'],
      ['op', 'add', 'y1', 'AddBackward0', 2, 2, 2, true, true, '3:12-3:21'],
      ['op', 'mul', null, 'MulBackward0', 4, 0.5, 2, true, true, '4:12-4:22'],
      ['op', 'mul', 'z1', 'MulBackward0', 8, 0.25, 2, true, true, '4:12-4:29'],
      ['op', 'mean', 'out1', 'MeanBackward0', 8, 1, 0, true, true, '5:14-5:23'],
    ]);
    expect(edgesOf(pass)).toEqual(['x1>y1:0', 'y1>mul:0', 'y1>mul:1', 'mul>z1:0', 'z1>out1:0']);
    expect(pass.backward_order.map((id) => nameOf(pass.nodes.find((n) => n.id === id)!))).toEqual(['out1', 'z1', 'mul', 'y1', 'x1']);
  });

  it('stops before the first backward in forward mode, whatever is caught', async () => {
    const { passes, error } = await traceOf(FIRST.replace('out1.backward();', 'try { out1.backward() } catch {}\ntorch.ones(3);'), {
      mode: 'forward',
    });
    expect(String(error)).toContain('The run was ended.');
    const [pass] = passes as [Pass];
    expect(pass).toMatchObject({ backward: false, loss: 8, root: node(pass, 'out1').id });
    expect(pass.nodes.map(nameOf)).toEqual(['x1', 'y1', 'mul', 'z1', 'out1']);
    expect(pass.nodes.every(({ grad }) => grad === null)).toBe(true);
  });

  it('follows the last backward without one of its own, and is dropped when empty', async () => {
    const { passes } = await traceOf(`${FIRST}\nconst after = x1.mul(3);\nconst unused = torch.ones(1);`);
    expect(passes.map((pass) => [pass.index, pass.backward, pass.loss, nameOf(pass.nodes.find((n) => n.id === pass.root)!)])).toEqual([
      [0, true, 8, 'out1'],
      [1, false, null, 'after'],
    ]);
    expect((await traceOf(`${FIRST}\nconst unused = torch.ones(1);`)).passes).toHaveLength(1);
  });

  it('ends after as many as asked for', async () => {
    const text = 'const w = torch.ones(1, { requires_grad: true });\nfor (;;) try { w.mul(2).backward() } catch {}';
    const { pass_count: count, passes } = await traceOf(`\n${text}`, { passes: 3 });
    expect([count, passes.length]).toEqual([3, 3]);
  });

  it('tells what the root depends on from what it does not', async () => {
    const { passes } = await traceOf(`
const x = torch.ones(2).mul(3); const w = torch.ones(2, { requires_grad: true });
const p = w.mul(x); const d = p.detach(); const metric = d.sub(1); const loss = p.mul(d).sum();
loss.backward();`);
    const inGraph = (flag: boolean) => passes[0]!.nodes.filter((n) => n.in_graph === flag).map(nameOf);
    expect(inGraph(true)).toEqual(['x', 'w', 'p', 'd', 'mul', 'loss']);
    expect(inGraph(false)).toEqual(['ones', 'metric']);
  });

  it('keeps values as they were, whatever changes them later', async () => {
    const { passes } = await traceOf(`
const a = torch.zeros(3);
const b = a.add(1);
const c = b.mul(2);
b.add_(10);
b.index(0).fill_(7);
const d = b.mul(1);`);
    expect(shapeOfPass(passes[0]!)).toEqual([
      'input a 0 0 0',
      'op b 1 1 1',
      'op c 2 2 2',
      'op b 11 11 11',
      'op select 11',
      'op fill_ 7',
      'op b 7 11 11',
      'op d 7 11 11',
    ]);
    expect(edgesOf(passes[0]!)).toEqual(['a>b:0', 'b>c:0', 'b>b:0', 'b>select:0', 'select>fill_:0', 'b>b:0', 'fill_>b:1', 'b>d:0']);
  });

  it('shows out= as the operation that made the tensor from then on', async () => {
    const { passes } = await traceOf(
      '\nconst r = torch.empty(2); torch.add(torch.ones(2), torch.ones(2), { out: r }); const s = r.mul(2);',
    );
    expect(edgesOf(passes[0]!)).toEqual(['ones>r:0', 'ones>r:1', 'r>s:0']);
    expect(node(passes[0], 's').value.data).toEqual([4, 4]);
  });

  it('shows further results of an operation when something uses them', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(2, 3); const [values, where] = x.max(1); const [a] = x.split(1); const y = a.add(1);',
    );
    expect(passes[0]!.nodes.map((n) => `${nameOf(n)} ${n.op}`)).toEqual(['x ones', 'values max', 'where max.1', 'a split', 'y add']);
  });

  it('marks what broadcasting stretched', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(2, 3), b = torch.ones(3), w = torch.ones(3, 1); const y = x.add(b); const z = x.matmul(w);',
    );
    expect(edgesOf(passes[0]!)).toEqual(['x>y:0', 'b>y:1 to 2x3', 'x>mm:0', 'w>mm:1'].map((e) => e.replace('mm', 'z')));
  });

  it.each([
    'logaddexp(b)',
    'copysign(b)',
    'isclose(b)',
    'less(b)',
    'greater(b)',
    'not_equal(b)',
    'less_equal(b)',
    'greater_equal(b)',
    'fmod(b)',
    'long().bitwise_and(b.long())',
    'long().gcd(b.long())',
    'long().lcm(b.long())',
    'masked_fill(b.bool(), 1)',
    'where(b.bool(), 0)',
  ])('marks what %s stretched', async (call) => {
    const { passes } = await traceOf(`\nconst x = torch.ones(2, 3), b = torch.ones(3); const y = x.${call};`);
    expect(edgesOf(passes[0]!).filter((edge) => edge.includes('>y:') && edge.endsWith(' to 2x3'))).toHaveLength(1);
  });

  it('marks what a product is added to, and not what is multiplied', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(2, 3), w = torch.ones(3, 1), b = torch.ones(1); const y = torch.addmm(b, x, w);',
    );
    expect(edgesOf(passes[0]!)).toEqual(['b>y:0 to 2x1', 'x>y:1', 'w>y:2']);
  });

  it('writes the arguments that are no tensors as PyTorch would', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(2, 3); const s = x.sum(1, { keepdim: true }); const y = torch.tensor(Array(100).fill(0.5)).add(1);',
    );
    expect(node(passes[0], 's').attributes).toBe('dim=1, keepdim=True');
    expect(node(passes[0], 'tensor').attributes).toMatch(/^data=\[0\.5, 0\.5, .{40,50}…$/);
  });

  it('has the same graph again when backward is called once more', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(1, { requires_grad: true }); const y = x.mul(2); y.backward(null, { retain_graph: true }); y.backward();',
    );
    expect(passes).toHaveLength(2);
    for (const pass of passes)
      expect(pass.nodes.map((n) => [nameOf(n), n.grad?.data?.[0]])).toEqual([
        ['x', 2],
        ['y', 1],
      ]);
    expect(passes[1]!.nodes.map(({ key }) => key)).toEqual(passes[0]!.nodes.map(({ key }) => key));
  });

  it('calls a parameter what became one after it was computed', async () => {
    const { passes } = await traceOf(`
const w = torch.ones(3).mul(0.5).requires_grad_();
w.mul(2).sum().backward();`);
    expect(node(passes[0], 'w')).toMatchObject({
      kind: 'parameter',
      op: 'mul',
      requires_grad: true,
      in_graph: true,
      grad: { min: 2, max: 2 },
    });
  });

  it('shows gradients that torch.autograd.grad brought', async () => {
    const { passes } = await traceOf(
      '\nconst x = torch.ones(1, { requires_grad: true }); const y = x.mul(3); const [g] = torch.autograd.grad(y, [x]);',
    );
    expect(passes).toHaveLength(1);
    expect([node(passes[0], 'x').grad?.data, node(passes[0], 'y').grad?.data]).toEqual([[3], [1]]);
  });
});

describe('places', () => {
  it('are the innermost expression that the model wrote', async () => {
    const { passes } = await traceOf(`
function twice(t) { return t.add(t) }
const x = torch.ones(2, 3);
const y = twice(twice(x)).sum();
const t = x.T;
const z = torch.matmul(x, x.T);`);
    expect(passes[0]!.nodes.map((n) => `${n.op} ${placeOf(n)}`)).toEqual([
      'ones 3:11-3:27',
      'add 2:28-2:36',
      'add 2:28-2:36',
      'sum 4:11-4:32',
      'permute 5:7-5:8',
      'permute 6:11-6:31',
      'mm 6:11-6:31',
    ]);
    const keys = passes[0]!.nodes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a run that ends at an operation', () => {
  const MODEL = `
class Net extends torch.nn.Module {
  fc = new torch.nn.Linear(3, 2);
  forward(x: torch.Tensor) {
    return this.fc(x.relu());
  }
}
const net = new Net();
net(torch.ones(4, 5));
`;

  it('shows what the operation was given, and that nothing came of it', async () => {
    const run = await traceOf(MODEL, { mayFail: true });
    const { nodes, edges } = run.passes.at(-1)!;
    const failed = nodes.find(({ kind }) => kind === 'failed')!;
    expect(failed).toMatchObject({ op: 'linear', module: 'fc', module_types: ['Net', 'Linear'], shape: [], grad: null });
    const given = edges.filter(({ to }) => to === failed.id).map(({ from }) => nodes.find(({ id }) => id === from)!);
    expect(given.map(({ op, shape }) => [op, shape])).toEqual([
      ['relu', [4, 5]],
      ['Parameter', [2, 3]],
      ['Parameter', [2]],
    ]);
  });

  it('has a pass for it also when it was the first', async () => {
    const run = await traceOf('\nconst a = torch.ones(2, 3);\na.add(torch.ones(4));\n', { mayFail: true });
    expect(run.passes.map(({ nodes, loss }) => [nodes.map(({ kind }) => kind), loss])).toEqual([[['input', 'constant', 'failed'], null]]);
  });
});

it('the last pass with gradients is kept, also when another without follows it', async () => {
  const model = (steps: number) => `
const w = torch.zeros(1, { requires_grad: true });
for (let i = 0; i < ${steps}; i++) (w - i).pow(2).sum().backward();
torch.no_grad(() => w * 2);`;
  for (const steps of [97, 100, 101]) {
    const { passes } = await traceOf(model(steps), { maxPasses: 50 });
    expect(passes.slice(-2).map(({ index, loss, backward }) => [index, loss, backward])).toEqual([
      [steps - 1, (steps - 1) ** 2, true],
      [steps, null, false],
    ]);
    expect(passes.at(-2)!.nodes.some(({ grad }) => grad?.data)).toBe(true);
    expect(passes.map(({ index }) => index)).toEqual(passes.map(({ index }) => index).toSorted((a, b) => a - b));
  }
});
