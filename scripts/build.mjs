// Builds dist/. `npm run build` makes everything; `npm run build -- process cli` makes only the named bundles;
// `--watch` makes unminified bundles with source maps and keeps them up to date; `--quiet` prints nothing unless
// something is wrong.
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeApiDocument } from './apiDocument.mjs';
import { inTwo } from './inTwo.mjs';
import { root, run } from './processes.mjs';
import { ship } from './shipped.mjs';

/** @typedef {{ name: string, entry: string, out: string, options: import('esbuild').BuildOptions }} Bundle */

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20' };
/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', format: 'iife', target: 'es2022' };
/** Names are kept, because modules and gradient functions are shown by the names of their classes. */
const engine = { keepNames: true };
/**
 * Options for a realm of a process, which has no modules: the bundle is a function that returns its exports.
 * @param {string} given the names of the function's parameters
 * @returns {import('esbuild').BuildOptions}
 */
const realm = (given) => ({
  platform: 'neutral',
  format: 'cjs',
  target: 'node20',
  banner: { js: `(function(${given}){"use strict";var module={exports:{}};` },
  footer: { js: ';return module.exports})' },
});

/**
 * The declarations as a module, because this bundle cannot read their files where it runs.
 * @type {import('esbuild').Plugin}
 */
const embeddedDeclarations = {
  name: 'declarations',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tensor-lens-declarations$/ }, ({ path }) => ({ path, namespace: 'declarations' }));
    onLoad({ filter: /.*/, namespace: 'declarations' }, async () => {
      await declared;
      const types = path.join(root, 'dist/types');
      const names = fs.readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
      const texts = names.map((name) => [name.replaceAll('\\', '/'), fs.readFileSync(path.join(types, name), 'utf8')]);
      return { contents: JSON.stringify(Object.fromEntries(texts)), loader: 'json' };
    });
  },
};

/**
 * What a bundle imports only when it is needed (`await import('./ways.js')`) becomes a bundle beside it. The bundles
 * share their common code. esbuild can do this only with ECMAScript modules, so each is turned into CommonJS when it is
 * written.
 * @param {number} most the most KB that may be loaded at once
 * @returns {import('esbuild').Plugin}
 */
const apart = (most) => ({
  name: 'apart',
  setup({ initialOptions: options, onEnd, onStart }) {
    const { outfile = '', minify } = options;
    const name = path.basename(outfile, '.cjs');
    const folder = path.join(root, path.dirname(outfile), name);
    const sourcemap = options.sourcemap ? 'inline' : false;
    delete options.outfile;
    Object.assign(options, { format: 'esm', splitting: true, sourcemap, write: false, metafile: true });
    Object.assign(options, { outdir: path.dirname(outfile), outExtension: { '.js': '.cjs' }, chunkNames: `${name}/[name]-[hash]` });
    onStart(() => fs.rmSync(folder, { recursive: true, force: true }));
    onEnd(async ({ outputFiles = [], metafile }) => {
      fs.mkdirSync(folder, { recursive: true });
      for (const { path: file, text } of outputFiles) {
        const supported = { 'dynamic-import': false };
        const { code } = await esbuild.transform(text, { format: 'cjs', target: 'node20', minify, sourcemap, supported });
        fs.writeFileSync(file, plainVscode(code));
      }
      const loaded = metafile ? loadedAtOnce(metafile.outputs, outfile) : [];
      const kb = loaded.reduce((sum, file) => sum + fs.statSync(path.join(root, file)).size, 0) / 1024;
      const text = `${outfile} loads ${kb.toFixed(0)} KB at once, and ${most} KB are the limit: what it needs later is to be imported then.`;
      return { errors: minify && kb > most ? [{ text }] : [] };
    });
  },
});

/**
 * Each file that imports `vscode` would make its own object with a getter for every name there, some forty times when
 * the extension starts. The code only reads names from that object, so it can use `vscode` itself.
 * @param {string} code
 */
const plainVscode = (code) => code.replaceAll(/[\w$]+\((require\("vscode"\))(?:, ?1)?\)/g, '$1');

/** @type {import('esbuild').Plugin} */
const withPlainVscode = {
  name: 'plain vscode',
  setup({ initialOptions: options, onEnd }) {
    options.write = false;
    onEnd(({ outputFiles = [] }) => {
      for (const { path: file, text } of outputFiles) fs.writeFileSync(file, file.endsWith('.cjs') ? plainVscode(text) : text);
    });
  },
};

/**
 * fast-png and what it reads bytes with make coders of texts when they load, which a worker of models does not have. Texts of
 * pictures are not read: see src/engine/torchvision/png.ts.
 * @type {import('esbuild').Plugin}
 */
const withoutTexts = {
  name: 'without texts',
  setup({ onLoad }) {
    const unread = "() => { throw new Error('Texts of pictures are not read.'); }";
    const names = ['decode', 'encode', 'decodetEXt', 'encodetEXt', 'readKeyword', 'readLatin1'];
    const contents = names.map((name) => `export const ${name} = ${unread};`).join('\n');
    onLoad({ filter: /(fast-png[\\/]lib[\\/]helpers|iobuffer[\\/]lib)[\\/]text\.js$/ }, () => ({
      contents: `export const textChunkName = 'tEXt';\n${contents}`,
    }));
  },
};

/** A bundle, the bundles that it imports at once, and so on. @param {import('esbuild').Metafile['outputs']} outputs @param {string} entry */
function loadedAtOnce(outputs, entry) {
  const found = [entry];
  for (const file of found)
    for (const { path: next, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && outputs[next] && !found.includes(next)) found.push(next);
  return found;
}

/**
 * Leaves out parts of the SDK of the Model Context Protocol that are not used here and would add a sixth of a megabyte.
 * ajv checks a client's answers to questions of the server, and this server asks none. zod 3 is for schemas that are
 * written with it, and none are.
 * @type {import('esbuild').Plugin}
 */
const withoutUnused = {
  name: 'without-unused',
  setup({ onLoad, onResolve }) {
    const unused = "() => { throw new Error('This is left out: see scripts/build.mjs.'); }";
    onResolve({ filter: /^(zod\/v3|zod-to-json-schema)$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: `export const [object, zodToJsonSchema] = [${unused}, ${unused}];` }));
    onLoad({ filter: /ajv-provider\.js$/ }, () => ({ contents: `export class AjvJsonSchemaValidator { getValidator = ${unused}; }` }));
  },
};

/** @type {Bundle[]} */
const bundles = [
  {
    name: 'extension',
    entry: 'src/extension.ts',
    out: 'dist/extension.cjs',
    options: { ...node, external: ['vscode'], plugins: [apart(150)] },
  },
  {
    name: 'extension.web',
    entry: 'src/extension.web.ts',
    out: 'dist/extension.web.cjs',
    options: { ...browser, format: 'cjs', external: ['vscode'], plugins: [withPlainVscode] },
  },
  { name: 'reader', entry: 'src/reader/entry/thread.node.ts', out: 'dist/reader.cjs', options: node },
  { name: 'reader', entry: 'src/reader/entry/worker.web.ts', out: 'dist/reader.web.js', options: browser },
  { name: 'process', entry: 'src/run/entry/process.node.ts', out: 'dist/process/main.cjs', options: node },
  {
    name: 'process',
    entry: 'src/run/entry/engine.ts',
    out: 'dist/process/engine.js',
    options: {
      ...realm('given,modelRealm'),
      ...engine,
      plugins: [
        withoutTexts,
        inTwo({ entry: 'src/run/entry/partOfProcess.ts', out: 'dist/process/part.js', said: 'dist/process/said.json' }),
      ],
    },
  },
  { name: 'process', entry: 'src/run/entry/model.ts', out: 'dist/process/model.js', options: realm('') },
  {
    name: 'worker.web',
    entry: 'src/run/entry/worker.web.ts',
    out: 'dist/worker.web.js',
    options: {
      ...browser,
      ...engine,
      plugins: [withoutTexts, inTwo({ entry: 'src/run/entry/part.ts', out: 'dist/workerPart.web.js', said: 'dist/workerSaid.web.json' })],
    },
  },
  {
    name: 'cardWorker',
    entry: 'src/run/entry/cardWorker.web.ts',
    out: 'dist/cardWorker.js',
    options: { ...browser, ...engine, plugins: [withoutTexts] },
  },
  { name: 'cardPage', entry: 'src/run/entry/cardPage.web.ts', out: 'dist/webview/cardPage.js', options: browser },
  {
    name: 'tensor-lens',
    entry: 'src/run/entry/library.node.ts',
    out: 'dist/tensor-lens.mjs',
    options: { ...node, format: 'esm', ...engine },
  },
  { name: 'cli', entry: 'src/cli/main.ts', out: 'dist/cli.mjs', options: { ...node, format: 'esm', ...engine } },
  { name: 'mcp', entry: 'src/cli/mcp/main.ts', out: 'dist/mcp.mjs', options: { ...node, format: 'esm', plugins: [withoutUnused] } },
  { name: 'webview', entry: 'webview/main.ts', out: 'dist/webview/main.js', options: browser },
  { name: 'layoutWorker', entry: 'webview/graph/layout/worker.ts', out: 'dist/webview/layoutWorker.js', options: browser },
  { name: 'tsPlugin', entry: 'src/tsPlugin/index.ts', out: 'dist/tsPlugin.cjs', options: node },
  {
    name: 'tsPlugin.web',
    entry: 'src/tsPlugin/index.web.mts',
    out: 'dist/tsPlugin.web.js',
    options: { ...browser, format: 'esm', plugins: [embeddedDeclarations] },
  },
];

const { values, positionals } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const known = [...bundles.map(({ name }) => name), 'types', 'shipped'];
const names = positionals.length ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
const chosen = bundles.filter(({ name }) => names.includes(name));
const missing = chosen.filter(({ entry }) => !fs.existsSync(path.join(root, entry)));
if (unknown.length) fail(`There is no bundle named ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
if (missing.length) fail(missing.map(({ entry, out }) => `${entry} does not exist, so ${out} cannot be built.`).join('\n'));

const started = performance.now();
if (names.includes('shipped')) ship();
const declared = names.includes('types') ? declarations() : Promise.resolve();
if (values.watch) {
  const contexts = await Promise.all(chosen.map((bundle) => esbuild.context(optionsOf(bundle))));
  await Promise.all(contexts.map((context) => context.watch()));
  await declared;
  console.log('Watching for changes (Ctrl+C to stop).');
} else {
  const results = await Promise.allSettled([...chosen.map((bundle) => esbuild.build(optionsOf(bundle))), declared]);
  const problems = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.message)] : []));
  if (problems.length) fail(problems.join('\n'));
  if (!values.quiet) report();
}

/** @param {Bundle} bundle @returns {import('esbuild').BuildOptions} */
function optionsOf({ entry, out, options }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: !values.watch,
    sourcemap: values.watch ? 'linked' : false,
    define: { 'process.env.NODE_ENV': values.watch ? '"development"' : '"production"' },
    loader: { '.wasm': 'binary' },
    legalComments: 'none',
    logLevel: values.watch ? 'info' : 'warning',
    ...options,
  };
}

/** Writes what 'tensor-lens' resolves to in a model file: declarations of the engine without its internals. */
async function declarations() {
  const written = path.join(root, 'out', `declarations-${process.pid}`);
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--stripInternal', '--declaration', '--composite', 'false', '--outDir', written];
  const { output } = await run(process.execPath, [tsc, '-p', 'src/engine', ...flags], { cwd: root, allowFailure: true });
  if (!fs.existsSync(path.join(written, 'index.d.ts'))) throw new Error(`dist/types was not written.\n${output}`);
  fs.copyFileSync(path.join(root, 'src/tsPlugin/operators/operators.d.ts'), path.join(written, 'operators.d.ts'));
  // All are replaced at once, so that an open editor is never without types.
  const types = path.join(root, 'dist/types');
  fs.rmSync(types, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(types), { recursive: true });
  fs.renameSync(written, types);
  const errors = output.match(/error TS/g)?.length ?? 0;
  if (errors) console.warn(`dist/types was written in spite of ${errors} type errors (npm run check shows them).`);
  await writeApiDocument(types);
  const contents = { examples: filesBelow('examples'), types: filesBelow('dist/types').filter((name) => name.endsWith('.d.ts')) };
  fs.writeFileSync(path.join(root, 'dist/contents.json'), JSON.stringify(contents));
}

/** The paths of all files of a folder, relative to the folder. @param {string} folder */
function filesBelow(folder) {
  const entries = fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => path.relative(path.join(root, folder), file).replaceAll('\\', '/')).sort();
}

function report() {
  for (const { out } of chosen) {
    const bytes = fs.statSync(path.join(root, out)).size;
    console.log(`${out.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
  }
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
