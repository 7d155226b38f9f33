/**
 * Members of a tensor that the engine itself does not need: properties and methods for programs, and conversions to and from
 * JavaScript.
 */
import { byName, callable, type OrByName } from './nn/arguments.js';
import type { AccumulateGrad } from './tensor/accumulateGrad.js';
import { gradEdge, isLeaf } from './tensor/state.js';
import { absence, type Device, deviceOf } from './device.js';
import { RuntimeError, TypeError_ } from './errors.js';
import { truth } from './operators/meaning.js';
import { assign } from './ops/indexing/subscript.js';
import type { IndexSpec } from './tensor/indexSpec.js';
import { arrayOf } from './arrays.js';
import type { FurtherMembers } from './memberTypes.js';
import { numel, sameSizes } from './shape.js';
import { mapping } from './mapping.js';
import { strided } from './sparse/layout.js';
import { Tensor } from './tensor/tensor.js';

type Members = FurtherMembers<Tensor, IndexSpec>;

function refuseRecorded(t: Tensor, name: string): void {
  if (t.requires_grad) throw new RuntimeError(`Can't call ${name}() on Variable that requires grad. Use var.detach().${name}() instead.`);
}

const otherOf = callable('is_same_size(Tensor other)', ({ other }): Tensor => other);

const flat = (t: Tensor): number[] => t.reshape([-1]).tolist() as number[];

const methods: ThisType<Tensor> & Omit<Members, 'is_cpu' | 'is_meta' | 'itemsize' | 'nbytes' | 'name'> = {
  data_ptr(this: Tensor) {
    mapping()?.refuseNumbers(this);
    return this.storage.address + this.offset * this.dtype.itemsize;
  },
  numpy(this: Tensor) {
    mapping()?.refuseNumbers(this);
    if (this.layout !== strided)
      throw new TypeError_(
        `can't convert ${this.is_sparse ? 'Sparse' : this.layout.shown} layout tensor to numpy. Use Tensor.to_dense() first.`,
      );
    return arrayOf(this);
  },
  is_nonzero(this: Tensor) {
    return truth(this);
  },
  pin_memory: () => {
    throw absence(deviceOf('cuda'))!;
  },
  cuda(this: Tensor, device: Device | string = 'cuda') {
    return this.to(device);
  },
  is_pinned: () => false,
  is_inference(this: Tensor) {
    return this.storage.isInference;
  },
  is_same_size(this: Tensor, ...other: Parameters<typeof otherOf>) {
    return sameSizes(this.sizes, otherOf(...other).sizes);
  },
  index_put(
    this: Tensor,
    specs: readonly IndexSpec[],
    value: Tensor | number | boolean,
    accumulate: OrByName<'accumulate', boolean> = false,
  ) {
    const out = this.clone();
    assign(out, specs, value, byName('accumulate', accumulate) ?? false);
    return out;
  },
  apply_(this: Tensor, callable: (value: number) => number) {
    refuseRecorded(this, 'apply_');
    if (typeof callable !== 'function') throw new TypeError_('apply_() takes a function of a number');
    return this.copy_(this.new_tensor(flat(this).map((value) => callable(value))).reshape(this.sizes));
  },
  map_(this: Tensor, tensor: Tensor, callable: (a: number, b: number) => number) {
    refuseRecorded(this, 'map_');
    if (!(tensor instanceof Tensor) || typeof callable !== 'function')
      throw new TypeError_('map_() takes a tensor and a function of two numbers');
    if (!sameSizes(tensor.sizes, this.sizes)) tensor.expand(this.sizes);
    const others = flat(tensor.expand(this.sizes));
    return this.copy_(this.new_tensor(flat(this).map((value, i) => callable(value, others[i]))).reshape(this.sizes));
  },
  register_post_accumulate_grad_hook(this: Tensor, hook: (param: Tensor) => void) {
    if (!this.requires_grad) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    if (!isLeaf(this)) throw new RuntimeError('post accumulate grad hooks cannot be registered on non-leaf tensors');
    const { afterwards } = gradEdge(this)!.fn as AccumulateGrad;
    afterwards.push(hook);
    return { remove: () => void afterwards.splice(afterwards.indexOf(hook), 1) };
  },
};

const getters: { [Name in 'is_cpu' | 'is_meta' | 'itemsize' | 'nbytes' | 'name']: (t: Tensor) => Members[Name] } = {
  is_cpu: (t) => t.device.type === 'cpu',
  is_meta: (t) => t.device.type === 'meta',
  itemsize: (t) => t.dtype.itemsize,
  nbytes: (t) => t.dtype.itemsize * numel(t.sizes),
  name: () => null,
};

export function installFurtherMembers(): void {
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
  for (const [name, of] of Object.entries(getters)) {
    Object.defineProperty(Tensor.prototype, name, {
      configurable: true,
      get(this: Tensor) {
        return of(this);
      },
    });
  }
}
