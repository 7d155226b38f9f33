import type { ParseArgsConfig } from 'node:util';

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A kind of file that a model can be written as. */
export interface Exporter {
  /** The option that takes the file to write: `pytorch` for `--pytorch OUT.py`. */
  readonly option: string;
  /** Further options that are only valid together with it. */
  readonly more: NonNullable<ParseArgsConfig['options']>;
  /** The form of the call, after `tensor-lens export FILE.tl.ts`. */
  readonly usage: string;
  /** The help: what is written, and what each option means. */
  readonly help: string;
  /**
   * Writes `out`. If that fails, says why on stderr.
   *
   * @param file the model file
   * @param values the values of the options in `more`
   * @returns the exit status
   * @throws WrongUsage for a value that an option does not take
   */
  write(file: string, out: string, values: Values): Promise<number>;
}
