/**
 * Rectifiers whose units nearly all give 0 for every sample. No gradient reaches the layers before such a rectifier.
 */
import { t } from '../../protocol/l10n.js';
import type { Run, TraceNode } from '../../protocol/trace.js';
import { type Check, type Found, nameOf } from './check.js';

/** With fewer units or fewer samples, zeros show nothing. */
const FEWEST_UNITS = 4;
const FEWEST_SAMPLES = 4;
const MOST = 0.9;

export const deadUnits: Check = {
  code: 'dead-units',
  find({ run }) {
    const pass = run.passes.findLast(({ backward }) => backward);
    return (pass?.nodes ?? []).filter((node) => node.in_graph && isDead(node)).map((node) => diagnosticOf(run, node));
  },
};

const isDead = ({ silent: found }: TraceNode): boolean =>
  found !== undefined && found.units >= FEWEST_UNITS && found.samples >= FEWEST_SAMPLES && found.silent >= MOST * found.units;

function diagnosticOf(run: Run, node: TraceNode): Found {
  const { silent, units, samples } = node.silent!;
  const before = run.passes.find(({ backward }) => backward)?.nodes.find(({ key }) => key === node.key)?.silent;
  const died = t(
    '{0} of {1} units of {2} give 0 for all {3} numbers of the last pass: they are dead, since no gradient reaches the weights before them.',
    silent,
    units,
    nameOf(node),
    samples,
  );
  const advice =
    before && before.silent < silent
      ? t('In the first pass it was {0}: lower the learning rate, or use leaky_relu or gelu, which let a gradient through.', before.silent)
      : t('It was so from the start: scale the inputs, initialise the weights with nn.init.kaiming_normal_, or use leaky_relu or gelu.');
  return { severity: 'warning', message: `${died} ${advice}`, source: node.source };
}
