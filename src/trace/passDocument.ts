/** From what was written down of a pass to the document of it. */
import type { Edge, Pass, Range, Summary, TraceNode } from '../protocol/trace.js';
import type { Site } from '../protocol/runnerApi.js';
import { showAttributes } from './attributes.js';
import { isStretched } from './broadcast.js';
import { NO_SITE, type NodeRecord, type PassRecord } from './records.js';
import { summarise } from './summary.js';

export interface Written {
  pass: Pass;
  /** Ids of the nodes that are in the document. */
  ids: ReadonlyMap<NodeRecord, string>;
}

export function writePass(record: PassRecord, sites: readonly Site[], maxValues: number): Written {
  const nodes = record.shown();
  const ids = new Map(nodes.map((node, i) => [node, `n${i}`]));
  const inGraph = graphOf(record.root);
  const keys = keysOf(record, sites);
  const pass: Pass = {
    index: record.index,
    backward: record.backward,
    root: (record.root && ids.get(record.root)) ?? null,
    loss: record.loss,
    nodes: nodes.map((node) => writeNode(node, ids.get(node)!, keys.get(node)!, inGraph.has(node), sites, maxValues)),
    edges: nodes.flatMap((node) => edgesTo(node, ids)),
    backward_order: record.backwardOrder.flatMap((node) => ids.get(node) ?? []),
  };
  return { pass, ids };
}

export function siteRange(site: Site | undefined): Range | null {
  if (!site) return null;
  const [file, line, column, endLine, endColumn] = site.range;
  return { file, line, column, endLine, endColumn };
}

/** Reads a value and lets go of nothing: the reader may ask for all of it later. */
export function valueSummary(node: NodeRecord, maxValues: number): Summary {
  return (node.valueSummary ??= summarise(node.value!, maxValues));
}

export function gradSummary(node: NodeRecord, maxValues: number): Summary | null {
  if (node.grad) node.gradSummary ??= summarise(node.grad, maxValues);
  return node.gradSummary;
}

/** What `root` depends on: through what can be differentiated, where `root` can. */
function graphOf(root: NodeRecord | null): ReadonlySet<NodeRecord> {
  const found = new Set(root ? [root] : []);
  for (const node of found) if (node.gradFn || !root!.gradFn) for (const input of node.inputs) found.add(input);
  return found;
}

/**
 * Unique within a pass, and as a rule the same for the same computation in all of them: the place,
 * the module, the operation, and which one of these it is.
 */
function keysOf({ nodes }: PassRecord, sites: readonly Site[]): Map<NodeRecord, string> {
  const counts = new Map<string, number>();
  const keys = new Map<NodeRecord, string>();
  for (const node of nodes) {
    const { site, module, op, field, kind, isCarried } = node;
    const place = site === NO_SITE ? firstUse(node, sites) : sites[site]!.range.join(':');
    const stem = `${place}|${module.path}|${op}${field && `.${field}`}${isCarried && kind === 'leaf' ? '|carried' : ''}`;
    const occurrence = counts.get(stem) ?? 0;
    counts.set(stem, occurrence + 1);
    keys.set(node, `${stem}|${occurrence}`);
  }
  return keys;
}

/** What has no place of its own is known by the place that first uses it. */
function firstUse(node: NodeRecord, sites: readonly Site[]): string {
  const user = node.pass.nodes.find(({ inputs }) => inputs.includes(node));
  return user && user.site !== NO_SITE ? `${sites[user.site]!.range.join(':')}.${user.op}.${user.inputs.indexOf(node)}` : '';
}

function writeNode(node: NodeRecord, id: string, key: string, inGraph: boolean, sites: readonly Site[], maxValues: number): TraceNode {
  // Also what an operation made before `requires_grad_()` made a leaf of it.
  const isParameter = node.gradFn === null && node.tensor?.autograd?.requiresGrad === true;
  return {
    id,
    key,
    kind: isParameter ? 'parameter' : node.kind === 'op' ? 'op' : node.label === null ? 'constant' : 'input',
    op: node.op,
    grad_fn: node.gradFn?.name() ?? null,
    label: node.label,
    module: node.module.path,
    module_types: [...node.module.types],
    attributes: showAttributes(node.attributes),
    shape: [...node.sizes],
    dtype: node.dtype.name,
    requires_grad: isParameter || node.gradFn !== null,
    in_graph: inGraph,
    source: siteRange(sites[node.site]),
    bytes: node.bytes,
    value: valueSummary(node, maxValues),
    grad: gradSummary(node, maxValues),
  };
}

function edgesTo(node: NodeRecord, ids: ReadonlyMap<NodeRecord, string>): Edge[] {
  return node.inputs.flatMap((from, input) => {
    const id = ids.get(from);
    if (id === undefined) return [];
    const edge: Edge = { from: id, to: ids.get(node)!, input };
    return [isStretched(node.op, input, from.sizes, node.sizes) ? { ...edge, broadcast: [...node.sizes] } : edge];
  });
}
