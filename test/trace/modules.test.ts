import { describe, expect, it } from 'vitest';
import { nameOf, node, placeOf, traceOf } from './traceOf.js';

const NET = `
class Block extends torch.nn.Module {
  fc = new torch.nn.Linear(3, 2);
  forward(x) { return this.fc(x).relu() }
}
class Net extends torch.nn.Module {
  blocks = new torch.nn.Sequential(new Block(), new torch.nn.Linear(2, 1));
  scale = new torch.nn.Parameter(torch.ones(1));
  forward(x) { return this.blocks(x).mul(this.scale) }
}
const net = new Net();
`;

describe('modules', () => {
  it('name the operations in them by their path, and parameters by their qualified names', async () => {
    const { passes } = await traceOf(`${NET}net(torch.ones(4, 3)).sum().backward();`);
    const [pass] = passes;
    const by = (name: string) => node(pass, name);
    expect([by('blocks.0.fc.weight').kind, by('blocks.0.fc.weight').op, by('blocks.0.fc.weight').grad?.numel]).toEqual([
      'parameter',
      'Parameter',
      6,
    ]);
    expect(by('relu')).toMatchObject({ module: 'blocks.0', module_types: ['Net', 'Sequential', 'Block'] });
    expect(by('mul')).toMatchObject({ module: '', module_types: ['Net'] });
    expect(by('sum')).toMatchObject({ module: '', module_types: [] });
    expect(
      pass!.nodes
        .filter(({ module }) => module === 'blocks.0.fc')
        .every((n) => n.kind === 'op' && n.module_types.join('/') === 'Net/Sequential/Block/Linear'),
    ).toBe(true);
    expect(pass!.nodes.some(({ module }) => module === 'blocks.1')).toBe(true);
  });

  it('names parameters after their variables where a program has several models', async () => {
    const labels = async (text: string) =>
      (await traceOf(text)).passes.at(-1)!.nodes.flatMap((n) => (n.kind === 'parameter' ? n.label : []));
    const two = `
const first = new torch.nn.Linear(2, 1);
const second = new torch.nn.Sequential(new torch.nn.Linear(1, 1), new torch.nn.Tanh());
second(first(torch.ones(3, 2))).sum().backward();`;
    expect(await labels(two)).toEqual(['first.weight', 'first.bias', 'second.0.weight', 'second.0.bias']);
    const held = `
const first = new torch.nn.Linear(2, 1);
const net = new torch.nn.Sequential(first, new torch.nn.Tanh());
const criterion = new torch.nn.MSELoss();
criterion(net(torch.ones(3, 2)), torch.zeros(3, 1)).backward();`;
    expect(await labels(held)).toEqual(['0.weight', '0.bias']);
  });

  it('leave the places of what they compute to the call that the model wrote', async () => {
    const { passes } = await traceOf(`${NET}net(torch.ones(4, 3)).sum().backward();`);
    const inner = passes[0]!.nodes.filter(({ module }) => module === 'blocks.0.fc');
    expect(new Set(inner.map(placeOf))).toEqual(new Set(['4:23-4:33']));
    expect(new Set(passes[0]!.nodes.filter(({ module }) => module === 'blocks.1').map(placeOf))).toEqual(new Set(['9:23-9:37']));
  });

  it('show parameters at the call that made them, with a key of their own in every pass', async () => {
    const text = `${NET}
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  optimizer.zero_grad();
  net(torch.ones(4, 3)).sum().backward();
  optimizer.step();
}`;
    const { passes } = await traceOf(text);
    expect(passes).toHaveLength(3);
    const parameters = passes.map((pass) => pass.nodes.filter(({ kind }) => kind === 'parameter'));
    expect(parameters[0]!.map((n) => `${nameOf(n)} ${placeOf(n)}`).toSorted()).toEqual([
      'blocks.0.fc.bias 3:8-3:33',
      'blocks.0.fc.weight 3:8-3:33',
      'blocks.1.bias 7:49-7:74',
      'blocks.1.weight 7:49-7:74',
      'scale 8:34-8:47',
    ]);
    expect(new Set(parameters[0]!.map(({ key }) => key)).size).toBe(5);
    for (const pass of passes)
      expect(pass.nodes.map(({ key }) => key).toSorted()).toEqual(passes[0]!.nodes.map(({ key }) => key).toSorted());
    const weight = passes.map((pass) => node(pass, 'blocks.1.bias'));
    expect(weight[1]!.value.data![0]).toBeCloseTo((weight[0]!.value.data![0] as number) - 0.1 * (weight[0]!.grad!.data![0] as number), 5);
  });

  it('that no other module holds work under the name of the one that called them', async () => {
    const { passes } = await traceOf(`
class Twice extends torch.nn.Module {
  forward(x) { return x.add(x) }
}
class Net extends torch.nn.Module {
  forward(x) { return new Twice()(x) }
}
new Net()(torch.ones(2));`);
    expect(node(passes[0], 'add')).toMatchObject({ module: '', module_types: ['Net', 'Twice'] });
  });
});
