// Preference learning on a tiny language model: DPO against a frozen copy, then GRPO with a clipped ratio and a KL term.
import * as torch from 'tensor-lens';
import { fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

class TinyLM extends nn.Module {
  emb;
  rnn;
  head;
  constructor(vocab = 8, dim = 12) {
    super();
    this.emb = new nn.Embedding(vocab, dim);
    this.rnn = new nn.GRU(dim, dim, { num_layers: 1, batch_first: true });
    this.head = new nn.Linear(dim, vocab);
  }
  forward(ids: Tensor) {
    const [h] = this.rnn(this.emb(ids));
    return this.head(h);
  }
}

function sequence_logprobs(model: TinyLM, ids: Tensor, mask: Tensor) {
  const logits = model(ids[':', ':-1']);
  const logp = torch.gather(logits.log_softmax(-1), { dim: 2, index: ids[':', '1:'].unsqueeze(2) }).squeeze(2);
  return [(logp * mask[':', '1:']).sum(-1), logp];
}

function dpo_loss(pc: Tensor, pr: Tensor, rc: Tensor, rr: Tensor, { beta = 0.1, label_smoothing = 0.0 } = {}) {
  const logits = pc - pr - (rc - rr);
  const losses = -F.logsigmoid(beta * logits) * (1 - label_smoothing) - F.logsigmoid(-beta * logits) * label_smoothing;
  const chosen = beta * (pc - rc).detach();
  const rejected = beta * (pr - rr).detach();
  return [losses.mean(), chosen, rejected] as const;
}

torch.manual_seed(7);
const policy = new TinyLM();
const reference = torch.copy.deepcopy(policy).eval();
for (const p of reference.parameters()) p.requires_grad_(false);
const chosen = torch.randint(0, 8, [4, 6]);
const rejected = torch.randint(0, 8, [4, 6]);
const lengths = torch.tensor([6, 5, 4, 6]);
const mask = (torch.arange(6)[null] < lengths[':', null]).float();
let opt: torch.optim.Optimizer = new torch.optim.RMSprop(policy.parameters(), { lr: 5e-3 });
const warm = new torch.optim.lr_scheduler.LambdaLR(opt, { lr_lambda: (step) => Math.min(1.0, (step + 1) / 3) });
for (let step = 0; step < 5; step++) {
  const [pc] = sequence_logprobs(policy, chosen, mask);
  const [pr] = sequence_logprobs(policy, rejected, mask);
  const [rc, rr] = torch.no_grad(() => [sequence_logprobs(reference, chosen, mask)[0], sequence_logprobs(reference, rejected, mask)[0]]);
  const [loss, cr, rj] = dpo_loss(pc, pr, rc, rr, { beta: 0.5, label_smoothing: 0.1 });
  opt.zero_grad();
  loss.backward();
  nn.utils.clip_grad_value_(policy.parameters(), 0.5);
  opt.step();
  warm.step();
  const margin = (cr - rj).mean();
  print(`dpo ${step}: loss ${loss.item().toFixed(4)} margin ${margin.item().toFixed(4)} acc ${(cr > rj).float().mean().item().toFixed(2)} lr [${warm.get_last_lr()}]`);
}

function generate(model: TinyLM, prompt: Tensor, n: number) {
  return torch.no_grad(() => {
    let ids = prompt;
    for (let i = 0; i < n; i++) {
      const probs = F.softmax(model(ids)[':', -1, ':'], { dim: -1 });
      ids = torch.cat([ids, torch.multinomial(probs, 1)], { dim: 1 });
    }
    return ids;
  });
}

opt = new torch.optim.AdamW(policy.parameters(), { lr: 1e-2 });
const G = 4;
let ids!: Tensor;
for (let it = 0; it < 3; it++) {
  const prompt = torch.tensor([[1, 2], [3, 4]]).repeat_interleave(G, { dim: 0 });
  ids = generate(policy, prompt, 4);
  const rewards = (ids[':', '2:'] % 2 == 0).float().mean(1);
  const groups = rewards.view(-1, G);
  const adv = ((groups - groups.mean(1, { keepdim: true })) / (groups.std(1, { keepdim: true }) + 1e-4)).view(-1);
  const [old, ref] = torch.no_grad(() => [sequence_logprobs(policy, ids, torch.ones_like(ids))[1], sequence_logprobs(reference, ids, torch.ones_like(ids))[1]]);
  const m = torch.zeros_like(old);
  m[':', '1:'] = 1;
  let loss!: Tensor;
  let kl!: Tensor;
  for (let inner = 0; inner < 2; inner++) {
    const [, now] = sequence_logprobs(policy, ids, torch.ones_like(ids));
    const ratio = torch.exp(now - old);
    const surrogate = torch.min(ratio * adv[':', null], ratio.clamp(0.8, 1.2) * adv[':', null]);
    kl = torch.exp(ref - now) - (ref - now) - 1;
    loss = -((surrogate - 0.04 * kl) * m).sum() / m.sum();
    opt.zero_grad();
    loss.backward();
    opt.step();
  }
  print(`grpo ${it}: reward ${fmt(rewards.mean().item(), '.4f')} loss ${loss.item().toFixed(5)} kl ${((kl * m).sum() / m.sum()).item().toFixed(5)}`);
}
print(policy.head.bias);
const [ours, theirs] = [Object.values(policy.state_dict()), Object.values(reference.state_dict())];
print(ids[0], theirs.every((a, i) => torch.equal(a, ours[i])));
