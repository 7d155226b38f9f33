import type { ExplainRequest, Explanation } from './explanation.js';
import type { Field, FieldRequest } from './field.js';
import type { Figure } from './figure.js';
import type { Translations } from './l10n.js';
import type { Moved } from './numbers.js';
import type { OpenRequest, TensorFile } from './tensorFile.js';
import type { TestRequest, TestResult } from './testing.js';
import type { Binding, Losses, Pass, PassDigest, Range, Run, RunMode, Scalar, TensorData } from './trace.js';

/**
 * The API between the host (or the command line) and the worker that runs model code. The worker serves `RunnerApi`,
 * the host serves `RunnerEvents`.
 */
export interface RunnerApi {
  /**
   * Runs a program to its end. Errors of the model are in the `Run`; they do not reject the promise. A worker runs only
   * one program.
   */
  run(request: RunRequest): Promise<FinishedRun>;
  /** Runs the program again with other numbers. Only for a request with `moved`, and after its run has ended. */
  again(moved: Moved): Promise<FinishedRun>;
  /** Ends the run at its next observed place in the source, or at once when it waits. */
  end(): void;
  /** A whole tensor of the finished run, or null when the worker no longer keeps it. */
  tensor(request: TensorRequest): Promise<TensorData | null>;
  /**
   * The terms whose sum is a number of the finished run, or null when the worker no longer keeps the tensors behind it.
   */
  explain(request: ExplainRequest): Promise<Explanation | null>;
  /**
   * A number of the finished run as a function of two other numbers, or null when it cannot be computed again. Takes at
   * most some seconds.
   */
  field(request: FieldRequest): Promise<Field | null>;
  /**
   * Reads a file of tensors, for a worker that runs no program. A message carries bytes as an argument of its own.
   * @throws a sentence for a damaged file
   */
  open(content: Uint8Array, request: OpenRequest): Promise<TensorFile>;
  /** One of the tensors of that file, by its place in the list. */
  opened(index: number): Promise<TensorData | null>;
}

export interface RunnerEvents {
  /** Lines of `console.log`, in batches. */
  output(lines: string[]): void;
  /** Sent about ten times a second at most. */
  progress(progress: Progress): void;
  /** A pass has ended. Sent for each pass, in order, with its named losses. */
  passEnded(loss: Scalar | null, named: NamedLoss<Scalar>[]): void;
  /**
   * A pass in the form of the document, sent as soon as it is written. It replaces an earlier one with the same index.
   * `body` is the whole pass as JSON, or its position in the file that both sides have open.
   */
  pass(head: PassHead, body: number | string): void;
  /** The present contents of the program's names. Sent from time to time; it replaces what was sent before. */
  bindings(bindings: Binding[]): void;
  /** A figure was shown, see `tensor-lens/pyplot`. */
  figure(figure: Figure): void;
  /** A test of the file has finished, see `RunRequest.tests`. */
  tested(result: TestResult): void;
  /** Reads a file beside the model, for `torch.load` and the like. Paths are relative to the model file. */
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: Uint8Array): Promise<void>;
  /** Reads a file of dist/shipped: data and code that come with the product, and that few programs ask for. */
  readShipped(name: string): Promise<Uint8Array>;
}

/**
 * The data of a pass that are known before its JSON is read. JSON has no notation for a loss that is not finite, so
 * `loss` is a Scalar.
 */
export type PassHead = Pick<Pass, 'index' | 'backward' | 'root'> & { loss: Scalar | null; digest: PassDigest };

/** The document of a run, without the parts that were sent during the run; `kept` holds the indices of its passes. */
export type FinishedRun = Omit<Run, 'output' | 'figures' | 'passes' | 'pass_count' | keyof Losses> & { kept: number[] };

/** A loss, with the name that held it and the index of its pass. */
export type NamedLoss<Loss = number> = [name: string, pass: number, loss: Loss];

export interface Progress {
  passes: number;
  loss: number | null;
  operations: number;
}

/** One compiled module of a program: `language` makes it, and `worker` evaluates it. */
export interface CompiledModule {
  /** The path as the user would write it, unique within the program. */
  file: string;
  /** CommonJS body of an async function of (require, exports, module, __tl, console, torch-free globals). */
  code: string;
  /** The modules that it imports, as written, with the `file` to which each resolves ('tensor-lens' stays itself). */
  imports: Record<string, string>;
  /** The names that it imports and uses. */
  names: { path: string; name: string; source: Range }[];
}

/** A place in the source that may be observed; `__tl` calls carry an index into the table of these. */
export interface Site {
  kind: 'binding' | 'call' | 'operator' | 'throw' | 'loop';
  /** The name, for a binding. */
  name?: string;
  /** The range in the original text, 1-based, end exclusive. */
  range: [file: string, line: number, column: number, endLine: number, endColumn: number];
}

/** A linked program: modules in the order in which they must be evaluated, the entry last. */
export interface Program {
  entry: string;
  modules: CompiledModule[];
  sites: Site[];
}

export interface RunRequest {
  program: Program;
  mode: RunMode;
  /** The device of new tensors when the program names no device. */
  backend: 'cpu' | 'webgl';
  /** True: the program may put tensors on device `webgl`, so its worker must have a graphics card. */
  card?: boolean;
  /** A summary contains the elements of a tensor that has at most this many. */
  maxValues: number;
  /** The number of passes to keep with their nodes. */
  maxPasses: number;
  /** The run stops after this many passes (0: no limit). */
  passes: number;
  /** The index of a pass that is kept completely, whatever comes after it. */
  keep?: number;
  limits: { tensorBytes: number; keptBytes: number };
  /** True: passes contain their `steps`, for an export that computes them in another engine. */
  withSteps?: boolean;
  /**
   * The values of the numbers that the code reads from a table: the program may run again with other values. Absent:
   * the numbers are written in the code.
   */
  moved?: Moved;
  /**
   * Set when the program is a test file: its tests run and are reported one by one. Absent: a failing test is the error
   * of the run.
   */
  tests?: TestRequest;
  /** The translations for the worker's explanations; absent: English. */
  translations?: Translations;
}

export interface TensorRequest {
  pass: number;
  node: string;
  which: 'value' | 'grad';
}
