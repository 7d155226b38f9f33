// Bundles test/host to out/host, where it can be loaded into an extension host, and makes its workspace.
import esbuild from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './processes.mjs';

const OUT = path.join(root, 'out', 'host');

/** Bundles the suite and returns the module whose run() runs it. @returns {Promise<string>} */
export async function buildHostSuite() {
  const source = path.join(root, 'test', 'host');
  const suites = fs.readdirSync(source).filter((name) => name.endsWith('.test.ts'));
  if (!suites.length) throw new Error('There is no suite in test/host.');
  fs.rmSync(OUT, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: ['index.ts', ...suites].map((name) => path.join(source, name)),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(OUT, 'index.cjs');
}

/** A copy of examples/ that tests may write to. */
export function copyExamples() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-workspace-'));
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}
