import * as torch from 'tensor-lens';
import { percent, print } from 'tensor-lens/python';

// Sliced score matching: the score of a mixture by forward-over-reverse derivatives, then Langevin samples.
const { nn } = torch;
const { jvp } = torch.func;
const D = torch.distributions;

torch.manual_seed(11);
const data = new D.MixtureSameFamily(new D.Categorical(torch.tensor([0.3, 0.7])), new D.Normal(torch.tensor([-2.0, 1.5]), torch.tensor([0.5, 0.8])));
const net = new nn.Sequential(new nn.Linear(1, 16), new nn.Softplus(), new nn.Linear(16, 16), new nn.Softplus(), new nn.Linear(16, 1));
const optimizer = new torch.optim.Adam(net.parameters(), { lr: 5e-3 });
const scheduler = new torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, { T_max: 40 });
for (let step = 0; step < 40; step++) {
  const x = data.sample([64]).unsqueeze(1);
  const v = torch.randn_like(x);
  const [s, sv] = jvp(net, [x], [v]);
  const loss = (0.5 * (s * v).sum(1) ** 2 + (v * sv).sum(1)).mean();
  optimizer.zero_grad();
  loss.backward();
  nn.utils.clip_grad_value_(net.parameters(), 0.5);
  optimizer.step();
  scheduler.step();
  if (step % 10 === 0) {
    console.log(percent('step %d loss %.5f lr %.5f', [step, loss.item(), scheduler.get_last_lr()[0]]));
  }
}
const grid = torch.tensor([[-2.0], [0.0], [1.5]]);
const true_ = torch.autograd.grad(data.log_prob(grid.requires_grad_()).sum(), grid)[0];
print(true_.squeeze());
torch.no_grad(() => {
  let z = torch.randn(200, 1);
  for (let _ = 0; _ < 20; _++) {
    z = z + 0.05 * net(z) + 0.1 ** 0.5 * torch.randn_like(z);
  }
  console.log(percent('%.4f %.4f', [z.mean(), z.std()]));
});
print(data.mean, data.variance, data.cdf(torch.tensor(0.0, { dtype: torch.float32 })));
