/** Writes the document of a pass from the recorder's records. */
import { askFor } from '../../engine/backends/allocation.js';
import type { Storage } from '../../engine/storage.js';
import type { Edge, Pass, Range, SavedTensor, Summary, TraceNode } from '../../protocol/trace.js';
import type { Site } from '../../protocol/runnerApi.js';
import { showAttributes } from './attributes.js';
import { isStretched } from './broadcast.js';
import { NO_SITE, type FailedRecord, type Kept, type NodeRecord, type PassRecord } from '../recording/records.js';
import { shortName } from '../recording/shortName.js';
import { flowsOf, type Flows } from './flows.js';
import { silentOf } from './silentUnits.js';
import { summaryOf } from './summary.js';

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
  const flows = flowsOf(nodes);
  askFor(unsummarised(nodes, flows));
  const around = { ids, storages: new Map<Storage, number>(), sites, maxValues };
  const pass: Pass = {
    index: record.index,
    backward: record.backward,
    root: (record.root && ids.get(record.root)) ?? null,
    loss: record.loss,
    nodes: nodes.map((node) => writeNode(node, keys.get(node)!, inGraph.has(node), around)),
    edges: nodes.flatMap((node) => edgesTo(node, ids, flows, maxValues)),
    backward_order: record.backwardOrder.flatMap((node) => ids.get(node) ?? []),
    held: Object.fromEntries([...record.held].flatMap(([site, node]) => (ids.has(node) ? [[site, ids.get(node)!]] : []))),
  };
  if (record.failed) writeFailed(record.failed, pass, ids);
  return { pass, ids };
}

/** The storages that the summaries of a pass are still to be made of. */
function* unsummarised(nodes: readonly NodeRecord[], flows: Flows): Iterable<Storage> {
  for (const node of nodes) {
    const along = node.inputs.map((_, input) => flows.along(node, input));
    for (const snapshot of [node.value, node.grad, ...along]) if (snapshot?.memory && !snapshot.summary) yield snapshot.memory;
  }
}

/** Adds the operation that failed. Its place in the source is the place of the error, which is found later. */
function writeFailed({ op, inputs, module }: FailedRecord, pass: Pass, ids: ReadonlyMap<NodeRecord, string>): void {
  const id = 'failed';
  pass.nodes.push({
    id,
    key: `failed|${module.path}|${op}`,
    kind: 'failed',
    op,
    grad_fn: null,
    label: null,
    module: module.path,
    module_types: [...module.types],
    attributes: '',
    shape: [],
    dtype: '',
    requires_grad: false,
    in_graph: false,
    source: null,
    bytes: 0,
    value: NO_NUMBERS,
    grad: null,
  });
  inputs.forEach((from, input) => pass.edges.push({ from: ids.get(from)!, to: id, input }));
}

const NO_NUMBERS: Summary = {
  min: null,
  max: null,
  mean: null,
  std: null,
  norm: null,
  nan: 0,
  inf: 0,
  numel: 0,
  histogram: null,
  thumbnail: null,
};

const ranges = new WeakMap<Site, { range: Range; text: string }>();

/** The place of a site, made once and shared by all nodes of all passes. */
function placeOf(site: Site) {
  let place = ranges.get(site);
  if (!place) {
    const [file, line, column, endLine, endColumn] = site.range;
    ranges.set(site, (place = { range: { file, line, column, endLine, endColumn }, text: site.range.join(':') }));
  }
  return place;
}

export const siteRange = (site: Site | undefined): Range | null => (site ? placeOf(site).range : null);

/** All nodes that `root` depends on. If `root` has a backward function, only paths of differentiable operations count. */
function graphOf(root: NodeRecord | null): ReadonlySet<NodeRecord> {
  const found = new Set(root ? [root] : []);
  for (const node of found) if (node.gradFn || !root!.gradFn) for (const input of node.inputs) found.add(input);
  return found;
}

/**
 * The key of every node: unique within a pass, and usually the same for the same computation in every pass. It consists
 * of the place in the source, the module, the operation, and a number that counts nodes for which these are the same.
 */
function keysOf({ nodes }: PassRecord, sites: readonly Site[]): Map<NodeRecord, string> {
  const counts = new Map<string, number>();
  const keys = new Map<NodeRecord, string>();
  for (const node of nodes) {
    const { site, module, op, field, origin } = node;
    const place = site === NO_SITE ? firstUse(node, sites) : placeOf(sites[site]!).text;
    const stem = shortName(`${place}|${module.path}|${op}${field && `.${field}`}${origin === 'carried' ? '|carried' : ''}`);
    const occurrence = counts.get(stem) ?? 0;
    counts.set(stem, occurrence + 1);
    keys.set(node, `${stem}|${occurrence}`);
  }
  return keys;
}

/** Identifies a node without a place in the source: by the place of the first operation that uses it. */
function firstUse(node: NodeRecord, sites: readonly Site[]): string {
  const user = node.pass.nodes.find(({ inputs }) => inputs.includes(node));
  return user && user.site !== NO_SITE ? `${placeOf(sites[user.site]!).text}.${user.op}.${user.inputs.indexOf(node)}` : '';
}

const round = (ms: number): number => Math.round(ms * 1e4) / 1e4;

/** @param storages the numbers of the storages that were met in the pass so far */
function writeKept(
  { name, bytes, storage, node }: Kept,
  ids: ReadonlyMap<NodeRecord, string>,
  storages: Map<Storage, number>,
): SavedTensor {
  const number = storages.get(storage) ?? storages.size;
  storages.set(storage, number);
  return { name, bytes, storage: number, node: (node && ids.get(node)) ?? null };
}

interface Around {
  ids: ReadonlyMap<NodeRecord, string>;
  storages: Map<Storage, number>;
  sites: readonly Site[];
  maxValues: number;
}

function writeNode(node: NodeRecord, key: string, inGraph: boolean, { ids, storages, sites, maxValues }: Around): TraceNode {
  const id = ids.get(node)!;
  // The result of an operation counts as a parameter too, if `requires_grad_()` made a leaf of it.
  const isParameter = node.gradFn === null && node.tensor?.autograd?.requiresGrad === true;
  return {
    id,
    key,
    kind: isParameter ? 'parameter' : node.kind === 'op' ? 'op' : node.label === null ? 'constant' : 'input',
    op: shortName(node.op),
    grad_fn: node.gradFn && shortName(node.gradFn.name()),
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
    ...(node.kept && { backward_ms: round(node.backwardMs), saved: node.kept.map((kept) => writeKept(kept, ids, storages)) }),
    ...(isTimed(node) && { time_ms: round(node.ms) }),
    ...silentOf(node),
    value: summaryOf(node.value!, maxValues),
    grad: node.grad && summaryOf(node.grad, maxValues),
  };
}

/** Whether a node shows its time. A leaf from outside of the pass shows its time in the pass that made it, not here. */
const isTimed = ({ kind, isFromOutside }: NodeRecord): boolean => kind === 'op' || !isFromOutside;

function edgesTo(node: NodeRecord, ids: ReadonlyMap<NodeRecord, string>, flows: Flows, maxValues: number): Edge[] {
  const edges: Edge[] = [];
  node.inputs.forEach((from, input) => {
    const id = ids.get(from);
    if (id === undefined) return;
    const edge: Edge = { from: id, to: ids.get(node)!, input };
    const argument = node.argumentNames[input];
    if (argument !== undefined) edge.argument = argument;
    if (isStretched(node.operation, argument, from.sizes, node.sizes)) edge.broadcast = [...node.sizes];
    const flow = flows.along(node, input);
    if (flow !== undefined) edge.grad = flow && summaryOf(flow, maxValues);
    edges.push(edge);
  });
  return edges;
}
