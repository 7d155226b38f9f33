import type { Pass, Run, Summary } from './trace.js';

/**
 * Runs as the panel is sent them. A message to a webview is written and read as text several times on
 * its way, also where the editor is drawn, and a live model sends one with every pause in typing: it
 * holds what the panel draws first, the rest is asked for.
 */

/** Tensors of so many elements go with their pass; larger ones are asked for one by one. */
const mostElements = 64;
/** Digits that the cells of a picture are told apart by. */
const digits = 4;

/** A run in which only the passes at `positions` have their nodes. */
export function runForPanel(run: Run, positions: ReadonlySet<number>): Run {
  const passes = run.passes.map((pass, i) =>
    positions.has(i) ? passForPanel(pass) : { ...pass, nodes: [], edges: [], backward_order: [] },
  );
  return { ...run, passes, bindings: [], output: [] };
}

export const passForPanel = (pass: Pass): Pass => ({
  ...pass,
  nodes: pass.nodes.map((node) => ({ ...node, value: light(node.value), grad: node.grad && light(node.grad) })),
  edges: pass.edges.map((edge) => (edge.grad ? { ...edge, grad: light(edge.grad) } : edge)),
});

function light({ data, text, thumbnail, ...rest }: Summary): Summary {
  const isSmall = rest.numel <= mostElements;
  return {
    ...rest,
    thumbnail: thumbnail && { ...thumbnail, data: thumbnail.data.map((cell) => cell && Number(cell.toPrecision(digits))) },
    ...(isSmall && data && { data }),
    ...(isSmall && text !== undefined && { text }),
  };
}

/** The files that its nodes are of, as they are named in ranges. */
export const sourceFiles = ({ passes }: Run): string[] => [
  ...new Set(passes.flatMap(({ nodes }) => nodes.flatMap(({ source }) => source?.file ?? []))),
];

/** The pass that a panel begins with: the last with gradients; what is computed after it is seldom what one came for. */
export function startingPosition({ passes }: Run): number {
  // Only the last one can have failed.
  if (passes.at(-1)?.nodes.some(({ kind }) => kind === 'failed')) return passes.length - 1;
  const last = passes.findLastIndex(({ backward }) => backward);
  return Math.max(0, last >= 0 ? last : passes.length - 1);
}
