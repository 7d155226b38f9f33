import { int64 } from '../../dtype.js';
import { read } from '../../backends/allocation.js';
import { fused } from '../../backends/dispatch.js';
import { RuntimeError, TypeError_, ValueError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { wrongShape } from '../../errors/shapes.js';
import { shareEnd, shareStart } from '../../kernels/shares.js';
import { hasChannelsLast } from '../../layout.js';
import { numel, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { placesOf, takeAt } from '../indexing/shared.js';
import { op, type Op } from '../op.js';
import { dense } from '../pointwise.js';
import { applySeparable, type Taps } from './separable.js';
import { scatterPlanes } from './pooling.js';
import { inBoth, needFloating, run, runAll } from './shared.js';

/** Pooling to a given size: each output reads its share of the input. */

type Wanted = number | readonly (number | null)[];

const upTo = (list: readonly number[]): string => (list.length === 3 ? `{${list[0]}, ${list[1]},${list[2]}}` : `{${list.join(', ')}}`);

/** The requested output size of each dim; None keeps the size of the input. */
function outputOf(kind: 'avg' | 'max', input: Tensor, wanted: Wanted, n: number): number[] {
  const rank = input.sizes.length;
  const name = `adaptive_${kind}_pool${n}d`;
  if (n > 1 && typeof wanted !== 'number' && rank <= wanted.length) {
    throw wrongShape(`Input dimension should be at least ${wanted.length + 1}`, ValueError);
  }
  const list = typeof wanted === 'number' ? [wanted] : wanted;
  if (list.some((one) => one !== null && !Number.isInteger(one)))
    throw new TypeError_(`${name}(): argument 'output_size' (position 2) must be tuple of ints, not list`);
  if (n === 1) {
    if (list.length !== 1) throw new RuntimeError(`${name}() argument 'output_size' should contain one int (got ${list.length})`);
    if (list[0] === null) throw new TypeError_(`${name}(): argument 'output_size' (position 2) must be tuple of ints, not list`);
    if (rank !== 2 && rank !== 3) {
      throw wrongShape(
        `Expected 2 to 3 dimensions, but got ${rank}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
      );
    }
  }
  const all = list.length === 1 ? new Array<number | null>(n).fill(list[0]) : list;
  if (all.length !== n) {
    throw new RuntimeError(
      kind === 'avg' ? `${name}: output_size must be ${n}` : `${name}(): internal error: output_size.size() must be ${n}`,
    );
  }
  const sizes = all.map((v, d) => v ?? input.sizes[rank - n + d]);
  if (sizes.some((v) => v < 0)) {
    const shown = n === 1 ? [1, ...sizes] : sizes;
    throw wrongShape(
      kind === 'avg'
        ? `adaptive_avg_pool${shown.length}d: elements of output_size must be greater than or equal to 0 but received ${upTo(shown)}`
        : `Trying to create tensor with negative dimension ${sizes.find((v) => v < 0)}: ${showSizes([...input.sizes.slice(0, rank - n), ...shown])}`,
    );
  }
  return sizes;
}

/**
 * Checks the input. An empty dim cannot be divided. Pooling over one dim is checked as pooling over two, which it is in
 * PyTorch.
 */
function checkInput(kind: 'avg' | 'max', input: Tensor, n: number): void {
  const flat = n === 1;
  const sizes = flat ? [...input.sizes.slice(0, -1), 1, input.sizes.at(-1)!] : input.sizes;
  const dims = flat ? 2 : n;
  const name = `adaptive_${kind}_pool${dims}d()`;
  const rank = sizes.length;
  if (rank !== dims + 1 && rank !== dims + 2) {
    throw wrongShape(`${name}: Expected ${dims + 1}D or ${dims + 2}D tensor, but got${kind === 'max' ? ':' : ''} ${showSizes(sizes)}`);
  }
  const first = dims === 2 && kind === 'avg' ? rank - 2 : rank === dims + 2 ? 1 : 0;
  for (let d = first; d < rank; d++) {
    if (sizes[d] === 0) {
      throw wrongShape(
        `${name}: Expected input to have non-zero size for non-batch dimensions, but input has sizes ${showSizes(sizes)} with dimension ${d} being empty`,
      );
    }
  }
  needFloating(`adaptive_${kind}_pool${dims}d`, input);
}

/** @throws RuntimeError for an output that is too large for any memory */
function checkCount(count: number): void {
  if (count < 0 || count > 2 ** 31) throw new RuntimeError(`adaptive pooling: output_size must be between 0 and 2^31, got ${count}`);
}

const means = (size: number, count: number): Taps =>
  listOf(count, (i) => {
    const [from, to] = [shareStart(i, size, count), shareEnd(i, size, count)];
    return Array.from({ length: to - from }, (_, k) => [from + k, 1 / (to - from)] as const);
  });

const tapsOf = (input: readonly number[], output: readonly number[]): Taps[] =>
  output.map((count, d) => {
    checkCount(count);
    return means(input[input.length - output.length + d], count);
  });

const adaptiveAvg = (n: 2 | 3): [Op, Op] => {
  const forward: Op = op({
    roundsOnce: 'all',
    signature: `adaptive_avg_pool${n}d(Tensor input, int[] output_size)`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The mean of each share of the input.',
    formula: 'out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]',
    gradient: 'input: g / size of the share',
    gradFn: `AdaptiveAvgPool${n}DBackward0`,
    keeps: ['input'],
    variants: [],
    forward(input, output) {
      const taps = tapsOf(input.sizes, output);
      const out = Tensor.empty([...input.sizes.slice(0, -n), ...output], input.dtype, input.device);
      if (n === 2 && numel(out.sizes) > 0 && fused('meanShares', dense(input), out)) return out;
      return applySeparable(input, taps, false);
    },
    backward: {
      input(g, s) {
        checkGradOutput(`adaptive_avg_pool${n}d_backward`, g);
        return run(backward, g, s.sizesOf('input'));
      },
    },
  });
  const backward: Op = op({
    roundsOnce: 'all',
    signature: `adaptive_avg_pool${n}d_backward(Tensor grad_output, int[] size)`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The gradient of adaptive_avg_pool.',
    formula: 'out = Σ over shares of grad_output / size of the share',
    gradient: 'grad_output: adaptive_avg_pool(g)',
    variants: [],
    forward(grad, size) {
      const out = Tensor.empty(size, grad.dtype, grad.device);
      if (n === 2 && numel(grad.sizes) > 0 && fused('meanSharesBack', dense(grad), out)) return out;
      return applySeparable(grad, tapsOf(size, grad.sizes.slice(grad.sizes.length - n)), true, size.slice(size.length - n));
    },
    backward: { grad_output: (g, s) => run(forward, g, s.sizesOf('grad_output').slice(-n)) },
  });
  return [forward, backward];
};

/** @throws RuntimeError for empty shares, which have no gradient */
function checkGradOutput(name: string, { sizes }: Tensor): void {
  const empty = sizes.findIndex((size, d) => d > 0 && size === 0);
  if (empty > 0)
    throw wrongShape(
      `${name}(): Expected grad_output to have non-zero size for non-batch dimensions, but grad_output has sizes ${showSizes(sizes)} with dimension ${empty} being empty`,
    );
}

const adaptiveAvgs = { 2: adaptiveAvg(2), 3: adaptiveAvg(3) };

const adaptiveMax = (n: 2 | 3): Op =>
  op({
    signature: `adaptive_max_pool${n}d_with_indices(Tensor input, int[] output_size) -> (Tensor output, Tensor indices)`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The greatest of each share of the input, and where it is in the plane.',
    formula: 'out[i] = max input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]',
    gradient: 'input: g at the greatest',
    gradFn: `AdaptiveMaxPool${n}DBackward0`,
    keeps: ['input'],
    variants: [],
    forward(input, output) {
      const lead = input.sizes.slice(0, input.sizes.length - n);
      const positions = greatest(input, output, n);
      const sizes = [...lead, ...output];
      const plane = numel(input.sizes.slice(input.sizes.length - n));
      const indices = Tensor.of(
        positions.map((p) => p % plane),
        sizes,
        int64,
        input.device,
      );
      return [takeAt(input, placesOf(positions, input), sizes), indices];
    },
    backward: {
      input(g, s) {
        checkGradOutput(`adaptive_max_pool${n}d_backward`, g);
        return run(scatterPlanes, g, s.resultAt(1), s.sizesOf('input'), n);
      },
    },
  });

/**
 * The position of the greatest element of each share in the whole input: the first of equal ones; NaN is the greatest.
 */
function greatest(input: Tensor, output: readonly number[], n: number): Float64Array {
  const spatial = input.sizes.slice(input.sizes.length - n);
  const [D, H, W] = [...new Array<number>(3 - n).fill(1), ...spatial] as [number, number, number];
  const [OD, OH, OW] = [...new Array<number>(3 - n).fill(1), ...output] as [number, number, number];
  const data = read(dense(input));
  const count = numel(input.sizes.slice(0, input.sizes.length - n));
  const found = new Float64Array(count * OD * OH * OW);
  let k = 0;
  for (let c = 0; c < count; c++)
    for (let od = 0; od < OD; od++)
      for (let oh = 0; oh < OH; oh++)
        for (let ow = 0; ow < OW; ow++) {
          let best = -1;
          for (let z = shareStart(od, D, OD); z < shareEnd(od, D, OD); z++)
            for (let y = shareStart(oh, H, OH); y < shareEnd(oh, H, OH); y++)
              for (let x = shareStart(ow, W, OW); x < shareEnd(ow, W, OW); x++) {
                const at = ((c * D + z) * H + y) * W + x;
                if (best < 0 || data[at] > data[best] || (data[at] !== data[at] && data[best] === data[best])) best = at;
              }
          found[k++] = best;
        }
  return found;
}

const adaptiveMaxs = { 2: adaptiveMax(2), 3: adaptiveMax(3) };

const avgFunction = (n: 1 | 2 | 3): Op[] =>
  inBoth(`adaptive_avg_pool${n}d(Tensor input, int[]|any[] output_size)`, {
    ...(n === 3 && { autocast: 'float32' as const }),
    kind: kind.pooling(),
    doc: `Means to an output of a given size over the last ${n === 1 ? 'dim' : `${n} dims`}; None keeps the size of a dim.`,
    formula: 'out[i] = mean input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]',
    gradient: 'input: g / size of the share',
    compose(input, wanted) {
      const output = outputOf('avg', input, wanted as Wanted, n);
      checkInput('avg', input, n);
      if (n === 1) return run(adaptiveAvgs[2][0], input.unsqueeze(-2), [1, ...output]).squeeze(-2);
      // The operation that PyTorch records in this case.
      if (output.every((v) => v === 1)) {
        const out = input.mean(n === 2 ? [-1, -2] : [-1, -2, -3], true);
        const channels = out.sizes[1];
        if (input.sizes.length !== n + 2 || !hasChannelsLast(input.sizes, input.strides)) return out;
        return out.as_strided_(out.sizes, [channels, 1, ...new Array<number>(n).fill(channels)]);
      }
      return run(adaptiveAvgs[n][0], input, output);
    },
  });

const maxFunction = (n: 1 | 2 | 3): Op[] =>
  inBoth(`adaptive_max_pool${n}d(Tensor input, int[]|any[] output_size, bool return_indices=False) -> any`, {
    kind: kind.pooling(),
    doc: `The greatest elements, to an output of a given size over the last ${n === 1 ? 'dim' : `${n} dims`}.`,
    formula: 'out[i] = max input[⌊i·n/m⌋ : ⌈(i+1)·n/m⌉]',
    gradient: 'input: g at the greatest',
    compose(input, wanted, withIndices) {
      const output = outputOf('max', input, wanted as Wanted, n);
      checkInput('max', input, n);
      const pooled =
        n === 1
          ? runAll(adaptiveMaxs[2], input.unsqueeze(-2), [1, ...output]).map((t) => t.squeeze(-2))
          : runAll(adaptiveMaxs[n], input, output);
      return withIndices ? pooled : pooled[0];
    },
  });

/** torch has only the functions over one dim; nn.functional has all. */
export const adaptivePooling: Op[] = [
  ...Object.values(adaptiveAvgs).flat(),
  ...Object.values(adaptiveMaxs),
  ...([1, 2, 3] as const).flatMap((n) => avgFunction(n).slice(0, n === 1 ? 2 : 1)),
  ...([1, 2, 3] as const).flatMap((n) => maxFunction(n).slice(0, n === 1 ? 2 : 1)),
];
