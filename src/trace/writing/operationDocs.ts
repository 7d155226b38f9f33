import type { Op } from '../../engine/ops/op.js';
import { ops } from '../../engine/ops/index.js';
import type { OperationDoc, Pass } from '../../protocol/trace.js';

/** What the operations of these passes compute, as their entries say. */
export function operationDocs(passes: readonly Pass[]): Record<string, OperationDoc> {
  const docs: Record<string, OperationDoc> = {};
  for (const [name, given] of used(passes)) {
    const op = entryOf(name, given);
    if (op) docs[name] = docOf(op);
  }
  return docs;
}

/** The operations by the names that nodes have, with the names of the tensor arguments that they were given. */
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

/** The entry of an operation. Where several have the name, it is the one that takes these arguments. */
function entryOf(name: string, given: ReadonlySet<string>): Op | undefined {
  const base = baseName(name);
  const named = ops.filter((op) => op.shown === base || op.shortName === base);
  const takes = ({ parsed }: Op) => [...given].every((argument) => parsed.parameters.some((p) => p.name === argument));
  const isInPlace = name.endsWith('_');
  const computing = named.filter((op) => op.forward && takes(op) && (!isInPlace || op.variants.includes('inplace')));
  return computing.find((op) => !op.internal) ?? computing[0] ?? named[0];
}

const docOf = ({ signature, doc, formula, gradient, kind }: Op): OperationDoc => ({
  signature,
  doc,
  formula,
  kind,
  ...(gradient !== undefined && { gradient }),
});
