# classifying names with a character-level RNN, and generating with it (PyTorch's tutorials)
import string
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(10)
all_letters = string.ascii_lowercase + " .'"
n_letters = len(all_letters)
categories = {'English': ['smith', 'jones', "o'neil"], 'Italian': ['rossi', 'bianchi', 'conti'], 'Greek': ['kalas', 'doukas']}
names = list(categories)

def letter_to_index(letter):
    return all_letters.find(letter)

def line_to_tensor(line):
    tensor = torch.zeros(len(line), 1, n_letters)
    for li, letter in enumerate(line):
        tensor[li][0][letter_to_index(letter)] = 1
    return tensor

print(line_to_tensor('ab').size(), line_to_tensor('ab')[1].nonzero())

class RNN(nn.Module):
    def __init__(self, input_size, hidden_size, output_size):
        super(RNN, self).__init__()
        self.hidden_size = hidden_size
        self.i2h = nn.Linear(input_size, hidden_size)
        self.h2h = nn.Linear(hidden_size, hidden_size)
        self.h2o = nn.Linear(hidden_size, output_size)
        self.softmax = nn.LogSoftmax(dim=1)
    def forward(self, input, hidden):
        hidden = F.tanh(self.i2h(input) + self.h2h(hidden))
        output = self.h2o(hidden)
        output = self.softmax(output)
        return output, hidden
    def init_hidden(self):
        return torch.zeros(1, self.hidden_size)

rnn = RNN(n_letters, 12, len(names))
criterion = nn.NLLLoss()
learning_rate = 0.05

def category_from_output(output):
    top_n, top_i = output.topk(1)
    i = top_i[0].item()
    return names[i], i

def train(category_tensor, line_tensor):
    hidden = rnn.init_hidden()
    rnn.zero_grad()
    for i in range(line_tensor.size()[0]):
        output, hidden = rnn(line_tensor[i], hidden)
    loss = criterion(output, category_tensor)
    loss.backward()
    for p in rnn.parameters():
        p.data.add_(p.grad.data, alpha=-learning_rate)
    return output, loss.item()

confusion = torch.zeros(len(names), len(names))
for epoch in range(3):
    current = 0
    for c, lines in categories.items():
        for line in lines:
            out, loss = train(torch.tensor([names.index(c)], dtype=torch.long), line_to_tensor(line))
            guess, guess_i = category_from_output(out)
            confusion[names.index(c)][guess_i] += 1
            current += loss
    print('%d %.4f %s / %s %s' % (epoch, current / 8, line, guess, '✓' if guess == c else '✗ (%s)' % c))
for i in range(len(names)):
    confusion[i] = confusion[i] / confusion[i].sum()
print(confusion)
with torch.no_grad():
    hidden = rnn.init_hidden()
    for i in range(5):
        output, hidden = rnn(line_to_tensor('rossi')[i], hidden)
    topv, topi = output.topk(2, 1, True)
    for i in range(2):
        print('(%.2f) %s' % (topv[0][i].exp().item(), names[topi[0][i].item()]))
gru = nn.GRU(n_letters, 6, num_layers=2, dropout=0.1, bidirectional=True)
gru.eval()
o, h = gru(line_to_tensor('conti'))
print(o.shape, h.shape, o[-1, 0, :6].equal(h[-2, 0]), o[0, 0, 6:].equal(h[-1, 0]))
for name, param in gru.named_parameters():
    if 'weight_ih' in name:
        print(name, tuple(param.shape), '%.4f' % param.std().item())
