/** Operations that pick elements, and reductions. */
import { keywords, list, type Node, type Rule, type Rules } from '../node.js';

/** @param since the opset from which on the axes are an input */
const reduction =
  (write: (x: string, options: string) => string): Rule =>
  (node) => {
    const axes = node.axes('axes', 1);
    if (axes?.length === 0 || (!axes && node.int('noop_with_empty_axes', 0))) return node.in(0);
    const keepdim = node.int('keepdims', 1) === 1;
    if (!axes && !keepdim) return write(node.in(0), '');
    return write(node.in(0), `{ dim: ${axes ? list(axes) : node.dims(0)}${keepdim ? ', keepdim: true' : ''} }`);
  };

/** A method of the tensor, over all elements where no dims are given. */
const method = (name: string): Rule => reduction((x, options) => `${x}.${name}(${options})`);

const arg =
  (name: string): Rule =>
  (node) => {
    if (node.int('select_last_index', 0)) throw node.refuse('select_last_index');
    return `${node.in(0)}.${name}(${node.int('axis', 0)}${node.int('keepdims', 1) ? ', true' : ''})`;
  };

export const indexing: Rules = {
  ReduceSum: method('sum'),
  ReduceMean: method('mean'),
  ReduceMax: method('amax'),
  ReduceMin: method('amin'),
  ReduceL1: reduction((x, options) => `${x}.abs().sum(${options})`),
  ReduceL2: reduction((x, options) => `${x}.square().sum(${options}).sqrt()`),
  ReduceSumSquare: reduction((x, options) => `${x}.square().sum(${options})`),
  ReduceLogSum: reduction((x, options) => `${x}.sum(${options}).log()`),
  ReduceLogSumExp: (node) => reduction((x, options) => `${x}.logsumexp(${options || `{ dim: ${node.dims(0)} }`})`)(node),
  ReduceProd: (node) => {
    const axes = node.axes('axes', 1);
    const keepdim = node.int('keepdims', 1) === 1;
    if (!axes && !keepdim) return `${node.in(0)}.prod()`;
    if (axes?.length !== 1) throw node.refuse('several axes');
    return `${node.in(0)}.prod(${axes[0]!}${keepdim ? ', true' : ''})`;
  },
  ArgMax: arg('argmax'),
  ArgMin: arg('argmin'),
  CumSum: (node) => {
    const axis = node.number(1);
    const isReversed = node.int('reverse', 0) === 1;
    const turned = isReversed ? `.flip([${axis}])` : '';
    const sum = `${node.in(0)}${turned}.cumsum(${axis})${turned}`;
    return node.int('exclusive', 0) ? `${sum} - ${node.in(0)}` : sum;
  },
  TopK: (node) => {
    const k = node.count > 1 ? node.number(1) : String(node.int('k', 1));
    const [axis, largest, sorted] = [node.int('axis', -1), node.int('largest', 1) === 1, node.int('sorted', 1) === 1];
    return `${node.in(0)}.topk(${k}, ${axis}${keywords({ largest: largest ? null : false, sorted: sorted ? null : false })})`;
  },
  Gather: (node) => {
    const axis = node.int('axis', 0);
    const index = node.weight(1);
    if (index?.shape.length === 0 && index.data) return `${node.in(0)}.select(${axis}, ${index.data[0]!})`;
    if (axis === 0 && node.rank(0) === 2 && node.weight(0)) return `F.embedding(${node.in(1)}, ${node.in(0)})`;
    return `${node.helper('gather')}(${node.in(0)}, ${axis}, ${node.in(1)})`;
  },
  GatherElements: (node) => {
    const axis = node.int('axis', 0);
    return `${node.in(0)}.gather(${axis}, ${counted(node, axis)})`;
  },
  GatherND: (node) => {
    if (node.int('batch_dims', 0)) throw node.refuse('batch_dims');
    return `${node.in(0)}.index(...${node.in(1)}.unbind(-1))`;
  },
  ScatterElements: (node) => {
    const axis = node.int('axis', 0);
    return `${node.in(0)}.${adds(node) ? 'scatter_add' : 'scatter'}(${axis}, ${counted(node, axis)}, ${node.in(2)})`;
  },
  ScatterND: (node) => `${node.in(0)}.clone().index_put_([...${node.in(1)}.unbind(-1)], ${node.in(2)}${adds(node) ? ', true' : ''})`,
  NonZero: (node) => `${node.in(0)}.nonzero().t()`,
  Compress: (node) => {
    const rows = `${node.in(1)}.nonzero().flatten()`;
    return node.attribute('axis')
      ? `${node.in(0)}.index_select(${node.int('axis', 0)}, ${rows})`
      : `${node.in(0)}.flatten().index_select(0, ${rows})`;
  },
  OneHot: (node) => {
    if (node.int('axis', -1) !== -1) throw node.refuse('axis');
    const [off, on] = node.numbers(2) ?? [];
    if (off !== 0 || on !== 1) throw node.refuse('other values than 0 and 1');
    return `F.one_hot(${node.in(0)}, ${node.number(1)}).to(${node.in(2)}.dtype)`;
  },
};

/** True when scattered elements are added. @throws NoForm for other reductions */
function adds(node: Node): boolean {
  const how = node.text('reduction', 'none');
  if (how !== 'none' && how !== 'add') throw node.refuse(`reduction ${how}`);
  return how === 'add';
}

/**
 * In ONNX, indices below zero count from the end. PyTorch's gather has no such indices, so `remainder` is applied to
 * indices of the file that may be below zero.
 */
function counted(node: Node, axis: number): string {
  const isBelow = node.weight(1) !== undefined && !(node.numbers(1)?.every((n) => n >= 0) ?? false);
  return isBelow ? `${node.in(1)}.remainder(${node.in(0)}.shape.at(${axis}))` : node.in(1);
}
