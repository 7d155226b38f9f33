// Written by `npm run generate` from the signatures of the classes. Do not edit.
import type { SignatureTypes as T } from '../nn/signatureTypes.js';

export interface ASGDOptions {
  /** Learning rate. Default: 0.01 */
  lr?: T['float'];
  /** Decay of the parameters. Default: 0.0001 */
  lambd?: T['float'];
  /** Power by which the learning rate decays. Default: 0.75 */
  alpha?: T['float'];
  /** The step at which averaging begins. Default: 1000000.0 */
  t0?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
}

export interface AdadeltaOptions {
  /** Learning rate. Default: 1.0 */
  lr?: T['float'];
  /** How slowly the averages change. Default: 0.9 */
  rho?: T['float'];
  /** Added under the roots. Default: 1e-06 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Default: False */
  capturable?: T['bool'];
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
}

export interface AdafactorOptions {
  /** Learning rate. Default: 0.01 */
  lr?: T['float'];
  /** Default: -0.8 */
  beta2_decay?: T['float'];
  /** Added to the denominator. Default: [None, 0.001] */
  eps?: T['any[]'];
  /** Default: 1.0 */
  d?: T['float'];
  /** Pull of the parameters towards 0. Default: 0.0 */
  weight_decay?: T['float'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
}

export interface AdagradOptions {
  /** Learning rate. Default: 0.01 */
  lr?: T['float'];
  /** How fast the learning rate decays. Default: 0 */
  lr_decay?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** What the sum of squares begins with. Default: 0 */
  initial_accumulator_value?: T['float'];
  /** Added to the denominator. Default: 1e-10 */
  eps?: T['float'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: None */
  fused?: T['bool'] | null;
}

export interface AdamOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Divides by the greatest average square so far. Default: False */
  amsgrad?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: None */
  fused?: T['bool'] | null;
  /** Whether weights decay apart from the gradient, as in AdamW. Default: False */
  decoupled_weight_decay?: T['bool'];
}

export interface AdamWOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0.01 */
  weight_decay?: T['float'];
  /** Divides by the greatest average square so far. Default: False */
  amsgrad?: T['bool'];
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Default: False */
  capturable?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: None */
  fused?: T['bool'] | null;
}

export interface AdamaxOptions {
  /** Learning rate. Default: 0.002 */
  lr?: T['float'];
  /** How slowly the average and the greatest gradient change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
}

export interface AdaptiveLogSoftmaxWithLossOptions {
  /** Default: 4.0 */
  div_value?: T['float'];
  /** Default: False */
  head_bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface AdaptiveMaxPool1dOptions {
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
}

export interface AdaptiveMaxPool2dOptions {
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
}

export interface AdaptiveMaxPool3dOptions {
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
}

export interface AlphaDropoutOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface AveragedModelOptions {
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['device'] | null;
  /** Default: None */
  avg_fn?: T['AverageFn'] | null;
  /** Default: None */
  multi_avg_fn?: T['MultiAverageFn'] | null;
  /** Default: False */
  use_buffers?: T['bool'];
}

export interface AvgPool1dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
  /** Whether the added zeros count in the average. Default: True */
  count_include_pad?: T['bool'];
}

export interface AvgPool2dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
  /** Whether the added zeros count in the average. Default: True */
  count_include_pad?: T['bool'];
  /** Divides by this instead of the window’s size. Default: None */
  divisor_override?: T['int'] | null;
}

export interface AvgPool3dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
  /** Whether the added zeros count in the average. Default: True */
  count_include_pad?: T['bool'];
  /** Divides by this instead of the window’s size. Default: None */
  divisor_override?: T['int'] | null;
}

export interface BCELossOptions {
  /** A weight for each element. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface BCEWithLogitsLossOptions {
  /** A weight for each element. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
  /** A weight of what is true. Default: None */
  pos_weight?: T['Tensor'] | null;
}

export interface BatchNorm1dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of a batch goes into the running statistics; null for the average of all batches. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface BatchNorm2dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of a batch goes into the running statistics; null for the average of all batches. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface BatchNorm3dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of a batch goes into the running statistics; null for the average of all batches. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface BernoulliOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface BetaOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface BilinearOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface BinomialOptions {
  /** Default: 1 */
  total_count?: T['Tensor'] | T['int'];
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface CELUOptions {
  /** Default: 1.0 */
  alpha?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface CTCLossOptions {
  /** Default: 0 */
  blank?: T['int'];
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'none' | 'mean' | 'sum';
  /** Default: False */
  zero_infinity?: T['bool'];
}

export interface CategoricalOptions {
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface CauchyOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface ChainedSchedulerOptions {
  /** Whose learning rate changes. Default: None */
  optimizer?: T['Optimizer'] | null;
}

export interface Chi2Options {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface ConstantLROptions {
  /** What the rate is multiplied by. Default: 0.3333333333333333 */
  factor?: T['float'];
  /** Epochs until the end. Default: 5 */
  total_iters?: T['int'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface ContinuousBernoulliOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: [0.499, 0.501] */
  lims?: T['int'] | T['float[]'];
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface Conv1dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides; ‘same’ keeps the size. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface Conv2dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides; ‘same’ keeps the size. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface Conv3dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides; ‘same’ keeps the size. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface ConvTranspose1dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Taken off on both sides of the output. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface ConvTranspose2dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Taken off on both sides of the output. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface ConvTranspose3dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Taken off on both sides of the output. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface CosineAnnealingLROptions {
  /** The least rate. Default: 0.0 */
  eta_min?: T['float'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface CosineAnnealingWarmRestartsOptions {
  /** By what each period is longer than the one before. Default: 1 */
  T_mult?: T['float'];
  /** The least rate. Default: 0.0 */
  eta_min?: T['float'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface CosineEmbeddingLossOptions {
  /** By how much things must differ to cost nothing. Default: 0.0 */
  margin?: T['float'];
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface CosineSimilarityOptions {
  /** Default: 1 */
  dim?: T['int'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
}

export interface CrossEntropyLossOptions {
  /** A weight for each class. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** The class that does not count. Default: -100 */
  ignore_index?: T['int'];
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
  /** How much of the target is spread over all classes. Default: 0.0 */
  label_smoothing?: T['float'];
}

export interface CrossMapLRN2dOptions {
  /** Default: 0.0001 */
  alpha?: T['float'];
  /** Default: 0.75 */
  beta?: T['float'];
  /** Default: 1 */
  k?: T['float'];
}

export interface CyclicLROptions {
  /** Steps up. Default: 2000 */
  step_size_up?: T['float'];
  /** Steps down; as many as up if none. Default: None */
  step_size_down?: T['float'] | null;
  /** How the height changes from cycle to cycle. Default: 'triangular' */
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  /** What the rate is multiplied by. Default: 1.0 */
  gamma?: T['float'];
  /** The height as a function, in place of `mode`. Default: None */
  scale_fn?: T['Callable[int]'] | null;
  /** Whether `scale_fn` takes cycles or steps. Default: 'cycle' */
  scale_mode?: 'cycle' | 'iterations';
  /** Whether the momentum goes against the rate. Default: True */
  cycle_momentum?: T['bool'];
  /** The least momentum. Default: 0.8 */
  base_momentum?: T['float'] | T['int'] | T['float[]'];
  /** The greatest momentum. Default: 0.9 */
  max_momentum?: T['float'] | T['int'] | T['float[]'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface DataLoaderOptions {
  /** Samples in a batch; null for single samples. Default: 1 */
  batch_size?: T['any'] | null;
  /** Whether each round has another order. Default: None */
  shuffle?: T['bool'] | null;
  /** Says the order itself. Default: None */
  sampler?: T['any'] | null;
  /** Says the batches itself. Default: None */
  batch_sampler?: T['any'] | null;
  /** Default: 0 */
  num_workers?: T['int'];
  /** Puts samples together; default_collate if none. Default: None */
  collate_fn?: T['function'] | null;
  /** Default: False */
  pin_memory?: T['bool'];
  /** Whether a last batch that is too small is left out. Default: False */
  drop_last?: T['bool'];
  /** Default: 0 */
  timeout?: T['float'];
  /** Default: None */
  worker_init_fn?: T['any'] | null;
  /** Default: None */
  multiprocessing_context?: T['any'] | null;
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
  /** Default: None */
  prefetch_factor?: T['int'] | null;
  /** Default: False */
  persistent_workers?: T['bool'];
  /** Default: '' */
  pin_memory_device?: T['str'];
  /** Default: True */
  in_order?: T['bool'];
}

export interface DirichletOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface DistributionOptions {
  /** Default: [] */
  batch_shape?: T['int'] | T['int[]'];
  /** Default: [] */
  event_shape?: T['int'] | T['int[]'];
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface DropoutOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface Dropout1dOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface Dropout2dOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface Dropout3dOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface ELUOptions {
  /** Default: 1.0 */
  alpha?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface EmbeddingOptions {
  /** The row that stays zero and gets no gradient. Default: None */
  padding_idx?: T['int'] | null;
  /** Rows that are used become no longer than this. Default: None */
  max_norm?: T['float'] | null;
  /** Which norm `max_norm` is measured by. Default: 2.0 */
  norm_type?: T['float'];
  /** Divides gradients by how often a row was used. Default: False */
  scale_grad_by_freq?: T['bool'];
  /** Default: False */
  sparse?: T['bool'];
  /** Default: None */
  _weight?: T['Tensor'] | null;
  /** Default: False */
  _freeze?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface EmbeddingBagOptions {
  /** Rows that are used become no longer than this. Default: None */
  max_norm?: T['float'] | null;
  /** Which norm `max_norm` is measured by. Default: 2.0 */
  norm_type?: T['float'];
  /** Divides gradients by how often a row was used. Default: False */
  scale_grad_by_freq?: T['bool'];
  /** Default: 'mean' */
  mode?: 'sum' | 'mean' | 'max';
  /** Default: False */
  sparse?: T['bool'];
  /** Default: None */
  _weight?: T['Tensor'] | null;
  /** Default: False */
  include_last_offset?: T['bool'];
  /** The row that stays zero and gets no gradient. Default: None */
  padding_idx?: T['int'] | null;
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface ExpRelaxedCategoricalOptions {
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface ExponentialOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface ExponentialLROptions {
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface FeatureAlphaDropoutOptions {
  /** Default: 0.5 */
  p?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface FisherSnedecorOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface FlattenOptions {
  /** Default: 1 */
  start_dim?: T['int'];
  /** Default: -1 */
  end_dim?: T['int'];
}

export interface FoldOptions {
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
}

export interface FractionalMaxPool2dOptions {
  /** The size that comes out: one number for every dim, or one for each. Default: None */
  output_size?: T['int'] | T['int[]'] | null;
  /** Default: None */
  output_ratio?: T['float'] | T['int'] | T['float[]'] | null;
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
  /** Default: None */
  _random_samples?: T['Tensor'] | null;
}

export interface FractionalMaxPool3dOptions {
  /** The size that comes out: one number for every dim, or one for each. Default: None */
  output_size?: T['int'] | T['int[]'] | null;
  /** Default: None */
  output_ratio?: T['float'] | T['int'] | T['float[]'] | null;
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
  /** Default: None */
  _random_samples?: T['Tensor'] | null;
}

export interface GELUOptions {
  /** Default: 'none' */
  approximate?: 'none' | 'tanh';
}

export interface GLUOptions {
  /** Default: -1 */
  dim?: T['int'];
}

export interface GRUOptions {
  /** How many layers, each on the outputs of the one before. Default: 1 */
  num_layers?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** The probability with which an element is dropped. Default: 0.0 */
  dropout?: T['float'];
  /** Whether a second layer reads from the end. Default: False */
  bidirectional?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface GRUCellOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface GammaOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface GaussianNLLLossOptions {
  /** Whether terms that do not depend on the input are added. Default: False */
  full?: T['bool'];
  /** Added to the denominator. Default: 1e-06 */
  eps?: T['float'];
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface GeneralizedParetoOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface GeometricOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface GradScalerOptions {
  /** Accepted for PyTorch’s sake: everything is on one device. Default: 'cuda' */
  device?: T['str'];
  /** Default: 65536.0 */
  init_scale?: T['float'];
  /** Default: 2.0 */
  growth_factor?: T['float'];
  /** Default: 0.5 */
  backoff_factor?: T['float'];
  /** Default: 2000 */
  growth_interval?: T['int'];
  /** Default: True */
  enabled?: T['bool'];
}

export interface GroupNormOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface GumbelOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface HalfCauchyOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface HalfNormalOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface HardshrinkOptions {
  /** Decay of the parameters. Default: 0.5 */
  lambd?: T['float'];
}

export interface HardsigmoidOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface HardswishOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface HardtanhOptions {
  /** Default: -1.0 */
  min_val?: T['float'];
  /** Default: 1.0 */
  max_val?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
  /** Of old programs: use `min_val`. Default: None */
  min_value?: T['float'] | null;
  /** Of old programs: use `max_val`. Default: None */
  max_value?: T['float'] | null;
}

export interface HingeEmbeddingLossOptions {
  /** By how much things must differ to cost nothing. Default: 1.0 */
  margin?: T['float'];
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface HuberLossOptions {
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
  /** Default: 1.0 */
  delta?: T['float'];
}

export interface IndependentOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface InstanceNorm1dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: False */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: False */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface InstanceNorm2dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: False */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: False */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface InstanceNorm3dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: False */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: False */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface InverseGammaOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface KLDivLossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none' | 'batchmean';
  /** Whether the target is a logarithm. Default: False */
  log_target?: T['bool'];
}

export interface KumaraswamyOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface L1LossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface LBFGSOptions {
  /** Learning rate. Default: 1 */
  lr?: T['float'];
  /** Iterations within a step. Default: 20 */
  max_iter?: T['int'];
  /** Calls of the closure within a step; max_iter · 1.25 if none. Default: None */
  max_eval?: T['int'] | null;
  /** Ends when no element of the gradient is greater. Default: 1e-07 */
  tolerance_grad?: T['float'];
  /** Ends when neither loss nor parameters change more. Default: 1e-09 */
  tolerance_change?: T['float'];
  /** How many changes are remembered. Default: 100 */
  history_size?: T['int'];
  /** How the length of a step is found. Default: None */
  line_search_fn?: 'strong_wolfe' | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
}

export interface LKJCholeskyOptions {
  /** Default: 1.0 */
  concentration?: T['Tensor'] | T['float'];
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface LPPool1dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
}

export interface LPPool2dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
}

export interface LRSchedulerOptions {
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface LSTMOptions {
  /** How many layers, each on the outputs of the one before. Default: 1 */
  num_layers?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** The probability with which an element is dropped. Default: 0.0 */
  dropout?: T['float'];
  /** Whether a second layer reads from the end. Default: False */
  bidirectional?: T['bool'];
  /** Projects h to this size; 0 for not at all. Default: 0 */
  proj_size?: T['int'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LSTMCellOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LambdaLROptions {
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface LaplaceOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface LayerNormOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** Whether it is followed by a weight and a bias for each element, which are learned. Default: True */
  elementwise_affine?: T['bool'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyBatchNorm1dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyBatchNorm2dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyBatchNorm3dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyConv1dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyConv2dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyConv3dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'] | 'valid' | 'same';
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyConvTranspose1dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyConvTranspose2dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyConvTranspose3dOptions {
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Added on one side of the output. Default: 0 */
  output_padding?: T['int'] | T['int[]'];
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** What is added on the sides. Default: 'zeros' */
  padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LazyInstanceNorm1dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyInstanceNorm2dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyInstanceNorm3dOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface LazyLinearOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LeakyReLUOptions {
  /** Default: 0.01 */
  negative_slope?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface LinearOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface LinearLROptions {
  /** Default: 0.3333333333333333 */
  start_factor?: T['float'];
  /** Default: 1.0 */
  end_factor?: T['float'];
  /** Epochs until the end. Default: 5 */
  total_iters?: T['int'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface LocalResponseNormOptions {
  /** Default: 0.0001 */
  alpha?: T['float'];
  /** Default: 0.75 */
  beta?: T['float'];
  /** Default: 1.0 */
  k?: T['float'];
}

export interface LogNormalOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface LogSoftmaxOptions {
  /** Default: None */
  dim?: T['int'] | null;
}

export interface LogisticNormalOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface LogitRelaxedBernoulliOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface LowRankMultivariateNormalOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface MSELossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface MarginRankingLossOptions {
  /** By how much things must differ to cost nothing. Default: 0.0 */
  margin?: T['float'];
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface MaxPool1dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Added on both sides, as −∞. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
}

export interface MaxPool2dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Added on both sides, as −∞. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
}

export interface MaxPool3dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Added on both sides, as −∞. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Returns also where the greatest were. Default: False */
  return_indices?: T['bool'];
  /** Whether windows may hang over the edge. Default: False */
  ceil_mode?: T['bool'];
}

export interface MaxUnpool1dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
}

export interface MaxUnpool2dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
}

export interface MaxUnpool3dOptions {
  /** Steps of the window. Default: None */
  stride?: T['int'] | T['int[]'] | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
}

export interface MishOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface MixtureSameFamilyOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface ModuleDictOptions {
  /** Default: None */
  modules?: T['dict[Module]'] | null;
}

export interface ModuleListOptions {
  /** Default: None */
  modules?: T['Iterable[Module]'] | null;
}

export interface MultiLabelMarginLossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface MultiLabelSoftMarginLossOptions {
  /** A weight for each class. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface MultiMarginLossOptions {
  /** Default: 1 */
  p?: T['int'];
  /** By how much things must differ to cost nothing. Default: 1.0 */
  margin?: T['float'];
  /** A weight for each class. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface MultiStepLROptions {
  /** What the rate is multiplied by. Default: 0.1 */
  gamma?: T['float'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface MultiheadAttentionOptions {
  /** The probability with which an element is dropped. Default: 0.0 */
  dropout?: T['float'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Adds a key and a value that are learned. Default: False */
  add_bias_kv?: T['bool'];
  /** Adds a key and a value of zeros. Default: False */
  add_zero_attn?: T['bool'];
  /** Size of the keys; embed_dim if none. Default: None */
  kdim?: T['int'] | null;
  /** Size of the values; embed_dim if none. Default: None */
  vdim?: T['int'] | null;
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface MultinomialOptions {
  /** Default: 1 */
  total_count?: T['Tensor'] | T['float'];
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface MultiplicativeLROptions {
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface MultivariateNormalOptions {
  /** Default: None */
  covariance_matrix?: T['Tensor'] | null;
  /** Default: None */
  precision_matrix?: T['Tensor'] | null;
  /** Default: None */
  scale_tril?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface MuonOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** Pull of the parameters towards 0. Default: 0.1 */
  weight_decay?: T['float'];
  /** How much of the last step goes into the next. Default: 0.95 */
  momentum?: T['float'];
  /** Whether the gradient is taken where the momentum leads to. Default: True */
  nesterov?: T['bool'];
  /** Default: [3.4445, -4.775, 2.0315] */
  ns_coefficients?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-07 */
  eps?: T['float'];
  /** Default: 5 */
  ns_steps?: T['int'];
  /** Default: None */
  adjust_lr_fn?: T['str'] | null;
}

export interface NAdamOptions {
  /** Learning rate. Default: 0.002 */
  lr?: T['float'];
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** How fast the momentum comes to its full. Default: 0.004 */
  momentum_decay?: T['float'];
  /** Whether weights decay apart from the gradient, as in AdamW. Default: False */
  decoupled_weight_decay?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
}

export interface NLLLossOptions {
  /** A weight for each class. Default: None */
  weight?: T['Tensor'] | null;
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** The class that does not count. Default: -100 */
  ignore_index?: T['int'];
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface NegativeBinomialOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface NormalOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface OneCycleLROptions {
  /** Steps of the cycle; epochs · steps_per_epoch if none. Default: None */
  total_steps?: T['float'] | null;
  /** Default: None */
  epochs?: T['float'] | null;
  /** Default: None */
  steps_per_epoch?: T['float'] | null;
  /** Which part of the cycle goes up. Default: 0.3 */
  pct_start?: T['float'];
  /** Default: 'cos' */
  anneal_strategy?: 'cos' | 'linear';
  /** Whether the momentum goes against the rate. Default: True */
  cycle_momentum?: T['bool'];
  /** The least momentum. Default: 0.85 */
  base_momentum?: T['float'] | T['int'] | T['float[]'];
  /** The greatest momentum. Default: 0.95 */
  max_momentum?: T['float'] | T['int'] | T['float[]'];
  /** The first rate is max_lr / div_factor. Default: 25.0 */
  div_factor?: T['float'];
  /** The last rate is the first / final_div_factor. Default: 10000.0 */
  final_div_factor?: T['float'];
  /** Whether the way down has two parts. Default: False */
  three_phase?: T['bool'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface OneHotCategoricalOptions {
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface OneHotCategoricalStraightThroughOptions {
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface PReLUOptions {
  /** Default: 1 */
  num_parameters?: T['int'];
  /** Default: 0.25 */
  init?: T['float'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface PairwiseDistanceOptions {
  /** Which norm. Default: 2.0 */
  p?: T['float'];
  /** Added to the denominator. Default: 1e-06 */
  eps?: T['float'];
  /** Default: False */
  keepdim?: T['bool'];
}

export interface ParameterDictOptions {
  /** Default: None */
  parameters?: T['dict[Tensor]'] | null;
}

export interface ParameterListOptions {
  /** Default: None */
  values?: T['Iterable[Tensor]'] | null;
}

export interface ParetoOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface PoissonOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface PoissonNLLLossOptions {
  /** Whether the input is a logarithm. Default: True */
  log_input?: T['bool'];
  /** Whether terms that do not depend on the input are added. Default: False */
  full?: T['bool'];
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface PolynomialLROptions {
  /** Epochs until the end. Default: 5 */
  total_iters?: T['int'];
  /** Default: 1.0 */
  power?: T['float'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface RAdamOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Whether weights decay apart from the gradient, as in AdamW. Default: False */
  decoupled_weight_decay?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
}

export interface RMSNormOptions {
  /** Added to the denominator. Default: None */
  eps?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each element, which are learned. Default: True */
  elementwise_affine?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface RMSpropOptions {
  /** Learning rate. Default: 0.01 */
  lr?: T['float'];
  /** How slowly the average square changes. Default: 0.99 */
  alpha?: T['float'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** How much of the last step goes into the next. Default: 0 */
  momentum?: T['float'];
  /** Divides by the variance instead of the average square. Default: False */
  centered?: T['bool'];
  /** Default: False */
  capturable?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
}

export interface RNNOptions {
  /** How many layers, each on the outputs of the one before. Default: 1 */
  num_layers?: T['int'];
  /** What each step ends with. Default: 'tanh' */
  nonlinearity?: 'tanh' | 'relu';
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** The probability with which an element is dropped. Default: 0.0 */
  dropout?: T['float'];
  /** Whether a second layer reads from the end. Default: False */
  bidirectional?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface RNNCellOptions {
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** What each step ends with. Default: 'tanh' */
  nonlinearity?: 'tanh' | 'relu';
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface RReLUOptions {
  /** Default: 0.125 */
  lower?: T['float'];
  /** Default: 0.3333333333333333 */
  upper?: T['float'];
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface RandomSamplerOptions {
  /** Whether a sample may come more than once. Default: False */
  replacement?: T['bool'];
  /** How many are drawn; as many as there are if none. Default: None */
  num_samples?: T['float'] | null;
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface ReLUOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface ReLU6Options {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface ReduceLROnPlateauOptions {
  /** Whether less or more is better. Default: 'min' */
  mode?: 'min' | 'max';
  /** What the rate is multiplied by. Default: 0.1 */
  factor?: T['float'];
  /** Epochs without progress that are endured. Default: 10 */
  patience?: T['float'];
  /** How much better counts as progress. Default: 0.0001 */
  threshold?: T['float'];
  /** Default: 'rel' */
  threshold_mode?: 'rel' | 'abs';
  /** Epochs after a change that are not counted. Default: 0 */
  cooldown?: T['float'];
  /** The least rate. Default: 0 */
  min_lr?: T['int'] | T['float[]'];
  /** Smaller changes are not made. Default: 1e-08 */
  eps?: T['float'];
}

export interface RelaxedBernoulliOptions {
  /** Default: None */
  probs?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  logits?: T['Tensor'] | T['float'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface RelaxedOneHotCategoricalOptions {
  /** Default: None */
  probs?: T['Tensor'] | null;
  /** Default: None */
  logits?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface RpropOptions {
  /** The first step. Default: 0.01 */
  lr?: T['float'];
  /** By what a step shrinks when the gradient changes its sign, and grows otherwise. Default: [0.5, 1.2] */
  etas?: T['int'] | T['float[]'];
  /** The least and the greatest step. Default: [1e-06, 50] */
  step_sizes?: T['int'] | T['float[]'];
  /** Default: False */
  capturable?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: False */
  differentiable?: T['bool'];
}

export interface SELUOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface SGDOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** How much of the last step goes into the next. Default: 0 */
  momentum?: T['float'];
  /** How much less of the gradient goes into the momentum. Default: 0 */
  dampening?: T['float'];
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay?: T['float'];
  /** Whether the gradient is taken where the momentum leads to. Default: False */
  nesterov?: T['bool'];
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
  /** Default: False */
  differentiable?: T['bool'];
  /** Default: None */
  fused?: T['bool'] | null;
}

export interface SWALROptions {
  /** Default: 10 */
  anneal_epochs?: T['int'];
  /** Default: 'cos' */
  anneal_strategy?: 'cos' | 'linear';
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface SequentialLROptions {
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface SiLUOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface SmoothL1LossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
  /** Default: 1.0 */
  beta?: T['float'];
}

export interface SoftMarginLossOptions {
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface SoftmaxOptions {
  /** Default: None */
  dim?: T['int'] | null;
}

export interface SoftminOptions {
  /** Default: None */
  dim?: T['int'] | null;
}

export interface SoftplusOptions {
  /** Default: 1.0 */
  beta?: T['float'];
  /** How much better counts as progress. Default: 20.0 */
  threshold?: T['float'];
}

export interface SoftshrinkOptions {
  /** Decay of the parameters. Default: 0.5 */
  lambd?: T['float'];
}

export interface SparseAdamOptions {
  /** Learning rate. Default: 0.001 */
  lr?: T['float'];
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas?: T['int'] | T['float[]'];
  /** Added to the denominator. Default: 1e-08 */
  eps?: T['float'];
  /** Goes up instead of down. Default: False */
  maximize?: T['bool'];
}

export interface StepLROptions {
  /** What the rate is multiplied by. Default: 0.1 */
  gamma?: T['float'];
  /** The epoch to go on from; -1 for the beginning. Default: -1 */
  last_epoch?: T['int'];
}

export interface StudentTOptions {
  /** Default: 0.0 */
  loc?: T['Tensor'] | T['float'];
  /** Default: 1.0 */
  scale?: T['Tensor'] | T['float'];
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface SubsetRandomSamplerOptions {
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface SummaryWriterOptions {
  /** Default: None */
  log_dir?: T['str'] | null;
  /** Default: '' */
  comment?: T['str'];
  /** Default: None */
  purge_step?: T['int'] | null;
  /** Default: 10 */
  max_queue?: T['int'];
  /** Default: 120 */
  flush_secs?: T['int'];
  /** Default: '' */
  filename_suffix?: T['str'];
}

export interface SyncBatchNormOptions {
  /** Added to the denominator. Default: 1e-05 */
  eps?: T['float'];
  /** How much of the last step goes into the next. Default: 0.1 */
  momentum?: T['float'] | null;
  /** Whether it is followed by a weight and a bias for each channel, which are learned. Default: True */
  affine?: T['bool'];
  /** Whether running statistics are kept, and used in evaluation. Default: True */
  track_running_stats?: T['bool'];
  /** Default: None */
  process_group?: T['any'] | null;
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
}

export interface ThresholdOptions {
  /** Overwrites its input. Default: False */
  inplace?: T['bool'];
}

export interface TransformedDistributionOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface TransformerOptions {
  /** Size of each step. Default: 512 */
  d_model?: T['int'];
  /** Into how many heads attention is split. Default: 8 */
  nhead?: T['int'];
  /** Default: 6 */
  num_encoder_layers?: T['int'];
  /** Default: 6 */
  num_decoder_layers?: T['int'];
  /** Size between the two linear layers. Default: 2048 */
  dim_feedforward?: T['int'];
  /** The probability with which an element is dropped. Default: 0.1 */
  dropout?: T['float'];
  /** Between the two linear layers. Default: 'relu' */
  activation?: 'relu' | 'gelu' | T['Callable[Tensor]'];
  /** Default: None */
  custom_encoder?: T['Module'] | null;
  /** Default: None */
  custom_decoder?: T['Module'] | null;
  /** Added to the variance. Default: 1e-05 */
  layer_norm_eps?: T['float'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Whether normalisation comes first. Default: False */
  norm_first?: T['bool'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface TransformerDecoderOptions {
  /** Default: None */
  norm?: T['Module'] | null;
}

export interface TransformerDecoderLayerOptions {
  /** Size between the two linear layers. Default: 2048 */
  dim_feedforward?: T['int'];
  /** The probability with which an element is dropped. Default: 0.1 */
  dropout?: T['float'];
  /** Between the two linear layers. Default: 'relu' */
  activation?: 'relu' | 'gelu' | T['Callable[Tensor]'];
  /** Added to the variance. Default: 1e-05 */
  layer_norm_eps?: T['float'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Whether normalisation comes first. Default: False */
  norm_first?: T['bool'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface TransformerEncoderOptions {
  /** Default: None */
  norm?: T['Module'] | null;
  /** Default: True */
  enable_nested_tensor?: T['bool'];
  /** Default: True */
  mask_check?: T['bool'];
}

export interface TransformerEncoderLayerOptions {
  /** Size between the two linear layers. Default: 2048 */
  dim_feedforward?: T['int'];
  /** The probability with which an element is dropped. Default: 0.1 */
  dropout?: T['float'];
  /** Between the two linear layers. Default: 'relu' */
  activation?: 'relu' | 'gelu' | T['Callable[Tensor]'];
  /** Added to the variance. Default: 1e-05 */
  layer_norm_eps?: T['float'];
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Whether normalisation comes first. Default: False */
  norm_first?: T['bool'];
  /** Whether there is a bias to add. Default: True */
  bias?: T['bool'];
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['any'] | null;
  /** The dtype of the parameters; the default dtype if none. Default: None */
  dtype?: T['dtype'] | null;
}

export interface TripletMarginLossOptions {
  /** By how much things must differ to cost nothing. Default: 1.0 */
  margin?: T['float'];
  /** Which norm measures distances. Default: 2.0 */
  p?: T['float'];
  /** Added to the denominator. Default: 1e-06 */
  eps?: T['float'];
  /** Takes the harder of two negatives. Default: False */
  swap?: T['bool'];
  /** Of old programs: use `reduction`. Default: None */
  size_average?: T['bool'] | null;
  /** Of old programs: use `reduction`. Default: None */
  reduce?: T['bool'] | null;
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface TripletMarginWithDistanceLossOptions {
  /** Measures distances; the Euclidean one if none. Default: None */
  distance_function?: T['Callable[Tensor][Tensor]'] | null;
  /** By how much things must differ to cost nothing. Default: 1.0 */
  margin?: T['float'];
  /** Takes the harder of two negatives. Default: False */
  swap?: T['bool'];
  /** ‘mean’, ‘sum’, or ‘none’ for one loss for each element. Default: 'mean' */
  reduction?: 'mean' | 'sum' | 'none';
}

export interface UnfoldOptions {
  /** Distance of the window’s elements. Default: 1 */
  dilation?: T['int'] | T['int[]'];
  /** Zeros added on both sides. Default: 0 */
  padding?: T['int'] | T['int[]'];
  /** Steps of the window. Default: 1 */
  stride?: T['int'] | T['int[]'];
}

export interface UniformOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface UpsampleOptions {
  /** The size that comes out. Default: None */
  size?: T['int'] | T['int[]'] | null;
  /** Or by how much it grows. Default: None */
  scale_factor?: T['float'] | T['int'] | T['float[]'] | null;
  /** Default: 'nearest' */
  mode?: 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'nearest-exact' | 'area';
  /** Whether corners stay where they are. Default: None */
  align_corners?: T['bool'] | null;
  /** Default: None */
  recompute_scale_factor?: T['bool'] | null;
}

export interface UpsamplingBilinear2dOptions {
  /** The size that comes out. Default: None */
  size?: T['int'] | T['int[]'] | null;
  /** Or by how much it grows. Default: None */
  scale_factor?: T['float'] | T['int'] | T['float[]'] | null;
}

export interface UpsamplingNearest2dOptions {
  /** The size that comes out. Default: None */
  size?: T['int'] | T['int[]'] | null;
  /** Or by how much it grows. Default: None */
  scale_factor?: T['float'] | T['int'] | T['float[]'] | null;
}

export interface VonMisesOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface WeibullOptions {
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface WeightedRandomSamplerOptions {
  /** Whether a sample may come more than once. Default: True */
  replacement?: T['bool'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface WishartOptions {
  /** Default: None */
  covariance_matrix?: T['Tensor'] | null;
  /** Default: None */
  precision_matrix?: T['Tensor'] | null;
  /** Default: None */
  scale_tril?: T['Tensor'] | null;
  /** Default: None */
  validate_args?: T['bool'] | null;
}

export interface clip_grad_norm_Options {
  /** Which norm `max_norm` is measured by. Default: 2.0 */
  norm_type?: T['float'];
  /** Default: False */
  error_if_nonfinite?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
}

export interface clip_grad_value_Options {
  /** Default: None */
  foreach?: T['bool'] | null;
}

export interface clip_grads_with_norm_Options {
  /** Default: None */
  foreach?: T['bool'] | null;
}

export interface dirac_Options {
  /** Into how many independent groups channels are split. Default: 1 */
  groups?: T['int'];
}

export interface get_ema_avg_fnOptions {
  /** Default: 0.999 */
  decay?: T['float'];
}

export interface get_ema_multi_avg_fnOptions {
  /** Default: 0.999 */
  decay?: T['float'];
}

export interface get_total_normOptions {
  /** Which norm `max_norm` is measured by. Default: 2.0 */
  norm_type?: T['float'];
  /** Default: False */
  error_if_nonfinite?: T['bool'];
  /** Default: None */
  foreach?: T['bool'] | null;
}

export interface kaiming_normal_Options {
  /** Default: 0 */
  a?: T['float'];
  /** Default: 'fan_in' */
  mode?: 'fan_in' | 'fan_out';
  /** What each step ends with. Default: 'leaky_relu' */
  nonlinearity?: T['str'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface kaiming_uniform_Options {
  /** Default: 0 */
  a?: T['float'];
  /** Default: 'fan_in' */
  mode?: 'fan_in' | 'fan_out';
  /** What each step ends with. Default: 'leaky_relu' */
  nonlinearity?: T['str'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface multi_head_attention_forwardOptions {
  /** Default: True */
  training?: T['bool'];
  /** Default: None */
  key_padding_mask?: T['Tensor'] | null;
  /** Default: True */
  need_weights?: T['bool'];
  /** Default: None */
  attn_mask?: T['Tensor'] | null;
  /** Default: False */
  use_separate_proj_weight?: T['bool'];
  /** Default: None */
  q_proj_weight?: T['Tensor'] | null;
  /** Default: None */
  k_proj_weight?: T['Tensor'] | null;
  /** Default: None */
  v_proj_weight?: T['Tensor'] | null;
  /** Default: True */
  average_attn_weights?: T['bool'];
  /** Default: False */
  is_causal?: T['bool'];
}

export interface normal_Options {
  /** Default: 0.0 */
  mean?: T['float'];
  /** Default: 1.0 */
  std?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface orthogonalOptions {
  /** Default: 'weight' */
  name?: T['str'];
  /** Default: None */
  orthogonal_map?: T['str'] | null;
  /** Default: True */
  use_trivialization?: T['bool'];
}

export interface orthogonal_Options {
  /** Default: 1 */
  gain?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface pack_padded_sequenceOptions {
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Default: True */
  enforce_sorted?: T['bool'];
}

export interface pack_sequenceOptions {
  /** Default: True */
  enforce_sorted?: T['bool'];
}

export interface pad_packed_sequenceOptions {
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Default: 0.0 */
  padding_value?: T['float'];
  /** Default: None */
  total_length?: T['int'] | null;
}

export interface pad_sequenceOptions {
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
  /** Default: 0.0 */
  padding_value?: T['float'];
  /** Default: 'right' */
  padding_side?: 'right' | 'left';
}

export interface random_splitOptions {
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface register_parametrizationOptions {
  /** Default: False */
  unsafe?: T['bool'];
}

export interface remove_parametrizationsOptions {
  /** Default: True */
  leave_parametrized?: T['bool'];
}

export interface sparse_Options {
  /** Default: 0.01 */
  std?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface spectral_normOptions {
  /** Default: 'weight' */
  name?: T['str'];
  /** Default: 1 */
  n_power_iterations?: T['int'];
  /** Added to the denominator. Default: 1e-12 */
  eps?: T['float'];
  /** Default: None */
  dim?: T['int'] | null;
}

export interface trunc_normal_Options {
  /** Default: 0.0 */
  mean?: T['float'];
  /** Default: 1.0 */
  std?: T['float'];
  /** Default: -2.0 */
  a?: T['float'];
  /** Default: 2.0 */
  b?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface uniform_Options {
  /** Default: 0.0 */
  a?: T['float'];
  /** Default: 1.0 */
  b?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface unpad_sequenceOptions {
  /** Whether everything is (N, L, *) instead of (L, N, *). Default: False */
  batch_first?: T['bool'];
}

export interface update_bnOptions {
  /** Accepted for PyTorch’s sake: everything is on one device. Default: None */
  device?: T['device'] | null;
}

export interface weight_normOptions {
  /** Default: 'weight' */
  name?: T['str'];
  /** Default: 0 */
  dim?: T['int'] | null;
}

export interface xavier_normal_Options {
  /** Default: 1.0 */
  gain?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

export interface xavier_uniform_Options {
  /** Default: 1.0 */
  gain?: T['float'];
  /** Where random numbers come from. Default: None */
  generator?: T['Generator'] | null;
}

/** What each constructor takes, by the name of its class. */
export interface ClassArguments {
  /** PyTorch: `torch.optim.ASGD(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float lambd=0.0001, float alpha=0.75, float t0=1000000.0, float weight_decay=0, bool? foreach=None, bool maximize=False, bool differentiable=False, bool capturable=False)` */
  ASGD: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & ASGDOptions), lr?: T['float'] | ASGDOptions, lambd?: T['float'] | ASGDOptions, alpha?: T['float'] | ASGDOptions, t0?: T['float'] | ASGDOptions, weight_decay?: T['float'] | ASGDOptions, foreach?: T['bool'] | null | ASGDOptions, maximize?: T['bool'] | ASGDOptions, differentiable?: T['bool'] | ASGDOptions, capturable?: T['bool'] | ASGDOptions, options?: ASGDOptions];
  /** PyTorch: `torch.optim.Adadelta(Iterable[Tensor]|Iterable[dict] params, float lr=1.0, float rho=0.9, float eps=1e-06, float weight_decay=0, bool? foreach=None, *, bool capturable=False, bool maximize=False, bool differentiable=False)` */
  Adadelta: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdadeltaOptions), lr?: T['float'] | AdadeltaOptions, rho?: T['float'] | AdadeltaOptions, eps?: T['float'] | AdadeltaOptions, weight_decay?: T['float'] | AdadeltaOptions, foreach?: T['bool'] | null | AdadeltaOptions, options?: AdadeltaOptions];
  /** PyTorch: `torch.optim.Adafactor(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float beta2_decay=-0.8, any[] eps=[None, 0.001], float d=1.0, float weight_decay=0.0, *, bool? foreach=None, bool maximize=False)` */
  Adafactor: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdafactorOptions), lr?: T['float'] | AdafactorOptions, beta2_decay?: T['float'] | AdafactorOptions, eps?: T['any[]'] | AdafactorOptions, d?: T['float'] | AdafactorOptions, weight_decay?: T['float'] | AdafactorOptions, options?: AdafactorOptions];
  /** PyTorch: `torch.optim.Adagrad(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float lr_decay=0, float weight_decay=0, float initial_accumulator_value=0, float eps=1e-10, bool? foreach=None, *, bool maximize=False, bool differentiable=False, bool? fused=None)` */
  Adagrad: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdagradOptions), lr?: T['float'] | AdagradOptions, lr_decay?: T['float'] | AdagradOptions, weight_decay?: T['float'] | AdagradOptions, initial_accumulator_value?: T['float'] | AdagradOptions, eps?: T['float'] | AdagradOptions, foreach?: T['bool'] | null | AdagradOptions, options?: AdagradOptions];
  /** PyTorch: `torch.optim.Adam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool amsgrad=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False, bool? fused=None, bool decoupled_weight_decay=False)` */
  Adam: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdamOptions), lr?: T['float'] | AdamOptions, betas?: T['int'] | T['float[]'] | AdamOptions, eps?: T['float'] | AdamOptions, weight_decay?: T['float'] | AdamOptions, amsgrad?: T['bool'] | AdamOptions, options?: AdamOptions];
  /** PyTorch: `torch.optim.AdamW(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0.01, bool amsgrad=False, *, bool maximize=False, bool? foreach=None, bool capturable=False, bool differentiable=False, bool? fused=None)` */
  AdamW: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdamWOptions), lr?: T['float'] | AdamWOptions, betas?: T['int'] | T['float[]'] | AdamWOptions, eps?: T['float'] | AdamWOptions, weight_decay?: T['float'] | AdamWOptions, amsgrad?: T['bool'] | AdamWOptions, options?: AdamWOptions];
  /** PyTorch: `torch.optim.Adamax(Iterable[Tensor]|Iterable[dict] params, float lr=0.002, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool? foreach=None, *, bool maximize=False, bool differentiable=False, bool capturable=False)` */
  Adamax: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & AdamaxOptions), lr?: T['float'] | AdamaxOptions, betas?: T['int'] | T['float[]'] | AdamaxOptions, eps?: T['float'] | AdamaxOptions, weight_decay?: T['float'] | AdamaxOptions, foreach?: T['bool'] | null | AdamaxOptions, options?: AdamaxOptions];
  /** PyTorch: `torch.nn.AdaptiveAvgPool1d(int|Size? output_size)` */
  AdaptiveAvgPool1d: [output_size: T['int'] | T['Size'] | null]
    | [options: { output_size: T['int'] | T['Size'] | null }];
  /** PyTorch: `torch.nn.AdaptiveAvgPool2d(int|Size? output_size)` */
  AdaptiveAvgPool2d: [output_size: T['int'] | T['Size'] | null]
    | [options: { output_size: T['int'] | T['Size'] | null }];
  /** PyTorch: `torch.nn.AdaptiveAvgPool3d(int|Size? output_size)` */
  AdaptiveAvgPool3d: [output_size: T['int'] | T['Size'] | null]
    | [options: { output_size: T['int'] | T['Size'] | null }];
  /** PyTorch: `torch.nn.AdaptiveLogSoftmaxWithLoss(int in_features, int n_classes, int[] cutoffs, float div_value=4.0, bool head_bias=False, device=None, dtype? dtype=None)` */
  AdaptiveLogSoftmaxWithLoss: [in_features: T['int'], n_classes: T['int'], cutoffs: T['int'] | T['int[]'], div_value?: T['float'] | AdaptiveLogSoftmaxWithLossOptions, head_bias?: T['bool'] | AdaptiveLogSoftmaxWithLossOptions, device?: T['any'] | null | AdaptiveLogSoftmaxWithLossOptions, dtype?: T['dtype'] | null | AdaptiveLogSoftmaxWithLossOptions, options?: AdaptiveLogSoftmaxWithLossOptions]
    | [in_features: T['int'], n_classes: T['int'], options: { cutoffs: T['int'] | T['int[]'] } & AdaptiveLogSoftmaxWithLossOptions]
    | [in_features: T['int'], options: { n_classes: T['int']; cutoffs: T['int'] | T['int[]'] } & AdaptiveLogSoftmaxWithLossOptions]
    | [options: { in_features: T['int']; n_classes: T['int']; cutoffs: T['int'] | T['int[]'] } & AdaptiveLogSoftmaxWithLossOptions];
  /** PyTorch: `torch.nn.AdaptiveMaxPool1d(int|Size? output_size, bool return_indices=False)` */
  AdaptiveMaxPool1d: [output_size: T['int'] | T['Size'] | null, return_indices?: T['bool'] | AdaptiveMaxPool1dOptions, options?: AdaptiveMaxPool1dOptions]
    | [options: { output_size: T['int'] | T['Size'] | null } & AdaptiveMaxPool1dOptions];
  /** PyTorch: `torch.nn.AdaptiveMaxPool2d(int|Size? output_size, bool return_indices=False)` */
  AdaptiveMaxPool2d: [output_size: T['int'] | T['Size'] | null, return_indices?: T['bool'] | AdaptiveMaxPool2dOptions, options?: AdaptiveMaxPool2dOptions]
    | [options: { output_size: T['int'] | T['Size'] | null } & AdaptiveMaxPool2dOptions];
  /** PyTorch: `torch.nn.AdaptiveMaxPool3d(int|Size? output_size, bool return_indices=False)` */
  AdaptiveMaxPool3d: [output_size: T['int'] | T['Size'] | null, return_indices?: T['bool'] | AdaptiveMaxPool3dOptions, options?: AdaptiveMaxPool3dOptions]
    | [options: { output_size: T['int'] | T['Size'] | null } & AdaptiveMaxPool3dOptions];
  /** PyTorch: `torch.nn.AlphaDropout(float p=0.5, bool inplace=False)` */
  AlphaDropout: [p?: T['float'] | AlphaDropoutOptions, inplace?: T['bool'] | AlphaDropoutOptions, options?: AlphaDropoutOptions];
  /** PyTorch: `torch.optim.swa_utils.AveragedModel(Module model, device? device=None, AverageFn? avg_fn=None, MultiAverageFn? multi_avg_fn=None, bool use_buffers=False)` */
  AveragedModel: [model: T['Module'], device?: T['device'] | null | AveragedModelOptions, avg_fn?: T['AverageFn'] | null | AveragedModelOptions, multi_avg_fn?: T['MultiAverageFn'] | null | AveragedModelOptions, use_buffers?: T['bool'] | AveragedModelOptions, options?: AveragedModelOptions]
    | [options: { model: T['Module'] } & AveragedModelOptions];
  /** PyTorch: `torch.nn.AvgPool1d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, bool ceil_mode=False, bool count_include_pad=True)` */
  AvgPool1d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | AvgPool1dOptions, padding?: T['int'] | T['int[]'] | AvgPool1dOptions, ceil_mode?: T['bool'] | AvgPool1dOptions, count_include_pad?: T['bool'] | AvgPool1dOptions, options?: AvgPool1dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & AvgPool1dOptions];
  /** PyTorch: `torch.nn.AvgPool2d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)` */
  AvgPool2d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | AvgPool2dOptions, padding?: T['int'] | T['int[]'] | AvgPool2dOptions, ceil_mode?: T['bool'] | AvgPool2dOptions, count_include_pad?: T['bool'] | AvgPool2dOptions, divisor_override?: T['int'] | null | AvgPool2dOptions, options?: AvgPool2dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & AvgPool2dOptions];
  /** PyTorch: `torch.nn.AvgPool3d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)` */
  AvgPool3d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | AvgPool3dOptions, padding?: T['int'] | T['int[]'] | AvgPool3dOptions, ceil_mode?: T['bool'] | AvgPool3dOptions, count_include_pad?: T['bool'] | AvgPool3dOptions, divisor_override?: T['int'] | null | AvgPool3dOptions, options?: AvgPool3dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & AvgPool3dOptions];
  /** PyTorch: `torch.nn.BCELoss(Tensor? weight=None, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  BCELoss: [weight?: T['Tensor'] | null | BCELossOptions, size_average?: T['bool'] | null | BCELossOptions, reduce?: T['bool'] | null | BCELossOptions, reduction?: 'mean' | 'sum' | 'none' | BCELossOptions, options?: BCELossOptions];
  /** PyTorch: `torch.nn.BCEWithLogitsLoss(Tensor? weight=None, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean', Tensor? pos_weight=None)` */
  BCEWithLogitsLoss: [weight?: T['Tensor'] | null | BCEWithLogitsLossOptions, size_average?: T['bool'] | null | BCEWithLogitsLossOptions, reduce?: T['bool'] | null | BCEWithLogitsLossOptions, reduction?: 'mean' | 'sum' | 'none' | BCEWithLogitsLossOptions, pos_weight?: T['Tensor'] | null | BCEWithLogitsLossOptions, options?: BCEWithLogitsLossOptions];
  /** PyTorch: `torch.nn.BatchNorm1d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  BatchNorm1d: [num_features: T['int'], eps?: T['float'] | BatchNorm1dOptions, momentum?: T['float'] | null | BatchNorm1dOptions, affine?: T['bool'] | BatchNorm1dOptions, track_running_stats?: T['bool'] | BatchNorm1dOptions, device?: T['any'] | null | BatchNorm1dOptions, dtype?: T['dtype'] | null | BatchNorm1dOptions, options?: BatchNorm1dOptions]
    | [options: { num_features: T['int'] } & BatchNorm1dOptions];
  /** PyTorch: `torch.nn.BatchNorm2d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  BatchNorm2d: [num_features: T['int'], eps?: T['float'] | BatchNorm2dOptions, momentum?: T['float'] | null | BatchNorm2dOptions, affine?: T['bool'] | BatchNorm2dOptions, track_running_stats?: T['bool'] | BatchNorm2dOptions, device?: T['any'] | null | BatchNorm2dOptions, dtype?: T['dtype'] | null | BatchNorm2dOptions, options?: BatchNorm2dOptions]
    | [options: { num_features: T['int'] } & BatchNorm2dOptions];
  /** PyTorch: `torch.nn.BatchNorm3d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  BatchNorm3d: [num_features: T['int'], eps?: T['float'] | BatchNorm3dOptions, momentum?: T['float'] | null | BatchNorm3dOptions, affine?: T['bool'] | BatchNorm3dOptions, track_running_stats?: T['bool'] | BatchNorm3dOptions, device?: T['any'] | null | BatchNorm3dOptions, dtype?: T['dtype'] | null | BatchNorm3dOptions, options?: BatchNorm3dOptions]
    | [options: { num_features: T['int'] } & BatchNorm3dOptions];
  /** PyTorch: `torch.utils.data.BatchSampler(Sampler sampler, any batch_size, bool drop_last)` */
  BatchSampler: [sampler: T['Sampler'], batch_size: T['any'], drop_last: T['bool']]
    | [sampler: T['Sampler'], batch_size: T['any'], options: { drop_last: T['bool'] }]
    | [sampler: T['Sampler'], options: { batch_size: T['any']; drop_last: T['bool'] }]
    | [options: { sampler: T['Sampler']; batch_size: T['any']; drop_last: T['bool'] }];
  /** PyTorch: `torch.distributions.Bernoulli(Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  Bernoulli: [probs?: T['Tensor'] | T['float'] | null | BernoulliOptions, logits?: T['Tensor'] | T['float'] | null | BernoulliOptions, validate_args?: T['bool'] | null | BernoulliOptions, options?: BernoulliOptions];
  /** PyTorch: `torch.distributions.Beta(Tensor|float concentration1, Tensor|float concentration0, bool? validate_args=None)` */
  Beta: [concentration1: T['Tensor'] | T['float'], concentration0: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | BetaOptions, options?: BetaOptions]
    | [concentration1: T['Tensor'] | T['float'], options: { concentration0: T['Tensor'] | T['float'] } & BetaOptions]
    | [options: { concentration1: T['Tensor'] | T['float']; concentration0: T['Tensor'] | T['float'] } & BetaOptions];
  /** PyTorch: `torch.nn.Bilinear(int in1_features, int in2_features, int out_features, bool bias=True, device=None, dtype? dtype=None)` */
  Bilinear: [in1_features: T['int'], in2_features: T['int'], out_features: T['int'], bias?: T['bool'] | BilinearOptions, device?: T['any'] | null | BilinearOptions, dtype?: T['dtype'] | null | BilinearOptions, options?: BilinearOptions]
    | [in1_features: T['int'], in2_features: T['int'], options: { out_features: T['int'] } & BilinearOptions]
    | [in1_features: T['int'], options: { in2_features: T['int']; out_features: T['int'] } & BilinearOptions]
    | [options: { in1_features: T['int']; in2_features: T['int']; out_features: T['int'] } & BilinearOptions];
  /** PyTorch: `torch.distributions.Binomial(Tensor|int total_count=1, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  Binomial: [total_count?: T['Tensor'] | T['int'] | BinomialOptions, probs?: T['Tensor'] | T['float'] | null | BinomialOptions, logits?: T['Tensor'] | T['float'] | null | BinomialOptions, validate_args?: T['bool'] | null | BinomialOptions, options?: BinomialOptions];
  /** PyTorch: `torch.nn.CELU(float alpha=1.0, bool inplace=False)` */
  CELU: [alpha?: T['float'] | CELUOptions, inplace?: T['bool'] | CELUOptions, options?: CELUOptions];
  /** PyTorch: `torch.nn.CTCLoss(int blank=0, 'none'|'mean'|'sum' reduction='mean', bool zero_infinity=False)` */
  CTCLoss: [blank?: T['int'] | CTCLossOptions, reduction?: 'none' | 'mean' | 'sum' | CTCLossOptions, zero_infinity?: T['bool'] | CTCLossOptions, options?: CTCLossOptions];
  /** PyTorch: `torch.distributions.Categorical(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  Categorical: [probs?: T['Tensor'] | null | CategoricalOptions, logits?: T['Tensor'] | null | CategoricalOptions, validate_args?: T['bool'] | null | CategoricalOptions, options?: CategoricalOptions];
  /** PyTorch: `torch.distributions.Cauchy(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  Cauchy: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | CauchyOptions, options?: CauchyOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & CauchyOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & CauchyOptions];
  /** PyTorch: `torch.optim.lr_scheduler.ChainedScheduler(Scheduler[] schedulers, Optimizer? optimizer=None)` */
  ChainedScheduler: [schedulers: T['Scheduler[]'], optimizer?: T['Optimizer'] | null | ChainedSchedulerOptions, options?: ChainedSchedulerOptions]
    | [options: { schedulers: T['Scheduler[]'] } & ChainedSchedulerOptions];
  /** PyTorch: `torch.nn.ChannelShuffle(int groups)` */
  ChannelShuffle: [groups: T['int']]
    | [options: { groups: T['int'] }];
  /** PyTorch: `torch.distributions.Chi2(Tensor|float df, bool? validate_args=None)` */
  Chi2: [df: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | Chi2Options, options?: Chi2Options]
    | [options: { df: T['Tensor'] | T['float'] } & Chi2Options];
  /** PyTorch: `torch.nn.CircularPad1d(int[] padding)` */
  CircularPad1d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.CircularPad2d(int[] padding)` */
  CircularPad2d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.CircularPad3d(int[] padding)` */
  CircularPad3d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.utils.data.ConcatDataset(any datasets)` */
  ConcatDataset: [datasets: T['any']]
    | [options: { datasets: T['any'] }];
  /** PyTorch: `torch.optim.lr_scheduler.ConstantLR(Optimizer optimizer, float factor=0.3333333333333333, int total_iters=5, int last_epoch=-1)` */
  ConstantLR: [optimizer: T['Optimizer'], factor?: T['float'] | ConstantLROptions, total_iters?: T['int'] | ConstantLROptions, last_epoch?: T['int'] | ConstantLROptions, options?: ConstantLROptions];
  /** PyTorch: `torch.nn.ConstantPad1d(int[] padding, float value)` */
  ConstantPad1d: [padding: T['int'] | T['int[]'], value: T['float']]
    | [padding: T['int'] | T['int[]'], options: { value: T['float'] }]
    | [options: { padding: T['int'] | T['int[]']; value: T['float'] }];
  /** PyTorch: `torch.nn.ConstantPad2d(int[] padding, float value)` */
  ConstantPad2d: [padding: T['int'] | T['int[]'], value: T['float']]
    | [padding: T['int'] | T['int[]'], options: { value: T['float'] }]
    | [options: { padding: T['int'] | T['int[]']; value: T['float'] }];
  /** PyTorch: `torch.nn.ConstantPad3d(int[] padding, float value)` */
  ConstantPad3d: [padding: T['int'] | T['int[]'], value: T['float']]
    | [padding: T['int'] | T['int[]'], options: { value: T['float'] }]
    | [options: { padding: T['int'] | T['int[]']; value: T['float'] }];
  /** PyTorch: `torch.distributions.ContinuousBernoulli(Tensor|float? probs=None, Tensor|float? logits=None, float[] lims=[0.499, 0.501], bool? validate_args=None)` */
  ContinuousBernoulli: [probs?: T['Tensor'] | T['float'] | null | ContinuousBernoulliOptions, logits?: T['Tensor'] | T['float'] | null | ContinuousBernoulliOptions, lims?: T['int'] | T['float[]'] | ContinuousBernoulliOptions, validate_args?: T['bool'] | null | ContinuousBernoulliOptions, options?: ContinuousBernoulliOptions];
  /** PyTorch: `torch.nn.Conv1d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  Conv1d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | Conv1dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | Conv1dOptions, dilation?: T['int'] | T['int[]'] | Conv1dOptions, groups?: T['int'] | Conv1dOptions, bias?: T['bool'] | Conv1dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | Conv1dOptions, device?: T['any'] | null | Conv1dOptions, dtype?: T['dtype'] | null | Conv1dOptions, options?: Conv1dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & Conv1dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv1dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv1dOptions];
  /** PyTorch: `torch.nn.Conv2d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  Conv2d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | Conv2dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | Conv2dOptions, dilation?: T['int'] | T['int[]'] | Conv2dOptions, groups?: T['int'] | Conv2dOptions, bias?: T['bool'] | Conv2dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | Conv2dOptions, device?: T['any'] | null | Conv2dOptions, dtype?: T['dtype'] | null | Conv2dOptions, options?: Conv2dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & Conv2dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv2dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv2dOptions];
  /** PyTorch: `torch.nn.Conv3d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  Conv3d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | Conv3dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | Conv3dOptions, dilation?: T['int'] | T['int[]'] | Conv3dOptions, groups?: T['int'] | Conv3dOptions, bias?: T['bool'] | Conv3dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | Conv3dOptions, device?: T['any'] | null | Conv3dOptions, dtype?: T['dtype'] | null | Conv3dOptions, options?: Conv3dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & Conv3dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv3dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & Conv3dOptions];
  /** PyTorch: `torch.nn.ConvTranspose1d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  ConvTranspose1d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | ConvTranspose1dOptions, padding?: T['int'] | T['int[]'] | ConvTranspose1dOptions, output_padding?: T['int'] | T['int[]'] | ConvTranspose1dOptions, groups?: T['int'] | ConvTranspose1dOptions, bias?: T['bool'] | ConvTranspose1dOptions, dilation?: T['int'] | T['int[]'] | ConvTranspose1dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | ConvTranspose1dOptions, device?: T['any'] | null | ConvTranspose1dOptions, dtype?: T['dtype'] | null | ConvTranspose1dOptions, options?: ConvTranspose1dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & ConvTranspose1dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose1dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose1dOptions];
  /** PyTorch: `torch.nn.ConvTranspose2d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  ConvTranspose2d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | ConvTranspose2dOptions, padding?: T['int'] | T['int[]'] | ConvTranspose2dOptions, output_padding?: T['int'] | T['int[]'] | ConvTranspose2dOptions, groups?: T['int'] | ConvTranspose2dOptions, bias?: T['bool'] | ConvTranspose2dOptions, dilation?: T['int'] | T['int[]'] | ConvTranspose2dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | ConvTranspose2dOptions, device?: T['any'] | null | ConvTranspose2dOptions, dtype?: T['dtype'] | null | ConvTranspose2dOptions, options?: ConvTranspose2dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & ConvTranspose2dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose2dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose2dOptions];
  /** PyTorch: `torch.nn.ConvTranspose3d(int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  ConvTranspose3d: [in_channels: T['int'], out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | ConvTranspose3dOptions, padding?: T['int'] | T['int[]'] | ConvTranspose3dOptions, output_padding?: T['int'] | T['int[]'] | ConvTranspose3dOptions, groups?: T['int'] | ConvTranspose3dOptions, bias?: T['bool'] | ConvTranspose3dOptions, dilation?: T['int'] | T['int[]'] | ConvTranspose3dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | ConvTranspose3dOptions, device?: T['any'] | null | ConvTranspose3dOptions, dtype?: T['dtype'] | null | ConvTranspose3dOptions, options?: ConvTranspose3dOptions]
    | [in_channels: T['int'], out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & ConvTranspose3dOptions]
    | [in_channels: T['int'], options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose3dOptions]
    | [options: { in_channels: T['int']; out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & ConvTranspose3dOptions];
  /** PyTorch: `torch.optim.lr_scheduler.CosineAnnealingLR(Optimizer optimizer, int T_max, float eta_min=0.0, int last_epoch=-1)` */
  CosineAnnealingLR: [optimizer: T['Optimizer'], T_max: T['int'], eta_min?: T['float'] | CosineAnnealingLROptions, last_epoch?: T['int'] | CosineAnnealingLROptions, options?: CosineAnnealingLROptions]
    | [optimizer: T['Optimizer'], options: { T_max: T['int'] } & CosineAnnealingLROptions];
  /** PyTorch: `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(Optimizer optimizer, float T_0, float T_mult=1, float eta_min=0.0, int last_epoch=-1)` */
  CosineAnnealingWarmRestarts: [optimizer: T['Optimizer'], T_0: T['float'], T_mult?: T['float'] | CosineAnnealingWarmRestartsOptions, eta_min?: T['float'] | CosineAnnealingWarmRestartsOptions, last_epoch?: T['int'] | CosineAnnealingWarmRestartsOptions, options?: CosineAnnealingWarmRestartsOptions]
    | [optimizer: T['Optimizer'], options: { T_0: T['float'] } & CosineAnnealingWarmRestartsOptions];
  /** PyTorch: `torch.nn.CosineEmbeddingLoss(float margin=0.0, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  CosineEmbeddingLoss: [margin?: T['float'] | CosineEmbeddingLossOptions, size_average?: T['bool'] | null | CosineEmbeddingLossOptions, reduce?: T['bool'] | null | CosineEmbeddingLossOptions, reduction?: 'mean' | 'sum' | 'none' | CosineEmbeddingLossOptions, options?: CosineEmbeddingLossOptions];
  /** PyTorch: `torch.nn.CosineSimilarity(int dim=1, float eps=1e-08)` */
  CosineSimilarity: [dim?: T['int'] | CosineSimilarityOptions, eps?: T['float'] | CosineSimilarityOptions, options?: CosineSimilarityOptions];
  /** PyTorch: `torch.nn.CrossEntropyLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean', float label_smoothing=0.0)` */
  CrossEntropyLoss: [weight?: T['Tensor'] | null | CrossEntropyLossOptions, size_average?: T['bool'] | null | CrossEntropyLossOptions, ignore_index?: T['int'] | CrossEntropyLossOptions, reduce?: T['bool'] | null | CrossEntropyLossOptions, reduction?: 'mean' | 'sum' | 'none' | CrossEntropyLossOptions, label_smoothing?: T['float'] | CrossEntropyLossOptions, options?: CrossEntropyLossOptions];
  /** PyTorch: `torch.nn.CrossMapLRN2d(int size, float alpha=0.0001, float beta=0.75, float k=1)` */
  CrossMapLRN2d: [size: T['int'], alpha?: T['float'] | CrossMapLRN2dOptions, beta?: T['float'] | CrossMapLRN2dOptions, k?: T['float'] | CrossMapLRN2dOptions, options?: CrossMapLRN2dOptions]
    | [options: { size: T['int'] } & CrossMapLRN2dOptions];
  /** PyTorch: `torch.optim.lr_scheduler.CyclicLR(Optimizer optimizer, float|float[] base_lr, float|float[] max_lr, float step_size_up=2000, float? step_size_down=None, 'triangular'|'triangular2'|'exp_range' mode='triangular', float gamma=1.0, Callable[int]? scale_fn=None, 'cycle'|'iterations' scale_mode='cycle', bool cycle_momentum=True, float|float[] base_momentum=0.8, float|float[] max_momentum=0.9, int last_epoch=-1)` */
  CyclicLR: [optimizer: T['Optimizer'], base_lr: T['float'] | T['int'] | T['float[]'], max_lr: T['float'] | T['int'] | T['float[]'], step_size_up?: T['float'] | CyclicLROptions, step_size_down?: T['float'] | null | CyclicLROptions, mode?: 'triangular' | 'triangular2' | 'exp_range' | CyclicLROptions, gamma?: T['float'] | CyclicLROptions, scale_fn?: T['Callable[int]'] | null | CyclicLROptions, scale_mode?: 'cycle' | 'iterations' | CyclicLROptions, cycle_momentum?: T['bool'] | CyclicLROptions, base_momentum?: T['float'] | T['int'] | T['float[]'] | CyclicLROptions, max_momentum?: T['float'] | T['int'] | T['float[]'] | CyclicLROptions, last_epoch?: T['int'] | CyclicLROptions, options?: CyclicLROptions]
    | [optimizer: T['Optimizer'], base_lr: T['float'] | T['int'] | T['float[]'], options: { max_lr: T['float'] | T['int'] | T['float[]'] } & CyclicLROptions]
    | [optimizer: T['Optimizer'], options: { base_lr: T['float'] | T['int'] | T['float[]']; max_lr: T['float'] | T['int'] | T['float[]'] } & CyclicLROptions];
  /** PyTorch: `torch.utils.data.DataLoader(any dataset, any? batch_size=1, bool? shuffle=None, any sampler=None, any batch_sampler=None, int num_workers=0, function? collate_fn=None, bool pin_memory=False, bool drop_last=False, float timeout=0, any worker_init_fn=None, any multiprocessing_context=None, Generator? generator=None, *, int? prefetch_factor=None, bool persistent_workers=False, str pin_memory_device='', bool in_order=True)` */
  DataLoader: [dataset: T['any'], batch_size?: T['any'] | null | DataLoaderOptions, shuffle?: T['bool'] | null | DataLoaderOptions, sampler?: T['any'] | null | DataLoaderOptions, batch_sampler?: T['any'] | null | DataLoaderOptions, num_workers?: T['int'] | DataLoaderOptions, collate_fn?: T['function'] | null | DataLoaderOptions, pin_memory?: T['bool'] | DataLoaderOptions, drop_last?: T['bool'] | DataLoaderOptions, timeout?: T['float'] | DataLoaderOptions, worker_init_fn?: T['any'] | null | DataLoaderOptions, multiprocessing_context?: T['any'] | null | DataLoaderOptions, generator?: T['Generator'] | null | DataLoaderOptions, options?: DataLoaderOptions]
    | [options: { dataset: T['any'] } & DataLoaderOptions];
  /** PyTorch: `torch.distributions.Dirichlet(Tensor concentration, bool? validate_args=None)` */
  Dirichlet: [concentration: T['Tensor'], validate_args?: T['bool'] | null | DirichletOptions, options?: DirichletOptions]
    | [options: { concentration: T['Tensor'] } & DirichletOptions];
  /** PyTorch: `torch.distributions.Distribution(int[] batch_shape=[], int[] event_shape=[], bool? validate_args=None)` */
  Distribution: [batch_shape?: T['int'] | T['int[]'] | DistributionOptions, event_shape?: T['int'] | T['int[]'] | DistributionOptions, validate_args?: T['bool'] | null | DistributionOptions, options?: DistributionOptions];
  /** PyTorch: `torch.nn.Dropout(float p=0.5, bool inplace=False)` */
  Dropout: [p?: T['float'] | DropoutOptions, inplace?: T['bool'] | DropoutOptions, options?: DropoutOptions];
  /** PyTorch: `torch.nn.Dropout1d(float p=0.5, bool inplace=False)` */
  Dropout1d: [p?: T['float'] | Dropout1dOptions, inplace?: T['bool'] | Dropout1dOptions, options?: Dropout1dOptions];
  /** PyTorch: `torch.nn.Dropout2d(float p=0.5, bool inplace=False)` */
  Dropout2d: [p?: T['float'] | Dropout2dOptions, inplace?: T['bool'] | Dropout2dOptions, options?: Dropout2dOptions];
  /** PyTorch: `torch.nn.Dropout3d(float p=0.5, bool inplace=False)` */
  Dropout3d: [p?: T['float'] | Dropout3dOptions, inplace?: T['bool'] | Dropout3dOptions, options?: Dropout3dOptions];
  /** PyTorch: `torch.nn.ELU(float alpha=1.0, bool inplace=False)` */
  ELU: [alpha?: T['float'] | ELUOptions, inplace?: T['bool'] | ELUOptions, options?: ELUOptions];
  /** PyTorch: `torch.nn.Embedding(int num_embeddings, int embedding_dim, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False, Tensor? _weight=None, bool _freeze=False, device=None, dtype? dtype=None)` */
  Embedding: [num_embeddings: T['int'], embedding_dim: T['int'], padding_idx?: T['int'] | null | EmbeddingOptions, max_norm?: T['float'] | null | EmbeddingOptions, norm_type?: T['float'] | EmbeddingOptions, scale_grad_by_freq?: T['bool'] | EmbeddingOptions, sparse?: T['bool'] | EmbeddingOptions, _weight?: T['Tensor'] | null | EmbeddingOptions, _freeze?: T['bool'] | EmbeddingOptions, device?: T['any'] | null | EmbeddingOptions, dtype?: T['dtype'] | null | EmbeddingOptions, options?: EmbeddingOptions]
    | [num_embeddings: T['int'], options: { embedding_dim: T['int'] } & EmbeddingOptions]
    | [options: { num_embeddings: T['int']; embedding_dim: T['int'] } & EmbeddingOptions];
  /** PyTorch: `torch.nn.EmbeddingBag(int num_embeddings, int embedding_dim, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, 'sum'|'mean'|'max' mode='mean', bool sparse=False, Tensor? _weight=None, bool include_last_offset=False, int? padding_idx=None, device=None, dtype? dtype=None)` */
  EmbeddingBag: [num_embeddings: T['int'], embedding_dim: T['int'], max_norm?: T['float'] | null | EmbeddingBagOptions, norm_type?: T['float'] | EmbeddingBagOptions, scale_grad_by_freq?: T['bool'] | EmbeddingBagOptions, mode?: 'sum' | 'mean' | 'max' | EmbeddingBagOptions, sparse?: T['bool'] | EmbeddingBagOptions, _weight?: T['Tensor'] | null | EmbeddingBagOptions, include_last_offset?: T['bool'] | EmbeddingBagOptions, padding_idx?: T['int'] | null | EmbeddingBagOptions, device?: T['any'] | null | EmbeddingBagOptions, dtype?: T['dtype'] | null | EmbeddingBagOptions, options?: EmbeddingBagOptions]
    | [num_embeddings: T['int'], options: { embedding_dim: T['int'] } & EmbeddingBagOptions]
    | [options: { num_embeddings: T['int']; embedding_dim: T['int'] } & EmbeddingBagOptions];
  /** PyTorch: `torch.distributions.ExpRelaxedCategorical(Tensor|float temperature, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  ExpRelaxedCategorical: [temperature: T['Tensor'] | T['float'], probs?: T['Tensor'] | null | ExpRelaxedCategoricalOptions, logits?: T['Tensor'] | null | ExpRelaxedCategoricalOptions, validate_args?: T['bool'] | null | ExpRelaxedCategoricalOptions, options?: ExpRelaxedCategoricalOptions]
    | [options: { temperature: T['Tensor'] | T['float'] } & ExpRelaxedCategoricalOptions];
  /** PyTorch: `torch.distributions.Exponential(Tensor|float rate, bool? validate_args=None)` */
  Exponential: [rate: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | ExponentialOptions, options?: ExponentialOptions]
    | [options: { rate: T['Tensor'] | T['float'] } & ExponentialOptions];
  /** PyTorch: `torch.optim.lr_scheduler.ExponentialLR(Optimizer optimizer, float gamma, int last_epoch=-1)` */
  ExponentialLR: [optimizer: T['Optimizer'], gamma: T['float'], last_epoch?: T['int'] | ExponentialLROptions, options?: ExponentialLROptions]
    | [optimizer: T['Optimizer'], options: { gamma: T['float'] } & ExponentialLROptions];
  /** PyTorch: `torch.nn.FeatureAlphaDropout(float p=0.5, bool inplace=False)` */
  FeatureAlphaDropout: [p?: T['float'] | FeatureAlphaDropoutOptions, inplace?: T['bool'] | FeatureAlphaDropoutOptions, options?: FeatureAlphaDropoutOptions];
  /** PyTorch: `torch.distributions.FisherSnedecor(Tensor|float df1, Tensor|float df2, bool? validate_args=None)` */
  FisherSnedecor: [df1: T['Tensor'] | T['float'], df2: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | FisherSnedecorOptions, options?: FisherSnedecorOptions]
    | [df1: T['Tensor'] | T['float'], options: { df2: T['Tensor'] | T['float'] } & FisherSnedecorOptions]
    | [options: { df1: T['Tensor'] | T['float']; df2: T['Tensor'] | T['float'] } & FisherSnedecorOptions];
  /** PyTorch: `torch.nn.Flatten(int start_dim=1, int end_dim=-1)` */
  Flatten: [start_dim?: T['int'] | FlattenOptions, end_dim?: T['int'] | FlattenOptions, options?: FlattenOptions];
  /** PyTorch: `torch.nn.Fold(int|int[] output_size, int|int[] kernel_size, int|int[] dilation=1, int|int[] padding=0, int|int[] stride=1)` */
  Fold: [output_size: T['int'] | T['int[]'], kernel_size: T['int'] | T['int[]'], dilation?: T['int'] | T['int[]'] | FoldOptions, padding?: T['int'] | T['int[]'] | FoldOptions, stride?: T['int'] | T['int[]'] | FoldOptions, options?: FoldOptions]
    | [output_size: T['int'] | T['int[]'], options: { kernel_size: T['int'] | T['int[]'] } & FoldOptions]
    | [options: { output_size: T['int'] | T['int[]']; kernel_size: T['int'] | T['int[]'] } & FoldOptions];
  /** PyTorch: `torch.nn.FractionalMaxPool2d(int|int[] kernel_size, int|int[]? output_size=None, float|float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None)` */
  FractionalMaxPool2d: [kernel_size: T['int'] | T['int[]'], output_size?: T['int'] | T['int[]'] | null | FractionalMaxPool2dOptions, output_ratio?: T['float'] | T['int'] | T['float[]'] | null | FractionalMaxPool2dOptions, return_indices?: T['bool'] | FractionalMaxPool2dOptions, _random_samples?: T['Tensor'] | null | FractionalMaxPool2dOptions, options?: FractionalMaxPool2dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & FractionalMaxPool2dOptions];
  /** PyTorch: `torch.nn.FractionalMaxPool3d(int|int[] kernel_size, int|int[]? output_size=None, float|float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None)` */
  FractionalMaxPool3d: [kernel_size: T['int'] | T['int[]'], output_size?: T['int'] | T['int[]'] | null | FractionalMaxPool3dOptions, output_ratio?: T['float'] | T['int'] | T['float[]'] | null | FractionalMaxPool3dOptions, return_indices?: T['bool'] | FractionalMaxPool3dOptions, _random_samples?: T['Tensor'] | null | FractionalMaxPool3dOptions, options?: FractionalMaxPool3dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & FractionalMaxPool3dOptions];
  /** PyTorch: `torch.nn.GELU('none'|'tanh' approximate='none')` */
  GELU: [approximate?: 'none' | 'tanh' | GELUOptions, options?: GELUOptions];
  /** PyTorch: `torch.nn.GLU(int dim=-1)` */
  GLU: [dim?: T['int'] | GLUOptions, options?: GLUOptions];
  /** PyTorch: `torch.nn.GRU(int input_size, int hidden_size, int num_layers=1, bool bias=True, bool batch_first=False, float dropout=0.0, bool bidirectional=False, device=None, dtype? dtype=None)` */
  GRU: [input_size: T['int'], hidden_size: T['int'], num_layers?: T['int'] | GRUOptions, bias?: T['bool'] | GRUOptions, batch_first?: T['bool'] | GRUOptions, dropout?: T['float'] | GRUOptions, bidirectional?: T['bool'] | GRUOptions, device?: T['any'] | null | GRUOptions, dtype?: T['dtype'] | null | GRUOptions, options?: GRUOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & GRUOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & GRUOptions];
  /** PyTorch: `torch.nn.GRUCell(int input_size, int hidden_size, bool bias=True, device=None, dtype? dtype=None)` */
  GRUCell: [input_size: T['int'], hidden_size: T['int'], bias?: T['bool'] | GRUCellOptions, device?: T['any'] | null | GRUCellOptions, dtype?: T['dtype'] | null | GRUCellOptions, options?: GRUCellOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & GRUCellOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & GRUCellOptions];
  /** PyTorch: `torch.distributions.Gamma(Tensor|float concentration, Tensor|float rate, bool? validate_args=None)` */
  Gamma: [concentration: T['Tensor'] | T['float'], rate: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | GammaOptions, options?: GammaOptions]
    | [concentration: T['Tensor'] | T['float'], options: { rate: T['Tensor'] | T['float'] } & GammaOptions]
    | [options: { concentration: T['Tensor'] | T['float']; rate: T['Tensor'] | T['float'] } & GammaOptions];
  /** PyTorch: `torch.nn.GaussianNLLLoss(*, bool full=False, float eps=1e-06, 'mean'|'sum'|'none' reduction='mean')` */
  GaussianNLLLoss: [options?: GaussianNLLLossOptions];
  /** PyTorch: `torch.distributions.GeneralizedPareto(Tensor|float loc, Tensor|float scale, Tensor|float concentration, bool? validate_args=None)` */
  GeneralizedPareto: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], concentration: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | GeneralizedParetoOptions, options?: GeneralizedParetoOptions]
    | [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], options: { concentration: T['Tensor'] | T['float'] } & GeneralizedParetoOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float']; concentration: T['Tensor'] | T['float'] } & GeneralizedParetoOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float']; concentration: T['Tensor'] | T['float'] } & GeneralizedParetoOptions];
  /** PyTorch: `torch.distributions.Geometric(Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  Geometric: [probs?: T['Tensor'] | T['float'] | null | GeometricOptions, logits?: T['Tensor'] | T['float'] | null | GeometricOptions, validate_args?: T['bool'] | null | GeometricOptions, options?: GeometricOptions];
  /** PyTorch: `torch.amp.GradScaler(str device='cuda', float init_scale=65536.0, float growth_factor=2.0, float backoff_factor=0.5, int growth_interval=2000, bool enabled=True)` */
  GradScaler: [device?: T['str'] | GradScalerOptions, init_scale?: T['float'] | GradScalerOptions, growth_factor?: T['float'] | GradScalerOptions, backoff_factor?: T['float'] | GradScalerOptions, growth_interval?: T['int'] | GradScalerOptions, enabled?: T['bool'] | GradScalerOptions, options?: GradScalerOptions];
  /** PyTorch: `torch.nn.GroupNorm(int num_groups, int num_channels, float eps=1e-05, bool affine=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  GroupNorm: [num_groups: T['int'], num_channels: T['int'], eps?: T['float'] | GroupNormOptions, affine?: T['bool'] | GroupNormOptions, device?: T['any'] | null | GroupNormOptions, dtype?: T['dtype'] | null | GroupNormOptions, options?: GroupNormOptions]
    | [num_groups: T['int'], options: { num_channels: T['int'] } & GroupNormOptions]
    | [options: { num_groups: T['int']; num_channels: T['int'] } & GroupNormOptions];
  /** PyTorch: `torch.distributions.Gumbel(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  Gumbel: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | GumbelOptions, options?: GumbelOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & GumbelOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & GumbelOptions];
  /** PyTorch: `torch.distributions.HalfCauchy(Tensor|float scale, bool? validate_args=None)` */
  HalfCauchy: [scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | HalfCauchyOptions, options?: HalfCauchyOptions]
    | [options: { scale: T['Tensor'] | T['float'] } & HalfCauchyOptions];
  /** PyTorch: `torch.distributions.HalfNormal(Tensor|float scale, bool? validate_args=None)` */
  HalfNormal: [scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | HalfNormalOptions, options?: HalfNormalOptions]
    | [options: { scale: T['Tensor'] | T['float'] } & HalfNormalOptions];
  /** PyTorch: `torch.nn.Hardshrink(float lambd=0.5)` */
  Hardshrink: [lambd?: T['float'] | HardshrinkOptions, options?: HardshrinkOptions];
  /** PyTorch: `torch.nn.Hardsigmoid(bool inplace=False)` */
  Hardsigmoid: [inplace?: T['bool'] | HardsigmoidOptions, options?: HardsigmoidOptions];
  /** PyTorch: `torch.nn.Hardswish(bool inplace=False)` */
  Hardswish: [inplace?: T['bool'] | HardswishOptions, options?: HardswishOptions];
  /** PyTorch: `torch.nn.Hardtanh(float min_val=-1.0, float max_val=1.0, bool inplace=False, float? min_value=None, float? max_value=None)` */
  Hardtanh: [min_val?: T['float'] | HardtanhOptions, max_val?: T['float'] | HardtanhOptions, inplace?: T['bool'] | HardtanhOptions, min_value?: T['float'] | null | HardtanhOptions, max_value?: T['float'] | null | HardtanhOptions, options?: HardtanhOptions];
  /** PyTorch: `torch.nn.HingeEmbeddingLoss(float margin=1.0, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  HingeEmbeddingLoss: [margin?: T['float'] | HingeEmbeddingLossOptions, size_average?: T['bool'] | null | HingeEmbeddingLossOptions, reduce?: T['bool'] | null | HingeEmbeddingLossOptions, reduction?: 'mean' | 'sum' | 'none' | HingeEmbeddingLossOptions, options?: HingeEmbeddingLossOptions];
  /** PyTorch: `torch.nn.HuberLoss('mean'|'sum'|'none' reduction='mean', float delta=1.0)` */
  HuberLoss: [reduction?: 'mean' | 'sum' | 'none' | HuberLossOptions, delta?: T['float'] | HuberLossOptions, options?: HuberLossOptions];
  /** PyTorch: `torch.nn.Identity(any... args)` */
  Identity: [...args: T['any'][]];
  /** PyTorch: `torch.distributions.Independent(Distribution base_distribution, int reinterpreted_batch_ndims, bool? validate_args=None)` */
  Independent: [base_distribution: T['Distribution'], reinterpreted_batch_ndims: T['int'], validate_args?: T['bool'] | null | IndependentOptions, options?: IndependentOptions]
    | [base_distribution: T['Distribution'], options: { reinterpreted_batch_ndims: T['int'] } & IndependentOptions]
    | [options: { base_distribution: T['Distribution']; reinterpreted_batch_ndims: T['int'] } & IndependentOptions];
  /** PyTorch: `torch.nn.InstanceNorm1d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=False, bool track_running_stats=False, device=None, dtype? dtype=None, *, bool bias=True)` */
  InstanceNorm1d: [num_features: T['int'], eps?: T['float'] | InstanceNorm1dOptions, momentum?: T['float'] | null | InstanceNorm1dOptions, affine?: T['bool'] | InstanceNorm1dOptions, track_running_stats?: T['bool'] | InstanceNorm1dOptions, device?: T['any'] | null | InstanceNorm1dOptions, dtype?: T['dtype'] | null | InstanceNorm1dOptions, options?: InstanceNorm1dOptions]
    | [options: { num_features: T['int'] } & InstanceNorm1dOptions];
  /** PyTorch: `torch.nn.InstanceNorm2d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=False, bool track_running_stats=False, device=None, dtype? dtype=None, *, bool bias=True)` */
  InstanceNorm2d: [num_features: T['int'], eps?: T['float'] | InstanceNorm2dOptions, momentum?: T['float'] | null | InstanceNorm2dOptions, affine?: T['bool'] | InstanceNorm2dOptions, track_running_stats?: T['bool'] | InstanceNorm2dOptions, device?: T['any'] | null | InstanceNorm2dOptions, dtype?: T['dtype'] | null | InstanceNorm2dOptions, options?: InstanceNorm2dOptions]
    | [options: { num_features: T['int'] } & InstanceNorm2dOptions];
  /** PyTorch: `torch.nn.InstanceNorm3d(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=False, bool track_running_stats=False, device=None, dtype? dtype=None, *, bool bias=True)` */
  InstanceNorm3d: [num_features: T['int'], eps?: T['float'] | InstanceNorm3dOptions, momentum?: T['float'] | null | InstanceNorm3dOptions, affine?: T['bool'] | InstanceNorm3dOptions, track_running_stats?: T['bool'] | InstanceNorm3dOptions, device?: T['any'] | null | InstanceNorm3dOptions, dtype?: T['dtype'] | null | InstanceNorm3dOptions, options?: InstanceNorm3dOptions]
    | [options: { num_features: T['int'] } & InstanceNorm3dOptions];
  /** PyTorch: `torch.distributions.InverseGamma(Tensor|float concentration, Tensor|float rate, bool? validate_args=None)` */
  InverseGamma: [concentration: T['Tensor'] | T['float'], rate: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | InverseGammaOptions, options?: InverseGammaOptions]
    | [concentration: T['Tensor'] | T['float'], options: { rate: T['Tensor'] | T['float'] } & InverseGammaOptions]
    | [options: { concentration: T['Tensor'] | T['float']; rate: T['Tensor'] | T['float'] } & InverseGammaOptions];
  /** PyTorch: `torch.nn.KLDivLoss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none'|'batchmean' reduction='mean', bool log_target=False)` */
  KLDivLoss: [size_average?: T['bool'] | null | KLDivLossOptions, reduce?: T['bool'] | null | KLDivLossOptions, reduction?: 'mean' | 'sum' | 'none' | 'batchmean' | KLDivLossOptions, log_target?: T['bool'] | KLDivLossOptions, options?: KLDivLossOptions];
  /** PyTorch: `torch.distributions.Kumaraswamy(Tensor|float concentration1, Tensor|float concentration0, bool? validate_args=None)` */
  Kumaraswamy: [concentration1: T['Tensor'] | T['float'], concentration0: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | KumaraswamyOptions, options?: KumaraswamyOptions]
    | [concentration1: T['Tensor'] | T['float'], options: { concentration0: T['Tensor'] | T['float'] } & KumaraswamyOptions]
    | [options: { concentration1: T['Tensor'] | T['float']; concentration0: T['Tensor'] | T['float'] } & KumaraswamyOptions];
  /** PyTorch: `torch.nn.L1Loss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  L1Loss: [size_average?: T['bool'] | null | L1LossOptions, reduce?: T['bool'] | null | L1LossOptions, reduction?: 'mean' | 'sum' | 'none' | L1LossOptions, options?: L1LossOptions];
  /** PyTorch: `torch.optim.LBFGS(Iterable[Tensor]|Iterable[dict] params, float lr=1, int max_iter=20, int? max_eval=None, float tolerance_grad=1e-07, float tolerance_change=1e-09, int history_size=100, 'strong_wolfe'? line_search_fn=None, *, bool maximize=False)` */
  LBFGS: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & LBFGSOptions), lr?: T['float'] | LBFGSOptions, max_iter?: T['int'] | LBFGSOptions, max_eval?: T['int'] | null | LBFGSOptions, tolerance_grad?: T['float'] | LBFGSOptions, tolerance_change?: T['float'] | LBFGSOptions, history_size?: T['int'] | LBFGSOptions, line_search_fn?: 'strong_wolfe' | null | LBFGSOptions, options?: LBFGSOptions];
  /** PyTorch: `torch.distributions.LKJCholesky(int dim, Tensor|float concentration=1.0, bool? validate_args=None)` */
  LKJCholesky: [dim: T['int'], concentration?: T['Tensor'] | T['float'] | LKJCholeskyOptions, validate_args?: T['bool'] | null | LKJCholeskyOptions, options?: LKJCholeskyOptions]
    | [options: { dim: T['int'] } & LKJCholeskyOptions];
  /** PyTorch: `torch.nn.LPPool1d(float norm_type, int|int[] kernel_size, int|int[]? stride=None, bool ceil_mode=False)` */
  LPPool1d: [norm_type: T['float'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | LPPool1dOptions, ceil_mode?: T['bool'] | LPPool1dOptions, options?: LPPool1dOptions]
    | [norm_type: T['float'], options: { kernel_size: T['int'] | T['int[]'] } & LPPool1dOptions]
    | [options: { norm_type: T['float']; kernel_size: T['int'] | T['int[]'] } & LPPool1dOptions];
  /** PyTorch: `torch.nn.LPPool2d(float norm_type, int|int[] kernel_size, int|int[]? stride=None, bool ceil_mode=False)` */
  LPPool2d: [norm_type: T['float'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | LPPool2dOptions, ceil_mode?: T['bool'] | LPPool2dOptions, options?: LPPool2dOptions]
    | [norm_type: T['float'], options: { kernel_size: T['int'] | T['int[]'] } & LPPool2dOptions]
    | [options: { norm_type: T['float']; kernel_size: T['int'] | T['int[]'] } & LPPool2dOptions];
  /** PyTorch: `torch.optim.lr_scheduler.LRScheduler(Optimizer optimizer, int last_epoch=-1)` */
  LRScheduler: [optimizer: T['Optimizer'], last_epoch?: T['int'] | LRSchedulerOptions, options?: LRSchedulerOptions];
  /** PyTorch: `torch.nn.LSTM(int input_size, int hidden_size, int num_layers=1, bool bias=True, bool batch_first=False, float dropout=0.0, bool bidirectional=False, int proj_size=0, device=None, dtype? dtype=None)` */
  LSTM: [input_size: T['int'], hidden_size: T['int'], num_layers?: T['int'] | LSTMOptions, bias?: T['bool'] | LSTMOptions, batch_first?: T['bool'] | LSTMOptions, dropout?: T['float'] | LSTMOptions, bidirectional?: T['bool'] | LSTMOptions, proj_size?: T['int'] | LSTMOptions, device?: T['any'] | null | LSTMOptions, dtype?: T['dtype'] | null | LSTMOptions, options?: LSTMOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & LSTMOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & LSTMOptions];
  /** PyTorch: `torch.nn.LSTMCell(int input_size, int hidden_size, bool bias=True, device=None, dtype? dtype=None)` */
  LSTMCell: [input_size: T['int'], hidden_size: T['int'], bias?: T['bool'] | LSTMCellOptions, device?: T['any'] | null | LSTMCellOptions, dtype?: T['dtype'] | null | LSTMCellOptions, options?: LSTMCellOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & LSTMCellOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & LSTMCellOptions];
  /** PyTorch: `torch.optim.lr_scheduler.LambdaLR(Optimizer optimizer, Callable[int]|Callable[int][] lr_lambda, int last_epoch=-1)` */
  LambdaLR: [optimizer: T['Optimizer'], lr_lambda: T['Callable[int]'] | T['Callable[int][]'], last_epoch?: T['int'] | LambdaLROptions, options?: LambdaLROptions]
    | [optimizer: T['Optimizer'], options: { lr_lambda: T['Callable[int]'] | T['Callable[int][]'] } & LambdaLROptions];
  /** PyTorch: `torch.distributions.Laplace(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  Laplace: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | LaplaceOptions, options?: LaplaceOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & LaplaceOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & LaplaceOptions];
  /** PyTorch: `torch.nn.LayerNorm(int[] normalized_shape, float eps=1e-05, bool elementwise_affine=True, bool bias=True, device=None, dtype? dtype=None)` */
  LayerNorm: [normalized_shape: T['int'] | T['int[]'], eps?: T['float'] | LayerNormOptions, elementwise_affine?: T['bool'] | LayerNormOptions, bias?: T['bool'] | LayerNormOptions, device?: T['any'] | null | LayerNormOptions, dtype?: T['dtype'] | null | LayerNormOptions, options?: LayerNormOptions]
    | [options: { normalized_shape: T['int'] | T['int[]'] } & LayerNormOptions];
  /** PyTorch: `torch.nn.LazyBatchNorm1d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyBatchNorm1d: [eps?: T['float'] | LazyBatchNorm1dOptions, momentum?: T['float'] | null | LazyBatchNorm1dOptions, affine?: T['bool'] | LazyBatchNorm1dOptions, track_running_stats?: T['bool'] | LazyBatchNorm1dOptions, device?: T['any'] | null | LazyBatchNorm1dOptions, dtype?: T['dtype'] | null | LazyBatchNorm1dOptions, options?: LazyBatchNorm1dOptions];
  /** PyTorch: `torch.nn.LazyBatchNorm2d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyBatchNorm2d: [eps?: T['float'] | LazyBatchNorm2dOptions, momentum?: T['float'] | null | LazyBatchNorm2dOptions, affine?: T['bool'] | LazyBatchNorm2dOptions, track_running_stats?: T['bool'] | LazyBatchNorm2dOptions, device?: T['any'] | null | LazyBatchNorm2dOptions, dtype?: T['dtype'] | null | LazyBatchNorm2dOptions, options?: LazyBatchNorm2dOptions];
  /** PyTorch: `torch.nn.LazyBatchNorm3d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyBatchNorm3d: [eps?: T['float'] | LazyBatchNorm3dOptions, momentum?: T['float'] | null | LazyBatchNorm3dOptions, affine?: T['bool'] | LazyBatchNorm3dOptions, track_running_stats?: T['bool'] | LazyBatchNorm3dOptions, device?: T['any'] | null | LazyBatchNorm3dOptions, dtype?: T['dtype'] | null | LazyBatchNorm3dOptions, options?: LazyBatchNorm3dOptions];
  /** PyTorch: `torch.nn.LazyConv1d(int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConv1d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConv1dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | LazyConv1dOptions, dilation?: T['int'] | T['int[]'] | LazyConv1dOptions, groups?: T['int'] | LazyConv1dOptions, bias?: T['bool'] | LazyConv1dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConv1dOptions, device?: T['any'] | null | LazyConv1dOptions, dtype?: T['dtype'] | null | LazyConv1dOptions, options?: LazyConv1dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConv1dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConv1dOptions];
  /** PyTorch: `torch.nn.LazyConv2d(int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConv2d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConv2dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | LazyConv2dOptions, dilation?: T['int'] | T['int[]'] | LazyConv2dOptions, groups?: T['int'] | LazyConv2dOptions, bias?: T['bool'] | LazyConv2dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConv2dOptions, device?: T['any'] | null | LazyConv2dOptions, dtype?: T['dtype'] | null | LazyConv2dOptions, options?: LazyConv2dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConv2dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConv2dOptions];
  /** PyTorch: `torch.nn.LazyConv3d(int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConv3d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConv3dOptions, padding?: T['int'] | T['int[]'] | 'valid' | 'same' | LazyConv3dOptions, dilation?: T['int'] | T['int[]'] | LazyConv3dOptions, groups?: T['int'] | LazyConv3dOptions, bias?: T['bool'] | LazyConv3dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConv3dOptions, device?: T['any'] | null | LazyConv3dOptions, dtype?: T['dtype'] | null | LazyConv3dOptions, options?: LazyConv3dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConv3dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConv3dOptions];
  /** PyTorch: `torch.nn.LazyConvTranspose1d(int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConvTranspose1d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConvTranspose1dOptions, padding?: T['int'] | T['int[]'] | LazyConvTranspose1dOptions, output_padding?: T['int'] | T['int[]'] | LazyConvTranspose1dOptions, groups?: T['int'] | LazyConvTranspose1dOptions, bias?: T['bool'] | LazyConvTranspose1dOptions, dilation?: T['int'] | T['int[]'] | LazyConvTranspose1dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConvTranspose1dOptions, device?: T['any'] | null | LazyConvTranspose1dOptions, dtype?: T['dtype'] | null | LazyConvTranspose1dOptions, options?: LazyConvTranspose1dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose1dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose1dOptions];
  /** PyTorch: `torch.nn.LazyConvTranspose2d(int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConvTranspose2d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConvTranspose2dOptions, padding?: T['int'] | T['int[]'] | LazyConvTranspose2dOptions, output_padding?: T['int'] | T['int[]'] | LazyConvTranspose2dOptions, groups?: T['int'] | LazyConvTranspose2dOptions, bias?: T['bool'] | LazyConvTranspose2dOptions, dilation?: T['int'] | T['int[]'] | LazyConvTranspose2dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConvTranspose2dOptions, device?: T['any'] | null | LazyConvTranspose2dOptions, dtype?: T['dtype'] | null | LazyConvTranspose2dOptions, options?: LazyConvTranspose2dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose2dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose2dOptions];
  /** PyTorch: `torch.nn.LazyConvTranspose3d(int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, 'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros', device=None, dtype? dtype=None)` */
  LazyConvTranspose3d: [out_channels: T['int'], kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | LazyConvTranspose3dOptions, padding?: T['int'] | T['int[]'] | LazyConvTranspose3dOptions, output_padding?: T['int'] | T['int[]'] | LazyConvTranspose3dOptions, groups?: T['int'] | LazyConvTranspose3dOptions, bias?: T['bool'] | LazyConvTranspose3dOptions, dilation?: T['int'] | T['int[]'] | LazyConvTranspose3dOptions, padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | LazyConvTranspose3dOptions, device?: T['any'] | null | LazyConvTranspose3dOptions, dtype?: T['dtype'] | null | LazyConvTranspose3dOptions, options?: LazyConvTranspose3dOptions]
    | [out_channels: T['int'], options: { kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose3dOptions]
    | [options: { out_channels: T['int']; kernel_size: T['int'] | T['int[]'] } & LazyConvTranspose3dOptions];
  /** PyTorch: `torch.nn.LazyInstanceNorm1d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyInstanceNorm1d: [eps?: T['float'] | LazyInstanceNorm1dOptions, momentum?: T['float'] | null | LazyInstanceNorm1dOptions, affine?: T['bool'] | LazyInstanceNorm1dOptions, track_running_stats?: T['bool'] | LazyInstanceNorm1dOptions, device?: T['any'] | null | LazyInstanceNorm1dOptions, dtype?: T['dtype'] | null | LazyInstanceNorm1dOptions, options?: LazyInstanceNorm1dOptions];
  /** PyTorch: `torch.nn.LazyInstanceNorm2d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyInstanceNorm2d: [eps?: T['float'] | LazyInstanceNorm2dOptions, momentum?: T['float'] | null | LazyInstanceNorm2dOptions, affine?: T['bool'] | LazyInstanceNorm2dOptions, track_running_stats?: T['bool'] | LazyInstanceNorm2dOptions, device?: T['any'] | null | LazyInstanceNorm2dOptions, dtype?: T['dtype'] | null | LazyInstanceNorm2dOptions, options?: LazyInstanceNorm2dOptions];
  /** PyTorch: `torch.nn.LazyInstanceNorm3d(float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True)` */
  LazyInstanceNorm3d: [eps?: T['float'] | LazyInstanceNorm3dOptions, momentum?: T['float'] | null | LazyInstanceNorm3dOptions, affine?: T['bool'] | LazyInstanceNorm3dOptions, track_running_stats?: T['bool'] | LazyInstanceNorm3dOptions, device?: T['any'] | null | LazyInstanceNorm3dOptions, dtype?: T['dtype'] | null | LazyInstanceNorm3dOptions, options?: LazyInstanceNorm3dOptions];
  /** PyTorch: `torch.nn.LazyLinear(int out_features, bool bias=True, device=None, dtype? dtype=None)` */
  LazyLinear: [out_features: T['int'], bias?: T['bool'] | LazyLinearOptions, device?: T['any'] | null | LazyLinearOptions, dtype?: T['dtype'] | null | LazyLinearOptions, options?: LazyLinearOptions]
    | [options: { out_features: T['int'] } & LazyLinearOptions];
  /** PyTorch: `torch.nn.LeakyReLU(float negative_slope=0.01, bool inplace=False)` */
  LeakyReLU: [negative_slope?: T['float'] | LeakyReLUOptions, inplace?: T['bool'] | LeakyReLUOptions, options?: LeakyReLUOptions];
  /** PyTorch: `torch.nn.Linear(int in_features, int out_features, bool bias=True, device=None, dtype? dtype=None)` */
  Linear: [in_features: T['int'], out_features: T['int'], bias?: T['bool'] | LinearOptions, device?: T['any'] | null | LinearOptions, dtype?: T['dtype'] | null | LinearOptions, options?: LinearOptions]
    | [in_features: T['int'], options: { out_features: T['int'] } & LinearOptions]
    | [options: { in_features: T['int']; out_features: T['int'] } & LinearOptions];
  /** PyTorch: `torch.optim.lr_scheduler.LinearLR(Optimizer optimizer, float start_factor=0.3333333333333333, float end_factor=1.0, int total_iters=5, int last_epoch=-1)` */
  LinearLR: [optimizer: T['Optimizer'], start_factor?: T['float'] | LinearLROptions, end_factor?: T['float'] | LinearLROptions, total_iters?: T['int'] | LinearLROptions, last_epoch?: T['int'] | LinearLROptions, options?: LinearLROptions];
  /** PyTorch: `torch.nn.LocalResponseNorm(int size, float alpha=0.0001, float beta=0.75, float k=1.0)` */
  LocalResponseNorm: [size: T['int'], alpha?: T['float'] | LocalResponseNormOptions, beta?: T['float'] | LocalResponseNormOptions, k?: T['float'] | LocalResponseNormOptions, options?: LocalResponseNormOptions]
    | [options: { size: T['int'] } & LocalResponseNormOptions];
  /** PyTorch: `torch.distributions.LogNormal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  LogNormal: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | LogNormalOptions, options?: LogNormalOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & LogNormalOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & LogNormalOptions];
  /** PyTorch: `torch.nn.LogSigmoid()` */
  LogSigmoid: [];
  /** PyTorch: `torch.nn.LogSoftmax(int? dim=None)` */
  LogSoftmax: [dim?: T['int'] | null | LogSoftmaxOptions, options?: LogSoftmaxOptions];
  /** PyTorch: `torch.distributions.LogisticNormal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  LogisticNormal: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | LogisticNormalOptions, options?: LogisticNormalOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & LogisticNormalOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & LogisticNormalOptions];
  /** PyTorch: `torch.distributions.LogitRelaxedBernoulli(Tensor|float temperature, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  LogitRelaxedBernoulli: [temperature: T['Tensor'] | T['float'], probs?: T['Tensor'] | T['float'] | null | LogitRelaxedBernoulliOptions, logits?: T['Tensor'] | T['float'] | null | LogitRelaxedBernoulliOptions, validate_args?: T['bool'] | null | LogitRelaxedBernoulliOptions, options?: LogitRelaxedBernoulliOptions]
    | [options: { temperature: T['Tensor'] | T['float'] } & LogitRelaxedBernoulliOptions];
  /** PyTorch: `torch.distributions.LowRankMultivariateNormal(Tensor loc, Tensor cov_factor, Tensor cov_diag, bool? validate_args=None)` */
  LowRankMultivariateNormal: [loc: T['Tensor'], cov_factor: T['Tensor'], cov_diag: T['Tensor'], validate_args?: T['bool'] | null | LowRankMultivariateNormalOptions, options?: LowRankMultivariateNormalOptions]
    | [loc: T['Tensor'], cov_factor: T['Tensor'], options: { cov_diag: T['Tensor'] } & LowRankMultivariateNormalOptions]
    | [loc: T['Tensor'], options: { cov_factor: T['Tensor']; cov_diag: T['Tensor'] } & LowRankMultivariateNormalOptions]
    | [options: { loc: T['Tensor']; cov_factor: T['Tensor']; cov_diag: T['Tensor'] } & LowRankMultivariateNormalOptions];
  /** PyTorch: `torch.nn.MSELoss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  MSELoss: [size_average?: T['bool'] | null | MSELossOptions, reduce?: T['bool'] | null | MSELossOptions, reduction?: 'mean' | 'sum' | 'none' | MSELossOptions, options?: MSELossOptions];
  /** PyTorch: `torch.nn.MarginRankingLoss(float margin=0.0, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  MarginRankingLoss: [margin?: T['float'] | MarginRankingLossOptions, size_average?: T['bool'] | null | MarginRankingLossOptions, reduce?: T['bool'] | null | MarginRankingLossOptions, reduction?: 'mean' | 'sum' | 'none' | MarginRankingLossOptions, options?: MarginRankingLossOptions];
  /** PyTorch: `torch.nn.MaxPool1d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, int|int[] dilation=1, bool return_indices=False, bool ceil_mode=False)` */
  MaxPool1d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxPool1dOptions, padding?: T['int'] | T['int[]'] | MaxPool1dOptions, dilation?: T['int'] | T['int[]'] | MaxPool1dOptions, return_indices?: T['bool'] | MaxPool1dOptions, ceil_mode?: T['bool'] | MaxPool1dOptions, options?: MaxPool1dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxPool1dOptions];
  /** PyTorch: `torch.nn.MaxPool2d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, int|int[] dilation=1, bool return_indices=False, bool ceil_mode=False)` */
  MaxPool2d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxPool2dOptions, padding?: T['int'] | T['int[]'] | MaxPool2dOptions, dilation?: T['int'] | T['int[]'] | MaxPool2dOptions, return_indices?: T['bool'] | MaxPool2dOptions, ceil_mode?: T['bool'] | MaxPool2dOptions, options?: MaxPool2dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxPool2dOptions];
  /** PyTorch: `torch.nn.MaxPool3d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, int|int[] dilation=1, bool return_indices=False, bool ceil_mode=False)` */
  MaxPool3d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxPool3dOptions, padding?: T['int'] | T['int[]'] | MaxPool3dOptions, dilation?: T['int'] | T['int[]'] | MaxPool3dOptions, return_indices?: T['bool'] | MaxPool3dOptions, ceil_mode?: T['bool'] | MaxPool3dOptions, options?: MaxPool3dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxPool3dOptions];
  /** PyTorch: `torch.nn.MaxUnpool1d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0)` */
  MaxUnpool1d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxUnpool1dOptions, padding?: T['int'] | T['int[]'] | MaxUnpool1dOptions, options?: MaxUnpool1dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxUnpool1dOptions];
  /** PyTorch: `torch.nn.MaxUnpool2d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0)` */
  MaxUnpool2d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxUnpool2dOptions, padding?: T['int'] | T['int[]'] | MaxUnpool2dOptions, options?: MaxUnpool2dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxUnpool2dOptions];
  /** PyTorch: `torch.nn.MaxUnpool3d(int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0)` */
  MaxUnpool3d: [kernel_size: T['int'] | T['int[]'], stride?: T['int'] | T['int[]'] | null | MaxUnpool3dOptions, padding?: T['int'] | T['int[]'] | MaxUnpool3dOptions, options?: MaxUnpool3dOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & MaxUnpool3dOptions];
  /** PyTorch: `torch.nn.Mish(bool inplace=False)` */
  Mish: [inplace?: T['bool'] | MishOptions, options?: MishOptions];
  /** PyTorch: `torch.distributions.MixtureSameFamily(any mixture_distribution, any component_distribution, bool? validate_args=None)` */
  MixtureSameFamily: [mixture_distribution: T['any'], component_distribution: T['any'], validate_args?: T['bool'] | null | MixtureSameFamilyOptions, options?: MixtureSameFamilyOptions]
    | [mixture_distribution: T['any'], options: { component_distribution: T['any'] } & MixtureSameFamilyOptions]
    | [options: { mixture_distribution: T['any']; component_distribution: T['any'] } & MixtureSameFamilyOptions];
  /** PyTorch: `torch.nn.ModuleDict(dict[Module]? modules=None)` */
  ModuleDict: [modules?: T['dict[Module]'] | null | ModuleDictOptions, options?: ModuleDictOptions];
  /** PyTorch: `torch.nn.ModuleList(Iterable[Module]? modules=None)` */
  ModuleList: [modules?: T['Iterable[Module]'] | null | ModuleListOptions, options?: ModuleListOptions];
  /** PyTorch: `torch.nn.MultiLabelMarginLoss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  MultiLabelMarginLoss: [size_average?: T['bool'] | null | MultiLabelMarginLossOptions, reduce?: T['bool'] | null | MultiLabelMarginLossOptions, reduction?: 'mean' | 'sum' | 'none' | MultiLabelMarginLossOptions, options?: MultiLabelMarginLossOptions];
  /** PyTorch: `torch.nn.MultiLabelSoftMarginLoss(Tensor? weight=None, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  MultiLabelSoftMarginLoss: [weight?: T['Tensor'] | null | MultiLabelSoftMarginLossOptions, size_average?: T['bool'] | null | MultiLabelSoftMarginLossOptions, reduce?: T['bool'] | null | MultiLabelSoftMarginLossOptions, reduction?: 'mean' | 'sum' | 'none' | MultiLabelSoftMarginLossOptions, options?: MultiLabelSoftMarginLossOptions];
  /** PyTorch: `torch.nn.MultiMarginLoss(int p=1, float margin=1.0, Tensor? weight=None, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  MultiMarginLoss: [p?: T['int'] | MultiMarginLossOptions, margin?: T['float'] | MultiMarginLossOptions, weight?: T['Tensor'] | null | MultiMarginLossOptions, size_average?: T['bool'] | null | MultiMarginLossOptions, reduce?: T['bool'] | null | MultiMarginLossOptions, reduction?: 'mean' | 'sum' | 'none' | MultiMarginLossOptions, options?: MultiMarginLossOptions];
  /** PyTorch: `torch.optim.lr_scheduler.MultiStepLR(Optimizer optimizer, int[] milestones, float gamma=0.1, int last_epoch=-1)` */
  MultiStepLR: [optimizer: T['Optimizer'], milestones: T['int'] | T['int[]'], gamma?: T['float'] | MultiStepLROptions, last_epoch?: T['int'] | MultiStepLROptions, options?: MultiStepLROptions]
    | [optimizer: T['Optimizer'], options: { milestones: T['int'] | T['int[]'] } & MultiStepLROptions];
  /** PyTorch: `torch.nn.MultiheadAttention(int embed_dim, int num_heads, float dropout=0.0, bool bias=True, bool add_bias_kv=False, bool add_zero_attn=False, int? kdim=None, int? vdim=None, bool batch_first=False, device=None, dtype? dtype=None)` */
  MultiheadAttention: [embed_dim: T['int'], num_heads: T['int'], dropout?: T['float'] | MultiheadAttentionOptions, bias?: T['bool'] | MultiheadAttentionOptions, add_bias_kv?: T['bool'] | MultiheadAttentionOptions, add_zero_attn?: T['bool'] | MultiheadAttentionOptions, kdim?: T['int'] | null | MultiheadAttentionOptions, vdim?: T['int'] | null | MultiheadAttentionOptions, batch_first?: T['bool'] | MultiheadAttentionOptions, device?: T['any'] | null | MultiheadAttentionOptions, dtype?: T['dtype'] | null | MultiheadAttentionOptions, options?: MultiheadAttentionOptions]
    | [embed_dim: T['int'], options: { num_heads: T['int'] } & MultiheadAttentionOptions]
    | [options: { embed_dim: T['int']; num_heads: T['int'] } & MultiheadAttentionOptions];
  /** PyTorch: `torch.distributions.Multinomial(Tensor|float total_count=1, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  Multinomial: [total_count?: T['Tensor'] | T['float'] | MultinomialOptions, probs?: T['Tensor'] | null | MultinomialOptions, logits?: T['Tensor'] | null | MultinomialOptions, validate_args?: T['bool'] | null | MultinomialOptions, options?: MultinomialOptions];
  /** PyTorch: `torch.optim.lr_scheduler.MultiplicativeLR(Optimizer optimizer, Callable[int]|Callable[int][] lr_lambda, int last_epoch=-1)` */
  MultiplicativeLR: [optimizer: T['Optimizer'], lr_lambda: T['Callable[int]'] | T['Callable[int][]'], last_epoch?: T['int'] | MultiplicativeLROptions, options?: MultiplicativeLROptions]
    | [optimizer: T['Optimizer'], options: { lr_lambda: T['Callable[int]'] | T['Callable[int][]'] } & MultiplicativeLROptions];
  /** PyTorch: `torch.distributions.MultivariateNormal(Tensor loc, Tensor? covariance_matrix=None, Tensor? precision_matrix=None, Tensor? scale_tril=None, bool? validate_args=None)` */
  MultivariateNormal: [loc: T['Tensor'], covariance_matrix?: T['Tensor'] | null | MultivariateNormalOptions, precision_matrix?: T['Tensor'] | null | MultivariateNormalOptions, scale_tril?: T['Tensor'] | null | MultivariateNormalOptions, validate_args?: T['bool'] | null | MultivariateNormalOptions, options?: MultivariateNormalOptions]
    | [options: { loc: T['Tensor'] } & MultivariateNormalOptions];
  /** PyTorch: `torch.optim.Muon(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float weight_decay=0.1, float momentum=0.95, bool nesterov=True, float[] ns_coefficients=[3.4445, -4.775, 2.0315], float eps=1e-07, int ns_steps=5, str? adjust_lr_fn=None)` */
  Muon: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & MuonOptions), lr?: T['float'] | MuonOptions, weight_decay?: T['float'] | MuonOptions, momentum?: T['float'] | MuonOptions, nesterov?: T['bool'] | MuonOptions, ns_coefficients?: T['int'] | T['float[]'] | MuonOptions, eps?: T['float'] | MuonOptions, ns_steps?: T['int'] | MuonOptions, adjust_lr_fn?: T['str'] | null | MuonOptions, options?: MuonOptions];
  /** PyTorch: `torch.optim.NAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.002, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, float momentum_decay=0.004, bool decoupled_weight_decay=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False)` */
  NAdam: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & NAdamOptions), lr?: T['float'] | NAdamOptions, betas?: T['int'] | T['float[]'] | NAdamOptions, eps?: T['float'] | NAdamOptions, weight_decay?: T['float'] | NAdamOptions, momentum_decay?: T['float'] | NAdamOptions, decoupled_weight_decay?: T['bool'] | NAdamOptions, options?: NAdamOptions];
  /** PyTorch: `torch.nn.NLLLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  NLLLoss: [weight?: T['Tensor'] | null | NLLLossOptions, size_average?: T['bool'] | null | NLLLossOptions, ignore_index?: T['int'] | NLLLossOptions, reduce?: T['bool'] | null | NLLLossOptions, reduction?: 'mean' | 'sum' | 'none' | NLLLossOptions, options?: NLLLossOptions];
  /** PyTorch: `torch.distributions.NegativeBinomial(Tensor|float total_count, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  NegativeBinomial: [total_count: T['Tensor'] | T['float'], probs?: T['Tensor'] | T['float'] | null | NegativeBinomialOptions, logits?: T['Tensor'] | T['float'] | null | NegativeBinomialOptions, validate_args?: T['bool'] | null | NegativeBinomialOptions, options?: NegativeBinomialOptions]
    | [options: { total_count: T['Tensor'] | T['float'] } & NegativeBinomialOptions];
  /** PyTorch: `torch.distributions.Normal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)` */
  Normal: [loc: T['Tensor'] | T['float'], scale: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | NormalOptions, options?: NormalOptions]
    | [loc: T['Tensor'] | T['float'], options: { scale: T['Tensor'] | T['float'] } & NormalOptions]
    | [options: { loc: T['Tensor'] | T['float']; scale: T['Tensor'] | T['float'] } & NormalOptions];
  /** PyTorch: `torch.optim.lr_scheduler.OneCycleLR(Optimizer optimizer, float|float[] max_lr, float? total_steps=None, float? epochs=None, float? steps_per_epoch=None, float pct_start=0.3, 'cos'|'linear' anneal_strategy='cos', bool cycle_momentum=True, float|float[] base_momentum=0.85, float|float[] max_momentum=0.95, float div_factor=25.0, float final_div_factor=10000.0, bool three_phase=False, int last_epoch=-1)` */
  OneCycleLR: [optimizer: T['Optimizer'], max_lr: T['float'] | T['int'] | T['float[]'], total_steps?: T['float'] | null | OneCycleLROptions, epochs?: T['float'] | null | OneCycleLROptions, steps_per_epoch?: T['float'] | null | OneCycleLROptions, pct_start?: T['float'] | OneCycleLROptions, anneal_strategy?: 'cos' | 'linear' | OneCycleLROptions, cycle_momentum?: T['bool'] | OneCycleLROptions, base_momentum?: T['float'] | T['int'] | T['float[]'] | OneCycleLROptions, max_momentum?: T['float'] | T['int'] | T['float[]'] | OneCycleLROptions, div_factor?: T['float'] | OneCycleLROptions, final_div_factor?: T['float'] | OneCycleLROptions, three_phase?: T['bool'] | OneCycleLROptions, last_epoch?: T['int'] | OneCycleLROptions, options?: OneCycleLROptions]
    | [optimizer: T['Optimizer'], options: { max_lr: T['float'] | T['int'] | T['float[]'] } & OneCycleLROptions];
  /** PyTorch: `torch.distributions.OneHotCategorical(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  OneHotCategorical: [probs?: T['Tensor'] | null | OneHotCategoricalOptions, logits?: T['Tensor'] | null | OneHotCategoricalOptions, validate_args?: T['bool'] | null | OneHotCategoricalOptions, options?: OneHotCategoricalOptions];
  /** PyTorch: `torch.distributions.OneHotCategoricalStraightThrough(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  OneHotCategoricalStraightThrough: [probs?: T['Tensor'] | null | OneHotCategoricalStraightThroughOptions, logits?: T['Tensor'] | null | OneHotCategoricalStraightThroughOptions, validate_args?: T['bool'] | null | OneHotCategoricalStraightThroughOptions, options?: OneHotCategoricalStraightThroughOptions];
  /** PyTorch: `torch.optim.Optimizer(Iterable[Tensor]|Iterable[dict] params, any defaults)` */
  Optimizer: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'], defaults: T['any']]
    | [params: T['Iterable[Tensor]'] | T['Iterable[dict]'], options: { defaults: T['any'] }];
  /** PyTorch: `torch.nn.PReLU(int num_parameters=1, float init=0.25, device=None, dtype? dtype=None)` */
  PReLU: [num_parameters?: T['int'] | PReLUOptions, init?: T['float'] | PReLUOptions, device?: T['any'] | null | PReLUOptions, dtype?: T['dtype'] | null | PReLUOptions, options?: PReLUOptions];
  /** PyTorch: `torch.nn.PairwiseDistance(float p=2.0, float eps=1e-06, bool keepdim=False)` */
  PairwiseDistance: [p?: T['float'] | PairwiseDistanceOptions, eps?: T['float'] | PairwiseDistanceOptions, keepdim?: T['bool'] | PairwiseDistanceOptions, options?: PairwiseDistanceOptions];
  /** PyTorch: `torch.nn.ParameterDict(dict[Tensor]? parameters=None)` */
  ParameterDict: [parameters?: T['dict[Tensor]'] | null | ParameterDictOptions, options?: ParameterDictOptions];
  /** PyTorch: `torch.nn.ParameterList(Iterable[Tensor]? values=None)` */
  ParameterList: [values?: T['Iterable[Tensor]'] | null | ParameterListOptions, options?: ParameterListOptions];
  /** PyTorch: `torch.distributions.Pareto(Tensor|float scale, Tensor|float alpha, bool? validate_args=None)` */
  Pareto: [scale: T['Tensor'] | T['float'], alpha: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | ParetoOptions, options?: ParetoOptions]
    | [scale: T['Tensor'] | T['float'], options: { alpha: T['Tensor'] | T['float'] } & ParetoOptions]
    | [options: { scale: T['Tensor'] | T['float']; alpha: T['Tensor'] | T['float'] } & ParetoOptions];
  /** PyTorch: `torch.nn.PixelShuffle(int upscale_factor)` */
  PixelShuffle: [upscale_factor: T['int']]
    | [options: { upscale_factor: T['int'] }];
  /** PyTorch: `torch.nn.PixelUnshuffle(int downscale_factor)` */
  PixelUnshuffle: [downscale_factor: T['int']]
    | [options: { downscale_factor: T['int'] }];
  /** PyTorch: `torch.distributions.Poisson(Tensor|float rate, bool? validate_args=None)` */
  Poisson: [rate: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | PoissonOptions, options?: PoissonOptions]
    | [options: { rate: T['Tensor'] | T['float'] } & PoissonOptions];
  /** PyTorch: `torch.nn.PoissonNLLLoss(bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-08, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  PoissonNLLLoss: [log_input?: T['bool'] | PoissonNLLLossOptions, full?: T['bool'] | PoissonNLLLossOptions, size_average?: T['bool'] | null | PoissonNLLLossOptions, eps?: T['float'] | PoissonNLLLossOptions, reduce?: T['bool'] | null | PoissonNLLLossOptions, reduction?: 'mean' | 'sum' | 'none' | PoissonNLLLossOptions, options?: PoissonNLLLossOptions];
  /** PyTorch: `torch.optim.lr_scheduler.PolynomialLR(Optimizer optimizer, int total_iters=5, float power=1.0, int last_epoch=-1)` */
  PolynomialLR: [optimizer: T['Optimizer'], total_iters?: T['int'] | PolynomialLROptions, power?: T['float'] | PolynomialLROptions, last_epoch?: T['int'] | PolynomialLROptions, options?: PolynomialLROptions];
  /** PyTorch: `torch.optim.RAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool decoupled_weight_decay=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False)` */
  RAdam: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & RAdamOptions), lr?: T['float'] | RAdamOptions, betas?: T['int'] | T['float[]'] | RAdamOptions, eps?: T['float'] | RAdamOptions, weight_decay?: T['float'] | RAdamOptions, decoupled_weight_decay?: T['bool'] | RAdamOptions, options?: RAdamOptions];
  /** PyTorch: `torch.nn.RMSNorm(int[] normalized_shape, float? eps=None, bool elementwise_affine=True, device=None, dtype? dtype=None)` */
  RMSNorm: [normalized_shape: T['int'] | T['int[]'], eps?: T['float'] | null | RMSNormOptions, elementwise_affine?: T['bool'] | RMSNormOptions, device?: T['any'] | null | RMSNormOptions, dtype?: T['dtype'] | null | RMSNormOptions, options?: RMSNormOptions]
    | [options: { normalized_shape: T['int'] | T['int[]'] } & RMSNormOptions];
  /** PyTorch: `torch.optim.RMSprop(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float alpha=0.99, float eps=1e-08, float weight_decay=0, float momentum=0, bool centered=False, bool capturable=False, bool? foreach=None, bool maximize=False, bool differentiable=False)` */
  RMSprop: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & RMSpropOptions), lr?: T['float'] | RMSpropOptions, alpha?: T['float'] | RMSpropOptions, eps?: T['float'] | RMSpropOptions, weight_decay?: T['float'] | RMSpropOptions, momentum?: T['float'] | RMSpropOptions, centered?: T['bool'] | RMSpropOptions, capturable?: T['bool'] | RMSpropOptions, foreach?: T['bool'] | null | RMSpropOptions, maximize?: T['bool'] | RMSpropOptions, differentiable?: T['bool'] | RMSpropOptions, options?: RMSpropOptions];
  /** PyTorch: `torch.nn.RNN(int input_size, int hidden_size, int num_layers=1, 'tanh'|'relu' nonlinearity='tanh', bool bias=True, bool batch_first=False, float dropout=0.0, bool bidirectional=False, device=None, dtype? dtype=None)` */
  RNN: [input_size: T['int'], hidden_size: T['int'], num_layers?: T['int'] | RNNOptions, nonlinearity?: 'tanh' | 'relu' | RNNOptions, bias?: T['bool'] | RNNOptions, batch_first?: T['bool'] | RNNOptions, dropout?: T['float'] | RNNOptions, bidirectional?: T['bool'] | RNNOptions, device?: T['any'] | null | RNNOptions, dtype?: T['dtype'] | null | RNNOptions, options?: RNNOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & RNNOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & RNNOptions];
  /** PyTorch: `torch.nn.RNNCell(int input_size, int hidden_size, bool bias=True, 'tanh'|'relu' nonlinearity='tanh', device=None, dtype? dtype=None)` */
  RNNCell: [input_size: T['int'], hidden_size: T['int'], bias?: T['bool'] | RNNCellOptions, nonlinearity?: 'tanh' | 'relu' | RNNCellOptions, device?: T['any'] | null | RNNCellOptions, dtype?: T['dtype'] | null | RNNCellOptions, options?: RNNCellOptions]
    | [input_size: T['int'], options: { hidden_size: T['int'] } & RNNCellOptions]
    | [options: { input_size: T['int']; hidden_size: T['int'] } & RNNCellOptions];
  /** PyTorch: `torch.nn.RReLU(float lower=0.125, float upper=0.3333333333333333, bool inplace=False)` */
  RReLU: [lower?: T['float'] | RReLUOptions, upper?: T['float'] | RReLUOptions, inplace?: T['bool'] | RReLUOptions, options?: RReLUOptions];
  /** PyTorch: `torch.utils.data.RandomSampler(Sized data_source, bool replacement=False, float? num_samples=None, Generator? generator=None)` */
  RandomSampler: [data_source: T['Sized'], replacement?: T['bool'] | RandomSamplerOptions, num_samples?: T['float'] | null | RandomSamplerOptions, generator?: T['Generator'] | null | RandomSamplerOptions, options?: RandomSamplerOptions]
    | [options: { data_source: T['Sized'] } & RandomSamplerOptions];
  /** PyTorch: `torch.nn.ReLU(bool inplace=False)` */
  ReLU: [inplace?: T['bool'] | ReLUOptions, options?: ReLUOptions];
  /** PyTorch: `torch.nn.ReLU6(bool inplace=False)` */
  ReLU6: [inplace?: T['bool'] | ReLU6Options, options?: ReLU6Options];
  /** PyTorch: `torch.optim.lr_scheduler.ReduceLROnPlateau(Optimizer optimizer, 'min'|'max' mode='min', float factor=0.1, float patience=10, float threshold=0.0001, 'rel'|'abs' threshold_mode='rel', float cooldown=0, float[] min_lr=0, float eps=1e-08)` */
  ReduceLROnPlateau: [optimizer: T['Optimizer'], mode?: 'min' | 'max' | ReduceLROnPlateauOptions, factor?: T['float'] | ReduceLROnPlateauOptions, patience?: T['float'] | ReduceLROnPlateauOptions, threshold?: T['float'] | ReduceLROnPlateauOptions, threshold_mode?: 'rel' | 'abs' | ReduceLROnPlateauOptions, cooldown?: T['float'] | ReduceLROnPlateauOptions, min_lr?: T['int'] | T['float[]'] | ReduceLROnPlateauOptions, eps?: T['float'] | ReduceLROnPlateauOptions, options?: ReduceLROnPlateauOptions];
  /** PyTorch: `torch.nn.ReflectionPad1d(int[] padding)` */
  ReflectionPad1d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ReflectionPad2d(int[] padding)` */
  ReflectionPad2d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ReflectionPad3d(int[] padding)` */
  ReflectionPad3d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.distributions.RelaxedBernoulli(Tensor|float temperature, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)` */
  RelaxedBernoulli: [temperature: T['Tensor'] | T['float'], probs?: T['Tensor'] | T['float'] | null | RelaxedBernoulliOptions, logits?: T['Tensor'] | T['float'] | null | RelaxedBernoulliOptions, validate_args?: T['bool'] | null | RelaxedBernoulliOptions, options?: RelaxedBernoulliOptions]
    | [options: { temperature: T['Tensor'] | T['float'] } & RelaxedBernoulliOptions];
  /** PyTorch: `torch.distributions.RelaxedOneHotCategorical(Tensor|float temperature, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)` */
  RelaxedOneHotCategorical: [temperature: T['Tensor'] | T['float'], probs?: T['Tensor'] | null | RelaxedOneHotCategoricalOptions, logits?: T['Tensor'] | null | RelaxedOneHotCategoricalOptions, validate_args?: T['bool'] | null | RelaxedOneHotCategoricalOptions, options?: RelaxedOneHotCategoricalOptions]
    | [options: { temperature: T['Tensor'] | T['float'] } & RelaxedOneHotCategoricalOptions];
  /** PyTorch: `torch.nn.ReplicationPad1d(int[] padding)` */
  ReplicationPad1d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ReplicationPad2d(int[] padding)` */
  ReplicationPad2d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ReplicationPad3d(int[] padding)` */
  ReplicationPad3d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.optim.Rprop(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float[] etas=[0.5, 1.2], float[] step_sizes=[1e-06, 50], *, bool capturable=False, bool? foreach=None, bool maximize=False, bool differentiable=False)` */
  Rprop: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & RpropOptions), lr?: T['float'] | RpropOptions, etas?: T['int'] | T['float[]'] | RpropOptions, step_sizes?: T['int'] | T['float[]'] | RpropOptions, options?: RpropOptions];
  /** PyTorch: `torch.nn.SELU(bool inplace=False)` */
  SELU: [inplace?: T['bool'] | SELUOptions, options?: SELUOptions];
  /** PyTorch: `torch.optim.SGD(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float momentum=0, float dampening=0, float weight_decay=0, bool nesterov=False, *, bool maximize=False, bool? foreach=None, bool differentiable=False, bool? fused=None)` */
  SGD: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & SGDOptions), lr?: T['float'] | SGDOptions, momentum?: T['float'] | SGDOptions, dampening?: T['float'] | SGDOptions, weight_decay?: T['float'] | SGDOptions, nesterov?: T['bool'] | SGDOptions, options?: SGDOptions];
  /** PyTorch: `torch.optim.swa_utils.SWALR(Optimizer optimizer, float|float[] swa_lr, int anneal_epochs=10, 'cos'|'linear' anneal_strategy='cos', int last_epoch=-1)` */
  SWALR: [optimizer: T['Optimizer'], swa_lr: T['float'] | T['int'] | T['float[]'], anneal_epochs?: T['int'] | SWALROptions, anneal_strategy?: 'cos' | 'linear' | SWALROptions, last_epoch?: T['int'] | SWALROptions, options?: SWALROptions]
    | [optimizer: T['Optimizer'], options: { swa_lr: T['float'] | T['int'] | T['float[]'] } & SWALROptions];
  /** PyTorch: `torch.nn.Sequential(Module... args)` */
  Sequential: [...args: T['Module'][]];
  /** PyTorch: `torch.optim.lr_scheduler.SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last_epoch=-1)` */
  SequentialLR: [optimizer: T['Optimizer'], schedulers: T['LRScheduler[]'], milestones: T['int'] | T['int[]'], last_epoch?: T['int'] | SequentialLROptions, options?: SequentialLROptions]
    | [optimizer: T['Optimizer'], schedulers: T['LRScheduler[]'], options: { milestones: T['int'] | T['int[]'] } & SequentialLROptions]
    | [optimizer: T['Optimizer'], options: { schedulers: T['LRScheduler[]']; milestones: T['int'] | T['int[]'] } & SequentialLROptions];
  /** PyTorch: `torch.utils.data.SequentialSampler(Sized data_source)` */
  SequentialSampler: [data_source: T['Sized']]
    | [options: { data_source: T['Sized'] }];
  /** PyTorch: `torch.nn.SiLU(bool inplace=False)` */
  SiLU: [inplace?: T['bool'] | SiLUOptions, options?: SiLUOptions];
  /** PyTorch: `torch.nn.Sigmoid()` */
  Sigmoid: [];
  /** PyTorch: `torch.nn.SmoothL1Loss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean', float beta=1.0)` */
  SmoothL1Loss: [size_average?: T['bool'] | null | SmoothL1LossOptions, reduce?: T['bool'] | null | SmoothL1LossOptions, reduction?: 'mean' | 'sum' | 'none' | SmoothL1LossOptions, beta?: T['float'] | SmoothL1LossOptions, options?: SmoothL1LossOptions];
  /** PyTorch: `torch.nn.SoftMarginLoss(bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  SoftMarginLoss: [size_average?: T['bool'] | null | SoftMarginLossOptions, reduce?: T['bool'] | null | SoftMarginLossOptions, reduction?: 'mean' | 'sum' | 'none' | SoftMarginLossOptions, options?: SoftMarginLossOptions];
  /** PyTorch: `torch.nn.Softmax(int? dim=None)` */
  Softmax: [dim?: T['int'] | null | SoftmaxOptions, options?: SoftmaxOptions];
  /** PyTorch: `torch.nn.Softmax2d()` */
  Softmax2d: [];
  /** PyTorch: `torch.nn.Softmin(int? dim=None)` */
  Softmin: [dim?: T['int'] | null | SoftminOptions, options?: SoftminOptions];
  /** PyTorch: `torch.nn.Softplus(float beta=1.0, float threshold=20.0)` */
  Softplus: [beta?: T['float'] | SoftplusOptions, threshold?: T['float'] | SoftplusOptions, options?: SoftplusOptions];
  /** PyTorch: `torch.nn.Softshrink(float lambd=0.5)` */
  Softshrink: [lambd?: T['float'] | SoftshrinkOptions, options?: SoftshrinkOptions];
  /** PyTorch: `torch.nn.Softsign()` */
  Softsign: [];
  /** PyTorch: `torch.optim.SparseAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, bool maximize=False)` */
  SparseAdam: [params: T['Iterable[Tensor]'] | T['Iterable[dict]'] | ({ params: T['Iterable[Tensor]'] | T['Iterable[dict]'] } & SparseAdamOptions), lr?: T['float'] | SparseAdamOptions, betas?: T['int'] | T['float[]'] | SparseAdamOptions, eps?: T['float'] | SparseAdamOptions, maximize?: T['bool'] | SparseAdamOptions, options?: SparseAdamOptions];
  /** PyTorch: `torch.utils.data.StackDataset(any... args)` */
  StackDataset: [...args: T['any'][]];
  /** PyTorch: `torch.optim.lr_scheduler.StepLR(Optimizer optimizer, int step_size, float gamma=0.1, int last_epoch=-1)` */
  StepLR: [optimizer: T['Optimizer'], step_size: T['int'], gamma?: T['float'] | StepLROptions, last_epoch?: T['int'] | StepLROptions, options?: StepLROptions]
    | [optimizer: T['Optimizer'], options: { step_size: T['int'] } & StepLROptions];
  /** PyTorch: `torch.distributions.StudentT(Tensor|float df, Tensor|float loc=0.0, Tensor|float scale=1.0, bool? validate_args=None)` */
  StudentT: [df: T['Tensor'] | T['float'], loc?: T['Tensor'] | T['float'] | StudentTOptions, scale?: T['Tensor'] | T['float'] | StudentTOptions, validate_args?: T['bool'] | null | StudentTOptions, options?: StudentTOptions]
    | [options: { df: T['Tensor'] | T['float'] } & StudentTOptions];
  /** PyTorch: `torch.utils.data.Subset(any dataset, int[] indices)` */
  Subset: [dataset: T['any'], indices: T['int'] | T['int[]']]
    | [dataset: T['any'], options: { indices: T['int'] | T['int[]'] }]
    | [options: { dataset: T['any']; indices: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.utils.data.SubsetRandomSampler(int[] indices, Generator? generator=None)` */
  SubsetRandomSampler: [indices: T['int'] | T['int[]'], generator?: T['Generator'] | null | SubsetRandomSamplerOptions, options?: SubsetRandomSamplerOptions]
    | [options: { indices: T['int'] | T['int[]'] } & SubsetRandomSamplerOptions];
  /** PyTorch: `torch.utils.tensorboard.SummaryWriter(str? log_dir=None, str comment='', int? purge_step=None, int max_queue=10, int flush_secs=120, str filename_suffix='')` */
  SummaryWriter: [log_dir?: T['str'] | null | SummaryWriterOptions, comment?: T['str'] | SummaryWriterOptions, purge_step?: T['int'] | null | SummaryWriterOptions, max_queue?: T['int'] | SummaryWriterOptions, flush_secs?: T['int'] | SummaryWriterOptions, filename_suffix?: T['str'] | SummaryWriterOptions, options?: SummaryWriterOptions];
  /** PyTorch: `torch.nn.SyncBatchNorm(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, any process_group=None, device=None, dtype? dtype=None, *, bool bias=True)` */
  SyncBatchNorm: [num_features: T['int'], eps?: T['float'] | SyncBatchNormOptions, momentum?: T['float'] | null | SyncBatchNormOptions, affine?: T['bool'] | SyncBatchNormOptions, track_running_stats?: T['bool'] | SyncBatchNormOptions, process_group?: T['any'] | null | SyncBatchNormOptions, device?: T['any'] | null | SyncBatchNormOptions, dtype?: T['dtype'] | null | SyncBatchNormOptions, options?: SyncBatchNormOptions]
    | [options: { num_features: T['int'] } & SyncBatchNormOptions];
  /** PyTorch: `torch.nn.Tanh()` */
  Tanh: [];
  /** PyTorch: `torch.nn.Tanhshrink()` */
  Tanhshrink: [];
  /** PyTorch: `torch.utils.data.TensorDataset(Tensor... tensors)` */
  TensorDataset: [...tensors: T['Tensor'][]];
  /** PyTorch: `torch.nn.Threshold(float threshold, float value, bool inplace=False)` */
  Threshold: [threshold: T['float'], value: T['float'], inplace?: T['bool'] | ThresholdOptions, options?: ThresholdOptions]
    | [threshold: T['float'], options: { value: T['float'] } & ThresholdOptions]
    | [options: { threshold: T['float']; value: T['float'] } & ThresholdOptions];
  /** PyTorch: `torch.distributions.TransformedDistribution(Distribution base_distribution, any transforms, bool? validate_args=None)` */
  TransformedDistribution: [base_distribution: T['Distribution'], transforms: T['any'], validate_args?: T['bool'] | null | TransformedDistributionOptions, options?: TransformedDistributionOptions]
    | [base_distribution: T['Distribution'], options: { transforms: T['any'] } & TransformedDistributionOptions]
    | [options: { base_distribution: T['Distribution']; transforms: T['any'] } & TransformedDistributionOptions];
  /** PyTorch: `torch.nn.Transformer(int d_model=512, int nhead=8, int num_encoder_layers=6, int num_decoder_layers=6, int dim_feedforward=2048, float dropout=0.1, 'relu'|'gelu'|Callable[Tensor]|Module activation='relu', Module? custom_encoder=None, Module? custom_decoder=None, float layer_norm_eps=1e-05, bool batch_first=False, bool norm_first=False, bool bias=True, device=None, dtype? dtype=None)` */
  Transformer: [d_model?: T['int'] | TransformerOptions, nhead?: T['int'] | TransformerOptions, num_encoder_layers?: T['int'] | TransformerOptions, num_decoder_layers?: T['int'] | TransformerOptions, dim_feedforward?: T['int'] | TransformerOptions, dropout?: T['float'] | TransformerOptions, activation?: 'relu' | 'gelu' | T['Callable[Tensor]'] | TransformerOptions, custom_encoder?: T['Module'] | null | TransformerOptions, custom_decoder?: T['Module'] | null | TransformerOptions, layer_norm_eps?: T['float'] | TransformerOptions, batch_first?: T['bool'] | TransformerOptions, norm_first?: T['bool'] | TransformerOptions, bias?: T['bool'] | TransformerOptions, device?: T['any'] | null | TransformerOptions, dtype?: T['dtype'] | null | TransformerOptions, options?: TransformerOptions];
  /** PyTorch: `torch.nn.TransformerDecoder(Module decoder_layer, int num_layers, Module? norm=None)` */
  TransformerDecoder: [decoder_layer: T['Module'], num_layers: T['int'], norm?: T['Module'] | null | TransformerDecoderOptions, options?: TransformerDecoderOptions]
    | [decoder_layer: T['Module'], options: { num_layers: T['int'] } & TransformerDecoderOptions]
    | [options: { decoder_layer: T['Module']; num_layers: T['int'] } & TransformerDecoderOptions];
  /** PyTorch: `torch.nn.TransformerDecoderLayer(int d_model, int nhead, int dim_feedforward=2048, float dropout=0.1, 'relu'|'gelu'|Callable[Tensor]|Module activation='relu', float layer_norm_eps=1e-05, bool batch_first=False, bool norm_first=False, bool bias=True, device=None, dtype? dtype=None)` */
  TransformerDecoderLayer: [d_model: T['int'], nhead: T['int'], dim_feedforward?: T['int'] | TransformerDecoderLayerOptions, dropout?: T['float'] | TransformerDecoderLayerOptions, activation?: 'relu' | 'gelu' | T['Callable[Tensor]'] | TransformerDecoderLayerOptions, layer_norm_eps?: T['float'] | TransformerDecoderLayerOptions, batch_first?: T['bool'] | TransformerDecoderLayerOptions, norm_first?: T['bool'] | TransformerDecoderLayerOptions, bias?: T['bool'] | TransformerDecoderLayerOptions, device?: T['any'] | null | TransformerDecoderLayerOptions, dtype?: T['dtype'] | null | TransformerDecoderLayerOptions, options?: TransformerDecoderLayerOptions]
    | [d_model: T['int'], options: { nhead: T['int'] } & TransformerDecoderLayerOptions]
    | [options: { d_model: T['int']; nhead: T['int'] } & TransformerDecoderLayerOptions];
  /** PyTorch: `torch.nn.TransformerEncoder(Module encoder_layer, int num_layers, Module? norm=None, bool enable_nested_tensor=True, bool mask_check=True)` */
  TransformerEncoder: [encoder_layer: T['Module'], num_layers: T['int'], norm?: T['Module'] | null | TransformerEncoderOptions, enable_nested_tensor?: T['bool'] | TransformerEncoderOptions, mask_check?: T['bool'] | TransformerEncoderOptions, options?: TransformerEncoderOptions]
    | [encoder_layer: T['Module'], options: { num_layers: T['int'] } & TransformerEncoderOptions]
    | [options: { encoder_layer: T['Module']; num_layers: T['int'] } & TransformerEncoderOptions];
  /** PyTorch: `torch.nn.TransformerEncoderLayer(int d_model, int nhead, int dim_feedforward=2048, float dropout=0.1, 'relu'|'gelu'|Callable[Tensor]|Module activation='relu', float layer_norm_eps=1e-05, bool batch_first=False, bool norm_first=False, bool bias=True, device=None, dtype? dtype=None)` */
  TransformerEncoderLayer: [d_model: T['int'], nhead: T['int'], dim_feedforward?: T['int'] | TransformerEncoderLayerOptions, dropout?: T['float'] | TransformerEncoderLayerOptions, activation?: 'relu' | 'gelu' | T['Callable[Tensor]'] | TransformerEncoderLayerOptions, layer_norm_eps?: T['float'] | TransformerEncoderLayerOptions, batch_first?: T['bool'] | TransformerEncoderLayerOptions, norm_first?: T['bool'] | TransformerEncoderLayerOptions, bias?: T['bool'] | TransformerEncoderLayerOptions, device?: T['any'] | null | TransformerEncoderLayerOptions, dtype?: T['dtype'] | null | TransformerEncoderLayerOptions, options?: TransformerEncoderLayerOptions]
    | [d_model: T['int'], options: { nhead: T['int'] } & TransformerEncoderLayerOptions]
    | [options: { d_model: T['int']; nhead: T['int'] } & TransformerEncoderLayerOptions];
  /** PyTorch: `torch.nn.TripletMarginLoss(float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False, bool? size_average=None, bool? reduce=None, 'mean'|'sum'|'none' reduction='mean')` */
  TripletMarginLoss: [margin?: T['float'] | TripletMarginLossOptions, p?: T['float'] | TripletMarginLossOptions, eps?: T['float'] | TripletMarginLossOptions, swap?: T['bool'] | TripletMarginLossOptions, size_average?: T['bool'] | null | TripletMarginLossOptions, reduce?: T['bool'] | null | TripletMarginLossOptions, reduction?: 'mean' | 'sum' | 'none' | TripletMarginLossOptions, options?: TripletMarginLossOptions];
  /** PyTorch: `torch.nn.TripletMarginWithDistanceLoss(*, Callable[Tensor][Tensor]|Module? distance_function=None, float margin=1.0, bool swap=False, 'mean'|'sum'|'none' reduction='mean')` */
  TripletMarginWithDistanceLoss: [options?: TripletMarginWithDistanceLossOptions];
  /** PyTorch: `torch.nn.Unflatten(int dim, int[] unflattened_size)` */
  Unflatten: [dim: T['int'], unflattened_size: T['int'] | T['int[]']]
    | [dim: T['int'], options: { unflattened_size: T['int'] | T['int[]'] }]
    | [options: { dim: T['int']; unflattened_size: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.Unfold(int|int[] kernel_size, int|int[] dilation=1, int|int[] padding=0, int|int[] stride=1)` */
  Unfold: [kernel_size: T['int'] | T['int[]'], dilation?: T['int'] | T['int[]'] | UnfoldOptions, padding?: T['int'] | T['int[]'] | UnfoldOptions, stride?: T['int'] | T['int[]'] | UnfoldOptions, options?: UnfoldOptions]
    | [options: { kernel_size: T['int'] | T['int[]'] } & UnfoldOptions];
  /** PyTorch: `torch.distributions.Uniform(Tensor|float low, Tensor|float high, bool? validate_args=None)` */
  Uniform: [low: T['Tensor'] | T['float'], high: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | UniformOptions, options?: UniformOptions]
    | [low: T['Tensor'] | T['float'], options: { high: T['Tensor'] | T['float'] } & UniformOptions]
    | [options: { low: T['Tensor'] | T['float']; high: T['Tensor'] | T['float'] } & UniformOptions];
  /** PyTorch: `torch.nn.Upsample(int|int[]? size=None, float|float[]? scale_factor=None, 'nearest'|'linear'|'bilinear'|'bicubic'|'trilinear'|'nearest-exact'|'area' mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None)` */
  Upsample: [size?: T['int'] | T['int[]'] | null | UpsampleOptions, scale_factor?: T['float'] | T['int'] | T['float[]'] | null | UpsampleOptions, mode?: 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'nearest-exact' | 'area' | UpsampleOptions, align_corners?: T['bool'] | null | UpsampleOptions, recompute_scale_factor?: T['bool'] | null | UpsampleOptions, options?: UpsampleOptions];
  /** PyTorch: `torch.nn.UpsamplingBilinear2d(int|int[]? size=None, float|float[]? scale_factor=None)` */
  UpsamplingBilinear2d: [size?: T['int'] | T['int[]'] | null | UpsamplingBilinear2dOptions, scale_factor?: T['float'] | T['int'] | T['float[]'] | null | UpsamplingBilinear2dOptions, options?: UpsamplingBilinear2dOptions];
  /** PyTorch: `torch.nn.UpsamplingNearest2d(int|int[]? size=None, float|float[]? scale_factor=None)` */
  UpsamplingNearest2d: [size?: T['int'] | T['int[]'] | null | UpsamplingNearest2dOptions, scale_factor?: T['float'] | T['int'] | T['float[]'] | null | UpsamplingNearest2dOptions, options?: UpsamplingNearest2dOptions];
  /** PyTorch: `torch.distributions.VonMises(Tensor|float loc, Tensor|float concentration, bool? validate_args=None)` */
  VonMises: [loc: T['Tensor'] | T['float'], concentration: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | VonMisesOptions, options?: VonMisesOptions]
    | [loc: T['Tensor'] | T['float'], options: { concentration: T['Tensor'] | T['float'] } & VonMisesOptions]
    | [options: { loc: T['Tensor'] | T['float']; concentration: T['Tensor'] | T['float'] } & VonMisesOptions];
  /** PyTorch: `torch.distributions.Weibull(Tensor|float scale, Tensor|float concentration, bool? validate_args=None)` */
  Weibull: [scale: T['Tensor'] | T['float'], concentration: T['Tensor'] | T['float'], validate_args?: T['bool'] | null | WeibullOptions, options?: WeibullOptions]
    | [scale: T['Tensor'] | T['float'], options: { concentration: T['Tensor'] | T['float'] } & WeibullOptions]
    | [options: { scale: T['Tensor'] | T['float']; concentration: T['Tensor'] | T['float'] } & WeibullOptions];
  /** PyTorch: `torch.utils.data.WeightedRandomSampler(any weights, float num_samples, bool replacement=True, Generator? generator=None)` */
  WeightedRandomSampler: [weights: T['any'], num_samples: T['float'], replacement?: T['bool'] | WeightedRandomSamplerOptions, generator?: T['Generator'] | null | WeightedRandomSamplerOptions, options?: WeightedRandomSamplerOptions]
    | [weights: T['any'], options: { num_samples: T['float'] } & WeightedRandomSamplerOptions]
    | [options: { weights: T['any']; num_samples: T['float'] } & WeightedRandomSamplerOptions];
  /** PyTorch: `torch.distributions.Wishart(Tensor|float df, Tensor? covariance_matrix=None, Tensor? precision_matrix=None, Tensor? scale_tril=None, bool? validate_args=None)` */
  Wishart: [df: T['Tensor'] | T['float'], covariance_matrix?: T['Tensor'] | null | WishartOptions, precision_matrix?: T['Tensor'] | null | WishartOptions, scale_tril?: T['Tensor'] | null | WishartOptions, validate_args?: T['bool'] | null | WishartOptions, options?: WishartOptions]
    | [options: { df: T['Tensor'] | T['float'] } & WishartOptions];
  /** PyTorch: `torch.nn.ZeroPad1d(int[] padding)` */
  ZeroPad1d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ZeroPad2d(int[] padding)` */
  ZeroPad2d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.ZeroPad3d(int[] padding)` */
  ZeroPad3d: [padding: T['int'] | T['int[]']]
    | [options: { padding: T['int'] | T['int[]'] }];
  /** PyTorch: `torch.nn.utils.clip_grad_norm_(Tensor|Iterable[Tensor] parameters, float max_norm, float norm_type=2.0, bool error_if_nonfinite=False, bool? foreach=None)` */
  clip_grad_norm_: [parameters: T['Tensor'] | T['Iterable[Tensor]'], max_norm: T['float'], norm_type?: T['float'] | clip_grad_norm_Options, error_if_nonfinite?: T['bool'] | clip_grad_norm_Options, foreach?: T['bool'] | null | clip_grad_norm_Options, options?: clip_grad_norm_Options]
    | [parameters: T['Tensor'] | T['Iterable[Tensor]'], options: { max_norm: T['float'] } & clip_grad_norm_Options];
  /** PyTorch: `torch.nn.utils.clip_grad_value_(Tensor|Iterable[Tensor] parameters, float clip_value, bool? foreach=None)` */
  clip_grad_value_: [parameters: T['Tensor'] | T['Iterable[Tensor]'], clip_value: T['float'], foreach?: T['bool'] | null | clip_grad_value_Options, options?: clip_grad_value_Options]
    | [parameters: T['Tensor'] | T['Iterable[Tensor]'], options: { clip_value: T['float'] } & clip_grad_value_Options];
  /** PyTorch: `torch.nn.utils.clip_grads_with_norm_(Tensor|Iterable[Tensor] parameters, float max_norm, Tensor total_norm, bool? foreach=None)` */
  clip_grads_with_norm_: [parameters: T['Tensor'] | T['Iterable[Tensor]'], max_norm: T['float'], total_norm: T['Tensor'], foreach?: T['bool'] | null | clip_grads_with_norm_Options, options?: clip_grads_with_norm_Options]
    | [parameters: T['Tensor'] | T['Iterable[Tensor]'], max_norm: T['float'], options: { total_norm: T['Tensor'] } & clip_grads_with_norm_Options]
    | [parameters: T['Tensor'] | T['Iterable[Tensor]'], options: { max_norm: T['float']; total_norm: T['Tensor'] } & clip_grads_with_norm_Options];
  /** PyTorch: `torch.nn.init.constant_(Tensor tensor, float val)` */
  constant_: [tensor: T['Tensor'], val: T['float']]
    | [tensor: T['Tensor'], options: { val: T['float'] }];
  /** PyTorch: `torch.nn.init.dirac_(Tensor tensor, int groups=1)` */
  dirac_: [tensor: T['Tensor'], groups?: T['int'] | dirac_Options, options?: dirac_Options];
  /** PyTorch: `torch.nn.init.eye_(Tensor tensor)` */
  eye_: [tensor: T['Tensor']];
  /** PyTorch: `torch.optim.swa_utils.get_ema_avg_fn(float decay=0.999)` */
  get_ema_avg_fn: [decay?: T['float'] | get_ema_avg_fnOptions, options?: get_ema_avg_fnOptions];
  /** PyTorch: `torch.optim.swa_utils.get_ema_multi_avg_fn(float decay=0.999)` */
  get_ema_multi_avg_fn: [decay?: T['float'] | get_ema_multi_avg_fnOptions, options?: get_ema_multi_avg_fnOptions];
  /** PyTorch: `torch.nn.utils.get_total_norm(Tensor|Iterable[Tensor] tensors, float norm_type=2.0, bool error_if_nonfinite=False, bool? foreach=None)` */
  get_total_norm: [tensors: T['Tensor'] | T['Iterable[Tensor]'], norm_type?: T['float'] | get_total_normOptions, error_if_nonfinite?: T['bool'] | get_total_normOptions, foreach?: T['bool'] | null | get_total_normOptions, options?: get_total_normOptions]
    | [options: { tensors: T['Tensor'] | T['Iterable[Tensor]'] } & get_total_normOptions];
  /** PyTorch: `torch.nn.init.kaiming_normal_(Tensor tensor, float a=0, 'fan_in'|'fan_out' mode='fan_in', str nonlinearity='leaky_relu', Generator? generator=None)` */
  kaiming_normal_: [tensor: T['Tensor'], a?: T['float'] | kaiming_normal_Options, mode?: 'fan_in' | 'fan_out' | kaiming_normal_Options, nonlinearity?: T['str'] | kaiming_normal_Options, generator?: T['Generator'] | null | kaiming_normal_Options, options?: kaiming_normal_Options];
  /** PyTorch: `torch.nn.init.kaiming_uniform_(Tensor tensor, float a=0, 'fan_in'|'fan_out' mode='fan_in', str nonlinearity='leaky_relu', Generator? generator=None)` */
  kaiming_uniform_: [tensor: T['Tensor'], a?: T['float'] | kaiming_uniform_Options, mode?: 'fan_in' | 'fan_out' | kaiming_uniform_Options, nonlinearity?: T['str'] | kaiming_uniform_Options, generator?: T['Generator'] | null | kaiming_uniform_Options, options?: kaiming_uniform_Options];
  /** PyTorch: `torch.nn.functional.multi_head_attention_forward(Tensor query, Tensor key, Tensor value, int embed_dim_to_check, int num_heads, Tensor? in_proj_weight, Tensor? in_proj_bias, Tensor? bias_k, Tensor? bias_v, bool add_zero_attn, float dropout_p, Tensor out_proj_weight, Tensor? out_proj_bias, bool training=True, Tensor? key_padding_mask=None, bool need_weights=True, Tensor? attn_mask=None, bool use_separate_proj_weight=False, Tensor? q_proj_weight=None, Tensor? k_proj_weight=None, Tensor? v_proj_weight=None, *, bool average_attn_weights=True, bool is_causal=False)` */
  multi_head_attention_forward: [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, bias_v: T['Tensor'] | null, add_zero_attn: T['bool'], dropout_p: T['float'], out_proj_weight: T['Tensor'], out_proj_bias: T['Tensor'] | null, training?: T['bool'] | multi_head_attention_forwardOptions, key_padding_mask?: T['Tensor'] | null | multi_head_attention_forwardOptions, need_weights?: T['bool'] | multi_head_attention_forwardOptions, attn_mask?: T['Tensor'] | null | multi_head_attention_forwardOptions, use_separate_proj_weight?: T['bool'] | multi_head_attention_forwardOptions, q_proj_weight?: T['Tensor'] | null | multi_head_attention_forwardOptions, k_proj_weight?: T['Tensor'] | null | multi_head_attention_forwardOptions, v_proj_weight?: T['Tensor'] | null | multi_head_attention_forwardOptions, options?: multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, bias_v: T['Tensor'] | null, add_zero_attn: T['bool'], dropout_p: T['float'], out_proj_weight: T['Tensor'], options: { out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, bias_v: T['Tensor'] | null, add_zero_attn: T['bool'], dropout_p: T['float'], options: { out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, bias_v: T['Tensor'] | null, add_zero_attn: T['bool'], options: { dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, bias_v: T['Tensor'] | null, options: { add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, bias_k: T['Tensor'] | null, options: { bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, in_proj_bias: T['Tensor'] | null, options: { bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], in_proj_weight: T['Tensor'] | null, options: { in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], num_heads: T['int'], options: { in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], embed_dim_to_check: T['int'], options: { num_heads: T['int']; in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], value: T['Tensor'], options: { embed_dim_to_check: T['int']; num_heads: T['int']; in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], key: T['Tensor'], options: { value: T['Tensor']; embed_dim_to_check: T['int']; num_heads: T['int']; in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [query: T['Tensor'], options: { key: T['Tensor']; value: T['Tensor']; embed_dim_to_check: T['int']; num_heads: T['int']; in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions]
    | [options: { query: T['Tensor']; key: T['Tensor']; value: T['Tensor']; embed_dim_to_check: T['int']; num_heads: T['int']; in_proj_weight: T['Tensor'] | null; in_proj_bias: T['Tensor'] | null; bias_k: T['Tensor'] | null; bias_v: T['Tensor'] | null; add_zero_attn: T['bool']; dropout_p: T['float']; out_proj_weight: T['Tensor']; out_proj_bias: T['Tensor'] | null } & multi_head_attention_forwardOptions];
  /** PyTorch: `torch.nn.init.normal_(Tensor tensor, float mean=0.0, float std=1.0, Generator? generator=None)` */
  normal_: [tensor: T['Tensor'], mean?: T['float'] | normal_Options, std?: T['float'] | normal_Options, generator?: T['Generator'] | null | normal_Options, options?: normal_Options];
  /** PyTorch: `torch.nn.init.ones_(Tensor tensor)` */
  ones_: [tensor: T['Tensor']];
  /** PyTorch: `torch.nn.utils.parametrizations.orthogonal(Module module, str name='weight', str? orthogonal_map=None, *, bool use_trivialization=True)` */
  orthogonal: [module: T['Module'], name?: T['str'] | orthogonalOptions, orthogonal_map?: T['str'] | null | orthogonalOptions, options?: orthogonalOptions]
    | [options: { module: T['Module'] } & orthogonalOptions];
  /** PyTorch: `torch.nn.init.orthogonal_(Tensor tensor, float gain=1, Generator? generator=None)` */
  orthogonal_: [tensor: T['Tensor'], gain?: T['float'] | orthogonal_Options, generator?: T['Generator'] | null | orthogonal_Options, options?: orthogonal_Options];
  /** PyTorch: `torch.nn.utils.rnn.pack_padded_sequence(Tensor input, Tensor|int[] lengths, bool batch_first=False, bool enforce_sorted=True)` */
  pack_padded_sequence: [input: T['Tensor'], lengths: T['Tensor'] | T['int'] | T['int[]'], batch_first?: T['bool'] | pack_padded_sequenceOptions, enforce_sorted?: T['bool'] | pack_padded_sequenceOptions, options?: pack_padded_sequenceOptions]
    | [input: T['Tensor'], options: { lengths: T['Tensor'] | T['int'] | T['int[]'] } & pack_padded_sequenceOptions]
    | [options: { input: T['Tensor']; lengths: T['Tensor'] | T['int'] | T['int[]'] } & pack_padded_sequenceOptions];
  /** PyTorch: `torch.nn.utils.rnn.pack_sequence(Iterable[Tensor] sequences, bool enforce_sorted=True)` */
  pack_sequence: [sequences: T['Iterable[Tensor]'], enforce_sorted?: T['bool'] | pack_sequenceOptions, options?: pack_sequenceOptions]
    | [options: { sequences: T['Iterable[Tensor]'] } & pack_sequenceOptions];
  /** PyTorch: `torch.nn.utils.rnn.pad_packed_sequence(PackedSequence sequence, bool batch_first=False, float padding_value=0.0, int? total_length=None)` */
  pad_packed_sequence: [sequence: T['PackedSequence'], batch_first?: T['bool'] | pad_packed_sequenceOptions, padding_value?: T['float'] | pad_packed_sequenceOptions, total_length?: T['int'] | null | pad_packed_sequenceOptions, options?: pad_packed_sequenceOptions]
    | [options: { sequence: T['PackedSequence'] } & pad_packed_sequenceOptions];
  /** PyTorch: `torch.nn.utils.rnn.pad_sequence(Iterable[Tensor] sequences, bool batch_first=False, float padding_value=0.0, 'right'|'left' padding_side='right')` */
  pad_sequence: [sequences: T['Iterable[Tensor]'], batch_first?: T['bool'] | pad_sequenceOptions, padding_value?: T['float'] | pad_sequenceOptions, padding_side?: 'right' | 'left' | pad_sequenceOptions, options?: pad_sequenceOptions]
    | [options: { sequences: T['Iterable[Tensor]'] } & pad_sequenceOptions];
  /** PyTorch: `torch.nn.utils.parameters_to_vector(Iterable[Tensor] parameters)` */
  parameters_to_vector: [parameters: T['Iterable[Tensor]']];
  /** PyTorch: `torch.utils.data.random_split(any dataset, float[] lengths, Generator? generator=None)` */
  random_split: [dataset: T['any'], lengths: T['int'] | T['float[]'], generator?: T['Generator'] | null | random_splitOptions, options?: random_splitOptions]
    | [dataset: T['any'], options: { lengths: T['int'] | T['float[]'] } & random_splitOptions]
    | [options: { dataset: T['any']; lengths: T['int'] | T['float[]'] } & random_splitOptions];
  /** PyTorch: `torch.nn.utils.parametrize.register_parametrization(Module module, str tensor_name, Module parametrization, *, bool unsafe=False)` */
  register_parametrization: [module: T['Module'], tensor_name: T['str'], parametrization: T['Module'], options?: register_parametrizationOptions]
    | [module: T['Module'], tensor_name: T['str'], options: { parametrization: T['Module'] } & register_parametrizationOptions]
    | [module: T['Module'], options: { tensor_name: T['str']; parametrization: T['Module'] } & register_parametrizationOptions]
    | [options: { module: T['Module']; tensor_name: T['str']; parametrization: T['Module'] } & register_parametrizationOptions];
  /** PyTorch: `torch.nn.utils.parametrize.remove_parametrizations(Module module, str tensor_name, bool leave_parametrized=True)` */
  remove_parametrizations: [module: T['Module'], tensor_name: T['str'], leave_parametrized?: T['bool'] | remove_parametrizationsOptions, options?: remove_parametrizationsOptions]
    | [module: T['Module'], options: { tensor_name: T['str'] } & remove_parametrizationsOptions]
    | [options: { module: T['Module']; tensor_name: T['str'] } & remove_parametrizationsOptions];
  /** PyTorch: `torch.nn.init.sparse_(Tensor tensor, float sparsity, float std=0.01, Generator? generator=None)` */
  sparse_: [tensor: T['Tensor'], sparsity: T['float'], std?: T['float'] | sparse_Options, generator?: T['Generator'] | null | sparse_Options, options?: sparse_Options]
    | [tensor: T['Tensor'], options: { sparsity: T['float'] } & sparse_Options];
  /** PyTorch: `torch.nn.utils.parametrizations.spectral_norm(Module module, str name='weight', int n_power_iterations=1, float eps=1e-12, int? dim=None)` */
  spectral_norm: [module: T['Module'], name?: T['str'] | spectral_normOptions, n_power_iterations?: T['int'] | spectral_normOptions, eps?: T['float'] | spectral_normOptions, dim?: T['int'] | null | spectral_normOptions, options?: spectral_normOptions]
    | [options: { module: T['Module'] } & spectral_normOptions];
  /** PyTorch: `torch.nn.init.trunc_normal_(Tensor tensor, float mean=0.0, float std=1.0, float a=-2.0, float b=2.0, Generator? generator=None)` */
  trunc_normal_: [tensor: T['Tensor'], mean?: T['float'] | trunc_normal_Options, std?: T['float'] | trunc_normal_Options, a?: T['float'] | trunc_normal_Options, b?: T['float'] | trunc_normal_Options, generator?: T['Generator'] | null | trunc_normal_Options, options?: trunc_normal_Options];
  /** PyTorch: `torch.nn.init.uniform_(Tensor tensor, float a=0.0, float b=1.0, Generator? generator=None)` */
  uniform_: [tensor: T['Tensor'], a?: T['float'] | uniform_Options, b?: T['float'] | uniform_Options, generator?: T['Generator'] | null | uniform_Options, options?: uniform_Options];
  /** PyTorch: `torch.nn.utils.rnn.unpack_sequence(PackedSequence packed_sequences)` */
  unpack_sequence: [packed_sequences: T['PackedSequence']]
    | [options: { packed_sequences: T['PackedSequence'] }];
  /** PyTorch: `torch.nn.utils.rnn.unpad_sequence(Tensor padded_sequences, Tensor|int[] lengths, bool batch_first=False)` */
  unpad_sequence: [padded_sequences: T['Tensor'], lengths: T['Tensor'] | T['int'] | T['int[]'], batch_first?: T['bool'] | unpad_sequenceOptions, options?: unpad_sequenceOptions]
    | [padded_sequences: T['Tensor'], options: { lengths: T['Tensor'] | T['int'] | T['int[]'] } & unpad_sequenceOptions]
    | [options: { padded_sequences: T['Tensor']; lengths: T['Tensor'] | T['int'] | T['int[]'] } & unpad_sequenceOptions];
  /** PyTorch: `torch.optim.swa_utils.update_bn(any loader, Module model, device? device=None)` */
  update_bn: [loader: T['any'], model: T['Module'], device?: T['device'] | null | update_bnOptions, options?: update_bnOptions]
    | [loader: T['any'], options: { model: T['Module'] } & update_bnOptions]
    | [options: { loader: T['any']; model: T['Module'] } & update_bnOptions];
  /** PyTorch: `torch.nn.utils.vector_to_parameters(any vec, Iterable[Tensor] parameters)` */
  vector_to_parameters: [vec: T['any'], parameters: T['Iterable[Tensor]']]
    | [options: { vec: T['any']; parameters: T['Iterable[Tensor]'] }];
  /** PyTorch: `torch.nn.utils.parametrizations.weight_norm(Module module, str name='weight', int? dim=0)` */
  weight_norm: [module: T['Module'], name?: T['str'] | weight_normOptions, dim?: T['int'] | null | weight_normOptions, options?: weight_normOptions]
    | [options: { module: T['Module'] } & weight_normOptions];
  /** PyTorch: `torch.nn.init.xavier_normal_(Tensor tensor, float gain=1.0, Generator? generator=None)` */
  xavier_normal_: [tensor: T['Tensor'], gain?: T['float'] | xavier_normal_Options, generator?: T['Generator'] | null | xavier_normal_Options, options?: xavier_normal_Options];
  /** PyTorch: `torch.nn.init.xavier_uniform_(Tensor tensor, float gain=1.0, Generator? generator=None)` */
  xavier_uniform_: [tensor: T['Tensor'], gain?: T['float'] | xavier_uniform_Options, generator?: T['Generator'] | null | xavier_uniform_Options, options?: xavier_uniform_Options];
  /** PyTorch: `torch.nn.init.zeros_(Tensor tensor)` */
  zeros_: [tensor: T['Tensor']];
}
