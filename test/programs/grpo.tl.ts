// GRPO on a toy language model: the reward counts a wanted token
import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
import { copy, print } from 'tensor-lens/python';

const { nn } = torch;
const F = nn.functional;

torch.manual_seed(42);
const [V, D, T, G] = [8, 16, 6, 4];

class TinyLM extends nn.Module {
  tok = new nn.Embedding(V, D);
  pos = new nn.Embedding(T + 2, D);
  block = new nn.TransformerEncoderLayer(D, { nhead: 2, dim_feedforward: 32, dropout: 0.0, batch_first: true, norm_first: true });
  head = new nn.Linear(D, V);
  forward(idx: Tensor) {
    const [B, L] = idx.shape;
    let h = this.tok(idx) + this.pos(torch.arange(L, { device: idx.device }));
    const mask = nn.Transformer.generate_square_subsequent_mask(L);
    h = this.block(h, { src_mask: mask, is_causal: true });
    return this.head(h);
  }
}

function generate(model: TinyLM, prompt: Tensor, n: number) {
  return torch.no_grad(() => {
    let seq = prompt;
    for (let i = 0; i < n; i++) {
      const logits = model(seq)[':', -1, ':'];
      const probs = torch.softmax(logits / 1.0, { dim: -1 });
      const nxt = torch.multinomial(probs, { num_samples: 1 });
      seq = torch.cat([seq, nxt], { dim: 1 });
    }
    return seq;
  });
}

function per_token_logps(model: TinyLM, seq: Tensor, n: number) {
  const logits = model(seq[':', ':-1']);
  const logp = F.log_softmax(logits, { dim: -1 });
  return torch.gather(logp, -1, seq[':', '1:'].unsqueeze(-1)).squeeze(-1)[':', `-${n}:`];
}

const policy = new TinyLM();
const ref = copy.deepcopy(policy).eval().requires_grad_(false);
const opt = new torch.optim.AdamW(policy.parameters(), { lr: 1e-2, weight_decay: 0.0 });
const [beta, eps] = [0.04, 0.2];
const prompts = torch.tensor([
  [1, 2],
  [3, 4],
]);
let seqs!: Tensor, adv!: Tensor;
for (let step = 0; step < 4; step++) {
  seqs = generate(policy, prompts.repeat_interleave(G, { dim: 0 }), T);
  const rewards = (seqs[':', '2:'] == 5).float().sum(-1);
  const grouped = rewards.view(-1, G);
  adv = ((grouped - grouped.mean(1, { keepdim: true })) / (grouped.std(1, { keepdim: true }) + 1e-4)).view(-1);
  const [old, ref_lp] = torch.no_grad(() => [per_token_logps(policy, seqs, T), per_token_logps(ref, seqs, T)]);
  let loss!: Tensor, kl!: Tensor;
  for (let i = 0; i < 2; i++) {
    const new_ = per_token_logps(policy, seqs, T);
    const ratio = torch.exp(new_ - old);
    const clipped = torch.clamp(ratio, 1 - eps, 1 + eps);
    kl = torch.exp(ref_lp - new_) - (ref_lp - new_) - 1;
    const per_token = -torch.min(ratio * adv[':', null], clipped * adv[':', null]) + beta * kl;
    loss = per_token.mean();
    opt.zero_grad();
    loss.backward();
    torch.nn.utils.clip_grad_norm_(policy.parameters(), 1.0);
    opt.step();
  }
  const sign = loss.item() < 0 ? '' : '+';
  print(`step ${step} reward ${rewards.mean().item().toFixed(3)} loss ${sign}${loss.item().toFixed(5)} kl ${kl.mean().item().toFixed(5)}`);
}
print(seqs[0].tolist(), adv);
print(policy.parameters().reduce((n, p) => n + p.numel(), 0));
print(policy.block.self_attn);
