/**
 * `torch.autograd.forward_ad`: forward mode. A dual tensor is a leaf with a tangent, and the level keeps both. The tangent of a
 * result is computed when it is asked for, as the derivative of the result's vector-Jacobian product.
 */
import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { sameSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { grad } from '../tensor/functional.js';
import { levels, type Level } from './dualLevels.js';
import { withGradMode } from './gradMode.js';

/** The two parts of a dual tensor, as Python's named tuple. */
export class UnpackedDualTensor extends Array<Tensor | null> {
  constructor(
    readonly primal: Tensor,
    readonly tangent: Tensor | null,
  ) {
    super();
    this.push(primal, tangent);
  }

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** Begins a level, within which tensors can be dual. @returns its number */
export function enter_dual_level(): number {
  if (levels.length > 0) throw new RuntimeError('Nested forward mode AD is not supported at the moment');
  return levels.push(new Map()) - 1;
}

/** Ends the level: its tensors stop being dual. @throws RuntimeError when no level has begun */
export function exit_dual_level(): void {
  if (levels.length === 0) {
    throw new RuntimeError('Trying to exit a forward AD level that was not the last one that was created. This is not supported.');
  }
  levels.pop();
}

/** Runs `body` within a level, as `with torch.autograd.forward_ad.dual_level():`. */
export function dual_level<T>(body: () => T): T {
  if (typeof body !== 'function')
    throw new TypeError_('dual_level() takes a function: torch.autograd.forward_ad.dual_level(() => { ... })');
  enter_dual_level();
  try {
    // Tangents go through what is recorded, and PyTorch has them within `no_grad` too.
    return withGradMode(true, body);
  } finally {
    exit_dual_level();
  }
}

/**
 * Returns `tensor` with a tangent: results that are computed from it have a tangent too, for `unpack_dual`.
 * @throws RuntimeError outside a level, or when the tangent has another size; ValueError for a dtype that has no derivative
 */
export function make_dual(tensor: Tensor, tangent: Tensor): Tensor {
  const level = levels.at(-1);
  if (!level)
    throw new RuntimeError('Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.');
  for (const [name, t] of Object.entries({ tensor, tangent })) {
    if (!t.dtype.isContinuous)
      throw new ValueError(`Expected ${name === 'tensor' ? 'primal' : name} to be floating point or complex, but got: ${String(t.dtype)}`);
  }
  if (!sameSizes(tensor.sizes, tangent.sizes)) {
    throw new RuntimeError(
      `Trying to set a forward gradient that has a different size than that of the original Tensor, this is not supported. Tensor is of size ${String(tensor.shape)} while the given forward gradient is of size ${String(tangent.shape)}.`,
    );
  }
  const dual = withGradMode(true, () => (tensor.requires_grad ? tensor.view_as(tensor) : tensor.detach().requires_grad_()));
  level.set(dual, tangent);
  return dual;
}

/**
 * The tensor and its tangent. The tangent is null when the tensor depends on no dual tensor of the level.
 * @throws RuntimeError when `tensor` is no tensor
 */
export function unpack_dual(tensor: Tensor): UnpackedDualTensor {
  const level = levels.at(-1);
  if (!level) return new UnpackedDualTensor(tensor, null);
  return new UnpackedDualTensor(tensor.detach(), tangentOf(tensor, level));
}

function tangentOf(output: Tensor, level: Level): Tensor | null {
  const own = level.get(output);
  if (own) return own;
  if (!output.requires_grad || level.size === 0) return null;
  return withGradMode(true, () => {
    const [inputs, tangents] = [[...level.keys()], [...level.values()]];
    const weights = output.detach().new_zeros(output.sizes).requires_grad_();
    const options = { create_graph: true, allow_unused: true } as const;
    const products = grad(output, inputs, { ...options, grad_outputs: [weights] });
    const reached = products.flatMap((product, i) => (product?.requires_grad ? [[product, tangents[i]] as const] : []));
    if (products.every((product) => product === null)) return null;
    if (reached.length === 0) return output.detach().new_zeros(output.sizes);
    const [found] = grad(
      reached.map(([product]) => product),
      [weights],
      { grad_outputs: reached.map(([, tangent]) => tangent), allow_unused: true },
    );
    return found?.detach() ?? output.detach().new_zeros(output.sizes);
  });
}
