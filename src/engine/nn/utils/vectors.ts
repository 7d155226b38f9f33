import { TypeError_ } from '../../errors.js';
import { cat } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor.js';

/** All elements of the parameters in one vector. */
export const parameters_to_vector = (parameters: Iterable<Tensor>): Tensor => cat([...parameters].map((p) => p.reshape(-1)));

/** Overwrites the parameters with the elements of a vector. */
export function vector_to_parameters(vector: Tensor, parameters: Iterable<Tensor>): void {
  if (!(vector instanceof Tensor)) throw new TypeError_(`expected torch.Tensor, but got: ${typeof vector}`);
  quietly(() => {
    let offset = 0;
    for (const p of parameters) {
      p.data = vector.detach().narrow(0, offset, p.numel()).view(p.sizes);
      offset += p.numel();
    }
  });
}
