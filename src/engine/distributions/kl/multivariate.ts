/** Divergences between normal distributions of vectors. */
import { ValueError } from '../../errors.js';
import * as linalg from '../../generated/linalg.js';
import { broadcastSizes, sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { Distribution } from '../distribution.js';
import {
  logDiagonal,
  LowRankMultivariateNormal,
  lowRankLogDet,
  lowRankMahalanobis,
  mahalanobis,
  MultivariateNormal,
  weighted,
} from '../multivariate.js';
import { register_kl } from './registry.js';

/** The trace of X Xᵀ. */
const traceOfSquare = (X: Tensor): Tensor =>
  X.reshape([...X.sizes.slice(0, -2), -1])
    .pow(2)
    .sum(-1);

function checkSizes(p: Distribution, q: Distribution, kind: string): number {
  if (sameSizes(p.event_shape, q.event_shape)) return p.event_shape[0];
  throw new ValueError(
    `KL-divergence between two ${kind}Multivariate Normals with                          different event shapes cannot be computed`,
  );
}

/** Broadcasts matrices to the members of both batches. */
const together = (L: Tensor, X: Tensor): [Tensor, Tensor] => {
  const batch = broadcastSizes(L.sizes.slice(0, -2), X.sizes.slice(0, -2));
  return [L.expand([...batch, ...L.sizes.slice(-2)]), X.expand([...batch, ...X.sizes.slice(-2)])];
};

/** The trace of (L Lᵀ)⁻¹ X Xᵀ. */
const solvedTrace = (L: Tensor, X: Tensor): Tensor => traceOfSquare(linalg.solve_triangular(...together(L, X), { upper: false }));

const logDetOf = (d: LowRankMultivariateNormal): Tensor => lowRankLogDet(d._unbroadcasted_cov_diag, d._capacitance_tril);
const distanceTo = (q: LowRankMultivariateNormal, p: Distribution & { loc: Tensor }): Tensor =>
  lowRankMahalanobis(q._unbroadcasted_cov_factor, q._unbroadcasted_cov_diag, q.loc.sub(p.loc), q._capacitance_tril);
const solvedFactor = (q: LowRankMultivariateNormal): Tensor =>
  linalg.solve_triangular(q._capacitance_tril, weighted(q._unbroadcasted_cov_factor, q._unbroadcasted_cov_diag), { upper: false });

register_kl(
  LowRankMultivariateNormal,
  LowRankMultivariateNormal,
)((p, q) => {
  const n = checkSizes(p, q, 'Low Rank ');
  const [D, W] = [p._unbroadcasted_cov_diag, p._unbroadcasted_cov_factor];
  const A = solvedFactor(q);
  const term2 = D.div(q._unbroadcasted_cov_diag)
    .sum(-1)
    .add(traceOfSquare(W.mul(q._unbroadcasted_cov_diag.rsqrt().unsqueeze(-1))))
    .sub(traceOfSquare(A.mul(D.sqrt().unsqueeze(-2))))
    .sub(traceOfSquare(A.matmul(W)));
  return logDetOf(q).sub(logDetOf(p)).add(term2).add(distanceTo(q, p)).sub(n).mul(0.5);
});

register_kl(
  MultivariateNormal,
  LowRankMultivariateNormal,
)((p, q) => {
  const n = checkSizes(p, q, '(Low Rank) ');
  const L = p._unbroadcasted_scale_tril;
  const term2 = traceOfSquare(L.mul(q._unbroadcasted_cov_diag.rsqrt().unsqueeze(-1))).sub(traceOfSquare(solvedFactor(q).matmul(L)));
  return logDetOf(q).sub(logDiagonal(L).mul(2)).add(term2).add(distanceTo(q, p)).sub(n).mul(0.5);
});

register_kl(
  LowRankMultivariateNormal,
  MultivariateNormal,
)((p, q) => {
  const n = checkSizes(p, q, '(Low Rank) ');
  const L = q._unbroadcasted_scale_tril;
  const term2 = solvedTrace(L, p._unbroadcasted_cov_factor).add(solvedTrace(L, p._unbroadcasted_cov_diag.sqrt().diag_embed()));
  const term3 = mahalanobis(L, q.loc.sub(p.loc));
  return logDiagonal(L).mul(2).sub(logDetOf(p)).add(term2).add(term3).sub(n).mul(0.5);
});

register_kl(
  MultivariateNormal,
  MultivariateNormal,
)((p, q) => {
  const n = checkSizes(p, q, '');
  const [ofP, ofQ] = [p._unbroadcasted_scale_tril, q._unbroadcasted_scale_tril];
  const term2 = solvedTrace(ofQ, ofP).add(mahalanobis(ofQ, q.loc.sub(p.loc)));
  return logDiagonal(ofQ).sub(logDiagonal(ofP)).add(term2.sub(n).mul(0.5));
});
