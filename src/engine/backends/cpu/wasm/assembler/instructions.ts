/**
 * Instructions as functions. Each takes the code of its operands: `f32.add(a, b)` is the code that leaves a + b. Addresses are
 * in bytes; a load or store takes a constant offset beside the address.
 */
import { float32Bytes, float64Bytes, int32Bytes, signed, unsigned, type Code } from './bytes.js';

type Operation = (...operands: Code[]) => Code;
type Load = (address: Code, offset?: number) => Code;
type Store = (address: Code, value: Code, offset?: number) => Code;

const named = <K extends string, V>(codes: Record<K, number>, make: (code: number) => V): Record<K, V> =>
  Object.fromEntries(Object.entries<number>(codes).map(([name, code]) => [name, make(code)])) as Record<K, V>;

const operation =
  (code: number): Operation =>
  (...operands) => [...operands, code];

const load =
  (code: number, align: number): Load =>
  (address, offset = 0) => [address, code, align, unsigned(offset)];

const store =
  (code: number, align: number): Store =>
  (address, value, offset = 0) => [address, value, code, align, unsigned(offset)];

export const i32 = {
  const: (n: number): Code => [0x41, ...signed(n | 0)],
  ...named(
    {
      ...{ eqz: 0x45, eq: 0x46, ne: 0x47, lt: 0x48, ltu: 0x49, gt: 0x4a, le: 0x4c, ge: 0x4e },
      ...{ add: 0x6a, sub: 0x6b, mul: 0x6c, div: 0x6d, divu: 0x6e, remu: 0x70, and: 0x71, or: 0x72, shl: 0x74, shr: 0x75, shru: 0x76 },
    },
    operation,
  ),
  load: load(0x28, 2),
  store: store(0x36, 2),
  fromDouble: operation(0xaa),
};

export const f32 = {
  const: (x: number): Code => [0x43, ...float32Bytes(x)],
  ...named(
    { eq: 0x5b, ne: 0x5c, lt: 0x5d, gt: 0x5e, abs: 0x8b, neg: 0x8c, sqrt: 0x91, add: 0x92, sub: 0x93, mul: 0x94, div: 0x95 },
    operation,
  ),
  demote: operation(0xb6),
  fromInt: operation(0xb2),
  load: load(0x2a, 2),
  store: store(0x38, 2),
};

const vectorOperation = (code: number): Operation => {
  const bytes = [0xfd, ...unsigned(code)];
  return (...operands) => [...operands, bytes];
};

const vectorLoad = (code: number, align: number): Load => {
  const bytes = [0xfd, ...unsigned(code)];
  return (address, offset = 0) => [address, bytes, align, unsigned(offset)];
};

const repeated = (bytes: number[], times: number): number[] => Array.from({ length: times }, () => bytes).flat();

/**
 * Instructions on vectors of 128 bits. Plain names work on four float32 lanes, names with `i` on four
 * int32 lanes, with `l` on two int64 lanes, with `d` on two float64 lanes.
 */
export const v = {
  const: (x: number): Code => [0xfd, 12, ...repeated(float32Bytes(x), 4)],
  iconst: (x: number): Code => [0xfd, 12, ...repeated(int32Bytes(x), 4)],
  dconst: (x: number): Code => [0xfd, 12, ...repeated(float64Bytes(x), 2)],
  load: vectorLoad(0, 2),
  /** One float32 in all lanes. */
  splat32: vectorLoad(9, 2),
  /** One float64 in both lanes. */
  splat64: vectorLoad(10, 3),
  /** One float32 in lane 0, zeros in the others. */
  zero32: vectorLoad(92, 2),
  /** Two float32 in lanes 0 and 1, zeros in the others. */
  zero64: vectorLoad(93, 2),
  store: ((address, value, offset = 0) => [address, value, 0xfd, 11, 2, unsigned(offset)]) satisfies Store,
  storeLane: (address: Code, value: Code, lane: number, offset = 0): Code => [address, value, 0xfd, 90, 2, unsigned(offset), lane],
  /** Four 32-bit lanes, chosen from the eight lanes of `a` (0 to 3) and `b` (4 to 7). */
  shuffle: (a: Code, b: Code, lanes: readonly number[]): Code => [
    ...[a, b, 0xfd, 13],
    ...lanes.flatMap((lane) => [0, 1, 2, 3].map((i) => lane * 4 + i)),
  ],
  lane: (x: Code, i: number): Code => [x, 0xfd, 31, i],
  ilane: (x: Code, i: number): Code => [x, 0xfd, 27, i],
  dlane: (x: Code, i: number): Code => [x, 0xfd, 33, i],
  ...named(
    {
      ...{ splat: 19, isplat: 17, dsplat: 20 },
      ...{ ieq: 55, ine: 56, ilt: 57, igt: 59, eq: 65, ne: 66, lt: 67, gt: 68, le: 69, ge: 70 },
      ...{ deq: 71, dne: 72, dlt: 73, dgt: 74, dle: 75, dge: 76 },
      ...{ not: 77, and: 78, andnot: 79, or: 80, xor: 81, select: 82, any: 83, demote: 94, promote: 95 },
      ...{ ceil: 103, floor: 104, trunc: 105, nearest: 106, dceil: 116, dfloor: 117, dtrunc: 122, dnearest: 148 },
      ...{ shl: 171, shr: 172, shru: 173, iadd: 174, isub: 177, imul: 181, imin: 182, imax: 184 },
      ...{ lshl: 203, lshru: 205, ladd: 206, lsub: 209 },
      ...{ abs: 224, neg: 225, sqrt: 227, add: 228, sub: 229, mul: 230, div: 231, min: 232, max: 233, pmin: 234, pmax: 235 },
      ...{ dabs: 236, dneg: 237, dsqrt: 239, dadd: 240, dsub: 241, dmul: 242, ddiv: 243, dpmin: 246, dpmax: 247 },
      // Eight int32 as int16, sixteen int16 as int8.
      ...{ narrow: 133, narrowest: 101 },
      ...{ toInt: 248, toFloat: 250, dtoInt: 252, dfromInt: 254 },
      // Relaxed: madd(a, b, c) = a · b + c, nmadd(a, b, c) = c − a · b.
      ...{ madd: 261, nmadd: 262, dmadd: 263, dnmadd: 264 },
    },
    vectorOperation,
  ),
};
