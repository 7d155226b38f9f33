import { read } from '../backends/allocation.js';
import { int32 } from '../dtype.js';
import { cName } from '../errors/dtypes.js';
import { NotImplementedError_ } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import { exponentOf } from './exponent.js';
import * as kind from './kind.js';
import { type Op, op } from './op.js';

/** The parts of floating point numbers. */

export const floatParts: Op[] = [
  op({
    signature: 'frexp(Tensor input, *, Tensor[]? out=None) -> (Tensor mantissa, Tensor exponent)',
    kind: kind.elementwise(),
    wrongOut: (result, out, name) =>
      name === 'mantissa'
        ? `torch.frexp() expects mantissa to have dtype ${cName(result)} but got ${cName(out)}`
        : `torch.frexp() expects exponent to have int dtype but got ${cName(out)}`,
    doc: 'Every element as a mantissa of ½ to 1 and a power of two.',
    formula: 'input = mantissa · 2^exponent',
    gradient: 'input: g / 2^exponent',
    differentiableOutputs: 1,
    forward(input) {
      if (!input.dtype.is_floating_point) throw new NotImplementedError_('torch.frexp() only supports floating-point dtypes');
      const x = read(input);
      const isOrdinary = (v: number) => v !== 0 && Number.isFinite(v);
      const exponents = Float64Array.from(x, (v) => (isOrdinary(v) ? exponentOf(Math.abs(v)) + 1 : 0));
      const mantissas = Float64Array.from(x, (v, i) => (isOrdinary(v) ? v * 2 ** -exponents[i] : v));
      return [Tensor.of(mantissas, input.sizes, input.dtype, input.device), Tensor.of(exponents, input.sizes, int32, input.device)];
    },
    backward: { input: (g, s) => g.div(s.resultAt(1).to(g.dtype).exp2()) },
  }),
];
