// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { Complex } from '../complex.js';
import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import type { Layout } from '../sparse/layout.js';
import type { MemoryFormat } from '../layout.js';
import { fn, inplaceFn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * A tensor of the numbers in nested lists (or a copy of a tensor). Integers make int64, others the default dtype.
 *
 * `out = data`
 *
 * PyTorch: `torch.tensor(any data, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const tensor = fn('tensor') as {
  (data: any, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { data: any; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * A tensor of the numbers in nested lists; a tensor as it is, or converted, with its history.
 *
 * `out = data`
 *
 * PyTorch: `torch.as_tensor(any data, *, dtype? dtype=None)`
 */
export const as_tensor = fn('as_tensor') as {
  (data: any, options?: { dtype?: DType | null }): Tensor;
  (options: { data: any; dtype?: DType | null }): Tensor;
};

/**
 * A tensor of zeros.
 *
 * `out = 0`
 *
 * PyTorch: `torch.zeros(int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None, Tensor? out=None)`
 */
export const zeros = fn('zeros') as {
  (size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null })[]): Tensor;
  (options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor of zeros, of the size and dtype of `input`.
 *
 * `out = 0`
 *
 * PyTorch: `torch.zeros_like(Tensor input, *, dtype? dtype=None, bool requires_grad=False, any layout=None, memory_format? memory_format=None)`
 */
export const zeros_like = fn('zeros_like') as {
  (input: Tensor, options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor of ones.
 *
 * `out = 1`
 *
 * PyTorch: `torch.ones(int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None, Tensor? out=None)`
 */
export const ones = fn('ones') as {
  (size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null })[]): Tensor;
  (options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor of ones, of the size and dtype of `input`.
 *
 * `out = 1`
 *
 * PyTorch: `torch.ones_like(Tensor input, *, dtype? dtype=None, bool requires_grad=False, any layout=None, memory_format? memory_format=None)`
 */
export const ones_like = fn('ones_like') as {
  (input: Tensor, options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor whose elements are to be written (they are zeros here).
 *
 * `out = 0`
 *
 * PyTorch: `torch.empty(int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None, memory_format? memory_format=None, Tensor? out=None)`
 */
export const empty = fn('empty') as {
  (size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; out?: Tensor | null; device?: Device | string | null })[]): Tensor;
  (options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor whose elements are to be written (they are zeros here), of the size and dtype of `input`.
 *
 * `out = 0`
 *
 * PyTorch: `torch.empty_like(Tensor input, *, dtype? dtype=None, bool requires_grad=False, any layout=None, memory_format? memory_format=None)`
 */
export const empty_like = fn('empty_like') as {
  (input: Tensor, options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; memory_format?: MemoryFormat | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor that lies in memory by strides, whose elements are to be written (they are zeros here).
 *
 * `out = 0`
 *
 * PyTorch: `torch.empty_strided(int[] size, int[] stride, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const empty_strided = fn('empty_strided') as {
  (size: number | readonly number[], stride: number | readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (size: number | readonly number[], options: { stride: number | readonly number[]; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { size: number | readonly number[]; stride: number | readonly number[]; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * A tensor filled with one value; its dtype is that of the value unless given.
 *
 * `out = fill_value`
 *
 * PyTorch: `torch.full(int[] size, Scalar|complex fill_value, *, dtype? dtype=None, bool requires_grad=False, any layout=None, Tensor? out=None)`
 */
export const full = fn('full') as {
  (size: number | readonly number[], fill_value: number | boolean | Complex, options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (options: { size: number | readonly number[]; fill_value: number | boolean | Complex; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * A tensor without dims, of the default dtype unless another is given.
 *
 * `out = s`
 *
 * PyTorch: `torch.scalar_tensor(Scalar s, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const scalar_tensor = fn('scalar_tensor') as {
  (s: number | boolean, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { s: number | boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * A tensor filled with one value, of the size and dtype of `input`.
 *
 * `out = fill_value`
 *
 * PyTorch: `torch.full_like(Tensor input, Scalar|complex fill_value, *, dtype? dtype=None, bool requires_grad=False, memory_format? memory_format=None)`
 */
export const full_like = fn('full_like') as {
  (input: Tensor, fill_value: number | boolean | Complex, options?: { dtype?: DType | null; requires_grad?: boolean; memory_format?: MemoryFormat | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { input: Tensor; fill_value: number | boolean | Complex; dtype?: DType | null; requires_grad?: boolean; memory_format?: MemoryFormat | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * The integers from 0 below `end`.
 *
 * `out[i] = i`
 *
 * PyTorch: `torch.arange(Scalar end, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const arange = fn('arange') as {
  (end: number | boolean, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { end: number | boolean; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean, end: number | boolean, options?: { step?: number | boolean; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean, end: number | boolean, step: number | boolean, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { start: number | boolean; end: number | boolean; step?: number | boolean; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Values from `start` to `end` in steps, with `end` among them. PyTorch will remove it: use `torch.arange`.
 *
 * `out[i] = start + i · step`
 *
 * PyTorch: `torch.range(Scalar start, Scalar end, Scalar step=1, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const range = fn('range') as {
  (start: number | boolean, end: number | boolean, options?: { step?: number | boolean; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean, end: number | boolean, step: number | boolean, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { start: number | boolean; end: number | boolean; step?: number | boolean; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * `steps` evenly spaced values from `start` to `end`, both included.
 *
 * `out[i] = start + i · (end − start) / (steps − 1)`
 *
 * PyTorch: `torch.linspace(Scalar|Tensor start, Scalar|Tensor end, int steps, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const linspace = fn('linspace') as {
  (start: number | boolean | Tensor | Complex, end: number | boolean | Tensor | Complex, steps: number, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean | Tensor | Complex, end: number | boolean | Tensor | Complex, options: { steps: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean | Tensor | Complex, options: { end: number | boolean | Tensor | Complex; steps: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { start: number | boolean | Tensor | Complex; end: number | boolean | Tensor | Complex; steps: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * `steps` values from base^start to base^end, evenly spaced in their logarithms.
 *
 * `out[i] = base ^ (start + i · (end − start) / (steps − 1))`
 *
 * PyTorch: `torch.logspace(Scalar|Tensor start, Scalar|Tensor end, int steps, float base=10.0, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const logspace = fn('logspace') as {
  (start: number | boolean | Tensor | Complex, end: number | boolean | Tensor | Complex, steps: number, options?: { base?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean | Tensor | Complex, end: number | boolean | Tensor | Complex, steps: number, base: number, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean | Tensor | Complex, end: number | boolean | Tensor | Complex, options: { steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (start: number | boolean | Tensor | Complex, options: { end: number | boolean | Tensor | Complex; steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { start: number | boolean | Tensor | Complex; end: number | boolean | Tensor | Complex; steps: number; base?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Ones on the diagonal, zeros elsewhere.
 *
 * `out[i, j] = 1 where i = j`
 *
 * PyTorch: `torch.eye(int n, int? m=None, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const eye = fn('eye') as {
  (n: number, options?: { m?: number | null; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (n: number, m: number | null, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { n: number; m?: number | null; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * The indices of the lower triangle of a matrix, rows then columns.
 *
 * `out = [[i...], [j...]]`
 *
 * PyTorch: `torch.tril_indices(int row, int col, int offset=0, *, dtype? dtype=None)`
 */
export const tril_indices = fn('tril_indices') as {
  (row: number, col: number, options?: { offset?: number; dtype?: DType | null }): Tensor;
  (row: number, col: number, offset: number, options?: { dtype?: DType | null }): Tensor;
  (row: number, options: { col: number; offset?: number; dtype?: DType | null }): Tensor;
  (options: { row: number; col: number; offset?: number; dtype?: DType | null }): Tensor;
};

/**
 * The indices of the upper triangle of a matrix, rows then columns.
 *
 * `out = [[i...], [j...]]`
 *
 * PyTorch: `torch.triu_indices(int row, int col, int offset=0, *, dtype? dtype=None)`
 */
export const triu_indices = fn('triu_indices') as {
  (row: number, col: number, options?: { offset?: number; dtype?: DType | null }): Tensor;
  (row: number, col: number, offset: number, options?: { dtype?: DType | null }): Tensor;
  (row: number, options: { col: number; offset?: number; dtype?: DType | null }): Tensor;
  (options: { row: number; col: number; offset?: number; dtype?: DType | null }): Tensor;
};

/**
 * A copy; gradients pass through. It lies in memory as `input` does, unless told how.
 *
 * `out = input`
 *
 * Gradient: `input: g`
 *
 * PyTorch: `torch.clone(Tensor input, *, memory_format? memory_format=None)`
 */
export const clone = fn('clone') as {
  (input: Tensor, options?: { memory_format?: MemoryFormat | null }): Tensor;
  (options: { input: Tensor; memory_format?: MemoryFormat | null }): Tensor;
};

/**
 * Overwrites with one value.
 *
 * `out = value`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.fill(Tensor input, Scalar|complex value)`
 */
export const fill = fn('fill') as {
  (input: Tensor, value: number | boolean | Complex): Tensor;
  (options: { input: Tensor; value: number | boolean | Complex }): Tensor;
  (input: Tensor, value: Tensor): Tensor;
  (options: { input: Tensor; value: Tensor }): Tensor;
};

/**
 * Adds `other`, scaled by `alpha`, to `input`.
 *
 * `out = input + alpha · other`
 *
 * Gradient: `input: g;  other: alpha · g`
 *
 * PyTorch: `torch.add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const add = fn('add') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Subtracts `other`, scaled by `alpha`, from `input`.
 *
 * `out = input − alpha · other`
 *
 * Gradient: `input: g;  other: −alpha · g`
 *
 * PyTorch: `torch.sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const sub = fn('sub') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Subtracts `input`, scaled by `alpha`, from `other`.
 *
 * `out = other − alpha · input`
 *
 * Gradient: `input: −alpha · g;  other: g`
 *
 * PyTorch: `torch.rsub(Tensor input, Tensor|Scalar other, *, Scalar alpha=1)`
 */
export const rsub = fn('rsub') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; alpha?: number | boolean }): Tensor;
};

/**
 * Multiplies `input` by `other`, element by element.
 *
 * `out = input · other`
 *
 * Gradient: `input: g · other;  other: g · input`
 *
 * PyTorch: `torch.mul(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const mul = fn('mul') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Divides `input` by `other`: truly, or rounded towards zero ('trunc') or down ('floor').
 *
 * `out = input / other`
 *
 * Gradient: `input: g / other;  other: −g · input / other² (0 with rounding_mode)`
 *
 * PyTorch: `torch.div(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
 */
export const div = fn('div') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; rounding_mode?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * Divides and rounds down.
 *
 * `out = ⌊input / other⌋`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch.floor_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const floor_divide = fn('floor_divide') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Python's modulus: the result has the sign of `other`.
 *
 * `out = input − other · ⌊input / other⌋`
 *
 * Gradient: `input: g;  other: −g · ⌊input / other⌋`
 *
 * PyTorch: `torch.remainder(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const remainder = fn('remainder') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * C's fmod: the result has the sign of `input`.
 *
 * `out = input − other · trunc(input / other)`
 *
 * Gradient: `input: g;  other: −g · trunc(input / other)`
 *
 * PyTorch: `torch.fmod(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const fmod = fn('fmod') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Raises `input` to the power `exponent`.
 *
 * `out = input ^ exponent`
 *
 * Gradient: `input: g · exponent · input^(exponent−1)`
 *
 * PyTorch: `torch.pow(Tensor input, Scalar exponent, *, Tensor? out=None)`
 */
export const pow = fn('pow') as {
  (input: Tensor, exponent: number | boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; exponent: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor | Complex, exponent: Tensor | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | Complex; exponent: Tensor | Complex; out?: Tensor | null }): Tensor;
  (input: number | boolean, exponent: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: number | boolean; exponent: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The greater of two elements; NaN where either is.
 *
 * `out = max(input, other)`
 *
 * Gradient: `input, other: g where it was taken, half of it where they are equal`
 *
 * PyTorch: `torch.maximum(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const maximum = fn('maximum') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The lesser of two elements; NaN where either is.
 *
 * `out = min(input, other)`
 *
 * Gradient: `input, other: g where it was taken, half of it where they are equal`
 *
 * PyTorch: `torch.minimum(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const minimum = fn('minimum') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The greater of two elements; a number wins over NaN.
 *
 * `out = max(input, other)`
 *
 * Gradient: `input, other: g where it was taken, half of it where they are equal`
 *
 * PyTorch: `torch.fmax(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const fmax = fn('fmax') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The lesser of two elements; a number wins over NaN.
 *
 * `out = min(input, other)`
 *
 * Gradient: `input, other: g where it was taken, half of it where they are equal`
 *
 * PyTorch: `torch.fmin(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const fmin = fn('fmin') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The angle of the point (other, input).
 *
 * `out = atan2(input, other)`
 *
 * Gradient: `input: g · other / (input² + other²);  other: −g · input / (input² + other²)`
 *
 * PyTorch: `torch.atan2(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const atan2 = fn('atan2') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The length of the hypotenuse.
 *
 * `out = √(input² + other²)`
 *
 * Gradient: `input: g · input / out;  other: g · other / out`
 *
 * PyTorch: `torch.hypot(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const hypot = fn('hypot') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm (base e) of the sum of the powers of e.
 *
 * `out = log(e^input + e^other)`
 *
 * Gradient: `input: g / (1 + e^(other−input));  other: g / (1 + e^(input−other))`
 *
 * PyTorch: `torch.logaddexp(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const logaddexp = fn('logaddexp') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm (base 2) of the sum of the powers of 2.
 *
 * `out = log(2^input + 2^other)`
 *
 * Gradient: `input: g / (1 + 2^(other−input));  other: g / (1 + 2^(input−other))`
 *
 * PyTorch: `torch.logaddexp2(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const logaddexp2 = fn('logaddexp2') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * `input · ln(other)`, 0 where `input` is 0.
 *
 * `out = input · ln(other)`
 *
 * Gradient: `input: g · ln(other);  other: g · input / other`
 *
 * PyTorch: `torch.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const xlogy = fn('xlogy') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The next number after `input` that the dtype has, towards `other`.
 *
 * `out = the neighbour of input on the way to other`
 *
 * Gradient: `input: g where input ≠ other, 0 elsewhere;  other: 0`
 *
 * PyTorch: `torch.nextafter(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const nextafter = fn('nextafter') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The magnitude of `input` with the sign of `other`.
 *
 * `out = |input| · sign(other)`
 *
 * Gradient: `input: g · out / input, 0 at 0`
 *
 * PyTorch: `torch.copysign(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const copysign = fn('copysign') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The step function; `values` where `input` is 0.
 *
 * `out = 0, values or 1 as input is negative, 0 or positive`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch.heaviside(Tensor input, Tensor values, *, Tensor? out=None)`
 */
export const heaviside = fn('heaviside') as {
  (input: Tensor, values: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; values: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The greatest common divisor.
 *
 * `out = gcd(input, other)`
 *
 * PyTorch: `torch.gcd(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const gcd = fn('gcd') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The least common multiple.
 *
 * `out = lcm(input, other)`
 *
 * PyTorch: `torch.lcm(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const lcm = fn('lcm') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The point between `input` and `end` at `weight`.
 *
 * `out = input + weight · (end − input)`
 *
 * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
 *
 * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
 */
export const lerp = fn('lerp') as {
  (input: Tensor, end: Tensor, weight: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; end: Tensor; weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Adds a product.
 *
 * `out = input + value · tensor1 · tensor2`
 *
 * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
 *
 * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
 */
export const addcmul = fn('addcmul') as {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
};

/**
 * Adds a quotient.
 *
 * `out = input + value · tensor1 / tensor2`
 *
 * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
 *
 * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
 */
export const addcdiv = fn('addcdiv') as {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `atan2`.
 *
 * `as atan2`
 *
 * PyTorch: `torch.arctan2(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const arctan2 = fn('arctan2') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `sub`.
 *
 * `as sub`
 *
 * PyTorch: `torch.subtract(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const subtract = fn('subtract') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `mul`.
 *
 * `as mul`
 *
 * PyTorch: `torch.multiply(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const multiply = fn('multiply') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `div`.
 *
 * `as div`
 *
 * PyTorch: `torch.divide(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
 */
export const divide = fn('divide') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; rounding_mode?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `div`.
 *
 * `as div`
 *
 * PyTorch: `torch.true_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const true_divide = fn('true_divide') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The n-th derivative of digamma.
 *
 * `out = ψ⁽ⁿ⁾(input)`
 *
 * PyTorch: `torch.polygamma(int n, Tensor input)`
 */
export const polygamma = fn('polygamma') as {
  (n: number, input: Tensor): Tensor;
  (options: { n: number; input: Tensor }): Tensor;
};

/**
 * The negative.
 *
 * `out = −input`
 *
 * Gradient: `input: −g`
 *
 * PyTorch: `torch.neg(Tensor input, *, Tensor? out=None)`
 */
export const neg = fn('neg') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The absolute value.
 *
 * `out = |input|`
 *
 * Gradient: `input: g · sgn(input)`
 *
 * PyTorch: `torch.abs(Tensor input, *, Tensor? out=None)`
 */
export const abs = fn('abs') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The sign: −1, 0 or 1.
 *
 * `out = sign(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.sign(Tensor input, *, Tensor? out=None)`
 */
export const sign = fn('sign') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The exponential.
 *
 * `out = e^input`
 *
 * Gradient: `input: g · out`
 *
 * PyTorch: `torch.exp(Tensor input, *, Tensor? out=None)`
 */
export const exp = fn('exp') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The power of two.
 *
 * `out = 2^input`
 *
 * Gradient: `input: g · out · ln 2`
 *
 * PyTorch: `torch.exp2(Tensor input, *, Tensor? out=None)`
 */
export const exp2 = fn('exp2') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The exponential, less one.
 *
 * `out = e^input − 1`
 *
 * Gradient: `input: g · (out + 1)`
 *
 * PyTorch: `torch.expm1(Tensor input, *, Tensor? out=None)`
 */
export const expm1 = fn('expm1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The natural logarithm.
 *
 * `out = ln(input)`
 *
 * Gradient: `input: g / input`
 *
 * PyTorch: `torch.log(Tensor input, *, Tensor? out=None)`
 */
export const log = fn('log') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm to base 2.
 *
 * `out = log₂(input)`
 *
 * Gradient: `input: g / (input · ln 2)`
 *
 * PyTorch: `torch.log2(Tensor input, *, Tensor? out=None)`
 */
export const log2 = fn('log2') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm to base 10.
 *
 * `out = log₁₀(input)`
 *
 * Gradient: `input: g / (input · ln 10)`
 *
 * PyTorch: `torch.log10(Tensor input, *, Tensor? out=None)`
 */
export const log10 = fn('log10') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The natural logarithm of 1 + input.
 *
 * `out = ln(1 + input)`
 *
 * Gradient: `input: g / (input + 1)`
 *
 * PyTorch: `torch.log1p(Tensor input, *, Tensor? out=None)`
 */
export const log1p = fn('log1p') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The square root.
 *
 * `out = √input`
 *
 * Gradient: `input: g / (2 · out)`
 *
 * PyTorch: `torch.sqrt(Tensor input, *, Tensor? out=None)`
 */
export const sqrt = fn('sqrt') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The reciprocal of the square root.
 *
 * `out = 1 / √input`
 *
 * Gradient: `input: −½ · g · out³`
 *
 * PyTorch: `torch.rsqrt(Tensor input, *, Tensor? out=None)`
 */
export const rsqrt = fn('rsqrt') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The square.
 *
 * `out = input²`
 *
 * Gradient: `input: 2 · g · input`
 *
 * PyTorch: `torch.square(Tensor input, *, Tensor? out=None)`
 */
export const square = fn('square') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The reciprocal.
 *
 * `out = 1 / input`
 *
 * Gradient: `input: −g · out²`
 *
 * PyTorch: `torch.reciprocal(Tensor input, *, Tensor? out=None)`
 */
export const reciprocal = fn('reciprocal') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The sine.
 *
 * `out = sin(input)`
 *
 * Gradient: `input: g · cos(input)`
 *
 * PyTorch: `torch.sin(Tensor input, *, Tensor? out=None)`
 */
export const sin = fn('sin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The cosine.
 *
 * `out = cos(input)`
 *
 * Gradient: `input: −g · sin(input)`
 *
 * PyTorch: `torch.cos(Tensor input, *, Tensor? out=None)`
 */
export const cos = fn('cos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The tangent.
 *
 * `out = tan(input)`
 *
 * Gradient: `input: g · (1 + out²)`
 *
 * PyTorch: `torch.tan(Tensor input, *, Tensor? out=None)`
 */
export const tan = fn('tan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arcsine.
 *
 * `out = asin(input)`
 *
 * Gradient: `input: g / √(1 − input²)`
 *
 * PyTorch: `torch.asin(Tensor input, *, Tensor? out=None)`
 */
export const asin = fn('asin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arccosine.
 *
 * `out = acos(input)`
 *
 * Gradient: `input: −g / √(1 − input²)`
 *
 * PyTorch: `torch.acos(Tensor input, *, Tensor? out=None)`
 */
export const acos = fn('acos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arctangent.
 *
 * `out = atan(input)`
 *
 * Gradient: `input: g / (1 + input²)`
 *
 * PyTorch: `torch.atan(Tensor input, *, Tensor? out=None)`
 */
export const atan = fn('atan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic sine.
 *
 * `out = sinh(input)`
 *
 * Gradient: `input: g · cosh(input)`
 *
 * PyTorch: `torch.sinh(Tensor input, *, Tensor? out=None)`
 */
export const sinh = fn('sinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic cosine.
 *
 * `out = cosh(input)`
 *
 * Gradient: `input: g · sinh(input)`
 *
 * PyTorch: `torch.cosh(Tensor input, *, Tensor? out=None)`
 */
export const cosh = fn('cosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic tangent.
 *
 * `out = tanh(input)`
 *
 * Gradient: `input: g · (1 − out²)`
 *
 * PyTorch: `torch.tanh(Tensor input, *, Tensor? out=None)`
 */
export const tanh = fn('tanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic sine.
 *
 * `out = asinh(input)`
 *
 * Gradient: `input: g / √(input² + 1)`
 *
 * PyTorch: `torch.asinh(Tensor input, *, Tensor? out=None)`
 */
export const asinh = fn('asinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic cosine.
 *
 * `out = acosh(input)`
 *
 * Gradient: `input: g / √(input² − 1)`
 *
 * PyTorch: `torch.acosh(Tensor input, *, Tensor? out=None)`
 */
export const acosh = fn('acosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic tangent.
 *
 * `out = atanh(input)`
 *
 * Gradient: `input: g / (1 − input²)`
 *
 * PyTorch: `torch.atanh(Tensor input, *, Tensor? out=None)`
 */
export const atanh = fn('atanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logistic function.
 *
 * `out = 1 / (1 + e^−input)`
 *
 * Gradient: `input: g · out · (1 − out)`
 *
 * PyTorch: `torch.sigmoid(Tensor input, *, Tensor? out=None)`
 */
export const sigmoid = fn('sigmoid') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rectified linear unit: negative elements become 0.
 *
 * `out = max(0, input)`
 *
 * Gradient: `input: g where out > 0`
 *
 * PyTorch: `torch.relu(Tensor input, *, Tensor? out=None)`
 */
export const relu = fn('relu') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds down.
 *
 * `out = ⌊input⌋`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.floor(Tensor input, *, Tensor? out=None)`
 */
export const floor = fn('floor') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds up.
 *
 * `out = ⌈input⌉`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.ceil(Tensor input, *, Tensor? out=None)`
 */
export const ceil = fn('ceil') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds towards zero.
 *
 * `out = trunc(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.trunc(Tensor input, *, Tensor? out=None)`
 */
export const trunc = fn('trunc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds to the nearest integer (or to `decimals` places), half to even.
 *
 * `out = round(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.round(Tensor input, *, int decimals=0, Tensor? out=None)`
 */
export const round = fn('round') as {
  (input: Tensor, options?: { decimals?: number; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; decimals?: number; out?: Tensor | null }): Tensor;
};

/**
 * The fractional part.
 *
 * `out = input − trunc(input)`
 *
 * Gradient: `input: g`
 *
 * PyTorch: `torch.frac(Tensor input, *, Tensor? out=None)`
 */
export const frac = fn('frac') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The error function.
 *
 * `out = 2/√π ∫₀^input e^−t² dt`
 *
 * Gradient: `input: g · 2/√π · e^−input²`
 *
 * PyTorch: `torch.erf(Tensor input, *, Tensor? out=None)`
 */
export const erf = fn('erf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The complementary error function.
 *
 * `out = 1 − erf(input)`
 *
 * Gradient: `input: −g · 2/√π · e^−input²`
 *
 * PyTorch: `torch.erfc(Tensor input, *, Tensor? out=None)`
 */
export const erfc = fn('erfc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse error function.
 *
 * `out = erf⁻¹(input)`
 *
 * Gradient: `input: g · √π/2 · e^(out²)`
 *
 * PyTorch: `torch.erfinv(Tensor input, *, Tensor? out=None)`
 */
export const erfinv = fn('erfinv') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm of the absolute gamma function.
 *
 * `out = ln |Γ(input)|`
 *
 * Gradient: `input: g · digamma(input)`
 *
 * PyTorch: `torch.lgamma(Tensor input, *, Tensor? out=None)`
 */
export const lgamma = fn('lgamma') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The derivative of lgamma.
 *
 * `out = Γ′(input) / Γ(input)`
 *
 * Gradient: `input: g · polygamma(1, input)`
 *
 * PyTorch: `torch.digamma(Tensor input, *, Tensor? out=None)`
 */
export const digamma = fn('digamma') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is NaN.
 *
 * `out = input is NaN`
 *
 * PyTorch: `torch.isnan(Tensor input, *, Tensor? out=None)`
 */
export const isnan = fn('isnan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is infinite.
 *
 * `out = input is ±inf`
 *
 * PyTorch: `torch.isinf(Tensor input, *, Tensor? out=None)`
 */
export const isinf = fn('isinf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is neither NaN nor infinite.
 *
 * `out = input is finite`
 *
 * PyTorch: `torch.isfinite(Tensor input, *, Tensor? out=None)`
 */
export const isfinite = fn('isfinite') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is zero.
 *
 * `out = not input`
 *
 * PyTorch: `torch.logical_not(Tensor input, *, Tensor? out=None)`
 */
export const logical_not = fn('logical_not') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is +inf.
 *
 * `out = input is +inf`
 *
 * PyTorch: `torch.isposinf(Tensor input, *, Tensor? out=None)`
 */
export const isposinf = fn('isposinf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element is −inf.
 *
 * `out = input is −inf`
 *
 * PyTorch: `torch.isneginf(Tensor input, *, Tensor? out=None)`
 */
export const isneginf = fn('isneginf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether the sign bit is set.
 *
 * `out = sign bit of input`
 *
 * PyTorch: `torch.signbit(Tensor input, *, Tensor? out=None)`
 */
export const signbit = fn('signbit') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Inverts every bit; of a bool, its negation.
 *
 * `out = ~input`
 *
 * PyTorch: `torch.bitwise_not(Tensor input, *, Tensor? out=None)`
 */
export const bitwise_not = fn('bitwise_not') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
 *
 * `out = input where finite, else the number given`
 *
 * Gradient: `input: g where input is finite`
 *
 * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
 */
export const nan_to_num = fn('nan_to_num') as {
  (input: Tensor, options?: { nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, options?: { posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, posinf: number | boolean | null, options?: { neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, posinf: number | boolean | null, neginf: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
};

/**
 * Limits every element to [min, max].
 *
 * `out = input, cut off to min ≤ out ≤ max`
 *
 * Gradient: `input: g where min < input < max`
 *
 * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
 */
export const clamp = fn('clamp') as {
  (input: Tensor, options?: { min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: number | boolean | null, options?: { max?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: number | boolean | null, max: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { min?: Tensor | null; max?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, options?: { max?: Tensor | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, max: Tensor | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; min?: Tensor | null; max?: Tensor | null; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `clamp`.
 *
 * `as clamp`
 *
 * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
 */
export const clip = fn('clip') as {
  (input: Tensor, options?: { min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
  (input: Tensor, min: Tensor | number | boolean | Complex | null, options?: { max?: Tensor | number | boolean | Complex | null }): Tensor;
  (input: Tensor, min: Tensor | number | boolean | Complex | null, max: Tensor | number | boolean | Complex | null): Tensor;
  (options: { input: Tensor; min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
};

/**
 * Raises elements below `min` to it.
 *
 * `out = input where input > min, else min`
 *
 * Gradient: `input: g where input > min`
 *
 * PyTorch: `torch.clamp_min(Tensor input, Scalar min, *, Tensor? out=None)`
 */
export const clamp_min = fn('clamp_min') as {
  (input: Tensor, min: number | boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; min: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor): Tensor;
  (options: { input: Tensor; min: Tensor }): Tensor;
};

/**
 * Lowers elements above `max` to it.
 *
 * `out = input where input < max, else max`
 *
 * Gradient: `input: g where input < max`
 *
 * PyTorch: `torch.clamp_max(Tensor input, Scalar max, *, Tensor? out=None)`
 */
export const clamp_max = fn('clamp_max') as {
  (input: Tensor, max: number | boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; max: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, max: Tensor): Tensor;
  (options: { input: Tensor; max: Tensor }): Tensor;
};

/**
 * The gradient of sigmoid.
 *
 * `out = grad_output · output · (1 − output)`
 *
 * Gradient: `grad_output: g · output · (1 − output);  output: g · grad_output · (1 − 2 · output)`
 *
 * PyTorch: `torch.sigmoid_backward(Tensor grad_output, Tensor output)`
 *
 * @internal
 */
export const sigmoid_backward = fn('sigmoid_backward') as {
  (grad_output: Tensor, output: Tensor): Tensor;
  (options: { grad_output: Tensor; output: Tensor }): Tensor;
};

/**
 * The gradient of tanh.
 *
 * `out = grad_output · (1 − output²)`
 *
 * Gradient: `grad_output: g · (1 − output²);  output: −2 · g · grad_output · output`
 *
 * PyTorch: `torch.tanh_backward(Tensor grad_output, Tensor output)`
 *
 * @internal
 */
export const tanh_backward = fn('tanh_backward') as {
  (grad_output: Tensor, output: Tensor): Tensor;
  (options: { grad_output: Tensor; output: Tensor }): Tensor;
};

/**
 * The gradient of relu: passes where the output is positive.
 *
 * `out = grad_output where output > 0`
 *
 * Gradient: `grad_output: g where output > 0`
 *
 * PyTorch: `torch.relu_backward(Tensor grad_output, Tensor output)`
 *
 * @internal
 */
export const relu_backward = fn('relu_backward') as {
  (grad_output: Tensor, output: Tensor): Tensor;
  (options: { grad_output: Tensor; output: Tensor }): Tensor;
};

/**
 * Another name of `abs`.
 *
 * `as abs`
 *
 * PyTorch: `torch.absolute(Tensor input, *, Tensor? out=None)`
 */
export const absolute = fn('absolute') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `neg`.
 *
 * `as neg`
 *
 * PyTorch: `torch.negative(Tensor input, *, Tensor? out=None)`
 */
export const negative = fn('negative') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `asin`.
 *
 * `as asin`
 *
 * PyTorch: `torch.arcsin(Tensor input, *, Tensor? out=None)`
 */
export const arcsin = fn('arcsin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `acos`.
 *
 * `as acos`
 *
 * PyTorch: `torch.arccos(Tensor input, *, Tensor? out=None)`
 */
export const arccos = fn('arccos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `atan`.
 *
 * `as atan`
 *
 * PyTorch: `torch.arctan(Tensor input, *, Tensor? out=None)`
 */
export const arctan = fn('arctan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `asinh`.
 *
 * `as asinh`
 *
 * PyTorch: `torch.arcsinh(Tensor input, *, Tensor? out=None)`
 */
export const arcsinh = fn('arcsinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `acosh`.
 *
 * `as acosh`
 *
 * PyTorch: `torch.arccosh(Tensor input, *, Tensor? out=None)`
 */
export const arccosh = fn('arccosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `atanh`.
 *
 * `as atanh`
 *
 * PyTorch: `torch.arctanh(Tensor input, *, Tensor? out=None)`
 */
export const arctanh = fn('arctanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `trunc`.
 *
 * `as trunc`
 *
 * PyTorch: `torch.fix(Tensor input, *, Tensor? out=None)`
 */
export const fix = fn('fix') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 0.
 *
 * `out = I0(input)`
 *
 * Gradient: `input: g · I1(input)`
 *
 * PyTorch: `torch.i0(Tensor input, *, Tensor? out=None)`
 */
export const i0 = fn('i0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The regularized lower incomplete gamma function.
 *
 * `out = ∫₀^other t^(input−1) e^−t dt / Γ(input)`
 *
 * Gradient: `other: g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
 *
 * PyTorch: `torch.igamma(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const igamma = fn('igamma') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The regularized upper incomplete gamma function.
 *
 * `out = ∫_other^∞ t^(input−1) e^−t dt / Γ(input)`
 *
 * Gradient: `other: −g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
 *
 * PyTorch: `torch.igammac(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const igammac = fn('igammac') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm of the multivariate gamma function.
 *
 * `out = ln Γ_p(input)`
 *
 * Gradient: `input: g · Σ_k ψ(input − k / 2), k < p`
 *
 * PyTorch: `torch.mvlgamma(Tensor input, int p)`
 */
export const mvlgamma = fn('mvlgamma') as {
  (input: Tensor, p: number): Tensor;
  (input: Tensor, options: { p: number }): Tensor;
  (options: { input: Tensor; p: number }): Tensor;
};

/**
 * Complex numbers of their real and imaginary parts.
 *
 * `out = real + i · imag`
 *
 * Gradient: `real: the real part of g;  imag: its imaginary part`
 *
 * PyTorch: `torch.complex(Tensor real, Tensor imag, *, Tensor? out=None)`
 */
export const complex = fn('complex') as {
  (real: Tensor, imag: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { real: Tensor; imag: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Complex numbers of their sizes and angles.
 *
 * `out = abs · (cos(angle) + i · sin(angle))`
 *
 * Gradient: `abs: the real part of conj(g) · sgn(out);  angle: the real part of conj(g) · i · out`
 *
 * PyTorch: `torch.polar(Tensor abs, Tensor angle, *, Tensor? out=None)`
 */
export const polar = fn('polar') as {
  (abs: Tensor, angle: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { abs: Tensor; angle: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The real parts of complex numbers, in the same memory; of others, the tensor itself.
 *
 * `out = Re input`
 *
 * PyTorch: `torch.real(Tensor input)`
 */
export const real = fn('real') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The imaginary parts of complex numbers, in the same memory.
 *
 * `out = Im input`
 *
 * PyTorch: `torch.imag(Tensor input)`
 */
export const imag = fn('imag') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Real and imaginary parts as a last dim of two, in the same memory.
 *
 * `out[…, 0] = Re input, out[…, 1] = Im input`
 *
 * Gradient: `input: view_as_complex(g)`
 *
 * PyTorch: `torch.view_as_real(Tensor input)`
 */
export const view_as_real = fn('view_as_real') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Complex numbers whose parts are a last dim of two, in the same memory.
 *
 * `out = input[…, 0] + i · input[…, 1]`
 *
 * Gradient: `input: view_as_real(g)`
 *
 * PyTorch: `torch.view_as_complex(Tensor input)`
 */
export const view_as_complex = fn('view_as_complex') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The conjugates of complex numbers, in the same memory; of others, the tensor itself.
 *
 * `out = conj(input)`
 *
 * PyTorch: `torch.conj(Tensor input)`
 */
export const conj = fn('conj') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The conjugates, in memory of their own; of numbers that are not complex, the tensor itself.
 *
 * `out = conj(input)`
 *
 * Gradient: `input: conj(g)`
 *
 * PyTorch: `torch.conj_physical(Tensor input, *, Tensor? out=None)`
 */
export const conj_physical = fn('conj_physical') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The tensor with its conjugates written down, if `conj` made it; else itself.
 *
 * `out = input`
 *
 * PyTorch: `torch.resolve_conj(Tensor input)`
 */
export const resolve_conj = fn('resolve_conj') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The tensor itself: negatives are always written down here.
 *
 * `out = input`
 *
 * PyTorch: `torch.resolve_neg(Tensor input)`
 */
export const resolve_neg = fn('resolve_neg') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The last two dims swapped, and of complex numbers the conjugates.
 *
 * `out = conj(inputᵀ)`
 *
 * PyTorch: `torch.adjoint(Tensor input)`
 */
export const adjoint = fn('adjoint') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The angle of complex numbers; of others 0, or π below 0.
 *
 * `out = atan2(Im input, Re input)`
 *
 * Gradient: `input: g · i · input / |input|²`
 *
 * PyTorch: `torch.angle(Tensor input, *, Tensor? out=None)`
 */
export const angle = fn('angle') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The sign: −1, 0 or 1; of complex numbers that of their angle, at a size of 1.
 *
 * `out = input / |input|, 0 where input is`
 *
 * Gradient: `input: (g − out · Re(g · conj(out))) / |input|`
 *
 * PyTorch: `torch.sgn(Tensor input, *, Tensor? out=None)`
 */
export const sgn = fn('sgn') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether an element has no imaginary part.
 *
 * `out = Im input == 0`
 *
 * PyTorch: `torch.isreal(Tensor input)`
 */
export const isreal = fn('isreal') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Whether input = other, element by element.
 *
 * `out = input == other`
 *
 * PyTorch: `torch.eq(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const eq = fn('eq') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≠ other, element by element.
 *
 * `out = input ≠ other`
 *
 * PyTorch: `torch.ne(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const ne = fn('ne') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≠ other, element by element.
 *
 * `out = input ≠ other`
 *
 * PyTorch: `torch.not_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const not_equal = fn('not_equal') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input < other, element by element.
 *
 * `out = input < other`
 *
 * PyTorch: `torch.lt(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const lt = fn('lt') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input < other, element by element.
 *
 * `out = input < other`
 *
 * PyTorch: `torch.less(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const less = fn('less') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≤ other, element by element.
 *
 * `out = input ≤ other`
 *
 * PyTorch: `torch.le(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const le = fn('le') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≤ other, element by element.
 *
 * `out = input ≤ other`
 *
 * PyTorch: `torch.less_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const less_equal = fn('less_equal') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input > other, element by element.
 *
 * `out = input > other`
 *
 * PyTorch: `torch.gt(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const gt = fn('gt') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input > other, element by element.
 *
 * `out = input > other`
 *
 * PyTorch: `torch.greater(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const greater = fn('greater') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≥ other, element by element.
 *
 * `out = input ≥ other`
 *
 * PyTorch: `torch.ge(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const ge = fn('ge') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether input ≥ other, element by element.
 *
 * `out = input ≥ other`
 *
 * PyTorch: `torch.greater_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const greater_equal = fn('greater_equal') as {
  (input: Tensor, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether each element is not zero.
 *
 * `out = input and other`
 *
 * PyTorch: `torch.logical_and(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const logical_and = fn('logical_and') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether either element is not zero.
 *
 * `out = input or other`
 *
 * PyTorch: `torch.logical_or(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const logical_or = fn('logical_or') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Whether exactly one element is not zero.
 *
 * `out = input xor other`
 *
 * PyTorch: `torch.logical_xor(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const logical_xor = fn('logical_xor') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The bits of both, joined by &; of bools, their logical counterpart.
 *
 * `out = input & other`
 *
 * PyTorch: `torch.bitwise_and(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const bitwise_and = fn('bitwise_and') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The bits of both, joined by |; of bools, their logical counterpart.
 *
 * `out = input | other`
 *
 * PyTorch: `torch.bitwise_or(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const bitwise_or = fn('bitwise_or') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The bits of both, joined by ^; of bools, their logical counterpart.
 *
 * `out = input ^ other`
 *
 * PyTorch: `torch.bitwise_xor(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const bitwise_xor = fn('bitwise_xor') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The bits of `input`, moved up by `other` places.
 *
 * `out = input · 2^other`
 *
 * PyTorch: `torch.bitwise_left_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const bitwise_left_shift = fn('bitwise_left_shift') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The bits of `input`, moved down by `other` places.
 *
 * `out = ⌊input / 2^other⌋`
 *
 * PyTorch: `torch.bitwise_right_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const bitwise_right_shift = fn('bitwise_right_shift') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Whether elements are equal within a tolerance.
 *
 * `out = |input − other| ≤ atol + rtol · |other|`
 *
 * PyTorch: `torch.isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)`
 */
export const isclose = fn('isclose') as {
  (input: Tensor, other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, equal_nan: boolean): Tensor;
  (options: { input: Tensor; other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
};

/**
 * Whether all elements are equal within a tolerance.
 *
 * `out = all(isclose(input, other))`
 *
 * PyTorch: `torch.allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool`
 */
export const allclose = fn('allclose') as {
  (input: Tensor, other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  (input: Tensor, other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): boolean;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): boolean;
  (input: Tensor, other: Tensor, rtol: number, atol: number, equal_nan: boolean): boolean;
  (options: { input: Tensor; other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
};

/**
 * Whether both have the same size and elements.
 *
 * `out = all(input == other)`
 *
 * PyTorch: `torch.equal(Tensor input, Tensor other) -> bool`
 */
export const equal = fn('equal') as {
  (input: Tensor, other: Tensor): boolean;
  (options: { input: Tensor; other: Tensor }): boolean;
};

/**
 * Takes from `input` where `condition` holds, else from `other`.
 *
 * `out = condition ? input : other`
 *
 * Gradient: `input: g where condition;  other: g elsewhere`
 *
 * PyTorch: `torch.where(Tensor condition, Tensor|Scalar input, Tensor|Scalar other)`
 */
export const where = fn('where') as {
  (condition: Tensor, input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex): Tensor;
  (condition: Tensor, input: Tensor | number | boolean | Complex, options: { other: Tensor | number | boolean | Complex }): Tensor;
  (condition: Tensor, options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex }): Tensor;
  (options: { condition: Tensor; input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex }): Tensor;
  (condition: Tensor): Tensor[];
  (options: { condition: Tensor }): Tensor[];
};

/**
 * The same elements under another size; a view where that can be, else a copy.
 *
 * `out = input, of another size`
 *
 * Gradient: `input: g, of the size of input`
 *
 * PyTorch: `torch.reshape(Tensor input, int... shape)`
 */
export const reshape = fn('reshape') as {
  (input: Tensor, shape: readonly number[]): Tensor;
  (input: Tensor, ...shape: number[]): Tensor;
  (input: Tensor, options: { shape: readonly number[] }): Tensor;
  (options: { input: Tensor; shape: readonly number[] }): Tensor;
};

/**
 * Merges the dims from `start_dim` to `end_dim` into one.
 *
 * `out = input, dims start…end merged`
 *
 * PyTorch: `torch.flatten(Tensor input, int start_dim=0, int end_dim=-1)`
 */
export const flatten = fn('flatten') as {
  (input: Tensor, options?: { start_dim?: number; end_dim?: number }): Tensor;
  (input: Tensor, start_dim: number, options?: { end_dim?: number }): Tensor;
  (input: Tensor, start_dim: number, end_dim: number): Tensor;
  (options: { input: Tensor; start_dim?: number; end_dim?: number }): Tensor;
};

/**
 * All elements in one dim.
 *
 * `out = input, flat`
 *
 * PyTorch: `torch.ravel(Tensor input)`
 */
export const ravel = fn('ravel') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Splits one dim into several.
 *
 * `out = input, dim split into sizes`
 *
 * PyTorch: `torch.unflatten(Tensor input, int dim, int[] sizes)`
 */
export const unflatten = fn('unflatten') as {
  (input: Tensor, dim: number, sizes: number | readonly number[]): Tensor;
  (input: Tensor, dim: number, options: { sizes: number | readonly number[] }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { sizes: number | readonly number[] }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; sizes: number | readonly number[] }): Tensor;
};

/**
 * The dims in another order.
 *
 * `out[i₀, i₁, …] = input with its dims reordered`
 *
 * Gradient: `input: g, dims back in their order`
 *
 * PyTorch: `torch.permute(Tensor input, int... dims)`
 */
export const permute = fn('permute') as {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
  (input: Tensor, options: { dims: readonly number[] }): Tensor;
  (options: { input: Tensor; dims: readonly number[] }): Tensor;
};

/**
 * Swaps two dims.
 *
 * `out[…, i, …, j, …] = input[…, j, …, i, …]`
 *
 * Gradient: `input: g, swapped back`
 *
 * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
 */
export const transpose = fn('transpose') as {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (options: { input: Tensor; dim0: number; dim1: number }): Tensor;
};

/**
 * Swaps two dims.
 *
 * `out[…, i, …, j, …] = input[…, j, …, i, …]`
 *
 * Gradient: `input: g, swapped back`
 *
 * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
 */
export const swapaxes = fn('swapaxes') as {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (options: { input: Tensor; dim0: number; dim1: number }): Tensor;
};

/**
 * Swaps two dims.
 *
 * `out[…, i, …, j, …] = input[…, j, …, i, …]`
 *
 * Gradient: `input: g, swapped back`
 *
 * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
 */
export const swapdims = fn('swapdims') as {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (options: { input: Tensor; dim0: number; dim1: number }): Tensor;
};

/**
 * The transpose of a matrix (of fewer dims, itself).
 *
 * `out[i, j] = input[j, i]`
 *
 * Gradient: `input: gᵀ`
 *
 * PyTorch: `torch.t(Tensor input)`
 */
export const t = fn('t') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Moves dims to other places; the rest keep their order.
 *
 * `out = input, dims source at destination`
 *
 * PyTorch: `torch.movedim(Tensor input, int[] source, int[] destination)`
 */
export const movedim = fn('movedim') as {
  (input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
  (input: Tensor, source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
  (input: Tensor, options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
  (options: { input: Tensor; source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
};

/**
 * Moves dims to other places; the rest keep their order.
 *
 * `out = input, dims source at destination`
 *
 * PyTorch: `torch.moveaxis(Tensor input, int[] source, int[] destination)`
 */
export const moveaxis = fn('moveaxis') as {
  (input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
  (input: Tensor, source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
  (input: Tensor, options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
  (options: { input: Tensor; source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
};

/**
 * Inserts a dim of size 1.
 *
 * `out = input, with a dim of 1 at dim`
 *
 * Gradient: `input: g without that dim`
 *
 * PyTorch: `torch.unsqueeze(Tensor input, int dim)`
 */
export const unsqueeze = fn('unsqueeze') as {
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number })): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor }): Tensor;
};

/**
 * Removes all dims of size 1.
 *
 * `out = input without its dims of 1`
 *
 * Gradient: `input: g, of the size of input`
 *
 * PyTorch: `torch.squeeze(Tensor input)`
 */
export const squeeze = fn('squeeze') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number })): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor }): Tensor;
  (input: Tensor, dim: number | readonly number[]): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] })): Tensor;
  (options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { input: Tensor }): Tensor;
};

/**
 * Repeats dims of size 1 without copying.
 *
 * `out = input, dims of 1 stretched`
 *
 * Gradient: `input: g, summed over what was stretched`
 *
 * PyTorch: `torch.broadcast_to(Tensor input, int... size)`
 */
export const broadcast_to = fn('broadcast_to') as {
  (input: Tensor, size: readonly number[]): Tensor;
  (input: Tensor, ...size: number[]): Tensor;
  (input: Tensor, options: { size: readonly number[] }): Tensor;
  (options: { input: Tensor; size: readonly number[] }): Tensor;
};

/**
 * One position of a dim, which goes.
 *
 * `out = input[…, index, …]`
 *
 * Gradient: `input: g at that place, 0 elsewhere`
 *
 * PyTorch: `torch.select(Tensor input, int dim, int index)`
 */
export const select = fn('select') as {
  (input: Tensor, dim: number, index: number): Tensor;
  (input: Tensor, dim: number, options: { index: number }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: number }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: number }): Tensor;
};

/**
 * `length` positions of a dim from `start`.
 *
 * `out = input[…, start:start+length, …]`
 *
 * PyTorch: `torch.narrow(Tensor input, int dim, int|Tensor start, int length)`
 */
export const narrow = fn('narrow') as {
  (input: Tensor, dim: number, start: number | Tensor, length: number): Tensor;
  (input: Tensor, dim: number, start: number | Tensor, options: { length: number }): Tensor;
  (input: Tensor, dim: number, options: { start: number | Tensor; length: number }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { start: number | Tensor; length: number }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; start: number | Tensor; length: number }): Tensor;
};

/**
 * The positions of a dim, one tensor each.
 *
 * `out[i] = input[…, i, …]`
 *
 * Gradient: `input: the gradients, stacked`
 *
 * PyTorch: `torch.unbind(Tensor input, int dim=0) -> Tensor[]`
 */
export const unbind = fn('unbind') as {
  (input: Tensor, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, dim: number): Tensor[];
  (options: { input: Tensor; dim?: number; axis?: number }): Tensor[];
};

/**
 * Pieces of a dim, of the sizes given.
 *
 * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
 *
 * Gradient: `input: the gradients, joined`
 *
 * PyTorch: `torch.split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]`
 */
export const split_with_sizes = fn('split_with_sizes') as {
  (input: Tensor, split_sizes: number | readonly number[], options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_sizes: number | readonly number[], dim: number): Tensor[];
  (input: Tensor, options: { split_sizes: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; split_sizes: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
};

/**
 * Pieces of a dim of one size; the last may be smaller.
 *
 * `out[k] = input[…, k·size:(k+1)·size, …]`
 *
 * Gradient: `input: the gradients, joined`
 *
 * PyTorch: `torch.split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]`
 */
export const split = fn('split') as {
  (input: Tensor, split_size_or_sections: number, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_size_or_sections: number, dim: number): Tensor[];
  (input: Tensor, options: { split_size_or_sections: number; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; split_size_or_sections: number; dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_size_or_sections: number | readonly number[], options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_size_or_sections: number | readonly number[], dim: number): Tensor[];
  (input: Tensor, options: { split_size_or_sections: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; split_size_or_sections: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
};

/**
 * At most `chunks` pieces of a dim, as equal as can be.
 *
 * `out[k] = the k-th piece of input`
 *
 * PyTorch: `torch.chunk(Tensor input, int chunks, int dim=0) -> Tensor[]`
 */
export const chunk = fn('chunk') as {
  (input: Tensor, chunks: number, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, chunks: number, dim: number): Tensor[];
  (input: Tensor, options: { chunks: number; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; chunks: number; dim?: number; axis?: number }): Tensor[];
};

/**
 * The diagonal of two dims, as a last dim.
 *
 * `out[…, i] = input[…, i, …, i + offset, …]`
 *
 * Gradient: `input: g on the diagonal, 0 elsewhere`
 *
 * PyTorch: `torch.diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)`
 */
export const diagonal = fn('diagonal') as {
  (input: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, dim2: number): Tensor;
  (options: { input: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
};

/**
 * The diagonal of two dims, as a last dim, in memory of its own.
 *
 * `out[…, i] = input[…, i, …, i + offset, …]`
 *
 * Gradient: `input: g on the diagonal, 0 elsewhere`
 *
 * PyTorch: `torch.diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)`
 */
export const diagonal_copy = fn('diagonal_copy') as {
  (input: Tensor, options?: { offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, options?: { dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, dim1: number, options?: { dim2?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, offset: number, dim1: number, dim2: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
};

/**
 * A view of the storage by size, strides and offset.
 *
 * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
 *
 * Gradient: `input: g, added where it came from`
 *
 * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
 */
export const as_strided = fn('as_strided') as {
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  (input: Tensor, size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (input: Tensor, options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (options: { input: Tensor; size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
};

/**
 * The same elements without history: no gradient passes.
 *
 * `out = input, without its history`
 *
 * PyTorch: `torch.detach(Tensor input)`
 */
export const detach = fn('detach') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Joins tensors along a dim that they have.
 *
 * `out = tensors, one after the other along dim`
 *
 * Gradient: `tensors[k]: its part of g`
 *
 * PyTorch: `torch.cat(Tensor[] tensors, int dim=0, *, Tensor? out=None)`
 */
export const cat = fn('cat') as {
  (tensors: readonly Tensor[], options?: { dim?: number; axis?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; axis?: number; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `cat`.
 *
 * `as cat`
 *
 * PyTorch: `torch.concat(Tensor[] tensors, int dim=0)`
 */
export const concat = fn('concat') as {
  (tensors: readonly Tensor[], options?: { dim?: number; axis?: number }): Tensor;
  (tensors: readonly Tensor[], dim: number): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; axis?: number }): Tensor;
};

/**
 * Another name of `cat`.
 *
 * `as cat`
 *
 * PyTorch: `torch.concatenate(Tensor[] tensors, int dim=0)`
 */
export const concatenate = fn('concatenate') as {
  (tensors: readonly Tensor[], options?: { dim?: number; axis?: number }): Tensor;
  (tensors: readonly Tensor[], dim: number): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; axis?: number }): Tensor;
};

/**
 * Joins tensors of one size along a new dim.
 *
 * `out[…, k, …] = tensors[k]`
 *
 * Gradient: `tensors[k]: g[…, k, …]`
 *
 * PyTorch: `torch.stack(Tensor[] tensors, int dim=0, *, Tensor? out=None)`
 */
export const stack = fn('stack') as {
  (tensors: readonly Tensor[], options?: { dim?: number; axis?: number; out?: Tensor | null }): Tensor;
  (tensors: readonly Tensor[], dim: number, options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; dim?: number; axis?: number; out?: Tensor | null }): Tensor;
};

/**
 * Joins side by side: along dim 1, of vectors along dim 0.
 *
 * `out = tensors, side by side`
 *
 * PyTorch: `torch.hstack(Tensor[] tensors)`
 */
export const hstack = fn('hstack') as {
  (tensors: readonly Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * Joins one below the other; vectors become rows.
 *
 * `out = tensors, one below the other`
 *
 * PyTorch: `torch.vstack(Tensor[] tensors)`
 */
export const vstack = fn('vstack') as {
  (tensors: readonly Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * Joins one below the other; vectors become rows. Another name of `vstack`.
 *
 * `out = tensors, one below the other`
 *
 * PyTorch: `torch.row_stack(Tensor[] tensors)`
 */
export const row_stack = fn('row_stack') as {
  (tensors: readonly Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * The coordinates of a grid, one tensor for each axis.
 *
 * `out[k][i₀, i₁, …] = tensors[k][iₖ]`
 *
 * PyTorch: `torch.meshgrid(Tensor... tensors, *, str? indexing=None) -> Tensor[]`
 */
export const meshgrid = fn('meshgrid') as {
  (tensors: readonly Tensor[], options?: { indexing?: string | null }): Tensor[];
  (...tensors: (Tensor | { indexing?: string | null })[]): Tensor[];
  (options: { tensors: readonly Tensor[]; indexing?: string | null }): Tensor[];
};

/**
 * Reverses the order along dims.
 *
 * `out[…, i, …] = input[…, n−1−i, …]`
 *
 * Gradient: `input: g, flipped back`
 *
 * PyTorch: `torch.flip(Tensor input, int... dims)`
 */
export const flip = fn('flip') as {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
  (input: Tensor, options: { dims: readonly number[] }): Tensor;
  (options: { input: Tensor; dims: readonly number[] }): Tensor;
};

/**
 * Reverses the columns.
 *
 * `out[i, j] = input[i, m−1−j]`
 *
 * PyTorch: `torch.fliplr(Tensor input)`
 */
export const fliplr = fn('fliplr') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Reverses the rows.
 *
 * `out[i, j] = input[n−1−i, j]`
 *
 * PyTorch: `torch.flipud(Tensor input)`
 */
export const flipud = fn('flipud') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Turns by 90 degrees `k` times in the plane of two dims.
 *
 * `out = input, turned`
 *
 * Gradient: `input: g, turned back`
 *
 * PyTorch: `torch.rot90(Tensor input, int k=1, int[] dims=[0, 1])`
 */
export const rot90 = fn('rot90') as {
  (input: Tensor, options?: { k?: number; dims?: number | readonly number[] }): Tensor;
  (input: Tensor, k: number, options?: { dims?: number | readonly number[] }): Tensor;
  (input: Tensor, k: number, dims: number | readonly number[]): Tensor;
  (options: { input: Tensor; k?: number; dims?: number | readonly number[] }): Tensor;
};

/**
 * Shifts along dims, what falls off coming back at the other end.
 *
 * `out[(i + shift) mod n] = input[i]`
 *
 * Gradient: `input: g, rolled back`
 *
 * PyTorch: `torch.roll(Tensor input, int[] shifts, int[]? dims=None)`
 */
export const roll = fn('roll') as {
  (input: Tensor, shifts: number | readonly number[], options?: { dims?: number | readonly number[] | null }): Tensor;
  (input: Tensor, shifts: number | readonly number[], dims: number | readonly number[] | null): Tensor;
  (input: Tensor, options: { shifts: number | readonly number[]; dims?: number | readonly number[] | null }): Tensor;
  (options: { input: Tensor; shifts: number | readonly number[]; dims?: number | readonly number[] | null }): Tensor;
};

/**
 * Matrices along a diagonal, zeros elsewhere.
 *
 * `out = diag(tensors)`
 *
 * Gradient: `tensors[k]: its block of g`
 *
 * PyTorch: `torch.block_diag(Tensor... tensors)`
 */
export const block_diag = fn('block_diag') as {
  (tensors: readonly Tensor[]): Tensor;
  (...tensors: Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * Repeats the tensor along its last dims.
 *
 * `out[i] = input[i mod size]`
 *
 * PyTorch: `torch.tile(Tensor input, int... dims)`
 */
export const tile = fn('tile') as {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
  (input: Tensor, options: { dims: readonly number[] }): Tensor;
  (options: { input: Tensor; dims: readonly number[] }): Tensor;
};

/**
 * Every position as often as its element says.
 *
 * `out = 0, 1, 2, …, each repeats times`
 *
 * PyTorch: `torch.repeat_interleave(Tensor repeats, *, int? output_size=None)`
 */
export const repeat_interleave = fn('repeat_interleave') as {
  (repeats: Tensor, options?: { output_size?: number | null }): Tensor;
  (options: { repeats: Tensor; output_size?: number | null }): Tensor;
  (input: Tensor, repeats: number | Tensor, options?: { dim?: number | null; axis?: number | null; output_size?: number | null }): Tensor;
  (input: Tensor, repeats: number | Tensor, dim: number | null, options?: { output_size?: number | null }): Tensor;
  (options: { input: Tensor; repeats: number | Tensor; dim?: number | null; axis?: number | null; output_size?: number | null }): Tensor;
};

/**
 * Slices of a dim, by a vector of indices.
 *
 * `out[…, k, …] = input[…, index[k], …]`
 *
 * Gradient: `input: g, added at index`
 *
 * PyTorch: `torch.index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)`
 */
export const index_select = fn('index_select') as {
  (input: Tensor, dim: number, index: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Adds slices of `source` to those of `input` that a vector of indices names.
 *
 * `out[…, index[k], …] += alpha · source[…, k, …]`
 *
 * Gradient: `input: g;  source: alpha · g[…, index, …]`
 *
 * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
 */
export const index_add = fn('index_add') as {
  (input: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor; alpha?: number | boolean }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
};

/**
 * Overwrites slices of `input` by those of `source`.
 *
 * `out[…, index[k], …] = source[…, k, …]`
 *
 * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
 *
 * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
 */
export const index_copy = fn('index_copy') as {
  (input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; source: Tensor }): Tensor;
};

/**
 * Overwrites slices of `input` with the value of a tensor without dims.
 *
 * `out[…, index[k], …] = value`
 *
 * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
 *
 * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
 */
export const index_fill = fn('index_fill') as {
  (input: Tensor, dim: number, index: Tensor, value: Tensor): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; value: Tensor }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; value: Tensor }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; value: Tensor }): Tensor;
  (input: Tensor, dim: number, index: Tensor, value: number | boolean | Complex): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { value: number | boolean | Complex }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; value: number | boolean | Complex }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean | Complex }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; value: number | boolean | Complex }): Tensor;
};

/**
 * Elements along a dim, by an index of the same rank.
 *
 * `out[…, i, …] = input[…, index[…, i, …], …]`
 *
 * Gradient: `input: g, added at index`
 *
 * PyTorch: `torch.gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)`
 */
export const gather = fn('gather') as {
  (input: Tensor, dim: number, index: Tensor, options?: { sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Writes elements of `src` along a dim, by an index of the same rank.
 *
 * `out[…, index[…, i, …], …] = src[…, i, …]`
 *
 * Gradient: `input: g, 0 at index;  src: g at index`
 *
 * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
 */
export const scatter = fn('scatter') as {
  (input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, dim: number, index: Tensor, value: number | boolean): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { value: number | boolean }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; value: number | boolean }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; value: number | boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, src: Tensor | number | boolean | Complex, options?: { reduce?: string }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
};

/**
 * Adds elements of `src` along a dim, by an index of the same rank.
 *
 * `out[…, index[…, i, …], …] += src[…, i, …]`
 *
 * Gradient: `input: g;  src: g at index`
 *
 * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
 */
export const scatter_add = fn('scatter_add') as {
  (input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; src: Tensor }): Tensor;
};

/**
 * Elements along a dim by indices that broadcast with the rest.
 *
 * `out[…, i, …] = input[…, indices[…, i, …], …]`
 *
 * PyTorch: `torch.take_along_dim(Tensor input, Tensor indices, int? dim=None)`
 */
export const take_along_dim = fn('take_along_dim') as {
  (input: Tensor, indices: Tensor, options?: { dim?: number | null; axis?: number | null }): Tensor;
  (input: Tensor, indices: Tensor, dim: number | null): Tensor;
  (options: { input: Tensor; indices: Tensor; dim?: number | null; axis?: number | null }): Tensor;
};

/**
 * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
 *
 * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
 *
 * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
 *
 * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
 */
export const scatter_reduce = fn('scatter_reduce') as {
  (input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
};

/**
 * Overwrites the elements where `mask` holds.
 *
 * `out = mask ? value : input`
 *
 * Gradient: `input: g, 0 where mask`
 *
 * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
 */
export const masked_fill = fn('masked_fill') as {
  (input: Tensor, mask: Tensor, value: number | boolean | Complex): Tensor;
  (input: Tensor, mask: Tensor, options: { value: number | boolean | Complex }): Tensor;
  (input: Tensor, options: { mask: Tensor; value: number | boolean | Complex }): Tensor;
  (options: { input: Tensor; mask: Tensor; value: number | boolean | Complex }): Tensor;
  (input: Tensor, mask: Tensor, value: Tensor): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Tensor }): Tensor;
  (options: { input: Tensor; mask: Tensor; value: Tensor }): Tensor;
};

/**
 * The elements where `mask` holds, in one dim.
 *
 * `out = input[mask]`
 *
 * Gradient: `input: g where mask`
 *
 * PyTorch: `torch.masked_select(Tensor input, Tensor mask, *, Tensor? out=None)`
 */
export const masked_select = fn('masked_select') as {
  (input: Tensor, mask: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mask: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Overwrites the elements where `mask` holds by those of `source`, one after the other.
 *
 * `out[mask] = source`
 *
 * Gradient: `input: g, 0 where mask;  source: g[mask]`
 *
 * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
 */
export const masked_scatter = fn('masked_scatter') as {
  (input: Tensor, mask: Tensor, source: Tensor): Tensor;
  (input: Tensor, mask: Tensor, options: { source: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; source: Tensor }): Tensor;
  (options: { input: Tensor; mask: Tensor; source: Tensor }): Tensor;
};

/**
 * The indices of elements that are not zero: a row each, or a tensor for each dim.
 *
 * `out = where input ≠ 0`
 *
 * PyTorch: `torch.nonzero(Tensor input, *, bool as_tuple=False) -> any`
 */
export const nonzero = fn('nonzero') as {
  (input: Tensor, options?: { as_tuple?: boolean }): any;
  (options: { input: Tensor; as_tuple?: boolean }): any;
};

/**
 * The indices of elements that are not zero, a row each.
 *
 * `out = where input ≠ 0`
 *
 * PyTorch: `torch.argwhere(Tensor input)`
 */
export const argwhere = fn('argwhere') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Elements of the flat tensor.
 *
 * `out = flat(input)[index]`
 *
 * Gradient: `input: g, added at index`
 *
 * PyTorch: `torch.take(Tensor input, Tensor index)`
 */
export const take = fn('take') as {
  (input: Tensor, index: Tensor): Tensor;
  (options: { input: Tensor; index: Tensor }): Tensor;
};

/**
 * Overwrites (or adds to) elements of the flat tensor.
 *
 * `flat(out)[index] = source`
 *
 * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
 *
 * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
 */
export const put = fn('put') as {
  (input: Tensor, index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, accumulate: boolean): Tensor;
  (input: Tensor, index: Tensor, options: { source: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  (options: { input: Tensor; index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
};

/**
 * The lower triangle of matrices; zeros elsewhere.
 *
 * `out[i, j] = input[i, j] where j − i ≤ diagonal`
 *
 * Gradient: `input: tril(g)`
 *
 * PyTorch: `torch.tril(Tensor input, int diagonal=0, *, Tensor? out=None)`
 */
export const tril = fn('tril') as {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; diagonal?: number; out?: Tensor | null }): Tensor;
};

/**
 * The upper triangle of matrices; zeros elsewhere.
 *
 * `out[i, j] = input[i, j] where j − i ≥ diagonal`
 *
 * Gradient: `input: triu(g)`
 *
 * PyTorch: `torch.triu(Tensor input, int diagonal=0, *, Tensor? out=None)`
 */
export const triu = fn('triu') as {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; diagonal?: number; out?: Tensor | null }): Tensor;
};

/**
 * A matrix with a vector on its diagonal; or the diagonal of a matrix.
 *
 * `out = diag(input)`
 *
 * PyTorch: `torch.diag(Tensor input, int diagonal=0, *, Tensor? out=None)`
 */
export const diag = fn('diag') as {
  (input: Tensor, options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, diagonal: number, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; diagonal?: number; out?: Tensor | null }): Tensor;
};

/**
 * Matrices with the last dim on their diagonals.
 *
 * `out[…, i, i + offset] = input[…, i]`
 *
 * Gradient: `input: the diagonal of g`
 *
 * PyTorch: `torch.diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)`
 */
export const diag_embed = fn('diag_embed') as {
  (input: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  (input: Tensor, offset: number, dim1: number, dim2: number): Tensor;
  (options: { input: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
};

/**
 * The sum of the diagonal of a matrix.
 *
 * `out = Σ input[i, i]`
 *
 * Gradient: `input: g on the diagonal`
 *
 * PyTorch: `torch.trace(Tensor input)`
 */
export const trace = fn('trace') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
 *
 * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
 *
 * Gradient: `as `scatter_reduce``
 *
 * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
 */
export const index_reduce = fn('index_reduce') as {
  (input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
};

/**
 * The places in an array of a given shape that positions in the flat array are.
 *
 * `Σ_d out[d] · stride[d] = indices`
 *
 * PyTorch: `torch.unravel_index(Tensor indices, int[] shape) -> Tensor[]`
 */
export const unravel_index = fn('unravel_index') as {
  (indices: Tensor, shape: number | readonly number[]): Tensor[];
  (indices: Tensor, options: { shape: number | readonly number[] }): Tensor[];
  (options: { indices: Tensor; shape: number | readonly number[] }): Tensor[];
};

/**
 * The indices of the first `size` elements that are not zero; rows of `fill_value` where there are fewer.
 *
 * `out = where input ≠ 0`
 *
 * PyTorch: `torch.nonzero_static(Tensor input, *, int size, int fill_value=-1)`
 */
export const nonzero_static = fn('nonzero_static') as {
  (input: Tensor, options?: { size?: number; fill_value?: number }): Tensor;
  (options: { input: Tensor; size: number; fill_value?: number }): Tensor;
};

/**
 * The sum of all elements.
 *
 * `out = Σ input`
 *
 * Gradient: `input: g, for every element`
 *
 * PyTorch: `torch.sum(Tensor input, *, dtype? dtype=None)`
 */
export const sum = fn('sum') as {
  (input: Tensor, options?: { dtype?: DType | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * Sums, NaN counting as zero.
 *
 * `out = Σ_dim input, NaN as 0`
 *
 * Gradient: `input: g where input is not NaN`
 *
 * PyTorch: `torch.nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
 */
export const nansum = fn('nansum') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * The mean of all elements.
 *
 * `out = Σ input / n`
 *
 * Gradient: `input: g / n, for every element`
 *
 * PyTorch: `torch.mean(Tensor input, *, dtype? dtype=None, Tensor? out=None)`
 */
export const mean = fn('mean') as {
  (input: Tensor, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * The product of all elements.
 *
 * `out = Π input`
 *
 * Gradient: `input: g · the product of the other elements`
 *
 * PyTorch: `torch.prod(Tensor input, *, dtype? dtype=None)`
 */
export const prod = fn('prod') as {
  (input: Tensor, options?: { dtype?: DType | null }): Tensor;
  (options: { input: Tensor; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * The greatest element.
 *
 * `out = max input`
 *
 * Gradient: `input: g at the greatest, shared by equals`
 *
 * PyTorch: `torch.max(Tensor input, *, Tensor? out=None)`
 */
export const max = fn('max') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, other: Tensor): Tensor;
  (options: { input: Tensor; other: Tensor }): Tensor;
};

/**
 * The greatest elements over dims.
 *
 * `out = max_dim input`
 *
 * Gradient: `input: g at the greatest, shared by equals`
 *
 * PyTorch: `torch.amax(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
 */
export const amax = fn('amax') as {
  (input: Tensor, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Where the greatest element is, along a dim or in the flat tensor.
 *
 * `out = argmax input`
 *
 * PyTorch: `torch.argmax(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
 */
export const argmax = fn('argmax') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The least element.
 *
 * `out = min input`
 *
 * Gradient: `input: g at the least, shared by equals`
 *
 * PyTorch: `torch.min(Tensor input, *, Tensor? out=None)`
 */
export const min = fn('min') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, other: Tensor): Tensor;
  (options: { input: Tensor; other: Tensor }): Tensor;
};

/**
 * The least elements over dims.
 *
 * `out = min_dim input`
 *
 * Gradient: `input: g at the least, shared by equals`
 *
 * PyTorch: `torch.amin(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
 */
export const amin = fn('amin') as {
  (input: Tensor, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Where the least element is, along a dim or in the flat tensor.
 *
 * `out = argmin input`
 *
 * PyTorch: `torch.argmin(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
 */
export const argmin = fn('argmin') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Sorts along a dim; NaN counts as greatest.
 *
 * `values, indices = input in order`
 *
 * Gradient: `input: g, back at indices`
 *
 * PyTorch: `torch.sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const sort = fn('sort') as {
  (input: Tensor, options?: { dim?: number; axis?: number; descending?: boolean; stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, options?: { descending?: boolean; stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, descending: boolean, options?: { stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, descending: boolean, stable: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; dim?: number; axis?: number; descending?: boolean; stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The positions that sort a dim.
 *
 * `out = the indices of sort`
 *
 * PyTorch: `torch.argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)`
 */
export const argsort = fn('argsort') as {
  (input: Tensor, options?: { dim?: number; axis?: number; descending?: boolean; stable?: boolean }): Tensor;
  (input: Tensor, dim: number, options?: { descending?: boolean; stable?: boolean }): Tensor;
  (input: Tensor, dim: number, descending: boolean, options?: { stable?: boolean }): Tensor;
  (input: Tensor, dim: number, descending: boolean, stable: boolean): Tensor;
  (options: { input: Tensor; dim?: number; axis?: number; descending?: boolean; stable?: boolean }): Tensor;
};

/**
 * Sorts along the first dim.
 *
 * `out = input in order`
 *
 * PyTorch: `torch.msort(Tensor input)`
 */
export const msort = fn('msort') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The `k` greatest (or least) elements along a dim, and where they are.
 *
 * `values, indices = the k greatest of input`
 *
 * Gradient: `input: g at indices`
 *
 * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const topk = fn('topk') as {
  (input: Tensor, k: number, options?: { dim?: number; axis?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, k: number, dim: number, options?: { largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, k: number, dim: number, largest: boolean, options?: { sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, k: number, dim: number, largest: boolean, sorted: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: { k: number; dim?: number; axis?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; k: number; dim?: number; axis?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The median of all elements: the lower one of two.
 *
 * `out = median of input`
 *
 * Gradient: `input: g at the median`
 *
 * PyTorch: `torch.median(Tensor input)`
 */
export const median = fn('median') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
  (input: Tensor, options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The median of the elements that are not NaN.
 *
 * `out = median of input, NaN left out`
 *
 * Gradient: `input: g at the median`
 *
 * PyTorch: `torch.nanmedian(Tensor input)`
 */
export const nanmedian = fn('nanmedian') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
  (input: Tensor, options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The most frequent values along a dim, the least of equals.
 *
 * `values, indices = mode_dim input`
 *
 * Gradient: `input: g at indices`
 *
 * PyTorch: `torch.mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const mode = fn('mode') as {
  (input: Tensor, options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The k-th least elements along a dim.
 *
 * `values, indices = kthvalue_dim input`
 *
 * Gradient: `input: g at indices`
 *
 * PyTorch: `torch.kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const kthvalue = fn('kthvalue') as {
  (input: Tensor, k: number, options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, k: number, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, k: number, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: { k: number; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: { input: Tensor; k: number; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * Whether any element is not zero.
 *
 * `out = any input`
 *
 * PyTorch: `torch.any(Tensor input, *, Tensor? out=None)`
 */
export const any = fn('any') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
};

/**
 * Whether every element is not zero.
 *
 * `out = all input`
 *
 * PyTorch: `torch.all(Tensor input, *, Tensor? out=None)`
 */
export const all = fn('all') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
};

/**
 * How many elements are not zero.
 *
 * `out = Σ_dim (input ≠ 0)`
 *
 * PyTorch: `torch.count_nonzero(Tensor input, int[]? dim=None)`
 */
export const count_nonzero = fn('count_nonzero') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
};

/**
 * Sums, means, products, maxima or minima of segments of rows, whose lengths (or places) are given.
 *
 * `out[s] = reduce of the rows of segment s`
 *
 * Gradient: `data: g[segment], by its part in the result`
 *
 * PyTorch: `torch.segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None)`
 */
export const segment_reduce = fn('segment_reduce') as {
  (data: Tensor, reduce: string, options?: { lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: number; unsafe?: boolean; initial?: number | boolean | null }): Tensor;
  (data: Tensor, options: { reduce: string; lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: number; unsafe?: boolean; initial?: number | boolean | null }): Tensor;
  (options: { data: Tensor; reduce: string; lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: number; unsafe?: boolean; initial?: number | boolean | null }): Tensor;
};

/**
 * The variance of all elements.
 *
 * `out = Σ (input − mean)² / (n − unbiased)`
 *
 * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
 *
 * PyTorch: `torch.var(Tensor input, bool unbiased=True)`
 */
const var_ = fn('var') as {
  (input: Tensor, options?: { unbiased?: boolean }): Tensor;
  (input: Tensor, unbiased: boolean): Tensor;
  (options: { input: Tensor; unbiased?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The variance and the mean.
 *
 * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
 *
 * PyTorch: `torch.var_mean(Tensor input, bool unbiased=True) -> Tensor[]`
 */
export const var_mean = fn('var_mean') as {
  (input: Tensor, options?: { unbiased?: boolean }): Tensor[];
  (input: Tensor, unbiased: boolean): Tensor[];
  (options: { input: Tensor; unbiased?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean): Tensor[];
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
};

/**
 * The standard deviation of all elements.
 *
 * `out = √(Σ (input − mean)² / (n − unbiased))`
 *
 * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
 *
 * PyTorch: `torch.std(Tensor input, bool unbiased=True)`
 */
export const std = fn('std') as {
  (input: Tensor, options?: { unbiased?: boolean }): Tensor;
  (input: Tensor, unbiased: boolean): Tensor;
  (options: { input: Tensor; unbiased?: boolean }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The standard deviation and the mean.
 *
 * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
 *
 * PyTorch: `torch.std_mean(Tensor input, bool unbiased=True) -> Tensor[]`
 */
export const std_mean = fn('std_mean') as {
  (input: Tensor, options?: { unbiased?: boolean }): Tensor[];
  (input: Tensor, unbiased: boolean): Tensor[];
  (options: { input: Tensor; unbiased?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean): Tensor[];
  (input: Tensor, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { input: Tensor; unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (input: Tensor, dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
};

/**
 * The logarithm of the sum of exponentials, without overflow.
 *
 * `out = ln Σ_dim e^input`
 *
 * Gradient: `input: g · e^(input − out)`
 *
 * PyTorch: `torch.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)`
 */
export const logsumexp = fn('logsumexp') as {
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Exponentials, scaled to a sum of 1 along a dim.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * Gradient: `input: out · (g − Σ_dim (g · out))`
 *
 * PyTorch: `torch.softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const softmax = fn('softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
  (input: Tensor, dim: number, options: { dtype: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype: DType | null }): Tensor;
};

/**
 * The logarithm of softmax.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * Gradient: `input: g − e^out · Σ_dim g`
 *
 * PyTorch: `torch.log_softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const log_softmax = fn('log_softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
  (input: Tensor, dim: number, options: { dtype: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype: DType | null }): Tensor;
};

/**
 * Running sums along a dim.
 *
 * `out[i] = Σ_{j≤i} input[j]`
 *
 * Gradient: `input[j]: Σ_{i≥j} g[i]`
 *
 * PyTorch: `torch.cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
 */
export const cumsum = fn('cumsum') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * Running products along a dim.
 *
 * `out[i] = Π_{j≤i} input[j]`
 *
 * Gradient: `input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]`
 *
 * PyTorch: `torch.cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
 */
export const cumprod = fn('cumprod') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * Running logarithms of sums of exponentials.
 *
 * `out[i] = ln Σ_{j≤i} e^input[j]`
 *
 * Gradient: `input[j]: Σ_{i≥j} g[i] · e^(input[j] − out[i])`
 *
 * PyTorch: `torch.logcumsumexp(Tensor input, int dim)`
 */
export const logcumsumexp = fn('logcumsumexp') as {
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number })): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor }): Tensor;
};

/**
 * The greatest so far along a dim, and where it is.
 *
 * `values[i] = max_{j≤i} input[j]`
 *
 * Gradient: `input: g at indices`
 *
 * PyTorch: `torch.cummax(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const cummax = fn('cummax') as {
  (input: Tensor, dim: number, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The least so far along a dim, and where it is.
 *
 * `values[i] = min_{j≤i} input[j]`
 *
 * Gradient: `input: g at indices`
 *
 * PyTorch: `torch.cummin(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
 */
export const cummin = fn('cummin') as {
  (input: Tensor, dim: number, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
};

/**
 * The product of two matrices.
 *
 * `out = input @ mat2`
 *
 * Gradient: `input: g @ mat2ᵀ;  mat2: inputᵀ @ g`
 *
 * PyTorch: `torch.mm(Tensor input, Tensor mat2, *, Tensor? out=None)`
 */
export const mm = fn('mm') as {
  (input: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The products of two batches of matrices.
 *
 * `out[b] = input[b] @ mat2[b]`
 *
 * Gradient: `input: g @ mat2ᵀ;  mat2: inputᵀ @ g`
 *
 * PyTorch: `torch.bmm(Tensor input, Tensor mat2, *, Tensor? out=None)`
 */
export const bmm = fn('bmm') as {
  (input: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The product of a matrix and a vector.
 *
 * `out = input @ vec`
 *
 * Gradient: `input: g ⊗ vec;  vec: inputᵀ @ g`
 *
 * PyTorch: `torch.mv(Tensor input, Tensor vec, *, Tensor? out=None)`
 */
export const mv = fn('mv') as {
  (input: Tensor, vec: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; vec: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inner product of two vectors.
 *
 * `out = Σ input · tensor`
 *
 * Gradient: `input: g · tensor;  tensor: g · input`
 *
 * PyTorch: `torch.dot(Tensor input, Tensor tensor, *, Tensor? out=None)`
 */
export const dot = fn('dot') as {
  (input: Tensor, tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; tensor: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Inner products over the last dims.
 *
 * `out = Σ_last input · other`
 *
 * PyTorch: `torch.inner(Tensor input, Tensor other)`
 */
export const inner = fn('inner') as {
  (input: Tensor, other: Tensor): Tensor;
  (options: { input: Tensor; other: Tensor }): Tensor;
};

/**
 * The outer product of two vectors.
 *
 * `out[i, j] = input[i] · vec2[j]`
 *
 * PyTorch: `torch.outer(Tensor input, Tensor vec2, *, Tensor? out=None)`
 */
export const outer = fn('outer') as {
  (input: Tensor, vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; vec2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The outer product of two vectors.
 *
 * `out[i, j] = input[i] · vec2[j]`
 *
 * PyTorch: `torch.ger(Tensor input, Tensor vec2, *, Tensor? out=None)`
 */
export const ger = fn('ger') as {
  (input: Tensor, vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; vec2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The product of vectors, matrices, or batches of matrices that broadcast.
 *
 * `out = input @ other`
 *
 * Gradient: `input: g @ otherᵀ;  other: inputᵀ @ g`
 *
 * PyTorch: `torch.matmul(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const matmul = fn('matmul') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Sums of products by Einstein's convention: dims by letters, those that the result lacks summed out.
 *
 * `out = Σ Π operands, by the equation`
 *
 * PyTorch: `torch.einsum(str equation, Tensor... operands)`
 */
export const einsum = fn('einsum') as {
  (equation: string, operands: readonly Tensor[]): Tensor;
  (equation: string, ...operands: Tensor[]): Tensor;
  (options: { equation: string; operands: readonly Tensor[] }): Tensor;
};

/**
 * The inner product of two vectors; of complex numbers, with the conjugates of the first.
 *
 * `out = Σ conj(input) · other`
 *
 * Gradient: `input: conj(g) · other;  other: g · input`
 *
 * PyTorch: `torch.vdot(Tensor input, Tensor other)`
 */
export const vdot = fn('vdot') as {
  (input: Tensor, other: Tensor): Tensor;
  (options: { input: Tensor; other: Tensor }): Tensor;
};

/**
 * The product of several matrices.
 *
 * `out = Π matrices`
 *
 * PyTorch: `torch.chain_matmul(Tensor... matrices)`
 */
export const chain_matmul = fn('chain_matmul') as {
  (matrices: readonly Tensor[]): Tensor;
  (...matrices: Tensor[]): Tensor;
  (options: { matrices: readonly Tensor[] }): Tensor;
};

/**
 * A matrix plus the product of two matrices.
 *
 * `out = beta · input + alpha · mat1 @ mat2`
 *
 * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
 *
 * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const addmm = fn('addmm') as {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A tensor plus a product.
 *
 * `out = beta · input + alpha · mat @ vec`
 *
 * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
 *
 * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const addmv = fn('addmv') as {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A tensor plus a product.
 *
 * `out = beta · input + alpha · Σ batch1 @ batch2`
 *
 * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
 *
 * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const addbmm = fn('addbmm') as {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A tensor plus a product.
 *
 * `out = beta · input + alpha · batch1 @ batch2`
 *
 * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
 *
 * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const baddbmm = fn('baddbmm') as {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A tensor plus a product.
 *
 * `out = beta · input + alpha · vec1 ⊗ vec2`
 *
 * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
 *
 * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const addr = fn('addr') as {
  (input: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, vec1: Tensor, options: { vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { vec1: Tensor; vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; vec1: Tensor; vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * Every element rounded to a multiple of `scale`, as in a model that computes with whole numbers.
 *
 * `out = (clamp(round(input / scale) + zero_point, quant_min, quant_max) − zero_point) · scale`
 *
 * Gradient: `input: g where the number is within the limits`
 *
 * PyTorch: `torch.fake_quantize_per_tensor_affine(Tensor input, float scale, int zero_point, int quant_min, int quant_max)`
 */
export const fake_quantize_per_tensor_affine = fn('fake_quantize_per_tensor_affine') as {
  (input: Tensor, scale: number, zero_point: number, quant_min: number, quant_max: number): Tensor;
  (input: Tensor, scale: number, zero_point: number, quant_min: number, options: { quant_max: number }): Tensor;
  (input: Tensor, scale: number, zero_point: number, options: { quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, scale: number, options: { zero_point: number; quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, options: { scale: number; zero_point: number; quant_min: number; quant_max: number }): Tensor;
  (options: { input: Tensor; scale: number; zero_point: number; quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, quant_min: number, quant_max: number): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, quant_min: number, options: { quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, options: { quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, options: { zero_point: Tensor; quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, options: { scale: Tensor; zero_point: Tensor; quant_min: number; quant_max: number }): Tensor;
  (options: { input: Tensor; scale: Tensor; zero_point: Tensor; quant_min: number; quant_max: number }): Tensor;
};

/**
 * As fake_quantize_per_tensor_affine, with a scale and a zero for each channel of `axis`.
 *
 * `out = (clamp(round(input / scale) + zero_point, quant_min, quant_max) − zero_point) · scale`
 *
 * Gradient: `input: g where the number is within the limits`
 *
 * PyTorch: `torch.fake_quantize_per_channel_affine(Tensor input, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max)`
 */
export const fake_quantize_per_channel_affine = fn('fake_quantize_per_channel_affine') as {
  (input: Tensor, scale: Tensor, zero_point: Tensor, axis: number, quant_min: number, quant_max: number): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, axis: number, quant_min: number, options: { quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, axis: number, options: { quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, zero_point: Tensor, options: { axis: number; quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, scale: Tensor, options: { zero_point: Tensor; axis: number; quant_min: number; quant_max: number }): Tensor;
  (input: Tensor, options: { scale: Tensor; zero_point: Tensor; axis: number; quant_min: number; quant_max: number }): Tensor;
  (options: { input: Tensor; scale: Tensor; zero_point: Tensor; axis: number; quant_min: number; quant_max: number }): Tensor;
};

/**
 * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
 *
 * `out = (Σ_dim |input|^p)^(1/p)`
 *
 * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
 *
 * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
 */
export const norm = fn('norm') as {
  (input: Tensor, options?: { p?: number | boolean | string | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, p: number | boolean | string | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, p: number | boolean | string | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, p: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, p: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, dtype: DType | null): Tensor;
  (options: { input: Tensor; p?: number | boolean | string | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
};

/**
 * The p-norm of a difference.
 *
 * `out = ‖input − other‖_p`
 *
 * Gradient: `input: g · ∂‖d‖ₚ/∂d, d = input − other;  other: the negative`
 *
 * PyTorch: `torch.dist(Tensor input, Tensor other, Scalar p=2)`
 */
export const dist = fn('dist') as {
  (input: Tensor, other: Tensor, options?: { p?: number | boolean }): Tensor;
  (input: Tensor, other: Tensor, p: number | boolean): Tensor;
  (options: { input: Tensor; other: Tensor; p?: number | boolean }): Tensor;
};

/**
 * Scales the slices of a dim whose norm is above `maxnorm` down to it.
 *
 * `out = input · min(1, maxnorm / ‖slice‖_p)`
 *
 * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
 *
 * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
 */
export const renorm = fn('renorm') as {
  (input: Tensor, p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  (input: Tensor, p: number | boolean, dim: number, options: { maxnorm: number | boolean }): Tensor;
  (input: Tensor, p: number | boolean, options: ({ dim: number } | { axis: number }) & { maxnorm: number | boolean }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { p: number | boolean; maxnorm: number | boolean }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; p: number | boolean; maxnorm: number | boolean }): Tensor;
};

/**
 * The norms of the slices of a dim; of the whole, where `dim` is -1.
 *
 * `out[…, i, …] = (Σ |v[…, i, …]|^pow)^(1/pow)`
 *
 * PyTorch: `torch.norm_except_dim(Tensor v, int pow=2, int dim=0)`
 */
export const norm_except_dim = fn('norm_except_dim') as {
  (v: Tensor, options?: { pow?: number; dim?: number; axis?: number }): Tensor;
  (v: Tensor, pow: number, options?: { dim?: number; axis?: number }): Tensor;
  (v: Tensor, pow: number, dim: number): Tensor;
  (options: { v: Tensor; pow?: number; dim?: number; axis?: number }): Tensor;
};

/**
 * Slices of a dim with the direction that they have in `v` and the length that `g` gives.
 *
 * `out = g · v / ‖v‖`
 *
 * PyTorch: `torch._weight_norm(Tensor v, Tensor g, int dim=0)`
 *
 * @internal
 */
export const _weight_norm = fn('_weight_norm') as {
  (v: Tensor, g: Tensor, options?: { dim?: number; axis?: number }): Tensor;
  (v: Tensor, g: Tensor, dim: number): Tensor;
  (options: { v: Tensor; g: Tensor; dim?: number; axis?: number }): Tensor;
};

/**
 * The slopes of a function along each dim, by differences of its values at places that are `spacing` apart, or at given ones.
 *
 * `out[d][i] = (input[i + 1] − input[i − 1]) / (2 · spacing)`
 *
 * PyTorch: `torch.gradient(Tensor input, *, float|float[]|Tensor[]? spacing=1, int[]? dim=None, int edge_order=1) -> Tensor[]`
 */
export const gradient = fn('gradient') as {
  (input: Tensor, options?: { spacing?: number | number | readonly number[] | readonly Tensor[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; edge_order?: number }): Tensor[];
  (options: { input: Tensor; spacing?: number | number | readonly number[] | readonly Tensor[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; edge_order?: number }): Tensor[];
};

/**
 * The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.
 *
 * `A · solution = input`
 *
 * Gradient: `through the triangular system`
 *
 * PyTorch: `torch.triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)`
 */
export const triangular_solve = fn('triangular_solve') as {
  (input: Tensor, A: Tensor, options?: { upper?: boolean; transpose?: boolean; unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  (input: Tensor, A: Tensor, upper: boolean, options?: { transpose?: boolean; unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  (input: Tensor, A: Tensor, upper: boolean, transpose: boolean, options?: { unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  (input: Tensor, A: Tensor, upper: boolean, transpose: boolean, unitriangular: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  (options: { input: Tensor; A: Tensor; upper?: boolean; transpose?: boolean; unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
};

/**
 * The solution of systems with a positive definite matrix whose Cholesky factor is given.
 *
 * `L · Lᵀ · out = input`
 *
 * Gradient: `input: (L · Lᵀ)⁻¹ · g;  L: −(C + Cᵀ) · L of C = (L · Lᵀ)⁻¹ · g · outᵀ`
 *
 * PyTorch: `torch.cholesky_solve(Tensor input, Tensor L, bool upper=False, *, Tensor? out=None)`
 */
export const cholesky_solve = fn('cholesky_solve') as {
  (input: Tensor, L: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, L: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; L: Tensor; upper?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of positive definite matrices whose Cholesky factor is given.
 *
 * `out = (input · inputᵀ)⁻¹`
 *
 * Gradient: `input: −out · (g + gᵀ) · out · input`
 *
 * PyTorch: `torch.cholesky_inverse(Tensor input, bool upper=False, *, Tensor? out=None)`
 */
export const cholesky_inverse = fn('cholesky_inverse') as {
  (input: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; upper?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Both factors of matrices in one, and what rows were exchanged; older than `linalg.lu_factor`.
 *
 * `input = P · L · U`
 *
 * PyTorch: `torch.lu(Tensor input, bool pivot=True, bool get_infos=False) -> Tensor[]`
 */
export const lu = fn('lu') as {
  (input: Tensor, options?: { pivot?: boolean; get_infos?: boolean }): Tensor[];
  (input: Tensor, pivot: boolean, options?: { get_infos?: boolean }): Tensor[];
  (input: Tensor, pivot: boolean, get_infos: boolean): Tensor[];
  (options: { input: Tensor; pivot?: boolean; get_infos?: boolean }): Tensor[];
};

/**
 * The factors that `linalg.lu_factor` gives in one, apart.
 *
 * `A = P · L · U`
 *
 * PyTorch: `torch.lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True, *, Tensor[]? out=None) -> (Tensor P, Tensor L, Tensor U)`
 */
export const lu_unpack = fn('lu_unpack') as {
  (LU_data: Tensor, LU_pivots: Tensor, options?: { unpack_data?: boolean; unpack_pivots?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
  (LU_data: Tensor, LU_pivots: Tensor, unpack_data: boolean, options?: { unpack_pivots?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
  (LU_data: Tensor, LU_pivots: Tensor, unpack_data: boolean, unpack_pivots: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
  (options: { LU_data: Tensor; LU_pivots: Tensor; unpack_data?: boolean; unpack_pivots?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
};

/**
 * The inverses of square matrices; another name of `linalg.inv`.
 *
 * `out = input⁻¹`
 *
 * PyTorch: `torch.inverse(Tensor input, *, Tensor? out=None)`
 */
export const inverse = fn('inverse') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The solutions of systems whose LU factors are given; older than `linalg.lu_solve`.
 *
 * `P · L · U · out = input`
 *
 * PyTorch: `torch.lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor? out=None)`
 */
export const lu_solve = fn('lu_solve') as {
  (input: Tensor, LU_data: Tensor, LU_pivots: Tensor, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, LU_data: Tensor, options: { LU_pivots: Tensor; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { LU_data: Tensor; LU_pivots: Tensor; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; LU_data: Tensor; LU_pivots: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The determinants of square matrices; another name of `linalg.det`.
 *
 * `out = det(input)`
 *
 * PyTorch: `torch.det(Tensor input)`
 */
export const det = fn('det') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The signs of the determinants of square matrices, and the logarithms of their sizes; another name of `linalg.slogdet`.
 *
 * `logabsdet = ln |det(input)|`
 *
 * PyTorch: `torch.slogdet(Tensor input, *, Tensor[]? out=None) -> (Tensor sign, Tensor logabsdet)`
 */
export const slogdet = fn('slogdet') as {
  (input: Tensor, options?: { out?: readonly Tensor[] | null }): Tensor[] & { sign: Tensor; logabsdet: Tensor };
  (options: { input: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { sign: Tensor; logabsdet: Tensor };
};

/**
 * The logarithms of the determinants of square matrices; NaN of a negative one.
 *
 * `out = ln det(input)`
 *
 * PyTorch: `torch.logdet(Tensor input)`
 */
export const logdet = fn('logdet') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * QR factors as LAPACK keeps them: R, and below it the directions of the reflections that make Q.
 *
 * `input = (Π 1 − tau · v · vᵀ) · R`
 *
 * PyTorch: `torch.geqrf(Tensor input, *, Tensor[]? out=None) -> (Tensor a, Tensor tau)`
 */
export const geqrf = fn('geqrf') as {
  (input: Tensor, options?: { out?: readonly Tensor[] | null }): Tensor[] & { a: Tensor; tau: Tensor };
  (options: { input: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { a: Tensor; tau: Tensor };
};

/**
 * The first columns of a product of reflections; another name of `linalg.householder_product`.
 *
 * `out = Π (1 − input2[i] · v[i] · v[i]ᵀ)`
 *
 * PyTorch: `torch.orgqr(Tensor input, Tensor input2)`
 */
export const orgqr = fn('orgqr') as {
  (input: Tensor, input2: Tensor): Tensor;
  (options: { input: Tensor; input2: Tensor }): Tensor;
};

/**
 * The product of a matrix with a product of reflections.
 *
 * `out = Q · other, or other · Q from the right`
 *
 * Gradient: `through the reflections, one after the other`
 *
 * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
 */
export const ormqr = fn('ormqr') as {
  (input: Tensor, tau: Tensor, other: Tensor, options?: { left?: boolean; transpose?: boolean }): Tensor;
  (input: Tensor, tau: Tensor, other: Tensor, left: boolean, options?: { transpose?: boolean }): Tensor;
  (input: Tensor, tau: Tensor, other: Tensor, left: boolean, transpose: boolean): Tensor;
  (input: Tensor, tau: Tensor, options: { other: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  (input: Tensor, options: { tau: Tensor; other: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  (options: { input: Tensor; tau: Tensor; other: Tensor; left?: boolean; transpose?: boolean }): Tensor;
};

/**
 * The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.
 *
 * `input = U · diag(S) · Vᵀ`
 *
 * PyTorch: `torch.svd(Tensor input, bool some=True, bool compute_uv=True, *, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor V)`
 */
export const svd = fn('svd') as {
  (input: Tensor, options?: { some?: boolean; compute_uv?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  (input: Tensor, some: boolean, options?: { compute_uv?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  (input: Tensor, some: boolean, compute_uv: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  (options: { input: Tensor; some?: boolean; compute_uv?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
};

/**
 * About the singular values and vectors of matrices of low rank, by a random basis.
 *
 * `A − M ≈ U · diag(S) · Vᵀ`
 *
 * PyTorch: `torch.svd_lowrank(Tensor A, int? q=6, int? niter=2, Tensor? M=None) -> Tensor[]`
 */
export const svd_lowrank = fn('svd_lowrank') as {
  (A: Tensor, options?: { q?: number | null; niter?: number | null; M?: Tensor | null }): Tensor[];
  (A: Tensor, q: number | null, options?: { niter?: number | null; M?: Tensor | null }): Tensor[];
  (A: Tensor, q: number | null, niter: number | null, options?: { M?: Tensor | null }): Tensor[];
  (A: Tensor, q: number | null, niter: number | null, M: Tensor | null): Tensor[];
  (options: { A: Tensor; q?: number | null; niter?: number | null; M?: Tensor | null }): Tensor[];
};

/**
 * The principal components of a matrix of low rank, whose rows are samples, by a random basis.
 *
 * `A − mean(A) ≈ U · diag(S) · Vᵀ`
 *
 * PyTorch: `torch.pca_lowrank(Tensor A, int? q=None, bool center=True, int niter=2) -> Tensor[]`
 */
export const pca_lowrank = fn('pca_lowrank') as {
  (A: Tensor, options?: { q?: number | null; center?: boolean; niter?: number }): Tensor[];
  (A: Tensor, q: number | null, options?: { center?: boolean; niter?: number }): Tensor[];
  (A: Tensor, q: number | null, center: boolean, options?: { niter?: number }): Tensor[];
  (A: Tensor, q: number | null, center: boolean, niter: number): Tensor[];
  (options: { A: Tensor; q?: number | null; center?: boolean; niter?: number }): Tensor[];
};

/**
 * The pseudoinverses of matrices; older than `linalg.pinv`.
 *
 * `out = V · diag(1 / S) · Uᵀ, without singular values that are negligible`
 *
 * PyTorch: `torch.pinverse(Tensor input, float rcond=1e-15)`
 */
export const pinverse = fn('pinverse') as {
  (input: Tensor, options?: { rcond?: number }): Tensor;
  (input: Tensor, rcond: number): Tensor;
  (options: { input: Tensor; rcond?: number }): Tensor;
};

/**
 * The exponentials of square matrices; another name of `linalg.matrix_exp`.
 *
 * `out = Σ inputᵏ / k!`
 *
 * PyTorch: `torch.matrix_exp(Tensor input)`
 */
export const matrix_exp = fn('matrix_exp') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Powers of square matrices; of their inverses, where negative.
 *
 * `out = inputⁿ`
 *
 * PyTorch: `torch.matrix_power(Tensor input, int n, *, Tensor? out=None)`
 */
export const matrix_power = fn('matrix_power') as {
  (input: Tensor, n: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: { n: number; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n: number; out?: Tensor | null }): Tensor;
};

/**
 * The spectra of a window that moves along a signal.
 *
 * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
 *
 * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
 */
export const stft = fn('stft') as {
  (input: Tensor, n_fft: number, options?: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, options?: { win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, options?: { window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, options?: { center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, options?: { pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, options?: { normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, options?: { onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, options?: { return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, return_complex: boolean | null, options?: { align_to_window?: boolean | null }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, return_complex: boolean | null, align_to_window: boolean | null): Tensor;
  (input: Tensor, options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  (options: { input: Tensor; n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
};

/**
 * The signal whose spectra `stft` found, by least squares.
 *
 * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
 *
 * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
 */
export const istft = fn('istft') as {
  (input: Tensor, n_fft: number, options?: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, options?: { win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, options?: { window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, options?: { center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, options?: { normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, options?: { onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, options?: { length?: number | null; return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: number | null, options?: { return_complex?: boolean }): Tensor;
  (input: Tensor, n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: number | null, return_complex: boolean): Tensor;
  (input: Tensor, options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  (options: { input: Tensor; n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
};

/**
 * The weights of a Hann window.
 *
 * `out[i] = ½ − ½ · cos(2πi/(N−1))`
 *
 * PyTorch: `torch.hann_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const hann_window = fn('hann_window') as {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * The weights of a Hamming window.
 *
 * `out[i] = alpha − beta · cos(2πi/(N−1))`
 *
 * PyTorch: `torch.hamming_window(int window_length, bool periodic=True, float alpha=0.54, float beta=0.46, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const hamming_window = fn('hamming_window') as {
  (window_length: number, options?: { periodic?: boolean; alpha?: number; beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { alpha?: number; beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, alpha: number, options?: { beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, alpha: number, beta: number, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; alpha?: number; beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * The weights of a Blackman window.
 *
 * `out[i] = 0.42 − 0.5 · cos(2πi/(N−1)) + 0.08 · cos(4πi/(N−1))`
 *
 * PyTorch: `torch.blackman_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const blackman_window = fn('blackman_window') as {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * The weights of a Bartlett window.
 *
 * `out[i] = 1 − |2i/(N−1) − 1|`
 *
 * PyTorch: `torch.bartlett_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const bartlett_window = fn('bartlett_window') as {
  (window_length: number, options?: { periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * The weights of a Kaiser window.
 *
 * `out[i] = I₀(beta · √(1 − (2i/(N−1) − 1)²)) / I₀(beta)`
 *
 * PyTorch: `torch.kaiser_window(int window_length, bool periodic=True, float beta=12.0, *, dtype? dtype=None, bool requires_grad=False)`
 */
export const kaiser_window = fn('kaiser_window') as {
  (window_length: number, options?: { periodic?: boolean; beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, options?: { beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (window_length: number, periodic: boolean, beta: number, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  (options: { window_length: number; periodic?: boolean; beta?: number; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
};

/**
 * A sparse tensor (coordinate list): the elements `values` (count, dense dims …) at the places `indices` (sparse dims, count). Elements of one place add up.
 *
 * `out[indices[:, i]] += values[i]`
 *
 * PyTorch: `torch.sparse_coo_tensor(any indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None, bool? is_coalesced=None)`
 */
export const sparse_coo_tensor = fn('sparse_coo_tensor') as {
  (indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; is_coalesced?: boolean | null; device?: Device | string | null }): Tensor;
  (indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; is_coalesced?: boolean | null; device?: Device | string | null }): Tensor;
  (indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; is_coalesced?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; is_coalesced?: boolean | null; device?: Device | string | null }): Tensor;
  (size: number | readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { size: number | readonly number[]; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * A sparse matrix whose rows are compressed: row i has the elements from crow_indices[i] to crow_indices[i + 1], at the columns that col_indices says.
 *
 * `out[i, col_indices[j]] = values[j]`
 *
 * PyTorch: `torch.sparse_csr_tensor(any crow_indices, any col_indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`
 */
export const sparse_csr_tensor = fn('sparse_csr_tensor') as {
  (crow_indices: any, col_indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, col_indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, col_indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, options: { col_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { crow_indices: any; col_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * A sparse matrix whose columns are compressed: column i has the elements from ccol_indices[i] to ccol_indices[i + 1], at the rows that row_indices says.
 *
 * `out[row_indices[j], i] = values[j]`
 *
 * PyTorch: `torch.sparse_csc_tensor(any ccol_indices, any row_indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`
 */
export const sparse_csc_tensor = fn('sparse_csc_tensor') as {
  (ccol_indices: any, row_indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, row_indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, row_indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, options: { row_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { ccol_indices: any; row_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * A sparse matrix whose rows are compressed: row i has the blocks from crow_indices[i] to crow_indices[i + 1], at the columns that col_indices says, counted in blocks.
 *
 * `out[i, col_indices[j]] = values[j]`
 *
 * PyTorch: `torch.sparse_bsr_tensor(any crow_indices, any col_indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`
 */
export const sparse_bsr_tensor = fn('sparse_bsr_tensor') as {
  (crow_indices: any, col_indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, col_indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, col_indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (crow_indices: any, options: { col_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { crow_indices: any; col_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * A sparse matrix whose columns are compressed: column i has the blocks from ccol_indices[i] to ccol_indices[i + 1], at the rows that row_indices says, counted in blocks.
 *
 * `out[row_indices[j], i] = values[j]`
 *
 * PyTorch: `torch.sparse_bsc_tensor(any ccol_indices, any row_indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`
 */
export const sparse_bsc_tensor = fn('sparse_bsc_tensor') as {
  (ccol_indices: any, row_indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, row_indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, row_indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (ccol_indices: any, options: { row_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { ccol_indices: any; row_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * A sparse matrix whose rows or columns are compressed, as `layout` says.
 *
 * `out[i, plain_indices[j]] = values[j]`
 *
 * PyTorch: `torch.sparse_compressed_tensor(any compressed_indices, any plain_indices, any values, int[]? size=None, *, dtype? dtype=None, any layout=None, bool requires_grad=False, bool? check_invariants=None)`
 */
export const sparse_compressed_tensor = fn('sparse_compressed_tensor') as {
  (compressed_indices: any, plain_indices: any, values: any, options?: { size?: number | readonly number[] | null; dtype?: DType | null; layout?: any | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (compressed_indices: any, plain_indices: any, values: any, size: number | readonly number[] | null, options?: { dtype?: DType | null; layout?: any | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (compressed_indices: any, plain_indices: any, options: { values: any; size?: number | readonly number[] | null; dtype?: DType | null; layout?: any | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (compressed_indices: any, options: { plain_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; layout?: any | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
  (options: { compressed_indices: any; plain_indices: any; values: any; size?: number | readonly number[] | null; dtype?: DType | null; layout?: any | null; requires_grad?: boolean; check_invariants?: boolean | null; device?: Device | string | null }): Tensor;
};

/**
 * The product of a sparse matrix and a dense one, as a tensor with sparse rows.
 *
 * `out = mat1 · mat2`
 *
 * PyTorch: `torch.hspmm(Tensor mat1, Tensor mat2, *, Tensor? out=None)`
 */
export const hspmm = fn('hspmm') as {
  (mat1: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { mat1: Tensor; mat2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The product of a sparse matrix and a dense one, as a sparse matrix.
 *
 * `out = input · mat2`
 *
 * PyTorch: `torch.smm(Tensor input, Tensor mat2)`
 */
export const smm = fn('smm') as {
  (input: Tensor, mat2: Tensor): Tensor;
  (options: { input: Tensor; mat2: Tensor }): Tensor;
};

/**
 * A sparse matrix plus the product of a sparse matrix and a dense one, as a sparse matrix.
 *
 * `out = beta · input + alpha · (mat1 · mat2)`
 *
 * PyTorch: `torch.sspaddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
 */
export const sspaddmm = fn('sspaddmm') as {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
};

/**
 * The older name of `torch.hspmm`.
 *
 * `out = mat1 · mat2`
 *
 * PyTorch: `torch.hsmm(Tensor mat1, Tensor mat2, *, Tensor? out=None)`
 */
export const hsmm = fn('hsmm') as {
  (mat1: Tensor, mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { mat1: Tensor; mat2: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The older name of `torch.sspaddmm`.
 *
 * `out = beta · input + alpha · (mat1 · mat2)`
 *
 * PyTorch: `torch.saddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
 */
export const saddmm = fn('saddmm') as {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
};

/**
 * The product of two matrices, as `torch.mm`.
 *
 * `out = input · mat2`
 *
 * PyTorch: `torch.spmm(Tensor input, Tensor mat2)`
 */
export const spmm = fn('spmm') as {
  (input: Tensor, mat2: Tensor): Tensor;
  (options: { input: Tensor; mat2: Tensor }): Tensor;
};

/**
 * The product of two matrices, as `torch.mm`.
 *
 * `out = input · mat2`
 *
 * PyTorch: `torch.dsmm(Tensor input, Tensor mat2)`
 */
export const dsmm = fn('dsmm') as {
  (input: Tensor, mat2: Tensor): Tensor;
  (options: { input: Tensor; mat2: Tensor }): Tensor;
};

/**
 * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
 *
 * `out = distinct elements of input`
 *
 * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
 */
export const unique = fn('unique') as {
  (input: Tensor, options?: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  (input: Tensor, sorted: boolean, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  (input: Tensor, sorted: boolean, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  (input: Tensor, sorted: boolean, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; axis?: number | null }): any;
  (input: Tensor, sorted: boolean, return_inverse: boolean, return_counts: boolean, dim: number | null): any;
  (options: { input: Tensor; sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
};

/**
 * The elements without repeats of the one before.
 *
 * `out = input without consecutive repeats`
 *
 * PyTorch: `torch.unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
 */
export const unique_consecutive = fn('unique_consecutive') as {
  (input: Tensor, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  (input: Tensor, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  (input: Tensor, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; axis?: number | null }): any;
  (input: Tensor, return_inverse: boolean, return_counts: boolean, dim: number | null): any;
  (options: { input: Tensor; return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
};

/**
 * How often each of 0, 1, 2, … occurs (or the sum of their weights).
 *
 * `out[v] = Σ_{input = v} weights`
 *
 * PyTorch: `torch.bincount(Tensor input, Tensor? weights=None, int minlength=0)`
 */
export const bincount = fn('bincount') as {
  (input: Tensor, options?: { weights?: Tensor | null; minlength?: number }): Tensor;
  (input: Tensor, weights: Tensor | null, options?: { minlength?: number }): Tensor;
  (input: Tensor, weights: Tensor | null, minlength: number): Tensor;
  (options: { input: Tensor; weights?: Tensor | null; minlength?: number }): Tensor;
};

/**
 * How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).
 *
 * `out[k] = number of elements in bin k`
 *
 * PyTorch: `torch.histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)`
 */
export const histc = fn('histc') as {
  (input: Tensor, options?: { bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
  (input: Tensor, bins: number, options?: { min?: number | boolean; max?: number | boolean }): Tensor;
  (input: Tensor, bins: number, min: number | boolean, options?: { max?: number | boolean }): Tensor;
  (input: Tensor, bins: number, min: number | boolean, max: number | boolean): Tensor;
  (options: { input: Tensor; bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
};

/**
 * Where values would have to be inserted into a sorted sequence.
 *
 * `out = i with sorted[i−1] < input ≤ sorted[i]`
 *
 * PyTorch: `torch.searchsorted(Tensor sorted_sequence, Tensor|Scalar input, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None)`
 */
export const searchsorted = fn('searchsorted') as {
  (sorted_sequence: Tensor, input: Tensor | number | boolean | Complex, options?: { out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  (options: { sorted_sequence: Tensor; input: Tensor | number | boolean | Complex; out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
};

/**
 * The bucket between sorted boundaries that each value lies in.
 *
 * `out = i with boundaries[i−1] < input ≤ boundaries[i]`
 *
 * PyTorch: `torch.bucketize(Tensor|Scalar input, Tensor boundaries, *, bool out_int32=False, bool right=False)`
 */
export const bucketize = fn('bucketize') as {
  (input: Tensor | number | boolean | Complex, boundaries: Tensor, options?: { out_int32?: boolean; right?: boolean }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; boundaries: Tensor; out_int32?: boolean; right?: boolean }): Tensor;
};

/**
 * Whether each element is among the test elements.
 *
 * `out = elements ∈ test_elements`
 *
 * PyTorch: `torch.isin(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False)`
 */
export const isin = fn('isin') as {
  (elements: Tensor, test_elements: Tensor, options?: { assume_unique?: boolean; invert?: boolean }): Tensor;
  (options: { elements: Tensor; test_elements: Tensor; assume_unique?: boolean; invert?: boolean }): Tensor;
};

/**
 * The value below which a part `q` of the elements lies.
 *
 * `out = the q-quantile of input`
 *
 * PyTorch: `torch.quantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
 */
export const quantile = fn('quantile') as {
  (input: Tensor, q: Tensor | number, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor | number, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor | number, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
  (options: { input: Tensor; q: Tensor | number; dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
};

/**
 * The value below which a part `q` of the elements lies that are not NaN.
 *
 * `out = the q-quantile of input, NaN left out`
 *
 * PyTorch: `torch.nanquantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
 */
export const nanquantile = fn('nanquantile') as {
  (input: Tensor, q: Tensor | number, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor | number, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor | number, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
  (options: { input: Tensor; q: Tensor | number; dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
};

/**
 * The mean of the elements that are not NaN.
 *
 * `out = Σ_dim input / n, NaN left out`
 *
 * PyTorch: `torch.nanmean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
 */
export const nanmean = fn('nanmean') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
};

/**
 * The least and the greatest elements.
 *
 * `min, max = extremes of input`
 *
 * Gradient: `input: g at the extremes, shared by equals`
 *
 * PyTorch: `torch.aminmax(Tensor input, *, int? dim=None, bool keepdim=False, Tensor[]? out=None) -> (Tensor min, Tensor max)`
 */
export const aminmax = fn('aminmax') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { min: Tensor; max: Tensor };
  (options: { input: Tensor; dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { min: Tensor; max: Tensor };
};

/**
 * The covariance matrix of rows.
 *
 * `out = (input − mean) · (input − mean)ᵀ / (n − correction)`
 *
 * PyTorch: `torch.cov(Tensor input, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)`
 */
export const cov = fn('cov') as {
  (input: Tensor, options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  (options: { input: Tensor; correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
};

/**
 * The correlation matrix of rows.
 *
 * `out[i, j] = cov[i, j] / √(cov[i, i] · cov[j, j])`
 *
 * PyTorch: `torch.corrcoef(Tensor input)`
 */
export const corrcoef = fn('corrcoef') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * With at least one dim.
 *
 * `out = input, of rank ≥ 1`
 *
 * PyTorch: `torch.atleast_1d(Tensor input)`
 */
export const atleast_1d = fn('atleast_1d') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * With at least two dims.
 *
 * `out = input, of rank ≥ 2`
 *
 * PyTorch: `torch.atleast_2d(Tensor input)`
 */
export const atleast_2d = fn('atleast_2d') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * With at least three dims.
 *
 * `out = input, of rank ≥ 3`
 *
 * PyTorch: `torch.atleast_3d(Tensor input)`
 */
export const atleast_3d = fn('atleast_3d') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Pieces of a dim: so many, or cut at the positions given.
 *
 * `out[k] = the k-th piece of input`
 *
 * PyTorch: `torch.tensor_split(Tensor input, int|int[]|Tensor indices_or_sections, int dim=0) -> Tensor[]`
 */
export const tensor_split = fn('tensor_split') as {
  (input: Tensor, indices_or_sections: number | number | readonly number[] | Tensor, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, indices_or_sections: number | number | readonly number[] | Tensor, dim: number): Tensor[];
  (options: { input: Tensor; indices_or_sections: number | number | readonly number[] | Tensor; dim?: number; axis?: number }): Tensor[];
};

/**
 * Pieces of a dim: so many, or cut at the positions given.
 *
 * `out[k] = the k-th piece of input`
 *
 * PyTorch: `torch.hsplit(Tensor input, int|int[] sections) -> Tensor[]`
 */
export const hsplit = fn('hsplit') as {
  (input: Tensor, sections: number | number | readonly number[]): Tensor[];
  (input: Tensor, options: { sections: number | number | readonly number[] }): Tensor[];
  (options: { input: Tensor; sections: number | number | readonly number[] }): Tensor[];
};

/**
 * Pieces of a dim: so many, or cut at the positions given.
 *
 * `out[k] = the k-th piece of input`
 *
 * PyTorch: `torch.vsplit(Tensor input, int|int[] sections) -> Tensor[]`
 */
export const vsplit = fn('vsplit') as {
  (input: Tensor, sections: number | number | readonly number[]): Tensor[];
  (input: Tensor, options: { sections: number | number | readonly number[] }): Tensor[];
  (options: { input: Tensor; sections: number | number | readonly number[] }): Tensor[];
};

/**
 * Pieces of a dim: so many, or cut at the positions given.
 *
 * `out[k] = the k-th piece of input`
 *
 * PyTorch: `torch.dsplit(Tensor input, int|int[] sections) -> Tensor[]`
 */
export const dsplit = fn('dsplit') as {
  (input: Tensor, sections: number | number | readonly number[]): Tensor[];
  (input: Tensor, options: { sections: number | number | readonly number[] }): Tensor[];
  (options: { input: Tensor; sections: number | number | readonly number[] }): Tensor[];
};

/**
 * Joins side by side; vectors are columns.
 *
 * `out = tensors, side by side`
 *
 * PyTorch: `torch.column_stack(Tensor[] tensors)`
 */
export const column_stack = fn('column_stack') as {
  (tensors: readonly Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * Joins along a third dim.
 *
 * `out = tensors, behind each other`
 *
 * PyTorch: `torch.dstack(Tensor[] tensors)`
 */
export const dstack = fn('dstack') as {
  (tensors: readonly Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * The n-th differences of neighbours along a dim.
 *
 * `out[i] = input[i + 1] − input[i]`
 *
 * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
 */
export const diff = fn('diff') as {
  (input: Tensor, options?: { n?: number; dim?: number; axis?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: number, options?: { dim?: number; axis?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, options?: { prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, prepend: Tensor | null, options?: { append?: Tensor | null }): Tensor;
  (input: Tensor, n: number, dim: number, prepend: Tensor | null, append: Tensor | null): Tensor;
  (options: { input: Tensor; n?: number; dim?: number; axis?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
};

/**
 * The integral by the trapezoidal rule along a dim.
 *
 * `out = Σ (y[i] + y[i + 1]) / 2 · (x[i + 1] − x[i])`
 *
 * PyTorch: `torch.trapz(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1)`
 */
export const trapz = fn('trapz') as {
  (y: Tensor, options?: { x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
};

/**
 * The integral by the trapezoidal rule along a dim.
 *
 * `out = Σ (y[i] + y[i + 1]) / 2 · (x[i + 1] − x[i])`
 *
 * PyTorch: `torch.trapezoid(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1)`
 */
export const trapezoid = fn('trapezoid') as {
  (y: Tensor, options?: { x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
};

/**
 * A product summed over several dims: the last of `a` with the first of `b`, or the pairs given.
 *
 * `out = Σ_dims a · b`
 *
 * PyTorch: `torch.tensordot(Tensor a, Tensor b, any dims=2)`
 */
export const tensordot = fn('tensordot') as {
  (a: Tensor, b: Tensor, options?: { dims?: any }): Tensor;
  (a: Tensor, b: Tensor, dims: any): Tensor;
  (options: { a: Tensor; b: Tensor; dims?: any }): Tensor;
};

/**
 * The Kronecker product.
 *
 * `out[i · m + k] = input[i] · other[k]`
 *
 * PyTorch: `torch.kron(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const kron = fn('kron') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The cross product of vectors of three.
 *
 * `out = input × other`
 *
 * Gradient: `input: other × g;  other: g × input`
 *
 * PyTorch: `torch.cross(Tensor input, Tensor other, int? dim=None, *, Tensor? out=None)`
 */
export const cross = fn('cross') as {
  (input: Tensor, other: Tensor, options?: { dim?: number | null; axis?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, other: Tensor, dim: number | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; dim?: number | null; axis?: number | null; out?: Tensor | null }): Tensor;
};

/**
 * All combinations of elements, one of each vector.
 *
 * `out = tensors[0] × tensors[1] × …`
 *
 * PyTorch: `torch.cartesian_prod(Tensor... tensors)`
 */
export const cartesian_prod = fn('cartesian_prod') as {
  (tensors: readonly Tensor[]): Tensor;
  (...tensors: Tensor[]): Tensor;
  (options: { tensors: readonly Tensor[] }): Tensor;
};

/**
 * All choices of `r` elements of a vector.
 *
 * `out = r-subsets of input`
 *
 * PyTorch: `torch.combinations(Tensor input, int r=2, bool with_replacement=False)`
 */
export const combinations = fn('combinations') as {
  (input: Tensor, options?: { r?: number; with_replacement?: boolean }): Tensor;
  (input: Tensor, r: number, options?: { with_replacement?: boolean }): Tensor;
  (input: Tensor, r: number, with_replacement: boolean): Tensor;
  (options: { input: Tensor; r?: number; with_replacement?: boolean }): Tensor;
};

/**
 * A matrix with the flat tensor on its diagonal.
 *
 * `out = diag(flat(input))`
 *
 * PyTorch: `torch.diagflat(Tensor input, int offset=0)`
 */
export const diagflat = fn('diagflat') as {
  (input: Tensor, options?: { offset?: number }): Tensor;
  (input: Tensor, offset: number): Tensor;
  (options: { input: Tensor; offset?: number }): Tensor;
};

/**
 * A copy of `length` positions of a dim from `start`.
 *
 * `out = input[…, start:start+length, …]`
 *
 * Gradient: `input: g at those positions`
 *
 * PyTorch: `torch.narrow_copy(Tensor input, int dim, int start, int length)`
 */
export const narrow_copy = fn('narrow_copy') as {
  (input: Tensor, dim: number, start: number, length: number): Tensor;
  (input: Tensor, dim: number, start: number, options: { length: number }): Tensor;
  (input: Tensor, dim: number, options: { start: number; length: number }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { start: number; length: number }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; start: number; length: number }): Tensor;
};

/**
 * The running integral by the trapezoidal rule.
 *
 * `out[i] = Σ_{j≤i} (y[j] + y[j + 1]) / 2 · (x[j + 1] − x[j])`
 *
 * PyTorch: `torch.cumulative_trapezoid(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1)`
 */
export const cumulative_trapezoid = fn('cumulative_trapezoid') as {
  (y: Tensor, options?: { x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (y: Tensor, x: Tensor | null, options?: { dx?: number | boolean; dim?: number; axis?: number }): Tensor;
  (options: { y: Tensor; x?: Tensor | null; dx?: number | boolean; dim?: number; axis?: number }): Tensor;
};

/**
 * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
 *
 * `out = ln(input / (1 − input))`
 *
 * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
 *
 * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
 */
export const logit = fn('logit') as {
  (input: Tensor, options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, eps: number | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; eps?: number | null; out?: Tensor | null }): Tensor;
};

/**
 * Degrees to radians.
 *
 * `out = input · π / 180`
 *
 * Gradient: `input: g · π / 180`
 *
 * PyTorch: `torch.deg2rad(Tensor input)`
 */
export const deg2rad = fn('deg2rad') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Radians to degrees.
 *
 * `out = input · 180 / π`
 *
 * Gradient: `input: g · 180 / π`
 *
 * PyTorch: `torch.rad2deg(Tensor input)`
 */
export const rad2deg = fn('rad2deg') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The tensor itself.
 *
 * `out = input`
 *
 * PyTorch: `torch.positive(Tensor input)`
 */
export const positive = fn('positive') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The normalised sinc.
 *
 * `out = sin(π · input) / (π · input), 1 at 0`
 *
 * Gradient: `input: g · (cos(π · input) − out) / input, 0 at 0`
 *
 * PyTorch: `torch.sinc(Tensor input, *, Tensor? out=None)`
 */
export const sinc = fn('sinc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * A power in float64.
 *
 * `out = input ^ exponent`
 *
 * PyTorch: `torch.float_power(Tensor|Scalar|complex input, Tensor|Scalar|complex exponent)`
 */
export const float_power = fn('float_power') as {
  (input: Tensor | number | boolean | Complex | Complex, exponent: Tensor | number | boolean | Complex | Complex): Tensor;
  (options: { input: Tensor | number | boolean | Complex | Complex; exponent: Tensor | number | boolean | Complex | Complex }): Tensor;
};

/**
 * A multiple by a power of two.
 *
 * `out = input · 2^other`
 *
 * Gradient: `input: g · 2^other;  other: g · out · ln 2`
 *
 * PyTorch: `torch.ldexp(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const ldexp = fn('ldexp') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The Vandermonde matrix.
 *
 * `out[i, j] = x[i] ^ (N − 1 − j)`
 *
 * PyTorch: `torch.vander(Tensor x, int? N=None, bool increasing=False)`
 */
export const vander = fn('vander') as {
  (x: Tensor, options?: { N?: number | null; increasing?: boolean }): Tensor;
  (x: Tensor, N: number | null, options?: { increasing?: boolean }): Tensor;
  (x: Tensor, N: number | null, increasing: boolean): Tensor;
  (options: { x: Tensor; N?: number | null; increasing?: boolean }): Tensor;
};

/**
 * How many elements lie in each bin (or the sum of their weights), and the edges of the bins.
 *
 * `hist[k] = number of elements in bin k`
 *
 * PyTorch: `torch.histogram(Tensor input, int|Tensor bins, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor[]? out=None) -> (Tensor hist, Tensor bin_edges)`
 */
export const histogram = fn('histogram') as {
  (input: Tensor, bins: number | Tensor, options?: { range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { hist: Tensor; bin_edges: Tensor };
  (options: { input: Tensor; bins: number | Tensor; range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { hist: Tensor; bin_edges: Tensor };
};

/**
 * How many points (the last dim has their coordinates) lie in each cell of a grid, and the edges of the grid.
 *
 * `hist[i, j, …] = number of points in cell (i, j, …)`
 *
 * PyTorch: `torch.histogramdd(Tensor input, any bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> any`
 */
export const histogramdd = fn('histogramdd') as {
  (input: Tensor, bins: any, options?: { range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean }): any;
  (input: Tensor, options: { bins: any; range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean }): any;
  (options: { input: Tensor; bins: any; range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean }): any;
};

/**
 * A copy with some positions of a dim replaced.
 *
 * `out = input;  out[…, start:end:step, …] = src`
 *
 * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
 *
 * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
 */
export const slice_scatter = fn('slice_scatter') as {
  (input: Tensor, src: Tensor, options?: { dim?: number; axis?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  (input: Tensor, src: Tensor, dim: number, options?: { start?: number | null; end?: number | null; step?: number }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, options?: { end?: number | null; step?: number }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, end: number | null, options?: { step?: number }): Tensor;
  (input: Tensor, src: Tensor, dim: number, start: number | null, end: number | null, step: number): Tensor;
  (options: { input: Tensor; src: Tensor; dim?: number; axis?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
};

/**
 * A copy with one position of a dim replaced.
 *
 * `out = input;  out[…, index, …] = src`
 *
 * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
 *
 * PyTorch: `torch.select_scatter(Tensor input, Tensor src, int dim, int index)`
 */
export const select_scatter = fn('select_scatter') as {
  (input: Tensor, src: Tensor, dim: number, index: number): Tensor;
  (input: Tensor, src: Tensor, dim: number, options: { index: number }): Tensor;
  (input: Tensor, src: Tensor, options: ({ dim: number } | { axis: number }) & { index: number }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { src: Tensor; index: number }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; src: Tensor; index: number }): Tensor;
};

/**
 * A copy with a diagonal replaced.
 *
 * `out = input;  diagonal(out) = src`
 *
 * Gradient: `input: g, 0 on the diagonal;  src: the diagonal of g`
 *
 * PyTorch: `torch.diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)`
 */
export const diagonal_scatter = fn('diagonal_scatter') as {
  (input: Tensor, src: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, src: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  (input: Tensor, src: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  (input: Tensor, src: Tensor, offset: number, dim1: number, dim2: number): Tensor;
  (options: { input: Tensor; src: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
};

/**
 * The same elements under another size; fails where only a copy could have it. In memory of its own.
 *
 * `out = input, of another size`
 *
 * Gradient: `input: g, of the size of input`
 *
 * PyTorch: `torch.view_copy(Tensor input, int... size)`
 */
export const view_copy = fn('view_copy') as {
  (input: Tensor, size: readonly number[]): Tensor;
  (input: Tensor, ...size: number[]): Tensor;
  (input: Tensor, options: { size: readonly number[] }): Tensor;
  (options: { input: Tensor; size: readonly number[] }): Tensor;
};

/**
 * The dims in another order. In memory of its own.
 *
 * `out[i₀, i₁, …] = input with its dims reordered`
 *
 * Gradient: `input: g, dims back in their order`
 *
 * PyTorch: `torch.permute_copy(Tensor input, int... dims)`
 */
export const permute_copy = fn('permute_copy') as {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
  (input: Tensor, options: { dims: readonly number[] }): Tensor;
  (options: { input: Tensor; dims: readonly number[] }): Tensor;
};

/**
 * Swaps two dims. In memory of its own.
 *
 * `out[…, i, …, j, …] = input[…, j, …, i, …]`
 *
 * Gradient: `input: g, swapped back`
 *
 * PyTorch: `torch.transpose_copy(Tensor input, int dim0, int dim1)`
 */
export const transpose_copy = fn('transpose_copy') as {
  (input: Tensor, dim0: number, dim1: number): Tensor;
  (input: Tensor, dim0: number, options: { dim1: number }): Tensor;
  (input: Tensor, options: { dim0: number; dim1: number }): Tensor;
  (options: { input: Tensor; dim0: number; dim1: number }): Tensor;
};

/**
 * The transpose of a matrix (of fewer dims, itself). In memory of its own.
 *
 * `out[i, j] = input[j, i]`
 *
 * Gradient: `input: gᵀ`
 *
 * PyTorch: `torch.t_copy(Tensor input)`
 */
export const t_copy = fn('t_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Inserts a dim of size 1. In memory of its own.
 *
 * `out = input, with a dim of 1 at dim`
 *
 * Gradient: `input: g without that dim`
 *
 * PyTorch: `torch.unsqueeze_copy(Tensor input, int dim)`
 */
export const unsqueeze_copy = fn('unsqueeze_copy') as {
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number })): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor }): Tensor;
};

/**
 * Removes all dims of size 1. In memory of its own.
 *
 * `out = input without its dims of 1`
 *
 * Gradient: `input: g, of the size of input`
 *
 * PyTorch: `torch.squeeze_copy(Tensor input)`
 */
export const squeeze_copy = fn('squeeze_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
  (input: Tensor, dim: number): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number })): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor }): Tensor;
  (input: Tensor, dim: number | readonly number[]): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] })): Tensor;
  (options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { input: Tensor }): Tensor;
};

/**
 * Repeats dims of size 1 without copying. In memory of its own.
 *
 * `out = input, dims of 1 stretched`
 *
 * Gradient: `input: g, summed over what was stretched`
 *
 * PyTorch: `torch.expand_copy(Tensor input, int... size)`
 */
export const expand_copy = fn('expand_copy') as {
  (input: Tensor, size: readonly number[]): Tensor;
  (input: Tensor, ...size: number[]): Tensor;
  (input: Tensor, options: { size: readonly number[] }): Tensor;
  (options: { input: Tensor; size: readonly number[] }): Tensor;
};

/**
 * One position of a dim, which goes. In memory of its own.
 *
 * `out = input[…, index, …]`
 *
 * Gradient: `input: g at that place, 0 elsewhere`
 *
 * PyTorch: `torch.select_copy(Tensor input, int dim, int index)`
 */
export const select_copy = fn('select_copy') as {
  (input: Tensor, dim: number, index: number): Tensor;
  (input: Tensor, dim: number, options: { index: number }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { index: number }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; index: number }): Tensor;
};

/**
 * The positions of a dim, one tensor each. In memory of its own.
 *
 * `out[i] = input[…, i, …]`
 *
 * Gradient: `input: the gradients, stacked`
 *
 * PyTorch: `torch.unbind_copy(Tensor input, int dim=0) -> Tensor[]`
 */
export const unbind_copy = fn('unbind_copy') as {
  (input: Tensor, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, dim: number): Tensor[];
  (options: { input: Tensor; dim?: number; axis?: number }): Tensor[];
};

/**
 * Pieces of a dim, of the sizes given. In memory of its own.
 *
 * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
 *
 * Gradient: `input: the gradients, joined`
 *
 * PyTorch: `torch.split_with_sizes_copy(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]`
 */
export const split_with_sizes_copy = fn('split_with_sizes_copy') as {
  (input: Tensor, split_sizes: number | readonly number[], options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_sizes: number | readonly number[], dim: number): Tensor[];
  (input: Tensor, options: { split_sizes: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; split_sizes: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
};

/**
 * Pieces of a dim of one size; the last may be smaller. In memory of its own.
 *
 * `out[k] = input[…, k·size:(k+1)·size, …]`
 *
 * Gradient: `input: the gradients, joined`
 *
 * PyTorch: `torch.split_copy(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]`
 */
export const split_copy = fn('split_copy') as {
  (input: Tensor, split_size_or_sections: number, options?: { dim?: number; axis?: number }): Tensor[];
  (input: Tensor, split_size_or_sections: number, dim: number): Tensor[];
  (input: Tensor, options: { split_size_or_sections: number; dim?: number; axis?: number }): Tensor[];
  (options: { input: Tensor; split_size_or_sections: number; dim?: number; axis?: number }): Tensor[];
};

/**
 * A view of the storage by size, strides and offset. In memory of its own.
 *
 * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
 *
 * Gradient: `input: g, added where it came from`
 *
 * PyTorch: `torch.as_strided_copy(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
 */
export const as_strided_copy = fn('as_strided_copy') as {
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  (input: Tensor, size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (input: Tensor, options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (options: { input: Tensor; size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
};

/**
 * Real and imaginary parts as a last dim of two, in the same memory. In memory of its own.
 *
 * `out[…, 0] = Re input, out[…, 1] = Im input`
 *
 * Gradient: `input: view_as_complex(g)`
 *
 * PyTorch: `torch.view_as_real_copy(Tensor input)`
 */
export const view_as_real_copy = fn('view_as_real_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Complex numbers whose parts are a last dim of two, in the same memory. In memory of its own.
 *
 * `out = input[…, 0] + i · input[…, 1]`
 *
 * Gradient: `input: view_as_real(g)`
 *
 * PyTorch: `torch.view_as_complex_copy(Tensor input)`
 */
export const view_as_complex_copy = fn('view_as_complex_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * All windows of `size` along a dim, as a last dim. In memory of its own.
 *
 * `out[…, k, …, i] = input[…, k · step + i, …]`
 *
 * Gradient: `input: g, added where it came from`
 *
 * PyTorch: `torch.unfold_copy(Tensor input, int dimension, int size, int step)`
 */
export const unfold_copy = fn('unfold_copy') as {
  (input: Tensor, dimension: number, size: number, step: number): Tensor;
  (input: Tensor, dimension: number, size: number, options: { step: number }): Tensor;
  (input: Tensor, dimension: number, options: { size: number; step: number }): Tensor;
  (input: Tensor, options: { dimension: number; size: number; step: number }): Tensor;
  (options: { input: Tensor; dimension: number; size: number; step: number }): Tensor;
};

/**
 * The same elements in memory of its own, without history.
 *
 * `out = input, without its history`
 *
 * PyTorch: `torch.detach_copy(Tensor input)`
 */
export const detach_copy = fn('detach_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The same elements in memory of its own.
 *
 * `out = input`
 *
 * Gradient: `input: g`
 *
 * PyTorch: `torch.alias_copy(Tensor input)`
 */
export const alias_copy = fn('alias_copy') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Every element as a mantissa of ½ to 1 and a power of two.
 *
 * `input = mantissa · 2^exponent`
 *
 * Gradient: `input: g / 2^exponent`
 *
 * PyTorch: `torch.frexp(Tensor input, *, Tensor[]? out=None) -> (Tensor mantissa, Tensor exponent)`
 */
export const frexp = fn('frexp') as {
  (input: Tensor, options?: { out?: readonly Tensor[] | null }): Tensor[] & { mantissa: Tensor; exponent: Tensor };
  (options: { input: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { mantissa: Tensor; exponent: Tensor };
};

/**
 * Uniform random numbers in [0, 1).
 *
 * `out ~ U[0, 1)`
 *
 * PyTorch: `torch.rand(int... size, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const rand = fn('rand') as {
  (size: readonly number[], options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (...size: (number | { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null })[]): Tensor;
  (options: { size: readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Uniform random numbers in [0, 1), of the size and dtype of `input`.
 *
 * `out ~ U[0, 1)`
 *
 * PyTorch: `torch.rand_like(Tensor input, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const rand_like = fn('rand_like') as {
  (input: Tensor, options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { input: Tensor; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Standard normal random numbers.
 *
 * `out ~ N(0, 1)`
 *
 * PyTorch: `torch.randn(int... size, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const randn = fn('randn') as {
  (size: readonly number[], options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (...size: (number | { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null })[]): Tensor;
  (options: { size: readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Standard normal random numbers, of the size and dtype of `input`.
 *
 * `out ~ N(0, 1)`
 *
 * PyTorch: `torch.randn_like(Tensor input, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const randn_like = fn('randn_like') as {
  (input: Tensor, options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { input: Tensor; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Random integers from 0 below `high`.
 *
 * `out ~ {0, …, high − 1}`
 *
 * PyTorch: `torch.randint(int high, int[] size, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const randint = fn('randint') as {
  (high: number, size: number | readonly number[], options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (high: number, options: { size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { high: number; size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (low: number, high: number, size: number | readonly number[], options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (low: number, high: number, options: { size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (low: number, options: { high: number; size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { low: number; high: number; size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Random integers from `low` below `high`, of the size and dtype of `input`.
 *
 * `out ~ {low, …, high − 1}`
 *
 * PyTorch: `torch.randint_like(Tensor input, int low, int? high=None, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const randint_like = fn('randint_like') as {
  (input: Tensor, low: number, options?: { high?: number | null; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (input: Tensor, low: number, high: number | null, options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (input: Tensor, options: { low: number; high?: number | null; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { input: Tensor; low: number; high?: number | null; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * The integers from 0 below `n` in random order.
 *
 * `out = a permutation of 0 … n − 1`
 *
 * PyTorch: `torch.randperm(int n, *, any generator=None, dtype? dtype=None, bool requires_grad=False)`
 */
export const randperm = fn('randperm') as {
  (n: number, options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { n: number; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * Normal random numbers, with a mean and a standard deviation for each.
 *
 * `out ~ N(mean, std²)`
 *
 * Gradient: `mean, std: 0, as PyTorch has it`
 *
 * PyTorch: `torch.normal(Tensor mean, float std=1.0, *, any generator=None)`
 */
export const normal = fn('normal') as {
  (mean: Tensor, options?: { std?: number; generator?: any | null }): Tensor;
  (mean: Tensor, std: number, options?: { generator?: any | null }): Tensor;
  (options: { mean: Tensor; std?: number; generator?: any | null }): Tensor;
  (mean: number, std: Tensor, options?: { generator?: any | null }): Tensor;
  (options: { mean: number; std: Tensor; generator?: any | null }): Tensor;
  (mean: Tensor, std: Tensor, options?: { generator?: any | null }): Tensor;
  (options: { mean: Tensor; std: Tensor; generator?: any | null }): Tensor;
  (mean: number, std: number, size: number | readonly number[], options?: { generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (mean: number, std: number, options: { size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (mean: number, options: { std: number; size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  (options: { mean: number; std: number; size: number | readonly number[]; generator?: any | null; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
};

/**
 * 1 with the probability that `input` gives, else 0.
 *
 * `out ~ Bernoulli(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.bernoulli(Tensor input, *, any generator=None)`
 */
export const bernoulli = fn('bernoulli') as {
  (input: Tensor, options?: { generator?: any | null }): Tensor;
  (options: { input: Tensor; generator?: any | null }): Tensor;
};

/**
 * Positions drawn by their weights, for each row.
 *
 * `out ~ Categorical(input)`
 *
 * PyTorch: `torch.multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None, Tensor? out=None)`
 */
export const multinomial = fn('multinomial') as {
  (input: Tensor, num_samples: number, options?: { replacement?: boolean; generator?: any | null; out?: Tensor | null }): Tensor;
  (input: Tensor, num_samples: number, replacement: boolean, options?: { generator?: any | null; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { num_samples: number; replacement?: boolean; generator?: any | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; num_samples: number; replacement?: boolean; generator?: any | null; out?: Tensor | null }): Tensor;
};

/**
 * Poisson random numbers, with a rate for each.
 *
 * `out ~ Poisson(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.poisson(Tensor input, any generator=None)`
 */
export const poisson = fn('poisson') as {
  (input: Tensor, options?: { generator?: any | null }): Tensor;
  (input: Tensor, generator: any | null): Tensor;
  (options: { input: Tensor; generator?: any | null }): Tensor;
};

/**
 * Binomial random numbers: how many of `input` trials succeed, each with probability `prob`.
 *
 * `out ~ Binomial(input, prob)`
 *
 * Gradient: `input: 0;  prob: 0`
 *
 * PyTorch: `torch.binomial(Tensor input, Tensor prob, any generator=None)`
 */
export const binomial = fn('binomial') as {
  (input: Tensor, prob: Tensor, options?: { generator?: any | null }): Tensor;
  (input: Tensor, prob: Tensor, generator: any | null): Tensor;
  (options: { input: Tensor; prob: Tensor; generator?: any | null }): Tensor;
};

/**
 * Random numbers of the gamma distribution of rate 1, with a concentration for each.
 *
 * `out ~ Gamma(input, 1)`
 *
 * Gradient: `input: g · −(∂cdf/∂input) / pdf`
 *
 * PyTorch: `torch._standard_gamma(Tensor input, any generator=None)`
 */
export const _standard_gamma = fn('_standard_gamma') as {
  (input: Tensor, options?: { generator?: any | null }): Tensor;
  (input: Tensor, generator: any | null): Tensor;
  (options: { input: Tensor; generator?: any | null }): Tensor;
};

/**
 * How numbers drawn from gamma distributions move with the concentrations.
 *
 * `out = −(∂cdf/∂input) / pdf`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch._standard_gamma_grad(Tensor input, Tensor output)`
 *
 * @internal
 */
export const _standard_gamma_grad = fn('_standard_gamma_grad') as {
  (input: Tensor, output: Tensor): Tensor;
  (options: { input: Tensor; output: Tensor }): Tensor;
};

/**
 * Random numbers that add up to 1 along the last dim, with a concentration for each.
 *
 * `out ~ Dirichlet(input)`
 *
 * Gradient: `input: implicit: see torch.distributions.Dirichlet`
 *
 * PyTorch: `torch._sample_dirichlet(Tensor input, any generator=None)`
 */
export const _sample_dirichlet = fn('_sample_dirichlet') as {
  (input: Tensor, options?: { generator?: any | null }): Tensor;
  (input: Tensor, generator: any | null): Tensor;
  (options: { input: Tensor; generator?: any | null }): Tensor;
};

/**
 * How numbers drawn from Dirichlet distributions move with their concentrations.
 *
 * `out = −(∂cdf/∂alpha) / pdf`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch._dirichlet_grad(Tensor input, Tensor alpha, Tensor total)`
 *
 * @internal
 */
export const _dirichlet_grad = fn('_dirichlet_grad') as {
  (input: Tensor, alpha: Tensor, total: Tensor): Tensor;
  (input: Tensor, alpha: Tensor, options: { total: Tensor }): Tensor;
  (input: Tensor, options: { alpha: Tensor; total: Tensor }): Tensor;
  (options: { input: Tensor; alpha: Tensor; total: Tensor }): Tensor;
};

/**
 * A map linear in each of two inputs: (…, in1) and (…, in2) with a weight of (out, in1, in2) give (…, out).
 *
 * `out[o] = Σ_ij input1[i] · weight[o, i, j] · input2[j] + bias[o]`
 *
 * Gradient: `input1: Σ g · weight · input2;  input2: Σ g · input1 · weight;  weight: Σ g · input1 · input2;  bias: Σ g`
 *
 * PyTorch: `torch.bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)`
 */
export const bilinear = fn('bilinear') as {
  (input1: Tensor, input2: Tensor, weight: Tensor, options?: { bias?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null): Tensor;
  (input1: Tensor, input2: Tensor, options: { weight: Tensor; bias?: Tensor | null }): Tensor;
  (input1: Tensor, options: { input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  (options: { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
};

/**
 * The convolution behind conv1d to conv3d and their transposes.
 *
 * `out = input ⋆ weight + bias`
 *
 * Gradient: `input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g`
 *
 * PyTorch: `torch.convolution(Tensor input, Tensor weight, Tensor? bias, int[] stride, int[] padding, int[] dilation, bool transposed, int[] output_padding, int groups)`
 */
export const convolution = fn('convolution') as {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], transposed: boolean, output_padding: number | readonly number[], groups: number): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], transposed: boolean, output_padding: number | readonly number[], options: { groups: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], transposed: boolean, options: { output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options: { dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options: { padding: number | readonly number[]; dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: number | readonly number[]; padding: number | readonly number[]; dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: number | readonly number[]; padding: number | readonly number[]; dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: number | readonly number[]; padding: number | readonly number[]; dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
  (options: { input: Tensor; weight: Tensor; bias: Tensor | null; stride: number | readonly number[]; padding: number | readonly number[]; dilation: number | readonly number[]; transposed: boolean; output_padding: number | readonly number[]; groups: number }): Tensor;
};

/**
 * A convolution over 1 dim: (N, C, …) with a weight of (out, C / groups, …). Padding is a number for each dim, 'valid' or 'same'.
 *
 * `out = input ⋆ weight + bias`
 *
 * Gradient: `input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g`
 *
 * PyTorch: `torch.conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv1d = fn('conv1d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, options?: { dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], options?: { groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], groups: number): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
};

/**
 * A convolution over 2 dims: (N, C, …) with a weight of (out, C / groups, …). Padding is a number for each dim, 'valid' or 'same'.
 *
 * `out = input ⋆ weight + bias`
 *
 * Gradient: `input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g`
 *
 * PyTorch: `torch.conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv2d = fn('conv2d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, options?: { dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], options?: { groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], groups: number): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
};

/**
 * A convolution over 3 dims: (N, C, …) with a weight of (out, C / groups, …). Padding is a number for each dim, 'valid' or 'same'.
 *
 * `out = input ⋆ weight + bias`
 *
 * Gradient: `input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g`
 *
 * PyTorch: `torch.conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv3d = fn('conv3d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, options?: { dilation?: number | readonly number[]; groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], options?: { groups?: number }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[] | string, dilation: number | readonly number[], groups: number): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number }): Tensor;
};

/**
 * The transpose of a convolution over 1 dim: (N, C, …) with a weight of (C, out / groups, …).
 *
 * `out = input ⋆ᵀ weight + bias`
 *
 * Gradient: `input: g ⋆ weight;  weight: g ⋆ input;  bias: Σ g`
 *
 * PyTorch: `torch.conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose1d = fn('conv_transpose1d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[]): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
};

/**
 * The transpose of a convolution over 2 dims: (N, C, …) with a weight of (C, out / groups, …).
 *
 * `out = input ⋆ᵀ weight + bias`
 *
 * Gradient: `input: g ⋆ weight;  weight: g ⋆ input;  bias: Σ g`
 *
 * PyTorch: `torch.conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose2d = fn('conv_transpose2d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[]): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
};

/**
 * The transpose of a convolution over 3 dims: (N, C, …) with a weight of (C, out / groups, …).
 *
 * `out = input ⋆ᵀ weight + bias`
 *
 * Gradient: `input: g ⋆ weight;  weight: g ⋆ input;  bias: Σ g`
 *
 * PyTorch: `torch.conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose3d = fn('conv_transpose3d') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options?: { stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], options?: { padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options?: { output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], options?: { groups?: number; dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, options?: { dilation?: number | readonly number[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], output_padding: number | readonly number[], groups: number, dilation: number | readonly number[]): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: number | readonly number[]; padding?: number | readonly number[]; output_padding?: number | readonly number[]; groups?: number; dilation?: number | readonly number[] }): Tensor;
};

/**
 * Surrounds the last dims with one value; a negative margin cuts off.
 *
 * `out = input, with value around it`
 *
 * Gradient: `input: g within the margins`
 *
 * PyTorch: `torch.constant_pad_nd(Tensor input, int[] pad, Scalar|complex value=0)`
 */
export const constant_pad_nd = fn('constant_pad_nd') as {
  (input: Tensor, pad: number | readonly number[], options?: { value?: number | boolean | Complex }): Tensor;
  (input: Tensor, pad: number | readonly number[], value: number | boolean | Complex): Tensor;
  (input: Tensor, options: { pad: number | readonly number[]; value?: number | boolean | Complex }): Tensor;
  (options: { input: Tensor; pad: number | readonly number[]; value?: number | boolean | Complex }): Tensor;
};

/**
 * The greatest element of each window over the last dim; with return_indices also where it is.
 *
 * `out = max over the window`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.max_pool1d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool1d = fn('max_pool1d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean): any;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
};

/**
 * The greatest element of each window over the last 2 dims; with return_indices also where it is.
 *
 * `out = max over the window`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.max_pool2d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool2d = fn('max_pool2d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean): any;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
};

/**
 * The greatest element of each window over the last 3 dims; with return_indices also where it is.
 *
 * `out = max over the window`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.max_pool3d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool3d = fn('max_pool3d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], options?: { ceil_mode?: boolean; return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, options?: { return_indices?: boolean }): any;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], dilation: number | readonly number[], ceil_mode: boolean, return_indices: boolean): any;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; dilation?: number | readonly number[]; ceil_mode?: boolean; return_indices?: boolean }): any;
};

/**
 * The mean of each window over the last dim.
 *
 * `out = Σ over the window / its size`
 *
 * Gradient: `input: g / size, added over windows`
 *
 * PyTorch: `torch.avg_pool1d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True)`
 */
export const avg_pool1d = fn('avg_pool1d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
};

/**
 * Means to an output of a given size over the last dim; None keeps the size of a dim.
 *
 * `out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g / size of the share`
 *
 * PyTorch: `torch.adaptive_avg_pool1d(Tensor input, int[]|any[] output_size)`
 */
export const adaptive_avg_pool1d = fn('adaptive_avg_pool1d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[]): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[] }): Tensor;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[] }): Tensor;
};

/**
 * The greatest elements, to an output of a given size over the last dim.
 *
 * `out[i] = max input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.adaptive_max_pool1d(Tensor input, int[]|any[] output_size, bool return_indices=False) -> any`
 */
export const adaptive_max_pool1d = fn('adaptive_max_pool1d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[], options?: { return_indices?: boolean }): any;
  (input: Tensor, output_size: number | readonly number[] | readonly any[], return_indices: boolean): any;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
};

/**
 * Trades channels for resolution: (…, C·r², H, W) to (…, C, H·r, W·r).
 *
 * `out[c, h·r + i, w·r + j] = input[c·r² + i·r + j, h, w]`
 *
 * Gradient: `input: g, shuffled back`
 *
 * PyTorch: `torch.pixel_shuffle(Tensor input, int upscale_factor)`
 */
export const pixel_shuffle = fn('pixel_shuffle') as {
  (input: Tensor, upscale_factor: number): Tensor;
  (input: Tensor, options: { upscale_factor: number }): Tensor;
  (options: { input: Tensor; upscale_factor: number }): Tensor;
};

/**
 * Trades resolution for channels: (…, C, H·r, W·r) to (…, C·r², H, W).
 *
 * `out[c·r² + i·r + j, h, w] = input[c, h·r + i, w·r + j]`
 *
 * Gradient: `input: g, shuffled back`
 *
 * PyTorch: `torch.pixel_unshuffle(Tensor input, int downscale_factor)`
 */
export const pixel_unshuffle = fn('pixel_unshuffle') as {
  (input: Tensor, downscale_factor: number): Tensor;
  (input: Tensor, options: { downscale_factor: number }): Tensor;
  (options: { input: Tensor; downscale_factor: number }): Tensor;
};

/**
 * Interleaves the channels of groups.
 *
 * `out[:, j·groups + i] = input[:, i·C/groups + j]`
 *
 * Gradient: `input: g, shuffled back`
 *
 * PyTorch: `torch.channel_shuffle(Tensor input, int groups)`
 */
export const channel_shuffle = fn('channel_shuffle') as {
  (input: Tensor, groups: number): Tensor;
  (input: Tensor, options: { groups: number }): Tensor;
  (options: { input: Tensor; groups: number }): Tensor;
};

/**
 * As nn.functional.grid_sample, with numbers for the ways to interpolate (bilinear, nearest, bicubic) and to go on outside (zeros, border, reflection).
 *
 * `out[n, :, h, w] = input[n] at grid[n, h, w]`
 *
 * Gradient: `input: g, added around the points;  grid: g · the slope of the input there`
 *
 * PyTorch: `torch.grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners)`
 */
export const grid_sampler = fn('grid_sampler') as {
  (input: Tensor, grid: Tensor, interpolation_mode: number, padding_mode: number, align_corners: boolean): Tensor;
  (input: Tensor, grid: Tensor, interpolation_mode: number, padding_mode: number, options: { align_corners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolation_mode: number, options: { padding_mode: number; align_corners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolation_mode: number; padding_mode: number; align_corners: boolean }): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolation_mode: number; padding_mode: number; align_corners: boolean }): Tensor;
  (options: { input: Tensor; grid: Tensor; interpolation_mode: number; padding_mode: number; align_corners: boolean }): Tensor;
};

/**
 * As nn.functional.affine_grid.
 *
 * `out[n, h, w] = theta[n] · (x_w, y_h, 1)`
 *
 * Gradient: `theta: Σ g · (x, y, 1)`
 *
 * PyTorch: `torch.affine_grid_generator(Tensor theta, int[] size, bool align_corners)`
 */
export const affine_grid_generator = fn('affine_grid_generator') as {
  (theta: Tensor, size: number | readonly number[], align_corners: boolean): Tensor;
  (theta: Tensor, size: number | readonly number[], options: { align_corners: boolean }): Tensor;
  (theta: Tensor, options: { size: number | readonly number[]; align_corners: boolean }): Tensor;
  (options: { theta: Tensor; size: number | readonly number[]; align_corners: boolean }): Tensor;
};

/**
 * Scaled exponential linear unit.
 *
 * `out = 1.0507 · (input where input > 0, else 1.67326 · (e^input − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.selu(Tensor input)`
 */
export const selu = fn('selu') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Continuously differentiable exponential linear unit.
 *
 * `out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.celu(Tensor input, float alpha=1.0)`
 */
export const celu = fn('celu') as {
  (input: Tensor, options?: { alpha?: number }): Tensor;
  (input: Tensor, alpha: number): Tensor;
  (options: { input: Tensor; alpha?: number }): Tensor;
};

/**
 * Zeroes what lies within [−lambd, lambd].
 *
 * `out = input where |input| > lambd, else 0`
 *
 * Gradient: `input: g where |input| > lambd`
 *
 * PyTorch: `torch.hardshrink(Tensor input, float lambd=0.5)`
 */
export const hardshrink = fn('hardshrink') as {
  (input: Tensor, options?: { lambd?: number }): Tensor;
  (input: Tensor, lambd: number): Tensor;
  (options: { input: Tensor; lambd?: number }): Tensor;
};

/**
 * Replaces what is not above `threshold` by `value`.
 *
 * `out = input where input > threshold, else value`
 *
 * Gradient: `input: g where input > threshold`
 *
 * PyTorch: `torch.threshold(Tensor input, float threshold, float value)`
 */
export const threshold = fn('threshold') as {
  (input: Tensor, threshold: number, value: number): Tensor;
  (input: Tensor, threshold: number, options: { value: number }): Tensor;
  (input: Tensor, options: { threshold: number; value: number }): Tensor;
  (options: { input: Tensor; threshold: number; value: number }): Tensor;
};

/**
 * A leaky relu with a slope that is learnt.
 *
 * `out = input where input > 0, else weight · input`
 *
 * Gradient: `input: g where input > 0, else weight · g;  weight: Σ g · input where input ≤ 0`
 *
 * PyTorch: `torch.prelu(Tensor input, Tensor weight)`
 */
export const prelu = fn('prelu') as {
  (input: Tensor, weight: Tensor): Tensor;
  (options: { input: Tensor; weight: Tensor }): Tensor;
};

/**
 * A leaky relu whose slope is random between `lower` and `upper` while training, their mean otherwise.
 *
 * `out = input where input > 0, else a · input,  a ~ U[lower, upper]`
 *
 * Gradient: `input: g where input > 0, else a · g`
 *
 * PyTorch: `torch.rrelu(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False, bool inplace=False)`
 */
export const rrelu = fn('rrelu') as {
  (input: Tensor, options?: { lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, options?: { upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Layer normalization, with the mean and the inverse deviation.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.native_layer_norm(Tensor input, int[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor output, Tensor mean, Tensor rstd)`
 */
export const native_layer_norm = fn('native_layer_norm') as {
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, options: { eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options: { bias: Tensor | null; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, normalized_shape: number | readonly number[], options: { weight: Tensor | null; bias: Tensor | null; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight: Tensor | null; bias: Tensor | null; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight: Tensor | null; bias: Tensor | null; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
};

/**
 * Normalizes over the last dims, whose sizes `normalized_shape` gives.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)`
 */
export const layer_norm = fn('layer_norm') as {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, options?: { eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
};

/**
 * Group normalization, with the mean and the inverse deviation of each group.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.native_group_norm(Tensor input, Tensor? weight, Tensor? bias, int N, int C, int HxW, int group, float eps) -> (Tensor output, Tensor mean, Tensor rstd)`
 */
export const native_group_norm = fn('native_group_norm') as {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, HxW: number, group: number, eps: number): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, HxW: number, group: number, options: { eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, HxW: number, options: { group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, options: { HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, options: { C: number; HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { N: number; C: number; HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; N: number; C: number; HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; N: number; C: number; HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
  (options: { input: Tensor; weight: Tensor | null; bias: Tensor | null; N: number; C: number; HxW: number; group: number; eps: number }): Tensor[] & { output: Tensor; mean: Tensor; rstd: Tensor };
};

/**
 * Normalizes over groups of channels of each sample.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)`
 */
export const group_norm = fn('group_norm') as {
  (input: Tensor, num_groups: number, options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, options?: { bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, bias: Tensor | null, options?: { eps?: number }): Tensor;
  (input: Tensor, num_groups: number, weight: Tensor | null, bias: Tensor | null, eps: number): Tensor;
  (input: Tensor, options: { num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (options: { input: Tensor; num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
};

/**
 * Divides by the root of the mean square over the last dims, whose sizes `normalized_shape` gives.
 *
 * `out = input / √(mean input² + eps) · weight`
 *
 * Gradient: `input: r · (h − x̂ · mean(h · x̂)), h = g · weight;  weight: Σ g · x̂`
 *
 * PyTorch: `torch.rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None)`
 */
export const rms_norm = fn('rms_norm') as {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; eps?: number | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { eps?: number | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, eps: number | null): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null }): Tensor;
};

/**
 * Batch normalization, with the mean and the inverse deviation of each channel. Training changes the running statistics.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor output, Tensor save_mean, Tensor save_invstd)`
 */
export const native_batch_norm = fn('native_batch_norm') as {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, running_var: Tensor | null, training: boolean, momentum: number, eps: number): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, running_var: Tensor | null, training: boolean, momentum: number, options: { eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, running_var: Tensor | null, training: boolean, options: { momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, running_var: Tensor | null, options: { training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, options: { running_var: Tensor | null; training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { running_mean: Tensor | null; running_var: Tensor | null; training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; running_mean: Tensor | null; running_var: Tensor | null; training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; running_mean: Tensor | null; running_var: Tensor | null; training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
  (options: { input: Tensor; weight: Tensor | null; bias: Tensor | null; running_mean: Tensor | null; running_var: Tensor | null; training: boolean; momentum: number; eps: number }): Tensor[] & { output: Tensor; save_mean: Tensor; save_invstd: Tensor };
};

/**
 * Zeroes elements with probability `p` and scales the others so that the mean stays.
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.dropout(Tensor input, float p, bool train)`
 */
export const dropout = fn('dropout') as {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (options: { input: Tensor; p: number; train: boolean }): Tensor;
};

/**
 * Zeroes elements with probability `p` and scales the others so that the mean and the variance stay.
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.alpha_dropout(Tensor input, float p, bool train)`
 */
export const alpha_dropout = fn('alpha_dropout') as {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (options: { input: Tensor; p: number; train: boolean }): Tensor;
};

/**
 * Zeroes whole channels with probability `p` and scales the others so that the mean stays.
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.feature_dropout(Tensor input, float p, bool train)`
 */
export const feature_dropout = fn('feature_dropout') as {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (options: { input: Tensor; p: number; train: boolean }): Tensor;
};

/**
 * Zeroes whole channels with probability `p` and scales the others so that the mean and the variance stay.
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.feature_alpha_dropout(Tensor input, float p, bool train)`
 */
export const feature_alpha_dropout = fn('feature_alpha_dropout') as {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (options: { input: Tensor; p: number; train: boolean }): Tensor;
};

/**
 * Rows of a table by their numbers; the row `padding_idx` gets no gradient.
 *
 * `out[i] = weight[indices[i]]`
 *
 * Gradient: `weight: g, added at indices (divided by their frequency with scale_grad_by_freq)`
 *
 * PyTorch: `torch.embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False)`
 */
export const embedding = fn('embedding') as {
  (weight: Tensor, indices: Tensor, options?: { padding_idx?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, options?: { scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, scale_grad_by_freq: boolean, options?: { sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, padding_idx: number, scale_grad_by_freq: boolean, sparse: boolean): Tensor;
  (options: { weight: Tensor; indices: Tensor; padding_idx?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
};

/**
 * Of each class a vector of zeros with a one in its place.
 *
 * `out[i, input[i]] = 1`
 *
 * PyTorch: `torch.one_hot(Tensor input, int num_classes=-1)`
 */
export const one_hot = fn('one_hot') as {
  (input: Tensor, options?: { num_classes?: number }): Tensor;
  (input: Tensor, num_classes: number): Tensor;
  (options: { input: Tensor; num_classes?: number }): Tensor;
};

/**
 * The cosine of the angle between vectors along a dim.
 *
 * `out = x1 · x2 / (max(‖x1‖, eps) · max(‖x2‖, eps))`
 *
 * Gradient: `x1: g · (x2 / ‖x2‖ − out · x1 / ‖x1‖) / ‖x1‖;  x2: likewise`
 *
 * PyTorch: `torch.cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-8)`
 */
export const cosine_similarity = fn('cosine_similarity') as {
  (x1: Tensor, x2: Tensor, options?: { dim?: number; axis?: number; eps?: number }): Tensor;
  (x1: Tensor, x2: Tensor, dim: number, options?: { eps?: number }): Tensor;
  (x1: Tensor, x2: Tensor, dim: number, eps: number): Tensor;
  (options: { x1: Tensor; x2: Tensor; dim?: number; axis?: number; eps?: number }): Tensor;
};

/**
 * The p-norm of the differences along the last dim.
 *
 * `out = ‖x1 − x2 + eps‖ₚ`
 *
 * Gradient: `x1: g · ∂‖d‖ₚ/∂d;  x2: the negative`
 *
 * PyTorch: `torch.pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-6, bool keepdim=False)`
 */
export const pairwise_distance = fn('pairwise_distance') as {
  (x1: Tensor, x2: Tensor, options?: { p?: number; eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options?: { eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, keepdim: boolean): Tensor;
  (options: { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
};

/**
 * The p-norm distance of each row of `x1` from each row of `x2`: (…, P, M) and (…, R, M) give (…, P, R).
 *
 * `out[i, j] = ‖x1[i] − x2[j]‖ₚ`
 *
 * Gradient: `x1[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d;  x2[j]: the negative, over i`
 *
 * PyTorch: `torch.cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode='use_mm_for_euclid_dist_if_necessary')`
 */
export const cdist = fn('cdist') as {
  (x1: Tensor, x2: Tensor, options?: { p?: number; compute_mode?: string }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options?: { compute_mode?: string }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, compute_mode: string): Tensor;
  (options: { x1: Tensor; x2: Tensor; p?: number; compute_mode?: string }): Tensor;
};

/**
 * The p-norm distances of all pairs of rows, the upper triangle of `cdist(input, input)`.
 *
 * `out = ‖input[i] − input[j]‖ₚ for i < j`
 *
 * Gradient: `input[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d`
 *
 * PyTorch: `torch.pdist(Tensor input, float p=2.0)`
 */
export const pdist = fn('pdist') as {
  (input: Tensor, options?: { p?: number }): Tensor;
  (input: Tensor, p: number): Tensor;
  (options: { input: Tensor; p?: number }): Tensor;
};

/**
 * Overwrites with one value.
 *
 * `out = value`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.fill(Tensor input, Scalar|complex value)`
 */
export const fill_ = inplaceFn('fill') as {
  (input: Tensor, value: number | boolean | Complex): Tensor;
  (options: { input: Tensor; value: number | boolean | Complex }): Tensor;
  (input: Tensor, value: Tensor): Tensor;
  (options: { input: Tensor; value: Tensor }): Tensor;
};

/**
 * Overwrites with zeros.
 *
 * `out = 0`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.zero(Tensor input)`
 */
export const zero_ = inplaceFn('zero') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * `input · ln(other)`, 0 where `input` is 0.
 *
 * `out = input · ln(other)`
 *
 * Gradient: `input: g · ln(other);  other: g · input / other`
 *
 * PyTorch: `torch.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const xlogy_ = inplaceFn('xlogy') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The greatest common divisor.
 *
 * `out = gcd(input, other)`
 *
 * PyTorch: `torch.gcd(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const gcd_ = inplaceFn('gcd') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The least common multiple.
 *
 * `out = lcm(input, other)`
 *
 * PyTorch: `torch.lcm(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const lcm_ = inplaceFn('lcm') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The negative.
 *
 * `out = −input`
 *
 * Gradient: `input: −g`
 *
 * PyTorch: `torch.neg(Tensor input, *, Tensor? out=None)`
 */
export const neg_ = inplaceFn('neg') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The absolute value.
 *
 * `out = |input|`
 *
 * Gradient: `input: g · sgn(input)`
 *
 * PyTorch: `torch.abs(Tensor input, *, Tensor? out=None)`
 */
export const abs_ = inplaceFn('abs') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The exponential.
 *
 * `out = e^input`
 *
 * Gradient: `input: g · out`
 *
 * PyTorch: `torch.exp(Tensor input, *, Tensor? out=None)`
 */
export const exp_ = inplaceFn('exp') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The power of two.
 *
 * `out = 2^input`
 *
 * Gradient: `input: g · out · ln 2`
 *
 * PyTorch: `torch.exp2(Tensor input, *, Tensor? out=None)`
 */
export const exp2_ = inplaceFn('exp2') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The exponential, less one.
 *
 * `out = e^input − 1`
 *
 * Gradient: `input: g · (out + 1)`
 *
 * PyTorch: `torch.expm1(Tensor input, *, Tensor? out=None)`
 */
export const expm1_ = inplaceFn('expm1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The natural logarithm.
 *
 * `out = ln(input)`
 *
 * Gradient: `input: g / input`
 *
 * PyTorch: `torch.log(Tensor input, *, Tensor? out=None)`
 */
export const log_ = inplaceFn('log') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm to base 2.
 *
 * `out = log₂(input)`
 *
 * Gradient: `input: g / (input · ln 2)`
 *
 * PyTorch: `torch.log2(Tensor input, *, Tensor? out=None)`
 */
export const log2_ = inplaceFn('log2') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm to base 10.
 *
 * `out = log₁₀(input)`
 *
 * Gradient: `input: g / (input · ln 10)`
 *
 * PyTorch: `torch.log10(Tensor input, *, Tensor? out=None)`
 */
export const log10_ = inplaceFn('log10') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The natural logarithm of 1 + input.
 *
 * `out = ln(1 + input)`
 *
 * Gradient: `input: g / (input + 1)`
 *
 * PyTorch: `torch.log1p(Tensor input, *, Tensor? out=None)`
 */
export const log1p_ = inplaceFn('log1p') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The square root.
 *
 * `out = √input`
 *
 * Gradient: `input: g / (2 · out)`
 *
 * PyTorch: `torch.sqrt(Tensor input, *, Tensor? out=None)`
 */
export const sqrt_ = inplaceFn('sqrt') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The reciprocal of the square root.
 *
 * `out = 1 / √input`
 *
 * Gradient: `input: −½ · g · out³`
 *
 * PyTorch: `torch.rsqrt(Tensor input, *, Tensor? out=None)`
 */
export const rsqrt_ = inplaceFn('rsqrt') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The square.
 *
 * `out = input²`
 *
 * Gradient: `input: 2 · g · input`
 *
 * PyTorch: `torch.square(Tensor input, *, Tensor? out=None)`
 */
export const square_ = inplaceFn('square') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The reciprocal.
 *
 * `out = 1 / input`
 *
 * Gradient: `input: −g · out²`
 *
 * PyTorch: `torch.reciprocal(Tensor input, *, Tensor? out=None)`
 */
export const reciprocal_ = inplaceFn('reciprocal') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The sine.
 *
 * `out = sin(input)`
 *
 * Gradient: `input: g · cos(input)`
 *
 * PyTorch: `torch.sin(Tensor input, *, Tensor? out=None)`
 */
export const sin_ = inplaceFn('sin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The cosine.
 *
 * `out = cos(input)`
 *
 * Gradient: `input: −g · sin(input)`
 *
 * PyTorch: `torch.cos(Tensor input, *, Tensor? out=None)`
 */
export const cos_ = inplaceFn('cos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The tangent.
 *
 * `out = tan(input)`
 *
 * Gradient: `input: g · (1 + out²)`
 *
 * PyTorch: `torch.tan(Tensor input, *, Tensor? out=None)`
 */
export const tan_ = inplaceFn('tan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arcsine.
 *
 * `out = asin(input)`
 *
 * Gradient: `input: g / √(1 − input²)`
 *
 * PyTorch: `torch.asin(Tensor input, *, Tensor? out=None)`
 */
export const asin_ = inplaceFn('asin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arccosine.
 *
 * `out = acos(input)`
 *
 * Gradient: `input: −g / √(1 − input²)`
 *
 * PyTorch: `torch.acos(Tensor input, *, Tensor? out=None)`
 */
export const acos_ = inplaceFn('acos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The arctangent.
 *
 * `out = atan(input)`
 *
 * Gradient: `input: g / (1 + input²)`
 *
 * PyTorch: `torch.atan(Tensor input, *, Tensor? out=None)`
 */
export const atan_ = inplaceFn('atan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic sine.
 *
 * `out = sinh(input)`
 *
 * Gradient: `input: g · cosh(input)`
 *
 * PyTorch: `torch.sinh(Tensor input, *, Tensor? out=None)`
 */
export const sinh_ = inplaceFn('sinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic cosine.
 *
 * `out = cosh(input)`
 *
 * Gradient: `input: g · sinh(input)`
 *
 * PyTorch: `torch.cosh(Tensor input, *, Tensor? out=None)`
 */
export const cosh_ = inplaceFn('cosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The hyperbolic tangent.
 *
 * `out = tanh(input)`
 *
 * Gradient: `input: g · (1 − out²)`
 *
 * PyTorch: `torch.tanh(Tensor input, *, Tensor? out=None)`
 */
export const tanh_ = inplaceFn('tanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic sine.
 *
 * `out = asinh(input)`
 *
 * Gradient: `input: g / √(input² + 1)`
 *
 * PyTorch: `torch.asinh(Tensor input, *, Tensor? out=None)`
 */
export const asinh_ = inplaceFn('asinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic cosine.
 *
 * `out = acosh(input)`
 *
 * Gradient: `input: g / √(input² − 1)`
 *
 * PyTorch: `torch.acosh(Tensor input, *, Tensor? out=None)`
 */
export const acosh_ = inplaceFn('acosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The inverse hyperbolic tangent.
 *
 * `out = atanh(input)`
 *
 * Gradient: `input: g / (1 − input²)`
 *
 * PyTorch: `torch.atanh(Tensor input, *, Tensor? out=None)`
 */
export const atanh_ = inplaceFn('atanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logistic function.
 *
 * `out = 1 / (1 + e^−input)`
 *
 * Gradient: `input: g · out · (1 − out)`
 *
 * PyTorch: `torch.sigmoid(Tensor input, *, Tensor? out=None)`
 */
export const sigmoid_ = inplaceFn('sigmoid') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rectified linear unit: negative elements become 0.
 *
 * `out = max(0, input)`
 *
 * Gradient: `input: g where out > 0`
 *
 * PyTorch: `torch.relu(Tensor input, *, Tensor? out=None)`
 */
export const relu_ = inplaceFn('relu') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds down.
 *
 * `out = ⌊input⌋`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.floor(Tensor input, *, Tensor? out=None)`
 */
export const floor_ = inplaceFn('floor') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds up.
 *
 * `out = ⌈input⌉`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.ceil(Tensor input, *, Tensor? out=None)`
 */
export const ceil_ = inplaceFn('ceil') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds towards zero.
 *
 * `out = trunc(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.trunc(Tensor input, *, Tensor? out=None)`
 */
export const trunc_ = inplaceFn('trunc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds to the nearest integer (or to `decimals` places), half to even.
 *
 * `out = round(input)`
 *
 * Gradient: `input: 0`
 *
 * PyTorch: `torch.round(Tensor input, *, int decimals=0, Tensor? out=None)`
 */
export const round_ = inplaceFn('round') as {
  (input: Tensor, options?: { decimals?: number; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; decimals?: number; out?: Tensor | null }): Tensor;
};

/**
 * The fractional part.
 *
 * `out = input − trunc(input)`
 *
 * Gradient: `input: g`
 *
 * PyTorch: `torch.frac(Tensor input, *, Tensor? out=None)`
 */
export const frac_ = inplaceFn('frac') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The error function.
 *
 * `out = 2/√π ∫₀^input e^−t² dt`
 *
 * Gradient: `input: g · 2/√π · e^−input²`
 *
 * PyTorch: `torch.erf(Tensor input, *, Tensor? out=None)`
 */
export const erf_ = inplaceFn('erf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The complementary error function.
 *
 * `out = 1 − erf(input)`
 *
 * Gradient: `input: −g · 2/√π · e^−input²`
 *
 * PyTorch: `torch.erfc(Tensor input, *, Tensor? out=None)`
 */
export const erfc_ = inplaceFn('erfc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
 *
 * `out = input where finite, else the number given`
 *
 * Gradient: `input: g where input is finite`
 *
 * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
 */
export const nan_to_num_ = inplaceFn('nan_to_num') as {
  (input: Tensor, options?: { nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, options?: { posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, posinf: number | boolean | null, options?: { neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, nan: number | boolean | null, posinf: number | boolean | null, neginf: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
};

/**
 * Limits every element to [min, max].
 *
 * `out = input, cut off to min ≤ out ≤ max`
 *
 * Gradient: `input: g where min < input < max`
 *
 * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
 */
export const clamp_ = inplaceFn('clamp') as {
  (input: Tensor, options?: { min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: number | boolean | null, options?: { max?: number | boolean | null; out?: Tensor | null }): Tensor;
  (input: Tensor, min: number | boolean | null, max: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `clamp`.
 *
 * `as clamp`
 *
 * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
 */
export const clip_ = inplaceFn('clip') as {
  (input: Tensor, options?: { min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
  (input: Tensor, min: Tensor | number | boolean | Complex | null, options?: { max?: Tensor | number | boolean | Complex | null }): Tensor;
  (input: Tensor, min: Tensor | number | boolean | Complex | null, max: Tensor | number | boolean | Complex | null): Tensor;
  (options: { input: Tensor; min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
};

/**
 * Raises elements below `min` to it.
 *
 * `out = input where input > min, else min`
 *
 * Gradient: `input: g where input > min`
 *
 * PyTorch: `torch.clamp_min(Tensor input, Scalar min, *, Tensor? out=None)`
 */
export const clamp_min_ = inplaceFn('clamp_min') as {
  (input: Tensor, min: number | boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; min: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor): Tensor;
  (options: { input: Tensor; min: Tensor }): Tensor;
};

/**
 * Lowers elements above `max` to it.
 *
 * `out = input where input < max, else max`
 *
 * Gradient: `input: g where input < max`
 *
 * PyTorch: `torch.clamp_max(Tensor input, Scalar max, *, Tensor? out=None)`
 */
export const clamp_max_ = inplaceFn('clamp_max') as {
  (input: Tensor, max: number | boolean, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; max: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, max: Tensor): Tensor;
  (options: { input: Tensor; max: Tensor }): Tensor;
};

/**
 * Another name of `neg`.
 *
 * `as neg`
 *
 * PyTorch: `torch.negative(Tensor input, *, Tensor? out=None)`
 */
export const negative_ = inplaceFn('negative') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `asin`.
 *
 * `as asin`
 *
 * PyTorch: `torch.arcsin(Tensor input, *, Tensor? out=None)`
 */
export const arcsin_ = inplaceFn('arcsin') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `acos`.
 *
 * `as acos`
 *
 * PyTorch: `torch.arccos(Tensor input, *, Tensor? out=None)`
 */
export const arccos_ = inplaceFn('arccos') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `atan`.
 *
 * `as atan`
 *
 * PyTorch: `torch.arctan(Tensor input, *, Tensor? out=None)`
 */
export const arctan_ = inplaceFn('arctan') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `asinh`.
 *
 * `as asinh`
 *
 * PyTorch: `torch.arcsinh(Tensor input, *, Tensor? out=None)`
 */
export const arcsinh_ = inplaceFn('arcsinh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `acosh`.
 *
 * `as acosh`
 *
 * PyTorch: `torch.arccosh(Tensor input, *, Tensor? out=None)`
 */
export const arccosh_ = inplaceFn('arccosh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `atanh`.
 *
 * `as atanh`
 *
 * PyTorch: `torch.arctanh(Tensor input, *, Tensor? out=None)`
 */
export const arctanh_ = inplaceFn('arctanh') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `trunc`.
 *
 * `as trunc`
 *
 * PyTorch: `torch.fix(Tensor input, *, Tensor? out=None)`
 */
export const fix_ = inplaceFn('fix') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 0.
 *
 * `out = I0(input)`
 *
 * Gradient: `input: g · I1(input)`
 *
 * PyTorch: `torch.i0(Tensor input, *, Tensor? out=None)`
 */
export const i0_ = inplaceFn('i0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The conjugates, in memory of their own; of numbers that are not complex, the tensor itself.
 *
 * `out = conj(input)`
 *
 * Gradient: `input: conj(g)`
 *
 * PyTorch: `torch.conj_physical(Tensor input, *, Tensor? out=None)`
 */
export const conj_physical_ = inplaceFn('conj_physical') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * A view of the storage by size, strides and offset.
 *
 * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
 *
 * Gradient: `input: g, added where it came from`
 *
 * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
 */
export const as_strided_ = inplaceFn('as_strided') as {
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  (input: Tensor, size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (input: Tensor, options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  (options: { input: Tensor; size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
};

/**
 * A tensor plus a product.
 *
 * `out = beta · input + alpha · mat @ vec`
 *
 * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
 *
 * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
 */
export const addmv_ = inplaceFn('addmv') as {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
 *
 * `out = ln(input / (1 − input))`
 *
 * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
 *
 * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
 */
export const logit_ = inplaceFn('logit') as {
  (input: Tensor, options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, eps: number | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; eps?: number | null; out?: Tensor | null }): Tensor;
};

/**
 * Degrees to radians.
 *
 * `out = input · π / 180`
 *
 * Gradient: `input: g · π / 180`
 *
 * PyTorch: `torch.deg2rad(Tensor input)`
 */
export const deg2rad_ = inplaceFn('deg2rad') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Radians to degrees.
 *
 * `out = input · 180 / π`
 *
 * Gradient: `input: g · 180 / π`
 *
 * PyTorch: `torch.rad2deg(Tensor input)`
 */
export const rad2deg_ = inplaceFn('rad2deg') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The normalised sinc.
 *
 * `out = sin(π · input) / (π · input), 1 at 0`
 *
 * Gradient: `input: g · (cos(π · input) − out) / input, 0 at 0`
 *
 * PyTorch: `torch.sinc(Tensor input, *, Tensor? out=None)`
 */
export const sinc_ = inplaceFn('sinc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * A multiple by a power of two.
 *
 * `out = input · 2^other`
 *
 * Gradient: `input: g · 2^other;  other: g · out · ln 2`
 *
 * PyTorch: `torch.ldexp(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const ldexp_ = inplaceFn('ldexp') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Scaled exponential linear unit.
 *
 * `out = 1.0507 · (input where input > 0, else 1.67326 · (e^input − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.selu(Tensor input)`
 */
export const selu_ = inplaceFn('selu') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Continuously differentiable exponential linear unit.
 *
 * `out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.celu(Tensor input, float alpha=1.0)`
 */
export const celu_ = inplaceFn('celu') as {
  (input: Tensor, options?: { alpha?: number }): Tensor;
  (input: Tensor, alpha: number): Tensor;
  (options: { input: Tensor; alpha?: number }): Tensor;
};

/**
 * Replaces what is not above `threshold` by `value`.
 *
 * `out = input where input > threshold, else value`
 *
 * Gradient: `input: g where input > threshold`
 *
 * PyTorch: `torch.threshold(Tensor input, float threshold, float value)`
 */
export const threshold_ = inplaceFn('threshold') as {
  (input: Tensor, threshold: number, value: number): Tensor;
  (input: Tensor, threshold: number, options: { value: number }): Tensor;
  (input: Tensor, options: { threshold: number; value: number }): Tensor;
  (options: { input: Tensor; threshold: number; value: number }): Tensor;
};

export { var_ as var };
