import { spread, type Sample } from './samples.js';

/** Samples for `special`: calls by name. The ranges are those in which a function is smooth. */

const one = (low: number, high: number) => (): Sample[] => [[spread([2, 3], low, high)], [spread([], low, high)]];
const pair = (low: number, high: number) => (): Sample[] => [[spread([2, 3], low, high), spread([3], low, high, 1)]];
const polynomial = (): Sample[] => [
  [spread([2, 3]), 3],
  [spread([2, 3]), spread([3], 0, 9)],
];
const gammas = (): Sample[] => [[spread([2, 3], 1.6, 3), 3]];

export const specialSamples: Record<string, () => Sample[]> = {
  'special.erfinv': one(-0.8, 0.8),
  'special.log1p': one(-0.5, 2),
  'special.gammaln': one(0.4, 3),
  'special.digamma': one(0.4, 3),
  'special.psi': one(0.4, 3),
  'special.bessel_y0': one(0.8, 4.5),
  'special.bessel_y1': one(0.8, 4.5),
  'special.bessel_j0': one(-8, 8),
  'special.bessel_j1': one(-8, 8),
  'special.i0e': one(0.3, 9),
  'special.i1e': one(0.3, 9),
  'special.modified_bessel_k0': one(0.5, 3),
  'special.modified_bessel_k1': one(0.5, 3),
  'special.scaled_modified_bessel_k0': one(0.5, 3),
  'special.scaled_modified_bessel_k1': one(0.5, 3),
  'special.ndtri': one(0.1, 0.9),
  'special.entr': one(0.1, 3),
  'special.xlog1py': () => [
    [spread([2, 3]), spread([3], -0.5, 2, 1)],
    [2, spread([3], -0.5, 2)],
    [spread([3]), 0.5],
  ],
  'special.xlogy': () => [
    [spread([2, 3]), spread([3], 0.3, 2.5, 1)],
    [2, spread([3], 0.3, 2.5)],
  ],
  'special.logit': () => [[spread([2, 3], 0.2, 0.8)], [spread([3], 0.2, 0.8), 0.1]],
  'special.round': () => [[spread([2, 3])], [spread([2, 3]), { decimals: 1 }]],
  'special.softmax': () => [[spread([2, 3]), 1]],
  'special.log_softmax': () => [[spread([2, 3]), 1]],
  'special.logsumexp': () => [[spread([2, 3]), 1]],
  'special.zeta': () => [...pair(1.5, 4)(), [3, spread([3], 1, 4)], [spread([3], 1.5, 4), 2]],
  igamma: pair(0.5, 4),
  igammac: pair(0.5, 4),
  'special.gammainc': pair(0.5, 4),
  'special.gammaincc': pair(0.5, 4),
  mvlgamma: gammas,
  'special.multigammaln': gammas,
  'special.polygamma': () => [[1, spread([3], 0.4, 3)]],
  'special.chebyshev_polynomial_t': polynomial,
  'special.chebyshev_polynomial_u': polynomial,
  'special.chebyshev_polynomial_v': polynomial,
  'special.chebyshev_polynomial_w': polynomial,
  'special.shifted_chebyshev_polynomial_t': polynomial,
  'special.shifted_chebyshev_polynomial_u': polynomial,
  'special.shifted_chebyshev_polynomial_v': polynomial,
  'special.shifted_chebyshev_polynomial_w': polynomial,
  'special.hermite_polynomial_h': polynomial,
  'special.hermite_polynomial_he': polynomial,
  'special.laguerre_polynomial_l': polynomial,
  'special.legendre_polynomial_p': polynomial,
};
