/** The names of a model's values: the names of the source, where the values have one. */
import type { Pass, Steps, TraceNode } from '../../protocol/trace.js';
import type { GraphWriter } from './graphWriter.js';

export class Names {
  private readonly names = new Map<string, string>();
  private readonly nodes: ReadonlyMap<string, TraceNode>;

  constructor(
    { nodes }: Pass,
    steps: Steps,
    private readonly writer: GraphWriter,
  ) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    // Where several values have the same name, an input keeps it unchanged; else the last value does.
    const latestFirst = nodes.toReversed();
    const inputs = latestFirst.filter(({ id }) => this.isInput(id));
    for (const { id, label } of [...inputs, ...latestFirst.filter(({ id }) => !this.isInput(id))])
      if (label !== null) this.names.set(id, writer.freshName(label));
    for (const [id] of Object.entries(steps.gradients)) if (this.names.has(id)) this.gradient(id);
  }

  of(id: string): string {
    let name = this.names.get(id);
    if (name === undefined) this.names.set(id, (name = this.writer.freshName(this.nodes.has(id) ? `${this.nodes.get(id)!.op}_${id}` : id)));
    return name;
  }

  gradient(id: string): string {
    const key = `gradient of ${id}`;
    let name = this.names.get(key);
    if (name === undefined) this.names.set(key, (name = this.writer.freshName(`${this.of(id)}_grad`)));
    return name;
  }

  /** True for an input of the model: data with a name. Parameters and constants are part of the model. */
  isInput(id: string): boolean {
    return this.nodes.get(id)?.kind === 'input';
  }
}
