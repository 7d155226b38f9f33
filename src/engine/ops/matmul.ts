import type { View } from '../backends/backend.js';
import { kernels } from '../backends/dispatch.js';
import { RuntimeError } from '../errors.js';
import { wrongDtype } from '../errors/dtypes.js';
import { productMismatch, wrongShape } from '../errors/shapes.js';
import type { Layout } from '../tensor/gradFn.js';
import { formulasAreRecorded } from '../tensor/observe.js';
import { requiresGrad } from '../tensor/state.js';
import { broadcastSizes, numel, showSizes, viewStrides } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { einsum } from './einsum.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { refuseUnsigned } from './unsigned.js';
import { lacking } from './lacks.js';
import { convertsOut } from './outDtype.js';

/** Matrix products. All of them use the batched product of the backend. */

export function checkSameType(a: Tensor, b: Tensor, message?: string): void {
  if (a.dtype === b.dtype) return;
  throw wrongDtype('same', message ?? `expected m1 and m2 to have the same dtype, but got: ${a.dtype.cppName} != ${b.dtype.cppName}`);
}

const asBatch = ({ storage, sizes, strides, offset, dtype, conjugated }: Tensor): View => ({
  storage,
  sizes: [1, sizes[0], sizes[1]],
  strides: [0, strides[0], strides[1]],
  offset,
  dtype,
  conjugated,
});

function batched(a: Tensor, b: Tensor, sizes: readonly number[]): Tensor {
  refuseUnsigned('addmm_impl_cpu_', a.dtype);
  const out = Tensor.empty([a.sizes[0], a.sizes[1], b.sizes[2]], a.dtype, a.device);
  kernels.matmul(a, b, out);
  return out.alias(sizes, out.strides.slice(3 - sizes.length));
}

export function checkMatrices(name: string, self: Tensor, mat2: Tensor): void {
  if (self.sizes.length !== 2) throw wrongShape(`${name}: self must be a matrix, got ${self.sizes.length}-D tensor`);
  if (mat2.sizes.length !== 2) throw wrongShape(`${name}: mat2 must be a matrix, got ${mat2.sizes.length}-D tensor`);
}

/** @param room where the product goes, if there is room for it already */
export function product(a: Tensor, b: Tensor, name: string, room: Tensor | null = null): Tensor {
  if (a.sizes[1] !== b.sizes[0]) throw productMismatch(name, a.sizes, b.sizes);
  checkSameType(a, b);
  refuseUnsigned('addmm_impl_cpu_', a.dtype);
  const out = room ?? Tensor.empty([a.sizes[0], b.sizes[1]], a.dtype, a.device);
  kernels.matmul(asBatch(a), asBatch(b), asBatch(out));
  return out;
}

const turned = (x: Tensor): Tensor => x.alias([x.sizes[1], x.sizes[0]], [x.strides[1], x.strides[0]]);

/**
 * `g @ mat2ᵀ`: the gradient of the left matrix. When nothing records or watches the formula, it is computed without
 * operations.
 */
export const timesTurned = (g: Tensor, mat2: Tensor): Tensor => (formulasAreRecorded() ? g.mm(mat2.t()) : product(g, turned(mat2), 'mm'));

/** Narrower products are added up in another order, so that transposing them would change the last bits. */
const NARROW = 4;

/**
 * `mat1ᵀ @ g`: the gradient of the right matrix, with the memory layout of that matrix. So it can be added to a
 * transposed parameter without a copy.
 */
export function turnedTimes(mat1: Tensor, g: Tensor, { strides, sizes }: Layout): Tensor {
  if (formulasAreRecorded()) return mat1.t().mm(g);
  const isTurned = strides[0] === 1 && strides[1] === sizes[0] && Math.min(...sizes) >= NARROW;
  return isTurned ? turned(product(turned(g), mat1, 'mm')) : product(turned(mat1), g, 'mm');
}

export const mm = op({
  lacks: lacking('addmm_impl_cpu_', 'Bool'),
  signature: 'mm(Tensor input, Tensor mat2, *, Tensor? out=None)',
  autocast: 'half',
  kind: kind.product(),
  doc: 'The product of two matrices.',
  formula: 'out = input @ mat2',
  gradient: 'input: g @ mat2ᵀ;  mat2: inputᵀ @ g',
  forward(input, mat2) {
    checkMatrices('mm', input, mat2);
    return product(input, mat2, 'mm');
  },
  backward: { input: (g, s) => timesTurned(g, s.mat2), mat2: (g, s) => turnedTimes(s.input, g, s.metaOf('mat2')) },
});

export const bmm = op({
  lacks: lacking('bmm', 'Bool'),
  signature: 'bmm(Tensor input, Tensor mat2, *, Tensor? out=None)',
  autocast: 'half',
  kind: kind.product(),
  doc: 'The products of two batches of matrices.',
  formula: 'out[b] = input[b] @ mat2[b]',
  gradient: 'input: g @ mat2ᵀ;  mat2: inputᵀ @ g',
  forward(input, mat2) {
    if (input.sizes.length !== 3) throw wrongShape('batch1 must be a 3D tensor');
    if (mat2.sizes.length !== 3) throw wrongShape('batch2 must be a 3D tensor');
    const [b, , k] = input.sizes as [number, number, number];
    if (mat2.sizes[0] !== b || mat2.sizes[1] !== k) {
      throw new RuntimeError(
        `Expected size for first two dimensions of batch2 tensor to be: ${showSizes([b, k])} but got: ${showSizes(mat2.sizes.slice(0, 2))}.`,
        { kind: 'product', left: input.sizes, right: mat2.sizes },
      );
    }
    checkSameType(input, mat2, `expected scalar type ${input.dtype.scalarName} but found ${mat2.dtype.scalarName}`);
    return batched(input, mat2, [b, input.sizes[1], mat2.sizes[2]]);
  },
  backward: { input: (g, s) => g.bmm(s.mat2.transpose(1, 2)), mat2: (g, s) => s.input.transpose(1, 2).bmm(g) },
});

export const mv = op({
  lacks: lacking('addmv_impl_cpu', 'Bool'),
  signature: 'mv(Tensor input, Tensor vec, *, Tensor? out=None)',
  kind: kind.product(),
  doc: 'The product of a matrix and a vector.',
  formula: 'out = input @ vec',
  gradient: 'input: g ⊗ vec;  vec: inputᵀ @ g',
  forward(input, vec) {
    if (input.sizes.length !== 2 || vec.sizes.length !== 1) {
      throw wrongShape(`vector + matrix @ vector expected, got 1, ${input.sizes.length}, ${vec.sizes.length}`);
    }
    if (input.sizes[1] !== vec.sizes[0]) {
      throw new RuntimeError(
        `size mismatch, got input (${input.sizes[0]}), mat (${input.sizes[0]}x${input.sizes[1]}), vec (${vec.sizes[0]})`,
        {
          kind: 'product',
          left: input.sizes,
          right: vec.sizes,
        },
      );
    }
    checkSameType(input, vec, `expected scalar type ${input.dtype.scalarName} but found ${vec.dtype.scalarName}`);
    return batched(input.alias([1, ...input.sizes], [0, ...input.strides]), vec.alias([1, vec.sizes[0], 1], [0, vec.strides[0], 0]), [
      1,
      input.sizes[0],
    ]).alias([input.sizes[0]], [1]);
  },
  backward: { input: (g, s) => g.ger(s.vec), vec: (g, s) => s.input.t().mv(g) },
});

export const dot = op({
  lacks: lacking('dot', 'Bool'),
  signature: 'dot(Tensor input, Tensor tensor, *, Tensor? out=None)',
  wrongOut: (result, out) => `result dtype ${out.scalarName} does not match input dtype ${result.scalarName}`,
  kind: kind.product(),
  doc: 'The inner product of two vectors.',
  formula: 'out = Σ input · tensor',
  gradient: 'input: g · tensor;  tensor: g · input',
  forward(input, tensor) {
    if (input.sizes.length !== 1 || tensor.sizes.length !== 1) {
      throw wrongShape(`1D tensors expected, but got ${input.sizes.length}D and ${tensor.sizes.length}D tensors`);
    }
    checkSameType(
      input,
      tensor,
      `dot : expected both vectors to have same dtype, but found ${input.dtype.scalarName} and ${tensor.dtype.scalarName}`,
    );
    if (input.sizes[0] !== tensor.sizes[0]) {
      throw new RuntimeError(
        `inconsistent tensor size, expected tensor ${showSizes(input.sizes)} and src ${showSizes(tensor.sizes)} to have the same number of elements, but got ${input.sizes[0]} and ${tensor.sizes[0]} elements respectively`,
        { kind: 'product', left: input.sizes, right: tensor.sizes },
      );
    }
    const n = input.sizes[0];
    return batched(input.alias([1, 1, n], [0, 0, input.strides[0]]), tensor.alias([1, n, 1], [0, tensor.strides[0], 0]), []);
  },
  backward: { input: (g, s) => g.mul(s.tensor), tensor: (g, s) => g.mul(s.input) },
});

const inner = op({
  signature: 'inner(Tensor input, Tensor other)',
  kind: kind.product(),
  doc: 'Inner products over the last dims.',
  formula: 'out = Σ_last input · other',
  compose(input, other) {
    if (input.sizes.length === 0 || other.sizes.length === 0) return input.mul(other);
    if (input.sizes.at(-1) !== other.sizes.at(-1)) {
      throw wrongShape(
        `inner() the last dimension must match on both input tensors but got shapes ${showSizes(input.sizes)} and ${showSizes(other.sizes)}`,
      );
    }
    const rows = [...input.sizes.slice(0, -1), ...other.sizes.slice(0, -1)];
    const n = input.sizes.at(-1)!;
    return input
      .reshape([numel(input.sizes.slice(0, -1)), n])
      .mm(other.reshape([numel(other.sizes.slice(0, -1)), n]).t())
      .reshape(rows);
  },
});

const outers: Op[] = ['outer', 'ger'].map((name) =>
  op({
    signature: `${name}(Tensor input, Tensor vec2, *, Tensor? out=None)`,
    wrongOut: convertsOut,
    kind: kind.product(),
    doc: 'The outer product of two vectors.',
    formula: 'out[i, j] = input[i] · vec2[j]',
    compose(input, vec2) {
      if (input.sizes.length !== 1) throw wrongShape(`outer: Expected 1-D argument self, but got ${input.sizes.length}-D`);
      if (vec2.sizes.length !== 1) throw wrongShape(`outer: Expected 1-D argument vec2, but got ${vec2.sizes.length}-D`);
      return input.unsqueeze(1).mul(vec2);
    },
  }),
);

/**
 * True when one product of a vector with all columns of a batch of matrices works: their columns are one view, or
 * gradients are needed.
 */
const foldsInto = (b: Tensor): boolean => {
  const { sizes, strides } = b.mT;
  return requiresGrad(b) || viewStrides(sizes, strides, [numel(sizes.slice(0, -1)), sizes[sizes.length - 1]]) !== null;
};

function matmulOf(a: Tensor, b: Tensor): Tensor {
  const [p, q] = [a.sizes.length, b.sizes.length];
  if (p === 0 || q === 0) {
    throw wrongShape(`both arguments to matmul need to be at least 1D, but they are ${p}D and ${q}D`);
  }
  if (p === 1 && q === 1) return a.dot(b);
  if (p === 2 && q === 1) return a.mv(b);
  if (p === 1 && q === 2) return a.unsqueeze(0).mm(b).squeeze_(0);
  if (p === 2 && q === 2) return a.mm(b);
  if (q <= 2) {
    // A batch of matrices times one matrix: their rows form one tall matrix.
    const n = a.sizes.at(-1)!;
    const rows = a.reshape([numel(a.sizes.slice(0, -1)), n]);
    if (q === 1) return rows.mv(b)._unsafe_view(a.sizes.slice(0, -1));
    return rows.mm(b)._unsafe_view([...a.sizes.slice(0, -1), b.sizes[1]]);
  }
  if (p === 1 && foldsInto(b)) {
    const batches = b.sizes.slice(0, -2);
    const [n, columns] = b.sizes.slice(-2) as [number, number];
    return b.mT
      .reshape([numel(batches) * columns, n])
      .mv(a)
      ._unsafe_view([...batches, columns]);
  }
  const left = p === 1 ? a.unsqueeze(0) : a;
  const batch = broadcastSizes(left.sizes.slice(0, -2), b.sizes.slice(0, -2));
  const [m, k] = left.sizes.slice(-2) as [number, number];
  const [k2, n] = b.sizes.slice(-2) as [number, number];
  const count = numel(batch);
  const x = left.expand([...batch, m, k]).reshape([count, m, k]);
  const y = b.expand([...batch, k2, n]).reshape([count, k2, n]);
  const out = x.bmm(y)._unsafe_view([...batch, m, n]);
  return p === 1 ? out.squeeze(-2) : out;
}

const matmul = op({
  signature: 'matmul(Tensor input, Tensor other, *, Tensor? out=None)',
  autocast: 'half',
  kind: kind.product(),
  doc: 'The product of vectors, matrices, or batches of matrices that broadcast.',
  formula: 'out = input @ other',
  gradient: 'input: g @ otherᵀ;  other: inputᵀ @ g',
  compose: matmulOf,
});

const vdot = op({
  signature: 'vdot(Tensor input, Tensor other)',
  kind: kind.product(),
  doc: 'The inner product of two vectors; of complex numbers, with the conjugates of the first.',
  formula: 'out = Σ conj(input) · other',
  gradient: 'input: conj(g) · other;  other: g · input',
  conjugates: true,
  forward(input, other) {
    if (input.dtype !== other.dtype) {
      throw wrongDtype(
        'same',
        `dot : expected both vectors to have same dtype, but found ${input.dtype.scalarName} and ${other.dtype.scalarName}`,
      );
    }
    return input.conj().dot(other);
  },
  backward: { input: (g, s) => g.conj().mul(s.other), other: (g, s) => g.mul(s.input) },
});

const chained = op({
  signature: 'chain_matmul(Tensor... matrices)',
  kind: kind.product(),
  doc: 'The product of several matrices.',
  formula: 'out = Π matrices',
  compose(matrices) {
    if (matrices.length === 0) throw new RuntimeError('chain_matmul(): Expected one or more matrices');
    for (const { sizes } of matrices) if (sizes.length !== 2) throw wrongShape(`Tensor dimension is ${sizes.length}, expected 2 instead.`);
    const product = matrices.reduce((a, b) => a.mm(b));
    return matrices.length > 2 ? product.view(product.sizes) : product;
  },
});

export const products: Op[] = [mm, bmm, mv, dot, inner, ...outers, matmul, einsum, vdot, chained];
