import { NotImplementedError_, RuntimeError } from '../errors.js';
import { lateCode } from '../ops/later.js';
import { resize } from '../resize.js';
import { Tensor } from '../tensor/tensor.js';
import { sparse_coo, sparse_csr, strided } from './layout.js';
import type { LayoutMembers } from './members.js';
import { isSparse } from './sparseTensor.js';

const getters: Pick<LayoutMembers, 'is_sparse' | 'is_sparse_csr' | 'layout'> & ThisType<Tensor> = {
  get is_sparse() {
    return isSparse(this) && this.kind === sparse_coo;
  },
  get is_sparse_csr() {
    return isSparse(this) && this.kind === sparse_csr;
  },
  get layout() {
    return isSparse(this) ? this.kind : strided;
  },
};

const functions: Omit<LayoutMembers, keyof typeof getters> & ThisType<Tensor> = {
  is_conj() {
    return this.conjugated;
  },
  is_neg: () => false,
  resize_(...size) {
    if (isSparse(this) && this.requires_grad) throw new RuntimeError('cannot resize variables that require grad');
    if (isSparse(this) && this.kind === sparse_coo)
      throw new NotImplementedError_("Could not run 'aten::resize_' with arguments from the 'SparseCPU' backend.");
    resize(this, (Array.isArray(size[0]) ? size[0] : size) as number[]);
    return this;
  },
  resize_as_(template) {
    resize(this, template.sizes);
    return this;
  },
  sparse_dim() {
    return isSparse(this) ? this.placed : 0;
  },
  dense_dim() {
    return isSparse(this) ? this.sizes.length - this.placed : this.sizes.length;
  },
  sparse_resize_(size, sparse_dim, dense_dim) {
    return lateCode().resized('sparse_resize_', this, size, sparse_dim, dense_dim);
  },
  sparse_resize_and_clear_(size, sparse_dim, dense_dim) {
    return lateCode().resized('sparse_resize_and_clear_', this, size, sparse_dim, dense_dim);
  },
  is_coalesced() {
    if (isSparse(this) && this.kind === sparse_coo) return this.isOnce;
    throw new RuntimeError(`is_coalesced expected sparse coordinate tensor layout but got ${this.layout.shown}`);
  },
  _nnz() {
    if (isSparse(this)) return this.places.sizes[1];
    throw new NotImplementedError_("Could not run 'aten::_nnz' with arguments from the 'CPU' backend: only a sparse tensor has it.");
  },
};

/** Gives all tensors the members that describe their layout. */
export function installLayoutMembers(): void {
  Object.defineProperties(Tensor.prototype, Object.getOwnPropertyDescriptors(getters));
  for (const [name, value] of Object.entries(functions))
    Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
}
