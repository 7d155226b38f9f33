import { gradFnOf, requiresGrad } from '../autograd/state.js';
import { getDefaultDType, int64, bool } from '../dtype.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { fixed, scientific } from './numbers.js';
import { printOptions } from './options.js';

/** A tensor as text, as PyTorch's `torch/_tensor_str.py` writes it. */

type Format = (value: number) => string;

/** What all elements have in common: how they are written, and how wide. */
interface Style {
  format: Format;
  width: number;
}

/** The elements that are shown: all, or the edges of a large tensor. */
function shownElements(x: Tensor): number[] {
  const summarise = numel(x.sizes) > printOptions.threshold;
  const edge = printOptions.edgeitems;
  const out: number[] = [];
  const visit = (dim: number, at: number) => {
    if (dim === x.sizes.length) {
      out.push(x.storage.data[at]);
      return;
    }
    const n = x.sizes[dim];
    for (let i = 0; i < n; i++) {
      if (summarise && n > 2 * edge && i === edge) i = n - edge;
      visit(dim + 1, at + i * x.strides[dim]);
    }
  };
  visit(0, x.offset);
  return out;
}

function styleOf(x: Tensor): Style {
  const shown = shownElements(x);
  if (!x.dtype.is_floating_point) {
    const format: Format = x.dtype === bool ? (v) => (v ? 'True' : 'False') : (v) => String(v);
    return { format, width: Math.max(1, ...shown.map((v) => format(v).length)) };
  }
  const { precision } = printOptions;
  const finite = shown.filter((v) => Number.isFinite(v) && v !== 0);
  // Exponents are chosen in the dtype of the tensor, as PyTorch computes them.
  const round = x.dtype.name === 'float32' ? Math.fround : (v: number) => v;
  let max = 0;
  let min = Infinity;
  let whole = true;
  for (const v of finite) {
    const a = Math.abs(v);
    if (a > max) max = a;
    if (a < min) min = a;
    if (a !== Math.ceil(a)) whole = false;
  }
  if (finite.length === 0) return { format: (v) => written(v, () => `${fixed(v, 0)}.`), width: 1 };
  const wide = round(max / min) > 1000 || max > 1e8;
  const exponent = printOptions.sci_mode ?? (whole ? wide : wide || min < 1e-4);
  let format: Format;
  let widths: number[];
  if (exponent) {
    format = (v) => written(v, () => scientific(v, precision));
    widths = finite.map((v) => scientific(v, precision).length);
  } else if (whole) {
    format = (v) => written(v, () => `${fixed(v, 0)}.`);
    widths = finite.map((v) => `${fixed(v, 0)}.`.length);
  } else {
    format = (v) => written(v, () => fixed(v, precision));
    widths = finite.map((v) => fixed(v, precision).length);
  }
  return { format, width: Math.max(1, ...widths) };
}

const written = (v: number, finite: () => string): string =>
  Number.isNaN(v) ? 'nan' : v === Infinity ? 'inf' : v === -Infinity ? '-inf' : finite();

function scalarText(x: Tensor, style: Style): string {
  return style.format(x.storage.data[x.offset]).padStart(style.width);
}

function vectorText(x: Tensor, at: number, dim: number, indent: number, summarise: boolean, style: Style): string {
  const n = x.sizes[dim];
  const step = x.strides[dim];
  const elementLength = style.width + 2;
  const perLine = Math.max(1, Math.floor((printOptions.linewidth - indent) / elementLength));
  const edge = printOptions.edgeitems;
  const one = (i: number) => style.format(x.storage.data[at + i * step]).padStart(style.width);
  const items: string[] = [];
  for (let i = 0; i < n; i++) {
    if (summarise && n > 2 * edge && i === edge) {
      items.push(' ...');
      i = n - edge;
    }
    items.push(one(i));
  }
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}

function nestedText(x: Tensor, at: number, dim: number, indent: number, summarise: boolean, style: Style): string {
  const rank = x.sizes.length;
  if (rank === 0) return scalarText(x, style);
  if (dim === rank - 1) return vectorText(x, at, dim, indent, summarise, style);
  const n = x.sizes[dim];
  const edge = printOptions.edgeitems;
  const parts: string[] = [];
  for (let i = 0; i < n; i++) {
    if (summarise && n > 2 * edge && i === edge) {
      parts.push('...');
      i = n - edge;
    }
    parts.push(nestedText(x, at + i * x.strides[dim], dim + 1, indent + 1, summarise, style));
  }
  return `[${parts.join(`,${'\n'.repeat(rank - dim - 1)}${' '.repeat(indent + 1)}`)}]`;
}

/** Puts suffixes behind the text, on a line of their own where they do not fit. */
function withSuffixes(text: string, suffixes: readonly string[], indent: number): string {
  const parts = [text];
  let lastLine = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (lastLine + suffix.length + 2 > printOptions.linewidth) {
      parts.push(`,\n${' '.repeat(indent)}${suffix}`);
      lastLine = indent + suffix.length;
    } else {
      parts.push(`, ${suffix}`);
      lastLine += suffix.length + 2;
    }
  }
  parts.push(')');
  return parts.join('');
}

/** As `repr(x)` in Python. */
export function repr(x: Tensor): string {
  const prefix = 'tensor(';
  const suffixes: string[] = [];
  const isDefault = x.dtype === getDefaultDType() || x.dtype === int64 || x.dtype === bool;
  let text: string;
  if (numel(x.sizes) === 0) {
    if (x.sizes.length !== 1) suffixes.push(`size=(${x.sizes.join(', ')}${x.sizes.length === 1 ? ',' : ''})`);
    if (x.dtype !== getDefaultDType()) suffixes.push(`dtype=${String(x.dtype)}`);
    text = `${prefix}[]`;
  } else {
    if (!isDefault) suffixes.push(`dtype=${String(x.dtype)}`);
    const summarise = numel(x.sizes) > printOptions.threshold;
    text = prefix + nestedText(x, x.offset, 0, prefix.length, summarise, styleOf(x));
  }
  const fn = gradFnOf(x);
  if (fn) suffixes.push(`grad_fn=<${fn.name()}>`);
  else if (requiresGrad(x)) suffixes.push('requires_grad=True');
  return withSuffixes(text, suffixes, prefix.length);
}
