/**
 * `torch.nn.init`: fills tensors in place, with PyTorch's random numbers. Nothing of it is recorded.
 */
import { erf } from '../backends/scalar.js';
import { ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { randperm } from '../generated/torch.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor.js';
import { readArguments, type Arguments } from './arguments.js';
import { calculate_gain, correctFan, fans, type FanMode } from './fans.js';
import { orthonormal } from './orthonormal.js';

export { calculate_gain };

/** Uniform in [a, b). */
export function uniform_(tensor: Tensor, ...range: Arguments<[], [a: number, b: number], { a?: number; b?: number }>): Tensor {
  const { a, b } = readArguments<{ a: number; b: number }>('uniform_(Tensor tensor, float a=0.0, float b=1.0)', [tensor, ...range]);
  return quietly(() => tensor.uniform_(a, b));
}

/** Normal with the given mean and standard deviation. */
export function normal_(tensor: Tensor, ...args: Arguments<[], [mean: number, std: number], { mean?: number; std?: number }>): Tensor {
  const { mean, std } = readArguments<{ mean: number; std: number }>('normal_(Tensor tensor, float mean=0.0, float std=1.0)', [
    tensor,
    ...args,
  ]);
  return quietly(() => tensor.normal_(mean, std));
}

const cumulatedNormal = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;

interface TruncatedNormal {
  mean: number;
  std: number;
  a: number;
  b: number;
}

/** Normal, but nothing outside of [a, b]. */
export function trunc_normal_(
  tensor: Tensor,
  ...args: Arguments<[], [mean: number, std: number, a: number, b: number], Partial<TruncatedNormal>>
): Tensor {
  const signature = 'trunc_normal_(Tensor tensor, float mean=0.0, float std=1.0, float a=-2.0, float b=2.0)';
  const { mean, std, a, b } = readArguments<TruncatedNormal>(signature, [tensor, ...args]);
  const low = cumulatedNormal((a - mean) / std);
  const high = cumulatedNormal((b - mean) / std);
  return quietly(() =>
    tensor
      .uniform_(2 * low - 1, 2 * high - 1)
      .erfinv_()
      .mul_(std * Math.SQRT2)
      .add_(mean)
      .clamp_(a, b),
  );
}

/** Every element `val`. */
export const constant_ = (tensor: Tensor, val: number): Tensor => quietly(() => tensor.fill_(val));

export const ones_ = (tensor: Tensor): Tensor => constant_(tensor, 1);

export const zeros_ = (tensor: Tensor): Tensor => quietly(() => tensor.zero_());

/** The identity matrix. @throws ValueError unless it has two dims */
export function eye_(tensor: Tensor): Tensor {
  if (tensor.sizes.length !== 2) throw wrongShape('Only tensors with 2 dimensions are supported', ValueError);
  return quietly(() => {
    tensor.zero_();
    tensor.diagonal().fill_(1);
    return tensor;
  });
}

/** For a convolution's weight: each channel passes through. @throws ValueError unless it has 3, 4 or 5 dims */
export function dirac_(tensor: Tensor, groups = 1): Tensor {
  const [out, channels, ...kernel] = tensor.sizes;
  if (kernel.length < 1 || kernel.length > 3) throw wrongShape('Only tensors with 3, 4, or 5 dimensions are supported', ValueError);
  if (out % groups !== 0) throw new ValueError('dim 0 must be divisible by groups');
  const outPerGroup = out / groups;
  const middle = kernel.map((n) => Math.floor(n / 2));
  return quietly(() => {
    tensor.zero_();
    for (let g = 0; g < groups; g++) {
      for (let d = 0; d < Math.min(outPerGroup, channels); d++) tensor.at(g * outPerGroup + d, d, ...middle).fill_(1);
    }
    return tensor;
  });
}

/** Uniform in ±gain · √(6 / (fan_in + fan_out)), by Glorot and Bengio (2010). @throws ValueError with fewer than two dims */
export function xavier_uniform_(tensor: Tensor, ...args: Arguments<[], [gain: number], { gain?: number }>): Tensor {
  const { gain } = readArguments<{ gain: number }>('xavier_uniform_(Tensor tensor, float gain=1.0)', [tensor, ...args]);
  const { fanIn, fanOut } = fans(tensor);
  const bound = Math.sqrt(3) * gain * Math.sqrt(2 / (fanIn + fanOut));
  return uniform_(tensor, -bound, bound);
}

/** Normal of standard deviation gain · √(2 / (fan_in + fan_out)). @throws ValueError with fewer than two dims */
export function xavier_normal_(tensor: Tensor, ...args: Arguments<[], [gain: number], { gain?: number }>): Tensor {
  const { gain } = readArguments<{ gain: number }>('xavier_normal_(Tensor tensor, float gain=1.0)', [tensor, ...args]);
  const { fanIn, fanOut } = fans(tensor);
  return normal_(tensor, 0, gain * Math.sqrt(2 / (fanIn + fanOut)));
}

interface Kaiming {
  /** Negative slope of the rectifier after this layer (leaky_relu only). */
  a: number;
  mode: FanMode;
  nonlinearity: string;
}
type KaimingArguments = Arguments<[], [a: number, mode: FanMode, nonlinearity: string], Partial<Kaiming>>;

function kaimingStd(name: string, tensor: Tensor, args: KaimingArguments): number {
  const signature = `${name}(Tensor tensor, float a=0, str mode='fan_in', str nonlinearity='leaky_relu')`;
  const { a, mode, nonlinearity } = readArguments<Kaiming>(signature, [tensor, ...args]);
  const fan = correctFan(tensor, mode);
  return calculate_gain(nonlinearity, a) / Math.sqrt(fan);
}

/** Uniform in ±gain · √(3 / fan), by He and others (2015). @throws ValueError with fewer than two dims */
export function kaiming_uniform_(tensor: Tensor, ...args: KaimingArguments): Tensor {
  if (tensor.sizes.includes(0)) return tensor;
  const bound = Math.sqrt(3) * kaimingStd('kaiming_uniform_', tensor, args);
  return uniform_(tensor, -bound, bound);
}

/** Normal of standard deviation gain / √fan. @throws ValueError with fewer than two dims */
export function kaiming_normal_(tensor: Tensor, ...args: KaimingArguments): Tensor {
  if (tensor.sizes.includes(0)) return tensor;
  return normal_(tensor, 0, kaimingStd('kaiming_normal_', tensor, args));
}

/** Rows (or columns, if there are fewer) at right angles and of length `gain`. @throws ValueError with fewer than two dims */
export function orthogonal_(tensor: Tensor, ...args: Arguments<[], [gain: number], { gain?: number }>): Tensor {
  const { gain } = readArguments<{ gain: number }>('orthogonal_(Tensor tensor, float gain=1)', [tensor, ...args]);
  if (tensor.sizes.length < 2) throw wrongShape('Only tensors with 2 or more dimensions are supported', ValueError);
  if (tensor.numel() === 0) return tensor;
  const rows = tensor.sizes[0];
  const columns = tensor.numel() / rows;
  return quietly(() => {
    const drawn = tensor.new_zeros([rows, columns]).normal_(0, 1);
    const q = rows < columns ? orthonormal(drawn.t()).t() : orthonormal(drawn);
    return tensor.copy_(q.reshape(tensor.sizes)).mul_(gain);
  });
}

/** Normal, with the given fraction of each column zero. @throws ValueError unless it has two dims */
export function sparse_(
  tensor: Tensor,
  ...args: Arguments<[sparsity: number], [std: number], { sparsity?: number; std?: number }>
): Tensor {
  const { sparsity, std } = readArguments<{ sparsity: number; std: number }>('sparse_(Tensor tensor, float sparsity, float std=0.01)', [
    tensor,
    ...args,
  ]);
  if (tensor.sizes.length !== 2) throw wrongShape('Only tensors with 2 dimensions are supported', ValueError);
  const [rows, columns] = tensor.sizes;
  const zeros = Math.ceil(sparsity * rows);
  return quietly(() => {
    tensor.normal_(0, std);
    for (let column = 0; column < columns; column++) tensor.index_put_([randperm(rows).narrow(0, 0, zeros), column], 0);
    return tensor;
  });
}

/** 1 / √fan_in, within which biases start; 0 without inputs. */
export function fanInBound(weight: Tensor): number {
  const { fanIn } = fans(weight);
  return fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
}
