import { Complex } from '../../complex.js';
import type { View } from '../../backends/backend.js';
import { kernels } from '../../backends/dispatch.js';
import { bothParts, partOf } from '../../backends/parts.js';
import { bool, float16, float32, float64 } from '../../dtype.js';
import { NotImplementedError_, RuntimeError, TypeError_ } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { broadcastSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { notConverted } from '../outDtype.js';
import { copyOf, pointwise, zerosLike } from '../pointwise.js';

const i = new Complex(0, 1);

/** A view of the memory of a tensor. */
const seen = (x: Tensor, { storage, sizes, strides, offset, dtype }: View): Tensor =>
  new Tensor(storage, sizes, strides, offset, dtype, x.version);

/** Makes a complex tensor from its two parts. */
function joined(re: Tensor, im: Tensor): Tensor {
  const out = Tensor.empty(broadcastSizes(re.sizes, im.sizes), re.dtype.to_complex(), re.device);
  [re, im].forEach((t, part) => kernels.copy(t.expand(out.sizes), partOf(out, part as 0 | 1)));
  return out;
}

const parts = [float16, float32, float64];

/** @throws RuntimeError where two tensors cannot be the real and imaginary parts of complex numbers */
function checkParts(a: Tensor, b: Tensor): void {
  if (![a, b].every(({ dtype }) => parts.includes(dtype))) {
    throw new NotImplementedError_(
      `Expected both inputs to be Half, Float or Double tensors but got ${a.dtype.scalarName} and ${b.dtype.scalarName}`,
    );
  }
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `Expected object of scalar type ${a.dtype.scalarName} but got scalar type ${b.dtype.scalarName} for second argument`,
    );
  }
}

const making: Op[] = [
  op({
    signature: 'complex(Tensor real, Tensor imag, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'Complex numbers of their real and imaginary parts.',
    formula: 'out = real + i · imag',
    gradient: 'real: the real part of g;  imag: its imaginary part',
    wrongOut: (result, out) =>
      `Expected object of scalar type ${result.scalarName} but got scalar type ${out.scalarName} for argument 'out'`,
    forward(re, im) {
      checkParts(re, im);
      return joined(re, im);
    },
    backward: { real: (g) => g, imag: (g) => g.mul(i) },
  }),
  op({
    signature: 'polar(Tensor abs, Tensor angle, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.elementwise(),
    doc: 'Complex numbers of their sizes and angles.',
    formula: 'out = abs · (cos(angle) + i · sin(angle))',
    gradient: 'abs: the real part of conj(g) · sgn(out);  angle: the real part of conj(g) · i · out',
    forward(abs, angle) {
      checkParts(abs, angle);
      return joined(abs.mul(angle.cos()), abs.mul(angle.sin()));
    },
    backward: { abs: (g, s) => g.mul(s.result.sgn()), angle: (g, s) => g.mul(s.result.mul(i)) },
  }),
];

const viewPart = (name: 'real' | 'imag', part: 0 | 1, sign: string): Op =>
  op({
    signature: `_${name}(Tensor input)`,
    shown: name,
    kind: kind.view({ holds: 'input' }),
    doc: `The ${name === 'real' ? 'real' : 'imaginary'} parts, in the same memory.`,
    formula: `out = ${sign} input`,
    gradient: `input: ${part === 0 ? 'g' : 'i · g'}`,
    // PyTorch selects the part from `view_as_real`, which gives this name.
    gradFn: 'SelectBackward0',
    variants: ['method'],
    forward: (input) =>
      part === 1 && input.conjugated ? pointwise('neg', [seen(input, partOf(input, 1))]) : seen(input, partOf(input, part)),
    backward: { input: (g) => (part === 0 ? g : g.mul(i)) },
  });

const [realPart, imagPart] = [viewPart('real', 0, 'Re'), viewPart('imag', 1, 'Im')];

const looking: Op[] = [
  realPart,
  imagPart,
  op({
    signature: 'real(Tensor input)',
    kind: kind.view(),
    doc: 'The real parts of complex numbers, in the same memory; of others, the tensor itself.',
    formula: 'out = Re input',
    variants: ['function'],
    compose: (input) => (input.dtype.is_complex ? execute(realPart, [input]) : input),
  }),
  op({
    signature: 'imag(Tensor input)',
    kind: kind.view(),
    doc: 'The imaginary parts of complex numbers, in the same memory.',
    formula: 'out = Im input',
    variants: ['function'],
    compose(input) {
      if (!input.dtype.is_complex) throw new TypeError_('imag is not implemented for tensors with non-complex dtypes.');
      return execute(imagPart, [input]);
    },
  }),
  op({
    signature: 'view_as_real(Tensor input)',
    kind: kind.view(),
    doc: 'Real and imaginary parts as a last dim of two, in the same memory.',
    formula: 'out[…, 0] = Re input, out[…, 1] = Im input',
    gradient: 'input: view_as_complex(g)',
    variants: ['function'],
    forward(input) {
      if (!input.dtype.is_complex) throw new TypeError_('view_as_real is only supported for complex tensors');
      if (input.conjugated) {
        throw new RuntimeError(
          "view_as_real doesn't work on unresolved conjugated tensors.  To resolve the conjugate tensor so you can view it as real, " +
            'use self.resolve_conj(); however, be warned that the resulting tensor will NOT alias the original.',
        );
      }
      return seen(input, bothParts(input));
    },
    backward: { input: (g) => asComplex(g.contiguous()) },
  }),
  op({
    signature: 'view_as_complex(Tensor input)',
    autocast: 'float32',
    kind: kind.view(),
    doc: 'Complex numbers whose parts are a last dim of two, in the same memory.',
    formula: 'out = input[…, 0] + i · input[…, 1]',
    gradient: 'input: view_as_real(g)',
    variants: ['function'],
    conjugates: true,
    forward(input) {
      const { sizes, strides, dtype, offset } = input;
      if (!parts.includes(dtype)) {
        const { scalarName } = dtype;
        throw new RuntimeError(
          `view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: ${scalarName}`,
        );
      }
      const check = (holds: boolean, what: string): void => {
        if (!holds) throw wrongShape(what);
      };
      check(sizes.length > 0, 'Input tensor must have one or more dimensions');
      check(sizes.at(-1) === 2, 'Tensor must have a last dimension of size 2');
      check(strides.at(-1) === 1, 'Tensor must have a last dimension with stride 1');
      const outer = strides.slice(0, -1);
      check(
        outer.every((s) => s % 2 === 0),
        'Tensor must have a stride divisible by 2 for all but last dimension',
      );
      check(offset % 2 === 0, 'Tensor must have a storage_offset divisible by 2');
      const halved = outer.map((s) => s / 2);
      return new Tensor(input.storage, sizes.slice(0, -1), halved, offset / 2, dtype.to_complex(), input.version);
    },
    backward: { input: (g) => asReal(g.resolve_conj()) },
  }),
];

const asReal = (x: Tensor): Tensor => execute(looking[4], [x]) as Tensor;
const asComplex = (x: Tensor): Tensor => execute(looking[5], [x]) as Tensor;

const conj = op({
  signature: '_conj(Tensor input)',
  shown: 'conj',
  kind: kind.view(),
  doc: 'The conjugates, in the same memory.',
  formula: 'out = conj(input)',
  gradient: 'input: conj(g)',
  gradFn: 'ConjBackward0',
  variants: ['method'],
  forward(input) {
    const out = input.alias();
    out.conjugated = !input.conjugated;
    return out;
  },
  backward: { input: (g) => g.conj() },
});

const conjPhysical = op({
  signature: 'conj_physical(Tensor input, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The conjugates, in memory of their own; of numbers that are not complex, the tensor itself.',
  formula: 'out = conj(input)',
  gradient: 'input: conj(g)',
  variants: ['function', 'method', 'inplace', 'inplaceFunction'],
  forward: (input) => copyOf(execute(conj, [input]) as Tensor),
  backward: { input: (g) => g.conj() },
});

/** An operation that returns the tensor itself unless the tensor is complex. */
const ifComplex = (name: string, doc: string, compute: (x: Tensor) => Tensor): Op =>
  op({
    signature: `${name}(Tensor input)`,
    kind: kind.view(),
    doc,
    formula: `out = ${name.replace(/^resolve_.*/, 'input').replace('conj', 'conj(input)')}`,
    compose: (x) => (x.dtype.is_complex ? compute(x) : x),
  });

const conjugates: Op[] = [
  conj,
  ifComplex('conj', 'The conjugates of complex numbers, in the same memory; of others, the tensor itself.', (x) => x._conj()),
  conjPhysical,
  ifComplex('resolve_conj', 'The tensor with its conjugates written down, if `conj` made it; else itself.', (x) =>
    x.conjugated ? x.clone() : x,
  ),
  ifComplex('resolve_neg', 'The tensor itself: negatives are always written down here.', (x) => x),
  op({
    signature: 'adjoint(Tensor input)',
    kind: kind.view(),
    doc: 'The last two dims swapped, and of complex numbers the conjugates.',
    formula: 'out = conj(inputᵀ)',
    compose(input) {
      const { length: rank } = input.sizes;
      if (rank === 1) throw wrongShape('tensor.adjoint() is only supported on matrices or batches of matrices. Got 1-D tensor.');
      return rank === 0 ? input.conj() : input.transpose(-2, -1).conj();
    },
  }),
];

/** z / |z|² · i; 0 where z is 0. */
const turn = (z: Tensor): Tensor => z.div(z.abs().square()).masked_fill(z.eq(0), 0).mul(i);

const sizesAndAngles: Op[] = [
  op({
    signature: 'angle(Tensor input, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'The angle of complex numbers; of others 0, or π below 0.',
    formula: 'out = atan2(Im input, Re input)',
    gradient: 'input: g · i · input / |input|²',
    forward: (input) => pointwise('angle', [input], { result: input.dtype.is_complex ? 'real' : 'float' }),
    backward: { input: (g, s) => (s.input.dtype.is_complex ? g.mul(turn(s.input)) : zerosLike(g)) },
  }),
  op({
    signature: 'sgn(Tensor input, *, Tensor? out=None)',
    wrongOut: notConverted,
    kind: kind.elementwise(),
    doc: 'The sign: −1, 0 or 1; of complex numbers that of their angle, at a size of 1.',
    formula: 'out = input / |input|, 0 where input is',
    gradient: 'input: (g − out · Re(g · conj(out))) / |input|',
    variants: ['function', 'method', 'inplace'],
    conjugates: true,
    keeps: ['input', 'result'],
    forward: (input) => pointwise('sign', [input]),
    backward: {
      input(g, s) {
        if (!s.input.dtype.is_complex) return zerosLike(g);
        const along = s.result.mul(g.mul(s.result.conj()).real);
        return g.sub(along).div(s.input.abs()).masked_fill(s.input.eq(0), 0);
      },
    },
  }),
  op({
    signature: 'isreal(Tensor input)',
    kind: kind.elementwise({ computes: 'comparison' }),
    doc: 'Whether an element has no imaginary part.',
    formula: 'out = Im input == 0',
    compose: (input) => (input.dtype.is_complex ? input.imag.eq(0) : input.new_ones(input.sizes, { dtype: bool })),
  }),
];

/** Operations that make complex numbers, read their parts, or exist only for them. */
export const complexOps: Op[] = [...making, ...looking, ...conjugates, ...sizesAndAngles];
