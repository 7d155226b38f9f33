import type { Diagnostic } from '../../protocol/trace.js';
import { brokenGradients } from './brokenGradients.js';
import { brokenNumbers } from './brokenNumbers.js';
import type { Check, Finished } from './check.js';
import { deadUnits } from './deadUnits.js';
import { doubleActivation } from './doubleActivation.js';
import { explodingGradient, vanishingGradient } from './gradientFlow.js';
import { lossBroadcast } from './lossBroadcast.js';
import { missedGradient } from './missedGradient.js';
import { notTrained } from './notTrained.js';
import { schedulerOrder } from './schedulerOrder.js';
import { stepSize } from './stepSize.js';
import { unreachedParameters } from './unreachedParameters.js';

/** Checks for broken numbers. Where one of them finds something, the sizes of gradients mean nothing. */
const breakage: readonly Check[] = [brokenNumbers, brokenGradients];
const flow: readonly Check[] = [vanishingGradient, explodingGradient, deadUnits];
/** Checks of what may follow from other faults. They report only when no other check found anything. */
const last: readonly Check[] = [stepSize];

/** Every check of a finished run. A test compares the list with docs/diagnostics. */
export const checks: readonly Check[] = [
  ...breakage,
  lossBroadcast,
  doubleActivation,
  missedGradient,
  schedulerOrder,
  unreachedParameters,
  notTrained,
  ...flow,
  ...last,
];

/** All diagnostics of a run, from what was seen during the run and from the passes that were kept. */
export function diagnose(finished: Finished): Diagnostic[] {
  const found = checks.flatMap((check) => check.find(finished).map((d) => ({ check, diagnostic: { code: check.code, ...d } })));
  const isBroken = found.some(({ check }) => breakage.includes(check));
  const watched = finished.training.diagnostics(finished.sites);
  const isExplained = watched.length > 0 || found.some(({ check }) => !last.includes(check));
  const told = found
    .filter(({ check }) => (!isBroken || !flow.includes(check)) && (!isExplained || !last.includes(check)))
    .map(({ diagnostic }) => diagnostic);
  return [...watched, ...told];
}
