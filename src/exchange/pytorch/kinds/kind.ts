/** The kinds of values, and how two kinds are joined. */
import type { ClassNode, FunctionNode } from '../reading/tree.js';

/**
 * `nat` is an integer that is not negative, `int` an integer, `number` any number. `torch` is a value of PyTorch that
 * is not a number (a tensor, a tuple of tensors). `module` returns such a value when it is called. `any` may be
 * everything.
 */
export type Kind =
  | { is: 'any' | 'never' | 'none' | 'bool' | 'nat' | 'int' | 'number' | 'str' | 'tensor' | 'torch' | 'module' | 'error' }
  | { is: 'list' | 'set' | 'dict'; of: Kind; items?: Kind[] }
  | { is: 'map'; key: Kind; of: Kind }
  | { is: 'record'; fields: Map<string, Kind> }
  | { is: 'function'; node: FunctionNode }
  | { is: 'class' | 'instance'; node: ClassNode }
  | { is: 'library'; path: string };

export const ANY: Kind = { is: 'any' };
export const NEVER: Kind = { is: 'never' };
export const simple = (is: 'none' | 'bool' | 'nat' | 'int' | 'number' | 'str' | 'tensor' | 'torch' | 'module' | 'error'): Kind => ({ is });
export const listOf = (of: Kind, items?: Kind[]): Kind => (items ? { is: 'list', of, items } : { is: 'list', of });

const NUMBERS = ['nat', 'int', 'number'];
export const isNumber = (kind: Kind): boolean => NUMBERS.includes(kind.is);
export const isWhole = (kind: Kind): boolean => kind.is === 'nat' || kind.is === 'int';

export function either(a: Kind, b: Kind): Kind {
  if (a.is === 'never' || b.is === 'any') return b;
  if (b.is === 'never' || a.is === 'any') return a;
  if (a.is === 'none') return b;
  if (b.is === 'none') return a;
  if (isNumber(a) && isNumber(b)) return NUMBERS.indexOf(a.is) > NUMBERS.indexOf(b.is) ? a : b;
  if (a.is === 'list' && b.is === 'list') return listOf(either(a.of, b.of), a.items?.length === b.items?.length ? a.items : undefined);
  if (a.is === 'dict' && b.is === 'dict') return { is: 'dict', of: either(a.of, b.of) };
  if (a.is === 'record' && b.is === 'record') return a;
  // Two classes of the library are joined to one of them.
  if (a.is === 'library' && b.is === 'library' && a.path !== b.path)
    return /\.[A-Z]\w*$/.test(a.path) && /\.[A-Z]\w*$/.test(b.path) ? a : ANY;
  if (a.is === b.is) return 'node' in a && 'node' in b && a.node !== b.node ? ANY : a;
  const isTorch = (kind: Kind) => kind.is === 'tensor' || kind.is === 'torch';
  return isTorch(a) && isTorch(b) ? simple('torch') : ANY;
}

export function elementOf(kind: Kind, index: number | null): Kind {
  if (kind.is === 'list') return (index !== null && kind.items?.[index]) || kind.of;
  if (kind.is === 'set') return kind.of;
  if (kind.is === 'map') return listOf(ANY, [kind.key, kind.of]);
  if (kind.is === 'str') return kind;
  if (kind.is === 'tensor') return kind;
  if (kind.is === 'torch') return kind;
  if (kind.is === 'module') return kind;
  return kind.is === 'never' ? NEVER : ANY;
}

/** Library functions that run another function. Python has a `with` for them. */
export const isContext = (name: string): boolean =>
  /^(no_grad|enable_grad|inference_mode|set_grad_enabled|detect_anomaly|autocast|cached|saved_tensors_hooks|save_on_cpu|disable_saved_tensors_hooks)$/.test(
    name,
  );
