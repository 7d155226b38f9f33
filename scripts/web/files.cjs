// The workspace of the static site: its files, which the user may change. Changes stay in the user's browser. This is
// an extension of the site, not a part of Tensor Lens.
const vscode = require('vscode');

const SCHEME = 'lesson';
const STORE = 'files';
const { FileType, FileChangeType, FileSystemError } = vscode;

/**
 * Opens the browser's database. Changes are kept in memory and written to it at once.
 * @returns {Promise<IDBDatabase>}
 */
const database = () =>
  new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.open('tensor-lens-lesson', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBDatabase} db @returns {Promise<[string, Uint8Array | null][]>} */
const changesIn = (db) =>
  new Promise((resolve, reject) => {
    const store = db.transaction(STORE).objectStore(STORE);
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    values.onsuccess = () => resolve(keys.result.map((key, i) => [String(key), values.result[i]]));
    values.onerror = () => reject(values.error);
  });

/** Files by their paths, such as `/examples/01-tensors.tl.ts`. Folders are the parts of these paths. */
class Files {
  constructor(/** @type {Map<string, Uint8Array>} */ files, /** @type {IDBDatabase | null} */ db) {
    this.files = files;
    this.db = db;
    this.folders = new Set(['/']);
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
    for (const name of files.keys()) this.addFolders(name);
  }

  /** @param {import('vscode').ExtensionContext} context */
  static async load({ extensionUri }) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'files.json'));
    const encoder = new TextEncoder();
    const shipped = Object.entries(JSON.parse(new TextDecoder().decode(bytes)));
    const files = new Map(shipped.map(([name, text]) => [name, encoder.encode(text)]));
    // In a browser that stores nothing, such as a private window, the files still work.
    const db = await database().catch(() => null);
    for (const [name, content] of db ? await changesIn(db).catch(() => []) : [])
      if (content) files.set(name, content);
      else files.delete(name);
    return new Files(files, db);
  }

  addFolders(name) {
    for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) this.folders.add(name.slice(0, at));
  }

  keep(name, content) {
    this.db?.transaction(STORE, 'readwrite').objectStore(STORE).put(content, name);
  }

  tell(type, uri) {
    this.changed.fire([{ type, uri }]);
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri) {
    const file = this.files.get(uri.path);
    if (!file && !this.folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
    return { type: file ? FileType.File : FileType.Directory, ctime: 0, mtime: file?.mtime ?? 0, size: file?.length ?? 0 };
  }

  readDirectory(uri) {
    if (!this.folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
    const inside = uri.path === '/' ? '/' : `${uri.path}/`;
    const entries = (names, type) =>
      [...names]
        .filter((name) => name !== '/' && name.startsWith(inside) && !name.includes('/', inside.length))
        .map((name) => [name.slice(inside.length), type]);
    return [...entries(this.folders, FileType.Directory), ...entries(this.files.keys(), FileType.File)];
  }

  readFile(uri) {
    const file = this.files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri, content, { create, overwrite }) {
    const isThere = this.files.has(uri.path);
    if (this.folders.has(uri.path)) throw FileSystemError.FileIsADirectory(uri);
    if (!isThere && !create) throw FileSystemError.FileNotFound(uri);
    if (isThere && create && !overwrite) throw FileSystemError.FileExists(uri);
    this.files.set(uri.path, Object.assign(Uint8Array.from(content), { mtime: Date.now() }));
    this.addFolders(uri.path);
    this.keep(uri.path, Uint8Array.from(content));
    this.tell(isThere ? FileChangeType.Changed : FileChangeType.Created, uri);
  }

  createDirectory(uri) {
    this.folders.add(uri.path);
    this.addFolders(uri.path);
    this.tell(FileChangeType.Created, uri);
  }

  delete(uri) {
    this.stat(uri);
    const isGone = (name) => name === uri.path || name.startsWith(`${uri.path}/`);
    for (const name of [...this.files.keys()].filter(isGone)) {
      this.files.delete(name);
      this.keep(name, null);
    }
    for (const name of [...this.folders].filter(isGone)) this.folders.delete(name);
    this.tell(FileChangeType.Deleted, uri);
  }

  rename(from, to, { overwrite }) {
    this.stat(from);
    if (this.files.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    if (this.folders.has(from.path)) this.createDirectory(to);
    const moved = [...this.files].filter(([name]) => name === from.path || name.startsWith(`${from.path}/`));
    for (const [name, content] of moved)
      this.writeFile(to.with({ path: to.path + name.slice(from.path.length) }), content, { create: true, overwrite: true });
    this.delete(from);
  }
}

exports.activate = async (context) => {
  // VS Code has no search for these files, so it finds no model files and would not activate the extension by itself.
  setTimeout(() => void vscode.extensions.getExtension('tensor-lens.tensor-lens')?.activate());
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(SCHEME, await Files.load(context), { isCaseSensitive: true }));
};
