import * as torch from '../../src/engine/index.js';
import type { Op } from '../../src/engine/ops/op.js';

type Tensor = torch.Tensor;

/** The arguments of one call, in the order of the signature (keywords as a trailing object). */
export type Sample = unknown[];

/** Changes the k-th argument before the call. Gradients are taken for the tensor before this change. */
export type Supposition = (t: Tensor, k: number) => Tensor;

const options = { dtype: torch.float64 };

/** Values in (low, high) that are far apart, without ties or kinks. They are the same in every run. */
export function spread(sizes: readonly number[], low = -2, high = 2, phase = 0): Tensor {
  const n = sizes.reduce((a, b) => a * b, 1);
  const golden = 0.6180339887498949;
  const values = Array.from({ length: n }, (_, i) => low + (high - low) * ((0.13 + phase * 0.29 + (i + 1) * golden) % 1));
  return torch.tensor(values, options).reshape(sizes);
}

const positive = (sizes: readonly number[], phase = 0) => spread(sizes, 0.3, 2.5, phase);
const ints = (values: unknown) => torch.tensor(values);

/** The range in which a function is smooth, if it is not smooth everywhere. */
const domains: Record<string, [low: number, high: number]> = {
  log: [0.3, 3],
  log2: [0.3, 3],
  log10: [0.3, 3],
  log1p: [-0.5, 2],
  sqrt: [0.3, 3],
  rsqrt: [0.3, 3],
  asin: [-0.8, 0.8],
  acos: [-0.8, 0.8],
  atanh: [-0.8, 0.8],
  acosh: [1.3, 3],
  erfinv: [-0.8, 0.8],
  lgamma: [0.4, 3],
  poisson: [0.3, 3],
  _standard_gamma: [0.3, 3],
  _standard_gamma_grad: [0.3, 3],
  _sample_dirichlet: [0.3, 3],
  arcsin: [-0.8, 0.8],
  arccos: [-0.8, 0.8],
  arctanh: [-0.8, 0.8],
  arccosh: [1.3, 3],
  logit: [0.2, 0.8],
  tan: [-1, 1],
  reciprocal: [0.4, 2],
  digamma: [0.4, 3],
  bernoulli: [0.2, 0.8],
  bucketize: [0, 2],
};

/** Sizes for elementwise functions of one tensor: several elements, one, none, and no dims. */
const shapes: readonly (readonly number[])[] = [[2, 3], [1], [0, 2], []];

const square = () => spread([3, 3]);

/** Calls that the signature alone cannot tell. `null`: there is nothing to call, for the reason beside it. */
const special: Record<string, () => Sample[]> = {
  // Where nothing is rounded the slope is 1, and differences say 0: only calls are tested here.
  fake_quantize_per_tensor_affine: () => [[ints([[0.3, 1.2, 9]]).float(), 0.1, 0, 0, 15]],
  'fake_quantize_per_tensor_affine.tensor_qparams': () => [[ints([[0.3, 1.2, 9]]).float(), ints(0.1), ints([0]).int(), 0, 15]],
  fake_quantize_per_channel_affine: () => [[ints([[0.3], [1.2]]).float(), ints([0.1, 0.2]), ints([0, 1]).int(), 0, 0, 15]],
  scalar_tensor: () => [[3], [2.5, { dtype: torch.float64 }]],
  _mul_number: () => [[spread([2, 3]), 1.5]],
  _div_number: () => [[spread([2, 3]), 1.5]],
  _var_mean: () => [
    [spread([2, 3]), [1], 1, false],
    [spread([2, 3]), null, 0, true],
  ],
  _std_mean: () => [
    [spread([2, 3]), [1], 1, false],
    [spread([2, 3]), null, 0, true],
  ],
  _norm: () => [
    [spread([2, 3]), 2, [1], false],
    [spread([2, 3]), 3, null, true],
  ],
  row_stack: () => [[[spread([2, 3]), spread([1, 3], -2, 2, 1)]], [[spread([3]), spread([3], -2, 2, 1)]]],
  diagonal_copy: () => [[spread([3, 4])], [spread([2, 3, 4]), 1, 0, 2]],
  nanquantile: () => [
    [spread([2, 5]), 0.3],
    [spread([2, 5]), 0.6, 1, true],
    [spread([2, 5]), ints([0.25, 0.5]).double(), 0],
  ],
  slice_scatter: () => [
    [spread([4, 3]), spread([2, 3], -2, 2, 1), 0, 1, 4, 2],
    [spread([2, 3]), spread([2, 1], -2, 2, 1), 1, -1],
  ],
  permute_copy: () => [[spread([2, 3]), [1, 0]]],
  unbind_copy: () => [[spread([2, 3])]],
  split_with_sizes_copy: () => [[spread([3, 2]), [1, 2]]],
  split_copy: () => [[spread([3, 2]), 2]],
  view_as_real_copy: () => [[torch.complex(spread([2]), spread([2], -2, 2, 1))]],
  view_as_complex_copy: () => [[spread([3, 2])]],
  unfold_copy: () => [[spread([5]), 0, 2, 2]],
  alpha_dropout: () => [[spread([2, 3]), 0.4, true]],
  feature_dropout: () => [[spread([2, 3, 2]), 0.4, true]],
  feature_alpha_dropout: () => [[spread([2, 3, 2]), 0.4, true]],
  clamp_min: () => [[spread([2, 3]), -0.5]],
  clamp_max: () => [[spread([2, 3]), 0.5]],
  'where.self': () => [[spread([2, 3]), spread([2, 3]).gt(0), spread([3], -1, 1, 1)]],
  'split.sizes': () => [[spread([5, 2]), [1, 4]]],
  argmax: () => [[spread([2, 3])], [spread([2, 3]), 1, true]],
  argmin: () => [[spread([2, 3])], [spread([2, 3]), 1, true]],
  aminmax: () => [[spread([2, 3])], [spread([2, 3]), { dim: 1 }]],
  var_mean: () => [[spread([2, 3])], [spread([2, 3]), 1]],
  std_mean: () => [[spread([2, 3])], [spread([2, 3]), 1]],
  cov: () => [[spread([2, 3])]],
  corrcoef: () => [[spread([2, 3]).mul(torch.tensor([[1, 0.2, 3]], options))]],
  polygamma: () => [
    [1, positive([3])],
    [2, positive([3])],
  ],
  'polygamma.method': () => [[positive([3]), 1]],
  'bernoulli.tensor': () => [[spread([3]), spread([3], 0.2, 0.8)]],
  'normal.inplace': () => [[spread([3]), 0, 1]],
  median: () => [[spread([2, 3])], [spread([2, 3]), 1]],
  pow: () => [
    [positive([2, 3]), 3],
    [positive([2, 3]), 0.5],
    [spread([2, 3]), 2],
    [positive([2, 3]), spread([3])],
    [2, spread([2, 3])],
  ],
  div: () => [
    [spread([2, 3]), positive([3])],
    [spread([2, 3]), 2.5],
    [spread([2, 3]), positive([2, 1]), { rounding_mode: 'floor' }],
  ],
  remainder: () => [[spread([2, 3]), positive([3])]],
  fmod: () => [[spread([2, 3]), positive([3])]],
  xlogy: () => [[spread([2, 3]), positive([3])]],
  copysign: () => [[positive([2, 3]), spread([2, 3])]],
  ldexp: () => [
    [spread([2, 3]), ints([1, 2, 3])],
    [spread([2, 3]), spread([3], -1, 2, 1)],
  ],
  gcd: () => [[ints([12, 18]), ints([8, 27])]],
  float_power: () => [[positive([2, 3]), 1.5]],
  bitwise_left_shift: () => [[ints([1, 2, -3]), ints([3, 5, 1])]],
  bitwise_right_shift: () => [[ints([100, 2, -30]), ints([3, 5, 1])]],
  bitwise_and: () => [[ints([1, 2, 3]), ints([3, 5, 1])]],
  bitwise_or: () => [[ints([1, 2, 3]), ints([3, 5, 1])]],
  bitwise_xor: () => [[ints([1, 2, 3]), ints([3, 5, 1])]],
  bitwise_not: () => [[ints([1, 2, 3])]],
  clamp: () => [
    [spread([2, 3]), -0.7, 0.9],
    [spread([2, 3]), { max: 0.5 }],
    [spread([2, 3]), spread([3], -1, -0.5), spread([3], 0.5, 1)],
  ],
  clip: () => [[spread([2, 3]), -0.7, 0.9]],
  where: () => [[spread([2, 3]).gt(0), spread([2, 3]), spread([3], -1, 1, 1)], [torch.tensor([true, false])]],
  lerp: () => [
    [spread([2, 3]), spread([2, 3], -1, 1, 1), 0.3],
    [spread([2, 3]), spread([3], -1, 1, 1), spread([2, 3], 0, 1, 2)],
  ],
  addcdiv: () => [[spread([2, 3]), spread([3]), positive([2, 1]), { value: 0.7 }]],
  prod: () => [
    [spread([2, 3])],
    [spread([2, 3]), 1],
    [spread([2, 3]), 0, true],
    [
      torch.tensor(
        [
          [0, 2],
          [3, 0.5],
        ],
        options,
      ),
      1,
    ],
  ],
  tensor: () => [
    [
      [
        [1, 2],
        [3, 4.5],
      ],
    ],
  ],
  as_tensor: () => [[[1, 2]]],
  new_tensor: () => [[spread([1]), [1, 2.5]]],
  full: () => [[[2, 2], 1.5]],
  full_like: () => [[spread([2, 2]), 1.5]],
  new_full: () => [[spread([1]), [2, 2], 1.5]],
  arange: () => [[5], [1, 4], [0, 1, 0.25]],
  linspace: () => [[0, 1, 5]],
  logspace: () => [[0, 1, 5]],
  range: () => [
    [1, 4],
    [0, 1, 0.25],
  ],
  eye: () => [[3], [2, 3]],
  tril_indices: () => [[3, 3]],
  triu_indices: () => [[3, 3]],
  randint: () => [
    [5, [3]],
    [2, 5, [3]],
  ],
  randint_like: () => [[spread([3]), 5]],
  randperm: () => [[5]],
  normal: () => [
    [0, 1, [3]],
    [0, positive([3])],
    [spread([3]), 2],
    [spread([3]), positive([3])],
  ],
  multinomial: () => [[positive([4]), 2]],
  uniform: () => [[spread([3]), 0, 1]],
  bernoulli: () => [[spread([3], 0.1, 0.9)], [spread([3]), 0.3]],
  random: () => [[spread([3]), 0, 5]],
  binomial: () => [[torch.tensor([3.5, 5.5, 30.5], options), spread([3], 0.1, 0.45)]],
  geometric: () => [[spread([3]), 0.4]],
  _dirichlet_grad: () => [[spread([2, 3], 0.1, 0.9), positive([2, 3]), positive([2, 3], 1).add(3)]],
  view: () => [
    [spread([2, 4]), torch.float32],
    [spread([2, 3]), [3, 2]],
    [spread([2, 3]), -1],
  ],
  reshape: () => [
    [spread([2, 3]), 3, 2],
    [spread([2, 3]).t(), [6]],
    [spread([0, 2]), [2, 0]],
  ],
  _unsafe_view: () => [[spread([2, 3]), [3, 2]]],
  _reshape_alias: () => [[spread([2, 3]), [6]]],
  view_as: () => [[spread([2, 3]), spread([3, 2])]],
  reshape_as: () => [[spread([2, 3]), spread([6])]],
  unflatten: () => [[spread([2, 6]), 1, [2, 3]]],
  permute: () => [[spread([2, 3, 4]), 2, 0, 1]],
  transpose: () => [[spread([2, 3, 4]), 0, -1]],
  swapaxes: () => [[spread([2, 3]), 0, 1]],
  swapdims: () => [[spread([2, 3]), 0, 1]],
  movedim: () => [
    [spread([2, 3, 4]), 0, 2],
    [spread([2, 3, 4]), [0, 1], [2, 0]],
  ],
  moveaxis: () => [[spread([2, 3, 4]), 0, 2]],
  squeeze: () => [[spread([1, 3, 1])], [spread([1, 3, 1]), 0], [spread([2, 3]), 0]],
  unsqueeze: () => [
    [spread([2, 3]), 1],
    [spread([2, 3]), -1],
  ],
  expand: () => [
    [spread([1, 3]), 2, 3],
    [spread([3]), [2, 3]],
  ],
  broadcast_to: () => [[spread([1, 3]), [2, 3]]],
  expand_as: () => [[spread([3]), spread([2, 3])]],
  sum_to_size: () => [[spread([2, 3]), 1, 3]],
  slice: () => [[spread([4, 3]), 0, 1, 4, 2]],
  slice_backward: () => [[spread([2, 3]), [5, 3], 0, 1, 4, 2]],
  select: () => [[spread([3, 2]), 0, -1]],
  narrow: () => [[spread([4, 2]), 0, 1, 2]],
  split: () => [
    [spread([5, 2]), 2],
    [spread([5, 2]), [1, 4]],
  ],
  split_with_sizes: () => [[spread([5, 2]), [2, 3]]],
  chunk: () => [[spread([5, 2]), 2]],
  tensor_split: () => [[spread([5, 2]), 3]],
  hsplit: () => [[spread([2, 4]), 2]],
  vsplit: () => [[spread([4, 2]), 2]],
  dsplit: () => [[spread([2, 2, 4]), 2]],
  diagonal: () => [[spread([3, 4]), 1]],
  diagonal_backward: () => [[spread([3]), [3, 4], 1, 0, 1]],
  diagonal_scatter: () => [[square(), spread([3], -1, 1, 2)]],
  select_scatter: () => [[square(), spread([3], -1, 1, 2), 0, 1]],
  nonzero_static: () => [[ints([0, 3, 2]), { size: 3 }]],
  unravel_index: () => [[ints([1, 5]), [2, 3]]],
  as_strided: () => [[spread([6]), [2, 2], [1, 2], 1]],
  _as_strided_scatter: () => [[spread([2, 2]), [6], [1], [2, 2], [1, 2], 1]],
  unfold: () => [[spread([5, 2]), 0, 3, 2]],
  cat: () => [[[spread([2, 3]), spread([1, 3], -1, 1, 1)]], [[spread([2, 3]), spread([2, 1])], 1]],
  concat: () => [[[spread([2]), spread([1])]]],
  concatenate: () => [[[spread([2]), spread([1])]]],
  stack: () => [[[spread([2, 3]), spread([2, 3], -1, 1, 1)], 1]],
  hstack: () => [[[spread([2, 3]), spread([2, 1])]]],
  vstack: () => [[[spread([3]), spread([2, 3])]]],
  dstack: () => [[[spread([2, 3]), spread([2, 3])]]],
  column_stack: () => [[[spread([2]), spread([2, 3])]]],
  block_diag: () => [[spread([2, 2]), spread([1, 3])]],
  cartesian_prod: () => [[spread([2]), spread([3])]],
  chain_matmul: () => [[spread([2, 3]), spread([3, 2])]],
  lcm: () => [[ints([12, 18]), ints([8, 27])]],
  'clamp_min.Tensor': () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  'clamp_max.Tensor': () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  narrow_copy: () => [[spread([4, 2]), 0, 1, 2]],
  cumulative_trapezoid: () => [[spread([2, 4])]],
  nanmedian: () => [[spread([2, 3])]],
  fill_diagonal: () => [
    [spread([3, 3]), 2],
    [spread([7, 3]), 2, true],
  ],
  'linalg.vecdot': () => [[spread([2, 3]), spread([2, 3], -1, 1, 1)]],
  'var_mean.dim': () => [[spread([2, 3]), 1]],
  'std_mean.dim': () => [[spread([2, 3]), 1]],
  'var_mean.correction': () => [[spread([2, 3]), { correction: 0 }]],
  'std_mean.correction': () => [[spread([2, 3]), { correction: 0 }]],
  repeat: () => [[spread([2, 3]), 2, 1, 2]],
  tile: () => [[spread([2, 3]), 2]],
  repeat_interleave: () => [[spread([2, 3]), 2, 1], [ints([1, 0, 2])]],
  meshgrid: () => [[spread([2]), spread([3]), { indexing: 'ij' }]],
  flip: () => [[spread([2, 3]), 0, 1]],
  roll: () => [
    [spread([2, 3]), 1, 1],
    [spread([2, 3]), 2],
  ],
  _index: () => [[spread([3, 2]), [ints([0, 2, 0]), null]]],
  _index_put: () => [
    [spread([3, 2]), [ints([0, 2]), null], spread([2, 2], -1, 1, 1)],
    [spread([3, 2]), [ints([0, 0]), null], spread([2, 2], -1, 1, 1), true],
  ],
  index_select: () => [[spread([3, 2]), 0, ints([2, 0, 2])]],
  index_add: () => [[spread([3, 2]), 0, ints([2, 0]), spread([2, 2], -1, 1, 1), { alpha: 0.5 }]],
  index_copy: () => [[spread([3, 2]), 0, ints([2, 0]), spread([2, 2], -1, 1, 1)]],
  index_fill: () => [
    [spread([3, 2]), 0, ints([1]), 2.5],
    [spread([3, 2]), 0, ints([1]), spread([])],
  ],
  gather: () => [
    [
      spread([3, 2]),
      0,
      ints([
        [0, 1],
        [2, 1],
      ]),
    ],
  ],
  scatter: () => [
    [spread([3, 2]), 0, ints([[0, 1]]), spread([1, 2], -1, 1, 1)],
    [spread([3, 2]), 0, ints([[0, 1]]), 1.5],
    [spread([3, 2]), 0, ints([[0, 1]]), spread([1, 2]), { reduce: 'add' }],
  ],
  set: () => [
    [spread([3]), spread([2, 2])],
    [spread([3]), spread([4]), 1, [2]],
  ],
  'set.empty': () => [[spread([3])]],
  histogram: () => [
    [spread([7]), 3],
    [spread([7]), torch.tensor([-2, 0.5, 2], { dtype: torch.float64 }), { density: true }],
  ],
  histogramdd: () => [
    [spread([4, 2]), 2],
    [spread([4, 2]), [2, 3]],
  ],
  segment_reduce: () => ['sum', 'mean', 'prod', 'max', 'min'].map((how) => [spread([4, 2]), how, { lengths: torch.tensor([1, 3]) }]),
  index_reduce: () =>
    ['prod', 'mean', 'amax', 'amin'].map((reduce) => [spread([3, 2], 0.5, 2, 1), 0, ints([2, 0]), spread([2, 2], -1, 1, 2), reduce]),
  scatter_reduce: () =>
    ['sum', 'prod', 'mean', 'amax', 'amin'].flatMap((reduce) =>
      [true, false].map((include_self) => [
        spread([3, 2], 0.5, 2, 1),
        0,
        ints([
          [0, 1],
          [0, 2],
        ]),
        spread([2, 2], -1, 1, 2),
        reduce,
        { include_self },
      ]),
    ),
  scatter_add: () => [
    [
      spread([3, 2]),
      0,
      ints([
        [0, 1],
        [0, 1],
      ]),
      spread([2, 2], -1, 1, 1),
    ],
  ],
  take_along_dim: () => [[spread([3, 2]), ints([[0, 1]]), 0]],
  masked_fill: () => [
    [spread([2, 3]), torch.tensor([true, false, true]), 1.5],
    [spread([2, 3]), torch.tensor([true, false, true]), spread([])],
  ],
  masked_select: () => [[spread([2, 3]), torch.tensor([true, false, true])]],
  masked_scatter: () => [[spread([2, 3]), torch.tensor([true, false, true]), spread([6], -1, 1, 1)]],
  take: () => [[spread([2, 3]), ints([5, 0, 5])]],
  put: () => [[spread([2, 3]), ints([5, 0]), spread([2], -1, 1, 1)]],
  diag: () => [[spread([3])], [square(), 1]],
  diag_embed: () => [[spread([2, 3])]],
  sort: () => [[spread([2, 3])], [spread([2, 3]), 0, true]],
  argsort: () => [[spread([2, 3])]],
  topk: () => [[spread([2, 4]), 2]],
  kthvalue: () => [[spread([2, 3]), 2]],
  max: () => [[spread([2, 3])], [spread([2, 3]), 1], [spread([2, 3]), spread([3], -1, 1, 3)]],
  min: () => [[spread([2, 3])], [spread([2, 3]), 1], [spread([2, 3]), spread([3], -1, 1, 3)]],
  amax: () => [[spread([2, 3]), [0]], [spread([2, 3])]],
  amin: () => [[spread([2, 3]), [0]], [spread([2, 3])]],
  cummax: () => [[spread([2, 3]), 1]],
  cummin: () => [[spread([2, 3]), 1]],
  sum: () => [[spread([2, 3])], [spread([2, 3]), 0], [spread([0, 3]), 0]],
  mean: () => [[spread([2, 3])], [spread([2, 3]), [0, 1], true]],
  logsumexp: () => [
    [spread([2, 3]), 1],
    [spread([2, 3]), [0, 1], true],
  ],
  softmax: () => [
    [spread([2, 3]), 1],
    [spread([2, 3]), 0, torch.float64],
  ],
  log_softmax: () => [
    [spread([2, 3]), 1],
    [spread([2, 3]), 0, torch.float64],
  ],
  _softmax: () => [[spread([2, 3]), 1]],
  _log_softmax: () => [[spread([2, 3]), 1]],
  cumsum: () => [[spread([2, 3]), 1]],
  cumprod: () => [
    [spread([2, 3]), 1],
    [torch.tensor([2, 0, 3, 0.5], options), 0],
  ],
  logcumsumexp: () => [[spread([2, 3]), 1]],
  mm: () => [[spread([2, 3]), spread([3, 2], -1, 1, 1)]],
  bmm: () => [[spread([2, 2, 3]), spread([2, 3, 2], -1, 1, 1)]],
  mv: () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  dot: () => [[spread([3]), spread([3], -1, 1, 1)]],
  inner: () => [[spread([2, 3]), spread([2, 3], -1, 1, 1)]],
  outer: () => [[spread([2]), spread([3], -1, 1, 1)]],
  ger: () => [[spread([2]), spread([3], -1, 1, 1)]],
  matmul: () => [
    [spread([2, 1, 2, 3]), spread([3, 3, 2], -1, 1, 1)],
    [spread([3]), spread([2, 3, 2], -1, 1, 1)],
  ],
  addmm: () => [[spread([2]), spread([3, 2]), spread([2, 2], -1, 1, 1), { beta: 0.5, alpha: 2 }]],
  addmv: () => [[spread([3]), spread([3, 2]), spread([2])]],
  addbmm: () => [[spread([2, 2]), spread([2, 2, 3]), spread([2, 3, 2])]],
  baddbmm: () => [[spread([2, 2, 2]), spread([2, 2, 3]), spread([2, 3, 2])]],
  addr: () => [[spread([2, 3]), spread([2]), spread([3])]],
  einsum: () => [
    ['ij,jk->ik', spread([2, 3]), spread([3, 2])],
    ['bij,bjk,k->bi', spread([2, 2, 3]), spread([2, 3, 2]), spread([2])],
    ['ii->i', square()],
  ],
  tensordot: () => [[spread([2, 3]), spread([3, 2]), 1]],
  kron: () => [[spread([2, 2]), spread([1, 3])]],
  cross: () => [[spread([2, 3]), spread([2, 3], -1, 1, 1)]],
  norm: () => [[spread([2, 3])], [spread([2, 3]), 3, 1], [spread([2, 3]), 'nuc'], [spread([2, 3]), Infinity]],
  gradient: () => [
    [spread([4])],
    [spread([3, 4]), { spacing: 2, dim: 1, edge_order: 2 }],
    [spread([2, 4]), { spacing: [spread([2], 0, 1), torch.tensor([0, 1, 3, 4.5], options)] }],
    [spread([4]), { spacing: [torch.tensor([0, 1, 3, 4.5], options)], edge_order: 2 }],
  ],
  norm_except_dim: () => [[spread([2, 3])], [spread([2, 3, 2]), 2, 1], [spread([2, 3]), 2, -1]],
  _weight_norm: () => [
    [spread([2, 3]), spread([2, 1])],
    [spread([2, 3, 2]), spread([1, 3, 1]), 1],
  ],
  _vector_norm: () => [
    [spread([2, 3]), 2, null, false],
    [spread([2, 3]), 1, [1], false],
    [spread([2, 3]), 2.5, [0], true],
    [spread([2, 3]), 3, [1], false],
  ],
  'linalg.norm': () => [
    [spread([2, 3]), 'nuc'],
    [spread([2, 3]), 1],
  ],
  'linalg.matrix_norm': () => [[spread([2, 3])], [spread([2, 3]), 2], [spread([2, 3]), Infinity]],
  renorm: () => [[spread([2, 3]), 2, 0, 0.5]],
  dist: () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  bincount: () => [[ints([1, 3, 1])]],
  histc: () => [[spread([6]), 3]],
  searchsorted: () => [[ints([1, 3, 5]), ints([2, 5])]],
  bucketize: () => [[spread([3]), torch.tensor([-1, 0, 1], options)]],
  isin: () => [[ints([1, 2, 3]), ints([2])]],
  quantile: () => [
    [spread([5]), 0.4],
    [spread([2, 5]), torch.tensor([0.2, 0.7], options), 1],
  ],
  combinations: () => [[spread([4])]],
  diff: () => [[spread([2, 4])], [spread([2, 4]), 2, 1]],
  trapz: () => [[spread([2, 4])]],
  trapezoid: () => [[spread([2, 4]), { dx: 0.5 }]],
  vander: () => [[spread([3])]],
  to: () => [
    [spread([2, 3]), torch.float32],
    [spread([2, 3]), torch.zeros(1)],
    [spread([2, 3]), 'cpu', torch.float32],
  ],
  _to_device: () => [[spread([2, 3]), 'cpu', 'cpu']],
  _to_copy: () => [[spread([2, 3]), torch.float64]],
  copy: () => [[spread([2, 3]), spread([3], -1, 1, 1)]],
  fill: () => [
    [spread([2, 3]), 1.5],
    [spread([2, 3]), spread([])],
  ],
  heaviside: () => [[spread([3]), spread([3])]],
  rot90: () => [[spread([2, 3])]],
  flatten: () => [[spread([2, 3, 2]), 1]],
  unbind: () => [[spread([2, 3]), 1]],
  var: () => [[spread([2, 3])], [spread([2, 3]), 1], [spread([2, 3]), { dim: 0, correction: 0 }]],
  std: () => [[spread([2, 3])], [spread([2, 3]), 1], [spread([2, 3]), { dim: 1, correction: 0 }]],
  isclose: () => [[spread([3]), spread([3])]],
  allclose: () => [[spread([3]), spread([3])]],
  tril: () => [[square()], [spread([2, 3, 4]), 1]],
  triu: () => [[square()], [spread([2, 3, 4]), -1]],
  trace: () => [[square()]],
  fliplr: () => [[spread([2, 3])]],
  flipud: () => [[spread([2, 3])]],
};

/** Calls that check an operation: its own samples, or calls made from its signature. */
export function samplesOf(op: Op, more: Record<string, () => Sample[]> = {}): Sample[] {
  const own = more[op.name] ?? special[`${op.name}.${op.parsed.overload}`] ?? special[op.name];
  if (own) return own();
  const required = op.parsed.parameters.filter((p) => p.required);
  const tensors = required.filter((p) => p.types.includes('Tensor'));
  if (tensors.length !== required.length) {
    const rest = required.filter((p) => !p.types.includes('Tensor'));
    // A single int argument is a dim. A size argument is a size.
    if (rest.every((p) => ['int', 'int[]'].includes(p.types[0]!) || p.variadic)) {
      return [required.map((p, k) => (p.types.includes('Tensor') ? spread([2, 3], -2, 2, k) : p.variadic ? [2, 3] : 0))];
    }
    throw new Error(`${op.parsed.text}: no sample; add one to test/engine/samples.ts`);
  }
  const [low, high] = domains[op.name] ?? [-2, 2];
  if (tensors.length === 1) return shapes.map((sizes) => [spread(sizes, low, high)]);
  return [
    tensors.map((_, k) => spread([2, 3], low, high, k)),
    tensors.map((_, k) => spread(k % 2 === 0 ? [2, 1, 3] : [2, 1], low, high, k)),
    tensors.map((_, k) => spread([1], low, high, k)),
    tensors.map((_, k) => spread([0, 2], low, high, k)),
  ];
}
