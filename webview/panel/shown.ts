import type { PanelState } from '../../src/protocol/panelApi.js';
import { errorDiagnostic } from '../../src/protocol/runError.js';
import { startingPosition } from '../../src/graph/run.js';
import type { MovedState, SourceNumber } from '../../src/protocol/numbers.js';
import type { Pass } from '../../src/protocol/trace.js';
import { inNextFrame } from '../dom.js';
import { measures, type Measure, changeMeasure } from '../graph/measure.js';
import type { Group } from '../../src/graph/groups.js';
import type { Comparison } from '../../src/graph/compare.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import type { Theme } from '../../src/present/theme.js';
import { measureFonts } from '../graph/fonts.js';
import { readTheme } from '../theme.js';
import { sourceTextOf, type SourceText } from '../find/sourceText.js';
import { Picture } from '../picture.js';
import { readSettings, type Settings } from '../settings.js';
import type { Host } from '../vscodePort.js';

/** What is shown and how: the host's state, the settings, the theme, the picture. The views do the showing. */
export class Shown {
  state: PanelState = {
    file: '',
    model: document.body.dataset['model'] ?? '',
    pinned: false,
    pass: null,
    status: 'empty',
    run: null,
    stale: false,
  };
  readonly settings: Settings;
  readonly picture = new Picture(document.body.dataset['layoutWorker']);
  theme: Theme = readTheme();
  /** The position of the current pass in the run. */
  position = 0;
  /** The pass with which others are compared. `comparison` tells how the current pass differs. */
  base: ModuleGraph | null = null;
  /** The numbers of the source. `moved` tells which numbers have moved. */
  knobs: readonly SourceNumber[] = [];
  moved: MovedState | null = null;
  comparison: Comparison | null = null;
  /** The nodes that a node depends on, or that depend on it. Null while the whole graph is in view. */
  cone: ReadonlySet<number> | null = null;
  private readonly selections = new Map<string, string | null>();
  /** Stores the settings. They survive hiding and reloading. */
  readonly store: () => void;

  /** Reads the source text of the run. */
  sourceText: SourceText = sourceTextOf();

  constructor(vscode: Pick<Host, 'store' | 'stored'>) {
    this.settings = readSettings(vscode.stored());
    this.store = inNextFrame(() => {
      const { selected } = this.settings;
      // A node's name in the picture may be an old key. The next panel knows only the current keys.
      const { node } = this.picture.lookUp(selected);
      const key = node === undefined ? selected : this.graph!.nodes[node]!.key;
      const { model, pinned } = this.state;
      vscode.store({ ...this.settings, selected: key, model, pinned });
    });
    measureFonts(this.theme);
  }

  /** Changes to another model. When a model comes back, its earlier selection comes back too. */
  turnTo({ model, pass }: PanelState): void {
    const { settings, picture } = this;
    this.selections.set(this.state.model, settings.selected);
    settings.selected = this.selections.get(model) ?? null;
    settings.pass = pass;
    picture.clear();
  }

  get graph(): ModuleGraph | null {
    return this.picture.graph;
  }

  /** The selected node, by its place in the graph, or the selected module. */
  get selection(): { node: number | undefined; group: Group | undefined } {
    return this.picture.lookUp(this.settings.selected);
  }

  get pass(): Pass | null {
    return this.state.run?.passes[this.position] ?? null;
  }

  /** True when nodes have room for gradients, also in passes without gradients. */
  get withGrad(): boolean {
    return this.state.run?.passes.some(({ backward }) => backward) ?? false;
  }

  get measure(): Measure {
    if (this.comparison) return changeMeasure(this.comparison);
    return measures.find(({ id }) => id === this.settings.measure) ?? measures[0]!;
  }

  /** Why the run ended, with the same explanation as in the editor. */
  get failure(): string | null {
    return (this.state.run && errorDiagnostic(this.state.run)?.told.message) ?? null;
  }

  startingPosition(): number {
    return this.state.run ? startingPosition(this.state.run) : 0;
  }
}
