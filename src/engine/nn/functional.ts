/** `torch.nn.functional`: the functions of the op list, and PyTorch's names for their in-place variants. */
import { isPlainObject } from '../ops/signature.js';
import type { Tensor } from '../tensor/tensor.js';
import { celu, elu, hardtanh, leaky_relu, relu, rrelu, selu, threshold } from '../generated/functional.js';

export * from '../generated/functional.js';
export { multi_head_attention_forward } from './attentionForward.js';

type WithoutInput<F> = F extends (input: Tensor, ...rest: infer R) => unknown ? R : never;

/** `f` with `inplace` set to true. */
function inPlace<F extends (input: Tensor, ...rest: never[]) => Tensor>(f: F): (input: Tensor, ...rest: WithoutInput<F>) => Tensor {
  return (input, ...rest) => {
    const given: unknown[] = [...rest];
    const keywords = isPlainObject(given.at(-1)) ? (given.pop() as object) : {};
    return f(input, ...([...given, { ...keywords, inplace: true }] as never[]));
  };
}

export const relu_ = inPlace(relu);
export const leaky_relu_ = inPlace(leaky_relu);
export const elu_ = inPlace(elu);
export const selu_ = inPlace(selu);
export const celu_ = inPlace(celu);
export const hardtanh_ = inPlace(hardtanh);
export const rrelu_ = inPlace(rrelu);
export const threshold_ = inPlace(threshold);
