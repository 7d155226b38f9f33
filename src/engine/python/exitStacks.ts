/** Python's `contextlib.ExitStack`: contexts that are left together, the last one first. */

interface Context {
  __enter__(): unknown;
  __exit__(kind: unknown, error: unknown, traceback: unknown): unknown;
}

type Exit = (kind: unknown, error: unknown) => unknown;

export class ExitStack {
  private exits: Exit[] = [];

  enter_context<T extends Context>(context: T): ReturnType<T['__enter__']> {
    const entered = context.__enter__();
    this.push(context);
    return entered as ReturnType<T['__enter__']>;
  }

  callback<F extends (...args: never[]) => unknown>(f: F, ...args: Parameters<F>): F {
    this.exits.push(() => {
      f(...args);
      return false;
    });
    return f;
  }

  push<T extends Context>(context: T): T {
    this.exits.push((kind, error) => context.__exit__(kind, error, null));
    return context;
  }

  pop_all(): ExitStack {
    const moved = new ExitStack();
    [moved.exits, this.exits] = [this.exits, []];
    return moved;
  }

  close(): void {
    this.__exit__(null, null);
  }

  __enter__(): this {
    return this;
  }

  /** Leaves all contexts. One of them may take the error away, or put another in its place. */
  __exit__(_kind: unknown, thrown: unknown): boolean {
    let error = thrown;
    for (let exit = this.exits.pop(); exit; exit = this.exits.pop()) {
      try {
        if (exit((error as object | null)?.constructor ?? null, error) === true) error = null;
      } catch (another) {
        error = another;
      }
    }
    if (error !== null && error !== thrown) throw error as Error;
    return thrown !== null && error === null;
  }
}
