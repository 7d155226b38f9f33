/**
 * Runs every *.test.ts of this folder with mocha inside an extension host. `run` is what both the driver
 * extension (npm run test:host) and @vscode/test-electron (npm run test:electron) call.
 */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { TEST_MS } from '../../scripts/patience.mjs';
import { countAssertions } from './assertions.js';

export interface Failure {
  test: string;
  message: string;
  stack: string;
}

export interface Outcome {
  passed: number;
  failures: Failure[];
  /** How long each test took, in milliseconds. */
  took: Record<string, number>;
}

/** The suites are bundled beside this file, each to its own *.test.cjs. */
const suites = () => fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));

/** Rejects when a test fails, with the outcome as a property of the error. */
export async function run(): Promise<Outcome> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_MS, reporter: 'min' });
  for (const name of suites().sort()) mocha.addFile(path.join(__dirname, name));

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
  if (outcome.failures.length) throw Object.assign(new Error(`${outcome.failures.length} tests failed.`), { outcome });
  return outcome;
}
