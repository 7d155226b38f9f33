/** What can be completed in a call: keywords with their types and defaults, and dims with their sizes. */
import type { ApiParameter, ApiSignature } from './api.js';
import type { CallAround } from './callAround.js';
import type { Text } from './meaning.js';

export interface Offer {
  call: CallAround;
  signatures: readonly ApiSignature[];
  /** The parameters whose value the argument at the position may be. */
  current: readonly ApiParameter[];
  /** The parameters that can be given by keyword here. */
  keywords: readonly ApiParameter[];
  /** Offsets of the tensor that the call works on: the object of a method, or the first argument. */
  operand: { start: number; end: number } | null;
}

const DIMS = /^(?:dim\d?|dims|axis|start_dim|end_dim)$/;

export const isDim = ({ name, type }: ApiParameter): boolean => DIMS.test(name) && /\bint\b/.test(type);

/** What can be completed in the call around a position; null when it is no call of the library. */
export function offerAt(text: Text, call: CallAround): Offer | null {
  const meaning = text.meaning(call.callee);
  const signatures = meaning ? text.signatures(meaning, call.callee.isNew) : [];
  if (signatures.length === 0) return null;
  const { argument, keywords } = call;
  const current = signatures.flatMap((signature) => parameterAt(signature, argument, keywords?.key ?? null, keywords !== null) ?? []);
  const taken = new Set(keywords?.given);
  const named = signatures.flatMap(({ parameters }) =>
    parameters.filter((p, i) => !p.variadic && (p.keywordOnly || i >= argument) && !taken.has(p.name)),
  );
  const isMethod = meaning?.kind === 'callable' && meaning.entry.kind === 'method';
  const operand = isMethod ? receiver(text, call) : (call.arguments[0] ?? null);
  return { call, signatures, current: once(current), keywords: once(named), operand };
}

/** The receiver of a method: `x.relu()` in `x.relu().sum(`. */
function receiver({ tokens: { list } }: Text, { callee }: CallAround): Offer['operand'] {
  const last = list[callee.end - 3];
  return last && callee.end - 3 >= callee.start ? { start: list[callee.start]!.start, end: last.end } : null;
}

function parameterAt({ parameters }: ApiSignature, argument: number, key: string | null, isInKeywords: boolean): ApiParameter | undefined {
  if (isInKeywords) return parameters.find(({ name }) => name === key);
  const positional = parameters.filter(({ keywordOnly }) => !keywordOnly);
  const last = positional.at(-1);
  return positional[argument] ?? (last?.variadic ? last : undefined);
}

/** Each parameter once, because overloads share parameters. */
const once = (parameters: readonly ApiParameter[]): ApiParameter[] => [...new Map(parameters.map((p) => [p.name, p])).values()];

export interface DimOffer {
  dim: number;
  size: number;
}

/** The dims of a shape from the first one, and the last dim once more, counted from the end. */
export function dimsOf(shape: readonly number[]): DimOffer[] {
  const dims = shape.map((size, dim) => ({ dim, size }));
  return shape.length ? [...dims, { dim: -1, size: shape.at(-1)! }] : [];
}
