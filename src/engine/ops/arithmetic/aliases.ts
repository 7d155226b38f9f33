import { op } from '../op.js';
import { all } from './checks.js';

/** Other names. */

const named = (alias: string, of: 'sub' | 'mul' | 'div') =>
  op({
    signature: `${alias}(Tensor input, Tensor|Scalar other)`,
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants: all,
    compose: (input, other) => input[of](other),
  });

export const aliases = [named('subtract', 'sub'), named('multiply', 'mul'), named('divide', 'div'), named('true_divide', 'div')];
