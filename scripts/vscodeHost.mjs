// Serves a real VS Code on the loopback interface, with extensions loaded from their folders.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { STATE_MS } from './patience.mjs';
import { freePort, sleep, tail, windows } from './processes.mjs';
import { provision } from './vscodeProvision.mjs';

/** Settings of a quiet editor: it does not ask, update, report or save by itself. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServeOptions
 * @property {string} folder the workspace to open
 * @property {string[]} extensions folders of extensions
 * @property {string[]} [vsix] packaged extensions, installed by VS Code's own installer
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones
 * @property {Record<string, string>} [env] environment of the extension host
 * @property {number} [port] preferred port
 * @property {string[]} [remove] folders to remove when the server has ended
 */

/** @typedef {{ url: string, vscode: string, log: () => string, stop: () => Promise<void> }} Server */

/**
 * Starts the server. It ends with `stop()`, and always when this process ends.
 * @param {ServeOptions} options
 * @returns {Promise<Server>}
 */
export async function serve({ folder, extensions, vsix = [], settings = {}, env = {}, port: preferredPort, remove = [] }) {
  const { node, entry, vscode } = await provision();
  const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-vscode-'));
  writeSettings(userFolder, { ...SETTINGS, ...settings });
  const extensionsFolder = linkExtensions(userFolder, extensions);
  const port = await freePort(preferredPort);

  const folders = [
    '--user-data-dir',
    userFolder,
    '--server-data-dir',
    path.join(userFolder, 'server'),
    '--extensions-dir',
    extensionsFolder,
  ];
  const common = [entry, '--accept-server-license-terms', ...folders];
  const install = vsix.flatMap((file) => ['--install-extension', path.resolve(file)]);
  const network = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const quiet = ['--telemetry-level', 'off', ...(settings['security.workspace.trust.enabled'] ? [] : ['--disable-workspace-trust'])];
  const start = install.length ? ['--start-server', '--force'] : [];
  const args = [...common, ...network, ...quiet, ...install, ...start];

  const logFile = path.join(userFolder, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const supervised = JSON.stringify({ command: node, args, remove: [userFolder, ...remove] });
  const supervisor = spawn(process.execPath, [path.join(import.meta.dirname, 'supervise.mjs'), supervised], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['pipe', log, log],
    detached: !windows,
  });
  fs.closeSync(log);

  const ended = new Promise((resolve) => supervisor.on('exit', resolve));
  const stop = async () => {
    supervisor.stdin?.destroy();
    await ended;
  };
  const readLog = () => (fs.existsSync(logFile) ? tail(fs.readFileSync(logFile, 'utf8')) : '');
  const origin = `http://127.0.0.1:${port}`;
  await answering(`${origin}/version`, ended, readLog).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url: `${origin}/?folder=${encodeURIComponent(path.resolve(folder))}`, vscode, log: readLog, stop };
}

/** @param {string} userFolder @param {Record<string, unknown>} settings */
function writeSettings(userFolder, settings) {
  const folder = path.join(userFolder, 'User');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** @param {string} userFolder @param {string[]} extensions */
function linkExtensions(userFolder, extensions) {
  const folder = path.join(userFolder, 'extensions');
  fs.mkdirSync(folder, { recursive: true });
  for (const extension of extensions) {
    const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
    fs.symlinkSync(path.resolve(extension), path.join(folder, `${publisher}.${name}-${version}`), windows ? 'junction' : 'dir');
  }
  return folder;
}

/** The environment without the variables that a terminal inside VS Code sets. They would confuse a second VS Code. */
function cleanEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|PASSWORD$|HASHED_PASSWORD$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** @param {string} url @param {Promise<unknown>} ended @param {() => string} log */
async function answering(url, ended, log, timeoutMs = STATE_MS) {
  let alive = true;
  void ended.then(() => (alive = false));
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (!alive) throw new Error(`VS Code's server ended while starting.\n${log()}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(STATE_MS) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`VS Code's server did not answer within ${timeoutMs / 1000} s.\n${log()}`);
}
