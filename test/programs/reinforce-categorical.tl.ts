import * as torch from 'tensor-lens';
const { nn } = torch;
const { Categorical, Normal, TransformedDistribution } = torch.distributions;
const { TanhTransform } = torch.distributions.transforms;

torch.manual_seed(1);

// A corridor: action 1 goes right, 0 left; the goal is at its right end.
function rollout(policy: torch.nn.Sequential, steps = 12) {
  let position = 2;
  const log_probs: torch.Tensor[] = [];
  const rewards: number[] = [];
  const entropies: torch.Tensor[] = [];
  for (let step = 0; step < steps; step++) {
    const state = nn.functional.one_hot(torch.tensor(position), 6).to(torch.float32);
    const choice = new Categorical({ logits: policy(state) });
    const action = choice.sample();
    log_probs.push(choice.log_prob(action));
    entropies.push(choice.entropy());
    position = Math.max(0, Math.min(5, position + (action.item() === 1 ? 1 : -1)));
    rewards.push(position === 5 ? 1.0 : -0.1);
    if (position === 5) break;
  }
  return { log_probs: torch.stack(log_probs), rewards, entropies: torch.stack(entropies) };
}

const policy = new nn.Sequential(new nn.Linear(6, 16), new nn.ReLU(), new nn.Linear(16, 2));
const optimizer = new torch.optim.Adam(policy.parameters(), { lr: 0.05 });
for (let episode = 0; episode < 12; episode++) {
  const { log_probs, rewards, entropies } = rollout(policy);
  const returns: number[] = [];
  let total = 0.0;
  for (const reward of [...rewards].reverse()) {
    total = reward + 0.9 * total;
    returns.unshift(total);
  }
  const loss = -(log_probs * torch.tensor(returns)).sum() - 0.01 * entropies.sum();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  console.log(`episode ${episode}: ${rewards.length} steps, return ${total.toFixed(3)}, loss ${loss.item().toFixed(4)}`);
}

// A squashed Gaussian, as soft actor-critic has it.
const loc = torch.tensor([0.2, -0.4], { requires_grad: true });
const squashed = new TransformedDistribution(new Normal(loc, torch.tensor([0.5, 0.8])), [new TanhTransform({ cache_size: 1 })]);
const action = squashed.rsample();
const log_prob = squashed.log_prob(action).sum();
log_prob.backward();
console.log(action);
console.log(log_prob);
console.log(loc.grad);
console.log(`${squashed.support}`);
