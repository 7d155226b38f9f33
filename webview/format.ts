import { t } from '../src/protocol/l10n.js';
import type { Scalar, Summary } from '../src/protocol/trace.js';

/** A number in at most some seven characters, as it stands on a node. */
export function short(value: number | Scalar | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3)
    return value
      .toExponential(2)
      .replace('e+', 'e')
      .replace(/e(-?)(\d)$/, 'e$10$2');
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4);
}

/** How elements of a tensor are written: integers whole, bools as PyTorch does. */
export const elementText = (dtype: string): ((value: Scalar | null) => string) => {
  if (dtype === 'bool') return (value) => (value ? 'True' : 'False');
  return /^u?int/.test(dtype) ? String : short;
};

export const shapeText = (shape: number[]): string => `[${shape.join(', ')}]`;

export function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let unit = 0;
  while (bytes >= 1024 && unit < units.length - 1) {
    bytes /= 1024;
    unit++;
  }
  return `${unit === 0 ? bytes : bytes.toFixed(bytes < 10 ? 1 : 0)} ${units[unit]!}`;
}

/** Kernels of small tensors take microseconds. */
export const millisecondsText = (ms: number): string =>
  ms >= 1 ? `${Number(ms.toPrecision(3))} ms` : `${Number((ms * 1000).toPrecision(3))} µs`;

/** `one` and `many` are translated, with `{0}` where the number goes. */
export const countText = (count: number, one: string, many: string): string =>
  (count === 1 ? one : many).replace('{0}', count.toLocaleString('en'));

/** The only element of a tensor of one; else a few words on its range. Spoken by screen readers, shown in lists. */
export function summaryText(summary: Summary | null): string {
  if (!summary) return t('none');
  if (summary.numel === 0) return t('empty');
  if (summary.numel === 1) return short(summary.data?.[0] ?? summary.mean);
  const bad = badText(summary);
  if (summary.min === null) return bad;
  return t('{0} to {1}, mean {2}', short(summary.min), short(summary.max), short(summary.mean)) + (bad && `, ${bad}`);
}

export function badText({ nan, inf }: Summary): string {
  return [nan > 0 && `${nan} NaN`, inf > 0 && `${inf} Inf`].filter(Boolean).join(', ');
}

/** Elements as they stand on a node: `[0.2, -0.3]`. */
export function elementsText(summary: Summary, decimals: number): string {
  const data = summary.data;
  if (!data) return '';
  const brief = (value: Scalar) => {
    const text = short(value);
    if (text.includes('e')) return Number(value).toExponential(1).replace('e+', 'e');
    return /^-?\d+\.\d+$/.test(text) ? Number(value).toFixed(Math.min(decimals, text.length - text.indexOf('.') - 1)) : text;
  };
  return data.length === 1 ? short(data[0]) : `[${data.map(brief).join(', ')}]`;
}
