import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

type Make = (layout: torch.layout) => torch.Tensor;
/** What makes tensors, and the kernel that PyTorch 2.15 misses for a sparse layout. */
const makers: [kernel: string, make: Make][] = [
  ['uniform_', (layout) => torch.rand(2, 3, { layout })],
  ['normal_', (layout) => torch.randn(2, 3, { layout })],
  ['normal_', (layout) => torch.normal(0, 1, [2], { layout })],
  ['random_.from', (layout) => torch.randint(3, [2], { layout })],
  ['randperm.generator_out', (layout) => torch.randperm(3, { layout })],
  ['eye.m_out', (layout) => torch.eye(2, { layout })],
  ['arange.start_out', (layout) => torch.arange(3, { layout })],
  ['range.out', (layout) => torch.range(0, 3, { layout })],
  ['linspace.out', (layout) => torch.linspace(0, 1, 3, { layout })],
  ['empty_strided', (layout) => torch.full_like(torch.ones(2), 2, { layout })],
  ['empty_strided', (layout) => torch.rand_like(torch.ones(2), { layout })],
];

describe('a layout that is asked for', () => {
  it.each(makers)('%s: strided makes a tensor, a sparse one has PyTorch’s error', (kernel, make) => {
    expect(make(torch.strided).layout).toBe(torch.strided);
    expect(() => make(torch.sparse_coo)).toThrow(`Could not run 'aten::${kernel}' with arguments from the 'SparseCPU' backend.`);
    expect(() => make(torch.sparse_csr)).toThrow(torch.NotImplementedError);
  });

  it('is no sparse one where all elements have a value', () => {
    expect(() => torch.full([2], 1, { layout: torch.sparse_coo })).toThrow('full(...) is not implemented for sparse layout');
    expect(torch.full([2], 1, { layout: torch.strided }).tolist()).toEqual([1, 1]);
    expect(torch.empty(2, 3, { layout: torch.sparse_coo }).is_sparse).toBe(true);
  });
});
