/**
 * Bytes of WebAssembly. Code is a tree of bytes, that is, nested arrays. So an instruction can contain the code of its operands
 * without copying it. The tree is written out once, at the end.
 */
export type Code = number | readonly Code[];

/** An unsigned number in LEB128. */
export function unsigned(n: number): number[] {
  const out: number[] = [];
  do {
    out.push((n & 127) | (n > 127 ? 128 : 0));
    n >>>= 7;
  } while (n);
  return out;
}

/** A signed 32-bit number in LEB128. */
export function signed(n: number): number[] {
  const out: number[] = [];
  for (;;) {
    const low = n & 127;
    n >>= 7;
    if ((n === 0 && !(low & 64)) || (n === -1 && low & 64)) {
      out.push(low);
      return out;
    }
    out.push(low | 128);
  }
}

const view = new DataView(new ArrayBuffer(8));
const bytesOf = (count: number): number[] => Array.from({ length: count }, (_, i) => view.getUint8(i));

export function float32Bytes(x: number): number[] {
  view.setFloat32(0, x, true);
  return bytesOf(4);
}

export function float64Bytes(x: number): number[] {
  view.setFloat64(0, x, true);
  return bytesOf(8);
}

export function int32Bytes(x: number): number[] {
  view.setInt32(0, x, true);
  return bytesOf(4);
}

/** The number of bytes in a tree. */
export function sizeOf(code: Code): number {
  if (typeof code === 'number') return 1;
  let size = 0;
  for (const part of code) size += sizeOf(part);
  return size;
}

/** The bytes of a tree. */
export function flatten(code: Code): Uint8Array {
  const out = new Uint8Array(sizeOf(code));
  write(code, out, 0);
  return out;
}

function write(code: Code, out: Uint8Array, at: number): number {
  if (typeof code === 'number') {
    out[at] = code;
    return at + 1;
  }
  for (const part of code) at = write(part, out, at);
  return at;
}
