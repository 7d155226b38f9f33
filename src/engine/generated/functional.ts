// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * A linear map of the last dim: (…, in) with a weight of (out, in) gives (…, out).
 *
 * `out = input @ weightᵀ + bias`
 *
 * Gradient: `input: g @ weight;  weight: gᵀ @ input;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.linear(Tensor input, Tensor weight, Tensor? bias=None)`
 */
export const linear = fn('nn.functional.linear') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null): Tensor;
  (options: { input: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
};

/**
 * A map linear in each of two inputs: (…, in1) and (…, in2) with a weight of (out, in1, in2) give (…, out).
 *
 * `out[o] = Σ_ij input1[i] · weight[o, i, j] · input2[j] + bias[o]`
 *
 * Gradient: `input1: Σ g · weight · input2;  input2: Σ g · input1 · weight;  weight: Σ g · input1 · input2;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)`
 */
export const bilinear = fn('nn.functional.bilinear') as {
  (input1: Tensor, input2: Tensor, weight: Tensor, options?: { bias?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null): Tensor;
  (input1: Tensor, input2: Tensor, options: { weight: Tensor; bias?: Tensor | null }): Tensor;
  (input1: Tensor, options: { input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  (options: { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
};

/**
 * A convolution over 1 dim: (N, C, …) with a weight of (out, C / groups, …). Padding is a number for each dim, 'valid' or 'same'.
 *
 * `out = input ⋆ weight + bias`
 *
 * Gradient: `input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv1d = fn('nn.functional.conv1d') as {
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
 * PyTorch: `torch.nn.functional.conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv2d = fn('nn.functional.conv2d') as {
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
 * PyTorch: `torch.nn.functional.conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`
 */
export const conv3d = fn('nn.functional.conv3d') as {
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
 * PyTorch: `torch.nn.functional.conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose1d = fn('nn.functional.conv_transpose1d') as {
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
 * PyTorch: `torch.nn.functional.conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose2d = fn('nn.functional.conv_transpose2d') as {
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
 * PyTorch: `torch.nn.functional.conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`
 */
export const conv_transpose3d = fn('nn.functional.conv_transpose3d') as {
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
 * Surrounds the last dims: mode 'constant' (with `value`), 'reflect', 'replicate' or 'circular'. `pad` lists the margins from the last dim on.
 *
 * `out = input with margins`
 *
 * Gradient: `input: g, added where it came from`
 *
 * PyTorch: `torch.nn.functional.pad(Tensor input, int[] pad, str mode='constant', float? value=None)`
 */
export const pad = fn('nn.functional.pad') as {
  (input: Tensor, pad: number | readonly number[], options?: { mode?: string; value?: number | null }): Tensor;
  (input: Tensor, pad: number | readonly number[], mode: string, options?: { value?: number | null }): Tensor;
  (input: Tensor, pad: number | readonly number[], mode: string, value: number | null): Tensor;
  (input: Tensor, options: { pad: number | readonly number[]; mode?: string; value?: number | null }): Tensor;
  (options: { input: Tensor; pad: number | readonly number[]; mode?: string; value?: number | null }): Tensor;
};

/**
 * The greatest element of each window over the last dim; with return_indices also where it is.
 *
 * `out = max over the window`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.nn.functional.max_pool1d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool1d = fn('nn.functional.max_pool1d') as {
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
 * PyTorch: `torch.nn.functional.max_pool2d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool2d = fn('nn.functional.max_pool2d') as {
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
 * PyTorch: `torch.nn.functional.max_pool3d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`
 */
export const max_pool3d = fn('nn.functional.max_pool3d') as {
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
 * PyTorch: `torch.nn.functional.avg_pool1d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True)`
 */
export const avg_pool1d = fn('nn.functional.avg_pool1d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean }): Tensor;
};

/**
 * The mean of each window over the last 2 dims.
 *
 * `out = Σ over the window / its size`
 *
 * Gradient: `input: g / size, added over windows`
 *
 * PyTorch: `torch.nn.functional.avg_pool2d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)`
 */
export const avg_pool2d = fn('nn.functional.avg_pool2d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, options?: { divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, divisor_override: number | null): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
};

/**
 * The mean of each window over the last 3 dims.
 *
 * `out = Σ over the window / its size`
 *
 * Gradient: `input: g / size, added over windows`
 *
 * PyTorch: `torch.nn.functional.avg_pool3d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)`
 */
export const avg_pool3d = fn('nn.functional.avg_pool3d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, options?: { count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, options?: { divisor_override?: number | null }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], ceil_mode: boolean, count_include_pad: boolean, divisor_override: number | null): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  (options: { input: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
};

/**
 * The p-norm of each window.
 *
 * `out = (Σ over the window inputᵖ)^(1/p)`
 *
 * Gradient: `input: g · input^(p−1) / out^(p−1), added over windows`
 *
 * PyTorch: `torch.nn.functional.lp_pool1d(Tensor input, float norm_type, int[] kernel_size, int[]? stride=None, bool ceil_mode=False)`
 */
export const lp_pool1d = fn('nn.functional.lp_pool1d') as {
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[] | null, ceil_mode: boolean): Tensor;
  (input: Tensor, norm_type: number, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (input: Tensor, options: { norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (options: { input: Tensor; norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
};

/**
 * The p-norm of each window.
 *
 * `out = (Σ over the window inputᵖ)^(1/p)`
 *
 * Gradient: `input: g · input^(p−1) / out^(p−1), added over windows`
 *
 * PyTorch: `torch.nn.functional.lp_pool2d(Tensor input, float norm_type, int[] kernel_size, int[]? stride=None, bool ceil_mode=False)`
 */
export const lp_pool2d = fn('nn.functional.lp_pool2d') as {
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { ceil_mode?: boolean }): Tensor;
  (input: Tensor, norm_type: number, kernel_size: number | readonly number[], stride: number | readonly number[] | null, ceil_mode: boolean): Tensor;
  (input: Tensor, norm_type: number, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (input: Tensor, options: { norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
  (options: { input: Tensor; norm_type: number; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; ceil_mode?: boolean }): Tensor;
};

/**
 * Means to an output of a given size over the last dim; None keeps the size of a dim.
 *
 * `out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g / size of the share`
 *
 * PyTorch: `torch.nn.functional.adaptive_avg_pool1d(Tensor input, int[]|any[] output_size)`
 */
export const adaptive_avg_pool1d = fn('nn.functional.adaptive_avg_pool1d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[]): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[] }): Tensor;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[] }): Tensor;
};

/**
 * Means to an output of a given size over the last 2 dims; None keeps the size of a dim.
 *
 * `out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g / size of the share`
 *
 * PyTorch: `torch.nn.functional.adaptive_avg_pool2d(Tensor input, int[]|any[] output_size)`
 */
export const adaptive_avg_pool2d = fn('nn.functional.adaptive_avg_pool2d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[]): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[] }): Tensor;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[] }): Tensor;
};

/**
 * Means to an output of a given size over the last 3 dims; None keeps the size of a dim.
 *
 * `out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g / size of the share`
 *
 * PyTorch: `torch.nn.functional.adaptive_avg_pool3d(Tensor input, int[]|any[] output_size)`
 */
export const adaptive_avg_pool3d = fn('nn.functional.adaptive_avg_pool3d') as {
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
 * PyTorch: `torch.nn.functional.adaptive_max_pool1d(Tensor input, int[]|any[] output_size, bool return_indices=False) -> any`
 */
export const adaptive_max_pool1d = fn('nn.functional.adaptive_max_pool1d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[], options?: { return_indices?: boolean }): any;
  (input: Tensor, output_size: number | readonly number[] | readonly any[], return_indices: boolean): any;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
};

/**
 * The greatest elements, to an output of a given size over the last 2 dims.
 *
 * `out[i] = max input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.nn.functional.adaptive_max_pool2d(Tensor input, int[]|any[] output_size, bool return_indices=False) -> any`
 */
export const adaptive_max_pool2d = fn('nn.functional.adaptive_max_pool2d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[], options?: { return_indices?: boolean }): any;
  (input: Tensor, output_size: number | readonly number[] | readonly any[], return_indices: boolean): any;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
};

/**
 * The greatest elements, to an output of a given size over the last 3 dims.
 *
 * `out[i] = max input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]`
 *
 * Gradient: `input: g at the greatest`
 *
 * PyTorch: `torch.nn.functional.adaptive_max_pool3d(Tensor input, int[]|any[] output_size, bool return_indices=False) -> any`
 */
export const adaptive_max_pool3d = fn('nn.functional.adaptive_max_pool3d') as {
  (input: Tensor, output_size: number | readonly number[] | readonly any[], options?: { return_indices?: boolean }): any;
  (input: Tensor, output_size: number | readonly number[] | readonly any[], return_indices: boolean): any;
  (input: Tensor, options: { output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
  (options: { input: Tensor; output_size: number | readonly number[] | readonly any[]; return_indices?: boolean }): any;
};

/**
 * Undoes max_pool1d as far as the indices tell: the greatest elements at their places, zeros elsewhere.
 *
 * `out[indices[i]] = input[i]`
 *
 * Gradient: `input: g[indices]`
 *
 * PyTorch: `torch.nn.functional.max_unpool1d(Tensor input, Tensor indices, int[] kernel_size, int[]? stride=None, int[] padding=0, int[]? output_size=None)`
 */
export const max_unpool1d = fn('nn.functional.max_unpool1d') as {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (options: { input: Tensor; indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
};

/**
 * Undoes max_pool2d as far as the indices tell: the greatest elements at their places, zeros elsewhere.
 *
 * `out[indices[i]] = input[i]`
 *
 * Gradient: `input: g[indices]`
 *
 * PyTorch: `torch.nn.functional.max_unpool2d(Tensor input, Tensor indices, int[] kernel_size, int[]? stride=None, int[] padding=0, int[]? output_size=None)`
 */
export const max_unpool2d = fn('nn.functional.max_unpool2d') as {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (options: { input: Tensor; indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
};

/**
 * Undoes max_pool3d as far as the indices tell: the greatest elements at their places, zeros elsewhere.
 *
 * `out[indices[i]] = input[i]`
 *
 * Gradient: `input: g[indices]`
 *
 * PyTorch: `torch.nn.functional.max_unpool3d(Tensor input, Tensor indices, int[] kernel_size, int[]? stride=None, int[] padding=0, int[]? output_size=None)`
 */
export const max_unpool3d = fn('nn.functional.max_unpool3d') as {
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, options?: { padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], options?: { output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, indices: Tensor, kernel_size: number | readonly number[], stride: number | readonly number[] | null, padding: number | readonly number[], output_size: number | readonly number[] | null): Tensor;
  (input: Tensor, indices: Tensor, options: { kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (input: Tensor, options: { indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
  (options: { input: Tensor; indices: Tensor; kernel_size: number | readonly number[]; stride?: number | readonly number[] | null; padding?: number | readonly number[]; output_size?: number | readonly number[] | null }): Tensor;
};

/**
 * The windows of (N, C, H, W) as columns (N, C · window, windows).
 *
 * `out[:, i] = window i of input`
 *
 * Gradient: `input: fold(g)`
 *
 * PyTorch: `torch.nn.functional.unfold(Tensor input, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)`
 */
export const unfold = fn('nn.functional.unfold') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], dilation: number | readonly number[], options?: { padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], options?: { stride?: number | readonly number[] }): Tensor;
  (input: Tensor, kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[]): Tensor;
  (input: Tensor, options: { kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (options: { input: Tensor; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
};

/**
 * Columns (N, C · window, windows) added up to (N, C, H, W).
 *
 * `window i of out += input[:, i]`
 *
 * Gradient: `input: unfold(g)`
 *
 * PyTorch: `torch.nn.functional.fold(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)`
 */
export const fold = fn('nn.functional.fold') as {
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], options?: { dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], options?: { padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], options?: { stride?: number | readonly number[] }): Tensor;
  (input: Tensor, output_size: number | readonly number[], kernel_size: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[]): Tensor;
  (input: Tensor, output_size: number | readonly number[], options: { kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (input: Tensor, options: { output_size: number | readonly number[]; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
  (options: { input: Tensor; output_size: number | readonly number[]; kernel_size: number | readonly number[]; dilation?: number | readonly number[]; padding?: number | readonly number[]; stride?: number | readonly number[] }): Tensor;
};

/**
 * Trades channels for resolution: (…, C·r², H, W) to (…, C, H·r, W·r).
 *
 * `out[c, h·r + i, w·r + j] = input[c·r² + i·r + j, h, w]`
 *
 * Gradient: `input: g, shuffled back`
 *
 * PyTorch: `torch.nn.functional.pixel_shuffle(Tensor input, int upscale_factor)`
 */
export const pixel_shuffle = fn('nn.functional.pixel_shuffle') as {
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
 * PyTorch: `torch.nn.functional.pixel_unshuffle(Tensor input, int downscale_factor)`
 */
export const pixel_unshuffle = fn('nn.functional.pixel_unshuffle') as {
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
 * PyTorch: `torch.nn.functional.channel_shuffle(Tensor input, int groups)`
 */
export const channel_shuffle = fn('nn.functional.channel_shuffle') as {
  (input: Tensor, groups: number): Tensor;
  (input: Tensor, options: { groups: number }): Tensor;
  (options: { input: Tensor; groups: number }): Tensor;
};

/**
 * Resizes the spatial dims of (N, C, …) to `size` or by `scale_factor`; mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'trilinear', 'bicubic' or 'area'.
 *
 * `out[i] = Σ_k weight(i, k) · input[k]`
 *
 * Gradient: `input[k]: Σ_i weight(i, k) · g[i]`
 *
 * PyTorch: `torch.nn.functional.interpolate(Tensor input, int[]? size=None, float[]? scale_factor=None, str mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None, bool antialias=False)`
 */
export const interpolate = fn('nn.functional.interpolate') as {
  (input: Tensor, options?: { size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, options?: { scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, options?: { mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, options?: { align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, align_corners: boolean | null, options?: { recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, align_corners: boolean | null, recompute_scale_factor: boolean | null, options?: { antialias?: boolean }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, align_corners: boolean | null, recompute_scale_factor: boolean | null, antialias: boolean): Tensor;
  (options: { input: Tensor; size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
};

/**
 * The older name of interpolate.
 *
 * `out[i] = Σ_k weight(i, k) · input[k]`
 *
 * PyTorch: `torch.nn.functional.upsample(Tensor input, int[]? size=None, float[]? scale_factor=None, str mode='nearest', bool? align_corners=None)`
 */
export const upsample = fn('nn.functional.upsample') as {
  (input: Tensor, options?: { size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, options?: { scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, options?: { mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, options?: { align_corners?: boolean | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null, mode: string, align_corners: boolean | null): Tensor;
  (options: { input: Tensor; size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null; mode?: string; align_corners?: boolean | null }): Tensor;
};

/**
 * interpolate with mode 'nearest'.
 *
 * `out[i] = Σ_k weight(i, k) · input[k]`
 *
 * PyTorch: `torch.nn.functional.upsample_nearest(Tensor input, int[]? size=None, float[]? scale_factor=None)`
 */
export const upsample_nearest = fn('nn.functional.upsample_nearest') as {
  (input: Tensor, options?: { size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, options?: { scale_factor?: number | readonly number[] | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null): Tensor;
  (options: { input: Tensor; size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null }): Tensor;
};

/**
 * interpolate with mode 'bilinear' and align_corners.
 *
 * `out[i] = Σ_k weight(i, k) · input[k]`
 *
 * PyTorch: `torch.nn.functional.upsample_bilinear(Tensor input, int[]? size=None, float[]? scale_factor=None)`
 */
export const upsample_bilinear = fn('nn.functional.upsample_bilinear') as {
  (input: Tensor, options?: { size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, options?: { scale_factor?: number | readonly number[] | null }): Tensor;
  (input: Tensor, size: number | readonly number[] | null, scale_factor: number | readonly number[] | null): Tensor;
  (options: { input: Tensor; size?: number | readonly number[] | null; scale_factor?: number | readonly number[] | null }): Tensor;
};

/**
 * The maximum within windows that lie at random, so that the result has a size or a part of the size.
 *
 * `out[…, i] = max of window i`
 *
 * Gradient: `input: g at the greatest elements`
 *
 * PyTorch: `torch.nn.functional.fractional_max_pool2d(Tensor input, int[] kernel_size, int[]? output_size=None, float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None) -> any`
 */
export const fractional_max_pool2d = fn('nn.functional.fractional_max_pool2d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, options?: { output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, options?: { return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, return_indices: boolean, options?: { _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, return_indices: boolean, _random_samples: Tensor | null): any;
  (input: Tensor, options: { kernel_size: number | readonly number[]; output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (options: { input: Tensor; kernel_size: number | readonly number[]; output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
};

/**
 * The maximum within windows that lie at random, so that the result has a size or a part of the size.
 *
 * `out[…, i] = max of window i`
 *
 * Gradient: `input: g at the greatest elements`
 *
 * PyTorch: `torch.nn.functional.fractional_max_pool3d(Tensor input, int[] kernel_size, int[]? output_size=None, float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None) -> any`
 */
export const fractional_max_pool3d = fn('nn.functional.fractional_max_pool3d') as {
  (input: Tensor, kernel_size: number | readonly number[], options?: { output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, options?: { output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, options?: { return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, return_indices: boolean, options?: { _random_samples?: Tensor | null }): any;
  (input: Tensor, kernel_size: number | readonly number[], output_size: number | readonly number[] | null, output_ratio: number | readonly number[] | null, return_indices: boolean, _random_samples: Tensor | null): any;
  (input: Tensor, options: { kernel_size: number | readonly number[]; output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  (options: { input: Tensor; kernel_size: number | readonly number[]; output_size?: number | readonly number[] | null; output_ratio?: number | readonly number[] | null; return_indices?: boolean; _random_samples?: Tensor | null }): any;
};

/**
 * Elements of (N, C, H, W) at the points (x, y) in [−1, 1] of a grid (N, H′, W′, 2); or of (N, C, D, H, W) at (x, y, z).
 *
 * `out[n, :, h, w] = input[n] at grid[n, h, w]`
 *
 * Gradient: `input: g, added around the points;  grid: g · the slope of the input there`
 *
 * PyTorch: `torch.nn.functional.grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool? align_corners=None)`
 */
export const grid_sample = fn('nn.functional.grid_sample') as {
  (input: Tensor, grid: Tensor, options?: { mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, options?: { padding_mode?: string; align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, padding_mode: string, options?: { align_corners?: boolean | null }): Tensor;
  (input: Tensor, grid: Tensor, mode: string, padding_mode: string, align_corners: boolean | null): Tensor;
  (options: { input: Tensor; grid: Tensor; mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
};

/**
 * The grid of points that affine maps (N, 2, 3) make of an image of `size` (N, C, H, W); in 3-D, of maps (N, 3, 4).
 *
 * `out[n, h, w] = theta[n] · (x_w, y_h, 1)`
 *
 * Gradient: `theta: Σ g · (x, y, 1)`
 *
 * PyTorch: `torch.nn.functional.affine_grid(Tensor theta, int[] size, bool? align_corners=None)`
 */
export const affine_grid = fn('nn.functional.affine_grid') as {
  (theta: Tensor, size: number | readonly number[], options?: { align_corners?: boolean | null }): Tensor;
  (theta: Tensor, size: number | readonly number[], align_corners: boolean | null): Tensor;
  (theta: Tensor, options: { size: number | readonly number[]; align_corners?: boolean | null }): Tensor;
  (options: { theta: Tensor; size: number | readonly number[]; align_corners?: boolean | null }): Tensor;
};

/**
 * Exponential linear unit.
 *
 * `out = input where input > 0, else alpha · (e^input − 1)`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.nn.functional.elu(Tensor input, float alpha=1.0, bool inplace=False)`
 */
export const elu = fn('nn.functional.elu') as {
  (input: Tensor, options?: { alpha?: number; inplace?: boolean }): Tensor;
  (input: Tensor, alpha: number, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, alpha: number, inplace: boolean): Tensor;
  (options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
};

/**
 * Scaled exponential linear unit.
 *
 * `out = 1.0507 · (input where input > 0, else 1.67326 · (e^input − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.nn.functional.selu(Tensor input, bool inplace=False)`
 */
export const selu = fn('nn.functional.selu') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * Continuously differentiable exponential linear unit.
 *
 * `out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))`
 *
 * Gradient: `input: g · slope of the curve`
 *
 * PyTorch: `torch.nn.functional.celu(Tensor input, float alpha=1.0, bool inplace=False)`
 */
export const celu = fn('nn.functional.celu') as {
  (input: Tensor, options?: { alpha?: number; inplace?: boolean }): Tensor;
  (input: Tensor, alpha: number, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, alpha: number, inplace: boolean): Tensor;
  (options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
};

/**
 * Limits every element to [min_val, max_val].
 *
 * `out = input, cut off to min_val ≤ out ≤ max_val`
 *
 * Gradient: `input: g where min_val < input < max_val`
 *
 * PyTorch: `torch.nn.functional.hardtanh(Tensor input, float min_val=-1.0, float max_val=1.0, bool inplace=False)`
 */
export const hardtanh = fn('nn.functional.hardtanh') as {
  (input: Tensor, options?: { min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
  (input: Tensor, min_val: number, options?: { max_val?: number; inplace?: boolean }): Tensor;
  (input: Tensor, min_val: number, max_val: number, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, min_val: number, max_val: number, inplace: boolean): Tensor;
  (options: { input: Tensor; min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
};

/**
 * Limits every element to [0, 6].
 *
 * `out = min(max(input, 0), 6)`
 *
 * Gradient: `input: g where 0 < input < 6`
 *
 * PyTorch: `torch.nn.functional.relu6(Tensor input, bool inplace=False)`
 */
export const relu6 = fn('nn.functional.relu6') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * A sigmoid of straight pieces.
 *
 * `out = min(max(input + 3, 0), 6) / 6`
 *
 * Gradient: `input: g / 6 where −3 < input < 3`
 *
 * PyTorch: `torch.nn.functional.hardsigmoid(Tensor input, bool inplace=False)`
 */
export const hardsigmoid = fn('nn.functional.hardsigmoid') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * A swish of straight pieces.
 *
 * `out = input · min(max(input + 3, 0), 6) / 6`
 *
 * Gradient: `input: 0 below −3, g above 3, else g · (input / 3 + ½)`
 *
 * PyTorch: `torch.nn.functional.hardswish(Tensor input, bool inplace=False)`
 */
export const hardswish = fn('nn.functional.hardswish') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * Zeroes what lies within [−lambd, lambd].
 *
 * `out = input where |input| > lambd, else 0`
 *
 * Gradient: `input: g where |input| > lambd`
 *
 * PyTorch: `torch.nn.functional.hardshrink(Tensor input, float lambd=0.5)`
 */
export const hardshrink = fn('nn.functional.hardshrink') as {
  (input: Tensor, options?: { lambd?: number }): Tensor;
  (input: Tensor, lambd: number): Tensor;
  (options: { input: Tensor; lambd?: number }): Tensor;
};

/**
 * Moves every element by lambd towards zero.
 *
 * `out = input − lambd above lambd, input + lambd below −lambd, else 0`
 *
 * Gradient: `input: g where |input| > lambd`
 *
 * PyTorch: `torch.nn.functional.softshrink(Tensor input, float lambd=0.5)`
 */
export const softshrink = fn('nn.functional.softshrink') as {
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
 * PyTorch: `torch.nn.functional.threshold(Tensor input, float threshold, float value, bool inplace=False)`
 */
export const threshold = fn('nn.functional.threshold') as {
  (input: Tensor, threshold: number, value: number, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, threshold: number, value: number, inplace: boolean): Tensor;
  (input: Tensor, threshold: number, options: { value: number; inplace?: boolean }): Tensor;
  (input: Tensor, options: { threshold: number; value: number; inplace?: boolean }): Tensor;
  (options: { input: Tensor; threshold: number; value: number; inplace?: boolean }): Tensor;
};

/**
 * Negative elements are scaled by `negative_slope`.
 *
 * `out = input where input > 0, else negative_slope · input`
 *
 * Gradient: `input: g where input > 0, else negative_slope · g`
 *
 * PyTorch: `torch.nn.functional.leaky_relu(Tensor input, float negative_slope=0.01, bool inplace=False)`
 */
export const leaky_relu = fn('nn.functional.leaky_relu') as {
  (input: Tensor, options?: { negative_slope?: number; inplace?: boolean }): Tensor;
  (input: Tensor, negative_slope: number, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, negative_slope: number, inplace: boolean): Tensor;
  (options: { input: Tensor; negative_slope?: number; inplace?: boolean }): Tensor;
};

/**
 * Sigmoid-weighted linear unit, also called swish.
 *
 * `out = input · sigmoid(input)`
 *
 * Gradient: `input: g · σ · (1 + input · (1 − σ))`
 *
 * PyTorch: `torch.nn.functional.silu(Tensor input, bool inplace=False)`
 */
export const silu = fn('nn.functional.silu') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * A smooth activation that is not monotonic.
 *
 * `out = input · tanh(softplus(input))`
 *
 * Gradient: `input: g · (tanh(sp) + input · σ · (1 − tanh²(sp)))`
 *
 * PyTorch: `torch.nn.functional.mish(Tensor input, bool inplace=False)`
 */
export const mish = fn('nn.functional.mish') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * A smooth relu; linear where beta · input is above `threshold`.
 *
 * `out = ln(1 + e^(beta · input)) / beta`
 *
 * Gradient: `input: g · sigmoid(beta · input)`
 *
 * PyTorch: `torch.nn.functional.softplus(Tensor input, float beta=1, float threshold=20)`
 */
export const softplus = fn('nn.functional.softplus') as {
  (input: Tensor, options?: { beta?: number; threshold?: number }): Tensor;
  (input: Tensor, beta: number, options?: { threshold?: number }): Tensor;
  (input: Tensor, beta: number, threshold: number): Tensor;
  (options: { input: Tensor; beta?: number; threshold?: number }): Tensor;
};

/**
 * The logarithm of sigmoid.
 *
 * `out = ln(sigmoid(input))`
 *
 * Gradient: `input: g · sigmoid(−input)`
 *
 * PyTorch: `torch.nn.functional.logsigmoid(Tensor input)`
 */
export const logsigmoid = fn('nn.functional.logsigmoid') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Rectified linear unit: negative elements become 0.
 *
 * `out = max(0, input)`
 *
 * PyTorch: `torch.nn.functional.relu(Tensor input, bool inplace=False)`
 */
export const relu = fn('nn.functional.relu') as {
  (input: Tensor, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, inplace: boolean): Tensor;
  (options: { input: Tensor; inplace?: boolean }): Tensor;
};

/**
 * The hyperbolic tangent.
 *
 * `out = tanh(input)`
 *
 * PyTorch: `torch.nn.functional.tanh(Tensor input)`
 */
export const tanh = fn('nn.functional.tanh') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * The logistic function.
 *
 * `out = 1 / (1 + e^−input)`
 *
 * PyTorch: `torch.nn.functional.sigmoid(Tensor input)`
 */
export const sigmoid = fn('nn.functional.sigmoid') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Gaussian error linear unit, exact or by its 'tanh' approximation.
 *
 * `out = input · Φ(input)`
 *
 * Gradient: `input: g · (Φ(input) + input · φ(input))`
 *
 * PyTorch: `torch.nn.functional.gelu(Tensor input, *, str approximate='none', Tensor? out=None)`
 */
export const gelu = fn('nn.functional.gelu') as {
  (input: Tensor, options?: { approximate?: string; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; approximate?: string; out?: Tensor | null }): Tensor;
};

/**
 * Gated linear unit: the first half of a dim, gated by the sigmoid of the second.
 *
 * `out = a · sigmoid(b),  input = [a, b] along dim`
 *
 * Gradient: `a: g · sigmoid(b);  b: g · a · sigmoid(b) · (1 − sigmoid(b))`
 *
 * PyTorch: `torch.nn.functional.glu(Tensor input, int dim=-1)`
 */
export const glu = fn('nn.functional.glu') as {
  (input: Tensor, options?: { dim?: number; axis?: number }): Tensor;
  (input: Tensor, dim: number): Tensor;
  (options: { input: Tensor; dim?: number; axis?: number }): Tensor;
};

/**
 * A leaky relu with a slope that is learnt.
 *
 * `out = input where input > 0, else weight · input`
 *
 * Gradient: `input: g where input > 0, else weight · g;  weight: Σ g · input where input ≤ 0`
 *
 * PyTorch: `torch.nn.functional.prelu(Tensor input, Tensor weight)`
 */
export const prelu = fn('nn.functional.prelu') as {
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
 * PyTorch: `torch.nn.functional.rrelu(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False, bool inplace=False)`
 */
export const rrelu = fn('nn.functional.rrelu') as {
  (input: Tensor, options?: { lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, options?: { upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, lower: number, upper: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * A rational sigmoid.
 *
 * `out = input / (1 + |input|)`
 *
 * Gradient: `input: g / (1 + |input|)²`
 *
 * PyTorch: `torch.nn.functional.softsign(Tensor input)`
 */
export const softsign = fn('nn.functional.softsign') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * What tanh takes away.
 *
 * `out = input − tanh(input)`
 *
 * Gradient: `input: g · tanh²(input)`
 *
 * PyTorch: `torch.nn.functional.tanhshrink(Tensor input)`
 */
export const tanhshrink = fn('nn.functional.tanhshrink') as {
  (input: Tensor): Tensor;
  (options: { input: Tensor }): Tensor;
};

/**
 * Exponentials, scaled to a sum of 1 along a dim.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * PyTorch: `torch.nn.functional.softmax(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)`
 */
export const softmax = fn('nn.functional.softmax') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, dtype: DType | null): Tensor;
  (options: { input: Tensor; dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
};

/**
 * The logarithm of softmax.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * PyTorch: `torch.nn.functional.log_softmax(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)`
 */
export const log_softmax = fn('nn.functional.log_softmax') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, dtype: DType | null): Tensor;
  (options: { input: Tensor; dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
};

/**
 * Softmax of the negative.
 *
 * `out = e^−input / Σ_dim e^−input`
 *
 * PyTorch: `torch.nn.functional.softmin(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)`
 */
export const softmin = fn('nn.functional.softmin') as {
  (input: Tensor, options?: { dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, dtype: DType | null): Tensor;
  (options: { input: Tensor; dim?: number | null; axis?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
};

/**
 * A random one-hot vector along a dim (soft, or exactly one with `hard`) with gradients through the soft one.
 *
 * `out = softmax((logits + G) / tau),  G ~ Gumbel(0, 1)`
 *
 * PyTorch: `torch.nn.functional.gumbel_softmax(Tensor logits, float tau=1, bool hard=False, float eps=1e-10, int dim=-1)`
 */
export const gumbel_softmax = fn('nn.functional.gumbel_softmax') as {
  (logits: Tensor, options?: { tau?: number; hard?: boolean; eps?: number; dim?: number; axis?: number }): Tensor;
  (logits: Tensor, tau: number, options?: { hard?: boolean; eps?: number; dim?: number; axis?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, options?: { eps?: number; dim?: number; axis?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, options?: { dim?: number; axis?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, dim: number): Tensor;
  (options: { logits: Tensor; tau?: number; hard?: boolean; eps?: number; dim?: number; axis?: number }): Tensor;
};

/**
 * Normalizes over the last dims, whose sizes `normalized_shape` gives.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)`
 */
export const layer_norm = fn('nn.functional.layer_norm') as {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { bias?: Tensor | null; eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, options?: { eps?: number }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
};

/**
 * Normalizes over groups of channels of each sample.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)`
 */
export const group_norm = fn('nn.functional.group_norm') as {
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
 * PyTorch: `torch.nn.functional.rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None)`
 */
export const rms_norm = fn('nn.functional.rms_norm') as {
  (input: Tensor, normalized_shape: number | readonly number[], options?: { weight?: Tensor | null; eps?: number | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, options?: { eps?: number | null }): Tensor;
  (input: Tensor, normalized_shape: number | readonly number[], weight: Tensor | null, eps: number | null): Tensor;
  (input: Tensor, options: { normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null }): Tensor;
  (options: { input: Tensor; normalized_shape: number | readonly number[]; weight?: Tensor | null; eps?: number | null }): Tensor;
};

/**
 * Divides by a power of the mean square over neighbouring channels.
 *
 * `out = input / (k + alpha · mean_{channels near} input²)^beta`
 *
 * Gradient: `through the quotient`
 *
 * PyTorch: `torch.nn.functional.local_response_norm(Tensor input, int size, float alpha=1e-4, float beta=0.75, float k=1.0)`
 */
export const local_response_norm = fn('nn.functional.local_response_norm') as {
  (input: Tensor, size: number, options?: { alpha?: number; beta?: number; k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, options?: { beta?: number; k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, beta: number, options?: { k?: number }): Tensor;
  (input: Tensor, size: number, alpha: number, beta: number, k: number): Tensor;
  (input: Tensor, options: { size: number; alpha?: number; beta?: number; k?: number }): Tensor;
  (options: { input: Tensor; size: number; alpha?: number; beta?: number; k?: number }): Tensor;
};

/**
 * Normalizes each channel over the batch, or by running statistics; `training` changes those.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float? momentum=0.1, float eps=1e-5)`
 */
export const batch_norm = fn('nn.functional.batch_norm') as {
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options?: { weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number | null; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options?: { bias?: Tensor | null; training?: boolean; momentum?: number | null; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, options?: { training?: boolean; momentum?: number | null; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, options?: { momentum?: number | null; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number | null, options?: { eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number | null, eps: number): Tensor;
  (input: Tensor, running_mean: Tensor | null, options: { running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number | null; eps?: number }): Tensor;
  (input: Tensor, options: { running_mean: Tensor | null; running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number | null; eps?: number }): Tensor;
  (options: { input: Tensor; running_mean: Tensor | null; running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number | null; eps?: number }): Tensor;
};

/**
 * Normalizes each channel of each sample over its spatial dims.
 *
 * `out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)`
 *
 * Gradient: `input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-5)`
 */
export const instance_norm = fn('nn.functional.instance_norm') as {
  (input: Tensor, options?: { running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, options?: { running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options?: { weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options?: { bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, options?: { use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, options?: { momentum?: number; eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, momentum: number, options?: { eps?: number }): Tensor;
  (input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, bias: Tensor | null, use_input_stats: boolean, momentum: number, eps: number): Tensor;
  (options: { input: Tensor; running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
};

/**
 * Zeroes elements with probability `p` and scales the others so that the mean stays.
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.dropout(Tensor input, float p=0.5, bool training=True, bool inplace=False)`
 */
export const dropout = fn('nn.functional.dropout') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Dropout that keeps the mean and variance of SELU's outputs.
 *
 * `out = a · (input where kept, else −1.7581) + b`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.alpha_dropout(Tensor input, float p=0.5, bool training=False, bool inplace=False)`
 */
export const alpha_dropout = fn('nn.functional.alpha_dropout') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Alpha dropout of whole channels.
 *
 * `out = a · (input where kept, else −1.7581) + b`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.feature_alpha_dropout(Tensor input, float p=0.5, bool training=False, bool inplace=False)`
 */
export const feature_alpha_dropout = fn('nn.functional.feature_alpha_dropout') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Zeroes whole channels of (N, C, L) or (C, L).
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.dropout1d(Tensor input, float p=0.5, bool training=True, bool inplace=False)`
 */
export const dropout1d = fn('nn.functional.dropout1d') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Zeroes whole channels of (N, C, H, W).
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.dropout2d(Tensor input, float p=0.5, bool training=True, bool inplace=False)`
 */
export const dropout2d = fn('nn.functional.dropout2d') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Zeroes whole channels of (N, C, D, H, W) or (C, D, H, W).
 *
 * `out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)`
 *
 * Gradient: `input: g · kept / (1 − p)`
 *
 * PyTorch: `torch.nn.functional.dropout3d(Tensor input, float p=0.5, bool training=True, bool inplace=False)`
 */
export const dropout3d = fn('nn.functional.dropout3d') as {
  (input: Tensor, options?: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, options?: { training?: boolean; inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, options?: { inplace?: boolean }): Tensor;
  (input: Tensor, p: number, training: boolean, inplace: boolean): Tensor;
  (options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
};

/**
 * Rows of a table by their numbers; the row `padding_idx` gets no gradient.
 *
 * `out[i] = weight[indices[i]]`
 *
 * Gradient: `weight: g, added at indices (divided by their frequency with scale_grad_by_freq)`
 *
 * PyTorch: `torch.nn.functional.embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False)`
 */
export const embedding = fn('nn.functional.embedding') as {
  (input: Tensor, weight: Tensor, options?: { padding_idx?: number | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding_idx: number | null, options?: { max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding_idx: number | null, max_norm: number | null, options?: { norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding_idx: number | null, max_norm: number | null, norm_type: number, options?: { scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding_idx: number | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, options?: { sparse?: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding_idx: number | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, sparse: boolean): Tensor;
  (options: { input: Tensor; weight: Tensor; padding_idx?: number | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
};

/**
 * Sums, means or maxima of bags of rows of a table; a bag starts at each of `offsets`, or is a row of a 2-D input.
 *
 * `out[b] = Σ_{i in bag b} weight[input[i]]`
 *
 * Gradient: `weight: g[b] at the rows of bag b (divided by their count for the mean)`
 *
 * PyTorch: `torch.nn.functional.embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None)`
 */
export const embedding_bag = fn('nn.functional.embedding_bag') as {
  (input: Tensor, weight: Tensor, options?: { offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, options?: { max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, options?: { norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, options?: { scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, options?: { mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, options?: { sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, options?: { per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, options?: { include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, include_last_offset: boolean, options?: { padding_idx?: number | null }): Tensor;
  (input: Tensor, weight: Tensor, offsets: Tensor | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: string, sparse: boolean, per_sample_weights: Tensor | null, include_last_offset: boolean, padding_idx: number | null): Tensor;
  (options: { input: Tensor; weight: Tensor; offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
};

/**
 * Of each class a vector of zeros with a one in its place.
 *
 * `out[i, input[i]] = 1`
 *
 * PyTorch: `torch.nn.functional.one_hot(Tensor input, int num_classes=-1)`
 */
export const one_hot = fn('nn.functional.one_hot') as {
  (input: Tensor, options?: { num_classes?: number }): Tensor;
  (input: Tensor, num_classes: number): Tensor;
  (options: { input: Tensor; num_classes?: number }): Tensor;
};

/**
 * Values averaged by how well their keys match each query: (…, L, E), (…, S, E), (…, S, V) give (…, L, V).
 *
 * `out = softmax(query · keyᵀ / √E + mask) · value`
 *
 * Gradient: `through the two products and the softmax`
 *
 * PyTorch: `torch.nn.functional.scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False)`
 */
export const scaled_dot_product_attention = fn('nn.functional.scaled_dot_product_attention') as {
  (query: Tensor, key: Tensor, value: Tensor, options?: { attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | null, options?: { dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | null, dropout_p: number, options?: { is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | null, dropout_p: number, is_causal: boolean, options?: { scale?: number | null; enable_gqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, options: { value: Tensor; attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  (query: Tensor, options: { key: Tensor; value: Tensor; attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  (options: { query: Tensor; key: Tensor; value: Tensor; attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
};

/**
 * The mean of the squared differences.
 *
 * `out = mean (input − target)²`
 *
 * Gradient: `input: 2 · g · (input − target) / n;  target: the negative`
 *
 * PyTorch: `torch.nn.functional.mse_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const mse_loss = fn('nn.functional.mse_loss') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The mean of the absolute differences.
 *
 * `out = mean |input − target|`
 *
 * Gradient: `input: g · sign(input − target) / n;  target: the negative`
 *
 * PyTorch: `torch.nn.functional.l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const l1_loss = fn('nn.functional.l1_loss') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Squared differences below `beta`, absolute ones above.
 *
 * `out = mean (½ d² / beta where |d| < beta, else |d| − ½ beta),  d = input − target`
 *
 * Gradient: `input: g · clamp(d / beta, −1, 1) / n;  target: the negative`
 *
 * PyTorch: `torch.nn.functional.smooth_l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', float beta=1.0)`
 */
export const smooth_l1_loss = fn('nn.functional.smooth_l1_loss') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string, options?: { beta?: number }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string, beta: number): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string; beta?: number }): Tensor;
};

/**
 * Squared differences up to `delta`, absolute ones scaled by it above.
 *
 * `out = mean (½ d² where |d| ≤ delta, else delta · (|d| − ½ delta)),  d = input − target`
 *
 * Gradient: `input: g · clamp(d, −delta, delta) / n;  target: the negative`
 *
 * PyTorch: `torch.nn.functional.huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1.0)`
 */
export const huber_loss = fn('nn.functional.huber_loss') as {
  (input: Tensor, target: Tensor, options?: { reduction?: string; delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, options?: { delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: string, delta: number): Tensor;
  (options: { input: Tensor; target: Tensor; reduction?: string; delta?: number }): Tensor;
};

/**
 * The cross-entropy of probabilities with targets between 0 and 1; logarithms are kept above −100.
 *
 * `out = −mean (target · ln input + (1 − target) · ln(1 − input)) · weight`
 *
 * Gradient: `input: g · (input − target) / (input · (1 − input)) · weight / n;  target: g · (ln(1 − input) − ln input) · weight / n`
 *
 * PyTorch: `torch.nn.functional.binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const binary_cross_entropy = fn('nn.functional.binary_cross_entropy') as {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The cross-entropy of logits with targets between 0 and 1; `pos_weight` scales the positive part.
 *
 * `out = −mean (pos_weight · target · ln σ(input) + (1 − target) · ln(1 − σ(input))) · weight`
 *
 * Gradient: `input: g · (σ(input) − target) · weight / n (more at target with pos_weight);  target: g · (ln(1 − σ(input)) − pos_weight · ln σ(input)) · weight / n`
 *
 * PyTorch: `torch.nn.functional.binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean', Tensor? pos_weight=None)`
 */
export const binary_cross_entropy_with_logits = fn('nn.functional.binary_cross_entropy_with_logits') as {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string; pos_weight?: Tensor | null }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, reduction: string, options?: { pos_weight?: Tensor | null }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, reduction: string, pos_weight: Tensor | null): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string; pos_weight?: Tensor | null }): Tensor;
};

/**
 * The logistic loss of scores with targets 1 and −1.
 *
 * `out = mean ln(1 + e^(−target · input))`
 *
 * Gradient: `input: −g · target · σ(−target · input) / n`
 *
 * PyTorch: `torch.nn.functional.soft_margin_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const soft_margin_loss = fn('nn.functional.soft_margin_loss') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The Kullback–Leibler divergence of log-probabilities from targets; reduction 'batchmean' divides by the batch size.
 *
 * `out = mean target · (ln target − input)`
 *
 * Gradient: `input: −g · target / n`
 *
 * PyTorch: `torch.nn.functional.kl_div(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', bool log_target=False)`
 */
export const kl_div = fn('nn.functional.kl_div') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string; log_target?: boolean }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string; log_target?: boolean }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string; log_target?: boolean }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string, options?: { log_target?: boolean }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string, log_target: boolean): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string; log_target?: boolean }): Tensor;
};

/**
 * The negative log-likelihood of counts under a Poisson distribution of rate e^input (or `input`).
 *
 * `out = mean (e^input − target · input)`
 *
 * Gradient: `input: g · (e^input − target) / n`
 *
 * PyTorch: `torch.nn.functional.poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-8, bool? reduce=None, str reduction='mean')`
 */
export const poisson_nll_loss = fn('nn.functional.poisson_nll_loss') as {
  (input: Tensor, target: Tensor, options?: { log_input?: boolean; full?: boolean; size_average?: boolean | null; eps?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, options?: { full?: boolean; size_average?: boolean | null; eps?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, options?: { size_average?: boolean | null; eps?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, size_average: boolean | null, options?: { eps?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, size_average: boolean | null, eps: number, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, size_average: boolean | null, eps: number, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, log_input: boolean, full: boolean, size_average: boolean | null, eps: number, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; log_input?: boolean; full?: boolean; size_average?: boolean | null; eps?: number; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The negative log-likelihood of targets under normal distributions of mean `input` and variance `var`.
 *
 * `out = mean ½ (ln var + (input − target)² / var)`
 *
 * Gradient: `input: g · (input − target) / var / n`
 *
 * PyTorch: `torch.nn.functional.gaussian_nll_loss(Tensor input, Tensor target, Tensor|float var, bool full=False, float eps=1e-6, str reduction='mean')`
 */
export const gaussian_nll_loss = fn('nn.functional.gaussian_nll_loss') as {
  (input: Tensor, target: Tensor, var_: Tensor | number, options?: { full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, var_: Tensor | number, full: boolean, options?: { eps?: number; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, var_: Tensor | number, full: boolean, eps: number, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, var_: Tensor | number, full: boolean, eps: number, reduction: string): Tensor;
  (input: Tensor, target: Tensor, options: { var: Tensor | number; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (input: Tensor, options: { target: Tensor; var: Tensor | number; full?: boolean; eps?: number; reduction?: string }): Tensor;
  (options: { input: Tensor; target: Tensor; var: Tensor | number; full?: boolean; eps?: number; reduction?: string }): Tensor;
};

/**
 * The negative log-probability of the target classes: input (N, C, …) of log-probabilities, target (N, …) of classes.
 *
 * `out = −mean(weight[target] · input[target]) (a mean over the weights with weight)`
 *
 * Gradient: `input: −g · weight[target] / n at target, 0 elsewhere (n is the sum of the weights with weight)`
 *
 * PyTorch: `torch.nn.functional.nll_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean')`
 */
export const nll_loss = fn('nn.functional.nll_loss') as {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, options?: { ignore_index?: number; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The cross-entropy of logits (N, C, …) with target classes (N, …), or with target probabilities (N, C, …).
 *
 * `out = −mean ln softmax(input)[target]`
 *
 * Gradient: `input: g · (softmax(input) − onehot(target)) / n`
 *
 * PyTorch: `torch.nn.functional.cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0)`
 */
export const cross_entropy = fn('nn.functional.cross_entropy') as {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, options?: { ignore_index?: number; reduce?: boolean | null; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, options?: { reduce?: boolean | null; reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, reduce: boolean | null, options?: { reduction?: string; label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, reduce: boolean | null, reduction: string, options?: { label_smoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, ignore_index: number, reduce: boolean | null, reduction: string, label_smoothing: number): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: boolean | null; ignore_index?: number; reduce?: boolean | null; reduction?: string; label_smoothing?: number }): Tensor;
};

/**
 * The mean over classes of the logistic losses of several labels at once.
 *
 * `out = −mean (target · ln σ(input) + (1 − target) · ln σ(−input)) · weight`
 *
 * Gradient: `input: g · (σ(input) − target) / n`
 *
 * PyTorch: `torch.nn.functional.multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const multilabel_soft_margin_loss = fn('nn.functional.multilabel_soft_margin_loss') as {
  (input: Tensor, target: Tensor, options?: { weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Wants `input1` above `input2` by `margin` where the target is 1, below where it is −1.
 *
 * `out = mean max(0, −target · (input1 − input2) + margin)`
 *
 * Gradient: `input1: −g · target / n where the loss is positive;  input2: the negative`
 *
 * PyTorch: `torch.nn.functional.margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const margin_ranking_loss = fn('nn.functional.margin_ranking_loss') as {
  (input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Distances: small where the target is 1, at least `margin` where it is −1.
 *
 * `out = mean (input where target = 1, max(0, margin − input) where target = −1)`
 *
 * Gradient: `input: g / n where target = 1, −g / n where target = −1 and input < margin`
 *
 * PyTorch: `torch.nn.functional.hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const hinge_embedding_loss = fn('nn.functional.hinge_embedding_loss') as {
  (input: Tensor, target: Tensor, options?: { margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Angles: small where the target is 1, their cosine at most `margin` where it is −1.
 *
 * `out = mean (1 − cos where target = 1, max(0, cos − margin) where target = −1)`
 *
 * Gradient: `through the cosine of input1 and input2`
 *
 * PyTorch: `torch.nn.functional.cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const cosine_embedding_loss = fn('nn.functional.cosine_embedding_loss') as {
  (input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Wants the anchor nearer to the positive than to the negative by `margin`.
 *
 * `out = mean max(0, d(anchor, positive) − d(anchor, negative) + margin)`
 *
 * Gradient: `through the distances, where the loss is positive`
 *
 * PyTorch: `torch.nn.functional.triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-6, bool swap=False, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const triplet_margin_loss = fn('nn.functional.triplet_margin_loss') as {
  (anchor: Tensor, positive: Tensor, negative: Tensor, options?: { margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options?: { p?: number; eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, options?: { eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, options?: { swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (anchor: Tensor, positive: Tensor, options: { negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (anchor: Tensor, options: { positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (options: { anchor: Tensor; positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Triplet margin loss with a distance of your own.
 *
 * `out = mean max(0, d(anchor, positive) − d(anchor, negative) + margin)`
 *
 * Gradient: `through the distances, where the loss is positive`
 *
 * PyTorch: `torch.nn.functional.triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, *, any distance_function=None, float margin=1.0, bool swap=False, str reduction='mean')`
 */
export const triplet_margin_with_distance_loss = fn('nn.functional.triplet_margin_with_distance_loss') as {
  (anchor: Tensor, positive: Tensor, negative: Tensor, options?: { distance_function?: any | null; margin?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, positive: Tensor, options: { negative: Tensor; distance_function?: any | null; margin?: number; swap?: boolean; reduction?: string }): Tensor;
  (anchor: Tensor, options: { positive: Tensor; negative: Tensor; distance_function?: any | null; margin?: number; swap?: boolean; reduction?: string }): Tensor;
  (options: { anchor: Tensor; positive: Tensor; negative: Tensor; distance_function?: any | null; margin?: number; swap?: boolean; reduction?: string }): Tensor;
};

/**
 * Wants the score of the target class above all others by `margin`.
 *
 * `out = mean Σ_{i≠target} max(0, margin − input[target] + input[i])ᵖ / C`
 *
 * Gradient: `input: p · max(0, …)^(p−1) · weight / C for i ≠ target, minus their sum at target`
 *
 * PyTorch: `torch.nn.functional.multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1.0, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const multi_margin_loss = fn('nn.functional.multi_margin_loss') as {
  (input: Tensor, target: Tensor, options?: { p?: number; margin?: number; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, options?: { margin?: number; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, options?: { weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; p?: number; margin?: number; weight?: Tensor | null; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * Wants the scores of several target classes above those of all others by 1. A row of the target lists classes up to the first −1.
 *
 * `out = mean Σ_{t in target, i not in target} max(0, 1 − input[t] + input[i]) / C`
 *
 * Gradient: `input: 1 / C for each pair whose loss is positive`
 *
 * PyTorch: `torch.nn.functional.multilabel_margin_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')`
 */
export const multilabel_margin_loss = fn('nn.functional.multilabel_margin_loss') as {
  (input: Tensor, target: Tensor, options?: { size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, options?: { reduce?: boolean | null; reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, options?: { reduction?: string }): Tensor;
  (input: Tensor, target: Tensor, size_average: boolean | null, reduce: boolean | null, reduction: string): Tensor;
  (options: { input: Tensor; target: Tensor; size_average?: boolean | null; reduce?: boolean | null; reduction?: string }): Tensor;
};

/**
 * The CTC loss of log-probabilities (T, N, C) for label sequences; the mean is over the losses divided by the target lengths.
 *
 * `out[b] = −ln Σ_alignments Π_t p[t, b, label_t]`
 *
 * Gradient: `log_probs: g · (p − share of the alignments through each label), which supposes log_probs from log_softmax`
 *
 * PyTorch: `torch.nn.functional.ctc_loss(Tensor log_probs, Tensor targets, Tensor|int[] input_lengths, Tensor|int[] target_lengths, int blank=0, str reduction='mean', bool zero_infinity=False)`
 */
export const ctc_loss = fn('nn.functional.ctc_loss') as {
  (log_probs: Tensor, targets: Tensor, input_lengths: Tensor | number | readonly number[], target_lengths: Tensor | number | readonly number[], options?: { blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: Tensor | number | readonly number[], target_lengths: Tensor | number | readonly number[], blank: number, options?: { reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: Tensor | number | readonly number[], target_lengths: Tensor | number | readonly number[], blank: number, reduction: string, options?: { zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: Tensor | number | readonly number[], target_lengths: Tensor | number | readonly number[], blank: number, reduction: string, zero_infinity: boolean): Tensor;
  (log_probs: Tensor, targets: Tensor, input_lengths: Tensor | number | readonly number[], options: { target_lengths: Tensor | number | readonly number[]; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, targets: Tensor, options: { input_lengths: Tensor | number | readonly number[]; target_lengths: Tensor | number | readonly number[]; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (log_probs: Tensor, options: { targets: Tensor; input_lengths: Tensor | number | readonly number[]; target_lengths: Tensor | number | readonly number[]; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  (options: { log_probs: Tensor; targets: Tensor; input_lengths: Tensor | number | readonly number[]; target_lengths: Tensor | number | readonly number[]; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
};

/**
 * The cosine of the angle between vectors along a dim.
 *
 * `out = x1 · x2 / (max(‖x1‖, eps) · max(‖x2‖, eps))`
 *
 * Gradient: `x1: g · (x2 / ‖x2‖ − out · x1 / ‖x1‖) / ‖x1‖;  x2: likewise`
 *
 * PyTorch: `torch.nn.functional.cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-8)`
 */
export const cosine_similarity = fn('nn.functional.cosine_similarity') as {
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
 * PyTorch: `torch.nn.functional.pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-6, bool keepdim=False)`
 */
export const pairwise_distance = fn('nn.functional.pairwise_distance') as {
  (x1: Tensor, x2: Tensor, options?: { p?: number; eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options?: { eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, options?: { keepdim?: boolean; keepdims?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, keepdim: boolean): Tensor;
  (options: { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean; keepdims?: boolean }): Tensor;
};

/**
 * Scales vectors along a dim to a p-norm of 1.
 *
 * `out = input / max(‖input‖ₚ, eps)`
 *
 * Gradient: `input: (g − out · Σ (g · out)) / ‖input‖  (p = 2)`
 *
 * PyTorch: `torch.nn.functional.normalize(Tensor input, float p=2.0, int|int[] dim=1, float eps=1e-12, Tensor? out=None)`
 */
export const normalize = fn('nn.functional.normalize') as {
  (input: Tensor, options?: { p?: number; dim?: number | number | readonly number[]; axis?: number | number | readonly number[]; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, options?: { dim?: number | number | readonly number[]; axis?: number | number | readonly number[]; eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, dim: number | number | readonly number[], options?: { eps?: number; out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, dim: number | number | readonly number[], eps: number, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, p: number, dim: number | number | readonly number[], eps: number, out: Tensor | null): Tensor;
  (options: { input: Tensor; p?: number; dim?: number | number | readonly number[]; axis?: number | number | readonly number[]; eps?: number; out?: Tensor | null }): Tensor;
};

/**
 * The p-norm distances of all pairs of rows, the upper triangle of `cdist(input, input)`.
 *
 * `out = ‖input[i] − input[j]‖ₚ for i < j`
 *
 * Gradient: `input[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d`
 *
 * PyTorch: `torch.nn.functional.pdist(Tensor input, float p=2.0)`
 */
export const pdist = fn('nn.functional.pdist') as {
  (input: Tensor, options?: { p?: number }): Tensor;
  (input: Tensor, p: number): Tensor;
  (options: { input: Tensor; p?: number }): Tensor;
};
