import type { Explanation } from './explanation.js';
import type { Field, FieldRequest } from './field.js';
import type { Figure } from './figure.js';
import type { MovedState, SourceNumber } from './numbers.js';
import type { Progress } from './runnerApi.js';
import type { Losses, Pass, Range, Run, RunMode, TensorData } from './trace.js';

/** How far a run is, with the losses that it has come to. */
export type RunProgress = Progress & Losses;

/** What the panel serves to the host. */
export interface PanelApi {
  /** Replaces what is shown. */
  show(state: PanelState): void;
  /** The run is the one shown; what else is said of it changed. Runs are large and sent once. */
  update(state: Omit<PanelState, 'run' | 'absent' | 'sources'>): void;
  /** While a run is under way. */
  progress(progress: RunProgress): void;
  /** Lights up the nodes whose source touches these 1-based lines of `file` (the cursor moved). */
  highlight(file: string, startLine: number, endLine: number): void;
  /** Selects and centres a node. */
  select(key: string): void;
  /** Shows the pass that was chosen in the editor (by its index). Not answered with `choosePass`. */
  showPass(index: number): void;
  /** Opens the view of the numbers of the source. */
  showKnobs(): void;
  /** What is moved by now; null for nothing. */
  moved(state: MovedState | null): void;
}

export type PanelStatus = 'empty' | 'running' | 'done' | 'untrusted';

export interface PanelState {
  file: string;
  /** The URI of the model: a panel shows one model after the other. */
  model: string;
  /** Whether the panel stays with this model when another file comes to the front. */
  pinned: boolean;
  /** Index of the pass that the editor speaks of; null for the last one. A panel that comes from another model begins with it. */
  pass: number | null;
  status: PanelStatus;
  run: Run | null;
  /** The source changed since `run`. */
  stale: boolean;
  /** Positions of passes in `run` that were left without nodes: they are asked for with `passes`. */
  absent?: number[];
  /** The texts that the run was made from, by the names of files in ranges. */
  sources?: Record<string, string>;
  /** Why a newer run brought nothing to show (the model could not be compiled), as a sentence. */
  problem?: string;
}

/** What the host serves to the panel. Every argument is checked: a webview is not trusted. */
export interface PanelHostApi {
  /** The panel has loaded and wants its state. */
  ready(): void;
  /** Shows a range in its editor. The keyboard stays with the panel. */
  reveal(range: Range): void;
  /** Puts the cursor before a range, and the keyboard into its editor. */
  goTo(range: Range): void;
  run(mode: RunMode): void;
  stop(): void;
  /** The pass that hovers and hints should speak of. */
  choosePass(index: number): void;
  tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null>;
  /** The terms that add up to an entry of a value or a gradient; null where that is not known any more. */
  explain(pass: number, node: string, which: 'value' | 'grad', entry: number[]): Promise<Explanation | null>;
  /** A number of the run as a function of two others; null where it cannot be computed again. */
  field(request: FieldRequest): Promise<Field | null>;
  /** The numbers that the source says. */
  numbers(): Promise<readonly SourceNumber[]>;
  /** Runs the model with another number in place of one that the source says, by its place among them. */
  moveNumber(place: number, value: number): void;
  /** The same for an entry of a leaf, by its place among the elements. */
  moveEntry(pass: number, node: string, index: number, value: number): void;
  /** Writes moved numbers down, or forgets them. */
  endMoves(how: 'keep' | 'drop'): void;
  /** Passes of the run that was sent last, by their positions in it. */
  passes(positions: number[]): Promise<Pass[]>;
  /** Figures of that run, by their positions in it: it was sent without what is in them. */
  figures(positions: number[]): Promise<Figure[]>;
  /** That run with everything that is known of it. */
  trace(): Promise<Run | null>;
  copy(text: string): void;
  save(name: string, content: string, encoding: 'utf8' | 'base64'): Promise<boolean>;
}
