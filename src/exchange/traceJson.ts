import { withSummaries } from '../graph/summaries.js';
import { cellsOf } from '../protocol/cells.js';
import type { Run, Summary } from '../protocol/trace.js';

/** The document of a run as JSON, for other programs. The cells of thumbnails are numbers with six digits. */
export const traceJson = (run: Run): string =>
  JSON.stringify({
    ...run,
    bindings: run.bindings.map((one) => ({ ...one, value: withNumbers(one.value), grad: one.grad && withNumbers(one.grad) })),
    passes: run.passes.map((pass) => withSummaries(pass, withNumbers)),
  });

const withNumbers = ({ thumbnail, ...rest }: Summary) => ({
  ...rest,
  thumbnail: thumbnail && { ...thumbnail, data: cellsOf(thumbnail).map((cell) => cell && Number(cell.toPrecision(6))) },
});
