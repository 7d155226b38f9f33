import { PassGraph } from '../../graph/passGraph.js';
import type { OperationKind } from '../../protocol/operations.js';
import type { Pass, Run, TraceNode } from '../../protocol/trace.js';

const known = new WeakMap<Pass, OperationGraph>();

/** The graph of a pass with the kinds of its operations. Checks ask for kinds and arguments, never for names. */
export class OperationGraph extends PassGraph {
  /** The graph of a pass of a run. It is made once for all callers. */
  static in({ operations }: Run, pass: Pass): OperationGraph {
    let graph = known.get(pass);
    if (!graph) known.set(pass, (graph = new OperationGraph(pass, operations)));
    return graph;
  }

  private constructor(
    pass: Pass,
    private readonly operations: Run['operations'],
  ) {
    super(pass);
  }

  /**
   * The kind of operation that made a node; undefined for a leaf, and for an operation without an entry in the engine.
   */
  kindOf({ kind, op }: TraceNode): OperationKind | undefined {
    return kind === 'op' ? this.operations?.[op]?.kind : undefined;
  }

  /** The node that was given as an argument, or as the first of a list; null where the argument was no tensor. */
  argument({ id }: TraceNode, name: string): TraceNode | null {
    const link = this.ins[this.byId.get(id) ?? -1]?.find(({ edge: { argument } }) => argument === name || argument === `${name}[0]`);
    return link ? this.nodes[link.from]! : null;
  }
}
