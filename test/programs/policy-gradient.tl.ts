import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(543);
const policy = new nn.Sequential(new nn.Linear(4, 16), new nn.ReLU(), new nn.Dropout({ p: 0.2 }), new nn.Linear(16, 2));
const optimizer = new torch.optim.RMSprop(policy.parameters(), { lr: 1e-2 });
const gamma = 0.9;
for (let episode = 0; episode < 3; episode++) {
  let state = torch.zeros(4);
  const log_probs: torch.Tensor[] = [];
  const rewards: number[] = [];
  for (let t = 0; t < 6; t++) {
    const probs = F.softmax(policy(state.unsqueeze(0)), { dim: 1 });
    const action = torch.multinomial(probs, 1).item();
    log_probs.push(torch.log(probs[0, action]));
    state = state * 0.5 + torch.randn(4) * 0.1 + (action - 0.5);
    rewards.push(state[0] > 0 ? 1.0 : -1.0);
  }
  let R = 0.0;
  const discounted: number[] = [];
  for (const r of [...rewards].reverse()) {
    R = r + gamma * R;
    discounted.unshift(R);
  }
  let returns = torch.tensor(discounted);
  returns = (returns - returns.mean()) / (returns.std() + 1e-8);
  const loss = torch.stack(log_probs.map((lp, i) => -lp * returns[i])).sum();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  const total = rewards.reduce((a, b) => a + b, 0);
  console.log(`episode ${episode}: loss ${loss.item().toFixed(4)} reward ${total.toFixed(0)}`);
}
