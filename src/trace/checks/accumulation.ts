/**
 * Finds gradients that pile up: a parameter that was stepped with its gradient gets the next gradient
 * added to the old one. Only the engine sees this while it happens, so this watches during the run.
 */
import type { Tensor } from '../../engine/tensor.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic } from '../../protocol/trace.js';
import { siteRange } from '../passDocument.js';

interface Known {
  grad: Tensor;
  gradVersion: number;
  version: number;
}

export const ACCUMULATED = 'accumulated-gradient';

export class Accumulation {
  private readonly known = new WeakMap<Tensor, Known>();
  private readonly reached = new Set<Tensor>();
  private piledUp: string | null = null;
  private isAwaitingCall = false;
  private site = -1;

  /** A gradient is about to be added to that of a leaf. */
  reaches(leaf: Tensor, name: string | null): void {
    this.reached.add(leaf);
    const before = this.known.get(leaf);
    const grad = leaf.autograd?.grad;
    if (this.piledUp !== null || !before || grad !== before.grad || grad.version.current !== before.gradVersion) return;
    if (leaf.version.current === before.version) return;
    this.piledUp = name ?? 'a parameter';
    this.isAwaitingCall = true;
  }

  backwardEnded(): void {
    for (const leaf of this.reached) {
      const grad = leaf.autograd?.grad;
      if (grad) this.known.set(leaf, { grad, gradVersion: grad.version.current, version: leaf.version.current });
    }
    this.reached.clear();
  }

  /** A call returned: the first one after the backward is the call of `backward()`. */
  returned(site: number): void {
    if (!this.isAwaitingCall) return;
    this.isAwaitingCall = false;
    this.site = site;
  }

  diagnostics(sites: readonly Site[]): Diagnostic[] {
    if (this.piledUp === null) return [];
    const message =
      `This backward() adds to gradients that a step was already made with: '${this.piledUp}' still had its gradient of the pass before. ` +
      'Call zero_grad() on the optimizer, or set the gradients to null, before each backward().';
    return [{ severity: 'warning', code: ACCUMULATED, message, source: siteRange(sites[this.site]) }];
  }
}
