import * as vscode from 'vscode';
import { fileReport } from '../../exchange/testing/fileReport.js';
import { formatSnapshots, parseSnapshots, snapshotPath } from '../../exchange/testing/snapshotFile.js';
import { SourceError } from '../../language/sourceError.js';
import { forTerminal } from '../../protocol/plainText.js';
import type { TestError, TestResult } from '../../protocol/testing.js';
import { emptyRun, type Run } from '../../protocol/trace.js';
import type { Reader } from '../../reader/client/reader.js';
import type { RunClient } from '../../run/client/runClient.js';
import { ModelFiles, readText } from '../files/modelFiles.js';
import type { Outside } from '../files/outside.js';
import { Reach } from '../files/reach.js';
import { settings } from '../settings.js';
import { notTrusted } from '../trust.js';
import { nameOf, type TestTree } from './testTree.js';

/** The mark of a snapshot that differs. The menu that updates snapshots needs it. */
const SNAPSHOT_CHANGED = 'tensorLens.snapshot';

/** Runs tests, and reports their results to the Test Explorer. */
export class TestRunner {
  constructor(
    private readonly client: RunClient,
    private readonly reader: Reader,
    private readonly outside: Outside,
    private readonly controller: vscode.TestController,
    private readonly tree: TestTree,
  ) {}

  async run(request: vscode.TestRunRequest, update: boolean, token: vscode.CancellationToken): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      void vscode.window.showWarningMessage(notTrusted());
      return;
    }
    const run = this.controller.createTestRun(request);
    try {
      for (const [file, chosen] of this.chosen(request)) {
        if (token.isCancellationRequested) break;
        await this.runFile(run, file, chosen, update, token);
      }
    } finally {
      run.end();
    }
  }

  /** The requested tests of each file; null for all tests of a file. */
  private chosen({ include, exclude = [] }: vscode.TestRunRequest): Map<vscode.TestItem, vscode.TestItem[] | null> {
    const files = new Map<vscode.TestItem, vscode.TestItem[] | null>();
    const excluded = new Set(exclude);
    const all: vscode.TestItem[] = [];
    this.controller.items.forEach((item) => all.push(item));
    for (const item of include ?? all) {
      const file = this.controller.items.get(item.uri!.toString()) ?? item;
      const isPart = item !== file || exclude.length > 0;
      const before = files.get(file);
      files.set(file, !isPart || before === null ? null : [...(before ?? []), ...leaves(item).filter((leaf) => !excluded.has(leaf))]);
    }
    return files;
  }

  private async runFile(
    run: vscode.TestRun,
    file: vscode.TestItem,
    chosen: vscode.TestItem[] | null,
    update: boolean,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const uri = file.uri!;
    const files = new ModelFiles(uri);
    const kept = snapshotPath(files.entry);
    const reach = this.reach(files);
    const tests = {
      snapshots: parseSnapshots((await readText(files.uri(kept))) ?? ''),
      update,
      ...(chosen && { only: chosen.map(nameOf) }),
    };
    const started = chosen ?? leaves(file);
    started.forEach((item) => run.started(item));
    const told: TestResult[] = [];
    const tell = (result: TestResult) => {
      told.push(result);
      this.tell(run, file, files, result);
    };
    const done = await this.execute(
      files,
      reach,
      tests,
      tell,
      (lines) => run.appendOutput(`${lines.map(forTerminal).join('\r\n')}\r\n`),
      token,
    );
    const report = fileReport(done, told, tests);
    report.results.slice(told.length).forEach((result) => this.tell(run, file, files, result));
    const reached = new Set(report.results.map(({ name }) => this.tree.item(file, name)));
    started.filter((item) => !reached.has(item)).forEach((item) => run.skipped(item));
    if (!report.snapshots) return;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(files.uri(kept), '..'));
    await vscode.workspace.fs.writeFile(await reach.real(kept), new TextEncoder().encode(formatSnapshots(report.snapshots)));
  }

  private reach(files: ModelFiles): Reach {
    const refused = (path: string) => void this.outside.ask(files.entry, path);
    return new Reach(files, this.outside, false, settings.request(files.model).limits.tensorBytes, { refused, kept: () => {} });
  }

  private async execute(
    files: ModelFiles,
    reach: Reach,
    tests: Parameters<typeof fileReport>[2],
    tested: (result: TestResult) => void,
    output: (lines: string[]) => void,
    token: vscode.CancellationToken,
  ): Promise<Run> {
    try {
      const linked = await this.reader.link(files.entry, (path) => reach.text(path));
      const request = { ...settings.request(files.model), program: linked.program, maxValues: 0, maxPasses: 1, tests };
      const handle = this.client.run(
        { ...request, mode: 'backward', backend: 'cpu' },
        {
          timeLimit: settings.timeLimit(files.model),
          events: {
            output,
            tested,
            progress: () => {},
            readFile: (path) => reach.read(path),
            writeFile: (path, content) => reach.write(path, content),
          },
          locate: (stack) => this.reader.locate(linked, stack),
        },
      );
      const stopping = token.onCancellationRequested(() => handle.stop());
      const run = await handle.done;
      stopping.dispose();
      handle.dispose();
      return run;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { name, message, range: source } = error;
      return emptyRun({ file: files.entry, mode: 'backward', backend: 'cpu', status: 'error', error: { name, message, source } });
    }
  }

  private tell(run: vscode.TestRun, file: vscode.TestItem, files: ModelFiles, result: TestResult): void {
    const item = this.tree.item(file, result.name);
    if (result.status === 'passed') run.passed(item, result.ms);
    else if (result.status === 'skipped') run.skipped(item);
    else {
      const message = messageOf(result.error!, files);
      if (result.snapshots.some(({ state }) => state === 'changed')) message.contextValue = SNAPSHOT_CHANGED;
      run.failed(item, message, result.ms);
    }
  }
}

/** The tests in a file or a group; the item itself when there are none. */
function leaves(item: vscode.TestItem): vscode.TestItem[] {
  const found: vscode.TestItem[] = [];
  item.children.forEach((child) => found.push(...leaves(child)));
  return found.length > 0 ? found : [item];
}

function messageOf({ name, message, source, expected, actual }: TestError, files: ModelFiles): vscode.TestMessage {
  const text = `${name}: ${message}`;
  const told =
    expected === undefined || actual === undefined ? new vscode.TestMessage(text) : vscode.TestMessage.diff(text, expected, actual);
  if (source) {
    const { line, column, endLine, endColumn } = source;
    told.location = new vscode.Location(files.uri(source.file), new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1));
  }
  return told;
}
