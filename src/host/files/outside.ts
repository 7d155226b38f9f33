import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';

const ALLOWED = 'tensorLens.filesOutside';

/** Follows the links of a path. Fails for a file that does not exist and whose folder does not exist either. */
export type RealPath = (uri: vscode.Uri) => Promise<vscode.Uri>;

/** Files outside of the workspace folder. Models may use them after the user has agreed. The user is asked once. */
export class Outside {
  private isAsked = false;

  constructor(
    private readonly memory: vscode.Memento,
    readonly realPath: RealPath,
  ) {}

  get isAllowed(): boolean {
    return this.memory.get(ALLOWED) === true;
  }

  /** Asks the user, unless they were asked before. Returns whether models may use such files from now on. */
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

/** For a host that cannot tell where a link leads: no link is followed, and every name on the path is checked. */
export const withoutLinks: RealPath = async (uri) => {
  const names = uri.path.split('/').filter(Boolean);
  for (let n = 1; n <= names.length; n++) {
    const at = uri.with({ path: `/${names.slice(0, n).join('/')}` });
    // An unreadable folder further up is no link of the workspace. And a file may not exist yet.
    const { type } = await Promise.resolve(vscode.workspace.fs.stat(at)).catch(() => ({ type: vscode.FileType.Unknown }));
    if (type & vscode.FileType.SymbolicLink) throw new Error(t('it is reached by a link, and links are not followed here.'));
  }
  return uri;
};
