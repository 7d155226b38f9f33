import { from_numpy } from '../arrays.js';
import { bfloat16, bool, float16, float32, float64, int16, int32, int64, int8, uint8, type DType } from '../dtype.js';
import { TypeError_ } from '../errors.js';
import { tensorOf } from '../ops/fromLists.js';
import { Size } from '../shape.js';
import type { Nested } from '../nested.js';
import { Tensor as Base } from '../tensor/tensor.js';
import { getDefaultDevice } from '../backends/registry.js';

/** `torch.Tensor(…)`, `torch.FloatTensor(…)` and the like: the old ways to make tensors, which take sizes or a list of numbers. */

interface LegacyMaker {
  /** A tensor of a size. The program writes its elements later (they are zeros here). */
  (...size: number[]): Base;
  /** A tensor of the numbers in nested lists. */
  (data: Nested | Base | Size): Base;
  new (...size: number[]): Base;
  new (data: Nested | Base | Size): Base;
}

function legacy(name: string, dtype: DType, args: unknown[]): Base {
  const [first] = args;
  if (args.length === 1 && first instanceof Base) {
    if (first.arithmetic) return from_numpy(first).to(dtype);
    if (first.dtype !== dtype) throw new TypeError_(`expected ${dtype.name} (got ${first.dtype.name}): use x.to(torch.${dtype.name})`);
    return first.detach();
  }
  if (args.length === 1 && Array.isArray(first) && !(first instanceof Size)) return tensorOf(first as Nested, dtype);
  const sizes: unknown[] = first instanceof Size ? [...first] : args;
  if (sizes.length === 0) return Base.zeros([0], dtype, getDefaultDevice());
  if (!sizes.every((n) => Number.isInteger(n) && (n as number) >= 0)) {
    throw new TypeError_(
      `torch.${name}() takes sizes (whole numbers) or one list of numbers: torch.${name}([1, 2]), or torch.tensor(1.5) for one number.`,
    );
  }
  return Base.zeros(sizes as number[], dtype, getDefaultDevice());
}

const maker = (name: string, dtype: DType): LegacyMaker =>
  new Proxy(Base, {
    construct: (_, args: unknown[]) => legacy(name, dtype, args),
    apply: (_, _this, args: unknown[]) => legacy(name, dtype, args),
  }) as unknown as LegacyMaker;

/** As `torch.Tensor`: the class of all tensors. `new torch.Tensor([1, 2])` makes one of float32. */
export const Tensor = maker('Tensor', float32) as LegacyMaker & typeof Base;
export type Tensor = Base;

export const FloatTensor = maker('FloatTensor', float32);
export const DoubleTensor = maker('DoubleTensor', float64);
export const HalfTensor = maker('HalfTensor', float16);
export const BFloat16Tensor = maker('BFloat16Tensor', bfloat16);
export const LongTensor = maker('LongTensor', int64);
export const IntTensor = maker('IntTensor', int32);
export const ShortTensor = maker('ShortTensor', int16);
export const CharTensor = maker('CharTensor', int8);
export const ByteTensor = maker('ByteTensor', uint8);
export const BoolTensor = maker('BoolTensor', bool);
