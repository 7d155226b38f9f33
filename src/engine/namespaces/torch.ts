/** The members of `torch` besides its operations: types, modes, random state. */
import { autocast } from '../amp/autocast.js';
import { GradScaler } from '../amp/gradScaler.js';
import { getDefaultDevice, hasBackend, host, setDefaultDevice } from '../backends/registry.js';
import { device, deviceOf, type Device } from '../device.js';
import { isGradEnabled, isInferenceMode, setGradEnabled, withGradMode } from '../autograd/gradMode.js';
import { checkRecorded } from '../autograd/savedMode.js';
import { lateCode } from '../ops/later.js';
import { canCast, getDefaultDType, promoteTypes, setDefaultDType, type DType } from '../dtype.js';
import type { Complex } from '../complex.js';
import { RuntimeError, TypeError_ } from '../errors.js';
import type { OrByName } from '../nn/arguments.js';
import { pythonType } from '../ops/signature.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import { resultType, type Operand } from '../ops/pointwise.js';
import { defaultGenerator } from '../random/generator.js';
import { wrongShape } from '../errors/shapes.js';
import { broadcastSizes, sameSizes, showSizes, Size } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

export {
  DType as dtype,
  bool,
  float32,
  float32 as float,
  float64,
  float64 as double,
  float16,
  float16 as half,
  bfloat16,
  complex32,
  complex32 as chalf,
  bcomplex32,
  complex64,
  complex64 as cfloat,
  complex128,
  complex128 as cdouble,
  int64,
  int64 as long,
  int32,
  int32 as int,
  int16,
  int16 as short,
  int8,
  uint16,
  uint8,
} from '../dtype.js';
export { Complex } from '../complex.js';
export { device } from '../device.js';
export { finfo, iinfo, type FloatInfo, type IntegerInfo } from './limits.js';
export { MemoryFormat as memory_format, channels_last, channels_last_3d, contiguous_format, preserve_format } from '../layout.js';
export { Layout as layout, sparse_bsc, sparse_bsr, sparse_coo, sparse_csc, sparse_csr, strided } from '../sparse/layout.js';
export { set_printoptions } from '../repr/options.js';
export { Generator } from '../random/generator.js';
export { Size };
export * from './legacyTensors.js';
export * from './removed.js';
export {
  RuntimeError,
  TypeError_ as TypeError,
  ValueError,
  IndexError,
  NotImplementedError_ as NotImplementedError,
  KeyError,
  AttributeError,
  AssertionError,
  OSError,
  FileNotFoundError,
} from '../errors.js';
export { asarray, from_numpy, frombuffer, type NumberArray } from '../arrays.js';
export * from './surroundings.js';
export * as random from './random.js';
export * from './inPlace.js';
export {
  autocast,
  clear_autocast_cache,
  get_autocast_cpu_dtype,
  get_autocast_dtype,
  is_autocast_cache_enabled,
  is_autocast_cpu_enabled,
  is_autocast_enabled,
  set_autocast_cache_enabled,
  set_autocast_dtype,
  set_autocast_enabled,
} from '../amp/autocast.js';
export { GradScaler } from '../amp/gradScaler.js';

/** There is no CUDA here. Programs that ask for it use the CPU, as they do where PyTorch finds no CUDA. */
export const cuda = {
  /** As `torch.cuda.is_available`: false. */
  is_available: (): boolean => false,
  /** As `torch.cuda.device_count`: 0. */
  device_count: (): number => 0,
  /** As `torch.cuda.manual_seed`: nothing to seed. */
  manual_seed: (_seed: number): void => undefined,
  manual_seed_all: (_seed: number): void => undefined,
  /** As `torch.cuda.empty_cache`: nothing to empty. */
  empty_cache: (): void => undefined,
  synchronize: (): void => undefined,
  amp: { autocast: (options: { enabled?: boolean; dtype?: DType } = {}) => autocast('cuda', options), GradScaler },
};

/** There is no accelerator here: the answers are those of PyTorch on a computer without one. */
export const accelerator = {
  /** As `torch.accelerator.is_available`: false. */
  is_available: (): boolean => false,
  /** As `torch.accelerator.device_count`: 0. */
  device_count: (): number => 0,
  /** As `torch.accelerator.current_accelerator`: none. */
  current_accelerator: (): Device | null => null,
};

/** The device `webgl`: the graphics card, used through WebGL. It has the members of `torch.mps`. */
export const webgl = {
  /** True when tensors can be on device `webgl` in this run. */
  is_available: (): boolean => hasBackend(deviceOf('webgl')),
};

export const inf = Infinity;
export const nan = NaN;
export const pi = Math.PI;
export const e = Math.E;

export { isAnomalyEnabled as is_anomaly_enabled } from '../autograd/gradMode.js';

/** Runs `body` without recording operations, as `with torch.no_grad():`. */
export const no_grad = <T>(body: () => T): T => withGradMode(false, needFunction('no_grad', body));

/** Runs `body` recording operations, as `with torch.enable_grad():`. */
export const enable_grad = <T>(body: () => T): T => withGradMode(true, needFunction('enable_grad', body));

/**
 * Runs `body` with recording on or off, as `with torch.set_grad_enabled(mode):`; without `body`, sets the mode from now
 * on.
 */
export function set_grad_enabled<T>(mode: boolean, body?: () => T): T | undefined {
  if (body) return withGradMode(mode, body);
  setGradEnabled(mode);
  return undefined;
}

/** Runs `body` in inference mode: like `no_grad`, but the tensors made in it can never be recorded later. */
export function inference_mode<T>(body: () => T): T {
  checkRecorded((fn) => lateCode().refuseInference(fn));
  return withGradMode(false, needFunction('inference_mode', body), true);
}

export const is_grad_enabled = (): boolean => isGradEnabled();
export const is_inference_mode_enabled = (): boolean => isInferenceMode();

function needFunction<T>(name: string, body: () => T): () => T {
  if (typeof body !== 'function') throw new TypeError_(`${name}() takes a function: torch.${name}(() => { ... })`);
  return body;
}

/** Seeds the random numbers, as `torch.manual_seed`. @returns the generator */
export function manual_seed(seed: number): typeof defaultGenerator {
  if (typeof seed !== 'number' || !Number.isInteger(seed)) throw new TypeError_(`manual_seed expected a long, but got ${pythonType(seed)}`);
  if (seed < -(2 ** 63) || seed >= 2 ** 64) throw new RuntimeError('Overflow when unpacking long');
  return defaultGenerator.manual_seed(seed);
}

/** Seeds the random numbers with a random seed. @returns the seed */
export function seed(): number {
  const value = Math.floor(Math.random() * 2 ** 32);
  defaultGenerator.manual_seed(value);
  return value;
}

export const initial_seed = (): number => defaultGenerator.initial_seed();
export const default_generator = defaultGenerator;
export const get_rng_state = (): unknown => defaultGenerator.get_state();
export const set_rng_state = (state: unknown): void => {
  defaultGenerator.set_state(state as ReturnType<typeof defaultGenerator.get_state>);
};

// An array of NumPy, which has its own arithmetic, is no tensor of PyTorch.
export const is_tensor = (value: unknown): value is Tensor => value instanceof Tensor && !value.arithmetic;
export const is_floating_point = (input: Tensor): boolean => input.dtype.is_floating_point;
export const is_complex = (input: Tensor): boolean => input.dtype.is_complex;
export const is_inference = (input: Tensor): boolean => input.is_inference();
/** A copy with `values` written at the places that `indices` name, as `torch.index_put`. */
export const index_put = (
  input: Tensor,
  indices: readonly IndexSpec[],
  values: Tensor | number,
  accumulate: OrByName<'accumulate', boolean> = false,
): Tensor => input.index_put(indices, values, accumulate);
export const is_conj = (input: Tensor): boolean => input.is_conj();
export { vmap } from '../func/vmap.js';
/**
 * True when the one element is not zero, as `torch.is_nonzero`. @throws RuntimeError unless there is exactly one
 * element
 */
export const is_nonzero = (input: Tensor): boolean => input.is_nonzero();

export const is_same_size = (input: Tensor, other: Tensor): boolean => sameSizes(input.sizes, other.sizes);
export const get_device = (input: Tensor): number => input.get_device();
export const is_signed = (input: Tensor): boolean => input.is_signed();
export const is_neg = (input: Tensor): boolean => input.is_neg();
export const numel = (input: Tensor): number => input.numel();
export const get_default_dtype = (): DType => getDefaultDType();
/** The device of new tensors when the program names no device, as `torch.get_default_device`. */
export const get_default_device = (): Device => getDefaultDevice();
/** As `torch.set_default_device`. @throws RuntimeError for a device that has no backend */
export const set_default_device = (where: Device | string | null): void => setDefaultDevice(where === null ? host : device(where));

export const set_default_dtype = (dtype: DType): void => setDefaultDType(dtype);
export const promote_types = (type1: DType, type2: DType): DType => promoteTypes(type1, type2);
export const result_type = (tensor1: Operand | Complex, tensor2: Operand | Complex): DType => resultType([tensor1, tensor2]);
export const can_cast = (from: DType, to: DType): boolean => canCast(from, to);

/** The size to which all the sizes broadcast, as `torch.broadcast_shapes`. */
export function broadcast_shapes(...shapes: (readonly number[] | number)[]): Size {
  const lists = shapes.map((shape) => (typeof shape === 'number' ? [shape] : shape));
  for (const list of lists) {
    if (!Array.isArray(list) || !list.every((n) => Number.isSafeInteger(n))) {
      throw new RuntimeError('Input shapes should be of type ints, a tuple of ints, or a list of ints, got ' + pythonType(list));
    }
    const negative = list.find((n: number) => n < 0);
    if (negative !== undefined) throw new RuntimeError(`Trying to create tensor with negative dimension (${negative}): (${negative})`);
  }
  lists.reduce<number[]>((all, list, i) => {
    const clash = [...list.keys()].map((k) => -1 - k).find((d) => ![list.at(d)!, all.at(d) ?? 1].includes(1) && list.at(d) !== all.at(d));
    if (clash !== undefined) {
      const tuple = list.length === 1 ? `(${list[0]},)` : `(${list.join(', ')})`;
      throw wrongShape(
        `Attempting to broadcast a dimension of length ${list.at(clash)} at ${clash}! Mismatching argument at index ${i} had ${tuple}; but expected shape should be broadcastable to ${showSizes(all)}`,
      );
    }
    return broadcastSizes(all, list);
  }, []);
  return Size.fromSizes(lists.reduce<number[]>(broadcastSizes, []));
}

/** The tensors, expanded to their common size, as `torch.broadcast_tensors`. */
export function broadcast_tensors(...tensors: Tensor[]): Tensor[] {
  const list = (Array.isArray(tensors[0]) ? tensors[0] : tensors) as Tensor[];
  const sizes = broadcast_shapes(...list.map((t) => t.sizes));
  return list.map((t) => t.expand(sizes));
}
