/** Settings of PyTorch that programs ask for and that change nothing here: threads, precision, compilers. */
import { warn } from '../warnings.js';

/** The version of PyTorch that the engine follows in numbers, messages and printed text. */
export const __version__ = '2.15.0';
export const version = { cuda: null, hip: null, __version__ } as const;

/** The engine computes on one thread. */
export const get_num_threads = (): number => 1;
export const set_num_threads = (_count: number): void => undefined;
export const get_num_interop_threads = (): number => 1;
export const set_num_interop_threads = (_count: number): void => undefined;

let precision = 'highest';
export const get_float32_matmul_precision = (): string => precision;
/** The engine computes products in float32 whatever the program sets. */
export const set_float32_matmul_precision = (value: string): void => {
  precision = value;
};

/** All operations are deterministic here. */
export const use_deterministic_algorithms = (_mode: boolean): void => undefined;
export const are_deterministic_algorithms_enabled = (): boolean => true;

/** Settings of libraries that do not exist here: programs may read and write them, and they change nothing. */
export const backends = {
  cudnn: { benchmark: false, deterministic: true, enabled: false, is_available: (): boolean => false },
  cuda: { matmul: { allow_tf32: false }, is_built: (): boolean => false },
  mps: { is_available: (): boolean => false, is_built: (): boolean => false },
  mkldnn: { enabled: false, is_available: (): boolean => false },
  openmp: { is_available: (): boolean => false },
};

/** Returns the model or function itself, or a decorator that returns it. The engine compiles nothing and warns once. */
function itself<T>(name: string, model: T): T {
  warn(`torch.${name} returns what it is given: models are not compiled here.`);
  return (typeof model === 'function' ? model : <F>(given: F): F => given) as T;
}

/** As `torch.compile`: the model or function as it is. */
export const compile = <T>(model: T, ..._options: unknown[]): T => itself('compile', model);

/** As `torch.jit`: models and functions as they are. */
export const jit = {
  script: <T>(model: T): T => itself('jit.script', model),
  trace: <T>(model: T, ..._inputs: unknown[]): T => itself('jit.trace', model),
  is_scripting: (): boolean => false,
  is_tracing: (): boolean => false,
};
