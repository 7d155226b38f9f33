/** Pooling and resizing: operations on windows of the last dims. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Attributes, Ref } from '../graphWriter.js';
import { size } from '../shapes.js';

interface Windows {
  kernel: readonly number[];
  strides: readonly number[];
  dilations: readonly number[];
  before: readonly number[];
  /** The padding at the end, as far as the last window reaches. */
  after: readonly number[];
}

function windows(c: Call, input: readonly number[], output: readonly number[], n: number): Windows {
  const kernel = c.numbers('kernel_size');
  const strides = c.numbers('stride', kernel);
  const before = c.numbers('padding', new Array<number>(n).fill(0));
  const dilations = c.numbers('dilation', new Array<number>(n).fill(1));
  const after = output.slice(-n).map((count, d) => {
    const reach = (count - 1) * strides[d]! + dilations[d]! * (kernel[d]! - 1) + 1;
    return Math.max(0, reach - input.slice(-n)[d]! - before[d]!);
  });
  return { kernel, strides, dilations, before, after };
}

const attributesOf = ({ kernel, strides, dilations, before, after }: Windows): Attributes => ({
  kernel_shape: kernel,
  strides,
  dilations,
  pads: [...before, ...after],
});

/** The shape [planes, 1, spatial…], whatever dims come before the last `n`. */
const planes = (c: Call, ref: Ref, n: number): Ref => {
  const rank = ref.shape.length;
  return c.reshape(ref, [size(ref.shape.slice(0, rank - n)), 1, ...ref.shape.slice(rank - n)]);
};

/** The tensor with a batch dim and a channel dim, as ONNX requires. */
const batched = (c: Call, ref: Ref, n: number): Ref => (ref.shape.length === n + 2 ? ref : planes(c, ref, n));

const maxPool =
  (n: number): Rule =>
  (c) => {
    const [values, indices] = c.step.outputs;
    const x = batched(c, c.input, n);
    const shape = [...x.shape.slice(0, 2), ...values!.shape.slice(-n)];
    const [out, places] = c.writer.multi(
      'MaxPool',
      [x],
      [{ shape, dtype: x.dtype }, indices ? { shape, dtype: 'int64' } : null].slice(0, indices ? 2 : 1),
      attributesOf(windows(c, c.input.shape, values!.shape, n)),
    );
    // ONNX counts the indices through the whole tensor, PyTorch in each plane.
    const inPlane = places && c.each('Mod', [places, c.writer.scalar(size(c.input.shape.slice(-n)), 'int64')]);
    return [c.reshape(out!, values!.shape), ...(inPlane ? [c.reshape(inPlane, indices!.shape)] : [])];
  };

/**
 * 1 / the divisor of each window, in a shape that broadcasts with the windows. Null where every divisor is the kernel
 * size.
 */
function inverseCounts(c: Call, input: readonly number[], output: readonly number[], n: number, dtype: string): Ref | null {
  const { kernel, strides, before } = windows(c, input, output, n);
  const divisor = c.number('divisor', 0);
  const includes = c.flag('count_include_pad', true);
  const along = kernel.map((k, d) =>
    Array.from({ length: output.slice(-n)[d]! }, (_, i) => {
      const begin = i * strides[d]! - before[d]!;
      const end = Math.min(begin + k, input.slice(-n)[d]! + before[d]!);
      return includes ? end - begin : Math.min(end, input.slice(-n)[d]!) - Math.max(begin, 0);
    }),
  );
  const counts = along.reduce<number[]>((all, list) => all.flatMap((a) => list.map((b) => a * b)), [1]).map((count) => divisor || count);
  if (counts.every((count) => count === size(kernel))) return null;
  return c.writer.constant(
    counts.map((count) => 1 / count),
    { shape: [1, 1, ...output.slice(-n)], dtype },
  );
}

const avgPool =
  (n: number): Rule =>
  (c) => {
    const all = windows(c, c.input.shape, c.out.shape, n);
    const x = batched(c, c.input, n);
    const shape = [...x.shape.slice(0, 2), ...c.out.shape.slice(-n)];
    const { dilations: _, ...attributes } = attributesOf(all);
    const mean = c.writer.op('AveragePool', [x], { shape, dtype: x.dtype }, { ...attributes, count_include_pad: 1 });
    const counts = inverseCounts(c, c.input.shape, c.out.shape, n, x.dtype);
    return c.reshape(counts ? c.mul(c.times(mean, size(all.kernel)), counts) : mean, c.out.shape);
  };

const avgPoolBackward =
  (n: number): Rule =>
  (c) => {
    const g = planes(c, c.input, n);
    const all = windows(c, c.out.shape, c.input.shape, n);
    const counts = inverseCounts(c, c.out.shape, c.input.shape, n, g.dtype);
    const share = counts ? c.mul(g, counts) : c.times(g, 1 / size(all.kernel));
    const { kernel, strides, before, after } = all;
    const sizes = c.out.shape.slice(-n);
    const rest = sizes.map((wanted, d) => wanted - ((g.shape[d + 2]! - 1) * strides[d]! + kernel[d]! - before[d]! - after[d]!));
    const ones = c.writer.constant(new Array<number>(size(kernel)).fill(1), { shape: [1, 1, ...kernel], dtype: g.dtype });
    const out = { shape: [g.shape[0]!, 1, ...sizes], dtype: g.dtype };
    const spread = c.writer.op('ConvTranspose', [share, ones], out, {
      kernel_shape: kernel,
      strides,
      pads: [...before, ...after],
      output_padding: rest,
    });
    return c.reshape(spread, c.out.shape);
  };

/** The share of each of `length` inputs in each of `count` outputs, as a matrix [length, count]. */
function shares(length: number, count: number): number[] {
  const matrix = new Array<number>(length * count).fill(0);
  for (let i = 0; i < count; i++) {
    const [begin, end] = [Math.floor((i * length) / count), Math.ceil(((i + 1) * length) / count)];
    for (let k = begin; k < end; k++) matrix[k * count + i] = 1 / (end - begin);
  }
  return matrix;
}

/** An adaptive mean is a matrix product along each dim. */
const adaptive =
  (n: number, isBackward: boolean): Rule =>
  (c) => {
    const [from, to] = [c.input.shape, c.out.shape];
    return Array.from({ length: n }, (_, d) => from.length - n + d).reduce((ref, dim) => {
      const perm = ref.shape.map((_, i) => i);
      [perm[dim], perm[perm.length - 1]] = [perm.length - 1, dim];
      const [many, few] = isBackward ? [to[dim]!, from[dim]!] : [from[dim]!, to[dim]!];
      const matrix = c.writer.constant(shares(many, few), { shape: [many, few], dtype: ref.dtype });
      return c.transpose(c.matmul(c.transpose(ref, perm), isBackward ? c.transpose(matrix, [1, 0]) : matrix), perm);
    }, c.input);
  };

/** Adds elements at places in the planes of the last `n` dims. */
const ontoPlanes: Rule = (c) => {
  const n = c.number('n', 2);
  const flat = (ref: Ref) => c.reshape(ref, [size(ref.shape.slice(0, -n)), size(ref.shape.slice(-n))]);
  const { shape, dtype } = c.out;
  const zeros = c.expand(c.writer.constant([0], { shape: [1, 1], dtype }), [size(shape.slice(0, -n)), size(shape.slice(-n))]);
  const [grad, indices] = c.inputs as [Ref, Ref];
  return c.reshape(c.writer.op('ScatterElements', [zeros, flat(indices), flat(grad)], zeros, { axis: 1, reduction: 'add' }), shape);
};

const resized =
  (mode: string, n: number): Rule =>
  (c) => {
    const scales = (c.argument('scales') ?? null) as readonly (number | null)[] | null;
    const exact = c.out.shape.slice(-n).every((to, d) => scales?.[d] == null || to / c.input.shape.slice(-n)[d]! === scales[d]);
    if (!exact) throw new NoRule(`'${c.step.op}' by a factor that gives no whole size has no ONNX form.`);
    const corners = c.flag('align_corners') ? 'align_corners' : 'half_pixel';
    return c.writer.op('Resize', [c.input, null, null, c.writer.ints(c.out.shape)], c.out, {
      mode,
      coordinate_transformation_mode: mode === 'nearest' ? 'asymmetric' : corners,
      ...(mode === 'nearest' && { nearest_mode: 'floor' }),
      ...(mode === 'cubic' && { cubic_coeff_a: { float: -0.75 } }),
    });
  };

/** Each element of the gradient is the sum over the places to which the element was repeated. */
const nearestBackward =
  (n: number): Rule =>
  (c) => {
    const [from, to] = [c.out.shape.slice(-n), c.input.shape.slice(-n)];
    const flat = c.reshape(c.input, [size(c.input.shape.slice(0, -n)), size(to)]);
    const zeros = c.expand(c.writer.constant([0], { shape: [1, 1], dtype: flat.dtype }), [flat.shape[0]!, size(from)]);
    const along = to.map((count, d) => Array.from({ length: count }, (_, i) => Math.floor((i * from[d]!) / count)));
    const places = along.reduce<number[]>((all, list, d) => all.flatMap((a) => list.map((b) => a * from[d]! + b)), [0]);
    const each = Array.from({ length: flat.shape[0]! }, () => places).flat();
    const indices = c.writer.constant(each, { shape: flat.shape, dtype: 'int64' });
    return c.reshape(c.writer.op('ScatterElements', [zeros, indices, flat], zeros, { axis: 1, reduction: 'add' }), c.out.shape);
  };

const sampled: Rule = (c) =>
  c.writer.op('GridSample', [c.tensor('input'), c.tensor('grid')], c.out, {
    mode: ['linear', 'nearest', 'cubic'][c.number('interpolation_mode', 0)]!,
    padding_mode: ['zeros', 'border', 'reflection'][c.number('padding_mode', 0)]!,
    align_corners: Number(c.flag('align_corners')),
  });

const affinePoints: Rule = (c) =>
  c.writer.op('AffineGrid', [c.tensor('theta'), c.writer.ints(c.numbers('size'))], c.out, {
    align_corners: Number(c.flag('align_corners')),
  });

// not operations: keys of a translation table, each with its rule for ONNX
export const windowRules: Rules = {
  grid_sampler: sampled,
  affine_grid_generator: affinePoints,
  max_pool2d: maxPool(2),
  max_pool3d: maxPool(3),
  max_pool_backward: ontoPlanes,
  avg_pool2d: avgPool(2),
  avg_pool3d: avgPool(3),
  avg_pool2d_backward: avgPoolBackward(2),
  avg_pool3d_backward: avgPoolBackward(3),
  adaptive_avg_pool2d: adaptive(2, false),
  adaptive_avg_pool3d: adaptive(3, false),
  adaptive_avg_pool2d_backward: adaptive(2, true),
  adaptive_avg_pool3d_backward: adaptive(3, true),
  upsample_nearest1d: resized('nearest', 1),
  upsample_nearest2d: resized('nearest', 2),
  upsample_nearest3d: resized('nearest', 3),
  upsample_linear1d: resized('linear', 1),
  upsample_bilinear2d: resized('linear', 2),
  upsample_trilinear3d: resized('linear', 3),
  upsample_bicubic2d: resized('cubic', 2),
  upsample_nearest1d_backward: nearestBackward(1),
  upsample_nearest2d_backward: nearestBackward(2),
  upsample_nearest3d_backward: nearestBackward(3),
};
