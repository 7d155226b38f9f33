import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';

const ALLOWED = 'tensorLens.filesOutside';

/** Where links lead. Fails for a file that is not there and whose folder is not there either. */
export type RealPath = (uri: vscode.Uri) => Promise<vscode.Uri>;

/** Files outside of the workspace folder: models have them once somebody has said so, which is asked once. */
export class Outside {
  private isAsked = false;

  constructor(
    private readonly memory: vscode.Memento,
    readonly realPath: RealPath,
  ) {}

  get isAllowed(): boolean {
    return this.memory.get(ALLOWED) === true;
  }

  /** Asks, unless somebody was asked before. True when models may have such files from now on. */
  async ask(model: string, path: string): Promise<boolean> {
    if (this.isAsked) return false;
    this.isAsked = true;
    const allow = t('Allow in This Workspace');
    const question = t("{0} was refused '{1}', which is outside of the workspace folder. May models have such files?", model, path);
    if ((await vscode.window.showWarningMessage(question, allow)) !== allow) return false;
    await this.memory.update(ALLOWED, true);
    return true;
  }
}

/** Where nobody says what a link leads to, none is followed: every name on the way is looked at. */
export const withoutLinks: RealPath = async (uri) => {
  const names = uri.path.split('/').filter(Boolean);
  for (let n = 1; n <= names.length; n++) {
    const at = uri.with({ path: `/${names.slice(0, n).join('/')}` });
    // A folder above that cannot be looked at is no link of the workspace; a file may have to be made.
    const { type } = await Promise.resolve(vscode.workspace.fs.stat(at)).catch(() => ({ type: vscode.FileType.Unknown }));
    if (type & vscode.FileType.SymbolicLink) throw new Error(t('it is reached by a link, and links are not followed here.'));
  }
  return uri;
};
