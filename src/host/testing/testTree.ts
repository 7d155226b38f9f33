import * as vscode from 'vscode';
import type { WrittenTest } from '../../language/tests.js';
import type { Reader } from '../../reader/client/reader.js';
import { readText } from '../files/modelFiles.js';
import { filesEnding } from '../files/search.js';

const END = '.tl.test.ts';
const WITHIN = ' > ';

/** The tests in the files of the workspace: a test item for each file, group and test. */
export class TestTree implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly controller: vscode.TestController,
    private readonly reader: Reader,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${END}`);
    this.subscriptions = [
      watcher,
      watcher.onDidCreate((uri) => void this.read(uri)),
      watcher.onDidChange((uri) => void this.read(uri)),
      watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => isTestFile(uri) && void this.read(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => isTestFile(uri) && void this.read(uri)),
    ];
    controller.resolveHandler = (item) => (item ? this.read(item.uri!) : this.find());
    controller.refreshHandler = () => this.find();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** Finds all test files. */
  async find(): Promise<void> {
    const found = await filesEnding(END);
    const ids = new Set(found.map(String));
    const gone: string[] = [];
    this.controller.items.forEach(({ id }) => !ids.has(id) && gone.push(id));
    gone.forEach((id) => this.controller.items.delete(id));
    await Promise.all(found.map((uri) => this.read(uri)));
  }

  /** The item of a test. It is made when the text does not contain the test's name literally. '' is the file itself. */
  item(file: vscode.TestItem, name: string): vscode.TestItem {
    if (name === '') return file;
    let found: vscode.TestItem | undefined;
    const look = (item: vscode.TestItem) => {
      if (item.id === idOf(file.uri!, name)) found = item;
      item.children.forEach(look);
    };
    look(file);
    if (found) return found;
    const made = this.controller.createTestItem(idOf(file.uri!, name), name, file.uri);
    file.children.add(made);
    return made;
  }

  private async read(uri: vscode.Uri): Promise<void> {
    const text = await readText(uri);
    if (text === null) return;
    const label = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const id = uri.toString();
    const file = this.controller.items.get(id) ?? this.controller.createTestItem(id, label, uri);
    this.controller.items.add(file);
    try {
      const tests = await this.reader.tests(label, text);
      file.children.replace(tests.map((test) => this.written(uri, test, '')));
      file.error = undefined;
    } catch (error) {
      // While the file is being typed, it may be no valid program. Then the earlier tests stay.
      file.error = error instanceof Error ? error.message : String(error);
    }
  }

  private written(uri: vscode.Uri, { name, range, tests }: WrittenTest, around: string): vscode.TestItem {
    const full = around + name;
    const item = this.controller.createTestItem(idOf(uri, full), name, uri);
    item.range = new vscode.Range(range.line - 1, range.column - 1, range.endLine - 1, range.endColumn - 1);
    if (tests) item.children.replace(tests.map((test) => this.written(uri, test, full + WITHIN)));
    return item;
  }
}

export const isTestFile = (uri: vscode.Uri): boolean => uri.path.endsWith(END);

const idOf = (uri: vscode.Uri, name: string): string => `${uri.toString()} ${name}`;

/** The full name of a test: its id without the id of its file. */
export const nameOf = (item: vscode.TestItem): string => item.id.slice(item.uri!.toString().length + 1);
