/**
 * The engine's realm of a process has nothing of Node's. What it needs of the process comes over this bridge: functions
 * of the process's own realm, which take and give numbers and texts. None of them, nor what it throws, is ever visible
 * on this side: each is called here only, within a `try` that does not look at the error. (Near the end of the stack
 * any call throws an error of the realm that it leads to.)
 */

/** The functions as the process has them. */
export interface Outside {
  post(json: string, bytes: Uint8Array | undefined): void;
  /** Where the text begins in the file of passes; -1 when it is not there. */
  writePass(json: string): number;
  now(): number;
  startTimer(id: number, ms: number, repeats: boolean): void;
  stopTimer(id: number): void;
  arrayBytes(collect: boolean): number;
  spent(): number;
  sweep(lately: boolean): void;
  /** The numbers of the keys that are left. Of all functions the only one that is given an object, which it only looks at. */
  left(map: WeakMap<object, number>): string | null;
  /** Null where nobody has to ask for it. */
  multiplyAdd: (() => void) | null;
  /** Null where it cannot be. */
  joinVectors: ((isOn: boolean) => void) | null;
  look(site: number): number;
  /** The value of a script in the engine's realm or in the model's; undefined when it has no value, after which `failure` says why. */
  compile(code: string, name: string, isModel: boolean): unknown;
  failure(): string;
  /** The function that a second bundle is, in the engine's realm; undefined as for `compile`. */
  part(): unknown;
  /** Texts of what was bundled, as JSON; null when they cannot be read. */
  said(): string | null;
  ready(inside: Inside): void;
}

/** What the process calls. */
export interface Inside {
  receive(json: string, bytes: Uint8Array | undefined): void;
  fire(timer: number): void;
  stray(error: unknown): void;
  zeros(length: number): Uint8Array;
  /** A few small steps, while the process waits: the engine's first ones are slow until V8 has compiled them. False when it was enough. */
  warm(): boolean;
}

/** Given by what evaluates this bundle, see process.node.ts. */
declare const given: Outside;
const {
  post,
  writePass,
  now,
  startTimer,
  stopTimer,
  arrayBytes,
  spent,
  sweep,
  left,
  multiplyAdd,
  joinVectors,
  look,
  compile,
  failure,
  part,
  said,
  ready,
} = given;
const Bytes = Uint8Array;

const evaluate = (code: string, name: string, isModel: boolean): unknown => evaluated(() => compile(code, name, isModel));

function evaluated(make: () => unknown): unknown {
  let value: unknown;
  let why = 'The code could not be read.';
  try {
    value = make();
    if (value === undefined) why = failure();
  } catch {
    value = undefined;
  }
  if (value !== undefined) return value;
  const error = new SyntaxError(why.replace(/^[^]*\n/, ''));
  error.stack = why;
  throw error;
}

export const outside = {
  post(json: string, bytes?: Uint8Array): void {
    let sent = false;
    try {
      post(json, bytes && new Bytes(bytes));
      sent = true;
    } catch {
      // Near the end of the stack.
    }
    if (!sent) throw new Error('The message could not be sent.');
  },
  writePass(json: string): number {
    try {
      return writePass(json);
    } catch {
      return -1;
    }
  },
  now(): number {
    try {
      return now();
    } catch {
      return 0;
    }
  },
  startTimer(id: number, ms: number, repeats: boolean): void {
    let started = false;
    try {
      startTimer(id, ms, repeats);
      started = true;
    } catch {
      // As above.
    }
    // A run waits for its timers: one that never comes must not be waited for.
    if (!started) throw new Error('The timer could not be started.');
  },
  stopTimer(id: number): void {
    try {
      stopTimer(id);
    } catch {
      // As above.
    }
  },
  arrayBytes(collect: boolean): number {
    try {
      return arrayBytes(collect);
    } catch {
      return 0;
    }
  },
  spent(): number {
    try {
      return spent();
    } catch {
      return 0;
    }
  },
  /** Collects garbage within a turn. */
  sweep(lately: boolean): void {
    try {
      sweep(lately);
    } catch {
      // As above: nothing is gone then.
    }
  },
  left(map: WeakMap<object, number>): string | null {
    try {
      return left(map);
    } catch {
      return null;
    }
  },
  multipliesAndAdds: multiplyAdd !== null,
  multiplyAdd(): void {
    try {
      multiplyAdd?.();
    } catch {
      // As above: it is done in two steps then.
    }
  },
  canJoinVectors: joinVectors !== null,
  joinVectors(isOn: boolean): void {
    try {
      joinVectors?.(isOn);
    } catch {
      // As above: what is compiled then is as right, and slower.
    }
  },
  look(site: number): 'go on' | 'end' | 'memory' {
    try {
      const answer = look(site);
      return answer === 1 ? 'end' : answer === 2 ? 'memory' : 'go on';
    } catch {
      return 'go on';
    }
  },
  compileModel: (code: string, name: string): unknown => evaluate(code, name, true),
  part: (): unknown => evaluated(part),
  said(): string | null {
    try {
      return said();
    } catch {
      return null;
    }
  },
  ready: (inside: Inside): void => ready(inside),
};

/** The engine makes its loops of text. `new Function` is switched off in the whole process, so they are scripts. */
function MakeFunction(...parts: string[]): unknown {
  const body = parts.pop() ?? '';
  return evaluate(`(function(${parts.join(',')}){${body}\n})`, 'engine', false);
}
// Whether something is a class is asked of `Function.prototype`, from here on too.
MakeFunction.prototype = Function.prototype;
Object.defineProperty(globalThis, 'Function', { value: MakeFunction, writable: true, configurable: true });
Reflect.deleteProperty(globalThis, 'console');
