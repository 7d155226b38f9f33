/** Indices, classes and dimensions that are not there. */
import { showSizes } from '../../engine/shape.js';
import { t } from '../../protocol/l10n.js';
import { Snapshot } from '../snapshot.js';
import { type Failure, type Operand, shapesText } from './failure.js';
import type { Explanation } from './shapes.js';

export const isAboutIndices = (message: string): boolean =>
  /out of (bounds|range)|Class values must be|exceeds dimension size|is too large for tensor|too many indices/i.test(message);

export const explainIndices = (failure: Failure): Explanation => ({ text: sentenceOn(failure), fixes: [] });

function sentenceOn({ message, operands }: Failure): string {
  const [first, second] = operands;
  const bounds = /for dimension (\d+) with size (\d+)/.exec(message);
  if (bounds)
    return t(
      'Along dimension {0} there are {1}: indices go from 0 to {2}, or from -{1} to -1.',
      bounds[1]!,
      bounds[2]!,
      Number(bounds[2]) - 1,
    );
  const indices = operands.find(({ tensor }) => !tensor.dtype.is_floating_point);
  const looked = operands.find((operand) => operand !== indices && operand.shape.length > 0);
  if (/^Target/.test(message) && first && second) {
    const classes = first.shape[1] ?? first.shape[0] ?? 0;
    return t(
      '{0} has {1} classes: the targets go from 0 to {2}, and {3} goes up to {4}.',
      first.name,
      classes,
      classes - 1,
      second.name,
      largest(second),
    );
  }
  if (/in self/.test(message) && indices && looked)
    return t(
      '{0} has {1} rows, from 0 to {2}, and {3} goes up to {4}.',
      looked.name,
      looked.shape[0]!,
      looked.shape[0]! - 1,
      indices.name,
      largest(indices),
    );
  if (/^Dimension/.test(message) && first)
    return t('{0} has {1} dimensions, its shape is {2}.', first.name, first.shape.length, showSizes(first.shape));
  return shapesText(operands);
}

function largest({ tensor }: Operand): number {
  let most = -Infinity;
  for (const element of new Snapshot(tensor).elements()) most = Math.max(most, element);
  return most;
}
