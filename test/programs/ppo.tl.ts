import * as torch from 'tensor-lens';
import { float, fmt, print, range, reversed } from 'tensor-lens/python';

// PPO with clipping on a walk of seven places: actor and critic, generalised advantages, minibatches.
const { nn } = torch;
const { Categorical } = torch.distributions;

class Walk {
  declare n: number;
  declare at: number;
  declare t: number;
  constructor(n = 7) {
    this.n = n;
  }

  reset() {
    [this.at, this.t] = [Math.floor(this.n / 2), 0];
    return this.observe();
  }

  observe() {
    const o = torch.zeros(this.n);
    o[this.at] = 1.0;
    return o;
  }

  step(action: number): [torch.Tensor, number, boolean] {
    this.at += action === 1 ? 1 : -1;
    this.t += 1;
    const done = [0, this.n - 1].includes(this.at) || this.t >= 20;
    const reward = this.at === this.n - 1 ? 1.0 : -0.05;
    return [this.observe(), reward, done];
  }
}

function layer_init(layer: any, std = 2 ** 0.5, bias = 0.0) {
  torch.nn.init.orthogonal_(layer.weight, std);
  torch.nn.init.constant_(layer.bias, bias);
  return layer;
}

class Agent extends nn.Module {
  declare critic: any;
  declare actor: any;
  constructor(n: number) {
    super();
    this.critic = new nn.Sequential(layer_init(new nn.Linear(n, 16)), new nn.Tanh(), layer_init(new nn.Linear(16, 1), 1.0));
    this.actor = new nn.Sequential(layer_init(new nn.Linear(n, 16)), new nn.Tanh(), layer_init(new nn.Linear(16, 2), 0.01));
  }

  get_action_and_value(x: torch.Tensor, action: torch.Tensor | null = null) {
    const probs = new Categorical({ logits: this.actor(x) });
    if (action == null) {
      action = probs.sample();
    }
    return [action, probs.log_prob(action), probs.entropy(), this.critic(x)];
  }
}

torch.manual_seed(3);
const env = new Walk();
const agent = new Agent(env.n);
const optimizer = new torch.optim.Adam(agent.parameters(), { lr: 2.5e-2, eps: 1e-5 });
const [steps, gamma, lam, clip] = [16, 0.99, 0.95, 0.2];
const obs = torch.zeros([steps, env.n]);
const actions = torch.zeros(steps);
const logprobs = torch.zeros(steps);
const rewards = torch.zeros(steps);
const dones = torch.zeros(steps);
const values = torch.zeros(steps);
let [next_obs, next_done] = [env.reset(), torch.tensor(0.0, { dtype: torch.float32 })];
for (let update = 1; update < 3; update++) {
  optimizer.param_groups[0]['lr'] = (1.0 - (update - 1.0) / 2) * 2.5e-2;
  let _!: torch.Tensor;
  for (let step = 0; step < steps; step++) {
    obs[step] = next_obs;
    dones[step] = next_done;
    let action!: torch.Tensor;
    let logprob!: torch.Tensor;
    torch.no_grad(() => {
      let value: torch.Tensor;
      [action, logprob, _, value] = agent.get_action_and_value(next_obs.unsqueeze(0));
      values[step] = value.flatten();
    });
    actions[step] = action;
    logprobs[step] = logprob;
    let reward: number;
    let done: boolean;
    [next_obs, reward, done] = env.step(action.item());
    rewards[step] = torch.tensor(reward, { dtype: torch.float32 }).view(-1);
    next_done = torch.tensor(float(done), { dtype: torch.float32 });
    if (done) {
      next_obs = env.reset();
    }
  }
  let advantages!: torch.Tensor;
  let returns!: torch.Tensor;
  torch.no_grad(() => {
    const next_value = agent.critic(next_obs).reshape(1, -1);
    advantages = torch.zeros_like(rewards);
    let last: any = 0;
    for (const t of reversed(range(steps))) {
      let alive!: torch.Tensor;
      let nv!: any;
      if (t === steps - 1) {
        [alive, nv] = [1.0 - next_done, next_value];
      } else {
        [alive, nv] = [1.0 - dones[t + 1], values[t + 1]];
      }
      const delta = rewards[t] + gamma * nv * alive - values[t];
      const value2 = delta + gamma * lam * alive * last;
      advantages[t] = value2;
      last = value2;
    }
    returns = advantages + values;
  });
  let entropy!: torch.Tensor;
  let pg_loss!: torch.Tensor;
  let v_loss!: torch.Tensor;
  for (let epoch = 0; epoch < 2; epoch++) {
    for (const mb of torch.randperm(steps).split(8)) {
      let newlogprob: torch.Tensor;
      let newvalue: torch.Tensor;
      [_, newlogprob, entropy, newvalue] = agent.get_action_and_value(obs[mb], actions.long()[mb]);
      const ratio = (newlogprob - logprobs[mb]).exp();
      let adv = advantages[mb];
      adv = (adv - adv.mean()) / (adv.std() + 1e-8);
      pg_loss = torch.max(-adv * ratio, -adv * torch.clamp(ratio, 1 - clip, 1 + clip)).mean();
      newvalue = newvalue.view(-1);
      const v_unclipped = (newvalue - returns[mb]) ** 2;
      const v_clipped = values[mb] + torch.clamp(newvalue - values[mb], -clip, clip);
      v_loss = 0.5 * torch.max(v_unclipped, (v_clipped - returns[mb]) ** 2).mean();
      const loss = pg_loss - 0.01 * entropy.mean() + v_loss * 0.5;
      optimizer.zero_grad();
      loss.backward();
      nn.utils.clip_grad_norm_(agent.parameters(), 0.5);
      optimizer.step();
    }
  }
  const var_y = torch.var(returns);
  const explained = 1 - torch.var(returns - values) / var_y;
  console.log(`update ${update}: reward ${fmt(rewards.sum(), '.3f')} pg ${fmt(pg_loss.item(), '.4f')} v ${fmt(v_loss.item(), '.4f')} entropy ${fmt(entropy.mean().item(), '.4f')} explained ${fmt(explained.item(), '.3f')}`);
}
print(agent.actor(torch.eye(env.n)).argmax(1));
