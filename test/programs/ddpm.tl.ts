import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(43);
const T = 20;
const betas = torch.linspace(1e-4, 0.02, T);
const alphas = 1.0 - betas;
const alphas_bar = torch.cumprod(alphas, { dim: 0 });

class Net extends nn.Module {
  time = new nn.Embedding(T, 8);
  net = new nn.Sequential(new nn.Linear(10, 32), new nn.SiLU(), new nn.Linear(32, 2));

  forward(x: Tensor, t: Tensor) {
    return this.net(torch.cat([x, this.time(t)], { dim: -1 }));
  }
}

function q_sample(x0: Tensor, t: Tensor, noise: Tensor) {
  const a = alphas_bar[t][':', null];
  return a.sqrt() * x0 + (1 - a).sqrt() * noise;
}

const model = new Net();
const opt = new torch.optim.AdamW(model.parameters(), { lr: 1e-2 });
const x0 = torch.randn(32, 2) * 0.2 + torch.tensor([1.0, -1.0]);
for (let step = 0; step < 5; step++) {
  const t = torch.randint(0, T, [32]);
  const noise = torch.randn_like(x0);
  const loss = F.mse_loss(model(q_sample(x0, t, noise), t), noise);
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(step, loss.item().toFixed(5));
}
torch.no_grad(() => {
  let x = torch.randn(3, 2);
  for (let i = T - 1; i >= 0; i--) {
    const t = torch.full([3], i, { dtype: torch.long });
    const eps = model(x, t);
    x = (x - (betas[i] / (1 - alphas_bar[i]).sqrt()) * eps) / alphas[i].sqrt();
    if (i > 0) x += betas[i].sqrt() * torch.randn_like(x);
  }
  console.log(x);
});
