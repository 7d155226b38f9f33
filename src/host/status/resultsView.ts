import * as vscode from 'vscode';
import type { Binding } from '../../protocol/trace.js';
import { subjectOfBinding } from '../../insight/hover/subject.js';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { ModelSession } from '../sessions/modelSession.js';
import { number } from '../../present/numbers.js';
import { typeText } from '../../present/shapes.js';
import type { Sessions } from '../sessions/sessions.js';

/** The tensors of the active model as a list, in the order of the source. It is the accessible form of the graph. */
export class ResultsView implements vscode.TreeDataProvider<Binding>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Binding>;
  private readonly subscriptions: vscode.Disposable[];
  private session: ModelSession | undefined;

  constructor(private readonly sessions: Sessions) {
    this.view = vscode.window.createTreeView('tensorLens.results', { treeDataProvider: this });
    this.subscriptions = [
      this.view,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      sessions.onDidChange(({ change }) => {
        if (change === 'run' || change === 'pass') this.update();
      }),
      sessions.onDidRemove(() => this.update()),
    ];
    this.update();
  }

  getChildren(parent?: Binding): Binding[] {
    return parent ? [] : (this.session?.result?.run.bindings ?? []);
  }

  getTreeItem(binding: Binding): vscode.TreeItem {
    const item = new vscode.TreeItem(binding.name);
    const { session } = this;
    const index = session?.result?.index;
    if (!index) return item;
    const shown = subjectOfBinding(index, binding, index.shownPass(session.chosenPass));
    const { value } = shown;
    item.description = [
      typeText(shown.dtype, shown.shape),
      value.numel === 1 ? number(value.mean) : t('mean {0}', number(value.mean)),
    ].join(' · ');
    item.iconPath = new vscode.ThemeIcon(shown.grad ? 'symbol-parameter' : 'symbol-variable');
    item.accessibilityInformation = { label: `${binding.name}, ${item.description}` };
    const { key } = shown.node ?? binding;
    item.command = { title: t('Show'), command: 'tensorLens.showNode', arguments: [session.uri, key, shown.pass] };
    return item;
  }

  /** VS Code requests the tooltip when the pointer rests on the item. */
  async resolveTreeItem(item: vscode.TreeItem, binding: Binding): Promise<vscode.TreeItem> {
    const { hoverOfBinding } = await import('../editor/providers.js');
    item.tooltip = (this.session && (await hoverOfBinding(this.session, binding))) ?? '';
    return item;
  }

  dispose(): void {
    this.changed.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** Shows the active model. While another kind of editor is active, such as the panel, the last model stays. */
  private update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri && isModelFile(uri)) this.session = this.sessions.find(uri);
    else if (this.session && !this.sessions.all.includes(this.session)) this.session = undefined;
    this.view.description = this.session?.result ? this.session.name : '';
    this.changed.fire();
  }
}
