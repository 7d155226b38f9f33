/**
 * The engine's realm of a process has nothing of Node. What it needs of the process comes over this bridge: functions
 * of the process's own realm that take and return numbers and texts. Neither these functions nor the errors that they
 * throw are ever visible to the rest of this realm: each function is called only here, within a `try` that does not
 * look at the error. (Near the end of the stack, any call throws an error of the realm of the called function.)
 */

/** The functions as the process provides them. */
export interface Outside {
  post(json: string, bytes: Uint8Array | undefined): void;
  /** Returns where the text begins in the file of passes; -1 when it was not written. */
  writePass(json: string): number;
  now(): number;
  startTimer(id: number, ms: number, repeats: boolean): void;
  stopTimer(id: number): void;
  arrayBytes(collect: boolean): number;
  spent(): number;
  sweep(lately: boolean): void;
  /** The numbers of the keys that are left. Only this function is given an object, and it only looks at the object. */
  left(map: WeakMap<object, number>): string | null;
  /** Null where V8 does so without being asked, or cannot. */
  multiplyAdd: (() => void) | null;
  /** Null where V8 cannot join vectors. */
  joinVectors: ((isOn: boolean) => void) | null;
  look(site: number): number;
  /** The value of a script in the engine's realm or in the model's; undefined when it has none. `failure` then says why. */
  compile(code: string, name: string, isModel: boolean): unknown;
  failure(): string;
  /** The function that the second bundle evaluates to, in the engine's realm; undefined as for `compile`. */
  part(): unknown;
  /** Texts that were taken out of the bundle, as JSON; null when they cannot be read. */
  said(): string | null;
  ready(inside: Inside): void;
}

/** The functions that the process calls. */
export interface Inside {
  receive(json: string, bytes: Uint8Array | undefined): void;
  fire(timer: number): void;
  stray(error: unknown): void;
  zeros(length: number): Uint8Array;
  /**
   * Runs a few small steps while the process waits, because the engine's first steps are slow until V8 has compiled
   * them. Returns false when enough were run.
   */
  warm(): boolean;
}

/** The code that evaluates this bundle provides this value, see process.node.ts. */
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
      // The stack may be nearly full.
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
    // A run waits for its timers, so it must not wait for a timer that was never started.
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
  /** Collects garbage without waiting for the turn to end. */
  sweep(lately: boolean): void {
    try {
      sweep(lately);
    } catch {
      // As above: then nothing was collected.
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
      // As above: V8 then multiplies and adds in two steps.
    }
  },
  canJoinVectors: joinVectors !== null,
  joinVectors(isOn: boolean): void {
    try {
      joinVectors?.(isOn);
    } catch {
      // As above: code that is compiled then is just as right, but slower.
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

/**
 * Replaces `new Function`, which is switched off in the whole process. The engine makes its loops from text, so they
 * become scripts.
 */
function MakeFunction(...parts: string[]): unknown {
  const body = parts.pop() ?? '';
  return evaluate(`(function(${parts.join(',')}){${body}\n})`, 'engine', false);
}
// Whether something is a class is asked of `Function.prototype`, from here on too.
MakeFunction.prototype = Function.prototype;
Object.defineProperty(globalThis, 'Function', { value: MakeFunction, writable: true, configurable: true });
Reflect.deleteProperty(globalThis, 'console');
