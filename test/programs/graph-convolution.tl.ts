import * as torch from 'tensor-lens';
import { nn, type Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const F = nn.functional;
torch.manual_seed(0);
const edges = torch.tensor([
  [0, 1, 1, 2, 3, 4, 0, 4],
  [1, 0, 2, 1, 4, 3, 4, 0],
]);
const N = 5;
let A = torch.sparse_coo_tensor(edges, torch.ones(edges.size(1)), [N, N]);
print(A);
print(A.is_coalesced(), A._nnz(), A.sparse_dim(), A.dense_dim(), A.layout);
A = A.coalesce();
print(A.indices(), A.values());
const I = torch.eye(N).to_sparse();
const A_hat = (A + I).coalesce();
const deg = torch.sparse.sum(A_hat, { dim: 1 }).to_dense();
print(deg);
const d = deg.pow(-0.5);
const [row, col] = A_hat.indices();
const norm = torch.sparse_coo_tensor(A_hat.indices(), d[row] * A_hat.values() * d[col], A_hat.size());

class GraphConvolution extends nn.Module {
  weight;
  bias: torch.nn.Parameter | null;
  constructor(n_in: number, n_out: number, bias = true) {
    super();
    this.weight = new nn.Parameter(torch.empty(n_in, n_out));
    if (bias) {
      this.bias = new nn.Parameter(torch.empty(n_out));
    } else {
      this.bias = null;
      this.register_parameter('bias', null);
    }
    this.reset_parameters();
  }
  reset_parameters() {
    const stdv = 1 / this.weight.size(1) ** 0.5;
    this.weight.data.uniform_(-stdv, stdv);
    if (this.bias !== null) this.bias.data.uniform_(-stdv, stdv);
  }
  forward(x: Tensor, adj: Tensor) {
    const support = torch.mm(x, this.weight);
    const output = torch.spmm(adj, support);
    return this.bias !== null ? output + this.bias : output;
  }
  toString() {
    return `${this.constructor.name} (${this.weight.shape[0]} -> ${this.weight.shape[1]})`;
  }
}

class GCN extends nn.Module {
  gc1;
  gc2;
  constructor(
    f: number,
    h: number,
    c: number,
    public dropout: number,
  ) {
    super();
    this.gc1 = new GraphConvolution(f, h);
    this.gc2 = new GraphConvolution(h, c, false);
  }
  forward(x: Tensor, adj: Tensor) {
    x = F.relu(this.gc1(x, adj));
    x = F.dropout(x, this.dropout, { training: this.training });
    return F.log_softmax(this.gc2(x, adj), { dim: 1 });
  }
}

const x = torch.randn(N, 3);
const y = torch.tensor([0, 0, 1, 1, 0]);
const idx_train = torch.tensor([0, 2, 4]);
const model = new GCN(3, 8, 2, 0.5);
print(model);
const opt = new torch.optim.Adam(model.parameters(), { lr: 0.05, weight_decay: 5e-4 });
for (let epoch = 0; epoch < 4; epoch++) {
  model.train();
  opt.zero_grad();
  const out = model(x, norm);
  const loss = F.nll_loss(out[idx_train], y[idx_train]);
  loss.backward();
  opt.step();
  const acc = out.max(1)[1].eq(y).double().mean();
  print(`Epoch: ${String(epoch + 1).padStart(4, '0')} loss: ${loss.item().toFixed(4)} acc: ${acc.item().toFixed(2)}`);
}
const csr = norm.coalesce().to_sparse_csr();
print(csr.crow_indices(), csr.col_indices());
print(torch.allclose(csr.matmul(x), norm.to_dense().matmul(x)));
print(csr.matmul(x)[0]);
const B = torch.sparse_coo_tensor([[0, 0, 1], [1, 1, 0]], [1.0, 2.0, 3.0], [2, 3], { requires_grad: true });
print(B.coalesce());
const s = torch.sparse.mm(B, torch.ones(3, 2)).sum();
s.backward();
print(B.grad);
print((A * 2).to_dense()[0], A.t().coalesce().values().shape, torch.sparse.softmax(A_hat, { dim: 1 }).to_dense()[0]);
const emb = new nn.Embedding(6, 2, { sparse: true });
emb(torch.tensor([1, 1, 4])).sum().backward();
print(emb.weight.grad);
const sopt = new torch.optim.SparseAdam(emb.parameters(), { lr: 0.1 });
sopt.step();
print(emb.weight[1]);
try {
  A.view(25);
} catch (e) {
  print((e as Error).name, (e as Error).message.split('\n')[0].slice(0, 60));
}
