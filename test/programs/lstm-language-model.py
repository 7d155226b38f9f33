import torch
import torch.nn as nn

torch.manual_seed(1111)

class RNNModel(nn.Module):
    def __init__(self, ntoken, ninp, nhid, nlayers):
        super().__init__()
        self.encoder = nn.Embedding(ntoken, ninp)
        self.rnn = nn.LSTM(ninp, nhid, nlayers)
        self.decoder = nn.Linear(nhid, ntoken)
        nn.init.uniform_(self.encoder.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)

    def forward(self, input, hidden):
        output, hidden = self.rnn(self.encoder(input), hidden)
        return self.decoder(output).view(-1, 9).log_softmax(1), hidden

def repackage_hidden(h):
    return tuple(v.detach() for v in h)

model = RNNModel(9, 6, 8, 2)
data = (torch.arange(60) * 7 % 9).view(3, 20).t().contiguous()
hidden = (torch.zeros(2, 3, 8), torch.zeros(2, 3, 8))
lr = 2.0
for i in range(0, 15, 5):
    inputs, targets = data[i:i + 5], data[i + 1:i + 6].reshape(-1)
    model.zero_grad()
    hidden = repackage_hidden(hidden)
    output, hidden = model(inputs, hidden)
    loss = nn.NLLLoss()(output, targets)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 0.25)
    for p in model.parameters():
        p.data.add_(p.grad, alpha=-lr)
    print(f"{loss.item():.4f} {torch.exp(loss).item():.3f}")
print(hidden[0].shape, hidden[1].abs().mean())
