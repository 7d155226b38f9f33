import type { MapKernel } from '../kernels/elementwise.js';
import { bool, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongDtype } from '../errors/dtypes.js';
import { withoutKernel } from './arithmetic/checks.js';
import { numel, sameSizes } from '../shape.js';
import { execute } from './execute.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { pointwise, resultType } from './pointwise.js';
import { Tensor } from '../tensor/tensor.js';

const compare = (name: MapKernel, sign: string, alias?: string): Op[] =>
  [name, ...(alias ? [alias] : [])].flatMap((n) => {
    const said = {
      kind: kind.elementwise({ computes: 'comparison' }),
      doc: `Whether input ${sign} other, element by element.`,
      formula: `out = input ${sign === '=' ? '==' : sign} other`,
    };
    return [
      op({
        ...said,
        signature: `${n}(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`,
        variants: ['function', 'method'],
        forward: (input, other) => pointwise(name, [input, other], { result: 'bool' }),
      }),
      // Stored in the input, the answer is a number that does not depend on what was there.
      op({
        ...said,
        signature: `${n}.stored(Tensor input, Tensor|Scalar other)`,
        variants: ['inplace'],
        gradient: 'input, other: 0',
        gradFnOf: ([, other]) => `${name[0].toUpperCase()}${name.slice(1)}Backward${other instanceof Tensor ? 1 : 0}`,
        forward: (input, other) => pointwise(name, [input, other], { result: 'bool' }).to(input.dtype),
        backward: {
          input: (g, s) => g.new_zeros(s.sizesOf('input')),
          other: (g, s) => (s.other instanceof Tensor ? g.new_zeros(s.sizesOf('other')) : null),
        },
      }),
    ];
  });

const logical = (name: 'logical_and' | 'logical_or' | 'logical_xor', word: string): Op =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    isForeign: true,
    doc: `Whether ${word} element is not zero.`,
    formula: `out = input ${name.slice(8)} other`,
    variants: ['function', 'method', 'inplace'],
    forward: (input, other) => pointwise(name, [input, other], { result: 'bool' }),
  });

const bitwise = (name: 'bitwise_and' | 'bitwise_or' | 'bitwise_xor', sign: string): Op =>
  op({
    signature: `${name}(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    needsTensor: true,
    doc: `The bits of both, joined by ${sign}; of bools, their logical counterpart.`,
    formula: `out = input ${sign} other`,
    variants: ['function', 'method', 'inplace'],
    forward(input, other) {
      const dtype = resultType([input, other]);
      if (dtype.isContinuous) throw withoutKernel(`${name}_cpu`, dtype, [input, other]);
      return pointwise(name, [input, other], { dtype });
    },
  });

const isSigned = (dtype: DType): boolean => !dtype.name.startsWith('u');

const shift = (direction: 'left' | 'right', formula: string): Op =>
  op({
    signature: `bitwise_${direction}_shift(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    needsTensor: true,
    doc: `The bits of \`input\`, moved ${direction === 'left' ? 'up' : 'down'} by \`other\` places.`,
    formula,
    variants: ['function', 'method', 'inplace'],
    forward(input, other) {
      const dtype = resultType([input, other]);
      if (dtype.category !== 1) throw withoutKernel(`${direction[0]}shift_cpu`, dtype, [input, other]);
      // A shift by at least `bits` places, or by a negative number, removes all bits; only copies of the sign remain.
      const bits = 8 * dtype.itemsize;
      return pointwise(`shift_${direction}`, [input, other], { dtype, params: [bits, isSigned(dtype) ? bits - 1 : bits] });
    },
  });

export const isclose = op({
  signature: 'isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)',
  kind: kind.elementwise({ computes: 'comparison' }),
  doc: 'Whether elements are equal within a tolerance.',
  formula: 'out = |input − other| ≤ atol + rtol · |other|',
  forward(input, other, rtol, atol, equalNan) {
    if (input.dtype !== other.dtype) throw new RuntimeError(`${input.dtype.scalarName} did not match ${other.dtype.scalarName}`);
    for (const [name, tolerance] of Object.entries({ rtol, atol })) {
      if (tolerance < 0) throw new RuntimeError(`${name} must be greater than or equal to zero, but got ${tolerance}`);
    }
    return pointwise('isclose', [input, other], { result: 'bool', params: [rtol, atol, Number(equalNan)] });
  },
});

export const allclose = op({
  signature: 'allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool',
  kind: kind.reduction('truth'),
  doc: 'Whether all elements are equal within a tolerance.',
  formula: 'out = all(isclose(input, other))',
  compose: (input, other, rtol, atol, equalNan) => Boolean(input.isclose(other, rtol, atol, equalNan).all().item()),
});

export const equal = op({
  signature: 'equal(Tensor input, Tensor other) -> bool',
  kind: kind.reduction('truth'),
  doc: 'Whether both have the same size and elements.',
  formula: 'out = all(input == other)',
  compose(input, other) {
    if (!sameSizes(input.sizes, other.sizes)) return false;
    return numel(input.sizes) === 0 || Boolean(input.eq(other).all().item());
  },
});

export const where = op({
  signature: 'where(Tensor condition, Tensor|Scalar input, Tensor|Scalar other)',
  kind: kind.selection(),
  doc: 'Takes from `input` where `condition` holds, else from `other`.',
  formula: 'out = condition ? input : other',
  gradient: 'input: g where condition;  other: g elsewhere',
  forward(condition, input, other) {
    if (condition.dtype !== bool && condition.dtype.name !== 'uint8') {
      throw wrongDtype(
        'bool',
        `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype.scalarName}`,
      );
    }
    return pointwise('where', [condition, input, other], { dtype: resultType([input, other]) });
  },
  backward: {
    input: (g, s) => g.masked_fill(s.condition.logical_not(), 0),
    other: (g, s) => g.masked_fill(s.condition.bool(), 0),
  },
});

export const whereMethod = op({
  signature: 'where.self(Tensor input, Tensor condition, Tensor|Scalar other)',
  kind: kind.selection(),
  doc: 'Keeps elements where `condition` holds, and takes `other` elsewhere.',
  formula: 'out = condition ? input : other',
  variants: ['method'],
  compose: (input, condition, other) => execute(where, [condition, input, other]),
});

export const comparisons: Op[] = [
  ...compare('eq', '='),
  ...compare('ne', '≠', 'not_equal'),
  ...compare('lt', '<', 'less'),
  ...compare('le', '≤', 'less_equal'),
  ...compare('gt', '>', 'greater'),
  ...compare('ge', '≥', 'greater_equal'),
  logical('logical_and', 'each'),
  logical('logical_or', 'either'),
  logical('logical_xor', 'exactly one'),
  bitwise('bitwise_and', '&'),
  bitwise('bitwise_or', '|'),
  bitwise('bitwise_xor', '^'),
  shift('left', 'out = input · 2^other'),
  shift('right', 'out = ⌊input / 2^other⌋'),
  isclose,
  allclose,
  equal,
  where,
  whereMethod,
];
