/** Whole models as ONNX: every named result and gradient, and batches of another size. */
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { onnxModel } from '../../../src/exchange/onnx/model.js';
import type { Pass } from '../../../src/protocol/trace.js';
import { traceOf } from '../../trace/traceOf.js';
import { compareReadBack } from './readBack.js';
import { compare } from './runtime.js';

const { nn, F } = { nn: 'torch.nn', F: 'torch.nn.functional' };

/** @param n the number of samples */
const models: Record<string, (n: number) => string> = {
  'a regression': (n) => `
    const x = torch.randn(${n}, 4), y = torch.randn(${n}, 1);
    torch.manual_seed(7);
    const net = new ${nn}.Sequential(new ${nn}.Linear(4, 8), new ${nn}.Tanh(), new ${nn}.Linear(8, 1));
    const out = net(x);
    const loss = ${F}.mse_loss(out, y);
    loss.backward();`,
  'a convolutional network': (n) => `
    const x = torch.randn(${n}, 1, 8, 8), y = torch.randint(0, 3, [${n}]);
    torch.manual_seed(7);
    const net = new ${nn}.Sequential(new ${nn}.Conv2d(1, 4, 3, { padding: 1 }), new ${nn}.ReLU(), new ${nn}.MaxPool2d(2),
      new ${nn}.Conv2d(4, 6, 3, { stride: 2 }), new ${nn}.GELU(), new ${nn}.Flatten(), new ${nn}.Linear(6, 3));
    const scores = net(x);
    const loss = ${F}.cross_entropy(scores, y);
    loss.backward();`,
  'a block with batch norm, groups and mean pooling': (n) => `
    const x = torch.randn(${n}, 4, 6, 6);
    torch.manual_seed(7);
    const net = new ${nn}.Sequential(new ${nn}.Conv2d(4, 8, 3, { groups: 2, dilation: 2, padding: 2, bias: false }), new ${nn}.BatchNorm2d(8), new ${nn}.SiLU(),
      new ${nn}.GroupNorm(2, 8), new ${nn}.AvgPool2d(3, { stride: 2, padding: 1 }), new ${nn}.ConvTranspose2d(8, 2, 2, { stride: 2 }), new ${nn}.AdaptiveAvgPool2d(1));
    const out = net(x);
    const loss = out.pow(2).sum();
    loss.backward();`,
  'a transformer layer over embedded words': (n) => `
    const words = torch.randint(0, 11, [${n}, 5]);
    torch.manual_seed(7);
    const table = new ${nn}.Embedding(11, 8, { padding_idx: 0 });
    const layer = new ${nn}.TransformerEncoderLayer(8, 2, 16, { dropout: 0, batch_first: true });
    const out = layer(table(words));
    const loss = out.mean(1).logsumexp(1).sum();
    loss.backward();`,
  'a recurrent network': (n) => `
    const x = torch.randn(${n}, 3, 4);
    const rnn = new ${nn}.LSTM(4, 5, { batch_first: true });
    const [out, [h, c]] = rnn(x);
    const loss = out.mul(out).mean().add(c.sum());
    loss.backward();`,
  'indices, masks and changes in place': (n) => `
    const x = torch.randn(${n}, 4).requires_grad_();
    const rows = torch.tensor([1, 0, 1]);
    const a = x.index(rows, ':3').clone();
    a.index(0).mul_(2);
    a.index_put_([torch.tensor([2])], torch.ones(1, 3));
    const big = x.index(x.gt(0)).sum();
    const b = a.cumsum(0).flip(1).roll(1, 0).masked_fill(a.lt(0), 0.5);
    const [top] = x.topk(2, 1);
    const loss = b.norm().add(big).add(top.sum());
    loss.backward();`,
};

async function passOf(text: string): Promise<Pass> {
  const { passes } = await traceOf(`torch.manual_seed(3);${text}`, { withSteps: true, maxPasses: 1 });
  return passes.find(({ backward }) => backward)!;
}

const parse = (bytes: Uint8Array) => fromBinary(ModelProtoSchema, bytes).graph!;

describe('a model as ONNX', () => {
  it.each(Object.keys(models))('%s: every result and gradient', async (name) => {
    const pass = await passOf(models[name]!(4));
    const { bytes, left } = onnxModel(pass, { backward: true, name });
    expect(left).toEqual([]);
    const all = await compare(bytes, pass);
    for (const { name: output, difference } of all) expect(difference, output).toBeLessThan(1e-5);
    const parameters = pass.nodes.filter(({ kind, grad }) => kind === 'parameter' && grad);
    expect(all.map((each) => each.name)).toEqual(expect.arrayContaining(parameters.map(({ label }) => `${label}_grad`)));
  });

  it.each(Object.keys(models))('%s: read back as a model file', async (name) => {
    const pass = await passOf(models[name]!(4));
    const { bytes } = onnxModel(pass, { backward: true, name });
    for (const { name: output, difference } of await compareReadBack(bytes, pass)) expect(difference, output).toBeLessThan(1e-5);
  });

  it.each(Object.keys(models).slice(0, 4))('%s: with another number of samples', async (name) => {
    const [four, six] = [await passOf(models[name]!(4)), await passOf(models[name]!(6))];
    const { bytes } = onnxModel(four, { backward: false, name });
    const dims = parse(bytes).input.flatMap(({ type }) =>
      type?.value.case === 'tensorType' ? type.value.value.shape!.dim[0]!.value.value : [],
    );
    expect(new Set(dims)).toEqual(new Set(['batch']));
    // Both models have the same parameters, and their batches differ.
    const others = { ...six, nodes: six.nodes };
    const weights = new Map(four.steps!.forward.flatMap(({ outputs }) => outputs.map(({ id, data }) => [id, data] as const)));
    const parameters = six.nodes.filter(({ kind }) => kind === 'parameter');
    const same = parameters.every(({ id }) => JSON.stringify(weights.get(id)) === JSON.stringify(valuesOf(six, id)));
    expect(same).toBe(true);
    for (const { name: output, difference } of await compare(bytes, others)) expect(difference, output).toBeLessThan(1e-5);
  });

  it('keeps the sizes where something depends on the number of samples', async () => {
    const pass = await passOf(
      'const x = torch.randn(4, 3); const w = torch.ones(4, { requires_grad: true }); const y = w.matmul(x); y.sum().backward();',
    );
    const { bytes } = onnxModel(pass, { backward: false, name: 'm' });
    const [input] = parse(bytes).input;
    expect(input!.type?.value.case === 'tensorType' && input!.type.value.value.shape!.dim.map(({ value }) => value.value)).toEqual([
      4n,
      3n,
    ]);
  });

  it('has names, weights and places of the source', async () => {
    const pass = await passOf(models['a regression']!(4));
    const graph = parse(onnxModel(pass, { backward: true, name: 'm' }).bytes);
    expect(graph.input.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(graph.initializer.map(({ name }) => name)).toEqual(expect.arrayContaining(['0.weight', '0.bias', '2.weight', '2.bias']));
    expect(graph.output.map(({ name }) => name)).toEqual(expect.arrayContaining(['out', 'loss', 'out_grad', '0.weight_grad']));
    expect(graph.node.find(({ opType }) => opType === 'Tanh')!.docString).toMatch(/^m\.tl\.ts:\d+:\d+$/);
  });

  it('says what ONNX lacks, where a result needs it and where only a name does', async () => {
    const pass = await passOf('const x = torch.ones(2, { requires_grad: true }); const odd = x.lgamma(); x.sum().backward();');
    const { left } = onnxModel(pass, { backward: false, name: 'm' });
    expect(left).toEqual([expect.stringMatching(/^'odd' is not in the model: ONNX has no form for 'lgamma' \(m\.tl\.ts:\d+:\d+\)\.$/)]);
    const needed = await passOf('const x = torch.ones(2, { requires_grad: true }); x.lgamma().sum().backward();');
    expect(() => onnxModel(needed, { backward: false, name: 'm' })).toThrow("ONNX has no form for 'lgamma'");
  });
});

const valuesOf = ({ steps }: Pass, id: string) => steps!.forward.flatMap(({ outputs }) => outputs).find((value) => value.id === id)!.data;
