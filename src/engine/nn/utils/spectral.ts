/**
 * The shared part of the older and the newer `spectral_norm`: the greatest singular value of a weight, by power
 * iteration.
 */
import * as F from '../../generated/functional.js';
import { mv, vdot } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { Module } from '../module.js';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../modules/convTranspose.js';

/** The dim of a weight that counts the outputs of a layer, when the program names none. */
export const outputDim = (module: Module): number =>
  [ConvTranspose1d, ConvTranspose2d, ConvTranspose3d].some((kind) => module instanceof kind) ? 1 : 0;

/** A weight as a matrix whose rows are the slices along `dim`. */
export const asMatrix = (weight: Tensor, dim: number): Tensor => (dim === 0 ? weight : weight.movedim(dim, 0)).flatten(1);

/** A vector of length 1 in a random direction. */
export const direction = (like: Tensor, n: number, eps: number): Tensor =>
  quietly(() => F.normalize(like.new_empty([n]).normal_(0, 1), { dim: 0, eps }));

/** The greatest singular value of `matrix`, from copies of its present singular vectors. */
export function spectralNormOf(matrix: Tensor, u: Tensor, v: Tensor): Tensor {
  const [left, right] = quietly(() => [u.clone(), v.clone()]);
  return vdot(left, mv(matrix, right));
}
