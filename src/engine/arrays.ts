/** Conversions between tensors and JavaScript's typed arrays, which stand for NumPy's arrays in PyTorch. */
import { bfloat16, bool, float16, float32, float64, int16, int32, int64, int8, uint16, uint8, type DType } from './dtype.js';
import { getDefaultDevice } from './backends/registry.js';
import { RuntimeError, TypeError_ } from './errors.js';
import { wrongShape } from './errors/shapes.js';
import type { NumberArray, Numbers } from './memberTypes.js';
import { tensorOf, type Nested } from './ops/fromLists.js';
import type { Buffer, BufferOptions } from './files/buffer.js';
import { lateCode } from './ops/later.js';
import { sharing } from './ops/sharing.js';
import { pythonType } from './ops/signature.js';
import { numel } from './shape.js';
import { Tensor } from './tensor/tensor.js';

const dtypes = new Map<string, DType>([
  ['Float32Array', float32],
  ['Float64Array', float64],
  ['Int8Array', int8],
  ['Int16Array', int16],
  ['Int32Array', int32],
  ['Uint8Array', uint8],
  ['Uint16Array', uint16],
  ['BigInt64Array', int64],
]);

const arrays = new Map<DType, new (length: number) => Exclude<Numbers, BigInt64Array>>([
  [float16, Float32Array],
  [float32, Float32Array],
  [int8, Int8Array],
  [int16, Int16Array],
  [int32, Int32Array],
  [uint8, Uint8Array],
  [uint16, Uint16Array],
  [bool, Uint8Array],
]);

const isArray = (value: unknown): value is NumberArray => ArrayBuffer.isView(value) && !(value instanceof DataView);

/**
 * Makes a tensor from the numbers of a typed array, in the array's shape if it has one, as `torch.from_numpy`. The numbers are
 * copied, since the engine has its own memory.
 * @throws TypeError for anything but a typed array, RuntimeError where the shape does not fit
 */
export function from_numpy(array: NumberArray | Tensor): Tensor {
  if (array instanceof Tensor && array.arithmetic) return sharing(array);
  if (array instanceof Tensor) throw new TypeError_('expected np.ndarray (got Tensor)');
  const dtype = isArray(array) ? (array.dtype ?? dtypes.get(array.constructor.name)) : undefined;
  if (!dtype) throw new TypeError_(`expected np.ndarray (got ${pythonType(array)}): give a typed array, or what x.numpy() returns`);
  const sizes = array.shape ?? [array.length];
  if (numel(sizes) !== array.length) throw wrongShape(`shape '[${sizes.join(', ')}]' is invalid for input of size ${array.length}`);
  return Tensor.of(Float64Array.from(array as Float64Array, Number), sizes, dtype, getDefaultDevice());
}

/**
 * Makes a tensor of the bytes of a buffer (a typed array, an `ArrayBuffer`, Python's `bytes`), as `torch.frombuffer`. They are
 * copied, since the engine has its own memory.
 * @throws ValueError as PyTorch where the bytes are no whole elements, or too few
 */
export const frombuffer = (buffer: Buffer, options: BufferOptions): Tensor => lateCode().frombuffer(buffer, options);

/**
 * Returns the numbers as a typed array with `shape` and `dtype`, as `Tensor.numpy`. Numbers of int64 come in a Float64Array,
 * which holds them exactly up to 2⁵³. The numbers are copied.
 * @throws RuntimeError for a tensor that requires grad, TypeError for bfloat16 and complex ones
 */
export function arrayOf(tensor: Tensor): NumberArray {
  if (tensor.requires_grad) throw new RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
  if (tensor.dtype === bfloat16 || tensor.dtype.is_complex) throw new TypeError_(`Got unsupported ScalarType ${tensor.dtype.scalarName}`);
  const flat = tensor.contiguous().reshape([-1]);
  const Values = arrays.get(tensor.dtype) ?? Float64Array;
  const values = new Values(numel(tensor.sizes));
  values.set(flat.tolist() as number[]);
  return Object.defineProperties(values, {
    shape: { value: Object.freeze([...tensor.sizes]) },
    dtype: { value: tensor.dtype },
  });
}

/** Makes a tensor from nested lists of numbers or from a typed array, as `torch.asarray`. A tensor is returned as it is. */
export function asarray(
  obj: Nested | NumberArray,
  { dtype = null, copy = null }: { dtype?: DType | null; copy?: boolean | null } = {},
): Tensor {
  const made = obj instanceof Tensor ? obj : isArray(obj) ? from_numpy(obj) : tensorOf(obj, dtype);
  const converted = dtype ? made.to(dtype) : made;
  return copy && converted === obj ? converted.clone() : converted;
}

export type { NumberArray };
