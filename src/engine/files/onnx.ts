/**
 * `.onnx`: the tensors of an ONNX model by their names, that is, its initializers and the constants of its nodes. The model's
 * computation is read by the code that makes a model file from it. https://onnx.ai/onnx/repo-docs/IR.html
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { strFromU8 } from 'fflate/browser';
import { check, RuntimeError } from '../errors.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { decode, elements, type Elements } from './elements.js';

/** The key of `elements` for each value of `data_type`. */
const kindOf: Readonly<Record<number, string>> = {
  1: 'f4',
  2: 'u1',
  3: 'i1',
  4: 'u2',
  5: 'i2',
  6: 'i4',
  7: 'i8',
  9: 'b1',
  10: 'f2',
  11: 'f8',
  12: 'u4',
  13: 'u8',
  14: 'c8',
  15: 'c16',
  16: 'bf2',
};

/** The field numbers that are read. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5 };
const NODE = { output: 2, attribute: 5 };
const ATTRIBUTE = { tensor: 5 };
const TENSOR = {
  dims: 1,
  dataType: 2,
  floats: 4,
  int32s: 5,
  int64s: 7,
  name: 8,
  raw: 9,
  doubles: 10,
  uint64s: 11,
  external: 13,
  location: 14,
};

/** In such files, an integer out of range stands for "to the end". It becomes the greatest integer that is exact here. */
const integers: Elements = {
  ...elements['i8'],
  read: (view, at) => Math.max(-(2 ** 53) + 1, Math.min(2 ** 53 - 1, Number(view.getBigInt64(at, true)))),
};

type Part = Uint8Array;

/** A tensor as the file describes it. */
interface Stored {
  name: string;
  dims: number[];
  kind: Elements;
  /** The tensor's elements, or their place in another file. */
  data: Uint8Array | External;
}

interface External {
  location: string;
  offset: number;
  length: number | null;
}

/**
 * Reads the tensors of a `.onnx` file. @param name the file's name for messages @param read reads a file in the same folder,
 * for weights that are stored there
 * @throws RuntimeError for a file that is cut off or has another format, and for dtypes that no tensor has
 */
export async function parseOnnx(
  bytes: Uint8Array,
  name: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Record<string, Tensor>> {
  const stored = within(name, () => storedIn(bytes, name));
  const beside = new Map<string, Uint8Array>();
  const tensors: [string, Tensor][] = [];
  for (const tensor of stored) {
    const { data } = tensor;
    if (!(data instanceof Uint8Array) && !beside.has(data.location)) beside.set(data.location, await read(pathBeside(name, data.location)));
    tensors.push([tensor.name, tensorOf(tensor, data instanceof Uint8Array ? data : partOf(beside.get(data.location)!, data), name)]);
  }
  return Object.fromEntries(tensors);
}

function within<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RuntimeError) throw error;
    throw new RuntimeError(`'${name}' is no file of ONNX, or is cut off.`);
  }
}

function storedIn(bytes: Uint8Array, name: string): Stored[] {
  const [graph] = messages(bytes, MODEL.graph);
  check(graph !== undefined, () => `'${name}' is no file of ONNX, or is cut off.`);
  const constants = messages(graph, GRAPH.node).flatMap((node) =>
    messages(node, NODE.attribute).flatMap((attribute) => messages(attribute, ATTRIBUTE.tensor).map((tensor) => ({ tensor, node }))),
  );
  return [
    ...messages(graph, GRAPH.initializer).flatMap((tensor) => storedTensor(tensor, null, name)),
    ...constants.flatMap(({ tensor, node }) => storedTensor(tensor, messages(node, NODE.output)[0] ?? null, name)),
  ];
}

/** The content of every field with this number that has a length. */
function messages(bytes: Part, wanted: number): Part[] {
  const found: Part[] = [];
  for (const { field, type, reader } of fields(bytes)) {
    if (field === wanted && type === WireType.LengthDelimited) found.push(reader.bytes());
    else reader.skip(type, field);
  }
  return found;
}

/** Without this function, the reader would use a TextDecoder, which models' workers do not have. */
const readerOf = (bytes: Part): BinaryReader => new BinaryReader(bytes, (text) => strFromU8(text));

/** Each field in turn. The caller reads or skips the field. */
function* fields(bytes: Part): Generator<{ field: number; type: WireType; reader: BinaryReader }> {
  const reader = readerOf(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    yield { field, type, reader };
  }
}

/** @returns an empty list for strings, which are no tensors */
function storedTensor(bytes: Part, output: Part | null, file: string): Stored[] {
  let [name, type, isExternal] = [output && strFromU8(output), 0, false];
  const dims: number[] = [];
  const [listed, external] = [[] as number[], {} as Record<string, string>];
  let data: Uint8Array | null = null;
  for (const { field, type: wire, reader } of fields(bytes)) {
    if (field === TENSOR.dims) dims.push(...varints(reader, wire));
    else if (field === TENSOR.dataType) type = reader.uint32();
    else if (field === TENSOR.name) name ??= reader.string();
    else if (field === TENSOR.location) isExternal = reader.uint32() === 1;
    else if (field === TENSOR.external) Object.assign(external, entry(reader.bytes()));
    else if (field === TENSOR.raw) data = reader.bytes();
    else if (field === TENSOR.int32s || field === TENSOR.int64s || field === TENSOR.uint64s)
      for (const n of varints(reader, wire)) listed.push(n);
    else if (field === TENSOR.floats || field === TENSOR.doubles)
      data = joined(data, wire === WireType.LengthDelimited ? reader.bytes() : reader.skip(wire, field));
    else reader.skip(wire, field);
  }
  if (type === 8 || name === null || name === '') return [];
  const kind = type === 7 ? integers : elements[kindOf[type] ?? ''];
  check(kind !== undefined, () => `The tensor '${name}' of '${file}' has elements of ONNX's type ${type}, which no tensor has here.`);
  check(
    dims.every((n) => Number.isSafeInteger(n) && n >= 0),
    () => `'${file}' contradicts itself about the size of the tensor '${name}'.`,
  );
  if (isExternal) {
    const { location, offset = '0', length } = external;
    check(location !== undefined, () => `'${file}' does not say where the tensor '${name}' is.`);
    return [{ name, dims, kind, data: { location, offset: Number(offset), length: length === undefined ? null : Number(length) } }];
  }
  return [{ name, dims, kind, data: data ?? written(listed, kind) }];
}

function varints(reader: BinaryReader, type: WireType): number[] {
  if (type !== WireType.LengthDelimited) return [Number(reader.int64())];
  const [packed, all] = [readerOf(reader.bytes()), [] as number[]];
  while (packed.pos < packed.len) all.push(Number(packed.int64()));
  return all;
}

function entry(bytes: Part): Record<string, string> {
  const [key = '', value = ''] = [1, 2].map((field) => messages(bytes, field)[0]).map((text) => text && strFromU8(text));
  return { [key]: value };
}

function joined(a: Uint8Array | null, b: Uint8Array): Uint8Array {
  if (!a) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The bytes that `raw_data` would have for integers that are listed one by one. Floats of 16 bits are listed as their bits. */
function written(listed: readonly number[], { itemsize }: Elements): Uint8Array {
  const view = new DataView(new ArrayBuffer(listed.length * itemsize));
  listed.forEach((n, i) => {
    if (itemsize === 8) view.setBigInt64(i * 8, BigInt(n), true);
    else if (itemsize === 4) view.setInt32(i * 4, n, true);
    else if (itemsize === 2) view.setInt16(i * 2, n, true);
    else view.setInt8(i, n);
  });
  return new Uint8Array(view.buffer);
}

function tensorOf({ name, dims, kind }: Stored, data: Uint8Array, file: string): Tensor {
  const needed = numel(dims) * kind.itemsize;
  check(data.length === needed, () => `The tensor '${name}' of '${file}' needs ${needed} bytes, and there are ${data.length}.`);
  return decode(data, kind, dims);
}

const partOf = (bytes: Uint8Array, { offset, length }: External): Uint8Array =>
  bytes.subarray(offset, length === null ? bytes.length : offset + length);

/** ONNX's paths are relative to the folder of the model. */
const pathBeside = (file: string, location: string): string => file.replace(/[^/]*$/, '') + location;
