/** Holds the tensors from which a parametrized tensor is computed, and computes it. */
import { NotImplementedError_, RuntimeError, ValueError } from '../../errors.js';
import { pythonType } from '../../ops/signature.js';
import { sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import type { Module } from '../module.js';
import { ModuleList } from '../modules/container.js';
import { Parameter } from '../parameter.js';

export const field = (module: Module, name: string): unknown => (module as unknown as Record<string, unknown>)[name];

/** Makes a tensor a parameter or buffer of a module. */
export function register(module: Module, name: string, value: Tensor): void {
  if (value instanceof Parameter) module.register_parameter(name, value);
  else module.register_buffer(name, value);
}

/** Python's `delattr(module, name)`. */
export function takeOut(module: Module, name: string): void {
  delete (module as unknown as Record<string, unknown>)[name];
  module._state.buffers.delete(name);
}

/** The function of a parametrization that finds the tensor for a wanted result, if it has one. */
export function rightInverseOf(module: Module): ((value: unknown) => unknown) | null {
  const inverse = field(module, 'right_inverse') as ((value: unknown) => unknown) | undefined;
  return typeof inverse === 'function' ? (value) => inverse.call(module, value) : null;
}

const LIST = 'ParametrizationList(Iterable[Module] modules, Tensor original, bool unsafe=False)';

const isSequence = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * The modules that compute a parametrized tensor one after the other, with the tensors they compute it from:
 * `original`, or `original0`, `original1`, … where `right_inverse` of the first module gives several; as
 * `torch.nn.utils.parametrize.ParametrizationList`.
 * The list is `module.parametrizations.NAME`.
 */
export class ParametrizationList extends ModuleList<Module> {
  /** True: dtype and shape may change. */
  unsafe: boolean;
  /** True when the tensor is computed from one tensor. */
  readonly is_tensor: boolean;
  /** The number of tensors from which it is computed. */
  readonly ntensors: number;

  constructor(...args: [modules: Iterable<Module>, original: Tensor, unsafe?: boolean]) {
    const given = readArguments(LIST, args);
    const { original, unsafe } = given;
    const modules = [...given.modules];
    if (modules.length === 0) throw new ValueError('ParametrizationList requires one or more modules.');
    super(modules);
    this.unsafe = unsafe;
    const { sizes, shape, dtype } = original;
    let start: unknown = original;
    for (const module of modules.reverse()) start = inverseOrSame(module, start);
    this.is_tensor = start instanceof Tensor;
    this.ntensors = isSequence(start) ? start.length : 1;
    if (start instanceof Tensor) this.keepOne(original, start);
    else if (isSequence(start)) start.forEach((one, i) => this.keepOf(original, one, i));
    else throw new ValueError(`'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). Got ${pythonType(start)}`);
    if (!unsafe) checkResult(this.forward(), { shape: String(shape), sizes, dtype });
  }

  private keepOne(original: Tensor, start: Tensor): void {
    if (start.dtype !== original.dtype)
      throw new ValueError(
        'When `right_inverse` outputs one tensor, it may not change the dtype.\n' +
          `original.dtype: ${String(original.dtype)}\nright_inverse(original).dtype: ${String(start.dtype)}`,
      );
    // The parameter object stays the same, so that an optimizer that holds it keeps it.
    if (start !== original) original.data = start.detach();
    register(this, 'original', original);
  }

  private keepOf(original: Tensor, one: unknown, i: number): void {
    if (!(one instanceof Tensor))
      throw new ValueError(
        `'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). Got element ${i} of the sequence with type ${pythonType(one)}.`,
      );
    const kept = original instanceof Parameter ? new Parameter(one.detach(), original.requires_grad) : one;
    register(this, `original${i}`, kept.requires_grad_(original.requires_grad));
  }

  /**
   * Replaces the tensors that the parametrized tensor is computed from, so that the result is `value`.
   * @throws RuntimeError where a parametrization has no `right_inverse`
   */
  right_inverse(value: Tensor): void {
    let start: unknown = value;
    for (const module of [...this].reverse()) {
      const inverse = rightInverseOf(module);
      if (!inverse) throw new RuntimeError(`parametrization ${module._get_name()} does not implement right_inverse.`);
      start = inverse(start);
    }
    if (this.is_tensor) {
      const original = field(this, 'original') as Tensor;
      if (!(start instanceof Tensor)) throw new ValueError(`\`right_inverse\` should return a tensor. Got ${pythonType(start)}`);
      if (start.dtype !== original.dtype)
        throw new ValueError(
          `The tensor returned by \`right_inverse\` has dtype ${String(start.dtype)} while \`original\` has dtype ${String(original.dtype)}`,
        );
      original.data = start.detach();
      return;
    }
    if (!isSequence(start)) throw new ValueError(`'right_inverse' must return a sequence of tensors. Got ${pythonType(start)}.`);
    if (start.length !== this.ntensors)
      throw new ValueError(
        `'right_inverse' must return a sequence of tensors of length ${this.ntensors}. Got a sequence of length ${start.length}.`,
      );
    start.forEach((tensor, i) => {
      const original = field(this, `original${i}`) as Tensor;
      if (!(tensor instanceof Tensor))
        throw new ValueError(
          `'right_inverse' must return a sequence of tensors or reference-type opaques. Got element ${i} of type ${pythonType(tensor)}.`,
        );
      if (tensor.dtype !== original.dtype)
        throw new ValueError(
          `Tensor ${i} returned by \`right_inverse\` has dtype ${String(tensor.dtype)} while \`original${i}\` has dtype ${String(original.dtype)}`,
        );
      original.data = tensor.detach();
    });
  }

  /** Computes the parametrized tensor. */
  override forward(): never {
    const [first, ...rest] = this;
    const originals = this.is_tensor ? ['original'] : Array.from({ length: this.ntensors }, (_, i) => `original${i}`);
    let value = first(...originals.map((name) => field(this, name))) as Tensor;
    for (const module of rest) value = module(value) as Tensor;
    // The type of the superclass says that a list of modules returns nothing.
    return value as never;
  }
}

/** The inverse of a value by a parametrization; the value itself if the parametrization says that it has no inverse. */
function inverseOrSame(module: Module, value: unknown): unknown {
  try {
    return rightInverseOf(module)?.(value) ?? value;
  } catch (error) {
    if (error instanceof NotImplementedError_) return value;
    throw error;
  }
}

function checkResult(result: unknown, before: { shape: string; sizes: readonly number[]; dtype: Tensor['dtype'] }): void {
  if (!(result instanceof Tensor)) throw new ValueError(`A parametrization must return a tensor. Got ${pythonType(result)}.`);
  const may = (what: string) =>
    `Registering a parametrization may not change the ${what} of the tensor, unless \`unsafe\` flag is enabled.\n`;
  if (result.dtype !== before.dtype)
    throw new ValueError(`${may('dtype')}unparametrized dtype: ${String(before.dtype)}\nparametrized dtype: ${String(result.dtype)}`);
  if (!sameSizes(result.sizes, before.sizes))
    throw new ValueError(`${may('shape')}unparametrized shape: ${before.shape}\nparametrized shape: ${String(result.shape)}`);
}
