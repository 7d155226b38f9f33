import * as torch from '../../../src/engine/index.js';
import { Inexpressible, type Tensor } from './values.js';

/** Runs the names of the reference data as calls of the engine. */

type Call = (self: Tensor, other: never, value: never) => unknown;

/** Python's operators, as calls of methods. */
const operators: Record<string, Call> = {
  __radd__: (x, o) => x.add(o),
  __rmul__: (x, o) => x.mul(o),
  __rsub__: (x, o) => torch.rsub(x, o),
  __rtruediv__: (x, o) => x.reciprocal().mul(o),
  __rpow__: (x, o) => torch.pow(o, x),
  __matmul__: (x, o) => x.matmul(o),
  __sub__: (x, o) => x.sub(o),
  __truediv__: (x, o) => x.div(o),
  __floordiv__: (x, o) => x.floor_divide(o),
  __mod__: (x, o) => x.remainder(o),
  __getitem__: (x, specs: unknown[]) => x.index(...(specs as never[])),
  __setitem__: (x, specs: never, value) => {
    x.index_put_(specs, value);
    return null;
  },
  __bool__: (x) => {
    if (x.numel() !== 1) throw new Inexpressible('the truth value of many elements');
    return Boolean(x.item());
  },
};

/** Finds a function of the namespace by its path: `nn.functional.relu`. */
function find(path: string): { owner: unknown; f: unknown } {
  const parts = path.split('.');
  let owner: unknown = torch;
  for (const part of parts.slice(0, -1)) owner = (owner as Record<string, unknown>)[part];
  return { owner, f: (owner as Record<string, unknown>)[parts.at(-1)!] };
}

type Function_ = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is Function_ => typeof value === 'function';

/**
 * Calls on objects that are not tensors: `call`, `item`, `list`, `keys`, `method.x`, `get.x`, `set.x`. Undefined for
 * other names.
 */
function ofObject(op: string, [self, ...rest]: unknown[], tail: unknown[]): { result: unknown } | undefined {
  const object = self as Record<string, unknown>;
  const [kind, ...path] = op.split('.');
  const owner = () => path.slice(0, -1).reduce<Record<string, unknown>>((o, name) => o[name] as Record<string, unknown>, object);
  const last = path.at(-1)!;
  switch (kind) {
    case 'call':
      return { result: (self as Function_)(...rest, ...tail) };
    case 'item':
      return { result: itemOf(self, rest[0]) };
    case 'list':
      return { result: [...(self as Iterable<unknown>)] };
    case 'keys':
      return { result: Object.keys(object) };
    case 'get': {
      const value = owner()[last];
      if (value === undefined) throw new Error(`.${last} is missing`);
      return { result: value };
    }
    case 'set':
      owner()[last] = rest[0];
      return { result: null };
    case 'method': {
      const method = owner()[last];
      if (!isFunction(method)) throw new Error(`.${last}() is missing`);
      // Not its own `apply`: a registry of distributions can be called, and has none.
      const result: unknown = Reflect.apply(method, owner(), [...rest, ...tail]);
      return { result };
    }
    default:
      return undefined;
  }
}

const itemOf = (self: unknown, key: unknown): unknown =>
  self instanceof torch.Tensor
    ? self.select(0, key as number)
    : Array.isArray(self)
      ? self.at(key as number)
      : (self as Record<string, unknown>)[key as string];

export function call(op: string, args: unknown[], kwargs: Record<string, unknown>): unknown {
  const tail = Object.keys(kwargs).length > 0 ? [kwargs] : [];
  const done = ofObject(op, args, tail);
  if (done) return done.result;
  if (op.startsWith('new ')) {
    const { f } = find(op.slice('new '.length));
    if (!isFunction(f)) throw new Error(`torch.${op.slice('new '.length)} is missing`);
    return Reflect.construct(f, [...args, ...tail]) as unknown;
  }
  if (op === 'repr') return String(args[0]);
  if (op.startsWith('formula.')) return call(op.replace('formula', 'nn.functional'), args, kwargs);
  if (op.startsWith('Tensor.')) {
    const [self, ...rest] = args as [Tensor, ...unknown[]];
    const name = op.slice('Tensor.'.length);
    if (operators[name]) return operators[name](self, rest[0] as never, rest[1] as never);
    const member = self as unknown as Record<string, unknown>;
    if (name.endsWith('=')) return (member[name.slice(0, -1)] = rest[0]);
    const value = member[name];
    if (value === undefined) throw new Error(`Tensor.${name} is missing`);
    return typeof value === 'function' ? (value as (...a: unknown[]) => unknown).call(self, ...rest, ...tail) : value;
  }
  const { owner, f } = find(op);
  if (typeof f !== 'function') throw new Error(`torch.${op} is missing`);
  if (/^nn\.[A-Z]/.test(op)) return new (f as new (...a: unknown[]) => unknown)(...args, ...tail);
  return (f as (...a: unknown[]) => unknown).call(owner, ...args, ...tail);
}
