/**
 * Why an operation refused the shapes of its operands: which dimension of which operand is wrong, and what would help.
 */
import type { ShapeDetail, TruthDetail } from '../../engine/errors/detail.js';
import { numel, sameSizes, showSizes } from '../../engine/shape.js';
import { t } from '../../protocol/l10n.js';
import type { Fix } from '../../protocol/trace.js';
import { type Context, type Explanation, type Failure, placesOf, present, shapesText } from './failure.js';
import { explainChannels, explainFeatures, explainProduct } from './products.js';
import { padded, type Row, rowOf, table } from './table.js';

type DetailOf<K extends ShapeDetail['kind']> = Extract<ShapeDetail, { kind: K }>;

export function explainShapes(detail: ShapeDetail, failure: Failure, { sites }: Context): Explanation {
  const { operands } = failure;
  if (operands.length === 0) return { text: '' };
  const related = placesOf(operands, sites, ({ name, shape }) => t('{0} got the shape {1} here.', name, showSizes(shape)));
  return { ...(explanationOf(detail, failure) ?? { text: shapesText(operands) }), related };
}

/** Null where the shapes say all that is known. */
function explanationOf(detail: ShapeDetail, failure: Failure): Explanation | null {
  switch (detail.kind) {
    case 'shape':
      return null;
    case 'broadcast':
      return explainBroadcast(failure);
    case 'expand':
      return explainExpand(detail, failure);
    case 'inplace-shape':
      return explainInPlace(failure);
    case 'product':
      return explainProduct(failure);
    case 'features':
      return explainFeatures(detail, failure);
    case 'channels':
      return explainChannels(detail, failure);
    case 'list':
      return explainList(detail, failure);
    case 'batch':
      return explainBatch(failure);
    case 'target-shape':
      return explainTarget(detail, failure);
    case 'view':
      return explainView(detail, failure);
  }
}

/** Explains why shapes do not broadcast. Dimensions are compared from the last one. */
function explainBroadcast(failure: Failure): Explanation | null {
  const operands = failure.operands.filter(({ shape }) => shape.length > 0);
  if (operands.length < 2) return null;
  const rows = padded(operands.map(({ shape }) => shape));
  const marks = rows[0]!.map((_, i) => new Set(rows.map((row) => row[i]).filter((n) => n !== null && n !== 1)).size > 1);
  const text = table(
    operands.map(({ name }, k): Row => ({ name, cells: rows[k]! })),
    { marks, note: t('differ, and neither is 1') },
  );
  const [a, b] = failure.operands;
  const fixes =
    failure.operands.length === 2
      ? [
          ...mendings(a!.shape, b!.shape).map((append) => failure.fix(0, append)),
          ...mendings(b!.shape, a!.shape).map((append) => failure.fix(1, append)),
        ]
      : [];
  return { text, fixes: present(fixes) };
}

/** Changes that make a shape broadcast with another: a new dimension, or the last two dimensions exchanged. */
function mendings(shape: readonly number[], other: readonly number[]): string[] {
  const found: string[] = [];
  if (shape.length < other.length) {
    for (let at = 1; at <= shape.length && found.length === 0; at++) {
      const longer = [...shape.slice(0, at), ...Array<number>(other.length - shape.length).fill(1), ...shape.slice(at)];
      if (!broadcasts(longer, other)) continue;
      if (longer.length === shape.length + 1) found.push(`.unsqueeze(${at})`);
      else if (shape.length === 1) found.push(`.view(${longer.join(', ')})`);
    }
  }
  if (shape.length === other.length && shape.length >= 2) {
    const swapped = [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!];
    if (broadcasts(swapped, other)) found.push(shape.length === 2 ? '.t()' : '.transpose(-2, -1)');
  }
  return found;
}

function broadcasts(a: readonly number[], b: readonly number[]): boolean {
  const [left, right] = padded([a, b]) as [(number | null)[], (number | null)[]];
  return left.every((n, i) => n === null || right[i] === null || n === right[i] || n === 1 || right[i] === 1);
}

function explainExpand({ sizes, wanted }: DetailOf<'expand'>, { operands }: Failure): Explanation {
  const rows = padded([wanted, sizes]);
  const marks = rows[0]!.map((n, i) => rows[1]![i] !== null && rows[1]![i] !== n && rows[1]![i] !== 1);
  const given = operands.findLast(({ shape }) => sameSizes(shape, sizes))?.name ?? t('given');
  const text = table(
    [
      { name: t('wanted'), cells: rows[0]! },
      { name: given, cells: rows[1]! },
    ],
    { marks, note: t('only a dimension of 1 can be stretched') },
  );
  return { text };
}

function explainInPlace({ operands }: Failure): Explanation {
  const rows = padded(operands.map(({ shape }) => shape));
  const marks = rows[0]!.map((n, i) => rows.some((row) => (row[i] ?? 1) > (n ?? 1)) || (n === null && rows.some((row) => row[i] !== null)));
  const text = table(
    operands.map(({ name }, k) => ({ name, cells: rows[k]! })),
    { marks, note: t('an operation in place cannot make {0} larger', operands[0]!.name) },
  );
  return { text };
}

/** Marks the dimensions that differ between the tensors of a list but must be equal. */
function explainList({ except }: DetailOf<'list'>, { operands }: Failure): Explanation {
  const rank = Math.max(...operands.map(({ shape }) => shape.length));
  const marks = Array.from({ length: rank }, (_, i) => i !== except && new Set(operands.map(({ shape }) => shape[i])).size > 1);
  const rows = operands.slice(0, 6).map(rowOf);
  return { text: table(rows, { marks, note: t('must be the same') }) };
}

function explainBatch({ operands: [input, target] }: Failure): Explanation | null {
  if (!input || !target) return null;
  const rows = [input, target].map(rowOf);
  return { text: table(rows, { marks: [true], note: t('one target for each row of the input') }) };
}

function explainTarget(detail: DetailOf<'target-shape'>, failure: Failure): Explanation | null {
  const [input, target] = failure.operands;
  if (!input || !target) return null;
  const append =
    numel(detail.input) !== numel(detail.target)
      ? null
      : target.shape.length + 1 === input.shape.length && input.shape.at(-1) === 1
        ? `.unsqueeze(${target.shape.length})`
        : `.reshape(${input.shape.join(', ')})`;
  const rows = [input, target].map(rowOf);
  const marks = rows[0]!.cells.map((n, i) => n !== rows[1]!.cells[i]);
  return { text: table(rows, { marks, note: t('must be the same') }), fixes: append ? present([failure.fix(1, append)]) : [] };
}

function explainView({ call, wanted, numel: count }: DetailOf<'view'>, { operation }: Failure): Explanation {
  const known = wanted.filter((n) => n !== -1).reduce((all, n) => all * n, 1);
  const text = wanted.includes(-1)
    ? t('There are {0} elements, and {1} is no multiple of {2}.', count, count, known)
    : t('{0} has room for {1} elements, and there are {2}.', showSizes(wanted), known, count);
  // Another operation may have called view() itself. Then these sizes are not in the source.
  if (operation !== call) return { text };
  const fits = wanted.flatMap((n, i) => {
    const rest = wanted.filter((m, k) => k !== i && m > 0).reduce((all, m) => all * m, 1);
    return n !== -1 && !wanted.includes(-1) && rest > 0 && count % rest === 0 ? [wanted.map((m, k) => (k === i ? -1 : m))] : [];
  });
  const fixes = [...fits.slice(0, 1), ...(wanted.length === 1 ? [[-1]] : [])].slice(0, 1).map((shape): Fix => {
    const mended = `${call}(${shape.join(', ')})`;
    return { title: t('Use {0}', mended), callees: [call], operand: 0, append: '', instead: shape.join(', ') };
  });
  return { text, fixes };
}

/** What the author may have meant by using a tensor with more than one element as a condition. */
export const truthText = ({ sizes }: TruthDetail): string =>
  t(
    'A condition takes a tensor of one element; this one has shape {0}. Ask for its elements with .any() or .all(), and with !== null whether there is a tensor at all, such as a gradient.',
    showSizes(sizes),
  );
