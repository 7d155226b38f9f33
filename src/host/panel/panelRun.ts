import { withSummaries } from '../../graph/summaries.js';
import type { Pass, Run, Summary } from '../../protocol/trace.js';

/**
 * Runs as the panel is sent them. A message to a webview is written and read as text several times on
 * its way, also where the editor is drawn, and a live model sends one with every pause in typing: it
 * holds what the panel draws first, the rest is asked for.
 */

/** Tensors of so many elements go with their pass; larger ones are asked for one by one. */
const mostElements = 64;

/** A run in which only the passes at `positions` have their nodes. */
export function runForPanel(run: Run, positions: ReadonlySet<number>): Run {
  const passes = run.passes.map((pass, i) => (positions.has(i) ? passForPanel(pass) : headOf(pass)));
  // Of figures only when and where they were shown: what is in them is asked for.
  const figures = run.figures?.map((figure) => ({ ...figure, axes: [] }));
  return { ...run, passes, bindings: [], output: [], ...(figures && { figures }) };
}

/** What a list of passes shows; its nodes are not read for that. */
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
