/** `torch.autocast`. */
import { bfloat16, DType, float16 } from '../dtype.js';
import { RuntimeError, ValueError } from '../errors.js';
import { device as deviceNamed } from '../device.js';
import { autocasting, setAutocast, type Autocast as Mode } from '../ops/autocast.js';
import { isHalf } from '../ops/halves.js';
import { isPlainObject } from '../ops/signature.js';
import { warn } from '../warnings.js';

interface AutocastOptions {
  device_type?: string;
  dtype?: DType | null;
  enabled?: boolean;
  cache_enabled?: boolean | null;
}

/** A block in which products are computed in 16 bits; Python's `with` enters and leaves it. */
export interface AutocastContext {
  readonly device: string;
  readonly fast_dtype: DType;
  __enter__(): AutocastContext;
  __exit__(): void;
}

const settings = { cpu: bfloat16, cuda: float16, enabled: false, cache: true };
const outer: Mode['cache'][] = [];

class Context implements AutocastContext {
  readonly device: string;
  readonly fast_dtype: DType;
  private readonly enabled: boolean;
  private readonly cached: boolean;
  private readonly before: (Mode | null)[] = [];

  constructor({ device_type = 'cuda', dtype, enabled = true, cache_enabled }: AutocastOptions) {
    if (typeof device_type !== 'string') throw new ValueError(`Expected \`device_type\` of type \`str\`, got: \`${typeof device_type}\``);
    const { type } = deviceTypeOf(device_type);
    this.device = type;
    this.fast_dtype = dtype ?? (type === 'cuda' ? settings.cuda : settings.cpu);
    this.cached = cache_enabled ?? settings.cache;
    this.enabled = enabled && this.isUsable();
  }

  /** Whether autocast works with this device and dtype. If not, a warning says why. */
  private isUsable(): boolean {
    if (this.device === 'cuda') warn("User provided device_type of 'cuda', but CUDA is not available. Disabling");
    else if (!isHalf(this.fast_dtype))
      warn(
        'In CPU autocast, but the target dtype is not supported. Disabling autocast.\nCPU Autocast only supports dtype of torch.bfloat16, torch.float16 currently.',
      );
    else return true;
    return false;
  }

  __enter__(): this {
    const before = autocasting();
    this.before.push(before);
    const kept = this.cached ? (outer.at(-1) ?? new Map()) : null;
    outer.push(kept);
    if (this.device !== 'cuda') setAutocast(this.enabled ? { dtype: this.fast_dtype, cache: kept } : null);
    return this;
  }

  __exit__(): void {
    outer.pop();
    setAutocast(this.before.pop() ?? null);
  }
}

function deviceTypeOf(name: string): { type: string } {
  if (name === 'cuda' || name === 'cpu') return { type: name };
  try {
    return { type: deviceNamed(name).type };
  } catch {
    throw new RuntimeError(`User specified an unsupported autocast device_type '${name}'`);
  }
}

/**
 * Computes products in 16 bits, and operations that would lose too much by that in float32, as `torch.autocast`. With a
 * function as the last argument: while the function runs. Without: returns a context with `__enter__` and `__exit__`. The
 * engine has no device `cuda`: there nothing is cast, and PyTorch's warning says so.
 * @throws RuntimeError for a device that PyTorch does not know
 */
export function autocast<T>(device_type: string | AutocastOptions, body: () => T): T;
export function autocast<T>(device_type: string, dtype: DType | AutocastOptions | null, body: () => T): T;
export function autocast(
  device_type?: string | AutocastOptions,
  dtype?: DType | AutocastOptions | null,
  enabled?: boolean,
  cache_enabled?: boolean | null,
): AutocastContext;
export function autocast(...args: unknown[]): unknown {
  const body = typeof args.at(-1) === 'function' && !(args.at(-1) instanceof DType) ? (args.pop() as () => unknown) : null;
  const named = isPlainObject(args.at(-1)) ? (args.pop() as AutocastOptions) : {};
  const [device_type, dtype, enabled, cache_enabled] = args as [string?, (DType | null)?, boolean?, (boolean | null)?];
  const given = Object.fromEntries(
    Object.entries({ device_type, dtype, enabled, cache_enabled }).filter(([, value]) => value !== undefined),
  ) as AutocastOptions;
  const context = new Context({ ...given, ...named });
  return body ? within(context, body) : context;
}

/** Runs a function in a context. When the function returns a promise, the context stays entered until the promise settles. */
function within<T>(context: Context, body: () => T): T {
  context.__enter__();
  let result: T;
  try {
    result = body();
  } catch (error) {
    context.__exit__();
    throw error;
  }
  if (result instanceof Promise) return result.finally(() => context.__exit__()) as T;
  context.__exit__();
  return result;
}

/** Whether products on a device are cast now, as `torch.is_autocast_enabled`. */
export const is_autocast_enabled = (device_type = 'cuda'): boolean => device_type === 'cpu' && autocasting() !== null;
export const is_autocast_cpu_enabled = (): boolean => autocasting() !== null;

/** The dtype that products are cast to, as `torch.get_autocast_dtype`. */
export const get_autocast_dtype = (device_type: string): DType =>
  device_type === 'cuda' ? settings.cuda : (autocasting()?.dtype ?? settings.cpu);
export const get_autocast_cpu_dtype = (): DType => get_autocast_dtype('cpu');

/** Switches casting on or off, as `torch.set_autocast_enabled`. */
export function set_autocast_enabled(device_type: string, enabled: boolean): void {
  if (device_type === 'cpu') setAutocast(enabled ? { dtype: settings.cpu, cache: null } : null);
}

/** As `torch.set_autocast_dtype`. */
export function set_autocast_dtype(device_type: string, dtype: DType): void {
  settings[device_type === 'cuda' ? 'cuda' : 'cpu'] = dtype;
}

export const is_autocast_cache_enabled = (): boolean => settings.cache;
export function set_autocast_cache_enabled(enabled: boolean): void {
  settings.cache = enabled;
}
export function clear_autocast_cache(): void {
  for (const cache of outer) cache?.clear();
}

/** Whether there is autocast for a device, as `torch.amp.is_autocast_available`. */
export const is_autocast_available = (device_type: string): boolean => device_type === 'cpu' || device_type === 'cuda';

/** Goes back to the state in which nothing was set. @internal */
export function forgetAutocast(): void {
  Object.assign(settings, { cpu: bfloat16, cuda: float16, cache: true });
  outer.length = 0;
  setAutocast(null);
}
