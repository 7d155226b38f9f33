/** ONNX models as model files: models of PyTorch's exporters, names, nodes that cannot be read, and damaged files. */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProtoSchema,
  AttributeProto_AttributeType,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  ValueInfoProtoSchema,
} from 'onnx-buf';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setFileAccess } from '../../../src/engine/files/access.js';
import { RuntimeError } from '../../../src/engine/errors.js';
import * as torch from '../../../src/engine/index.js';
import { modelOfOnnx } from '../../../src/exchange/onnx/reading/modelFile.js';
import { NotOnnx } from '../../../src/exchange/onnx/reading/parse.js';
import { runOnnx } from './readBack.js';

const read = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

interface Told {
  shape: number[];
  data: number[];
}

const expected = JSON.parse(new TextDecoder().decode(read('expected.json'))) as Record<string, { input: Told; outputs: Told[] }>;

const tensor = ({ shape, data }: Told, dtype: typeof torch.float32) => torch.tensor(data, { dtype }).reshape(shape);

/** A model with one node. */
const small = (opType: string, attribute: { name: string; text: string }[] = [], name = '') =>
  toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      opsetImport: [{ domain: '', version: 20n }],
      graph: create(GraphProtoSchema, {
        input: [create(ValueInfoProtoSchema, { name: 'x' })],
        output: [create(ValueInfoProtoSchema, { name: 'y' })],
        node: [
          create(NodeProtoSchema, {
            opType,
            name,
            input: ['x', 'x'],
            output: ['y'],
            attribute: attribute.map(({ name: of, text }) =>
              create(AttributeProtoSchema, { name: of, type: AttributeProto_AttributeType.STRING, s: new TextEncoder().encode(text) }),
            ),
          }),
        ],
      }),
    }),
  );

describe('a model of ONNX as a model file', () => {
  it.each(Object.keys(expected))('%s of PyTorch computes what PyTorch computes', async (name) => {
    const { input, outputs: wanted } = expected[name]!;
    const x = tensor(input, name === 'attn' ? torch.int64 : torch.float32);
    const { problems, error, outputs } = await runOnnx(read(`${name}.onnx`), { x }, (path) => read(path));
    expect([problems, error]).toEqual([[], null]);
    expect(outputs.map(({ shape }) => [...shape])).toEqual(wanted.map(({ shape }) => shape));
    outputs.forEach((y, i) => expect(y.to(torch.float64).sub(tensor(wanted[i]!, torch.float64)).abs().max().item()).toBeLessThan(1e-5));
  });

  it('has the names of the file, the weights as parameters, and inputs of one sample', () => {
    const { text, problems } = modelOfOnnx(read('cnn.onnx'), { path: 'cnn.onnx' });
    expect(problems).toEqual([]);
    expect(text).toContain("const weights = await torch.load('cnn.onnx');\n");
    expect(text).toContain("const l_weight = new nn.Parameter(weights['l.weight']);\n");
    expect(text).toContain('torch.manual_seed(0);\nconst x = torch.randn([1, 3, 16, 16]); // may have another size: batch\n');
    expect(text).toMatch(/^const f_0 = F\.conv2d\(x, \w+, \w+, \{ stride: 2, padding: 1 \}\);$/m);
  });

  it('shows the weights and each node in the graph', async () => {
    const { passes } = await runOnnx(read('rnn.onnx'));
    const kinds = passes.at(-1)!.nodes.map(({ kind, label }) => `${kind} ${label}`);
    expect(kinds).toEqual(expect.arrayContaining(['parameter o_weight', 'input x']));
  });

  it('says what has no form here, and the run ends there', async () => {
    const { text, problems, error } = await runOnnx(small('NonMaxSuppression', [], 'boxes'));
    expect(problems).toEqual(['NonMaxSuppression has no form here. (boxes)']);
    expect(text).toContain("const y = lacking('NonMaxSuppression has no form here. (boxes)');");
    expect((error as Error).message).toBe('NonMaxSuppression has no form here. (boxes)');
  });

  it('refuses inputs that the model does not have', () => {
    const inputs = new Map([['z', 'z.npy']]);
    expect(() => modelOfOnnx(read('rnn.onnx'), { path: 'm.onnx', inputs })).toThrow("The model has no input 'z': it has x.");
  });

  it('takes no word of a file into the program as it is', async () => {
    const evil = "mean' }); console.log('taken'); ({ a: '";
    const hostile = small('NegativeLogLikelihoodLoss', [{ name: 'reduction', text: evil }], 'a\n*/console.log(1)//');
    const model = fromBinary(ModelProtoSchema, hostile);
    model.producerName = "x\nconsole.log('taken')";
    model.graph!.name = '\u2028console.log("taken")';
    model.graph!.output[0]!.name = model.graph!.node[0]!.output[0] = "y');console.log('taken";
    const { text } = await runOnnx(toBinary(ModelProtoSchema, model));
    // Each line begins as one of our own lines, and no quote ends too early.
    const lines = text.split(/[\n\u2028]/).filter((line) => line !== '');
    expect(
      lines.filter((line) => !/^(\/\/|\/\*\*|import|const|function| {2}throw|\}|torch\.|console\.log\('y_console_log_taken', )/.test(line)),
    ).toEqual([]);
  });
});

describe('a file of ONNX that was made to harm', () => {
  it('names nothing by the text of an operation', () => {
    const model = fromBinary(ModelProtoSchema, small("=0;alert('taken');//"));
    model.graph!.output[0]!.name = model.graph!.node[0]!.output[0] = '7';
    const { text } = modelOfOnnx(toBinary(ModelProtoSchema, model), { path: 'm.onnx' });
    expect(text).toMatch(/^const _alert_taken_7 = /m);
  });

  it.each(['Slice', 'LayerNormalization'])('is read at once, whatever axes %s names', (opType) => {
    const model = fromBinary(ModelProtoSchema, small(opType));
    const [node] = model.graph!.node;
    const ints = (name: string, list: bigint[]) =>
      create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.INTS, ints: list });
    node!.attribute = [ints('starts', [0n]), ints('ends', [1n]), ints('axes', [2n ** 31n])];
    if (opType === 'LayerNormalization') {
      node!.attribute = [create(AttributeProtoSchema, { name: 'axis', type: AttributeProto_AttributeType.INT, i: -(2n ** 31n) })];
      node!.output.push('mean');
    }
    const began = performance.now();
    expect(modelOfOnnx(toBinary(ModelProtoSchema, model), { path: 'm.onnx' }).problems).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('damaged files of ONNX', () => {
  const whole = read('rnn.onnx');
  const load = async (bytes: Uint8Array): Promise<unknown> => {
    setFileAccess({ read: () => Promise.resolve(bytes), write: () => Promise.resolve() });
    try {
      return await torch.load('m.onnx');
    } catch (error) {
      return error;
    } finally {
      setFileAccess(null);
    }
  };

  it('are refused with a sentence, or read, wherever they are cut off or changed', async () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    const damaged = [
      ...Array.from({ length: 60 }, () => whole.slice(0, random(whole.length))),
      ...Array.from({ length: 240 }, () => {
        const bytes = whole.slice();
        for (let k = 0; k <= random(3); k++) bytes[random(200 + random(whole.length - 200))] = random(256);
        return bytes;
      }),
    ];
    const other: unknown[] = [];
    let refused = 0;
    for (const bytes of damaged) {
      try {
        modelOfOnnx(bytes, { path: 'm.onnx' });
      } catch (error) {
        refused++;
        if (!(error instanceof NotOnnx)) other.push(error);
      }
      const tensors = await load(bytes);
      if (tensors instanceof Error && !(tensors instanceof RuntimeError)) other.push(tensors);
    }
    expect(other).toEqual([]);
    expect(refused).toBeGreaterThan(50);
  });

  it('that claim to be larger than they are allocate nothing', async () => {
    const model = fromBinary(ModelProtoSchema, whole);
    model.graph!.initializer[0]!.dims = [1n << 40n, 1n << 12n];
    expect(await load(toBinary(ModelProtoSchema, model))).toMatchObject({
      message: expect.stringMatching(/needs \d+ bytes, and there are \d+\.$/),
    });
    const beside = fromBinary(ModelProtoSchema, read('rnn_beside.onnx'));
    for (const { externalData } of beside.graph!.initializer)
      for (const each of externalData) if (each.key === 'length') each.value = '99999999';
    expect(await load(toBinary(ModelProtoSchema, beside))).toBeInstanceOf(RuntimeError);
  });
});
