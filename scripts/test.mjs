// npm test: every suite, each closed by a line of its own. Those that need one core run beside each other
// first. `node scripts/test.mjs unit host` runs the named ones. A suite that cannot start has failed.
import fs from 'node:fs';
import path from 'node:path';
import { SUITE_MS } from './patience.mjs';
import { root, run } from './processes.mjs';
import { testHost } from './testHost.mjs';

/** @typedef {{ passed: number, failed: number, output?: string }} Counts */

/** @type {Record<string, () => Promise<Counts>>} */
const SUITES = {
  typecheck: () => script('check'),
  lint: () => script('lint'),
  build: () => script('build'),
  unit: () => vitest('vitest.config.mjs'),
  webgl,
  host: testHost,
  e2e: () => vitest('test/e2e/vitest.config.mjs'),
};

/** Each needs one core and no other suite; what they print comes when they have ended. */
const BESIDE = ['typecheck', 'lint', 'build'];

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SUITES);
const total = { passed: 0, failed: 0 };
const lines = [];

const unknown = names.filter((name) => !SUITES[name]);
if (unknown.length) throw new Error(`There is no suite named ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);

const beside = new Map(names.filter((name) => BESIDE.includes(name)).map((name) => [name, timed(name)]));
for (const name of names) {
  console.log(`\n── ${name} ──`);
  const { passed, failed, output, seconds } = await (beside.get(name) ?? timed(name));
  if (output) console.log(output.trimEnd());
  total.passed += passed;
  total.failed += failed;
  const line = `${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`;
  lines.push(line);
  console.log(line);
}

console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** Runs a suite; one that cannot start has failed. @param {string} name */
async function timed(name) {
  const started = performance.now();
  const suite = /** @type {() => Promise<Counts>} */ (SUITES[name]);
  const counts = await suite().catch((error) => ({ passed: 0, failed: 1, output: String(error.message) }));
  return { output: '', ...counts, seconds: (performance.now() - started) / 1000 };
}

/** One check, passed or failed as a whole. @param {string} name @returns {Promise<Counts>} */
async function script(name) {
  const { output, code } = await run('npm', ['run', '--silent', name], { env: colours(), timeoutMs: SUITE_MS, allowFailure: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** @param {string} config @returns {Promise<Counts>} */
async function vitest(config) {
  const file = path.join(root, 'out', 'results', `${config.replaceAll(/[/.]/g, '-')}.json`);
  fs.rmSync(file, { force: true });
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    show: true,
    env: colours(),
    timeoutMs: SUITE_MS,
    allowFailure: true,
  });
  if (!fs.existsSync(file)) throw new Error('vitest did not get as far as a result.');
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests that could fail.
  return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
}

/** The device `webgl` in a browser: its last line counts. @returns {Promise<Counts>} */
async function webgl() {
  const { output } = await run(process.execPath, [path.join(root, 'test/webgl/webgl.mjs'), '--few'], {
    timeoutMs: SUITE_MS,
    allowFailure: true,
  });
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) throw new Error(`The browser did not get as far as a result.\n${output}`);
  return { passed: Number(passed), failed: Number(failed), output };
}

function colours() {
  return process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
}
