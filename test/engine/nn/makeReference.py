"""Writes reference.json: what PyTorch's modules, optimizers and schedulers compute.

    python3 makeReference.py > reference.json        (PyTorch 2.15)

Everything is float64 after the initial state, so that the engine can be held to 1e-9.
"""
import json
import math
import sys
import warnings

import torch
from torch import nn

warnings.simplefilter('ignore')
torch.set_num_threads(1)


def plain(value):
    if isinstance(value, torch.Tensor):
        t = value.detach()
        # Enough digits for float32, and for 1e-10 in float64.
        digits = 9 if t.dtype == torch.float32 else 12
        data = [float(f'{v:.{digits}g}') if math.isfinite(v) else str(v) for v in t.double().flatten().tolist()]
        data = [int(v) if isinstance(v, float) and v.is_integer() else v for v in data]
        return {'shape': list(t.shape), 'dtype': str(t.dtype).replace('torch.', ''), 'data': data}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def flat(value):
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, (list, tuple)):
        return [t for v in value for t in flat(v)]
    return []


def x(*shape, seed=7):
    g = torch.Generator().manual_seed(seed + sum(shape))
    return torch.randn(*shape, generator=g, dtype=torch.float64)


def longs(*values):
    return torch.tensor(values)


def module(name, args=(), kwargs=None, inputs=(), call=None, mode='train'):
    """One module: its state from a seed, its printed form, what it computes and the gradients."""
    kwargs = kwargs or {}
    call = call or {}
    torch.manual_seed(1)
    m = getattr(nn, name)(*args, **kwargs)
    case = {
        'name': name, 'args': plain(args), 'kwargs': plain(kwargs), 'mode': mode,
        'inputs': plain(inputs), 'call': plain(call), 'repr': repr(m), 'state': plain(dict(m.state_dict())),
    }
    m.double()
    m.train(mode == 'train')

    def leaf(v):
        if isinstance(v, torch.Tensor):
            return v.clone().requires_grad_(v.is_floating_point())
        return tuple(leaf(e) for e in v) if isinstance(v, (list, tuple)) else v

    # The targets of losses are passed unchanged, since some have no gradient.
    given = [v if i > 0 and name.endswith('Loss') else leaf(v) for i, v in enumerate(inputs)]
    torch.manual_seed(2)
    outputs = [o for o in flat(m(*given, **call))]
    loss = sum((o * o + o).sum() for o in outputs if o.is_floating_point())
    if loss.requires_grad:
        loss.backward()
    case['outputs'] = plain(outputs)
    case['inputGrads'] = plain([t.grad for t in flat(given)])
    case['grads'] = plain({k: p.grad for k, p in m.named_parameters()})
    case['after'] = plain({k: b for k, b in m.named_buffers()})
    return case


def modules():
    seq, batch = x(4, 3, 5), x(3, 5)
    yield module('Linear', (5, 4), {}, (batch,))
    yield module('Linear', (5, 4), {'bias': False}, (seq,))
    yield module('Bilinear', (5, 3, 2), {}, (batch, x(3, 3)))
    yield module('Identity', (), {}, (batch,))
    image, signal, volume = x(2, 4, 4, 3), x(2, 4, 5), x(1, 2, 3, 2, 3)
    yield module('Conv1d', (4, 6, 3), {'padding': 1, 'stride': 2}, (signal,))
    yield module('Conv2d', (4, 6, 3), {}, (image,))
    yield module('Conv2d', (4, 6, (3, 2)), {'padding': 'same', 'dilation': (1, 2), 'groups': 2, 'bias': False}, (image,))
    yield module('Conv2d', (4, 2, 3), {'padding': (2, 1), 'padding_mode': 'reflect'}, (image,))
    yield module('Conv2d', (4, 2, 3), {'padding': 1, 'padding_mode': 'circular'}, (image,))
    yield module('Conv3d', (2, 3, 2), {}, (volume,))
    yield module('ConvTranspose1d', (4, 3, 3), {'stride': 2}, (signal,))
    yield module('ConvTranspose2d', (4, 3, 3), {'stride': 2, 'padding': 1, 'output_padding': 1}, (image,))
    yield module('ConvTranspose2d', (4, 3, 3), {'stride': 2}, (image,), {'output_size': [10, 7]})
    yield module('MaxPool1d', (2,), {}, (signal,))
    yield module('MaxPool2d', (2,), {}, (image,))
    yield module('MaxPool2d', ((2, 3),), {'stride': 1, 'padding': 1, 'ceil_mode': True}, (image,))
    yield module('AvgPool1d', (2,), {}, (signal,))
    yield module('AvgPool2d', (2,), {'stride': 2, 'padding': 1, 'count_include_pad': False}, (image,))
    yield module('AdaptiveAvgPool2d', ((2, None),), {}, (image,))
    yield module('AdaptiveMaxPool2d', (2,), {}, (image,))
    yield module('LPPool2d', (2, 2), {}, (image,))
    for mode in ('train', 'eval'):
        yield module('BatchNorm1d', (4,), {}, (signal,), mode=mode)
        yield module('BatchNorm2d', (4,), {'momentum': None}, (image,), mode=mode)
        yield module('BatchNorm2d', (4,), {'affine': False, 'track_running_stats': False}, (image,), mode=mode)
        yield module('InstanceNorm2d', (4,), {'affine': True, 'track_running_stats': True}, (image,), mode=mode)
        yield module('Dropout', (0.3,), {}, (batch,), mode=mode)
        yield module('LSTM', (5, 4), {'num_layers': 2, 'dropout': 0.4}, (seq,), mode=mode)
    yield module('InstanceNorm1d', (4,), {}, (signal,))
    yield module('LayerNorm', (5,), {}, (seq,))
    yield module('LayerNorm', ([3, 5],), {'elementwise_affine': False}, (seq,))
    yield module('GroupNorm', (2, 4), {}, (image,))
    yield module('LocalResponseNorm', (2,), {}, (image,))
    yield module('Dropout2d', (0.5,), {}, (image,))
    yield module('AlphaDropout', (0.5,), {}, (batch,))
    yield module('Embedding', (6, 3), {'padding_idx': 1}, (longs(0, 1, 5, 5),))
    yield module('Embedding', (6, 3), {'max_norm': 1.5, 'scale_grad_by_freq': True}, (longs(0, 1, 5, 5),))
    for kind in ('sum', 'mean', 'max'):
        yield module('EmbeddingBag', (6, 3), {'mode': kind}, (longs(0, 1, 5, 5, 2), longs(0, 2)))
    h, c = x(1, 3, 4, seed=1), x(1, 3, 4, seed=2)
    yield module('RNN', (5, 4), {}, (seq, h))
    yield module('RNN', (5, 4), {'nonlinearity': 'relu', 'bidirectional': True, 'num_layers': 2}, (seq,))
    yield module('LSTM', (5, 4), {}, (seq, (h, c)))
    yield module('LSTM', (5, 4), {'bidirectional': True, 'batch_first': True, 'num_layers': 2}, (seq,))
    yield module('LSTM', (5, 4), {'proj_size': 2, 'num_layers': 2, 'bias': False}, (seq,))
    yield module('LSTM', (5, 4), {}, (batch,))
    yield module('GRU', (5, 4), {}, (seq, h))
    yield module('GRU', (5, 4), {'bidirectional': True, 'num_layers': 2, 'bias': False}, (seq,))
    yield module('RNNCell', (5, 4), {}, (batch,))
    yield module('RNNCell', (5, 4), {'nonlinearity': 'relu', 'bias': False}, (batch, x(3, 4)))
    yield module('LSTMCell', (5, 4), {}, (batch, (x(3, 4), x(3, 4, seed=9))))
    yield module('GRUCell', (5, 4), {}, (x(5), x(4)))
    q, kv = x(4, 3, 6), x(5, 3, 6)
    yield module('MultiheadAttention', (6, 2), {}, (q, kv, kv))
    yield module('MultiheadAttention', (6, 3), {'batch_first': True, 'bias': False}, (q, q, q))
    yield module('MultiheadAttention', (6, 2), {'kdim': 5, 'vdim': 3}, (q, x(5, 3, 5), x(5, 3, 3)))
    yield module('MultiheadAttention', (6, 2), {'add_bias_kv': True, 'add_zero_attn': True}, (q, kv, kv))
    causal = torch.ones(4, 4).triu(1).bool()
    padding = torch.tensor([[False, False, False, True], [False] * 4, [False, False, True, True]])
    yield module('MultiheadAttention', (6, 2), {}, (q, q, q),
                 {'attn_mask': causal, 'key_padding_mask': padding, 'average_attn_weights': False})
    yield module('MultiheadAttention', (6, 2), {}, (x(4, 6), x(5, 6), x(5, 6)), {'need_weights': False})
    yield module('MultiheadAttention', (6, 2), {'dropout': 0.5}, (q, kv, kv))
    layer = {'dim_feedforward': 7}
    yield module('TransformerEncoderLayer', (6, 2), layer, (q,))
    # There is no dropout, since PyTorch draws for a transposed tensor in the order of its memory.
    yield module('TransformerEncoderLayer', (6, 2), {**layer, 'dropout': 0.0, 'norm_first': True, 'batch_first': True, 'activation': 'gelu'}, (q,))
    yield module('TransformerEncoderLayer', (6, 2), layer, (q,), {'src_mask': causal}, mode='eval')
    yield module('TransformerDecoderLayer', (6, 2), layer, (q, kv), {'tgt_mask': causal}, mode='eval')
    yield module('Transformer', (6, 2, 2, 1, 7), {}, (q, x(5, 3, 6)), mode='eval')
    for name, args in (
        ('ReLU', ()), ('ReLU6', ()), ('LeakyReLU', (0.2,)), ('ELU', ()), ('CELU', (0.75,)), ('SELU', ()), ('GELU', ()), ('GELU', ('tanh',)),
        ('SiLU', ()), ('Mish', ()), ('Sigmoid', ()), ('LogSigmoid', ()), ('Tanh', ()), ('Tanhshrink', ()), ('Hardshrink', ()),
        ('Softshrink', ()), ('Hardtanh', ()), ('Hardsigmoid', ()), ('Hardswish', ()), ('Softplus', ()), ('Softsign', ()),
        ('Softmin', (1,)), ('Softmax', (1,)), ('LogSoftmax', (1,)), ('Threshold', (0.1, 20)), ('PReLU', ()), ('RReLU', ()),
        ('Flatten', ()), ('Softmax', ()),
    ):
        yield module(name, args, {}, (batch,))
    yield module('GLU', (), {}, (x(3, 4),))
    yield module('Softmax2d', (), {}, (image,))
    yield module('Unflatten', (1, (2, 2)), {}, (image,))
    yield module('PixelShuffle', (2,), {}, (image,))
    yield module('PixelUnshuffle', (2,), {}, (x(1, 1, 4, 4),))
    yield module('Upsample', (), {'scale_factor': 2.5}, (image,))
    yield module('Upsample', (), {'size': (3, 4), 'mode': 'bilinear', 'align_corners': True}, (image,))
    yield module('ZeroPad2d', (1,), {}, (image,))
    yield module('ReflectionPad2d', ((1, 2, 0, 3),), {}, (image,))
    yield module('ReplicationPad1d', (2,), {}, (signal,))
    yield module('ConstantPad1d', ((1, 0), 3.5), {}, (signal,))
    yield module('Unfold', (2,), {}, (image,))
    yield module('Fold', ((3, 3), 2), {}, (x(1, 4, 4),))
    other, sign = x(3, 5, seed=3), torch.tensor([1.0, -1.0, 1.0], dtype=torch.float64)
    yield module('CosineSimilarity', (), {}, (batch, other))
    yield module('PairwiseDistance', (), {}, (batch, other))
    for name in ('L1Loss', 'MSELoss', 'SmoothL1Loss', 'HuberLoss'):
        yield module(name, (), {}, (batch, other))
    yield module('MSELoss', (), {'reduction': 'sum'}, (batch, other))
    classes = longs(0, 4, 2)
    yield module('CrossEntropyLoss', (), {'label_smoothing': 0.1, 'weight': torch.tensor([1.0, 2, 3, 4, 5])}, (batch, classes))
    yield module('CrossEntropyLoss', (), {'ignore_index': 4, 'reduction': 'none'}, (batch, classes))
    yield module('NLLLoss', (), {}, (batch, classes))
    yield module('BCELoss', (), {}, (batch.sigmoid(), other.sigmoid()))
    yield module('BCEWithLogitsLoss', (), {'pos_weight': torch.full((5,), 2.0)}, (batch, other.sigmoid()))
    yield module('KLDivLoss', (), {'reduction': 'batchmean'}, (batch, other.softmax(1)))
    yield module('PoissonNLLLoss', (), {}, (batch, other.abs()))
    yield module('GaussianNLLLoss', (), {'full': True}, (batch, other, other.exp()))
    yield module('HingeEmbeddingLoss', (), {}, (batch, other.sign()))
    yield module('CosineEmbeddingLoss', (0.1,), {}, (batch, other, sign))
    yield module('MarginRankingLoss', (0.5,), {}, (x(3), x(3, seed=4), sign))
    yield module('TripletMarginLoss', (), {'swap': True}, (batch, other, x(3, 5, seed=5)))
    yield module('TripletMarginWithDistanceLoss', (), {}, (batch, other, x(3, 5, seed=5)))
    yield module('MultiMarginLoss', (), {}, (batch, classes))
    yield module('MultiLabelSoftMarginLoss', (), {}, (batch, (other > 0).double()))
    yield module('MultiLabelMarginLoss', (), {}, (batch, torch.tensor([[1, 2, -1, 0, 0], [0, -1, 0, 0, 0], [3, 4, 1, -1, 0]])))
    yield module('SoftMarginLoss', (), {}, (batch, other.sign()))


A = torch.tensor([[3.4, -0.4, -0.8], [-0.4, 2.8, 0.8], [-0.8, 0.8, 1.0]], dtype=torch.float64)


def start():
    return [torch.tensor([1.2, -0.7, 0.4], dtype=torch.float64, requires_grad=True),
            torch.tensor([[0.3, 0.9]], dtype=torch.float64, requires_grad=True)]


def objective(params):
    """Neither quadratic nor separable; gradients change their signs on the way."""
    a, b = params
    return 0.5 * a.dot(A.mv(a)) + (a * a).pow(2).sum() * 0.1 + (b.exp() - b * a.sum()).sum() + (b - 1).pow(2).sum()


def optimizer(name, kwargs, steps=15):
    params = start()
    opt = getattr(torch.optim, name)(params, **kwargs)
    case = {'name': name, 'kwargs': plain(kwargs), 'repr': repr(opt), 'params': [], 'losses': []}
    for _ in range(steps):
        def closure():
            opt.zero_grad()
            loss = objective(params)
            loss.backward()
            return loss
        case['losses'].append(opt.step(closure).item())
        case['params'].append([p.detach().flatten().tolist() for p in params])
    return case


def optimizers():
    for name, options in {
        'SGD': [{'lr': 0.05}, {'lr': 0.05, 'momentum': 0.9}, {'lr': 0.05, 'momentum': 0.9, 'nesterov': True, 'weight_decay': 0.1},
                {'lr': 0.002, 'momentum': 0.5, 'dampening': 0.3, 'maximize': True}],
        'Adam': [{}, {'lr': 0.1, 'weight_decay': 0.1}, {'lr': 0.1, 'amsgrad': True, 'betas': (0.5, 0.8)}, {'maximize': True}],
        'AdamW': [{}, {'lr': 0.1, 'weight_decay': 0.2, 'amsgrad': True}],
        'Adamax': [{}, {'lr': 0.1, 'weight_decay': 0.1}],
        'NAdam': [{}, {'lr': 0.1, 'weight_decay': 0.1, 'momentum_decay': 0.01}],
        'RAdam': [{}, {'lr': 0.1, 'weight_decay': 0.1, 'betas': (0.8, 0.9)}],
        'RMSprop': [{}, {'lr': 0.05, 'centered': True, 'momentum': 0.9, 'weight_decay': 0.1}, {'momentum': 0.5}],
        'Adagrad': [{}, {'lr': 0.2, 'lr_decay': 0.1, 'weight_decay': 0.1, 'initial_accumulator_value': 0.3}],
        'Adadelta': [{}, {'lr': 0.5, 'rho': 0.7, 'weight_decay': 0.1}],
        'ASGD': [{}, {'lr': 0.05, 't0': 3, 'lambd': 0.01, 'weight_decay': 0.1}],
        'Rprop': [{}, {'lr': 0.2, 'etas': (0.4, 1.5), 'step_sizes': (0.01, 0.3)}],
    }.items():
        for kwargs in options:
            yield optimizer(name, kwargs)
    for kwargs in ({}, {'lr': 0.3, 'max_iter': 4}, {'line_search_fn': 'strong_wolfe'}, {'lr': 0.7, 'max_iter': 3, 'history_size': 2,
                   'line_search_fn': 'strong_wolfe'}):
        yield optimizer('LBFGS', kwargs, steps=5)


def scheduler(name, kwargs, opt='SGD', options=None, steps=14):
    params = start()
    torch_opt = getattr(torch.optim, opt)([{'params': params[:1]}, {'params': params[1:], 'lr': 0.3}], **(options or {'lr': 0.1}))
    sched = getattr(torch.optim.lr_scheduler, name)(torch_opt, **kwargs)
    case = {'name': name, 'kwargs': plain(kwargs), 'optimizer': opt, 'options': options or {'lr': 0.1}, 'rates': [], 'momenta': []}
    metrics = [5, 4, 4.2, 4.1, 4.3, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8]
    for i in range(steps):
        case['rates'].append([g['lr'] for g in torch_opt.param_groups])
        case['momenta'].append([g['betas'][0] if 'betas' in g else g['momentum'] for g in torch_opt.param_groups])
        torch_opt.step()
        sched.step(metrics[i]) if name == 'ReduceLROnPlateau' else sched.step()
    return case


def schedulers():
    for name, kwargs in (
        ('StepLR', {'step_size': 3}), ('StepLR', {'step_size': 2, 'gamma': 0.5}), ('MultiStepLR', {'milestones': [2, 5, 5], 'gamma': 0.3}),
        ('ConstantLR', {}), ('ConstantLR', {'factor': 0.5, 'total_iters': 3}), ('LinearLR', {}),
        ('LinearLR', {'start_factor': 0.2, 'end_factor': 0.9, 'total_iters': 7}), ('ExponentialLR', {'gamma': 0.8}),
        ('PolynomialLR', {}), ('PolynomialLR', {'total_iters': 8, 'power': 2.0}), ('CosineAnnealingLR', {'T_max': 4}),
        ('CosineAnnealingLR', {'T_max': 5, 'eta_min': 0.01}), ('CosineAnnealingWarmRestarts', {'T_0': 3}),
        ('CosineAnnealingWarmRestarts', {'T_0': 2, 'T_mult': 2, 'eta_min': 0.01}),
        ('ReduceLROnPlateau', {'patience': 1}), ('ReduceLROnPlateau', {'patience': 0, 'factor': 0.5, 'cooldown': 2, 'min_lr': 0.02}),
        ('ReduceLROnPlateau', {'mode': 'max', 'patience': 1, 'threshold_mode': 'abs', 'threshold': 0.15}),
    ):
        yield scheduler(name, kwargs)
    moving = {'lr': 0.1, 'momentum': 0.9}
    yield scheduler('CyclicLR', {'base_lr': 0.01, 'max_lr': 0.1, 'step_size_up': 3}, options=moving)
    yield scheduler('CyclicLR', {'base_lr': [0.01, 0.02], 'max_lr': 0.1, 'step_size_up': 2, 'step_size_down': 3, 'mode': 'triangular2'}, options=moving)
    yield scheduler('CyclicLR', {'base_lr': 0.01, 'max_lr': 0.1, 'step_size_up': 2, 'mode': 'exp_range', 'gamma': 0.9, 'cycle_momentum': False},
                    options=moving)
    yield scheduler('OneCycleLR', {'max_lr': 0.5, 'total_steps': 14}, options=moving)
    yield scheduler('OneCycleLR', {'max_lr': 0.5, 'epochs': 3, 'steps_per_epoch': 5, 'anneal_strategy': 'linear', 'three_phase': True},
                    'Adam', {'lr': 0.1})


def initialisers():
    for name, shape, args in (
        ('uniform_', [3, 4], [-2.0, 3.0]), ('normal_', [3, 4], [1.0, 2.0]), ('normal_', [4, 5], []), ('trunc_normal_', [3, 4], []),
        ('trunc_normal_', [3, 4], [0.5, 2.0, -1.0, 1.5]), ('trunc_normal_', [3, 4], [0.5, 1.5, 2.5, 3.5]), ('constant_', [2, 2], [0.3]), ('ones_', [2], []), ('zeros_', [2], []), ('eye_', [3, 4], []),
        ('dirac_', [4, 2, 3, 3], []), ('dirac_', [4, 2, 3], [2]), ('xavier_uniform_', [3, 4, 2], [1.5]), ('xavier_normal_', [3, 4], []),
        ('kaiming_uniform_', [3, 4, 2], []), ('kaiming_uniform_', [3, 4], [0, 'fan_out', 'relu']), ('kaiming_normal_', [3, 4], [0.2]),
        ('kaiming_normal_', [3, 4, 3, 3], [0, 'fan_out', 'tanh']), ('orthogonal_', [3, 4], []), ('orthogonal_', [5, 2, 2], [2.0]),
        ('sparse_', [5, 3], [0.4]),
    ):
        torch.manual_seed(3)
        t = getattr(nn.init, name)(torch.empty(shape, dtype=torch.float64), *args)
        yield {'name': name, 'shape': shape, 'args': args, 'value': plain(t)}


def data():
    """The order in which loaders, splits and samplers draw."""
    from torch.utils.data import (BatchSampler, DataLoader, RandomSampler, SubsetRandomSampler, TensorDataset, WeightedRandomSampler,
                                  random_split)
    values = torch.arange(11.0)
    torch.manual_seed(5)
    loader = DataLoader(TensorDataset(values, values * 2), batch_size=4, shuffle=True)
    out = {'shuffled': [[plain(b) for b in loader] for _ in range(2)]}
    out['dropped'] = [plain(b) for b in DataLoader(values, batch_size=4, drop_last=True)]
    out['seeded'] = [plain(b) for b in DataLoader(values, batch_size=3, shuffle=True, generator=torch.Generator().manual_seed(9))]
    out['split'] = [list(s.indices) for s in random_split(range(10), [5, 3, 2])]
    out['fractions'] = [list(s.indices) for s in random_split(range(10), [0.55, 0.45], generator=torch.Generator().manual_seed(1))]
    out['random'] = list(RandomSampler(range(7)))
    out['replacement'] = list(RandomSampler(range(7), replacement=True, num_samples=40))
    out['subset'] = list(SubsetRandomSampler([3, 5, 8, 9]))
    out['weighted'] = list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0], 5, replacement=True))
    out['unrepeated'] = list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0], 4, replacement=False))
    out['batches'] = list(BatchSampler(range(7), 3, False))
    out['after'] = plain(torch.rand(2))
    return out


json.dump({
    'torch': torch.__version__,
    'modules': list(modules()),
    'optimizers': list(optimizers()),
    'schedulers': list(schedulers()),
    'initialisers': list(initialisers()),
    'data': data(),
}, sys.stdout, separators=(',', ':'), allow_nan=False)
print()
