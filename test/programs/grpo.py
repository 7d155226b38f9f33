# GRPO on a toy language model: the reward counts a wanted token
import copy
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(42)
V, D, T, G = 8, 16, 6, 4

class TinyLM(nn.Module):
    def __init__(self):
        super().__init__()
        self.tok = nn.Embedding(V, D)
        self.pos = nn.Embedding(T + 2, D)
        self.block = nn.TransformerEncoderLayer(D, nhead=2, dim_feedforward=32, dropout=0.0, batch_first=True, norm_first=True)
        self.head = nn.Linear(D, V)
    def forward(self, idx):
        B, L = idx.shape
        h = self.tok(idx) + self.pos(torch.arange(L, device=idx.device))
        mask = nn.Transformer.generate_square_subsequent_mask(L)
        h = self.block(h, src_mask=mask, is_causal=True)
        return self.head(h)

@torch.no_grad()
def generate(model, prompt, n):
    seq = prompt
    for _ in range(n):
        logits = model(seq)[:, -1, :]
        probs = torch.softmax(logits / 1.0, dim=-1)
        nxt = torch.multinomial(probs, num_samples=1)
        seq = torch.cat([seq, nxt], dim=1)
    return seq

def per_token_logps(model, seq, n):
    logits = model(seq[:, :-1])
    logp = F.log_softmax(logits, dim=-1)
    return torch.gather(logp, -1, seq[:, 1:].unsqueeze(-1)).squeeze(-1)[:, -n:]

policy = TinyLM()
ref = copy.deepcopy(policy).eval().requires_grad_(False)
opt = torch.optim.AdamW(policy.parameters(), lr=1e-2, weight_decay=0.0)
beta, eps = 0.04, 0.2
prompts = torch.tensor([[1, 2], [3, 4]])
for step in range(4):
    seqs = generate(policy, prompts.repeat_interleave(G, dim=0), T)
    rewards = (seqs[:, 2:] == 5).float().sum(-1)
    grouped = rewards.view(-1, G)
    adv = ((grouped - grouped.mean(1, keepdim=True)) / (grouped.std(1, keepdim=True) + 1e-4)).view(-1)
    with torch.no_grad():
        old = per_token_logps(policy, seqs, T)
        ref_lp = per_token_logps(ref, seqs, T)
    for _ in range(2):
        new = per_token_logps(policy, seqs, T)
        ratio = torch.exp(new - old)
        clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
        kl = torch.exp(ref_lp - new) - (ref_lp - new) - 1
        per_token = -torch.min(ratio * adv[:, None], clipped * adv[:, None]) + beta * kl
        loss = per_token.mean()
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(policy.parameters(), 1.0)
        opt.step()
    print(f"step {step} reward {rewards.mean().item():.3f} loss {loss.item():+.5f} kl {kl.mean().item():.5f}")
print(seqs[0].tolist(), adv)
print(sum(p.numel() for p in policy.parameters()))
print(policy.block.self_attn)
