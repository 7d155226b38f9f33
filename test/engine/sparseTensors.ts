import * as torch from '../../src/engine/index.js';

/** The tensors that the expressions of sparseTexts.json use. */
export function sparseTensors() {
  const options = { dtype: torch.float32 };
  const i = torch.tensor([
    [0, 1, 2, 0],
    [1, 0, 2, 1],
  ]);
  const v = torch.tensor([1, 2, 3, 4], options);
  const d = torch.arange(9, options).reshape(3, 3);
  const s = torch.sparse_coo_tensor(i, v, [3, 3]);
  const r = torch.sparse_coo_tensor(
    [
      [0, 0, 1, 2, 2],
      [0, 2, 1, 0, 2],
    ],
    [0.5, -1, 2, 1.5, 0.25],
    [3, 3],
  );
  return {
    i,
    v,
    d,
    s,
    r,
    w: torch.tensor([1, 2, 3], options),
    c: s.coalesce(),
    h: torch.sparse_coo_tensor([[0, 2, 0]], torch.arange(6, options).reshape(3, 2), [3, 2]),
    sg: torch.sparse_coo_tensor(i, v.clone().requires_grad_(), [3, 3]),
    csr: d.to_sparse_csr(),
    z: torch.sparse_coo_tensor([3, 3]),
    cx: torch.sparse_coo_tensor(i, torch.complex(v, v.neg()), [3, 3]),
    cd: torch.complex(d, d),
  };
}
