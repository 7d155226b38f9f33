export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** `float32[2, 3]`, `float32[N=2, 3]` where a dimension has a name, `float32` for a single number. */
export function typeText(dtype: string, shape: readonly number[], dims: readonly string[] | null = null): string {
  const sizes = shape.map((size, i) => (dims?.[i] && !/^\d+$/.test(dims[i]) ? `${dims[i]}=${size}` : size));
  return shape.length === 0 ? dtype : `${dtype}[${sizes.join(', ')}]`;
}
