import type { PanelApi, PanelHostApi, PanelState } from '../src/protocol/panelApi.js';
import type { Remote } from '../src/protocol/rpc.js';
import type { Pass, Range } from '../src/protocol/trace.js';
import { Controls } from './controls.js';
import { h } from './dom.js';
import { GraphView } from './graph/graphView.js';
import { LayoutCancelled, LayoutClient } from './graph/layout/client.js';
import { layout } from './graph/layout/layout.js';
import { measures } from './graph/measure.js';
import { measureFonts } from './graph/renderers/renderer.js';
import { boundsOf, requestFor, type Scene } from './graph/scene.js';
import { Inspector } from './inspector/inspector.js';
import { buildGraph, type PassGraph } from './model/graph.js';
import type { Group } from './model/groups.js';
import { groupItemId, openToFit, opensFor, viewOf } from './model/view.js';
import { readSettings, type Settings } from './settings.js';
import { panelSnapshot, type PanelSnapshot } from './snapshot.js';
import { StatusView } from './statusView.js';
import { onThemeChange, readTheme, type Theme } from './theme.js';
import { Timeline } from './timeline/timeline.js';
import type { Host } from './vscodePort.js';

/** Beyond so many items, nothing can be read at once in any panel. */
const mostToTry = 150;
/** Numbers on nodes can still be read at this zoom. */
const readableZoom = 0.55;

/** Holds what the panel shows and carries every change to the parts that show it. */
export class Panel {
  readonly api: PanelApi;
  private shown: PanelState = { file: '', status: 'empty', run: null, stale: false };
  private readonly settings: Settings;
  private theme: Theme;
  private position = 0;
  private graph: PassGraph | null = null;
  private scene: Scene | null = null;
  private structure = '';
  private open = new Set<string>();
  private readonly layouts: LayoutClient;
  private readonly view: GraphView;
  private readonly inspector: Inspector;
  private readonly timeline: Timeline;
  private readonly controls: Controls;
  private readonly status: StatusView;
  private readonly stage = h('div', {
    class: 'stage',
    'data-testid': 'graph',
    tabindex: '0',
    role: 'application',
    'aria-label': 'Computation graph',
  });
  private readonly work: HTMLElement;

  constructor(
    root: HTMLElement,
    private readonly host: Remote<PanelHostApi>,
    private readonly vscode: Pick<Host, 'store' | 'stored'>,
  ) {
    this.settings = readSettings(vscode.stored());
    this.theme = readTheme();
    measureFonts(this.theme);
    this.layouts = new LayoutClient(document.body.dataset['layoutWorker']);
    this.inspector = new Inspector({
      reveal: (range) => this.reveal(range),
      select: (index) => this.select(this.graph!.nodes[index]!.key, false),
      tensor: (pass, node, which) => host.tensor(pass, node, which),
      copy: (text) => void host.copy(text).catch(() => undefined),
      close: () => this.select(null, false),
      cone: () => undefined,
    });
    this.status = new StatusView({
      run: (mode) => void host.run(mode).catch(() => undefined),
      stop: () => void host.stop().catch(() => undefined),
      reveal: (range) => this.reveal(range),
    });
    this.timeline = new Timeline({ choose: (position) => this.choosePass(position) }, this.theme);
    this.controls = new Controls(
      {
        run: (mode) => void host.run(mode).catch(() => undefined),
        stop: () => void host.stop().catch(() => undefined),
        zoom: (factor) => this.view.zoomBy(factor),
        fit: () => this.view.fit(),
        expandAll: () => void this.setOpen(new Set(this.graph?.groups.keys() ?? []), null, true),
        collapseAll: () => void this.setOpen(new Set(), null, true),
        menu: () => undefined,
        change: (change) => this.change(change),
      },
      this.settings,
    );
    const graphElement = h('div', { class: 'graph', 'aria-hidden': 'true' });
    this.stage.append(graphElement, this.status.placard);
    this.work = h('div', { class: 'work' }, this.stage, this.inspector.element);
    root.append(h('div', { class: 'panel' }, this.controls.element, this.status.banner, this.work, this.timeline.element));
    this.view = new GraphView(graphElement, this.theme, {
      pick: (id) => this.pick(id),
      enter: (id) => this.enter(id),
      moved: () => undefined,
    });
    this.inspector.element.hidden = true;
    new ResizeObserver(() => this.view.cy.resize()).observe(this.stage);
    onThemeChange(() => this.restyle());
    this.api = {
      show: (state) => this.show(state),
      progress: (progress) => this.status.progress(progress),
      highlight: (file, start, end) => this.highlight(file, start, end),
      select: (key) => this.select(key, true),
      showPass: (index) => this.goToPassOf(index),
    };
    this.showStatus();
  }

  // What the host says.

  private show(state: PanelState): void {
    const isNew = state.run !== this.shown.run;
    this.shown = state;
    if (isNew || !state.run) {
      const passes = state.run?.passes ?? [];
      const wanted = passes.findIndex(({ index }) => index === this.settings.pass);
      this.position = wanted >= 0 ? wanted : this.startingPosition();
      void this.showPass();
    }
    this.showStatus();
    this.timeline.show(state.run, this.position);
  }

  private showStatus(): void {
    const { status } = this.shown;
    this.status.show(this.shown, (this.graph?.nodes.length ?? 0) > 0);
    this.controls.setRunning(status === 'running', status !== 'untrusted');
  }

  private highlight(file: string, start: number, end: number): void {
    const lit = new Set<string>();
    this.graph?.nodes.forEach(({ source }, i) => {
      if (source && sameFile(source.file, file) && source.line <= end && source.endLine >= start) lit.add(this.itemIdOf(i));
    });
    this.view.mark('lit', lit);
  }

  // Passes and structure.

  private pass(): Pass | null {
    return this.shown.run?.passes[this.position] ?? null;
  }

  private withGrad(): boolean {
    return this.shown.run?.passes.some(({ backward }) => backward) ?? false;
  }

  /** The last pass with gradients; what is computed after it is seldom what one came for. */
  private startingPosition(): number {
    const passes = this.shown.run?.passes ?? [];
    const last = passes.findLastIndex(({ backward }) => backward);
    return Math.max(0, last >= 0 ? last : passes.length - 1);
  }

  /** The pass that was chosen here: the editor's hovers are to speak of it too. */
  private choosePass(position: number): void {
    this.goToPass(position);
    const pass = this.pass();
    if (pass) void this.host.choosePass(pass.index).catch(() => undefined);
  }

  private goToPass(position: number): void {
    this.position = position;
    const pass = this.pass();
    if (!pass) return;
    this.change({ pass: position === this.startingPosition() ? null : pass.index });
    void this.showPass();
    this.timeline.show(this.shown.run, position);
  }

  private goToPassOf(index: number): void {
    const position = this.shown.run?.passes.findIndex((pass) => pass.index === index) ?? -1;
    if (position >= 0 && position !== this.position) this.goToPass(position);
  }

  /** Shows the pass; lays out anew only when its structure differs from what is on the screen. */
  private async showPass(): Promise<void> {
    const pass = this.pass();
    if (!pass) {
      this.graph = null;
      this.scene = null;
      this.structure = '';
      this.view.cy.elements().remove();
      this.showSelection();
      return;
    }
    const before = this.graph;
    this.graph = buildGraph(pass, this.settings.showAll);
    const structure = structureOf(this.graph, this.withGrad());
    if (structure === this.structure) return this.showNumbers();
    const isOtherModel = !before || this.structure === '' || !before.nodes.some(({ key }) => this.graph!.byKey.has(key));
    this.structure = structure;
    const stored = this.settings.open[this.shown.file];
    this.open = stored ? new Set(stored) : openToFit(this.graph, (open) => this.fits(open));
    await this.layout(null, !isOtherModel);
    if (isOtherModel) this.view.fit(true);
  }

  /** Whether the graph can be read as a whole with these groups open. */
  private fits(open: ReadonlySet<string>): boolean {
    const view = viewOf(this.graph!, open);
    if (view.items.length > mostToTry) return false;
    const { request } = requestFor(this.graph!, view, this.settings.direction, this.withGrad());
    return this.view.zoomFor(boundsOf(layout(request))) >= readableZoom;
  }

  private async layout(keep: string | null, animate: boolean): Promise<void> {
    const graph = this.graph;
    if (!graph) return;
    const view = viewOf(graph, this.open);
    const { request, cards } = requestFor(graph, view, this.settings.direction, this.withGrad());
    try {
      const result = await this.layouts.run(request);
      this.scene = { view, cards, result, direction: this.settings.direction, bounds: boundsOf(result) };
    } catch (error) {
      if (error instanceof LayoutCancelled) return;
      throw error;
    }
    this.view.show(graph, this.scene, keep, animate);
    this.showStatus();
    this.showNumbers();
  }

  private showNumbers(): void {
    if (!this.graph || !this.scene) return;
    const measure = measures.find(({ id }) => id === this.settings.measure) ?? measures[0]!;
    this.view.update(this.graph, measure, this.withGrad());
    this.showSelection();
  }

  private async setOpen(open: Set<string>, keep: string | null, fit: boolean): Promise<void> {
    this.open = open;
    this.settings.open[this.shown.file] = [...open];
    this.store();
    await this.layout(keep, true);
    if (fit) this.view.fit(true);
  }

  private async toggle(group: Group): Promise<void> {
    const open = new Set(this.open);
    if (!open.delete(group.id)) open.add(group.id);
    await this.setOpen(open, group.id, false);
  }

  // The selection.

  private pick(id: string | null): void {
    this.select(id, false);
    const node = id === null ? undefined : this.graph?.byKey.get(id);
    const source = node === undefined ? null : this.graph!.nodes[node]!.source;
    if (source) this.reveal(source);
  }

  private enter(id: string): void {
    const name = id.replace(/^(?:group|box):/, '');
    const group = this.graph?.groups.get(name);
    if (group) void this.toggle(group);
  }

  /** Selects a node by its key or a closed group by its item's id. A node inside a closed group is brought out. */
  private select(id: string | null, centre: boolean): void {
    this.settings.selected = id;
    this.store();
    this.showSelection();
    if (id === null || !this.graph) return;
    const node = this.graph.byKey.get(id);
    const hiddenIn = node === undefined ? [] : opensFor(this.graph.groupOf[node]!).filter((group) => !this.open.has(group));
    if (hiddenIn.length) void this.setOpen(new Set([...this.open, ...hiddenIn]), null, false).then(() => this.view.reveal(id, true));
    else this.view.reveal(id, centre);
  }

  private showSelection(): void {
    const { graph } = this;
    const id = this.settings.selected;
    const node = id === null ? undefined : graph?.byKey.get(id);
    const group = id?.startsWith('group:') ? graph?.groups.get(id.slice(6)) : undefined;
    this.view.mark('selected', new Set(id === null ? [] : [node === undefined ? id : this.itemIdOf(node)]));
    this.view.markEdges('lit', (from, to) => id !== null && (from === id || to === id));
    if (graph && node !== undefined) this.inspector.showNode(graph, node, this.theme);
    else if (graph && group) this.inspector.showGroup(graph, group);
    else this.inspector.clear();
    const shown = node !== undefined || group !== undefined;
    if (this.inspector.element.hidden === shown) {
      this.inspector.element.hidden = !shown;
      this.view.cy.resize();
    }
  }

  private itemIdOf(node: number): string {
    const item = this.scene?.view.items[this.scene.view.itemOf[node] ?? -1];
    return item?.group ? groupItemId(item.group) : this.graph!.nodes[node]!.key;
  }

  private reveal(range: Range): void {
    void this.host.reveal(range).catch(() => undefined);
  }

  // Settings and theme.

  private change(change: Partial<Settings>): void {
    const before = { ...this.settings };
    Object.assign(this.settings, change);
    this.store();
    this.controls.reflect(this.settings);
    if (this.settings.direction !== before.direction) void this.layout(null, false).then(() => this.view.fit());
    if (this.settings.showAll !== before.showAll) void this.showPass().then(() => this.view.fit());
    if (this.settings.shapes !== before.shapes) this.view.restyle(this.theme, this.settings.shapes);
    if (this.settings.measure !== before.measure) this.showNumbers();
  }

  private store(): void {
    this.vscode.store({ ...this.settings, model: document.body.dataset['model'] });
  }

  private restyle(): void {
    this.theme = readTheme();
    this.view.restyle(this.theme, this.settings.shapes);
    this.timeline.restyle(this.theme);
    this.showNumbers();
  }

  state(): PanelSnapshot {
    return panelSnapshot({
      shown: this.shown,
      settings: this.settings,
      pass: this.pass(),
      graph: this.graph,
      scene: this.scene,
      open: this.open,
      view: this.view,
      layoutMs: this.layouts.lastMs,
    });
  }
}

/** Paths of one file may be given relative or absolute. */
const sameFile = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);

/** Equal for passes that look the same but for their numbers. */
function structureOf(graph: PassGraph, withGrad: boolean): string {
  const nodes = graph.nodes.map(({ key, shape }) => `${key} ${shape.join('x')}`).join('|');
  return `${withGrad}${nodes}/${graph.links.map(({ from, to, input }) => `${from}-${to}-${input}`).join()}`;
}
