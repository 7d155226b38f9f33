import { RuntimeError } from '../../errors.js';
import { cName, wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { inputSizes, outputSizes, type Geometry } from './convolve.js';

const times = (list: readonly number[]): string => list.join(' x ');

function checkList(name: string, list: readonly number[], n: number): void {
  if (list.length === n) return;
  throw new RuntimeError(
    `expected ${name} to be a single integer value or a list of ${n} values to match the convolution dimensions, but got ${name}=${showSizes(list)}`,
  );
}

function checkSettings(weight: Tensor, g: Geometry, outputPadding: readonly number[], transposed: boolean): void {
  const n = weight.sizes.length - 2;
  if (n < 1) throw wrongShape('weight should have at least three dimensions');
  checkList('stride', g.stride, n);
  checkList('padding', g.padding, n);
  checkList('dilation', g.dilation, n);
  if (outputPadding.length > 0) checkList('output_padding', outputPadding, n);
  if (g.padding.some((p) => p < 0)) throw new RuntimeError('negative padding is not supported');
  if (outputPadding.some((p) => p < 0)) throw new RuntimeError('negative output_padding is not supported');
  if (g.stride.some((s) => s <= 0)) throw new RuntimeError('non-positive stride is not supported');
  if (g.dilation.some((d) => d < 0)) throw new RuntimeError('dilation should be greater than zero');
  if (g.dilation.includes(0)) {
    const list = n === 1 ? [1, ...g.dilation] : g.dilation;
    throw new RuntimeError(
      `dilation should be greater than zero, but got ${transposed ? namedAxes('dilation', list).join(', ') : showSizes(list)}`,
    );
  }
  if (g.groups <= 0) throw new RuntimeError('non-positive groups is not supported');
  if (weight.sizes[0] < g.groups) {
    throw wrongShape(
      `Given groups=${g.groups}, expected weight to be at least ${g.groups} at dimension 0, but got weight of size ${showSizes(weight.sizes)} instead`,
    );
  }
  if (weight.sizes[0] % g.groups !== 0) {
    throw wrongShape(
      `Given groups=${g.groups}, expected weight to be divisible by ${g.groups} at dimension 0, but got weight of size [${showSizes(weight.sizes)}] instead`,
    );
  }
}

function checkBias(weight: Tensor, bias: Tensor | null, channels: number, transposed: boolean): void {
  if (!bias || (bias.sizes.length === 1 && bias.sizes[0] === channels)) return;
  const start = transposed ? `Given transposed=1, weight of size` : 'Given weight of size';
  throw wrongShape(
    `${start} ${showSizes(weight.sizes)}, expected bias to be 1-dimensional with ${channels} elements, but got bias of size ${showSizes(bias.sizes)} instead`,
  );
}

/** ATen's `check_shape_forward`. @throws RuntimeError when input, weight and settings do not fit each other */
export function checkConvolution(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  g: Geometry,
  transposed: boolean,
  outputPadding: readonly number[],
): void {
  checkSettings(weight, g, outputPadding, transposed);
  if (weight.sizes.length !== input.sizes.length) {
    throw wrongShape(
      `Expected ${weight.sizes.length}-dimensional input for ${weight.sizes.length}-dimensional weight ${showSizes(weight.sizes)}, but got ${input.sizes.length}-dimensional input of size ${showSizes(input.sizes)} instead`,
    );
  }
  if (weight.dtype !== input.dtype) {
    throw wrongDtype('same', `expected scalar type ${input.dtype.scalarName} but found ${weight.dtype.scalarName}`);
  }
  if (bias && bias.dtype !== input.dtype) {
    throw wrongDtype('same', `Input type (${cName(input.dtype)}) and bias type (${cName(bias.dtype)}) should be the same`);
  }
  const channels = transposed ? weight.sizes[0] : weight.sizes[1] * g.groups;
  if (input.sizes[1] !== channels) {
    const start = transposed ? `Given transposed=1, weight of size` : `Given groups=${g.groups}, weight of size`;
    throw new RuntimeError(
      `${start} ${showSizes(weight.sizes)}, expected input${showSizes(input.sizes)} to have ${channels} channels, but got ${input.sizes[1]} channels instead`,
      { kind: 'channels', wanted: channels, given: input.sizes[1] },
    );
  }
  checkBias(weight, bias, transposed ? weight.sizes[1] * g.groups : weight.sizes[0], transposed);
  const spatial = input.sizes.slice(2);
  const kernel = weight.sizes.slice(2);
  if (transposed) return checkTransposed(spatial, kernel, g, outputPadding);
  const padded = spatial.map((size, d) => size + 2 * g.padding[d]);
  const reach = kernel.map((k, d) => g.dilation[d] * (k - 1) + 1);
  if (padded.some((size, d) => size < reach[d])) {
    throw wrongShape(
      `Calculated padded input size per channel: (${times(padded)}). Kernel size: (${times(reach)}). Kernel size can't be greater than actual input size`,
    );
  }
  if (outputSizes(spatial, kernel, g).some((size) => size < 1) && input.sizes[0] > 0) {
    throw wrongShape(`Given input size per channel: (${times(spatial)}). Calculated output size is too small`);
  }
}

/** PyTorch treats a one-dimensional input as an image of height 1. */
const asImage = (list: readonly number[], ofRow: number): readonly number[] => (list.length === 1 ? [ofRow, ...list] : list);

const namedAxes = (what: string, list: readonly number[]): string[] =>
  ['depth', 'height', 'width'].slice(3 - list.length).map((name, i) => `${what}_${name}: ${list[i]}`);

function checkTransposed(spatial: readonly number[], kernel: readonly number[], g: Geometry, outputPadding: readonly number[]): void {
  outputPadding.forEach((p, d) => {
    if (p >= g.stride[d] && p >= g.dilation[d]) {
      const show = (what: string, list: readonly number[], ofRow: number) => namedAxes(what, asImage(list, ofRow)).join(' ');
      throw new RuntimeError(
        `output padding must be smaller than either stride or dilation, but got ${show('output_padding', outputPadding, 0)} ${show('stride', g.stride, 1)} ${show('dilation', g.dilation, 1)}`,
      );
    }
  });
  const sizes = inputSizes(spatial, kernel, g).map((n, d) => n + outputPadding[d]);
  if (sizes.some((n) => n < 1)) {
    throw wrongShape(
      `Given input size per channel: (${times(asImage(spatial, 1))}). Calculated output size per channel: (${times(asImage(sizes, 1))}). Output size is too small`,
    );
  }
}
