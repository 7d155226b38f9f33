import * as torch from 'tensor-lens';
const { nn } = torch;
const { DataLoader, TensorDataset } = torch.utils.data;

torch.manual_seed(9);

class Autoencoder extends nn.Module {
  encoder = new nn.Sequential(new nn.Linear(12, 8), new nn.ReLU(true), new nn.Linear(8, 3));
  decoder = new nn.Sequential(new nn.Linear(3, 8), new nn.ReLU(true), new nn.Linear(8, 12), new nn.Tanh());

  forward(x: torch.Tensor) {
    return this.decoder(this.encoder(x));
  }
}

const device = torch.device(torch.cuda.is_available() ? 'cuda' : 'cpu');
const model = new Autoencoder().to(device);
const loader = new DataLoader(new TensorDataset(torch.rand(20, 12) * 2 - 1), { batch_size: 8, shuffle: true });
const criterion = new nn.MSELoss();
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 1e-2, weight_decay: 1e-5 });
for (let epoch = 0; epoch < 3; epoch++) {
  let running = 0.0;
  for (const [batch] of loader) {
    const x = batch!.to(device);
    const loss = criterion(model(x + 0.1 * torch.randn_like(x)), x);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    running += loss.item() * x.size(0);
  }
  console.log(`epoch [${epoch + 1}/3], loss: ${(running / 20).toFixed(4)}`);
}
torch.manual_seed(0);
console.log(model.encoder(torch.zeros(1, 12)));
console.log(model);
