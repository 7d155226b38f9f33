import { kernels } from '../../backends/dispatch.js';
import { type DType, int64 } from '../../dtype.js';
import { IndexError, NotImplementedError_ } from '../../errors.js';
import { wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { cast } from '../pointwise.js';
import { placed, sumType } from './fold.js';
import { lacking } from '../lacks.js';

/** Running sums, products, extremes. */

function scanned(kernel: 'sum' | 'prod' | 'logsumexp', x: Tensor, dim: number, dtype: DType): Tensor {
  const input = cast(x, dtype);
  const d = wrapDim(dim, x.sizes.length);
  if (x.sizes.length === 0) return input === x ? x.clone() : input;
  const out = Tensor.empty(input.sizes, input.dtype, input.device);
  kernels.scan(kernel, input, d, out);
  return out;
}

/** Sums from each position to the end. */
const cumulativeFromEnd = (g: Tensor, dim: number): Tensor => (g.sizes.length === 0 ? g : g.flip([dim]).cumsum(dim).flip([dim]));

export const scans: Op[] = [
  op({
    signature: 'cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)',
    computesInOut: true,
    kind: kind.scan(),
    terms: { sum: ['input'] },
    doc: 'Running sums along a dim.',
    formula: 'out[i] = Σ_{j≤i} input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i]',
    variants: ['function', 'method', 'inplace'],
    forward: (input, dim, dtype) => scanned('sum', input, dim, sumType(input, dtype)),
    backward: { input: (g, s) => cumulativeFromEnd(g, s.dim) },
  }),
  op({
    signature: 'cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)',
    computesInOut: true,
    kind: kind.scan(),
    doc: 'Running products along a dim.',
    formula: 'out[i] = Π_{j≤i} input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]',
    keeps: ['result'],
    variants: ['function', 'method', 'inplace'],
    forward: (input, dim, dtype) => scanned('prod', input, dim, sumType(input, dtype)),
    backward: { input: (g, s) => cumprodGrad(g, s.input, s.dim) },
  }),
  op({
    signature: 'logcumsumexp(Tensor input, int dim)',
    kind: kind.scan(),
    doc: 'Running logarithms of sums of exponentials.',
    formula: 'out[i] = ln Σ_{j≤i} e^input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i] · e^(input[j] − out[i])',
    forward(input, dim) {
      wrapDim(dim, input.sizes.length);
      if (!input.dtype.isContinuous)
        throw new NotImplementedError_(`"logcumsumexp_out_cpu" not implemented for '${input.dtype.scalarName}'`);
      return scanned('logsumexp', input, dim, input.dtype);
    },
    backward: { input: (g, s) => logcumsumexpGrad(g, s.input, s.result, s.dim) },
  }),
  ...(['cummax', 'cummin'] as const).map((name) =>
    op({
      signature: `${name}(Tensor input, int dim, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`,
      lacks: lacking(`${name}_cpu`, 'UInt16'),
      kind: kind.scan(),
      terms: { sum: ['input'] },
      wrongOut: (result, out) => `expected scalar_type ${result.scalarName} but found ${out.scalarName}`,
      doc: `The ${name === 'cummax' ? 'greatest' : 'least'} so far along a dim, and where it is.`,
      formula: `values[i] = ${name.slice(3)}_{j≤i} input[j]`,
      gradient: 'input: g at indices',
      keeps: ['input'],
      forward(input, dim) {
        if (input.sizes.length === 0 && dim !== 0 && dim !== -1) {
          throw new IndexError(`${name}(): Expected reduction dim -1 or 0 for scalar but got ${dim}`);
        }
        const d = wrapDim(dim, input.sizes.length);
        const values = Tensor.empty(input.sizes, input.dtype, input.device);
        const indices = Tensor.zeros(input.sizes, int64, input.device);
        if (input.sizes.length === 0) values.copy_(input);
        else kernels.scanExtreme(name === 'cummax' ? 'max' : 'min', input, d, values, indices);
        return [values, indices];
      },
      backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.resultAt(1), true) },
    }),
  ),
];

/**
 * The gradient of logcumsumexp, computed in logarithms, with positive and negative gradients separate, so that it does
 * not overflow.
 */
function logcumsumexpGrad(g: Tensor, x: Tensor, result: Tensor, dim: number): Tensor {
  const fromEnd = (t: Tensor): Tensor => (t.sizes.length === 0 ? t : t.flip([dim]).logcumsumexp(dim).flip([dim]));
  // The logarithm of a complex number includes its sign, so one part is enough.
  if (g.dtype.is_complex)
    return fromEnd(g.log().sub(result).masked_fill(g.eq(0), -Infinity))
      .add(x)
      .exp();
  const part = (keep: Tensor, sign: number) =>
    fromEnd(g.mul(sign).masked_fill(keep.logical_not(), 1).log().sub(result).masked_fill(keep.logical_not(), -Infinity)).add(x).exp();
  return part(g.gt(0), 1).sub(part(g.lt(0), -1));
}

/**
 * The gradient of cumprod: for each input j, the sum over later outputs of the products without it. It is exact where
 * inputs are zero.
 */
function cumprodGrad(g: Tensor, x: Tensor, dim: number): Tensor {
  if (x.sizes.length === 0) return g;
  const d = wrapDim(dim, x.sizes.length);
  const n = x.sizes[d];
  const parts: Tensor[] = [];
  for (let j = 0; j < n; j++) {
    const before = x.narrow(d, 0, j).prod(d, true);
    const after = catOf([x.narrow(d, j, 1).detach().mul(0).add(1), x.narrow(d, j + 1, n - j - 1)], d).cumprod(d);
    parts.push(before.mul(after.mul(g.narrow(d, j, n - j)).sum([d], true)));
  }
  return parts.length > 0 ? catOf(parts, d) : g;
}
