/** Schedulers that move the rate up and down, and the momentum against it. */
import { ValueError } from '../../errors.js';
import { readArguments, type Arguments } from '../../nn/arguments.js';
import { LRScheduler, perGroup, type AnyOptimizer, type ScheduledGroup, type SchedulerOptions } from './scheduler.js';

type PerGroup = number | readonly number[];

interface CyclicSettings {
  base_lr: PerGroup;
  max_lr: PerGroup;
  /** Steps up. Default: 2000 */
  step_size_up: number;
  /** Steps down. Default: as many as up */
  step_size_down: number | null;
  /** How the height changes from cycle to cycle. Default: 'triangular' */
  mode: 'triangular' | 'triangular2' | 'exp_range';
  gamma: number;
  /** The height as a function, in place of `mode`. */
  scale_fn: ((x: number) => number) | null;
  /** Whether `scale_fn` takes cycles or steps. Default: 'cycle' */
  scale_mode: 'cycle' | 'iterations';
  cycle_momentum: boolean;
  base_momentum: PerGroup;
  max_momentum: PerGroup;
}

/** The rate goes up and down between two bounds, by Smith (2015), as `torch.optim.lr_scheduler.CyclicLR`. */
export class CyclicLR extends LRScheduler {
  override readonly base_lrs: number[];
  private readonly maxLrs: number[];
  private readonly totalSize: number;
  private readonly stepRatio: number;
  private readonly byCycle: boolean;
  private readonly scale: (x: number) => number;
  private readonly momenta: { base: number; max: number }[] | null = null;

  constructor(
    optimizer: AnyOptimizer,
    ...args: Arguments<
      [base_lr: PerGroup, max_lr: PerGroup],
      [step_size_up: number, step_size_down: number | null, mode: CyclicSettings['mode'], gamma: number],
      Partial<CyclicSettings> & SchedulerOptions
    >
  ) {
    const a = readArguments<CyclicSettings & SchedulerOptions>(
      "CyclicLR(any optimizer, float[] base_lr, float[] max_lr, float step_size_up=2000, float? step_size_down=None, str mode='triangular', float gamma=1.0, any scale_fn=None, str scale_mode='cycle', bool cycle_momentum=True, float[] base_momentum=0.8, float[] max_momentum=0.9, int last_epoch=-1, bool verbose=False)",
      [optimizer, ...args],
    );
    super(optimizer, a);
    const ofGroups = (name: 'base_lr' | 'max_lr' | 'base_momentum' | 'max_momentum') => perGroup(name, optimizer, single(a[name]));
    this.base_lrs = ofGroups('base_lr');
    const isNew = a.last_epoch === -1;
    if (isNew) this.groups.forEach((group, i) => (group.lr = this.base_lrs[i]));
    this.maxLrs = ofGroups('max_lr');
    const down = a.step_size_down ?? a.step_size_up;
    this.totalSize = a.step_size_up + down;
    this.stepRatio = a.step_size_up / this.totalSize;
    if (!['triangular', 'triangular2', 'exp_range'].includes(a.mode) && !a.scale_fn) {
      throw new ValueError('mode is invalid and scale_fn is None');
    }
    this.byCycle = a.scale_fn ? a.scale_mode === 'cycle' : a.mode !== 'exp_range';
    const scales = { triangular: () => 1, triangular2: (x: number) => 1 / 2 ** (x - 1), exp_range: (x: number) => a.gamma ** x };
    this.scale = a.scale_fn ?? scales[a.mode];
    if (a.cycle_momentum) {
      if (!('momentum' in (optimizer.defaults as object))) {
        throw new ValueError('optimizer must support momentum with `cycle_momentum` option enabled');
      }
      const base = ofGroups('base_momentum');
      const max = ofGroups('max_momentum');
      if (isNew) this.groups.forEach((group, i) => (group.momentum = base[i]));
      this.momenta = this.groups.map((group, i) => ({ base: group.momentum as number, max: max[i] }));
    }
    this._initial_step();
  }

  override get_lr(): number[] {
    const cycle = Math.floor(1 + this.last_epoch / this.totalSize);
    const x = 1 + this.last_epoch / this.totalSize - cycle;
    const share = x <= this.stepRatio ? x / this.stepRatio : (x - 1) / (this.stepRatio - 1);
    const height = this.scale(this.byCycle ? cycle : this.last_epoch);
    this.momenta?.forEach(({ base, max }, i) => (this.groups[i].momentum = max - (max - base) * share * height));
    return this.base_lrs.map((base, i) => base + (this.maxLrs[i] - base) * share * height);
  }
}

/** A signature reads one number as a list of one: that stands for all groups. */
const single = (value: PerGroup): PerGroup => (Array.isArray(value) && value.length === 1 ? (value[0] as number) : value);

interface OneCycleSettings {
  max_lr: PerGroup;
  total_steps: number | null;
  epochs: number | null;
  steps_per_epoch: number | null;
  /** Which part of the cycle goes up. Default: 0.3 */
  pct_start: number;
  /** Default: 'cos' */
  anneal_strategy: 'cos' | 'linear';
  cycle_momentum: boolean;
  base_momentum: PerGroup;
  max_momentum: PerGroup;
  /** The first rate is max_lr / div_factor. Default: 25 */
  div_factor: number;
  /** The last rate is the first / final_div_factor. Default: 10000 */
  final_div_factor: number;
  three_phase: boolean;
}

type Rate = 'initial_lr' | 'max_lr' | 'min_lr';
type Momentum = 'base_momentum' | 'max_momentum';
interface Phase {
  end: number;
  lr: [from: Rate, to: Rate];
  momentum: [from: Momentum, to: Momentum];
}

const anneal = {
  cos: (from: number, to: number, share: number) => to + ((from - to) / 2) * (Math.cos(Math.PI * share) + 1),
  linear: (from: number, to: number, share: number) => (to - from) * share + from,
};

function totalSteps({ total_steps, epochs, steps_per_epoch }: OneCycleSettings): number {
  const positive = (name: string, n: number | null): number => {
    if (n === null || n <= 0 || !Number.isInteger(n)) throw new ValueError(`Expected positive integer ${name}, but got ${n ?? 'None'}`);
    return n;
  };
  if (total_steps === null && epochs === null && steps_per_epoch === null) {
    throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
  }
  if (total_steps !== null) return positive('total_steps', total_steps);
  return positive('epochs', epochs) * positive('steps_per_epoch', steps_per_epoch);
}

/** Up once and down to almost nothing, by Smith and Topin (2017), as `torch.optim.lr_scheduler.OneCycleLR`. Steps are batches. */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  private readonly phases: Phase[];
  private readonly anneal: (from: number, to: number, share: number) => number;
  private readonly cycleMomentum: boolean;

  constructor(
    optimizer: AnyOptimizer,
    ...args: Arguments<
      [max_lr: PerGroup],
      [total_steps: number | null, epochs: number | null, steps_per_epoch: number | null],
      Partial<OneCycleSettings> & SchedulerOptions
    >
  ) {
    const a = readArguments<OneCycleSettings & SchedulerOptions>(
      "OneCycleLR(any optimizer, float[] max_lr, float? total_steps=None, float? epochs=None, float? steps_per_epoch=None, float pct_start=0.3, str anneal_strategy='cos', bool cycle_momentum=True, float[] base_momentum=0.85, float[] max_momentum=0.95, float div_factor=25.0, float final_div_factor=10000.0, bool three_phase=False, int last_epoch=-1, bool verbose=False)",
      [optimizer, ...args],
    );
    const steps = totalSteps(a);
    if (a.pct_start < 0 || a.pct_start > 1) throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${a.pct_start}`);
    if (!(a.anneal_strategy in anneal)) {
      throw new ValueError(`anneal_strategy must by one of 'cos' or 'linear', instead got ${a.anneal_strategy}`);
    }
    if (a.last_epoch === -1) prepare(optimizer, a);
    super(optimizer, a);
    this.total_steps = steps;
    this.phases = phasesOf(a, steps);
    this.anneal = anneal[a.anneal_strategy];
    this.cycleMomentum = a.cycle_momentum;
    this._initial_step();
  }

  override get_lr(): number[] {
    if (this.last_epoch > this.total_steps) {
      throw new ValueError(`Tried to step ${this.last_epoch + 1} times. The specified number of total steps is ${this.total_steps}`);
    }
    const found = this.phases.findIndex((phase) => this.last_epoch <= phase.end);
    const at = found < 0 ? this.phases.length - 1 : found;
    const { end, lr, momentum } = this.phases[at];
    const start = at === 0 ? 0 : this.phases[at - 1].end;
    const share = (this.last_epoch - start) / (end - start);
    const between = (group: ScheduledGroup, [from, to]: readonly string[]) =>
      this.anneal(group[from] as number, group[to] as number, share);
    return this.groups.map((group) => {
      if (this.cycleMomentum) setMomentum(group, between(group, momentum));
      return between(group, lr);
    });
  }
}

function phasesOf({ pct_start, three_phase }: OneCycleSettings, steps: number): Phase[] {
  const up: Phase = { end: pct_start * steps - 1, lr: ['initial_lr', 'max_lr'], momentum: ['max_momentum', 'base_momentum'] };
  const end = steps - 1;
  if (!three_phase) return [up, { end, lr: ['max_lr', 'min_lr'], momentum: ['base_momentum', 'max_momentum'] }];
  return [
    up,
    { end: 2 * pct_start * steps - 2, lr: ['max_lr', 'initial_lr'], momentum: ['base_momentum', 'max_momentum'] },
    { end, lr: ['initial_lr', 'min_lr'], momentum: ['max_momentum', 'max_momentum'] },
  ];
}

/** Writes the bounds into the groups, where PyTorch keeps them. */
function prepare(optimizer: AnyOptimizer, a: OneCycleSettings): void {
  const maxLrs = perGroup('max_lr', optimizer, single(a.max_lr));
  const groups = optimizer.param_groups as ScheduledGroup[];
  groups.forEach((group, i) => {
    const initial = maxLrs[i] / a.div_factor;
    Object.assign(group, { initial_lr: initial, max_lr: maxLrs[i], min_lr: initial / a.final_div_factor });
  });
  if (!a.cycle_momentum) return;
  const { defaults } = optimizer as { defaults: object };
  if (!('momentum' in defaults) && !('betas' in defaults)) {
    throw new ValueError('optimizer must support momentum with `cycle_momentum` option enabled');
  }
  const max = perGroup('max_momentum', optimizer, single(a.max_momentum));
  const base = perGroup('base_momentum', optimizer, single(a.base_momentum));
  groups.forEach((group, i) => {
    setMomentum(group, max[i]);
    Object.assign(group, { max_momentum: max[i], base_momentum: base[i] });
  });
}

/** What Adam and its kin call the first of their betas. */
function setMomentum(group: ScheduledGroup, value: number): void {
  if (Array.isArray(group.betas)) group.betas = [value, ...(group.betas as number[]).slice(1)];
  else group.momentum = value;
}
