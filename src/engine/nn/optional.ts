/**
 * Parameters and buffers that a layer may lack. Their types have no null, as in programs for PyTorch
 * (`nn.init.zeros_(layer.bias)`): a program that made the layer with `bias: false` knows that the bias is null. Null
 * can be assigned.
 */
import type { Tensor } from '../tensor/tensor.js';
import type { Parameter } from './parameter.js';

export interface OptionalBias {
  get bias(): Parameter;
  set bias(value: Parameter | null);
}

export interface OptionalWeight {
  get weight(): Parameter;
  set weight(value: Parameter | null);
}

export interface OptionalStatistics {
  get running_mean(): Tensor;
  set running_mean(value: Tensor | null);
  get running_var(): Tensor;
  set running_var(value: Tensor | null);
  get num_batches_tracked(): Tensor;
  set num_batches_tracked(value: Tensor | null);
}

export interface OptionalCellBiases {
  get bias_ih(): Parameter;
  set bias_ih(value: Parameter | null);
  get bias_hh(): Parameter;
  set bias_hh(value: Parameter | null);
}

export interface OptionalProjections {
  /** The projection weights of queries, keys and values as one tensor (3E, E); null when their sizes differ. */
  get in_proj_weight(): Parameter;
  set in_proj_weight(value: Parameter | null);
  get q_proj_weight(): Parameter;
  set q_proj_weight(value: Parameter | null);
  get k_proj_weight(): Parameter;
  set k_proj_weight(value: Parameter | null);
  get v_proj_weight(): Parameter;
  set v_proj_weight(value: Parameter | null);
  get in_proj_bias(): Parameter;
  set in_proj_bias(value: Parameter | null);
  get bias_k(): Parameter;
  set bias_k(value: Parameter | null);
  get bias_v(): Parameter;
  set bias_v(value: Parameter | null);
}
