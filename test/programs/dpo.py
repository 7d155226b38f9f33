# Preference learning on a tiny language model: DPO against a frozen copy, then GRPO with a clipped ratio and a KL term.
import copy
import torch
import torch.nn as nn
import torch.nn.functional as F


class TinyLM(nn.Module):
    def __init__(self, vocab=8, dim=12):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.GRU(dim, dim, num_layers=1, batch_first=True)
        self.head = nn.Linear(dim, vocab)

    def forward(self, ids):
        h, _ = self.rnn(self.emb(ids))
        return self.head(h)


def sequence_logprobs(model, ids, mask):
    logits = model(ids[:, :-1])
    logp = torch.gather(logits.log_softmax(-1), dim=2, index=ids[:, 1:].unsqueeze(2)).squeeze(2)
    return (logp * mask[:, 1:]).sum(-1), logp


def dpo_loss(pc, pr, rc, rr, beta=0.1, label_smoothing=0.0):
    logits = (pc - pr) - (rc - rr)
    losses = -F.logsigmoid(beta * logits) * (1 - label_smoothing) - F.logsigmoid(-beta * logits) * label_smoothing
    chosen = beta * (pc - rc).detach()
    rejected = beta * (pr - rr).detach()
    return losses.mean(), chosen, rejected


torch.manual_seed(7)
policy = TinyLM()
reference = copy.deepcopy(policy).eval()
for p in reference.parameters():
    p.requires_grad_(False)
chosen = torch.randint(0, 8, (4, 6))
rejected = torch.randint(0, 8, (4, 6))
lengths = torch.tensor([6, 5, 4, 6])
mask = (torch.arange(6)[None] < lengths[:, None]).float()
opt = torch.optim.RMSprop(policy.parameters(), lr=5e-3)
warm = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda step: min(1.0, (step + 1) / 3))
for step in range(5):
    pc, _ = sequence_logprobs(policy, chosen, mask)
    pr, _ = sequence_logprobs(policy, rejected, mask)
    with torch.no_grad():
        rc, _ = sequence_logprobs(reference, chosen, mask)
        rr, _ = sequence_logprobs(reference, rejected, mask)
    loss, cr, rj = dpo_loss(pc, pr, rc, rr, beta=0.5, label_smoothing=0.1)
    opt.zero_grad()
    loss.backward()
    nn.utils.clip_grad_value_(policy.parameters(), 0.5)
    opt.step()
    warm.step()
    margin = (cr - rj).mean()
    print(f"dpo {step}: loss {loss.item():.4f} margin {margin.item():.4f} acc {(cr > rj).float().mean():.2f} lr {warm.get_last_lr()}")


@torch.no_grad()
def generate(model, prompt, n):
    ids = prompt
    for _ in range(n):
        probs = F.softmax(model(ids)[:, -1, :], dim=-1)
        ids = torch.cat([ids, torch.multinomial(probs, 1)], dim=1)
    return ids


opt = torch.optim.AdamW(policy.parameters(), lr=1e-2)
G = 4
for it in range(3):
    prompt = torch.tensor([[1, 2], [3, 4]]).repeat_interleave(G, dim=0)
    ids = generate(policy, prompt, 4)
    rewards = (ids[:, 2:] % 2 == 0).float().mean(1)
    groups = rewards.view(-1, G)
    adv = ((groups - groups.mean(1, keepdim=True)) / (groups.std(1, keepdim=True) + 1e-4)).view(-1)
    with torch.no_grad():
        _, old = sequence_logprobs(policy, ids, torch.ones_like(ids))
        _, ref = sequence_logprobs(reference, ids, torch.ones_like(ids))
    m = torch.zeros_like(old)
    m[:, 1:] = 1
    for inner in range(2):
        _, new = sequence_logprobs(policy, ids, torch.ones_like(ids))
        ratio = torch.exp(new - old)
        surrogate = torch.min(ratio * adv[:, None], ratio.clamp(0.8, 1.2) * adv[:, None])
        kl = torch.exp(ref - new) - (ref - new) - 1
        loss = -((surrogate - 0.04 * kl) * m).sum() / m.sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
    print(f"grpo {it}: reward {rewards.mean():.4f} loss {loss:.5f} kl {(kl * m).sum() / m.sum():.5f}")
print(policy.head.bias)
print(ids[0], all(torch.equal(a, b) for a, b in zip(reference.state_dict().values(), policy.state_dict().values())))
