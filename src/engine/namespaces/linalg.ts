/** `torch.linalg`: the operations, and the error of a matrix that has not what is asked for. */
export * from '../generated/linalg.js';
export { LinAlgError } from '../errors.js';
