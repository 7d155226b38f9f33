import torch
import torch.nn as nn

# Settings that are whole floats are shown as floats, those that are ints as ints.
print(nn.Dropout(0.0), nn.Dropout(p=1.0), nn.Dropout(0), nn.Dropout2d(0.5), nn.LeakyReLU(0.0), nn.LeakyReLU(1))
print(nn.ELU(2.0), nn.Threshold(0.0, 1.0), nn.Hardtanh(0.0, 6.0), nn.Hardtanh(0, 6), nn.BatchNorm1d(2, momentum=1.0), nn.LayerNorm(2, eps=1.0))


class Net(nn.Module):
    def __init__(self, width, dropout=0.0):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(2, width), nn.LeakyReLU(negative_slope=1.0), nn.Dropout(dropout))
        self.rnn = nn.LSTM(2, 3, num_layers=2, dropout=dropout)


print(Net(3))
print(f'{Net(3, 1.0)}')


class Plain(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, steps=3):
        defaults = dict(lr=lr, momentum=momentum, weight_decay=weight_decay, steps=steps)
        super().__init__(params, defaults)


w = nn.Parameter(torch.ones(2))
print(Plain([w], lr=1.0))
print(torch.optim.SGD([w], lr=1.0, momentum=0.0))
print(torch.optim.Adam([w], 2.0))
