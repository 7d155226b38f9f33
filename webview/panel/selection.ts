import type { Range } from '../../src/protocol/trace.js';
import type { Jump } from '../find/query.js';
import { neighbour, type Arrow } from '../graph/navigate.js';
import { ancestors, type Group } from '../../src/graph/groups.js';
import { groupItemId } from '../../src/graph/view.js';
import type { Parts } from './parts.js';
import type { Shown } from './shown.js';

interface SelectionEvents {
  /** Opens closed groups to show the nodes inside. */
  open(groups: string[]): Promise<void>;
  reveal(range: Range): void;
  goTo(range: Range): void;
}

/** The selected node or module. All parts that show the selection follow it. */
export class Selection {
  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
    private readonly events: SelectionEvents,
  ) {}

  get id(): string | null {
    return this.shown.settings.selected;
  }

  /** Selects the clicked item and shows its line. */
  pick(id: string | null): void {
    this.select(id, false, true);
    const source = this.sourceOf(id);
    if (source) this.events.reveal(source);
  }

  /** Selects an item and moves the keyboard to its line in the source. */
  goTo(id: string | null): void {
    this.select(id, false);
    const source = this.sourceOf(id);
    if (source) this.events.goTo(source);
  }

  /**
   * Selects a node by its key, or a group by its item's id. A closed group around the node is opened. A `clicked` item
   * stays in its place for a moment.
   */
  select(id: string | null, centre: boolean, clicked = false): void {
    const { settings, graph, picture } = this.shown;
    const named = picture.lookUp(id).node;
    settings.selected = id = named === undefined ? id : picture.nameOf(named);
    this.shown.store();
    this.show();
    if (id === null || !graph) return;
    const hiddenIn = named === undefined ? [] : picture.hiding(named);
    const view = this.parts.views.graph;
    if (hiddenIn.length === 0) return clicked ? view.revealSoon(id) : view.reveal(id, centre);
    void this.events.open(hiddenIn).then(() => view.reveal(id, true));
  }

  /** Brings the selection into view, if it is out of view. */
  reveal(): void {
    const { node } = this.shown.picture.lookUp(this.id);
    if (this.id !== null) this.parts.views.graph.reveal(node === undefined ? this.id : this.shown.picture.itemIdOf(node), false);
  }

  selectNode(index: number, centre: boolean): void {
    this.select(this.shown.picture.nameOf(index), centre);
  }

  /** Selects the next node of a jump. */
  jump(jump: Jump): void {
    const next = this.parts.views.finding.next(jump, this.id);
    if (next === undefined) this.parts.views.notices.say(jump.none);
    else this.selectNode(next, true);
  }

  /** Moves along an edge or to a neighbour. From an open module, moves to the first item in it. */
  move(key: Arrow): void {
    const { picture, graph } = this.shown;
    const { scene } = picture;
    if (!scene || !graph || scene.view.items.length === 0) return;
    const { items } = scene.view;
    const at = items.findIndex(({ id }) => id === this.id);
    const { group } = picture.lookUp(this.id);
    const inside = group ? items.findIndex((item) => ancestors(item.group?.parent ?? graph.groupOf[item.node]!).includes(group)) : -1;
    const next = at >= 0 ? neighbour(scene, at, key) : Math.max(0, inside);
    if (next >= 0) this.select(items[next]!.id, false);
  }

  /** The group around the selection. Null for the whole graph. */
  around(): Group | null {
    const { node, group } = this.shown.picture.lookUp(this.id);
    const around = node === undefined ? group?.parent : this.shown.graph!.groupOf[node];
    return around && around.kind !== 'root' ? around : null;
  }

  /** Selects the group of a breadcrumb and shows the whole group. */
  goToGroup(group: Group): void {
    if (group.kind === 'root') return this.parts.views.graph.fit();
    this.select(groupItemId(group), false);
    this.parts.views.graph.frame(group.id);
  }

  private sourceOf(id: string | null): Range | null {
    const { node } = this.shown.picture.lookUp(id);
    return node === undefined ? null : this.shown.graph!.nodes[node]!.source;
  }

  private show(): void {
    const { graph, inspector } = this.parts.views;
    const wasOpen = inspector.isOpen;
    this.parts.update({ selection: true });
    if (inspector.isOpen !== wasOpen) graph.cy.resize();
  }
}
