import { ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';

export type FanMode = 'fan_in' | 'fan_out';

/** `fanIn`: how many inputs each output of a weight depends on; `fanOut`: how many outputs each input affects. */
export function fans(weight: Tensor): { fanIn: number; fanOut: number } {
  const [out, into, ...kernel] = weight.sizes;
  if (weight.sizes.length < 2)
    throw wrongShape('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions', ValueError);
  const field = numel(kernel);
  return { fanIn: into * field, fanOut: out * field };
}

export function correctFan(weight: Tensor, mode: FanMode): number {
  const chosen = mode.toLowerCase();
  if (chosen !== 'fan_in' && chosen !== 'fan_out') {
    throw new ValueError(`Mode ${chosen} not supported, please use one of ['fan_in', 'fan_out']`);
  }
  const { fanIn, fanOut } = fans(weight);
  return chosen === 'fan_in' ? fanIn : fanOut;
}

const linear = ['linear', 'conv1d', 'conv2d', 'conv3d', 'conv_transpose1d', 'conv_transpose2d', 'conv_transpose3d', 'sigmoid'];

/**
 * The gain that keeps variances through a nonlinearity, as `torch.nn.init.calculate_gain`. @throws ValueError for an
 * unknown nonlinearity
 */
export function calculate_gain(nonlinearity: string, param?: number | null): number {
  if (linear.includes(nonlinearity)) return 1;
  if (nonlinearity === 'tanh') return 5 / 3;
  if (nonlinearity === 'relu') return Math.SQRT2;
  if (nonlinearity === 'selu') return 3 / 4;
  if (nonlinearity !== 'leaky_relu') throw new ValueError(`Unsupported nonlinearity ${nonlinearity}`);
  const slope = param ?? 0.01;
  if (typeof slope !== 'number') throw new ValueError(`negative_slope ${String(slope)} not a valid number`);
  return Math.sqrt(2 / (1 + slope ** 2));
}
