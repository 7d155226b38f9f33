import * as torch from '../../src/engine/index.js';
import { spread, type Sample } from './samples.js';

/** Arguments for operations on complex numbers. No signature tells them. */

/** Complex numbers that are far apart and not near 0. */
export const complexSpread = (sizes: readonly number[], phase = 0): torch.Tensor =>
  torch.complex(spread(sizes, 0.4, 1.5, phase), spread(sizes, -1.3, 1.4, phase + 1));

const z = complexSpread([2, 3]);

export const complexSamples: Record<string, () => Sample[]> = {
  complex: () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  polar: () => [[spread([2, 3], 0.4, 1.5), spread([3], -1, 1, 1)]],
  _real: () => [[z], [z.conj()]],
  _imag: () => [[z], [z.conj()]],
  real: () => [[z], [spread([2, 3])]],
  imag: () => [[z]],
  view_as_real: () => [[z]],
  view_as_complex: () => [[spread([2, 3, 2])]],
  _conj: () => [[z]],
  conj: () => [[z], [spread([2, 3])]],
  conj_physical: () => [[z], [spread([2, 3])]],
  resolve_conj: () => [[z.conj()], [spread([2, 3])]],
  resolve_neg: () => [[z]],
  adjoint: () => [[complexSpread([2, 3, 4])]],
  angle: () => [[z], [spread([2, 3])]],
  sgn: () => [[z], [spread([2, 3])]],
  isreal: () => [[z], [spread([2, 3])]],
  vdot: () => [[complexSpread([3]), complexSpread([3], 2)]],
  chalf: () => [[spread([2, 3])]],
  type: () => [[spread([2, 3])], [spread([2, 3]), 'torch.FloatTensor']],
};
