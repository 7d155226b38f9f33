import { execute } from '../execute.js';
import { inherited } from '../kind.js';
import { familyOp, type Op } from '../op.js';
import { div, mul, sub } from './basic.js';
import { all } from './checks.js';
import { atan2 } from './functions.js';

/** Other names of operations; each takes the arguments of the operation itself. */

const named = (alias: string, entry: Op, signature = entry.parsed.text.replace(entry.name, alias)): Op =>
  familyOp({
    signature,
    kind: inherited(entry),
    doc: `Another name of \`${entry.name}\`.`,
    formula: `as ${entry.name}`,
    variants: all,
    compose: (...values) =>
      execute(
        entry,
        entry.parsed.parameters.map(({ defaultValue }, i) => values[i] ?? defaultValue ?? null),
      ),
  });

export const aliases = [
  named('arctan2', atan2),
  named('subtract', sub),
  named('multiply', mul),
  named('divide', div),
  named('true_divide', div, 'true_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)'),
];
