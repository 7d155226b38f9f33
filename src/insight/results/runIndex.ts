/** Finds things in a finished run: by place in the source, by key, by pass. Built once a run, used often. */
import { digestOf, rangeKey } from '../../graph/digest.js';
import { PassGraph } from '../../graph/passGraph.js';
import { formulaLines, formulaOfNode } from '../../present/call.js';
import { startingPosition } from '../../graph/run.js';
import type { Binding, Pass, Range, Run, TraceNode } from '../../protocol/trace.js';

const sameRange = (a: Range, b: Range): boolean =>
  a.file === b.file && a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;

/** A place in the source where tensors were made or held. */
export interface Place {
  range: Range;
  /** The binding, when the place is a name; null for an expression. */
  binding: Binding | null;
  /** When the place is no name: the end of the path to a parameter, such as `fc.weight`. */
  parameter?: string;
  /** Whether the place asks for the gradient: `w.grad`. */
  isGradient?: boolean;
}

const isWithin = (r: Range, line: number, column: number): boolean =>
  (line > r.line || (line === r.line && column >= r.column)) && (line < r.endLine || (line === r.endLine && column <= r.endColumn));

/** Orders ranges from the innermost outwards, as far as they nest. */
const bySize = (a: Range, b: Range): number => {
  const [shorter, longer] = [a.endLine - a.line, b.endLine - b.line];
  return shorter - longer || (shorter === 0 ? a.endColumn - a.column - (b.endColumn - b.column) : b.line - a.line || b.column - a.column);
};

export class RunIndex {
  private readonly places = new Map<string, Place[]>();
  private readonly byRange = new WeakMap<readonly TraceNode[], Map<string, TraceNode[]>>();
  private readonly passes = new Map<number, Pass>();

  constructor(readonly run: Run) {
    const seen = new Set<string>();
    const add = (range: Range, binding: Binding | null) => {
      const id = rangeKey(range);
      if (seen.has(id)) return;
      seen.add(id);
      const list = this.places.get(range.file) ?? [];
      this.places.set(range.file, list);
      list.push({ range, binding });
    };
    for (const binding of run.bindings) add(binding.source, binding);
    for (const pass of run.passes) {
      this.passes.set(pass.index, pass);
      for (const source of digestOf(pass).sources) add(source, null);
    }
  }

  /** The places in a file that have a hover. */
  placesIn(file: string): readonly Place[] {
    return this.places.get(file) ?? [];
  }

  /** The binding of the name at exactly this range. */
  bindingAt(range: Range): Binding | null {
    return this.placesIn(range.file).find((place) => place.binding && sameRange(place.range, range))?.binding ?? null;
  }

  /** The innermost place around a position in the text of the run. */
  placeAt(file: string, line: number, column: number): Place | null {
    const around = this.placesIn(file).filter((place) => isWithin(place.range, line, column));
    around.sort((a, b) => bySize(a.range, b.range));
    return around[0] ?? null;
  }

  bindingsIn(file: string): Binding[] {
    return this.run.bindings.filter((binding) => binding.source.file === file);
  }

  pass(index: number): Pass | null {
    return this.passes.get(index) ?? null;
  }

  /** The pass that the panel shows: the chosen one as long as the run has it, else the last one with gradients. */
  shownPass(chosen: number | null): Pass | null {
    return (chosen === null ? null : this.pass(chosen)) ?? this.lastPass;
  }

  /** The pass that panels begin with. */
  get lastPass(): Pass | null {
    const { run } = this;
    return run.passes[startingPosition(run)] ?? null;
  }

  nodeByKey(pass: number, key: string): TraceNode | null {
    return this.graph(pass)?.withKey(key) ?? null;
  }

  /** The last node that a name held in a pass. Every view of the name shows this one. Null when the name held none in that pass. */
  heldIn(pass: number, { site, key }: Binding): TraceNode | null {
    const graph = this.graph(pass);
    const { held } = graph?.pass ?? {};
    if (!graph || !held) return key === null ? null : this.nodeByKey(pass, key);
    const place = graph.byId.get(held[String(site)] ?? '');
    return place === undefined ? null : graph.nodes[place]!;
  }

  /** The nodes that a node was computed from, in the order of the arguments. */
  inputsOf(pass: number, node: TraceNode): TraceNode[] {
    return this.graph(pass)?.inputs(node) ?? [];
  }

  /** What the operation of a node does, and its formulas with the names of its tensors; null for a leaf. */
  operationOf(pass: number, { id, op }: TraceNode): { doc: string; formulas: string[] } | null {
    const graph = this.graph(pass);
    const place = graph?.byId.get(id);
    const { operations } = this.run;
    const formula = graph && place !== undefined ? formulaOfNode(graph, place, operations) : null;
    return graph && formula ? { doc: operations![op]!.doc, formulas: formulaLines(graph, place!, formula) } : null;
  }

  /** The nodes that an expression made in a pass, in order. */
  nodesOf(pass: number, range: Range): readonly TraceNode[] {
    return this.nodesByRange(pass).get(rangeKey(range)) ?? [];
  }

  private graph(index: number): PassGraph | null {
    const pass = this.pass(index);
    return pass && PassGraph.of(pass);
  }

  private nodesByRange(index: number): ReadonlyMap<string, TraceNode[]> {
    const { nodes } = this.pass(index) ?? { nodes: [] };
    let found = this.byRange.get(nodes);
    if (found) return found;
    this.byRange.set(nodes, (found = new Map()));
    for (const node of nodes) {
      if (!node.source || node.kind === 'failed') continue;
      const id = rangeKey(node.source);
      const list = found.get(id);
      if (list) list.push(node);
      else found.set(id, [node]);
    }
    return found;
  }
}
