# Records the strides of PyTorch's results for inputs with many layouts in memory: python makeStrides.py > strides.json
import itertools, json, random, sys
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
random.seed(0)

def permuted(order):
    return lambda t: t.permute(order).contiguous().permute([order.index(d) for d in range(t.dim())])

LAYOUTS = {
    'contiguous': (lambda t: t, [4, 3, 2, 5]),
    **{'permuted ' + ''.join(map(str, o)): (permuted(list(o)), [4, 3, 2, 5]) for o in [(0, 2, 3, 1), (3, 2, 1, 0), (1, 0, 2, 3), (2, 0, 3, 1), (0, 1, 3, 2)]},
    'expanded': (lambda t: t[:1].expand(4, 3, 2, 5), [4, 3, 2, 5]),
    'expanded inside': (lambda t: t[:, :, :1].expand(4, 3, 2, 5), [4, 3, 2, 5]),
    'stepped': (lambda t: torch.cat([t, t], 3)[..., ::2], [4, 3, 2, 5]),
    'one channel': (lambda t: t[:, :1].contiguous(memory_format=torch.channels_last), [4, 1, 2, 5]),
    'one pixel': (lambda t: t[:, :, :1, :1].permute(3, 1, 2, 0).contiguous().permute(3, 1, 2, 0), [4, 3, 1, 1]),
    'row': (lambda t: t[0, 0, 0].contiguous(), [5]),
    'matrix transposed': (lambda t: t[0, 0].t().contiguous().t(), [2, 5]),
    'scalar': (lambda t: t[0, 0, 0, 0].clone(), []),
}
ONE = ['exp', 'neg', 'sigmoid', 'clone', 'sort', 'softmax', 'cumsum', 'flip', 'contiguous', 'zeros_like', 'mul 2', 'double', 'sum', 'masked_fill', 'relu_', 't_ twice', 'reshape', 'tril']
TWO = ['add', 'mul', 'lt', 'where', 'addcmul', 'maximum']
base = torch.randn(4, 3, 2, 5)

def one(name, x):
    if name == 'sort': return x.sort(0)[0] if x.dim() else x.sort()[0]
    if name == 'softmax': return x.softmax(-1)
    if name == 'cumsum': return x.cumsum(0)
    if name == 'flip': return x.flip(0) if x.dim() else x.flip([])
    if name == 'zeros_like': return torch.zeros_like(x)
    if name == 'mul 2': return x * 2
    if name == 'sum': return x.sum(0, True)
    if name == 'masked_fill': return x.masked_fill(x > 0, 1)
    if name == 'relu_': return x.clone().relu_()
    if name == 't_ twice': return x.clone().transpose_(0, -1)
    if name == 'reshape': return x.reshape(-1)
    if name == 'tril': return x.tril()
    return getattr(x, name)()

def two(name, x, y):
    if name == 'where': return torch.where(x > 0, x, y)
    if name == 'addcmul': return torch.addcmul(x, y, x)
    return getattr(torch, name)(x, y)

def tried(f):
    try: return list(f().stride())
    except Exception as e: return None

cases = []
for name in ONE:
    for l, (lay, _) in LAYOUTS.items():
        s = tried(lambda: one(name, lay(base)))
        if s is not None: cases.append([name, l, None, s])
for name in TWO:
    pairs = list(itertools.product(LAYOUTS, LAYOUTS)); random.shuffle(pairs)
    for a, b in pairs[:45]:
        s = tried(lambda: two(name, LAYOUTS[a][0](base), LAYOUTS[b][0](base)))
        if s is not None: cases.append([name, a, b, s])
json.dump({'torch': torch.__version__.split('+')[0], 'cases': cases}, sys.stdout)
