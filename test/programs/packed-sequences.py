import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence, pack_sequence, unpad_sequence

torch.manual_seed(3)
vocab = {'<pad>': 0}
sents = ['long_str', 'tiny', 'medium']
for s in sents:
    for c in s:
        vocab.setdefault(c, len(vocab))
vectorized = [torch.tensor([vocab[c] for c in s]) for s in sents]
print(vectorized)
lengths = torch.tensor([len(v) for v in vectorized])
batch = pad_sequence(vectorized, batch_first=True)
print(batch, lengths)

class Tagger(nn.Module):
    def __init__(self, n, d=4, h=5):
        super().__init__()
        self.embed = nn.Embedding(n, d, padding_idx=0)
        self.lstm = nn.LSTM(d, h, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(2 * h, 2)
    def forward(self, x, lengths):
        e = self.embed(x)
        packed = pack_padded_sequence(e, lengths, batch_first=True, enforce_sorted=False)
        out, (h, c) = self.lstm(packed)
        print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices)
        out, out_len = pad_packed_sequence(out, batch_first=True)
        mask = torch.arange(out.size(1))[None, :] < out_len[:, None]
        mean = (out * mask.unsqueeze(-1)).sum(1) / out_len.unsqueeze(-1)
        last = torch.cat([h[-2], h[-1]], dim=-1)
        idx = (out_len - 1).view(-1, 1, 1).expand(-1, 1, out.size(2))
        gathered = out.gather(1, idx).squeeze(1)
        print(torch.allclose(gathered[:, :5], h[-2]), mask)
        return self.fc(mean + last)

m = Tagger(len(vocab))
print(m)
opt = torch.optim.Adam(m.parameters(), lr=1e-2)
y = torch.tensor([0, 1, 1])
for i in range(2):
    logits = m(batch, lengths)
    loss = nn.functional.cross_entropy(logits, y, label_smoothing=0.1)
    opt.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(m.parameters(), 0.25)
    opt.step()
    print(f'{loss:.4f} {norm:.4f}')
print(m.embed.weight[0], m.embed.weight.grad[0])
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5]), torch.tensor([6])]))
print(unpad_sequence(batch, lengths, batch_first=True))
try:
    pack_padded_sequence(batch, lengths, batch_first=True)
except RuntimeError as e:
    print(e)
gru = nn.GRU(3, 2, num_layers=2, dropout=0.0)
o, hn = gru(pack_sequence([torch.randn(4, 3), torch.randn(2, 3)]))
print(o.data.shape, hn)
print(nn.utils.rnn.pad_packed_sequence(o, padding_value=-1.0, total_length=5)[0][:, 1])
