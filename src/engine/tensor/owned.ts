import { giveBack } from '../backends/allocation.js';
import { kernels } from '../backends/dispatch.js';
import { numel, sameSizes } from '../shape.js';
import type { Storage } from '../storage.js';
import type { AccumulateGrad } from './accumulateGrad.js';
import { bothOf, type GradFn } from './gradFn.js';
import type { Tensor } from './tensor.js';

/** The most gradients of one function among which memory is looked for that only one of them has. */
const MOST_COMPARED = 8;

/**
 * The memory of gradients under way that nobody but the backward walk holds: it may be written, become that of a leaf's gradient,
 * or be used again at once. A formula has made it when the walk called the formula, or has passed it on; in both cases only one
 * of the gradients that the formula gave has it.
 */
export class Owned {
  private readonly storages = new Set<Storage>();

  /**
   * Notes what a function has done: what it was given is gone, unless it gave it on.
   * @param first the number of the first storage that may be of its making
   */
  note(fn: GradFn, taken: readonly (Tensor | null)[], given: readonly (Tensor | null)[], first: number): void {
    const { storages } = this;
    let passed: Storage | null = null;
    for (const grad of taken) {
      if (!grad || !storages.delete(grad.storage) || !fn.keepsNoGradient) continue;
      if (given.some((other) => other?.storage === grad.storage)) passed = grad.storage;
      else giveBack(grad.storage);
    }
    if (!fn.keepsNoGradient || given.length > MOST_COMPARED) return;
    for (let i = 0; i < given.length; i++) {
      const grad = given[i];
      if (!grad || (grad.storage.born < first && grad.storage !== passed) || grad.storage.length === 0) continue;
      if (given.every((other, k) => k === i || other?.storage !== grad.storage)) storages.add(grad.storage);
    }
  }

  /** Gives a leaf its gradient. */
  giveTo(leaf: AccumulateGrad, grad: Tensor): void {
    const { storages } = this;
    const isOwned = storages.delete(grad.storage);
    if (!leaf.accumulate(grad, isOwned) && isOwned) giveBack(grad.storage);
  }

  /** The program has seen these gradients. */
  shown(grads: readonly (Tensor | null)[]): void {
    for (const grad of grads) if (grad) this.storages.delete(grad.storage);
  }

  /** The sum of two gradients, in the memory of one of them where that can be. */
  sum(a: Tensor, b: Tensor): Tensor {
    const { storages } = this;
    // A sparse tensor has no memory of its own.
    const haveMemory = a.storage.length > 0 && b.storage.length > 0 && a.storage !== b.storage;
    const isLike = haveMemory && a.dtype === b.dtype && sameSizes(a.sizes, b.sizes);
    const to = isLike ? (this.isWritable(a) ? a : this.isWritable(b) ? b : null) : null;
    if (to) kernels.map('add', [a, b], to, to.dtype);
    const sum = to ?? bothOf(a, b);
    for (const { storage } of [a, b]) if (storages.delete(storage) && storage !== sum.storage) giveBack(storage);
    const isNew = sum.storage !== a.storage && sum.storage !== b.storage && sum.storage.length > 0;
    if (to || isNew) storages.add(sum.storage);
    return sum;
  }

  private isWritable(x: Tensor): boolean {
    const fills = x.storage.length === numel(x.sizes) && x.isContiguousNow;
    return fills && this.storages.has(x.storage) && !x.dtype.isRounded && !x.dtype.is_complex;
  }
}
