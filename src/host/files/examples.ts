import * as vscode from 'vscode';
import { contentsOf } from './contents.js';

export const EXAMPLE_SCHEME = 'tensor-lens-example';

/** The examples that come with the extension. The user may change them: saved changes are kept in the extension's own folder. */
export class Examples implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  /**
   * @param extensionUri the extension with the shipped examples
   * @param storageUri where changed examples are kept
   */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly storageUri: vscode.Uri,
  ) {}

  static register({ extensionUri, globalStorageUri }: vscode.ExtensionContext): vscode.Disposable {
    return vscode.workspace.registerFileSystemProvider(EXAMPLE_SCHEME, new Examples(extensionUri, globalStorageUri));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return this.either(uri, (file) => vscode.workspace.fs.stat(file));
  }

  async readDirectory(): Promise<[string, vscode.FileType][]> {
    return (await this.names()).map((name) => [name, vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return this.either(uri, (file) => vscode.workspace.fs.readFile(file));
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    // Only the shipped examples exist. No new files can be added.
    if (!(await this.names()).includes(uri.path.slice(1))) throw vscode.FileSystemError.NoPermissions(uri);
    await vscode.workspace.fs.writeFile(this.kept(uri), content);
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** Restores an example as it was shipped. */
  async delete(uri: vscode.Uri): Promise<void> {
    if (!(await exists(this.kept(uri)))) throw vscode.FileSystemError.NoPermissions(uri);
    await vscode.workspace.fs.delete(this.kept(uri));
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** Reads the changed file, or the shipped one if there is none. */
  private async either<T>(uri: vscode.Uri, read: (file: vscode.Uri) => Thenable<T>): Promise<T> {
    try {
      return await read(this.kept(uri));
    } catch {
      return read(this.shipped(uri));
    }
  }

  private names(): Promise<readonly string[]> {
    return contentsOf(this.extensionUri, 'examples');
  }

  private kept(uri: vscode.Uri): vscode.Uri {
    return keptExample(this.storageUri, uri.path);
  }

  private shipped(uri: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'examples', uri.path);
  }
}

/** Where a changed example is kept. */
const keptExample = (storageUri: vscode.Uri, path: string): vscode.Uri => vscode.Uri.joinPath(storageUri, 'examples', path);

/** Whether an example was changed since it was shipped. */
export const isChanged = (storageUri: vscode.Uri, name: string): Promise<boolean> => exists(keptExample(storageUri, name));

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
