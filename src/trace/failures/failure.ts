/** What is known about a failure beside its error: the operation that failed, its tensors, and the modules around it. */
import { modulesOf, operationOf } from '../../engine/errors.js';
import * as nn from '../../engine/nn/index.js';
import type { Module } from '../../engine/nn/module.js';
import { showSizes } from '../../engine/shape.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic, Fix, Range } from '../../protocol/trace.js';
import type { Training } from '../checks/watched/training.js';
import { siteRange } from '../writing/passDocument.js';
import { nodeOf } from '../recording/nodesOf.js';
import type { NodeRecord, PassRecord } from '../recording/records.js';

/** What is known about the run that failed. */
export interface Context {
  sites: readonly Site[];
  training: Training;
  /** The pass of the last call of backward(). */
  pass: PassRecord | null;
}

export interface Operand {
  /** Its name in the source, or else the operation that made it. */
  name: string;
  shape: readonly number[];
  tensor: Tensor;
  node: NodeRecord | null;
}

export interface Explanation {
  /** The text below PyTorch's message; empty where there is nothing to add. */
  text: string;
  /** The place of the mistake, when that is not the place of the error. */
  source?: Range | null;
  related?: Diagnostic['related'];
  fixes?: Fix[];
}

export interface Failure {
  operation: string;
  operands: readonly Operand[];
  /** A sentence about the module of the library that failed; empty where the model's own code failed. */
  module: string;
  /** The fix that writes `append` behind an operand of the call; null where the operand is not in the call. */
  fix(operand: number, append: string): Fix | null;
}

export function failureOf(error: Error): Failure {
  const operation = operationOf(error);
  const tensors = (operation?.inputs ?? []).filter((input) => input instanceof Tensor);
  const operands = tensors.map((tensor, i): Operand => {
    const node = nodeOf(tensor);
    return { name: node ? (node.label ?? node.op) : t('operand {0}', i + 1), shape: tensor.sizes, tensor, node };
  });
  const modules = modulesOf(error) as readonly Module[];
  const called = isLibrary(modules[0]) ? modules[0] : null;
  const name = operation?.name ?? '';
  return {
    operation: name,
    operands,
    module: called ? describe(called, modules.at(-1)!) : '',
    fix(operand, append) {
      const { node } = operands[operand]!;
      const title = t('Use {0}', `${node?.label ?? '…'}${append}`);
      if (!called) return { title, callees: [name, `${name}_`], operand, append };
      // The source has a call of this module only if the model itself calls it, and not another module of the library.
      const isCalledByModel = !isLibrary(modules[1]);
      const isArgument = operand === 0 || called._get_name().endsWith('Loss');
      return isCalledByModel && isArgument ? { title, callees: [], operand, append } : null;
    },
  };
}

const isLibrary = (module: Module | undefined): boolean =>
  module !== undefined && (nn as Record<string, unknown>)[module.constructor.name] === module.constructor;

/** `In '2': Linear(in_features=6, out_features=1, bias=True).` */
function describe(module: Module, outermost: Module): string {
  const text = String(module);
  if (text.includes('\n')) return '';
  for (const [name, known] of outermost.named_modules()) if (known === module && name !== '') return t("In '{0}': {1}.", name, text);
  return t('In {0}.', text);
}

/** Where the operands were made, once for each place. */
export function madeAt(operands: readonly Operand[], sites: readonly Site[]): Diagnostic['related'] {
  return placesOf(operands, sites, ({ name, shape, tensor }) =>
    t('{0} is made here: {1}.', name, `${tensor.dtype.name}${showSizes(shape)}`),
  );
}

/** The text of `says` for each operand, at the place where the operand was made, once for each place. */
export function placesOf(operands: readonly Operand[], sites: readonly Site[], says: (operand: Operand) => string): Diagnostic['related'] {
  const seen = new Set<number>();
  return operands.flatMap((operand) => {
    const site = operand.node?.site ?? -1;
    const source = siteRange(sites[site]);
    if (!source || seen.has(site)) return [];
    seen.add(site);
    return [{ message: says(operand), source }];
  });
}

/** The shapes of all operands, for errors that have no better explanation. */
export const shapesText = (operands: readonly Operand[]): string =>
  operands.map(({ name, shape }) => t('{0} has shape {1}.', name, showSizes(shape))).join(' ');

export const present = (fixes: readonly (Fix | null)[]): Fix[] => fixes.filter((fix) => fix !== null);
