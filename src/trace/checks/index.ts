import type { Diagnostic, Run } from '../../protocol/trace.js';
import { brokenGradients } from './brokenGradients.js';
import { brokenNumbers } from './brokenNumbers.js';
import type { Check } from './check.js';
import { doubleActivation } from './doubleActivation.js';
import { explodingGradient, vanishingGradient } from './gradientFlow.js';
import { lossBroadcast } from './lossBroadcast.js';
import { unreachedParameters } from './unreachedParameters.js';

/** Every check of a finished run. A test holds the list against docs/diagnostics. */
export const checks: readonly Check[] = [
  brokenNumbers,
  brokenGradients,
  lossBroadcast,
  doubleActivation,
  unreachedParameters,
  vanishingGradient,
  explodingGradient,
];

/** What is to be said about a run, by what the passes that were kept show. */
export const diagnose = (run: Run): Diagnostic[] => checks.flatMap(({ code, find }) => find(run).map((found) => ({ code, ...found })));
