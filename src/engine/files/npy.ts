/** NumPy's `.npy`: one array. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
import { strFromU8, strToU8 } from 'fflate/browser';
import { bfloat16 } from '../dtype.js';
import { check, RuntimeError, TypeError_ } from '../errors.js';
import { contiguousStrides, numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { decode, elements, encode, kinds } from './elements.js';

const MAGIC = '\x93NUMPY';
/** The header begins here: before it stand the magic string, the version and the header's length. */
const START = MAGIC.length + 4;

export const isNpy = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, MAGIC.length), true) === MAGIC;

/**
 * The array of an `.npy` file. uint32 and uint64 become int64. Fortran order is kept, as strides.
 * @throws RuntimeError for a file that is cut off, or an array of unsupported elements such as objects, strings or times
 */
export function parseNpy(bytes: Uint8Array, name: string): Tensor {
  check(isNpy(bytes), () => `'${name}' is no .npy file: it does not begin as one.`);
  const { text, end } = header(bytes, name);
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  check(shape !== undefined, () => `The header of '${name}' tells no shape: ${text.trim()}`);
  const kind = elements[descr?.slice(1) ?? ''];
  check(kind !== undefined && '<>|='.includes(descr![0]), () => {
    const what = descr === undefined ? 'records' : `'${descr}'`;
    return `'${name}' holds elements of the NumPy type ${what}, which no dtype is for. Convert it in Python first, e.g. with a.astype('float32').`;
  });
  const sizes = (shape.match(/\d+/g) ?? []).map(Number);
  const length = numel(sizes) * kind.itemsize;
  check(bytes.length - end >= length, () => `'${name}' is cut off: it has ${bytes.length - end} of ${length} bytes of elements.`);
  const body = bytes.subarray(end, end + length);
  const strides = /'fortran_order':\s*True/.test(text) ? contiguousStrides([...sizes].reverse()).reverse() : undefined;
  return decode(descr!.startsWith('>') ? swapped(body, kind.itemsize / kind.dtype.lanes) : body, kind, sizes, strides);
}

/** In version 1 the length has two bytes, in later versions four. */
function header(bytes: Uint8Array, name: string): { text: string; end: number } {
  const wide = bytes[MAGIC.length] >= 2;
  const begin = wide ? START + 2 : START;
  check(bytes.length >= begin, () => `'${name}' is cut off within its header.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = begin + (wide ? view.getUint32(MAGIC.length + 2, true) : view.getUint16(MAGIC.length + 2, true));
  if (bytes.length < end) throw new RuntimeError(`'${name}' is cut off within its header.`);
  return { text: strFromU8(bytes.subarray(begin, end)), end };
}

function swapped(bytes: Uint8Array, itemsize: number): Uint8Array {
  const out = bytes.slice();
  for (let at = 0; at < out.length; at += itemsize) out.subarray(at, at + itemsize).reverse();
  return out;
}

/** The bytes that `numpy.save` writes for a tensor's array. */
export function formatNpy(tensor: Tensor): Uint8Array {
  // NumPy has no bfloat16; this is PyTorch's message.
  if (tensor.dtype === bfloat16) throw new TypeError_('Got unsupported ScalarType BFloat16');
  const kind = kinds[tensor.dtype.name];
  const descr = (tensor.dtype.itemsize === 1 ? '|' : '<') + kind;
  const { sizes } = tensor;
  const shape = sizes.length === 1 ? `${sizes[0]},` : sizes.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`;
  // The elements begin at a multiple of 64 bytes.
  const length = Math.ceil((START + text.length + 1) / 64) * 64 - START;
  const body = encode(tensor);
  const out = new Uint8Array(START + length + body.length);
  out.set(strToU8(MAGIC, true));
  out.set([1, 0, length & 255, length >> 8], MAGIC.length);
  out.set(strToU8(`${text.padEnd(length - 1)}\n`), START);
  out.set(body, START + length);
  return out;
}
