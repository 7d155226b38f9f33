import * as torch from '../../../src/engine/index.js';
import { Inexpressible, type Tensor } from './values.js';

/** Names of the reference data as calls of ours. */

type Call = (self: Tensor, other: never, value: never) => unknown;

/** Python's operators, by what they mean. */
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

/** `nn.functional.relu` within the namespace. */
function find(path: string): { owner: unknown; f: unknown } {
  const parts = path.split('.');
  let owner: unknown = torch;
  for (const part of parts.slice(0, -1)) owner = (owner as Record<string, unknown>)[part];
  return { owner, f: (owner as Record<string, unknown>)[parts.at(-1)!] };
}

export function call(op: string, args: unknown[], kwargs: Record<string, unknown>): unknown {
  const tail = Object.keys(kwargs).length > 0 ? [kwargs] : [];
  if (op === 'repr') return String(args[0]);
  if (op.startsWith('formula.')) return call(op.replace('formula', 'nn.functional'), args, kwargs);
  if (op.startsWith('Tensor.')) {
    const [self, ...rest] = args as [Tensor, ...unknown[]];
    const name = op.slice('Tensor.'.length);
    if (operators[name]) return operators[name](self, rest[0] as never, rest[1] as never);
    const member = self as unknown as Record<string, unknown>;
    if (name.endsWith('=')) return (member[name.slice(0, -1)] = rest[0]);
    const value = member[name];
    return typeof value === 'function' ? (value as (...a: unknown[]) => unknown).call(self, ...rest, ...tail) : value;
  }
  const { owner, f } = find(op);
  if (typeof f !== 'function') throw new Error(`torch.${op} is missing`);
  if (/^nn\.[A-Z]/.test(op)) return new (f as new (...a: unknown[]) => unknown)(...args, ...tail);
  return (f as (...a: unknown[]) => unknown).call(owner, ...args, ...tail);
}
