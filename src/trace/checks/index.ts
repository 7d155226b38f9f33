import type { Diagnostic } from '../../protocol/trace.js';
import { brokenGradients } from './brokenGradients.js';
import { brokenNumbers } from './brokenNumbers.js';
import type { Check, Finished } from './check.js';
import { deadUnits } from './deadUnits.js';
import { doubleActivation } from './doubleActivation.js';
import { explodingGradient, vanishingGradient } from './gradientFlow.js';
import { lossBroadcast } from './lossBroadcast.js';
import { notTrained } from './notTrained.js';
import { stepSize } from './stepSize.js';
import { unreachedParameters } from './unreachedParameters.js';

/** What breaks the numbers of a run; where one of them finds something, sizes of gradients say nothing. */
const breakage: readonly Check[] = [brokenNumbers, brokenGradients];
const flow: readonly Check[] = [vanishingGradient, explodingGradient, deadUnits];
/** What follows from others: it is said where nothing else was found. */
const last: readonly Check[] = [stepSize];

/** Every check of a finished run. A test holds the list against docs/diagnostics. */
export const checks: readonly Check[] = [...breakage, lossBroadcast, doubleActivation, unreachedParameters, notTrained, ...flow, ...last];

/** What is to be said about a run: by what was seen on the way, and by what the passes that were kept show. */
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
