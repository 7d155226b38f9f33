// Sparse matrices: PageRank, label propagation, a GCN layer on COO and CSR, segment sums, an embedding bag with sparse gradients.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(31);
const edges = torch.tensor([[0, 0, 1, 2, 2, 3, 4, 4, 5], [1, 2, 2, 0, 3, 4, 5, 0, 3]]);
const n = 6;
const deg = torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.size(1)));
const P = torch.sparse_coo_tensor(edges.flip(0), 1.0 / deg[edges[0]], [n, n]).coalesce();
print(P);
let rank = torch.full([n, 1], 1 / n);
let delta!: Tensor;
for (let i = 0; i < 20; i++) {
  const now = 0.85 * torch.sparse.mm(P, rank) + 0.15 / n;
  delta = (now - rank).abs().sum();
  rank = now;
}
const [mantissa, exponent] = delta.item().toExponential(2).split('e');
print(rank.squeeze(), `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`);
const sym = torch.cat([edges, edges.flip(0)], { dim: 1 });
const A = torch.sparse_coo_tensor(sym, torch.ones(sym.size(1)), [n, n]).coalesce();
print(A._nnz(), A.is_coalesced(), A.to_dense().diagonal(), A.sparse_dim());
const I = torch.sparse_coo_tensor(torch.arange(n).repeat(2, 1), torch.ones(n), [n, n]);
const Ah = (A + I).coalesce();
const d = torch.sparse.sum(Ah, { dim: 1 }).to_dense().pow(-0.5);
const vals = Ah.values() * d[Ah.indices()[0]] * d[Ah.indices()[1]];
const norm = torch.sparse_coo_tensor(Ah.indices(), vals, Ah.shape);
const csr = norm.to_sparse_csr();
print(csr.crow_indices(), csr.col_indices()[':5'], csr.layout);

class GCN extends nn.Module {
  w1;
  w2;
  constructor(i: number, h: number, o: number) {
    super();
    this.w1 = new nn.Parameter(torch.empty(i, h));
    this.w2 = new nn.Parameter(torch.empty(h, o));
    nn.init.xavier_uniform_(this.w1);
    nn.init.xavier_uniform_(this.w2);
  }
  forward(a: Tensor, x: Tensor) {
    const h = F.relu(torch.sparse.mm(a, x.matmul(this.w1)));
    return torch.spmm(a, h.matmul(this.w2));
  }
}

const x = torch.randn(n, 4);
const y = torch.tensor([0, 0, 0, 1, 1, 1]);
const train = torch.tensor([true, false, false, true, false, false]);
const net = new GCN(4, 8, 2);
const opt = new torch.optim.Adam(net.parameters(), { lr: 0.05, weight_decay: 5e-4 });
for (let epoch = 0; epoch < 5; epoch++) {
  const out = net(norm, x).log_softmax(1);
  const loss = F.nll_loss(out[train], y[train]);
  opt.zero_grad();
  loss.backward();
  opt.step();
  const acc = (out.argmax(1) == y).float().mean();
  console.log(`${epoch} ${loss.item().toFixed(4)} ${acc.item().toFixed(4)}`);
}
print(torch.allclose(csr.matmul(x), norm.to_dense().matmul(x), { atol: 1e-6 }), csr.matmul(x)[0]);
const Y = torch.zeros(n, 2);
Y[train] = F.one_hot(y[train], 2).float();
let Z = Y.clone();
for (let i = 0; i < 10; i++) Z = 0.9 * torch.sparse.mm(norm, Z) + 0.1 * Y;
print(Z.argmax(1), Z.sum());
const bag = new nn.EmbeddingBag(10, 3, { mode: 'sum', sparse: true });
const words = torch.tensor([1, 2, 4, 5, 4, 3, 2, 9]);
const offsets = torch.tensor([0, 4]);
const sopt = new torch.optim.SparseAdam(bag.parameters(), { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  const s = bag(words, offsets, { per_sample_weights: torch.linspace(0.5, 1.5, 8) }).pow(2).sum();
  sopt.zero_grad();
  s.backward();
  sopt.step();
  print(s.item().toFixed(4), bag.weight.grad!.layout, bag.weight.grad!.coalesce().indices());
}
print(bag.weight[4], bag);
print(torch.segment_reduce(torch.arange(6.0), 'sum', { lengths: torch.tensor([2, 1, 3]) }), torch.sparse.softmax(A, { dim: 1 }).to_dense()[0]);
const D = torch.eye(3).to_sparse();
print(D * 2, D.matmul(torch.ones(3, 1)).T, torch.sparse.mm(D, D).to_dense().trace());
print(torch.zeros(2, 3, { layout: torch.sparse_coo }), torch.tensor([[0, 2.0], [3, 0]]).to_sparse_csr());
const w = torch.tensor([1.0, 2.0, 3.0], { requires_grad: true });
const S = torch.sparse_coo_tensor(torch.tensor([[0, 1, 1], [1, 0, 2]]), w, [2, 3]);
torch.sparse.mm(S, torch.arange(6.0).view(3, 2)).sum().backward();
print(w.grad);
