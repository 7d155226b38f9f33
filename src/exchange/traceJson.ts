import { cellsOf } from '../protocol/cells.js';
import type { Run, Summary } from '../protocol/trace.js';

/** The document of a run as JSON, for other programs: the cells of thumbnails are numbers, to six digits. */
export const traceJson = (run: Run): string =>
  JSON.stringify({
    ...run,
    bindings: run.bindings.map((binding) => ({ ...binding, ...readable(binding) })),
    passes: run.passes.map((pass) => ({
      ...pass,
      nodes: pass.nodes.map((node) => ({ ...node, ...readable(node) })),
      edges: pass.edges.map((edge) => (edge.grad ? { ...edge, grad: withNumbers(edge.grad) } : edge)),
    })),
  });

const readable = ({ value, grad }: { value: Summary; grad: Summary | null }) => ({
  value: withNumbers(value),
  grad: grad && withNumbers(grad),
});

const withNumbers = ({ thumbnail, ...rest }: Summary) => ({
  ...rest,
  thumbnail: thumbnail && { ...thumbnail, data: cellsOf(thumbnail).map((cell) => cell && Number(cell.toPrecision(6))) },
});
