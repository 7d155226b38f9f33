// npm run bench: how fast the engine is. Each measurement is compared with a peer that is measured in the same run,
// because only the ratio means something on another machine. `-- --json` writes one document. `-- --only NAMES` (a
// regular expression) measures some of the operations and nothing else. `-- --without NAMES` leaves peers out: on a
// machine without a graphics card, `webgl` takes most of the time. PYTHON names a Python that has torch.
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, tableOf } from './bench/compare.mjs';
import { editToTrace } from './bench/editToTrace.mjs';
import { root, run, script } from './processes.mjs';

const OUT = path.join(root, 'out', 'bench');
const ENGINE = path.join(root, 'dist', 'tensor-lens.mjs');
const ROUNDS = 7;

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' }, without: { type: 'string' } } });

await script(async () => {
  const bundles = values.json || values.only !== undefined ? ['tensor-lens'] : ['tensor-lens', 'cli', 'process', 'worker.web'];
  await run(process.execPath, ['scripts/build.mjs', '--quiet', ...bundles], { show: !values.json });
  const found = await compare(new RegExp(values.only ?? ''), new RegExp(values.without ?? '(?!)'));
  if (values.json) return console.log(JSON.stringify(found, null, 2));
  console.log(`\n${tableOf(found)}`);
  if (values.only !== undefined) return;
  const rows = [];
  for (const name of ['07-xor', '08-convolution', '09-dynamic-graph']) rows.push(await tracing(name));
  table('Examples, in a worker with everything recorded, beside the bare program', ['recorded', 'bare'], rows);
  table('From a program to its whole trace, in a process of its own beside a thread', ['process', 'thread'], await editToTrace(20));
  await layouts();
});

/** @typedef {[name: string, ours: number, peer: number]} Row milliseconds */

/** The best time of several rounds, in milliseconds. @param {() => unknown} work */
function best(work) {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/**
 * The time of an example as the editor runs it, and as plain JavaScript. Each runs in a process of its own, so that
 * both start cold.
 * @param {string} name
 * @returns {Promise<Row>}
 */
async function tracing(name) {
  const source = path.join(root, 'examples', `${name}.tl.ts`);
  const bare = path.join(OUT, `${name}.mjs`);
  const { code } = await esbuild.transform(fs.readFileSync(source, 'utf8'), { loader: 'ts', target: 'es2022', drop: ['console'] });
  const body = code.replace(/"tensor-lens"/, JSON.stringify(pathToFileURL(ENGINE).href));
  fs.mkdirSync(OUT, { recursive: true });
  fs.writeFileSync(bare, `const started = performance.now();\n${body}\nprocess.stdout.write(String(performance.now() - started));\n`);
  /** @type {number[]} */
  const recorded = [];
  /** @type {number[]} */
  const plain = [];
  for (let round = 0; round < 3; round++) {
    const { output } = await run(process.execPath, ['dist/cli.mjs', 'run', source, '--json', '--timeout', '0']);
    recorded.push(JSON.parse(output).elapsed_ms);
    plain.push(Number((await run(process.execPath, [bare])).output));
  }
  return [name, Math.min(...recorded), Math.min(...plain)];
}

/**
 * The time to lay out whole transformers without their modules. It is compared with reading the request and, when
 * LAYOUTS names a folder that has elkjs, with elkjs.
 */
async function layouts() {
  const file = path.join(OUT, 'layout.mjs');
  const names = ['fixtures/runs', 'layoutModels', 'layoutPeers'];
  const contents = `${names.map((name) => `export * from './${name}.ts';`).join('')}export { layout } from '../../webview/graph/layout/layout.ts';`;
  const stdin = { contents, resolveDir: path.join(root, 'test', 'webview') };
  await esbuild.build({ stdin, outfile: file, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { elk, hasPackages, layout, subjects, transformer } = await import(pathToFileURL(file).href);
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row[]} */
  const beside = [];
  for (const layers of [1, 14, 43, 145]) {
    const { request } = subjects(transformer(layers)).flat;
    const name = `${request.nodes.length} nodes`;
    const text = JSON.stringify(request);
    const ms = best(() => layout(request));
    rows.push([name, ms, best(() => JSON.parse(text))]);
    if (hasPackages() && layers < 100) beside.push([name, ms, (await elk(request)).ms]);
  }
  table('Layout of a transformer, beside JSON.parse of the request', ['layout', 'parse'], rows);
  if (beside.length) table('The same, beside elkjs', ['layout', 'elkjs'], beside);
}

/** @param {number} value */
function ratio(value) {
  return value < 0.1 ? value.toPrecision(2) : value.toFixed(2);
}

/** @param {string} title @param {[string, string]} heads @param {Row[]} rows */
function table(title, [ours, peer], rows) {
  console.log(`\n${title}\n${''.padEnd(26)}${`${ours}, ms`.padStart(14)}${`${peer}, ms`.padStart(14)}${`${ours} / ${peer}`.padStart(18)}`);
  for (const [name, mine, theirs] of rows)
    console.log(`${name.padEnd(26)}${mine.toFixed(2).padStart(14)}${theirs.toFixed(2).padStart(14)}${ratio(mine / theirs).padStart(18)}`);
}
