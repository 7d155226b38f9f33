/**
 * Which parameters training reaches: those that got a gradient from a backward(), and those that an optimizer holds.
 * Finds steps that change nothing, because the gradients were cleared before or never came.
 */
import type { Module } from '../../../engine/nn/module.js';
import type { Storage } from '../../../engine/storage.js';
import type { Tensor } from '../../../engine/tensor/tensor.js';
import { t } from '../../../protocol/l10n.js';
import type { Site } from '../../../protocol/runnerApi.js';
import type { Diagnostic } from '../../../protocol/trace.js';
import { siteRange } from '../../writing/passDocument.js';
import type { Call } from './calls.js';
import { type Gradient, gradientOf, isCleared } from './gradient.js';

/** The most modules that are searched for parameters without a gradient. */
const MOST_MODULES = 64;
/** A program that walks back fewer times looks at gradients, and need not train. */
const FEW_WALKS = 3;
/** The most leaves that are held until the run ends. */
const MOST_STRAYS = 256;

export class Steps {
  /** Parameters that optimizers stepped. */
  readonly optimized = new Set<Tensor>();
  /** Outermost modules that were called. */
  readonly modules = new Set<Module>();
  /** Leaves that a module uses but does not hold, with that module. */
  readonly strays = new Map<Tensor, Module>();
  private readonly everUsed = new WeakSet<Tensor>();
  private readonly everReached = new WeakSet<Tensor>();
  private readonly usedStorages = new WeakSet<Storage>();
  /** Storages that were changed after they were used. */
  private readonly changed = new WeakSet<Storage>();
  /**
   * The gradient that the last backward left on a leaf, until the leaf is stepped. Leaves of a training without an
   * optimizer are not kept alive.
   */
  private readonly fresh = new WeakMap<Tensor, Gradient>();
  /** Leaves that the current backward has reached. */
  private reached: Tensor[] = [];
  private hasBackward = false;
  /** The parameters of optimizers that have not stepped yet. */
  private readonly held = new Set<Tensor>();
  /** How many backward walks reached one of them. */
  private walks = 0;
  private firstCleared: Call | null = null;
  private firstStep: Call | null = null;
  private cleared: Call | null = null;

  reaches(leaf: Tensor): void {
    this.hasBackward = true;
    this.everReached.add(leaf);
    this.reached.push(leaf);
  }

  ended(): void {
    if (!this.firstStep && this.reached.some((leaf) => this.held.has(leaf))) this.walks++;
    for (const leaf of this.reached) {
      const grad = gradientOf(leaf);
      if (grad) this.fresh.set(leaf, grad);
    }
    this.reached = [];
  }

  ran(outermost: Module): void {
    if (this.modules.size < MOST_MODULES) this.modules.add(outermost);
  }

  /** A pass computes with a leaf. @param stranger the module that uses the leaf without holding it */
  used(leaf: Tensor, stranger: Module | null): void {
    this.everUsed.add(leaf);
    this.usedStorages.add(leaf.storage);
    if (stranger && this.strays.size < MOST_STRAYS) this.strays.set(leaf, stranger);
  }

  /** An optimizer cleared the gradients of its parameters: it is there, whether it ever steps or not. */
  gradientsCleared(parameters: readonly Tensor[], call: () => Call): void {
    if (this.firstStep) return;
    this.firstCleared ??= call();
    for (const parameter of parameters) this.held.add(parameter);
  }

  stepped(parameters: readonly Tensor[], call: () => Call): void {
    this.firstStep ??= call();
    let reached = 0;
    let empty = 0;
    for (const parameter of parameters) {
      this.optimized.add(parameter);
      // A gradient that the program computed itself and put there reaches the parameter as well.
      if (gradientOf(parameter)) this.everReached.add(parameter);
      const grad = this.fresh.get(parameter);
      this.fresh.delete(parameter);
      if (!grad) continue;
      reached++;
      if (isCleared(gradientOf(parameter), grad)) empty++;
    }
    if (reached > 0 && reached === empty) this.cleared ??= call();
  }

  written(storage: Storage): void {
    if (this.usedStorages.has(storage)) this.changed.add(storage);
  }

  isReached(leaf: Tensor): boolean {
    return this.everReached.has(leaf);
  }

  /**
   * Whether the leaf was changed after it was used. A changed leaf that no gradient reaches follows another network.
   */
  isChanged(leaf: Tensor): boolean {
    return this.changed.has(leaf.storage);
  }

  diagnostics(sites: readonly Site[]): Diagnostic[] {
    const at = (call: Call, message: string): Diagnostic[] => [
      { severity: 'warning', code: 'no-gradient', message, source: siteRange(sites[call.site]) },
    ];
    if (this.cleared) {
      return at(
        this.cleared,
        t(
          'This step changes nothing: the gradients were cleared between backward() and step(). Call zero_grad() before backward(), or after step().',
        ),
      );
    }
    if (!this.firstStep && this.firstCleared && this.walks >= FEW_WALKS && ![...this.held].some((leaf) => this.isChanged(leaf)))
      return at(
        this.firstCleared,
        t('The gradients of this optimizer are cleared and computed again and again, but its step() is never called: nothing is learned.'),
      );
    const isUsed = [...this.optimized].some((parameter) => this.everUsed.has(parameter));
    if (this.hasBackward || !this.firstStep || !isUsed) return [];
    return at(this.firstStep, t('This step changes nothing: no backward() was called, so there is no gradient to step with.'));
  }
}
