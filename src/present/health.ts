import { t } from '../protocol/l10n.js';
import type { Diagnostic, ParameterHealth, Pass } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { number } from './numbers.js';

/** Diagnostics with these codes are about training. They are shown beside the gradients, too. */
const CODES: ReadonlySet<string> = new Set([
  'accumulated-gradient',
  'dead-units',
  'exploding-gradient',
  'first-nan-gradient',
  'missed-gradient',
  'no-gradient',
  'not-trained',
  'scheduler-order',
  'step-size',
  'vanishing-gradient',
]);

export const healthFindings = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(({ code }) => CODES.has(code));

/** What is known about a parameter in a pass, or in the last measured pass before it. */
export interface HealthAt {
  grad: number | null;
  /** The gradient that the step used, when it differs: after clipping. */
  clipped: number | null;
  /** The size of the step relative to the parameter; null when there was no step, or nothing to compare with. */
  ratio: number | null;
}

export function healthAt({ passes, grad, used, weight, update }: ParameterHealth, pass: number): HealthAt {
  const i = Math.max(
    0,
    passes.findLastIndex((index) => index <= pass),
  );
  const [before, after, size, change] = [grad[i] ?? null, used[i] ?? null, weight[i], update[i] ?? null];
  return { grad: before, clipped: after === before ? null : after, ratio: change === null || !size ? null : change / size };
}

/** The ratio of the last step that is known. */
export function lastRatio(one: ParameterHealth): number | null {
  const i = one.update.findLastIndex((size) => size !== null);
  return i < 0 ? null : healthAt(one, one.passes[i]!).ratio;
}

/** Ratios in percent, for comparison: a thousandth is 0.1 %. */
export const ratioText = (ratio: number | null): string => (ratio === null ? '' : `${number(ratio * 100, 2)} %`);

export const gradientText = ({ grad, clipped }: HealthAt): string =>
  clipped === null ? number(grad, 3) : `${number(grad, 3)} → ${number(clipped, 3)}`;

/** A sentence on the rectifiers of a pass with units that give 0 for every sample. */
export function silentText(pass: Pick<Pass, 'nodes'>): string | null {
  const layers = pass.nodes.filter(({ silent }) => silent && silent.silent > 0);
  if (layers.length === 0) return null;
  const named = layers.map((node) => t('{0} of {1} of {2}', node.silent!.silent, node.silent!.units, nameOf(node)));
  return t('Units that give 0 for all of this pass: {0}.', named.join(', '));
}

/** The logarithms of the norms as a curve from 0 (the smallest) to 1 (the largest); null for a norm that is missing. */
export function curveOf(values: readonly (number | null)[], [low, high]: readonly [number, number]): (number | null)[] {
  return values.map((value) => (value === null || value <= 0 ? null : high > low ? (Math.log(value) - low) / (high - low) : 0.5));
}

/** The range that contains the logarithms of all norms of a parameter. It covers at least a factor of ten. */
export function spanOf({ grad, used }: ParameterHealth): [number, number] {
  const logs = [...grad, ...used].flatMap((value) => (value === null || value <= 0 ? [] : [Math.log(value)]));
  if (logs.length === 0) return [0, 0];
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const room = Math.max(0, Math.log(10) - (high - low)) / 2;
  return [low - room, high + room];
}
