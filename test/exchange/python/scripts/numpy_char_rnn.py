"""Character-level RNN (min-char-rnn style) in PyTorch."""
import numpy as np
import torch
import torch.nn as nn

text = "hello world, hello pytorch. hello rnn world! " * 4
chars = sorted(list(set(text)))
data_size, vocab_size = len(text), len(chars)
print('data has %d characters, %d unique.' % (data_size, vocab_size))
char_to_ix = {ch: i for i, ch in enumerate(chars)}
ix_to_char = {i: ch for i, ch in enumerate(chars)}

def one_hot(seq, vocab):
    out = np.zeros((len(seq), vocab), dtype=np.float32)
    out[np.arange(len(seq)), seq] = 1
    return out

class CharRNN(nn.Module):
    def __init__(self, vocab, hidden):
        super().__init__()
        self.hidden = hidden
        self.rnn = nn.RNN(vocab, hidden, batch_first=True)
        self.fc = nn.Linear(hidden, vocab)

    def forward(self, x, h=None):
        out, h = self.rnn(x, h)
        return self.fc(out), h

torch.manual_seed(3)
np.random.seed(3)
model = CharRNN(vocab_size, 32)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
loss_fn = nn.CrossEntropyLoss()
seq_length = 20
smooth_loss = -np.log(1.0 / vocab_size) * seq_length
p = 0
encoded = np.array([char_to_ix[c] for c in text])
for it in range(120):
    if p + seq_length + 1 >= len(encoded):
        p = 0
    inputs = encoded[p:p + seq_length]
    targets = encoded[p + 1:p + seq_length + 1]
    x = torch.from_numpy(one_hot(inputs, vocab_size)).unsqueeze(0)
    y = torch.tensor(targets).long()
    logits, _ = model(x)
    loss = loss_fn(logits.squeeze(0), y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 5)
    optimizer.step()
    smooth_loss = smooth_loss * 0.9 + loss.item() * seq_length * 0.1
    if it % 30 == 0:
        print(f'iter {it}, loss: {smooth_loss:.3f}')
    p += seq_length

def sample(model, seed_char, n):
    model.eval()
    h = None
    ix = char_to_ix[seed_char]
    res = [seed_char]
    with torch.no_grad():
        for _ in range(n):
            x = torch.from_numpy(one_hot([ix], vocab_size)).unsqueeze(0)
            logits, h = model(x, h)
            probs = torch.softmax(logits[0, -1], dim=0).numpy()
            probs = probs.astype(np.float64)
            probs /= probs.sum()
            ix = np.random.choice(range(vocab_size), p=probs)
            res.append(ix_to_char[ix])
    return ''.join(res)

print(sample(model, 'h', 40))
