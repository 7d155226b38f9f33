import { expandMismatch, wrongShape } from '../../errors/shapes.js';
import { sameSizes, showSizes, stretchesTo } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';

/** Views with expanded dims, and the inverse. */

/** The sizes, where -1 means the present size. */
function expandedSizes(input: Tensor, size: readonly number[]): number[] {
  const rank = input.sizes.length;
  if (size.length < rank) {
    throw wrongShape(
      `expand(torch.${input.dtype.scalarName}Tensor{${showSizes(input.sizes)}}, size=${showSizes(size)}): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${rank})`,
    );
  }
  const skip = size.length - rank;
  const sizes = [...size];
  // PyTorch names the last dim that does not fit.
  for (let i = size.length - 1; i >= 0; i--) {
    const n = size[i];
    const own = i < skip ? 1 : input.sizes[i - skip];
    if (n < 0 && (i < skip || n !== -1)) {
      if (i < skip) {
        throw wrongShape(`The expanded size of the tensor (${n}) isn't allowed in a leading, non-existing dimension ${i}`);
      }
      throw expandMismatch(input.sizes, size, i);
    } else if (n === -1) {
      sizes[i] = own;
    } else if (i >= skip && own !== n && own !== 1) {
      throw expandMismatch(input.sizes, size, i);
    }
  }
  return sizes;
}

export const expand: Op[] = ['expand', 'broadcast_to'].map((name) =>
  op({
    signature: `${name}(Tensor input, int... size)`,
    kind: kind.view({ each: true }),
    doc: 'Repeats dims of size 1 without copying.',
    formula: 'out = input, dims of 1 stretched',
    gradient: 'input: g, summed over what was stretched',
    gradFn: 'ExpandBackward0',
    variants: name === 'expand' ? ['method'] : ['function', 'method'],
    forward(input, size) {
      const sizes = expandedSizes(input, size);
      const skip = sizes.length - input.sizes.length;
      const strides = sizes.map((n, i) => (i < skip || (input.sizes[i - skip] === 1 && n !== 1) ? 0 : input.strides[i - skip]));
      return input.alias(sizes, strides);
    },
    backward: { input: (g) => g },
  }),
);

export const expandAs = op({
  signature: 'expand_as(Tensor input, Tensor other)',
  kind: kind.view({ each: true }),
  doc: 'Expands to the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input, other) => input.expand(other.sizes),
});

export const sumToSize = op({
  signature: 'sum_to_size(Tensor input, int... size)',
  kind: kind.reduction('sum'),
  doc: 'Sums over what broadcasting to the present size would have stretched.',
  formula: 'out = Σ input over the stretched dims',
  variants: ['method'],
  compose(input, size) {
    if (!stretchesTo(size, input.sizes)) {
      throw wrongShape(`size {${showSizes(size)}} is not expandable to size {${showSizes(input.sizes)}}.`);
    }
    if (size.length === 0) return input.sum();
    if (sameSizes(input.sizes, size)) return input;
    const skip = input.sizes.length - size.length;
    const dims = [...input.sizes.keys()].filter((d) => d < skip || (size[d - skip] === 1 && input.sizes[d] !== 1));
    const summed = dims.length > 0 ? input.sum(dims, true) : input;
    return skip > 0 ? summed.view(size) : summed;
  },
});
