import torch
from torch import nn

seen = []

def pack(x):
    seen.append(tuple(x.shape))
    return x.detach().half()

def unpack(x):
    return x.float()

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x):
        with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
            return self.fc(x).relu()

torch.manual_seed(0)
net = Net()
net.register_load_state_dict_post_hook(lambda module, keys: keys.unexpected_keys.clear())
x = torch.randn(4, 3, requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t):
    y = net(x)
with torch.autograd.graph.save_on_cpu(pin_memory=True):
    z = (y * y).sum()
z.backward()
print(seen, x.grad)
values, indices = torch.empty(0), torch.empty(0, dtype=torch.int64)
torch.max(x.detach(), 1, out=(values, indices))
print(values, indices)
torch.sort(x.detach(), dim=0, out=[values.resize_(0), indices.resize_(0)])
print(indices)
print(net.load_state_dict({**net.state_dict(), 'extra': torch.zeros(1)}))
