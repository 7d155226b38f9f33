import torch
from dataclasses import dataclass

# numbers in dicts: each entry is an int or a float
config = {'lr': 0.01, 'epochs': 10, 'dropout': 0.5, 'name': 'net'}
for k, v in config.items():
    print(f'{k}: {v}')
for k, v in sorted(config.items()):
    print(k, v)

losses = [0.5, 1.5]
metrics = {'loss': sum(losses) / len(losses), 'epoch': 3, 'accuracy': 2.0}
for k, v in metrics.items():
    print(k, v)
    print(f'{k:<10}{v}{v:>8}')
    print(k, f'{v:.3f}' if isinstance(v, float) else v)
    print('{} = {}'.format(k, v), round(v, 1), isinstance(v, int))
for i, (name, value) in enumerate(metrics.items()):
    print(i, name, str(value), repr(value))
print(', '.join(f'{k}={v}' for k, v in metrics.items()))
for name in metrics:
    print(name, metrics[name])

t = torch.tensor([1.0, 2.0])
info = {'shape': tuple(t.shape), 'sum': t.sum().item(), 'n': t.numel(), 'name': 'x'}
for k, v in info.items():
    print(k, v)
print(info)

history = {'loss': [], 'accuracy': [], 'epoch': []}
for epoch in range(2):
    history['loss'].append(1.0 / (epoch + 1))
    history['accuracy'].append(epoch / 1)
    history['epoch'].append(epoch)
for k, v in history.items():
    print(k, v, v[-1], min(v), max(v), f'{max(v)}', round(sum(v) / len(v), 2))

stats = {}
stats['n'] = 5
stats['mean'] = 10 / 5
for key in stats:
    print(key, stats[key])
for k, v in dict(n=1, mean=3.0).items():
    print(k, v)

# dicts that meet in one list
results = []
results.append({'epoch': 0, 'loss': 1.0, 'accuracy': 0.5})
results.append({'epoch': 1, 'loss': 2.0, 'accuracy': 1.0, 'best': True})
for r in results:
    print(r)
    print(r['epoch'], r['loss'])
    for k, v in r.items():
        print(k, v)
best = max(results, key=lambda r: r['accuracy'])
print(best, min(r['loss'] for r in results))


# arguments: an int in one call, a float in another
def report(name, value, unit=1.0):
    print(name, value)
    print(f'{name}: {value} {value!r} {unit}')
    if isinstance(value, float):
        print(f'{value:.2f}')
    elif value is None:
        print('nothing')


def again(name, value):
    report(name, value)


def log(**kw):
    print(' '.join(f'{k}={v}' for k, v in kw.items()))


report('a', 1)
report('b', 2.0, unit=3)
report('c', 'text')
again('d', 3.0)
again('e', 4)
total = 0
for x in losses:
    total += torch.tensor(x * 2).item()
report('total', total)
for k, v in metrics.items():
    again(k, v)
log(epoch=1, loss=2.0)
log(epoch=2, loss=3.0, accuracy=1.0)


# fields
@dataclass
class Settings:
    lr: float = 0.1
    epochs: int = 3


print(Settings(lr=1.0, epochs=5), Settings(), Settings(2.0).lr)


class Meter:
    def __init__(self):
        self.val = 0
        self.avg = 0
        self.sum = 0
        self.count = 0

    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count


meter = Meter()
print(meter.val, meter.avg, meter.sum, meter.count)
for i in range(1, 4):
    meter.update(i / 2, 2)
    print(meter.val, meter.avg, meter.sum, meter.count)
