/**
 * Errors with PyTorch's messages. Each class stands for the Python exception that PyTorch raises in the same case, and has its
 * name. `instanceof TorchError` distinguishes them from bugs of the engine. An error that can be explained also carries a
 * detail: the constructors in `errors/` set both.
 */
import type { ErrorDetail } from './errors/detail.js';

export class TorchError extends Error {
  override name = 'TorchError';
  /** Private, so that a printed error shows only its message. */
  readonly #detail: ErrorDetail | null;

  constructor(message?: string, detail: ErrorDetail | null = null) {
    super(message);
    this.#detail = detail;
  }

  /** The facts of the error, as data; null when there is no explanation for the error. */
  get detail(): ErrorDetail | null {
    return this.#detail;
  }
}

export type TorchErrorClass = new (message: string, detail: ErrorDetail | null) => TorchError;

/** The operation that failed, and its input tensors. */
export interface FailedOperation {
  readonly name: string;
  readonly inputs: readonly object[];
}

/** Stored beside the errors, not in them: a printed error should not show everything that its tensors refer to. */
const failedOperations = new WeakMap<Error, FailedOperation>();
const failedModules = new WeakMap<Error, object[]>();

/** Notes the operation of an error. An operation inside another one is noted first; the operation that the program called is noted last. */
export const noteOperation = (error: Error, operation: FailedOperation): void => void failedOperations.set(error, operation);

export const operationOf = (error: Error): FailedOperation | null => failedOperations.get(error) ?? null;

/** Notes that an error leaves the `forward` of a module. */
export function noteModule(error: Error, module: object): void {
  const modules = failedModules.get(error);
  if (modules) modules.push(module);
  else failedModules.set(error, [module]);
}

/** The modules whose `forward` the error left, the innermost first. */
export const modulesOf = (error: Error): readonly object[] => failedModules.get(error) ?? [];

export class RuntimeError extends TorchError {
  override name = 'RuntimeError';
}

/** `torch.autograd.gradcheck.GradcheckError`: a gradient does not agree with the differences. */
export class GradcheckError extends RuntimeError {
  override name = 'GradcheckError';
}

/** `torch.linalg.LinAlgError`: a matrix lacks a required property. */
export class LinAlgError extends RuntimeError {
  override name = '_LinAlgError';
}

/** Python's error for calls within calls without an end. */
export class RecursionError extends RuntimeError {
  override name = 'RecursionError';
}

export class ValueError extends TorchError {
  override name = 'ValueError';
}

export class IndexError extends TorchError {
  override name = 'IndexError';
}

/** Python's TypeError; the trailing underscore keeps JavaScript's TypeError accessible. */
export class TypeError_ extends TorchError {
  override name = 'TypeError';
}

/** Python's NotImplementedError is a RuntimeError, as its RecursionError is. */
export class NotImplementedError_ extends RuntimeError {
  override name = 'NotImplementedError';
}

export class KeyError extends TorchError {
  override name = 'KeyError';
  #key: unknown = undefined;

  /** The error for a missing key: Python shows only the key. */
  static of(key: unknown, shown = typeof key === 'string' ? `'${key}'` : String(key)): KeyError {
    const error = new KeyError(shown);
    error.#key = key;
    return error;
  }

  /** The missing key; undefined when the error has another message. */
  get key(): unknown {
    return this.#key;
  }
}

export class AttributeError extends TorchError {
  override name = 'AttributeError';
}

export class AssertionError extends TorchError {
  override name = 'AssertionError';
}

export class OSError extends TorchError {
  override name = 'OSError';
}

export class FileNotFoundError extends OSError {
  override name = 'FileNotFoundError';
}

/** What JavaScript said of a call, by the sentence that stands for it. A program gets the sentence alone. */
const natives = new WeakMap<Error, Error>();

/** The error of JavaScript that a sentence was made of, so that a bug can be found. */
export const nativeOf = (error: Error): Error | null => natives.get(error) ?? null;

/** JavaScript's own errors of this realm. In a process, those of a program come from another one. */
const OF_JAVASCRIPT: ReadonlySet<unknown> = new Set(
  [TypeError, RangeError, SyntaxError, ReferenceError, URIError].map(({ prototype }): unknown => prototype),
);

let isOfProgram: (error: Error) => boolean = () => false;

/** Says how errors that a program's own code made are known where the program has the realm of the engine. */
export const knowProgramsErrors = (by: typeof isOfProgram): void => void (isOfProgram = by);

/** True for an error that JavaScript made inside the engine. */
function isNative(error: unknown): error is Error {
  try {
    return typeof error === 'object' && error !== null && OF_JAVASCRIPT.has(Object.getPrototypeOf(error)) && !isOfProgram(error as Error);
  } catch {
    return false;
  }
}

/** True for what JavaScript says of calls within calls without an end. */
export function isTooDeep(error: unknown): boolean {
  const words = error instanceof RangeError ? error.message : '';
  return words.includes('call stack');
}

/**
 * Turns a JavaScript error from a call into an error with PyTorch's message. The error comes from arguments that the function
 * was not written for, from a bug of the engine, from a size that is too large for JavaScript, or from calls without an
 * end. Errors of the engine, and those of a program's own code, are returned unchanged.
 * @param types the types of what was given, asked for only where they are told
 * @param says another sentence for it; null where there is none
 */
export function sentenceFor(
  error: unknown,
  name: string,
  types: () => readonly string[],
  says: (native: Error) => TorchError | null = () => null,
): unknown {
  // Code that watches a run ends it with its own errors, which pass through.
  if (!isNative(error)) return error;
  // The text of JavaScript's error is examined, since these errors have no codes.
  const { message: words } = error;
  if (isTooDeep(error)) return new RecursionError('maximum recursion depth exceeded');
  if (error instanceof RangeError && /array|allocation|string length|BigInt size/i.test(words))
    return new RuntimeError(`DefaultCPUAllocator: can't allocate memory: ${name}() needs more than there can be`);
  if (/^Cannot (?:assign to read only|add) property/.test(words))
    return new TypeError_(`${name}() cannot change what was frozen: take Object.freeze away`);
  const sentence = says(error) ?? new TypeError_(`${name}() received an invalid combination of arguments - got (${types().join(', ')})`);
  natives.set(sentence, error);
  return sentence;
}

/** Fails with a RuntimeError (PyTorch's TORCH_CHECK) unless `condition` holds. */
export function check(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new RuntimeError(message());
}
