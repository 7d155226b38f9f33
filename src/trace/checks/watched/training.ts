/** What can be seen only while a model trains: passes the engine's events to the checks that need them. */
import type { Module } from '../../../engine/nn/module.js';
import { Parameter } from '../../../engine/nn/parameter.js';
import type { Storage } from '../../../engine/storage.js';
import type { Tensor } from '../../../engine/tensor/tensor.js';
import type { Site } from '../../../protocol/runnerApi.js';
import type { Diagnostic } from '../../../protocol/trace.js';
import type { NodeRecord } from '../../recording/records.js';
import { Accumulation } from './accumulation.js';
import { type Call, Calls } from './calls.js';
import { Steps } from './steps.js';

export class Training {
  readonly steps = new Steps();
  /** The operations whose results had no `.grad` when it was asked for, by their places; with the latest name of each. */
  readonly missed = new Map<number, Pick<NodeRecord, 'label' | 'op'>>();
  /** The first call of a scheduler that came before the step of its optimizer. */
  early: Call | null = null;
  private readonly accumulation = new Accumulation();
  private readonly calls = new Calls();
  private readonly writers = new WeakMap<Storage, number>();
  private written_: Storage[] = [];

  backwardBegins(): void {
    this.accumulation.begins(this.calls.current());
  }

  /** A gradient is about to be added to the gradient of a leaf. */
  reaches(leaf: Tensor, name: string | null): void {
    this.accumulation.reaches(leaf, name ?? '');
    this.steps.reaches(leaf);
  }

  backwardEnded(): void {
    this.accumulation.ended();
    this.steps.ended();
  }

  /** An optimizer cleared the gradients of its parameters. */
  gradientsCleared(parameters: readonly Tensor[]): void {
    this.steps.gradientsCleared(parameters, () => this.calls.current());
  }

  /** A scheduler goes on for the first time. PyTorch warns when its optimizer has not stepped. */
  scheduled(parameters: readonly Tensor[]): void {
    const hasStepped = parameters.some((parameter) => this.steps.optimized.has(parameter) || this.steps.isChanged(parameter));
    if (!hasStepped) this.early ??= this.calls.current();
  }

  stepped(parameters: readonly Tensor[]): void {
    this.accumulation.stepped(parameters);
    this.steps.stepped(parameters, () => this.calls.current());
  }

  /** `.grad` was read of the result of an operation, which has none. */
  gradMissed({ site, label, op }: NodeRecord): void {
    this.missed.set(site, { label, op });
  }

  /** A module begins that no other module called. */
  ran(outermost: Module): void {
    this.steps.ran(outermost);
  }

  /** A pass computes with a leaf that requires a gradient. */
  used(leaf: Tensor, outermost: Module | null, isHeld: boolean): void {
    const isStray = outermost !== null && !isHeld && (leaf instanceof Parameter || Object.values(outermost).includes(leaf));
    this.steps.used(leaf, isStray ? outermost : null);
  }

  /** The elements of a storage are about to change. */
  written(storage: Storage): void {
    this.accumulation.written(storage);
    this.steps.written(storage);
    this.written_.push(storage);
  }

  /** A call returned. All that ran since the previous call returned belongs to this call. */
  returned(site: number): void {
    this.calls.returned(site);
    if (this.written_.length === 0) return;
    for (const storage of this.written_) this.writers.set(storage, site);
    this.written_ = [];
  }

  /** The call that changed the elements last; undefined when none did. */
  writerOf(storage: Storage): number | undefined {
    return this.writers.get(storage);
  }

  diagnostics(sites: readonly Site[]): Diagnostic[] {
    return [...this.accumulation.diagnostics(sites), ...this.steps.diagnostics(sites)];
  }
}
