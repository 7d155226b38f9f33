/** A plain tensor that shares the elements of an array of NumPy. */
import { Tensor } from '../tensor/tensor.js';

export const sharing = ({ storage, sizes, strides, offset, dtype, version }: Tensor): Tensor =>
  new Tensor(storage, sizes, strides, offset, dtype, version);
