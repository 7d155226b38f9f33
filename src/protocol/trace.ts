/**
 * What a run leaves behind, as plain data. It crosses every boundary of the product
 * (worker to host, host to webview, command line to file) and is what `--json` prints.
 * Lines and columns are 1-based and ends are exclusive; VS Code's 0-based positions
 * exist in `host` only.
 */
import type { Figure } from './figure.js';
import type { OperationDoc } from './operations.js';

export type { OperationDoc } from './operations.js';

export interface Range {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Equal-width bins between `min` and `max` over the finite elements. */
export interface Histogram {
  min: number;
  max: number;
  counts: number[];
}

/** The tensor as a small picture: rows x cols means of its elements, row major. */
export interface Thumbnail {
  rows: number;
  cols: number;
  /** As text, which `cellsOf` of cells.ts reads. `--json` and the exported trace have numbers here, `null` where none is finite. */
  data: string;
}

/** What is kept of a tensor whether or not its elements are. Statistics are over the finite elements. */
export interface Summary {
  min: number | null;
  max: number | null;
  mean: number | null;
  std: number | null;
  /** Euclidean norm of the finite elements. */
  norm: number | null;
  nan: number;
  inf: number;
  numel: number;
  histogram: Histogram | null;
  thumbnail: Thumbnail | null;
  /** The elements, flat and row major, when there are few. NaN and infinities are the strings PyTorch prints. */
  data?: Scalar[];
  /** As PyTorch prints it, when there are few. */
  text?: string;
}

export type Scalar = number | 'nan' | 'inf' | '-inf';

/**
 * `input`: data; `parameter`: a leaf that gradients are wanted for; `constant`: a tensor made inside an expression;
 * `failed`: the operation that the run ended at. It refused what it was given, so it has no value, and no shape.
 */
export type NodeKind = 'input' | 'parameter' | 'constant' | 'op' | 'failed';

export interface TraceNode {
  /** Unique within its pass. */
  id: string;
  /** The same for the same computation in every pass: source range, module path and occurrence. */
  key: string;
  kind: NodeKind;
  op: string;
  grad_fn: string | null;
  /** The name it was bound to in the source, or the qualified name of a parameter. */
  label: string | null;
  /** Qualified name of the module that computed it, "" outside of any (or in the outermost). */
  module: string;
  /** Class names along `module`, outermost first. */
  module_types: string[];
  /** Arguments that are no tensors, as PyTorch would print the call: `dim=1, keepdim=True`. */
  attributes: string;
  shape: number[];
  dtype: string;
  requires_grad: boolean;
  /** Whether the root of the pass depends on it through differentiable operations. */
  in_graph: boolean;
  source: Range | null;
  /** Bytes of the value. */
  bytes: number;
  /** Milliseconds that computing it took; absent for what no operation of this pass made. */
  time_ms?: number;
  /** Milliseconds that its backward formulas took, and what autograd kept for them; absent where none ran. */
  backward_ms?: number;
  saved?: SavedTensor[];
  /** Of a rectifier: how many units gave 0 for every sample of this pass, so that no gradient reaches what is before them. */
  silent?: SilentUnits;
  value: Summary;
  /** The gradient that this pass brought; null without one. */
  grad: Summary | null;
}

/** Units of a layer: the features of a linear one, the channels of a convolution. */
export interface SilentUnits {
  silent: number;
  units: number;
  /** How many numbers each unit gave. */
  samples: number;
}

/** How training goes for a parameter. The lists have an entry for each of `passes`; null where it is not known, or not finite. */
export interface ParameterHealth {
  name: string;
  source: Range | null;
  shape: number[];
  /** The passes, by index and in order, that were measured; of a long training each second, fourth, eighth ... */
  passes: number[];
  /** Norm of the gradient when backward() had ended. */
  grad: (number | null)[];
  /** Norm of the gradient that the parameter was changed with: less after clipping. Null where it was not changed. */
  used: (number | null)[];
  /** Norm of the parameter in the pass, and of what it was changed by until the next one. */
  weight: (number | null)[];
  update: (number | null)[];
}

/** A tensor that autograd keeps from the forward pass until the formula that reads it has run. */
export interface SavedTensor {
  /** What the formula calls it: an argument of the operation, or `result`. */
  name: string;
  bytes: number;
  /** Tensors that lie in the same memory have the same number, within their pass. */
  storage: number;
  /** The id of its node, where the pass shows it. */
  node: string | null;
}

export interface Edge {
  from: string;
  to: string;
  /** Which tensor argument of `to` it is, from 0. */
  input: number;
  /** What the operation's signature calls that argument; of a list, with its place: `tensors[1]`. */
  argument?: string;
  /** Set when broadcasting stretched it: the shape it was stretched to. */
  broadcast?: number[];
  /**
   * The gradient that flowed back along it, reduced to the shape of `from`. Absent where that is the
   * whole gradient of `from` (one path leads to it), null where nothing flowed. Where paths meet,
   * the gradient of `from` is the sum of these.
   */
  grad?: Summary | null;
}

/** One forward and its `backward()`; the operations after the last one are a pass without gradients. */
export interface Pass {
  index: number;
  backward: boolean;
  /** The node that `backward()` was called on, else the last operation. */
  root: string | null;
  /** The root's value where it is a single number. */
  loss: number | null;
  nodes: TraceNode[];
  edges: Edge[];
  /** Ids of the nodes in the order in which the backward walk reached them. */
  backward_order: string[];
  /** All that was computed, step by step; in runs that were asked for it. */
  steps?: Steps;
  /** What each name held last in this pass: the id of the node, by the `site` of the binding. A name that held nothing of it is left out. */
  held?: Record<string, string>;
}

/** What lists, lenses and places need of each pass, see `digestOf`. */
export interface PassDigest {
  /** Where its nodes were made, each place once, but for the node that failed. */
  sources: Range[];
  dtypes: string[];
  /** Where the tensor was made that `backward()` was called on. */
  call: Range | null;
  /** Whether an operation of it failed. */
  failed: boolean;
}

/** An argument of an operation that is no tensor. A dtype is its name; numbers that JSON lacks are the strings PyTorch prints. */
export type Argument = Scalar | boolean | string | null | Argument[];

/** A tensor of `Steps`. */
export interface StepValue {
  /** The id of the node that shows it, where one does. */
  id: string;
  shape: number[];
  dtype: string;
  /** The elements, row major, of what no operation of the pass computed. */
  data?: Scalar[];
}

/** An operation with all that it was called with. */
export interface Step {
  /** PyTorch's name; `data` for what was there before, or drawn at random. */
  op: string;
  /** The tensors it was called with, and what the signature calls them; of a list, with the place: `tensors[1]`. */
  inputs: { value: string; argument: string }[];
  /** The other arguments, without those left at their default. */
  arguments: Record<string, Argument>;
  outputs: StepValue[];
  source: Range | null;
}

/**
 * A pass as a program: what its backward formulas computed too, and all results. Nothing in it has to be looked up
 * elsewhere, so that it can be written down for another engine.
 */
export interface Steps {
  forward: Step[];
  backward: Step[];
  /** Of each node that got a gradient, the value that this is. */
  gradients: Record<string, string>;
}

/** A name in the source and the last tensor it held. */
export interface Binding {
  name: string;
  source: Range;
  /** The number of this place among those that the program reports, by which passes tell what the name held. */
  site?: number;
  /** How many tensors it held in this run. */
  count: number;
  shape: number[];
  dtype: string;
  requires_grad: boolean;
  grad_fn: string | null;
  /** Key of the node that made the tensor, and the pass that it was made in. */
  node: string | null;
  key: string | null;
  pass: number;
  /** As PyTorch prints it (PyTorch's own summary when it is large). */
  text: string;
  value: Summary;
  grad: Summary | null;
  grad_text: string | null;
}

export type Severity = 'error' | 'warning' | 'info';

/** A small change to a call that would mend it. */
export interface Fix {
  title: string;
  /** The call is mended only if it calls one of these. None: whatever it calls, a module. */
  callees: string[];
  /** 0: the object that a method is called on, or the first argument of a function or a module; then the arguments after it. */
  operand: number;
  /** Written behind the operand. */
  append: string;
  /** Set when nothing is appended: what all arguments of the call become. */
  instead?: string;
  /** The operand is a list of tensors, or none yet: behind each of them. */
  each?: true;
  /** Which operand, where its place in the call is not known but its name is: whatever is called. */
  named?: string;
}

export interface Diagnostic {
  severity: Severity;
  code: string;
  message: string;
  /** Null while only the place of the error that it explains is meant, which the worker does not know. */
  source: Range | null;
  related?: { message: string; source: Range }[];
  fixes?: Fix[];
}

export interface RunError {
  name: string;
  message: string;
  source: Range | null;
  /** Which of the run's diagnostics explains it, counted from 0; absent where none does. */
  explanation?: number;
  /** Where in compiled code it was, until `source` is found from it. */
  stack?: string;
}

export type RunStatus = 'ok' | 'error' | 'timeout' | 'cancelled';
export type RunMode = 'forward' | 'backward';

/** The losses of one name. */
export interface LossLine {
  name: string;
  /** The passes, by index and in order, that `losses` are of. */
  passes: number[];
  /** Null where it is not a number. */
  losses: (number | null)[];
}

/** What of a run its loss curve is drawn of. */
export type Losses = Pick<Run, 'losses' | 'loss_stride' | 'loss_lines'>;

/** The document of a run. A long training keeps the first, the last and evenly spread passes, and many more losses. */
export interface Run {
  tensorLens: 1;
  file: string;
  mode: RunMode;
  status: RunStatus;
  error: RunError | null;
  output: string[];
  passes: Pass[];
  /** How many passes there were, kept or not. */
  pass_count: number;
  /** The loss of each pass (null where it is not a number); in a very long run of each `loss_stride`-th, from the first. */
  losses: (number | null)[];
  /** Absent: 1. */
  loss_stride?: number;
  /** Where several names hold losses, such as `loss_d` and `loss_g`: a line for each. */
  loss_lines?: LossLine[];
  bindings: Binding[];
  /** What it plotted, in the order in which it was shown; of very many, evenly spread ones. Absent: nothing. */
  figures?: Figure[];
  /** Of the operations in `passes`, by `op`. */
  operations?: Record<string, OperationDoc>;
  diagnostics: Diagnostic[];
  /** Of the parameters that a backward() reached. */
  health?: ParameterHealth[];
  /** Milliseconds from start to end, and the most bytes that tensors held at once. */
  elapsed_ms: number;
  peak_bytes: number;
  backend: string;
  /** Of a run that had a graphics card: its name, whether it is a program on the CPU, and whether it was lost. */
  card?: { renderer: string; isSoftware: boolean; isLost?: boolean };
  /** Set when the run was ended before its program was: this is what was finished. */
  partial?: boolean;
}

/** One whole tensor, on request. */
export interface TensorData {
  shape: number[];
  dtype: string;
  data: Scalar[];
  text: string;
}

/** The document of a run that computed nothing. */
export const emptyRun = (known: Pick<Run, 'file' | 'mode' | 'backend' | 'status' | 'error'>): Run => ({
  tensorLens: 1,
  ...known,
  output: [],
  passes: [],
  pass_count: 0,
  losses: [],
  bindings: [],
  diagnostics: [],
  elapsed_ms: 0,
  peak_bytes: 0,
});
