import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

const { windows } = torch.signal;

/** Windows as PyTorch 2.15 prints them. */
const printed: [name: string, made: () => torch.Tensor, text: string][] = [
  ['bartlett', () => windows.bartlett(5), 'tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])'],
  ['blackman', () => windows.blackman(5, { sym: false }), 'tensor([-1.4901e-08,  2.0077e-01,  8.4923e-01,  8.4923e-01,  2.0077e-01])'],
  ['cosine', () => windows.cosine(4), 'tensor([0.3827, 0.9239, 0.9239, 0.3827])'],
  ['exponential', () => windows.exponential(4, { sym: false, tau: 0.5 }), 'tensor([0.0183, 0.1353, 1.0000, 0.1353])'],
  ['gaussian', () => windows.gaussian(4, { std: 0.9, sym: false }), 'tensor([0.0847, 0.5394, 1.0000, 0.5394])'],
  ['general_cosine', () => windows.general_cosine(4, { a: [0.46, 0.23, 0.31] }), 'tensor([0.5400, 0.4200, 0.4200, 0.5400])'],
  ['general_hamming', () => windows.general_hamming(4, { alpha: 0.4 }), 'tensor([-0.2000,  0.7000,  0.7000, -0.2000])'],
  ['hamming', () => windows.hamming(5, { sym: false }), 'tensor([0.0800, 0.3979, 0.9121, 0.9121, 0.3979])'],
  ['hann', () => windows.hann(5), 'tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])'],
  ['kaiser', () => windows.kaiser(5, { sym: false, beta: 0.9 }), 'tensor([0.8244, 0.9348, 0.9926, 0.9926, 0.9348])'],
  ['nuttall', () => windows.nuttall(4, { sym: false }), 'tensor([3.6280e-04, 2.2698e-01, 1.0000e+00, 2.2698e-01])'],
];

describe('torch.signal.windows', () => {
  it.each(printed)('%s', (_, made, text) => {
    expect(String(made())).toBe(text);
  });

  it('have no, one or many elements, of a dtype and with a gradient where it is asked for', () => {
    for (const make of [windows.hann, windows.kaiser, windows.bartlett]) expect([make(0).numel(), make(1).tolist()]).toEqual([0, [1]]);
    expect(String(windows.hann(3, { dtype: torch.float64 }))).toBe('tensor([0., 1., 0.], dtype=torch.float64)');
    expect(windows.hann(3, { requires_grad: true }).grad_fn?.name()).toBe('SumBackward1');
  });

  it.each<[string, () => unknown]>([
    ['general_cosine requires non-negative window length, got M=-1', () => windows.hann(-1)],
    ['Center must be None for symmetric windows', () => windows.exponential(3, { center: 1 })],
    ['Coefficients cannot be empty', () => windows.general_cosine(3, { a: [] })],
    ['general_cosine expects float32 or float64 dtypes, got: torch.int64', () => windows.hann(3, { dtype: torch.int64 })],
    ['general_cosine is implemented for strided tensors only, got: torch.sparse_coo', () => windows.hann(3, { layout: torch.sparse_coo })],
    ['blackman expects float32 or float64 dtypes, got: torch.float16', () => windows.blackman(3, { dtype: torch.float16 })],
  ])('%s', (said, run) => {
    expect(run).toThrow(said);
  });
});
