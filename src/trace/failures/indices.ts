/** Indices, classes and dimensions that do not exist. */
import type { IndexDetail } from '../../engine/errors/detail.js';
import { showSizes } from '../../engine/shape.js';
import { t } from '../../protocol/l10n.js';
import { Snapshot } from '../recording/snapshot.js';
import { type Context, type Explanation, type Failure, madeAt, type Operand, shapesText } from './failure.js';

export const explainIndices = (detail: IndexDetail, { operands }: Failure, { sites }: Context): Explanation => ({
  text: sentenceOn(detail, operands) ?? shapesText(operands),
  related: madeAt(operands, sites),
});

/** Null where the shapes say all that is known. */
function sentenceOn(detail: IndexDetail, operands: readonly Operand[]): string | null {
  const [first, second] = operands;
  switch (detail.kind) {
    case 'index':
      return t(
        'Along dimension {0} there are {1}: indices go from 0 to {2}, or from -{1} to -1.',
        detail.dim,
        detail.size,
        detail.size - 1,
      );
    case 'class': {
      const { classes } = detail;
      if (!first || !second) return null;
      return t(
        '{0} has {1} classes: the targets go from 0 to {2}, and {3} goes up to {4}.',
        first.name,
        classes,
        classes - 1,
        second.name,
        largest(second),
      );
    }
    case 'row': {
      const { rows } = detail;
      const indices = operands.find(({ tensor }) => !tensor.dtype.is_floating_point);
      const table = operands.find((operand) => operand !== indices && operand.shape.length > 0);
      if (!indices || !table) return null;
      return t('{0} has {1} rows, from 0 to {2}, and {3} goes up to {4}.', table.name, rows, rows - 1, indices.name, largest(indices));
    }
    case 'dim':
      return first ? t('{0} has {1} dimensions, its shape is {2}.', first.name, detail.rank, showSizes(first.shape)) : null;
    case 'position':
      return null;
  }
}

function largest({ tensor }: Operand): number {
  let most = -Infinity;
  for (const element of new Snapshot(tensor).elements()) most = Math.max(most, element);
  return most;
}
