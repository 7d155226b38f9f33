import { show, showAll } from './show.js';

export interface OutputLimits {
  lines: number;
  /** The most characters of one line. */
  line: number;
}

/** How many lines are sent one at a time before batches begin, so that the last lines are not lost when the worker must be ended. */
const SENT_ALONE = 200;
const BATCH_MS = 30;
/** The most characters of one call that are printed. */
const MOST = 2 ** 24;

/** Collects what a model prints, line by line, and sends it on. */
export class Output {
  readonly lines: string[] = [];
  private sent = 0;
  private sentAt = 0;

  constructor(
    private readonly send: (lines: string[]) => void,
    private readonly now: () => number,
    private readonly limits: OutputLimits = { lines: 10_000, line: 20_000 },
  ) {}

  write(text: string): void {
    const { lines, limits } = this;
    // More characters than all allowed lines together have.
    const bounded = text.length > MOST ? text.slice(0, MOST) : text;
    for (const line of bounded.split('\n')) {
      if (lines.length > limits.lines) return;
      if (lines.length === limits.lines) lines.push(`(The output is longer than ${limits.lines} lines: the rest is left out.)`);
      else lines.push(line.length > limits.line ? `${line.slice(0, limits.line)}…` : line);
    }
    if (lines.length <= SENT_ALONE || this.now() - this.sentAt >= BATCH_MS) this.flush();
  }

  flush(): void {
    if (this.sent === this.lines.length) return;
    this.send(this.lines.slice(this.sent));
    this.sent = this.lines.length;
    this.sentAt = this.now();
  }
}

/** The `console` of model files. */
export function modelConsole(output: Output, now: () => number) {
  let indentation = '';
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const log = (...values: unknown[]) => {
    const text = showAll(values);
    output.write(indentation === '' ? text : text.replace(/^/gm, indentation));
  };
  const elapsed = (label: string) => log(`${label}: ${(now() - (timers.get(label) ?? now())).toFixed(3)} ms`);
  return {
    log,
    info: log,
    debug: log,
    warn: log,
    error: log,
    trace: log,
    table: log,
    dir: (value: unknown) => log(show(value)),
    assert(condition: unknown, ...values: unknown[]) {
      if (!condition) log('Assertion failed', ...values);
    },
    group(...values: unknown[]) {
      if (values.length > 0) log(...values);
      indentation += '  ';
    },
    groupEnd() {
      indentation = indentation.slice(2);
    },
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void timers.set(label, now()),
    timeLog: (label = 'default') => elapsed(label),
    timeEnd(label = 'default') {
      elapsed(label);
      timers.delete(label);
    },
    clear() {},
  };
}
