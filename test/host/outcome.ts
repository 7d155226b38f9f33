import { countAssertions } from './assertions.js';

export interface Failure {
  test: string;
  message: string;
  stack: string;
}

export interface Outcome {
  passed: number;
  failures: Failure[];
  /** The duration of each test, in milliseconds. */
  took: Record<string, number>;
}

/** Runs the suites of mocha, in either host, and returns the outcome. */
export async function outcomeOf(mocha: Pick<Mocha, 'run'>): Promise<Outcome> {
  const assertions = countAssertions();
  const outcome: Outcome = { passed: 0, failures: [], took: {} };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('test', () => assertions.reset())
      .on('pass', (test) => {
        outcome.took[test.fullTitle()] = test.duration ?? 0;
        if (assertions.made() === 0) {
          const message = 'The test asserts nothing.';
          outcome.failures.push({ test: test.fullTitle(), message, stack: message });
          return;
        }
        outcome.passed++;
        console.log(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
      })
      .on('fail', (test, error: Error) => {
        outcome.failures.push({ test: test.fullTitle(), message: error.message, stack: error.stack ?? error.message });
        console.log(`  ✗ ${test.fullTitle()}: ${error.message}`);
      });
  });
  return outcome;
}
