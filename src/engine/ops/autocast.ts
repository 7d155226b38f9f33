import { float32, float64, promoteTypes, type DType } from '../dtype.js';
import { isGradEnabled } from '../autograd/gradMode.js';
import { isLeaf, requiresGrad } from '../tensor/state.js';
import { Tensor } from '../tensor/tensor.js';
import type { Op } from './op.js';

/**
 * What `torch.autocast` does to operations on the CPU, by PyTorch's own lists: products are computed in 16 bits, what loses too
 * much by that in float32, and what joins tensors in the widest of their dtypes. What such an operation calls is left alone.
 */

const named = (...names: string[]): ReadonlySet<string> => new Set(names.join(' ').split(' '));
const functional = (names: string): string => names.replaceAll(/\S+/g, 'nn.functional.$&');

const narrow = named(
  'mm bmm addmm baddbmm addbmm matmul prelu linalg.vecdot linalg.matmul convolution',
  functional('linear prelu conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d scaled_dot_product_attention'),
);

const wide = named(
  'polar prod quantile nanquantile stft cdist trace view_as_complex cholesky cholesky_inverse cholesky_solve inverse lu_solve orgqr ormqr pinverse kl_div',
  functional(
    'avg_pool3d max_pool3d adaptive_avg_pool3d max_unpool2d max_unpool3d binary_cross_entropy binary_cross_entropy_with_logits grid_sample mse_loss l1_loss smooth_l1_loss huber_loss nll_loss cross_entropy kl_div ctc_loss soft_margin_loss multi_margin_loss multilabel_margin_loss margin_ranking_loss hinge_embedding_loss cosine_embedding_loss triplet_margin_loss poisson_nll_loss',
  ),
  'linalg.cond linalg.matrix_rank linalg.solve linalg.cholesky linalg.svdvals linalg.eigvals linalg.eigvalsh linalg.inv linalg.householder_product linalg.tensorinv linalg.tensorsolve linalg.qr linalg.cholesky_ex linalg.svd linalg.eig linalg.eigh linalg.lstsq linalg.inv_ex',
);

const widest = named('stack cat index_copy');

/** How things are cast at the moment. */
export interface Autocast {
  readonly dtype: DType;
  /** Parameters as they were cast before; null: they are cast each time. */
  readonly cache: Map<Tensor, Tensor> | null;
}

let current: Autocast | null = null;

export const autocasting = (): Autocast | null => current;

/** Sets how things are cast. @returns how they were before */
export function setAutocast(next: Autocast | null): Autocast | null {
  const before = current;
  current = next;
  return before;
}

const isEligible = (v: unknown): v is Tensor => v instanceof Tensor && v.dtype.is_floating_point && v.dtype !== float64;

function converted(v: unknown, dtype: DType, { cache }: Autocast): unknown {
  if (Array.isArray(v)) return v.map((e) => converted(e, dtype, current!));
  if (!isEligible(v) || v.dtype === dtype) return v;
  const isKept = cache && dtype !== float32 && v.dtype === float32 && isGradEnabled() && requiresGrad(v) && isLeaf(v);
  if (!isKept) return v.to(dtype);
  let made = cache.get(v);
  if (!made) cache.set(v, (made = v.to(dtype)));
  return made;
}

function dtypeFor(op: Op, values: readonly unknown[], { dtype }: Autocast): DType | null {
  const { parsed } = op;
  const name = parsed.name.replace(/\.[A-Z]\w*$/, '');
  if (narrow.has(name)) return dtype;
  if (wide.has(name) || name.startsWith('fft.')) return float32;
  if (!widest.has(name)) return null;
  const given = values.flat().filter(isEligible);
  return given.some((t) => t.dtype === float32) || given.length === 0
    ? float32
    : given.map((t) => t.dtype).reduce((a, b) => promoteTypes(a, b));
}

/** Runs an operation on its arguments as the current mode casts them. */
export function cast(op: Op, values: readonly unknown[], run: (values: unknown[]) => unknown): unknown {
  const mode = current!;
  const dtype = op.outIndex >= 0 && values[op.outIndex] ? null : dtypeFor(op, values, mode);
  if (!dtype) return run([...values]);
  const given = values.map((v) => converted(v, dtype, mode));
  current = null;
  try {
    return run(given);
  } finally {
    current = mode;
  }
}
