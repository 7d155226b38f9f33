import type { Binding } from '../protocol/trace.js';
import type { Site } from '../protocol/runnerApi.js';
import { Tensor } from '../engine/tensor.js';
import type { KeptPasses } from './keptPasses.js';
import { siteRange } from './passDocument.js';
import type { Recorder } from './recorder.js';
import type { NodeRecord } from './records.js';
import type { Snapshot } from './snapshot.js';
import { summarise, textOf } from './summary.js';

interface Bound {
  count: number;
  tensor: Tensor;
  value: Snapshot;
  /** The node of the tensor, and the pass that was going on. */
  node: NodeRecord | null;
  pass: number;
}

/** For each name in the source, the last tensor that it held. */
export class Bindings {
  private readonly bound: (Bound | undefined)[] = [];

  constructor(
    private readonly recorder: Recorder,
    private readonly sites: readonly Site[],
  ) {}

  bind(site: number, tensor: Tensor): void {
    const node = this.recorder.bound(site, this.sites[site]!.name!, tensor);
    const value = node?.value?.isOf(tensor) ? node.value.hold() : this.recorder.snapshots.take(tensor);
    const pass = node?.pass.index ?? this.recorder.pass.index;
    const before = this.bound[site];
    if (!before) {
      this.bound[site] = { count: 1, tensor, value, node, pass };
      return;
    }
    before.value.release();
    before.count++;
    before.tensor = tensor;
    before.value = value;
    before.node = node;
    before.pass = pass;
  }

  write(passes: KeptPasses, maxValues: number): Binding[] {
    return this.bound.flatMap((bound, site) => (bound ? this.writeOne(bound, this.sites[site]!, passes, maxValues) : []));
  }

  private writeOne({ count, tensor, value, node, pass }: Bound, site: Site, passes: KeptPasses, maxValues: number): Binding {
    const grad = this.gradOf(tensor, node);
    return {
      name: site.name!,
      source: siteRange(site)!,
      count,
      shape: [...value.sizes],
      dtype: value.dtype.name,
      requires_grad: tensor.autograd !== null && (tensor.autograd.requiresGrad || tensor.autograd.gradFn !== null),
      grad_fn: tensor.autograd?.gradFn?.name() ?? null,
      node: node && passes.idOf(node),
      key: node && passes.keyOf(node),
      pass,
      text: textOf(value, tensor),
      value: summarise(value, maxValues),
      grad: grad && summarise(grad, maxValues),
      grad_text: grad && textOf(grad),
    };
  }

  /** A leaf's `.grad`; of others, and of a leaf whose `.grad` was cleared, what the latest pass brought. */
  private gradOf(tensor: Tensor, node: NodeRecord | null): Snapshot | null {
    const { grad } = tensor.autograd ?? {};
    if (grad instanceof Tensor) return this.recorder.snapshots.take(grad);
    return this.recorder.nodeOf(tensor)?.grad ?? node?.grad ?? null;
  }
}
