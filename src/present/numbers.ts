/** Numbers as hovers, hints and the status bar show them. */
export function number(value: number | null): string {
  if (value === null) return '–';
  if (value === 0 || Number.isInteger(value)) return Math.abs(value) < 1e6 ? String(value) : value.toExponential(3);
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6 ? String(Number(value.toPrecision(4))) : value.toExponential(3);
}

/** `float32[2, 3]`, `float32[N=2, 3]` where a dimension has a name, `float32` for a single number. */
export function typeText(dtype: string, shape: readonly number[], dims: readonly string[] | null = null): string {
  const sizes = shape.map((size, i) => (dims?.[i] && !/^\d+$/.test(dims[i]) ? `${dims[i]}=${size}` : size));
  return shape.length === 0 ? dtype : `${dtype}[${sizes.join(', ')}]`;
}

export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

export const duration = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`);
