import { getDefaultDevice } from '../backends/registry.js';
import { getDefaultDType, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import type { Size } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { Parameter } from './parameter.js';

/** Parameters and buffers of lazy layers, whose sizes the first input tells. */

const unknownShape = () =>
  new RuntimeError(
    "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` to initialize the parameters before accessing their attributes.",
  );

const nothing = (dtype: DType | null): Tensor => Tensor.zeros([0], dtype ?? getDefaultDType(), getDefaultDevice());

/** Gives a tensor its sizes and zeros, and makes it one of the class that it stands for. */
function materialize(t: Tensor, sizes: readonly number[], Class: { prototype: object }): void {
  t.adopt(Tensor.zeros(sizes, t.dtype, t.device));
  Object.setPrototypeOf(t, Class.prototype);
}

/** A parameter without sizes yet, as `torch.nn.parameter.UninitializedParameter`. Optimizers may hold it already. */
export class UninitializedParameter extends Parameter {
  constructor(requires_grad = true, dtype: DType | null = null) {
    super(nothing(dtype), requires_grad);
  }

  /** @throws RuntimeError: it has none */
  override get shape(): Size {
    throw unknownShape();
  }

  /** Gives it its sizes; from then on it is a parameter. */
  materialize(sizes: readonly number[]): void {
    materialize(this, sizes, Parameter);
  }

  override toString(): string {
    return '<UninitializedParameter>';
  }
}

/** A buffer without sizes yet, as `torch.nn.parameter.UninitializedBuffer`. */
export class UninitializedBuffer extends Tensor {
  constructor(dtype: DType | null = null) {
    const { storage, sizes, strides, offset, dtype: type } = nothing(dtype);
    super(storage, sizes, strides, offset, type);
  }

  /** @throws RuntimeError: it has none */
  override get shape(): Size {
    throw unknownShape();
  }

  /** Gives it its sizes; from then on it is a tensor. */
  materialize(sizes: readonly number[]): void {
    materialize(this, sizes, Tensor);
  }

  override toString(): string {
    return '<UninitializedBuffer>';
  }
}

export const isUninitialized = (t: unknown): t is UninitializedParameter | UninitializedBuffer =>
  t instanceof UninitializedParameter || t instanceof UninitializedBuffer;
