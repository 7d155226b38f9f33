/** Schedulers that move the rate up and down, and the momentum in the opposite direction. */
import { ValueError } from '../../errors.js';
import type { Values } from '../../nn/signatureTypes.js';
import { perGroup, scheduler, type ScheduledGroup } from './scheduler.js';

/** The rate moves up and down between two bounds, by Smith (2015), as `torch.optim.lr_scheduler.CyclicLR`. */
export class CyclicLR extends scheduler(
  "CyclicLR(Optimizer optimizer, float|float[] base_lr, float|float[] max_lr, float step_size_up=2000, float? step_size_down=None, 'triangular'|'triangular2'|'exp_range' mode='triangular', float gamma=1.0, Callable[int]? scale_fn=None, 'cycle'|'iterations' scale_mode='cycle', bool cycle_momentum=True, float|float[] base_momentum=0.8, float|float[] max_momentum=0.9, int last_epoch=-1)",
) {
  declare private maxLrs: number[];
  declare private totalSize: number;
  declare private stepRatio: number;
  declare private byCycle: boolean;
  declare private scale: (x: number) => number;
  declare private momenta: { base: number; max: number }[] | null;

  protected override prepare(): void {
    const { optimizer, mode, gamma, scale_fn } = this;
    const ofGroups = (name: 'base_lr' | 'max_lr' | 'base_momentum' | 'max_momentum') => perGroup(name, optimizer, this[name]);
    this.base_lrs.splice(0, this.base_lrs.length, ...ofGroups('base_lr'));
    const isNew = this.last_epoch === -1;
    if (isNew) this.groups.forEach((group, i) => Object.assign(group, { lr: this.base_lrs[i], initial_lr: this.base_lrs[i] }));
    this.maxLrs = ofGroups('max_lr');
    const down = this.step_size_down ?? this.step_size_up;
    this.totalSize = this.step_size_up + down;
    this.stepRatio = this.step_size_up / this.totalSize;
    if (!['triangular', 'triangular2', 'exp_range'].includes(mode) && !scale_fn) {
      throw new ValueError('mode is invalid and scale_fn is None');
    }
    this.byCycle = scale_fn ? this.scale_mode === 'cycle' : mode !== 'exp_range';
    const scales = { triangular: () => 1, triangular2: (x: number) => 1 / 2 ** (x - 1), exp_range: (x: number) => gamma ** x };
    this.scale = scale_fn ?? scales[mode];
    this.momenta = null;
    if (!this.cycle_momentum) return;
    if (!('momentum' in (optimizer.defaults as object))) {
      throw new ValueError('optimizer must support momentum with `cycle_momentum` option enabled');
    }
    const base = ofGroups('base_momentum');
    const max = ofGroups('max_momentum');
    if (isNew) this.groups.forEach((group, i) => (group.momentum = base[i]));
    this.momenta = this.groups.map((group, i) => ({ base: group.momentum as number, max: max[i] }));
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

const oneCycle =
  "OneCycleLR(Optimizer optimizer, float|float[] max_lr, float? total_steps=None, float? epochs=None, float? steps_per_epoch=None, float pct_start=0.3, 'cos'|'linear' anneal_strategy='cos', bool cycle_momentum=True, float|float[] base_momentum=0.85, float|float[] max_momentum=0.95, float div_factor=25.0, float final_div_factor=10000.0, bool three_phase=False, int last_epoch=-1)";

type OneCycleSettings = Values<typeof oneCycle>;

function totalSteps({
  total_steps,
  epochs,
  steps_per_epoch,
}: Pick<OneCycleSettings, 'total_steps' | 'epochs' | 'steps_per_epoch'>): number {
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

/**
 * The rate increases once and then decreases to almost zero, by Smith and Topin (2017), as
 * `torch.optim.lr_scheduler.OneCycleLR`. Steps are batches.
 */
export class OneCycleLR extends scheduler(oneCycle) {
  declare private phases: Phase[];
  declare private anneal: (from: number, to: number, share: number) => number;

  protected override prepare(): void {
    Object.assign(this, { total_steps: totalSteps(this) });
    const { pct_start, anneal_strategy } = this;
    if (pct_start < 0 || pct_start > 1) throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${pct_start}`);
    if (!(anneal_strategy in anneal)) {
      throw new ValueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${anneal_strategy}`);
    }
    if (this.last_epoch === -1) {
      prepareGroups(this);
      this.base_lrs.splice(0, this.base_lrs.length, ...this.groups.map((group) => group.initial_lr!));
    }
    this.phases = phasesOf(this, this.total_steps!);
    this.anneal = anneal[anneal_strategy];
  }

  override get_lr(): number[] {
    if (this.last_epoch > this.total_steps!) {
      throw new ValueError(`Tried to step ${this.last_epoch} times. The specified number of total steps is ${this.total_steps}`);
    }
    const found = this.phases.findIndex((phase) => this.last_epoch <= phase.end);
    const at = found < 0 ? this.phases.length - 1 : found;
    const { end, lr, momentum } = this.phases[at];
    const start = at === 0 ? 0 : this.phases[at - 1].end;
    const share = (this.last_epoch - start) / (end - start);
    const between = (group: ScheduledGroup, [from, to]: readonly string[]) =>
      this.anneal(group[from] as number, group[to] as number, share);
    return this.groups.map((group) => {
      if (this.cycle_momentum) setMomentum(group, between(group, momentum));
      return between(group, lr);
    });
  }
}

function phasesOf({ pct_start, three_phase }: Pick<OneCycleSettings, 'pct_start' | 'three_phase'>, steps: number): Phase[] {
  const up: Phase = { end: pct_start * steps - 1, lr: ['initial_lr', 'max_lr'], momentum: ['max_momentum', 'base_momentum'] };
  const end = steps - 1;
  if (!three_phase) return [up, { end, lr: ['max_lr', 'min_lr'], momentum: ['base_momentum', 'max_momentum'] }];
  return [
    up,
    { end: 2 * pct_start * steps - 2, lr: ['max_lr', 'initial_lr'], momentum: ['base_momentum', 'max_momentum'] },
    { end, lr: ['initial_lr', 'min_lr'], momentum: ['max_momentum', 'max_momentum'] },
  ];
}

/** Writes the bounds of the rate into the groups, as PyTorch does. */
function prepareGroups(a: Omit<OneCycleSettings, 'last_epoch'>): void {
  const { optimizer } = a;
  const maxLrs = perGroup('max_lr', optimizer, a.max_lr);
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
  const max = perGroup('max_momentum', optimizer, a.max_momentum);
  const base = perGroup('base_momentum', optimizer, a.base_momentum);
  groups.forEach((group, i) => {
    setMomentum(group, max[i]);
    Object.assign(group, { max_momentum: max[i], base_momentum: base[i] });
  });
}

/** Sets the momentum; in Adam and similar optimizers it is the first of the betas. */
function setMomentum(group: ScheduledGroup, value: number): void {
  if (Array.isArray(group.betas)) group.betas = [value, ...(group.betas as number[]).slice(1)];
  else group.momentum = value;
}
