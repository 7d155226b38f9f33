import { IndexError } from '../../errors.js';
import { featuresMismatch, wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { inBoth } from './shared.js';

/** Products with a weight: torch.nn.Linear and torch.nn.Bilinear. */

function checkFeatures(input: Tensor, weight: Tensor, bias: Tensor | null): void {
  const features = input.sizes.at(-1);
  if (weight.sizes.length !== 2 || features === undefined || features === weight.sizes[1]) return;
  const rows = numel(input.sizes.slice(0, -1));
  throw featuresMismatch(bias ? 'addmm' : 'mm', [rows, features], [weight.sizes[1], weight.sizes[0]]);
}

const linear = op({
  signature: 'nn.functional.linear(Tensor input, Tensor weight, Tensor? bias=None)',
  autocast: 'half',
  kind: kind.product(),
  doc: 'A linear map of the last dim: (…, in) with a weight of (out, in) gives (…, out).',
  formula: 'out = input @ weightᵀ + bias',
  gradient: 'input: g @ weight;  weight: gᵀ @ input;  bias: Σ g',
  // As PyTorch records it: one addmm where possible.
  compose(input, weight, bias) {
    const rank = input.sizes.length;
    const columns = weight.t();
    checkFeatures(input, weight, bias);
    if (bias && rank === 2) return bias.addmm(input, columns);
    if (bias && rank > 0 && input.isContiguousNow) {
      const lead = input.sizes.slice(0, -1);
      const rows = input.reshape([numel(lead), input.sizes[rank - 1]]);
      return bias.addmm(rows, columns)._unsafe_view([...lead, weight.sizes[0]]);
    }
    const out = input.matmul(columns);
    return bias ? out.add(bias) : out;
  },
});

function checkBilinear(a: Tensor, b: Tensor, weight: Tensor, bias: Tensor | null): void {
  const fail = (text: string) => wrongShape(`bilinear(): ${text}`);
  if (a.sizes.length !== b.sizes.length) {
    throw fail(`input dimensions do not match: got ${a.sizes.length} and ${b.sizes.length}`);
  }
  for (let i = 0; i < a.sizes.length - 1; i++) {
    if (a.sizes[i] !== b.sizes[i]) throw fail(`input batch dimensions do not match at dim ${i}: got ${a.sizes[i]} and ${b.sizes[i]}`);
  }
  const rank = weight.sizes.length;
  if (rank === 0) throw new IndexError('Dimension specified as 1 but tensor has no dimensions');
  wrapDim(1, rank);
  if (a.sizes.length === 0) throw new IndexError('Dimension specified as -1 but tensor has no dimensions');
  if (a.sizes.at(-1) !== weight.sizes[1]) {
    throw fail(`input1 size does not match weight size: got ${a.sizes.at(-1)} but expected ${weight.sizes[1]}`);
  }
  wrapDim(2, rank);
  if (b.sizes.at(-1) !== weight.sizes[2]) {
    throw fail(`input2 size does not match weight size: got ${b.sizes.at(-1)} but expected ${weight.sizes[2]}`);
  }
  if (bias && bias.sizes[0] !== weight.sizes[0]) {
    throw fail(`bias size does not match weight size: got ${bias.sizes[0]} but expected ${weight.sizes[0]}`);
  }
}

const bilinear: Op[] = inBoth('bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)', {
  kind: kind.product(),
  doc: 'A map linear in each of two inputs: (…, in1) and (…, in2) with a weight of (out, in1, in2) give (…, out).',
  formula: 'out[o] = Σ_ij input1[i] · weight[o, i, j] · input2[j] + bias[o]',
  gradient: 'input1: Σ g · weight · input2;  input2: Σ g · input1 · weight;  weight: Σ g · input1 · input2;  bias: Σ g',
  compose(a, b, weight, bias) {
    checkBilinear(a, b, weight, bias);
    const [o, i, j] = weight.sizes as [number, number, number];
    const batch = a.sizes.slice(0, -1);
    const count = batch.reduce((x, y) => x * y, 1);
    const right = b
      .reshape([count, j])
      .mm(weight.reshape([o * i, j]).t())
      .reshape([count, o, i]);
    const out = right
      .mul(a.reshape([count, 1, i]))
      .sum([-1])
      .reshape([...batch, o]);
    return bias ? out.add(bias) : out;
  },
});

export const linears: Op[] = [linear, ...bilinear];
