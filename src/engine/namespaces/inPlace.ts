import * as F from '../generated/functional.js';
import type { OrByName } from '../nn/arguments.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import type { Tensor } from '../tensor/tensor.js';

/** Functions of `torch` that change their argument and are not in-place variants of operations. */

/** Cuts a tensor from its history, as `torch.detach_`. */
export const detach_ = (input: Tensor): Tensor => input.detach_();

/** As `torch.resize_as_`. */
export const resize_as_ = (input: Tensor, the_template: Tensor): Tensor => input.resize_as_(the_template);

/** Writes values (or adds them) at the places that `indices` name, as `torch.index_put_`. */
export const index_put_ = (
  input: Tensor,
  indices: readonly IndexSpec[],
  values: Tensor,
  accumulate: OrByName<'accumulate', boolean> = false,
): Tensor => input.index_put_(indices, values, accumulate);

/** As `torch.dropout_`. */
export const dropout_ = (input: Tensor, p: number, train: boolean): Tensor => F.dropout(input, { p, training: train, inplace: true });

/** As `torch.alpha_dropout_`. */
export const alpha_dropout_ = (input: Tensor, p: number, train: boolean): Tensor =>
  F.alpha_dropout(input, { p, training: train, inplace: true });

/** Dropout of whole channels, as `torch.feature_dropout_`. */
export const feature_dropout_ = (input: Tensor, p: number, train: boolean): Tensor =>
  F.dropout2d(input, { p, training: train, inplace: true });

/** Alpha dropout of whole channels, as `torch.feature_alpha_dropout_`. */
export const feature_alpha_dropout_ = (input: Tensor, p: number, train: boolean): Tensor =>
  F.feature_alpha_dropout(input, { p, training: train, inplace: true });

/** As `torch.rrelu_`. */
export const rrelu_ = (input: Tensor, lower = 1 / 8, upper = 1 / 3, training = false): Tensor =>
  F.rrelu(input, { lower, upper, training, inplace: true });

/**
 * Scales the rows of a table that `indices` name down to a norm of at most `max_norm`, as `torch.embedding_renorm_`.
 */
export function embedding_renorm_(input: Tensor, indices: Tensor, max_norm: number, norm_type: number): Tensor {
  F.embedding(indices, input, { max_norm, norm_type });
  return input;
}
