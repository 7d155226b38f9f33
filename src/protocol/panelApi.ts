import type { Explanation } from './explanation.js';
import type { Field, FieldRequest } from './field.js';
import type { Figure } from './figure.js';
import type { MovedState, SourceNumber } from './numbers.js';
import type { Progress } from './runnerApi.js';
import type { Losses, Pass, Range, Run, RunMode, TensorData } from './trace.js';

/** The progress of a run, with its losses so far. */
export type RunProgress = Progress & Losses;

/** The methods that the panel offers to the host. */
export interface PanelApi {
  /** Replaces everything that the panel shows. */
  show(state: PanelState): void;
  /** Updates the state of the shown run, without the run itself: runs are large and sent only once. */
  update(state: Omit<PanelState, 'run' | 'absent' | 'sources'>): void;
  /** Called while a run goes on. */
  progress(progress: RunProgress): void;
  /** Highlights the nodes whose source touches these 1-based lines of `file`, when the cursor has moved. */
  highlight(file: string, startLine: number, endLine: number): void;
  /** Selects and centres a node. */
  select(key: string): void;
  /** Shows the pass (by its index) that the user chose in the editor. The panel does not answer with `choosePass`. */
  showPass(index: number): void;
  /** Opens the view of the numbers of the source. */
  showKnobs(): void;
  /** The numbers that are moved now; null when none is. */
  moved(state: MovedState | null): void;
}

export type PanelStatus = 'empty' | 'running' | 'done' | 'untrusted';

export interface PanelState {
  file: string;
  /** The URI of the model: one panel shows different models one after the other. */
  model: string;
  /** True when the panel stays with this model after another file is activated. */
  pinned: boolean;
  /**
   * The index of the pass that the editor shows; null for the last one. A panel that shows another model so far starts
   * with this pass.
   */
  pass: number | null;
  status: PanelStatus;
  run: Run | null;
  /** True when the source changed after `run`. */
  stale: boolean;
  /** The positions of passes in `run` that were sent without nodes: the panel requests them with `passes`. */
  absent?: number[];
  /** The texts from which the run was made, by the names of files in ranges. */
  sources?: Record<string, string>;
  /** The reason why a newer run has no result (for example, the model could not be compiled), as a sentence. */
  problem?: string;
}

/** The methods that the host offers to the panel. The host checks every argument: a webview is not trusted. */
export interface PanelHostApi {
  /** Tells that the panel has loaded and needs its state. */
  ready(): void;
  /** Shows a range in its editor. The panel keeps the keyboard focus. */
  reveal(range: Range): void;
  /** Puts the cursor at the start of a range, and moves the keyboard focus to its editor. */
  goTo(range: Range): void;
  run(mode: RunMode): void;
  stop(): void;
  /** Chooses the pass that hovers and hints show. */
  choosePass(index: number): void;
  tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null>;
  /** The terms whose sum is an entry of a value or a gradient; null when they are not known any more. */
  explain(pass: number, node: string, which: 'value' | 'grad', entry: number[]): Promise<Explanation | null>;
  /** A number of the run as a function of two other numbers; null when it cannot be computed again. */
  field(request: FieldRequest): Promise<Field | null>;
  /** The numbers in the source. */
  numbers(): Promise<readonly SourceNumber[]>;
  /** Runs the model with another value for a number of the source; `place` is its index among these numbers. */
  moveNumber(place: number, value: number): void;
  /** The same for an entry of a leaf; `index` counts its elements. */
  moveEntry(pass: number, node: string, index: number, value: number): void;
  /** Writes moved numbers into the source, or drops them. */
  endMoves(how: 'keep' | 'drop'): void;
  /** The passes at these positions in the last run that was sent. */
  passes(positions: number[]): Promise<Pass[]>;
  /** The figures at these positions in that run, which was sent without their contents. */
  figures(positions: number[]): Promise<Figure[]>;
  /** That run with all its data. */
  trace(): Promise<Run | null>;
  copy(text: string): void;
  save(name: string, content: string, encoding: 'utf8' | 'base64'): Promise<boolean>;
}
