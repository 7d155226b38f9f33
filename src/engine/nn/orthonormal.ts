import { read } from '../backends/allocation.js';
import type { Tensor } from '../tensor/tensor.js';

/**
 * The Q of the QR decomposition of a tall matrix where R has a positive diagonal: the columns are made orthonormal one
 * after another (Gram and Schmidt, twice, to remove the rounding errors).
 */
export function orthonormal(matrix: Tensor): Tensor {
  const [rows, columns] = matrix.sizes;
  const q = Float64Array.from(read(matrix));
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += q[r * columns + a] * q[r * columns + b];
    return sum;
  };
  for (let c = 0; c < columns; c++) {
    for (let round = 0; round < 2; round++) {
      for (let before = 0; before < c; before++) {
        const along = dot(before, c);
        for (let r = 0; r < rows; r++) q[r * columns + c] -= along * q[r * columns + before];
      }
    }
    const length = Math.sqrt(dot(c, c));
    for (let r = 0; r < rows; r++) q[r * columns + c] /= length;
  }
  return matrix.new_tensor([...q]).reshape(rows, columns);
}
