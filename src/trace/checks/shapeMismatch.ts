/** Why an operation refused the shapes it was given: which dimension of which operand, and what would help. */
import type { Fix } from '../../protocol/trace.js';

export interface Operand {
  /** As it is named in the source, or the operation that made it. */
  name: string;
  shape: readonly number[];
}

export interface ShapeProblem {
  /** The shapes below each other, the dimensions that clash marked. Empty where there is nothing to align. */
  picture: string;
  fixes: Fix[];
}

/** What is to be said of an error with this message, beyond the message; null when it is not about shapes. */
export function explainShapes(message: string, operation: string, operands: readonly Operand[]): ShapeProblem | null {
  const broadcast = /must match the (?:existing )?size (?:of tensor b )?\((\d+)\) at non-singleton dimension (\d+)/.exec(message);
  const [a, b] = operands;
  if (broadcast && a && b) return explainBroadcast(operation, a, b);
  if (/shapes cannot be multiplied|size mismatch|must be same size|inconsistent tensor size/.test(message) && operands.length >= 2) {
    const [left, right] = operands.slice(-2) as [Operand, Operand];
    return explainProduct(left, right);
  }
  const view = /shape '\[(.*)\]' is invalid for input of size (\d+)/.exec(message);
  if (view && a) return explainView(view[1]!.split(',').map(Number), Number(view[2]), operation);
  return /\b(sizes?|shapes?|dimensions?|channels|elements)\b/.test(message) && a ? { picture: list(operands), fixes: [] } : null;
}

/** Dimensions are compared from the last one. */
function explainBroadcast(operation: string, a: Operand, b: Operand): ShapeProblem {
  const rank = Math.max(a.shape.length, b.shape.length);
  const padded = ({ shape }: Operand): (number | null)[] => [...Array<null>(rank - shape.length).fill(null), ...shape];
  const [left, right] = [padded(a), padded(b)];
  const clashes = left.map((n, i) => n !== null && right[i] != null && n !== right[i] && n !== 1 && right[i] !== 1);
  const callees = [operation];
  const fixes = [a, b].flatMap((operand, i) => fixOf(operand, i === 0 ? b : a).map((append) => fix(callees, i, operand, append)));
  return { picture: align([a, b], [left, right], clashes, 'differ, and neither is 1'), fixes };
}

/** What would make `operand` broadcast with `other`. */
function fixOf({ shape }: Operand, other: Operand): string[] {
  const [n, ...rest] = shape;
  if (shape.length === 1 && other.shape.length === 2 && n === other.shape[0]) return ['.unsqueeze(1)'];
  if (shape.length === 2 && other.shape.length === 2 && n === other.shape[1] && rest[0] === other.shape[0]) return ['.t()'];
  return [];
}

/** The last dimension of the left must be the last but one of the right. */
function explainProduct(left: Operand, right: Operand): ShapeProblem {
  const [inner, outer] = [left.shape.at(-1), right.shape.at(-2) ?? right.shape[0]];
  const picture =
    `${left.name} has shape ${show(left.shape)} and ${right.name} has shape ${show(right.shape)}: ` +
    `the ${inner} columns of the left must be as many as the ${outer} rows of the right.`;
  const callees = ['matmul', 'mm', 'bmm', 'addmm'];
  const fixes: Fix[] = [];
  const isMatrix = ({ shape }: Operand) => shape.length === 2;
  if (isMatrix(right) && right.shape[1] === inner) fixes.push(fix(callees, 1, right, '.t()'));
  if (isMatrix(left) && left.shape[0] === outer) fixes.push(fix(callees, 0, left, '.t()'));
  return { picture, fixes };
}

function explainView(wanted: readonly number[], numel: number, operation: string): ShapeProblem {
  const product = wanted.reduce((all, n) => all * n, 1);
  const picture = `${show(wanted)} has room for ${product} elements, and there are ${numel}.`;
  const rest = wanted.slice(1).reduce((all, n) => all * n, 1);
  const fits = wanted.length > 1 && rest > 0 && numel % rest === 0;
  const hint = fits
    ? ` ${operation}(${[-1, ...wanted.slice(1)].join(', ')}) would make it [${[numel / rest, ...wanted.slice(1)].join(', ')}].`
    : '';
  return { picture: picture + hint, fixes: [] };
}

const fix = (callees: string[], operand: number, { name }: Operand, append: string): Fix => ({
  title: `Use ${name}${append}`,
  callees,
  operand,
  append,
});

/** Shapes as columns of a table, flush right, with a mark below what clashes. */
function align(operands: readonly Operand[], shapes: readonly (number | null)[][], clashes: readonly boolean[], why: string): string {
  const names = Math.max(...operands.map(({ name }) => name.length));
  const widths = clashes.map((_, i) => Math.max(...shapes.map((shape) => String(shape[i] ?? '').length)));
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(names)}   ${cells.map((cell, i) => cell.padStart(widths[i]!)).join('  ')}`.trimEnd();
  const rows = operands.map(({ name }, k) =>
    row(
      name,
      shapes[k]!.map((n) => String(n ?? '')),
    ),
  );
  return [
    ...rows,
    `${row(
      '',
      clashes.map((clash) => (clash ? '↑' : '')),
    )} ${why}`,
  ].join('\n');
}

const list = (operands: readonly Operand[]): string => operands.map(({ name, shape }) => `${name} has shape ${show(shape)}.`).join(' ');

const show = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
