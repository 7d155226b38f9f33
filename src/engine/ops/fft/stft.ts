import { NotImplementedError_, RuntimeError, TypeError_ } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { fn } from '../registry.js';

/** The short-time Fourier transform: spectra of a window that moves along a signal, and the inverse transform. */

const pad = fn('nn.functional.pad') as (x: Tensor, pad: number[], mode?: string) => Tensor;
const view_as_real = fn('view_as_real') as (x: Tensor) => Tensor;

const shown = (v: number | boolean | null): string => (v === null ? 'None' : String(Number(v)));
const shownWindow = (w: Tensor | null): string => (w ? `torch.${w.dtype.scalarName}Tensor{${showSizes([...w.sizes])}}` : 'None');

/** The window, padded with zeros on both sides to length `n`; null when all weights are 1. */
function widened(window: Tensor | null, length: number, n: number, like: Tensor): Tensor | null {
  if (length === n) return window;
  const left = Math.floor((n - length) / 2);
  return pad(window ?? like.new_ones([length]), [left, n - length - left]);
}

/** The signal with half a transform's length added on both sides, so that each window is centred on its sample. */
function centred(input: Tensor, n: number, mode: string): Tensor {
  const rank = input.sizes.length;
  const half = Math.floor(n / 2);
  const extended = input.reshape([...new Array<number>(Math.max(0, 3 - rank)).fill(1), ...input.sizes]);
  const padded = pad(extended, [half, half], mode);
  return padded.reshape(padded.sizes.slice(padded.sizes.length - rank));
}

const stft = op({
  signature:
    "stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None)",
  autocast: 'float32',
  kind: kind.product(),
  doc: 'The spectra of a window that moves along a signal.',
  formula: 'out[k, m] = Σ_j window[j] · input[m · hop_length + j] · e^(−2πi jk/n_fft)',
  compose(input, n, hopLength, winLength, window, center, mode, normalized, half, asComplex, align) {
    if (center && align !== null) throw new RuntimeError('stft align_to_window should only be set when center = false');
    const hop = hopLength ?? Math.floor(n / 4);
    const length = winLength ?? n;
    const signal = center ? centred(input, n, mode) : input;
    const said =
      `stft(torch.${input.dtype.scalarName}Tensor${showSizes([...signal.sizes])}, n_fft=${n}, hop_length=${hop}, win_length=${length}, ` +
      `window=${shownWindow(window)}, normalized=${shown(normalized)}, onesided=${shown(half)}, return_complex=${shown(asComplex)}, ` +
      `align_to_window=${shown(align)}) : `;
    const isComplex = asComplex ?? (input.dtype.is_complex || (window?.dtype.is_complex ?? false));
    if (!isComplex && asComplex === null) {
      throw new RuntimeError(
        'stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.',
      );
    }
    if (!input.dtype.isContinuous) throw new NotImplementedError_(`${said}expected a tensor of floating point or complex values`);
    const rank = signal.sizes.length;
    if (rank !== 1 && rank !== 2) throw wrongShape(`${said}expected a 1D or 2D tensor`);
    const rows = rank === 1 ? signal.unsqueeze(0) : signal;
    const samples = rows.sizes[1];
    if (n <= 0 || n > samples) throw wrongShape(`${said}expected 0 < n_fft < ${samples}, but got n_fft=${n}`);
    if (hop <= 0) throw new RuntimeError(`${said}expected hop_length > 0, but got hop_length=${hop}`);
    if (length <= 0 || length > n) throw new RuntimeError(`${said}expected 0 < win_length <= n_fft, but got win_length=${length}`);
    if (window && (window.sizes.length !== 1 || window.sizes[0] !== length)) {
      const sizes = showSizes([...window.sizes]);
      throw wrongShape(`${said}expected a 1D window tensor of size equal to win_length=${length}, but got window with size ${sizes}`);
    }
    const before = align ? Math.floor((n - length) / 2) : 0;
    const after = align ? n - length - before : 0;
    const frames = (align ? pad(rows, [before, after]) : rows).unfold(1, n, hop);
    const weights = widened(window, length, n, input);
    const weighted = weights ? frames.mul(weights) : frames;
    const scale = normalized ? 1 : 0;
    if (weighted.dtype.is_complex && half) throw new RuntimeError('Cannot have onesided output if window or input is complex');
    const spectra = weighted.dtype.is_complex ? weighted._fft_c2c([2], scale, true) : weighted._fft_r2c([2], scale, half ?? true);
    const turned = spectra.transpose(1, 2);
    const out = rank === 1 ? turned.squeeze(0) : turned;
    return isComplex ? out : view_as_real(out);
  },
});

/** The sum of the frames at their places in a signal of `length`. */
function overlapped(frames: Tensor, length: number, hop: number): Tensor {
  return frames._as_strided_scatter([frames.sizes[0], length], [length, 1], [...frames.sizes], [length, hop, 1], 0);
}

const istft = op({
  signature:
    'istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)',
  kind: kind.product(),
  doc: 'The signal whose spectra `stft` found, by least squares.',
  formula: 'out = Σ_m window · ifft(input[:, m]) / Σ_m window²',
  compose(input, n, hopLength, winLength, window, center, normalized, onesided, length, asComplex) {
    const hop = hopLength ?? Math.floor(n / 4);
    const points = winLength ?? n;
    const said =
      `istft(CPU${input.dtype.scalarName}Type${showSizes([...input.sizes])}, n_fft=${n}, hop_length=${hop}, win_length=${points}, ` +
      `window=${shownWindow(window)}, center=${shown(center)}, normalized=${shown(normalized)}, onesided=${shown(onesided)}, ` +
      `length=${shown(length)}, return_complex=${shown(asComplex)}) `;
    if (!input.dtype.is_complex) {
      throw new TypeError_('istft requires a complex-valued input tensor matching the output from stft with return_complex=True.');
    }
    const { sizes } = input;
    const rank = sizes.length;
    // PyTorch checks the dim of the frequencies in a tensor that has one more dim, for the two parts.
    wrapDim(-3, rank + 1);
    const [size, frames] = [sizes[rank - 2], sizes[rank - 1]];
    const samples = n + hop * (frames - 1);
    if (sizes.includes(0)) throw wrongShape(`${said}: input tensor cannot be empty.`);
    if (rank !== 2 && rank !== 3) throw wrongShape(`${said}: expected a tensor with 3 or 4 dimensions, but got ${rank + 1}`);
    const half = onesided ?? size !== n;
    if (size !== (half ? Math.floor(n / 2) + 1 : n)) {
      throw wrongShape(
        `${said}: expected the frequency dimension (3rd to the last) of the input tensor to match n_fft${half ? ' / 2 + 1' : ''} ` +
          `when onesided=${half ? 'True' : 'False'}, but got ${size}`,
      );
    }
    if (hop <= 0 || hop > points) throw new RuntimeError(`${said}: expected 0 < hop_length <= win_length`);
    if (points <= 0 || points > n) throw new RuntimeError(`${said}: expected 0 < win_length <= n_fft`);
    if (window && (window.sizes.length !== 1 || window.sizes[0] !== points)) {
      throw wrongShape(`${said}: Invalid window shape. window has to be 1D and length of \`win_length\``);
    }
    const weights = widened(window, points, n, input.real) ?? input.real.new_ones([n]);
    const spectra = (rank === 2 ? input.unsqueeze(0) : input).transpose(1, 2);
    const scale = normalized ? 1 : 2;
    if (asComplex && half) throw new RuntimeError('Cannot have onesided output if window or input is complex');
    if (!asComplex && window?.dtype.is_complex) throw new RuntimeError('Complex windows are incompatible with return_complex=False');
    const hermitian = () => (half ? spectra : spectra.narrow(2, 0, Math.floor(n / 2) + 1))._fft_c2r([2], scale, n);
    const parts = (asComplex ? spectra._fft_c2c([2], scale, false) : hermitian()).mul(weights);
    const start = center ? Math.floor(n / 2) : 0;
    const end = length !== null ? start + length : center ? samples - Math.floor(n / 2) : samples;
    const kept = (t: Tensor): Tensor => t.slice(1, start, Math.min(end, samples));
    const envelope = kept(overlapped(weights.pow(2).expand([1, frames, n]), samples, hop));
    if (envelope.numel() > 0 && envelope.abs().min().item() < 1e-11)
      throw new RuntimeError(`${said}window overlap add min: 1\n[ CPUBoolType{} ]`);
    const signal = kept(overlapped(parts, samples, hop)).div(envelope);
    const out = rank === 2 ? signal.squeeze(0) : signal;
    return end > samples ? pad(out, [0, end - samples]) : out;
  },
});

export const spectra: Op[] = [stft, istft];
