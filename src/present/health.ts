import { t } from '../protocol/l10n.js';
import type { Diagnostic, ParameterHealth, Pass } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { number } from './numbers.js';

/** What is said of a training by these codes is said where its gradients are shown, too. */
const CODES: ReadonlySet<string> = new Set([
  'accumulated-gradient',
  'dead-units',
  'exploding-gradient',
  'first-nan-gradient',
  'no-gradient',
  'not-trained',
  'step-size',
  'vanishing-gradient',
]);

export const healthFindings = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(({ code }) => CODES.has(code));

/** What is known of a parameter in a pass, or in the last one before it that was measured. */
export interface HealthAt {
  grad: number | null;
  /** The gradient that it was changed with, where that is another one: after clipping. */
  clipped: number | null;
  /** What the step changed, as a part of the parameter; null where there was no step, or nothing to compare with. */
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

/** What the last step that is known changed. */
export function lastRatio(one: ParameterHealth): number | null {
  const i = one.update.findLastIndex((size) => size !== null);
  return i < 0 ? null : healthAt(one, one.passes[i]!).ratio;
}

/** Parts of a whole, as they are compared: a thousandth is 0.1 %. */
export const ratioText = (ratio: number | null): string => (ratio === null ? '' : `${number(ratio * 100, 2)} %`);

export const gradientText = ({ grad, clipped }: HealthAt): string =>
  clipped === null ? number(grad, 3) : `${number(grad, 3)} → ${number(clipped, 3)}`;

/** The rectifiers of a pass that have units which give 0 for every sample. */
export function silentText(pass: Pick<Pass, 'nodes'>): string | null {
  const layers = pass.nodes.filter(({ silent }) => silent && silent.silent > 0);
  if (layers.length === 0) return null;
  const named = layers.map((node) => t('{0} of {1} of {2}', node.silent!.silent, node.silent!.units, nameOf(node)));
  return t('Units that give 0 for all of this pass: {0}.', named.join(', '));
}

/** The norms as a curve from 0 (the least) to 1 (the largest), by their logarithms; null where there is none. */
export function curveOf(values: readonly (number | null)[], [low, high]: readonly [number, number]): (number | null)[] {
  return values.map((value) => (value === null || value <= 0 ? null : high > low ? (Math.log(value) - low) / (high - low) : 0.5));
}

/** The logarithms between which all norms of a parameter lie, a factor of ten apart at least. */
export function spanOf({ grad, used }: ParameterHealth): [number, number] {
  const logs = [...grad, ...used].flatMap((value) => (value === null || value <= 0 ? [] : [Math.log(value)]));
  if (logs.length === 0) return [0, 0];
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const room = Math.max(0, Math.log(10) - (high - low)) / 2;
  return [low - room, high + room];
}
