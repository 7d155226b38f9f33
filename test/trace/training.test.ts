import { describe, expect, it } from 'vitest';
import { binding, edgesOf, nameOf, node, traceOf } from './traceOf.js';

const TRAINING = `
torch.manual_seed(0);
const x = torch.randn(8, 1);
const target = x.mul(3).add(0.5);
const w = torch.zeros(1, 1, { requires_grad: true });
for (let i = 0; i < 10; i++) {
  const loss = x.matmul(w).sub(target).pow(2).mean();
  loss.backward();
  torch.no_grad(() => {
    const step = w.grad.mul(0.1);
    w.sub_(step);
    w.grad.zero_();
  });
}`;

describe('a training', () => {
  it('has the same graph in every pass, with the same keys, and no trace of its steps', async () => {
    const { passes, losses } = await traceOf(TRAINING);
    expect(passes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const later = passes.slice(1).map((pass) => pass.nodes.map(({ key }) => key));
    for (const keys of later) expect(keys).toEqual(later[0]);
    expect(edgesOf(passes[9]!)).toEqual(['x>mm:0', 'w>mm:1', 'mm>sub:0', 'target>sub:1', 'sub>pow:0', 'pow>loss:0']);
    const keyOf = (pass: number, name: string) => node(passes[pass], name).key;
    for (const name of ['x', 'w', 'mm', 'sub', 'pow', 'loss']) expect(keyOf(0, name)).toBe(keyOf(5, name));
    expect(losses).toEqual(passes.map(({ loss }) => loss));
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 5);
  });

  it('shows a parameter as it was in each pass', async () => {
    const { passes, bindings } = await traceOf(TRAINING);
    const w = passes.map((pass) => node(pass, 'w').value.data![0] as number);
    const grad = passes.map((pass) => node(pass, 'w').grad!.data![0] as number);
    expect(w[0]).toBe(0);
    for (let i = 1; i < w.length; i++) expect(w[i]).toBeCloseTo(w[i - 1]! - 0.1 * grad[i - 1]!, 5);
    expect(passes.every((pass) => node(pass, 'w').kind === 'parameter')).toBe(true);
    const last = binding(bindings, 'w');
    expect(last.value.data![0]).toBeCloseTo(w[9]! - 0.1 * grad[9]!, 5);
    expect([last.count, last.pass, last.node, last.key]).toEqual([1, 9, node(passes[9], 'w').id, node(passes[9], 'w').key]);
  });

  it('sees a parameter that changed in the middle of a pass as it is when the graph uses it', async () => {
    const { passes } = await traceOf(`
const w = torch.ones(1, { requires_grad: true });
w.mul(1).backward();
const before = w.mul(1);
torch.no_grad(() => w.data.add_(4));
const y = w.mul(2);
y.backward();`);
    expect(node(passes[1], 'w').value.data).toEqual([5]);
    expect(node(passes[1], 'y').value.data).toEqual([10]);
    expect(passes[1]!.nodes.map(nameOf)).toEqual(['w', 'before', 'y']);
  });

  it('carries what an operation made into the next pass as a leaf of its own name', async () => {
    const { passes } = await traceOf(`
const w = torch.ones(1, { requires_grad: true });
let h = torch.zeros(1);
for (let i = 0; i < 4; i++) {
  const y = h.add(w);
  y.backward();
  h = y.detach();
}`);
    const keys = passes.slice(1).map((pass) => pass.nodes.map((n) => `${n.kind} ${n.key}`));
    expect(keys[1]).toEqual(keys[2]);
    expect(passes[3]!.nodes.map((n) => `${n.kind} ${nameOf(n)} ${n.value.data!.join()}`)).toEqual([
      'input y 3',
      'op h 3',
      'parameter w 1',
      'op y 4',
    ]);
  });

  it('keeps the first, the last and evenly spread passes, and every loss', async () => {
    const text = `
const w = torch.ones(1, { requires_grad: true });
for (let i = 0; i < 103; i++) w.mul(i).backward();`;
    const { passes, losses, pass_count: count, tensor } = await traceOf(text, { maxPasses: 10 });
    const kept = passes.map(({ index }) => index);
    expect(kept).toEqual([0, 16, 32, 48, 64, 80, 96, 102]);
    expect(passes.map(({ loss }) => loss)).toEqual(kept);
    expect([count, losses.length, losses[57]]).toEqual([103, 103, 57]);
    expect(tensor({ pass: 48, node: passes[3]!.root!, which: 'value' })).toEqual({
      shape: [1],
      dtype: 'float32',
      data: [48],
      text: 'tensor([48.])',
    });
    expect(tensor({ pass: 47, node: 'n0', which: 'value' })).toBeNull();
    for (const maxPasses of [1, 2]) expect((await traceOf(text, { maxPasses })).passes.map(({ index }) => index)).toEqual([0, 102]);
  });

  it('keeps whole tensors within its budget of bytes, and every summary', async () => {
    const text = `
const w = torch.ones(1000, { requires_grad: true });
for (let i = 0; i < 6; i++) w.mul(i).sum().backward();`;
    const { passes, tensor } = await traceOf(text, { limits: { tensorBytes: 2 ** 30, keptBytes: 40_000 } });
    const mul = (pass: number) => node(passes[pass], 'mul');
    expect(passes.map((_, i) => mul(i).value.mean)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(tensor({ pass: 0, node: mul(0).id, which: 'value' })).toBeNull();
    expect(tensor({ pass: 5, node: mul(5).id, which: 'value' })?.data).toHaveLength(1000);
    expect(tensor({ pass: 5, node: mul(5).id, which: 'grad' })?.data.slice(0, 2)).toEqual([1, 1]);
  });

  it('reads large values early when a pass would hold too many bytes', async () => {
    const text = `
let x = torch.ones(100000);
for (let i = 0; i < 50; i++) x = x.add(1);`;
    const { passes, tensor } = await traceOf(text, { limits: { tensorBytes: 2 ** 30, keptBytes: 2_000_000 } });
    expect(passes[0]!.nodes.map(({ value }) => value.max)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    expect(tensor({ pass: 0, node: 'n3', which: 'value' })).toBeNull();
  });

  it.each([8, 500_000])('keeps all losses, gradients and summaries where no tensor may be kept, of %i numbers', async (size) => {
    const text = `
const w = torch.ones(${size}, { requires_grad: true });
for (let i = 0; i < 4; i++) {
  const loss = w.mul(i).mul(2).mean();
  loss.backward();
}`;
    const { passes, losses, tensor } = await traceOf(text, { limits: { tensorBytes: 2 ** 30, keptBytes: 0 } });
    expect(losses).toEqual([0, 2, 4, 6]);
    expect(passes.map((pass) => node(pass, 'mul').grad?.mean)).toEqual([1, 2, 3, 4].map(() => expect.closeTo(1 / size, 9)));
    expect(tensor({ pass: 3, node: node(passes[3], 'mul').id, which: 'value' })).toBeNull();
  });
});
