/**
 * The plugin in a browser. There the server imports it as a module, the `browser` of package.json, and has no files except the
 * open ones. So the declarations are in the bundle. For the server, they are in the place where the extension has them, so that
 * "Go to Definition" finds them there too.
 */
import type ts from 'typescript';
import declarations from 'tensor-lens-declarations';
import { pluginFor } from './plugin.js';

/** Addresses in the server's form: `/https/host/path`. */
const { protocol, host, pathname } = new URL('types', import.meta.url);
const types = `/${protocol.slice(0, -1)}/${host || 'ts-nul-authority'}${pathname}`;

const textOf = (path: string): string | undefined =>
  path.startsWith(`${types}/`) ? declarations[path.slice(types.length + 1)] : undefined;
const isFolder = (path: string): boolean => path === types || path.startsWith(`${types}/`);
const nothingToWatch: ts.FileWatcher = { close: () => undefined };

const extended = new WeakSet<ts.server.ServerHost>();

/** Makes the declarations available in the server's file system. */
function addFiles(host: ts.server.ServerHost): void {
  if (extended.has(host)) return;
  extended.add(host);
  const { readFile, fileExists, directoryExists, watchFile, watchDirectory } = host;
  host.readFile = (path, ...rest) => textOf(path) ?? readFile.call(host, path, ...rest);
  host.fileExists = (path) => (isFolder(path) ? textOf(path) !== undefined : fileExists.call(host, path));
  host.directoryExists = (path) => isFolder(path) || directoryExists.call(host, path);
  host.watchFile = (path, ...rest) => (isFolder(path) ? nothingToWatch : watchFile.call(host, path, ...rest));
  host.watchDirectory = (path, ...rest) => (isFolder(path) ? nothingToWatch : watchDirectory.call(host, path, ...rest));
}

export default pluginFor(types, ({ serverHost, languageServiceHost: host, project }) => {
  addFiles(serverHost);
  // The plugin is imported while the project is being read. Model files that were read before are read again.
  for (const file of project.getScriptInfos()) if (file.fileName.endsWith('.tl.ts')) file.editContent(0, 0, '');
  // A server that cannot read files does not resolve imports. With this setting, it resolves imports of the declarations.
  const settings = host.getCompilationSettings.bind(host);
  host.getCompilationSettings = () => ({ ...settings(), noResolve: false });
});
