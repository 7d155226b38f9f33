import { inherited } from '../kind.js';
import { type Op, op } from '../op.js';
import { div, mul, sub } from './basic.js';
import { all } from './checks.js';

/** Other names. */

const named = (alias: string, of: 'sub' | 'mul' | 'div', entry: Op) =>
  op({
    signature: `${alias}(Tensor input, Tensor|Scalar other)`,
    kind: inherited(entry),
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants: all,
    compose: (input, other) => input[of](other),
  });

export const aliases = [
  named('subtract', 'sub', sub),
  named('multiply', 'mul', mul),
  named('divide', 'div', div),
  named('true_divide', 'div', div),
];
