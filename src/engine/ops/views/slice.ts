import { IndexError, RuntimeError } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { kernels } from '../../backends/dispatch.js';
import { showSizes, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';

/** Parts of a dim. */

/** `x[start:end:step]` along one dim; the bounds are in range already. */
export const slice = op({
  internal: true,
  signature: 'slice(Tensor input, int dim, int start, int end, int step=1)',
  kind: kind.view(),
  doc: 'Every `step`-th element of a dim from `start` below `end`.',
  formula: 'out = input[…, start:end:step, …]',
  gradient: 'input: g at those places, 0 elsewhere',
  variants: ['method'],
  forward(input, dim, start, end, step) {
    if (step < 1) throw new RuntimeError('slice step must be positive');
    const size = input.sizes[wrapDim(dim, input.sizes.length)] ?? -1;
    if (start < 0 || start > size || end > size) {
      throw wrongShape(`slice from ${start} to ${end} is not within dimension ${dim} of size ${Math.max(size, 0)}`, IndexError);
    }
    const sizes = [...input.sizes];
    const strides = [...input.strides];
    sizes[dim] = Math.max(0, Math.ceil((end - start) / step));
    strides[dim] *= step;
    return input.alias(sizes, strides, input.offset + start * input.strides[dim]);
  },
  backward: { input: (g, s) => g.slice_backward(s.sizesOf('input'), s.dim, s.start, s.end, s.step) },
});

export const sliceBackward = op({
  signature: 'slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)',
  kind: kind.placement({ holds: 'input' }),
  doc: 'The gradient of a slice: zeros, with `input` in its place.',
  formula: 'out[…, start:end:step, …] = input, else 0',
  gradient: 'input: g[…, start:end:step, …]',
  variants: ['method'],
  forward(input, size, dim, start, _end, step) {
    const out = Tensor.zeros(size, input.dtype, input.device);
    const strides = [...out.strides];
    strides[dim] *= step;
    kernels.copy(input, out.alias(input.sizes, strides, start * out.strides[dim]));
    return out;
  },
  backward: { input: (g, s) => g.slice(s.dim, s.start, s.end, s.step) },
});

export const select = op({
  signature: 'select(Tensor input, int dim, int index)',
  kind: kind.view(),
  doc: 'One position of a dim, which goes.',
  formula: 'out = input[…, index, …]',
  gradient: 'input: g at that place, 0 elsewhere',
  forward(input, dim, index) {
    if (input.sizes.length === 0) throw wrongShape('select() cannot be applied to a 0-dim tensor.', IndexError);
    const d = wrapDim(dim, input.sizes.length);
    const n = input.sizes[d];
    if (index < -n || index >= n) {
      throw new IndexError(`select(): index ${index} out of range for tensor of size ${showSizes(input.sizes)} at dimension ${d}`, {
        kind: 'index',
        index,
        size: n,
        dim: d,
      });
    }
    const at = index < 0 ? index + n : index;
    return input.alias(
      input.sizes.filter((_, i) => i !== d),
      input.strides.filter((_, i) => i !== d),
      input.offset + at * input.strides[d],
    );
  },
  backward: {
    input: (g, s) => {
      const sizes = s.sizesOf('input');
      const d = wrapDim(s.dim, sizes.length);
      const at = s.index < 0 ? s.index + sizes[d] : s.index;
      return g.unsqueeze(d).slice_backward(sizes, d, at, at + 1, 1);
    },
  },
});

export const narrow = op({
  signature: 'narrow(Tensor input, int dim, int|Tensor start, int length)',
  kind: kind.view(),
  doc: '`length` positions of a dim from `start`.',
  formula: 'out = input[…, start:start+length, …]',
  compose(input, dim, first, length) {
    const start = typeof first === 'number' ? first : first.item();
    if (input.sizes.length === 0) throw wrongShape('narrow() cannot be applied to a 0-dim tensor.');
    if (length < 0) throw wrongPosition('narrow(): length must be non-negative.');
    const d = wrapDim(dim, input.sizes.length);
    const n = input.sizes[d];
    const from = start < 0 && start >= -n ? start + n : start;
    if (from < 0 || start < -n || start > n) {
      throw new IndexError(`start out of range (expected to be in range of [${-n}, ${n}], but got ${start})`, {
        kind: 'index',
        index: start,
        size: n,
        dim: d,
      });
    }
    if (from + length > n) throw wrongPosition(`start (${from}) + length (${length}) exceeds dimension size (${n}).`);
    return input.slice(d, from, from + length, 1);
  },
});
