/** `torch.amp.GradScaler`. */
import { AssertionError, RuntimeError } from '../errors.js';
import { float32, float64 } from '../dtype.js';
import { tensor } from '../generated/torch.js';
import type { Optimizer } from '../optim/optimizer.js';
import { readArguments } from '../nn/arguments.js';
import type { ClassArguments } from '../generated/classes.js';
import type { Values } from '../nn/signatureTypes.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { warn } from '../warnings.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an optimizer of any options
type AnyOptimizer = Optimizer<any>;

type Stage = 'ready' | 'unscaled' | 'stepped';

const finite = (t: Tensor): boolean => Boolean(t.isfinite().all().item());

/**
 * Scales losses, so that gradients in 16 bits do not vanish, and skips steps whose gradients overflow, as
 * `torch.amp.GradScaler`. The engine has no device `cuda`: there the scaler does nothing, and PyTorch's warning says so.
 */
export class GradScaler {
  static readonly signature =
    "GradScaler(str device='cuda', float init_scale=65536.0, float growth_factor=2.0, float backoff_factor=0.5, int growth_interval=2000, bool enabled=True)";
  private readonly settings: { -readonly [K in keyof Values<typeof GradScaler.signature>]: Values<typeof GradScaler.signature>[K] };
  private scaling: number;
  private growth = 0;
  private stages = new Map<AnyOptimizer, { stage: Stage; overflows: boolean }>();

  /** @throws AssertionError for factors that would not grow or shrink */
  constructor(...args: ClassArguments['GradScaler']) {
    this.settings = { ...readArguments(GradScaler.signature, args) };
    const { device, enabled, growth_factor, backoff_factor } = this.settings;
    if (enabled && device === 'cuda') {
      warn('torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.');
      this.settings.enabled = false;
    }
    if (this.settings.enabled && growth_factor <= 1) throw new AssertionError('The growth factor must be > 1.0.');
    if (this.settings.enabled && backoff_factor >= 1) throw new AssertionError('The backoff factor must be < 1.0.');
    this.scaling = this.settings.init_scale;
  }

  /** A loss (or a list of them) times the scale. */
  scale<T>(outputs: T): T {
    if (!this.settings.enabled) return outputs;
    if (outputs instanceof Tensor) return outputs.mul(tensor(this.scaling, { dtype: float32 })) as T;
    if (Array.isArray(outputs)) return (outputs as unknown[]).map((one) => this.scale(one)) as T;
    throw new RuntimeError('outputs must be a Tensor or an iterable of Tensors');
  }

  /** Divides the gradients of an optimizer's parameters by the scale. @throws RuntimeError when they are divided already */
  unscale_(optimizer: AnyOptimizer): void {
    if (!this.settings.enabled) return;
    const { stage } = this.stateOf(optimizer);
    if (stage === 'unscaled') throw new RuntimeError('unscale_() has already been called on this optimizer since the last update().');
    if (stage === 'stepped') throw new RuntimeError('unscale_() is being called after step().');
    let overflows = false;
    quietly(() => {
      const inverse = tensor(this.scaling, { dtype: float64 }).reciprocal().to(float32);
      for (const { params } of optimizer.param_groups)
        for (const { grad } of params) {
          if (!grad) continue;
          overflows ||= !finite(grad);
          grad.mul_(inverse);
        }
    });
    this.stages.set(optimizer, { stage: 'unscaled', overflows });
  }

  /** Calls the optimizer's `step`, unless some gradients are infinite or NaN. @returns what its `step` returns, or null */
  step(optimizer: AnyOptimizer, ...args: Parameters<AnyOptimizer['step']>): unknown {
    if (!this.settings.enabled) return optimizer.step(...args);
    if (args[0] != null) throw new RuntimeError('Closure use is not currently supported if GradScaler is enabled.');
    if (this.stateOf(optimizer).stage === 'stepped') throw new RuntimeError('step() has already been called since the last update().');
    if (this.stateOf(optimizer).stage === 'ready') this.unscale_(optimizer);
    const { overflows } = this.stateOf(optimizer);
    this.stages.set(optimizer, { stage: 'stepped', overflows });
    return overflows ? null : optimizer.step();
  }

  /** Makes the scale smaller after an overflow and greater after many steps without an overflow, or sets the scale to `new_scale`. */
  update(new_scale: number | Tensor | null = null): void {
    if (!this.settings.enabled) return;
    if (new_scale !== null) this.scaling = new_scale instanceof Tensor ? new_scale.item() : new_scale;
    else this.adapt();
    this.stages = new Map();
  }

  private adapt(): void {
    const { growth_factor, backoff_factor, growth_interval } = this.settings;
    const steps = [...this.stages.values()].filter(({ stage }) => stage !== 'ready');
    if (steps.length === 0) throw new AssertionError('No inf checks were recorded prior to update.');
    if (steps.some(({ overflows }) => overflows)) {
      this.scaling = Math.fround(this.scaling * backoff_factor);
      this.growth = 0;
    } else if (++this.growth === growth_interval) {
      const grown = Math.fround(this.scaling * growth_factor);
      if (Number.isFinite(grown)) this.scaling = grown;
      this.growth = 0;
    }
  }

  private stateOf(optimizer: AnyOptimizer): { stage: Stage; overflows: boolean } {
    return this.stages.get(optimizer) ?? { stage: 'ready', overflows: false };
  }

  get_scale(): number {
    return this.settings.enabled ? this.scaling : 1;
  }

  get_growth_factor(): number {
    return this.settings.growth_factor;
  }

  set_growth_factor(new_factor: number): void {
    this.settings.growth_factor = new_factor;
  }

  get_backoff_factor(): number {
    return this.settings.backoff_factor;
  }

  set_backoff_factor(new_factor: number): void {
    this.settings.backoff_factor = new_factor;
  }

  get_growth_interval(): number {
    return this.settings.growth_interval;
  }

  set_growth_interval(new_interval: number): void {
    this.settings.growth_interval = new_interval;
  }

  is_enabled(): boolean {
    return this.settings.enabled;
  }

  /** The scale, and the factors that change it; empty when the scaler is not enabled. */
  state_dict(): Record<string, number> {
    if (!this.settings.enabled) return {};
    const { growth_factor, backoff_factor, growth_interval } = this.settings;
    return { scale: this.scaling, growth_factor, backoff_factor, growth_interval, _growth_tracker: this.growth };
  }

  /** @throws RuntimeError for an empty state */
  load_state_dict(state_dict: Readonly<Record<string, number>>): void {
    if (!this.settings.enabled) return;
    if (Object.keys(state_dict).length === 0) {
      throw new RuntimeError('The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.');
    }
    const { scale, growth_factor, backoff_factor, growth_interval, _growth_tracker } = state_dict;
    this.scaling = scale;
    Object.assign(this.settings, { growth_factor, backoff_factor, growth_interval });
    this.growth = _growth_tracker;
  }
}
