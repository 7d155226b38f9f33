"""Writes torch.json: files that PyTorch saved, and hostile ones, in base64. Needs torch."""
import base64, io, json, os, pickle, zipfile
from collections import OrderedDict
import torch
from torch import nn

torch.manual_seed(0)


def saved(value):
    out = io.BytesIO()
    torch.save(value, out)
    return out.getvalue()


def archive(program, storages={}, order=b'little'):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as file:
        file.writestr('archive/data.pkl', program)
        file.writestr('archive/byteorder', order)
        for key, content in storages.items():
            file.writestr(f'archive/data/{key}', content)
    return out.getvalue()


class Calls:
    def __init__(self, *call):
        self.call = call

    def __reduce__(self):
        return self.call


class Plain:
    def __init__(self):
        self.x = 1


Plain.__module__ = 'secrets'
Plain.__qualname__ = 'Plain'
import secrets
secrets.Plain = Plain

net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
net(torch.ones(4, 2)).sum().backward()
optimizer.step()
base = torch.arange(6.0).reshape(2, 3)
names = 'float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 uint16 bool complex64 complex128'.split()
loop = []
loop.append(loop)
files = {
    'state_dict': saved(net.state_dict()),
    'checkpoint': saved({'epoch': 3, 'loss': 0.25, 'name': 'é', 'ok': True, 'none': None, 'pair': (1, -2), 'optimizer': optimizer.state_dict()}),
    'dtypes': saved({name: torch.tensor([0, 1, 2]).to(getattr(torch, name)) for name in names}),
    'views': saved([base, base.t(), base[1], torch.tensor(1.5), torch.zeros(0, 3), base.expand(2, 2, 3)]),
    'parameter': saved(nn.Parameter(torch.ones(2))),
    'leaf': saved(torch.ones(2, requires_grad=True)),
    'others': saved([torch.Size([2, 3]), torch.float64, torch.device('cpu'), {1: 'one', True: 2}, 2**40, -(2**40)]),
    'module': saved(Plain()),
    'system': archive(pickle.dumps(Calls(os.system, ('touch /tmp/owned',)), 2)),
    'evaluates': archive(pickle.dumps(Calls(eval, ('1+1',)), 4)),
    'reads': archive(pickle.dumps(Calls(getattr, (OrderedDict, '__init__')), 2)),
    'loop': archive(pickle.dumps(loop, 2)),
    'deep': archive(b'\x80\x02' + 600 * b']' + 599 * b'a' + b'.'),
    'bytes': archive(pickle.dumps(b'x', 4)),
    'old': archive(pickle.dumps({'a': 1}, 0)),
    'big': archive(pickle.dumps({'a': 1}, 2), order=b'big'),
    'long': archive(pickle.dumps(2**200, 2)),
    'legacy': pickle.dumps({'a': 1}, 2),
}

with open(os.path.join(os.path.dirname(__file__), 'torch.json'), 'w') as out:
    json.dump({name: base64.b64encode(content).decode() for name, content in files.items()}, out, indent=2)
    out.write('\n')
