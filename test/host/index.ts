/**
 * Runs every *.test.ts of this folder with mocha, inside an extension host under Node. The driver extension (npm run
 * test:host) and @vscode/test-electron (npm run test:electron) call `run`. In a browser, web/index.ts is used.
 */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { TEST_MS } from '../../scripts/patience.mjs';
import { outcomeOf, type Outcome } from './outcome.js';

/** The bundles of the suites. They are beside this file, each in its own *.test.cjs. */
const suites = () => fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));

/** `TL_ONLY='Add Types|the examples'` runs the tests whose names match. */
const only = process.env['TL_ONLY'];

/** Rejects when a test fails. The error has the outcome as a property. */
export async function run(): Promise<Outcome> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_MS, reporter: 'min', ...(only && { grep: new RegExp(only) }) });
  for (const name of suites().sort()) mocha.addFile(path.join(__dirname, name));
  const outcome = await outcomeOf(mocha);
  if (outcome.failures.length) throw Object.assign(new Error(`${outcome.failures.length} tests failed.`), { outcome });
  return outcome;
}
