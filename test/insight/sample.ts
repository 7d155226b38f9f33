import { packCells } from '../../src/protocol/cells.js';
import {
  emptyRun,
  type Binding,
  type Edge,
  type Pass,
  type Range,
  type Run,
  type Summary,
  type TraceNode,
} from '../../src/protocol/trace.js';

/** A model, and its run written by hand, for the tests here: two passes of y = w * x. */
export const text = `import * as torch from 'tensor-lens';
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 2; i++) {
  const y = w
    .mul(3)
    .add(i);
  y.sum().backward();
}
`;

export const file = 'sample.tl.ts';

export const at = (line: number, column: number, endLine: number, endColumn: number): Range => ({ file, line, column, endLine, endColumn });

export const summary = (data: number[], rest: Partial<Summary> = {}): Summary => ({
  min: Math.min(...data),
  max: Math.max(...data),
  mean: data.reduce((a, b) => a + b, 0) / data.length,
  std: 0,
  norm: Math.hypot(...data),
  nan: 0,
  inf: 0,
  numel: data.length,
  histogram: null,
  thumbnail: { rows: 1, cols: data.length, data: packCells(data) },
  data,
  text: `tensor([${data.join(', ')}])`,
  ...rest,
});

function node(id: string, op: string, source: Range, data: number[], grad: number[] | null, rest: Partial<TraceNode> = {}): TraceNode {
  return {
    id,
    key: `${source.endLine}:${source.endColumn}:${op}`,
    kind: 'op',
    op,
    grad_fn: `${op[0]!.toUpperCase()}${op.slice(1)}Backward0`,
    label: null,
    module: '',
    module_types: [],
    attributes: '',
    shape: data.length === 1 ? [] : [data.length],
    dtype: 'float32',
    requires_grad: true,
    in_graph: true,
    source,
    bytes: 4 * data.length,
    value: summary(data),
    grad: grad && summary(grad),
    ...rest,
  };
}

export const range = {
  w: at(2, 7, 2, 8),
  ones: at(2, 11, 2, 49),
  y: at(4, 9, 4, 10),
  mul: at(4, 13, 5, 12),
  add: at(4, 13, 6, 12),
  sum: at(7, 3, 7, 10),
};

function pass(index: number): Pass {
  const y = [3 + index, 3 + index];
  const edge = (from: string, to: string): Edge => ({ from, to, input: 0 });
  return {
    index,
    backward: true,
    root: 'n3',
    loss: y[0]! * 2,
    nodes: [
      node('n0', 'ones', range.ones, [1, 1], [3, 3], { kind: 'parameter', grad_fn: null, label: 'w' }),
      node('n1', 'mul', range.mul, [3, 3], [1, 1]),
      node('n2', 'add', range.add, y, [1, 1], { label: 'y' }),
      node('n3', 'sum', range.sum, [y[0]! * 2], [1]),
    ],
    edges: [edge('n0', 'n1'), edge('n1', 'n2'), edge('n2', 'n3')],
    backward_order: ['n3', 'n2', 'n1', 'n0'],
  };
}

const binding = (name: string, source: Range, count: number, made: TraceNode, pass: number): Binding => ({
  name,
  source,
  count,
  shape: made.shape,
  dtype: made.dtype,
  requires_grad: true,
  grad_fn: made.grad_fn,
  node: made.id,
  key: made.key,
  pass,
  text: made.value.text!,
  value: made.value,
  grad: made.grad,
  grad_text: made.grad!.text!,
});

const passes = [pass(0), pass(1)];

export const run: Run = {
  ...emptyRun({ file, mode: 'backward', backend: 'cpu', status: 'ok', error: null }),
  passes,
  pass_count: 2,
  losses: [6, 8],
  bindings: [binding('w', range.w, 1, passes[0]!.nodes[0]!, 0), binding('y', range.y, 2, passes[1]!.nodes[2]!, 1)],
};
