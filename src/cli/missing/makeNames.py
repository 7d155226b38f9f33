"""Writes names.ts: what PyTorch's namespaces have, by dir(). python makeNames.py > names.ts"""
import importlib
import inspect
import types

import torch

SPACES = """torch torch.Tensor torch.nn torch.nn.functional torch.nn.init torch.nn.utils torch.nn.utils.rnn torch.nn.utils.parametrize
torch.nn.utils.parametrizations torch.nn.utils.prune torch.nn.attention torch.linalg torch.fft torch.special torch.distributions
torch.distributions.constraints torch.distributions.transforms torch.optim torch.optim.lr_scheduler torch.optim.swa_utils
torch.utils.data torch.autograd torch.autograd.functional torch.autograd.forward_ad torch.func torch.sparse torch.amp torch.random
torch.signal.windows""".split()


def space(path):
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        parent, name = path.rsplit(".", 1)
        return getattr(importlib.import_module(parent), name)


def is_public(owner, name):
    value = inspect.getattr_static(owner, name, None)
    if name.startswith("_") or isinstance(value, types.ModuleType):
        return False
    listed = getattr(owner, "__all__", None)
    if listed is not None and (owner is not torch or inspect.isclass(value)):
        return name in listed
    home = getattr(value, "__module__", None) or "torch"
    return home.startswith("torch") and not name.isupper()


print("/** PyTorch's public names, a namespace a line, as `makeNames.py` found them. */")
print(f"export const version = '{torch.__version__.split('+')[0]}';\n")
print("export const names = `")
for path in SPACES:
    owner = space(path)
    names = sorted(name for name in dir(owner) if is_public(owner, name))
    print(f"{path}: {' '.join(names)}")
print("`;")
