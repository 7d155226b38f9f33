/** Explains in words why a number is what it is: a line for the number, and one for each of its terms. */
import type { PassGraph } from '../graph/passGraph.js';
import type { EntryOf, Explanation, ExplanationTerm } from '../protocol/explanation.js';
import { t } from '../protocol/l10n.js';
import type { Scalar, TraceNode } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { number } from './numbers.js';

export type Which = 'value' | 'grad';

/** `w[0, 2]`; for a gradient `∂w[0, 2]`. */
export const entryText = (node: Pick<TraceNode, 'label' | 'op'>, entry: readonly number[], which: Which): string =>
  `${which === 'grad' ? '∂' : ''}${nameOf(node)}${entry.length > 0 ? `[${entry.join(', ')}]` : ''}`;

function placeText(graph: PassGraph, { node, entry }: EntryOf, which: Which): string {
  // Nodes that the graph does not show have names, too.
  const found = graph.pass.nodes.find(({ id }) => id === node);
  return found ? entryText(found, entry, which) : '';
}

/** The parts of a term, with names and numbers: the entry `x[0, 1] 0.5`, and its factor (null: none). */
export function termParts(graph: PassGraph, term: ExplanationTerm, which: Which): { own: string; factor: string | null } {
  const own = [placeText(graph, term, which), number(term.number)].filter(Boolean).join(' ');
  const from = term.with && placeText(graph, term.with, 'value');
  if (term.factor === null) return { own, factor: from || null };
  if (term.factor === 1 && !from) return { own, factor: null };
  const way = term.through && (term.through === 'mean' ? t('by way of the mean') : t('by way of the deviation'));
  return { own, factor: [from, number(term.factor), way].filter(Boolean).join(' ') };
}

/** The sign between the two parts. A comma means that they are not multiplied. */
export const joinText = ({ factor }: ExplanationTerm): string => (factor === null ? ',' : ' ·');

/** A term as a text: `x[0, 1] 0.5 · w[2, 1] 1.5`, `∂y[3] 0.25 · 2`. A number of the program is written alone. */
export function termText(graph: PassGraph, term: ExplanationTerm, which: Which): string {
  const { own, factor } = termParts(graph, term, which);
  return factor === null ? own : `${own}${joinText(term)} ${factor}`;
}

/** `y[0, 1] = 2.5`, with its origin. */
export function valueText(
  node: TraceNode,
  entry: readonly number[],
  which: Which,
  { value, terms, rest_count, depends }: Explanation,
): string {
  const said = `${entryText(node, entry, which)} = ${number(value)}`;
  const count = terms.length + rest_count;
  if (count === 0 && which === 'grad' && value === 0) return t('{0}: no gradient came to it in this pass', said);
  if (count === 0) return t('{0}: not computed from other numbers of this pass', said);
  if (depends) return t('{0}: {1} of these {2} numbers', said, node.op, count);
  if (count === 1) return t('{0}: one term', said);
  return t('{0}: the sum of {1} terms', said, count);
}

/** What a term, or the rest of them, adds to the number; null where the number is no sum of them, as that of a softmax. */
export const addsText = ({ depends }: Explanation, contribution: Scalar): string | null => (depends ? null : number(contribution));

/** The text for the terms that are not listed; null when all are. */
export const restText = ({ rest_count }: Explanation): string | null =>
  rest_count === 0 ? null : rest_count === 1 ? t('one more') : t('{0} more', rest_count);

/** The whole explanation as one sentence, for a screen reader. */
export function explanationSentence(graph: PassGraph, node: TraceNode, entry: readonly number[], which: Which, found: Explanation): string {
  const said = (text: string, contribution: Scalar) => {
    const adds = found.terms.length === 1 ? null : addsText(found, contribution);
    return adds === null ? text : t('{0} adds {1}', text, adds);
  };
  const terms = found.terms.map((term) => said(termText(graph, term, which), term.contribution));
  const rest = restText(found);
  if (rest !== null) terms.push(said(rest, found.rest));
  return `${[valueText(node, entry, which, found), ...terms].join('; ')}.`;
}
