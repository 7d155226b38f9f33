/** Errors about writes to shared memory, each with PyTorch's message and its detail. */
import { RuntimeError } from '../errors.js';

/** The written tensor has several elements at one place: it is an expanded view. */
export const writtenTwice = () =>
  new RuntimeError(
    'unsupported operation: more than one element of the written-to tensor refers to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
    { kind: 'overlap', within: true },
  );

/** The written tensor shares a part of its memory with an input. */
export const sharedInput = () =>
  new RuntimeError(
    'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
    { kind: 'overlap', within: false },
  );
