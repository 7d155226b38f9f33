import type { DType } from '../dtype.js';
import type { Tensor } from './tensor.js';
import type { Hook } from './state.js';

/** Where a gradient flows to: an output of the function that made the tensor. */
export interface GradEdge {
  readonly fn: GradFn;
  readonly index: number;
}

/** The sum of two gradients of one tensor, of which one may be sparse: it is added to the other. */
export const bothOf = (a: Tensor, b: Tensor): Tensor => (a.is_sparse && !b.is_sparse ? b.add(a) : a.add(b));

/** Shape and dtype of a tensor, without the tensor. */
export interface Meta {
  sizes: readonly number[];
  dtype: DType;
}

export const metaOf = (t: Tensor): Meta => ({ sizes: t.sizes, dtype: t.dtype });

/** How elements lie in memory, too. */
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
 * A step of the backward graph: PyTorch's `Node`, what `x.grad_fn` shows. Takes the gradients of
 * the outputs of an operation and gives those of its inputs.
 */
export abstract class GradFn {
  /** Later operations first: the order of the backward walk. */
  sequence = nextSequence++;
  /** One for each differentiable input; null where no gradient is wanted. */
  edges: (GradEdge | null)[] = [];
  /** One for each output. */
  outputs: Meta[] = [];
  /** `Tensor.register_hook` on an output, in the order of registration. */
  hooks: readonly HookOfOutput[] = noHooks;
  /** Outputs whose gradient `retain_grad` wants. */
  retained: Map<number, Tensor> | null = null;
  /** What the observer knows of it. @internal */
  observed: unknown = null;

  private edgeToIt: GradEdge | null = null;

  constructor(private readonly functionName: string) {}

  /** The edge to one of its outputs. @internal */
  edgeTo(index: number): GradEdge {
    // Most have one output, which many lead to.
    return index === 0 ? (this.edgeToIt ??= { fn: this, index }) : { fn: this, index };
  }

  /** PyTorch's name of the function: `MulBackward0`. */
  name(): string {
    return this.functionName;
  }

  /** The operation that this is the backward function of, as messages name it: `Mul`. @internal */
  get forwardName(): string {
    return this.functionName.replace(/Backward0?(?=\d*$)/, '');
  }

  /** The functions that this one passes gradients on to, as in PyTorch. */
  get next_functions(): [GradFn | null, number][] {
    return this.edges.map((e) => (e ? [e.fn, e.index] : [null, 0]));
  }

  /** Gradients for `edges`, in their order; null is no gradient. @internal */
  abstract apply(grads: (Tensor | null)[]): (Tensor | null)[];

  /** Forgets what was saved for backward. @internal */
  release(): void {}

  toString(): string {
    return `<${this.functionName} object>`;
  }
}
