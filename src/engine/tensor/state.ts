import { RuntimeError } from '../errors.js';
import { isInferenceMode } from '../autograd/gradMode.js';
import { inferenceLeaf, otherKindInPlace, viewInPlace } from '../errors/autograd.js';
import { wrongDtype } from '../errors/dtypes.js';
import type { Tensor } from './tensor.js';
import { AccumulateGrad } from './accumulateGrad.js';
import type { GradEdge, GradFn } from './gradFn.js';
import { observer } from './observe.js';
import { AsStridedGradFn } from './viewGradFns.js';

/** The data that a differentiable view has about its base. */
export interface ViewInfo {
  base: Tensor;
  /** The version for which `gradFn` is right; an in-place change through another view outdates it. */
  version: number;
  /** The view is one of several that one function returned: PyTorch forbids to change such views in place. */
  multiple: boolean;
  /** True: it was made while nothing was recorded. */
  unrecorded: boolean;
  /** A custom function, which module hooks add, made the view: PyTorch forbids to change it in place. */
  custom?: boolean;
}

export type Hook = (grad: Tensor) => Tensor | null | undefined | void;

/** The data that autograd keeps of a tensor. It is made when it is first needed. */
export interface AutogradState {
  requiresGrad: boolean;
  gradFn: GradFn | null;
  outputIndex: number;
  grad: Tensor | null;
  /** The AccumulateGrad of a leaf. */
  accumulator: GradFn | null;
  view: ViewInfo | null;
  retainsGrad: boolean;
}

/** The autograd state of a tensor, made when first needed. */
export function stateOf(t: Tensor): AutogradState {
  return (t.autograd ??= {
    requiresGrad: false,
    gradFn: null,
    outputIndex: 0,
    grad: null,
    accumulator: null,
    view: null,
    retainsGrad: false,
  });
}

/** As in PyTorch, also of a view that was made while nothing was recorded: no gradient goes through that one. */
export const requiresGrad = (t: Tensor): boolean => {
  const state = t.autograd;
  return state !== null && (state.requiresGrad || state.gradFn !== null || (state.view !== null && requiresGrad(state.view.base)));
};

/**
 * True for a view that shows the elements of its base in another form: pairs of numbers as complex ones, or conjugates.
 */
export function showsOtherKind(t: Tensor): boolean {
  const base = t.autograd?.view?.base;
  return base !== undefined && ((t.dtype.is_complex && !base.dtype.is_complex) || base.conjugated !== t.conjugated);
}

/** Whether a program has met a `.grad` that is null. From then on, null in a computation is taken for one. */
export const gradReads = { hadNone: false };

/** The value of `.grad`. The observer learns of a tensor that an operation made, when no gradient is kept for it. */
export function gradOf(t: Tensor): Tensor | null {
  const state = t.autograd;
  if (state && state.grad !== null) return state.grad;
  gradReads.hadNone = true;
  if (state && state.gradFn !== null && !state.retainsGrad) observer()?.gradMissed?.(t);
  return null;
}

/** True for a tensor that no recorded operation made. */
export const isLeaf = (t: Tensor): boolean => gradFnOf(t) === null;

/**
 * The function that made `t`. If the base of a view was changed in place, the view gets a new function that takes it
 * from the present base (as PyTorch's `VariableHooks::grad_fn`).
 */
export function gradFnOf(t: Tensor): GradFn | null {
  const state = t.autograd;
  if (!state) return null;
  const { view } = state;
  if (view && view.version !== t.version.current && (state.gradFn || requiresGrad(view.base))) {
    if (view.multiple && state.gradFn) throw viewInPlace(state.outputIndex, state.gradFn.forwardName, true);
    if (showsOtherKind(t)) throw otherKindInPlace();
    view.version = t.version.current;
    state.gradFn = new AsStridedGradFn(view.base, t, gradEdge(view.base));
    state.outputIndex = 0;
  }
  return state.gradFn;
}

/** Where the gradient of `t` goes, or null when none is wanted. */
export function gradEdge(t: Tensor): GradEdge | null {
  const fn = gradFnOf(t);
  if (fn) return fn.edgeTo(t.autograd!.outputIndex);
  if (!t.autograd?.requiresGrad) return null;
  return (t.autograd.accumulator ??= new AccumulateGrad(t)).edgeTo(0);
}

export function setRequiresGrad(t: Tensor, value: boolean): void {
  if (!isLeaf(t)) {
    if (value) return;
    throw new RuntimeError(
      'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that ' +
        "doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (value && !t.dtype.isContinuous)
    throw wrongDtype('floating', 'only Tensors of floating point and complex dtype can require gradients');
  if (value && t.storage.isInference && !isInferenceMode()) throw inferenceLeaf();
  stateOf(t).requiresGrad = value;
}

/** Makes `fn` the function that made `t`. */
export function setGradFn(t: Tensor, fn: GradFn, index: number): void {
  const state = stateOf(t);
  state.gradFn = fn;
  state.outputIndex = index;
  state.requiresGrad = false;
  if (state.view) state.view.version = t.version.current;
}
