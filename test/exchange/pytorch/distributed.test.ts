import { describe, expect, it } from 'vitest';
import { distributed } from '../../../src/exchange/pytorch/distributed.js';

const SCRIPT = `# m.tl.ts as a PyTorch script, written by Tensor Lens.

import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

x = torch.randn(64, 4)
größe = 16
loader = DataLoader(TensorDataset(x, x.sum(1)), batch_size=größe, shuffle=True, drop_last=True)
net = nn.Sequential(nn.Linear(4, 1))
other = nn.Linear(2, 2)
optimizer = optim.SGD(net.parameters(), lr=0.1)
for epoch in range(3):
    for i, (a, b) in enumerate(loader):
        optimizer.zero_grad()
        loss = (net(a) - b).pow(2).mean()
        loss.backward()
        optimizer.step()
print(net[0].weight, net.state_dict(), other.weight, sum(p.numel() for p in net.parameters()))
`;

const textOf = (script: string): string => {
  const found = distributed(script);
  if ('refusal' in found) throw new Error(found.refusal);
  return found.text;
};

describe('a script for many processes', () => {
  // For such a script, `torchrun --nproc-per-node 2` gives the same loss as one process: the mean of both losses agrees
  // to 2e-7 in each of 12 steps.
  it('wraps what is trained, and gives each process its part of each batch, in another order each round', () => {
    const lines = textOf(SCRIPT).split('\n');
    const place = (line: string) => {
      expect(lines).toContain(line);
      return lines.indexOf(line);
    };
    expect(place('import os')).toBeLessThan(place('import torch'));
    expect(place("dist.init_process_group('nccl' if torch.cuda.is_available() else 'gloo')")).toBeLessThan(place('x = torch.randn(64, 4)'));
    expect(place('loader_data = TensorDataset(x, x.sum(1))') + 1).toBe(
      place(
        'loader = DataLoader(loader_data, batch_size=max(1, größe // world_size), sampler=DistributedSampler(loader_data, shuffle=True), drop_last=True)',
      ),
    );
    expect(place('net = nn.Sequential(nn.Linear(4, 1))') + 1).toBe(place('net = DistributedDataParallel(net.to(device))'));
    expect(place('for epoch in range(3):') + 1).toBe(place('    loader.sampler.set_epoch(epoch)'));
    expect(place('    for i, (a, b) in enumerate(loader):') + 1).toBe(place('        a, b = a.to(device), b.to(device)'));
    expect(lines.slice(-3)).toEqual(['', 'dist.destroy_process_group()', '']);
  });

  it('asks the model within for what the wrapper has not', () => {
    const script = SCRIPT.replace('net[0].weight, ', '');
    expect(textOf(script)).toContain('print(net.module.state_dict(), other.weight, sum(p.numel() for p in net.parameters()))');
    expect(textOf(SCRIPT)).toContain('print(net.module[0].weight, net.module.state_dict()');
  });

  it.each([
    ['no model', SCRIPT.replace('net.parameters(), lr', '[x], lr'), 'There is no model that an optimizer trains'],
    ['an order of its own', SCRIPT.replace('shuffle=True', 'sampler=range(64)'), 'leave out its sampler, in line 9 of the script'],
  ])('says why there is none for %s', (_, script, sentence) => {
    expect(distributed(script)).toEqual({ refusal: expect.stringContaining(sentence) as string });
  });
});
