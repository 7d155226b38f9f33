/** Products of matrices, and convolutions. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Attributes, Ref } from '../graphWriter.js';
import { size } from '../shapes.js';

const product: Rule = (c) => c.matmul(c.inputs[0]!, c.inputs[1]!);

/** `beta · input + alpha · product`. If `beta` is 0, the elements of `input` have no effect, not even NaN. */
const added =
  (multiply: (c: Call, a: Ref, b: Ref) => Ref): Rule =>
  (c) => {
    const [input, a, b] = c.inputs as [Ref, Ref, Ref];
    const result = c.times(multiply(c, a, b), c.number('alpha', 1));
    const beta = c.number('beta', 1);
    return beta === 0 ? c.expand(result, c.out.shape) : c.add(c.times(input, beta), result);
  };

const matmul = (c: Call, a: Ref, b: Ref): Ref => c.matmul(a, b);

const outer = (c: Call, a: Ref, b: Ref): Ref => c.mul(c.reshape(a, [a.shape[0]!, 1]), c.reshape(b, [1, b.shape[0]!]));

interface Geometry {
  strides: readonly number[];
  dilations: readonly number[];
  padding: readonly number[];
}

const geometry = (c: Call): Geometry => ({
  strides: c.numbers('stride'),
  dilations: c.numbers('dilation'),
  padding: c.numbers('padding'),
});

const bothSides = (padding: readonly number[]): number[] => [...padding, ...padding];

function convolution(c: Call): Ref {
  const { strides, dilations, padding } = geometry(c);
  const attributes: Attributes = { strides, dilations, pads: bothSides(padding), group: c.number('groups', 1) };
  const inputs = [c.tensor('input'), c.tensor('weight'), c.maybe('bias')];
  if (!c.flag('transposed')) return c.writer.op('Conv', inputs, c.out, attributes);
  return c.writer.op('ConvTranspose', inputs, c.out, { ...attributes, output_padding: c.numbers('output_padding') });
}

/**
 * The gradient of the weight: the input convolved with the gradient of the result. Batch and channels change places,
 * and so do stride and dilation. Each group is a convolution of its own.
 */
function convolutionWeight(c: Call): Ref {
  const { strides, dilations, padding } = geometry(c);
  const groups = c.number('groups', 1);
  const [input, grad] = [c.tensor('input'), c.tensor('grad_output')];
  const exchanged = (ref: Ref) => c.transpose(ref, [1, 0, ...ref.shape.slice(2).map((_, i) => i + 2)]);
  const split = (ref: Ref): Ref[] => {
    if (groups === 1) return [ref];
    const part = { ...ref, shape: [ref.shape[0]! / groups, ...ref.shape.slice(1)] };
    return c.writer.multi('Split', [ref], new Array<Ref>(groups).fill(part), { axis: 0, num_outputs: groups });
  };
  const { shape, dtype } = c.out;
  const inputs = split(exchanged(input));
  const each = split(exchanged(grad)).map((g, i) => {
    const x = inputs[i]!;
    const spatial = x.shape
      .slice(2)
      .map((n, d) => Math.floor((n + 2 * padding[d]! - strides[d]! * (g.shape[d + 2]! - 1) - 1) / dilations[d]!) + 1);
    const found = c.writer.op(
      'Conv',
      [x, g],
      { shape: [x.shape[0]!, g.shape[0]!, ...spatial], dtype },
      { strides: dilations, dilations: strides, pads: bothSides(padding) },
    );
    // Where the stride does not use the whole input, the result has more positions than the kernel. They are cut off.
    const wanted = shape.slice(2);
    const cut = wanted.every((n, d) => n === spatial[d])
      ? found
      : c.writer.op(
          'Slice',
          [found, c.writer.ints(wanted.map(() => 0)), c.writer.ints(wanted), c.writer.ints(wanted.map((_, d) => d + 2))],
          {
            ...found,
            shape: [...found.shape.slice(0, 2), ...wanted],
          },
        );
    return exchanged(cut);
  });
  if (each.length === 1) return each[0]!;
  return c.writer.op('Concat', each, c.out, { axis: 0 });
}

// not operations: keys of a translation table, each with its rule for ONNX
export const products: Rules = {
  mm: product,
  bmm: product,
  mv: product,
  dot: product,
  addmm: added(matmul),
  addmv: added(matmul),
  baddbmm: added(matmul),
  addbmm: added((c, a, b) => c.reduce('ReduceSum', c.matmul(a, b), [0], false)),
  addr: added(outer),
  convolution,
  convolution_weight: (c) => {
    if (size(c.out.shape) === 0) throw new NoRule('A convolution without elements has no ONNX form.');
    return convolutionWeight(c);
  },
};
