// Installs a real VS Code (the server build that code-server publishes on npm) with npm alone: no compiler, no
// lifecycle scripts, no system packages. This is done once. It takes about 20 s and 500 MB.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './processes.mjs';

const CODE_SERVER = '4.139.1';
/** The version of Node that this VS Code needs. It is installed beside VS Code when the running one is older. */
const NODE = '24.21.0';

/** Modules that are not needed for hosting extensions: half of the download, and every module that needs a compiler. */
const UNNEEDED_MODULES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];
const UNNEEDED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];

/** Replacements in JavaScript for two native modules, with the parts that the server uses. */
const STAND_INS = {
  '@vscode/spdlog': `'use strict';
const fs = require('fs');
const path = require('path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(name, file) {
    Object.assign(this, { name, file, level: 2, raw: false });
    try { fs.mkdirSync(path.dirname(file), { recursive: true }); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
LEVELS.forEach((word, level) => {
  Logger.prototype[word] = function (message) {
    if (level < this.level) return;
    const line = this.raw ? String(message) : new Date().toISOString() + ' [' + this.name + '] [' + word + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch {}
  };
});
const create = async (name, file) => new Logger(name, file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`,
  '@vscode/native-watchdog': `'use strict';
exports.start = (pid) => {
  setInterval(() => {
    try { process.kill(pid, 0); } catch { process.exit(87); }
  }, 2000).unref();
};
`,
};

/** @typedef {{ node: string, entry: string, vscode: string }} Installation */

/** The folder of the installation: $TL_VSCODE_DIR, else a folder in the user's cache. */
const installFolder = () => process.env['TL_VSCODE_DIR'] ?? path.join(os.homedir(), '.cache', 'tensor-lens-vscode', CODE_SERVER);

/** Finds the installation, or makes it. @returns {Promise<Installation>} */
export async function provision() {
  const folder = installFolder();
  const mark = path.join(folder, '.complete.json');
  if (fs.existsSync(mark)) return JSON.parse(fs.readFileSync(mark, 'utf8'));

  const started = performance.now();
  console.log(`Installing VS Code into ${folder} (once; about 500 MB from npm) ...`);
  // The installation is made in another folder and renamed when complete. So an interruption, or two installations at
  // once, leave no half of one.
  const workshop = `${folder}.${process.pid}`;
  fs.mkdirSync(workshop, { recursive: true });
  try {
    const installation = await install(workshop, folder);
    fs.writeFileSync(path.join(workshop, '.complete.json'), JSON.stringify(installation, null, 2));
    if (!fs.existsSync(mark)) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.renameSync(workshop, folder);
    }
    console.log(`VS Code ${installation.vscode} installed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    return installation;
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true });
  }
}

/** @param {string} workshop @param {string} folder the final place @returns {Promise<Installation>} */
async function install(workshop, folder) {
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  fs.writeFileSync(path.join(workshop, 'package.json'), '{ "private": true }');

  let node = process.execPath;
  if (Number(process.versions.node.split('.')[0]) < 24) {
    const platform = { linux: 'linux', darwin: 'darwin', win32: 'win' }[/** @type {string} */ (process.platform)];
    const name = `node-${platform}-${process.arch}`;
    await run('npm', [...npm, `${name}@${NODE}`], { cwd: workshop });
    node = path.join(workshop, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  }
  const env = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env['PATH'] };
  await run('npm', [...npm, `code-server@${CODE_SERVER}`], { cwd: workshop, env });

  const vscode = path.join(workshop, 'node_modules', 'code-server', 'lib', 'vscode');
  const manifestFile = path.join(vscode, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  for (const name of UNNEEDED_MODULES) delete manifest.dependencies[name];
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  await run('npm', [...npm, '--omit=dev'], { cwd: vscode, env });
  await run('npm', [...npm, '--omit=dev'], { cwd: path.join(vscode, 'extensions'), env }); // brings TypeScript
  for (const [name, code] of Object.entries(STAND_INS)) fs.writeFileSync(path.join(vscode, 'node_modules', name, 'index.js'), code);
  for (const name of UNNEEDED_EXTENSIONS) fs.rmSync(path.join(vscode, 'extensions', name), { recursive: true, force: true });

  /** @param {string} file */
  const inPlace = (file) => (file.startsWith(workshop) ? path.join(folder, path.relative(workshop, file)) : file);
  return { node: inPlace(node), entry: inPlace(path.join(vscode, 'out', 'server-main.js')), vscode: manifest.version };
}
