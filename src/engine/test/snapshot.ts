/** A value as the text of a snapshot, which a person can compare line by line when the value has changed. */
import { AccumulateGrad } from '../tensor/accumulateGrad.js';
import type { GradFn } from '../tensor/gradFn.js';
import { readParts } from '../backends/allocation.js';
import { Module } from '../nn/module.js';
import { isPlainObject } from '../ops/signature.js';
import { numel } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** The largest number of elements for which a tensor is written in full. */
const MANY = 1000;
/** Of a larger tensor, the number of elements that are written, beside some statistics. */
const SOME = 20;
/** The number of digits: that of a float32. */
const DIGITS = 7;
const MAX_DEPTH = 20;

/**
 * @returns shape, dtype, values, gradient and graph of a tensor; structure and parameters of a module; the items of
 * lists and objects
 */
export const snapshotOf = (value: unknown): string => written(value, 0);

function written(value: unknown, depth: number): string {
  if (value instanceof Tensor) return tensorText(value);
  if (value instanceof Module) return moduleSnapshot(value);
  if (typeof value === 'number') return digits(value);
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value);
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    const items = value.map((each) => written(each, depth + 1));
    return items.every((item) => !item.includes('\n')) && items.join().length < 100
      ? `[${items.join(', ')}]`
      : `[\n${items.map((item) => indented(item)).join('\n')}\n]`;
  }
  if (isPlainObject(value)) {
    const entries = Object.entries(value).map(([key, each]) => `${key}: ${written(each, depth + 1)}`);
    return entries.length === 0 ? '{}' : `{\n${entries.map(indented).join('\n')}\n}`;
  }
  return String(value);
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

const digits = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? String(value) : String(Number(value.toPrecision(DIGITS)));

function tensorText(x: Tensor): string {
  const parts = [`${kindOf(x)}${x.requires_grad ? ' requires_grad' : ''}`, valuesText(x)];
  const grad = x.is_leaf ? x.grad : (x.autograd?.grad ?? null);
  if (grad) parts.push('gradient', valuesText(grad));
  if (x.grad_fn) parts.push('graph', graphText(x.grad_fn));
  return parts.join('\n');
}

const kindOf = (x: Tensor): string => `${x.dtype.name} [${x.sizes.join(', ')}]`;

function valuesText(x: Tensor): string {
  const parts = readParts(x);
  const { lanes } = x.dtype;
  const isFloat = x.dtype.is_floating_point || x.dtype.is_complex;
  // A float that is a whole number gets a decimal point, so that it is compared as a float.
  const one = (value: number) => (isFloat && Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : digits(value));
  const element = (i: number): string => {
    const value = parts[i * lanes];
    if (x.dtype.name === 'bool') return value ? 'true' : 'false';
    return lanes === 1 ? one(value) : `${one(value)}+${one(parts[i * lanes + 1])}j`;
  };
  const count = numel(x.sizes);
  if (count > MANY) {
    const finite = parts.filter((value) => Number.isFinite(value));
    const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
    const norm = Math.sqrt(finite.reduce((sum, value) => sum + value * value, 0));
    const [least, most] = finite.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    const first = Array.from({ length: SOME }, (_, i) => element(i)).join(', ');
    return `${count} elements: min ${one(least)}, max ${one(most)}, mean ${one(mean)}, norm ${one(norm)}, not finite ${parts.length - finite.length}\nthe first: ${first}`;
  }
  const list = (from: number, sizes: readonly number[], depth: number): string => {
    const [size, ...inner] = sizes;
    if (size === undefined) return element(from);
    const step = numel(inner);
    const items = Array.from({ length: size }, (_, i) => list(from + i * step, inner, depth + 1));
    return `[${items.join(inner.length === 0 ? ', ' : `,\n${' '.repeat(depth + 1)}`)}]`;
  };
  return list(0, x.sizes, 0);
}

/** The backward functions from the root to the leaves, each written once: later occurrences show only its number. */
function graphText(root: GradFn): string {
  const numbers = new Map<GradFn, number>();
  const lines: string[] = [];
  const stack: { fn: GradFn | null; depth: number }[] = [{ fn: root, depth: 0 }];
  while (stack.length > 0) {
    const { fn, depth } = stack.pop()!;
    // In a chain of hundreds of functions, deeper indents would tell nothing more.
    const indent = '  '.repeat(Math.min(depth, 40));
    if (!fn) continue;
    const known = numbers.get(fn);
    if (known !== undefined) {
      lines.push(`${indent}#${known} ${fn.name()}, as above`);
      continue;
    }
    numbers.set(fn, numbers.size + 1);
    lines.push(`${indent}#${numbers.size} ${fn.name()}${fn instanceof AccumulateGrad ? ` ${kindOf(fn.variable)}` : ''}`);
    const next = fn.next_functions.map(([each]) => ({ fn: each, depth: depth + 1 }));
    stack.push(...next.reverse());
  }
  return lines.join('\n');
}

function moduleSnapshot(module: Module): string {
  const parameters = [...module.named_parameters()].map(([name, x]) => `${name}: ${kindOf(x)}${x.requires_grad ? '' : ' frozen'}`);
  return [String(module), ...(parameters.length > 0 ? ['parameters', ...parameters] : [])].join('\n');
}
