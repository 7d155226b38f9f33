/** `.safetensors`: named tensors behind a header of JSON. https://github.com/huggingface/safetensors#format */
import { strFromU8, strToU8 } from 'fflate/browser';
import { check, RuntimeError } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { decode, elements, encode, kinds } from './elements.js';

export interface Safetensors {
  tensors: Record<string, Tensor>;
  /** Strings beside the tensors. */
  metadata: Record<string, string>;
}

/** The format's names of dtypes, with keys of `elements`. */
const names: Record<string, string> = {
  F64: 'f8',
  F32: 'f4',
  C64: 'c8',
  F16: 'f2',
  BF16: 'bf2',
  I64: 'i8',
  I32: 'i4',
  I16: 'i2',
  I8: 'i1',
  U64: 'u8',
  U32: 'u4',
  U16: 'u2',
  U8: 'u1',
  BOOL: 'b1',
};
const nameOf = Object.fromEntries(Object.entries(names).map(([name, kind]) => [kind, name]));

/** The header begins here: its length stands before it, in eight bytes. */
const START = 8;
const METADATA = '__metadata__';

/**
 * Reads the tensors of a `.safetensors` file. Unsigned integers without a dtype here become the next larger signed ones.
 * @throws RuntimeError for a file that is cut off, has another format, or has other dtypes (the 8-bit floats)
 */
export function parseSafetensors(bytes: Uint8Array, name: string): Safetensors {
  const { [METADATA]: metadata, ...entries } = header(bytes, name);
  const begin = START + headerLength(bytes);
  const tensors = Object.entries(entries).map(([key, entry]): [string, Tensor] => [key, tensorOf(bytes.subarray(begin), entry, key, name)]);
  return { tensors: Object.fromEntries(tensors), metadata: (metadata ?? {}) as Record<string, string> };
}

const headerLength = (bytes: Uint8Array): number =>
  bytes.length < START ? NaN : Number(new DataView(bytes.buffer, bytes.byteOffset, START).getBigUint64(0, true));

function header(bytes: Uint8Array, name: string): Record<string, unknown> {
  const length = headerLength(bytes);
  check(bytes[START] === 0x7b, () => `'${name}' is none of the files that can be read: .safetensors, .npy and .npz.`);
  check(START + length <= bytes.length, () => `'${name}' is cut off within its header.`);
  try {
    const parsed: unknown = JSON.parse(strFromU8(bytes.subarray(START, START + length)));
    if (isPlainObject(parsed)) return parsed;
  } catch {
    // The error below names the file.
  }
  throw new RuntimeError(`The header of '${name}' is not what a .safetensors file has.`);
}

const isSizes = (value: unknown): value is number[] => Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);

function tensorOf(body: Uint8Array, entry: unknown, key: string, name: string): Tensor {
  const { dtype, shape, data_offsets: offsets } = isPlainObject(entry) ? entry : {};
  check(
    isSizes(shape) && isSizes(offsets) && offsets.length === 2 && typeof dtype === 'string',
    () => `The header of '${name}' does not say where the tensor '${key}' is, or of which dtype.`,
  );
  const kind = elements[names[dtype] ?? ''];
  check(
    kind !== undefined,
    () => `The tensor '${key}' of '${name}' has the dtype ${dtype}, which cannot be read. Convert it in Python first.`,
  );
  const [from, to] = offsets;
  check(
    to - from === numel(shape) * kind.itemsize,
    () => `The header of '${name}' contradicts itself about the size of the tensor '${key}'.`,
  );
  check(to <= body.length, () => `'${name}' is cut off: the tensor '${key}' ends at byte ${to} of ${body.length}.`);
  return decode(body.subarray(from, to), kind, shape);
}

export function formatSafetensors({ tensors, metadata }: Safetensors): Uint8Array {
  // Larger elements come first, as in the format's own library, so that all elements are aligned.
  const sorted = Object.entries(tensors).sort(([, a], [, b]) => b.dtype.itemsize - a.dtype.itemsize);
  const bodies = sorted.map(([, tensor]) => encode(tensor));
  const entries: [string, unknown][] = Object.keys(metadata).length > 0 ? [[METADATA, metadata]] : [];
  let end = 0;
  sorted.forEach(([key, { dtype, sizes }], i) => {
    const from = end;
    end += bodies[i].length;
    const name = nameOf[kinds[dtype.name]];
    check(
      name !== undefined,
      () => `A safetensors file has no ${String(dtype)}, which '${key}' is of: save torch.view_as_real(x), or x.to(torch.complex64).`,
    );
    entries.push([key, { dtype: name, shape: sizes, data_offsets: [from, end] }]);
  });
  const json = strToU8(JSON.stringify(Object.fromEntries(entries)));
  const begin = START + Math.ceil(json.length / 8) * 8;
  const out = new Uint8Array(begin + end).fill(0x20, START, begin);
  new DataView(out.buffer).setBigUint64(0, BigInt(begin - START), true);
  out.set(json, START);
  let at = begin;
  for (const body of bodies) {
    out.set(body, at);
    at += body.length;
  }
  return out;
}
