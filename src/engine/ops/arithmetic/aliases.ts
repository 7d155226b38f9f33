import type { Tensor } from '../../tensor.js';
import { type Variant, op } from '../op.js';
import { all } from './checks.js';

/** Other names. */

const named = (alias: string, of: string, signature: string, variants: readonly Variant[] = all) =>
  op({
    signature: `${alias}${signature}`,
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants,
    compose: (input: Tensor, ...rest: unknown[]) => input[of as 'add'](...(rest as [Tensor])),
  });

export const aliases = [
  named('subtract', 'sub', '(Tensor input, Tensor|Scalar other)'),
  named('multiply', 'mul', '(Tensor input, Tensor|Scalar other)'),
  named('divide', 'div', '(Tensor input, Tensor|Scalar other)'),
  named('true_divide', 'div', '(Tensor input, Tensor|Scalar other)'),
];
