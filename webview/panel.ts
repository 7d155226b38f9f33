import { t } from '../src/protocol/l10n.js';
import type { PanelApi, PanelHostApi, PanelState } from '../src/protocol/panelApi.js';
import type { Remote } from '../src/protocol/rpc.js';
import type { Range, RunMode } from '../src/protocol/trace.js';
import { canvasRuler } from './graph/fonts.js';
import { exportName, type Export } from './exports/index.js';
import { pngFrom, type SizedSvg } from './exports/png.js';
import { cone } from '../src/graph/passGraph.js';
import { onThemeChange, readTheme } from './theme.js';
import { keyAction, type KeyAction } from './keyboard.js';
import { openMenu } from './menu.js';
import { Drawing } from './panel/drawing.js';
import { Parts } from './panel/parts.js';
import { Passes } from './panel/passes.js';
import { Replay } from './panel/replay.js';
import { Selection } from './panel/selection.js';
import { Shown } from './panel/shown.js';
import { Structure } from './panel/structure.js';
import { takeFocus } from './panel/takeFocus.js';
import type { ViewEvents } from './panel/views.js';
import { menuSections } from './panelMenu.js';
import type { Settings } from './settings.js';
import { panelSnapshot, type PanelSnapshot } from './snapshot.js';
import type { Host } from './vscodePort.js';

const ignore = () => undefined;

/** Connects the requests of the user and of the host with the parts that do the work. */
export class Panel {
  readonly api: PanelApi;
  private readonly shown: Shown;
  private readonly parts: Parts;
  private readonly drawing: Drawing;
  private readonly selection: Selection;
  private readonly structure: Structure;
  private readonly passes: Passes;
  private readonly replay: Replay;
  private readonly reveal = (range: Range) => void this.host.reveal(range).catch(ignore);
  private readonly goTo = (range: Range) => void this.host.goTo(range).catch(ignore);

  constructor(
    root: HTMLElement,
    private readonly host: Remote<PanelHostApi>,
    vscode: Pick<Host, 'store' | 'stored'>,
  ) {
    const shown = (this.shown = new Shown(vscode));
    const parts = (this.parts = new Parts(root, shown, this.events()));
    this.selection = new Selection(shown, parts, { open: (groups) => this.structure.open(groups), reveal: this.reveal, goTo: this.goTo });
    this.drawing = new Drawing(shown, parts);
    this.structure = new Structure(shown, parts, this.drawing, this.selection);
    this.passes = new Passes(shown, parts, this.drawing, {
      fetch: (positions) => host.passes(positions),
      change: (change) => this.change(change),
      shown: () => this.selection.reveal(),
      chosen: (index) => void host.choosePass(index).catch(ignore),
    });
    this.replay = new Replay(shown, parts, this.reveal);
    onThemeChange(() => this.restyle());
    takeFocus(root, parts.frame.stage);
    root.addEventListener('keydown', (event) => {
      const action = keyAction(event, parts.views.player.isOpen);
      if (!action) return;
      event.preventDefault();
      // Else VS Code would take the key too: Ctrl+F would search the text of the model.
      event.stopPropagation();
      this.act(action);
    });
    this.api = {
      show: (state) => this.take(state),
      update: (state) => this.take({ ...shown.state, problem: undefined, ...state }),
      progress: (progress) => {
        if (shown.state.status !== 'running') return;
        parts.views.status.progress(progress);
        parts.views.timeline.grow(progress);
      },
      highlight: (file, start, end) => parts.views.finding.highlight(file, start, end),
      select: (key) => this.selection.select(key, true),
      showPass: (index) => this.passes.goToIndex(index),
      showKnobs: () => {
        this.change({ knobs: true });
        parts.views.knobs.focus();
      },
      moved: (moved) => {
        shown.moved = moved;
        parts.update({ knobs: true });
      },
    };
    parts.update({ settings: true, pass: true });
    this.drawing.status();
  }

  /** The events that the parts report. They report nothing before all parts exist. */
  private events(): ViewEvents {
    const { host } = this;
    // A click on a link shows the line in the editor and leaves the focus here; the keyboard moves the focus there. In
    // an exported page, both open the source.
    const isPage = 'standalone' in document.body.dataset;
    const reveal = (range: Range, event: MouseEvent) => (isPage || event.detail === 0 ? this.goTo(range) : this.reveal(range));
    const runs = { run: (mode: RunMode) => void host.run(mode).catch(ignore), stop: () => void host.stop().catch(ignore) };
    const graph = () => this.shown.graph;
    const operations = () => this.shown.state.run?.operations;
    const change = (settings: Partial<Settings>) => this.change(settings);
    return {
      controls: {
        ...runs,
        zoom: (factor) => this.parts.views.graph.zoomBy(factor),
        fit: () => this.parts.views.graph.fit(),
        expandAll: () => void this.structure.expandAll(),
        collapseAll: () => this.structure.collapseAll(),
        menu: (anchor) => this.openMenu(anchor),
        change,
      },
      status: { ...runs, reveal },
      graph: { pick: (id) => this.selection.pick(id), enter: (id) => this.structure.enter(id) },
      breadcrumbs: { go: (group) => this.selection.goToGroup(group) },
      outline: {
        select: (id) => this.selection.select(id, false),
        toggle: (group) => void this.structure.toggle(group),
        activate: (id) => this.selection.goTo(id),
      },
      inspector: {
        error: () => this.shown.failure,
        operations,
        base: () => this.shown.base,
        width: () => this.shown.settings.inspectorWidth,
        resized: (inspectorWidth) => change({ inspectorWidth }),
        reveal,
        select: (index) => this.selection.selectNode(index, false),
        tensor: (pass, node, which) => host.tensor(pass, node, which),
        field: (request) => host.field(request),
        explain: (pass, node, which, entry) => host.explain(pass, node, which, [...entry]),
        copy: (text) => void host.copy(text).catch(ignore),
        moveEntry: (pass, node, index, value) => void host.moveEntry(pass, node, index, value).catch(ignore),
        endMoves: (how) => void host.endMoves(how).catch(ignore),
        close: () => this.selection.select(null, false),
        cone: (index, direction) => this.focusCone(cone(graph()!, index, direction)),
      },
      knobs: {
        move: (place, value) => void host.moveNumber(place, value).catch(ignore),
        end: (how) => void host.endMoves(how).catch(ignore),
        reveal,
        close: () => change({ knobs: false }),
      },
      costs: { select: (index) => this.selection.selectNode(index, true), close: () => change({ costs: false }) },
      health: { select: (index) => this.selection.selectNode(index, true), reveal, close: () => change({ health: false }) },
      search: {
        graph,
        sourceText: (range) => this.shown.sourceText(range),
        found: (nodes) => this.parts.views.finding.setMatches(nodes),
        go: (node) => this.selection.selectNode(node, true),
        jump: (jump) => this.selection.jump(jump),
      },
      notices: {
        endCone: () => this.focusCone(null),
        endComparison: () => this.passes.toggleComparison(),
        showAll: () => change({ showAll: true }),
      },
      timeline: {
        choose: (position) => this.passes.choose(position),
        compare: () => this.passes.toggleComparison(),
        replay: () => this.replay.toggle(),
        change,
      },
      plots: {
        fetch: (positions) => host.figures(positions),
        close: () => {
          change({ plots: false });
          this.parts.frame.stage.focus();
        },
        save: (figure, picture, format) => void this.savePlot(figure.name, picture, format),
      },
      player: {
        operations,
        step: (step, unknown) => this.replay.show(step, unknown),
        closed: () => this.parts.frame.stage.focus(),
      },
    };
  }

  private take(state: PanelState): void {
    this.passes.take(state);
    if (!this.shown.moved) this.readKnobs();
  }

  /** Reads the numbers of the source. They may differ for each run and for each model. */
  private readKnobs(): void {
    const { shown } = this;
    if (!shown.settings.knobs) return;
    const { model } = shown.state;
    void this.host.numbers().then((numbers) => {
      if (model !== shown.state.model || JSON.stringify(numbers) === JSON.stringify(shown.knobs)) return;
      shown.knobs = numbers;
      this.parts.update({ knobs: true });
    }, ignore);
  }

  private openMenu(anchor: HTMLElement): void {
    const { settings, graph } = this.shown;
    const sections = menuSections(
      settings,
      graph,
      (change) => this.change(change),
      (jump) => this.selection.jump(jump),
      (one) => void this.export(one),
    );
    openMenu(anchor, sections);
  }

  private act(action: KeyAction): void {
    const { parts, selection, structure } = this;
    switch (action.do) {
      case 'move':
        return selection.move(action.key);
      case 'zoom':
        return parts.views.graph.zoomBy(action.factor);
      case 'fit':
        return parts.views.graph.fit();
      case 'search':
        return parts.views.search.focus();
      case 'pass':
        return parts.views.timeline.step(action.by);
      case 'replay':
        return this.replay.toggle();
      case 'step':
        return parts.views.player.move(action.by);
      case 'play':
        return parts.views.player.togglePlay();
      case 'outline':
        this.change({ outline: true });
        return parts.views.outline.select(selection.id, true);
      case 'knobs':
        if ('standalone' in document.body.dataset) return;
        return this.change({ knobs: !this.shown.settings.knobs });
      case 'activate': {
        const { group } = this.shown.picture.lookUp(selection.id);
        return group ? void structure.toggle(group) : selection.goTo(selection.id);
      }
      case 'leave':
        return structure.leave();
      case 'cancel':
        if (parts.views.player.isOpen) return parts.views.player.close();
        if (this.shown.moved) return void this.host.endMoves('drop').catch(ignore);
        if (this.shown.cone) return this.focusCone(null);
        return selection.select(null, false);
    }
  }

  private focusCone(nodes: ReadonlySet<number> | null): void {
    this.shown.cone = nodes;
    this.parts.update({ focus: true });
  }

  private async export(one: Export): Promise<void> {
    const { picture, state, theme, settings, withGrad } = this.shown;
    const { graph, scene } = picture;
    const { notices, graph: view } = this.parts.views;
    if (!graph || !scene || !state.run) return notices.say(t('There is no graph to export yet.'));
    try {
      const { direction } = settings;
      const trace = async () => (await this.host.trace()) ?? state.run!;
      const content = await one.make({
        file: state.run.file,
        trace,
        sources: state.sources,
        explain: ({ pass, node, which, entry }) => this.host.explain(pass, node, which, entry),
        graph,
        scene,
        theme,
        fills: view.fills,
        ruler: canvasRuler,
        withGrad,
        direction,
      });
      await this.host.save(exportName(state.run.file, one), content, one.encoding);
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  }

  private async savePlot(name: string, picture: SizedSvg, format: 'svg' | 'png'): Promise<void> {
    const content = format === 'svg' ? picture.svg : await pngFrom(picture);
    const base = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
    await this.host.save(`${base}.${format}`, content, format === 'svg' ? 'utf8' : 'base64').catch(ignore);
  }

  private change(change: Partial<Settings>): void {
    const { settings, store, theme } = this.shown;
    const before = { ...settings };
    Object.assign(settings, change);
    store();
    this.parts.update({ settings: true });
    if (settings.direction !== before.direction) void this.drawing.layout(null, false).then(() => this.parts.views.graph.fit(true));
    if (settings.showAll !== before.showAll) void this.passes.show();
    if (settings.shapes !== before.shapes) this.parts.views.graph.restyle(theme, this.shown);
    if (settings.knobs && !before.knobs) this.readKnobs();
    if (settings.measure !== before.measure) this.drawing.numbers();
  }

  private restyle(): void {
    const { shown, parts } = this;
    shown.theme = readTheme();
    parts.restyle(shown.theme);
    this.drawing.numbers();
  }

  /** Called when the page is closed. */
  dispose(): void {
    this.parts.dispose();
  }

  state(): PanelSnapshot {
    return panelSnapshot(this.shown, this.parts.views.graph, this.parts.views.player.step, this.parts.views.plots.count);
  }
}
