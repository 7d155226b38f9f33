/** Python's exceptions. Where PyTorch raises them too, they are the engine's own. */
import { IndexError, KeyError, TorchError, TypeError_, ValueError } from '../errors.js';
import { Tuple } from './keys.js';

export {
  AssertionError,
  AttributeError,
  FileNotFoundError,
  IndexError,
  KeyError,
  NotImplementedError_ as NotImplementedError,
  OSError,
  RuntimeError,
  TypeError_ as TypeError,
  ValueError,
} from '../errors.js';

/** As Python's `Exception`: the base of a program's own exceptions. Its message is its first argument. */
export class Exception extends Error {
  readonly args: readonly unknown[];

  constructor(...args: unknown[]) {
    super(args.length === 0 ? '' : String(args[0]));
    this.name = new.target.name;
    this.args = args;
  }

  override toString(): string {
    return this.message;
  }
}

export class UnicodeDecodeError extends ValueError {
  override name = 'UnicodeDecodeError';
}

export class ZeroDivisionError extends TorchError {
  override name = 'ZeroDivisionError';
}

export class OverflowError extends TorchError {
  override name = 'OverflowError';
}

export class StopIteration extends TorchError {
  override name = 'StopIteration';
  /** The value that the generator returned. */
  value: unknown = null;

  static of(value: unknown): StopIteration {
    return Object.assign(new StopIteration(''), { value: value ?? null });
  }
}

/**
 * True when `except Kind` catches this value. JavaScript's own errors count as the errors that Python would raise
 * there.
 */
export function catches(thrown: unknown, ...kinds: readonly (abstract new (...args: never[]) => object)[]): boolean {
  return kinds.some((kind) => {
    if (kind === Exception || thrown instanceof kind) return thrown instanceof Error;
    if (kind.name === 'LookupError' || kind.name === 'ArithmeticError') return false;
    return thrown instanceof TypeError && (kind.name === 'AttributeError' || kind === TypeError_);
  });
}

/** The classes that Python's `LookupError` and `ArithmeticError` cover. */
export const lookupErrors = [IndexError, KeyError] as const;
export const arithmeticErrors = [ZeroDivisionError, OverflowError] as const;

/** As `error.args`. */
export function args_of(error: Error): Tuple {
  const { args } = error as { args?: readonly unknown[] };
  if (Array.isArray(args)) return Tuple.from<unknown>(args);
  const { message } = error;
  if (message === '') return new Tuple();
  return Tuple.from<unknown>([(error instanceof KeyError ? error.key : undefined) ?? message]);
}

/** The error that `raise … from cause` throws. */
export function caused<T extends Error>(error: T, cause: unknown): T {
  Object.assign(error, { __cause__: cause });
  return error;
}

/** Throws Python's error for a class with abstract methods. @throws TypeError */
export function abstract(name: string, methods: readonly string[]): never {
  const all = [...methods].sort().join(', ');
  throw new TypeError_(`Can't instantiate abstract class ${name} with abstract method${methods.length > 1 ? 's' : ''} ${all}`);
}
