import { bool, type DType, uint8 } from '../../dtype.js';
import { wrapDims } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { allDims, fold } from './fold.js';

/** Whether any or all elements are true. */

export const logic = (name: 'any' | 'all', word: string): Op[] => {
  const type = (x: Tensor) => (x.dtype === uint8 ? uint8 : bool);
  const wrongOut = (_: DType, out: DType) =>
    out === bool || out === uint8 ? null : `${name} only supports bool tensor for result, got: ${out.scalarName}`;
  return [
    op({
      signature: `${name}(Tensor input, *, Tensor? out=None)`,
      wrongOut,
      kind: kind.reduction('truth'),
      doc: `Whether ${word} element is not zero.`,
      formula: `out = ${name} input`,
      forward: (input) => fold(name, input, allDims(input), false, type(input)),
    }),
    op({
      signature: `${name}.dim(Tensor input, int dim, bool keepdim=False, *, Tensor? out=None)`,
      wrongOut,
      kind: kind.reduction('truth'),
      doc: `Whether ${word} element along a dim is not zero.`,
      formula: `out = ${name}_dim input`,
      forward: (input, dim, keepdim) => fold(name, input, wrapDims([dim], input.sizes.length), keepdim, type(input)),
    }),
    op({
      signature: `${name}.dims(Tensor input, int[]? dim=None, bool keepdim=False)`,
      kind: kind.reduction('truth'),
      doc: `Whether ${word} element over dims is not zero; over none, whether each is not.`,
      formula: `out = ${name}_dim input`,
      forward: (input, dim, keepdim) =>
        dim?.length === 0 ? input.ne(0).to(type(input)) : fold(name, input, wrapDims(dim, input.sizes.length), keepdim, type(input)),
    }),
  ];
};
