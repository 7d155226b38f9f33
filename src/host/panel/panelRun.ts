import { withSummaries } from '../../graph/summaries.js';
import type { Pass, Run, Summary } from '../../protocol/trace.js';

/**
 * Runs in the form that the panel receives. A message to a webview is written and read as text several times on its
 * way, also by the process that draws the editor, and a live model sends one at every pause in typing. So the message
 * holds what the panel draws first. The panel requests the rest.
 */

/** Tensors of at most so many elements are sent with their pass. Larger ones are requested one by one. */
const mostElements = 64;

/** A run in which only the passes at `positions` have their nodes. */
export function runForPanel(run: Run, positions: ReadonlySet<number>): Run {
  const passes = run.passes.map((pass, i) => (positions.has(i) ? passForPanel(pass) : headOf(pass)));
  // Of a figure, only the time and the place are sent. Its contents are requested.
  const figures = run.figures?.map((figure) => ({ ...figure, axes: [] }));
  return { ...run, passes, bindings: [], output: [], ...(figures && { figures }) };
}

/** The facts that a list of passes shows, without reading the nodes of the pass. */
const headOf = ({ index, backward, root, loss }: Pass): Pass => ({ index, backward, root, loss, nodes: [], edges: [], backward_order: [] });

export const passForPanel = ({ held: _, ...pass }: Pass): Pass => withSummaries(pass, light);

function light({ data, text, ...rest }: Summary): Summary {
  const isSmall = rest.numel <= mostElements;
  return {
    ...rest,
    ...(isSmall && data && { data }),
    ...(isSmall && text !== undefined && { text }),
  };
}
