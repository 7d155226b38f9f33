/** Layers that a module uses but does not hold, for example because they are in a plain array. Optimizers do not get their parameters. */
import { t } from '../../protocol/l10n.js';
import type { Check } from './check.js';
import { byMaker, madeBy } from './makers.js';

export const notTrained: Check = {
  code: 'not-trained',
  find(finished) {
    const { steps } = finished.training;
    const left = [...steps.strays].filter(
      ([leaf, module]) =>
        leaf.requires_grad &&
        steps.isReached(leaf) &&
        !steps.optimized.has(leaf) &&
        !steps.isChanged(leaf) &&
        [...module.parameters()].some((parameter) => steps.optimized.has(parameter)),
    );
    return byMaker(left.map(([leaf, module]) => ({ ...madeBy(finished, leaf, null), module }))).map(({ names, source, first }) => ({
      severity: 'warning',
      message: t(
        'No optimizer steps {0}: {1} computes with it, but does not hold it, so parameters() leaves it out. Modules belong to a property, a Sequential, a ModuleList or a ModuleDict; a plain tensor, to a Parameter.',
        names,
        first.module._get_name(),
      ),
      source,
    }));
  },
};
