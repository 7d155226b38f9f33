/** Operations that move elements or tell where they are. */
import { keywords, list, literal, MOST_DIMS, NoForm, type Node, type Rules } from '../node.js';
import { t } from '../../../../protocol/l10n.js';

export const shapes: Rules = {
  Constant: (node) => {
    if (node.attribute('value_float')) return `torch.tensor(${literal(node.float('value_float', 0))}, { dtype: torch.float32 })`;
    if (node.attribute('value_int')) return `torch.tensor(${node.int('value_int', 0)}, { dtype: torch.int64 })`;
    if (node.attribute('value_floats')) return `torch.tensor(${list(node.floats('value_floats')!)}, { dtype: torch.float32 })`;
    if (node.attribute('value_ints')) return `torch.tensor(${list(node.ints('value_ints')!)}, { dtype: torch.int64 })`;
    throw new NoForm(t('A constant that is no tensor has no form here.'));
  },
  ConstantOfShape: (node) => {
    const { dtype, data } = node.constant('value') ?? { dtype: 'float32', data: [0] };
    return `torch.full(${node.list(0)}, ${literal(data?.[0] ?? 0)}, { dtype: torch.${dtype} })`;
  },
  Shape: (node) => {
    const [start, end] = [node.int('start', 0), node.attribute('end') ? node.int('end', 0) : null];
    const part = start === 0 && end === null ? '' : `.slice(${start}${end === null ? '' : `, ${end}`})`;
    return `torch.tensor(${node.in(0)}.shape${part}, { dtype: torch.int64 })`;
  },
  Size: (node) => `torch.tensor(${node.in(0)}.numel())`,
  Range: (node) =>
    `torch.arange(${node.number(0)}, ${node.number(1)}, ${node.number(2)}${keywords({ dtype: node.dtype(0) && `torch.${node.dtype(0)}` })})`,
  Reshape: (node) => {
    const shape = node.numbers(1);
    if (!shape) return `${node.in(0)}.reshape(${node.in(1)}.tolist())`;
    const isKept = !node.int('allowzero', 0);
    return `${node.in(0)}.reshape([${shape.map((n, i) => (n === 0 && isKept ? `${node.in(0)}.shape[${i}]` : literal(n))).join(', ')}])`;
  },
  Flatten: (node) => {
    const axis = node.int('axis', 1);
    if (axis === 0) return `${node.in(0)}.reshape([1, -1])`;
    const rest = `${node.in(0)}.flatten(${axis > 0 ? 1 : -1})`;
    if (axis === 1) return node.rank(0) === 1 ? `${node.in(0)}.unsqueeze(1)` : rest;
    return axis === -1 ? `${node.in(0)}.flatten(0, -2)` : `${node.in(0)}.flatten(${axis}).flatten(0, ${axis > 0 ? axis - 1 : -2})`;
  },
  Transpose: (node) => {
    const perm = node.ints('perm');
    return `${node.in(0)}.permute(${perm ? list(perm) : `${node.dims(0)}.reverse()`})`;
  },
  Squeeze: (node) => {
    const axes = node.axes('axes', 1);
    return axes ? `${node.in(0)}.squeeze(${axes.length === 1 ? axes[0]! : list(axes)})` : `${node.in(0)}.squeeze()`;
  },
  Unsqueeze: (node) => {
    const axes = [...(node.axes('axes', 1) ?? [])];
    if (axes.some((axis) => axis < 0) && axes.some((axis) => axis >= 0)) throw node.refuse('axes from both ends');
    // Each axis is a place in the final result.
    const order = axes[0]! < 0 ? axes.sort((a, b) => b - a) : axes.sort((a, b) => a - b);
    return node.in(0) + order.map((axis) => `.unsqueeze(${axis})`).join('');
  },
  Concat: (node) => `torch.cat([${node.all.join(', ')}], ${node.int('axis', 0)})`,
  Split: (node) => {
    const [axis, sizes] = [node.int('axis', 0), node.axes('split', 1)];
    return sizes ? `${node.in(0)}.split(${list(sizes)}, ${axis})` : `${node.in(0)}.chunk(${node.results.length}, ${axis})`;
  },
  Slice: sliced,
  Expand: (node) => `${node.in(0)}.expand(torch.broadcast_shapes(${node.in(0)}.shape, ${node.list(1)}))`,
  Tile: (node) => `${node.in(0)}.tile(${node.list(1)})`,
  Pad: padded,
  Trilu: (node) => `${node.in(0)}.${node.int('upper', 1) ? 'triu' : 'tril'}(${node.has(1) ? node.number(1) : ''})`,
  DepthToSpace: (node) => {
    if (node.text('mode', 'DCR') !== 'CRD') throw node.refuse('mode DCR');
    return `F.pixel_shuffle(${node.in(0)}, ${node.int('blocksize', 1)})`;
  },
  EyeLike: (node) => `torch.eye(...${node.in(0)}.shape).to(${node.attribute('dtype') ? node.torchType('dtype') : `${node.in(0)}.dtype`})`,
};

/** The number that means "to the end" in a file: from the largest integer of 32 bits on. */
const END = 2 ** 31 - 1;

function sliced(node: Node): string {
  const starts = node.ints('starts') ?? node.numbers(1);
  const ends = node.ints('ends') ?? node.numbers(2);
  const axes = node.axes('axes', 3) ?? Array.from({ length: (starts ?? ends)?.length ?? 1 }, (_, i) => i);
  const steps = node.has(4) ? node.numbers(4) : axes.map(() => 1);
  if (!steps) throw node.dynamic('steps');
  if (!axes.every((axis) => Math.abs(axis) <= MOST_DIMS)) throw node.refuse('such axes');
  const isNegative = axes.some((axis) => axis < 0);
  if (isNegative && axes.some((axis) => axis >= 0)) throw node.refuse('axes from both ends');
  const flipped = axes.filter((_, i) => steps[i]! < 0);
  const parts = new Map(axes.map((axis, i) => [axis, [place(node, starts, 1, i), place(node, ends, 2, i), steps[i]!] as const]));
  for (const axis of flipped) {
    const [start, end, step] = parts.get(axis)!;
    if (step !== -1 || !/^(-1|\d{9,})$/.test(start) || !/^-\d{9,}$/.test(end)) throw node.refuse('a step below zero');
    parts.delete(axis);
  }
  const turned = flipped.length > 0 ? `.flip(${list(flipped)})` : '';
  if (parts.size === 0) return `${node.in(0)}${turned}`;
  const count = isNegative ? -Math.min(...parts.keys()) : Math.max(...parts.keys()) + 1;
  const texts = Array.from({ length: count }, (_, i) => {
    const part = parts.get(isNegative ? i - count : i);
    if (!part) return ':';
    const [start, end, step] = part;
    return `${start === '0' ? '' : start}:${Number(end) >= END ? '' : end}${step === 1 ? '' : `:${step}`}`;
  });
  const text = [...(isNegative ? ['...'] : []), ...texts].join(', ');
  return `${node.in(0)}${turned}[${text.includes('$') ? `\`${text}\`` : `'${text}'`}]`;
}

/** The text of a place in an index. A place that only the run knows becomes an expression in a template. */
const place = (node: Node, known: readonly number[] | null, at: number, i: number): string =>
  known ? literal(known[i]!) : `\${${node.in(at)}.flatten()[${i}].item()}`;

const modes: Readonly<Record<string, string>> = { constant: 'constant', reflect: 'reflect', edge: 'replicate', wrap: 'circular' };

function padded(node: Node): string {
  const mode = modes[node.text('mode', 'constant')];
  const pads = node.axes('pads', 1);
  if (!pads || !mode) throw node.refuse(node.text('mode', 'constant'));
  if (node.has(3)) throw node.refuse('axes');
  const n = pads.length / 2;
  const pairs = Array.from({ length: n }, (_, i) => [pads[i]!, pads[i + n]!]);
  // `F.pad` lists the last dim first. Except for constant padding, it pads only the last dims.
  while (pairs.length > 1 && pairs[0]!.every((pad) => pad === 0)) pairs.shift();
  const value = node.attribute('value') ? literal(node.float('value', 0)) : node.has(2) ? node.number(2) : '0';
  const options = { mode: mode === 'constant' ? null : `'${mode}'`, value: mode === 'constant' && value !== '0' ? value : null };
  return `F.pad(${node.in(0)}, ${list(pairs.reverse().flat())}${keywords(options)})`;
}
