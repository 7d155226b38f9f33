import type { MapKernel } from '../../kernels/elementwise.js';
import { float32 } from '../../dtype.js';
import * as kind from '../kind.js';
import { op, type BackwardFormula, type Op } from '../op.js';
import { floatOf, pointwise } from '../pointwise.js';
import { apply } from '../unary/define.js';
import type { Tensor } from '../../tensor/tensor.js';
import { halfNames, lacking } from '../lacks.js';

/** Makes the op of a function of one number. */

interface Special {
  kernel: MapKernel;
  /** For results in single precision. */
  inSingle?: MapKernel;
  doc: string;
  formula: string;
  /** Absent: PyTorch has no derivative, and the result requires no gradient. */
  gradient?: string;
  backward?: BackwardFormula<'(Tensor input)'>;
  breaks?: kind.Breaking<'input'>[];
  /** True: PyTorch has the function for 16-bit numbers. */
  ofHalves?: boolean;
  roundsOnce?: 'gradient';
  /** The name in autograd, if it is the function's older name. */
  gradFn?: string;
}

const camel = (name: string): string => name.replace(/(^|_)(\w)/g, (_, __, c: string) => c.toUpperCase()).replace(/(\d)e$/, '$1E');

/** Makes the elementwise function `special.name`. */
export function special(
  name: string,
  { kernel, inSingle = kernel, doc, formula, gradient, backward, breaks, ofHalves = false, roundsOnce, gradFn }: Special,
): Op {
  return op({
    signature: `special.${name}(Tensor input, *, Tensor? out=None)`,
    kind: kind.elementwise({ ...(breaks ? { breaks } : {}), ...(backward ? {} : { cuts: true }) }),
    doc,
    formula,
    ...(ofHalves ? {} : { lacks: lacking(`${name}_cpu`, ...halfNames) }),
    ...(roundsOnce && { roundsOnce }),
    gradFn: gradFn ?? `Special${camel(name)}Backward0`,
    forward: (input) => pointwise(floatOf(input) === float32 ? inSingle : kernel, [input], { result: 'float' }),
    ...(gradient === undefined ? {} : { gradient: `input: ${gradient}` }),
    ...(backward === undefined ? {} : { backward: { input: backward } }),
  });
}

/** A function that calls an entry defined later: entries refer to each other in their gradients. */
export const calls =
  (entry: () => Op) =>
  (x: Tensor): Tensor =>
    apply(entry(), x, null);
