/** The operations of layers: products, convolutions, windows, and normalizations. */
import { keywords, list, literal, MOST_DIMS, short, type Node, type Rules } from '../node.js';

export const layers: Rules = {
  MatMul: (node) => `${node.in(0)}.matmul(${node.in(1)})`,
  Gemm: (node) => {
    const [alpha, beta] = [node.float('alpha', 1), node.float('beta', 1)];
    const isLinear = !node.int('transA', 0) && node.int('transB', 0) === 1 && alpha === 1 && beta === 1;
    if (isLinear && (!node.has(2) || node.rank(2) === 1)) return `F.linear(${node.all.join(', ')})`;
    const side = (at: number, flag: string): string => `${node.in(at)}${node.int(flag, 0) ? '.t()' : ''}`;
    const product = `${side(0, 'transA')}.matmul(${side(1, 'transB')})`;
    const scaled = alpha === 1 ? product : `${product} * ${literal(alpha)}`;
    return node.has(2) ? `${scaled} + ${node.in(2)}${beta === 1 ? '' : ` * ${literal(beta)}`}` : scaled;
  },
  Einsum: (node) => `torch.einsum(${JSON.stringify(node.text('equation', ''))}, ${node.all.join(', ')})`,
  Conv: (node) => {
    const n = spatial(node);
    const { input, padding } = paddedInput(node, n, '0');
    const options = { ...strides(node, n), padding, groups: unless(node.int('group', 1), 1) };
    return `F.conv${n}d(${input}, ${node.in(1)}${bias(node)}${keywords(options)})`;
  },
  ConvTranspose: (node) => {
    const n = spatial(node);
    if (node.attribute('output_shape')) throw node.refuse('output_shape');
    if (/^SAME/.test(node.text('auto_pad', ''))) throw node.refuse('auto_pad');
    const { before, after, isEven } = pads(node, n);
    const output = node.ints('output_padding');
    // PyTorch removes the same amount at both ends. Other amounts are cut off by a slice.
    const cut = isEven ? '' : `[':, :, ${before.map((p, i) => `${p || ''}:${after[i] ? -after[i] : ''}`).join(', ')}']`;
    const options = {
      ...strides(node, n),
      padding: isEven ? all(before, 0) : null,
      output_padding: output && all(output, 0),
      groups: unless(node.int('group', 1), 1),
    };
    return `F.conv_transpose${n}d(${node.in(0)}, ${node.in(1)}${bias(node)}${keywords(options)})${cut}`;
  },
  MaxPool: (node) => {
    const kernel = node.ints('kernel_shape')!;
    const hasIndices = Boolean(node.results[1]);
    const { input, padding } = paddedInput(node, kernel.length, '-Infinity');
    const options = {
      padding,
      dilation: dilation(node),
      ceil_mode: node.int('ceil_mode', 0) ? true : null,
      return_indices: hasIndices || null,
    };
    const pooled = `F.max_pool${kernel.length}d(${input}, ${short(kernel)}${stride(node, kernel)}${keywords(options)})`;
    if (!hasIndices) return pooled;
    if (input !== node.in(0) || node.int('storage_order', 0)) throw node.refuse('Indices');
    return `${node.helper('countedThrough')}(${input}, ${pooled})`;
  },
  AveragePool: (node) => {
    const kernel = node.ints('kernel_shape')!;
    const isCounted = node.int('count_include_pad', 0) === 1;
    if (dilation(node)) throw node.refuse('dilations');
    if (!isCounted && !pads(node, kernel.length).isEven) throw node.refuse('pads that differ at both ends');
    const { input, padding } = paddedInput(node, kernel.length, '0');
    const options = {
      padding,
      ceil_mode: node.int('ceil_mode', 0) ? true : null,
      count_include_pad: isCounted || padding === null ? null : false,
    };
    return `F.avg_pool${kernel.length}d(${input}, ${short(kernel)}${stride(node, kernel)}${keywords(options)})`;
  },
  LpPool: (node) => {
    throw node.refuse('any p');
  },
  GlobalAveragePool: (node) => `${node.in(0)}.mean({ dim: ${node.dims(0, 2)}, keepdim: true })`,
  GlobalMaxPool: (node) => `${node.in(0)}.amax({ dim: ${node.dims(0, 2)}, keepdim: true })`,
  BatchNormalization: (node) => {
    if (node.int('training_mode', 0)) throw node.refuse('training_mode');
    const [x, scale, bias, mean, variance] = node.all;
    return `F.batch_norm(${[x, mean, variance, scale, bias].join(', ')}${epsilon(node)})`;
  },
  InstanceNormalization: (node) => `F.instance_norm(${node.in(0)}${keywords({ weight: node.in(1), bias: node.in(2), eps: eps(node) })})`,
  LayerNormalization: (node) => {
    const axis = node.int('axis', -1);
    if (Math.abs(axis) > MOST_DIMS) throw node.refuse('such an axis');
    const x = node.in(0);
    const scale = node.has(1) || node.has(2) ? `, ${node.orNull(1)}, ${node.orNull(2)}` : '';
    const normed = `F.layer_norm(${x}, ${x}.shape.slice(${axis})${scale}${epsilon(node)})`;
    if (!node.results.slice(1).some(Boolean)) return normed;
    const dims = axis < 0 ? list(Array.from({ length: -axis }, (_, i) => i + axis)) : node.dims(0, axis);
    const [mean, variance] = [`${x}.mean(${dims}, true)`, `${x}.var(${dims}, { correction: 0, keepdim: true })`];
    return `[${normed}, ${mean}, (${variance} + ${literal(eps(node))}).rsqrt()]`;
  },
  RMSNormalization: (node) => {
    const axis = node.int('axis', -1);
    return `F.rms_norm(${node.in(0)}, ${node.in(0)}.shape.slice(${axis}), ${node.in(1)}, ${literal(eps(node))})`;
  },
  GroupNormalization: (node) => {
    if (node.opset < 21) throw node.refuse('opset 18');
    return `F.group_norm(${node.in(0)}, ${node.int('num_groups', 1)}, ${node.in(1)}, ${node.in(2)}${epsilon(node)})`;
  },
  LRN: (node) => {
    const [size, alpha, beta, k] = [node.int('size', 1), node.float('alpha', 1e-4), node.float('beta', 0.75), node.float('bias', 1)];
    return `F.local_response_norm(${node.in(0)}, ${size}, ${[alpha, beta, k].map(literal).join(', ')})`;
  },
  LpNormalization: (node) => `F.normalize(${node.in(0)}${keywords({ p: node.int('p', 2), dim: node.int('axis', -1) })})`,
  Resize: (node) => resized(node, 2, 3),
  Upsample: (node) => resized(node, 1, null),
  NegativeLogLikelihoodLoss: (node) => loss(node, 'nll_loss'),
  SoftmaxCrossEntropyLoss: (node) => {
    if (node.results.slice(1).some(Boolean)) throw node.refuse('log_prob');
    return loss(node, 'cross_entropy');
  },
};

/** A loss that takes scores and classes. */
function loss(node: Node, name: string): string {
  const options = {
    weight: node.has(2) ? node.in(2) : null,
    ignore_index: node.attribute('ignore_index') ? node.int('ignore_index', 0) : null,
    reduction: reduction(node),
  };
  return `F.${name}(${node.in(0)}, ${node.in(1)}${keywords(options)})`;
}

/**
 * @throws NoForm for a reduction that ONNX does not have: no text of the file is copied into the model file unchecked
 */
function reduction(node: Node): string {
  const said = node.text('reduction', 'mean');
  if (!/^(mean|sum|none)$/.test(said)) throw node.refuse(said);
  return `'${said}'`;
}

const eps = (node: Node): number => node.float('epsilon', Math.fround(1e-5));
const epsilon = (node: Node): string => keywords({ eps: literal(eps(node)) });

const bias = (node: Node): string => (node.has(2) ? `, ${node.in(2)}` : '');

const unless = (value: number, usual: number): number | null => (value === usual ? null : value);
const all = (values: readonly number[], usual: number): string | null => (values.every((n) => n === usual) ? null : short(values));

/** The number of dims along which a window moves. */
function spatial(node: Node): number {
  const rank =
    (node.ints('kernel_shape') ?? node.ints('strides') ?? node.ints('dilations'))?.length ?? (node.rank(1) ?? node.rank(0) ?? NaN) - 2;
  if (!(rank >= 1 && rank <= 3)) throw node.refuse('a rank that is not known');
  return rank;
}

const dilation = (node: Node): string | null => all(node.ints('dilations') ?? [], 1);

const strides = (node: Node, n: number) => ({
  stride: all(node.ints('strides') ?? Array<number>(n).fill(1), 1),
  dilation: dilation(node),
});

/** Without a stride, pooling moves by 1 in ONNX and by the window size in PyTorch. */
function stride(node: Node, kernel: readonly number[]): string {
  const given = node.ints('strides') ?? kernel.map(() => 1);
  return given.every((n, i) => n === kernel[i]) ? '' : `, ${short(given)}`;
}

/** @param given the padding; by default that of the node */
function pads(node: Node, n: number, given = node.ints('pads')): { before: readonly number[]; after: readonly number[]; isEven: boolean } {
  const [before, after] = given ? [given.slice(0, n), given.slice(n)] : [Array<number>(n).fill(0), Array<number>(n).fill(0)];
  return { before, after, isEven: before.every((p, i) => p === after[i]) };
}

/** Padding that PyTorch's argument cannot express is added before the operation, as zeros or as `value`. */
function paddedInput(node: Node, n: number, value: string): { input: string; padding: string | null } {
  const auto = node.text('auto_pad', 'NOTSET');
  if (/^SAME/.test(auto)) {
    const isOne = (node.ints('strides') ?? []).every((step) => step === 1);
    if (node.type !== 'Conv' || !isOne || auto !== 'SAME_UPPER') throw node.refuse(`auto_pad ${auto}`);
    return { input: node.in(0), padding: "'same'" };
  }
  const { before, after, isEven } = auto === 'VALID' ? pads(node, n, null) : pads(node, n);
  const kernel = node.ints('kernel_shape') ?? [];
  const fits = node.type === 'Conv' || before.every((p, i) => p * 2 <= (kernel[i] ?? 0));
  if (fits && isEven) return { input: node.in(0), padding: all(before, 0) };
  const around = before.flatMap((p, i) => [after[i]!, p]).reverse();
  return { input: `F.pad(${node.in(0)}, ${list(around)}${keywords({ value: value === '0' ? null : value })})`, padding: null };
}

/** @param scales, sizes the places of these inputs */
function resized(node: Node, scales: number, sizes: number | null): string {
  const mode = node.text('mode', 'nearest');
  const place = node.text('coordinate_transformation_mode', node.type === 'Upsample' ? 'asymmetric' : 'half_pixel');
  const n = (node.numbers(scales)?.length ?? (sizes === null ? undefined : node.numbers(sizes)?.length) ?? node.rank(0) ?? NaN) - 2;
  if (!(n >= 1 && n <= 3)) throw node.refuse('a rank that is not known');
  if (node.attribute('axes')) throw node.refuse('axes');
  const size =
    sizes !== null && node.has(sizes)
      ? `size: ${node.numbers(sizes) ? list(node.numbers(sizes)!.slice(2)) : `${node.list(sizes)}.slice(2)`}`
      : null;
  const given = node.numbers(scales);
  const factor = size ?? `scale_factor: ${given && given.length > 0 ? list(given.slice(2)) : `${node.in(scales)}.tolist().slice(2)`}`;
  if (mode === 'nearest') {
    const rounding = node.text('nearest_mode', node.type === 'Upsample' ? 'floor' : 'round_prefer_floor');
    if (place === 'asymmetric' && rounding === 'floor') return `F.interpolate(${node.in(0)}, { ${factor}, mode: 'nearest' })`;
    const isWhole = given?.every((s) => Number.isInteger(s)) ?? false;
    if (isWhole && /half_pixel/.test(place)) return `F.interpolate(${node.in(0)}, { ${factor}, mode: 'nearest' })`;
    throw node.refuse(`${place} and ${rounding}`);
  }
  const name = mode === 'cubic' ? 'bicubic' : ['linear', 'bilinear', 'trilinear'][n - 1]!;
  if (mode === 'cubic' && node.float('cubic_coeff_a', -0.75) !== -0.75) throw node.refuse('cubic_coeff_a');
  if (!/^(align_corners|half_pixel|pytorch_half_pixel)$/.test(place)) throw node.refuse(place);
  return `F.interpolate(${node.in(0)}, { ${factor}, mode: '${name}', align_corners: ${place === 'align_corners'} })`;
}
