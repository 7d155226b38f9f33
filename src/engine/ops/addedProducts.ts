import { fused, kernels } from '../backends/dispatch.js';
import { Complex } from '../complex.js';
import { wrongShape } from '../errors/shapes.js';
import { checkAlpha } from './arithmetic/checks.js';
import { broadcastStrides, numel, stretchesTo } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { checkMatrices, checkSameType, product, timesTurned, turnedTimes } from './matmul.js';
import { op, type Op } from './op.js';
import { pointwise, type Scalar } from './pointwise.js';
import { lacking } from './lacks.js';

/** Sums of a tensor and a product, each multiplied by a factor. */

type Factor = Scalar | Complex;

const is = (v: Factor, number: 0 | 1): boolean => (v instanceof Complex ? v.re === number && v.im === 0 : Number(v) === number);
const isOne = (v: Factor): boolean => is(v, 1);
/** A tensor times a factor. For integers, the factor is truncated to an integer. */
const scaledBy = (t: Tensor, v: Factor): Tensor => (isOne(v) ? t : t.mul(t.dtype.isContinuous ? v : Math.trunc(Number(v))).to(t.dtype));

/**
 * `beta · input + alpha · out`. With a beta of 0, `input` has no effect, even where it is NaN. The memory of `out` is given away:
 * it may become that of the result.
 */
function scaledSum(input: Tensor, out: Tensor, beta: Factor, alpha: Factor): Tensor {
  const scaled = scaledBy(out, alpha);
  if (is(beta, 0)) return scaled;
  const isAlike = input.dtype === out.dtype && input.storage.device === out.storage.device;
  if (isOne(beta) && scaled === out && isAlike && out.isContiguousNow && stretchesTo(input.sizes, out.sizes)) {
    kernels.map('add', [input, out], out, out.dtype);
    return out;
  }
  if (isOne(beta) && stretchesTo(input.sizes, scaled.sizes)) return pointwise('add', [input, scaled]);
  return scaledBy(input.expand(scaled.sizes), beta).add(scaled);
}

const addmm = op({
  lacks: lacking('addmm_impl_cpu_', 'Bool'),
  roundsOnce: 'all',
  signature: 'addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)',
  autocast: 'half',
  kind: kind.product({ stretches: ['input'] }),
  terms: { sum: ['input', 'mat1'], by: ['mat2'] },
  doc: 'A matrix plus the product of two matrices.',
  formula: 'out = beta · input + alpha · mat1 @ mat2',
  gradient: 'input: beta · g;  mat1: alpha · g @ mat2ᵀ;  mat2: alpha · mat1ᵀ @ g',
  variants: ['function', 'method', 'inplace'],
  forward(input, mat1, mat2, beta, alpha) {
    checkMatrices('addmm', mat1, mat2);
    const both = (a: Tensor, b: Tensor) => `must have the same dtype, but got ${a.dtype.scalarName} and ${b.dtype.scalarName}`;
    checkSameType(input, mat2, `self and mat2 ${both(input, mat2)}`);
    checkSameType(mat1, mat2, `mat1 and mat2 ${both(mat1, mat2)}`);
    const sizes = [mat1.sizes[0], mat2.sizes[1]];
    let room: Tensor | null = null;
    const isSum = isOne(beta) && isOne(alpha) && stretchesTo(input.sizes, sizes) && numel(sizes) > 0;
    if (isSum && input.dtype === mat1.dtype && input.device === mat1.device) {
      const out = (room = Tensor.empty(sizes, input.dtype, input.device));
      const stretched = input.alias(sizes, broadcastStrides(input.sizes, input.strides, sizes));
      if (fused('addProduct', stretched, mat1, mat2, out)) return out;
    }
    return scaledSum(input, product(mat1, mat2, 'addmm', room), beta, alpha);
  },
  backward: {
    input: (g, s) => scaledBy(g, s.beta),
    mat1: (g, s) => scaledBy(timesTurned(g, s.mat2), s.alpha),
    mat2: (g, s) => scaledBy(turnedTimes(s.mat1, g, s.metaOf('mat2')), s.alpha),
  },
});

export const addedProducts: Op[] = [
  addmm,
  op({
    signature: 'addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)',
    kind: kind.product({ stretches: ['input'] }),
    terms: { sum: ['input', 'mat'], by: ['vec'] },
    doc: 'A tensor plus a product.',
    formula: 'out = beta · input + alpha · mat @ vec',
    gradient: 'input: beta · g;  mat: alpha · g ⊗ vec;  vec: alpha · matᵀ @ g',
    variants: ['function', 'method', 'inplace', 'inplaceFunction'],
    forward(input, mat, vec, beta, alpha) {
      const [rows] = mat.sizes;
      if (mat.sizes.length !== 2 || vec.sizes.length !== 1 || input.sizes.length > 1)
        throw wrongShape(`vector + matrix @ vector expected, got ${input.sizes.length}, ${mat.sizes.length}, ${vec.sizes.length}`);
      if (mat.sizes.length === 2 && input.sizes.length === 1 && input.sizes[0] !== 1 && input.sizes[0] !== rows) {
        throw wrongShape(`size mismatch, got input (${input.sizes[0]}), mat (${mat.sizes.join('x')}), vec (${vec.sizes.join('x')})`);
      }
      return scaledSum(input, mat.mv(vec), beta, alpha);
    },
    backward: {
      input: (g, s) => scaledBy(g, s.beta),
      mat: (g, s) => scaledBy(g.outer(s.vec), s.alpha),
      vec: (g, s) => scaledBy(s.mat.t().mv(g), s.alpha),
    },
  }),
  op({
    signature: 'addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)',
    autocast: 'half',
    kind: kind.product({ stretches: ['input'] }),
    terms: { sum: ['input', 'batch1'], by: ['batch2'] },
    doc: 'A tensor plus a product.',
    formula: 'out = beta · input + alpha · Σ batch1 @ batch2',
    gradient: 'input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g',
    variants: ['function', 'method', 'inplace'],
    forward: (input, batch1, batch2, beta, alpha) => scaledSum(input, batch1.bmm(batch2).sum(0), beta, alpha),
    backward: {
      input: (g, s) => scaledBy(g, s.beta),
      batch1: (g, s) => scaledBy(g.expand([s.sizesOf('batch1')[0], ...g.sizes]).bmm(s.batch2.transpose(1, 2)), s.alpha),
      batch2: (g, s) => scaledBy(s.batch1.transpose(1, 2).bmm(g.expand([s.sizesOf('batch1')[0], ...g.sizes])), s.alpha),
    },
  }),
  op({
    signature: 'baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)',
    lacks: lacking('baddbmm', 'Bool'),
    roundsOnce: 'all',
    autocast: 'half',
    kind: kind.product({ stretches: ['input'] }),
    terms: { sum: ['input', 'batch1'], by: ['batch2'] },
    doc: 'A tensor plus a product.',
    formula: 'out = beta · input + alpha · batch1 @ batch2',
    gradient: 'input: beta · g;  batch1: alpha · g @ batch2ᵀ;  batch2: alpha · batch1ᵀ @ g',
    variants: ['function', 'method', 'inplace'],
    forward: (input, batch1, batch2, beta, alpha) => scaledSum(input, batch1.bmm(batch2), beta, alpha),
    backward: {
      input: (g, s) => scaledBy(g, s.beta),
      batch1: (g, s) => scaledBy(g.bmm(s.batch2.transpose(1, 2)), s.alpha),
      batch2: (g, s) => scaledBy(s.batch1.transpose(1, 2).bmm(g), s.alpha),
    },
  }),
  op({
    signature: 'addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar|complex beta=1, Scalar|complex alpha=1, Tensor? out=None)',
    kind: kind.product({ stretches: ['input'] }),
    terms: { sum: ['input', 'vec1'], by: ['vec2'] },
    doc: 'A tensor plus a product.',
    formula: 'out = beta · input + alpha · vec1 ⊗ vec2',
    gradient: 'input: beta · g;  vec1: alpha · g @ vec2;  vec2: alpha · gᵀ @ vec1',
    variants: ['function', 'method', 'inplace'],
    forward(input, vec1, vec2, beta, alpha) {
      checkAlpha(alpha, [input, vec1, vec2]);
      return scaledSum(input, vec1.outer(vec2), beta, alpha);
    },
    backward: {
      input: (g, s) => scaledBy(g, s.beta),
      vec1: (g, s) => scaledBy(g.mv(s.vec2), s.alpha),
      vec2: (g, s) => scaledBy(g.t().mv(s.vec1), s.alpha),
    },
  }),
];
