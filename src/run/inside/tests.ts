import { ExpectationError } from '../../engine/test/expectation.js';
import { Suite, type Outcome } from '../../engine/test/suite.js';
import type { RunRequest } from '../../protocol/runnerApi.js';
import type { TestResult } from '../../protocol/testing.js';
import { errorOf } from './errorOf.js';

/**
 * The tests of a run; `tell` receives each result. A program that is not run for its tests has no snapshots, so all
 * snapshots hold.
 */
export const suiteOf = ({ tests }: RunRequest, now: () => number, tell: (result: TestResult) => void): Suite =>
  new Suite({
    snapshots: tests?.snapshots ?? {},
    update: tests?.update ?? true,
    only: tests?.only,
    now,
    done: (outcome) => tests && tell(resultOf(outcome)),
  });

function resultOf({ thrown, ...outcome }: Outcome): TestResult {
  if (outcome.status !== 'failed') return { ...outcome, error: null };
  const { expected, actual } = thrown instanceof ExpectationError ? thrown : { expected: null, actual: null };
  const sides = expected !== null && actual !== null ? { expected, actual } : {};
  return { ...outcome, error: { ...errorOf(thrown, null), ...sides } };
}
