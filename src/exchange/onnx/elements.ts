/** The elements of a tensor as ONNX stores them: little-endian bytes. */
import { TensorProto_DataType as DataType } from 'onnx-buf';
import { numberOf } from '../../protocol/scalars.js';
import type { Scalar } from '../../protocol/trace.js';
import { NoRule } from './noRule.js';

export const dataTypes: Readonly<Record<string, DataType>> = {
  float32: DataType.FLOAT,
  float64: DataType.DOUBLE,
  float16: DataType.FLOAT16,
  bfloat16: DataType.BFLOAT16,
  int8: DataType.INT8,
  int16: DataType.INT16,
  int32: DataType.INT32,
  int64: DataType.INT64,
  uint8: DataType.UINT8,
  uint16: DataType.UINT16,
  bool: DataType.BOOL,
};

/** The names of our dtypes, by ONNX's numbers of its types. */
export const typeNames: ReadonlyMap<number, string> = new Map(Object.entries(dataTypes).map(([name, type]) => [type, name]));

const writers: Readonly<Record<string, { bytes: number; set: (view: DataView, at: number, value: number) => void }>> = {
  float32: { bytes: 4, set: (view, at, value) => view.setFloat32(at, value, true) },
  float64: { bytes: 8, set: (view, at, value) => view.setFloat64(at, value, true) },
  bfloat16: { bytes: 2, set: (view, at, value) => view.setUint16(at, upperHalf(value), true) },
  float16: { bytes: 2, set: (view, at, value) => view.setUint16(at, halfOf(value), true) },
  int8: { bytes: 1, set: (view, at, value) => view.setInt8(at, value) },
  int16: { bytes: 2, set: (view, at, value) => view.setInt16(at, value, true) },
  int32: { bytes: 4, set: (view, at, value) => view.setInt32(at, value, true) },
  int64: { bytes: 8, set: (view, at, value) => view.setBigInt64(at, BigInt(value), true) },
  uint8: { bytes: 1, set: (view, at, value) => view.setUint8(at, value) },
  uint16: { bytes: 2, set: (view, at, value) => view.setUint16(at, value, true) },
  bool: { bytes: 1, set: (view, at, value) => view.setUint8(at, value) },
};

export function bytesOf(data: readonly Scalar[], dtype: string): Uint8Array<ArrayBuffer> {
  const writer = writers[dtype];
  if (!writer) throw new NoRule(`ONNX has no form for torch.${dtype}.`);
  const view = new DataView(new ArrayBuffer(data.length * writer.bytes));
  data.forEach((value, i) => writer.set(view, i * writer.bytes, numberOf(value)));
  return new Uint8Array(view.buffer);
}

/** The bits of a bfloat16: the upper half of a float32. The number is a bfloat16 already, so nothing is rounded. */
function upperHalf(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getUint16(0);
}

/** The bits of a number that float16 can hold exactly. */
function halfOf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === 0) return sign;
  if (size === Infinity) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const steps = size / 2 ** (exponent - 10);
  // Below the smallest normal number, the exponent bits are 0.
  return sign | (steps < 1024 ? steps : ((exponent + 15) << 10) | (steps - 1024));
}
