/**
 * Groups parameters that one expression made, such as the weight and the bias of a layer, so that they are reported
 * together.
 */
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { Range } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { siteRange } from '../writing/passDocument.js';
import { nodeOf } from '../recording/nodesOf.js';
import { type Finished, placeOf } from './check.js';

export interface Named {
  name: string;
  /** The expression that made the parameter. */
  source: Range | null;
}

export function madeBy({ sites }: Finished, leaf: Tensor, name: string | null): Named {
  const node = nodeOf(leaf);
  return { name: name ?? node?.label ?? t('a parameter'), source: node ? siteRange(sites[node.site]) : null };
}

export function byMaker<T extends Named>(all: readonly T[]): { names: string; source: Range | null; first: T }[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(placeOf(one.source), [...(groups.get(placeOf(one.source)) ?? []), one]);
  return [...groups.values()].map((group) => ({
    names: [...new Set(group.map(({ name }) => `'${name}'`))].join(', '),
    source: group[0]!.source,
    first: group[0]!,
  }));
}
