/**
 * The result of a run, as plain data. It crosses every boundary of the product (worker to host, host to webview,
 * command line to file), and `--json` prints it. Lines and columns are 1-based and ends are exclusive; VS Code's
 * 0-based positions exist only in `host`.
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
  /**
   * The cells as text, which `cellsOf` of cells.ts reads. `--json` and the exported trace have numbers here, and `null`
   * where there is no finite number.
   */
  data: string;
}

/** The data that are kept of every tensor, also when its elements are not. Statistics are over the finite elements. */
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
  /** The elements, flat and row major, when there are few. NaN and infinities are strings, as PyTorch prints them. */
  data?: Scalar[];
  /** The text that PyTorch prints, when there are few elements. */
  text?: string;
}

export type Scalar = number | 'nan' | 'inf' | '-inf';

/**
 * `input`: data; `parameter`: a leaf that requires a gradient; `constant`: a tensor made inside an expression;
 * `failed`: the operation at which the run ended. It refused its arguments, so it has no value and no shape.
 */
export type NodeKind = 'input' | 'parameter' | 'constant' | 'op' | 'failed';

export interface TraceNode {
  /** Unique within its pass. */
  id: string;
  /** Equal for the same computation in every pass: it consists of source range, module path and occurrence. */
  key: string;
  kind: NodeKind;
  op: string;
  grad_fn: string | null;
  /** The name to which it was bound in the source, or the qualified name of a parameter. */
  label: string | null;
  /** The qualified name of the module that computed it; "" outside of any module (or in the outermost one). */
  module: string;
  /** The class names along `module`, the outermost first. */
  module_types: string[];
  /** The arguments that are no tensors, as PyTorch would print the call: `dim=1, keepdim=True`. */
  attributes: string;
  shape: number[];
  dtype: string;
  requires_grad: boolean;
  /** True when the root of the pass depends on it through differentiable operations. */
  in_graph: boolean;
  source: Range | null;
  /** The size of the value in bytes. */
  bytes: number;
  /** The computing time in milliseconds; absent when no operation of this pass made the node. */
  time_ms?: number;
  /**
   * The computing time of its backward formulas in milliseconds, and the tensors that autograd saved for them; absent
   * when no formula ran.
   */
  backward_ms?: number;
  saved?: SavedTensor[];
  /**
   * For a rectifier: how many units gave 0 for every sample of this pass, so that no gradient reaches the layers before
   * them.
   */
  silent?: SilentUnits;
  value: Summary;
  /** The gradient from this pass; null when there is none. */
  grad: Summary | null;
}

/** Units of a layer: the features of a linear one, the channels of a convolution. */
export interface SilentUnits {
  silent: number;
  units: number;
  /** The count of numbers that each unit gave. */
  samples: number;
}

/**
 * How the training of a parameter goes. The lists have an entry for each of `passes`; null where a value is unknown or
 * not finite.
 */
export interface ParameterHealth {
  name: string;
  source: Range | null;
  shape: number[];
  /**
   * The indices of the measured passes, in order; in a long training only every second, fourth, eighth ... pass is
   * measured.
   */
  passes: number[];
  /** The norm of the gradient at the end of backward(). */
  grad: (number | null)[];
  /**
   * The norm of the gradient that the optimizer used: after clipping, it is smaller. Null when the parameter was not
   * changed.
   */
  used: (number | null)[];
  /** The norm of the parameter in the pass, and the norm of its change until the next pass. */
  weight: (number | null)[];
  update: (number | null)[];
}

/** A tensor that autograd keeps from the forward pass until the formula that reads it has run. */
export interface SavedTensor {
  /** Its name in the formula: an argument of the operation, or `result`. */
  name: string;
  bytes: number;
  /** A number for the memory: tensors of one pass that share memory have the same number. */
  storage: number;
  /** The id of its node, if the pass shows it. */
  node: string | null;
}

export interface Edge {
  from: string;
  to: string;
  /** The index of the tensor argument of `to`, from 0. */
  input: number;
  /** The name of that argument in the operation's signature; in a list, with its index: `tensors[1]`. */
  argument?: string;
  /** Set when the tensor was broadcast: the shape to which it was expanded. */
  broadcast?: number[];
  /**
   * The gradient that flowed back along the edge, reduced to the shape of `from`. Absent when it is the whole gradient
   * of `from` (only one path leads to it), null when nothing flowed. Where paths meet, the gradient of `from` is the
   * sum of these.
   */
  grad?: Summary | null;
}

/** One forward pass and its `backward()`; the operations after the last `backward()` are a pass without gradients. */
export interface Pass {
  index: number;
  backward: boolean;
  /** The id of the node on which `backward()` was called, else of the last operation. */
  root: string | null;
  /** The root's value if it is a single number. */
  loss: number | null;
  nodes: TraceNode[];
  edges: Edge[];
  /** The ids of the nodes, in the order in which the backward walk reached them. */
  backward_order: string[];
  /** All computations, step by step; only in runs that requested them. */
  steps?: Steps;
  /**
   * The last tensor of each name in this pass: the id of its node, by the `site` of the binding. A name that held no
   * tensor of this pass is left out.
   */
  held?: Record<string, string>;
}

/** The data of each pass that lists, lenses and places need, see `digestOf`. */
export interface PassDigest {
  /** The places where its nodes were made, each place once, without the node that failed. */
  sources: Range[];
  dtypes: string[];
  /** The place where the tensor was made on which `backward()` was called. */
  call: Range | null;
  /** True when an operation of the pass failed. */
  failed: boolean;
}

/**
 * An argument of an operation that is no tensor. A dtype is given by its name; numbers that JSON lacks are strings, as
 * PyTorch prints them.
 */
export type Argument = Scalar | boolean | string | null | Argument[];

/** A tensor of `Steps`. */
export interface StepValue {
  /** The id of the node that shows it, if there is one. */
  id: string;
  shape: number[];
  dtype: string;
  /** The elements, row major, if no operation of the pass computed the tensor. */
  data?: Scalar[];
}

/** An operation with all its arguments. */
export interface Step {
  /** PyTorch's name; `data` for a tensor that existed before, or was drawn at random. */
  op: string;
  /** The tensor arguments, with their names in the signature; in a list, with the index: `tensors[1]`. */
  inputs: { value: string; argument: string }[];
  /** The other arguments, without those that have their default value. */
  arguments: Record<string, Argument>;
  outputs: StepValue[];
  source: Range | null;
}

/**
 * A pass as a program: it contains the computations of its backward formulas too, and all results. It is complete, so
 * that it can be written for another engine.
 */
export interface Steps {
  forward: Step[];
  backward: Step[];
  /** For each node with a gradient, the id of the value that is the gradient. */
  gradients: Record<string, string>;
}

/** A name in the source, and the last tensor that it held. */
export interface Binding {
  name: string;
  source: Range;
  /** The index of this place among the places that the program reports; passes use it to tell what the name held. */
  site?: number;
  /** The number of tensors that it held in this run. */
  count: number;
  shape: number[];
  dtype: string;
  requires_grad: boolean;
  grad_fn: string | null;
  /** The key of the node that made the tensor, and the pass in which it was made. */
  node: string | null;
  key: string | null;
  pass: number;
  /** The text that PyTorch prints (PyTorch's own summary for a large tensor). */
  text: string;
  value: Summary;
  grad: Summary | null;
  grad_text: string | null;
}

export type Severity = 'error' | 'warning' | 'info';

/** A small change that mends a call. */
export interface Fix {
  title: string;
  /** The call is mended only if it calls one of these. Empty: for any callee, which is a module. */
  callees: string[];
  /**
   * 0: the object of a method, or the first argument of a function or a module; higher numbers: the arguments after it.
   */
  operand: number;
  /** The text that is written after the operand. */
  append: string;
  /** Set when nothing is appended: the text that replaces all arguments of the call. */
  instead?: string;
  /** The operand is a list of tensors, or null so far: the text is appended to each tensor. */
  each?: true;
  /** The operand is a list of numbers: the text is appended to the first of them. */
  first?: true;
  /** The text of the operand, when it is known but its index in the call is not; for any callee. */
  named?: string;
}

export interface Diagnostic {
  severity: Severity;
  code: string;
  message: string;
  /** The part of the message that explains an error, without the error's own lines. */
  advice?: string;
  /** Null while the worker does not know the place: it is then the place of the error that the diagnostic explains. */
  source: Range | null;
  related?: { message: string; source: Range }[];
  fixes?: Fix[];
}

export interface RunError {
  name: string;
  message: string;
  source: Range | null;
  /** The index of the diagnostic that explains the error, counted from 0; absent when there is none. */
  explanation?: number;
  /** The V8 stack with the place in compiled code, until `source` is computed from it. */
  stack?: string;
}

export type RunStatus = 'ok' | 'error' | 'timeout' | 'cancelled';
export type RunMode = 'forward' | 'backward';

/** The losses under one name. */
export interface LossLine {
  name: string;
  /** The indices of the passes of `losses`, in order. */
  passes: number[];
  /** Null where the loss is not a number. */
  losses: (number | null)[];
}

/** The part of a run from which its loss curve is drawn. */
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
  /** The number of passes, kept or not. */
  pass_count: number;
  /**
   * The loss of each pass (null where it is not a number); in a very long run, of every `loss_stride`-th pass, from the
   * first.
   */
  losses: (number | null)[];
  /** Absent: 1. */
  loss_stride?: number;
  /** A line for each name, when several names hold losses, such as `loss_d` and `loss_g`. */
  loss_lines?: LossLine[];
  bindings: Binding[];
  /**
   * The plotted figures, in the order in which they were shown; of very many, evenly spread ones. Absent: there are
   * none.
   */
  figures?: Figure[];
  /** The operations in `passes`, by `op`. */
  operations?: Record<string, OperationDoc>;
  diagnostics: Diagnostic[];
  /** The parameters that a backward() reached. */
  health?: ParameterHealth[];
  /** The duration in milliseconds, and the greatest number of bytes that tensors held at once. */
  elapsed_ms: number;
  peak_bytes: number;
  backend: string;
  /** For a run with a graphics card: its name, whether it is a program on the CPU, and whether it was lost. */
  card?: { renderer: string; isSoftware: boolean; isLost?: boolean };
  /** Set when the run was ended before its program: the document holds what was finished. */
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
