import { kernels } from '../../backends/dispatch.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { contiguous_format } from '../../layout.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { copyIn, dense } from '../pointwise.js';
import type { NamedArguments } from '../signatureTypes.js';
import { windowOf } from './pooling.js';
import { inBoth, run, tuple } from './shared.js';

/** Operations that arrange windows as columns, or exchange channels for space. */

interface Windows {
  kernel: number[];
  dilation: number[];
  padding: number[];
  stride: number[];
}

const counts = (size: readonly number[], w: Windows): number[] =>
  size.map((n, d) => Math.floor((n + 2 * w.padding[d] - w.dilation[d] * (w.kernel[d] - 1) - 1) / w.stride[d]) + 1);

const pair = (list: readonly number[]): string => `(${list.join(', ')})`;

function checkWindows(w: Windows): void {
  const check = (what: string, list: readonly number[], name: string, least: number, phrase: string) => {
    if (list.some((v) => v < least)) {
      throw new RuntimeError(`${what} should be ${phrase}, but got ${name}_height: ${list[0]} ${name}_width: ${list[1]}`);
    }
  };
  const title: Record<string, string> = { kernel: 'kernel_size' };
  for (const [name, list] of Object.entries(w) as [string, number[]][]) {
    if (list.length !== 2) throw new RuntimeError(`It is expected ${title[name] ?? name} equals to 2, but got size ${list.length}`);
  }
  check('kernel size', w.kernel, 'kernel', 1, 'greater than zero');
  check('dilation', w.dilation, 'dilation', 1, 'greater than zero');
  check('padding', w.padding, 'pad', 0, 'non-negative');
  check('stride', w.stride, 'stride', 1, 'greater than zero');
}

const settings = 'int[] kernel_size, int[] dilation, int[] padding, int[] stride';
const rest = (s: NamedArguments<`(${typeof settings})`>) => [s.kernel_size, s.dilation, s.padding, s.stride];
const three = (list: readonly number[]): number[] => [1, ...list];

const im2col: Op = op({
  signature: `im2col(Tensor input, ${settings})`,
  kind: kind.indexing(),
  doc: 'The windows of (N, C, H, W) as columns (N, C · window, windows).',
  formula: 'out[:, i] = window i of input',
  gradient: 'input: fold(g)',
  gradFn: 'Im2ColBackward0',
  variants: [],
  forward(input, kernel, dilation, padding, stride) {
    const [n, c, h, w] = input.sizes as [number, number, number, number];
    const output = counts([h, w], { kernel, dilation, padding, stride });
    const out = Tensor.zeros([n, c * numel(kernel), numel(output)], input.dtype, input.device);
    if (numel(input.sizes) > 0) {
      kernels.im2col(dense(input).view([n, c, 1, h, w]), windowOf(kernel, stride, padding, dilation), three(output), out);
    }
    return out;
  },
  backward: { input: (g, s) => run(col2im, g, s.sizesOf('input').slice(2), ...rest(s)) },
});

const col2im: Op = op({
  signature: `col2im(Tensor input, int[] output_size, ${settings})`,
  kind: kind.resampling(),
  doc: 'Columns (N, C · window, windows) added up to (N, C, H, W).',
  formula: 'window i of out += input[:, i]',
  gradient: 'input: unfold(g)',
  gradFn: 'Col2ImBackward0',
  variants: [],
  forward(input, size, kernel, dilation, padding, stride) {
    const [n, rows] = input.sizes as [number, number, number];
    const out = Tensor.zeros([n, rows / numel(kernel), ...size], input.dtype, input.device);
    const output = counts(size, { kernel, dilation, padding, stride });
    if (numel(input.sizes) > 0) {
      const volume = out.view([n, rows / numel(kernel), 1, ...size]);
      kernels.col2im(dense(input), windowOf(kernel, stride, padding, dilation), three(output), volume);
    }
    return out;
  },
  backward: { input: (g, s) => run(im2col, g, ...rest(s)) },
});

type List = number | readonly number[];
const windowsOf = (kernel: List, dilation: List, padding: List, stride: List): Windows => ({
  kernel: tuple(kernel, 2),
  dilation: tuple(dilation, 2),
  padding: tuple(padding, 2),
  stride: tuple(stride, 2),
});

const unfold = op({
  signature: 'nn.functional.unfold(Tensor input, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)',
  kind: kind.indexing(),
  doc: im2col.doc,
  formula: im2col.formula,
  gradient: im2col.gradient!,
  compose(input, kernel, dilation, padding, stride) {
    const w = windowsOf(kernel, dilation, padding, stride);
    checkWindows(w);
    const { sizes } = input;
    const rank = sizes.length;
    if ((rank !== 3 && rank !== 4) || sizes.slice(rank === 4 ? 1 : 0).includes(0)) {
      throw wrongShape(
        `Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: ${showSizes(sizes)}`,
      );
    }
    const spatial = sizes.slice(-2);
    const output = counts(spatial, w);
    if (output.some((v) => v < 1)) {
      throw wrongShape(
        `Given input with spatial size ${pair(spatial)}, kernel_size=${pair(w.kernel)}, dilation=${pair(w.dilation)}, padding=${pair(w.padding)}, calculated shape of the array of sliding blocks as ${pair(output)}, but its components must be at least one.`,
      );
    }
    const columns = (x: Tensor) => run(im2col, x, w.kernel, w.dilation, w.padding, w.stride);
    return rank === 4 ? columns(input) : columns(input.unsqueeze(0)).squeeze(0);
  },
});

const fold = op({
  signature: 'nn.functional.fold(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)',
  kind: kind.resampling(),
  doc: col2im.doc,
  formula: col2im.formula,
  gradient: col2im.gradient!,
  compose(input, size, kernel, dilation, padding, stride) {
    const w = windowsOf(kernel, dilation, padding, stride);
    const output = tuple(size, 2);
    checkWindows(w);
    const { sizes } = input;
    const rank = sizes.length;
    if ((rank !== 2 && rank !== 3) || sizes.slice(rank === 3 ? 1 : 0).includes(0)) {
      throw wrongShape(
        `Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: ${showSizes(sizes)}`,
      );
    }
    const [rows, columns] = sizes.slice(-2) as [number, number];
    if (rows % numel(w.kernel) !== 0) {
      throw wrongShape(
        `Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=${rows} and kernel_size=${pair(w.kernel)}.`,
      );
    }
    const blocks = counts(output, w);
    if (numel(blocks) !== columns) {
      throw wrongShape(
        `Given output_size=${pair(output)}, kernel_size=${pair(w.kernel)}, dilation=${pair(w.dilation)}, padding=${pair(w.padding)}, stride=${pair(w.stride)}, expected size of input's dimension 2 to match the calculated number of sliding blocks ${blocks.join(' * ')} = ${numel(blocks)}, but got input.size(2)=${columns}.`,
      );
    }
    const image = (x: Tensor) => run(col2im, x, output, w.kernel, w.dilation, w.padding, w.stride);
    return rank === 3 ? image(input) : image(input.unsqueeze(0)).squeeze(0);
  },
});

/** Turns (…, C·r², H, W) into (…, C, H·r, W·r), and back. */
function shuffled(x: Tensor, r: number, upwards: boolean): Tensor {
  const lead = x.sizes.slice(0, -3);
  const [c, h, w] = x.sizes.slice(-3) as [number, number, number];
  const n = lead.length;
  const order = (tail: number[]) => [...lead.keys(), ...tail.map((d) => d + n)];
  if (upwards) {
    return x
      .reshape([...lead, c / (r * r), r, r, h, w])
      .permute(order([0, 3, 1, 4, 2]))
      .reshape([...lead, c / (r * r), h * r, w * r]);
  }
  return x
    .reshape([...lead, c, h / r, r, w / r, r])
    .permute(order([0, 2, 4, 1, 3]))
    .reshape([...lead, c * r * r, h / r, w / r]);
}

function checkShuffle(name: string, x: Tensor, factor: number, what: string): void {
  if (x.sizes.length < 3) {
    throw wrongShape(`${name} expects input to have at least 3 dimensions, but got input with ${x.sizes.length} dimension(s)`);
  }
  if (factor <= 0) throw new RuntimeError(`${name} expects a positive ${what}, but got ${factor}`);
}

const pixelShuffle: Op[] = inBoth('pixel_shuffle(Tensor input, int upscale_factor)', {
  keepsChannels: true,
  kind: kind.copy(),
  doc: 'Trades channels for resolution: (…, C·r², H, W) to (…, C, H·r, W·r).',
  formula: 'out[c, h·r + i, w·r + j] = input[c·r² + i·r + j, h, w]',
  gradient: 'input: g, shuffled back',
  gradFn: 'PixelShuffleBackward0',
  forward(input, r) {
    checkShuffle('pixel_shuffle', input, r, 'upscale_factor');
    const c = input.sizes.at(-3)!;
    if (c % (r * r) !== 0) {
      throw wrongShape(
        `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${c} is not divisible by ${r * r}`,
      );
    }
    return copyIn(contiguous_format, shuffled(input, r, true));
  },
  backward: { input: (g, s) => shuffled(g, s.upscale_factor, false) },
});

const pixelUnshuffle: Op[] = inBoth('pixel_unshuffle(Tensor input, int downscale_factor)', {
  keepsChannels: true,
  kind: kind.copy(),
  doc: 'Trades resolution for channels: (…, C, H·r, W·r) to (…, C·r², H, W).',
  formula: 'out[c·r² + i·r + j, h, w] = input[c, h·r + i, w·r + j]',
  gradient: 'input: g, shuffled back',
  gradFn: 'PixelUnshuffleBackward0',
  forward(input, r) {
    checkShuffle('pixel_unshuffle', input, r, 'downscale_factor');
    for (const [name, dim] of [
      ['height', -2],
      ['width', -1],
    ] as const) {
      const n = input.sizes.at(dim)!;
      if (n % r !== 0) {
        throw wrongShape(
          `pixel_unshuffle expects ${name} to be divisible by downscale_factor, but input.size(${dim})=${n} is not divisible by ${r}`,
        );
      }
    }
    return copyIn(contiguous_format, shuffled(input, r, false));
  },
  backward: { input: (g, s) => shuffled(g, s.downscale_factor, true) },
});

const channelShuffle: Op[] = inBoth('channel_shuffle(Tensor input, int groups)', {
  kind: kind.copy(),
  doc: 'Interleaves the channels of groups.',
  formula: 'out[:, j·groups + i] = input[:, i·C/groups + j]',
  gradient: 'input: g, shuffled back',
  keepsChannels: true,
  forward(input, groups) {
    if (input.sizes.length <= 2)
      throw wrongShape(`channel_shuffle expects input with > 2 dims, but got input with sizes ${showSizes(input.sizes)}`);
    if (groups <= 0) throw new RuntimeError(`Number of groups to divide channels in must be positive. Value of groups:${groups}`);
    const [n, c, ...spatial] = input.sizes as [number, number, ...number[]];
    if (c % groups !== 0) throw wrongShape(`Number of channels must be divisible by groups. Got ${c} channels and ${groups} groups.`);
    return input
      .reshape([n, groups, c / groups, ...spatial])
      .transpose(1, 2)
      .reshape(input.sizes);
  },
  backward: { input: (g, s) => run(channelShuffle[0], g, g.sizes[1] / s.groups) },
});

export const unfolding: Op[] = [im2col, col2im, unfold, fold, ...pixelShuffle, ...pixelUnshuffle, ...channelShuffle];
