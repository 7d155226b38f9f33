import type { MapKernel } from '../../kernels/elementwise.js';
import * as kind from '../kind.js';
import { isHalf } from '../halves.js';
import { withoutKernelFor } from '../lacks.js';
import { familyOp, type Op } from '../op.js';
import { pointwise, resultType, type Operand } from '../pointwise.js';

/** Orthogonal polynomials. PyTorch has no derivative of them, so their results require no gradient. */

const polynomials: readonly [name: string, kernel: MapKernel, formula: string][] = [
  ['chebyshev_polynomial_t', 'chebyshevT', 'T_n(x)'],
  ['chebyshev_polynomial_u', 'chebyshevU', 'U_n(x)'],
  ['chebyshev_polynomial_v', 'chebyshevV', 'V_n(x)'],
  ['chebyshev_polynomial_w', 'chebyshevW', 'W_n(x)'],
  ['shifted_chebyshev_polynomial_t', 'shiftedT', 'T_n(2x − 1)'],
  ['shifted_chebyshev_polynomial_u', 'shiftedU', 'U_n(2x − 1)'],
  ['shifted_chebyshev_polynomial_v', 'shiftedV', 'V_n(2x − 1)'],
  ['shifted_chebyshev_polynomial_w', 'shiftedW', 'W_n(2x − 1)'],
  ['hermite_polynomial_h', 'hermiteH', 'H_n(x)'],
  ['hermite_polynomial_he', 'hermiteHe', 'He_n(x)'],
  ['laguerre_polynomial_l', 'laguerreL', 'L_n(x)'],
  ['legendre_polynomial_p', 'legendreP', 'P_n(x)'],
];

const words = (name: string): string => name.replace(/_polynomial_.*/, '').replace('_', ' ');

export const polynomialOps: Op[] = polynomials.map(([name, kernel, formula]) =>
  familyOp({
    signature: `special.${name}(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`,
    kind: kind.elementwise({ cuts: true }),
    doc: `A ${words(name)} polynomial of degree n, of every element.`,
    formula: `out = ${formula}`,
    needsTensor: true,
    forward(...[x, n]) {
      const operands = [x, n] as Operand[];
      // Above these degrees, PyTorch gives NaN for Hermite polynomials.
      const computed = resultType(operands);
      if (isHalf(computed)) throw withoutKernelFor(`${name}_cpu`, computed);
      const limit = computed.digits === 53 ? 512 : 128;
      return pointwise(kernel, operands, { result: 'float', params: [limit] });
    },
  }),
);
