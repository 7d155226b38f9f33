// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { Complex } from '../complex.js';
import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import type { MemoryFormat } from '../layout.js';
import type { Layout } from '../sparse/layout.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */
/** The operations as methods of Tensor, of which nothing is imported; those that end in _ change it in place. */
export interface TensorMethods<Tensor> {
  /**
   * A tensor of the numbers in nested lists, of the dtype of `input`.
   *
   * `out = data`
   *
   * PyTorch: `torch.new_tensor(Tensor input, any data, *, dtype? dtype=None, bool requires_grad=False)`
   */
  new_tensor(data: any, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  /**
   * A tensor of the numbers in nested lists, of the dtype of `input`.
   *
   * `out = data`
   *
   * PyTorch: `torch.new_tensor(Tensor input, any data, *, dtype? dtype=None, bool requires_grad=False)`
   */
  new_tensor(options: { data: any; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null }): Tensor;
  /**
   * A tensor of zeros, of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_zeros(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_zeros(size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor of zeros, of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_zeros(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_zeros(...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null })[]): Tensor;
  /**
   * A tensor of zeros, of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_zeros(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_zeros(options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor of ones, of the dtype of `input`.
   *
   * `out = 1`
   *
   * PyTorch: `torch.new_ones(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_ones(size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor of ones, of the dtype of `input`.
   *
   * `out = 1`
   *
   * PyTorch: `torch.new_ones(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_ones(...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null })[]): Tensor;
  /**
   * A tensor of ones, of the dtype of `input`.
   *
   * `out = 1`
   *
   * PyTorch: `torch.new_ones(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_ones(options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor whose elements are to be written (they are zeros here), of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_empty(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_empty(size: readonly number[], options?: { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor whose elements are to be written (they are zeros here), of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_empty(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_empty(...size: (number | { dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null })[]): Tensor;
  /**
   * A tensor whose elements are to be written (they are zeros here), of the dtype of `input`.
   *
   * `out = 0`
   *
   * PyTorch: `torch.new_empty(Tensor input, int... size, *, dtype? dtype=None, bool requires_grad=False, any layout=None)`
   */
  new_empty(options: { size: readonly number[]; dtype?: DType | null; requires_grad?: boolean; layout?: any | null; device?: Device | string | null }): Tensor;
  /**
   * A tensor filled with one value, of the dtype of `input`.
   *
   * `out = fill_value`
   *
   * PyTorch: `torch.new_full(Tensor input, int[] size, Scalar|complex fill_value, *, dtype? dtype=None, bool requires_grad=False)`
   */
  new_full(size: number | readonly number[], fill_value: number | boolean | Complex, options?: { dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  /**
   * A tensor filled with one value, of the dtype of `input`.
   *
   * `out = fill_value`
   *
   * PyTorch: `torch.new_full(Tensor input, int[] size, Scalar|complex fill_value, *, dtype? dtype=None, bool requires_grad=False)`
   */
  new_full(size: number | readonly number[], options: { fill_value: number | boolean | Complex; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  /**
   * A tensor filled with one value, of the dtype of `input`.
   *
   * `out = fill_value`
   *
   * PyTorch: `torch.new_full(Tensor input, int[] size, Scalar|complex fill_value, *, dtype? dtype=None, bool requires_grad=False)`
   */
  new_full(options: { size: number | readonly number[]; fill_value: number | boolean | Complex; dtype?: DType | null; requires_grad?: boolean; device?: Device | string | null; layout?: Layout | null }): Tensor;
  /**
   * The name of its type, such as `torch.FloatTensor`; with a dtype or such a name, the tensor in it.
   *
   * `out = input, as dtype`
   *
   * PyTorch: `torch.type(Tensor input, dtype|str? dtype=None, bool non_blocking=False) -> any`
   */
  type(options?: { dtype?: DType | string | null; non_blocking?: boolean }): any;
  /**
   * The name of its type, such as `torch.FloatTensor`; with a dtype or such a name, the tensor in it.
   *
   * `out = input, as dtype`
   *
   * PyTorch: `torch.type(Tensor input, dtype|str? dtype=None, bool non_blocking=False) -> any`
   */
  type(dtype: DType | string | null, options?: { non_blocking?: boolean }): any;
  /**
   * The name of its type, such as `torch.FloatTensor`; with a dtype or such a name, the tensor in it.
   *
   * `out = input, as dtype`
   *
   * PyTorch: `torch.type(Tensor input, dtype|str? dtype=None, bool non_blocking=False) -> any`
   */
  type(dtype: DType | string | null, non_blocking: boolean): any;
  /**
   * A copy; gradients pass through. It lies in memory as `input` does, unless told how.
   *
   * `out = input`
   *
   * Gradient: `input: g`
   *
   * PyTorch: `torch.clone(Tensor input, *, memory_format? memory_format=None)`
   */
  clone(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * The tensor itself if its elements lie in row-major order (or in that of the memory format), else a copy in which they do.
   *
   * `out = input`
   *
   * PyTorch: `torch.contiguous(Tensor input, *, memory_format? memory_format=None)`
   */
  contiguous(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * A copy on another device.
   *
   * `out = input, on device`
   *
   * Gradient: `input: g, on the device of input`
   *
   * PyTorch: `torch._to_device(Tensor input, device device, device home)`
   *
   * @internal
   */
  _to_device(device: Device | string, home: Device | string): Tensor;
  /**
   * A copy on another device.
   *
   * `out = input, on device`
   *
   * Gradient: `input: g, on the device of input`
   *
   * PyTorch: `torch._to_device(Tensor input, device device, device home)`
   *
   * @internal
   */
  _to_device(device: Device | string, options: { home: Device | string }): Tensor;
  /**
   * A copy on another device.
   *
   * `out = input, on device`
   *
   * Gradient: `input: g, on the device of input`
   *
   * PyTorch: `torch._to_device(Tensor input, device device, device home)`
   *
   * @internal
   */
  _to_device(options: { device: Device | string; home: Device | string }): Tensor;
  /**
   * A copy in another dtype.
   *
   * `out = input, as dtype`
   *
   * Gradient: `input: g, in the dtype of input`
   *
   * PyTorch: `torch._to_copy(Tensor input, dtype dtype, memory_format? memory_format=None)`
   *
   * @internal
   */
  _to_copy(dtype: DType, options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * A copy in another dtype.
   *
   * `out = input, as dtype`
   *
   * Gradient: `input: g, in the dtype of input`
   *
   * PyTorch: `torch._to_copy(Tensor input, dtype dtype, memory_format? memory_format=None)`
   *
   * @internal
   */
  _to_copy(dtype: DType, memory_format: MemoryFormat | null): Tensor;
  /**
   * A copy in another dtype.
   *
   * `out = input, as dtype`
   *
   * Gradient: `input: g, in the dtype of input`
   *
   * PyTorch: `torch._to_copy(Tensor input, dtype dtype, memory_format? memory_format=None)`
   *
   * @internal
   */
  _to_copy(options: { dtype: DType; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In another dtype; itself if it has that already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(dtype: DType, options?: { non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In another dtype; itself if it has that already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(dtype: DType, non_blocking: boolean, options?: { copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In another dtype; itself if it has that already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(dtype: DType, non_blocking: boolean, copy: boolean, options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In another dtype; itself if it has that already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(options: { dtype: DType; non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In the dtype and on the device of `other`.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, Tensor other, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(other: Tensor, options?: { non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In the dtype and on the device of `other`.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, Tensor other, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(other: Tensor, non_blocking: boolean, options?: { copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In the dtype and on the device of `other`.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, Tensor other, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(other: Tensor, non_blocking: boolean, copy: boolean, options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * On another device, and in another dtype; itself if it is there already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, device? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(options?: { device?: Device | string | null; dtype?: DType | null; non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * On another device, and in another dtype; itself if it is there already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, device? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(device: Device | string | null, options?: { dtype?: DType | null; non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * On another device, and in another dtype; itself if it is there already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, device? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(device: Device | string | null, dtype: DType | null, options?: { non_blocking?: boolean; copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * On another device, and in another dtype; itself if it is there already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, device? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(device: Device | string | null, dtype: DType | null, non_blocking: boolean, options?: { copy?: boolean; memory_format?: MemoryFormat | null }): Tensor;
  /**
   * On another device, and in another dtype; itself if it is there already and no copy is asked for.
   *
   * `out = input, as dtype, on device`
   *
   * PyTorch: `torch.to(Tensor input, device? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, memory_format? memory_format=None)`
   */
  to(device: Device | string | null, dtype: DType | null, non_blocking: boolean, copy: boolean, options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In the dtype of `other`.
   *
   * `out = input, as the dtype of other`
   *
   * PyTorch: `torch.type_as(Tensor input, Tensor other)`
   */
  type_as(other: Tensor): Tensor;
  /**
   * In dtype torch.float32.
   *
   * `out = input`
   *
   * PyTorch: `torch.float(Tensor input, *, memory_format? memory_format=None)`
   */
  float(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.float64.
   *
   * `out = input`
   *
   * PyTorch: `torch.double(Tensor input, *, memory_format? memory_format=None)`
   */
  double(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.float16.
   *
   * `out = input`
   *
   * PyTorch: `torch.half(Tensor input, *, memory_format? memory_format=None)`
   */
  half(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.bfloat16.
   *
   * `out = input`
   *
   * PyTorch: `torch.bfloat16(Tensor input, *, memory_format? memory_format=None)`
   */
  bfloat16(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.int64.
   *
   * `out = input`
   *
   * PyTorch: `torch.long(Tensor input, *, memory_format? memory_format=None)`
   */
  long(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.int32.
   *
   * `out = input`
   *
   * PyTorch: `torch.int(Tensor input, *, memory_format? memory_format=None)`
   */
  int(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.int16.
   *
   * `out = input`
   *
   * PyTorch: `torch.short(Tensor input, *, memory_format? memory_format=None)`
   */
  short(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.int8.
   *
   * `out = input`
   *
   * PyTorch: `torch.char(Tensor input, *, memory_format? memory_format=None)`
   */
  char(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.uint8.
   *
   * `out = input`
   *
   * PyTorch: `torch.byte(Tensor input, *, memory_format? memory_format=None)`
   */
  byte(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.bool.
   *
   * `out = input`
   *
   * PyTorch: `torch.bool(Tensor input, *, memory_format? memory_format=None)`
   */
  bool(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.complex32.
   *
   * `out = input`
   *
   * PyTorch: `torch.chalf(Tensor input, *, memory_format? memory_format=None)`
   */
  chalf(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.complex64.
   *
   * `out = input`
   *
   * PyTorch: `torch.cfloat(Tensor input, *, memory_format? memory_format=None)`
   */
  cfloat(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * In dtype torch.complex128.
   *
   * `out = input`
   *
   * PyTorch: `torch.cdouble(Tensor input, *, memory_format? memory_format=None)`
   */
  cdouble(options?: { memory_format?: MemoryFormat | null }): Tensor;
  /**
   * Adds `other`, scaled by `alpha`, to `input`.
   *
   * `out = input + alpha · other`
   *
   * Gradient: `input: g;  other: alpha · g`
   *
   * PyTorch: `torch.add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  add(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Subtracts `other`, scaled by `alpha`, from `input`.
   *
   * `out = input − alpha · other`
   *
   * Gradient: `input: g;  other: −alpha · g`
   *
   * PyTorch: `torch.sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  sub(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Subtracts `input`, scaled by `alpha`, from `other`.
   *
   * `out = other − alpha · input`
   *
   * Gradient: `input: −alpha · g;  other: g`
   *
   * PyTorch: `torch.rsub(Tensor input, Tensor|Scalar other, *, Scalar alpha=1)`
   */
  rsub(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean }): Tensor;
  /**
   * Multiplies `input` by `other`, element by element.
   *
   * `out = input · other`
   *
   * Gradient: `input: g · other;  other: g · input`
   *
   * PyTorch: `torch.mul(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  mul(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Divides `input` by `other`: truly, or rounded towards zero ('trunc') or down ('floor').
   *
   * `out = input / other`
   *
   * Gradient: `input: g / other;  other: −g · input / other² (0 with rounding_mode)`
   *
   * PyTorch: `torch.div(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
   */
  div(other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  /**
   * Multiplies every element by a number.
   *
   * `out = input · other`
   *
   * Gradient: `input: g · other`
   *
   * PyTorch: `torch._mul_number(Tensor input, Scalar other)`
   *
   * @internal
   */
  _mul_number(other: number | boolean): Tensor;
  /**
   * Divides every element by a number.
   *
   * `out = input / other`
   *
   * Gradient: `input: g / other`
   *
   * PyTorch: `torch._div_number(Tensor input, Scalar other)`
   *
   * @internal
   */
  _div_number(other: number | boolean): Tensor;
  /**
   * Divides and rounds down.
   *
   * `out = ⌊input / other⌋`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.floor_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  floor_divide(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Python's modulus: the result has the sign of `other`.
   *
   * `out = input − other · ⌊input / other⌋`
   *
   * Gradient: `input: g;  other: −g · ⌊input / other⌋`
   *
   * PyTorch: `torch.remainder(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  remainder(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * C's fmod: the result has the sign of `input`.
   *
   * `out = input − other · trunc(input / other)`
   *
   * Gradient: `input: g;  other: −g · trunc(input / other)`
   *
   * PyTorch: `torch.fmod(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  fmod(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Raises `input` to the power `exponent`.
   *
   * `out = input ^ exponent`
   *
   * Gradient: `input: g · exponent · input^(exponent−1)`
   *
   * PyTorch: `torch.pow(Tensor input, Scalar exponent, *, Tensor? out=None)`
   */
  pow(exponent: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Raises `input` to the power `exponent`, element by element.
   *
   * `out = input ^ exponent`
   *
   * Gradient: `input: g · exponent · input^(exponent−1);  exponent: g · out · ln(input)`
   *
   * PyTorch: `torch.pow(Tensor|complex input, Tensor|complex exponent, *, Tensor? out=None)`
   */
  pow(exponent: Tensor | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The greater of two elements; NaN where either is.
   *
   * `out = max(input, other)`
   *
   * Gradient: `input, other: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.maximum(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  maximum(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The lesser of two elements; NaN where either is.
   *
   * `out = min(input, other)`
   *
   * Gradient: `input, other: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.minimum(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  minimum(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The greater of two elements; a number wins over NaN.
   *
   * `out = max(input, other)`
   *
   * Gradient: `input, other: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.fmax(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  fmax(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The lesser of two elements; a number wins over NaN.
   *
   * `out = min(input, other)`
   *
   * Gradient: `input, other: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.fmin(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  fmin(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The angle of the point (other, input).
   *
   * `out = atan2(input, other)`
   *
   * Gradient: `input: g · other / (input² + other²);  other: −g · input / (input² + other²)`
   *
   * PyTorch: `torch.atan2(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  atan2(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The length of the hypotenuse.
   *
   * `out = √(input² + other²)`
   *
   * Gradient: `input: g · input / out;  other: g · other / out`
   *
   * PyTorch: `torch.hypot(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  hypot(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm (base e) of the sum of the powers of e.
   *
   * `out = log(e^input + e^other)`
   *
   * Gradient: `input: g / (1 + e^(other−input));  other: g / (1 + e^(input−other))`
   *
   * PyTorch: `torch.logaddexp(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logaddexp(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm (base 2) of the sum of the powers of 2.
   *
   * `out = log(2^input + 2^other)`
   *
   * Gradient: `input: g / (1 + 2^(other−input));  other: g / (1 + 2^(input−other))`
   *
   * PyTorch: `torch.logaddexp2(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logaddexp2(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * `input · ln(other)`, 0 where `input` is 0.
   *
   * `out = input · ln(other)`
   *
   * Gradient: `input: g · ln(other);  other: g · input / other`
   *
   * PyTorch: `torch.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  xlogy(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The next number after `input` that the dtype has, towards `other`.
   *
   * `out = the neighbour of input on the way to other`
   *
   * Gradient: `input: g where input ≠ other, 0 elsewhere;  other: 0`
   *
   * PyTorch: `torch.nextafter(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  nextafter(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The magnitude of `input` with the sign of `other`.
   *
   * `out = |input| · sign(other)`
   *
   * Gradient: `input: g · out / input, 0 at 0`
   *
   * PyTorch: `torch.copysign(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  copysign(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The step function; `values` where `input` is 0.
   *
   * `out = 0, values or 1 as input is negative, 0 or positive`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.heaviside(Tensor input, Tensor values, *, Tensor? out=None)`
   */
  heaviside(values: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The greatest common divisor.
   *
   * `out = gcd(input, other)`
   *
   * PyTorch: `torch.gcd(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  gcd(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The least common multiple.
   *
   * `out = lcm(input, other)`
   *
   * PyTorch: `torch.lcm(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  lcm(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp(end: Tensor, weight: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp(end: Tensor, options: { weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp(options: { end: Tensor; weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul(tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv(tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Another name of `atan2`.
   *
   * `as atan2`
   *
   * PyTorch: `torch.arctan2(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  arctan2(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `sub`.
   *
   * `as sub`
   *
   * PyTorch: `torch.subtract(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  subtract(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Another name of `mul`.
   *
   * `as mul`
   *
   * PyTorch: `torch.multiply(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  multiply(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `div`.
   *
   * `as div`
   *
   * PyTorch: `torch.divide(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
   */
  divide(other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  /**
   * Another name of `div`.
   *
   * `as div`
   *
   * PyTorch: `torch.true_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  true_divide(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The n-th derivative of digamma.
   *
   * `out = ψ⁽ⁿ⁾(input)`
   *
   * Gradient: `input: g · ψ⁽ⁿ⁺¹⁾(input)`
   *
   * PyTorch: `torch.polygamma(Tensor input, int n)`
   */
  polygamma(n: number): Tensor;
  /**
   * The n-th derivative of digamma.
   *
   * `out = ψ⁽ⁿ⁾(input)`
   *
   * Gradient: `input: g · ψ⁽ⁿ⁺¹⁾(input)`
   *
   * PyTorch: `torch.polygamma(Tensor input, int n)`
   */
  polygamma(options: { n: number }): Tensor;
  /**
   * The negative.
   *
   * `out = −input`
   *
   * Gradient: `input: −g`
   *
   * PyTorch: `torch.neg(Tensor input, *, Tensor? out=None)`
   */
  neg(options?: { out?: Tensor | null }): Tensor;
  /**
   * The absolute value.
   *
   * `out = |input|`
   *
   * Gradient: `input: g · sgn(input)`
   *
   * PyTorch: `torch.abs(Tensor input, *, Tensor? out=None)`
   */
  abs(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sign: −1, 0 or 1.
   *
   * `out = sign(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.sign(Tensor input, *, Tensor? out=None)`
   */
  sign(options?: { out?: Tensor | null }): Tensor;
  /**
   * The exponential.
   *
   * `out = e^input`
   *
   * Gradient: `input: g · out`
   *
   * PyTorch: `torch.exp(Tensor input, *, Tensor? out=None)`
   */
  exp(options?: { out?: Tensor | null }): Tensor;
  /**
   * The power of two.
   *
   * `out = 2^input`
   *
   * Gradient: `input: g · out · ln 2`
   *
   * PyTorch: `torch.exp2(Tensor input, *, Tensor? out=None)`
   */
  exp2(options?: { out?: Tensor | null }): Tensor;
  /**
   * The exponential, less one.
   *
   * `out = e^input − 1`
   *
   * Gradient: `input: g · (out + 1)`
   *
   * PyTorch: `torch.expm1(Tensor input, *, Tensor? out=None)`
   */
  expm1(options?: { out?: Tensor | null }): Tensor;
  /**
   * The natural logarithm.
   *
   * `out = ln(input)`
   *
   * Gradient: `input: g / input`
   *
   * PyTorch: `torch.log(Tensor input, *, Tensor? out=None)`
   */
  log(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm to base 2.
   *
   * `out = log₂(input)`
   *
   * Gradient: `input: g / (input · ln 2)`
   *
   * PyTorch: `torch.log2(Tensor input, *, Tensor? out=None)`
   */
  log2(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm to base 10.
   *
   * `out = log₁₀(input)`
   *
   * Gradient: `input: g / (input · ln 10)`
   *
   * PyTorch: `torch.log10(Tensor input, *, Tensor? out=None)`
   */
  log10(options?: { out?: Tensor | null }): Tensor;
  /**
   * The natural logarithm of 1 + input.
   *
   * `out = ln(1 + input)`
   *
   * Gradient: `input: g / (input + 1)`
   *
   * PyTorch: `torch.log1p(Tensor input, *, Tensor? out=None)`
   */
  log1p(options?: { out?: Tensor | null }): Tensor;
  /**
   * The square root.
   *
   * `out = √input`
   *
   * Gradient: `input: g / (2 · out)`
   *
   * PyTorch: `torch.sqrt(Tensor input, *, Tensor? out=None)`
   */
  sqrt(options?: { out?: Tensor | null }): Tensor;
  /**
   * The reciprocal of the square root.
   *
   * `out = 1 / √input`
   *
   * Gradient: `input: −½ · g · out³`
   *
   * PyTorch: `torch.rsqrt(Tensor input, *, Tensor? out=None)`
   */
  rsqrt(options?: { out?: Tensor | null }): Tensor;
  /**
   * The square.
   *
   * `out = input²`
   *
   * Gradient: `input: 2 · g · input`
   *
   * PyTorch: `torch.square(Tensor input, *, Tensor? out=None)`
   */
  square(options?: { out?: Tensor | null }): Tensor;
  /**
   * The reciprocal.
   *
   * `out = 1 / input`
   *
   * Gradient: `input: −g · out²`
   *
   * PyTorch: `torch.reciprocal(Tensor input, *, Tensor? out=None)`
   */
  reciprocal(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sine.
   *
   * `out = sin(input)`
   *
   * Gradient: `input: g · cos(input)`
   *
   * PyTorch: `torch.sin(Tensor input, *, Tensor? out=None)`
   */
  sin(options?: { out?: Tensor | null }): Tensor;
  /**
   * The cosine.
   *
   * `out = cos(input)`
   *
   * Gradient: `input: −g · sin(input)`
   *
   * PyTorch: `torch.cos(Tensor input, *, Tensor? out=None)`
   */
  cos(options?: { out?: Tensor | null }): Tensor;
  /**
   * The tangent.
   *
   * `out = tan(input)`
   *
   * Gradient: `input: g · (1 + out²)`
   *
   * PyTorch: `torch.tan(Tensor input, *, Tensor? out=None)`
   */
  tan(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arcsine.
   *
   * `out = asin(input)`
   *
   * Gradient: `input: g / √(1 − input²)`
   *
   * PyTorch: `torch.asin(Tensor input, *, Tensor? out=None)`
   */
  asin(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arccosine.
   *
   * `out = acos(input)`
   *
   * Gradient: `input: −g / √(1 − input²)`
   *
   * PyTorch: `torch.acos(Tensor input, *, Tensor? out=None)`
   */
  acos(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arctangent.
   *
   * `out = atan(input)`
   *
   * Gradient: `input: g / (1 + input²)`
   *
   * PyTorch: `torch.atan(Tensor input, *, Tensor? out=None)`
   */
  atan(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic sine.
   *
   * `out = sinh(input)`
   *
   * Gradient: `input: g · cosh(input)`
   *
   * PyTorch: `torch.sinh(Tensor input, *, Tensor? out=None)`
   */
  sinh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic cosine.
   *
   * `out = cosh(input)`
   *
   * Gradient: `input: g · sinh(input)`
   *
   * PyTorch: `torch.cosh(Tensor input, *, Tensor? out=None)`
   */
  cosh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic tangent.
   *
   * `out = tanh(input)`
   *
   * Gradient: `input: g · (1 − out²)`
   *
   * PyTorch: `torch.tanh(Tensor input, *, Tensor? out=None)`
   */
  tanh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic sine.
   *
   * `out = asinh(input)`
   *
   * Gradient: `input: g / √(input² + 1)`
   *
   * PyTorch: `torch.asinh(Tensor input, *, Tensor? out=None)`
   */
  asinh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic cosine.
   *
   * `out = acosh(input)`
   *
   * Gradient: `input: g / √(input² − 1)`
   *
   * PyTorch: `torch.acosh(Tensor input, *, Tensor? out=None)`
   */
  acosh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic tangent.
   *
   * `out = atanh(input)`
   *
   * Gradient: `input: g / (1 − input²)`
   *
   * PyTorch: `torch.atanh(Tensor input, *, Tensor? out=None)`
   */
  atanh(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logistic function.
   *
   * `out = 1 / (1 + e^−input)`
   *
   * Gradient: `input: g · out · (1 − out)`
   *
   * PyTorch: `torch.sigmoid(Tensor input, *, Tensor? out=None)`
   */
  sigmoid(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rectified linear unit: negative elements become 0.
   *
   * `out = max(0, input)`
   *
   * Gradient: `input: g where out > 0`
   *
   * PyTorch: `torch.relu(Tensor input, *, Tensor? out=None)`
   */
  relu(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds down.
   *
   * `out = ⌊input⌋`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.floor(Tensor input, *, Tensor? out=None)`
   */
  floor(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds up.
   *
   * `out = ⌈input⌉`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.ceil(Tensor input, *, Tensor? out=None)`
   */
  ceil(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds towards zero.
   *
   * `out = trunc(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.trunc(Tensor input, *, Tensor? out=None)`
   */
  trunc(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds to the nearest integer (or to `decimals` places), half to even.
   *
   * `out = round(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.round(Tensor input, *, int decimals=0, Tensor? out=None)`
   */
  round(options?: { decimals?: number; out?: Tensor | null }): Tensor;
  /**
   * The fractional part.
   *
   * `out = input − trunc(input)`
   *
   * Gradient: `input: g`
   *
   * PyTorch: `torch.frac(Tensor input, *, Tensor? out=None)`
   */
  frac(options?: { out?: Tensor | null }): Tensor;
  /**
   * The error function.
   *
   * `out = 2/√π ∫₀^input e^−t² dt`
   *
   * Gradient: `input: g · 2/√π · e^−input²`
   *
   * PyTorch: `torch.erf(Tensor input, *, Tensor? out=None)`
   */
  erf(options?: { out?: Tensor | null }): Tensor;
  /**
   * The complementary error function.
   *
   * `out = 1 − erf(input)`
   *
   * Gradient: `input: −g · 2/√π · e^−input²`
   *
   * PyTorch: `torch.erfc(Tensor input, *, Tensor? out=None)`
   */
  erfc(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse error function.
   *
   * `out = erf⁻¹(input)`
   *
   * Gradient: `input: g · √π/2 · e^(out²)`
   *
   * PyTorch: `torch.erfinv(Tensor input, *, Tensor? out=None)`
   */
  erfinv(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the absolute gamma function.
   *
   * `out = ln |Γ(input)|`
   *
   * Gradient: `input: g · digamma(input)`
   *
   * PyTorch: `torch.lgamma(Tensor input, *, Tensor? out=None)`
   */
  lgamma(options?: { out?: Tensor | null }): Tensor;
  /**
   * The derivative of lgamma.
   *
   * `out = Γ′(input) / Γ(input)`
   *
   * Gradient: `input: g · polygamma(1, input)`
   *
   * PyTorch: `torch.digamma(Tensor input, *, Tensor? out=None)`
   */
  digamma(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is NaN.
   *
   * `out = input is NaN`
   *
   * PyTorch: `torch.isnan(Tensor input, *, Tensor? out=None)`
   */
  isnan(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is infinite.
   *
   * `out = input is ±inf`
   *
   * PyTorch: `torch.isinf(Tensor input, *, Tensor? out=None)`
   */
  isinf(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is neither NaN nor infinite.
   *
   * `out = input is finite`
   *
   * PyTorch: `torch.isfinite(Tensor input, *, Tensor? out=None)`
   */
  isfinite(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is zero.
   *
   * `out = not input`
   *
   * PyTorch: `torch.logical_not(Tensor input, *, Tensor? out=None)`
   */
  logical_not(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is +inf.
   *
   * `out = input is +inf`
   *
   * PyTorch: `torch.isposinf(Tensor input, *, Tensor? out=None)`
   */
  isposinf(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is −inf.
   *
   * `out = input is −inf`
   *
   * PyTorch: `torch.isneginf(Tensor input, *, Tensor? out=None)`
   */
  isneginf(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether the sign bit is set.
   *
   * `out = sign bit of input`
   *
   * PyTorch: `torch.signbit(Tensor input, *, Tensor? out=None)`
   */
  signbit(options?: { out?: Tensor | null }): Tensor;
  /**
   * Inverts every bit; of a bool, its negation.
   *
   * `out = ~input`
   *
   * PyTorch: `torch.bitwise_not(Tensor input, *, Tensor? out=None)`
   */
  bitwise_not(options?: { out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num(options?: { nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num(nan: number | boolean | null, options?: { posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num(nan: number | boolean | null, posinf: number | boolean | null, options?: { neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num(nan: number | boolean | null, posinf: number | boolean | null, neginf: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp(options?: { min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp(min: number | boolean | null, options?: { max?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp(min: number | boolean | null, max: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element to bounds of its own.
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `to the one of input, min and max that was taken`
   *
   * PyTorch: `torch.clamp(Tensor input, Tensor? min=None, Tensor? max=None, *, Tensor? out=None)`
   */
  clamp(options?: { min?: Tensor | null; max?: Tensor | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to bounds of its own.
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `to the one of input, min and max that was taken`
   *
   * PyTorch: `torch.clamp(Tensor input, Tensor? min=None, Tensor? max=None, *, Tensor? out=None)`
   */
  clamp(min: Tensor | null, options?: { max?: Tensor | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to bounds of its own.
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `to the one of input, min and max that was taken`
   *
   * PyTorch: `torch.clamp(Tensor input, Tensor? min=None, Tensor? max=None, *, Tensor? out=None)`
   */
  clamp(min: Tensor | null, max: Tensor | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip(options?: { min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip(min: Tensor | number | boolean | Complex | null, options?: { max?: Tensor | number | boolean | Complex | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip(min: Tensor | number | boolean | Complex | null, max: Tensor | number | boolean | Complex | null): Tensor;
  /**
   * Raises elements below `min` to it.
   *
   * `out = input where input > min, else min`
   *
   * Gradient: `input: g where input > min`
   *
   * PyTorch: `torch.clamp_min(Tensor input, Scalar min, *, Tensor? out=None)`
   */
  clamp_min(min: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element by one of its own.
   *
   * `out = max(input, min)`
   *
   * Gradient: `input, min: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.clamp_min(Tensor input, Tensor min)`
   */
  clamp_min(min: Tensor): Tensor;
  /**
   * Lowers elements above `max` to it.
   *
   * `out = input where input < max, else max`
   *
   * Gradient: `input: g where input < max`
   *
   * PyTorch: `torch.clamp_max(Tensor input, Scalar max, *, Tensor? out=None)`
   */
  clamp_max(max: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element by one of its own.
   *
   * `out = min(input, max)`
   *
   * Gradient: `input, max: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.clamp_max(Tensor input, Tensor max)`
   */
  clamp_max(max: Tensor): Tensor;
  /**
   * Another name of `abs`.
   *
   * `as abs`
   *
   * PyTorch: `torch.absolute(Tensor input, *, Tensor? out=None)`
   */
  absolute(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `neg`.
   *
   * `as neg`
   *
   * PyTorch: `torch.negative(Tensor input, *, Tensor? out=None)`
   */
  negative(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `asin`.
   *
   * `as asin`
   *
   * PyTorch: `torch.arcsin(Tensor input, *, Tensor? out=None)`
   */
  arcsin(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `acos`.
   *
   * `as acos`
   *
   * PyTorch: `torch.arccos(Tensor input, *, Tensor? out=None)`
   */
  arccos(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `atan`.
   *
   * `as atan`
   *
   * PyTorch: `torch.arctan(Tensor input, *, Tensor? out=None)`
   */
  arctan(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `asinh`.
   *
   * `as asinh`
   *
   * PyTorch: `torch.arcsinh(Tensor input, *, Tensor? out=None)`
   */
  arcsinh(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `acosh`.
   *
   * `as acosh`
   *
   * PyTorch: `torch.arccosh(Tensor input, *, Tensor? out=None)`
   */
  arccosh(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `atanh`.
   *
   * `as atanh`
   *
   * PyTorch: `torch.arctanh(Tensor input, *, Tensor? out=None)`
   */
  arctanh(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `trunc`.
   *
   * `as trunc`
   *
   * PyTorch: `torch.fix(Tensor input, *, Tensor? out=None)`
   */
  fix(options?: { out?: Tensor | null }): Tensor;
  /**
   * The modified Bessel function of the first kind, of order 0.
   *
   * `out = I0(input)`
   *
   * Gradient: `input: g · I1(input)`
   *
   * PyTorch: `torch.i0(Tensor input, *, Tensor? out=None)`
   */
  i0(options?: { out?: Tensor | null }): Tensor;
  /**
   * The regularized lower incomplete gamma function.
   *
   * `out = ∫₀^other t^(input−1) e^−t dt / Γ(input)`
   *
   * Gradient: `other: g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
   *
   * PyTorch: `torch.igamma(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  igamma(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The regularized upper incomplete gamma function.
   *
   * `out = ∫_other^∞ t^(input−1) e^−t dt / Γ(input)`
   *
   * Gradient: `other: −g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
   *
   * PyTorch: `torch.igammac(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  igammac(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the multivariate gamma function.
   *
   * `out = ln Γ_p(input)`
   *
   * Gradient: `input: g · Σ_k ψ(input − k / 2), k < p`
   *
   * PyTorch: `torch.mvlgamma(Tensor input, int p)`
   */
  mvlgamma(p: number): Tensor;
  /**
   * The logarithm of the multivariate gamma function.
   *
   * `out = ln Γ_p(input)`
   *
   * Gradient: `input: g · Σ_k ψ(input − k / 2), k < p`
   *
   * PyTorch: `torch.mvlgamma(Tensor input, int p)`
   */
  mvlgamma(options: { p: number }): Tensor;
  /**
   * The real parts, in the same memory.
   *
   * `out = Re input`
   *
   * Gradient: `input: g`
   *
   * PyTorch: `torch._real(Tensor input)`
   *
   * @internal
   */
  _real(): Tensor;
  /**
   * The imaginary parts, in the same memory.
   *
   * `out = Im input`
   *
   * Gradient: `input: i · g`
   *
   * PyTorch: `torch._imag(Tensor input)`
   *
   * @internal
   */
  _imag(): Tensor;
  /**
   * The conjugates, in the same memory.
   *
   * `out = conj(input)`
   *
   * Gradient: `input: conj(g)`
   *
   * PyTorch: `torch._conj(Tensor input)`
   *
   * @internal
   */
  _conj(): Tensor;
  /**
   * The conjugates of complex numbers, in the same memory; of others, the tensor itself.
   *
   * `out = conj(input)`
   *
   * PyTorch: `torch.conj(Tensor input)`
   */
  conj(): Tensor;
  /**
   * The conjugates, in memory of their own; of numbers that are not complex, the tensor itself.
   *
   * `out = conj(input)`
   *
   * Gradient: `input: conj(g)`
   *
   * PyTorch: `torch.conj_physical(Tensor input, *, Tensor? out=None)`
   */
  conj_physical(options?: { out?: Tensor | null }): Tensor;
  /**
   * The tensor with its conjugates written down, if `conj` made it; else itself.
   *
   * `out = input`
   *
   * PyTorch: `torch.resolve_conj(Tensor input)`
   */
  resolve_conj(): Tensor;
  /**
   * The tensor itself: negatives are always written down here.
   *
   * `out = input`
   *
   * PyTorch: `torch.resolve_neg(Tensor input)`
   */
  resolve_neg(): Tensor;
  /**
   * The last two dims swapped, and of complex numbers the conjugates.
   *
   * `out = conj(inputᵀ)`
   *
   * PyTorch: `torch.adjoint(Tensor input)`
   */
  adjoint(): Tensor;
  /**
   * The angle of complex numbers; of others 0, or π below 0.
   *
   * `out = atan2(Im input, Re input)`
   *
   * Gradient: `input: g · i · input / |input|²`
   *
   * PyTorch: `torch.angle(Tensor input, *, Tensor? out=None)`
   */
  angle(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sign: −1, 0 or 1; of complex numbers that of their angle, at a size of 1.
   *
   * `out = input / |input|, 0 where input is`
   *
   * Gradient: `input: (g − out · Re(g · conj(out))) / |input|`
   *
   * PyTorch: `torch.sgn(Tensor input, *, Tensor? out=None)`
   */
  sgn(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element has no imaginary part.
   *
   * `out = Im input == 0`
   *
   * PyTorch: `torch.isreal(Tensor input)`
   */
  isreal(): Tensor;
  /**
   * Whether input = other, element by element.
   *
   * `out = input == other`
   *
   * PyTorch: `torch.eq(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  eq(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≠ other, element by element.
   *
   * `out = input ≠ other`
   *
   * PyTorch: `torch.ne(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  ne(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≠ other, element by element.
   *
   * `out = input ≠ other`
   *
   * PyTorch: `torch.not_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  not_equal(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input < other, element by element.
   *
   * `out = input < other`
   *
   * PyTorch: `torch.lt(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  lt(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input < other, element by element.
   *
   * `out = input < other`
   *
   * PyTorch: `torch.less(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  less(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≤ other, element by element.
   *
   * `out = input ≤ other`
   *
   * PyTorch: `torch.le(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  le(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≤ other, element by element.
   *
   * `out = input ≤ other`
   *
   * PyTorch: `torch.less_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  less_equal(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input > other, element by element.
   *
   * `out = input > other`
   *
   * PyTorch: `torch.gt(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  gt(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input > other, element by element.
   *
   * `out = input > other`
   *
   * PyTorch: `torch.greater(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  greater(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≥ other, element by element.
   *
   * `out = input ≥ other`
   *
   * PyTorch: `torch.ge(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  ge(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input ≥ other, element by element.
   *
   * `out = input ≥ other`
   *
   * PyTorch: `torch.greater_equal(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  greater_equal(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether each element is not zero.
   *
   * `out = input and other`
   *
   * PyTorch: `torch.logical_and(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_and(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether either element is not zero.
   *
   * `out = input or other`
   *
   * PyTorch: `torch.logical_or(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_or(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether exactly one element is not zero.
   *
   * `out = input xor other`
   *
   * PyTorch: `torch.logical_xor(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_xor(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by &; of bools, their logical counterpart.
   *
   * `out = input & other`
   *
   * PyTorch: `torch.bitwise_and(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_and(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by |; of bools, their logical counterpart.
   *
   * `out = input | other`
   *
   * PyTorch: `torch.bitwise_or(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_or(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by ^; of bools, their logical counterpart.
   *
   * `out = input ^ other`
   *
   * PyTorch: `torch.bitwise_xor(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_xor(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of `input`, moved up by `other` places.
   *
   * `out = input · 2^other`
   *
   * PyTorch: `torch.bitwise_left_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_left_shift(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of `input`, moved down by `other` places.
   *
   * `out = ⌊input / 2^other⌋`
   *
   * PyTorch: `torch.bitwise_right_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_right_shift(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether elements are equal within a tolerance.
   *
   * `out = |input − other| ≤ atol + rtol · |other|`
   *
   * PyTorch: `torch.isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)`
   */
  isclose(other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
  /**
   * Whether elements are equal within a tolerance.
   *
   * `out = |input − other| ≤ atol + rtol · |other|`
   *
   * PyTorch: `torch.isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)`
   */
  isclose(other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): Tensor;
  /**
   * Whether elements are equal within a tolerance.
   *
   * `out = |input − other| ≤ atol + rtol · |other|`
   *
   * PyTorch: `torch.isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)`
   */
  isclose(other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): Tensor;
  /**
   * Whether elements are equal within a tolerance.
   *
   * `out = |input − other| ≤ atol + rtol · |other|`
   *
   * PyTorch: `torch.isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)`
   */
  isclose(other: Tensor, rtol: number, atol: number, equal_nan: boolean): Tensor;
  /**
   * Whether all elements are equal within a tolerance.
   *
   * `out = all(isclose(input, other))`
   *
   * PyTorch: `torch.allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool`
   */
  allclose(other: Tensor, options?: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  /**
   * Whether all elements are equal within a tolerance.
   *
   * `out = all(isclose(input, other))`
   *
   * PyTorch: `torch.allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool`
   */
  allclose(other: Tensor, rtol: number, options?: { atol?: number; equal_nan?: boolean }): boolean;
  /**
   * Whether all elements are equal within a tolerance.
   *
   * `out = all(isclose(input, other))`
   *
   * PyTorch: `torch.allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool`
   */
  allclose(other: Tensor, rtol: number, atol: number, options?: { equal_nan?: boolean }): boolean;
  /**
   * Whether all elements are equal within a tolerance.
   *
   * `out = all(isclose(input, other))`
   *
   * PyTorch: `torch.allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool`
   */
  allclose(other: Tensor, rtol: number, atol: number, equal_nan: boolean): boolean;
  /**
   * Whether both have the same size and elements.
   *
   * `out = all(input == other)`
   *
   * PyTorch: `torch.equal(Tensor input, Tensor other) -> bool`
   */
  equal(other: Tensor): boolean;
  /**
   * Keeps elements where `condition` holds, and takes `other` elsewhere.
   *
   * `out = condition ? input : other`
   *
   * PyTorch: `torch.where(Tensor input, Tensor condition, Tensor|Scalar other)`
   */
  where(condition: Tensor, other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Keeps elements where `condition` holds, and takes `other` elsewhere.
   *
   * `out = condition ? input : other`
   *
   * PyTorch: `torch.where(Tensor input, Tensor condition, Tensor|Scalar other)`
   */
  where(condition: Tensor, options: { other: Tensor | number | boolean | Complex }): Tensor;
  /**
   * Keeps elements where `condition` holds, and takes `other` elsewhere.
   *
   * `out = condition ? input : other`
   *
   * PyTorch: `torch.where(Tensor input, Tensor condition, Tensor|Scalar other)`
   */
  where(options: { condition: Tensor; other: Tensor | number | boolean | Complex }): Tensor;
  /**
   * The same elements under another size; fails where only a copy could have it.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.view(Tensor input, int... size)`
   */
  view(size: readonly number[]): Tensor;
  /**
   * The same elements under another size; fails where only a copy could have it.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.view(Tensor input, int... size)`
   */
  view(...size: number[]): Tensor;
  /**
   * The same elements under another size; fails where only a copy could have it.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.view(Tensor input, int... size)`
   */
  view(options: { size: readonly number[] }): Tensor;
  /**
   * The same bytes as elements of another dtype; no gradient passes.
   *
   * `out = the bytes of input, read as dtype`
   *
   * PyTorch: `torch.view(Tensor input, dtype dtype)`
   */
  view(dtype: DType): Tensor;
  /**
   * The same bytes as elements of another dtype; no gradient passes.
   *
   * `out = the bytes of input, read as dtype`
   *
   * PyTorch: `torch.view(Tensor input, dtype dtype)`
   */
  view(options: { dtype: DType }): Tensor;
  /**
   * The same elements under another size; a view where that can be, else a copy.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.reshape(Tensor input, int... shape)`
   */
  reshape(shape: readonly number[]): Tensor;
  /**
   * The same elements under another size; a view where that can be, else a copy.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.reshape(Tensor input, int... shape)`
   */
  reshape(...shape: number[]): Tensor;
  /**
   * The same elements under another size; a view where that can be, else a copy.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.reshape(Tensor input, int... shape)`
   */
  reshape(options: { shape: readonly number[] }): Tensor;
  /**
   * The same elements under another size.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch._reshape_alias(Tensor input, int[] size)`
   *
   * @internal
   */
  _reshape_alias(size: number | readonly number[]): Tensor;
  /**
   * The same elements under another size.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch._reshape_alias(Tensor input, int[] size)`
   *
   * @internal
   */
  _reshape_alias(options: { size: number | readonly number[] }): Tensor;
  /**
   * A view of a tensor that nobody else holds.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch._unsafe_view(Tensor input, int[] size)`
   *
   * @internal
   */
  _unsafe_view(size: number | readonly number[]): Tensor;
  /**
   * A view of a tensor that nobody else holds.
   *
   * `out = input, of another size`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch._unsafe_view(Tensor input, int[] size)`
   *
   * @internal
   */
  _unsafe_view(options: { size: number | readonly number[] }): Tensor;
  /**
   * A view of the size of `other`.
   *
   * `out = input, of the size of other`
   *
   * PyTorch: `torch.view_as(Tensor input, Tensor other)`
   */
  view_as(other: Tensor): Tensor;
  /**
   * Reshapes to the size of `other`.
   *
   * `out = input, of the size of other`
   *
   * PyTorch: `torch.reshape_as(Tensor input, Tensor other)`
   */
  reshape_as(other: Tensor): Tensor;
  /**
   * Merges the dims from `start_dim` to `end_dim` into one.
   *
   * `out = input, dims start…end merged`
   *
   * PyTorch: `torch.flatten(Tensor input, int start_dim=0, int end_dim=-1)`
   */
  flatten(options?: { start_dim?: number; end_dim?: number }): Tensor;
  /**
   * Merges the dims from `start_dim` to `end_dim` into one.
   *
   * `out = input, dims start…end merged`
   *
   * PyTorch: `torch.flatten(Tensor input, int start_dim=0, int end_dim=-1)`
   */
  flatten(start_dim: number, options?: { end_dim?: number }): Tensor;
  /**
   * Merges the dims from `start_dim` to `end_dim` into one.
   *
   * `out = input, dims start…end merged`
   *
   * PyTorch: `torch.flatten(Tensor input, int start_dim=0, int end_dim=-1)`
   */
  flatten(start_dim: number, end_dim: number): Tensor;
  /**
   * All elements in one dim.
   *
   * `out = input, flat`
   *
   * PyTorch: `torch.ravel(Tensor input)`
   */
  ravel(): Tensor;
  /**
   * Splits one dim into several.
   *
   * `out = input, dim split into sizes`
   *
   * PyTorch: `torch.unflatten(Tensor input, int dim, int[] sizes)`
   */
  unflatten(dim: number, sizes: number | readonly number[]): Tensor;
  /**
   * Splits one dim into several.
   *
   * `out = input, dim split into sizes`
   *
   * PyTorch: `torch.unflatten(Tensor input, int dim, int[] sizes)`
   */
  unflatten(dim: number, options: { sizes: number | readonly number[] }): Tensor;
  /**
   * Splits one dim into several.
   *
   * `out = input, dim split into sizes`
   *
   * PyTorch: `torch.unflatten(Tensor input, int dim, int[] sizes)`
   */
  unflatten(options: ({ dim: number } | { axis: number }) & { sizes: number | readonly number[] }): Tensor;
  /**
   * The dims in another order.
   *
   * `out[i₀, i₁, …] = input with its dims reordered`
   *
   * Gradient: `input: g, dims back in their order`
   *
   * PyTorch: `torch.permute(Tensor input, int... dims)`
   */
  permute(dims: readonly number[]): Tensor;
  /**
   * The dims in another order.
   *
   * `out[i₀, i₁, …] = input with its dims reordered`
   *
   * Gradient: `input: g, dims back in their order`
   *
   * PyTorch: `torch.permute(Tensor input, int... dims)`
   */
  permute(...dims: number[]): Tensor;
  /**
   * The dims in another order.
   *
   * `out[i₀, i₁, …] = input with its dims reordered`
   *
   * Gradient: `input: g, dims back in their order`
   *
   * PyTorch: `torch.permute(Tensor input, int... dims)`
   */
  permute(options: { dims: readonly number[] }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose(options: { dim0: number; dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes(options: { dim0: number; dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims(options: { dim0: number; dim1: number }): Tensor;
  /**
   * The transpose of a matrix (of fewer dims, itself).
   *
   * `out[i, j] = input[j, i]`
   *
   * Gradient: `input: gᵀ`
   *
   * PyTorch: `torch.t(Tensor input)`
   */
  t(): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.movedim(Tensor input, int[] source, int[] destination)`
   */
  movedim(source: number | readonly number[], destination: number | readonly number[]): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.movedim(Tensor input, int[] source, int[] destination)`
   */
  movedim(source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.movedim(Tensor input, int[] source, int[] destination)`
   */
  movedim(options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.moveaxis(Tensor input, int[] source, int[] destination)`
   */
  moveaxis(source: number | readonly number[], destination: number | readonly number[]): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.moveaxis(Tensor input, int[] source, int[] destination)`
   */
  moveaxis(source: number | readonly number[], options: { destination: number | readonly number[] }): Tensor;
  /**
   * Moves dims to other places; the rest keep their order.
   *
   * `out = input, dims source at destination`
   *
   * PyTorch: `torch.moveaxis(Tensor input, int[] source, int[] destination)`
   */
  moveaxis(options: { source: number | readonly number[]; destination: number | readonly number[] }): Tensor;
  /**
   * Inserts a dim of size 1.
   *
   * `out = input, with a dim of 1 at dim`
   *
   * Gradient: `input: g without that dim`
   *
   * PyTorch: `torch.unsqueeze(Tensor input, int dim)`
   */
  unsqueeze(dim: number): Tensor;
  /**
   * Inserts a dim of size 1.
   *
   * `out = input, with a dim of 1 at dim`
   *
   * Gradient: `input: g without that dim`
   *
   * PyTorch: `torch.unsqueeze(Tensor input, int dim)`
   */
  unsqueeze(options: ({ dim: number } | { axis: number })): Tensor;
  /**
   * Removes all dims of size 1.
   *
   * `out = input without its dims of 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input)`
   */
  squeeze(): Tensor;
  /**
   * Removes a dim if its size is 1.
   *
   * `out = input without dim, if that is 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int dim)`
   */
  squeeze(dim: number): Tensor;
  /**
   * Removes a dim if its size is 1.
   *
   * `out = input without dim, if that is 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int dim)`
   */
  squeeze(options: ({ dim: number } | { axis: number })): Tensor;
  /**
   * Removes those of several dims whose size is 1.
   *
   * `out = input without those dims that are 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int[] dim)`
   */
  squeeze(dim: number | readonly number[]): Tensor;
  /**
   * Removes those of several dims whose size is 1.
   *
   * `out = input without those dims that are 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int[] dim)`
   */
  squeeze(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] })): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.expand(Tensor input, int... size)`
   */
  expand(size: readonly number[]): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.expand(Tensor input, int... size)`
   */
  expand(...size: number[]): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.expand(Tensor input, int... size)`
   */
  expand(options: { size: readonly number[] }): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.broadcast_to(Tensor input, int... size)`
   */
  broadcast_to(size: readonly number[]): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.broadcast_to(Tensor input, int... size)`
   */
  broadcast_to(...size: number[]): Tensor;
  /**
   * Repeats dims of size 1 without copying.
   *
   * `out = input, dims of 1 stretched`
   *
   * Gradient: `input: g, summed over what was stretched`
   *
   * PyTorch: `torch.broadcast_to(Tensor input, int... size)`
   */
  broadcast_to(options: { size: readonly number[] }): Tensor;
  /**
   * Expands to the size of `other`.
   *
   * `out = input, of the size of other`
   *
   * PyTorch: `torch.expand_as(Tensor input, Tensor other)`
   */
  expand_as(other: Tensor): Tensor;
  /**
   * Sums over what broadcasting to the present size would have stretched.
   *
   * `out = Σ input over the stretched dims`
   *
   * PyTorch: `torch.sum_to_size(Tensor input, int... size)`
   */
  sum_to_size(size: readonly number[]): Tensor;
  /**
   * Sums over what broadcasting to the present size would have stretched.
   *
   * `out = Σ input over the stretched dims`
   *
   * PyTorch: `torch.sum_to_size(Tensor input, int... size)`
   */
  sum_to_size(...size: number[]): Tensor;
  /**
   * Sums over what broadcasting to the present size would have stretched.
   *
   * `out = Σ input over the stretched dims`
   *
   * PyTorch: `torch.sum_to_size(Tensor input, int... size)`
   */
  sum_to_size(options: { size: readonly number[] }): Tensor;
  /**
   * Every `step`-th element of a dim from `start` below `end`.
   *
   * `out = input[…, start:end:step, …]`
   *
   * Gradient: `input: g at those places, 0 elsewhere`
   *
   * PyTorch: `torch.slice(Tensor input, int dim, int start, int end, int step=1)`
   *
   * @internal
   */
  slice(dim: number, start: number, end: number, options?: { step?: number }): Tensor;
  /**
   * Every `step`-th element of a dim from `start` below `end`.
   *
   * `out = input[…, start:end:step, …]`
   *
   * Gradient: `input: g at those places, 0 elsewhere`
   *
   * PyTorch: `torch.slice(Tensor input, int dim, int start, int end, int step=1)`
   *
   * @internal
   */
  slice(dim: number, start: number, end: number, step: number): Tensor;
  /**
   * Every `step`-th element of a dim from `start` below `end`.
   *
   * `out = input[…, start:end:step, …]`
   *
   * Gradient: `input: g at those places, 0 elsewhere`
   *
   * PyTorch: `torch.slice(Tensor input, int dim, int start, int end, int step=1)`
   *
   * @internal
   */
  slice(dim: number, start: number, options: { end: number; step?: number }): Tensor;
  /**
   * Every `step`-th element of a dim from `start` below `end`.
   *
   * `out = input[…, start:end:step, …]`
   *
   * Gradient: `input: g at those places, 0 elsewhere`
   *
   * PyTorch: `torch.slice(Tensor input, int dim, int start, int end, int step=1)`
   *
   * @internal
   */
  slice(dim: number, options: { start: number; end: number; step?: number }): Tensor;
  /**
   * Every `step`-th element of a dim from `start` below `end`.
   *
   * `out = input[…, start:end:step, …]`
   *
   * Gradient: `input: g at those places, 0 elsewhere`
   *
   * PyTorch: `torch.slice(Tensor input, int dim, int start, int end, int step=1)`
   *
   * @internal
   */
  slice(options: ({ dim: number } | { axis: number }) & { start: number; end: number; step?: number }): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(size: number | readonly number[], dim: number, start: number, end: number, step: number): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(size: number | readonly number[], dim: number, start: number, end: number, options: { step: number }): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(size: number | readonly number[], dim: number, start: number, options: { end: number; step: number }): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(size: number | readonly number[], dim: number, options: { start: number; end: number; step: number }): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(size: number | readonly number[], options: ({ dim: number } | { axis: number }) & { start: number; end: number; step: number }): Tensor;
  /**
   * The gradient of a slice: zeros, with `input` in its place.
   *
   * `out[…, start:end:step, …] = input, else 0`
   *
   * Gradient: `input: g[…, start:end:step, …]`
   *
   * PyTorch: `torch.slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)`
   *
   * @internal
   */
  slice_backward(options: ({ dim: number } | { axis: number }) & { size: number | readonly number[]; start: number; end: number; step: number }): Tensor;
  /**
   * One position of a dim, which goes.
   *
   * `out = input[…, index, …]`
   *
   * Gradient: `input: g at that place, 0 elsewhere`
   *
   * PyTorch: `torch.select(Tensor input, int dim, int index)`
   */
  select(dim: number, index: number): Tensor;
  /**
   * One position of a dim, which goes.
   *
   * `out = input[…, index, …]`
   *
   * Gradient: `input: g at that place, 0 elsewhere`
   *
   * PyTorch: `torch.select(Tensor input, int dim, int index)`
   */
  select(dim: number, options: { index: number }): Tensor;
  /**
   * One position of a dim, which goes.
   *
   * `out = input[…, index, …]`
   *
   * Gradient: `input: g at that place, 0 elsewhere`
   *
   * PyTorch: `torch.select(Tensor input, int dim, int index)`
   */
  select(options: ({ dim: number } | { axis: number }) & { index: number }): Tensor;
  /**
   * `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * PyTorch: `torch.narrow(Tensor input, int dim, int|Tensor start, int length)`
   */
  narrow(dim: number, start: number | Tensor, length: number): Tensor;
  /**
   * `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * PyTorch: `torch.narrow(Tensor input, int dim, int|Tensor start, int length)`
   */
  narrow(dim: number, start: number | Tensor, options: { length: number }): Tensor;
  /**
   * `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * PyTorch: `torch.narrow(Tensor input, int dim, int|Tensor start, int length)`
   */
  narrow(dim: number, options: { start: number | Tensor; length: number }): Tensor;
  /**
   * `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * PyTorch: `torch.narrow(Tensor input, int dim, int|Tensor start, int length)`
   */
  narrow(options: ({ dim: number } | { axis: number }) & { start: number | Tensor; length: number }): Tensor;
  /**
   * The positions of a dim, one tensor each.
   *
   * `out[i] = input[…, i, …]`
   *
   * Gradient: `input: the gradients, stacked`
   *
   * PyTorch: `torch.unbind(Tensor input, int dim=0) -> Tensor[]`
   */
  unbind(options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * The positions of a dim, one tensor each.
   *
   * `out[i] = input[…, i, …]`
   *
   * Gradient: `input: the gradients, stacked`
   *
   * PyTorch: `torch.unbind(Tensor input, int dim=0) -> Tensor[]`
   */
  unbind(dim: number): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]`
   */
  split_with_sizes(split_sizes: number | readonly number[], options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]`
   */
  split_with_sizes(split_sizes: number | readonly number[], dim: number): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]`
   */
  split_with_sizes(options: { split_sizes: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim of one size; the last may be smaller.
   *
   * `out[k] = input[…, k·size:(k+1)·size, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(split_size_or_sections: number, options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim of one size; the last may be smaller.
   *
   * `out[k] = input[…, k·size:(k+1)·size, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(split_size_or_sections: number, dim: number): Tensor[];
  /**
   * Pieces of a dim of one size; the last may be smaller.
   *
   * `out[k] = input[…, k·size:(k+1)·size, …]`
   *
   * Gradient: `input: the gradients, joined`
   *
   * PyTorch: `torch.split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(options: { split_size_or_sections: number; dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * PyTorch: `torch.split(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(split_size_or_sections: number | readonly number[], options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * PyTorch: `torch.split(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(split_size_or_sections: number | readonly number[], dim: number): Tensor[];
  /**
   * Pieces of a dim, of the sizes given.
   *
   * `out[k] = input[…, startₖ:startₖ+sizeₖ, …]`
   *
   * PyTorch: `torch.split(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]`
   */
  split(options: { split_size_or_sections: number | readonly number[]; dim?: number; axis?: number }): Tensor[];
  /**
   * At most `chunks` pieces of a dim, as equal as can be.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.chunk(Tensor input, int chunks, int dim=0) -> Tensor[]`
   */
  chunk(chunks: number, options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * At most `chunks` pieces of a dim, as equal as can be.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.chunk(Tensor input, int chunks, int dim=0) -> Tensor[]`
   */
  chunk(chunks: number, dim: number): Tensor[];
  /**
   * At most `chunks` pieces of a dim, as equal as can be.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.chunk(Tensor input, int chunks, int dim=0) -> Tensor[]`
   */
  chunk(options: { chunks: number; dim?: number; axis?: number }): Tensor[];
  /**
   * The diagonal of two dims, as a last dim.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /**
   * The diagonal of two dims, as a last dim.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal(offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  /**
   * The diagonal of two dims, as a last dim.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal(offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  /**
   * The diagonal of two dims, as a last dim.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal(offset: number, dim1: number, dim2: number): Tensor;
  /**
   * The gradient of `diagonal`: zeros, with `input` on the diagonal.
   *
   * `out[…, i, …, i + offset, …] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)`
   *
   * @internal
   */
  diagonal_backward(size: number | readonly number[], offset: number, dim1: number, dim2: number): Tensor;
  /**
   * The gradient of `diagonal`: zeros, with `input` on the diagonal.
   *
   * `out[…, i, …, i + offset, …] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)`
   *
   * @internal
   */
  diagonal_backward(size: number | readonly number[], offset: number, dim1: number, options: { dim2: number }): Tensor;
  /**
   * The gradient of `diagonal`: zeros, with `input` on the diagonal.
   *
   * `out[…, i, …, i + offset, …] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)`
   *
   * @internal
   */
  diagonal_backward(size: number | readonly number[], offset: number, options: { dim1: number; dim2: number }): Tensor;
  /**
   * The gradient of `diagonal`: zeros, with `input` on the diagonal.
   *
   * `out[…, i, …, i + offset, …] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)`
   *
   * @internal
   */
  diagonal_backward(size: number | readonly number[], options: { offset: number; dim1: number; dim2: number }): Tensor;
  /**
   * The gradient of `diagonal`: zeros, with `input` on the diagonal.
   *
   * `out[…, i, …, i + offset, …] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)`
   *
   * @internal
   */
  diagonal_backward(options: { size: number | readonly number[]; offset: number; dim1: number; dim2: number }): Tensor;
  /**
   * The diagonal of two dims, as a last dim, in memory of its own.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)`
   */
  diagonal_copy(options?: { offset?: number; dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  /**
   * The diagonal of two dims, as a last dim, in memory of its own.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)`
   */
  diagonal_copy(offset: number, options?: { dim1?: number; dim2?: number; out?: Tensor | null }): Tensor;
  /**
   * The diagonal of two dims, as a last dim, in memory of its own.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)`
   */
  diagonal_copy(offset: number, dim1: number, options?: { dim2?: number; out?: Tensor | null }): Tensor;
  /**
   * The diagonal of two dims, as a last dim, in memory of its own.
   *
   * `out[…, i] = input[…, i, …, i + offset, …]`
   *
   * Gradient: `input: g on the diagonal, 0 elsewhere`
   *
   * PyTorch: `torch.diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)`
   */
  diagonal_copy(offset: number, dim1: number, dim2: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided(size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided(size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided(size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided(options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(base_size: number | readonly number[], base_stride: number | readonly number[], size: number | readonly number[], stride: number | readonly number[], offset: number): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(base_size: number | readonly number[], base_stride: number | readonly number[], size: number | readonly number[], stride: number | readonly number[], options: { offset: number }): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(base_size: number | readonly number[], base_stride: number | readonly number[], size: number | readonly number[], options: { stride: number | readonly number[]; offset: number }): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(base_size: number | readonly number[], base_stride: number | readonly number[], options: { size: number | readonly number[]; stride: number | readonly number[]; offset: number }): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(base_size: number | readonly number[], options: { base_stride: number | readonly number[]; size: number | readonly number[]; stride: number | readonly number[]; offset: number }): Tensor;
  /**
   * The gradient of `as_strided`: zeros, to which `input` is added where the view looks.
   *
   * `out.as_strided(size, stride, offset) += input`
   *
   * Gradient: `input: g.as_strided(size, stride, offset)`
   *
   * PyTorch: `torch._as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)`
   *
   * @internal
   */
  _as_strided_scatter(options: { base_size: number | readonly number[]; base_stride: number | readonly number[]; size: number | readonly number[]; stride: number | readonly number[]; offset: number }): Tensor;
  /**
   * The same elements without history: no gradient passes.
   *
   * `out = input, without its history`
   *
   * PyTorch: `torch.detach(Tensor input)`
   */
  detach(): Tensor;
  /**
   * Reverses the order along dims.
   *
   * `out[…, i, …] = input[…, n−1−i, …]`
   *
   * Gradient: `input: g, flipped back`
   *
   * PyTorch: `torch.flip(Tensor input, int... dims)`
   */
  flip(dims: readonly number[]): Tensor;
  /**
   * Reverses the order along dims.
   *
   * `out[…, i, …] = input[…, n−1−i, …]`
   *
   * Gradient: `input: g, flipped back`
   *
   * PyTorch: `torch.flip(Tensor input, int... dims)`
   */
  flip(...dims: number[]): Tensor;
  /**
   * Reverses the order along dims.
   *
   * `out[…, i, …] = input[…, n−1−i, …]`
   *
   * Gradient: `input: g, flipped back`
   *
   * PyTorch: `torch.flip(Tensor input, int... dims)`
   */
  flip(options: { dims: readonly number[] }): Tensor;
  /**
   * Reverses the columns.
   *
   * `out[i, j] = input[i, m−1−j]`
   *
   * PyTorch: `torch.fliplr(Tensor input)`
   */
  fliplr(): Tensor;
  /**
   * Reverses the rows.
   *
   * `out[i, j] = input[n−1−i, j]`
   *
   * PyTorch: `torch.flipud(Tensor input)`
   */
  flipud(): Tensor;
  /**
   * Turns by 90 degrees `k` times in the plane of two dims.
   *
   * `out = input, turned`
   *
   * Gradient: `input: g, turned back`
   *
   * PyTorch: `torch.rot90(Tensor input, int k=1, int[] dims=[0, 1])`
   */
  rot90(options?: { k?: number; dims?: number | readonly number[] }): Tensor;
  /**
   * Turns by 90 degrees `k` times in the plane of two dims.
   *
   * `out = input, turned`
   *
   * Gradient: `input: g, turned back`
   *
   * PyTorch: `torch.rot90(Tensor input, int k=1, int[] dims=[0, 1])`
   */
  rot90(k: number, options?: { dims?: number | readonly number[] }): Tensor;
  /**
   * Turns by 90 degrees `k` times in the plane of two dims.
   *
   * `out = input, turned`
   *
   * Gradient: `input: g, turned back`
   *
   * PyTorch: `torch.rot90(Tensor input, int k=1, int[] dims=[0, 1])`
   */
  rot90(k: number, dims: number | readonly number[]): Tensor;
  /**
   * Shifts along dims, what falls off coming back at the other end.
   *
   * `out[(i + shift) mod n] = input[i]`
   *
   * Gradient: `input: g, rolled back`
   *
   * PyTorch: `torch.roll(Tensor input, int[] shifts, int[]? dims=None)`
   */
  roll(shifts: number | readonly number[], options?: { dims?: number | readonly number[] | null }): Tensor;
  /**
   * Shifts along dims, what falls off coming back at the other end.
   *
   * `out[(i + shift) mod n] = input[i]`
   *
   * Gradient: `input: g, rolled back`
   *
   * PyTorch: `torch.roll(Tensor input, int[] shifts, int[]? dims=None)`
   */
  roll(shifts: number | readonly number[], dims: number | readonly number[] | null): Tensor;
  /**
   * Shifts along dims, what falls off coming back at the other end.
   *
   * `out[(i + shift) mod n] = input[i]`
   *
   * Gradient: `input: g, rolled back`
   *
   * PyTorch: `torch.roll(Tensor input, int[] shifts, int[]? dims=None)`
   */
  roll(options: { shifts: number | readonly number[]; dims?: number | readonly number[] | null }): Tensor;
  /**
   * Repeats the tensor along each dim.
   *
   * `out[i] = input[i mod size]`
   *
   * Gradient: `input: g, summed over the repeats`
   *
   * PyTorch: `torch.repeat(Tensor input, int... repeats)`
   */
  repeat(repeats: readonly number[]): Tensor;
  /**
   * Repeats the tensor along each dim.
   *
   * `out[i] = input[i mod size]`
   *
   * Gradient: `input: g, summed over the repeats`
   *
   * PyTorch: `torch.repeat(Tensor input, int... repeats)`
   */
  repeat(...repeats: number[]): Tensor;
  /**
   * Repeats the tensor along each dim.
   *
   * `out[i] = input[i mod size]`
   *
   * Gradient: `input: g, summed over the repeats`
   *
   * PyTorch: `torch.repeat(Tensor input, int... repeats)`
   */
  repeat(options: { repeats: readonly number[] }): Tensor;
  /**
   * Repeats the tensor along its last dims.
   *
   * `out[i] = input[i mod size]`
   *
   * PyTorch: `torch.tile(Tensor input, int... dims)`
   */
  tile(dims: readonly number[]): Tensor;
  /**
   * Repeats the tensor along its last dims.
   *
   * `out[i] = input[i mod size]`
   *
   * PyTorch: `torch.tile(Tensor input, int... dims)`
   */
  tile(...dims: number[]): Tensor;
  /**
   * Repeats the tensor along its last dims.
   *
   * `out[i] = input[i mod size]`
   *
   * PyTorch: `torch.tile(Tensor input, int... dims)`
   */
  tile(options: { dims: readonly number[] }): Tensor;
  /**
   * Repeats every element (along a dim, or of the flat tensor) in its place.
   *
   * `out = input, each element repeats times`
   *
   * PyTorch: `torch.repeat_interleave(Tensor input, int|Tensor repeats, int? dim=None, *, int? output_size=None)`
   */
  repeat_interleave(repeats: number | Tensor, options?: { dim?: number | null; axis?: number | null; output_size?: number | null }): Tensor;
  /**
   * Repeats every element (along a dim, or of the flat tensor) in its place.
   *
   * `out = input, each element repeats times`
   *
   * PyTorch: `torch.repeat_interleave(Tensor input, int|Tensor repeats, int? dim=None, *, int? output_size=None)`
   */
  repeat_interleave(repeats: number | Tensor, dim: number | null, options?: { output_size?: number | null }): Tensor;
  /**
   * Elements at the positions that index tensors give, some dims by a tensor, others whole.
   *
   * `out[i…] = input[indices[0][i…], …]`
   *
   * Gradient: `input: g, added at the indices`
   *
   * PyTorch: `torch._index(Tensor input, any[] indices)`
   *
   * @internal
   */
  _index(indices: readonly any[]): Tensor;
  /**
   * Elements at the positions that index tensors give, some dims by a tensor, others whole.
   *
   * `out[i…] = input[indices[0][i…], …]`
   *
   * Gradient: `input: g, added at the indices`
   *
   * PyTorch: `torch._index(Tensor input, any[] indices)`
   *
   * @internal
   */
  _index(options: { indices: readonly any[] }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put(indices: readonly any[], values: Tensor, options?: { accumulate?: boolean }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put(indices: readonly any[], values: Tensor, accumulate: boolean): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put(indices: readonly any[], options: { values: Tensor; accumulate?: boolean }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put(options: { indices: readonly any[]; values: Tensor; accumulate?: boolean }): Tensor;
  /**
   * The tensor again, as a view of itself.
   *
   * `out = input`
   *
   * Gradient: `input: g`
   *
   * PyTorch: `torch._alias(Tensor input)`
   *
   * @internal
   */
  _alias(): Tensor;
  /**
   * Slices of a dim, by a vector of indices.
   *
   * `out[…, k, …] = input[…, index[k], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)`
   */
  index_select(dim: number, index: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Slices of a dim, by a vector of indices.
   *
   * `out[…, k, …] = input[…, index[k], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)`
   */
  index_select(dim: number, options: { index: Tensor; out?: Tensor | null }): Tensor;
  /**
   * Slices of a dim, by a vector of indices.
   *
   * `out[…, k, …] = input[…, index[k], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)`
   */
  index_select(options: ({ dim: number } | { axis: number }) & { index: Tensor; out?: Tensor | null }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add(dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add(dim: number, index: Tensor, options: { source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add(dim: number, options: { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy(dim: number, index: Tensor, options: { source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy(dim: number, options: { index: Tensor; source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill(dim: number, index: Tensor, value: Tensor): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill(dim: number, index: Tensor, options: { value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill(dim: number, options: { index: Tensor; value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill(dim: number, index: Tensor, value: number | boolean | Complex): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill(dim: number, index: Tensor, options: { value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill(dim: number, options: { index: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Elements along a dim, by an index of the same rank.
   *
   * `out[…, i, …] = input[…, index[…, i, …], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)`
   */
  gather(dim: number, index: Tensor, options?: { sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Elements along a dim, by an index of the same rank.
   *
   * `out[…, i, …] = input[…, index[…, i, …], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)`
   */
  gather(dim: number, options: { index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Elements along a dim, by an index of the same rank.
   *
   * `out[…, i, …] = input[…, index[…, i, …], …]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)`
   */
  gather(options: ({ dim: number } | { axis: number }) & { index: Tensor; sparse_grad?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter(dim: number, index: Tensor, src: Tensor): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter(dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter(dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter(dim: number, index: Tensor, value: number | boolean): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter(dim: number, index: Tensor, options: { value: number | boolean }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter(dim: number, options: { index: Tensor; value: number | boolean }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter(dim: number, index: Tensor, src: Tensor | number | boolean | Complex, options?: { reduce?: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter(dim: number, index: Tensor, options: { src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter(dim: number, options: { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add(dim: number, index: Tensor, src: Tensor): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add(dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add(dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  /**
   * Elements along a dim by indices that broadcast with the rest.
   *
   * `out[…, i, …] = input[…, indices[…, i, …], …]`
   *
   * PyTorch: `torch.take_along_dim(Tensor input, Tensor indices, int? dim=None)`
   */
  take_along_dim(indices: Tensor, options?: { dim?: number | null; axis?: number | null }): Tensor;
  /**
   * Elements along a dim by indices that broadcast with the rest.
   *
   * `out[…, i, …] = input[…, indices[…, i, …], …]`
   *
   * PyTorch: `torch.take_along_dim(Tensor input, Tensor indices, int? dim=None)`
   */
  take_along_dim(indices: Tensor, dim: number | null): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce(dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce(dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce(dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill(mask: Tensor, value: number | boolean | Complex): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill(mask: Tensor, options: { value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill(options: { mask: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill(mask: Tensor, value: Tensor): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill(mask: Tensor, options: { value: Tensor }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill(options: { mask: Tensor; value: Tensor }): Tensor;
  /**
   * The elements where `mask` holds, in one dim.
   *
   * `out = input[mask]`
   *
   * Gradient: `input: g where mask`
   *
   * PyTorch: `torch.masked_select(Tensor input, Tensor mask, *, Tensor? out=None)`
   */
  masked_select(mask: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter(mask: Tensor, source: Tensor): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter(mask: Tensor, options: { source: Tensor }): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter(options: { mask: Tensor; source: Tensor }): Tensor;
  /**
   * The indices of elements that are not zero: a row each, or a tensor for each dim.
   *
   * `out = where input ≠ 0`
   *
   * PyTorch: `torch.nonzero(Tensor input, *, bool as_tuple=False) -> any`
   */
  nonzero(options?: { as_tuple?: boolean }): any;
  /**
   * The indices of elements that are not zero, a row each.
   *
   * `out = where input ≠ 0`
   *
   * PyTorch: `torch.argwhere(Tensor input)`
   */
  argwhere(): Tensor;
  /**
   * Elements of the flat tensor.
   *
   * `out = flat(input)[index]`
   *
   * Gradient: `input: g, added at index`
   *
   * PyTorch: `torch.take(Tensor input, Tensor index)`
   */
  take(index: Tensor): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put(index: Tensor, source: Tensor, accumulate: boolean): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put(index: Tensor, options: { source: Tensor; accumulate?: boolean }): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put(options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  /**
   * The lower triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≤ diagonal`
   *
   * Gradient: `input: tril(g)`
   *
   * PyTorch: `torch.tril(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  tril(options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  /**
   * The lower triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≤ diagonal`
   *
   * Gradient: `input: tril(g)`
   *
   * PyTorch: `torch.tril(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  tril(diagonal: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * The upper triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≥ diagonal`
   *
   * Gradient: `input: triu(g)`
   *
   * PyTorch: `torch.triu(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  triu(options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  /**
   * The upper triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≥ diagonal`
   *
   * Gradient: `input: triu(g)`
   *
   * PyTorch: `torch.triu(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  triu(diagonal: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * A matrix with a vector on its diagonal; or the diagonal of a matrix.
   *
   * `out = diag(input)`
   *
   * PyTorch: `torch.diag(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  diag(options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  /**
   * A matrix with a vector on its diagonal; or the diagonal of a matrix.
   *
   * `out = diag(input)`
   *
   * PyTorch: `torch.diag(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  diag(diagonal: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * Matrices with the last dim on their diagonals.
   *
   * `out[…, i, i + offset] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)`
   */
  diag_embed(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /**
   * Matrices with the last dim on their diagonals.
   *
   * `out[…, i, i + offset] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)`
   */
  diag_embed(offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  /**
   * Matrices with the last dim on their diagonals.
   *
   * `out[…, i, i + offset] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)`
   */
  diag_embed(offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  /**
   * Matrices with the last dim on their diagonals.
   *
   * `out[…, i, i + offset] = input[…, i]`
   *
   * Gradient: `input: the diagonal of g`
   *
   * PyTorch: `torch.diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)`
   */
  diag_embed(offset: number, dim1: number, dim2: number): Tensor;
  /**
   * The sum of the diagonal of a matrix.
   *
   * `out = Σ input[i, i]`
   *
   * Gradient: `input: g on the diagonal`
   *
   * PyTorch: `torch.trace(Tensor input)`
   */
  trace(): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce(dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce(dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce(dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * The indices of the first `size` elements that are not zero; rows of `fill_value` where there are fewer.
   *
   * `out = where input ≠ 0`
   *
   * PyTorch: `torch.nonzero_static(Tensor input, *, int size, int fill_value=-1)`
   */
  nonzero_static(options?: { size?: number; fill_value?: number }): Tensor;
  /**
   * The sum of all elements.
   *
   * `out = Σ input`
   *
   * Gradient: `input: g, for every element`
   *
   * PyTorch: `torch.sum(Tensor input, *, dtype? dtype=None)`
   */
  sum(options?: { dtype?: DType | null }): Tensor;
  /**
   * Sums over dims.
   *
   * `out = Σ_dim input`
   *
   * Gradient: `input: g, stretched over dim`
   *
   * PyTorch: `torch.sum(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  sum(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Sums over dims.
   *
   * `out = Σ_dim input`
   *
   * Gradient: `input: g, stretched over dim`
   *
   * PyTorch: `torch.sum(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  sum(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Sums over dims.
   *
   * `out = Σ_dim input`
   *
   * Gradient: `input: g, stretched over dim`
   *
   * PyTorch: `torch.sum(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  sum(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Sums, NaN counting as zero.
   *
   * `out = Σ_dim input, NaN as 0`
   *
   * Gradient: `input: g where input is not NaN`
   *
   * PyTorch: `torch.nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  nansum(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Sums, NaN counting as zero.
   *
   * `out = Σ_dim input, NaN as 0`
   *
   * Gradient: `input: g where input is not NaN`
   *
   * PyTorch: `torch.nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  nansum(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Sums, NaN counting as zero.
   *
   * `out = Σ_dim input, NaN as 0`
   *
   * Gradient: `input: g where input is not NaN`
   *
   * PyTorch: `torch.nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  nansum(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * The mean of all elements.
   *
   * `out = Σ input / n`
   *
   * Gradient: `input: g / n, for every element`
   *
   * PyTorch: `torch.mean(Tensor input, *, dtype? dtype=None, Tensor? out=None)`
   */
  mean(options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Means over dims.
   *
   * `out = Σ_dim input / n`
   *
   * Gradient: `input: g / n, stretched over dim`
   *
   * PyTorch: `torch.mean(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  mean(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Means over dims.
   *
   * `out = Σ_dim input / n`
   *
   * Gradient: `input: g / n, stretched over dim`
   *
   * PyTorch: `torch.mean(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  mean(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Means over dims.
   *
   * `out = Σ_dim input / n`
   *
   * Gradient: `input: g / n, stretched over dim`
   *
   * PyTorch: `torch.mean(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  mean(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * The product of all elements.
   *
   * `out = Π input`
   *
   * Gradient: `input: g · the product of the other elements`
   *
   * PyTorch: `torch.prod(Tensor input, *, dtype? dtype=None)`
   */
  prod(options?: { dtype?: DType | null }): Tensor;
  /**
   * Products over a dim.
   *
   * `out = Π_dim input`
   *
   * Gradient: `input: g · the product of the others along dim`
   *
   * PyTorch: `torch.prod(Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  prod(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Products over a dim.
   *
   * `out = Π_dim input`
   *
   * Gradient: `input: g · the product of the others along dim`
   *
   * PyTorch: `torch.prod(Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  prod(dim: number, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Products over a dim.
   *
   * `out = Π_dim input`
   *
   * Gradient: `input: g · the product of the others along dim`
   *
   * PyTorch: `torch.prod(Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
   */
  prod(options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * The greatest element.
   *
   * `out = max input`
   *
   * Gradient: `input: g at the greatest, shared by equals`
   *
   * PyTorch: `torch.max(Tensor input, *, Tensor? out=None)`
   */
  max(options?: { out?: Tensor | null }): Tensor;
  /**
   * The greatest elements along a dim, and where they are.
   *
   * `values, indices = max_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.max(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  max(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The greatest elements along a dim, and where they are.
   *
   * `values, indices = max_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.max(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  max(dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The greatest elements along a dim, and where they are.
   *
   * `values, indices = max_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.max(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  max(options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The greater of two elements.
   *
   * `out = max(input, other)`
   *
   * PyTorch: `torch.max(Tensor input, Tensor other)`
   */
  max(other: Tensor): Tensor;
  /**
   * The greatest elements over dims.
   *
   * `out = max_dim input`
   *
   * Gradient: `input: g at the greatest, shared by equals`
   *
   * PyTorch: `torch.amax(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amax(options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The greatest elements over dims.
   *
   * `out = max_dim input`
   *
   * Gradient: `input: g at the greatest, shared by equals`
   *
   * PyTorch: `torch.amax(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amax(dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The greatest elements over dims.
   *
   * `out = max_dim input`
   *
   * Gradient: `input: g at the greatest, shared by equals`
   *
   * PyTorch: `torch.amax(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amax(dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Where the greatest element is, along a dim or in the flat tensor.
   *
   * `out = argmax input`
   *
   * PyTorch: `torch.argmax(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmax(options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Where the greatest element is, along a dim or in the flat tensor.
   *
   * `out = argmax input`
   *
   * PyTorch: `torch.argmax(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmax(dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Where the greatest element is, along a dim or in the flat tensor.
   *
   * `out = argmax input`
   *
   * PyTorch: `torch.argmax(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmax(dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * The least element.
   *
   * `out = min input`
   *
   * Gradient: `input: g at the least, shared by equals`
   *
   * PyTorch: `torch.min(Tensor input, *, Tensor? out=None)`
   */
  min(options?: { out?: Tensor | null }): Tensor;
  /**
   * The least elements along a dim, and where they are.
   *
   * `values, indices = min_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.min(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  min(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The least elements along a dim, and where they are.
   *
   * `values, indices = min_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.min(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  min(dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The least elements along a dim, and where they are.
   *
   * `values, indices = min_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.min(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  min(options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The lesser of two elements.
   *
   * `out = min(input, other)`
   *
   * PyTorch: `torch.min(Tensor input, Tensor other)`
   */
  min(other: Tensor): Tensor;
  /**
   * The least elements over dims.
   *
   * `out = min_dim input`
   *
   * Gradient: `input: g at the least, shared by equals`
   *
   * PyTorch: `torch.amin(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amin(options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The least elements over dims.
   *
   * `out = min_dim input`
   *
   * Gradient: `input: g at the least, shared by equals`
   *
   * PyTorch: `torch.amin(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amin(dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The least elements over dims.
   *
   * `out = min_dim input`
   *
   * Gradient: `input: g at the least, shared by equals`
   *
   * PyTorch: `torch.amin(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`
   */
  amin(dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Where the least element is, along a dim or in the flat tensor.
   *
   * `out = argmin input`
   *
   * PyTorch: `torch.argmin(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmin(options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Where the least element is, along a dim or in the flat tensor.
   *
   * `out = argmin input`
   *
   * PyTorch: `torch.argmin(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmin(dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Where the least element is, along a dim or in the flat tensor.
   *
   * `out = argmin input`
   *
   * PyTorch: `torch.argmin(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`
   */
  argmin(dim: number | null, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Sorts along a dim; NaN counts as greatest.
   *
   * `values, indices = input in order`
   *
   * Gradient: `input: g, back at indices`
   *
   * PyTorch: `torch.sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  sort(options?: { dim?: number; axis?: number; descending?: boolean; stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * Sorts along a dim; NaN counts as greatest.
   *
   * `values, indices = input in order`
   *
   * Gradient: `input: g, back at indices`
   *
   * PyTorch: `torch.sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  sort(dim: number, options?: { descending?: boolean; stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * Sorts along a dim; NaN counts as greatest.
   *
   * `values, indices = input in order`
   *
   * Gradient: `input: g, back at indices`
   *
   * PyTorch: `torch.sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  sort(dim: number, descending: boolean, options?: { stable?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * Sorts along a dim; NaN counts as greatest.
   *
   * `values, indices = input in order`
   *
   * Gradient: `input: g, back at indices`
   *
   * PyTorch: `torch.sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  sort(dim: number, descending: boolean, stable: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The positions that sort a dim.
   *
   * `out = the indices of sort`
   *
   * PyTorch: `torch.argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)`
   */
  argsort(options?: { dim?: number; axis?: number; descending?: boolean; stable?: boolean }): Tensor;
  /**
   * The positions that sort a dim.
   *
   * `out = the indices of sort`
   *
   * PyTorch: `torch.argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)`
   */
  argsort(dim: number, options?: { descending?: boolean; stable?: boolean }): Tensor;
  /**
   * The positions that sort a dim.
   *
   * `out = the indices of sort`
   *
   * PyTorch: `torch.argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)`
   */
  argsort(dim: number, descending: boolean, options?: { stable?: boolean }): Tensor;
  /**
   * The positions that sort a dim.
   *
   * `out = the indices of sort`
   *
   * PyTorch: `torch.argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)`
   */
  argsort(dim: number, descending: boolean, stable: boolean): Tensor;
  /**
   * Sorts along the first dim.
   *
   * `out = input in order`
   *
   * PyTorch: `torch.msort(Tensor input)`
   */
  msort(): Tensor;
  /**
   * The `k` greatest (or least) elements along a dim, and where they are.
   *
   * `values, indices = the k greatest of input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  topk(k: number, options?: { dim?: number; axis?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The `k` greatest (or least) elements along a dim, and where they are.
   *
   * `values, indices = the k greatest of input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  topk(k: number, dim: number, options?: { largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The `k` greatest (or least) elements along a dim, and where they are.
   *
   * `values, indices = the k greatest of input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  topk(k: number, dim: number, largest: boolean, options?: { sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The `k` greatest (or least) elements along a dim, and where they are.
   *
   * `values, indices = the k greatest of input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  topk(k: number, dim: number, largest: boolean, sorted: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The `k` greatest (or least) elements along a dim, and where they are.
   *
   * `values, indices = the k greatest of input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  topk(options: { k: number; dim?: number; axis?: number; largest?: boolean; sorted?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The median of all elements: the lower one of two.
   *
   * `out = median of input`
   *
   * Gradient: `input: g at the median`
   *
   * PyTorch: `torch.median(Tensor input)`
   */
  median(): Tensor;
  /**
   * The medians along a dim: the lower one of two.
   *
   * `values, indices = median_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.median(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  median(options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The medians along a dim: the lower one of two.
   *
   * `values, indices = median_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.median(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  median(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The medians along a dim: the lower one of two.
   *
   * `values, indices = median_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.median(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  median(dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The median of the elements that are not NaN.
   *
   * `out = median of input, NaN left out`
   *
   * Gradient: `input: g at the median`
   *
   * PyTorch: `torch.nanmedian(Tensor input)`
   */
  nanmedian(): Tensor;
  /**
   * The medians along a dim of what is not NaN.
   *
   * `values, indices = nanmedian_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.nanmedian(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  nanmedian(options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The medians along a dim of what is not NaN.
   *
   * `values, indices = nanmedian_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.nanmedian(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  nanmedian(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The medians along a dim of what is not NaN.
   *
   * `values, indices = nanmedian_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.nanmedian(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  nanmedian(dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The most frequent values along a dim, the least of equals.
   *
   * `values, indices = mode_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  mode(options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The most frequent values along a dim, the least of equals.
   *
   * `values, indices = mode_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  mode(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The most frequent values along a dim, the least of equals.
   *
   * `values, indices = mode_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  mode(dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The k-th least elements along a dim.
   *
   * `values, indices = kthvalue_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  kthvalue(k: number, options?: { dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The k-th least elements along a dim.
   *
   * `values, indices = kthvalue_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  kthvalue(k: number, dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The k-th least elements along a dim.
   *
   * `values, indices = kthvalue_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  kthvalue(k: number, dim: number, keepdim: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The k-th least elements along a dim.
   *
   * `values, indices = kthvalue_dim input`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  kthvalue(options: { k: number; dim?: number; axis?: number; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * Whether any element is not zero.
   *
   * `out = any input`
   *
   * PyTorch: `torch.any(Tensor input, *, Tensor? out=None)`
   */
  any(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether any element along a dim is not zero.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  any(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Whether any element along a dim is not zero.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  any(dim: number, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether any element along a dim is not zero.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  any(options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Whether any element over dims is not zero; over none, whether each is not.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  any(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
  /**
   * Whether any element over dims is not zero; over none, whether each is not.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  any(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  /**
   * Whether any element over dims is not zero; over none, whether each is not.
   *
   * `out = any_dim input`
   *
   * PyTorch: `torch.any(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  any(dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  /**
   * Whether every element is not zero.
   *
   * `out = all input`
   *
   * PyTorch: `torch.all(Tensor input, *, Tensor? out=None)`
   */
  all(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether every element along a dim is not zero.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  all(dim: number, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Whether every element along a dim is not zero.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  all(dim: number, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether every element along a dim is not zero.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`
   */
  all(options: ({ dim: number } | { axis: number }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Whether every element over dims is not zero; over none, whether each is not.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  all(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean }): Tensor;
  /**
   * Whether every element over dims is not zero; over none, whether each is not.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  all(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  /**
   * Whether every element over dims is not zero; over none, whether each is not.
   *
   * `out = all_dim input`
   *
   * PyTorch: `torch.all(Tensor input, int[]? dim=None, bool keepdim=False)`
   */
  all(dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  /**
   * How many elements are not zero.
   *
   * `out = Σ_dim (input ≠ 0)`
   *
   * PyTorch: `torch.count_nonzero(Tensor input, int[]? dim=None)`
   */
  count_nonzero(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
  /**
   * How many elements are not zero.
   *
   * `out = Σ_dim (input ≠ 0)`
   *
   * PyTorch: `torch.count_nonzero(Tensor input, int[]? dim=None)`
   */
  count_nonzero(dim: number | readonly number[] | null): Tensor;
  /**
   * The variance of all elements.
   *
   * `out = Σ (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, bool unbiased=True)`
   */
  var(options?: { unbiased?: boolean }): Tensor;
  /**
   * The variance of all elements.
   *
   * `out = Σ (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, bool unbiased=True)`
   */
  var(unbiased: boolean): Tensor;
  /**
   * The variance over dims.
   *
   * `out = Σ_dim (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  var(dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The variance over dims.
   *
   * `out = Σ_dim (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  var(dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The variance over dims.
   *
   * `out = Σ_dim (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  var(dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * The variance over dims.
   *
   * `out = Σ_dim (input − mean)² / (n − unbiased)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − unbiased)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  var(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The variance over dims, dividing by n − correction.
   *
   * `out = Σ_dim (input − mean)² / (n − correction)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − correction)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False, Tensor? out=None)`
   */
  var(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The variance over dims, dividing by n − correction.
   *
   * `out = Σ_dim (input − mean)² / (n − correction)`
   *
   * Gradient: `input: g · 2 · (input − mean) / (n − correction)`
   *
   * PyTorch: `torch.var(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False, Tensor? out=None)`
   */
  var(dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, bool unbiased=True) -> Tensor[]`
   */
  var_mean(options?: { unbiased?: boolean }): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, bool unbiased=True) -> Tensor[]`
   */
  var_mean(unbiased: boolean): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  var_mean(dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  var_mean(dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  var_mean(dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  var_mean(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False) -> Tensor[]`
   */
  var_mean(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The variance and the mean.
   *
   * `out = [var input, mean input], Σ_dim (input − mean)² / (n − correction)`
   *
   * PyTorch: `torch.var_mean(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False) -> Tensor[]`
   */
  var_mean(dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The standard deviation of all elements.
   *
   * `out = √(Σ (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, bool unbiased=True)`
   */
  std(options?: { unbiased?: boolean }): Tensor;
  /**
   * The standard deviation of all elements.
   *
   * `out = √(Σ (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, bool unbiased=True)`
   */
  std(unbiased: boolean): Tensor;
  /**
   * The standard deviation over dims.
   *
   * `out = √(Σ_dim (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  std(dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The standard deviation over dims.
   *
   * `out = √(Σ_dim (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  std(dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The standard deviation over dims.
   *
   * `out = √(Σ_dim (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  std(dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * The standard deviation over dims.
   *
   * `out = √(Σ_dim (input − mean)² / (n − unbiased))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − unbiased))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`
   */
  std(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The standard deviation over dims, dividing by n − correction.
   *
   * `out = √(Σ_dim (input − mean)² / (n − correction))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − correction))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False, Tensor? out=None)`
   */
  std(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The standard deviation over dims, dividing by n − correction.
   *
   * `out = √(Σ_dim (input − mean)² / (n − correction))`
   *
   * Gradient: `input: g · (input − mean) / (out · (n − correction))`
   *
   * PyTorch: `torch.std(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False, Tensor? out=None)`
   */
  std(dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, bool unbiased=True) -> Tensor[]`
   */
  std_mean(options?: { unbiased?: boolean }): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, bool unbiased=True) -> Tensor[]`
   */
  std_mean(unbiased: boolean): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  std_mean(dim: number | readonly number[] | null, options?: { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  std_mean(dim: number | readonly number[] | null, unbiased: boolean, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  std_mean(dim: number | readonly number[] | null, unbiased: boolean, keepdim: boolean): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`
   */
  std_mean(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & { unbiased?: boolean; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False) -> Tensor[]`
   */
  std_mean(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The standard deviation and the mean.
   *
   * `out = [std input, mean input], √(Σ_dim (input − mean)² / (n − correction))`
   *
   * PyTorch: `torch.std_mean(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False) -> Tensor[]`
   */
  std_mean(dim: number | readonly number[] | null, options?: { correction?: number | boolean | null; keepdim?: boolean; keepdims?: boolean }): Tensor[];
  /**
   * The logarithm of the sum of exponentials, without overflow.
   *
   * `out = ln Σ_dim e^input`
   *
   * Gradient: `input: g · e^(input − out)`
   *
   * PyTorch: `torch.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)`
   */
  logsumexp(dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the sum of exponentials, without overflow.
   *
   * `out = ln Σ_dim e^input`
   *
   * Gradient: `input: g · e^(input − out)`
   *
   * PyTorch: `torch.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)`
   */
  logsumexp(dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the sum of exponentials, without overflow.
   *
   * `out = ln Σ_dim e^input`
   *
   * Gradient: `input: g · e^(input − out)`
   *
   * PyTorch: `torch.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)`
   */
  logsumexp(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch._softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch._softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _softmax(dim: number, dtype: DType | null): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch._softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _softmax(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch.softmax(Tensor input, int dim, *, dtype? dtype=None)`
   */
  softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch.softmax(Tensor input, int dim, *, dtype? dtype=None)`
   */
  softmax(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch.softmax(Tensor input, int dim, dtype? dtype)`
   */
  softmax(dim: number, dtype: DType | null): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch.softmax(Tensor input, int dim, dtype? dtype)`
   */
  softmax(dim: number, options: { dtype: DType | null }): Tensor;
  /**
   * Exponentials, scaled to a sum of 1 along a dim.
   *
   * `out = e^input / Σ_dim e^input`
   *
   * Gradient: `input: out · (g − Σ_dim (g · out))`
   *
   * PyTorch: `torch.softmax(Tensor input, int dim, dtype? dtype)`
   */
  softmax(options: ({ dim: number } | { axis: number }) & { dtype: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch._log_softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _log_softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch._log_softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _log_softmax(dim: number, dtype: DType | null): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch._log_softmax(Tensor input, int dim, dtype? dtype=None)`
   *
   * @internal
   */
  _log_softmax(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch.log_softmax(Tensor input, int dim, *, dtype? dtype=None)`
   */
  log_softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch.log_softmax(Tensor input, int dim, *, dtype? dtype=None)`
   */
  log_softmax(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch.log_softmax(Tensor input, int dim, dtype? dtype)`
   */
  log_softmax(dim: number, dtype: DType | null): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch.log_softmax(Tensor input, int dim, dtype? dtype)`
   */
  log_softmax(dim: number, options: { dtype: DType | null }): Tensor;
  /**
   * The logarithm of softmax.
   *
   * `out = input − ln Σ_dim e^input`
   *
   * Gradient: `input: g − e^out · Σ_dim g`
   *
   * PyTorch: `torch.log_softmax(Tensor input, int dim, dtype? dtype)`
   */
  log_softmax(options: ({ dim: number } | { axis: number }) & { dtype: DType | null }): Tensor;
  /**
   * Running sums along a dim.
   *
   * `out[i] = Σ_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i]`
   *
   * PyTorch: `torch.cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumsum(dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running sums along a dim.
   *
   * `out[i] = Σ_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i]`
   *
   * PyTorch: `torch.cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumsum(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running products along a dim.
   *
   * `out[i] = Π_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]`
   *
   * PyTorch: `torch.cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumprod(dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running products along a dim.
   *
   * `out[i] = Π_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]`
   *
   * PyTorch: `torch.cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumprod(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running logarithms of sums of exponentials.
   *
   * `out[i] = ln Σ_{j≤i} e^input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · e^(input[j] − out[i])`
   *
   * PyTorch: `torch.logcumsumexp(Tensor input, int dim)`
   */
  logcumsumexp(dim: number): Tensor;
  /**
   * Running logarithms of sums of exponentials.
   *
   * `out[i] = ln Σ_{j≤i} e^input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · e^(input[j] − out[i])`
   *
   * PyTorch: `torch.logcumsumexp(Tensor input, int dim)`
   */
  logcumsumexp(options: ({ dim: number } | { axis: number })): Tensor;
  /**
   * The greatest so far along a dim, and where it is.
   *
   * `values[i] = max_{j≤i} input[j]`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.cummax(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  cummax(dim: number, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The greatest so far along a dim, and where it is.
   *
   * `values[i] = max_{j≤i} input[j]`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.cummax(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  cummax(options: ({ dim: number } | { axis: number }) & { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The least so far along a dim, and where it is.
   *
   * `values[i] = min_{j≤i} input[j]`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.cummin(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  cummin(dim: number, options?: { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The least so far along a dim, and where it is.
   *
   * `values[i] = min_{j≤i} input[j]`
   *
   * Gradient: `input: g at indices`
   *
   * PyTorch: `torch.cummin(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`
   */
  cummin(options: ({ dim: number } | { axis: number }) & { out?: readonly Tensor[] | null }): Tensor[] & { values: Tensor; indices: Tensor };
  /**
   * The product of two matrices.
   *
   * `out = input @ mat2`
   *
   * Gradient: `input: g @ mat2ᵀ;  mat2: inputᵀ @ g`
   *
   * PyTorch: `torch.mm(Tensor input, Tensor mat2, *, Tensor? out=None)`
   */
  mm(mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The products of two batches of matrices.
   *
   * `out[b] = input[b] @ mat2[b]`
   *
   * Gradient: `input: g @ mat2ᵀ;  mat2: inputᵀ @ g`
   *
   * PyTorch: `torch.bmm(Tensor input, Tensor mat2, *, Tensor? out=None)`
   */
  bmm(mat2: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The product of a matrix and a vector.
   *
   * `out = input @ vec`
   *
   * Gradient: `input: g ⊗ vec;  vec: inputᵀ @ g`
   *
   * PyTorch: `torch.mv(Tensor input, Tensor vec, *, Tensor? out=None)`
   */
  mv(vec: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The inner product of two vectors.
   *
   * `out = Σ input · tensor`
   *
   * Gradient: `input: g · tensor;  tensor: g · input`
   *
   * PyTorch: `torch.dot(Tensor input, Tensor tensor, *, Tensor? out=None)`
   */
  dot(tensor: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Inner products over the last dims.
   *
   * `out = Σ_last input · other`
   *
   * PyTorch: `torch.inner(Tensor input, Tensor other)`
   */
  inner(other: Tensor): Tensor;
  /**
   * The outer product of two vectors.
   *
   * `out[i, j] = input[i] · vec2[j]`
   *
   * PyTorch: `torch.outer(Tensor input, Tensor vec2, *, Tensor? out=None)`
   */
  outer(vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The outer product of two vectors.
   *
   * `out[i, j] = input[i] · vec2[j]`
   *
   * PyTorch: `torch.ger(Tensor input, Tensor vec2, *, Tensor? out=None)`
   */
  ger(vec2: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The product of vectors, matrices, or batches of matrices that broadcast.
   *
   * `out = input @ other`
   *
   * Gradient: `input: g @ otherᵀ;  other: inputᵀ @ g`
   *
   * PyTorch: `torch.matmul(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  matmul(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The inner product of two vectors; of complex numbers, with the conjugates of the first.
   *
   * `out = Σ conj(input) · other`
   *
   * Gradient: `input: conj(g) · other;  other: g · input`
   *
   * PyTorch: `torch.vdot(Tensor input, Tensor other)`
   */
  vdot(other: Tensor): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm(mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm(mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm(options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv(mat: Tensor, vec: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv(mat: Tensor, options: { vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv(options: { mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm(batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm(batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr(vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr(vec1: Tensor, options: { vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr(options: { vec1: Tensor; vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._vector_norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _vector_norm(p: number | boolean, dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._vector_norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _vector_norm(p: number | boolean, dim: number | readonly number[] | null, options: ({ keepdim: boolean } | { keepdims: boolean })): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._vector_norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _vector_norm(p: number | boolean, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & ({ keepdim: boolean } | { keepdims: boolean })): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._vector_norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _vector_norm(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & ({ keepdim: boolean } | { keepdims: boolean }) & { p: number | boolean }): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _norm(p: number | boolean, dim: number | readonly number[] | null, keepdim: boolean): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _norm(p: number | boolean, dim: number | readonly number[] | null, options: ({ keepdim: boolean } | { keepdims: boolean })): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _norm(p: number | boolean, options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & ({ keepdim: boolean } | { keepdims: boolean })): Tensor;
  /**
   * The p-norm over dims.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch._norm(Tensor input, Scalar p, int[]? dim, bool keepdim)`
   *
   * @internal
   */
  _norm(options: ({ dim: number | readonly number[] | null } | { axis: number | readonly number[] | null }) & ({ keepdim: boolean } | { keepdims: boolean }) & { p: number | boolean }): Tensor;
  /**
   * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
   */
  norm(options?: { p?: number | boolean | string | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  /**
   * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
   */
  norm(p: number | boolean | string | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  /**
   * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
   */
  norm(p: number | boolean | string | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  /**
   * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
   */
  norm(p: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
  /**
   * The p-norm over dims; 'fro' is the Euclidean norm, 'nuc' the sum of singular values.
   *
   * `out = (Σ_dim |input|^p)^(1/p)`
   *
   * Gradient: `input: g · sign(input) · |input|^(p−1) / out^(p−1)`
   *
   * PyTorch: `torch.norm(Tensor input, Scalar|str? p='fro', int[]? dim=None, bool keepdim=False, dtype? dtype=None)`
   */
  norm(p: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, dtype: DType | null): Tensor;
  /**
   * The p-norm of a difference.
   *
   * `out = ‖input − other‖_p`
   *
   * Gradient: `input: g · ∂‖d‖ₚ/∂d, d = input − other;  other: the negative`
   *
   * PyTorch: `torch.dist(Tensor input, Tensor other, Scalar p=2)`
   */
  dist(other: Tensor, options?: { p?: number | boolean }): Tensor;
  /**
   * The p-norm of a difference.
   *
   * `out = ‖input − other‖_p`
   *
   * Gradient: `input: g · ∂‖d‖ₚ/∂d, d = input − other;  other: the negative`
   *
   * PyTorch: `torch.dist(Tensor input, Tensor other, Scalar p=2)`
   */
  dist(other: Tensor, p: number | boolean): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm(p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm(p: number | boolean, dim: number, options: { maxnorm: number | boolean }): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm(p: number | boolean, options: ({ dim: number } | { axis: number }) & { maxnorm: number | boolean }): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm(options: ({ dim: number } | { axis: number }) & { p: number | boolean; maxnorm: number | boolean }): Tensor;
  /**
   * The slopes of a function along each dim, by differences of its values at places that are `spacing` apart, or at given ones.
   *
   * `out[d][i] = (input[i + 1] − input[i − 1]) / (2 · spacing)`
   *
   * PyTorch: `torch.gradient(Tensor input, *, float|float[]|Tensor[]? spacing=1, int[]? dim=None, int edge_order=1) -> Tensor[]`
   */
  gradient(options?: { spacing?: number | number | readonly number[] | readonly Tensor[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; edge_order?: number }): Tensor[];
  /**
   * The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.
   *
   * `A · solution = input`
   *
   * Gradient: `through the triangular system`
   *
   * PyTorch: `torch.triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)`
   */
  triangular_solve(A: Tensor, options?: { upper?: boolean; transpose?: boolean; unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  /**
   * The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.
   *
   * `A · solution = input`
   *
   * Gradient: `through the triangular system`
   *
   * PyTorch: `torch.triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)`
   */
  triangular_solve(A: Tensor, upper: boolean, options?: { transpose?: boolean; unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  /**
   * The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.
   *
   * `A · solution = input`
   *
   * Gradient: `through the triangular system`
   *
   * PyTorch: `torch.triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)`
   */
  triangular_solve(A: Tensor, upper: boolean, transpose: boolean, options?: { unitriangular?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  /**
   * The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.
   *
   * `A · solution = input`
   *
   * Gradient: `through the triangular system`
   *
   * PyTorch: `torch.triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)`
   */
  triangular_solve(A: Tensor, upper: boolean, transpose: boolean, unitriangular: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; cloned_coefficient: Tensor };
  /**
   * The solution of systems with a positive definite matrix whose Cholesky factor is given.
   *
   * `L · Lᵀ · out = input`
   *
   * Gradient: `input: (L · Lᵀ)⁻¹ · g;  L: −(C + Cᵀ) · L of C = (L · Lᵀ)⁻¹ · g · outᵀ`
   *
   * PyTorch: `torch.cholesky_solve(Tensor input, Tensor L, bool upper=False, *, Tensor? out=None)`
   */
  cholesky_solve(L: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The solution of systems with a positive definite matrix whose Cholesky factor is given.
   *
   * `L · Lᵀ · out = input`
   *
   * Gradient: `input: (L · Lᵀ)⁻¹ · g;  L: −(C + Cᵀ) · L of C = (L · Lᵀ)⁻¹ · g · outᵀ`
   *
   * PyTorch: `torch.cholesky_solve(Tensor input, Tensor L, bool upper=False, *, Tensor? out=None)`
   */
  cholesky_solve(L: Tensor, upper: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse of positive definite matrices whose Cholesky factor is given.
   *
   * `out = (input · inputᵀ)⁻¹`
   *
   * Gradient: `input: −out · (g + gᵀ) · out · input`
   *
   * PyTorch: `torch.cholesky_inverse(Tensor input, bool upper=False, *, Tensor? out=None)`
   */
  cholesky_inverse(options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  /**
   * The inverse of positive definite matrices whose Cholesky factor is given.
   *
   * `out = (input · inputᵀ)⁻¹`
   *
   * Gradient: `input: −out · (g + gᵀ) · out · input`
   *
   * PyTorch: `torch.cholesky_inverse(Tensor input, bool upper=False, *, Tensor? out=None)`
   */
  cholesky_inverse(upper: boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Both factors of matrices in one, and what rows were exchanged; older than `linalg.lu_factor`.
   *
   * `input = P · L · U`
   *
   * PyTorch: `torch.lu(Tensor input, bool pivot=True, bool get_infos=False) -> Tensor[]`
   */
  lu(options?: { pivot?: boolean; get_infos?: boolean }): Tensor[];
  /**
   * Both factors of matrices in one, and what rows were exchanged; older than `linalg.lu_factor`.
   *
   * `input = P · L · U`
   *
   * PyTorch: `torch.lu(Tensor input, bool pivot=True, bool get_infos=False) -> Tensor[]`
   */
  lu(pivot: boolean, options?: { get_infos?: boolean }): Tensor[];
  /**
   * Both factors of matrices in one, and what rows were exchanged; older than `linalg.lu_factor`.
   *
   * `input = P · L · U`
   *
   * PyTorch: `torch.lu(Tensor input, bool pivot=True, bool get_infos=False) -> Tensor[]`
   */
  lu(pivot: boolean, get_infos: boolean): Tensor[];
  /**
   * The inverses of square matrices; another name of `linalg.inv`.
   *
   * `out = input⁻¹`
   *
   * PyTorch: `torch.inverse(Tensor input, *, Tensor? out=None)`
   */
  inverse(options?: { out?: Tensor | null }): Tensor;
  /**
   * The solutions of systems whose LU factors are given; older than `linalg.lu_solve`.
   *
   * `P · L · U · out = input`
   *
   * PyTorch: `torch.lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor? out=None)`
   */
  lu_solve(LU_data: Tensor, LU_pivots: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The solutions of systems whose LU factors are given; older than `linalg.lu_solve`.
   *
   * `P · L · U · out = input`
   *
   * PyTorch: `torch.lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor? out=None)`
   */
  lu_solve(LU_data: Tensor, options: { LU_pivots: Tensor; out?: Tensor | null }): Tensor;
  /**
   * The solutions of systems whose LU factors are given; older than `linalg.lu_solve`.
   *
   * `P · L · U · out = input`
   *
   * PyTorch: `torch.lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor? out=None)`
   */
  lu_solve(options: { LU_data: Tensor; LU_pivots: Tensor; out?: Tensor | null }): Tensor;
  /**
   * The determinants of square matrices; another name of `linalg.det`.
   *
   * `out = det(input)`
   *
   * PyTorch: `torch.det(Tensor input)`
   */
  det(): Tensor;
  /**
   * The signs of the determinants of square matrices, and the logarithms of their sizes; another name of `linalg.slogdet`.
   *
   * `logabsdet = ln |det(input)|`
   *
   * PyTorch: `torch.slogdet(Tensor input, *, Tensor[]? out=None) -> (Tensor sign, Tensor logabsdet)`
   */
  slogdet(options?: { out?: readonly Tensor[] | null }): Tensor[] & { sign: Tensor; logabsdet: Tensor };
  /**
   * The logarithms of the determinants of square matrices; NaN of a negative one.
   *
   * `out = ln det(input)`
   *
   * PyTorch: `torch.logdet(Tensor input)`
   */
  logdet(): Tensor;
  /**
   * QR factors as LAPACK keeps them: R, and below it the directions of the reflections that make Q.
   *
   * `input = (Π 1 − tau · v · vᵀ) · R`
   *
   * PyTorch: `torch.geqrf(Tensor input, *, Tensor[]? out=None) -> (Tensor a, Tensor tau)`
   */
  geqrf(options?: { out?: readonly Tensor[] | null }): Tensor[] & { a: Tensor; tau: Tensor };
  /**
   * The first columns of a product of reflections; another name of `linalg.householder_product`.
   *
   * `out = Π (1 − input2[i] · v[i] · v[i]ᵀ)`
   *
   * PyTorch: `torch.orgqr(Tensor input, Tensor input2)`
   */
  orgqr(input2: Tensor): Tensor;
  /**
   * The product of a matrix with a product of reflections.
   *
   * `out = Q · other, or other · Q from the right`
   *
   * Gradient: `through the reflections, one after the other`
   *
   * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
   */
  ormqr(tau: Tensor, other: Tensor, options?: { left?: boolean; transpose?: boolean }): Tensor;
  /**
   * The product of a matrix with a product of reflections.
   *
   * `out = Q · other, or other · Q from the right`
   *
   * Gradient: `through the reflections, one after the other`
   *
   * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
   */
  ormqr(tau: Tensor, other: Tensor, left: boolean, options?: { transpose?: boolean }): Tensor;
  /**
   * The product of a matrix with a product of reflections.
   *
   * `out = Q · other, or other · Q from the right`
   *
   * Gradient: `through the reflections, one after the other`
   *
   * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
   */
  ormqr(tau: Tensor, other: Tensor, left: boolean, transpose: boolean): Tensor;
  /**
   * The product of a matrix with a product of reflections.
   *
   * `out = Q · other, or other · Q from the right`
   *
   * Gradient: `through the reflections, one after the other`
   *
   * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
   */
  ormqr(tau: Tensor, options: { other: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  /**
   * The product of a matrix with a product of reflections.
   *
   * `out = Q · other, or other · Q from the right`
   *
   * Gradient: `through the reflections, one after the other`
   *
   * PyTorch: `torch.ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)`
   */
  ormqr(options: { tau: Tensor; other: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  /**
   * The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.
   *
   * `input = U · diag(S) · Vᵀ`
   *
   * PyTorch: `torch.svd(Tensor input, bool some=True, bool compute_uv=True, *, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor V)`
   */
  svd(options?: { some?: boolean; compute_uv?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  /**
   * The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.
   *
   * `input = U · diag(S) · Vᵀ`
   *
   * PyTorch: `torch.svd(Tensor input, bool some=True, bool compute_uv=True, *, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor V)`
   */
  svd(some: boolean, options?: { compute_uv?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  /**
   * The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.
   *
   * `input = U · diag(S) · Vᵀ`
   *
   * PyTorch: `torch.svd(Tensor input, bool some=True, bool compute_uv=True, *, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor V)`
   */
  svd(some: boolean, compute_uv: boolean, options?: { out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; V: Tensor };
  /**
   * The pseudoinverses of matrices; older than `linalg.pinv`.
   *
   * `out = V · diag(1 / S) · Uᵀ, without singular values that are negligible`
   *
   * PyTorch: `torch.pinverse(Tensor input, float rcond=1e-15)`
   */
  pinverse(options?: { rcond?: number }): Tensor;
  /**
   * The pseudoinverses of matrices; older than `linalg.pinv`.
   *
   * `out = V · diag(1 / S) · Uᵀ, without singular values that are negligible`
   *
   * PyTorch: `torch.pinverse(Tensor input, float rcond=1e-15)`
   */
  pinverse(rcond: number): Tensor;
  /**
   * The exponentials of square matrices; another name of `linalg.matrix_exp`.
   *
   * `out = Σ inputᵏ / k!`
   *
   * PyTorch: `torch.matrix_exp(Tensor input)`
   */
  matrix_exp(): Tensor;
  /**
   * Powers of square matrices; of their inverses, where negative.
   *
   * `out = inputⁿ`
   *
   * PyTorch: `torch.matrix_power(Tensor input, int n, *, Tensor? out=None)`
   */
  matrix_power(n: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * Powers of square matrices; of their inverses, where negative.
   *
   * `out = inputⁿ`
   *
   * PyTorch: `torch.matrix_power(Tensor input, int n, *, Tensor? out=None)`
   */
  matrix_power(options: { n: number; out?: Tensor | null }): Tensor;
  /**
   * The Fourier transform of complex numbers, or with `forward` false the inverse one.
   *
   * `out[k] = scale · Σ_j input[j] · e^(∓2πi jk/n)`
   *
   * Gradient: `input: the transform of g in the other direction`
   *
   * PyTorch: `torch._fft_c2c(Tensor input, int[] dim, int normalization, bool forward)`
   *
   * @internal
   */
  _fft_c2c(dim: number | readonly number[], normalization: number, forward: boolean): Tensor;
  /**
   * The Fourier transform of complex numbers, or with `forward` false the inverse one.
   *
   * `out[k] = scale · Σ_j input[j] · e^(∓2πi jk/n)`
   *
   * Gradient: `input: the transform of g in the other direction`
   *
   * PyTorch: `torch._fft_c2c(Tensor input, int[] dim, int normalization, bool forward)`
   *
   * @internal
   */
  _fft_c2c(dim: number | readonly number[], normalization: number, options: { forward: boolean }): Tensor;
  /**
   * The Fourier transform of complex numbers, or with `forward` false the inverse one.
   *
   * `out[k] = scale · Σ_j input[j] · e^(∓2πi jk/n)`
   *
   * Gradient: `input: the transform of g in the other direction`
   *
   * PyTorch: `torch._fft_c2c(Tensor input, int[] dim, int normalization, bool forward)`
   *
   * @internal
   */
  _fft_c2c(dim: number | readonly number[], options: { normalization: number; forward: boolean }): Tensor;
  /**
   * The Fourier transform of complex numbers, or with `forward` false the inverse one.
   *
   * `out[k] = scale · Σ_j input[j] · e^(∓2πi jk/n)`
   *
   * Gradient: `input: the transform of g in the other direction`
   *
   * PyTorch: `torch._fft_c2c(Tensor input, int[] dim, int normalization, bool forward)`
   *
   * @internal
   */
  _fft_c2c(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { normalization: number; forward: boolean }): Tensor;
  /**
   * The Fourier transform of real numbers: of the last dim half of it (`onesided`), since the rest are conjugates.
   *
   * `out[k] = scale · Σ_j input[j] · e^(−2πi jk/n)`
   *
   * Gradient: `input: the real part of the inverse transform of g`
   *
   * PyTorch: `torch._fft_r2c(Tensor input, int[] dim, int normalization, bool onesided)`
   *
   * @internal
   */
  _fft_r2c(dim: number | readonly number[], normalization: number, onesided: boolean): Tensor;
  /**
   * The Fourier transform of real numbers: of the last dim half of it (`onesided`), since the rest are conjugates.
   *
   * `out[k] = scale · Σ_j input[j] · e^(−2πi jk/n)`
   *
   * Gradient: `input: the real part of the inverse transform of g`
   *
   * PyTorch: `torch._fft_r2c(Tensor input, int[] dim, int normalization, bool onesided)`
   *
   * @internal
   */
  _fft_r2c(dim: number | readonly number[], normalization: number, options: { onesided: boolean }): Tensor;
  /**
   * The Fourier transform of real numbers: of the last dim half of it (`onesided`), since the rest are conjugates.
   *
   * `out[k] = scale · Σ_j input[j] · e^(−2πi jk/n)`
   *
   * Gradient: `input: the real part of the inverse transform of g`
   *
   * PyTorch: `torch._fft_r2c(Tensor input, int[] dim, int normalization, bool onesided)`
   *
   * @internal
   */
  _fft_r2c(dim: number | readonly number[], options: { normalization: number; onesided: boolean }): Tensor;
  /**
   * The Fourier transform of real numbers: of the last dim half of it (`onesided`), since the rest are conjugates.
   *
   * `out[k] = scale · Σ_j input[j] · e^(−2πi jk/n)`
   *
   * Gradient: `input: the real part of the inverse transform of g`
   *
   * PyTorch: `torch._fft_r2c(Tensor input, int[] dim, int normalization, bool onesided)`
   *
   * @internal
   */
  _fft_r2c(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { normalization: number; onesided: boolean }): Tensor;
  /**
   * The inverse Fourier transform of half of a Hermitian spectrum: real numbers, `last_dim_size` of them in the last dim.
   *
   * `out[j] = scale · Σ_k input[k] · e^(2πi jk/n)`
   *
   * Gradient: `input: the transform of g, twice where what was left out are conjugates`
   *
   * PyTorch: `torch._fft_c2r(Tensor input, int[] dim, int normalization, int last_dim_size)`
   *
   * @internal
   */
  _fft_c2r(dim: number | readonly number[], normalization: number, last_dim_size: number): Tensor;
  /**
   * The inverse Fourier transform of half of a Hermitian spectrum: real numbers, `last_dim_size` of them in the last dim.
   *
   * `out[j] = scale · Σ_k input[k] · e^(2πi jk/n)`
   *
   * Gradient: `input: the transform of g, twice where what was left out are conjugates`
   *
   * PyTorch: `torch._fft_c2r(Tensor input, int[] dim, int normalization, int last_dim_size)`
   *
   * @internal
   */
  _fft_c2r(dim: number | readonly number[], normalization: number, options: { last_dim_size: number }): Tensor;
  /**
   * The inverse Fourier transform of half of a Hermitian spectrum: real numbers, `last_dim_size` of them in the last dim.
   *
   * `out[j] = scale · Σ_k input[k] · e^(2πi jk/n)`
   *
   * Gradient: `input: the transform of g, twice where what was left out are conjugates`
   *
   * PyTorch: `torch._fft_c2r(Tensor input, int[] dim, int normalization, int last_dim_size)`
   *
   * @internal
   */
  _fft_c2r(dim: number | readonly number[], options: { normalization: number; last_dim_size: number }): Tensor;
  /**
   * The inverse Fourier transform of half of a Hermitian spectrum: real numbers, `last_dim_size` of them in the last dim.
   *
   * `out[j] = scale · Σ_k input[k] · e^(2πi jk/n)`
   *
   * Gradient: `input: the transform of g, twice where what was left out are conjugates`
   *
   * PyTorch: `torch._fft_c2r(Tensor input, int[] dim, int normalization, int last_dim_size)`
   *
   * @internal
   */
  _fft_c2r(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { normalization: number; last_dim_size: number }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, options?: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, options?: { win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, options?: { window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, options?: { center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, options?: { pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, options?: { normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, options?: { onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, options?: { return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, return_complex: boolean | null, options?: { align_to_window?: boolean | null }): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, pad_mode: string, normalized: boolean, onesided: boolean | null, return_complex: boolean | null, align_to_window: boolean | null): Tensor;
  /**
   * The spectra of a window that moves along a signal.
   *
   * `out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)`
   *
   * PyTorch: `torch.stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)`
   */
  stft(options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; pad_mode?: string; normalized?: boolean; onesided?: boolean | null; return_complex?: boolean | null; align_to_window?: boolean | null }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, options?: { hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, options?: { win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, options?: { window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, options?: { center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, options?: { normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, options?: { onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, options?: { length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: number | null, options?: { return_complex?: boolean }): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(n_fft: number, hop_length: number | null, win_length: number | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: number | null, return_complex: boolean): Tensor;
  /**
   * The signal whose spectra `stft` found, by least squares.
   *
   * `out = Σ_m window · ifft(input[:, m]) / Σ_m window²`
   *
   * PyTorch: `torch.istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)`
   */
  istft(options: { n_fft: number; hop_length?: number | null; win_length?: number | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | null; return_complex?: boolean }): Tensor;
  /**
   * A sparse tensor of the elements that are not 0; with `sparse_dim`, of the rows that are not 0 altogether.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse(Tensor input, int? sparse_dim=None, *, any layout=None, int[]? blocksize=None, int? dense_dim=None)`
   */
  to_sparse(options?: { sparse_dim?: number | null; layout?: any | null; blocksize?: number | readonly number[] | null; dense_dim?: number | null }): Tensor;
  /**
   * A sparse tensor of the elements that are not 0; with `sparse_dim`, of the rows that are not 0 altogether.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse(Tensor input, int? sparse_dim=None, *, any layout=None, int[]? blocksize=None, int? dense_dim=None)`
   */
  to_sparse(sparse_dim: number | null, options?: { layout?: any | null; blocksize?: number | readonly number[] | null; dense_dim?: number | null }): Tensor;
  /**
   * A sparse tensor of the elements that are not 0, each with its place.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse_coo(Tensor input)`
   */
  to_sparse_coo(): Tensor;
  /**
   * A sparse matrix of the elements that are not 0, row by row.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse_csr(Tensor input, int? dense_dim=None)`
   */
  to_sparse_csr(options?: { dense_dim?: number | null }): Tensor;
  /**
   * A sparse matrix of the elements that are not 0, row by row.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse_csr(Tensor input, int? dense_dim=None)`
   */
  to_sparse_csr(dense_dim: number | null): Tensor;
  /**
   * A sparse matrix of the elements that are not 0, column by column.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse_csc(Tensor input, int? dense_dim=None)`
   */
  to_sparse_csc(options?: { dense_dim?: number | null }): Tensor;
  /**
   * A sparse matrix of the elements that are not 0, column by column.
   *
   * `out = input where input ≠ 0`
   *
   * PyTorch: `torch.to_sparse_csc(Tensor input, int? dense_dim=None)`
   */
  to_sparse_csc(dense_dim: number | null): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, row by row.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsr(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsr(blocksize: number | readonly number[], options?: { dense_dim?: number | null }): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, row by row.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsr(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsr(blocksize: number | readonly number[], dense_dim: number | null): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, row by row.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsr(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsr(options: { blocksize: number | readonly number[]; dense_dim?: number | null }): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, column by column.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsc(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsc(blocksize: number | readonly number[], options?: { dense_dim?: number | null }): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, column by column.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsc(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsc(blocksize: number | readonly number[], dense_dim: number | null): Tensor;
  /**
   * A sparse matrix of the blocks that are not 0 altogether, column by column.
   *
   * `out = input where a block ≠ 0`
   *
   * PyTorch: `torch.to_sparse_bsc(Tensor input, int[] blocksize, int? dense_dim=None)`
   */
  to_sparse_bsc(options: { blocksize: number | readonly number[]; dense_dim?: number | null }): Tensor;
  /**
   * All elements of a sparse tensor, 0 where none is kept; of another tensor, itself.
   *
   * `out = input`
   *
   * PyTorch: `torch.to_dense(Tensor input, dtype? dtype=None)`
   */
  to_dense(options?: { dtype?: DType | null }): Tensor;
  /**
   * All elements of a sparse tensor, 0 where none is kept; of another tensor, itself.
   *
   * `out = input`
   *
   * PyTorch: `torch.to_dense(Tensor input, dtype? dtype=None)`
   */
  to_dense(dtype: DType | null): Tensor;
  /**
   * The same sparse tensor with each place once, in order: elements of one place are added.
   *
   * `out[place] = Σ values at place`
   *
   * PyTorch: `torch.coalesce(Tensor input)`
   */
  coalesce(): Tensor;
  /**
   * The places of the elements of a coalesced sparse tensor, (sparse dims, count).
   *
   * `out[:, i] = place of element i`
   *
   * PyTorch: `torch.indices(Tensor input)`
   */
  indices(): Tensor;
  /**
   * The elements that a coalesced sparse tensor keeps, (count, dense dims …).
   *
   * `out[i] = element i`
   *
   * PyTorch: `torch.values(Tensor input)`
   */
  values(): Tensor;
  /**
   * The places of the elements of a sparse tensor as they are, (sparse dims, count).
   *
   * `out[:, i] = place of element i`
   *
   * PyTorch: `torch._indices(Tensor input)`
   *
   * @internal
   */
  _indices(): Tensor;
  /**
   * The elements that a sparse tensor keeps as they are, (count, dense dims …). They have no gradient.
   *
   * `out[i] = element i`
   *
   * PyTorch: `torch._values(Tensor input)`
   *
   * @internal
   */
  _values(): Tensor;
  /**
   * Where the elements of each row of a compressed sparse matrix begin, and behind the last where they end.
   *
   * `out[i] = elements before line i`
   *
   * PyTorch: `torch.crow_indices(Tensor input)`
   */
  crow_indices(): Tensor;
  /**
   * Where the elements of each column of a compressed sparse matrix begin, and behind the last where they end.
   *
   * `out[i] = elements before line i`
   *
   * PyTorch: `torch.ccol_indices(Tensor input)`
   */
  ccol_indices(): Tensor;
  /**
   * The column of each element of a compressed sparse matrix.
   *
   * `out[i] = place of element i in its line`
   *
   * PyTorch: `torch.col_indices(Tensor input)`
   */
  col_indices(): Tensor;
  /**
   * The row of each element of a compressed sparse matrix.
   *
   * `out[i] = place of element i in its line`
   *
   * PyTorch: `torch.row_indices(Tensor input)`
   */
  row_indices(): Tensor;
  /**
   * The elements of a tensor at the places of a sparse one.
   *
   * `out = input at the places of mask`
   *
   * PyTorch: `torch.sparse_mask(Tensor input, Tensor mask)`
   */
  sparse_mask(mask: Tensor): Tensor;
  /**
   * The product of a sparse matrix and a dense one, as a sparse matrix.
   *
   * `out = input · mat2`
   *
   * PyTorch: `torch.smm(Tensor input, Tensor mat2)`
   */
  smm(mat2: Tensor): Tensor;
  /**
   * A sparse matrix plus the product of a sparse matrix and a dense one, as a sparse matrix.
   *
   * `out = beta · input + alpha · (mat1 · mat2)`
   *
   * PyTorch: `torch.sspaddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
   */
  sspaddmm(mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * A sparse matrix plus the product of a sparse matrix and a dense one, as a sparse matrix.
   *
   * `out = beta · input + alpha · (mat1 · mat2)`
   *
   * PyTorch: `torch.sspaddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
   */
  sspaddmm(mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * A sparse matrix plus the product of a sparse matrix and a dense one, as a sparse matrix.
   *
   * `out = beta · input + alpha · (mat1 · mat2)`
   *
   * PyTorch: `torch.sspaddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
   */
  sspaddmm(options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
   *
   * `out = distinct elements of input`
   *
   * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique(options?: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  /**
   * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
   *
   * `out = distinct elements of input`
   *
   * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique(sorted: boolean, options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  /**
   * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
   *
   * `out = distinct elements of input`
   *
   * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique(sorted: boolean, return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  /**
   * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
   *
   * `out = distinct elements of input`
   *
   * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique(sorted: boolean, return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; axis?: number | null }): any;
  /**
   * The distinct elements (or slices of a dim), in order; with where each went, and how many there were.
   *
   * `out = distinct elements of input`
   *
   * PyTorch: `torch.unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique(sorted: boolean, return_inverse: boolean, return_counts: boolean, dim: number | null): any;
  /**
   * The elements without repeats of the one before.
   *
   * `out = input without consecutive repeats`
   *
   * PyTorch: `torch.unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique_consecutive(options?: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  /**
   * The elements without repeats of the one before.
   *
   * `out = input without consecutive repeats`
   *
   * PyTorch: `torch.unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique_consecutive(return_inverse: boolean, options?: { return_counts?: boolean; dim?: number | null; axis?: number | null }): any;
  /**
   * The elements without repeats of the one before.
   *
   * `out = input without consecutive repeats`
   *
   * PyTorch: `torch.unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique_consecutive(return_inverse: boolean, return_counts: boolean, options?: { dim?: number | null; axis?: number | null }): any;
  /**
   * The elements without repeats of the one before.
   *
   * `out = input without consecutive repeats`
   *
   * PyTorch: `torch.unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any`
   */
  unique_consecutive(return_inverse: boolean, return_counts: boolean, dim: number | null): any;
  /**
   * How often each of 0, 1, 2, … occurs (or the sum of their weights).
   *
   * `out[v] = Σ_{input = v} weights`
   *
   * PyTorch: `torch.bincount(Tensor input, Tensor? weights=None, int minlength=0)`
   */
  bincount(options?: { weights?: Tensor | null; minlength?: number }): Tensor;
  /**
   * How often each of 0, 1, 2, … occurs (or the sum of their weights).
   *
   * `out[v] = Σ_{input = v} weights`
   *
   * PyTorch: `torch.bincount(Tensor input, Tensor? weights=None, int minlength=0)`
   */
  bincount(weights: Tensor | null, options?: { minlength?: number }): Tensor;
  /**
   * How often each of 0, 1, 2, … occurs (or the sum of their weights).
   *
   * `out[v] = Σ_{input = v} weights`
   *
   * PyTorch: `torch.bincount(Tensor input, Tensor? weights=None, int minlength=0)`
   */
  bincount(weights: Tensor | null, minlength: number): Tensor;
  /**
   * How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).
   *
   * `out[k] = number of elements in bin k`
   *
   * PyTorch: `torch.histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)`
   */
  histc(options?: { bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
  /**
   * How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).
   *
   * `out[k] = number of elements in bin k`
   *
   * PyTorch: `torch.histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)`
   */
  histc(bins: number, options?: { min?: number | boolean; max?: number | boolean }): Tensor;
  /**
   * How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).
   *
   * `out[k] = number of elements in bin k`
   *
   * PyTorch: `torch.histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)`
   */
  histc(bins: number, min: number | boolean, options?: { max?: number | boolean }): Tensor;
  /**
   * How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).
   *
   * `out[k] = number of elements in bin k`
   *
   * PyTorch: `torch.histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)`
   */
  histc(bins: number, min: number | boolean, max: number | boolean): Tensor;
  /**
   * The bucket between sorted boundaries that each value lies in.
   *
   * `out = i with boundaries[i−1] < input ≤ boundaries[i]`
   *
   * PyTorch: `torch.bucketize(Tensor|Scalar input, Tensor boundaries, *, bool out_int32=False, bool right=False)`
   */
  bucketize(boundaries: Tensor, options?: { out_int32?: boolean; right?: boolean }): Tensor;
  /**
   * The value below which a part `q` of the elements lies.
   *
   * `out = the q-quantile of input`
   *
   * PyTorch: `torch.quantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  quantile(q: Tensor | number, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  /**
   * The value below which a part `q` of the elements lies.
   *
   * `out = the q-quantile of input`
   *
   * PyTorch: `torch.quantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  quantile(q: Tensor | number, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  /**
   * The value below which a part `q` of the elements lies.
   *
   * `out = the q-quantile of input`
   *
   * PyTorch: `torch.quantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  quantile(q: Tensor | number, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
  /**
   * The value below which a part `q` of the elements lies that are not NaN.
   *
   * `out = the q-quantile of input, NaN left out`
   *
   * PyTorch: `torch.nanquantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  nanquantile(q: Tensor | number, options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  /**
   * The value below which a part `q` of the elements lies that are not NaN.
   *
   * `out = the q-quantile of input, NaN left out`
   *
   * PyTorch: `torch.nanquantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  nanquantile(q: Tensor | number, dim: number | null, options?: { keepdim?: boolean; keepdims?: boolean; interpolation?: string }): Tensor;
  /**
   * The value below which a part `q` of the elements lies that are not NaN.
   *
   * `out = the q-quantile of input, NaN left out`
   *
   * PyTorch: `torch.nanquantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')`
   */
  nanquantile(q: Tensor | number, dim: number | null, keepdim: boolean, options?: { interpolation?: string }): Tensor;
  /**
   * The mean of the elements that are not NaN.
   *
   * `out = Σ_dim input / n, NaN left out`
   *
   * PyTorch: `torch.nanmean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
   */
  nanmean(options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  /**
   * The mean of the elements that are not NaN.
   *
   * `out = Σ_dim input / n, NaN left out`
   *
   * PyTorch: `torch.nanmean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
   */
  nanmean(dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null }): Tensor;
  /**
   * The mean of the elements that are not NaN.
   *
   * `out = Σ_dim input / n, NaN left out`
   *
   * PyTorch: `torch.nanmean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
   */
  nanmean(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
  /**
   * The least and the greatest elements.
   *
   * `min, max = extremes of input`
   *
   * Gradient: `input: g at the extremes, shared by equals`
   *
   * PyTorch: `torch.aminmax(Tensor input, *, int? dim=None, bool keepdim=False, Tensor[]? out=None) -> (Tensor min, Tensor max)`
   */
  aminmax(options?: { dim?: number | null; axis?: number | null; keepdim?: boolean; keepdims?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { min: Tensor; max: Tensor };
  /**
   * The covariance matrix of rows.
   *
   * `out = (input − mean) · (input − mean)ᵀ / (n − correction)`
   *
   * PyTorch: `torch.cov(Tensor input, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)`
   */
  cov(options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  /**
   * The correlation matrix of rows.
   *
   * `out[i, j] = cov[i, j] / √(cov[i, i] · cov[j, j])`
   *
   * PyTorch: `torch.corrcoef(Tensor input)`
   */
  corrcoef(): Tensor;
  /**
   * All windows of `size` along a dim, as a last dim.
   *
   * `out[…, k, …, i] = input[…, k · step + i, …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.unfold(Tensor input, int dimension, int size, int step)`
   */
  unfold(dimension: number, size: number, step: number): Tensor;
  /**
   * All windows of `size` along a dim, as a last dim.
   *
   * `out[…, k, …, i] = input[…, k · step + i, …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.unfold(Tensor input, int dimension, int size, int step)`
   */
  unfold(dimension: number, size: number, options: { step: number }): Tensor;
  /**
   * All windows of `size` along a dim, as a last dim.
   *
   * `out[…, k, …, i] = input[…, k · step + i, …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.unfold(Tensor input, int dimension, int size, int step)`
   */
  unfold(dimension: number, options: { size: number; step: number }): Tensor;
  /**
   * All windows of `size` along a dim, as a last dim.
   *
   * `out[…, k, …, i] = input[…, k · step + i, …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.unfold(Tensor input, int dimension, int size, int step)`
   */
  unfold(options: { dimension: number; size: number; step: number }): Tensor;
  /**
   * With at least one dim.
   *
   * `out = input, of rank ≥ 1`
   *
   * PyTorch: `torch.atleast_1d(Tensor input)`
   */
  atleast_1d(): Tensor;
  /**
   * With at least two dims.
   *
   * `out = input, of rank ≥ 2`
   *
   * PyTorch: `torch.atleast_2d(Tensor input)`
   */
  atleast_2d(): Tensor;
  /**
   * With at least three dims.
   *
   * `out = input, of rank ≥ 3`
   *
   * PyTorch: `torch.atleast_3d(Tensor input)`
   */
  atleast_3d(): Tensor;
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.tensor_split(Tensor input, int|int[]|Tensor indices_or_sections, int dim=0) -> Tensor[]`
   */
  tensor_split(indices_or_sections: number | number | readonly number[] | Tensor, options?: { dim?: number; axis?: number }): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.tensor_split(Tensor input, int|int[]|Tensor indices_or_sections, int dim=0) -> Tensor[]`
   */
  tensor_split(indices_or_sections: number | number | readonly number[] | Tensor, dim: number): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.hsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  hsplit(sections: number | number | readonly number[]): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.hsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  hsplit(options: { sections: number | number | readonly number[] }): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.vsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  vsplit(sections: number | number | readonly number[]): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.vsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  vsplit(options: { sections: number | number | readonly number[] }): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.dsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  dsplit(sections: number | number | readonly number[]): Tensor[];
  /**
   * Pieces of a dim: so many, or cut at the positions given.
   *
   * `out[k] = the k-th piece of input`
   *
   * PyTorch: `torch.dsplit(Tensor input, int|int[] sections) -> Tensor[]`
   */
  dsplit(options: { sections: number | number | readonly number[] }): Tensor[];
  /**
   * The n-th differences of neighbours along a dim.
   *
   * `out[i] = input[i + 1] − input[i]`
   *
   * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
   */
  diff(options?: { n?: number; dim?: number; axis?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  /**
   * The n-th differences of neighbours along a dim.
   *
   * `out[i] = input[i + 1] − input[i]`
   *
   * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
   */
  diff(n: number, options?: { dim?: number; axis?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  /**
   * The n-th differences of neighbours along a dim.
   *
   * `out[i] = input[i + 1] − input[i]`
   *
   * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
   */
  diff(n: number, dim: number, options?: { prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  /**
   * The n-th differences of neighbours along a dim.
   *
   * `out[i] = input[i + 1] − input[i]`
   *
   * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
   */
  diff(n: number, dim: number, prepend: Tensor | null, options?: { append?: Tensor | null }): Tensor;
  /**
   * The n-th differences of neighbours along a dim.
   *
   * `out[i] = input[i + 1] − input[i]`
   *
   * PyTorch: `torch.diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)`
   */
  diff(n: number, dim: number, prepend: Tensor | null, append: Tensor | null): Tensor;
  /**
   * The Kronecker product.
   *
   * `out[i · m + k] = input[i] · other[k]`
   *
   * PyTorch: `torch.kron(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  kron(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The cross product of vectors of three.
   *
   * `out = input × other`
   *
   * Gradient: `input: other × g;  other: g × input`
   *
   * PyTorch: `torch.cross(Tensor input, Tensor other, int? dim=None, *, Tensor? out=None)`
   */
  cross(other: Tensor, options?: { dim?: number | null; axis?: number | null; out?: Tensor | null }): Tensor;
  /**
   * The cross product of vectors of three.
   *
   * `out = input × other`
   *
   * Gradient: `input: other × g;  other: g × input`
   *
   * PyTorch: `torch.cross(Tensor input, Tensor other, int? dim=None, *, Tensor? out=None)`
   */
  cross(other: Tensor, dim: number | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * All choices of `r` elements of a vector.
   *
   * `out = r-subsets of input`
   *
   * PyTorch: `torch.combinations(Tensor input, int r=2, bool with_replacement=False)`
   */
  combinations(options?: { r?: number; with_replacement?: boolean }): Tensor;
  /**
   * All choices of `r` elements of a vector.
   *
   * `out = r-subsets of input`
   *
   * PyTorch: `torch.combinations(Tensor input, int r=2, bool with_replacement=False)`
   */
  combinations(r: number, options?: { with_replacement?: boolean }): Tensor;
  /**
   * All choices of `r` elements of a vector.
   *
   * `out = r-subsets of input`
   *
   * PyTorch: `torch.combinations(Tensor input, int r=2, bool with_replacement=False)`
   */
  combinations(r: number, with_replacement: boolean): Tensor;
  /**
   * A matrix with the flat tensor on its diagonal.
   *
   * `out = diag(flat(input))`
   *
   * PyTorch: `torch.diagflat(Tensor input, int offset=0)`
   */
  diagflat(options?: { offset?: number }): Tensor;
  /**
   * A matrix with the flat tensor on its diagonal.
   *
   * `out = diag(flat(input))`
   *
   * PyTorch: `torch.diagflat(Tensor input, int offset=0)`
   */
  diagflat(offset: number): Tensor;
  /**
   * A copy of `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * Gradient: `input: g at those positions`
   *
   * PyTorch: `torch.narrow_copy(Tensor input, int dim, int start, int length)`
   */
  narrow_copy(dim: number, start: number, length: number): Tensor;
  /**
   * A copy of `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * Gradient: `input: g at those positions`
   *
   * PyTorch: `torch.narrow_copy(Tensor input, int dim, int start, int length)`
   */
  narrow_copy(dim: number, start: number, options: { length: number }): Tensor;
  /**
   * A copy of `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * Gradient: `input: g at those positions`
   *
   * PyTorch: `torch.narrow_copy(Tensor input, int dim, int start, int length)`
   */
  narrow_copy(dim: number, options: { start: number; length: number }): Tensor;
  /**
   * A copy of `length` positions of a dim from `start`.
   *
   * `out = input[…, start:start+length, …]`
   *
   * Gradient: `input: g at those positions`
   *
   * PyTorch: `torch.narrow_copy(Tensor input, int dim, int start, int length)`
   */
  narrow_copy(options: ({ dim: number } | { axis: number }) & { start: number; length: number }): Tensor;
  /**
   * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
   *
   * `out = ln(input / (1 − input))`
   *
   * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
   *
   * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
   */
  logit(options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  /**
   * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
   *
   * `out = ln(input / (1 − input))`
   *
   * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
   *
   * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
   */
  logit(eps: number | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Degrees to radians.
   *
   * `out = input · π / 180`
   *
   * Gradient: `input: g · π / 180`
   *
   * PyTorch: `torch.deg2rad(Tensor input)`
   */
  deg2rad(): Tensor;
  /**
   * Radians to degrees.
   *
   * `out = input · 180 / π`
   *
   * Gradient: `input: g · 180 / π`
   *
   * PyTorch: `torch.rad2deg(Tensor input)`
   */
  rad2deg(): Tensor;
  /**
   * The tensor itself.
   *
   * `out = input`
   *
   * PyTorch: `torch.positive(Tensor input)`
   */
  positive(): Tensor;
  /**
   * The normalised sinc.
   *
   * `out = sin(π · input) / (π · input), 1 at 0`
   *
   * Gradient: `input: g · (cos(π · input) − out) / input, 0 at 0`
   *
   * PyTorch: `torch.sinc(Tensor input, *, Tensor? out=None)`
   */
  sinc(options?: { out?: Tensor | null }): Tensor;
  /**
   * A power in float64.
   *
   * `out = input ^ exponent`
   *
   * PyTorch: `torch.float_power(Tensor|Scalar|complex input, Tensor|Scalar|complex exponent)`
   */
  float_power(exponent: Tensor | number | boolean | Complex | Complex): Tensor;
  /**
   * A multiple by a power of two.
   *
   * `out = input · 2^other`
   *
   * Gradient: `input: g · 2^other;  other: g · out · ln 2`
   *
   * PyTorch: `torch.ldexp(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  ldexp(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * How many elements lie in each bin (or the sum of their weights), and the edges of the bins.
   *
   * `hist[k] = number of elements in bin k`
   *
   * PyTorch: `torch.histogram(Tensor input, int|Tensor bins, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor[]? out=None) -> (Tensor hist, Tensor bin_edges)`
   */
  histogram(bins: number | Tensor, options?: { range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { hist: Tensor; bin_edges: Tensor };
  /**
   * How many points (the last dim has their coordinates) lie in each cell of a grid, and the edges of the grid.
   *
   * `hist[i, j, …] = number of points in cell (i, j, …)`
   *
   * PyTorch: `torch.histogramdd(Tensor input, any bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> any`
   */
  histogramdd(bins: any, options?: { range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean }): any;
  /**
   * How many points (the last dim has their coordinates) lie in each cell of a grid, and the edges of the grid.
   *
   * `hist[i, j, …] = number of points in cell (i, j, …)`
   *
   * PyTorch: `torch.histogramdd(Tensor input, any bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> any`
   */
  histogramdd(options: { bins: any; range?: number | readonly number[] | null; weight?: Tensor | null; density?: boolean }): any;
  /**
   * A copy with some positions of a dim replaced.
   *
   * `out = input;  out[…, start:end:step, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
   */
  slice_scatter(src: Tensor, options?: { dim?: number; axis?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  /**
   * A copy with some positions of a dim replaced.
   *
   * `out = input;  out[…, start:end:step, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
   */
  slice_scatter(src: Tensor, dim: number, options?: { start?: number | null; end?: number | null; step?: number }): Tensor;
  /**
   * A copy with some positions of a dim replaced.
   *
   * `out = input;  out[…, start:end:step, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
   */
  slice_scatter(src: Tensor, dim: number, start: number | null, options?: { end?: number | null; step?: number }): Tensor;
  /**
   * A copy with some positions of a dim replaced.
   *
   * `out = input;  out[…, start:end:step, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
   */
  slice_scatter(src: Tensor, dim: number, start: number | null, end: number | null, options?: { step?: number }): Tensor;
  /**
   * A copy with some positions of a dim replaced.
   *
   * `out = input;  out[…, start:end:step, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)`
   */
  slice_scatter(src: Tensor, dim: number, start: number | null, end: number | null, step: number): Tensor;
  /**
   * A copy with one position of a dim replaced.
   *
   * `out = input;  out[…, index, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.select_scatter(Tensor input, Tensor src, int dim, int index)`
   */
  select_scatter(src: Tensor, dim: number, index: number): Tensor;
  /**
   * A copy with one position of a dim replaced.
   *
   * `out = input;  out[…, index, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.select_scatter(Tensor input, Tensor src, int dim, int index)`
   */
  select_scatter(src: Tensor, dim: number, options: { index: number }): Tensor;
  /**
   * A copy with one position of a dim replaced.
   *
   * `out = input;  out[…, index, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.select_scatter(Tensor input, Tensor src, int dim, int index)`
   */
  select_scatter(src: Tensor, options: ({ dim: number } | { axis: number }) & { index: number }): Tensor;
  /**
   * A copy with one position of a dim replaced.
   *
   * `out = input;  out[…, index, …] = src`
   *
   * Gradient: `input: g, 0 where it was replaced;  src: g where it stands`
   *
   * PyTorch: `torch.select_scatter(Tensor input, Tensor src, int dim, int index)`
   */
  select_scatter(options: ({ dim: number } | { axis: number }) & { src: Tensor; index: number }): Tensor;
  /**
   * A copy with a diagonal replaced.
   *
   * `out = input;  diagonal(out) = src`
   *
   * Gradient: `input: g, 0 on the diagonal;  src: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal_scatter(src: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /**
   * A copy with a diagonal replaced.
   *
   * `out = input;  diagonal(out) = src`
   *
   * Gradient: `input: g, 0 on the diagonal;  src: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal_scatter(src: Tensor, offset: number, options?: { dim1?: number; dim2?: number }): Tensor;
  /**
   * A copy with a diagonal replaced.
   *
   * `out = input;  diagonal(out) = src`
   *
   * Gradient: `input: g, 0 on the diagonal;  src: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal_scatter(src: Tensor, offset: number, dim1: number, options?: { dim2?: number }): Tensor;
  /**
   * A copy with a diagonal replaced.
   *
   * `out = input;  diagonal(out) = src`
   *
   * Gradient: `input: g, 0 on the diagonal;  src: the diagonal of g`
   *
   * PyTorch: `torch.diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)`
   */
  diagonal_scatter(src: Tensor, offset: number, dim1: number, dim2: number): Tensor;
  /**
   * Every element as a mantissa of ½ to 1 and a power of two.
   *
   * `input = mantissa · 2^exponent`
   *
   * Gradient: `input: g / 2^exponent`
   *
   * PyTorch: `torch.frexp(Tensor input, *, Tensor[]? out=None) -> (Tensor mantissa, Tensor exponent)`
   */
  frexp(options?: { out?: readonly Tensor[] | null }): Tensor[] & { mantissa: Tensor; exponent: Tensor };
  /**
   * 1 with the probability that `input` gives, else 0.
   *
   * `out ~ Bernoulli(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.bernoulli(Tensor input, *, any generator=None)`
   */
  bernoulli(options?: { generator?: any | null }): Tensor;
  /**
   * Positions drawn by their weights, for each row.
   *
   * `out ~ Categorical(input)`
   *
   * PyTorch: `torch.multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None, Tensor? out=None)`
   */
  multinomial(num_samples: number, options?: { replacement?: boolean; generator?: any | null; out?: Tensor | null }): Tensor;
  /**
   * Positions drawn by their weights, for each row.
   *
   * `out ~ Categorical(input)`
   *
   * PyTorch: `torch.multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None, Tensor? out=None)`
   */
  multinomial(num_samples: number, replacement: boolean, options?: { generator?: any | null; out?: Tensor | null }): Tensor;
  /**
   * Positions drawn by their weights, for each row.
   *
   * `out ~ Categorical(input)`
   *
   * PyTorch: `torch.multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None, Tensor? out=None)`
   */
  multinomial(options: { num_samples: number; replacement?: boolean; generator?: any | null; out?: Tensor | null }): Tensor;
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
  _standard_gamma_grad(output: Tensor): Tensor;
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
  _dirichlet_grad(alpha: Tensor, total: Tensor): Tensor;
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
  _dirichlet_grad(alpha: Tensor, options: { total: Tensor }): Tensor;
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
  _dirichlet_grad(options: { alpha: Tensor; total: Tensor }): Tensor;
  /**
   * Surrounds the last dims with one value; a negative margin cuts off.
   *
   * `out = input, with value around it`
   *
   * Gradient: `input: g within the margins`
   *
   * PyTorch: `torch.constant_pad_nd(Tensor input, int[] pad, Scalar|complex value=0)`
   */
  constant_pad_nd(pad: number | readonly number[], options?: { value?: number | boolean | Complex }): Tensor;
  /**
   * Surrounds the last dims with one value; a negative margin cuts off.
   *
   * `out = input, with value around it`
   *
   * Gradient: `input: g within the margins`
   *
   * PyTorch: `torch.constant_pad_nd(Tensor input, int[] pad, Scalar|complex value=0)`
   */
  constant_pad_nd(pad: number | readonly number[], value: number | boolean | Complex): Tensor;
  /**
   * Surrounds the last dims with one value; a negative margin cuts off.
   *
   * `out = input, with value around it`
   *
   * Gradient: `input: g within the margins`
   *
   * PyTorch: `torch.constant_pad_nd(Tensor input, int[] pad, Scalar|complex value=0)`
   */
  constant_pad_nd(options: { pad: number | readonly number[]; value?: number | boolean | Complex }): Tensor;
  /**
   * Zeroes what lies within [−lambd, lambd].
   *
   * `out = input where |input| > lambd, else 0`
   *
   * Gradient: `input: g where |input| > lambd`
   *
   * PyTorch: `torch.hardshrink(Tensor input, float lambd=0.5)`
   */
  hardshrink(options?: { lambd?: number }): Tensor;
  /**
   * Zeroes what lies within [−lambd, lambd].
   *
   * `out = input where |input| > lambd, else 0`
   *
   * Gradient: `input: g where |input| > lambd`
   *
   * PyTorch: `torch.hardshrink(Tensor input, float lambd=0.5)`
   */
  hardshrink(lambd: number): Tensor;
  /**
   * A leaky relu with a slope that is learnt.
   *
   * `out = input where input > 0, else weight · input`
   *
   * Gradient: `input: g where input > 0, else weight · g;  weight: Σ g · input where input ≤ 0`
   *
   * PyTorch: `torch.prelu(Tensor input, Tensor weight)`
   */
  prelu(weight: Tensor): Tensor;
  /**
   * Overwrites with the elements of `src`, broadcast and converted.
   *
   * `out = src`
   *
   * Gradient: `input: 0;  src: g`
   *
   * PyTorch: `torch.copy(Tensor input, Tensor|Scalar src, bool non_blocking=False)`
   */
  copy_(src: Tensor | number | boolean | Complex, options?: { non_blocking?: boolean }): Tensor;
  /**
   * Overwrites with the elements of `src`, broadcast and converted.
   *
   * `out = src`
   *
   * Gradient: `input: 0;  src: g`
   *
   * PyTorch: `torch.copy(Tensor input, Tensor|Scalar src, bool non_blocking=False)`
   */
  copy_(src: Tensor | number | boolean | Complex, non_blocking: boolean): Tensor;
  /**
   * Overwrites with one value.
   *
   * `out = value`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.fill(Tensor input, Scalar|complex value)`
   */
  fill_(value: number | boolean | Complex): Tensor;
  /**
   * Overwrites with the value of a tensor without dims.
   *
   * `out = value`
   *
   * Gradient: `input: 0;  value: Σ g`
   *
   * PyTorch: `torch.fill(Tensor input, Tensor value)`
   */
  fill_(value: Tensor): Tensor;
  /**
   * Overwrites the main diagonal with one value.
   *
   * `out[i, i, …] = fill_value`
   *
   * Gradient: `input: g, 0 on the diagonal`
   *
   * PyTorch: `torch.fill_diagonal(Tensor input, Scalar fill_value, bool wrap=False)`
   */
  fill_diagonal_(fill_value: number | boolean, options?: { wrap?: boolean }): Tensor;
  /**
   * Overwrites the main diagonal with one value.
   *
   * `out[i, i, …] = fill_value`
   *
   * Gradient: `input: g, 0 on the diagonal`
   *
   * PyTorch: `torch.fill_diagonal(Tensor input, Scalar fill_value, bool wrap=False)`
   */
  fill_diagonal_(fill_value: number | boolean, wrap: boolean): Tensor;
  /**
   * Overwrites with zeros.
   *
   * `out = 0`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.zero(Tensor input)`
   */
  zero_(): Tensor;
  /**
   * Adds `other`, scaled by `alpha`, to `input`.
   *
   * `out = input + alpha · other`
   *
   * Gradient: `input: g;  other: alpha · g`
   *
   * PyTorch: `torch.add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  add_(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Subtracts `other`, scaled by `alpha`, from `input`.
   *
   * `out = input − alpha · other`
   *
   * Gradient: `input: g;  other: −alpha · g`
   *
   * PyTorch: `torch.sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  sub_(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Multiplies `input` by `other`, element by element.
   *
   * `out = input · other`
   *
   * Gradient: `input: g · other;  other: g · input`
   *
   * PyTorch: `torch.mul(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  mul_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Divides `input` by `other`: truly, or rounded towards zero ('trunc') or down ('floor').
   *
   * `out = input / other`
   *
   * Gradient: `input: g / other;  other: −g · input / other² (0 with rounding_mode)`
   *
   * PyTorch: `torch.div(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
   */
  div_(other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  /**
   * Divides and rounds down.
   *
   * `out = ⌊input / other⌋`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.floor_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  floor_divide_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Python's modulus: the result has the sign of `other`.
   *
   * `out = input − other · ⌊input / other⌋`
   *
   * Gradient: `input: g;  other: −g · ⌊input / other⌋`
   *
   * PyTorch: `torch.remainder(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  remainder_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * C's fmod: the result has the sign of `input`.
   *
   * `out = input − other · trunc(input / other)`
   *
   * Gradient: `input: g;  other: −g · trunc(input / other)`
   *
   * PyTorch: `torch.fmod(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  fmod_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Raises `input` to the power `exponent`.
   *
   * `out = input ^ exponent`
   *
   * Gradient: `input: g · exponent · input^(exponent−1)`
   *
   * PyTorch: `torch.pow(Tensor input, Scalar exponent, *, Tensor? out=None)`
   */
  pow_(exponent: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Raises `input` to the power `exponent`, element by element.
   *
   * `out = input ^ exponent`
   *
   * Gradient: `input: g · exponent · input^(exponent−1);  exponent: g · out · ln(input)`
   *
   * PyTorch: `torch.pow(Tensor|complex input, Tensor|complex exponent, *, Tensor? out=None)`
   */
  pow_(exponent: Tensor | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The angle of the point (other, input).
   *
   * `out = atan2(input, other)`
   *
   * Gradient: `input: g · other / (input² + other²);  other: −g · input / (input² + other²)`
   *
   * PyTorch: `torch.atan2(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  atan2_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The length of the hypotenuse.
   *
   * `out = √(input² + other²)`
   *
   * Gradient: `input: g · input / out;  other: g · other / out`
   *
   * PyTorch: `torch.hypot(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  hypot_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * `input · ln(other)`, 0 where `input` is 0.
   *
   * `out = input · ln(other)`
   *
   * Gradient: `input: g · ln(other);  other: g · input / other`
   *
   * PyTorch: `torch.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  xlogy_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The next number after `input` that the dtype has, towards `other`.
   *
   * `out = the neighbour of input on the way to other`
   *
   * Gradient: `input: g where input ≠ other, 0 elsewhere;  other: 0`
   *
   * PyTorch: `torch.nextafter(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  nextafter_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The magnitude of `input` with the sign of `other`.
   *
   * `out = |input| · sign(other)`
   *
   * Gradient: `input: g · out / input, 0 at 0`
   *
   * PyTorch: `torch.copysign(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  copysign_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The step function; `values` where `input` is 0.
   *
   * `out = 0, values or 1 as input is negative, 0 or positive`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.heaviside(Tensor input, Tensor values, *, Tensor? out=None)`
   */
  heaviside_(values: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The greatest common divisor.
   *
   * `out = gcd(input, other)`
   *
   * PyTorch: `torch.gcd(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  gcd_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The least common multiple.
   *
   * `out = lcm(input, other)`
   *
   * PyTorch: `torch.lcm(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  lcm_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp_(end: Tensor, weight: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp_(end: Tensor, options: { weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * The point between `input` and `end` at `weight`.
   *
   * `out = input + weight · (end − input)`
   *
   * Gradient: `input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)`
   *
   * PyTorch: `torch.lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)`
   */
  lerp_(options: { end: Tensor; weight: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul_(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul_(tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a product.
   *
   * `out = input + value · tensor1 · tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1`
   *
   * PyTorch: `torch.addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcmul_(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv_(tensor1: Tensor, options: { tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Adds a quotient.
   *
   * `out = input + value · tensor1 / tensor2`
   *
   * Gradient: `input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²`
   *
   * PyTorch: `torch.addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)`
   */
  addcdiv_(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean; out?: Tensor | null }): Tensor;
  /**
   * Another name of `atan2`.
   *
   * `as atan2`
   *
   * PyTorch: `torch.arctan2(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  arctan2_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `sub`.
   *
   * `as sub`
   *
   * PyTorch: `torch.subtract(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)`
   */
  subtract_(other: Tensor | number | boolean | Complex, options?: { alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Another name of `mul`.
   *
   * `as mul`
   *
   * PyTorch: `torch.multiply(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  multiply_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `div`.
   *
   * `as div`
   *
   * PyTorch: `torch.divide(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)`
   */
  divide_(other: Tensor | number | boolean | Complex, options?: { rounding_mode?: string | null; out?: Tensor | null }): Tensor;
  /**
   * Another name of `div`.
   *
   * `as div`
   *
   * PyTorch: `torch.true_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  true_divide_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The n-th derivative of digamma.
   *
   * `out = ψ⁽ⁿ⁾(input)`
   *
   * Gradient: `input: g · ψ⁽ⁿ⁺¹⁾(input)`
   *
   * PyTorch: `torch.polygamma(Tensor input, int n)`
   */
  polygamma_(n: number): Tensor;
  /**
   * The n-th derivative of digamma.
   *
   * `out = ψ⁽ⁿ⁾(input)`
   *
   * Gradient: `input: g · ψ⁽ⁿ⁺¹⁾(input)`
   *
   * PyTorch: `torch.polygamma(Tensor input, int n)`
   */
  polygamma_(options: { n: number }): Tensor;
  /**
   * The negative.
   *
   * `out = −input`
   *
   * Gradient: `input: −g`
   *
   * PyTorch: `torch.neg(Tensor input, *, Tensor? out=None)`
   */
  neg_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The absolute value.
   *
   * `out = |input|`
   *
   * Gradient: `input: g · sgn(input)`
   *
   * PyTorch: `torch.abs(Tensor input, *, Tensor? out=None)`
   */
  abs_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sign: −1, 0 or 1.
   *
   * `out = sign(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.sign(Tensor input, *, Tensor? out=None)`
   */
  sign_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The exponential.
   *
   * `out = e^input`
   *
   * Gradient: `input: g · out`
   *
   * PyTorch: `torch.exp(Tensor input, *, Tensor? out=None)`
   */
  exp_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The power of two.
   *
   * `out = 2^input`
   *
   * Gradient: `input: g · out · ln 2`
   *
   * PyTorch: `torch.exp2(Tensor input, *, Tensor? out=None)`
   */
  exp2_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The exponential, less one.
   *
   * `out = e^input − 1`
   *
   * Gradient: `input: g · (out + 1)`
   *
   * PyTorch: `torch.expm1(Tensor input, *, Tensor? out=None)`
   */
  expm1_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The natural logarithm.
   *
   * `out = ln(input)`
   *
   * Gradient: `input: g / input`
   *
   * PyTorch: `torch.log(Tensor input, *, Tensor? out=None)`
   */
  log_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm to base 2.
   *
   * `out = log₂(input)`
   *
   * Gradient: `input: g / (input · ln 2)`
   *
   * PyTorch: `torch.log2(Tensor input, *, Tensor? out=None)`
   */
  log2_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm to base 10.
   *
   * `out = log₁₀(input)`
   *
   * Gradient: `input: g / (input · ln 10)`
   *
   * PyTorch: `torch.log10(Tensor input, *, Tensor? out=None)`
   */
  log10_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The natural logarithm of 1 + input.
   *
   * `out = ln(1 + input)`
   *
   * Gradient: `input: g / (input + 1)`
   *
   * PyTorch: `torch.log1p(Tensor input, *, Tensor? out=None)`
   */
  log1p_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The square root.
   *
   * `out = √input`
   *
   * Gradient: `input: g / (2 · out)`
   *
   * PyTorch: `torch.sqrt(Tensor input, *, Tensor? out=None)`
   */
  sqrt_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The reciprocal of the square root.
   *
   * `out = 1 / √input`
   *
   * Gradient: `input: −½ · g · out³`
   *
   * PyTorch: `torch.rsqrt(Tensor input, *, Tensor? out=None)`
   */
  rsqrt_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The square.
   *
   * `out = input²`
   *
   * Gradient: `input: 2 · g · input`
   *
   * PyTorch: `torch.square(Tensor input, *, Tensor? out=None)`
   */
  square_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The reciprocal.
   *
   * `out = 1 / input`
   *
   * Gradient: `input: −g · out²`
   *
   * PyTorch: `torch.reciprocal(Tensor input, *, Tensor? out=None)`
   */
  reciprocal_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sine.
   *
   * `out = sin(input)`
   *
   * Gradient: `input: g · cos(input)`
   *
   * PyTorch: `torch.sin(Tensor input, *, Tensor? out=None)`
   */
  sin_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The cosine.
   *
   * `out = cos(input)`
   *
   * Gradient: `input: −g · sin(input)`
   *
   * PyTorch: `torch.cos(Tensor input, *, Tensor? out=None)`
   */
  cos_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The tangent.
   *
   * `out = tan(input)`
   *
   * Gradient: `input: g · (1 + out²)`
   *
   * PyTorch: `torch.tan(Tensor input, *, Tensor? out=None)`
   */
  tan_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arcsine.
   *
   * `out = asin(input)`
   *
   * Gradient: `input: g / √(1 − input²)`
   *
   * PyTorch: `torch.asin(Tensor input, *, Tensor? out=None)`
   */
  asin_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arccosine.
   *
   * `out = acos(input)`
   *
   * Gradient: `input: −g / √(1 − input²)`
   *
   * PyTorch: `torch.acos(Tensor input, *, Tensor? out=None)`
   */
  acos_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The arctangent.
   *
   * `out = atan(input)`
   *
   * Gradient: `input: g / (1 + input²)`
   *
   * PyTorch: `torch.atan(Tensor input, *, Tensor? out=None)`
   */
  atan_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic sine.
   *
   * `out = sinh(input)`
   *
   * Gradient: `input: g · cosh(input)`
   *
   * PyTorch: `torch.sinh(Tensor input, *, Tensor? out=None)`
   */
  sinh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic cosine.
   *
   * `out = cosh(input)`
   *
   * Gradient: `input: g · sinh(input)`
   *
   * PyTorch: `torch.cosh(Tensor input, *, Tensor? out=None)`
   */
  cosh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The hyperbolic tangent.
   *
   * `out = tanh(input)`
   *
   * Gradient: `input: g · (1 − out²)`
   *
   * PyTorch: `torch.tanh(Tensor input, *, Tensor? out=None)`
   */
  tanh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic sine.
   *
   * `out = asinh(input)`
   *
   * Gradient: `input: g / √(input² + 1)`
   *
   * PyTorch: `torch.asinh(Tensor input, *, Tensor? out=None)`
   */
  asinh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic cosine.
   *
   * `out = acosh(input)`
   *
   * Gradient: `input: g / √(input² − 1)`
   *
   * PyTorch: `torch.acosh(Tensor input, *, Tensor? out=None)`
   */
  acosh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse hyperbolic tangent.
   *
   * `out = atanh(input)`
   *
   * Gradient: `input: g / (1 − input²)`
   *
   * PyTorch: `torch.atanh(Tensor input, *, Tensor? out=None)`
   */
  atanh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logistic function.
   *
   * `out = 1 / (1 + e^−input)`
   *
   * Gradient: `input: g · out · (1 − out)`
   *
   * PyTorch: `torch.sigmoid(Tensor input, *, Tensor? out=None)`
   */
  sigmoid_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rectified linear unit: negative elements become 0.
   *
   * `out = max(0, input)`
   *
   * Gradient: `input: g where out > 0`
   *
   * PyTorch: `torch.relu(Tensor input, *, Tensor? out=None)`
   */
  relu_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds down.
   *
   * `out = ⌊input⌋`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.floor(Tensor input, *, Tensor? out=None)`
   */
  floor_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds up.
   *
   * `out = ⌈input⌉`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.ceil(Tensor input, *, Tensor? out=None)`
   */
  ceil_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds towards zero.
   *
   * `out = trunc(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.trunc(Tensor input, *, Tensor? out=None)`
   */
  trunc_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Rounds to the nearest integer (or to `decimals` places), half to even.
   *
   * `out = round(input)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.round(Tensor input, *, int decimals=0, Tensor? out=None)`
   */
  round_(options?: { decimals?: number; out?: Tensor | null }): Tensor;
  /**
   * The fractional part.
   *
   * `out = input − trunc(input)`
   *
   * Gradient: `input: g`
   *
   * PyTorch: `torch.frac(Tensor input, *, Tensor? out=None)`
   */
  frac_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The error function.
   *
   * `out = 2/√π ∫₀^input e^−t² dt`
   *
   * Gradient: `input: g · 2/√π · e^−input²`
   *
   * PyTorch: `torch.erf(Tensor input, *, Tensor? out=None)`
   */
  erf_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The complementary error function.
   *
   * `out = 1 − erf(input)`
   *
   * Gradient: `input: −g · 2/√π · e^−input²`
   *
   * PyTorch: `torch.erfc(Tensor input, *, Tensor? out=None)`
   */
  erfc_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The inverse error function.
   *
   * `out = erf⁻¹(input)`
   *
   * Gradient: `input: g · √π/2 · e^(out²)`
   *
   * PyTorch: `torch.erfinv(Tensor input, *, Tensor? out=None)`
   */
  erfinv_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the absolute gamma function.
   *
   * `out = ln |Γ(input)|`
   *
   * Gradient: `input: g · digamma(input)`
   *
   * PyTorch: `torch.lgamma(Tensor input, *, Tensor? out=None)`
   */
  lgamma_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The derivative of lgamma.
   *
   * `out = Γ′(input) / Γ(input)`
   *
   * Gradient: `input: g · polygamma(1, input)`
   *
   * PyTorch: `torch.digamma(Tensor input, *, Tensor? out=None)`
   */
  digamma_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether an element is zero.
   *
   * `out = not input`
   *
   * PyTorch: `torch.logical_not(Tensor input, *, Tensor? out=None)`
   */
  logical_not_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Inverts every bit; of a bool, its negation.
   *
   * `out = ~input`
   *
   * PyTorch: `torch.bitwise_not(Tensor input, *, Tensor? out=None)`
   */
  bitwise_not_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num_(options?: { nan?: number | boolean | null; posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num_(nan: number | boolean | null, options?: { posinf?: number | boolean | null; neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num_(nan: number | boolean | null, posinf: number | boolean | null, options?: { neginf?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).
   *
   * `out = input where finite, else the number given`
   *
   * Gradient: `input: g where input is finite`
   *
   * PyTorch: `torch.nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)`
   */
  nan_to_num_(nan: number | boolean | null, posinf: number | boolean | null, neginf: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp_(options?: { min?: number | boolean | null; max?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp_(min: number | boolean | null, options?: { max?: number | boolean | null; out?: Tensor | null }): Tensor;
  /**
   * Limits every element to [min, max].
   *
   * `out = input, cut off to min ≤ out ≤ max`
   *
   * Gradient: `input: g where min < input < max`
   *
   * PyTorch: `torch.clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)`
   */
  clamp_(min: number | boolean | null, max: number | boolean | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip_(options?: { min?: Tensor | number | boolean | Complex | null; max?: Tensor | number | boolean | Complex | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip_(min: Tensor | number | boolean | Complex | null, options?: { max?: Tensor | number | boolean | Complex | null }): Tensor;
  /**
   * Another name of `clamp`.
   *
   * `as clamp`
   *
   * PyTorch: `torch.clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)`
   */
  clip_(min: Tensor | number | boolean | Complex | null, max: Tensor | number | boolean | Complex | null): Tensor;
  /**
   * Raises elements below `min` to it.
   *
   * `out = input where input > min, else min`
   *
   * Gradient: `input: g where input > min`
   *
   * PyTorch: `torch.clamp_min(Tensor input, Scalar min, *, Tensor? out=None)`
   */
  clamp_min_(min: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element by one of its own.
   *
   * `out = max(input, min)`
   *
   * Gradient: `input, min: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.clamp_min(Tensor input, Tensor min)`
   */
  clamp_min_(min: Tensor): Tensor;
  /**
   * Lowers elements above `max` to it.
   *
   * `out = input where input < max, else max`
   *
   * Gradient: `input: g where input < max`
   *
   * PyTorch: `torch.clamp_max(Tensor input, Scalar max, *, Tensor? out=None)`
   */
  clamp_max_(max: number | boolean, options?: { out?: Tensor | null }): Tensor;
  /**
   * Limits every element by one of its own.
   *
   * `out = min(input, max)`
   *
   * Gradient: `input, max: g where it was taken, half of it where they are equal`
   *
   * PyTorch: `torch.clamp_max(Tensor input, Tensor max)`
   */
  clamp_max_(max: Tensor): Tensor;
  /**
   * Another name of `abs`.
   *
   * `as abs`
   *
   * PyTorch: `torch.absolute(Tensor input, *, Tensor? out=None)`
   */
  absolute_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `neg`.
   *
   * `as neg`
   *
   * PyTorch: `torch.negative(Tensor input, *, Tensor? out=None)`
   */
  negative_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `asin`.
   *
   * `as asin`
   *
   * PyTorch: `torch.arcsin(Tensor input, *, Tensor? out=None)`
   */
  arcsin_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `acos`.
   *
   * `as acos`
   *
   * PyTorch: `torch.arccos(Tensor input, *, Tensor? out=None)`
   */
  arccos_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `atan`.
   *
   * `as atan`
   *
   * PyTorch: `torch.arctan(Tensor input, *, Tensor? out=None)`
   */
  arctan_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `asinh`.
   *
   * `as asinh`
   *
   * PyTorch: `torch.arcsinh(Tensor input, *, Tensor? out=None)`
   */
  arcsinh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `acosh`.
   *
   * `as acosh`
   *
   * PyTorch: `torch.arccosh(Tensor input, *, Tensor? out=None)`
   */
  arccosh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `atanh`.
   *
   * `as atanh`
   *
   * PyTorch: `torch.arctanh(Tensor input, *, Tensor? out=None)`
   */
  arctanh_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Another name of `trunc`.
   *
   * `as trunc`
   *
   * PyTorch: `torch.fix(Tensor input, *, Tensor? out=None)`
   */
  fix_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The modified Bessel function of the first kind, of order 0.
   *
   * `out = I0(input)`
   *
   * Gradient: `input: g · I1(input)`
   *
   * PyTorch: `torch.i0(Tensor input, *, Tensor? out=None)`
   */
  i0_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The regularized lower incomplete gamma function.
   *
   * `out = ∫₀^other t^(input−1) e^−t dt / Γ(input)`
   *
   * Gradient: `other: g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
   *
   * PyTorch: `torch.igamma(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  igamma_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The regularized upper incomplete gamma function.
   *
   * `out = ∫_other^∞ t^(input−1) e^−t dt / Γ(input)`
   *
   * Gradient: `other: −g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
   *
   * PyTorch: `torch.igammac(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  igammac_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The logarithm of the multivariate gamma function.
   *
   * `out = ln Γ_p(input)`
   *
   * Gradient: `input: g · Σ_k ψ(input − k / 2), k < p`
   *
   * PyTorch: `torch.mvlgamma(Tensor input, int p)`
   */
  mvlgamma_(p: number): Tensor;
  /**
   * The logarithm of the multivariate gamma function.
   *
   * `out = ln Γ_p(input)`
   *
   * Gradient: `input: g · Σ_k ψ(input − k / 2), k < p`
   *
   * PyTorch: `torch.mvlgamma(Tensor input, int p)`
   */
  mvlgamma_(options: { p: number }): Tensor;
  /**
   * The conjugates, in memory of their own; of numbers that are not complex, the tensor itself.
   *
   * `out = conj(input)`
   *
   * Gradient: `input: conj(g)`
   *
   * PyTorch: `torch.conj_physical(Tensor input, *, Tensor? out=None)`
   */
  conj_physical_(options?: { out?: Tensor | null }): Tensor;
  /**
   * The sign: −1, 0 or 1; of complex numbers that of their angle, at a size of 1.
   *
   * `out = input / |input|, 0 where input is`
   *
   * Gradient: `input: (g − out · Re(g · conj(out))) / |input|`
   *
   * PyTorch: `torch.sgn(Tensor input, *, Tensor? out=None)`
   */
  sgn_(options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether input = other, element by element.
   *
   * `out = input == other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.eq(Tensor input, Tensor|Scalar other)`
   */
  eq_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≠ other, element by element.
   *
   * `out = input ≠ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.ne(Tensor input, Tensor|Scalar other)`
   */
  ne_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≠ other, element by element.
   *
   * `out = input ≠ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.not_equal(Tensor input, Tensor|Scalar other)`
   */
  not_equal_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input < other, element by element.
   *
   * `out = input < other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.lt(Tensor input, Tensor|Scalar other)`
   */
  lt_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input < other, element by element.
   *
   * `out = input < other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.less(Tensor input, Tensor|Scalar other)`
   */
  less_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≤ other, element by element.
   *
   * `out = input ≤ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.le(Tensor input, Tensor|Scalar other)`
   */
  le_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≤ other, element by element.
   *
   * `out = input ≤ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.less_equal(Tensor input, Tensor|Scalar other)`
   */
  less_equal_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input > other, element by element.
   *
   * `out = input > other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.gt(Tensor input, Tensor|Scalar other)`
   */
  gt_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input > other, element by element.
   *
   * `out = input > other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.greater(Tensor input, Tensor|Scalar other)`
   */
  greater_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≥ other, element by element.
   *
   * `out = input ≥ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.ge(Tensor input, Tensor|Scalar other)`
   */
  ge_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether input ≥ other, element by element.
   *
   * `out = input ≥ other`
   *
   * Gradient: `input, other: 0`
   *
   * PyTorch: `torch.greater_equal(Tensor input, Tensor|Scalar other)`
   */
  greater_equal_(other: Tensor | number | boolean | Complex): Tensor;
  /**
   * Whether each element is not zero.
   *
   * `out = input and other`
   *
   * PyTorch: `torch.logical_and(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_and_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether either element is not zero.
   *
   * `out = input or other`
   *
   * PyTorch: `torch.logical_or(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_or_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Whether exactly one element is not zero.
   *
   * `out = input xor other`
   *
   * PyTorch: `torch.logical_xor(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  logical_xor_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by &; of bools, their logical counterpart.
   *
   * `out = input & other`
   *
   * PyTorch: `torch.bitwise_and(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_and_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by |; of bools, their logical counterpart.
   *
   * `out = input | other`
   *
   * PyTorch: `torch.bitwise_or(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_or_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of both, joined by ^; of bools, their logical counterpart.
   *
   * `out = input ^ other`
   *
   * PyTorch: `torch.bitwise_xor(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_xor_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of `input`, moved up by `other` places.
   *
   * `out = input · 2^other`
   *
   * PyTorch: `torch.bitwise_left_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_left_shift_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * The bits of `input`, moved down by `other` places.
   *
   * `out = ⌊input / 2^other⌋`
   *
   * PyTorch: `torch.bitwise_right_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
   */
  bitwise_right_shift_(other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose_(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose_(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.transpose(Tensor input, int dim0, int dim1)`
   */
  transpose_(options: { dim0: number; dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes_(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes_(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapaxes(Tensor input, int dim0, int dim1)`
   */
  swapaxes_(options: { dim0: number; dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims_(dim0: number, dim1: number): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims_(dim0: number, options: { dim1: number }): Tensor;
  /**
   * Swaps two dims.
   *
   * `out[…, i, …, j, …] = input[…, j, …, i, …]`
   *
   * Gradient: `input: g, swapped back`
   *
   * PyTorch: `torch.swapdims(Tensor input, int dim0, int dim1)`
   */
  swapdims_(options: { dim0: number; dim1: number }): Tensor;
  /**
   * The transpose of a matrix (of fewer dims, itself).
   *
   * `out[i, j] = input[j, i]`
   *
   * Gradient: `input: gᵀ`
   *
   * PyTorch: `torch.t(Tensor input)`
   */
  t_(): Tensor;
  /**
   * Inserts a dim of size 1.
   *
   * `out = input, with a dim of 1 at dim`
   *
   * Gradient: `input: g without that dim`
   *
   * PyTorch: `torch.unsqueeze(Tensor input, int dim)`
   */
  unsqueeze_(dim: number): Tensor;
  /**
   * Inserts a dim of size 1.
   *
   * `out = input, with a dim of 1 at dim`
   *
   * Gradient: `input: g without that dim`
   *
   * PyTorch: `torch.unsqueeze(Tensor input, int dim)`
   */
  unsqueeze_(options: ({ dim: number } | { axis: number })): Tensor;
  /**
   * Removes all dims of size 1.
   *
   * `out = input without its dims of 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input)`
   */
  squeeze_(): Tensor;
  /**
   * Removes a dim if its size is 1.
   *
   * `out = input without dim, if that is 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int dim)`
   */
  squeeze_(dim: number): Tensor;
  /**
   * Removes a dim if its size is 1.
   *
   * `out = input without dim, if that is 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int dim)`
   */
  squeeze_(options: ({ dim: number } | { axis: number })): Tensor;
  /**
   * Removes those of several dims whose size is 1.
   *
   * `out = input without those dims that are 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int[] dim)`
   */
  squeeze_(dim: number | readonly number[]): Tensor;
  /**
   * Removes those of several dims whose size is 1.
   *
   * `out = input without those dims that are 1`
   *
   * Gradient: `input: g, of the size of input`
   *
   * PyTorch: `torch.squeeze(Tensor input, int[] dim)`
   */
  squeeze_(options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] })): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided_(size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided_(size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided_(size: number | readonly number[], options: { stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  /**
   * A view of the storage by size, strides and offset.
   *
   * `out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]`
   *
   * Gradient: `input: g, added where it came from`
   *
   * PyTorch: `torch.as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)`
   */
  as_strided_(options: { size: number | readonly number[]; stride: number | readonly number[]; storage_offset?: number | null }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put_(indices: readonly any[], values: Tensor, options?: { accumulate?: boolean }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put_(indices: readonly any[], values: Tensor, accumulate: boolean): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put_(indices: readonly any[], options: { values: Tensor; accumulate?: boolean }): Tensor;
  /**
   * Writes (or adds) values at the positions that index tensors give.
   *
   * `out = input;  out[indices] = values`
   *
   * Gradient: `input: g, 0 at the indices (g when accumulating);  values: g[indices]`
   *
   * PyTorch: `torch._index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)`
   *
   * @internal
   */
  _index_put_(options: { indices: readonly any[]; values: Tensor; accumulate?: boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add_(dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add_(dim: number, index: Tensor, options: { source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add_(dim: number, options: { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Adds slices of `source` to those of `input` that a vector of indices names.
   *
   * `out[…, index[k], …] += alpha · source[…, k, …]`
   *
   * Gradient: `input: g;  source: alpha · g[…, index, …]`
   *
   * PyTorch: `torch.index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)`
   */
  index_add_(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy_(dim: number, index: Tensor, source: Tensor): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy_(dim: number, index: Tensor, options: { source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy_(dim: number, options: { index: Tensor; source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` by those of `source`.
   *
   * `out[…, index[k], …] = source[…, k, …]`
   *
   * Gradient: `input: g, 0 at index;  source: g[…, index, …]`
   *
   * PyTorch: `torch.index_copy(Tensor input, int dim, Tensor index, Tensor source)`
   */
  index_copy_(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill_(dim: number, index: Tensor, value: Tensor): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill_(dim: number, index: Tensor, options: { value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill_(dim: number, options: { index: Tensor; value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with the value of a tensor without dims.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index;  value: Σ g[…, index, …]`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Tensor value)`
   */
  index_fill_(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: Tensor }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill_(dim: number, index: Tensor, value: number | boolean | Complex): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill_(dim: number, index: Tensor, options: { value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill_(dim: number, options: { index: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites slices of `input` with one value.
   *
   * `out[…, index[k], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)`
   */
  index_fill_(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_(dim: number, index: Tensor, src: Tensor): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_(dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_(dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  /**
   * Writes elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = src[…, i, …]`
   *
   * Gradient: `input: g, 0 at index;  src: g at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter_(dim: number, index: Tensor, value: number | boolean): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter_(dim: number, index: Tensor, options: { value: number | boolean }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter_(dim: number, options: { index: Tensor; value: number | boolean }): Tensor;
  /**
   * Writes one value along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] = value`
   *
   * Gradient: `input: g, 0 at index`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Scalar value)`
   */
  scatter_(options: ({ dim: number } | { axis: number }) & { index: Tensor; value: number | boolean }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter_(dim: number, index: Tensor, src: Tensor | number | boolean | Complex, options?: { reduce?: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter_(dim: number, index: Tensor, options: { src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter_(dim: number, options: { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds or multiplies elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] ∘= src[…, i, …]`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.scatter(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)`
   */
  scatter_(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor | number | boolean | Complex; reduce: string }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add_(dim: number, index: Tensor, src: Tensor): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add_(dim: number, index: Tensor, options: { src: Tensor }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add_(dim: number, options: { index: Tensor; src: Tensor }): Tensor;
  /**
   * Adds elements of `src` along a dim, by an index of the same rank.
   *
   * `out[…, index[…, i, …], …] += src[…, i, …]`
   *
   * Gradient: `input: g;  src: g at index`
   *
   * PyTorch: `torch.scatter_add(Tensor input, int dim, Tensor index, Tensor src)`
   */
  scatter_add_(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce_(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce_(dim: number, index: Tensor, src: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce_(dim: number, index: Tensor, options: { src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce_(dim: number, options: { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j`
   *
   * Gradient: `sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result`
   *
   * PyTorch: `torch.scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)`
   */
  scatter_reduce_(options: ({ dim: number } | { axis: number }) & { index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill_(mask: Tensor, value: number | boolean | Complex): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill_(mask: Tensor, options: { value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Scalar|complex value)`
   */
  masked_fill_(options: { mask: Tensor; value: number | boolean | Complex }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill_(mask: Tensor, value: Tensor): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill_(mask: Tensor, options: { value: Tensor }): Tensor;
  /**
   * Overwrites the elements where `mask` holds.
   *
   * `out = mask ? value : input`
   *
   * Gradient: `input: g, 0 where mask;  value: Σ g where mask`
   *
   * PyTorch: `torch.masked_fill(Tensor input, Tensor mask, Tensor value)`
   */
  masked_fill_(options: { mask: Tensor; value: Tensor }): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter_(mask: Tensor, source: Tensor): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter_(mask: Tensor, options: { source: Tensor }): Tensor;
  /**
   * Overwrites the elements where `mask` holds by those of `source`, one after the other.
   *
   * `out[mask] = source`
   *
   * Gradient: `input: g, 0 where mask;  source: g[mask]`
   *
   * PyTorch: `torch.masked_scatter(Tensor input, Tensor mask, Tensor source)`
   */
  masked_scatter_(options: { mask: Tensor; source: Tensor }): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put_(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put_(index: Tensor, source: Tensor, accumulate: boolean): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put_(index: Tensor, options: { source: Tensor; accumulate?: boolean }): Tensor;
  /**
   * Overwrites (or adds to) elements of the flat tensor.
   *
   * `flat(out)[index] = source`
   *
   * Gradient: `input: g, 0 at index (g when accumulating);  source: g at index`
   *
   * PyTorch: `torch.put(Tensor input, Tensor index, Tensor source, bool accumulate=False)`
   */
  put_(options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  /**
   * The lower triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≤ diagonal`
   *
   * Gradient: `input: tril(g)`
   *
   * PyTorch: `torch.tril(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  tril_(options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  /**
   * The lower triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≤ diagonal`
   *
   * Gradient: `input: tril(g)`
   *
   * PyTorch: `torch.tril(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  tril_(diagonal: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * The upper triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≥ diagonal`
   *
   * Gradient: `input: triu(g)`
   *
   * PyTorch: `torch.triu(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  triu_(options?: { diagonal?: number; out?: Tensor | null }): Tensor;
  /**
   * The upper triangle of matrices; zeros elsewhere.
   *
   * `out[i, j] = input[i, j] where j − i ≥ diagonal`
   *
   * Gradient: `input: triu(g)`
   *
   * PyTorch: `torch.triu(Tensor input, int diagonal=0, *, Tensor? out=None)`
   */
  triu_(diagonal: number, options?: { out?: Tensor | null }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce_(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce_(dim: number, index: Tensor, source: Tensor, options: { reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce_(dim: number, index: Tensor, options: { source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce_(dim: number, options: { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.
   *
   * `out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j`
   *
   * Gradient: `as `scatter_reduce``
   *
   * PyTorch: `torch.index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)`
   */
  index_reduce_(options: ({ dim: number } | { axis: number }) & { index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /**
   * Running sums along a dim.
   *
   * `out[i] = Σ_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i]`
   *
   * PyTorch: `torch.cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumsum_(dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running sums along a dim.
   *
   * `out[i] = Σ_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i]`
   *
   * PyTorch: `torch.cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumsum_(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running products along a dim.
   *
   * `out[i] = Π_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]`
   *
   * PyTorch: `torch.cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumprod_(dim: number, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * Running products along a dim.
   *
   * `out[i] = Π_{j≤i} input[j]`
   *
   * Gradient: `input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]`
   *
   * PyTorch: `torch.cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)`
   */
  cumprod_(options: ({ dim: number } | { axis: number }) & { dtype?: DType | null; out?: Tensor | null }): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm_(mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm_(mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A matrix plus the product of two matrices.
   *
   * `out = beta · input + alpha · mat1 @ mat2`
   *
   * Gradient: `input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g`
   *
   * PyTorch: `torch.addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmm_(options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv_(mat: Tensor, vec: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv_(mat: Tensor, options: { vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · mat @ vec`
   *
   * Gradient: `input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g`
   *
   * PyTorch: `torch.addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addmv_(options: { mat: Tensor; vec: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm_(batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · Σ batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm_(batch1: Tensor, options: { batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · batch1 @ batch2`
   *
   * Gradient: `input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g`
   *
   * PyTorch: `torch.baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  baddbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr_(vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr_(vec1: Tensor, options: { vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * A tensor plus a product.
   *
   * `out = beta · input + alpha · vec1 ⊗ vec2`
   *
   * Gradient: `input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1`
   *
   * PyTorch: `torch.addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)`
   */
  addr_(options: { vec1: Tensor; vec2: Tensor; beta?: number | boolean | Complex; alpha?: number | boolean | Complex; out?: Tensor | null }): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm_(p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm_(p: number | boolean, dim: number, options: { maxnorm: number | boolean }): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm_(p: number | boolean, options: ({ dim: number } | { axis: number }) & { maxnorm: number | boolean }): Tensor;
  /**
   * Scales the slices of a dim whose norm is above `maxnorm` down to it.
   *
   * `out = input · min(1, maxnorm / ‖slice‖_p)`
   *
   * Gradient: `input: g where ‖slice‖_p ≤ maxnorm, else maxnorm / ‖slice‖_p · (g − input · ∂‖slice‖/∂input · Σ g · input / ‖slice‖)`
   *
   * PyTorch: `torch.renorm(Tensor input, Scalar p, int dim, Scalar maxnorm)`
   */
  renorm_(options: ({ dim: number } | { axis: number }) & { p: number | boolean; maxnorm: number | boolean }): Tensor;
  /**
   * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
   *
   * `out = ln(input / (1 − input))`
   *
   * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
   *
   * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
   */
  logit_(options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  /**
   * The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].
   *
   * `out = ln(input / (1 − input))`
   *
   * Gradient: `input: g / (input · (1 − input)), with eps 0 where input is limited`
   *
   * PyTorch: `torch.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
   */
  logit_(eps: number | null, options?: { out?: Tensor | null }): Tensor;
  /**
   * Degrees to radians.
   *
   * `out = input · π / 180`
   *
   * Gradient: `input: g · π / 180`
   *
   * PyTorch: `torch.deg2rad(Tensor input)`
   */
  deg2rad_(): Tensor;
  /**
   * Radians to degrees.
   *
   * `out = input · 180 / π`
   *
   * Gradient: `input: g · 180 / π`
   *
   * PyTorch: `torch.rad2deg(Tensor input)`
   */
  rad2deg_(): Tensor;
  /**
   * The normalised sinc.
   *
   * `out = sin(π · input) / (π · input), 1 at 0`
   *
   * Gradient: `input: g · (cos(π · input) − out) / input, 0 at 0`
   *
   * PyTorch: `torch.sinc(Tensor input, *, Tensor? out=None)`
   */
  sinc_(options?: { out?: Tensor | null }): Tensor;
  /**
   * A power in float64.
   *
   * `out = input ^ exponent`
   *
   * PyTorch: `torch.float_power(Tensor|Scalar|complex input, Tensor|Scalar|complex exponent)`
   */
  float_power_(exponent: Tensor | number | boolean | Complex | Complex): Tensor;
  /**
   * A multiple by a power of two.
   *
   * `out = input · 2^other`
   *
   * Gradient: `input: g · 2^other;  other: g · out · ln 2`
   *
   * PyTorch: `torch.ldexp(Tensor input, Tensor other, *, Tensor? out=None)`
   */
  ldexp_(other: Tensor, options?: { out?: Tensor | null }): Tensor;
  /**
   * Makes the tensor show the memory of `source`: all of it, or from an offset on with a size and strides.
   *
   * `memory of input = memory of source`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.set(Tensor input, Tensor source, int storage_offset=0, int[]? size=None, int[]? stride=None)`
   */
  set_(source: Tensor, options?: { storage_offset?: number; size?: number | readonly number[] | null; stride?: number | readonly number[] | null }): Tensor;
  /**
   * Makes the tensor show the memory of `source`: all of it, or from an offset on with a size and strides.
   *
   * `memory of input = memory of source`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.set(Tensor input, Tensor source, int storage_offset=0, int[]? size=None, int[]? stride=None)`
   */
  set_(source: Tensor, storage_offset: number, options?: { size?: number | readonly number[] | null; stride?: number | readonly number[] | null }): Tensor;
  /**
   * Makes the tensor show the memory of `source`: all of it, or from an offset on with a size and strides.
   *
   * `memory of input = memory of source`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.set(Tensor input, Tensor source, int storage_offset=0, int[]? size=None, int[]? stride=None)`
   */
  set_(source: Tensor, storage_offset: number, size: number | readonly number[] | null, options?: { stride?: number | readonly number[] | null }): Tensor;
  /**
   * Makes the tensor show the memory of `source`: all of it, or from an offset on with a size and strides.
   *
   * `memory of input = memory of source`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.set(Tensor input, Tensor source, int storage_offset=0, int[]? size=None, int[]? stride=None)`
   */
  set_(source: Tensor, storage_offset: number, size: number | readonly number[] | null, stride: number | readonly number[] | null): Tensor;
  /**
   * Makes the tensor one without elements.
   *
   * `input = []`
   *
   * Gradient: `none: PyTorch has no derivative of it`
   *
   * PyTorch: `torch.set(Tensor input)`
   */
  set_(): Tensor;
  /**
   * Becomes 1 with probability `p`, else 0.
   *
   * `out ~ Bernoulli(p)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.bernoulli(Tensor input, float p=0.5, *, any generator=None)`
   */
  bernoulli_(options?: { p?: number; generator?: any | null }): Tensor;
  /**
   * Becomes 1 with probability `p`, else 0.
   *
   * `out ~ Bernoulli(p)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.bernoulli(Tensor input, float p=0.5, *, any generator=None)`
   */
  bernoulli_(p: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes 1 with the probability that `p` gives, else 0.
   *
   * `out ~ Bernoulli(p)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.bernoulli(Tensor input, Tensor p, *, any generator=None)`
   */
  bernoulli_(p: Tensor, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes uniform random numbers in [from, to).
   *
   * `out ~ U[from, to)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.uniform(Tensor input, float from=0.0, float to=1.0, *, any generator=None)`
   */
  uniform_(options?: { from?: number; to?: number; generator?: any | null }): Tensor;
  /**
   * Becomes uniform random numbers in [from, to).
   *
   * `out ~ U[from, to)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.uniform(Tensor input, float from=0.0, float to=1.0, *, any generator=None)`
   */
  uniform_(from_: number, options?: { to?: number; generator?: any | null }): Tensor;
  /**
   * Becomes uniform random numbers in [from, to).
   *
   * `out ~ U[from, to)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.uniform(Tensor input, float from=0.0, float to=1.0, *, any generator=None)`
   */
  uniform_(from_: number, to: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes normal random numbers.
   *
   * `out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.normal(Tensor input, float mean=0.0, float std=1.0, *, any generator=None)`
   */
  normal_(options?: { mean?: number; std?: number; generator?: any | null }): Tensor;
  /**
   * Becomes normal random numbers.
   *
   * `out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.normal(Tensor input, float mean=0.0, float std=1.0, *, any generator=None)`
   */
  normal_(mean: number, options?: { std?: number; generator?: any | null }): Tensor;
  /**
   * Becomes normal random numbers.
   *
   * `out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.normal(Tensor input, float mean=0.0, float std=1.0, *, any generator=None)`
   */
  normal_(mean: number, std: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes exponential random numbers.
   *
   * `out ~ λ e^−λx`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.exponential(Tensor input, float lambd=1.0, *, any generator=None)`
   */
  exponential_(options?: { lambd?: number; generator?: any | null }): Tensor;
  /**
   * Becomes exponential random numbers.
   *
   * `out ~ λ e^−λx`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.exponential(Tensor input, float lambd=1.0, *, any generator=None)`
   */
  exponential_(lambd: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes random integers from `from` below `to`.
   *
   * `out ~ {from, …, to − 1}`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.random(Tensor input, int? from=None, int? to=None, *, any generator=None)`
   */
  random_(options?: { from?: number | null; to?: number | null; generator?: any | null }): Tensor;
  /**
   * Becomes random integers from `from` below `to`.
   *
   * `out ~ {from, …, to − 1}`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.random(Tensor input, int? from=None, int? to=None, *, any generator=None)`
   */
  random_(from_: number | null, options?: { to?: number | null; generator?: any | null }): Tensor;
  /**
   * Becomes random integers from `from` below `to`.
   *
   * `out ~ {from, …, to − 1}`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.random(Tensor input, int? from=None, int? to=None, *, any generator=None)`
   */
  random_(from_: number | null, to: number | null, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes geometric random numbers: at which trial the first succeeds.
   *
   * `out ~ p (1 − p)^(k − 1)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.geometric(Tensor input, float p, *, any generator=None)`
   */
  geometric_(p: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes geometric random numbers: at which trial the first succeeds.
   *
   * `out ~ p (1 − p)^(k − 1)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.geometric(Tensor input, float p, *, any generator=None)`
   */
  geometric_(options: { p: number; generator?: any | null }): Tensor;
  /**
   * Becomes random numbers of the Cauchy distribution.
   *
   * `out = median + sigma · tan(π (U − ½))`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.cauchy(Tensor input, float median=0, float sigma=1, *, any generator=None)`
   */
  cauchy_(options?: { median?: number; sigma?: number; generator?: any | null }): Tensor;
  /**
   * Becomes random numbers of the Cauchy distribution.
   *
   * `out = median + sigma · tan(π (U − ½))`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.cauchy(Tensor input, float median=0, float sigma=1, *, any generator=None)`
   */
  cauchy_(median: number, options?: { sigma?: number; generator?: any | null }): Tensor;
  /**
   * Becomes random numbers of the Cauchy distribution.
   *
   * `out = median + sigma · tan(π (U − ½))`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.cauchy(Tensor input, float median=0, float sigma=1, *, any generator=None)`
   */
  cauchy_(median: number, sigma: number, options?: { generator?: any | null }): Tensor;
  /**
   * Becomes random numbers whose logarithms are normal.
   *
   * `log out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.log_normal(Tensor input, float mean=1, float std=2, *, any generator=None)`
   */
  log_normal_(options?: { mean?: number; std?: number; generator?: any | null }): Tensor;
  /**
   * Becomes random numbers whose logarithms are normal.
   *
   * `log out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.log_normal(Tensor input, float mean=1, float std=2, *, any generator=None)`
   */
  log_normal_(mean: number, options?: { std?: number; generator?: any | null }): Tensor;
  /**
   * Becomes random numbers whose logarithms are normal.
   *
   * `log out ~ N(mean, std²)`
   *
   * Gradient: `input: 0`
   *
   * PyTorch: `torch.log_normal(Tensor input, float mean=1, float std=2, *, any generator=None)`
   */
  log_normal_(mean: number, std: number, options?: { generator?: any | null }): Tensor;
  /**
   * Scaled exponential linear unit.
   *
   * `out = 1.0507 · (input where input > 0, else 1.67326 · (e^input − 1))`
   *
   * Gradient: `input: g · slope of the curve`
   *
   * PyTorch: `torch.selu(Tensor input)`
   */
  selu_(): Tensor;
  /**
   * Continuously differentiable exponential linear unit.
   *
   * `out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))`
   *
   * Gradient: `input: g · slope of the curve`
   *
   * PyTorch: `torch.celu(Tensor input, float alpha=1.0)`
   */
  celu_(options?: { alpha?: number }): Tensor;
  /**
   * Continuously differentiable exponential linear unit.
   *
   * `out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))`
   *
   * Gradient: `input: g · slope of the curve`
   *
   * PyTorch: `torch.celu(Tensor input, float alpha=1.0)`
   */
  celu_(alpha: number): Tensor;
  /**
   * Replaces what is not above `threshold` by `value`.
   *
   * `out = input where input > threshold, else value`
   *
   * Gradient: `input: g where input > threshold`
   *
   * PyTorch: `torch.threshold(Tensor input, float threshold, float value)`
   */
  threshold_(threshold: number, value: number): Tensor;
  /**
   * Replaces what is not above `threshold` by `value`.
   *
   * `out = input where input > threshold, else value`
   *
   * Gradient: `input: g where input > threshold`
   *
   * PyTorch: `torch.threshold(Tensor input, float threshold, float value)`
   */
  threshold_(threshold: number, options: { value: number }): Tensor;
  /**
   * Replaces what is not above `threshold` by `value`.
   *
   * `out = input where input > threshold, else value`
   *
   * Gradient: `input: g where input > threshold`
   *
   * PyTorch: `torch.threshold(Tensor input, float threshold, float value)`
   */
  threshold_(options: { threshold: number; value: number }): Tensor;
  /**
   * A leaky relu whose slopes are given.
   *
   * `out = input · noise`
   *
   * Gradient: `input: g · noise`
   *
   * PyTorch: `torch.rrelu_with_noise(Tensor input, Tensor noise)`
   */
  rrelu_with_noise_(noise: Tensor): Tensor;
}
