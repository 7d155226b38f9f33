/** Small objects of Python's library that programs use beside the model: contexts, logs, progress bars. */
import { setGradEnabled } from '../autograd/gradMode.js';
import { percent } from './format.js';
import { range } from './sequences.js';
import { str } from './text.js';
import type { Print } from './print.js';

/** As `contextlib.nullcontext(value)`. */
export const nullcontext = <T>(value: T | null = null): { __enter__: () => T | null; __exit__: () => boolean } => ({
  __enter__: () => value,
  __exit__: () => false,
});

/** As `torch.no_grad()` and its kind in a variable, which `with` enters later. */
export const grad_mode = (enabled: boolean): { __enter__: () => void; __exit__: () => boolean } => {
  const before: boolean[] = [];
  return {
    __enter__: () => void before.push(setGradEnabled(enabled)),
    __exit__: () => {
      setGradEnabled(before.pop()!);
      return false;
    },
  };
};

/** As `tqdm(iterable, …)`: iterates over it. The progress bar is not part of the printed output. */
export class tqdm<T> implements Iterable<T> {
  constructor(private readonly all: Iterable<T> = []) {}

  static range(...args: Parameters<typeof range>): tqdm<number> {
    return new tqdm(range(...args));
  }

  [Symbol.iterator](): Iterator<T> {
    return this.all[Symbol.iterator]();
  }

  __len__(): number {
    return (this.all as { length?: number }).length ?? [...this.all].length;
  }

  set_description(): void {}
  set_postfix(): void {}
  set_postfix_str(): void {}
  update(): void {}
  close(): void {}

  __enter__(): this {
    return this;
  }

  __exit__(): boolean {
    return false;
  }
}

const LEVELS: Readonly<Record<string, number>> = { DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40, CRITICAL: 50 };

/** As the module `logging`: one logger, which writes to the output, serves all names. */
export type Logging = ReturnType<typeof loggingTo>;

export function loggingTo(print: Print) {
  let level = 30;
  let format = '%(levelname)s:%(name)s:%(message)s';
  const log = (own: string, name: string, message: unknown, args: readonly unknown[]): void => {
    if (LEVELS[own] < level) return;
    const text = args.length === 0 ? str(message) : percent(str(message), args);
    const values: Record<string, string> = { message: text, levelname: own, name };
    print(
      format.replace(/%\((\w+)\)(-?\d*)s/g, (_, part: string, width: string) => {
        const value = values[part] ?? '';
        return width.startsWith('-') ? value.padEnd(-Number(width)) : value.padStart(Number(width));
      }),
    );
  };
  const loggerOf = (name: string) => ({
    name,
    debug: (message: unknown, ...args: unknown[]) => log('DEBUG', name, message, args),
    info: (message: unknown, ...args: unknown[]) => log('INFO', name, message, args),
    warning: (message: unknown, ...args: unknown[]) => log('WARNING', name, message, args),
    error: (message: unknown, ...args: unknown[]) => log('ERROR', name, message, args),
    critical: (message: unknown, ...args: unknown[]) => log('CRITICAL', name, message, args),
    setLevel: (to: number) => void (level = to),
    isEnabledFor: (asked: number) => asked >= level,
  });
  const root = loggerOf('root');
  return Object.freeze({
    ...LEVELS,
    getLogger: (name = 'root') => loggerOf(name),
    basicConfig: (options: { level?: number; format?: string; stream?: unknown } = {}) => {
      if (options.level !== undefined) level = options.level;
      if (options.format !== undefined) format = options.format;
    },
    debug: root.debug,
    info: root.info,
    warning: root.warning,
    error: root.error,
  });
}
