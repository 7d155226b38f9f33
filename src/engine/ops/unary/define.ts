import type { MapKernel } from '../../kernels/elementwise.js';
import { bool, type DType } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import { elementwise, type Kind } from '../kind.js';
import { type BackwardFormula, type Op, type Variant, everywhere, op } from '../op.js';
import { notConverted } from '../outDtype.js';
import { type OutputRule, pointwise, zerosLike } from '../pointwise.js';
import { isHalf } from '../halves.js';

/** Makes the op of an elementwise function of one tensor. */

export const all: readonly Variant[] = ['function', 'method', 'inplace'];

interface Unary {
  /** The kind; by default it only says that the function is elementwise. */
  kind?: Kind<'input'>;
  doc: string;
  formula: string;
  gradient?: string;
  gradFn?: string;
  backward?: BackwardFormula<'(Tensor input)'>;
  /** True: the element times its slope is the result. */
  linear?: boolean;
  result?: OutputRule;
  kernel?: MapKernel;
  /** PyTorch's message for a bool (or for any integer), if it has no kernel for it. */
  noBool?: string;
  noInteger?: string;
  /** PyTorch's message for complex numbers, if it is a special one. */
  noComplex?: string;
  /** How PyTorch computes the function for 16-bit numbers, if it rounds more than once. */
  ofHalves?: (input: Tensor) => Tensor;
  variants?: readonly Variant[];
  isForeign?: boolean;
  /** PyTorch's message for an `out` of another dtype, if nothing is converted. */
  wrongOut?: (result: DType, out: DType) => string;
}

/** An elementwise function of one tensor. */
export function unary(
  name: string,
  {
    kind = elementwise(),
    doc,
    formula,
    gradient,
    gradFn,
    backward,
    result = 'float',
    kernel = name as MapKernel,
    variants = everywhere,
    noBool,
    noInteger,
    linear = false,
    isForeign = false,
    noComplex,
    ofHalves,
    wrongOut,
  }: Unary,
): Op {
  return op({
    signature: `${name}(Tensor input, *, Tensor? out=None)`,
    kind,
    doc,
    formula,
    variants,
    forward(input) {
      if (noComplex !== undefined && input.dtype.is_complex) throw new NotImplementedError_(noComplex);
      const refusal = input.dtype === bool ? (noBool ?? noInteger) : input.dtype.isContinuous ? undefined : noInteger;
      if (refusal !== undefined) throw new RuntimeError(refusal.replace('TYPE', input.dtype.scalarName));
      return ofHalves && isHalf(input.dtype) ? ofHalves(input) : pointwise(kernel, [input], { result });
    },
    ...(gradient === undefined ? {} : { gradient: `input: ${gradient}` }),
    ...(gradFn === undefined ? {} : { gradFn }),
    ...(backward === undefined ? {} : { backward: { input: backward } }),
    ...(isForeign && { isForeign }),
    ...(wrongOut && { wrongOut }),
    ...(linear && { terms: { sum: ['input'] as const } }),
  });
}

/** Rounding functions: an integer stays itself; they are flat, so their gradient is zero. */
export const step = (name: 'floor' | 'ceil' | 'trunc', doc: string, formula: string): Op =>
  op({
    signature: `${name}(Tensor input, *, Tensor? out=None)`,
    kind: elementwise(),
    doc,
    formula,
    gradient: 'input: 0',
    wrongOut: notConverted,
    variants: everywhere,
    forward(input) {
      if (input.dtype.is_complex) throw new NotImplementedError_(`${name} is not supported for complex inputs`);
      if (input.dtype === bool) throw new RuntimeError(`"${name}_vml_cpu" not implemented for 'Bool'`);
      return pointwise(input.dtype.is_floating_point ? name : 'identity', [input]);
    },
    backward: { input: (g) => zerosLike(g) },
  });

export const apply = (o: Op, ...args: unknown[]): Tensor => execute(o, args) as Tensor;
