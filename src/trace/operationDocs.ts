import type { Op } from '../engine/ops/op.js';
import { ops } from '../engine/ops/index.js';
import type { OperationDoc, Pass } from '../protocol/trace.js';

/** What the operations of these passes compute, as their entries say. */
export function operationDocs(passes: readonly Pass[]): Record<string, OperationDoc> {
  const used = new Set(passes.flatMap(({ nodes }) => nodes.map(({ op }) => op)));
  const docs: Record<string, OperationDoc> = {};
  for (const op of ops) {
    for (const name of [op.shortName, `${op.shortName}_`]) if (used.has(name)) docs[name] ??= docOf(op);
  }
  return docs;
}

const docOf = ({ signature, doc, formula, gradient }: Op): OperationDoc => ({
  signature,
  doc,
  formula,
  ...(gradient !== undefined && { gradient }),
});
