import type { ExplainRequest, Explanation } from './explanation.js';
import type { Field, FieldRequest } from './field.js';
import type { Figure } from './figure.js';
import type { Translations } from './l10n.js';
import type { Moved } from './numbers.js';
import type { TestRequest, TestResult } from './testing.js';
import type { Binding, Losses, Pass, PassDigest, Range, Run, RunMode, Scalar, TensorData } from './trace.js';

/**
 * Between the host (or the command line) and the worker that runs model code.
 * The worker serves `RunnerApi`, the host serves `RunnerEvents`.
 */
export interface RunnerApi {
  /** Runs a program to its end. Model errors are in the `Run`, not rejections. One program a worker. */
  run(request: RunRequest): Promise<FinishedRun>;
  /** Runs that program once more, with other numbers. Only for a request that was made with `moved`, and after its run. */
  again(moved: Moved): Promise<FinishedRun>;
  /** Ends the run at its next place in the source, or at once where it waits. */
  end(): void;
  /** A whole tensor of the finished run, or null when it is no longer kept. */
  tensor(request: TensorRequest): Promise<TensorData | null>;
  /** The terms that add up to a number of the finished run, or null when what it was computed from is no longer kept. */
  explain(request: ExplainRequest): Promise<Explanation | null>;
  /** A number of the finished run as a function of two others, or null where that cannot be computed again. Takes some seconds at most. */
  field(request: FieldRequest): Promise<Field | null>;
}

export interface RunnerEvents {
  /** Lines of `console.log`, in batches. */
  output(lines: string[]): void;
  /** At most some ten a second. */
  progress(progress: Progress): void;
  /** A pass ended. Sent of each, in order, with the losses by name that it brought. */
  passEnded(loss: Scalar | null, named: NamedLoss<Scalar>[]): void;
  /**
   * A pass as it stands in the document, sent as soon as it is written; in place of the one with its index. `body` is the
   * whole of it as JSON, or where that begins in the file that both have open.
   */
  pass(head: PassHead, body: number | string): void;
  /** What the names of the program hold by now: sent from time to time, in place of what was sent before. */
  bindings(bindings: Binding[]): void;
  /** A figure was shown, see `tensor-lens/pyplot`. */
  figure(figure: Figure): void;
  /** A test of the file is done, see `RunRequest.tests`. */
  tested(result: TestResult): void;
  /** Reads a file beside the model, for `torch.load` and the like. Paths are relative to the model file. */
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: Uint8Array): Promise<void>;
}

/** What is known of a pass before its text is read. A loss that is not finite has no word in JSON. */
export type PassHead = Pick<Pass, 'index' | 'backward' | 'root'> & { loss: Scalar | null; digest: PassDigest };

/** The document of a run without what was sent while it went on; `kept` are the indices of the passes that it has. */
export type FinishedRun = Omit<Run, 'output' | 'figures' | 'passes' | 'pass_count' | keyof Losses> & { kept: number[] };

/** A loss, the name that held it, and the index of the pass that it is of. */
export type NamedLoss<Loss = number> = [name: string, pass: number, loss: Loss];

export interface Progress {
  passes: number;
  loss: number | null;
  operations: number;
}

/** One module of a program, compiled: what `language` makes and `worker` evaluates. */
export interface CompiledModule {
  /** Path as the user would name it, unique within the program. */
  file: string;
  /** CommonJS body of an async function of (require, exports, module, __tl, console, torch-free globals). */
  code: string;
  /** Modules it imports, as written, with the `file` that each resolves to ('tensor-lens' stays itself). */
  imports: Record<string, string>;
  /** The names that it imports from them, and uses. */
  names: { path: string; name: string; source: Range }[];
}

/** What may be observed in the source; `__tl` calls carry an index into this table. */
export interface Site {
  kind: 'binding' | 'call' | 'operator' | 'throw' | 'loop';
  /** The name, for a binding. */
  name?: string;
  /** Original range, 1-based, end exclusive. */
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
  /** Where tensors are made that nothing else decides on. */
  backend: 'cpu' | 'webgl';
  /** Whether the program may put tensors on device `webgl`: its worker then has to have a graphics card. */
  card?: boolean;
  /** Elements up to which a summary carries the tensor itself. */
  maxValues: number;
  /** Passes to keep with their nodes. */
  maxPasses: number;
  /** Stop after this many passes (0: no limit). */
  passes: number;
  /** The index of a pass that is kept whole whatever comes after it. */
  keep?: number;
  limits: { tensorBytes: number; keptBytes: number };
  /** Whether passes carry their `steps`, for an export that computes them elsewhere. Absent: they do not. */
  withSteps?: boolean;
  /** The numbers that its code reads from a table: it may run again with others. Absent: they stand in the code. */
  moved?: Moved;
  /** The program is a test file, whose tests are run and told one by one. Absent: what fails in one is the error of the run. */
  tests?: TestRequest;
  /** For what the worker explains to people; absent: English. */
  translations?: Translations;
}

export interface TensorRequest {
  pass: number;
  node: string;
  which: 'value' | 'grad';
}
