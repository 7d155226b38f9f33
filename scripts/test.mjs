// npm test: every suite one after the other, each closed by a line of its own. `node scripts/test.mjs unit
// host` runs the named ones. A suite that cannot start has failed.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from './processes.mjs';
import { testHost } from './testHost.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** @type {Record<string, () => Promise<Counts>>} */
const SUITES = {
  typecheck: () => script('check'),
  lint: () => script('lint'),
  build: () => script('build'),
  unit: () => vitest('vitest.config.mjs'),
  host: testHost,
  e2e: () => vitest('test/e2e/vitest.config.mjs'),
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SUITES);
const total = { passed: 0, failed: 0 };
const lines = [];

for (const name of names) {
  const suite = SUITES[name];
  if (!suite) throw new Error(`There is no suite named ${name}. There are: ${Object.keys(SUITES).join(', ')}.`);
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const { passed, failed } = await suite().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const line = `${name}: ${passed} passed, ${failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`;
  lines.push(line);
  console.log(line);
}

console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** One check, passed or failed as a whole. @param {string} name @returns {Promise<Counts>} */
async function script(name) {
  await run('npm', ['run', '--silent', name], { show: true, env: colours() });
  return { passed: 1, failed: 0 };
}

/** @param {string} config @returns {Promise<Counts>} */
async function vitest(config) {
  const file = path.join(root, 'out', 'results', `${config.replaceAll(/[/.]/g, '-')}.json`);
  fs.rmSync(file, { force: true });
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    show: true,
    env: colours(),
    timeoutMs: 1_800_000,
    allowFailure: true,
  });
  if (!fs.existsSync(file)) throw new Error('vitest did not get as far as a result.');
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests that could fail.
  return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
}

function colours() {
  return process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
}
