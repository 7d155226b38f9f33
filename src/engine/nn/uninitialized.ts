import { getDefaultDevice } from '../backends/registry.js';
import { getDefaultDType, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import type { Size } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { Parameter } from './parameter.js';

/** Parameters and buffers of lazy layers: the first input decides their sizes. */

const unknownShape = () =>
  new RuntimeError(
    "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` to initialize the parameters before accessing their attributes.",
  );

const nothing = (dtype: DType | null): Tensor => Tensor.zeros([0], dtype ?? getDefaultDType(), getDefaultDevice());

/** Gives a tensor its sizes, fills it with zeros, and sets its class to the one it stands for. */
function materialize(t: Tensor, sizes: readonly number[], Class: { prototype: object }): void {
  t.adopt(Tensor.zeros(sizes, t.dtype, t.device));
  Object.setPrototypeOf(t, Class.prototype);
}

/**
 * A parameter that has no sizes yet, as `torch.nn.parameter.UninitializedParameter`. Optimizers may hold it already.
 */
export class UninitializedParameter extends Parameter {
  constructor(requires_grad = true, dtype: DType | null = null) {
    super(nothing(dtype), requires_grad);
  }

  /** There is no shape yet. @throws RuntimeError */
  override get shape(): Size {
    throw unknownShape();
  }

  /** Sets the sizes; from then on this is an ordinary parameter. */
  materialize(sizes: readonly number[]): void {
    materialize(this, sizes, Parameter);
  }

  override toString(): string {
    return '<UninitializedParameter>';
  }
}

/** A buffer that has no sizes yet, as `torch.nn.parameter.UninitializedBuffer`. */
export class UninitializedBuffer extends Tensor {
  constructor(dtype: DType | null = null) {
    const { storage, sizes, strides, offset, dtype: type } = nothing(dtype);
    super(storage, sizes, strides, offset, type);
  }

  /** There is no shape yet. @throws RuntimeError */
  override get shape(): Size {
    throw unknownShape();
  }

  /** Sets the sizes; from then on this is an ordinary tensor. */
  materialize(sizes: readonly number[]): void {
    materialize(this, sizes, Tensor);
  }

  override toString(): string {
    return '<UninitializedBuffer>';
  }
}

export const isUninitialized = (t: unknown): t is UninitializedParameter | UninitializedBuffer =>
  t instanceof UninitializedParameter || t instanceof UninitializedBuffer;
