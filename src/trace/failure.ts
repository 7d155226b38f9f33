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

/** Null for an error that has nothing to explain. Its place is that of the error where none is given. */
export function explainFailure(error: unknown, sites: readonly Site[]): Diagnostic | null {
  const operation = error instanceof TorchError ? operationOf(error) : null;
  if (!(error instanceof TorchError) || !operation) return null;
  const tensors = operation.inputs.filter((input) => input instanceof Tensor);
  const message = `${error.name}: ${error.message}`;
  if (error.message.includes('modified by an inplace operation')) return inplaceChange(message, tensors[0], sites);
  return shapeMismatch(message, error.message, operation.name, tensors, sites);
}

/** What backward needs was changed: the expression that changed it is to blame. */
function inplaceChange(message: string, tensor: Tensor | undefined, sites: readonly Site[]): Diagnostic | null {
  const node = tensor && nodeOf(tensor);
  if (!node) return null;
  const isChange = node.op.endsWith('_') || node.op === 'copy_slices';
  const name = operandName(node, 0);
  const advice = `Backward needs ${name} as it was before: use an operation that makes a new tensor (without the '_').`;
  return {
    severity: 'error',
    code: 'inplace-change',
    message: `${message}\n${advice}`,
    source: isChange ? siteRange(sites[node.site]) : null,
  };
}

function shapeMismatch(
  message: string,
  words: string,
  operation: string,
  tensors: readonly Tensor[],
  sites: readonly Site[],
): Diagnostic | null {
  const nodes = tensors.map(nodeOf);
  const operands = tensors.map((tensor, i) => ({ name: operandName(nodes[i] ?? null, i), shape: tensor.sizes }));
  const problem = explainShapes(words, operation, operands);
  if (!problem) return null;
  const related = nodes.flatMap((node, i) => {
    const source = node && siteRange(sites[node.site]);
    return source ? [{ message: `${operands[i]!.name} got the shape [${operands[i]!.shape.join(', ')}] here.`, source }] : [];
  });
  return {
    severity: 'error',
    code: 'shape-mismatch',
    message: [message, problem.picture].filter(Boolean).join('\n'),
    source: null,
    related,
    fixes: problem.fixes,
  };
}

const operandName = (node: NodeRecord | null, i: number): string =>
  node ? (node.label ?? nameOf({ label: null, op: node.op, kind: 'op' })) : `operand ${i + 1}`;
