import * as torch from '../../../src/engine/index.js';
import { numberOf, type Json, type Tensor, type TensorJson } from './values.js';

/** Differences from PyTorch as sentences. Null when there are none. */

export interface Tolerance {
  rtol: number;
  atol: number;
}

/** `loose`: for long float32 sums and trainings. `exact`: bit for bit in float32. */
export type Strictness = 'usual' | 'loose' | 'exact';

/** PyTorch's own default tolerances, for the usual strictness. */
export function toleranceOf(dtype: string, strictness: Strictness = 'usual'): Tolerance {
  const loose = strictness === 'loose';
  if (dtype === 'float32' && strictness === 'exact') return { rtol: 0, atol: 0 };
  if (dtype === 'float64' || dtype === 'complex128') return loose ? { rtol: 1e-7, atol: 1e-9 } : { rtol: 1e-9, atol: 1e-12 };
  if (dtype === 'float32' || dtype === 'complex64') return loose ? { rtol: 1e-4, atol: 1e-5 } : { rtol: 1.3e-6, atol: 1e-5 };
  // One unit in the last place.
  if (dtype === 'float16') return loose ? { rtol: 4e-3, atol: 1e-3 } : { rtol: 1e-3, atol: 1e-5 };
  if (dtype === 'bfloat16') return loose ? { rtol: 3e-2, atol: 8e-3 } : { rtol: 8e-3, atol: 1e-5 };
  return { rtol: 0, atol: 0 };
}

export const isClose = (got: number, want: number, { rtol, atol }: Tolerance): boolean =>
  got === want ||
  (Number.isNaN(got) && Number.isNaN(want)) ||
  (Number.isFinite(got) && Number.isFinite(want) && Math.abs(got - want) <= atol + rtol * Math.abs(want));

export const elements = (t: Tensor): number[] =>
  t.is_complex() ? elements(torch.view_as_real(t.detach().resolve_conj())) : [t.tolist()].flat(Infinity as 1).map(Number);

const isTensor = (v: unknown): v is Tensor => typeof v === 'object' && v !== null && 'dtype' in v && 'tolist' in v;

export function tensorDifference(got: unknown, want: TensorJson, strictness: Strictness = 'usual', valuesOnly = false): string | null {
  if (!isTensor(got)) return `wanted a tensor, got ${String(got)}`;
  if (String(got.shape) !== `torch.Size([${want.shape.join(', ')}])`)
    return `shape ${String(got.shape)}, wanted [${want.shape.join(', ')}]`;
  if (String(got.dtype) !== `torch.${want.dtype}`) return `dtype ${String(got.dtype)}, wanted ${want.dtype}`;
  const tolerance = toleranceOf(want.dtype, strictness);
  const values = elements(got);
  const rounded = want.dtype === 'float32' ? Math.fround : (v: number) => v;
  const wanted = want.data.flat();
  const wrong = wanted.findIndex((w, i) => !isClose(values[i]!, rounded(numberOf(w)), tolerance));
  if (wrong >= 0) return `element ${wrong} is ${values[wrong]}, wanted ${wanted[wrong]}`;
  if (!valuesOnly && got.requires_grad !== Boolean(want.requires_grad)) return `requires_grad is ${got.requires_grad}`;
  return null;
}

export function difference(got: unknown, want: Json, strictness: Strictness = 'usual'): string | null {
  if (want === null) return got === null || got === undefined ? null : `wanted None, got ${String(got)}`;
  if (Array.isArray(want)) {
    const list = Array.isArray(got) ? (got as unknown[]) : null;
    if (list?.length !== want.length) return `wanted ${want.length} results`;
    for (const [i, w] of want.entries()) {
      const d = difference(list[i], w, strictness);
      if (d) return `result ${i}: ${d}`;
    }
    return null;
  }
  if (typeof want === 'object' && 'tensor' in want) return tensorDifference(got, want.tensor as TensorJson, strictness);
  if (typeof want === 'object' && 'dtype' in want)
    return String(got) === `torch.${want.dtype as string}` ? null : `${String(got)}, wanted ${want.dtype as string}`;
  if (typeof want === 'object' && 'complex' in want) {
    const [re, im] = (want.complex as (number | string)[]).map(numberOf) as [number, number];
    if (!(got instanceof torch.Complex)) return `wanted a complex number, got ${String(got)}`;
    return difference(got.re, { float: re }, strictness) ?? difference(got.im, { float: im }, strictness);
  }
  if (typeof want === 'object' && 'torch' in want)
    return got === torch[want.torch as 'strided'] ? null : `${String(got)}, wanted torch.${want.torch as string}`;
  if (typeof want === 'object' && !('float' in want)) {
    const dictionary = got as Record<string, unknown> | null;
    const names = Object.keys(want);
    if (Object.keys(dictionary ?? {}).join() !== names.join()) return `${String(got)}, wanted the names ${names.join(', ')}`;
    for (const name of names) {
      const d = difference(dictionary![name], (want as unknown as Record<string, Json>)[name]!, strictness);
      if (d) return `${name}: ${d}`;
    }
    return null;
  }
  const plain = typeof want === 'object' && 'float' in want ? numberOf(want.float as number | string) : want;
  if (typeof plain === 'number' && typeof got === 'number')
    return isClose(got, plain, { rtol: 1e-9, atol: 1e-9 }) ? null : `${got}, wanted ${plain}`;
  return got === plain ? null : `${String(got)}, wanted ${JSON.stringify(plain)}`;
}

/** Messages that name PyTorch's kernels, or are unusual. For these, any error is accepted. */
const anyWords =
  /not implemented for|^Could not run 'aten::|sparse_coo|torch\.\w+Tensor\{|^expected scalar type|^inconsistent tensor size|\(\) received an invalid combination|vector or matrix|must be (Tensor|tuple|int|float)/;

/** Compares an error with PyTorch's message. An error of JavaScript itself always differs. */
export function errorDifference(error: unknown, want: string): string | null {
  if (!(error instanceof Error) || /^(TypeError|RangeError|ReferenceError|SyntaxError)$/.test(error.constructor.name))
    return `crashed: ${String(error)}`;
  const got = error.message.split('\n')[0]!.trim();
  return want === '' || got === want.trim() || anyWords.test(want) ? null : `says "${got}", wanted "${want}"`;
}
