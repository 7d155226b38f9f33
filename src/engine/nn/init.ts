/** `torch.nn.init`: fills tensors in place, with PyTorch's random numbers. Autograd and the trace record none of it. */
import { ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { randperm } from '../generated/torch.js';
import { lateCode } from '../ops/later.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';
import { callable } from './arguments.js';
import { calculate_gain, correctFan, fans } from './fans.js';
import { orthonormal } from './orthonormal.js';
import type { Values } from './signatureTypes.js';

export { calculate_gain };

/** How many inputs each output of a weight depends on, and how many outputs each input affects. */
export function _calculate_fan_in_and_fan_out(tensor: Tensor): [number, number] {
  const { fanIn, fanOut } = fans(tensor);
  return [fanIn, fanOut];
}

/** Uniform in [a, b). */
export const uniform_ = callable(
  'uniform_(Tensor tensor, float a=0.0, float b=1.0, Generator? generator=None)',
  ({ tensor, a, b, generator }) => quietly(() => tensor.uniform_(a, b, { generator })),
);

/** Normal with the given mean and standard deviation. */
export const normal_ = callable(
  'normal_(Tensor tensor, float mean=0.0, float std=1.0, Generator? generator=None)',
  ({ tensor, mean, std, generator }) => quietly(() => tensor.normal_(mean, std, { generator })),
);

const truncated = 'Tensor tensor, float mean=0.0, float std=1.0, float a=-2.0, float b=2.0, Generator? generator=None' as const;

/** Fills with normal numbers from within [a, b]. */
export const trunc_normal_ = callable(`trunc_normal_(${truncated})`, (values) => quietly(() => lateCode().truncatedNormal(values)));

/** Sets every element to `val`. */
export const constant_ = callable('constant_(Tensor tensor, float val)', ({ tensor, val }) => quietly(() => tensor.fill_(val)));

/** Sets every element to 1. */
export const ones_ = callable('ones_(Tensor tensor)', ({ tensor }) => quietly(() => tensor.fill_(1)));

/** Sets every element to 0. */
export const zeros_ = callable('zeros_(Tensor tensor)', ({ tensor }) => quietly(() => tensor.zero_()));

/** Fills the matrix with the identity. @throws ValueError unless the tensor has two dims */
export const eye_ = callable('eye_(Tensor tensor)', ({ tensor }) => {
  if (tensor.sizes.length !== 2) throw wrongShape('Only tensors with 2 dimensions are supported', ValueError);
  return quietly(() => {
    tensor.zero_();
    tensor.diagonal().fill_(1);
    return tensor;
  });
});

/**
 * Fills the weight of a convolution so that each channel passes unchanged. @throws ValueError unless the tensor has 3,
 * 4 or 5 dims
 */
export const dirac_ = callable('dirac_(Tensor tensor, int groups=1)', ({ tensor, groups }) => {
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
});

/** Uniform in ±gain · √(6 / (fan_in + fan_out)), by Glorot and Bengio (2010). @throws ValueError with fewer than two dims */
export const xavier_uniform_ = callable(
  'xavier_uniform_(Tensor tensor, float gain=1.0, Generator? generator=None)',
  ({ tensor, gain, generator }) => {
    const { fanIn, fanOut } = fans(tensor);
    const bound = Math.sqrt(3) * gain * Math.sqrt(2 / (fanIn + fanOut));
    return uniform_(tensor, -bound, bound, generator);
  },
);

/** Normal of standard deviation gain · √(2 / (fan_in + fan_out)). @throws ValueError with fewer than two dims */
export const xavier_normal_ = callable(
  'xavier_normal_(Tensor tensor, float gain=1.0, Generator? generator=None)',
  ({ tensor, gain, generator }) => {
    const { fanIn, fanOut } = fans(tensor);
    return normal_(tensor, 0, gain * Math.sqrt(2 / (fanIn + fanOut)), generator);
  },
);

/** `a` is the negative slope of the rectifier after this layer (leaky_relu only). */
const kaiming =
  "Tensor tensor, float a=0, 'fan_in'|'fan_out' mode='fan_in', str nonlinearity='leaky_relu', Generator? generator=None" as const;

const kaimingStd = ({ tensor, a, mode, nonlinearity }: Values<`(${typeof kaiming})`>): number =>
  calculate_gain(nonlinearity, a) / Math.sqrt(correctFan(tensor, mode));

/** Uniform in ±gain · √(3 / fan), by He and others (2015). @throws ValueError with fewer than two dims */
export const kaiming_uniform_ = callable(`kaiming_uniform_(${kaiming})`, (given) => {
  if (given.tensor.sizes.includes(0)) return given.tensor;
  const bound = Math.sqrt(3) * kaimingStd(given);
  return uniform_(given.tensor, -bound, bound, given.generator);
});

/** Normal of standard deviation gain / √fan. @throws ValueError with fewer than two dims */
export const kaiming_normal_ = callable(`kaiming_normal_(${kaiming})`, (given) => {
  if (given.tensor.sizes.includes(0)) return given.tensor;
  return normal_(given.tensor, 0, kaimingStd(given), given.generator);
});

/**
 * Fills with orthogonal rows (or columns, if there are fewer of them) of length `gain`. @throws ValueError with fewer
 * than two dims
 */
export const orthogonal_ = callable(
  'orthogonal_(Tensor tensor, float gain=1, Generator? generator=None)',
  ({ tensor, gain, generator }) => {
    if (tensor.sizes.length < 2) throw wrongShape('Only tensors with 2 or more dimensions are supported', ValueError);
    if (tensor.numel() === 0) return tensor;
    const rows = tensor.sizes[0];
    const columns = tensor.numel() / rows;
    return quietly(() => {
      const drawn = tensor.new_zeros([rows, columns]).normal_(0, 1, { generator });
      const q = rows < columns ? orthonormal(drawn.t()).t() : orthonormal(drawn);
      return tensor.copy_(q.reshape(tensor.sizes)).mul_(gain);
    });
  },
);

/**
 * Fills with normal numbers and sets the given fraction of each column to zero. @throws ValueError unless the tensor
 * has two dims
 */
export const sparse_ = callable(
  'sparse_(Tensor tensor, float sparsity, float std=0.01, Generator? generator=None)',
  ({ tensor, sparsity, std, generator }) => {
    if (tensor.sizes.length !== 2) throw wrongShape('Only tensors with 2 dimensions are supported', ValueError);
    const [rows, columns] = tensor.sizes;
    const zeros = Math.ceil(sparsity * rows);
    return quietly(() => {
      tensor.normal_(0, std, { generator });
      for (let column = 0; column < columns; column++) tensor.index_put_([randperm(rows).narrow(0, 0, zeros), column], 0);
      return tensor;
    });
  },
);

/** 1 / √fan_in, the bound of a new bias; 0 when the layer has no inputs. */
export function fanInBound(weight: Tensor): number {
  const { fanIn } = fans(weight);
  return fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
}
