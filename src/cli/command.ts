/** A command with options of its own. `run`, `check` and `ops` share those of arguments.ts. */
export interface CliCommand {
  /** What is written after `tensor-lens`. */
  readonly name: string;
  /** How it is called, after `tensor-lens`: one line each. */
  readonly usage: readonly string[];
  /** What it does and what its options mean, as `--help` shows it. */
  readonly help: string;
  /**
   * @param args what is written after its name
   * @returns the exit status
   * @throws WrongUsage
   */
  run(args: string[]): Promise<number>;
}

/** A command was called in a way that it cannot be: the message says what was wrong, and the usage is shown below it. */
export class WrongUsage extends Error {}

export const EXIT = { ok: 0, error: 1, usage: 2, timeout: 124, cancelled: 130 } as const;
