/** Python's `print`: the only function here that belongs to a run. */
import { str } from './text.js';

export interface PrintOptions {
  sep?: string | null;
  end?: string | null;
  /** Where the text goes; by default to the output. */
  file?: { write: (text: string) => unknown } | null;
}

export interface Print {
  (...values: unknown[]): void;
  /** As `print(…, sep=…, end=…)`. */
  with(options: PrintOptions, ...values: unknown[]): void;
  /** As `contextlib.redirect_stdout(file)`. */
  redirected<F extends { write: (text: string) => unknown }>(file: F): { __enter__: () => F; __exit__: () => boolean };
}

/** A `print` that writes whole lines, and a function that writes an unfinished line. */
export function printing(writeLine: (text: string) => void): { print: Print; flush: () => void } {
  let waiting = '';
  let into: PrintOptions['file'] = null;
  const write = (text: string) => {
    if (into) return void into.write(text);
    const lines = (waiting + text).split('\n');
    waiting = lines.pop()!;
    for (const line of lines) writeLine(line);
  };
  const print = (...values: unknown[]) => write(`${values.map((value) => str(value)).join(' ')}\n`);
  return {
    print: Object.assign(print, {
      with({ sep, end, file }: PrintOptions, ...values: unknown[]) {
        const text = values.map((value) => str(value)).join(sep ?? ' ') + (end ?? '\n');
        if (file) file.write(text);
        else write(text);
      },
      redirected<F extends { write: (text: string) => unknown }>(file: F) {
        const before = into;
        return {
          __enter__: () => (into = file),
          __exit__: () => {
            into = before;
            return false;
          },
        };
      },
    }),
    flush() {
      if (waiting !== '') write('\n');
    },
  };
}
