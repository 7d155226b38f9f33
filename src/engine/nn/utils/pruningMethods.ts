/** The methods of `torch.nn.utils.prune`: each one decides which entries of a tensor stay. */
import { ones_like, rand, rand_like, zeros_like } from '../../generated/torch.js';
import { AssertionError, IndexError, TypeError_, ValueError } from '../../errors.js';
import { roundEven } from '../../backends/scalar.js';
import { typeName } from '../../operators/typeName.js';
import { quietly } from '../../quietly.js';
import { wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { Module } from '../module.js';
import type { Parameter } from '../parameter.js';

type Fields = Record<string, unknown>;
export const fieldsOf = (module: Module): Fields => module as unknown as Fields;

/** What a method chooses among: single entries, whole slices, or all entries. */
type PruningType = 'unstructured' | 'structured' | 'global';

/**
 * The base of all methods, as `torch.nn.utils.prune.BasePruningMethod`: `compute_mask` of a subclass decides which
 * entries stay.
 */
export abstract class BasePruningMethod {
  abstract readonly PRUNING_TYPE: PruningType;
  _tensor_name = '';

  /** @throws TypeError for a class without `compute_mask` */
  constructor() {
    if (typeof this.compute_mask === 'function') return;
    const { name } = new.target;
    throw new TypeError_(`Can't instantiate abstract class ${name} without an implementation for abstract method 'compute_mask'`);
  }

  /** A mask of the size of `t`: 1 where an entry stays. `default_mask` is the mask of earlier methods. */
  abstract compute_mask(t: Tensor, default_mask: Tensor): Tensor;

  /** The parameter of the module times its mask. @throws AssertionError for a module that was not pruned */
  apply_mask(module: Module): Tensor {
    const name = this._tensor_name;
    const [original, mask] = [`${name}_orig`, `${name}_mask`].map((field) => fieldsOf(module)[field] as Tensor | undefined);
    if (!original || !mask) throw new AssertionError(`Module ${String(module)} has to be pruned`);
    return mask.to(original.dtype).mul(original);
  }

  /** The tensor with the pruned entries set to zero. */
  prune(t: Tensor, default_mask: Tensor | null = null, importance_scores: Tensor | null = null): Tensor {
    return t.mul(this.compute_mask(importance_scores ?? t, default_mask ?? ones_like(t)));
  }

  /** Makes the pruned parameter an ordinary one again; its zeros stay. */
  remove(module: Module): void {
    const name = this._tensor_name;
    const fields = fieldsOf(module);
    const weight = quietly(() => this.apply_mask(module));
    const original = fields[`${name}_orig`] as Parameter;
    original.data = weight.detach();
    for (const field of [name, `${name}_orig`, `${name}_mask`]) delete fields[field];
    module._state.buffers.delete(`${name}_mask`);
    module.register_parameter(name, original);
  }

  toString(): string {
    return this.constructor.name;
  }
}

/** Several methods, one after another: each one chooses among the entries that the earlier ones kept. */
export class PruningContainer extends BasePruningMethod {
  readonly PRUNING_TYPE = 'unstructured';
  private readonly methods: BasePruningMethod[] = [];

  constructor(...args: BasePruningMethod[]) {
    super();
    for (const method of args) this.add_pruning_method(method);
    if (args[0]) this._tensor_name = args[0]._tensor_name;
  }

  /** @throws ValueError for a method that prunes another tensor */
  add_pruning_method(method: BasePruningMethod): void {
    if (!(method instanceof BasePruningMethod)) {
      throw new TypeError_(`<class '${typeName(method ?? null)}'> is not a BasePruningMethod subclass`);
    }
    if (this.methods.length > 0 && method._tensor_name !== this._tensor_name) {
      throw new ValueError(
        `Can only add pruning methods acting on the parameter named '${this._tensor_name}' to PruningContainer. Found '${method._tensor_name}'`,
      );
    }
    this.methods.push(method);
  }

  get length(): number {
    return this.methods.length;
  }

  [Symbol.iterator](): Iterator<BasePruningMethod> {
    return this.methods[Symbol.iterator]();
  }

  compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const method = this.methods.at(-1);
    if (!method) throw new IndexError('tuple index out of range');
    if (method.PRUNING_TYPE === 'global') return combined(method.compute_mask(t, default_mask), default_mask);
    if (method.PRUNING_TYPE === 'unstructured') {
      const kept = default_mask.eq(1);
      const mask = default_mask.clone();
      mask.index_put_([kept], method.compute_mask(t.index(kept), default_mask.index(kept)).to(mask.dtype));
      return mask;
    }
    // The method chooses among the slices that still have entries.
    const dim = wrapDim((method as LnStructured | RandomStructured).dim, t.sizes.length);
    const others = [...t.sizes.keys()].filter((d) => d !== dim);
    const channels = default_mask.sum(others).ne(0).nonzero().reshape([-1]);
    const partial = method.compute_mask(t.index_select(dim, channels), default_mask.index_select(dim, channels));
    return default_mask.index_copy(dim, channels, partial.to(default_mask.dtype));
  }
}

const combined = (a: Tensor, b: Tensor): Tensor => a.mul(b.to(a.dtype));

/**
 * The number of entries out of `count`: a whole number is used itself, a fraction is multiplied by `count`. @throws
 * ValueError, RuntimeError as PyTorch
 */
function amountOf(amount: number, count: number): number {
  if (typeof amount !== 'number') throw new TypeError_(`Invalid type for amount: ${String(amount)}. Must be int or float.`);
  const isWhole = Number.isInteger(amount);
  if ((isWhole && amount < 0) || (!isWhole && (amount > 1 || amount < 0))) {
    throw new ValueError(`amount=${amount} should either be a float in the range [0, 1] or a non-negative integer`);
  }
  if (isWhole && amount > count) throw new ValueError(`amount=${amount} should be smaller than the number of parameters to prune=${count}`);
  return isWhole || !Number.isFinite(count) ? amount : roundEven(amount * count);
}

function checkAmount(amount: number): void {
  amountOf(amount, Infinity);
}

/** A mask without the entries at these positions of the flat tensor. */
function without(default_mask: Tensor, positions: Tensor | null): Tensor {
  const mask = default_mask.contiguous().clone();
  if (positions) mask.reshape([-1]).index_put_([positions], 0);
  return mask;
}

/** Prunes nothing, and only adds a mask. */
export class Identity extends BasePruningMethod {
  readonly PRUNING_TYPE = 'unstructured';

  compute_mask(_t: Tensor, default_mask: Tensor): Tensor {
    return default_mask;
  }
}

/** Prunes entries at random. */
export class RandomUnstructured extends BasePruningMethod {
  readonly PRUNING_TYPE = 'unstructured';

  constructor(readonly amount: number) {
    super();
    checkAmount(amount);
  }

  compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const count = amountOf(this.amount, t.numel());
    return without(default_mask, count === 0 ? null : rand_like(t).reshape([-1]).topk(count)[1]);
  }
}

/** Prunes the entries with the least absolute value. */
export class L1Unstructured extends BasePruningMethod {
  readonly PRUNING_TYPE = 'unstructured';

  constructor(readonly amount: number) {
    super();
    checkAmount(amount);
  }

  compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const count = amountOf(this.amount, t.numel());
    return without(default_mask, count === 0 ? null : t.abs().reshape([-1]).topk(count, -1, false)[1]);
  }
}

/** A mask of whole slices along a dim. */
function ofSlices(t: Tensor, dim: number, kept: Tensor): Tensor {
  const shape = t.sizes.map((_, d) => (d === wrapDim(dim, t.sizes.length) ? -1 : 1));
  return zeros_like(t).add(kept.to(t.dtype).reshape(shape));
}

/** Checks that a tensor has slices. @throws ValueError when it has none */
function checkStructured(t: Tensor): void {
  if (t.sizes.length <= 1) {
    throw new ValueError(
      `Structured pruning can only be applied to multidimensional tensors. Found tensor of shape ${String(t.shape)} with ${t.sizes.length} dims`,
    );
  }
}

/** Prunes whole slices along a dim at random. */
export class RandomStructured extends BasePruningMethod {
  readonly PRUNING_TYPE = 'structured';

  constructor(
    readonly amount: number,
    readonly dim = -1,
  ) {
    super();
    checkAmount(amount);
  }

  compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    checkStructured(t);
    const channels = t.sizes[wrapDim(this.dim, t.sizes.length)];
    const count = amountOf(this.amount, channels);
    if (count === 0) return default_mask;
    const chances = rand([channels]);
    return combined(ofSlices(t, this.dim, chances.gt(chances.kthvalue(count)[0])), default_mask);
  }
}

/** Prunes the slices along a dim that have the least norm. */
export class LnStructured extends BasePruningMethod {
  readonly PRUNING_TYPE = 'structured';

  constructor(
    readonly amount: number,
    readonly n: number | string,
    readonly dim = -1,
  ) {
    super();
    checkAmount(amount);
  }

  compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    checkStructured(t);
    const dim = wrapDim(this.dim, t.sizes.length);
    const kept = t.sizes[dim] - amountOf(this.amount, t.sizes[dim]);
    if (kept === t.sizes[dim]) return default_mask;
    const others = [...t.sizes.keys()].filter((d) => d !== dim);
    const norms = t.norm(this.n as number, others);
    const mask = norms.new_zeros(norms.sizes).index_fill(0, norms.topk(kept)[1], 1);
    return combined(ofSlices(t, dim, mask), default_mask);
  }
}

/** Prunes by a given mask. */
export class CustomFromMask extends BasePruningMethod {
  readonly PRUNING_TYPE = 'global';

  constructor(readonly mask: Tensor) {
    super();
  }

  compute_mask(_t: Tensor, default_mask: Tensor): Tensor {
    return combined(default_mask, this.mask);
  }
}
