import { setRequiresGrad } from '../../tensor/state.js';
import { numbers } from '../../backends/allocation.js';
import { getDefaultDevice } from '../../backends/registry.js';
import { getDefaultDType, type DType } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';

/** The frequencies of the elements of a spectrum, and their order. */

const options = '*, dtype? dtype=None, bool requires_grad=False, Tensor? out=None';

/** The frequencies as PyTorch computes them: integers times 1 / (n · d). */
function frequencies(
  name: string,
  n: number,
  count: number,
  d: number,
  dtype: DType | null,
  requiresGrad: boolean,
  at: (k: number) => number,
) {
  const type = dtype ?? getDefaultDType();
  if (count < 0) throw wrongShape(`Trying to create tensor with negative dimension ${count}: [${count}]`);
  if (!type.isContinuous) throw new RuntimeError(`${name} requires a floating point or complex dtype`);
  if (type.is_complex) throw new NotImplementedError_(`"arange_cpu" not implemented for '${type.scalarName}'`);
  const values = numbers(type, count);
  const scale = 1 / (n * d);
  for (let k = 0; k < count; k++) values[k] = at(k) * (type.name === 'float32' ? Math.fround(scale) : scale);
  const out = Tensor.of(values, [count], type, getDefaultDevice());
  if (requiresGrad) setRequiresGrad(out, true);
  return out;
}

/** The tensor, rolled along dims by half of their size. */
function shifted(input: Tensor, dim: number[] | null, half: (n: number) => number): Tensor {
  const rank = input.sizes.length;
  const dims = dim?.map((d) => wrapDim(d, rank)) ?? [...input.sizes.keys()];
  return input.roll(
    dims.map((d) => half(input.sizes[d])),
    dims,
  );
}

export const frequencyOps: Op[] = [
  op({
    signature: `fft.fftfreq(int n, float d=1.0, ${options})`,
    kind: kind.creation(),
    doc: 'The frequencies of a transform of `n` samples that lie `d` apart: 0 and the positive ones, then the negative ones.',
    formula: 'out = [0, 1, …, (n−1)/2, −n/2, …, −1] / (n · d)',
    forward: (n, d, dtype, requiresGrad) => frequencies('fftfreq', n, n, d, dtype, requiresGrad, (k) => (k < Math.ceil(n / 2) ? k : k - n)),
  }),
  op({
    signature: `fft.rfftfreq(int n, float d=1.0, ${options})`,
    kind: kind.creation(),
    doc: 'The frequencies of `rfft` of `n` samples that lie `d` apart.',
    formula: 'out = [0, 1, …, n/2] / (n · d)',
    forward: (n, d, dtype, requiresGrad) => frequencies('rfftfreq', n, Math.floor(n / 2) + 1, d, dtype, requiresGrad, (k) => k),
  }),
  op({
    signature: 'fft.fftshift(Tensor input, int[]? dim=None)',
    kind: kind.copy(),
    doc: 'A spectrum with the frequency 0 in the middle.',
    formula: 'out = input, rolled by n/2',
    variants: ['function'],
    compose: (input, dim) => shifted(input, dim, (n) => Math.floor(n / 2)),
  }),
  op({
    signature: 'fft.ifftshift(Tensor input, int[]? dim=None)',
    kind: kind.copy(),
    doc: 'The inverse of `fftshift`.',
    formula: 'out = input, rolled by −n/2',
    variants: ['function'],
    compose: (input, dim) => shifted(input, dim, (n) => Math.ceil(n / 2)),
  }),
];
