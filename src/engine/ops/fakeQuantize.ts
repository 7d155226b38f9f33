import { wrongDtype } from '../errors/dtypes.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { wrapDim } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';

/** Numbers rounded as a quantized model rounds them, for training such a model. */

function checkRange(input: Tensor, least: number, most: number): void {
  if (!input.dtype.is_floating_point) throw wrongDtype('floating', `expected scalar type Float but found ${input.dtype.scalarName}`);
  if (least > most) throw new RuntimeError('`quant_min` should be less than or         equal to `quant_max`.');
}

function checkZero(zero: number, least: number, most: number): void {
  if (zero < least || zero > most) throw new RuntimeError('`zero_point` must be between `quant_min` and `quant_max`.');
}

/** The whole number of each element, before it is limited. */
const whole = (input: Tensor, scale: Tensor, zero: Tensor): Tensor => input.mul(scale.reciprocal()).round().add(zero);

const rounded = (input: Tensor, scale: Tensor, zero: Tensor, least: number, most: number): Tensor =>
  whole(input, scale, zero).clamp(least, most).sub(zero).mul(scale);

/** The gradient passes where the number was within the limits. */
function within(g: Tensor, input: Tensor, scale: Tensor, zero: Tensor, least: number, most: number): Tensor {
  const q = whole(input, scale, zero);
  return g.mul(q.ge(least).logical_and(q.le(most)));
}

const number = (input: Tensor, value: number): Tensor => input.new_full([], value);

const said = {
  kind: kind.elementwise(),
  formula: 'out = (clamp(round(input / scale) + zero_point, quant_min, quant_max) − zero_point) · scale',
  gradient: 'input: g where the number is within the limits',
  variants: ['function'],
} as const;

/** Along `axis`, a number for each channel. */
function alongAxis(input: Tensor, values: Tensor, axis: number): Tensor {
  const sizes = input.sizes.map((n, d) => (d === axis ? n : 1));
  return values.to(input.dtype).view(sizes);
}

const perTensor = op({
  ...said,
  signature: 'fake_quantize_per_tensor_affine(Tensor input, float scale, int zero_point, int quant_min, int quant_max)',
  doc: 'Every element rounded to a multiple of `scale`, as in a model that computes with whole numbers.',
  gradFn: 'FakeQuantizePerTensorAffineCachemaskBackward0',
  forward(input, scale, zero, least, most) {
    checkRange(input, least, most);
    checkZero(zero, least, most);
    return rounded(input, number(input, scale), number(input, zero), least, most);
  },
  backward: {
    input: (g, s) => within(g, s.input, number(s.input, s.scale), number(s.input, s.zero_point), s.quant_min, s.quant_max),
  },
});

const byTensors = op({
  ...said,
  signature: 'fake_quantize_per_tensor_affine.tensor_qparams(Tensor input, Tensor scale, Tensor zero_point, int quant_min, int quant_max)',
  doc: perTensor.doc,
  gradFn: 'FakeQuantizePerTensorAffineCachemaskTensorQparamsBackward0',
  forward(input, scale, zero, least, most) {
    checkRange(input, least, most);
    checkZero(Number(zero.item()), least, most);
    return rounded(input, scale.to(input.dtype), zero.to(input.dtype), least, most);
  },
  backward: {
    input: (g, s) => within(g, s.input, s.scale.to(g.dtype), s.zero_point.to(g.dtype), s.quant_min, s.quant_max),
  },
});

const perChannel = op({
  ...said,
  signature: 'fake_quantize_per_channel_affine(Tensor input, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max)',
  doc: 'As fake_quantize_per_tensor_affine, with a scale and a zero for each channel of `axis`.',
  gradFn: 'FakeQuantizePerChannelAffineCachemaskBackward0',
  forward(input, scale, zero, axis, least, most) {
    checkRange(input, least, most);
    wrapDim(axis, input.sizes.length);
    if (scale.sizes[0] !== zero.sizes[0]) throw wrongShape('scale and zero-point need to have the same dimensions');
    if (scale.sizes[0] !== input.sizes[axis]) throw wrongShape('dimensions of scale and zero-point are not consistent with input tensor');
    return rounded(input, alongAxis(input, scale, axis), alongAxis(input, zero, axis), least, most);
  },
  backward: {
    input: (g, s) =>
      within(g, s.input, alongAxis(s.input, s.scale, s.axis), alongAxis(s.input, s.zero_point, s.axis), s.quant_min, s.quant_max),
  },
});

export const fakeQuantize: Op[] = [perTensor, byTensors, perChannel];
