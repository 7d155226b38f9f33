// The command line as a package of npm: what `npm install FILE` needs for `tensor-lens`, and nothing of the editor.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from './processes.mjs';

/** What dist/cli.mjs and dist/mcp.mjs read beside themselves. */
const FILES = [
  ...['cli.mjs', 'mcp.mjs', 'process', 'shipped', 'types', 'webview/main.js', 'webview/main.css'].map((name) => `dist/${name}`),
  'docs/diagnostics',
  'LICENSE',
];
const BIN = "#!/usr/bin/env node\nimport './dist/cli.mjs';\n";
const README = `# Tensor Lens, the command line

Runs, checks, tests, converts and exports model files without VS Code: \`tensor-lens --help\`. The extension Tensor Lens for VS Code
shows them.
`;

/**
 * Writes tensor-lens-cli-<version>.tgz, of the build. Returns the path of the file.
 * @param {Record<string, any>} manifest package.json
 */
export async function writeCliPackage(manifest) {
  const { version, license, engines, repository, bugs, homepage } = manifest;
  const folder = path.join(root, 'out/cli-package');
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of FILES) fs.cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  const name = 'tensor-lens-cli';
  const description = 'Tensor Lens without VS Code: runs, checks, tests, converts and exports model files.';
  const fields = { name, version, description, license, type: 'module', bin: { 'tensor-lens': 'tensor-lens.mjs' } };
  const own = { ...fields, engines: { node: engines.node }, repository, bugs, homepage };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(own, null, 2));
  fs.writeFileSync(path.join(folder, 'README.md'), README);
  fs.writeFileSync(path.join(folder, 'tensor-lens.mjs'), BIN);
  await run('npm', ['pack', '--silent', '--pack-destination', root], { cwd: folder });
  return path.join(root, `${name}-${version}.tgz`);
}
