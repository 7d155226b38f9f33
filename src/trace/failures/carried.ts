/**
 * A state that a model carries from one pass to the next together with its whole history, such as the state of an LSTM.
 */
import { gradFnOf } from '../../engine/tensor/state.js';
import { t } from '../../protocol/l10n.js';
import type { Fix } from '../../protocol/trace.js';
import { siteRange } from '../writing/passDocument.js';
import type { NodeRecord } from '../recording/records.js';
import { type Context, type Explanation, present } from './failure.js';

/** The layers that take an input and a state. */
const RECURRENT = /(?:RNN|GRU|LSTM)(?:Cell)?$/;
/** The layers whose state is two tensors. */
const IN_PAIRS = /LSTM(?:Cell)?$/;
const DETACH = '.detach()';

/**
 * Explains why `backward()` reached a graph that an earlier one already went through. Null where nothing was carried
 * into this pass.
 */
export function explainCarried({ pass, sites }: Context): Explanation | null {
  const nodes = pass?.nodes ?? [];
  const places = new Set(nodes.flatMap(({ kind, site }) => (kind === 'op' ? site : [])));
  for (const node of nodes) {
    const operand = node.inputs.findIndex((input) => isCarried(input) && places.has(input.site));
    const source = siteRange(sites[node.site]);
    if (operand < 0 || !source) continue;
    const { label } = node.inputs[operand]!;
    const text = label
      ? t(
          "'{0}' comes from an earlier pass with all that it was computed from, which is gone since its backward(): detach() it here.",
          label,
        )
      : t('The state comes from an earlier pass with all that it was computed from, which is gone since its backward(): detach() it here.');
    return { text, source, fixes: present([fixOf(node, label)]) };
  }
  return null;
}

/** Made in an earlier pass. Its place is in this pass too when it is a state: each step makes the next one there. */
const isCarried = ({ origin, tensor }: NodeRecord): boolean => origin === 'carried' && tensor !== null && gradFnOf(tensor) !== null;

function fixOf({ module }: NodeRecord, named: string | null): Fix | null {
  const layer = module.types.at(-1) ?? '';
  const title = t('Use {0}', `…${DETACH}`);
  if (!RECURRENT.test(layer)) return named === null ? null : { title, callees: [], operand: 0, append: DETACH, named };
  return { title, callees: [], operand: 1, append: DETACH, ...(IN_PAIRS.test(layer) && { each: true }) };
}
