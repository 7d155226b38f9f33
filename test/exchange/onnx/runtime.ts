/** Runs ONNX models in onnxruntime and compares the results with those of a pass. */
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import * as ort from 'onnxruntime-web';
import type { Pass, Scalar, Steps } from '../../../src/protocol/trace.js';
import { numberOf } from '../../../src/protocol/scalars.js';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

const arrays = {
  float32: (data: number[]) => Float32Array.from(data),
  float64: (data: number[]) => Float64Array.from(data),
  int64: (data: number[]) => BigInt64Array.from(data.map(BigInt)),
  int32: (data: number[]) => Int32Array.from(data),
  int16: (data: number[]) => Int16Array.from(data),
  int8: (data: number[]) => Int8Array.from(data),
  uint8: (data: number[]) => Uint8Array.from(data),
  bool: (data: number[]) => Uint8Array.from(data),
} as const;

export interface Compared {
  name: string;
  /** The greatest difference, relative to the greatest element (at least 1). Infinity where the shapes differ. */
  difference: number;
}

/** Runs a model with the inputs of the pass. */
export async function compare(bytes: Uint8Array, pass: Pass): Promise<Compared[]> {
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  try {
    const feeds = inputsOf(bytes, pass).map(({ name, data, dtype, shape }) => {
      const type = dtype as keyof typeof arrays;
      return [name, new ort.Tensor(type, arrays[type](data) as Float32Array, shape)] as const;
    });
    const results = await session.run(Object.fromEntries(feeds));
    return differences(bytes, pass, (name) => ({
      dims: results[name]!.dims,
      data: Array.from(results[name]!.data as Float32Array, Number),
    }));
  } finally {
    await session.release();
  }
}

/** The inputs of a model, with their values in the pass from which it was written. */
export const inputsOf = (bytes: Uint8Array, pass: Pass) =>
  fromBinary(ModelProtoSchema, bytes).graph!.input.map(({ name, docString }) => {
    const { data, dtype, shape } = leafOf(pass.steps!, docString);
    return { name, data: data.map(numberOf), dtype, shape };
  });

/** The differences between the outputs and the values of the pass. */
export function differences(
  bytes: Uint8Array,
  pass: Pass,
  result: (name: string) => { dims: readonly number[]; data: readonly number[] },
): Compared[] {
  return fromBinary(ModelProtoSchema, bytes).graph!.output.map(({ name, docString }) => {
    const [, gradient, id] = /^(gradient of )?(.*)$/.exec(docString)!;
    const node = pass.nodes.find((each) => each.id === id)!;
    const expected = (gradient ? node.grad : node.value)!.data!.map(numberOf);
    const { dims, data } = result(name);
    return { name, difference: dims.join() === node.shape.join() ? difference(data, expected) : Infinity };
  });
}

function leafOf({ forward }: Steps, id: string): { data: Scalar[]; dtype: string; shape: number[] } {
  const found = forward.flatMap(({ outputs }) => outputs).find((value) => value.id === id);
  if (!found?.data) throw new Error(`The input ${id} has no values.`);
  return { ...found, data: found.data };
}

function difference(found: readonly number[], expected: readonly number[]): number {
  const scale = Math.max(1, ...expected.filter(Number.isFinite).map(Math.abs));
  return Math.max(
    0,
    ...found.map((x, i) => (Object.is(x, expected[i]) || x === expected[i] ? 0 : Math.abs(x - expected[i]!) / scale || Infinity)),
  );
}
