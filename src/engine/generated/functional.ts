// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * Exponentials, scaled to a sum of 1 along a dim.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * Gradient: `input: out · (g − Σ_dim (g · out))`
 *
 * PyTorch: `torch.nn.functional.softmax(Tensor input, int dim, dtype? dtype=None)`
 */
export const softmax = fn('nn.functional.softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
};

/**
 * The logarithm of softmax.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * Gradient: `input: g − e^out · Σ_dim g`
 *
 * PyTorch: `torch.nn.functional.log_softmax(Tensor input, int dim, dtype? dtype=None)`
 */
export const log_softmax = fn('nn.functional.log_softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
};

/**
 * A linear map of the last dim: (…, in) with a weight of (out, in) gives (…, out).
 *
 * `out = input · weightᵀ + bias`
 *
 * Gradient: `input: g · weight;  weight: gᵀ · input;  bias: Σ g`
 *
 * PyTorch: `torch.nn.functional.linear(Tensor input, Tensor weight, Tensor? bias=None)`
 */
export const linear = fn('nn.functional.linear') as {
  (input: Tensor, weight: Tensor, options?: { bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null): Tensor;
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
};

/**
 * Limits every element to [min_val, max_val].
 *
 * `out = min(max(input, min_val), max_val)`
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
};

/**
 * Gaussian error linear unit, exact or by its 'tanh' approximation.
 *
 * `out = input · Φ(input)`
 *
 * Gradient: `input: g · (Φ(input) + input · φ(input))`
 *
 * PyTorch: `torch.nn.functional.gelu(Tensor input, *, str approximate='none')`
 */
export const gelu = fn('nn.functional.gelu') as {
  (input: Tensor, options?: { approximate?: string }): Tensor;
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
  (input: Tensor, options?: { dim?: number }): Tensor;
  (input: Tensor, dim: number): Tensor;
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
};

/**
 * Softmax of the negative.
 *
 * `out = e^−input / Σ_dim e^−input`
 *
 * PyTorch: `torch.nn.functional.softmin(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)`
 */
export const softmin = fn('nn.functional.softmin') as {
  (input: Tensor, options?: { dim?: number | null; _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, options?: { _stacklevel?: number; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | null, _stacklevel: number, dtype: DType | null): Tensor;
};

/**
 * A random one-hot vector along a dim (soft, or exactly one with `hard`) with gradients through the soft one.
 *
 * `out = softmax((logits + G) / tau),  G ~ Gumbel(0, 1)`
 *
 * PyTorch: `torch.nn.functional.gumbel_softmax(Tensor logits, float tau=1, bool hard=False, float eps=1e-10, int dim=-1)`
 */
export const gumbel_softmax = fn('nn.functional.gumbel_softmax') as {
  (logits: Tensor, options?: { tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, options?: { hard?: boolean; eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, options?: { eps?: number; dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, options?: { dim?: number }): Tensor;
  (logits: Tensor, tau: number, hard: boolean, eps: number, dim: number): Tensor;
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
};
