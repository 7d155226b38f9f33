import { t } from '../../src/protocol/l10n.js';
import type { Group } from '../../src/graph/groups.js';
import { groupItemId } from '../../src/graph/view.js';
import type { Drawing } from './drawing.js';
import type { Parts } from './parts.js';
import type { Selection } from './selection.js';
import type { Shown } from './shown.js';

/** Which modules and repeats are open. */
export class Structure {
  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
    private readonly drawing: Drawing,
    private readonly selection: Selection,
  ) {}

  /** Opens all groups, or as many as the view can still move smoothly. The user opens the others one by one. */
  async expandAll(): Promise<void> {
    const { graph, picture } = this.shown;
    if (!graph) return;
    const open = picture.everythingOpen();
    await this.setOpen(open, null, true);
    if (open.size === graph.groups.size || !picture.scene) return;
    const [all, shown] = [graph.nodes.length, picture.scene.view.items.length].map((count) => count.toLocaleString('en'));
    this.parts.views.notices.say(
      t('All {0} nodes at once would be too many to move about in: {1} are open. Open others one by one.', all!, shown!),
    );
  }

  collapseAll(): void {
    void this.setOpen(new Set(), null, true);
  }

  /** Opens these groups in addition to the open ones. */
  async open(groups: string[]): Promise<void> {
    await this.setOpen(new Set([...this.shown.picture.open, ...groups]), null, false);
  }

  async toggle(group: Group): Promise<void> {
    await this.setOpen(this.shown.picture.withToggled(group), group.id, false);
  }

  /** Takes the id of an item or a box. Opens its group if the group is closed, and closes it if it is open. */
  enter(id: string): void {
    const group = this.shown.graph?.groups.get(id.replace(/^(?:group|box):/, ''));
    if (group) void this.toggle(group);
  }

  /** Closes the group around the selection and selects it. */
  leave(): void {
    const group = this.selection.around();
    if (!group) return;
    this.shown.settings.selected = groupItemId(group);
    void this.toggle(group).then(() => this.parts.views.graph.reveal(groupItemId(group), false));
  }

  private async setOpen(open: Set<string>, keep: string | null, fit: boolean): Promise<void> {
    const { picture, settings, state, store } = this.shown;
    picture.open = open;
    settings.open[state.file] = [...open];
    store();
    await this.drawing.layout(keep, true);
    if (fit) this.parts.views.graph.fit(true);
  }
}
