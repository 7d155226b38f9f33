/** Python's `logging`. What it would write to the errors goes to the output of the run. */
import { ValueError } from '../errors.js';
import { percent } from './format.js';
import { isPlain } from './keys.js';
import type { Print } from './print.js';
import { str } from './text.js';

const LEVELS: Readonly<Record<string, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  WARN: 30,
  ERROR: 40,
  CRITICAL: 50,
  FATAL: 50,
};
const levelName = (level: number): string => Object.keys(LEVELS).find((name) => LEVELS[name] === level) ?? `Level ${level}`;

/** A level by its number or its name. @throws ValueError */
function levelOf(level: number | string): number {
  if (typeof level === 'number') return level;
  const known = LEVELS[level];
  if (known === undefined) throw new ValueError(`Unknown level: '${level}'`);
  return known;
}

interface Entry {
  name: string;
  level: number;
  message: string;
}

/** As `time.strftime` of the moment with three more digits. */
function moment(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString();
  return local.slice(0, 23).replace('T', ' ').replace('.', ',');
}

class Formatter {
  constructor(private readonly form: string | null = null) {}

  format({ name, level, message }: Entry): string {
    const values = new Map<string, unknown>(
      Object.entries({ name, message, levelname: levelName(level), levelno: level, asctime: moment() }),
    );
    const form = this.form ?? '%(message)s';
    return percent(form.replace(/%\((?!name|message|levelname|levelno|asctime)\w+\)-?\d*[sd]/g, ''), values);
  }
}

interface Handler {
  level: number;
  formatter: Formatter;
  setLevel: (level: number | string) => void;
  setFormatter: (formatter: Formatter) => void;
  emit: (entry: Entry) => void;
  flush: () => void;
  close: () => void;
}

interface Options {
  level?: number | string;
  format?: string;
  handlers?: readonly Handler[];
  force?: boolean;
}

/** As the module `logging` of one run. */
export type Logging = ReturnType<typeof loggingTo>;

export function loggingTo(print: Print) {
  const handlerTo = (write: (line: string) => unknown): Handler => {
    const made: Handler = {
      level: 0,
      formatter: new Formatter(),
      setLevel: (level) => void (made.level = levelOf(level)),
      setFormatter: (formatter) => void (made.formatter = formatter),
      emit: (entry) => {
        if (entry.level >= made.level) write(made.formatter.format(entry));
      },
      flush: () => {},
      close: () => {},
    };
    return made;
  };
  const printed = (line: string) => print(line);
  /** What writes where nothing else does. */
  const last = handlerTo(printed);

  class Logger {
    level = 0;
    handlers: Handler[] = [];
    propagate = true;

    constructor(
      readonly name: string,
      readonly parent: Logger | null,
    ) {}

    setLevel(level: number | string): void {
      this.level = levelOf(level);
    }

    getEffectiveLevel(): number {
      return this.level || (this.parent?.getEffectiveLevel() ?? 0);
    }

    isEnabledFor(level: number): boolean {
      return level >= this.getEffectiveLevel();
    }

    addHandler(handler: Handler): void {
      if (!this.handlers.includes(handler)) this.handlers.push(handler);
    }

    removeHandler(handler: Handler): void {
      this.handlers = this.handlers.filter((one) => one !== handler);
    }

    hasHandlers(): boolean {
      return this.handlers.length > 0 || (this.propagate && (this.parent?.hasHandlers() ?? false));
    }

    log(level: number, message: unknown, ...given: unknown[]): void {
      if (!this.isEnabledFor(level)) return;
      // `exc_info=True`
      const args = isPlain(given.at(-1)) ? given.slice(0, -1) : given;
      const values = args.length === 1 && args[0] instanceof Map ? args[0] : args;
      const text = args.length === 0 ? str(message) : percent(str(message), values);
      this.handle({ name: this.name, level, message: text });
    }

    handle(entry: Entry): void {
      for (const handler of this.all()) handler.emit(entry);
      if (!this.hasHandlers() && entry.level >= LEVELS.WARNING) last.emit(entry);
    }

    all(): Handler[] {
      return [...this.handlers, ...(this.propagate ? (this.parent?.all() ?? []) : [])];
    }

    debug(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.DEBUG, message, ...args);
    }

    info(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.INFO, message, ...args);
    }

    warning(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.WARNING, message, ...args);
    }

    error(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.ERROR, message, ...args);
    }

    exception(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.ERROR, message, ...args);
    }

    critical(message: unknown, ...args: unknown[]): void {
      this.log(LEVELS.CRITICAL, message, ...args);
    }
  }

  const root = new Logger('root', null);
  root.level = LEVELS.WARNING;
  const loggers = new Map<string, Logger>();
  const getLogger = (name: string | null = null): Logger => {
    if (name === null || name === 'root') return root;
    const known = loggers.get(name);
    if (known) return known;
    const made = new Logger(name, name.includes('.') ? getLogger(name.slice(0, name.lastIndexOf('.'))) : root);
    loggers.set(name, made);
    return made;
  };
  const basicConfig = ({ level, format, handlers, force = false }: Options = {}): void => {
    if (force) root.handlers = [];
    if (root.handlers.length > 0) return;
    for (const handler of handlers ?? [handlerTo(printed)]) {
      handler.setFormatter(new Formatter(format ?? '%(levelname)s:%(name)s:%(message)s'));
      root.addHandler(handler);
    }
    if (level !== undefined) root.setLevel(level);
  };
  const ofRoot =
    (level: number) =>
    (message: unknown, ...args: unknown[]): void => {
      basicConfig();
      root.log(level, message, ...args);
    };
  return Object.freeze({
    ...LEVELS,
    getLogger,
    basicConfig,
    getLevelName: levelName,
    Formatter: (form: string | null = null) => new Formatter(form),
    StreamHandler: (stream: { write: (text: string) => unknown } | null = null) =>
      handlerTo(stream === null ? printed : (line) => stream.write(`${line}\n`)),
    // There are no files to write to.
    FileHandler: () => handlerTo(() => {}),
    NullHandler: () => handlerTo(() => {}),
    disable: (level: number = LEVELS.CRITICAL) => void (root.level = level + 1),
    debug: ofRoot(LEVELS.DEBUG),
    info: ofRoot(LEVELS.INFO),
    warning: ofRoot(LEVELS.WARNING),
    error: ofRoot(LEVELS.ERROR),
    exception: ofRoot(LEVELS.ERROR),
    critical: ofRoot(LEVELS.CRITICAL),
  });
}
