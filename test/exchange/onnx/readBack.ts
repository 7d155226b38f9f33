/** Reads ONNX models back: runs the model file made from an ONNX model, with the inputs of a pass. */
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { setFileAccess } from '../../../src/engine/files/access.js';
import { format } from '../../../src/engine/files/index.js';
import * as torch from '../../../src/engine/index.js';
import { modelOfOnnx } from '../../../src/exchange/onnx/reading/modelFile.js';
import type { Pass } from '../../../src/protocol/trace.js';
import { traceOf } from '../../trace/traceOf.js';
import { differences, inputsOf, type Compared } from './runtime.js';

/**
 * The values that a model file of ONNX prints, by the names of its outputs.
 * @param feeds the inputs that are not random
 */
export async function runOnnx(
  bytes: Uint8Array,
  feeds: Readonly<Record<string, torch.Tensor>> = {},
  beside: (path: string) => Uint8Array = (path) => {
    throw new Error(`There is no '${path}'.`);
  },
) {
  const paths = new Map(Object.keys(feeds).map((name, i) => [name, `input${i}.npy`]));
  const { text, problems } = modelOfOnnx(bytes, { path: 'model.onnx', inputs: paths });
  const files = new Map([...paths].map(([name, path]) => [path, format(feeds[name], path)]));
  files.set('model.onnx', bytes);
  setFileAccess({
    read: (path) => Promise.resolve(files.get(path) ?? beside(path)),
    write: () => Promise.reject(new Error('Nothing is written.')),
  });
  try {
    const { printed, passes, error } = await traceOf('', { files: { 'm.tl.ts': text }, mode: 'forward', mayFail: true });
    const outputs = printed.filter((value) => value instanceof torch.Tensor);
    return { text, problems, passes, error, outputs };
  } finally {
    setFileAccess(null);
  }
}

/** Compares the outputs of a model that is read back with those of the pass. */
export async function compareReadBack(bytes: Uint8Array, pass: Pass): Promise<Compared[]> {
  const feeds = inputsOf(bytes, pass).map(
    ({ name, data, dtype, shape }) => [name, torch.tensor(data, { dtype: torch[dtype as 'float32'] }).reshape(shape)] as const,
  );
  const { outputs, problems, error, text } = await runOnnx(bytes, Object.fromEntries(feeds));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  if (error) throw new Error(`${(error as Error).message}\n${text}`);
  const names = fromBinary(ModelProtoSchema, bytes).graph!.output.map(({ name }) => name);
  return differences(bytes, pass, (name) => {
    const found = outputs[names.indexOf(name)]!;
    return { dims: found.shape, data: found.to(torch.float64).flatten().tolist() as number[] };
  });
}
