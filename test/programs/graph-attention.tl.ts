import * as torch from 'tensor-lens';
import { int, percent, print } from 'tensor-lens/python';

// Graph attention on the karate of two clubs: messages along edges, a softmax over the edges of each node.
const { nn } = torch;
const F = torch.nn.functional;

torch.manual_seed(7);

function edge_softmax(scores: torch.Tensor, target: torch.Tensor, n: number) {
  const index = target.unsqueeze(1).expand_as(scores);
  const most = torch.full([n, scores.size(1)], -Infinity, { dtype: torch.float32 }).scatter_reduce(0, index, scores, 'amax');
  const e = torch.exp(scores - most[target]);
  const total = torch.zeros(n, scores.size(1)).index_add(0, target, e);
  return e / total[target];
}

class GATLayer extends nn.Module {
  declare heads: number;
  declare outputs: number;
  declare lin: any;
  declare att: torch.Tensor;
  constructor(inputs: number, outputs: number, heads: number) {
    super();
    [this.heads, this.outputs] = [heads, outputs];
    this.lin = new nn.Linear(inputs, heads * outputs, { bias: false });
    this.att = new nn.Parameter(torch.empty(2, heads, outputs));
    nn.init.xavier_uniform_(this.att);
  }

  forward(x: torch.Tensor, edges: torch.Tensor) {
    const [source, target] = edges;
    const h = this.lin(x).view(-1, this.heads, this.outputs);
    const scores = (h * this.att[0]).sum(-1)[source] + (h * this.att[1]).sum(-1)[target];
    const alpha = edge_softmax(F.leaky_relu(scores, 0.2), target, x.size(0));
    const out = torch.zeros_like(h).index_add(0, target, alpha.unsqueeze(-1) * h[source]);
    return [out, alpha];
  }
}

class GAT extends nn.Module {
  first = new GATLayer(4, 4, 2);
  second = new GATLayer(8, 2, 1);

  forward(x: torch.Tensor, edges: torch.Tensor) {
    let [h, _] = this.first(x, edges);
    let alpha: torch.Tensor;
    [h, alpha] = this.second(F.elu(h.flatten(1)), edges);
    return [h.mean(1), alpha];
  }
}

const n = 12;
const label = torch.arange(n) % 2;
const mask = torch.rand(n, n) < torch.where(label[':', null] == label[null, ':'], 0.6, 0.1) | torch.eye(n, { dtype: torch.bool });
const edges = mask.nonzero().T;
const x = torch.randn(n, 4) + label[':', null];
print(edges.shape, int(mask.sum()));
const model = new GAT();
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.05 });
const known = torch.tensor([0, 1, 2, 3]);
let alpha!: torch.Tensor;
for (let epoch = 0; epoch < 30; epoch++) {
  optimizer.zero_grad();
  let logits: torch.Tensor;
  [logits, alpha] = model(x, edges);
  const loss = F.cross_entropy(logits[known], label[known]);
  loss.backward();
  optimizer.step();
  if (epoch % 10 === 0) {
    const accuracy = (logits.argmax(1) == label).float().mean();
    console.log(percent('epoch %d loss %.5f accuracy %.3f', [epoch, loss.item(), accuracy.item()]));
  }
}
const sums = torch.zeros(n).index_add(0, edges[1], alpha.detach().squeeze(1));
print(torch.allclose(sums, torch.ones(n)));
const A = torch.sparse_coo_tensor(edges, torch.ones(edges.size(1)), [n, n]);
print(torch.sparse.mm(A, x).sum(0));
