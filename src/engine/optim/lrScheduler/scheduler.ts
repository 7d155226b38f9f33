import { KeyError, NotImplementedError_, TypeError_, ValueError } from '../../errors.js';
import { readArguments } from '../../nn/arguments.js';
import { signatureAt, signed, type SignedClass } from '../../nn/configured.js';
import type { Values } from '../../nn/signatureTypes.js';
import { pythonType } from '../../ops/signature.js';
import { observer } from '../../tensor/observe.js';
import { Optimizer, type ParamGroup } from '../optimizer.js';

/** The type of a parameter group for schedulers. */
export type ScheduledGroup = ParamGroup<{ lr: number }> & { initial_lr?: number };

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- any optimizer whose groups have a learning rate */
export type AnyOptimizer = Optimizer<any>;

declare module '../../nn/signatureTypes.js' {
  interface SignatureTypes {
    Optimizer: AnyOptimizer;
    'LRScheduler[]': readonly LRScheduler[];
    'Scheduler[]': readonly Scheduler[];
  }
}

export const groupsOf = (optimizer: AnyOptimizer): ScheduledGroup[] => optimizer.param_groups as ScheduledGroup[];

export function checkOptimizer(optimizer: unknown): asserts optimizer is AnyOptimizer {
  if (!(optimizer instanceof Optimizer)) {
    const kind = typeof optimizer === 'object' && optimizer ? (optimizer.constructor?.name ?? 'dict') : pythonType(optimizer);
    throw new TypeError_(`${kind} is not an Optimizer`);
  }
}

/** One value for each group, from a single value or a list. @throws ValueError for a list of another length */
export function perGroup<T>(name: string, optimizer: AnyOptimizer, value: T | readonly T[]): T[] {
  const n = optimizer.param_groups.length;
  if (!Array.isArray(value)) return new Array<T>(n).fill(value as T);
  if (value.length !== n) throw new ValueError(`expected ${n} values for ${name}, got ${value.length}`);
  return [...(value as readonly T[])];
}

/** The members that schedulers need when they combine other schedulers. */
export interface Scheduler {
  readonly optimizer: AnyOptimizer;
  step(): void;
  get_last_lr(): number[];
  state_dict(): Record<string, unknown>;
  load_state_dict(state_dict: Record<string, unknown>): void;
}

/** All fields except the optimizer and functions: these fields can be saved. */
export function plainState(scheduler: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(scheduler).filter(([key, value]) => key !== 'optimizer' && typeof value !== 'function'));
}

/** Those whose first step is being made. */
const beginning = new WeakSet<object>();

/**
 * The base of the schedulers, as `torch.optim.lr_scheduler.LRScheduler`: sets the learning rate of
 * every group at each `step()`, usually once an epoch.
 */
export abstract class LRScheduler implements Scheduler {
  readonly base_lrs: number[];
  last_epoch: number;
  /** How often `step` was called. @internal */
  _step_count = 0;
  protected lastLr: number[] = [];

  /** The arguments of the constructor, in PyTorch's notation. */
  static readonly signature: string = 'LRScheduler(Optimizer optimizer, int last_epoch=-1)';

  constructor(
    readonly optimizer: AnyOptimizer,
    last_epoch = -1,
  ) {
    checkOptimizer(optimizer);
    groupsOf(optimizer).forEach((group, i) => {
      if (last_epoch === -1) group.initial_lr ??= group.lr;
      else if (group.initial_lr === undefined) {
        throw new KeyError(
          `"param 'initial_lr' is not specified in param_groups[${i}] when resuming scheduler with last_epoch >= 0.\\nThis typically happens when:\\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)"`,
        );
      }
    });
    this.base_lrs = groupsOf(optimizer).map((g) => g.initial_lr!);
    this.last_epoch = last_epoch;
  }

  /** The rates for `last_epoch`, computed from the present rates. */
  get_lr(): number[] {
    throw new NotImplementedError_('get_lr() is not implemented: a scheduler of your own returns its rates from it');
  }

  /** Runs the first step, after a subclass has its settings. */
  _initial_step(): void {
    this._step_count = 0;
    this.optimizer._step_count = 0;
    beginning.add(this);
    this.step();
    beginning.delete(this);
  }

  /** Goes to the next epoch (or to `epoch`) and sets the rates. */
  step(epoch?: number | null): void {
    // A scheduler that a person wrote begins here: its fields are set after the constructor of this class.
    if (this._step_count === 0 && !beginning.has(this)) this.turn(null);
    if (this._step_count === 1) observer()?.scheduled?.(this.groups.flatMap(({ params }) => params));
    this.turn(epoch);
  }

  private turn(epoch?: number | null): void {
    this._step_count++;
    this.last_epoch = epoch ?? this.last_epoch + 1;
    this.set(epoch == null ? this.get_lr() : this.ratesAt());
  }

  /** The rates for `last_epoch`, computed without the present rates: for a step to a given epoch. */
  protected ratesAt(): number[] {
    return this.get_lr();
  }

  protected get groups(): ScheduledGroup[] {
    return groupsOf(this.optimizer);
  }

  /** The present rates. */
  protected get rates(): number[] {
    return this.groups.map((g) => g.lr);
  }

  protected set(rates: readonly number[]): void {
    this.groups.forEach((group, i) => (group.lr = rates[i]));
    this.lastLr = this.rates;
  }

  /** The rate of each group, as the scheduler set it last. */
  get_last_lr(): number[] {
    return this.lastLr;
  }

  /** The state from which the scheduler can continue later. */
  state_dict(): Record<string, unknown> {
    return plainState(this);
  }

  load_state_dict(state_dict: Record<string, unknown>): void {
    Object.assign(this, state_dict);
  }
}

/** A scheduler whose fields are its settings, besides the optimizer and the epoch. */
export abstract class Described extends LRScheduler {
  constructor(...args: unknown[]) {
    const own = signatureAt<'(Optimizer optimizer, int last_epoch=-1)'>(new.target);
    const { optimizer, last_epoch, ...settings } = readArguments(own, args);
    super(optimizer, last_epoch);
    Object.assign(this, settings);
    this.prepare();
    this._initial_step();
  }

  /** Prepares the settings before the first step. @throws ValueError for settings out of range */
  protected prepare(): void {
    // Most schedulers have nothing to prepare.
  }
}

export type Scheduled<S extends string> = Described & Readonly<Omit<Values<S>, 'optimizer' | 'last_epoch'>>;

/**
 * The base of a scheduler that a signature describes. A scheduler only declares fields that it adds: `prepare` sets
 * them.
 */
export const scheduler = <const S extends string>(signature: S): SignedClass<S, Scheduled<S>> =>
  signed<S, Scheduled<S>>(signature, Described);
