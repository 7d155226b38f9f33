import type { PanelApi, PanelHostApi, PanelState } from '../src/protocol/panelApi.js';
import type { Remote } from '../src/protocol/rpc.js';
import type { Pass, Range } from '../src/protocol/trace.js';
import { Player } from './backward/player.js';
import type { Step } from './backward/steps.js';
import { breadcrumbs } from './breadcrumbs.js';
import { Controls } from './controls.js';
import { h, inNextFrame } from './dom.js';
import { exportName, type Export } from './exports/index.js';
import { cone, type Jump } from './find/query.js';
import { SearchBox } from './find/searchBox.js';
import { Finding } from './finding.js';
import { countText } from './format.js';
import { titleOf, type Role } from './graph/card.js';
import { GraphView } from './graph/graphView.js';
import { Legend } from './graph/legend.js';
import { measures, type Measure } from './graph/measure.js';
import { Minimap } from './graph/minimap.js';
import { neighbour, type Arrow } from './graph/navigate.js';
import { measureFonts } from './graph/renderers/renderer.js';
import { Inspector } from './inspector/inspector.js';
import { keyAction, type KeyAction } from './keyboard.js';
import { openMenu } from './menu.js';
import type { PassGraph } from './model/graph.js';
import type { Group } from './model/groups.js';
import { groupItemId } from './model/view.js';
import { Notices } from './notices.js';
import { Outline, spokenName } from './outline.js';
import { menuSections } from './panelMenu.js';
import { mostToExpand, Picture, type PictureOptions } from './picture.js';
import { readSettings, type Settings } from './settings.js';
import { panelSnapshot, type PanelSnapshot } from './snapshot.js';
import { makeStage } from './stage.js';
import { StatusView } from './statusView.js';
import { onThemeChange, readTheme, type Theme } from './theme.js';
import { changeMeasure, compare, type Comparison } from './timeline/compare.js';
import { Timeline } from './timeline/timeline.js';
import type { Host } from './vscodePort.js';

const ignore = () => undefined;

/** Holds what the panel shows and carries every change to the parts that show it. */
export class Panel {
  readonly api: PanelApi;
  private shown: PanelState = { file: '', status: 'empty', run: null, stale: false };
  private readonly settings: Settings;
  private theme: Theme;
  private position = 0;
  private readonly picture = new Picture(document.body.dataset['layoutWorker']);
  private comparison: Comparison | null = null;
  private base: PassGraph | null = null;
  private readonly view: GraphView;
  private readonly minimap: Minimap;
  private readonly finding: Finding;
  private readonly inspector: Inspector;
  private readonly timeline: Timeline;
  private readonly controls: Controls;
  private readonly status: StatusView;
  private readonly search: SearchBox;
  private readonly player: Player;
  private readonly outline: Outline;
  private readonly legend = new Legend();
  private readonly notices: Notices;
  private readonly spoken = h('div', { class: 'only-spoken', role: 'status', 'aria-live': 'polite' });
  private readonly stage = makeStage();
  private readonly storeSoon = inNextFrame(() => this.vscode.store({ ...this.settings, model: document.body.dataset['model'] }));

  constructor(
    root: HTMLElement,
    private readonly host: Remote<PanelHostApi>,
    private readonly vscode: Pick<Host, 'store' | 'stored'>,
  ) {
    this.settings = readSettings(vscode.stored());
    this.theme = readTheme();
    measureFonts(this.theme);
    const runs = { run: (mode: 'forward' | 'backward') => void host.run(mode).catch(ignore), stop: () => void host.stop().catch(ignore) };
    this.inspector = new Inspector({
      reveal: (range) => this.reveal(range),
      select: (index) => this.select(this.graph!.nodes[index]!.key, false),
      tensor: (pass, node, which) => host.tensor(pass, node, which),
      copy: (text) => void host.copy(text).catch(ignore),
      close: () => this.select(null, false),
      cone: (index, direction) => this.focusCone(cone(this.graph!, index, direction)),
    });
    this.status = new StatusView({ ...runs, reveal: (range) => this.reveal(range) });
    this.timeline = new Timeline(
      { choose: (position) => this.choosePass(position), compare: () => this.toggleComparison(), replay: () => this.toggleReplay() },
      this.theme,
    );
    this.search = new SearchBox({
      graph: () => this.graph,
      found: (nodes) => this.finding.setMatches(nodes),
      go: (node) => this.select(this.graph!.nodes[node]!.key, true),
      jump: (jump) => this.jump(jump),
    });
    this.player = new Player({ step: (step, unknown) => this.showStep(step, unknown), closed: () => this.stage.element.focus() });
    this.outline = new Outline({
      select: (id) => this.select(id, false),
      toggle: (group) => void this.toggle(group),
      activate: (id) => this.pick(id),
    });
    this.controls = new Controls(
      {
        ...runs,
        zoom: (factor) => this.view.zoomBy(factor),
        fit: () => this.view.fit(),
        expandAll: () => this.expandAll(),
        collapseAll: () => void this.setOpen(new Set(), null, true),
        menu: (anchor) =>
          openMenu(
            anchor,
            menuSections(
              this.settings,
              this.graph,
              (change) => this.change(change),
              (jump) => this.jump(jump),
              (one) => void this.export(one),
            ),
          ),
        change: (change) => this.change(change),
      },
      this.settings,
    );
    this.controls.searchSlot.append(this.search.element);
    this.notices = new Notices({
      endCone: () => this.focusCone(null),
      endComparison: () => this.toggleComparison(),
      showAll: () => this.change({ showAll: true }),
    });
    const work = h('div', { class: 'work' }, this.outline.element, this.stage.element, this.inspector.element);
    root.append(h('div', { class: 'panel' }, this.controls.element, this.status.banner, work, this.timeline.element, this.spoken));
    this.view = new GraphView(this.stage.graph, this.theme, {
      pick: (id) => this.pick(id),
      enter: (id) => this.enter(id),
      moved: () => this.minimap.draw(),
    });
    this.minimap = new Minimap(this.view, this.theme);
    this.finding = new Finding(this.picture, this.view);
    this.stage.fill({
      chips: this.notices.chips,
      notes: this.notices.notes,
      legend: this.legend.element,
      minimap: this.minimap.element,
      player: this.player.element,
      placard: this.status.placard,
    });
    this.inspector.element.hidden = true;
    new ResizeObserver(() => {
      this.view.cy.resize();
      this.minimap.draw();
    }).observe(this.stage.element);
    onThemeChange(() => this.restyle());
    root.addEventListener('keydown', (event) => this.key(event));
    this.api = {
      show: (state) => this.show(state),
      update: (state) => this.show({ ...state, run: this.shown.run }),
      progress: (progress) => this.status.progress(progress),
      highlight: (file, start, end) => this.highlight(file, start, end),
      select: (key) => this.select(key, true),
      showPass: (index) => this.goToPassOf(index),
    };
    this.reflectSettings();
    this.showStatus();
    this.timeline.show(null, 0);
  }

  // What the host says.

  private show(state: PanelState): void {
    const isNew = state.run !== this.shown.run;
    this.shown = state;
    if (isNew || !state.run) {
      this.endComparison();
      this.player.close();
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
      if (source && sameFile(source.file, file) && source.line <= end && source.endLine >= start) lit.add(this.picture.itemIdOf(i));
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
    if (pass) void this.host.choosePass(pass.index).catch(ignore);
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

  private get graph(): PassGraph | null {
    return this.picture.graph;
  }

  private options(): PictureOptions {
    const { showAll, direction, open } = this.settings;
    return { showAll, direction, withGrad: this.withGrad(), stored: open[this.shown.file], zoomFor: (bounds) => this.view.zoomFor(bounds) };
  }

  /** Shows the pass; lays out anew only when its structure differs from what is on the screen. */
  private async showPass(): Promise<void> {
    const pass = this.pass();
    if (!pass) {
      this.picture.clear();
      this.view.clear();
      this.minimap.show(null, this.theme);
      this.outline.show(null, this.picture.open, null);
      return this.showNumbers();
    }
    const differs = this.picture.take(pass, this.options());
    this.finding.cone = null;
    if (this.base) this.comparison = compare(this.base, this.graph!);
    if (differs === 'numbers') this.showNumbers();
    else {
      await this.layout(null, differs === 'structure');
      if (differs === 'model') this.view.fit(true);
    }
    // A replay goes on in the pass that was scrubbed to.
    if (this.player.isOpen && this.graph) this.player.open(this.graph);
  }

  private async layout(keep: string | null, animate: boolean): Promise<void> {
    const scene = await this.picture.layout(this.options());
    if (!scene || !this.graph) return;
    this.view.show(this.graph, scene, keep, animate);
    this.minimap.show(scene, this.theme);
    this.outline.show(this.graph, this.picture.open, this.settings.selected);
    this.showStatus();
    this.showNumbers();
  }

  /** Numbers, colours and marks in the same picture. */
  private showNumbers(): void {
    const { graph, scene } = this.picture;
    if (graph && !scene) return;
    const measure = this.measure();
    const scale = graph && scene ? this.view.update(graph, measure, this.withGrad()) : null;
    this.legend.show(
      this.theme,
      new Set<Role>(scene && graph ? scene.cards.map(({ role }) => role) : []),
      scale,
      measure.id === 'kind' ? null : measure.name,
    );
    this.view.mark('changed', new Set(this.comparison?.came ?? []));
    this.search.again();
    this.finding.show();
    this.outline.refresh(graph);
    this.showSelection();
    this.showNotices();
  }

  private measure(): Measure {
    if (this.comparison) return changeMeasure(this.comparison);
    return measures.find(({ id }) => id === this.settings.measure) ?? measures[0]!;
  }

  // Modules.

  private async setOpen(open: Set<string>, keep: string | null, fit: boolean): Promise<void> {
    this.picture.open = open;
    this.settings.open[this.shown.file] = [...open];
    this.storeSoon();
    await this.layout(keep, true);
    if (fit) this.view.fit(true);
  }

  /** As much as can still be moved about in; the rest is opened module by module. */
  private expandAll(): void {
    const { graph } = this;
    if (!graph) return;
    const open = this.picture.everythingOpen();
    if (open.size < graph.groups.size)
      this.notices.say(
        `All ${countText(graph.nodes.length, 'node')} at once would be too many: opened as far as ${mostToExpand.toLocaleString('en')} allow.`,
      );
    void this.setOpen(open, null, true);
  }

  private async toggle(group: Group): Promise<void> {
    await this.setOpen(this.picture.withToggled(group), group.id, false);
  }

  private enter(id: string): void {
    const group = this.graph?.groups.get(id.replace(/^(?:group|box):/, ''));
    if (group) void this.toggle(group);
  }

  /** Selects what a breadcrumb names and shows it as a whole. */
  private goToGroup(group: Group): void {
    if (group.kind === 'root') return this.view.fit();
    this.select(groupItemId(group), false);
    this.view.frame(group.id);
  }

  // The selection.

  private pick(id: string | null): void {
    this.select(id, false);
    const { node } = this.picture.lookUp(id);
    const source = node === undefined ? null : this.graph!.nodes[node]!.source;
    if (source) this.reveal(source);
  }

  /** Selects a node by its key or a group by its item's id. A node inside a closed group is brought out. */
  private select(id: string | null, centre: boolean): void {
    this.settings.selected = id;
    this.storeSoon();
    this.showSelection();
    if (id === null || !this.graph) return;
    const { node } = this.picture.lookUp(id);
    const hiddenIn = node === undefined ? [] : this.picture.hiding(node);
    if (hiddenIn.length === 0) return this.view.reveal(id, centre);
    void this.setOpen(new Set([...this.picture.open, ...hiddenIn]), null, false).then(() => this.view.reveal(id, true));
  }

  private showSelection(): void {
    const { graph } = this;
    const id = this.settings.selected;
    const { node, group } = this.picture.lookUp(id);
    this.view.mark('selected', new Set(id === null ? [] : [node === undefined ? id : this.picture.itemIdOf(node)]));
    this.view.markEdges('lit', (from, to) => id !== null && (from === id || to === id));
    this.outline.select(id);
    if (graph && node !== undefined) this.inspector.showNode(graph, node, this.theme);
    else if (graph && group) this.inspector.showGroup(graph, group);
    else this.inspector.clear();
    const around = graph && node !== undefined ? graph.groupOf[node]! : (group ?? null);
    this.stage.crumbs.replaceChildren(
      ...breadcrumbs(around, graph && node !== undefined ? titleOf(graph.nodes[node]!) : null, (step) => this.goToGroup(step)),
    );
    this.spoken.textContent = graph && node !== undefined ? spokenName(graph, node) : group ? `module ${group.name}` : '';
    const shown = node !== undefined || group !== undefined;
    if (this.inspector.element.hidden === shown) {
      this.inspector.element.hidden = !shown;
      this.view.cy.resize();
    }
  }

  private reveal(range: Range): void {
    void this.host.reveal(range).catch(ignore);
  }

  // Finding.

  private focusCone(nodes: ReadonlySet<number> | null): void {
    this.finding.cone = nodes;
    this.finding.show();
    this.showNotices();
  }

  private jump(jump: Jump): void {
    const next = this.finding.next(jump, this.settings.selected);
    if (next === undefined) this.notices.say(jump.none);
    else this.select(this.graph!.nodes[next]!.key, true);
  }

  private showNotices(): void {
    const { cone } = this.finding;
    const focused = cone && { size: cone.size, of: this.graph?.nodes.length ?? 0 };
    this.notices.show(focused, this.comparison, this.graph?.hidden ?? 0);
  }

  // Comparing and replaying.

  private toggleComparison(): void {
    if (this.base) this.endComparison();
    else {
      this.base = this.graph;
      this.comparison = this.base && this.graph ? compare(this.base, this.graph) : null;
    }
    this.timeline.setComparing(this.base?.pass.index ?? null);
    this.showNumbers();
  }

  private endComparison(): void {
    this.base = null;
    this.comparison = null;
    this.timeline.setComparing(null);
  }

  private toggleReplay(): void {
    if (this.player.isOpen) return this.player.close();
    if (!this.graph) return;
    if (this.graph.pass.backward_order.length === 0) return this.notices.say('This pass had no backward(): Run Backward brings one.');
    this.player.start(this.graph);
  }

  private showStep(step: Step | null, unknown: ReadonlySet<number>): void {
    const item = step ? this.picture.itemIdOf(step.node) : null;
    const into = new Set(step?.into.map((i) => this.picture.itemIdOf(i)) ?? []);
    this.view.hideGrads(unknown);
    this.view.mark('playing', new Set(item === null ? [] : [item]));
    this.view.markEdges('grad', (from, to) => to === item && into.has(from));
    if (!step || !this.graph || item === null) return;
    this.view.reveal(item, false, this.player.element.offsetHeight + 16);
    const { source } = this.graph.nodes[step.node]!;
    if (source) this.reveal(source);
  }

  // Ways out.

  private async export(one: Export): Promise<void> {
    const { graph, scene } = this.picture;
    const run = this.shown.run;
    if (!graph || !scene || !run) return this.notices.say('There is no graph to export yet.');
    try {
      const content = await one.make({
        run,
        graph,
        scene,
        theme: this.theme,
        fills: this.view.fills,
        withGrad: this.withGrad(),
        direction: this.settings.direction,
      });
      await this.host.save(exportName(run.file, one), content, one.encoding);
    } catch (error) {
      this.notices.say(error instanceof Error ? error.message : String(error));
    }
  }

  // Keys, settings and theme.

  private key(event: KeyboardEvent): void {
    const action = keyAction(event, this.player.isOpen);
    if (!action) return;
    event.preventDefault();
    this.act(action);
  }

  private act(action: KeyAction): void {
    const { selected } = this.settings;
    const { group } = this.picture.lookUp(selected);
    switch (action.do) {
      case 'move':
        return this.move(action.key);
      case 'zoom':
        return this.view.zoomBy(action.factor);
      case 'fit':
        return this.view.fit();
      case 'search':
        return this.search.focus();
      case 'pass':
        return this.timeline.step(action.by);
      case 'replay':
        return this.toggleReplay();
      case 'step':
        return this.player.move(action.by);
      case 'play':
        return this.player.togglePlay();
      case 'outline':
        this.change({ outline: true });
        return this.outline.select(selected, true);
      case 'activate':
        return group ? void this.toggle(group) : this.pick(selected);
      case 'leave':
        return this.leave();
      case 'cancel':
        if (this.player.isOpen) return this.player.close();
        if (this.finding.cone) return this.focusCone(null);
        return this.select(null, false);
    }
  }

  private move(key: Arrow): void {
    const { scene } = this.picture;
    if (!scene || scene.view.items.length === 0) return;
    const at = scene.view.items.findIndex(({ id }) => id === this.settings.selected);
    const next = at < 0 ? 0 : neighbour(scene, at, key);
    if (next >= 0) this.select(scene.view.items[next]!.id, false);
  }

  /** Closes the group around the selection and selects it. */
  private leave(): void {
    const selected = this.picture.lookUp(this.settings.selected);
    const group = selected.node === undefined ? selected.group?.parent : this.graph!.groupOf[selected.node];
    if (!group || group.kind === 'root') return;
    this.settings.selected = groupItemId(group);
    void this.toggle(group).then(() => this.view.reveal(groupItemId(group), false));
  }

  private change(change: Partial<Settings>): void {
    const before = { ...this.settings };
    Object.assign(this.settings, change);
    this.storeSoon();
    this.reflectSettings();
    if (this.settings.direction !== before.direction) void this.layout(null, false).then(() => this.view.fit(true));
    if (this.settings.showAll !== before.showAll) void this.showPass();
    if (this.settings.shapes !== before.shapes) this.view.restyle(this.theme, this.settings.shapes);
    if (this.settings.measure !== before.measure) this.showNumbers();
  }

  private reflectSettings(): void {
    this.controls.reflect(this.settings);
    this.outline.element.classList.toggle('only-spoken', !this.settings.outline);
    this.minimap.enabled = this.settings.minimap;
    this.minimap.draw();
  }

  private restyle(): void {
    this.theme = readTheme();
    this.view.restyle(this.theme, this.settings.shapes);
    this.timeline.restyle(this.theme);
    this.minimap.show(this.picture.scene, this.theme);
    this.showNumbers();
  }

  state(): PanelSnapshot {
    const { shown, settings, view } = this;
    const { graph, scene, open, layoutMs } = this.picture;
    return panelSnapshot({
      shown,
      settings,
      pass: this.pass(),
      graph,
      scene,
      open,
      view,
      layoutMs,
      step: this.player.step,
      comparing: this.base?.pass.index ?? null,
    });
  }
}

/** Paths of one file may be given relative or absolute. */
const sameFile = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
