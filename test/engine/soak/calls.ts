import { Script } from 'node:vm';
import * as engine from '../../../src/engine/index.js';
import { forPrograms } from '../../../src/engine/library.js';
import { setMemoryLimit } from '../../../src/engine/memory.js';
import { nativeOf } from '../../../src/engine/errors.js';
import { overloadsOf } from '../../../src/engine/ops/registry.js';
import { parseSignature, type Parameter } from '../../../src/engine/ops/signature.js';
import { complaint, flawOf, partsOf } from './judge.js';
import { chance, maker, type Chance } from './things.js';

/** Random calls of everything that a program can reach. Each result is judged. */

const torch = forPrograms(engine);

type Callable = (...args: never[]) => unknown;

interface Callee {
  path: string;
  value: Callable;
  /** The parameters of each overload. Empty where nothing describes them. */
  parameters: readonly (readonly Parameter[])[];
  isClass: boolean;
}

/**
 * Functions that are left out. Functions that open files have their own tests and need a folder. Constraints,
 * transforms and the methods of distributions do not check their arguments yet.
 */
const LEFT_OUT = new Set(['torch.distributions', 'torch.nn.init.fanInBound', 'torch.load', 'torch.save', 'torch.utils.data.read_csv']);

// A value that looks like a function may be an object without a name.
const isClass = (value: Callable): boolean =>
  /^class\b/.test(Function.prototype.toString.call(value)) || String(value.name).startsWith('bound ');

function parametersOf(path: string, value: Callable): Callee['parameters'] {
  const name = path.replace(/^torch\./, '');
  const overloads = overloadsOf(name);
  if (overloads.length > 0) return overloads.map(({ parsed }) => parsed.parameters);
  const { signature } = value as { signature?: unknown };
  return typeof signature === 'string' && signature !== '' ? [parseSignature(signature).parameters] : [];
}

/** All functions and classes below `space`. */
function calleesIn(space: object, path: string): Callee[] {
  return Object.entries(space).flatMap(([name, value]: [string, unknown]): Callee[] => {
    const own = `${path}.${name}`;
    if (LEFT_OUT.has(own) || name.startsWith('_') || name.endsWith('Error')) return [];
    if (typeof value === 'function') {
      const isOne = /^[A-Z]/.test(name) || isClass(value as Callable);
      const callee = value as Callable;
      return [{ path: own, value: callee, parameters: parametersOf(own, callee), isClass: isOne }];
    }
    const isSpace = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return isSpace ? calleesIn(value, own) : [];
  });
}

/** The methods of an object of the library, without JavaScript's own. */
function membersOf(thing: object): string[] {
  const names: string[] = [];
  for (let at: unknown = Object.getPrototypeOf(thing); at && !own.has(at); at = Object.getPrototypeOf(at)) {
    names.push(...Object.getOwnPropertyNames(at).filter((name) => !/^_/.test(name) && !INTERNAL.has(name) && !isInternal(name)));
  }
  return names;
}

/** Methods that TypeScript hides from programs. */
const INTERNAL = new Set(
  'constructor alias adopt numberOrTruth members put pick settle update move iterate flatGradient stateOf set ratesAt prepare run read checkInput replaceAll checkRank restore single asTheVariable turn leadToAll outputPadding forward search cell write makeWeights checkStateRanks suffixes weightsOf'.split(
    ' ',
  ),
);
const own = new Set<unknown>([
  ...[Object, Array, Function, Map, Set, Promise, Date, RegExp, Symbol, String, Number, Boolean, BigInt].map(
    ({ prototype }) => prototype as unknown,
  ),
  // The methods that all typed arrays have.
  Object.getPrototypeOf(Float64Array.prototype),
]);

/** True for operations that are only parts of others. */
const isInternal = (name: string): boolean => overloadsOf(name).some((op) => op.internal);

interface Attempt {
  text: string;
  run: () => unknown;
}

interface Finding {
  call: string;
  what: string;
  stack: string;
}

export const callees = calleesIn(torch, 'torch');

/**
 * Asks whether a tensor requires a gradient. A view that is invalid, since its base was changed in place, does not even
 * answer this.
 */
function wantsGradient(t: engine.Tensor): boolean {
  try {
    return t.requires_grad;
  } catch (error) {
    if (error instanceof engine.RuntimeError) return false;
    throw error;
  }
}

const show = (v: unknown, depth = 2): string => {
  if (v instanceof engine.Tensor && !(v.dtype instanceof engine.dtype)) return '<broken tensor>';
  if (torch.is_tensor(v)) return `${v.dtype.name}[${v.sizes.join(',')}]${wantsGradient(v) ? 'g' : ''}`;
  if (Array.isArray(v))
    return `[${v
      .slice(0, 8)
      .map((e) => (depth > 0 ? show(e, depth - 1) : '…'))
      .join(', ')}]`;
  if (typeof v === 'function') return `ƒ ${v.name || 'function'}`;
  if (typeof v === 'bigint') return `${v}n`;
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v !== 'object' || v === null) return String(v);
  const name = (v as { constructor?: { name?: string } }).constructor?.name ?? 'null';
  if (name !== 'Object' || depth === 0) return `<${name}>`;
  return `{${Object.keys(v)
    .slice(0, 6)
    .map((key) => `${key}: ${show((v as Record<string, unknown>)[key], depth - 1)}`)
    .join(', ')}}`;
};

/** Makes `count` calls. @param within the time in ms that one call may take */
export function soak(seed: number, count: number, within = 2000, tell: (call: string) => void = () => {}): Finding[] {
  const source: Chance = chance(seed);
  const { pick, once, below } = source;
  const known: unknown[] = [];
  const make = maker(torch, source, known);
  const findings: Finding[] = [];

  const argumentFor = (p: Parameter): unknown => {
    // Counts of layers and of turns are kept small, since each of them takes its time, in PyTorch too.
    if (p.name === 'num_layers' || p.name === 'niter') return below(3);
    if (once(12)) return make.nonsense();
    const type = pick(p.types);
    return p.variadic ? Array.from({ length: below(4) }, () => make.ofType(type)) : make.ofType(type);
  };

  function argumentsFor(overloads: Callee['parameters']): unknown[] {
    if (overloads.length === 0 || once(8)) return Array.from({ length: below(4) }, () => make.anything());
    const given = pick(overloads).filter((p) => p.name !== 'out' && (p.required || once(2)));
    const positional = given.filter((p) => !p.keywordOnly && p.required);
    const named = given.filter((p) => !positional.includes(p));
    const args = positional.map(argumentFor);
    return named.length > 0 ? [...args, Object.fromEntries(named.map((p) => [p.name, argumentFor(p)]))] : args;
  }

  function attemptFunction(): Attempt {
    const { path, value, parameters, isClass: isOne } = pick(callees);
    const args = argumentsFor(parameters);
    const text = `${isOne ? 'new ' : ''}${path}(${args.map((a) => show(a)).join(', ')})`;
    return { text, run: () => (isOne ? Reflect.construct(value, args) : (Reflect.apply(value, undefined, args) as unknown)) };
  }

  function attemptMember(thing: object): Attempt {
    const names = membersOf(thing);
    const name = names.length > 0 ? pick(names) : 'toString';
    const held = thing as Record<string, unknown>;
    const overloads = torch.is_tensor(thing) ? overloadsOf(name.replace(/_$/, '')).map(({ parsed }) => parsed.parameters.slice(1)) : [];
    const args = argumentsFor(overloads);
    return {
      text: `${show(thing)}.${name}(${args.map((a) => show(a)).join(', ')})`,
      run() {
        const member = held[name];
        if (typeof member === 'function') return Reflect.apply(member, thing, args) as unknown;
        const isSet = Object.getOwnPropertyDescriptor((Object.getPrototypeOf(thing) as object | null) ?? {}, name)?.set;
        return isSet && once(2) ? (held[name] = args[0]) : member;
      },
    };
  }

  function attempt(): Attempt {
    if (once(2)) return attemptFunction();
    if (once(3)) return attemptMember(make.kinds['Tensor']!() as object);
    if (known.length === 0 || once(3))
      return attemptMember(make.ofType(pick(['Module', 'Optimizer', 'LRScheduler', 'Generator'])) as object);
    const thing = pick(known) as object;
    if (typeof thing === 'function' && once(2)) {
      const args = Array.from({ length: below(3) }, () => make.anything());
      return {
        text: `${show(thing)}(${args.map((a) => show(a)).join(', ')})`,
        run: () => Reflect.apply(thing, undefined, args) as unknown,
      };
    }
    return attemptMember(thing);
  }

  for (let i = 0; i < count; i++) {
    settle();
    const { text, run } = attempt();
    tell(text);
    const found = (what: string, stack = ''): void => void findings.push({ call: text, what, stack });
    try {
      const parts = partsOf(timed(() => drained(run()), within));
      for (const part of parts) {
        const flaw = torch.is_tensor(part) ? flawOf(part) : null;
        if (flaw) found(flaw);
        const isSmall = !torch.is_tensor(part) || part.numel() < 2000;
        if (!flaw && isSmall && isOurs(part) && once(3)) {
          if (known.length < 40) known.push(part);
          else known[below(40)] = part;
        }
      }
      const differentiable = parts.find((p) => torch.is_tensor(p) && wantsGradient(p) && p.numel() > 0 && p.numel() < 2000) as
        engine.Tensor | undefined;
      if (differentiable && once(3)) timed(() => differentiable.sum().backward(), within);
    } catch (error) {
      const what = complaint(error);
      if (what) found(what, error instanceof Error ? ((nativeOf(error) ?? error).stack ?? '') : '');
    }
  }
  settle();
  setMemoryLimit(null);
  return findings;
}

const isOurs = (part: unknown): boolean => typeof part === 'object' || part instanceof torch.nn.Module;

/** Reads the first values of a generator. */
function drained(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('next' in value) || typeof value.next !== 'function') return value;
  const values: unknown[] = [];
  for (const v of value as unknown as Iterable<unknown>) if (values.push(v) > 20) break;
  return values;
}

/** Runs `body`. @throws Error when it takes longer than `ms` */
function timed(body: () => unknown, ms: number): unknown {
  const scope = globalThis as { __soaked?: () => unknown };
  scope.__soaked = body;
  return once.runInThisContext({ timeout: ms }) as unknown;
}
const once = new Script('__soaked()');

/** Restores the global settings that one call may have changed, as at the start of a run. */
function settle(): void {
  setMemoryLimit({ limitBytes: 2 ** 28 });
  torch.set_default_dtype(torch.float32);
  torch.set_grad_enabled(true);
  torch.autograd.set_detect_anomaly(false);
  torch.set_printoptions({ precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 });
}
