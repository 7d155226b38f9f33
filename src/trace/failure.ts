/** Explains an error of the engine by the tensors that the failing operation was given. */
import { operationOf, TorchError } from '../engine/errors.js';
import { Tensor } from '../engine/tensor.js';
import type { Site } from '../protocol/runnerApi.js';
import type { Diagnostic } from '../protocol/trace.js';
import { nameOf } from './checks/check.js';
import { explainShapes } from './checks/shapeMismatch.js';
import { siteRange } from './passDocument.js';
import { nodeOf } from './recorder.js';
import type { NodeRecord } from './records.js';

/** Null for an error that has nothing to explain. Its place is that of the error. */
export function explainFailure(error: unknown, sites: readonly Site[]): Diagnostic | null {
  const operation = error instanceof TorchError ? operationOf(error) : null;
  if (!(error instanceof TorchError) || !operation) return null;
  const { name, inputs } = operation;
  const tensors = inputs.filter((input) => input instanceof Tensor);
  const nodes = tensors.map(nodeOf);
  const operands = tensors.map((tensor, i) => ({ name: operandName(nodes[i] ?? null, i), shape: tensor.sizes }));
  const problem = explainShapes(error.message, name, operands);
  if (!problem) return null;
  const related = nodes.flatMap((node, i) => {
    const source = node && siteRange(sites[node.site]);
    return source ? [{ message: `${operands[i]!.name} got the shape [${operands[i]!.shape.join(', ')}] here.`, source }] : [];
  });
  const message = [`${error.name}: ${error.message}`, problem.picture].filter(Boolean).join('\n');
  return { severity: 'error', code: 'shape-mismatch', message, source: null, related, fixes: problem.fixes };
}

const operandName = (node: NodeRecord | null, i: number): string =>
  node ? (node.label ?? nameOf({ label: null, op: node.op, kind: 'op' })) : `operand ${i + 1}`;
