// npm test: runs every suite, and ends each with a line of its own. Three suites run at a time. Each keeps less than
// one core busy, since it also waits for the programs that it starts. `node scripts/test.mjs unit host` runs the named
// suites. A suite that cannot start has failed.
import fs from 'node:fs';
import path from 'node:path';
import { SUITE_MS } from './patience.mjs';
import { root, run } from './processes.mjs';
import { twice } from './secondTry.mjs';
import { testHost } from './testHost.mjs';

/** @typedef {import('./secondTry.mjs').Counts} Counts */

/** @type {Record<string, () => Promise<Counts>>} */
const SUITES = {
  typecheck: () => script('check'),
  lint: () => script('lint'),
  build: () => script('build'),
  unit: () => twice((files) => vitest('vitest.config.mjs', ['unit', 'alone'], files)),
  processes: () => twice((files) => vitest('vitest.config.mjs', ['processes'], files)),
  webgl: () => twice(webgl),
  host: () => twice(testHost),
  e2e: () => twice((files) => vitest('test/e2e/vitest.config.mjs', [], files)),
};

/** The suites of one lane run one after the other. All lanes take about as long. */
const LANES = [
  ['build', 'e2e'],
  ['typecheck', 'unit', 'webgl'],
  ['lint', 'host', 'processes'],
];
/** These suites load the results of the build. */
const NEED_BUILD = ['unit', 'processes', 'host', 'e2e'];

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SUITES);
const unknown = names.filter((name) => !SUITES[name] || !LANES.flat().includes(name));
if (unknown.length) throw new Error(`There is no suite named ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);
/**
 * Whether output is printed as it comes. That works when the suites run one after the other; else each suite prints at
 * its end.
 */
const isLive = LANES.filter((lane) => lane.some((name) => names.includes(name))).length === 1;

const total = { passed: 0, failed: 0 };
const lines = new Map();
/** @type {Map<string, Promise<void>>} */
const ends = new Map();
for (const lane of LANES) {
  let before = Promise.resolve();
  for (const name of lane.filter((each) => names.includes(each))) {
    const needed = [before, ...(NEED_BUILD.includes(name) ? [ends.get('build')] : [])];
    before = Promise.all(needed).then(() => close(name));
    ends.set(name, before);
  }
}
await Promise.all(ends.values());

console.log(`\n${names.map((name) => lines.get(name)).join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** Runs a suite and prints its result. @param {string} name */
async function close(name) {
  if (isLive) console.log(`\n── ${name} ──`);
  const { passed, failed, output, names = [], seconds } = await timed(name);
  if (!isLive) console.log(`\n── ${name} ──`);
  if (output) console.log(output.trimEnd());
  total.passed += passed;
  total.failed += failed;
  const seen = failed === 0 && names.length ? `, ${names.length} of them on a second try: ${names.join('; ')}` : '';
  const line = `${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)${seen}`;
  lines.set(name, line);
  console.log(line);
}

/** Runs a suite. One that cannot start has failed. @param {string} name @returns {Promise<Counts & { seconds: number }>} */
async function timed(name) {
  const started = performance.now();
  const suite = /** @type {() => Promise<Counts>} */ (SUITES[name]);
  const counts = await suite().catch((error) => ({ passed: 0, failed: 1, output: String(error.message) }));
  return { output: '', ...counts, seconds: (performance.now() - started) / 1000 };
}

/** Runs one check, which passes or fails as a whole. @param {string} name @returns {Promise<Counts>} */
async function script(name) {
  const { output, code } = await run('npm', ['run', '--silent', name], { env: colours(), timeoutMs: SUITE_MS, allowFailure: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/**
 * Runs the test files of a configuration (of the given projects, or of all), or only some of the files.
 * @param {string} config @param {string[]} projects @param {string[]} files @returns {Promise<Counts>}
 */
async function vitest(config, projects, files = []) {
  const file = path.join(root, 'out', 'results', `${[config, ...projects].join('-').replaceAll(/[/.]/g, '-')}.json`);
  fs.rmSync(file, { force: true });
  const parts = projects.map((name) => `--project=${name}`);
  const args = ['run', '--config', config, ...parts, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files];
  const { code, output } = await run(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    show: isLive,
    env: colours(),
    timeoutMs: SUITE_MS,
    allowFailure: true,
  });
  if (!fs.existsSync(file)) throw new Error(`vitest did not get as far as a result.\n${output}`);
  const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests that could fail, so it counts as one failure.
  const counts = { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1), output: isLive ? '' : output };
  return { ...counts, ...failures(testResults) };
}

/**
 * The failed tests by name and file, and the number of passed tests in the other files.
 * @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} results
 */
function failures(results) {
  const tests = (/** @type {typeof results} */ files, /** @type {string} */ status) =>
    files.flatMap(({ assertionResults }) => assertionResults.filter((test) => test.status === status));
  const [bad, good] = [results.filter(({ status }) => status === 'failed'), results.filter(({ status }) => status !== 'failed')];
  return {
    // When a file did not reach its tests, the file itself is named.
    names: bad.flatMap((file) => {
      const names = tests([file], 'failed').map(({ fullName }) => fullName);
      return names.length ? names : [path.relative(root, file.name)];
    }),
    files: bad.map(({ name }) => path.relative(root, name)),
    passedElsewhere: tests(good, 'passed').length,
  };
}

/** Tests the device `webgl` in a browser. The last line of the output has the counts. @returns {Promise<Counts>} */
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
