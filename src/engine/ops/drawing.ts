import { numbers } from '../backends/allocation.js';
import type { Device } from '../device.js';
import { float64, type DType, type TypedArray } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { isRowMajor, iterationOrder } from '../layout.js';
import { defaultGenerator, Generator } from '../random/generator.js';
import { fusedDouble, inBlocks, makeNormals } from '../random/rounding.js';
import { numel } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { fn } from './registry.js';
import { isHalf } from './halves.js';

/** Tensors of random numbers. Each number equals that of PyTorch's CPU generator. */

const view_as_complex = fn('view_as_complex') as (x: Tensor) => Tensor;

/** The given generator, or the default one. */
export const generatorOf = (g: unknown): Generator => (g instanceof Generator ? g : defaultGenerator);

/** The error for a tensor whose dtype is not floating. */
export const continuous = (name: string, { dtype }: Tensor) =>
  new RuntimeError(
    `${name} distribution is a continuous probability distribution. dtype must be a floating point but you specified ${name === 'Exponential' ? dtype.scalarName : dtype.cppName}`,
  );

/** A tensor whose elements `fill` sets in row-major order. */
export function drawn(sizes: readonly number[], dtype: DType, device: Device, fill: (data: TypedArray) => void): Tensor {
  const data = numbers(dtype, numel(sizes));
  fill(data);
  return Tensor.of(data, sizes, dtype, device);
}

/**
 * Random numbers for the elements of `model`, drawn in the order of these elements in memory, as PyTorch's loops draw
 * them.
 */
export function inMemoryOrder(model: Tensor, draw: (model: Tensor) => Tensor): Tensor {
  const { sizes, strides } = model;
  if (isRowMajor(sizes, strides)) return draw(model);
  const order = iterationOrder(sizes, [strides]).reverse();
  const drawn = draw(model.permute(order));
  const back = order.map((_, d) => order.indexOf(d));
  return drawn.permute(back);
}

/** Random complex numbers: first the real part, then the imaginary part is drawn. */
const ofParts = (sizes: readonly number[], dtype: DType, draw: (sizes: readonly number[], dtype: DType) => Tensor): Tensor =>
  view_as_complex(draw([...sizes, 2], dtype.to_real()));

/** Random numbers, uniform between two bounds. */
export const uniform = (sizes: readonly number[], dtype: DType, device: Device, from: number, to: number, g: Generator): Tensor =>
  dtype.is_complex
    ? ofParts(sizes, dtype, (all, part) => uniform(all, part, device, from, to, g))
    : drawn(sizes, dtype, device, (data) => {
        if (!dtype.is_floating_point) throw new RuntimeError(`"check_uniform_bounds" not implemented for '${dtype.scalarName}'`);
        if (dtype !== float64) {
          const low = Math.fround(from);
          const range = Math.fround(Math.fround(to) - low);
          g.fill32(data, 0, data.length);
          if (low !== 0 || range !== 1) for (let i = 0; i < data.length; i++) data[i] = data[i] * range + low;
        } else for (let i = 0; i < data.length; i++) data[i] = fusedDouble(g.uniform64(), to - from, from);
      });

/** Turns two uniform numbers into two normal ones. */
function makeNormalDouble(data: TypedArray, i: number, j: number, mean: number, std: number): void {
  const radius = Math.sqrt(-2 * Math.log(1 - data[i]));
  const angle = 2 * Math.PI * data[j];
  data[i] = fusedDouble(radius * Math.cos(angle), std, mean);
  data[j] = fusedDouble(radius * Math.sin(angle), std, mean);
}

const makeNormalDoubles = inBlocks(makeNormalDouble);

/** Draws sixteen or more normal numbers in blocks: eight radii, then eight angles (ATen's normal_fill). */
function normalBlocks(data: TypedArray, mean: number, std: number, dtype: DType, g: Generator): void {
  const n = data.length;
  const single = dtype !== float64;
  const draw = (from: number, to: number): void => {
    if (single) g.fill32(data, from, to);
    else for (let i = from; i < to; i++) data[i] = g.uniform64();
  };
  const turn = (some: TypedArray, blocks: number): void =>
    single ? makeNormals(some, blocks, Math.fround(mean), Math.fround(std)) : makeNormalDoubles(some, blocks, mean, std);
  // In 16 bits, PyTorch draws the last numbers only once.
  draw(0, isHalf(dtype) ? n - (n % 16) : n);
  turn(data, Math.floor(n / 16));
  if (n % 16 === 0) return;
  draw(n - 16, n);
  const last = data.slice(n - 16);
  turn(last, 1);
  data.set(last, n - 16);
}

/**
 * Random normal numbers.
 * @param blocks true: sixteen or more are drawn in blocks; must be false for numbers that are not in row-major order
 */
export function normal(
  sizes: readonly number[],
  dtype: DType,
  device: Device,
  mean: number,
  std: number,
  g: Generator,
  blocks = true,
): Tensor {
  if (dtype.is_complex) return ofParts(sizes, dtype, (all, part) => normal(all, part, device, 0, std * Math.SQRT1_2, g, blocks)).add(mean);
  if (!dtype.is_floating_point) throw new RuntimeError(`"normal_kernel_cpu" not implemented for '${dtype.scalarName}'`);
  if (std < 0) throw new RuntimeError(`normal expects std >= 0.0, but found std ${std}`);
  return drawn(sizes, dtype, device, (data) => {
    if (blocks && data.length >= 16) normalBlocks(data, mean, std, dtype, g);
    else for (let i = 0; i < data.length; i++) data[i] = fusedDouble(g.normal64(), std, mean);
  });
}

/** Random whole numbers from `low` (included) to `high` (not included). */
export function integers(sizes: readonly number[], low: number, high: number | bigint, dtype: DType, device: Device, g: Generator): Tensor {
  if (dtype.is_complex) throw new RuntimeError('check_random_bounds handles only integral, floating-point and boolean types');
  if (low >= high) throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  const range = BigInt(high) - BigInt(low);
  return drawn(sizes, dtype, device, (data) => {
    const few = Number(range);
    const draw = few >= 2 ** 32 ? () => Number(g.random64() % range) : () => g.random32() % few;
    for (let i = 0; i < data.length; i++) data[i] = draw() + low;
  });
}

/** Bernoulli trials: for each probability, or for one that all have, 1 with this probability, else 0. */
export const trials = (p: ArrayLike<number> | number, { sizes, dtype, device }: Tensor, g: Generator, single = false): Tensor =>
  drawn(sizes, dtype, device, (data) => {
    if (typeof p === 'number') g.fillTrials(data, p, 1);
    else if (single) for (let i = 0; i < data.length; i++) data[i] = g.uniform32() < p[i] ? 1 : 0;
    else for (let i = 0; i < data.length; i++) data[i] = g.uniform64() < p[i] ? 1 : 0;
  });

/** What dropout multiplies by: for each element of `model`, in the order of its memory, `scale` with probability `p`, else 0. */
export const scaledTrials = (p: number, scale: number, model: Tensor): Tensor =>
  inMemoryOrder(model, ({ sizes, dtype, device }) => drawn(sizes, dtype, device, (data) => defaultGenerator.fillTrials(data, p, scale)));
