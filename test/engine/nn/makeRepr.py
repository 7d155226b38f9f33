"""Writes repr.json: what PyTorch's modules and optimizers print, of many settings each.

    python3 makeRepr.py > repr.json        (PyTorch 2.15)

Numbers that are whole are ints here, as JavaScript cannot tell them from floats.
"""
import json
import warnings

import torch
from torch import nn, optim

warnings.simplefilter('ignore')


def module(name, *args, **kwargs):
    return {'name': name, 'args': args, 'kwargs': kwargs}


def made(value):
    """A module within the arguments is written as what makes it."""
    if isinstance(value, dict) and 'name' in value:
        return getattr(nn, value['name'])(*map(made, value['args']), **{k: made(v) for k, v in value['kwargs'].items()})
    if isinstance(value, list):
        return [made(v) for v in value] if value and isinstance(value[0], dict) else tuple(value)
    return value


def modules():
    for name in ['ReLU', 'ReLU6', 'SELU', 'SiLU', 'Mish', 'Hardsigmoid', 'Hardswish']:
        yield module(name)
        yield module(name, True)
    for name in ['Sigmoid', 'LogSigmoid', 'Tanh', 'Tanhshrink', 'Softsign', 'Softmax2d', 'Identity']:
        yield module(name)
    for name, other in [('LeakyReLU', 0.2), ('ELU', 0.5), ('CELU', 0.5), ('Threshold', 0.1)]:
        first = [0.5] if name == 'Threshold' else []
        if not first:
            yield module(name)
        yield module(name, *first, other)
        yield module(name, *first, other, True)
    yield from [module('GELU'), module('GELU', 'tanh'), module('Hardshrink'), module('Hardshrink', 0.3), module('Softshrink', 0.3)]
    yield from [module('Hardtanh'), module('Hardtanh', -0.5, 0.5, True), module('Softplus'), module('Softplus', 0.5, threshold=3.5)]
    yield from [module('Softmax', 1), module('Softmin', dim=-1), module('LogSoftmax'), module('GLU'), module('GLU', 1)]
    yield from [module('PReLU'), module('PReLU', 3, 0.1), module('RReLU'), module('RReLU', 0.1, 0.2, True)]
    for name in ['Dropout', 'Dropout1d', 'Dropout2d', 'Dropout3d', 'AlphaDropout', 'FeatureAlphaDropout']:
        yield module(name)
        yield module(name, 0.1, inplace=True)
    yield from [module('AdaptiveLogSoftmaxWithLoss', 8, 10, [3, 6]), module('AdaptiveLogSoftmaxWithLoss', 8, 10, [2], div_value=2, head_bias=True)]
    yield from [module('Linear', 2, 3), module('Linear', 2, 3, bias=False), module('Bilinear', 2, 3, 4), module('Bilinear', 2, 3, 4, False)]
    yield from [module('LazyLinear', 3), module('LazyLinear', 3, bias=False)]
    for n in (1, 2, 3):
        conv, transposed = f'Conv{n}d', f'ConvTranspose{n}d'
        yield from [module(conv, 4, 8, 3), module(conv, 4, 8, 3, 2, 1), module(conv, 4, 8, 3, padding='same', bias=False)]
        yield module(conv, 4, 8, 3, dilation=2, groups=2, padding=1, padding_mode='circular')
        yield from [module(transposed, 4, 8, 3), module(transposed, 4, 8, 3, 2, 1, 1, 2, False, 2)]
        yield from [module(f'BatchNorm{n}d', 3), module(f'BatchNorm{n}d', 3, 0.001, None), module(f'BatchNorm{n}d', 3, affine=False)]
        yield from [module(f'BatchNorm{n}d', 3, bias=False), module(f'BatchNorm{n}d', 3, momentum=0.2, track_running_stats=False)]
        yield from [module(f'InstanceNorm{n}d', 3), module(f'InstanceNorm{n}d', 3, affine=True), module(f'InstanceNorm{n}d', 3, affine=True, bias=False)]
        yield from [module(f'MaxPool{n}d', 2), module(f'MaxPool{n}d', 3, 2, 1, 2, False, True), module(f'AvgPool{n}d', 2)]
        yield from [module(f'AvgPool{n}d', 3, 2, 1), module(f'AdaptiveAvgPool{n}d', 2), module(f'AdaptiveMaxPool{n}d', 2)]
        yield from [module(f'LazyConv{n}d', 8, 3), module(f'LazyConvTranspose{n}d', 8, 3, 2, bias=False)]
        yield from [module(f'LazyBatchNorm{n}d'), module(f'LazyBatchNorm{n}d', affine=False), module(f'LazyInstanceNorm{n}d', affine=True)]
        yield from [module(f'MaxUnpool{n}d', 2), module(f'MaxUnpool{n}d', 3, 2, 1)]
        sides = list(range(1, 2 * n + 1))
        yield from [module(f'ConstantPad{n}d', 1, 0.5), module(f'ConstantPad{n}d', sides, 3.5), module(f'ZeroPad{n}d', 2)]
        for kind in ['Reflection', 'Replication', 'Circular']:
            yield from [module(f'{kind}Pad{n}d', 2), module(f'{kind}Pad{n}d', sides)]
    yield from [module('CTCLoss'), module('CTCLoss', 1, 'sum', True)]
    yield from [module('MaxPool2d', [2, 3], padding=[1, 0]), module('AdaptiveAvgPool2d', [2, None]), module('AdaptiveAvgPool2d', None)]
    yield from [module('LPPool1d', 2, 3), module('LPPool2d', 2, 3, 1, True), module('Fold', [4, 5], 2), module('Unfold', [2, 3], 1, 1, 2)]
    yield from [module('LayerNorm', 5), module('LayerNorm', [2, 3], 0.001), module('LayerNorm', 5, bias=False)]
    yield from [module('LayerNorm', 5, elementwise_affine=False), module('GroupNorm', 2, 4), module('GroupNorm', 2, 4, 0.01, False)]
    yield from [module('GroupNorm', 2, 4, bias=False), module('RMSNorm', 5), module('RMSNorm', [2, 3], 0.001, False)]
    yield from [module('SyncBatchNorm', 3), module('SyncBatchNorm', 3, affine=False), module('CrossMapLRN2d', 3)]
    yield from [module('FractionalMaxPool2d', 2, output_size=3), module('FractionalMaxPool3d', 2, output_size=3)]
    yield from [module('LocalResponseNorm', 2), module('LocalResponseNorm', 3, 0.001, 0.5, 2.5)]
    yield from [module('Embedding', 10, 3), module('Embedding', 10, 3, 0, 1.5, 1.5, True, True), module('Embedding', 10, 3, -1)]
    yield from [module('EmbeddingBag', 10, 3), module('EmbeddingBag', 10, 3, 1.5, mode='sum', padding_idx=1, scale_grad_by_freq=True)]
    for name in ['RNN', 'LSTM', 'GRU']:
        yield from [module(name, 3, 4), module(name, 3, 4, 2, bias=False, batch_first=True, dropout=0.1, bidirectional=True)]
    yield from [module('LSTM', 3, 4, proj_size=2), module('RNN', 3, 4, 1, 'relu'), module('RNNCell', 3, 4), module('RNNCell', 3, 4, False, 'relu')]
    yield from [module('LSTMCell', 3, 4), module('LSTMCell', 3, 4, bias=False), module('GRUCell', 3, 4)]
    yield from [module('Flatten'), module('Flatten', 0, 2), module('Unflatten', 1, [2, 3]), module('PixelShuffle', 2), module('PixelUnshuffle', 2)]
    yield from [module('ChannelShuffle', 2), module('Upsample', 5), module('Upsample', [3, 4], mode='bilinear', align_corners=True)]
    yield from [module('Upsample', scale_factor=2), module('UpsamplingNearest2d', scale_factor=2), module('UpsamplingBilinear2d', 5)]
    yield from [module('CosineSimilarity'), module('PairwiseDistance', 1)]
    losses = ['L1Loss', 'MSELoss', 'CrossEntropyLoss', 'NLLLoss', 'BCELoss', 'BCEWithLogitsLoss', 'KLDivLoss', 'SmoothL1Loss', 'HuberLoss']
    losses += ['PoissonNLLLoss', 'GaussianNLLLoss', 'HingeEmbeddingLoss', 'CosineEmbeddingLoss', 'MarginRankingLoss', 'TripletMarginLoss']
    losses += ['TripletMarginWithDistanceLoss', 'MultiMarginLoss', 'MultiLabelMarginLoss', 'MultiLabelSoftMarginLoss', 'SoftMarginLoss']
    for name in losses:
        yield from [module(name), module(name, reduction='sum')]
    yield from [module('MultiheadAttention', 4, 2), module('MultiheadAttention', 4, 2, bias=False, kdim=3, add_bias_kv=True)]
    encoder, decoder = module('TransformerEncoderLayer', 4, 2, 8), module('TransformerDecoderLayer', 4, 2, 8, bias=False)
    yield from [encoder, decoder, module('TransformerEncoder', encoder, 3), module('TransformerDecoder', decoder, 2, module('LayerNorm', 4))]
    yield module('Transformer', 4, 2, 2, 1, 8)
    linear, relu = module('Linear', 2, 2), module('ReLU')
    yield from [module('Sequential'), module('Sequential', linear, relu, linear), module('ModuleList'), module('ModuleDict')]
    yield from [module('ModuleList', [linear, linear, relu, linear]), module('ModuleList', [module('Sequential', linear), module('Sequential', linear)])]


def optimizers():
    for name in ['ASGD', 'Adadelta', 'Adafactor', 'Muon', 'Adagrad', 'Adam', 'AdamW', 'Adamax', 'LBFGS', 'NAdam', 'RAdam', 'RMSprop', 'Rprop', 'SGD']:
        yield module(name)
        yield module(name, lr=0.05, **({} if name == 'Muon' else {'maximize': True}))
    yield from [module('Adam', betas=[0.8, 0.99], amsgrad=True, decoupled_weight_decay=True), module('AdamW', weight_decay=0.1)]
    yield from [module('SGD', 0.1, 0.9, nesterov=True), module('NAdam', decoupled_weight_decay=True, weight_decay=0.5)]
    yield from [module('LBFGS', 0.5, 4, line_search_fn='strong_wolfe'), module('Rprop', etas=[0.4, 1.5]), module('RMSprop', centered=True)]
    yield from [module('SparseAdam'), module('SparseAdam', lr=0.1, betas=[0.8, 0.9])]


def printed(case, value):
    return {**case, 'repr': repr(value)}


params = [torch.nn.Parameter(torch.zeros(1, 2))]
print('{"modules": [')
print(',\n'.join(json.dumps(printed(c, made(c))) for c in modules()))
print('], "optimizers": [')
print(',\n'.join(json.dumps(printed(c, getattr(optim, c['name'])(params, *map(made, c['args']), **{k: made(v) for k, v in c['kwargs'].items()}))) for c in optimizers()))
print(']}')
