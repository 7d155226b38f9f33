import { NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { graphFreed } from '../errors/autograd.js';
import { invalidGradient } from '../errors/shapes.js';
import { observer, unobserved } from '../tensor/observe.js';
import { pythonType } from '../ops/signature.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { GradFn, metaOf, type Meta } from '../tensor/gradFn.js';
import { isGradEnabled, withGradMode } from './gradMode.js';
import { changedSince } from './saved.js';
import { savedHooks } from './savedMode.js';
import { gradEdge, requiresGrad, setGradFn } from '../tensor/state.js';

function needTensor(value: unknown, refusal: (type: string) => Error): void {
  if (!(value instanceof Tensor)) throw refusal(pythonType(value));
}

/** The object that carries data from `forward` to `backward`: tensors by `save_for_backward`, anything else as a field. */
export class FunctionContext {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a function keeps
  [field: string]: any;
  /** For each argument of `forward`, whether its gradient is wanted. */
  declare needs_input_grad: boolean[];

  constructor(needs: boolean[]) {
    this.needs_input_grad = needs;
    Object.defineProperty(this, '_kept', { value: new Kept() });
  }

  /** Keeps arguments and results of `forward`; `saved_tensors` gives them back. */
  save_for_backward(...tensors: (Tensor | null)[]): void {
    for (const [i, t] of tensors.entries())
      if (t !== null && t !== undefined)
        needTensor(t, (type) => new TypeError_(`save_for_backward can only save variables, but argument ${i} is of type ${type}`));
    (this._kept as Kept).keep(tensors);
  }

  /** @throws RuntimeError for a tensor that was changed in place since, or after a first backward without `retain_graph` */
  get saved_tensors(): Tensor[] {
    return (this._kept as Kept).tensors();
  }

  /** Says that these results have no gradient. */
  mark_non_differentiable(...tensors: Tensor[]): void {
    for (const t of tensors)
      needTensor(t, (type) => new RuntimeError(`mark_non_differentiable only accepts variable arguments, but got ${type}`));
    for (const t of tensors) (this._kept as Kept).notDifferentiable.add(t);
  }

  /** Says that these arguments were changed in place and are results. */
  mark_dirty(...tensors: Tensor[]): void {
    for (const [i, t] of tensors.entries())
      needTensor(t, (type) => new RuntimeError(`mark_dirty can only accept variables, but argument ${i} is of type ${type}`));
    for (const t of tensors) (this._kept as Kept).dirty.add(t);
  }

  /** Whether `backward` gets zeros (the default) or null for results that nothing used. */
  set_materialize_grads(value: boolean): void {
    (this._kept as Kept).materialize = value;
  }
}

/** The part of a context that the model does not see. */
class Kept {
  private saved: { tensor: Tensor | null; version: number }[] = [];
  private isFreed = false;
  private unpack: (() => (Tensor | null)[]) | null = null;
  materialize = true;
  readonly notDifferentiable = new Set<Tensor>();
  readonly dirty = new Set<Tensor>();

  keep(tensors: (Tensor | null)[]): void {
    this.saved = tensors.map((tensor) => ({ tensor, version: tensor?.version.current ?? 0 }));
  }

  /** Puts what hooks make of the tensors in their place. */
  pack(pack: (tensors: readonly (Tensor | null)[]) => () => (Tensor | null)[]): void {
    this.unpack = pack(this.saved.map(({ tensor }) => tensor));
    this.saved = this.saved.map(({ version }) => ({ tensor: null, version }));
  }

  tensors(): Tensor[] {
    if (this.isFreed) throw graphFreed();
    if (this.unpack) return this.unpack() as Tensor[];
    return this.saved.map(({ tensor, version }) => {
      if (tensor && tensor.version.current !== version) throw changedSince(tensor, version);
      return tensor as Tensor;
    });
  }

  free(): void {
    this.isFreed = this.saved.length > 0;
  }
}

type Grad = Tensor | null | undefined;

/** The static methods of a user's own operation. */
interface Definition<Args extends unknown[], Result> {
  readonly name: string;
  forward(ctx: FunctionContext, ...args: Args): Result;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- as many gradients as there are results, as many tangents as arguments */
interface Derivatives {
  readonly name: string;
  backward?(ctx: FunctionContext, ...grads: any[]): Grad | Grad[];
  /** PyTorch's other name of `backward`. */
  vjp?(ctx: FunctionContext, ...grads: any[]): Grad | Grad[];
  jvp?(ctx: FunctionContext, ...tangents: any[]): Grad | Grad[];
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The same with a `forward` that has no context: `setup_context` sees its arguments and its results instead. */
interface ContextLater<Args extends unknown[], Result> {
  readonly name: string;
  forward(...args: Args): Result;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the arguments as a list, and what forward returned
  setup_context(ctx: FunctionContext, inputs: any, output: any): void;
}

/**
 * The product of a gradient and the Jacobian of a function that has `jvp` alone. Its value is asked for by nobody; forward mode
 * asks for its derivative by the gradient, which is `jvp` of the tangents.
 */
class TransposedGradFn extends GradFn {
  constructor(
    private readonly jvp: (...tangents: (Tensor | null)[]) => Grad | Grad[],
    grads: readonly Tensor[],
  ) {
    super('TransposedBackward0');
    this.edges = grads.map(gradEdge);
  }

  override apply(tangents: (Tensor | null)[]): (Tensor | null)[] {
    const found = this.jvp(...tangents);
    return (Array.isArray(found) ? found : [found]).map((tangent) => tangent ?? null);
  }
}

class CustomGradFn extends GradFn {
  private readonly metas: (Meta | null)[];

  constructor(
    private readonly definition: Derivatives,
    private readonly ctx: FunctionContext,
    args: readonly unknown[],
  ) {
    super(`${definition.name}Backward`);
    this.edges = args.map((a) => (a instanceof Tensor ? gradEdge(a) : null));
    this.metas = args.map((a) => (a instanceof Tensor ? metaOf(a) : null));
  }

  override apply(grads: (Tensor | null)[]): (Tensor | null)[] {
    const like = grads.find((g) => g !== null)!;
    const given = (this.ctx._kept as Kept).materialize
      ? grads.map((g, i) => g ?? like.detach().new_zeros(this.outputs[i].sizes, { dtype: this.outputs[i].dtype }))
      : grads;
    const { definition } = this;
    const backward = definition.backward ?? definition.vjp;
    if (!backward) return this.transposed(given as Tensor[]);
    const returned = backward.call(definition, this.ctx, ...given);
    const list = Array.isArray(returned) ? returned : [returned];
    // As in PyTorch, nulls beyond the arguments are ignored.
    while (list.length > this.edges.length && !list.at(-1)) list.pop();
    if (list.length !== this.edges.length) {
      throw new RuntimeError(
        `function ${this.name()} returned an incorrect number of gradients (expected ${this.edges.length}, got ${list.length})`,
      );
    }
    for (const grad of list)
      if (grad !== null && grad !== undefined) needTensor(grad, (type) => new RuntimeError(`expected Variable or None (got ${type})`));
    return list.map((grad, i) => (grad && this.edges[i] ? this.fitted(grad, i) : null));
  }

  private transposed(grads: Tensor[]): (Tensor | null)[] {
    const { definition, ctx } = this;
    if (!definition.jvp || !isGradEnabled() || !grads.some(requiresGrad)) {
      throw new NotImplementedError_(
        'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.',
      );
    }
    const fn = new TransposedGradFn((...tangents) => definition.jvp!(ctx, ...tangents), grads);
    fn.outputs = this.metas.map((meta) => meta ?? this.outputs[0]);
    return this.metas.map((meta, i) => {
      if (!meta || !this.edges[i]) return null;
      const product = grads[0].detach().new_zeros(meta.sizes, { dtype: meta.dtype });
      setGradFn(product, fn, i);
      return product;
    });
  }

  /** @throws RuntimeError for a gradient that does not have the size of its argument */
  private fitted(grad: Tensor, index: number): Tensor {
    const { sizes, dtype } = this.metas[index]!;
    let fitted = grad;
    if (!sameSizes(grad.sizes, sizes)) {
      try {
        fitted = grad.sum_to_size(sizes);
      } catch {
        throw invalidGradient(this.name(), index, grad.sizes, sizes);
      }
    }
    return fitted.dtype === dtype ? fitted : fitted.to(dtype);
  }

  override release(): void {
    (this.ctx._kept as Kept).free();
  }
}

/**
 * A user's own operation, as `torch.autograd.Function`:
 *
 *     class Square extends torch.autograd.Function {
 *       static forward(ctx, x) { ctx.save_for_backward(x); return x.mul(x); }
 *       static backward(ctx, g) { const [x] = ctx.saved_tensors; return x.mul(2).mul(g); }
 *     }
 *     Square.apply(x);
 */
export abstract class Function {
  /** Runs `forward` without recording; `backward` gives its gradients. */
  static apply<Args extends unknown[], Result>(this: ContextLater<Args, Result> & Derivatives, ...args: Args): Result;
  static apply<Args extends unknown[], Result>(this: Definition<Args, Result> & Derivatives, ...args: Args): Result;
  static apply(this: Definition<unknown[], unknown> & Derivatives & { setup_context?: unknown }, ...args: unknown[]): unknown {
    const needs = args.map((a) => a instanceof Tensor && requiresGrad(a));
    const ctx = new FunctionContext(needs);
    const records = isGradEnabled() && needs.includes(true);
    const fn = records ? new CustomGradFn(this, ctx, args) : null;
    const watching = observer();
    const began = watching?.now?.() ?? 0;
    const result = unobserved(() => withGradMode(false, () => ran(this, ctx, args)));
    const ms = (watching?.now?.() ?? 0) - began;
    const { notDifferentiable, dirty } = ctx._kept as Kept;
    const isList = Array.isArray(result);
    const results = (isList ? result : [result]).map((value: unknown) => {
      // An argument that `forward` returns becomes another tensor.
      const isArgument = value instanceof Tensor && args.includes(value) && !dirty.has(value);
      return isArgument ? value.alias() : value;
    });
    const tensors = results.filter((v): v is Tensor => v instanceof Tensor);
    const hooks = fn && savedHooks();
    if (hooks) (ctx._kept as Kept).pack((kept) => hooks.packed(kept));
    tensors.forEach((t, i) => {
      if (!fn) return;
      fn.outputs.push(metaOf(t));
      if (t.dtype.isContinuous && !notDifferentiable.has(t)) setGradFn(t, fn, i);
    });
    watching?.operation?.({
      name: this.name,
      inputs: args.filter((a): a is Tensor => a instanceof Tensor),
      outputs: tensors,
      attributes: {},
      inplace: dirty.size > 0,
      kind: null,
      ms,
    });
    return isList ? results : results[0];
  }
}

function ran(definition: Definition<unknown[], unknown>, ctx: FunctionContext, args: unknown[]): unknown {
  const { setup_context } = definition as unknown as Partial<ContextLater<unknown[], unknown>>;
  if (typeof setup_context !== 'function') return definition.forward(ctx, ...args);
  const result = (definition as unknown as ContextLater<unknown[], unknown>).forward(...args);
  setup_context.call(definition, ctx, args, result);
  return result;
}

/** Stands for the derivative of what has none. */
class DelayedError extends GradFn {
  constructor() {
    super('DelayedError');
  }

  override apply(): never {
    throw new RuntimeError('trying to differentiate twice a function that was marked with @once_differentiable');
  }
}

/**
 * Says that gradients which `backward` computes have no derivative themselves, as the decorator of this name:
 * `static backward = once_differentiable((ctx, g) => ...)`.
 */
export function once_differentiable<Args extends unknown[], Result>(
  backward: (ctx: FunctionContext, ...grads: Args) => Result,
): (ctx: FunctionContext, ...grads: Args) => Result {
  return function (this: unknown, ctx, ...grads) {
    const result = withGradMode(false, () => backward.call(this, ctx, ...grads));
    if (!isGradEnabled() || !grads.some((g) => g instanceof Tensor && requiresGrad(g))) return result;
    const refusing = (value: unknown): unknown => {
      if (!(value instanceof Tensor)) return value;
      const fn = new DelayedError();
      const alias = value.alias();
      fn.outputs.push(metaOf(alias));
      setGradFn(alias, fn, 0);
      return alias;
    };
    return (Array.isArray(result) ? result.map(refusing) : refusing(result)) as Result;
  };
}
