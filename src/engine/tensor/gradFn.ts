import type { DType } from '../dtype.js';
import type { Tensor } from './tensor.js';
import type { Hook } from './state.js';

/** Where a gradient flows to: an output of a backward function. */
export interface GradEdge {
  readonly fn: GradFn;
  readonly index: number;
}

/** The sum of two gradients of one tensor. Of a sparse and a dense one, the sparse one is added to the dense one. */
export const bothOf = (a: Tensor, b: Tensor): Tensor => (a.is_sparse && !b.is_sparse ? b.add(a) : a.add(b));

/** Shape and dtype of a tensor, without the tensor. */
export interface Meta {
  sizes: readonly number[];
  dtype: DType;
}

export const metaOf = (t: Tensor): Meta => ({ sizes: t.sizes, dtype: t.dtype });

/** The same, with the layout of the elements in memory. */
export interface Layout extends Meta {
  strides: readonly number[];
  offset: number;
}

export const layoutOf = (t: Tensor): Layout => ({ sizes: t.sizes, dtype: t.dtype, strides: t.strides, offset: t.offset });

let nextSequence = 0;

export interface HookOfOutput {
  readonly index: number;
  readonly hook: Hook;
}
const noHooks: readonly HookOfOutput[] = [];

/**
 * A node of the backward graph: PyTorch's `Node`, the class of `x.grad_fn`. It takes the gradients of the outputs of an
 * operation and gives those of its inputs.
 */
export abstract class GradFn {
  /** The number of the function in the order of creation. The backward walk runs later ones first. */
  sequence = nextSequence++;
  /** One edge for each differentiable input; null where no gradient is wanted. */
  edges: (GradEdge | null)[] = [];
  /** The shape and dtype of each output. */
  outputs: Meta[] = [];
  /** Hooks that `Tensor.register_hook` put on an output, in the order of registration. */
  hooks: readonly HookOfOutput[] = noHooks;
  /** Outputs whose gradient the program wants to keep (`retain_grad`). */
  retained: Map<number, Tensor> | null = null;
  /** The observer's own data about the function. @internal */
  observed: unknown = null;
  /** True: the function keeps no gradient that it was given or that it has computed. @internal */
  readonly keepsNoGradient: boolean = false;

  private edgeToIt: GradEdge | null = null;

  constructor(private readonly functionName: string) {}

  /** The edge to one of its outputs. @internal */
  edgeTo(index: number): GradEdge {
    // Most functions have one output, and many edges lead to it.
    return index === 0 ? (this.edgeToIt ??= { fn: this, index }) : { fn: this, index };
  }

  /** PyTorch's name of the function: `MulBackward0`. */
  name(): string {
    return this.functionName;
  }

  /** The name that messages give the forward operation of this function: `Mul`. @internal */
  get forwardName(): string {
    return this.functionName.replace(/Backward0?(?=\d*$)/, '');
  }

  /** The functions to which this one passes gradients, as in PyTorch. */
  get next_functions(): [GradFn | null, number][] {
    return this.edges.map((e) => (e ? [e.fn, e.index] : [null, 0]));
  }

  /** Computes the gradients for `edges`, in their order; null means no gradient. @internal */
  abstract apply(grads: (Tensor | null)[]): (Tensor | null)[];

  /** Forgets the tensors that were saved for backward. @internal */
  release(): void {}

  toString(): string {
    return `<${this.functionName} object>`;
  }
}
