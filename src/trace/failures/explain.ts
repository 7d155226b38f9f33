/** Explains an error of the engine by the tensors that the failing operation was given. */
import { TorchError } from '../../engine/errors.js';
import { showSizes } from '../../engine/shape.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic } from '../../protocol/trace.js';
import type { Training } from '../checks/watched/training.js';
import { explainChange, explainNoHistory, hasNoHistory, isChangeInPlace } from './autograd.js';
import { explainDtypes, isAboutDtypes } from './dtypes.js';
import { type Failure, failureOf, relatedTo } from './failure.js';
import { explainIndices, isAboutIndices } from './indices.js';
import { type Explanation, explainShapes, isAboutShapes } from './shapes.js';

interface Kind {
  code: string;
  is(message: string): boolean;
  explain(failure: Failure): Explanation;
}

/** The first that fits explains. */
const KINDS: readonly Kind[] = [
  { code: 'dtype-mismatch', is: isAboutDtypes, explain: explainDtypes },
  { code: 'index-out-of-range', is: isAboutIndices, explain: explainIndices },
  { code: 'shape-mismatch', is: isAboutShapes, explain: explainShapes },
];

export const FAILURE_CODES: readonly string[] = [...KINDS.map(({ code }) => code), 'inplace-change'];

/** Null for an error that has nothing to explain. Its place is that of the error where none is given. */
export function explainFailure(error: unknown, sites: readonly Site[], training: Training): Diagnostic | null {
  if (!(error instanceof TorchError)) return null;
  const failure = failureOf(error);
  const title = `${error.name}: ${error.message}`;
  if (isChangeInPlace(error.message)) return explainChange(title, failure, sites, training);
  if (hasNoHistory(error.message)) return explainNoHistory(title, failure.operands[0]?.tensor, sites);
  const kind = KINDS.find(({ is }) => is(error.message));
  // A call that no signature fits is told of by its own message.
  if (!kind || (error.name === 'TypeError' && kind.code !== 'dtype-mismatch')) return null;
  const { text, fixes } = kind.explain(failure);
  const isShape = kind.code === 'shape-mismatch';
  return {
    severity: 'error',
    code: kind.code,
    message: [title, failure.module, text].filter(Boolean).join('\n'),
    source: null,
    related: relatedTo(failure.operands, sites, ({ name, shape, tensor }) =>
      isShape
        ? t('{0} got the shape {1} here.', name, showSizes(shape))
        : t('{0} is made here: {1}.', name, `${tensor.dtype.name}${showSizes(shape)}`),
    ),
    fixes,
  };
}
