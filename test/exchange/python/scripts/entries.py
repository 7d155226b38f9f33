import argparse
from dataclasses import asdict, dataclass

import torch


# The fields of an object, and the options of a command, as a dict
@dataclass
class TrainConfig:
    lr: float = 1e-3
    epochs: int = 2
    momentum: float = 0.0
    weight_decay: float = 0
    name: str = 'run'

    def describe(self):
        for key, value in asdict(self).items():
            print(f'  {key} = {value}')
        for key, value in vars(self).items():
            print(key, value)


TrainConfig(lr=1.0).describe()


class Meter:
    def __init__(self, name, fmt=':.2f'):
        self.name = name
        self.fmt = fmt
        self.reset()

    def reset(self):
        self.val = 0
        self.avg = 0
        self.sum = 0
        self.count = 0

    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count

    def __str__(self):
        form = '{name} {val' + self.fmt + '} ({avg' + self.fmt + '})'
        return form.format(**self.__dict__)


class Stopper:
    def __init__(self, patience=2, delta=0):
        self.patience = patience
        self.delta = delta
        self.best = None
        self.counter = 0

    def __call__(self, loss):
        if self.best is None or loss < self.best - self.delta:
            self.best = loss
            self.counter = 0
        else:
            self.counter += 1
        return self.counter >= self.patience


meter, stopper = Meter('loss'), Stopper()
for loss in [4.0, 2.0, 3.0, 3.0]:
    meter.update(torch.tensor(loss).item(), 2)
    print(meter, stopper(meter.avg), stopper.best)
for key, value in meter.__dict__.items():
    print(key, value)

parser = argparse.ArgumentParser()
parser.add_argument('--lr', type=float, default=1.0)
parser.add_argument('--epochs', type=int, default=3)
args = parser.parse_args([])
for key, value in vars(args).items():
    print(key, value)

history = {'loss': [], 'accuracy': [], 'epoch': []}
for epoch in range(3):
    history['loss'].append(1.0 / (epoch + 1))
    history['accuracy'].append(100 * epoch / 2)
    history['epoch'].append(epoch)
print({k: round(v[-1], 4) for k, v in history.items()})
for k, v in history.items():
    print(k, [round(e, 3) for e in v], v[0])
