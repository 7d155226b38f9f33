// npm start: builds, then opens examples/ with the extension in the user's own VS Code, or else in a VS Code served on
// the loopback interface. `npm start -- --web` always takes the second way.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, script, windows } from './processes.mjs';
import { serve } from './vscodeHost.mjs';

const EDITORS = ['code', 'code-insiders', 'codium', 'cursor'];
const PORT = 8137;

const { values } = parseArgs({ options: { web: { type: 'boolean', default: false } } });
const examples = path.join(root, 'examples');
/** The example to open. Its first line says what to do. */
const first = path.join(examples, '01-tensors.tl.ts');

await script(async () => {
  await run(process.execPath, ['scripts/build.mjs'], { show: true });
  if (values.web || !openInEditor()) await openInBrowser();
});

/** Opens the examples. Returns true when one of the user's editors opened them. */
function openInEditor() {
  const installed = EDITORS.find(
    (name) => spawnSync(name, ['--version'], { shell: windows, timeout: 20_000, stdio: 'ignore' }).status === 0,
  );
  if (!installed) return false;
  console.log(`Opening ${examples} in ${installed}.`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples, first];
  const { status } = spawnSync(installed, args, { shell: windows, stdio: 'inherit', timeout: 60_000 });
  if (status !== 0) console.error(`${installed} did not start; using VS Code in the browser.`);
  return status === 0;
}

async function openInBrowser() {
  const server = await serve({ folder: examples, extensions: [root], port: Number(process.env['PORT'] ?? PORT) });
  const { host } = new URL(server.url);
  const payload = JSON.stringify([['openFile', `vscode-remote://${host}${first}`]]);
  const url = `${server.url}&payload=${encodeURIComponent(payload)}`;
  console.log(`\nVS Code ${server.vscode} with Tensor Lens: ${url}\n(Ctrl+C to stop)`);
  if (process.stdout.isTTY && !process.env['CI']) openUrl(url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop().then(() => process.exit(0)));
}

/** @param {string} url */
function openUrl(url) {
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[
    /** @type {string} */ (process.platform)
  ] ?? ['xdg-open', url];
  // It is no failure when no browser opens: the address has been printed.
  spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
