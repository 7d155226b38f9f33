/** `torch.linalg`: its operations, and the error for a matrix that lacks a required property. */
export * from '../generated/linalg.js';
export { LinAlgError } from '../errors.js';
