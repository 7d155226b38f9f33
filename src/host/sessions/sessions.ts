import * as vscode from 'vscode';
import type { Reader } from '../../reader/client/reader.js';
import type { RunClient } from '../../run/client/runClient.js';
import { openDocument, readText } from '../files/modelFiles.js';
import type { Outside } from '../files/outside.js';
import type { AutoBackend } from './autoBackend.js';
import { ModelSession, type OutputSink, type SessionChange } from './modelSession.js';

/** How often to check that the files of running models still exist. */
const STILL_THERE_MS = 2000;

export interface SessionEvent {
  session: ModelSession;
  change: SessionChange;
}

/** The sessions of all model files, by URI. Follows edits, renames and deletions. */
export class Sessions implements vscode.Disposable {
  private readonly sessions = new Map<string, ModelSession>();
  private readonly changed = new vscode.EventEmitter<SessionEvent>();
  private readonly removed = new vscode.EventEmitter<ModelSession>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChange = this.changed.event;
  readonly onDidRemove = this.removed.event;

  constructor(
    private readonly client: RunClient,
    private readonly reader: Reader,
    private readonly output: (name: string) => OutputSink,
    private readonly outside: Outside,
    private readonly auto: AutoBackend,
  ) {
    const disk = vscode.workspace.createFileSystemWatcher('**/*', true);
    // A watcher reports nothing about files outside of the workspace, and sometimes misses one inside.
    const asking = setInterval(() => this.forEach((session) => session.running && void this.deletedOnDisk(session.uri)), STILL_THERE_MS);
    this.subscriptions = [
      disk,
      { dispose: () => clearInterval(asking) },
      disk.onDidDelete((uri) => void this.deletedOnDisk(uri)),
      disk.onDidChange((uri) => void this.changedOnDisk(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.remove(uri))),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.remove(oldUri))),
      vscode.workspace.onDidChangeTextDocument((event) => this.forEach((session) => session.edited(event))),
      vscode.workspace.onDidOpenTextDocument((document) => this.forEach((session) => session.replaced(document.uri, document.getText()))),
    ];
  }

  /** The session of a model file, made when there is none. */
  of(uri: vscode.Uri): ModelSession {
    const known = this.find(uri);
    if (known) return known;
    const output = this.output(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    const session = new ModelSession(uri, this.client, this.reader, output, this.outside, this.auto);
    this.sessions.set(uri.toString(), session);
    session.onDidChange((change) => this.changed.fire({ session, change }));
    return session;
  }

  find(uri: vscode.Uri): ModelSession | undefined {
    return this.sessions.get(uri.toString());
  }

  /**
   * Sessions whose results involve a file: of the model itself, or of models that import it. The file's own session
   * comes first.
   */
  about(uri: vscode.Uri): ModelSession[] {
    const own = this.find(uri);
    const others = [...this.sessions.values()].filter((session) => session !== own && session.result?.sources.fileOf(uri));
    return own ? [own, ...others] : others;
  }

  /** Lets go of a session and all that it holds. The next session of the same file starts anew. */
  forget(session: ModelSession): void {
    this.sessions.delete(session.uri.toString());
    this.removed.fire(session);
    session.dispose();
  }

  get all(): ModelSession[] {
    return [...this.sessions.values()];
  }

  dispose(): void {
    this.forEach((session) => session.dispose());
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
    this.removed.dispose();
  }

  private forEach(action: (session: ModelSession) => void): void {
    for (const session of this.sessions.values()) action(session);
  }

  /** Forgets the sessions of a file or a folder that is gone. */
  private remove(uri: vscode.Uri): void {
    const gone = uri.toString();
    for (const [id, session] of this.sessions) {
      if (id === gone || id.startsWith(`${gone}/`)) this.forget(session);
    }
  }

  /** Forgets a file that may be gone. Editors and tools that save by replacing a file delete it for a moment. */
  private async deletedOnDisk(uri: vscode.Uri): Promise<void> {
    if (await isGone(uri)) this.remove(uri);
  }

  /** Follows a change on disk. For an open file, the editor reports the change itself. */
  private async changedOnDisk(uri: vscode.Uri): Promise<void> {
    if (openDocument(uri) || this.about(uri).length === 0) return;
    const text = await readText(uri);
    if (text !== null) this.forEach((session) => session.replaced(uri, text));
  }
}

/** Whether a file was on a disk and no longer exists. A text that was never saved is not gone. */
const isGone = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => false,
    (error: unknown) => uri.scheme !== 'untitled' && error instanceof vscode.FileSystemError && error.code === 'FileNotFound',
  );
