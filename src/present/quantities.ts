const units = ['B', 'KB', 'MB', 'GB'] as const;

/** An amount of memory. As in VS Code, 1 KB is 1,024 bytes. */
export function bytes(count: number): string {
  let [value, unit] = [count, 0];
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]!}`;
}

/** A time with three digits: kernels of small tensors take microseconds, and trainings take seconds. */
export function duration(ms: number): string {
  const [value, unit] = ms >= 1000 ? [ms / 1000, 's'] : ms >= 1 || ms === 0 ? [ms, 'ms'] : [ms * 1000, 'µs'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

/** A count with its noun. `one` and `many` are translated texts, with `{0}` for the number. */
export const countText = (count: number, one: string, many: string): string =>
  (count === 1 ? one : many).replace('{0}', count.toLocaleString('en'));
