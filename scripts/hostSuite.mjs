// Bundles test/host to out/host, where an extension host can load it, and makes its workspace.
import esbuild from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './processes.mjs';

const OUT = path.join(root, 'out', 'host');
const OUT_WEB = path.join(root, 'out', 'host-web');
const SOURCE = path.join(root, 'test', 'host');

/** @type {import('esbuild').BuildOptions} */
const COMMON = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };

const suites = () => {
  const found = fs.readdirSync(SOURCE).filter((name) => name.endsWith('.test.ts'));
  if (!found.length) throw new Error('There is no suite in test/host.');
  return found;
};

/** Bundles the suite and returns the module whose run() runs it. @returns {Promise<string>} */
export async function buildHostSuite() {
  fs.rmSync(OUT, { recursive: true, force: true });
  await esbuild.build({
    ...COMMON,
    entryPoints: ['index.ts', ...suites()].map((name) => path.join(SOURCE, name)),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return path.join(OUT, 'index.cjs');
}

/**
 * Bundles the suite for the extension host of a browser, without the tests that need Node (`*.node.test.ts`). Returns
 * the folder of an extension that runs it.
 * @returns {Promise<string>}
 */
export async function buildWebSuite() {
  fs.rmSync(OUT_WEB, { recursive: true, force: true });
  const names = suites().filter((name) => !name.endsWith('.node.test.ts'));
  const imports = ['web/mocha.ts', ...names].map((name) => `import './${name}';`);
  await esbuild.build({
    ...COMMON,
    stdin: { contents: [...imports, "export * from './web/index.ts';"].join('\n'), resolveDir: SOURCE },
    outfile: path.join(OUT_WEB, 'suite.cjs'),
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(SOURCE, 'web', 'assert.ts') },
    define: { 'process.env': JSON.stringify({ TL_PATIENCE: process.env['TL_PATIENCE'] ?? '1', TL_ONLY: process.env['TL_ONLY'] ?? '' }) },
  });
  const manifest = JSON.parse(fs.readFileSync(path.join(SOURCE, 'driver', 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(OUT_WEB, 'package.json'), JSON.stringify({ ...manifest, main: undefined, browser: './suite.cjs' }));
  fs.writeFileSync(path.join(OUT_WEB, 'package.nls.json'), '{}');
  return OUT_WEB;
}

/** A copy of examples/ that tests may write to. */
export function copyExamples() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-workspace-'));
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}
