import fs from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { sparseTensors } from './sparseTensors.js';

/** The printed text of an expression, as in Python. For an error, its first line. */
function shown(code: string): string {
  try {
    const value: unknown = vm.runInNewContext(code, { torch, ...sparseTensors(), True: true, False: false });
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (Array.isArray(value)) return `(${value.map(String).join(', ')})`;
    return typeof value === 'string' ? `'${value}'` : String(value);
  } catch (error) {
    return `!${(error as Error).message.split('\n')[0]!}`;
  }
}

describe('sparse tensors', () => {
  it('are printed, and refused, as by PyTorch', () => {
    const text = fs.readFileSync(new URL('sparseTexts.json', import.meta.url), 'utf8');
    const { cases } = JSON.parse(text) as { cases: [code: string, text: string][] };
    const wrong = cases.filter(([code, wanted]) => shown(code) !== wanted).map(([code]) => [code, shown(code)]);
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(120);
  });

  it('are refused by an operation that has no rule for them, and not taken for zeros', () => {
    const { s } = sparseTensors();
    for (const run of [() => s.exp(), () => torch.linalg.norm(s), () => s.nonzero(), () => torch.nn.functional.dropout(s)])
      expect(run).toThrow(/SparseCPU|sparse/);
  });

  it('bring gradients to their elements and to a sparse leaf', () => {
    const { i, v, d } = sparseTensors();
    const leaf = torch.sparse_coo_tensor(i, v, [3, 3], { requires_grad: true });
    torch.sparse.mm(leaf, d).sum().backward();
    expect(leaf.grad!.to_dense().tolist()).toEqual([
      [0, 12, 0],
      [3, 0, 0],
      [0, 0, 21],
    ]);
    expect(leaf.grad!.is_sparse).toBe(true);
  });

  it('that have a place twice get one gradient for it', () => {
    const at = torch.tensor([
      [0, 0, 1],
      [1, 1, 0],
    ]);
    const leaf = torch.sparse_coo_tensor(at, [1.5, 2.5, 3.5], [2, 3], { requires_grad: true });
    torch.sparse
      .mm(leaf, torch.arange(6, { dtype: torch.float32 }).view(3, 2))
      .sum()
      .backward();
    expect([leaf.grad!.is_coalesced(), leaf.grad!.indices().tolist(), leaf.grad!.values().tolist()]).toEqual([
      true,
      [
        [0, 1],
        [1, 0],
      ],
      [5, 1],
    ]);
  });

  it('are what a sparse embedding gives its table, added to a dense gradient where there is one', () => {
    const table = torch.ones(3, 2).requires_grad_();
    const rows = torch.nn.functional.embedding(torch.tensor([1, 1]), table, { sparse: true });
    rows.sum().backward({ retain_graph: true });
    expect(table.grad!.is_sparse).toBe(true);
    table.mul(3).sum().add(rows.sum()).backward();
    expect(table.grad!.tolist()).toEqual([
      [3, 3],
      [7, 7],
      [3, 3],
    ]);
  });

  it('are taken by few optimizers', () => {
    const table = torch.ones(3, 2).requires_grad_();
    torch.nn.functional
      .embedding(torch.tensor([1]), table, { sparse: true })
      .sum()
      .backward();
    expect(() => new torch.optim.Adam([table]).step()).toThrow(
      'Adam does not support sparse gradients, please consider SparseAdam instead',
    );
    new torch.optim.SparseAdam([table], { lr: 0.5 }).step();
    expect(torch.allclose(table, torch.tensor([[1], [0.5], [1]]).expand(3, 2))).toBe(true);
  });

  it('without elements are made where a layout is asked for', () => {
    expect(shown('torch.zeros(2, 3, { layout: torch.sparse_coo })')).toBe(
      'tensor(indices=tensor([], size=(2, 0)),\n       values=tensor([], size=(0,)),\n       size=(2, 3), nnz=0, layout=torch.sparse_coo)',
    );
    expect(shown('torch.zeros_like(torch.ones(2, 2), { layout: torch.sparse_csr }).crow_indices()')).toBe('tensor([0, 0, 0])');
    expect(shown('torch.ones(2, 2).new_zeros([2, 3], { layout: torch.sparse_csc }).ccol_indices()')).toBe('tensor([0, 0, 0, 0])');
    expect(shown('torch.zeros(2, { layout: torch.strided })')).toBe('tensor([0., 0.])');
    expect(shown('torch.ones(2, { layout: torch.sparse_coo })')).toBe('!full(...) is not implemented for sparse layout');
    expect(shown('torch.zeros(3, { layout: torch.sparse_csr })')).toBe(
      '!torch.zeros: Only batched sparse compressed (non-block) tensors are supported, but got size [3]',
    );
    expect(shown('torch.zeros(2, 3, { layout: torch.sparse_bsr })')).toBe(
      '!zeros_sparse_compressed expected sparse compressed (non-block) tensor layout but got SparseBsr',
    );
  });
});
