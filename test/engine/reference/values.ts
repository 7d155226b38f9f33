import * as torch from '../../../src/engine/index.js';

/** Values of the reference data: their form in JSON, and their conversion to tensors and numbers of the engine. */

export type Tensor = torch.Tensor;
export type DTypeName = 'float32' | 'float64' | 'int64' | 'bool' | 'complex64' | 'complex128';

export interface TensorJson {
  shape: number[];
  dtype: DTypeName;
  /** Complex numbers are pairs. */
  data: (number | string | (number | string)[])[];
  requires_grad?: boolean;
  /** Given where the elements do not lie in memory row by row. */
  strides?: number[];
}

export type Json =
  | null
  | boolean
  | number
  | string
  | Json[]
  | { tensor: TensorJson }
  | { float: number | string }
  | { dtype: DTypeName }
  | { complex: [number | string, number | string] }
  | { slice: [number | null, number | null, number | null] }
  | { lambda: { param: string; statements: Statement[]; return?: string } }
  | { [name: string]: Json };

export interface Statement {
  op: string;
  out?: string | string[];
  args?: Json[];
  kwargs?: Record<string, Json>;
  body?: Statement[];
}

/**
 * The error for a value that JavaScript cannot express: an integer beyond 2^53, or Python's 2.0 where it counts only as
 * a float.
 */
export class Inexpressible extends Error {}

export const numberOf = (v: number | string): number => {
  if (typeof v === 'number') return v;
  if (v === 'NaN') return NaN;
  if (v === 'Infinity' || v === '-Infinity') return v === 'Infinity' ? Infinity : -Infinity;
  throw new Inexpressible(`the integer ${v}`);
};

export function tensorOf(json: TensorJson): Tensor {
  const numbers = json.data.flat().map(numberOf);
  const dtype = torch[json.dtype];
  const flat = dtype.is_complex
    ? json.data.map((_, i) => new torch.Complex(numbers[2 * i]!, numbers[2 * i + 1]))
    : numbers.map((v) => (json.dtype === 'bool' ? v !== 0 : v));
  const rows = torch.tensor(flat, { dtype }).reshape(json.shape);
  const t = json.strides ? torch.empty_strided(json.shape, json.strides, { dtype: rows.dtype }).copy_(rows) : rows;
  return json.requires_grad ? t.detach().requires_grad_() : t;
}

interface Lambda {
  param?: string;
  params?: string[];
  statements: Statement[];
  return?: Json;
}

/** Decodes the arguments of a call and keeps the facts about them that the comparison needs. */
export class Decoder {
  /** Every given tensor, by its path. */
  readonly tensors = new Map<string, { given: TensorJson; tensor: Tensor }>();
  private wholeFloat = false;
  private floating = false;

  constructor(private readonly run: (statements: Statement[], variables: Record<string, unknown>) => void = () => {}) {}

  value(json: Json, path: string, variables?: Record<string, unknown>): unknown {
    if (typeof json === 'number') {
      if (!Number.isInteger(json)) this.floating = true;
      return json;
    }
    if (typeof json === 'string' && json.startsWith('$') && variables) return variables[json.slice(1)];
    if (json === null || typeof json !== 'object') return json;
    if (Array.isArray(json)) return json.map((e, i) => this.value(e, `${path}.${i}`, variables));
    if ('tensor' in json) return this.tensor(json.tensor as TensorJson, path);
    if ('float' in json) return this.float(json.float as number | string);
    if ('complex' in json) return this.complex(json.complex as [number | string, number | string]);
    if ('dtype' in json) return torch[json.dtype as DTypeName];
    if ('torch' in json) return torch[json.torch as 'channels_last'];
    if ('slice' in json) return sliceText(json.slice as [number | null, number | null, number | null]);
    if ('path' in json) return (json.path as string).split('.').reduce<unknown>((o, name) => (o as Record<string, unknown>)[name], torch);
    if ('lambda' in json) return this.lambda(json.lambda as Lambda, path, variables);
    return this.keywords(json, path, variables);
  }

  keywords(json: Record<string, Json>, path: string, variables?: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, this.value(v, `${path}.${k}`, variables)]));
  }

  private tensor(given: TensorJson, path: string): Tensor {
    const tensor = tensorOf(given);
    this.tensors.set(path, { given, tensor });
    if (tensor.is_floating_point() || tensor.is_complex()) this.floating = true;
    return tensor;
  }

  private complex([re, im]: [number | string, number | string]): torch.Complex {
    this.floating = true;
    return new torch.Complex(numberOf(re), numberOf(im));
  }

  private float(v: number | string): number {
    const value = numberOf(v);
    if (Number.isInteger(value)) this.wholeFloat = true;
    else this.floating = true;
    return value;
  }

  private lambda(f: Lambda, path: string, variables?: Record<string, unknown>) {
    return (...given: unknown[]) => {
      const names = f.params ?? [f.param!];
      const inner: Record<string, unknown> = { ...variables, ...Object.fromEntries(names.map((name, i) => [name, given[i]])) };
      this.run(f.statements, inner);
      return f.return === undefined ? undefined : this.value(f.return, path, inner);
    };
  }

  /** @throws Inexpressible where only a 2.0 among integers makes the result a float */
  checkExpressible(kwargs: Record<string, Json> | undefined, expect?: { error?: string; output?: Json }): void {
    if (!this.wholeFloat || this.floating || kwargs?.['dtype'] || expect?.error) return;
    const output = expect?.output as { tensor?: TensorJson } | undefined;
    if (!output?.tensor || /^(float|complex)/.test(output.tensor.dtype)) throw new Inexpressible('a whole number that is a float');
  }
}

const sliceText = ([start, end, step]: [number | null, number | null, number | null]): string =>
  `${start ?? ''}:${end ?? ''}${step === null ? '' : `:${step}`}`;
