import * as torch from '../../src/engine/index.js';
import { spread, type Sample, type Supposition } from './samples.js';

/** Samples for `nn.functional` and for the operations that it uses: calls by name. */

const positive = (sizes: readonly number[], phase = 0) => spread(sizes, 0.2, 0.9, phase);
const ints = (values: unknown) => torch.tensor(values);
const x = spread;

/** The sizes of a small image with `n` dims. */
const size = (n: number): number[] => [3, 4, 2].slice(0, n);
const each = (n: number, value: number): number[] => new Array<number>(n).fill(value);
/** Sizes that differ from `size` in every dim. */
const larger = (n: number): number[] => [4, 3, 3].slice(0, n);
const image = (n: number, channels = 2) => x([1, channels, ...size(n)]);
const kernel = (n: number, out: number, channels: number) => x([out, channels, ...each(n, 2)], -1, 1, 1);

type Calls = Record<string, () => Sample[]>;

/** The same calls under the names in nn.functional and in torch. */
const both = (calls: Calls): Calls =>
  Object.fromEntries(
    Object.entries(calls).flatMap(([name, samples]) => [
      [name, samples],
      [`nn.functional.${name}`, samples],
    ]),
  );

const inFunctional = (calls: Calls): Calls => Object.fromEntries(Object.entries(calls).map(([name, s]) => [`nn.functional.${name}`, s]));

const dims = [1, 2, 3];
const perDim = (make: (n: number) => Calls): Calls => Object.assign({}, ...dims.map(make)) as Calls;

const convolutions: Calls = {
  convolution: () => [
    [x([1, 2, 4]), x([2, 1, 2], -1, 1, 1), x([2]), [2], [1], [1], false, [0], 2],
    [x([1, 2, 3]), x([2, 1, 2], -1, 1, 1), null, [2], [0], [1], true, [1], 1],
  ],
  convolution_weight: () => [[x([1, 2, 4]), x([1, 2, 3]), [2, 2, 2], [1], [0], [1], 1]],
  ...both(
    perDim((n) => ({
      [`conv${n}d`]: () => [
        [image(n, 1), kernel(n, 2, 1), x([2])],
        [image(n), kernel(n, 2, 1), null, { padding: 'same', groups: 2 }],
      ],
      [`conv_transpose${n}d`]: () => [
        [image(n, 1), kernel(n, 1, 2), x([2])],
        [x([2, ...each(n, 1)]), kernel(n, 2, 1), null, { stride: 2, output_padding: 1, groups: 2 }],
      ],
    })),
  ),
};

const pools: Calls = {
  ...perDim((n) => ({
    [`max_pool${n}d_with_indices`]: () => [[image(n), each(n, 2), each(n, 1), each(n, 1), each(n, 1), true]],
    [`avg_pool${n}d_backward`]: () => [
      [x([1, 1, ...each(n, 2)]), [1, 1, ...each(n, 4)], each(n, 2), each(n, 2), each(n, 0), false, true, 0],
    ],
    [`adaptive_avg_pool${n}d_backward`]: () => [[x([1, 1, ...each(n, 2)]), [1, 1, ...size(n)]]],
    [`adaptive_max_pool${n}d_with_indices`]: () => [[image(n), each(n, 2)]],
    [`max_unpool${n}d`]: () => [[x([1, 1, ...each(n, 1)]), ints([0]).reshape([1, 1, ...each(n, 1)]), each(n, 2)]],
    [`nn.functional.fractional_max_pool${n}d`]: () => [[x([1, 1, ...each(n, 4)]), 2, 2, null, false, x([1, 1, n]).abs().clamp(0.1, 0.9)]],
    [`nn.functional.max_unpool${n}d`]: () => [[x([1, 1, ...each(n, 1)]), ints([0]).reshape([1, 1, ...each(n, 1)]), 2]],
    [`nn.functional.lp_pool${n}d`]: () => [[positive([1, 1, ...size(n)]), 2, 2]],
    [`avg_pool${n}d`]: () => [
      [image(n), each(n, 2), each(n, 1), each(n, 1), false, false, 0],
      [image(n), 2],
    ],
    [`nn.functional.avg_pool${n}d`]: () => [[image(n), 2, { stride: 1, padding: 1, count_include_pad: false }]],
  })),
  ...both(
    perDim((n) => ({
      [`max_pool${n}d`]: () => [
        [image(n), 2],
        [image(n), 2, { stride: 1, padding: 1 }],
      ],
      [`adaptive_avg_pool${n}d`]: () => [
        [image(n), 2],
        [image(n), each(n, 1)],
      ],
      [`adaptive_max_pool${n}d`]: () => [[image(n), 2]],
    })),
  ),
  max_pool_backward: () => [[x([1, 2]), ints([[0, 2]]), [1, 3], 1]],
  max_pool_double_backward: () => [[x([1, 3]), ints([[0, 2]]), 1]],
};

const resizing: Calls = {
  ...perDim((n) =>
    Object.fromEntries(
      [`upsample_nearest${n}d`, `_upsample_nearest_exact${n}d`, `upsample_${['', 'linear', 'bilinear', 'trilinear'][n]!}${n}d`].flatMap(
        (name) => [
          [name, () => [[image(n, 1), larger(n), false, null]]],
          [`${name}_backward`, () => [[x([1, 1, ...larger(n)]), size(n), false, null]]],
        ],
      ),
    ),
  ),
  ...Object.fromEntries(
    ['upsample_bicubic2d', '_upsample_bilinear2d_aa', '_upsample_bicubic2d_aa'].flatMap((name): [string, () => Sample[]][] => [
      [name, () => [[image(2, 1), [2, 3], false, null]]],
      [`${name}_backward`, () => [[x([1, 1, 2, 3]), [3, 4], false, null]]],
    ]),
  ),
  ...inFunctional({
    interpolate: () => [
      [image(2, 1), { scale_factor: 1.5 }],
      [image(2, 1), { size: [2, 5], mode: 'bilinear', align_corners: true }],
      [image(2, 1), { size: 2, mode: 'area' }],
    ],
    upsample: () => [[image(1, 1), 5]],
    upsample_nearest: () => [[image(2, 1), 2]],
    upsample_bilinear: () => [[image(2, 1), 2]],
    grid_sample: () => [
      [x([1, 1, 3, 4]), spread([1, 1, 2, 2], -0.9, 0.9)],
      [x([1, 1, 3, 4]), spread([1, 1, 2, 2], -1.4, 1.4), { mode: 'bicubic', padding_mode: 'reflection' }],
    ],
    affine_grid: () => [[x([1, 2, 3]), [1, 1, 2, 2]]],
    unfold: () => [[image(2, 1), 2]],
    fold: () => [[x([1, 4, 6]), [3, 4], 2]],
  }),
  im2col: () => [[image(2, 1), [2, 2], [1, 1], [0, 0], [1, 1]]],
  col2im: () => [[x([1, 4, 6]), [3, 4], [2, 2], [1, 1], [0, 0], [1, 1]]],
  ...both({
    pixel_shuffle: () => [[x([1, 4, 1, 2]), 2]],
    pixel_unshuffle: () => [[x([1, 1, 2, 4]), 2]],
    channel_shuffle: () => [[x([1, 4, 2]), 2]],
  }),
  constant_pad_nd: () => [[x([2, 3]), [1, -1, 0, 2], 0.5]],
  ...perDim((n) => ({
    [`reflection_pad${n}d`]: () => [[image(n, 1), each(2 * n, 1)]],
    [`replication_pad${n}d`]: () => [[image(n, 1), each(2 * n, 2)]],
  })),
  'nn.functional.pad': () => [
    [x([2, 3]), [1, 2]],
    [image(2, 1), [1, 1, 2, 0], 'reflect'],
    [image(2, 1), [1, 1, 2, 0], 'circular'],
  ],
};

const activations: Calls = {
  ...both({
    threshold: () => [[x([2, 3]), 0.1, 2]],
    prelu: () => [
      [x([2, 3]), positive([3])],
      [x([4]), positive([1])],
    ],
  }),
  _prelu_kernel: () => [[x([2, 3]), positive([3])]],
  rrelu_with_noise: () => [[x([2, 3]), positive([2, 3])]],
  ...inFunctional({
    glu: () => [[x([2, 4])], [x([4, 1]), 0]],
    gumbel_softmax: () => [[x([2, 3])]],
    dropout1d: () => [[x([2, 3])]],
    dropout2d: () => [[image(2)]],
    dropout3d: () => [[image(3)]],
  }),
  dropout: () => [[x([2, 3]), 0.4, true]],
};

const recurrent: Calls = {
  _recurrent_steps: () => [
    [x([4, 8]), x([2, 2]), x([2, 2], -1, 1, 1), x([8, 2]), x([8], -1, 1, 1), 2, 'lstm', false],
    [x([4, 6]), x([2, 2]), null, x([6, 2]), x([6], -1, 1, 1), 2, 'gru', true],
    [x([4, 2]), x([2, 2]), null, x([2, 2]), null, 2, 'tanh', false],
  ],
  _attention_in_blocks: () => [
    [x([1, 2, 3, 2]), x([1, 2, 4, 2]), x([1, 2, 4, 3]), null, false, false, false],
    [x([2, 1, 3, 2]), x([2, 1, 3, 2]), x([2, 1, 3, 2]), null, true, false, true],
  ],
};

const norms: Calls = {
  native_layer_norm: () => [[x([2, 4]), [4], positive([4]), x([4]), 1e-5]],
  native_group_norm: () => [[x([1, 4, 3]), positive([4]), x([4]), 1, 4, 3, 2, 1e-5]],
  native_batch_norm: () => [
    [x([3, 2, 2]), positive([2]), x([2]), null, null, true, 0.1, 1e-5],
    [x([3, 2, 2]), positive([2]), x([2]), x([2]), positive([2]), false, 0.1, 1e-5],
  ],
  ...both({
    layer_norm: () => [
      [x([2, 4]), [4]],
      [x([2, 3, 2]), [3, 2], positive([3, 2]), x([3, 2])],
    ],
    rms_norm: () => [[x([2, 4]), [4], positive([4])]],
    group_norm: () => [[x([1, 4, 2]), 2, positive([4]), x([4])]],
    bilinear: () => [[x([2, 2]), x([2, 3], -2, 2, 1), x([2, 2, 3], -1, 1, 2), x([2])]],
    cosine_similarity: () => [[x([2, 3]), x([2, 3], -2, 2, 1)]],
    pdist: () => [[x([3, 2])]],
    one_hot: () => [[ints([0, 2])]],
  }),
  ...inFunctional({
    batch_norm: () => [[x([3, 2]), null, null, positive([2]), x([2]), true]],
    instance_norm: () => [[x([1, 2, 4]), null, null, positive([2]), x([2])]],
    local_response_norm: () => [[x([1, 3, 2]), 2]],
    normalize: () => [[x([2, 3])]],
    linear: () => [
      [x([2, 3]), x([4, 3], -1, 1, 1), x([4])],
      [x([1, 2, 3]), x([2, 3], -1, 1, 1)],
    ],
    scaled_dot_product_attention: () => [
      [x([2, 3]), x([2, 3], -2, 2, 1), x([2, 3], -2, 2, 2)],
      [x([2, 3]), x([2, 3], -2, 2, 1), x([2, 3], -2, 2, 2), { is_causal: true }],
    ],
    embedding: () => [
      [
        ints([
          [0, 2],
          [1, 2],
        ]),
        x([3, 2]),
      ],
    ],
    embedding_bag: () => [
      [ints([0, 2, 1]), x([3, 2]), ints([0, 2])],
      [ints([0, 2, 1]), x([3, 2]), ints([0, 2]), { mode: 'sum', per_sample_weights: positive([3]) }],
    ],
  }),
  _embedding_bag: () => [
    [x([3, 2]), ints([0, 2, 1]), ints([0, 2]), false, 0, false, positive([3]), false, -1],
    [x([3, 2]), ints([0, 2, 1]), ints([0, 2]), false, 1, false, null, false, -1],
    [x([3, 2]), ints([0, 2, 1]), ints([0, 2]), false, 2, false, null, false, -1],
  ],
  grid_sampler: () => [
    [x([1, 1, 3, 4]), spread([1, 1, 2, 2], -0.9, 0.9), 0, 0, false],
    [x([1, 1, 3, 4]), spread([1, 1, 2, 2], -1.4, 1.4), 2, 2, true],
  ],
  affine_grid_generator: () => [[x([1, 2, 3]), [1, 1, 2, 2], false]],
  embedding: () => [[x([3, 2]), ints([0, 2, 2])]],
  embedding_backward: () => [[x([3, 2]), ints([0, 2, 2]), 3, -1, false]],
  cdist: () => [[x([2, 3]), x([2, 3], -2, 2, 1)]],
};

const pair = (): [torch.Tensor, torch.Tensor] => [x([2, 3]), x([2, 3], -1.5, 2.5, 1)];
const shares = (): [torch.Tensor, torch.Tensor] => [positive([2, 3]), positive([2, 3], 1)];
const classes = () => ints([2, 0]);
const signs = () => torch.tensor([1, -1], { dtype: torch.int64 });

const losses: Calls = {
  mse_loss: () => [
    [...pair(), 'mean'],
    [...pair(), 'none'],
  ],
  smooth_l1_loss: () => [[...pair(), 0.7, 'sum']],
  huber_loss: () => [[...pair(), 0.7, 'mean']],
  binary_cross_entropy: () => [
    [...shares(), null, 'mean'],
    [...shares(), positive([3]), 'sum'],
  ],
  binary_cross_entropy_with_logits: () => [
    [x([2, 3]), positive([2, 3]), null, null, 'mean'],
    [x([2, 3]), positive([2, 3]), positive([3]), positive([3], 1), 'none'],
  ],
  soft_margin_loss: () => [[x([2]), signs(), 'mean']],
  nll_loss: () => [
    [x([2, 3]), classes(), null, 'mean', -100],
    [x([2, 3]), classes(), positive([3]), 'mean', 2],
  ],
  nll_loss2d: () => [[x([1, 3, 1, 2]), ints([[[0, 2]]]), null, 'none', -100]],
  multi_margin_loss: () => [
    [x([2, 3]), classes(), 1, 1, null, 'mean'],
    [x([2, 3]), classes(), 2, 0.5, positive([3]), 'none'],
  ],
  multilabel_margin_loss: () => [
    [
      x([2, 3]),
      ints([
        [2, 0, -1],
        [1, -1, 0],
      ]),
      'mean',
    ],
  ],
  _ctc_loss_backward: () => [[x([1]), x([5, 1, 3]).log_softmax(2), ints([[1, 2]]), [5], [2], 0, false]],
  ctc_loss_each: () => [[x([5, 1, 3]), ints([[1, 2]]), [5], [2], 0, false]],
  ...inFunctional({
    binary_cross_entropy: () => [shares(), [...shares(), positive([3])]],
    binary_cross_entropy_with_logits: () => [
      [x([2, 3]), positive([2, 3])],
      [x([2, 3]), positive([2, 3]), { reduction: 'sum' }],
    ],
    soft_margin_loss: () => [[x([2]), signs()]],
    gaussian_nll_loss: () => [[...pair(), positive([2, 3])]],
    poisson_nll_loss: () => [[x([2, 3]), positive([2, 3])]],
    kl_div: () => [[x([2, 3]), positive([2, 3])]],
    nll_loss: () => [
      [x([2, 3]), classes(), { weight: ints([1, 2, 3]).double() }],
      [x([1, 3, 2]), ints([[0, 2]])],
    ],
    cross_entropy: () => [
      [x([2, 3]), classes()],
      [x([2, 3]), classes(), { label_smoothing: 0.2 }],
      [x([2, 3]), positive([2, 3])],
    ],
    multilabel_soft_margin_loss: () => [[x([2, 3]), positive([2, 3])]],
    multilabel_margin_loss: () => [
      [
        x([2, 3]),
        ints([
          [2, 0, -1],
          [1, -1, 0],
        ]),
      ],
    ],
    multi_margin_loss: () => [[x([2, 3]), classes()]],
    margin_ranking_loss: () => [[x([2]), x([2], -1.5, 2.5, 1), signs()]],
    hinge_embedding_loss: () => [[x([2]), signs()]],
    cosine_embedding_loss: () => [[...pair(), signs()]],
    triplet_margin_loss: () => [[...pair(), x([2, 3], -2, 2, 2)]],
    triplet_margin_with_distance_loss: () => [[...pair(), x([2, 3], -2, 2, 2)]],
    ctc_loss: () => [[x([5, 1, 3]), ints([[1, 2]]), [5], [2]]],
  }),
};

export const functionalSamples: Calls = { ...convolutions, ...pools, ...resizing, ...activations, ...recurrent, ...norms, ...losses };

const spoken = (t: torch.Tensor): torch.Tensor => t.log_softmax(2);

/**
 * Operations whose gradient assumes, as in PyTorch, that the first argument is the result of another operation. The
 * sample is the input of that operation.
 */
export const supposed: Record<string, Supposition> = {
  ctc_loss_each: (t, k) => (k === 0 ? spoken(t) : t),
  'nn.functional.ctc_loss': (t, k) => (k === 0 ? spoken(t) : t),
};
