type Callback = (...args: unknown[]) => void;
type Start = (callback: Callback, ms?: number, ...args: unknown[]) => unknown;
type Clear = (timer: unknown) => void;

export interface TimerScope {
  setTimeout: Start;
  setInterval: Start;
  clearTimeout: Clear;
  clearInterval: Clear;
}

/** Knows which timers a program has set. So its run can wait for them, as Node would, and can end them. */
export class Timers {
  private readonly pending = new Set<unknown>();
  private readonly own: TimerScope;
  private wake: (() => void) | null = null;

  constructor(private readonly scope: TimerScope) {
    const { setTimeout, setInterval, clearTimeout, clearInterval } = scope;
    this.own = { setTimeout, setInterval, clearTimeout, clearInterval };
    scope.setTimeout = (callback, ms, ...args) => {
      const timer = this.start(
        'setTimeout',
        () => {
          this.forget(timer);
          callback(...args);
        },
        callback,
        ms,
      );
      return timer;
    };
    scope.setInterval = (callback, ms, ...args) => this.start('setInterval', () => callback(...args), callback, ms);
    scope.clearTimeout = (timer) => this.stop('clearTimeout', timer);
    scope.clearInterval = (timer) => this.stop('clearInterval', timer);
  }

  /** Resolves when no timer is left and all that followed from the last one is done. */
  async idle(): Promise<void> {
    do {
      if (this.pending.size > 0) await new Promise<void>((resolve) => (this.wake = resolve));
      await new Promise<void>((resolve) => void this.own.setTimeout.call(this.scope, () => resolve(), 0));
    } while (this.pending.size > 0);
  }

  /** Stops all timers that are left. */
  dispose(): void {
    for (const timer of this.pending) this.own.clearTimeout.call(this.scope, timer);
    this.pending.clear();
    this.wake?.();
  }

  private start(kind: 'setTimeout' | 'setInterval', run: () => void, callback: unknown, ms?: number): unknown {
    if (typeof callback !== 'function') throw new TypeError(`${kind} takes a function.`);
    const timer = this.own[kind].call(this.scope, run, ms);
    this.pending.add(timer);
    return timer;
  }

  private stop(kind: 'clearTimeout' | 'clearInterval', timer: unknown): void {
    this.own[kind].call(this.scope, timer);
    this.forget(timer);
  }

  private forget(timer: unknown): void {
    this.pending.delete(timer);
    if (this.pending.size === 0) this.wake?.();
  }
}
