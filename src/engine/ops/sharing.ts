/** A plain tensor that shares the elements of an array of NumPy. */
import { Tensor } from '../tensor/tensor.js';

type Looks = Pick<Tensor, 'storage' | 'sizes' | 'strides' | 'offset' | 'dtype' | 'version'>;

export const sharing = ({ storage, sizes, strides, offset, dtype, version }: Looks): Tensor =>
  new Tensor(storage, sizes, strides, offset, dtype, version);
