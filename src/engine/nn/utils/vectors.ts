import { TypeError_ } from '../../errors.js';
import { cat } from '../../generated/torch.js';
import { callable } from '../arguments.js';
import { pythonType } from '../../ops/signature.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor/tensor.js';

/** All elements of the parameters as one vector. */
export const parameters_to_vector = callable('parameters_to_vector(Iterable[Tensor] parameters)', ({ parameters }): Tensor =>
  cat([...parameters].map((p) => p.reshape(-1))),
);

/** Overwrites the parameters with the elements of a vector. */
export const vector_to_parameters = callable(
  'vector_to_parameters(any vec, Iterable[Tensor] parameters)',
  ({ vec: vector, parameters }): void => {
    if (!(vector instanceof Tensor)) throw new TypeError_(`expected torch.Tensor, but got: ${pythonType(vector)}`);
    quietly(() => {
      let offset = 0;
      for (const p of parameters) {
        p.data = vector.detach().narrow(0, offset, p.numel()).view(p.sizes);
        offset += p.numel();
      }
    });
  },
);
