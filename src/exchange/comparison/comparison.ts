/** Compares two runs: where they first differ, in which numbers, and which changed line is the cause. */
import { withLeaves } from '../../graph/leaves.js';
import { differencesOf, type Differences, type Parting } from '../../graph/parting.js';
import { number } from '../../present/numbers.js';
import { placeText } from '../../present/paths.js';
import { t } from '../../protocol/l10n.js';
import type { Range, Run } from '../../protocol/trace.js';
import { causeOf } from './changedLines.js';

/** A run with its source text, under the name that the user knows. */
export interface KeptRun {
  name: string;
  run: Run;
  text: string;
}

export interface Both {
  a: KeptRun;
  b: KeptRun;
}

/** The JSON that `diff --json` prints. */
export interface DiffDocument {
  tensorLens: 1;
  same: boolean;
  a: string;
  b: string;
  first: {
    pass: number;
    what: Parting['what'];
    node: { a: string | null; b: string | null };
    op: string | null;
    /** The name of the node in the program. */
    label: string | null;
    entry: number[] | null;
    values: Parting['values'];
    source: { a: Range | null; b: Range | null };
  } | null;
  cause: { a: Range | null; b: Range | null } | null;
  nodes: Differences['nodes'];
}

export function comparisonOf({
  a: { run: runA, text: textA, name: nameA },
  b: { run: runB, text: textB, name: nameB },
}: Both): DiffDocument {
  // A run that the panel shows already has its leaves.
  const [a, b] = [withLeaves(runA), withLeaves(runB)];
  const { first, nodes } = differencesOf(a, b);
  return {
    tensorLens: 1,
    same: first === null,
    a: nameA,
    b: nameB,
    first: first && {
      pass: first.pass,
      what: first.what,
      node: { a: first.a?.id ?? null, b: first.b?.id ?? null },
      op: first.a?.op ?? first.b?.op ?? null,
      label: first.a?.label ?? first.b?.label ?? null,
      entry: first.entry,
      values: first.values,
      source: { a: first.a?.source ?? a.error?.source ?? null, b: first.b?.source ?? b.error?.source ?? null },
    },
    cause: first && causeOf(first, { a, b }, { a: textA, b: textB }),
    nodes,
  };
}

const at = (range: Range | null): string => (range ? placeText(range) : t('nowhere'));

/** Returns the difference as a sentence for the user. */
export function sentenceOf({ a, b, first, cause, nodes }: DiffDocument): string {
  if (!first) return t('{0} and {1} compute the same numbers: {2} nodes.', a, b, nodes.same);
  const numbers = first.values.a === null && first.values.b === null ? '' : `: ${number(first.values.a)}, ${number(first.values.b)}`;
  const entry = first.entry && first.entry.length > 0 ? ` [${first.entry.join(', ')}]` : '';
  const lines = [
    t('They part in pass {0}: {1}', first.pass, `${whatParts(first)}${entry}${numbers}`),
    `  ${a}: ${at(first.source.a)}`,
    `  ${b}: ${at(first.source.b)}`,
    cause && t('The changed line: {0}; {1}', at(cause.a), at(cause.b)),
    t(
      '{0} nodes are the same, {1} differ, {2} are only in {3}, {4} only in {5}.',
      nodes.same,
      nodes.parted,
      nodes.only_a,
      a,
      nodes.only_b,
      b,
    ),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function whatParts({ what, op, label }: NonNullable<DiffDocument['first']>): string {
  const name = label ?? op ?? t('nothing');
  switch (what) {
    case 'value':
      return t('the value of {0}', name);
    case 'gradient':
      return t('the gradient of {0}', name);
    case 'shape':
      return t('the shape of {0}', name);
    case 'graph':
      return t('the graph, at {0}', name);
    case 'output':
      return t('what they print');
    case 'error':
      return t('the error that they end with');
  }
}
