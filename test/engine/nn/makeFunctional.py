"""Writes functional.json: functions of torch.nn.functional that the reference data lacks, with gradients.

    python3 makeFunctional.py > functional.json        (Debian's python3-torch, 1.13)

The cases have the form of test/engine/reference/data (see README.md there).
"""
import json
import math
import warnings

import torch

warnings.simplefilter('ignore')
torch.set_num_threads(1)
torch.manual_seed(3)


def number(value):
    if isinstance(value, float) and not math.isfinite(value):
        return 'NaN' if math.isnan(value) else 'Infinity' if value > 0 else '-Infinity'
    return value


def encode(value):
    if isinstance(value, torch.Tensor):
        data = [number(v) for v in value.detach().reshape(-1).tolist()]
        tensor = {'shape': list(value.shape), 'dtype': str(value.dtype).replace('torch.', ''), 'data': data}
        return {'tensor': {**tensor, 'requires_grad': True} if value.requires_grad else tensor}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    return number(value)


def function(name):
    found = torch
    for part in name.split('.'):
        found = getattr(found, part)
    return found


cases = []


def case(name, *args, **kwargs):
    name = f'nn.functional.{name}'
    given = {f'args.{i}': a for i, a in enumerate(args)} | {f'kwargs.{k}': v for k, v in kwargs.items()}
    written = {'id': f'functional/{len(cases):04}', 'op': name, 'args': encode(args)}
    if kwargs:
        written['kwargs'] = {k: encode(v) for k, v in kwargs.items()}
    try:
        output = function(name)(*args, **kwargs)
    except Exception as error:
        written['expect'] = {'error': str(error).split('\n')[0], 'error_type': type(error).__name__}
        cases.append(written)
        return
    written['expect'] = {'output': encode(output)}
    leaves = {k: v for k, v in given.items() if isinstance(v, torch.Tensor) and v.requires_grad}
    if leaves and isinstance(output, torch.Tensor):
        grad = torch.randn(output.shape, dtype=output.dtype)
        output.backward(grad)
        written['grad_output'] = encode(grad)
        written['grads'] = {k: encode(v.grad) for k, v in leaves.items()}
    cases.append(written)


def x(*shape):
    return torch.randn(shape, dtype=torch.float64, requires_grad=True)


def p(*shape):
    return torch.rand(shape, dtype=torch.float64)


curves = 'relu6 elu selu celu silu mish softplus softshrink hardshrink tanhshrink hardtanh hardswish hardsigmoid softsign logsigmoid'
for curve in curves.split():
    case(curve, (torch.linspace(-4, 4, 9, dtype=torch.float64) * 1.01).requires_grad_())
case('gelu', x(4), approximate='tanh')
case('prelu', x(2, 3), x(3))
case('glu', x(2, 4), dim=1)
case('bilinear', x(2, 3), x(2, 2), x(2, 3, 2), x(2))
case('linear', x(2, 3), x(2, 4))

for n, size in ((1, [6]), (2, [5, 4]), (3, [3, 4, 3])):
    case(f'conv{n}d', x(1, 2, *size), x(2, 1, *[2] * n), x(2), padding='same', groups=2)
    case(f'conv{n}d', x(2, *size), x(1, 2, *[2] * n), stride=2, padding=1)
    case(f'conv_transpose{n}d', x(1, 2, *[2] * n), x(2, 1, *[2] * n), x(2), stride=2, output_padding=1, groups=2)
    case(f'avg_pool{n}d', x(1, 1, *size), 2, stride=2, padding=1, ceil_mode=True, count_include_pad=False)
    case(f'max_pool{n}d', x(1, 1, *size), 2, stride=1, dilation=2)
    case(f'adaptive_avg_pool{n}d', x(1, 1, *size), 2)
    case(f'adaptive_max_pool{n}d', x(1, 1, *size), 2)
case('lp_pool2d', p(1, 1, 4, 4).requires_grad_(), 3, 2)
pooled, where = torch.nn.functional.max_pool2d(torch.randn(1, 1, 4, 5, dtype=torch.float64), 2, return_indices=True)
case('max_unpool2d', pooled.detach().requires_grad_(), where, 2, output_size=(4, 5))
case('max_pool2d', x(1, 1, 4, 4), 2, padding=2)
case('conv2d', x(1, 2, 3, 3), x(2, 3, 2, 2))

case('instance_norm', x(2, 2, 3), weight=x(2), bias=x(2))
case('local_response_norm', x(1, 4, 3), 3)
case('group_norm', x(2, 4, 2), 2, x(4), x(4))
case('embedding_bag', torch.tensor([1, 2, 4, 0]), x(5, 2), torch.tensor([0, 1]), mode='sum', per_sample_weights=x(4))
case('embedding_bag', torch.tensor([[1, 2], [4, 4]]), x(5, 2), mode='max')
case('embedding', torch.tensor([1, 3, 3]), x(4, 2), padding_idx=1, scale_grad_by_freq=True)
case('one_hot', torch.tensor([0, 2]), 4)
case('one_hot', torch.tensor([5]), 4)

for mode in ('reflect', 'replicate', 'circular'):
    case('pad', x(1, 2, 3, 3), (1, 2, 0, 1), mode)
case('pad', x(2, 3), (-1, 2), value=1.5)
for mode, size in (('nearest', [3]), ('nearest-exact', [3]), ('linear', [3]), ('bilinear', [3, 2]), ('bicubic', [3, 4]), ('area', [4])):
    case('interpolate', x(1, 1, *size), scale_factor=1.7, mode=mode)
case('interpolate', x(1, 1, 4, 5), size=(2, 3), mode='bicubic', antialias=True)
case('interpolate', x(1, 1, 2, 2, 2), size=3, mode='trilinear', align_corners=True)
for mode, padding in (('bilinear', 'reflection'), ('nearest', 'border'), ('bicubic', 'zeros')):
    case('grid_sample', x(1, 1, 3, 4), (p(1, 2, 2, 2) * 3 - 1.5).requires_grad_(), mode, padding, False)
case('affine_grid', x(1, 2, 3), (1, 1, 2, 3), True)
case('unfold', x(1, 2, 3, 4), 2, padding=1, stride=2)
case('fold', x(1, 8, 6), (3, 4), 2)
case('pixel_shuffle', x(1, 4, 2, 2), 2)
case('pixel_unshuffle', x(1, 1, 4, 2), 2)

signs = torch.tensor([1.0, -1.0, 1.0], dtype=torch.float64)
case('poisson_nll_loss', x(3), p(3) * 4, full=True)
case('gaussian_nll_loss', x(3), x(3), p(3).requires_grad_())
case('soft_margin_loss', x(3), signs)
case('hinge_embedding_loss', x(3), signs)
case('margin_ranking_loss', x(3), x(3), signs, margin=0.2)
case('cosine_embedding_loss', x(3, 4), x(3, 4), signs)
case('triplet_margin_loss', x(3, 4), x(3, 4), x(3, 4), swap=True)
case('multi_margin_loss', x(3, 4), torch.tensor([0, 3, 1]), p=2)
case('multilabel_margin_loss', x(2, 3), torch.tensor([[2, 0, -1], [1, -1, 0]]))
case('multilabel_soft_margin_loss', x(2, 3), p(2, 3).round())
case('pairwise_distance', x(3, 4), x(3, 4), 1.0)
case('pdist', x(4, 3))
spoken = torch.randn(6, 2, 4, dtype=torch.float64).log_softmax(2).requires_grad_()
case('ctc_loss', spoken, torch.tensor([[1, 1, 2], [3, 2, 0]]), torch.tensor([6, 5]), torch.tensor([3, 2]))

lines = ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases)
print(f'{{"area": "functional", "torch": "{torch.__version__}", "cases": [\n{lines}\n]}}')
