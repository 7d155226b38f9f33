/** Python's exceptions: the engine's own where PyTorch raises them too. */
import { IndexError, KeyError, TorchError, TypeError_ } from '../errors.js';
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

export class ZeroDivisionError extends TorchError {
  override name = 'ZeroDivisionError';
}

export class OverflowError extends TorchError {
  override name = 'OverflowError';
}

export class StopIteration extends TorchError {
  override name = 'StopIteration';
  /** What the generator returned. */
  value: unknown = null;

  static of(value: unknown): StopIteration {
    return Object.assign(new StopIteration(''), { value: value ?? null });
  }
}

/** Whether `except Kind` catches this. JavaScript's own errors are taken for the ones that Python would raise there. */
export function catches(thrown: unknown, ...kinds: readonly (abstract new (...args: never[]) => object)[]): boolean {
  return kinds.some((kind) => {
    if (kind === Exception || thrown instanceof kind) return thrown instanceof Error;
    if (kind.name === 'LookupError' || kind.name === 'ArithmeticError') return false;
    return thrown instanceof TypeError && (kind.name === 'AttributeError' || kind === TypeError_);
  });
}

/** As Python's `LookupError` and `ArithmeticError`, which stand for several. */
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

/** What `raise … from cause` throws. */
export function caused<T extends Error>(error: T, cause: unknown): T {
  Object.assign(error, { __cause__: cause });
  return error;
}

/** What Python says of a class whose methods are not all written. @throws TypeError */
export function abstract(name: string, methods: readonly string[]): never {
  const all = [...methods].sort().join(', ');
  throw new TypeError_(`Can't instantiate abstract class ${name} with abstract method${methods.length > 1 ? 's' : ''} ${all}`);
}
