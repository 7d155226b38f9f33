import { bool } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { dimOutOfRange } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { needFloating } from './shared.js';

/** The checks of ATen for the arguments of a pool, in ATen's order. */

type Kind = 'max' | 'avg';

export interface Settings {
  kernel: readonly number[];
  stride: readonly number[];
  padding: readonly number[];
  dilation: readonly number[];
  ceil: boolean;
}

/** The number of windows along a dim. With `ceil`, the last window may exceed the end but must start within the dim. */
function windows(size: number, { kernel, stride, padding, dilation, ceil }: Settings, d: number): number {
  const [k, s, p] = [kernel[d], stride[d], padding[d]];
  if (s === 0) throw new RuntimeError('stride should not be zero');
  if (p < 0) throw new RuntimeError(`pad must be non-negative, but got pad: ${p}`);
  const reach = dilation[d] * (k - 1) + 1;
  if (p > Math.floor(reach / 2)) {
    throw new RuntimeError(
      `pad should be at most half of effective kernel size, but got pad=${p}, kernel_size=${k} and dilation=${dilation[d]}`,
    );
  }
  const span = size + 2 * p - dilation[d] * (k - 1) - 1;
  let count = Math.floor((span + (ceil ? s - 1 : 0)) / s) + 1;
  if (ceil && (count - 1) * s >= size + p) count--;
  return count;
}

const names = ['T', 'H', 'W'];
const named = (prefix: string, list: readonly number[]): string =>
  list.map((v, i) => `${prefix}${names[3 - list.length + i]}: ${v}`).join(' ');
const times = (list: readonly number[]): string => list.join('x');

const few = ['', 'one int', 'two ints', 'three ints'];

function checkLengths(kind: Kind, n: number, s: Settings): void {
  const name = `${kind}_pool${n}d`;
  const either = name === 'avg_pool3d' ? '' : 'either ';
  if (s.kernel.length !== n) throw new RuntimeError(`${name}: kernel_size must ${either}be a single int, or a tuple of ${few[n]}`);
  if (s.stride.length !== n) throw new RuntimeError(`${name}: stride must ${either}be omitted, a single int, or a tuple of ${few[n]}`);
  if (s.padding.length !== n) throw new RuntimeError(`${name}: padding must ${either}be a single int, or a tuple of ${few[n]}`);
  if (s.dilation.length !== n) throw new RuntimeError(`${name}: dilation must be either a single int, or a tuple of ${few[n]}`);
}

function checkPositive(s: Settings): void {
  const check = (what: string, prefix: string, list: readonly number[]) => {
    if (list.some((v) => v <= 0)) throw new RuntimeError(`${what} should be greater than zero, but got ${named(prefix, list)}`);
  };
  check('kernel size', 'k', s.kernel);
  check('stride', 'd', s.stride);
  check('dilation', 'dilation', s.dilation);
}

function checkEmpty(kind: Kind, { sizes }: Tensor, n: number): void {
  const rank = sizes.length;
  const first = rank === n + 2 ? 1 : 0;
  if (n === 2) {
    if ((rank === 3 || rank === 4) && !sizes.slice(first).includes(0)) return;
    throw wrongShape(`Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:${showSizes(sizes)}`);
  }
  const at = sizes.indexOf(0, first);
  if (at < 0) return;
  const name = kind === 'max' ? 'max_pool3d_with_indices_out_cpu_template()' : 'avg_pool3d()';
  throw wrongShape(
    `${name}: Expected input to have non-zero size for non-batch dimensions, but input has sizes ${showSizes(sizes)} with dimension ${at} being empty`,
  );
}

/** Checks that the padding is at most half of the kernel, without its dilation. */
function checkPadding(n: number, { kernel, padding }: Settings): void {
  if (padding.every((p, d) => p <= Math.floor(kernel[d] / 2))) return;
  const [w, h, t] = [n - 1, n - 2, 0];
  throw new RuntimeError(
    'pad should be smaller than or equal to half of kernel size, but got ' +
      (n === 2
        ? `padW = ${padding[w]}, padH = ${padding[h]}, kW = ${kernel[w]}, kH = ${kernel[h]}`
        : `kT: ${kernel[t]} kW: ${kernel[w]} kH: ${kernel[h]} padT: ${padding[t]} padW: ${padding[w]} padH: ${padding[h]}`),
  );
}

/**
 * The spatial sizes of the result of a pool over two or three dims. @throws RuntimeError as ATen's pool2d and pool3d
 * checks
 */
export function pooledSizes(kind: Kind, input: Tensor, n: 2 | 3, s: Settings): number[] {
  const { sizes } = input;
  const rank = sizes.length;
  checkLengths(kind, n, s);
  if (rank !== n + 1 && rank !== n + 2) {
    if (kind === 'max' || n === 3) throw wrongShape(`non-empty ${n + 1}D or ${n + 2}D (batch mode) tensor expected for input`);
    if (rank < 3) throw dimOutOfRange(-3, rank);
  }
  const spatial = sizes.slice(rank - n);
  const out = spatial.map((size, d) => windows(size, s, d));
  checkPositive(s);
  checkEmpty(kind, input, n);
  checkPadding(n, s);
  if (kind === 'avg' && n === 3 && spatial.some((size, d) => size + 2 * s.padding[d] < s.kernel[d])) {
    throw wrongShape(`input image (${named('', spatial)}) smaller than kernel size (${named('k', s.kernel)})`);
  }
  if (out.some((v) => v < 1)) {
    const channels = sizes[rank - n - 1];
    throw wrongShape(
      `Given input size: (${times([channels, ...spatial])}). Calculated output size: (${times([channels, ...out])}). Output size is too small`,
    );
  }
  if (kind === 'max' && input.dtype === bool) needFloating(`max_pool${n}d`, input);
  return out;
}

type Lists = readonly (readonly number[])[];

/**
 * Checks a pool over one dim. With indices, PyTorch runs a pool over two dims, whose messages name the arguments
 * otherwise.
 */
export function checkFlat(kind: Kind, input: Tensor, [kernel, stride, padding, dilation]: Lists, withIndices: boolean, ceil = false): void {
  const rank = input.sizes.length;
  const name = `${kind}_pool1d`;
  for (const [what, list] of Object.entries({ kernel_size: kernel, stride, padding, dilation })) {
    if (list.length !== 1) throw new RuntimeError(`${name}() argument '${what}' should contain one int (got ${list.length})`);
  }
  if (kind === 'avg') {
    if (rank === 2 || rank === 3) return;
    throw wrongShape(
      `Expected 2 to 3 dimensions, but got ${rank}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
    );
  }
  if ((rank !== 2 && rank !== 3) || input.sizes.slice(rank - 2).includes(0)) {
    throw wrongShape(
      `${name}: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:${showSizes(input.sizes)}`,
    );
  }
  if (!withIndices) checkValuesOnly(input.sizes[rank - 1], { kernel, stride, padding, dilation, ceil }, input);
}

function checkValuesOnly(size: number, settings: Settings, input: Tensor): void {
  const [kernel, stride, padding, dilation] = [settings.kernel, settings.stride, settings.padding, settings.dilation].map((l) => l[0]) as [
    number,
    number,
    number,
    number,
  ];
  const fail = (text: string) => wrongShape(`max_pool1d() ${text}`);
  if (kernel <= 0) throw fail(`kernel_size must be greater than zero, but got ${kernel}`);
  if (stride <= 0) throw fail(`stride must be greater than zero, but got ${stride}`);
  if (padding < 0) throw fail(`padding must be non-negative, but got ${padding}`);
  if (padding > kernel / 2)
    throw fail(`padding should be at most half of kernel size, but got padding=${padding} and kernel_size=${kernel}`);
  if (dilation <= 0) throw fail(`dilation must be greater than zero, but got ${dilation}`);
  const count = windows(size, settings, 0);
  if (count <= 0) throw fail(`Invalid computed output size: ${count}`);
  needFloating('max_pool1d_impl', input);
}
