import type { ParseArgsConfig } from 'node:util';

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A kind of file that a model can be written as. */
export interface Exporter {
  /** Its option, which takes the file to write: `pytorch` for `--pytorch OUT.py`. */
  readonly option: string;
  /** Options that only go with it. */
  readonly more: NonNullable<ParseArgsConfig['options']>;
  /** How it is called, after `tensor-lens export FILE.tl.ts`. */
  readonly usage: string;
  /** What is written, and what each option means. */
  readonly help: string;
  /**
   * Writes `out`, or says on stderr why not.
   *
   * @param file the model file
   * @param values what the options in `more` were given
   * @returns the exit status
   * @throws WrongUsage for a value that an option does not take
   */
  write(file: string, out: string, values: Values): Promise<number>;
}
