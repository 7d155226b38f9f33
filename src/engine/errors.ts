/**
 * Errors carry PyTorch's sentences. Each class stands for the Python exception that PyTorch
 * raises in the same place, and names itself so; `instanceof TorchError` tells them from slips
 * of the engine. What can be explained carries a detail too: the constructors in `errors/` give both.
 */
import type { ErrorDetail } from './errors/detail.js';

export class TorchError extends Error {
  override name = 'TorchError';
  /** Private, so that an error that is printed shows its sentence only. */
  readonly #detail: ErrorDetail | null;

  constructor(message?: string, detail: ErrorDetail | null = null) {
    super(message);
    this.#detail = detail;
  }

  /** What the error is about, as data; null where nobody explains it. */
  get detail(): ErrorDetail | null {
    return this.#detail;
  }
}

export type TorchErrorClass = new (message: string, detail: ErrorDetail | null) => TorchError;

/** The operation that failed, and the tensors it was given. */
export interface FailedOperation {
  readonly name: string;
  readonly inputs: readonly object[];
}

/** Beside the errors and not in them: whoever prints an error does not want all that hangs on its tensors. */
const failedOperations = new WeakMap<Error, FailedOperation>();
const failedModules = new WeakMap<Error, object[]>();

/** An operation that others are made of is noted first; the one that was called, last. */
export const noteOperation = (error: Error, operation: FailedOperation): void => void failedOperations.set(error, operation);

export const operationOf = (error: Error): FailedOperation | null => failedOperations.get(error) ?? null;

/** An error leaves the `forward` of a module. */
export function noteModule(error: Error, module: object): void {
  const modules = failedModules.get(error);
  if (modules) modules.push(module);
  else failedModules.set(error, [module]);
}

/** The modules that an error came through, the innermost first. */
export const modulesOf = (error: Error): readonly object[] => failedModules.get(error) ?? [];

export class RuntimeError extends TorchError {
  override name = 'RuntimeError';
}

/** `torch.autograd.gradcheck.GradcheckError`: a gradient is not what differences show. */
export class GradcheckError extends RuntimeError {
  override name = 'GradcheckError';
}

/** `torch.linalg.LinAlgError`: a matrix has not what is asked for. */
export class LinAlgError extends RuntimeError {
  override name = 'LinAlgError';
}

export class ValueError extends TorchError {
  override name = 'ValueError';
}

export class IndexError extends TorchError {
  override name = 'IndexError';
}

/** Python's TypeError; the trailing underscore keeps JavaScript's own within reach. */
export class TypeError_ extends TorchError {
  override name = 'TypeError';
}

export class NotImplementedError_ extends TorchError {
  override name = 'NotImplementedError';
}

export class KeyError extends TorchError {
  override name = 'KeyError';
  #key: unknown = undefined;

  /** Of a key that is not there: Python shows it, and nothing else. */
  static of(key: unknown): KeyError {
    const error = new KeyError(typeof key === 'string' ? `'${key}'` : String(key));
    error.#key = key;
    return error;
  }

  /** What was looked for; undefined where the error says more than that. */
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

/**
 * An error of JavaScript out of an operation, as a sentence: a slip of the engine, or a size that JavaScript has no list
 * for. The slip is its cause, for those who look for slips. Errors of the engine, and the end of the stack, stay as they are.
 */
export function sentenceFor(error: unknown, name: string, types: readonly string[]): unknown {
  // Whoever watches a run ends it by errors of his own.
  if (!(error instanceof TypeError || error instanceof RangeError)) return error;
  // JavaScript's own words, since its errors have no codes.
  const { message: words } = error;
  if (words.includes('call stack')) return error;
  if (error instanceof RangeError && /array|allocation/i.test(words)) {
    return new RuntimeError(`DefaultCPUAllocator: can't allocate memory: ${name}() needs more than there can be`);
  }
  const sentence = new TypeError_(`${name}() received an invalid combination of arguments - got (${types.join(', ')})`);
  sentence.cause = error;
  return sentence;
}

/** Fails with a RuntimeError (PyTorch's TORCH_CHECK) unless `condition` holds. */
export function check(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new RuntimeError(message());
}
