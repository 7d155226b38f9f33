import io
import copy
import numpy as np
import torch
import torch.nn as nn

torch.manual_seed(0)
np.random.seed(0)

class TheModelClass(nn.Module):
    def __init__(self):
        super(TheModelClass, self).__init__()
        self.fc1 = nn.Linear(8, 16)
        self.bn = nn.BatchNorm1d(16)
        self.fc2 = nn.Linear(16, 2)

    def forward(self, x):
        return self.fc2(torch.relu(self.bn(self.fc1(x))))

model = TheModelClass()
optimizer = torch.optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
print("Model's state_dict:")
for param_tensor in model.state_dict():
    print(param_tensor, "\t", model.state_dict()[param_tensor].size())
print("Optimizer's state_dict:")
for var_name in optimizer.state_dict():
    print(var_name, "\t", optimizer.state_dict()[var_name])

X = torch.tensor(np.random.uniform(-1, 1, (32, 8)).astype('float32'))
y = torch.tensor(np.random.choice([0, 1], size=32))

def run(model, optimizer, n):
    for _ in range(n):
        loss = nn.functional.cross_entropy(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()

run(model, optimizer, 3)
checkpoint = {
    'epoch': 3,
    'model_state_dict': copy.deepcopy(model.state_dict()),
    'optimizer_state_dict': copy.deepcopy(optimizer.state_dict()),
}
a = run(model, optimizer, 3)
model2 = TheModelClass()
opt2 = torch.optim.SGD(model2.parameters(), lr=0.1)
model2.load_state_dict(checkpoint['model_state_dict'])
opt2.load_state_dict(checkpoint['optimizer_state_dict'])
b = run(model2, opt2, 3)
print('resumed from epoch', checkpoint['epoch'], 'same:', a == b, round(a, 5))
params = {k: v.numpy() for k, v in model2.state_dict().items()}
total = sum(int(np.prod(v.shape)) for v in params.values())
print('total', total, 'mean |w|', {k: float(np.round(np.abs(v).mean(), 4)) for k, v in params.items() if 'weight' in k})
