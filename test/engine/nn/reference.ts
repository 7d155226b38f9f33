import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** The data that makeReference.py wrote, computed by PyTorch 2.15. */
export interface TensorData {
  shape: number[];
  dtype: 'float32' | 'float64' | 'int64' | 'bool';
  data: (number | string)[];
}

export interface ModuleCase {
  name: string;
  args: unknown[];
  kwargs: Record<string, unknown>;
  mode: 'train' | 'eval';
  inputs: unknown[];
  call: Record<string, unknown>;
  repr: string;
  state: Record<string, TensorData>;
  outputs: TensorData[];
  inputGrads: (TensorData | null)[];
  grads: Record<string, TensorData | null>;
  after: Record<string, TensorData>;
}

export interface OptimizerCase {
  name: string;
  kwargs: Record<string, unknown>;
  repr: string;
  params: number[][][];
  losses: number[];
}

export interface SchedulerCase {
  name: string;
  kwargs: Record<string, unknown>;
  optimizer: 'SGD' | 'Adam';
  options: { lr: number };
  rates: number[][];
  momenta: number[][];
}

export interface InitialiserCase {
  name: string;
  shape: number[];
  args: unknown[];
  value: TensorData;
}

export interface Reference {
  modules: ModuleCase[];
  optimizers: OptimizerCase[];
  schedulers: SchedulerCase[];
  initialisers: InitialiserCase[];
  data: Record<string, unknown>;
}

export const reference = JSON.parse(readFileSync(new URL('./reference.json', import.meta.url), 'utf8')) as Reference;

const isTensorData = (v: unknown): v is TensorData => typeof v === 'object' && v !== null && 'dtype' in v && 'data' in v;

export function toTensor({ shape, dtype, data }: TensorData): torch.Tensor {
  const numbers = data.map((v) => (dtype === 'bool' ? v !== 0 : Number(v)));
  return torch.tensor(numbers, { dtype: torch[dtype] }).reshape(shape);
}

/** A value of the file as a value of the engine. */
export function decode(value: unknown): unknown {
  if (isTensorData(value)) return toTensor(value);
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decode(v)]));
}

/** All tensors in nested lists. */
export const flat = (value: unknown): torch.Tensor[] =>
  value instanceof torch.Tensor ? [value] : Array.isArray(value) ? value.flatMap(flat) : [];

export function expectNumbers(got: readonly number[], want: readonly number[], tolerance: number, what: string): void {
  expect(got.length, `${what}: how many`).toBe(want.length);
  want.forEach((w, i) => {
    const g = got[i]!;
    const isClose = g === w || (Number.isNaN(g) && Number.isNaN(w)) || Math.abs(g - w) <= tolerance * (1 + Math.abs(w));
    if (!isClose) expect.fail(`${what}[${i}]: ${g}, PyTorch has ${w}`);
  });
}

/** Expects the same shape, the same dtype, and the same numbers to 1e-9 (float32: 2e-6). */
export function expectTensor(got: torch.Tensor | null, want: TensorData | null, what: string): void {
  if (want === null || got === null) return void expect(got === null, `${what} is null`).toBe(want === null);
  expect([...got.shape], `${what}: shape`).toEqual(want.shape);
  expect(String(got.dtype), `${what}: dtype`).toBe(`torch.${want.dtype}`);
  const numbers = got.detach().reshape(-1).tolist() as (number | boolean)[];
  expectNumbers(numbers.map(Number), want.data.map(Number), want.dtype === 'float32' ? 2e-6 : 1e-9, what);
}
