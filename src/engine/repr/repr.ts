import { gradFnOf, requiresGrad } from '../tensor/state.js';
import { look } from '../backends/allocation.js';
import type { View } from '../backends/backend.js';
import { partOf } from '../backends/parts.js';
import { host } from '../backends/registry.js';
import { getDefaultComplexDType, getDefaultDType, int64, bool } from '../dtype.js';
import { contiguousStrides, numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { fixed, scientific } from './numbers.js';
import { printOptions } from './options.js';

/** A tensor as text, written as PyTorch's `torch/_tensor_str.py` does. */

type Format = (value: number) => string;

/** The texts of the shown elements, in order, and the width that PyTorch gives each of them. */
interface Texts {
  texts: string[];
  width: number;
}

/** The elements that are shown: all of them, or the edges of a large tensor. */
function shownElements(x: View): number[] {
  const summarise = numel(x.sizes) > printOptions.threshold;
  const edge = printOptions.edgeitems;
  // Elements of an expanded dim are read once: a single number may stand for a billion.
  const once = x.sizes.map((size, dim) => (x.strides[dim] === 0 ? Math.min(size, 1) : size));
  const { storage, strides: from, offset, dtype } = x;
  const elements = look({ storage, sizes: once, strides: from, offset, dtype });
  const strides = contiguousStrides(once).map((stride, dim) => (from[dim] === 0 ? 0 : stride));
  const out: number[] = [];
  const visit = (dim: number, at: number) => {
    if (dim === x.sizes.length) {
      out.push(elements[at]);
      return;
    }
    const n = x.sizes[dim];
    for (let i = 0; i < n; i++) {
      if (summarise && n > 2 * edge && i === edge) i = n - edge;
      visit(dim + 1, at + i * strides[dim]);
    }
  };
  visit(0, 0);
  return out;
}

function textsOf(x: View): Texts {
  return x.dtype.is_complex ? complexTexts(x) : numberTexts(x, shownElements(x));
}

/** The texts of complex numbers: real and imaginary parts each have their own format. */
function complexTexts(x: View): Texts {
  const re = numberTexts(x, shownElements(partOf(x, 0)));
  const kept = shownElements(partOf(x, 1));
  const im = numberTexts(x, x.conjugated ? kept.map((v) => -v) : kept);
  const texts = re.texts.map((text, i) => {
    const imaginary = im.texts[i].trimStart();
    return `${text}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j`;
  });
  return { texts, width: re.width + im.width + 1 };
}

/** All digits of an integer; 2^63 stands for the largest of 64 bits, which is one less. */
const wholeText = (v: number): string =>
  Math.abs(v) < 1e21 && Math.abs(v) > 2 ** 53 ? String(BigInt(v) - (v === 2 ** 63 ? 1n : 0n)) : String(v);

function numberTexts({ dtype }: View, shown: number[]): Texts {
  if (!dtype.isContinuous) return written(shown, dtype === bool ? (v) => (v ? 'True' : 'False') : wholeText, () => true);
  const { precision } = printOptions;
  // The exponents are chosen in the dtype of the tensor, as PyTorch computes them.
  const round = dtype.to_real().name === 'float32' ? Math.fround : (v: number) => v;
  let max = 0;
  let min = Infinity;
  let whole = true;
  for (const v of shown) {
    if (!counts(v)) continue;
    const a = Math.abs(v);
    if (a > max) max = a;
    if (a < min) min = a;
    if (a !== Math.ceil(a)) whole = false;
  }
  const wide = round(max / min) > 1000 || max > 1e8;
  const exponent = max > 0 && (printOptions.sci_mode ?? (whole ? wide : wide || min < 1e-4));
  if (exponent) return written(shown, (v) => scientific(v, precision), counts);
  return written(shown, whole ? (v) => (v - v === 0 ? `${fixed(v, 0)}.` : fixed(v, 0)) : (v) => fixed(v, precision), counts);
}

/** True when PyTorch considers an element as it chooses the format for all of them. */
const counts = (v: number): boolean => v - v === 0 && v !== 0;

function written(shown: readonly number[], format: Format, isMeasured: (v: number) => boolean): Texts {
  const texts = new Array<string>(shown.length);
  let width = 1;
  for (let i = 0; i < shown.length; i++) {
    const v = shown[i];
    const text = format(v);
    texts[i] = text;
    if (text.length > width && isMeasured(v)) width = text.length;
  }
  return { texts: texts.map((text) => text.padStart(width)), width };
}

/** Nests the texts by dims. Each text is used once, from the first to the last. */
class Nested {
  private next = 0;

  constructor(
    private readonly sizes: readonly number[],
    private readonly summarise: boolean,
    private readonly texts: Texts,
  ) {}

  text(dim: number, indent: number): string {
    const rank = this.sizes.length;
    if (rank === 0) return this.element();
    if (dim === rank - 1) return this.vector(indent);
    const parts = this.items(dim, '...', () => this.text(dim + 1, indent + 1));
    return `[${parts.join(`,${'\n'.repeat(rank - dim - 1)}${' '.repeat(indent + 1)}`)}]`;
  }

  private element(): string {
    return this.texts.texts[this.next++];
  }

  private vector(indent: number): string {
    const perLine = Math.max(1, Math.floor((printOptions.linewidth - indent) / (this.texts.width + 2)));
    const items = this.items(this.sizes.length - 1, ' ...', () => this.element());
    if (items.length <= perLine) return `[${items.join(', ')}]`;
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
    return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
  }

  /** One item for each index; of a long dim only those at the edges, with `dots` between them. */
  private items(dim: number, dots: string, make: () => string): string[] {
    const n = this.sizes[dim];
    const edge = printOptions.edgeitems;
    const items: string[] = [];
    for (let i = 0; i < n; i++) {
      if (this.summarise && n > 2 * edge && i === edge) {
        items.push(dots);
        i = n - edge;
      }
      items.push(make());
    }
    return items;
  }
}

/** The elements in brackets; the text begins in column `indent` of a line. */
export function elementsText(x: View, indent: number): string {
  const count = numel(x.sizes);
  return count === 0 ? '[]' : new Nested(x.sizes, count > printOptions.threshold, textsOf(x)).text(0, indent);
}

/**
 * Adds the suffixes to the text. A suffix that does not fit on the line starts a new one; so does the first one with
 * `onNewLine`.
 */
export function withSuffixes(text: string, suffixes: readonly string[], indent: number, onNewLine = false): string {
  const parts = [text];
  let lastLine = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if ((onNewLine && suffix === suffixes[0]) || lastLine + suffix.length + 2 > printOptions.linewidth) {
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
  if (x.device !== host) suffixes.push(`device='${String(x.device)}'`);
  const isDefault = x.dtype === getDefaultDType() || x.dtype === getDefaultComplexDType() || x.dtype === int64 || x.dtype === bool;
  if (numel(x.sizes) === 0) {
    if (x.sizes.length !== 1) suffixes.push(`size=(${x.sizes.join(', ')}${x.sizes.length === 1 ? ',' : ''})`);
    if (x.dtype !== getDefaultDType()) suffixes.push(`dtype=${String(x.dtype)}`);
  } else if (!isDefault) suffixes.push(`dtype=${String(x.dtype)}`);
  const text = prefix + elementsText(x, prefix.length);
  const fn = gradFnOf(x);
  if (fn) suffixes.push(`grad_fn=<${fn.name()}>`);
  else if (requiresGrad(x)) suffixes.push('requires_grad=True');
  return withSuffixes(text, suffixes, prefix.length);
}
