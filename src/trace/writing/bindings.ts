import type { Site } from '../../protocol/runnerApi.js';
import type { Binding } from '../../protocol/trace.js';
import { TorchError } from '../../engine/errors.js';
import { gradFnOf, requiresGrad } from '../../engine/tensor/state.js';
import { strided } from '../../engine/sparse/layout.js';
import { repr } from '../../engine/repr/repr.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { KeptPasses } from './keptPasses.js';
import { siteRange } from './passDocument.js';
import { nodeOf } from '../recording/nodesOf.js';
import type { Recorder } from '../recording/recorder.js';
import { OUTSIDE, type PassRecord } from '../recording/records.js';
import { shortName } from '../recording/shortName.js';
import { Snapshot } from '../recording/snapshot.js';
import { summaryOf } from './summary.js';

interface Bound {
  count: number;
  tensor: Tensor;
  /** Index of the pass that was current when the name was bound last. */
  pass: number;
}

/** The last tensor that each name in the source held. They are read at the end of the run. */
export class Bindings {
  private readonly bound: (Bound | undefined)[] = [];

  constructor(
    private readonly recorder: Recorder,
    private readonly sites: readonly Site[],
  ) {}

  bind(site: number, tensor: Tensor): void {
    this.recorder.bound(site, shortName(this.sites[site]!.name!), tensor);
    const pass = this.recorder.pass.index;
    const bound = this.bound[site];
    if (bound) {
      bound.count++;
      bound.tensor = tensor;
      bound.pass = pass;
    } else this.bound[site] = { count: 1, tensor, pass };
    // The result of a function that ran backward gets its name after its pass has ended.
    const node = nodeOf(tensor);
    if (node?.kind !== 'op' || node.pass === OUTSIDE || node.pass === this.recorder.pass) return;
    node.pass.held.set(site, node);
    node.pass.isRenamed = true;
  }

  /** A pass has ended: the tensors that names hold now belong to this pass. */
  passEnded(pass: PassRecord): void {
    this.bound.forEach((bound, site) => {
      const node = bound && nodeOf(bound.tensor);
      if (node?.pass === pass) pass.held.set(site, node);
    });
  }

  write(passes: KeptPasses, maxValues: number): Binding[] {
    return this.bound.flatMap((bound, site) => {
      try {
        return bound ? this.writeOne(bound, site, passes, maxValues) : [];
      } catch (error) {
        // A model can change the fields of a tensor so that nobody can read it.
        if (error instanceof TypeError || error instanceof RangeError || error instanceof TorchError) return [];
        throw error;
      }
    });
  }

  private writeOne({ count, tensor, pass }: Bound, place: number, passes: KeptPasses, maxValues: number): Binding {
    const site = this.sites[place]!;
    const node = nodeOf(tensor);
    const written = node && passes.find(node);
    const grad = this.gradOf(tensor);
    const now = hasHistory(tensor) ? tensor : tensor.detach();
    return {
      name: shortName(site.name!),
      source: siteRange(site)!,
      site: place,
      count,
      shape: [...tensor.sizes],
      dtype: tensor.dtype.name,
      requires_grad: requiresGrad(now),
      grad_fn: shortName(gradFnOf(now)?.name() ?? '') || null,
      node: written?.id ?? null,
      key: written?.key ?? null,
      pass: node && node.pass !== OUTSIDE ? node.pass.index : pass,
      text: tensor.layout === strided ? repr(now) : String(now),
      value: summaryOf(new Snapshot(tensor), maxValues),
      grad: grad && summaryOf(grad, maxValues),
      grad_text: grad && repr(grad.tensor()),
    };
  }

  /** The `.grad` of a leaf. For other tensors, and for a leaf whose `.grad` was cleared, the gradient that the latest pass brought. */
  private gradOf(tensor: Tensor): Snapshot | null {
    const { grad } = tensor.autograd ?? {};
    if (grad) return new Snapshot(grad);
    const latest = nodeOf(tensor)?.grad;
    return latest?.isHeld ? latest : null;
  }
}

/** Whether autograd can still tell the history. It cannot for one of several views whose base was changed since. */
function hasHistory(tensor: Tensor): boolean {
  try {
    gradFnOf(tensor);
    return true;
  } catch {
    return false;
  }
}
