import * as torch from 'tensor-lens';
import { format, int, print, range, type_name } from 'tensor-lens/python';

// Graph convolution and graph attention over a dense adjacency matrix.
const { nn } = torch;
const F = torch.nn.functional;
const { Parameter } = torch.nn;

class GraphConvolution extends nn.Module {
  declare in_features: number;
  declare out_features: number;
  declare weight: torch.Tensor;
  declare bias: torch.Tensor | null;
  constructor(in_features: number, out_features: number, bias = true) {
    super();
    this.in_features = in_features;
    this.out_features = out_features;
    this.weight = new Parameter(torch.empty(in_features, out_features));
    if (bias) {
      this.bias = new Parameter(torch.empty(out_features));
    } else {
      this.register_parameter('bias', null);
    }
    this.reset_parameters();
  }

  reset_parameters() {
    const stdv = 1.0 / this.weight.size(1) ** 0.5;
    this.weight.data.uniform_(-stdv, stdv);
    if (this.bias != null) {
      this.bias.data.uniform_(-stdv, stdv);
    }
  }

  forward(x: torch.Tensor, adj: torch.Tensor) {
    const support = torch.mm(x, this.weight);
    const output = torch.mm(adj, support);
    return this.bias == null ? output : output + this.bias;
  }

  __repr__() {
    return type_name(this) + ' (' + String(this.in_features) + ' -> ' + String(this.out_features) + ')';
  }
}

class GraphAttention extends nn.Module {
  declare W: torch.Tensor;
  declare a: torch.Tensor;
  declare n_out: number;
  declare leaky: any;
  constructor(n_in: number, n_out: number, alpha = 0.2) {
    super();
    this.W = new Parameter(torch.empty([n_in, n_out]));
    nn.init.xavier_uniform_(this.W.data, { gain: 1.414 });
    this.a = new Parameter(torch.empty([2 * n_out, 1]));
    nn.init.xavier_uniform_(this.a.data, { gain: 1.414 });
    this.n_out = n_out;
    this.leaky = new nn.LeakyReLU(alpha);
  }

  forward(h: torch.Tensor, adj: torch.Tensor) {
    const Wh = torch.mm(h, this.W);
    const e = this.leaky(torch.matmul(Wh, this.a[`:${this.n_out}`]) + torch.matmul(Wh, this.a[`${this.n_out}:`]).T);
    let attention = torch.where(adj > 0, e, -9e15 * torch.ones_like(e));
    attention = F.softmax(attention, { dim: 1 });
    return F.elu(torch.matmul(attention, Wh));
  }
}

class GCN extends nn.Module {
  declare gc1: GraphConvolution;
  declare att: GraphAttention;
  declare gc2: GraphConvolution;
  declare dropout: number;
  constructor(n_feat: number, n_hid: number, n_class: number, dropout: number) {
    super();
    this.gc1 = new GraphConvolution(n_feat, n_hid);
    this.att = new GraphAttention(n_hid, n_hid);
    this.gc2 = new GraphConvolution(n_hid, n_class, false);
    this.dropout = dropout;
  }

  forward(x: torch.Tensor, adj: torch.Tensor) {
    x = F.relu(this.gc1(x, adj));
    x = F.dropout(x, this.dropout, { training: this.training });
    x = this.att(x, adj);
    return F.log_softmax(this.gc2(x, adj), { dim: 1 });
  }
}

torch.manual_seed(42);
const n = 12;
const labels = torch.arange(n) % 3;
const edges = torch.tensor(range(n).flatMap((i) => range(n).filter((j) => i < j && (i % 3 === j % 3 || i * j % 7 === 3)).map((j) => [i, j])));
let A = torch.zeros(n, n);
A[edges[':', 0], edges[':', 1]] = 1;
A = A + A.t() + torch.eye(n);
const degree = A.sum(1);
const D = torch.diag(degree.pow(-0.5));
const adj = D.matmul(A).matmul(D);
const x = torch.randn(n, 5) + F.one_hot(labels, 5).float();
const train = torch.zeros(n, { dtype: torch.bool });
train[':6'] = true;
const model = new GCN(5, 8, 3, 0.3);
print(model);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.05, weight_decay: 5e-4 });
for (let epoch = 0; epoch < 6; epoch++) {
  model.train();
  optimizer.zero_grad();
  let output = model(x, adj);
  const loss_train = F.nll_loss(output[train], labels[train]);
  const acc_train = (output.max(1)[1].type_as(labels)[train] == labels[train]).double().mean();
  loss_train.backward();
  optimizer.step();
  model.eval();
  output = model(x, adj);
  const loss_val = F.nll_loss(output[~train], labels[~train]);
  print(format('Epoch: {:04d}', [epoch + 1]), format('loss_train: {:.4f}', [loss_train.item()], {}, { 0: 'float' }), format('acc_train: {:.4f}', [acc_train.item()], {}, { 0: 'float' }), format('loss_val: {:.4f}', [loss_val.item()], {}, { 0: 'float' }));
}
print(degree.long().tolist(), int(A.sum()));
