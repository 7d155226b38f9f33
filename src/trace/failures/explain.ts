/** Explains an error of the engine by its detail and by the tensors that the failing operation was given. */
import type { ErrorDetail } from '../../engine/errors/detail.js';
import { TorchError } from '../../engine/errors.js';
import type { Diagnostic } from '../../protocol/trace.js';
import { explainChange, explainLeafInPlace, explainNoHistory, explainViewInPlace } from './autograd.js';
import { explainCarried } from './carried.js';
import { explainDtypes } from './dtypes.js';
import { type Context, type Explanation, type Failure, failureOf } from './failure.js';
import { explainIndices } from './indices.js';
import { explainShapes, truthText } from './shapes.js';
import { explainDevice, explainFreed, explainKeyword, explainNotScalar, explainProbabilities } from './usage.js';

/** The codes that only errors of the engine have. A check has the code 'no-gradient' too, so it is not in this list. */
export const FAILURE_CODES = [
  'carried-state',
  'dtype-mismatch',
  'freed-graph',
  'index-out-of-range',
  'inplace-change',
  'no-device',
  'not-probabilities',
  'not-scalar',
  'shape-mismatch',
  'unknown-argument',
] as const;

type Explained = Explanation & { code: (typeof FAILURE_CODES)[number] | 'no-gradient' };

/** The diagnostic that explains an error; null where there is no explanation. When it has no source, its place is the place of the error. */
export function explainFailure(error: unknown, context: Context): Diagnostic | null {
  if (!(error instanceof TorchError) || !error.detail) return null;
  const failure = failureOf(error);
  const explained = explain(error.detail, failure, context);
  if (!explained) return null;
  const { code, text, source = null, related = [], fixes = [] } = explained;
  const advice = [failure.module, text].filter(Boolean).join('\n');
  const message = [`${error.name}: ${error.message}`, advice].filter(Boolean).join('\n');
  return { severity: 'error', code, message, ...(advice && { advice }), source, related, fixes };
}

function explain(detail: ErrorDetail, failure: Failure, context: Context): Explained | null {
  switch (detail.kind) {
    case 'dtype':
    case 'cast':
      return { code: 'dtype-mismatch', ...explainDtypes(detail, failure, context) };
    case 'index':
    case 'row':
    case 'class':
    case 'dim':
    case 'position':
      return { code: 'index-out-of-range', ...explainIndices(detail, failure, context) };
    case 'changed':
      return { code: 'inplace-change', ...explainChange(failure, context) };
    case 'leaf-inplace':
      return { code: 'inplace-change', ...explainLeafInPlace() };
    case 'view-inplace':
      return { code: 'inplace-change', ...explainViewInPlace() };
    case 'no-history':
      return { code: 'no-gradient', ...explainNoHistory(failure, context) };
    case 'not-scalar':
      return { code: 'not-scalar', ...explainNotScalar(detail.sizes, failure) };
    case 'keyword':
      return { code: 'unknown-argument', ...explainKeyword(detail) };
    case 'device':
      return { code: 'no-device', ...explainDevice(detail) };
    case 'probabilities':
      return { code: 'not-probabilities', ...explainProbabilities(failure) };
    case 'freed': {
      const carried = explainCarried(context);
      return carried ? { code: 'carried-state', ...carried } : { code: 'freed-graph', ...explainFreed() };
    }
    case 'overlap':
      // PyTorch's message already says what to do.
      return null;
    case 'truth':
      return { code: 'shape-mismatch', text: truthText(detail) };
    default:
      return { code: 'shape-mismatch', ...explainShapes(detail, failure, context) };
  }
}
