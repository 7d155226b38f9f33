import { RuntimeError } from '../../../src/engine/errors.js';
import type { Backend, View } from '../../../src/engine/backends/backend.js';
import * as scalar from '../../../src/engine/backends/scalar.js';
import { addDeviceType, deviceOf } from '../../../src/engine/device.js';
import { dtypes, type DType } from '../../../src/engine/dtype.js';
import { mapKernels } from '../../../src/engine/kernels/elementwise.js';
import type { NumberNode, TruthNode, Variable } from '../../../src/engine/kernels/expression.js';
import { broadcastStrides } from '../../../src/engine/shape.js';
import type { DeviceBuffer, Storage } from '../../../src/engine/storage.js';

/**
 * A backend that is unlike the CPU, to test the interface of backends. Its buffers are not typed arrays, new memory
 * contains garbage, and reading returns copies. It has the kernels for copies, fills and elementwise operations (it
 * walks the trees of the formulas); the CPU does everything else.
 */
class Cells {
  constructor(readonly list: number[]) {}
}

/** What was asked for in one call each. */
export const asked: Storage[][] = [];

const cellsOf = (x: View): number[] => (x.storage.buffer as unknown as Cells).list;
const bufferOf = (list: number[]): DeviceBuffer => new Cells(list) as unknown as DeviceBuffer;

type Values = Partial<Record<Variable, number>>;
type Functions = Record<string, (...args: number[]) => number>;
const own = { ...scalar, rawPow: Math.pow } as unknown as Functions;
const called = (name: string) => own[name] ?? (Math as unknown as Functions)[name]!;

function number(node: NumberNode, values: Values, integer: boolean): number {
  const of = (n: NumberNode) => number(n, values, integer);
  switch (node.kind) {
    case 'variable':
      return values[node.name]!;
    case 'constant':
      return node.value;
    case 'negate':
      return -of(node.of);
    case 'select':
      return truth(node.when, of) ? of(node.yes) : of(node.no);
    case 'arithmetic': {
      const [a, b] = [of(node.left), of(node.right)];
      return { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '%': a % b }[node.operator];
    }
    case 'call': {
      const [a = NaN, ...rest] = node.of.map(of);
      if (node.name !== 'divisor') return called(node.name)(a, ...rest);
      if (integer && a === 0) throw new RuntimeError('ZeroDivisionError');
      return a;
    }
  }
}

function truth(node: TruthNode, of: (n: NumberNode) => number): boolean {
  switch (node.kind) {
    case 'and':
      return truth(node.left, of) && truth(node.right, of);
    case 'or':
      return truth(node.left, of) || truth(node.right, of);
    case 'not':
      return !truth(node.of, of);
    case 'test': {
      const v = of(node.of);
      return { nan: Number.isNaN(v), finite: Number.isFinite(v), negative: v < 0 || Object.is(v, -0) }[node.test];
    }
    case 'compare': {
      const [a, b] = [of(node.left), of(node.right)];
      return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b, '==': a === b, '!=': a !== b }[node.operator];
    }
  }
}

/** The places of a view's elements, row by row. */
function places(x: View, sizes = x.sizes): number[] {
  let at = [x.offset];
  broadcastStrides(x.sizes, x.strides, sizes).forEach((stride, d) => {
    at = at.flatMap((a) => Array.from({ length: sizes[d]! }, (_, i) => a + i * stride));
  });
  return at;
}

function kept(dtype: DType, v: number): number {
  if (dtype === dtypes.bool) return Number(v !== 0);
  if (dtype.isRounded) return called(dtype.store!)(v);
  const cell = new dtype.array(1);
  cell[0] = dtype.is_floating_point ? v : Math.trunc(v);
  return cell[0];
}

const store = (out: View, value: (i: number) => number): void => {
  const cells = cellsOf(out);
  // All results are computed before the first is written, since `out` may be an input.
  const results = places(out).map((at, i) => [at, kept(out.dtype, value(i))] as const);
  for (const [at, v] of results) cells[at] = v;
};

const elements = (x: View, sizes = x.sizes): number[] => {
  const cells = cellsOf(x);
  return places(x, sizes).map((at) => cells[at]!);
};

const read = (x: View) => Float64Array.from(elements(x));
const garbage = (length: number) => {
  if (!(length >= 0 && length < 2 ** 32)) throw new RangeError('no room');
  return new Array<number>(length).fill(NaN);
};

addDeviceType('strange');

export const strange: Backend = {
  device: deviceOf('strange'),
  dtypes: new Set(Object.values(dtypes).filter((dtype) => !dtype.is_complex)),
  has: (kernel) => kernel in mapKernels && !['gelu', 'add_scaled'].includes(kernel),
  kernels: {
    copy: (source, out) => {
      const from = elements(source, out.sizes);
      store(out, (i) => from[i]!);
    },
    fill: (out, value) => store(out, () => value),
    map(kernel, inputs, out, compute, [p0, p1, p2] = []) {
      const rounded = (v: number) => (compute.round ? called(compute.round)(v) : v);
      const [x, y, z] = inputs.map((v) => elements(v, out.sizes).map(rounded));
      const given = { p0: p0!, p1: p1!, p2: p2! };
      const integer = !compute.is_floating_point;
      store(out, (i) => number(mapKernels[kernel], { ...given, x: x![i]!, y: y ? y[i]! : NaN, z: z ? z[i]! : NaN }, integer));
    },
  },
  allocate: (_dtype, length) => bufferOf(garbage(length)),
  zeros: (_dtype, length) => bufferOf(garbage(length).fill(0)),
  upload: (values, dtype) => bufferOf(Array.from(values, (v) => kept(dtype, v))),
  free: (buffer) => ((buffer as unknown as Cells).list.length = 0),
  read,
  element: (x) => cellsOf(x)[x.offset]!,
  askFor: (storages) => void asked.push([...storages]),
};
