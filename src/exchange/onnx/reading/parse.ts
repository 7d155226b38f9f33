/** Reads an ONNX file into what the rules need: inputs, outputs, nodes, and the numbers that control an operation. */
import { fromBinary } from '@bufbuild/protobuf';
import {
  ModelProtoSchema,
  TensorProto_DataLocation as Location,
  type AttributeProto,
  type ModelProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from 'onnx-buf';
import { t } from '../../../protocol/l10n.js';
import { typeNames } from '../elements.js';

/** An error for a file that is not ONNX, as a sentence. */
export class NotOnnx extends Error {}

export interface Port {
  name: string;
  dtype: string;
  /**
   * Each entry is a size, the name of a size that may change, or null for one without a name. Null where the file tells
   * no shape.
   */
  dims: readonly (number | string | null)[] | null;
}

export interface OnnxNode {
  /** `Conv`. For a domain other than ONNX's own: `com.microsoft.Gelu`. */
  type: string;
  name: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: ReadonlyMap<string, AttributeProto>;
}

export interface Weight {
  name: string;
  dtype: string;
  shape: readonly number[];
  /** The numbers of a short list. Null for a longer list, which the model file loads. */
  data: readonly number[] | null;
}

export interface OnnxFile {
  name: string;
  producer: string;
  opset: number;
  inputs: readonly Port[];
  outputs: readonly Port[];
  nodes: readonly OnnxNode[];
  /** The tensors in the file: initializers, and those of constants. */
  weights: ReadonlyMap<string, Weight>;
  /** The rank of a value, where the file says it. */
  ranks: ReadonlyMap<string, number>;
  dtypes: ReadonlyMap<string, string>;
}

/** A longer list of numbers is data: it does not control an operation. */
const SHORT = 64;

/** @throws NotOnnx for a file that is incomplete, is not ONNX, or has no graph */
export function parseOnnx(bytes: Uint8Array): OnnxFile {
  const { graph, opsetImport, producerName, producerVersion } = decoded(bytes);
  if (!graph || (graph.node.length === 0 && graph.output.length === 0)) throw new NotOnnx(t('The file holds no graph of ONNX.'));
  const weights = new Map<string, Weight>();
  for (const tensor of graph.initializer) weights.set(tensor.name, weightOf(tensor, tensor.name));
  const nodes = graph.node.map(nodeOf);
  for (const { type, outputs, attributes } of nodes) {
    const tensor = attributes.get('value')?.t;
    if (type === 'Constant' && tensor && outputs[0] !== undefined) weights.set(outputs[0], weightOf(tensor, outputs[0]));
  }
  const ports = [...graph.input, ...graph.valueInfo, ...graph.output].map(portOf);
  return {
    name: graph.name,
    producer: [producerName, producerVersion].filter(Boolean).join(' '),
    opset: Number(opsetImport.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? 0n),
    // Old files list their weights as inputs too.
    inputs: graph.input.map(portOf).filter(({ name }) => !weights.has(name)),
    outputs: graph.output.map(portOf),
    nodes,
    weights,
    ranks: new Map([
      ...ports.flatMap(({ name, dims }) => (dims ? [[name, dims.length] as const] : [])),
      ...[...weights.values()].map(({ name, shape }) => [name, shape.length] as const),
    ]),
    dtypes: new Map([...ports, ...weights.values()].flatMap(({ name, dtype }) => (dtype === '' ? [] : [[name, dtype] as const]))),
  };
}

function decoded(bytes: Uint8Array): ModelProto {
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch {
    throw new NotOnnx(t('This is no file of ONNX, or it is cut off.'));
  }
}

const nodeOf = ({ opType, domain, name, input, output, attribute }: NodeProto): OnnxNode => ({
  type: domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`,
  name,
  inputs: input,
  outputs: output,
  attributes: new Map(attribute.map((each) => [each.name, each])),
});

function portOf({ name, type }: ValueInfoProto): Port {
  if (type?.value.case !== 'tensorType') return { name, dtype: '', dims: null };
  const { elemType, shape } = type.value.value;
  const dims = shape?.dim.map(({ value }) => {
    if (value.case === 'dimValue') return value.value > 0n ? Number(value.value) : null;
    return value.case === 'dimParam' && value.value !== '' ? value.value : null;
  });
  return { name, dtype: typeNames.get(elemType) ?? '', dims: dims ?? null };
}

export function weightOf(tensor: TensorProto, name: string): Weight {
  const shape = tensor.dims.map(Number);
  const dtype = typeNames.get(tensor.dataType) ?? '';
  const count = shape.reduce((product, n) => product * n, 1);
  return { name, dtype, shape, data: count <= SHORT ? numbersOf(tensor, dtype, count) : null };
}

const readers: Readonly<Record<string, [number, (view: DataView, at: number) => number]>> = {
  float32: [4, (view, at) => view.getFloat32(at, true)],
  float64: [8, (view, at) => view.getFloat64(at, true)],
  int64: [8, (view, at) => Number(view.getBigInt64(at, true))],
  int32: [4, (view, at) => view.getInt32(at, true)],
  bool: [1, (view, at) => view.getUint8(at)],
};

/** @returns null where the numbers are in another file, or their dtype cannot be read here */
function numbersOf(
  { rawData, floatData, int32Data, int64Data, doubleData, dataLocation }: TensorProto,
  dtype: string,
  count: number,
): number[] | null {
  const reader = readers[dtype];
  if (!reader || dataLocation === Location.EXTERNAL) return null;
  const listed = [floatData, int32Data, int64Data.map(Number), doubleData].find((list) => list.length > 0);
  if (listed) return listed.length === count ? listed : null;
  const [bytes, read] = reader;
  if (rawData.length !== count * bytes) return null;
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  return Array.from({ length: count }, (_, i) => read(view, i * bytes));
}
