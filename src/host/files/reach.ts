import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { checkCanBeRead, checkIsData, isBelow, isEventFile, TEXT_BYTES } from '../../run/client/fileRules.js';
import { type ModelFiles, openDocument, readText } from './modelFiles.js';
import type { Outside } from './outside.js';

/** The files that one run may read and write: files of the workspace folder, and for writing only data files. Real paths decide. */
export class Reach {
  /** The files that a run by Live has written. They are kept here and never reach the disk. */
  private readonly kept = new Map<string, Uint8Array>();

  /** @param tell is told of each refused path outside, and of each file that is only kept here */
  constructor(
    private readonly files: ModelFiles,
    private readonly outside: Outside,
    private readonly isLive: boolean,
    private readonly mostBytes: number,
    private readonly tell: { refused(path: string): void; kept(path: string): void },
  ) {}

  /**
   * The text of the model or of a file that it imports, as its editor has it. Null when there is no such file.
   * @throws Error for a file that the run may not read
   */
  async text(file: string): Promise<string | null> {
    const uri = this.files.uri(file);
    if (file === this.files.entry) return readText(uri);
    try {
      const real = await this.within(uri, file);
      if (!openDocument(uri)) checkCanBeRead(await statOf(real), TEXT_BYTES);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    return readText(uri);
  }

  async read(path: string): Promise<Uint8Array> {
    const real = await this.within(this.files.uri(path), path);
    const kept = this.kept.get(real.toString());
    if (kept) return kept;
    checkCanBeRead(await statOf(real), this.mostBytes);
    return vscode.workspace.fs.readFile(real);
  }

  async write(path: string, content: Uint8Array): Promise<void> {
    const real = await this.within(this.files.uri(path), path);
    checkIsData(real.path);
    const stat = await statOf(real).catch(() => null);
    if (stat) checkCanBeRead(stat, Infinity);
    // VS Code would create a missing folder. PyTorch does not, so a missing folder is an error.
    if (!isEventFile(real.path)) await statOf(vscode.Uri.joinPath(real, '..'));
    if (!this.isLive) return vscode.workspace.fs.writeFile(real, content);
    const held = [...this.kept].reduce((sum, [id, { length }]) => sum + (id === real.toString() ? 0 : length), content.length);
    checkCanBeRead({ isFile: true, size: held }, this.mostBytes);
    if (!this.kept.has(real.toString())) this.tell.kept(path);
    this.kept.set(real.toString(), content);
  }

  /** The real place of a file beside the model, for files that the extension itself writes. @throws Error for a file outside */
  real(path: string): Promise<vscode.Uri> {
    return this.within(this.files.uri(path), path);
  }

  private async within(uri: vscode.Uri, path: string): Promise<vscode.Uri> {
    const real = await this.outside.realPath(uri);
    if (this.outside.isAllowed) return real;
    const folder = vscode.workspace.getWorkspaceFolder(this.files.place)?.uri ?? vscode.Uri.joinPath(this.files.place, '..');
    const root = await this.outside.realPath(folder);
    if (isBelow(root.path, real.path)) return real;
    this.tell.refused(path);
    throw new Error(t("'{0}' is outside of the workspace folder.", path));
  }
}

async function statOf(uri: vscode.Uri): Promise<{ isFile: boolean; size: number }> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  return { isFile: (type & vscode.FileType.File) !== 0, size };
}

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError || (error as { code?: unknown } | null)?.code === 'ENOENT';
