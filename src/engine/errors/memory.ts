/** Errors of writing where memory is shared, each with PyTorch's sentence and its detail. */
import { RuntimeError } from '../errors.js';

/** What is written to has several elements at one place: a stretched view. */
export const writtenTwice = () =>
  new RuntimeError(
    'unsupported operation: more than one element of the written-to tensor refers to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
    { kind: 'overlap', within: true },
  );

/** What is written to shares a part of its memory with what is read. */
export const sharedInput = () =>
  new RuntimeError(
    'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
    { kind: 'overlap', within: false },
  );
