/** `torch.autograd.functional`: Jacobians, Hessians and products with them, by (double) backward. */
import { AssertionError, NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { pythonType } from '../ops/signature.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { stack } from '../generated/torch.js';
import { grad } from '../tensor/functional.js';
import { isGradEnabled, withGradMode } from './gradMode.js';
import { handedOut } from './others.js';
import { requiresGrad } from '../tensor/state.js';

/** One tensor, or several. */
export type Tensors = Tensor | readonly Tensor[];
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- takes as many tensors as there are inputs */
type AnyFunction<Out> = (...inputs: any[]) => Out;

export interface JacobianOptions extends FunctionalOptions {
  /** Whether PyTorch computes all rows at once; the numbers are the same. Default: false */
  vectorize?: boolean;
  /** The mode in which PyTorch differentiates; the numbers are the same. Default: 'reverse-mode' */
  strategy?: string;
}

export interface FunctionalOptions {
  /** Whether the result can itself be differentiated. Default: false */
  create_graph?: boolean;
  /** Whether an output that does not depend on an input is an error. Default: false */
  strict?: boolean;
  /** The result keeps only the history that comes from outside. @internal */
  cutsOwn?: boolean;
}

const listOf = (t: Tensors): Tensor[] => (t instanceof Tensor ? [t] : [...t]);

/** @throws TypeError when `value` is neither a tensor nor several; `what` describes the value, `name` is the called function */
function checkTensors(what: string, name: string, value: unknown): asserts value is Tensors {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const bad = list.findIndex((v) => !(v instanceof Tensor));
  if (bad < 0 && list.length > 0) return;
  const which = Array.isArray(value) ? `value at index ${Math.max(bad, 0)}` : `given ${what}`;
  throw new TypeError_(
    `The ${what} given to ${name} must be either a Tensor or a tuple of Tensors but the ${which} has type <class '${pythonType(list[bad])}'>.`,
  );
}

/** Inputs to differentiate by: detached, unless the result is to be differentiated too. */
const prepared = (inputs: readonly Tensor[], createGraph: boolean): Tensor[] =>
  inputs.map((t) => (createGraph && requiresGrad(t) ? t.view_as(t) : t.detach().requires_grad_()));

/** Runs `func`. @throws TypeError when it returns anything but tensors */
function outputsOf(name: string, func: AnyFunction<Tensors>, inputs: readonly Tensor[], strict = false): Tensors {
  const outputs: unknown = func(...inputs);
  checkTensors('outputs of the user-provided function', name, outputs);
  if (strict)
    listOf(outputs).forEach((out, i) => {
      if (!requiresGrad(out))
        throw new RuntimeError(
          `Output ${i} of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.`,
        );
    });
  return outputs;
}

const detached = (t: Tensor, createGraph: boolean): Tensor => (createGraph ? t : t.detach());
const detachedAll = (t: Tensors, createGraph: boolean): Tensors =>
  t instanceof Tensor ? detached(t, createGraph) : t.map((e) => detached(e, createGraph));

/** Gradients; zeros where there is no gradient. @throws RuntimeError with `strict`, where there is no gradient */
function gradients(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  weights: readonly (Tensor | null)[] | null,
  { create_graph = false, strict = false }: FunctionalOptions,
  keep = true,
  what = 'Output 0',
): Tensor[] {
  const live = outputs.map((o, i) => ({ o, w: weights?.[i] ?? null })).filter(({ o }) => requiresGrad(o));
  const grads =
    live.length === 0
      ? inputs.map(() => null)
      : grad(
          live.map(({ o }) => o),
          inputs,
          { grad_outputs: live.map(({ w }) => w), retain_graph: keep, create_graph, allow_unused: true },
        );
  return grads.map((g, i) => {
    if (!g && strict) {
      throw new RuntimeError(`${what} of the user-provided function is independent of input ${i}. This is not allowed in strict mode.`);
    }
    return g ?? inputs[i].detach().new_zeros(inputs[i].sizes);
  });
}

/** One `One` for each tensor of `Of`: a tensor gives one, a list gives a list. */
type Like<Of, One> = 0 extends 1 & Of ? any : Of extends Tensor ? One : One[]; // eslint-disable-line @typescript-eslint/no-explicit-any -- of what has any type
const like = <T>(isSingle: boolean, list: T[]): T | T[] => (isSingle ? list[0] : list);

/** @throws AssertionError, NotImplementedError as PyTorch, where PyTorch does not support the strategy */
function checkStrategy(strategy: string, createGraph: boolean, vectorize: boolean): void {
  if (strategy === 'reverse-mode') return;
  if (strategy !== 'forward-mode')
    throw new AssertionError(
      'Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more outputs than inputs, "forward-mode" tends to be more performant. Otherwise, prefer to use "reverse-mode".',
    );
  if (createGraph)
    throw new NotImplementedError_(
      'torch.autograd.functional.jacobian: `create_graph=True` and `strategy="forward-mode"` are not supported together (yet). Please either set `create_graph=False` or `strategy="reverse-mode"`.',
    );
  if (!vectorize)
    throw new NotImplementedError_(
      // as PyTorch writes it, without a space
      'Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for `vectorize=True`.',
    );
}

/**
 * The derivatives of every output element by every input element. One input and one output give a tensor (*output size, *input
 * size); otherwise the result is lists, outputs first.
 */
export function jacobian<Out extends Tensors, In extends Tensors>(
  func: AnyFunction<Out>,
  inputs: In,
  options: JacobianOptions = {},
): Like<Out, Like<In, Tensor>> {
  const { create_graph: createGraph = false, strict = false, vectorize = false, strategy = 'reverse-mode' } = options;
  checkStrategy(strategy, createGraph, vectorize);
  checkTensors('inputs', 'jacobian', inputs);
  const records = isGradEnabled();
  return withGradMode(true, () => {
    const xs = prepared(listOf(inputs), createGraph);
    const outputs = outputsOf('jacobian', func, xs, strict);
    const shown = options.cutsOwn ? handedOut(xs, records) : (t: Tensor) => detached(t, createGraph);
    const rows = listOf(outputs).map((out, n) => {
      const elements = [...out.reshape(-1)].map((e) => gradients([e], xs, null, options, true, `Output ${n}`));
      const columns = xs.map((x, i) => {
        const sizes = [...out.sizes, ...x.sizes];
        if (elements.length === 0) return x.detach().new_zeros(sizes);
        return shown(stack(elements.map((grads) => grads[i])).view(sizes));
      });
      return like(inputs instanceof Tensor, columns);
    });
    return like(outputs instanceof Tensor, rows) as Like<Out, Like<In, Tensor>>;
  });
}

/** Second derivatives of a function that returns one number: a tensor (*input size, *input size), or lists of them. */
export function hessian<In extends Tensors>(
  func: AnyFunction<Tensor>,
  inputs: In,
  options: FunctionalOptions = {},
): Like<In, Like<In, Tensor>> {
  checkTensors('inputs', 'hessian', inputs);
  const first = (...xs: Tensor[]): Tensors => {
    const out = func(...xs);
    if (!(out instanceof Tensor)) throw new RuntimeError('The function given to hessian should return a single Tensor');
    if (out.numel() !== 1) throw wrongShape('The Tensor returned by the function given to hessian should contain a single element');
    const grads = gradients([out.reshape([])], xs, null, { ...options, create_graph: true });
    return like(inputs instanceof Tensor, grads);
  };
  return jacobian(first, inputs, options) as Like<In, Like<In, Tensor>>;
}

function checkLike(v: readonly Tensor[], given: Tensors): void {
  const isList = !(given instanceof Tensor);
  const other = listOf(given);
  if (v.length !== other.length) {
    throw new RuntimeError(
      isList
        ? `v is a tuple of invalid length: should be ${other.length} but got ${v.length}.`
        : 'The given v should contain a single Tensor.',
    );
  }
  v.forEach((t, i) => {
    if (!sameSizes(t.sizes, other[i].sizes)) {
      throw wrongShape(
        `${isList ? `Entry ${i} in ` : ''}v has invalid size: should be ${String(other[i].shape)} but got ${String(t.shape)}.`,
      );
    }
  });
}

/** [outputs, v · Jacobian]. `v` has the size of the outputs; it may be left out when the output is one number. */
export function vjp<Out extends Tensors, In extends Tensors>(
  func: AnyFunction<Out>,
  inputs: In,
  v: Tensors | null = null,
  options: FunctionalOptions = {},
): [outputs: Like<Out, Tensor>, vjp: Like<In, Tensor>] {
  const createGraph = options.create_graph ?? false;
  return withGradMode(true, () => {
    const xs = prepared(listOf(inputs), createGraph);
    const outputs = outputsOf('vjp', func, xs, options.strict);
    const outs = listOf(outputs);
    if (v) checkLike(listOf(v), outputs);
    else if (outs.length !== 1 || outs[0].numel() !== 1) {
      throw wrongShape('The vector v can only be None if the user-provided function returns a single Tensor with a single element.');
    }
    const products = gradients(outs, xs, v && listOf(v), options, createGraph);
    const product = detachedAll(like(inputs instanceof Tensor, products), createGraph);
    return [detachedAll(outputs, createGraph) as Like<Out, Tensor>, product as Like<In, Tensor>];
  });
}

const onlyForOneNumber = () =>
  wrongShape('The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.');

/** [outputs, Jacobian · v]. It is computed by differentiating the gradient by the output gradients that went in. */
export function jvp<Out extends Tensors>(
  func: AnyFunction<Out>,
  inputs: Tensors,
  v: Tensors | null = null,
  options: FunctionalOptions = {},
): [outputs: Like<Out, Tensor>, jvp: Like<Out, Tensor>] {
  const createGraph = options.create_graph ?? false;
  const records = isGradEnabled();
  return withGradMode(true, () => {
    const xs = prepared(listOf(inputs), createGraph);
    if (v) checkLike(listOf(v), like(inputs instanceof Tensor, xs));
    else if (xs.length !== 1 || xs[0].numel() !== 1) {
      throw onlyForOneNumber();
    }
    const outputs = outputsOf('jvp', func, xs, options.strict);
    const outs = listOf(outputs);
    const weights = outs.map((o) => o.detach().new_zeros(o.sizes).requires_grad_());
    const grads = gradients(outs, xs, weights, { ...options, create_graph: true });
    const vs = v ? listOf(v) : [xs[0].detach().new_ones(xs[0].sizes)];
    const products = gradients(grads, weights, vs, { create_graph: createGraph }, createGraph);
    const out = options.cutsOwn ? handedOut([...xs, ...weights], records) : (t: Tensor) => detached(t, createGraph);
    const shown = (all: readonly Tensor[]) => like(outputs instanceof Tensor, all.map(out));
    return [shown(outs) as Like<Out, Tensor>, shown(products) as Like<Out, Tensor>];
  });
}

type HessianProduct = <In extends Tensors>(
  func: AnyFunction<Tensor>,
  inputs: In,
  v?: Tensors | null,
  options?: FunctionalOptions,
) => [output: Tensor, product: Like<In, Tensor>];

const hessianProduct =
  (name: string): HessianProduct =>
  <In extends Tensors>(func: AnyFunction<Tensor>, inputs: In, v: Tensors | null = null, options: FunctionalOptions = {}) => {
    checkTensors('inputs', name, inputs);
    const isSingle = inputs instanceof Tensor;
    if (v) checkLike(listOf(v), inputs);
    else if (listOf(inputs).length !== 1 || listOf(inputs)[0].numel() !== 1) throw onlyForOneNumber();
    const slope = (...xs: Tensor[]): Tensors => {
      const out = func(...xs);
      checkTensors('outputs of the user-provided function', name, out);
      if (out.numel() !== 1) throw wrongShape(`The Tensor returned by the function given to ${name} should contain a single element`);
      return like(isSingle, gradients([out], xs, null, { ...options, create_graph: true }));
    };
    const [, product] = vjp(slope, inputs, v, options);
    return [detached(func(...listOf(inputs)), options.create_graph ?? false), product];
  };

/** [output, v · Hessian] of a function that returns one number. */
export const vhp: HessianProduct = hessianProduct('vhp');

/** [output, Hessian · v]: the same, since Hessians are symmetric. */
export const hvp: HessianProduct = hessianProduct('hvp');
