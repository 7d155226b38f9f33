import torch
from torch.utils.data import default_collate
samples = [{'x': 1.0, 'y': 2}, {'x': 2.0, 'y': 3}]
b = default_collate(samples)
print(b)
print(default_collate([{'a': 3.0}, {'a': 4.0}]))
print(default_collate([(1.0, 2), (3.0, 4)]))
print(default_collate([1.0, 2.0]), default_collate([1, 2]))
rows = []
for i in range(2):
    rows.append({'x': float(i), 'n': i})
print(default_collate(rows))
