import { getDefaultDevice } from '../backends/registry.js';
import { getDefaultDType } from '../dtype.js';
import { NotImplementedError_, TypeError_ } from '../errors.js';
import { finish } from '../ops/factory.js';
import { isPlainObject } from '../ops/signature.js';
import { repr } from '../repr/repr.js';
import { isSparse } from '../sparse/sparseTensor.js';
import { Tensor } from '../tensor/tensor.js';

function checkData(what: string, data: unknown): void {
  if (!(data instanceof Tensor)) throw new TypeError_(`${what} data must be a Tensor, not ${typeof data}`);
  // It has no memory of its own that could be shared.
  if (isSparse(data)) throw new NotImplementedError_(`${what} data must have all its elements here: call to_dense() first`);
}

/**
 * A tensor that a module learns, as `torch.nn.Parameter`. A field of a module that holds a parameter is among the
 * module's `parameters()`. A parameter shares its elements with `data` and requires a gradient.
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, requires_grad: boolean | { requires_grad?: boolean } = true) {
    checkData('Parameter', data);
    super(data.storage, data.sizes, data.strides, data.offset, data.dtype, data.version);
    const wants = isPlainObject(requires_grad) ? (requires_grad.requires_grad ?? true) : requires_grad;
    finish(this, wants);
  }

  override toString(): string {
    return `Parameter containing:\n${repr(this)}`;
  }
}

/** A tensor that is a buffer of the module whose field it becomes. */
export class Buffer extends Tensor {
  readonly persistent: boolean;

  constructor(data: Tensor | null = null, persistent: boolean | { persistent?: boolean } = true) {
    if (data !== null) checkData('Buffer', data);
    const { storage, sizes, strides, offset, dtype, version } = data ?? Tensor.empty([0], getDefaultDType(), getDefaultDevice());
    super(storage, sizes, strides, offset, dtype, version);
    this.persistent = isPlainObject(persistent) ? (persistent.persistent ?? true) : persistent;
  }
}

/** A parameter of zeros, for an initialiser to fill. */
export const emptyParameter = (sizes: readonly number[], dtype?: Tensor['dtype'] | null): Parameter =>
  new Parameter(Tensor.zeros(sizes, dtype ?? getDefaultDType(), getDefaultDevice()));
