import { Complex } from '../../complex.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { kernels } from '../../backends/dispatch.js';
import { placesOf } from '../indexing/shared.js';
import { op, type Op } from '../op.js';
import { run } from './shared.js';

/** Padding around the last dims. `pad` begins with the last dim: before, after, before, after, … */

/** For each dim (from the first one), how much is added before and after it. */
const margins = (rank: number, pad: readonly number[]): [number, number][] =>
  Array.from({ length: rank }, (_, d) => {
    const i = 2 * (rank - 1 - d);
    return [pad[i] ?? 0, pad[i + 1] ?? 0];
  });

/** The parts of both tensors that correspond to each other: negative margins are cut off. */
function overlap(inner: Tensor, outer: Tensor, sides: readonly [number, number][]): [Tensor, Tensor] {
  return sides.reduce<[Tensor, Tensor]>(
    ([a, b], [before, after], d) => {
      const from = Math.max(0, -before);
      const length = Math.max(0, a.sizes[d] - from - Math.max(0, -after));
      return [a.narrow(d, from, length), b.narrow(d, Math.max(0, before), length)];
    },
    [inner, outer],
  );
}

const constantPad = op({
  signature: 'constant_pad_nd(Tensor input, int[] pad, Scalar|complex value=0)',
  keepsChannels: true,
  kind: kind.placement({ holds: 'input' }),
  doc: 'Surrounds the last dims with one value; a negative margin cuts off.',
  formula: 'out = input, with value around it',
  gradient: 'input: g within the margins',
  variants: ['function', 'method'],
  forward(input, pad, value) {
    const rank = input.sizes.length;
    if (pad.length % 2 !== 0) throw new RuntimeError(`Length of pad must be even but instead it equals ${pad.length}`);
    if (pad.length > 2 * rank) {
      throw wrongShape(
        `Length of pad should be no more than twice the number of dimensions of the input. Pad length is ${pad.length}while the input has ${rank}dimensions.`,
      );
    }
    const sides = margins(rank, pad);
    const sizes = input.sizes.map((n, d) => n + sides[d][0] + sides[d][1]);
    if (sizes.some((n) => n < 0)) throw wrongShape('narrow(): length must be non-negative.');
    const out = Tensor.empty(sizes, input.dtype, input.device);
    if (value instanceof Complex) kernels.copy(input.new_full([], value).expand(sizes), out);
    else kernels.fill(out, Number(value));
    const [source, target] = overlap(input, out, sides);
    kernels.copy(source, target);
    return out;
  },
  backward: { input: (g, s) => g.constant_pad_nd(s.pad.map((n) => -n)) },
});

/** For each position of a padded dim, the position in the input from which it is copied. */
const sources: Record<string, (n: number, i: number) => number> = {
  reflect: (n, i) => (i < 0 ? -i : i >= n ? 2 * (n - 1) - i : i),
  replicate: (n, i) => Math.min(Math.max(i, 0), n - 1),
};

function indexOf(mode: string, n: number, [before, after]: readonly [number, number], like: Tensor): Tensor {
  return placesOf(Float64Array.from(listOf(before + n + after, (i) => sources[mode](n, i - before))), like);
}

/** An op that copies elements of the input to the margins, for `n` spatial dims. */
const repeating = (mode: 'reflect' | 'replicate', n: number): Op => {
  const title = mode === 'reflect' ? 'reflection' : 'replication';
  const self = op({
    signature: `${title}_pad${n}d(Tensor input, int[] pad)`,
    keepsChannels: true,
    kind: kind.placement({ holds: 'input' }),
    doc: mode === 'reflect' ? 'Surrounds the last dims with their mirror image.' : 'Surrounds the last dims with copies of their edges.',
    formula: mode === 'reflect' ? 'out[−i] = input[i]' : 'out[−i] = input[0]',
    gradient: 'input: g, added where it came from',
    gradFn: `${mode === 'reflect' ? 'Reflection' : 'Replication'}Pad${n}DBackward0`,
    keeps: ['input'],
    variants: [],
    forward(input, pad) {
      const sides = margins(input.sizes.length, pad);
      return sides.reduce((t, side, d) => (side[0] || side[1] ? t.index_select(d, indexOf(mode, t.sizes[d], side, t)) : t), input.clone());
    },
    backward: {
      input: (g, s) => {
        const sizes = s.sizesOf('input');
        return margins(sizes.length, s.pad).reduce((t, side, d) => {
          if (!side[0] && !side[1]) return t;
          const to = t.new_zeros(t.sizes.map((m, e) => (e === d ? sizes[d] : m)));
          return to.index_add(d, indexOf(mode, sizes[d], side, t), t);
        }, g);
      },
    },
  });
  return self;
};

const repeats = { reflect: [1, 2, 3].map((n) => repeating('reflect', n)), replicate: [1, 2, 3].map((n) => repeating('replicate', n)) };

/** @throws RuntimeError when the input is too small for the margins */
function checkRepeating(mode: 'reflect' | 'replicate', input: Tensor, pad: readonly number[], n: number): void {
  const { sizes } = input;
  const rank = sizes.length;
  if (sizes.slice(rank - n - 1).includes(0)) {
    throw wrongShape(
      `Expected ${n + 1}D or ${n + 2}D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: ${showSizes(sizes)}`,
    );
  }
  const sides = margins(rank, pad);
  for (let d = rank - 1; d >= rank - n; d--) {
    const [before, after] = sides[d];
    const size = sizes[d];
    if (mode === 'reflect' && (before >= size || after >= size)) {
      throw wrongShape(
        `Argument #${2 * (rank - 1 - d) + 4}: Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${d} of input ${showSizes(sizes)}`,
      );
    }
    if (before + size + after < 1) {
      const name = ['W', 'H', 'D'][rank - 1 - d];
      throw wrongShape(`input (${name}: ${size}) is too small. Calculated output ${name}: ${before + size + after}`);
    }
  }
}

/**
 * Calls `step` for each dim with margins: `places` are the positions in the input, which wrap around after negative
 * margins are cut off.
 */
function circular(input: Tensor, pad: readonly number[], step: (t: Tensor, dim: number, places: Tensor) => Tensor): Tensor {
  return margins(input.sizes.length, pad).reduce((t, [before, after], d) => {
    if (!before && !after) return t;
    const n = t.sizes[d];
    if (before > n || after > n) throw new RuntimeError('Padding value causes wrapping around more than once.');
    if (before + n + after < 0) throw wrongShape('Negative padding value is resulting in an empty dimension');
    const cut = Math.max(0, -before);
    const left = n - cut - Math.max(0, -after);
    const index = Float64Array.from(listOf(before + n + after, (i) => cut + ((((i - Math.max(0, before)) % left) + left) % left)));
    return step(t, d, placesOf(index, t));
  }, input);
}

const circularPad = op({
  signature: '_circular_pad(Tensor input, int[] pad)',
  kind: kind.placement({ holds: 'input' }),
  doc: 'Surrounds the last dims with their other ends.',
  formula: 'out[i] = input[i mod n]',
  gradient: 'input: g, added where it came from',
  gradFn: 'CopySlices',
  shown: 'pad',
  variants: [],
  forward: (input, pad) => circular(input, pad, (t, d, places) => t.index_select(d, places)),
  backward: {
    input(g, s) {
      const steps: { d: number; n: number; places: Tensor }[] = [];
      circular(g.new_empty(s.sizesOf('input')), s.pad, (t, d, places) => {
        steps.unshift({ d, n: t.sizes[d], places });
        return t.index_select(d, places);
      });
      return steps.reduce((t, { d, n, places }) => t.new_zeros(t.sizes.map((m, e) => (e === d ? n : m))).index_add(d, places, t), g);
    },
  },
});

const pad = op({
  signature: "nn.functional.pad(Tensor input, int[] pad, str mode='constant', float? value=None)",
  kind: kind.placement({ holds: 'input' }),
  doc: "Surrounds the last dims: mode 'constant' (with `value`), 'reflect', 'replicate' or 'circular'. `pad` lists the margins from the last dim on.",
  formula: 'out = input with margins',
  gradient: 'input: g, added where it came from',
  compose(input, margin, mode, value) {
    const rank = input.sizes.length;
    if (margin.length % 2 !== 0) throw new RuntimeError('Padding length must be divisible by 2');
    if (margin.length > 2 * rank) {
      throw new RuntimeError(
        `Padding length should be less than or equal to two times the input dimension but got padding length ${margin.length} and input of dimension ${rank}`,
      );
    }
    if (mode === 'constant') return input.constant_pad_nd(margin, value ?? 0);
    if (value !== null && value !== 0) throw new RuntimeError(`Padding mode "${mode}" doesn't take in value argument`);
    const n = margin.length / 2;
    if (!(n >= 1 && n <= 3 && (rank === n + 1 || rank === n + 2))) {
      throw wrongShape(`Padding size ${margin.length} is not supported for ${rank}D input tensor.`, NotImplementedError_);
    }
    if (mode === 'circular') return run(circularPad, input, margin);
    if (mode !== 'reflect' && mode !== 'replicate') throw new NotImplementedError_(`Unrecognised padding mode ${mode}`);
    checkRepeating(mode, input, margin, n);
    return run(repeats[mode][n - 1], input, margin);
  },
});

export const paddings: Op[] = [constantPad, ...repeats.reflect, ...repeats.replicate, circularPad, pad];
