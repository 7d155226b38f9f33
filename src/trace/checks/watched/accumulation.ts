/**
 * Finds gradients that pile up: a parameter was stepped with its gradient, the next backward() added to that gradient,
 * and a step was made with the sum. A gradient that is cleared before a step uses it does no harm: the gradients of a
 * discriminator while the generator learns, those of a saliency map.
 */
import type { Storage } from '../../../engine/storage.js';
import type { Tensor } from '../../../engine/tensor/tensor.js';
import { t } from '../../../protocol/l10n.js';
import type { Site } from '../../../protocol/runnerApi.js';
import type { Diagnostic } from '../../../protocol/trace.js';
import { siteRange } from '../../writing/passDocument.js';
import type { Call } from './calls.js';
import { type Gradient, gradientOf, isCleared, isSame } from './gradient.js';

export const ACCUMULATED = 'accumulated-gradient';

interface Backward {
  call: Call;
  /**
   * How many leaves it reached, for how many it added to a gradient that was already used for a step, and the first
   * name of these.
   */
  reached: number;
  piled: number;
  name: string;
}

interface Leaf {
  name: string;
  /** The gradient as the last backward() left it. */
  grad: Gradient;
  /** The gradient at the moment when the leaf was changed after that; null while it was not changed. */
  stepped: Gradient | null;
  /** The backward that added to a gradient that was already used for a step. */
  piledUp: Backward | null;
}

export class Accumulation {
  private readonly leaves = new WeakMap<Tensor, Leaf>();
  private readonly tensorOf = new WeakMap<Storage, Tensor>();
  private readonly optimized = new WeakSet<Tensor>();
  private readonly reached: Tensor[] = [];
  private backward: Backward | null = null;
  private found: Backward | null = null;
  /** The last backward, as long as no leaf has changed since. */
  private last: Backward | null = null;

  begins(call: Call): void {
    this.reached.length = 0;
    this.backward = { call, reached: 0, piled: 0, name: '' };
  }

  /** A gradient is about to be added to the gradient of a leaf. */
  reaches(tensor: Tensor, name: string): void {
    const { backward } = this;
    if (this.found || !backward) return;
    this.reached.push(tensor);
    backward.reached++;
    const leaf = this.leaves.get(tensor);
    if (!leaf) return;
    leaf.name = name;
    const grad = gradientOf(tensor);
    if (isCleared(grad, leaf.grad)) leaf.piledUp = null;
    else if (leaf.stepped && isSame(grad, leaf.stepped)) {
      leaf.piledUp = backward;
      if (backward.piled++ === 0) backward.name = name;
    }
  }

  ended(): void {
    for (const tensor of this.reached) {
      const grad = gradientOf(tensor);
      if (!grad) continue;
      const leaf: Leaf = { name: '', piledUp: null, ...this.leaves.get(tensor), grad, stepped: null };
      this.leaves.set(tensor, leaf);
      this.tensorOf.set(tensor.storage, tensor);
    }
    this.last = this.backward;
    this.backward = null;
  }

  /** An optimizer is about to change its parameters. */
  stepped(parameters: readonly Tensor[]): void {
    for (const parameter of parameters) {
      this.optimized.add(parameter);
      if (gradientOf(parameter)) this.changes(parameter);
    }
  }

  /** The elements of a storage are about to change. It may belong to a leaf or to anything else. */
  written(storage: Storage): void {
    const tensor = this.tensorOf.get(storage);
    if (!tensor) return;
    // What an optimizer steps is changed by others too, without its gradient: loaded, clipped, taken apart.
    if (this.optimized.has(tensor)) this.last = null;
    else this.changes(tensor);
  }

  /** A leaf is changed by its gradient. */
  private changes(tensor: Tensor): void {
    const leaf = this.found ? undefined : this.leaves.get(tensor);
    if (!leaf) return;
    this.last = null;
    const grad = gradientOf(tensor);
    if (isCleared(grad, leaf.grad)) leaf.piledUp = null;
    else if (leaf.piledUp) this.found = leaf.piledUp;
    leaf.stepped = grad;
  }

  diagnostics(sites: readonly Site[]): Diagnostic[] {
    const { last } = this;
    // Also the last backward of a run, when nothing followed and all leaves that it reached had piled up.
    const found = this.found ?? (last && last.piled > 0 && last.piled === last.reached ? last : null);
    if (!found) return [];
    const message = t(
      "This backward() adds to gradients that a step was already made with: '{0}' still had its gradient of the pass before. Call zero_grad() on the optimizer, or set the gradients to null, before each backward().",
      found.name,
    );
    return [{ severity: 'warning', code: ACCUMULATED, message, source: siteRange(sites[found.call.site]) }];
  }
}
