import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(0);

class VAE extends nn.Module {
  fc1 = new nn.Linear(20, 16);
  fc21 = new nn.Linear(16, 3);
  fc22 = new nn.Linear(16, 3);
  fc3 = new nn.Linear(3, 16);
  fc4 = new nn.Linear(16, 20);

  encode(x: Tensor) {
    const h1 = F.relu(this.fc1(x));
    return [this.fc21(h1), this.fc22(h1)] as const;
  }

  reparameterize(mu: Tensor, logvar: Tensor) {
    const std = torch.exp(0.5 * logvar);
    const eps = torch.randn_like(std);
    return mu + eps * std;
  }

  forward(x: Tensor) {
    const [mu, logvar] = this.encode(x);
    const z = this.reparameterize(mu, logvar);
    return [torch.sigmoid(this.fc4(F.relu(this.fc3(z)))), mu, logvar] as const;
  }
}

function loss_function(recon_x: Tensor, x: Tensor, mu: Tensor, logvar: Tensor) {
  const BCE = F.binary_cross_entropy(recon_x, x, { reduction: 'sum' });
  const KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp());
  return BCE + KLD;
}

const model = new VAE();
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 1e-2 });
const data = torch.rand(16, 20).round();
for (let epoch = 0; epoch < 5; epoch++) {
  optimizer.zero_grad();
  const [recon, mu, logvar] = model(data);
  const loss = loss_function(recon, data, mu, logvar);
  loss.backward();
  optimizer.step();
  console.log(`${epoch} ${(loss.item() / data.length).toFixed(4)}`);
}
