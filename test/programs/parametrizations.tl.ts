import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const { nn } = torch;
const parametrize = nn.utils.parametrize;

torch.manual_seed(0);

class Symmetric extends nn.Module {
  forward(X: Tensor) {
    return X.triu() + X.triu(1).transpose(-1, -2);
  }
  right_inverse(A: Tensor) {
    return A.triu();
  }
}

let layer = new nn.Linear(3, 3);
parametrize.register_parametrization(layer, 'weight', new Symmetric());
const A = layer.weight;
print(torch.allclose(A, A.T));
print(A);
print(layer);
print(layer.parametrizations.weight[0]);
print(layer.named_parameters().map(([n]) => n));
print(parametrize.is_parametrized(layer), parametrize.is_parametrized(layer, 'bias'));

class Skew extends nn.Module {
  forward(X: Tensor) {
    const A = X.triu(1);
    return A - A.transpose(-1, -2);
  }
}

class CayleyMap extends nn.Module {
  Id!: Tensor;
  constructor(n: number) {
    super();
    this.register_buffer('Id', torch.eye(n));
  }
  forward(X: Tensor) {
    return torch.linalg.solve(this.Id - X, this.Id + X);
  }
}

layer = new nn.Linear(3, 3);
parametrize.register_parametrization(layer, 'weight', new Skew());
parametrize.register_parametrization(layer, 'weight', new CayleyMap(3));
const X = layer.weight;
print(torch.dist(X.T.matmul(X), torch.eye(3)) < 1e-5);
print(layer);

const cnn = new nn.Conv2d(5, 8, 3);
print(`Unparametrized shape ${cnn.weight.shape}`);

class MatrixExp extends nn.Module {
  static calls = 0;
  forward(X: Tensor) {
    MatrixExp.calls += 1;
    return torch.matrix_exp(X);
  }
}
const rnn = new nn.RNNCell(3, 4);
parametrize.register_parametrization(rnn, 'weight_hh', new Skew());
parametrize.register_parametrization(rnn, 'weight_hh', new MatrixExp());
MatrixExp.calls = 0;
let h = torch.zeros(2, 4);
parametrize.cached(() => {
  for (let i = 0; i < 4; i++) h = rnn(torch.ones(2, 3), h);
});
print(MatrixExp.calls, h[0]);
h.sum().backward();
print(rnn.parametrizations.weight_hh.original.grad);

layer = new nn.Linear(3, 3);
parametrize.register_parametrization(layer, 'weight', new Symmetric());
const init = torch.arange(9.0).view(3, 3);
layer.weight = init.matmul(init.T);
print(layer.weight);
print(Object.keys(layer.state_dict()));
parametrize.remove_parametrizations(layer, 'weight', { leave_parametrized: true });
print(layer, layer.weight.requires_grad);
print(layer.constructor.name);

const sn = nn.utils.parametrizations.weight_norm(new nn.Linear(4, 2), { name: 'weight', dim: 0 });
print(sn);
print(sn.parametrizations.weight.original0.shape, sn.parametrizations.weight.original1.shape);
const orth = nn.utils.parametrizations.orthogonal(new nn.Linear(4, 3));
print(torch.dist(orth.weight.matmul(orth.weight.T), torch.eye(3)).item() < 1e-5);
const spec = nn.utils.parametrizations.spectral_norm(new nn.Linear(4, 4));
print(torch.linalg.matrix_norm(spec.weight, 2).item() < 1.2);
const opt = new torch.optim.SGD(orth.parameters(), { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  const loss = (orth(torch.ones(1, 4)) - 1).pow(2).sum();
  opt.zero_grad();
  loss.backward();
  opt.step();
  print(loss.item().toFixed(5));
}
try {
  parametrize.register_parametrization(new nn.Linear(2, 2), 'wieght', new Symmetric());
} catch (e) {
  print((e as Error).message);
}
