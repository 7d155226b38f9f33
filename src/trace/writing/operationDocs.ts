import type { Op } from '../../engine/ops/op.js';
import { ops } from '../../engine/ops/index.js';
import type { OperationDoc, OperationForm } from '../../protocol/operations.js';
import type { Pass } from '../../protocol/trace.js';
import { textOf } from './saidTexts.js';

/** What the operations of these passes compute, from the operations' entries. */
export function operationDocs(passes: readonly Pass[]): Record<string, OperationDoc> {
  const docs: Record<string, OperationDoc> = {};
  for (const [name, given] of used(passes)) {
    const [op, ...others] = entriesOf(name, given);
    if (!op) continue;
    const forms = others.filter(({ formula, gradient }) => formula !== op.formula || gradient !== op.gradient).map(formOf);
    docs[name] = { ...formOf(op), kind: op.kind, ...(forms.length > 0 && { forms }) };
  }
  return docs;
}

/** The names of all operations in these passes, with the names of the tensor arguments that they were given. */
function used(passes: readonly Pass[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { nodes, edges } of passes) {
    const argumentsOf = new Map<string, Set<string>>();
    for (const { id, op } of nodes) {
      const given = found.get(op) ?? new Set();
      found.set(op, given);
      argumentsOf.set(id, given);
    }
    for (const { to, argument } of edges) if (argument) argumentsOf.get(to)!.add(argument.replace(/\[\d+\]$/, ''));
  }
  return found;
}

/** `add_` computes what `add` does, and `split.1` is the second result of `split`. */
const baseName = (name: string): string => name.replace(/\.\d+$/, '').replace(/_$/, '');

/** All entries by each of their names. Made once, because a run with moved numbers asks many times a second. */
let entries: Map<string, Op[]> | null = null;

function entriesNamed(name: string): readonly Op[] {
  if (!entries) {
    entries = new Map();
    for (const op of ops)
      for (const each of new Set([op.shown, op.shortName])) {
        const named = entries.get(each);
        if (named) named.push(op);
        else entries.set(each, [op]);
      }
  }
  return entries.get(name) ?? [];
}

/** The entries of an operation. Several can have the same name: the best, which takes all given tensor arguments, comes first. */
function entriesOf(name: string, given: ReadonlySet<string>): Op[] {
  const base = baseName(name);
  const named = entriesNamed(base);
  const takes = ({ parsed }: Op) => [...given].every((argument) => parsed.parameters.some((p) => p.name === argument));
  const isInPlace = name.endsWith('_');
  const computing = named.filter((op) => op.forward && (!isInPlace || op.variants.includes('inplace')));
  const fitting = computing.filter(takes);
  const best = fitting.find((op) => !op.internal) ?? fitting[0] ?? named[0];
  return best ? [best, ...computing.filter((op) => op !== best && !op.internal)] : [];
}

const formOf = ({ signature, doc, formula, gradient }: Op): OperationForm => ({
  signature,
  doc: textOf(doc),
  formula: textOf(formula),
  ...(gradient !== undefined && { gradient: textOf(gradient) }),
});
