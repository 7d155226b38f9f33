/** What both generations of `spectral_norm` share: the greatest singular value of a weight, by powers. */
import * as F from '../../generated/functional.js';
import { mv, vdot } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { Module } from '../module.js';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../modules/convTranspose.js';

/** The dim that stands for the outputs of a layer, where nobody says it. */
export const outputDim = (module: Module): number =>
  [ConvTranspose1d, ConvTranspose2d, ConvTranspose3d].some((kind) => module instanceof kind) ? 1 : 0;

/** A weight as a matrix, with the rows that `dim` counts. */
export const asMatrix = (weight: Tensor, dim: number): Tensor => (dim === 0 ? weight : weight.movedim(dim, 0)).flatten(1);

/** A vector of length 1 in a random direction. */
export const direction = (like: Tensor, n: number, eps: number): Tensor =>
  quietly(() => F.normalize(like.new_empty([n]).normal_(0, 1), { dim: 0, eps }));

/** The greatest singular value of `matrix` by its singular vectors, which are taken as they are now. */
export function spectralNormOf(matrix: Tensor, u: Tensor, v: Tensor): Tensor {
  const [left, right] = quietly(() => [u.clone(), v.clone()]);
  return vdot(left, mv(matrix, right));
}
