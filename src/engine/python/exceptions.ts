/** Python's exceptions. Where PyTorch raises them too, they are the engine's own. */
import { IndexError, KeyError, OSError, RecursionError, TorchError, TypeError_, ValueError } from '../errors.js';
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

/** As Python's `Exception`: the base of a program's own exceptions. Its message is its argument, or all of them as a tuple. */
export class Exception extends Error {
  readonly args: readonly unknown[];
  static shown: (value: unknown) => string = String;
  static quoted: (value: unknown) => string = String;

  constructor(...args: unknown[]) {
    super(args.length === 0 ? '' : args.length === 1 ? Exception.shown(args[0]) : Exception.shown(Tuple.from(args)));
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

/** As Python's `SystemExit`, which ends a program: by itself, no `except` catches it. */
export class SystemExit extends TorchError {
  override name = 'SystemExit';
  readonly code: unknown;

  constructor(code: unknown = null) {
    super(code === null ? '' : Exception.shown(code));
    this.code = code;
  }
}

/** As Python's `sys.exit(code)`. */
export function exit(code: unknown = null): never {
  throw new SystemExit(code);
}

/** True for what ends a program as its end does. */
export const isPlainExit = (thrown: unknown): boolean => thrown instanceof SystemExit && !thrown.code;

type Kind = abstract new (...args: never[]) => object;

/**
 * True when `except Kind` catches this value. JavaScript's own errors count as the errors that Python would raise
 * there.
 */
export function catches(thrown: unknown, ...kinds: readonly (Kind | readonly Kind[])[]): boolean {
  const all: readonly Kind[] = kinds.flatMap((one) => one);
  if (thrown instanceof SystemExit) return all.includes(SystemExit);
  return all.some((kind) => {
    if (kind === Exception || thrown instanceof kind) return thrown instanceof Error;
    return thrown instanceof TypeError && (kind.name === 'AttributeError' || kind === TypeError_);
  });
}

/** Exceptions that only a program raises. */
const raised = (name: string, Base: typeof TorchError = TorchError): typeof TorchError =>
  ({
    [name]: class extends Base {
      override name = name;
    },
  })[name];
export const LookupError = raised('LookupError');
export const ArithmeticError = raised('ArithmeticError');
export const NameError = raised('NameError');
export const ImportError = raised('ImportError');
export const EOFError = raised('EOFError');
export const KeyboardInterrupt = raised('KeyboardInterrupt');
export const MemoryError = raised('MemoryError');
export const UserWarning = raised('UserWarning');
export const DeprecationWarning = raised('DeprecationWarning');
export const FileExistsError = raised('FileExistsError', OSError);
export const ModuleNotFoundError = raised('ModuleNotFoundError', ImportError);
export const ConnectionError = raised('ConnectionError', OSError);
export const TimeoutError = raised('TimeoutError', OSError);
export const PermissionError = raised('PermissionError', OSError);
export { RecursionError };
const SyntaxError_ = raised('SyntaxError');
export { SyntaxError_ as SyntaxError };

/** The classes that Python's `LookupError` and `ArithmeticError` cover. */
export const lookupErrors = [IndexError, KeyError, LookupError] as const;
export const arithmeticErrors = [ZeroDivisionError, OverflowError, ArithmeticError] as const;

/** The error of a class that is made with these arguments: its message is its only argument, or all of them as a tuple. */
export function error_of<T extends Error>(kind: new (message: string) => T, ...args: unknown[]): T {
  const shown = args.length === 1 ? args[0] : Tuple.from(args);
  return Object.assign(new kind(kind.name === 'KeyError' ? Exception.quoted(shown) : Exception.shown(shown)), { args });
}

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
