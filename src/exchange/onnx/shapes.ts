/** Shapes and dtypes, combined by PyTorch's rules. */
import type { Like } from './graphWriter.js';

export const size = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/** The shape to which all these shapes are broadcast. */
export function broadcast(shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(0, ...shapes.map(({ length }) => length));
  return Array.from({ length: rank }, (_, i) => {
    const sizes = shapes.map((shape) => shape[shape.length - rank + i] ?? 1);
    return sizes.find((n) => n !== 1) ?? 1;
  });
}

/** The strides of a row-major tensor. */
export const stridesOf = (shape: readonly number[]): number[] => shape.map((_, i) => size(shape.slice(i + 1)));

/** The places of a view's elements in its memory, in row-major order. */
export function placesOf(shape: readonly number[], strides: readonly number[], offset: number): number[] {
  let places = [offset];
  shape.forEach((n, dim) => {
    places = places.flatMap((place) => Array.from({ length: n }, (_, i) => place + i * strides[dim]!));
  });
  return places;
}

const order = ['bool', 'uint8', 'int8', 'uint16', 'int16', 'int32', 'int64', 'bfloat16', 'float16', 'float32', 'float64'];

export const isFloat = (dtype: string): boolean => dtype.includes('float');

const category = (dtype: string): number => (dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1);

/** The dtype in which two tensors are computed. A scalar decides it only when its category is higher. */
export function promoted(a: Like, b: Like): string {
  if (category(a.dtype) !== category(b.dtype) && (a.shape.length === 0) !== (b.shape.length === 0)) {
    const [scalar, other] = a.shape.length === 0 ? [a, b] : [b, a];
    return category(scalar.dtype) > category(other.dtype) ? scalar.dtype : other.dtype;
  }
  if ((a.shape.length === 0) !== (b.shape.length === 0)) return (a.shape.length === 0 ? b : a).dtype;
  return order[Math.max(order.indexOf(a.dtype), order.indexOf(b.dtype))]!;
}
