/** A command with its own options. `run`, `check` and `ops` share the options of arguments.ts. */
export interface CliCommand {
  /** The word after `tensor-lens`. */
  readonly name: string;
  /** The forms of the command, without `tensor-lens`: one line each. */
  readonly usage: readonly string[];
  /** What it does and what its options mean, as `--help` shows it. */
  readonly help: string;
  /**
   * @param args the arguments after the command's name
   * @returns the exit status
   * @throws WrongUsage
   */
  run(args: string[]): Promise<number>;
}

/** A command was called in a wrong way. The message says what is wrong, and the usage is shown below it. */
export class WrongUsage extends Error {}

export const EXIT = { ok: 0, error: 1, usage: 2, timeout: 124, cancelled: 130 } as const;
