import type { Pass, TraceNode } from '../protocol/trace.js';
import { arrange } from './arrange.js';
import { buildGroups, type Group, type Groups } from './groups.js';
import { PassGraph } from './passGraph.js';

/** The visible part of one pass: its nodes in order, and the tree of modules that contain them. */
export class ModuleGraph extends PassGraph {
  readonly root: Group;
  /** The innermost group of each node. */
  readonly groupOf: readonly Group[];
  readonly groups: ReadonlyMap<string, Group>;

  constructor({ pass, nodes }: PassGraph, groups: Groups) {
    super(pass, nodes);
    this.root = groups.root;
    this.groupOf = groups.groupOf;
    this.groups = groups.groups;
  }

  /** How many nodes are left out because the loss does not depend on them. */
  get hidden(): number {
    return this.pass.nodes.length - this.nodes.length;
  }
}

/**
 * By default, the picture of a pass with a backward leaves out the nodes that the loss does not depend on. The groups
 * of `before` are reused when only numbers and places in the source differ from it.
 */
export function buildGraph(pass: Pass, showAll: boolean, before: ModuleGraph | null = null): ModuleGraph {
  const arranged = arrange(pass, showAll);
  return new ModuleGraph(arranged, before && looksLike(arranged, before) ? before : buildGroups(arranged));
}

/** Whether two passes look the same apart from their numbers and their places in the source. */
function looksLike(a: PassGraph, b: PassGraph): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.links.length === b.links.length &&
    a.rootNode === b.rootNode &&
    a.nodes.every((node, i) => isAlike(node, b.nodes[i]!)) &&
    a.links.every(({ from, to, input }, i) => from === b.links[i]!.from && to === b.links[i]!.to && input === b.links[i]!.input)
  );
}

function isAlike(a: TraceNode, b: TraceNode): boolean {
  return (
    a.op === b.op &&
    a.kind === b.kind &&
    a.label === b.label &&
    a.module === b.module &&
    a.dtype === b.dtype &&
    a.attributes === b.attributes &&
    a.in_graph === b.in_graph &&
    a.requires_grad === b.requires_grad &&
    a.shape.length === b.shape.length &&
    a.shape.every((size, i) => size === b.shape[i]) &&
    a.module_types.length === b.module_types.length &&
    a.module_types.every((type, i) => type === b.module_types[i])
  );
}
