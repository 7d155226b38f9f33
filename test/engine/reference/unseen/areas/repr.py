"""What is printed: tensors of every dtype and shape, modules, distributions, optimizers."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

f64, f32, c128, c64, f16, bf16, i64, i32, i16, i8, u8, u16, b1 = (
    torch.float64,
    torch.float32,
    torch.complex128,
    torch.complex64,
    torch.float16,
    torch.bfloat16,
    torch.int64,
    torch.int32,
    torch.int16,
    torch.int8,
    torch.uint8,
    torch.uint16,
    torch.bool,
)
A = begin("repr")


def R(text, **x):
    P(A, text, x or None, seed=1, repr_="y")


for dt in (f32, f64, f16, bf16, i64, i32, u8, b1, c64, c128, i16, i8, u16):
    for shape in ((), (0,), (1,), (5,), (30,), (2, 3), (3, 0), (0, 2, 3), (2, 2, 2), (1, 1, 1), (2, 40), (50, 2), (3, 1, 4), (2, 2, 2, 2), (7, 7)):
        for lo, hi in ((-2, 2), (0, 1), (-1000, 1000)):
            R("y = x * 1", x=T(*shape, dtype=dt, lo=lo, hi=hi if not (dt in (i8, u8) and hi > 100) else 100))
    if dt.is_floating_point or dt.is_complex:
        for s in ("1e-8", "1e8", "12345.678", "1e-4", "3", "1e5", "1e30"):
            R(f"y = x * {s}", x=T(4, dtype=dt))
            R(f"y = x * {s}", x=T(2, 3, dtype=dt))
            R(f"y = (x * {s})", x=T(3, dtype=dt, grad=True))
        R("y = x", x=T(3, dtype=dt, grad=True)) if False else None
        R("y = x.requires_grad_()", x=T(3, dtype=dt))
        R("y = (x * 2).sum()", x=T(3, dtype=dt, grad=True))
        R("y = x.view(3, 1)", x=T(3, dtype=dt, grad=True))
        R("y = x[0]", x=T(3, dtype=dt, grad=True))
        R("y = x.reshape(1, 3).T @ x.reshape(1, 3)", x=T(3, dtype=dt, grad=True))
for vals in (
    [math.nan],
    [math.inf, 1.0],
    [math.nan, math.inf, -math.inf],
    [1.0, math.nan, 100000.0],
    [0.0, -0.0],
    [1e-45, 1.0],
    [1.0, 2.0, 3.0],
    [1.5, 1e6],
    [1e10, 1.0],
    [0.1, 0.01, 0.001],
    [123456789.0],
    [1e-10],
    [99999.5],
    [0.00001, 1],
    [1e7, 2e7],
    [1e8],
    [16777216.0, 1.0],
    [math.inf],
    [-1.0, 2.0],
    [1 / 3, 2 / 3],
    [1000.0, 0.001],
    [5e-5],
    [1e-5, 2e-5],
):
    for dt in (f32, f64, f16, bf16):
        R("y = x * 1", x=torch.tensor(vals).to(dt))
        R("y = x.reshape(-1, 1)", x=torch.tensor(vals).to(dt))
        R("y = x[0]", x=torch.tensor(vals).to(dt))
        R("y = torch.complex(x, x)", x=torch.tensor(vals).to(dt))
        R("y = torch.complex(x, x * 1000)", x=torch.tensor(vals).to(dt))
        R("y = list([x, x])" if False else "y = torch.stack([x, x])", x=torch.tensor(vals).to(dt))
big = [
    torch.arange(2000.0),
    torch.arange(1200).reshape(30, 40),
    torch.arange(5000).reshape(5, 1000),
    torch.zeros(1001),
    torch.ones(11, 11, 11),
    torch.arange(1500.0).reshape(3, 500) / 7,
    torch.eye(40),
    torch.zeros(1, 2000),
    torch.rand(2000, 1, generator=G),
    torch.arange(2000) > 3,
]
for x in big:
    R("y = x * 1", x=x)
    R("y = x[:, :3]" if x.dim() > 1 else "y = x[:5]", x=x)
    R("y = x.T" if x.dim() == 2 else "y = x.flip(0)", x=x)
mods = """nn.Linear(3, 4)|nn.Linear(3, 4, bias=False)|nn.Linear(3, 4, dtype=torch.float64)|nn.Conv2d(1, 8, 3)|nn.Conv2d(4, 8, (3, 5), stride=2, padding=(1, 2), dilation=2, groups=2, bias=False)|nn.Conv2d(4, 8, 3, padding='same', padding_mode='circular')|nn.Conv1d(2, 3, 1, stride=2)|nn.Conv3d(1, 1, 2)|nn.ConvTranspose2d(3, 4, 2, stride=2, output_padding=1)|nn.ConvTranspose1d(3, 4, 2)|nn.BatchNorm1d(4)|nn.BatchNorm2d(4, eps=0.001, momentum=None, affine=False)|nn.BatchNorm3d(3, track_running_stats=False)|nn.LayerNorm(4)|nn.LayerNorm([2, 3], elementwise_affine=False)|nn.LayerNorm(4, bias=False)|nn.GroupNorm(2, 4)|nn.InstanceNorm2d(3)|nn.RMSNorm(4)|nn.RMSNorm(4, eps=1e-5)|nn.LocalResponseNorm(2)|nn.Dropout()|nn.Dropout(0.25, inplace=True)|nn.Dropout2d(0.1)|nn.AlphaDropout()|nn.ReLU()|nn.ReLU(inplace=True)|nn.LeakyReLU(0.2)|nn.ELU(alpha=2.0)|nn.CELU()|nn.SELU()|nn.GELU()|nn.GELU(approximate='tanh')|nn.SiLU()|nn.Mish()|nn.Softplus()|nn.Softplus(beta=2, threshold=10)|nn.Softmax(dim=1)|nn.Softmax()|nn.LogSoftmax(dim=-1)|nn.Softmin(dim=0)|nn.Softmax2d()|nn.Tanh()|nn.Sigmoid()|nn.LogSigmoid()|nn.Hardtanh()|nn.Hardtanh(-2, 2)|nn.ReLU6()|nn.Hardswish()|nn.Hardsigmoid()|nn.Hardshrink()|nn.Softshrink(0.1)|nn.Tanhshrink()|nn.Softsign()|nn.Threshold(0.1, 20)|nn.PReLU()|nn.PReLU(3)|nn.RReLU()|nn.GLU()|nn.MaxPool2d(2)|nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True)|nn.MaxPool1d(2, return_indices=True)|nn.AvgPool2d(2)|nn.AvgPool1d(3)|nn.AdaptiveAvgPool2d(1)|nn.AdaptiveAvgPool2d((2, None))|nn.AdaptiveMaxPool1d(3)|nn.LPPool2d(2, 3)|nn.FractionalMaxPool2d(2, output_size=3)|nn.MaxUnpool2d(2)|nn.Flatten()|nn.Flatten(0, 1)|nn.Unflatten(1, (2, 3))|nn.Identity()|nn.Identity(3)|nn.Embedding(10, 3)|nn.Embedding(10, 3, padding_idx=0)|nn.Embedding(10, 3, max_norm=1.0, scale_grad_by_freq=True)|nn.EmbeddingBag(10, 3)|nn.EmbeddingBag(10, 3, mode='sum')|nn.RNN(3, 4)|nn.RNN(3, 4, nonlinearity='relu', bidirectional=True)|nn.LSTM(3, 4, num_layers=2, batch_first=True, dropout=0.1)|nn.LSTM(3, 4, proj_size=2)|nn.GRU(3, 4, bias=False)|nn.LSTMCell(3, 4)|nn.GRUCell(3, 4, bias=False)|nn.RNNCell(3, 4, nonlinearity='relu')|nn.MultiheadAttention(4, 2)|nn.MultiheadAttention(4, 2, kdim=3, vdim=2, bias=False)|nn.TransformerEncoderLayer(4, 2, 8)|nn.TransformerDecoderLayer(4, 2, 8, dropout=0.0)|nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2)|nn.Transformer(4, 2, 1, 1, 8)|nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))|nn.Sequential()|nn.Sequential(nn.Sequential(nn.Linear(1, 1)), nn.Sequential(nn.Tanh(), nn.Sequential(nn.Flatten())))|nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])|nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2)])|nn.ModuleList([])|nn.ModuleDict({'a': nn.ReLU(), 'b': nn.Linear(1, 2)})|nn.ParameterList([torch.zeros(2), torch.ones(3, 2)])|nn.ParameterDict({'w': torch.zeros(2)})|nn.MSELoss()|nn.MSELoss(reduction='sum')|nn.L1Loss()|nn.CrossEntropyLoss()|nn.CrossEntropyLoss(label_smoothing=0.1)|nn.CrossEntropyLoss(weight=torch.ones(3))|nn.NLLLoss()|nn.BCELoss()|nn.BCEWithLogitsLoss(pos_weight=torch.ones(2))|nn.KLDivLoss(log_target=True)|nn.SmoothL1Loss(beta=2.0)|nn.HuberLoss()|nn.CosineEmbeddingLoss()|nn.TripletMarginLoss()|nn.MarginRankingLoss()|nn.HingeEmbeddingLoss()|nn.PoissonNLLLoss()|nn.GaussianNLLLoss()|nn.CTCLoss()|nn.MultiMarginLoss()|nn.SoftMarginLoss()|nn.MultiLabelMarginLoss()|nn.MultiLabelSoftMarginLoss()|nn.TripletMarginWithDistanceLoss()|nn.CosineSimilarity()|nn.PairwiseDistance()|nn.Upsample(scale_factor=2)|nn.Upsample(size=(4, 4), mode='bilinear', align_corners=True)|nn.UpsamplingNearest2d(scale_factor=2)|nn.UpsamplingBilinear2d(size=3)|nn.PixelShuffle(2)|nn.PixelUnshuffle(2)|nn.ChannelShuffle(2)|nn.ZeroPad2d(1)|nn.ZeroPad2d((1, 2, 3, 4))|nn.ConstantPad1d(2, 3.5)|nn.ConstantPad2d(1, 0)|nn.ReflectionPad2d(1)|nn.ReplicationPad1d((1, 2))|nn.CircularPad2d(1)|nn.Fold((4, 5), (2, 2))|nn.Unfold(3)|nn.Bilinear(2, 3, 4)|nn.LazyLinear(3)|nn.LazyConv2d(4, 3)|nn.LazyBatchNorm1d()|nn.AdaptiveLogSoftmaxWithLoss(5, 20, [5, 10])|nn.Parameter(torch.ones(2))|nn.Parameter(torch.arange(3.0), requires_grad=False)|nn.Buffer(torch.ones(2))|nn.SyncBatchNorm(3)|nn.CrossMapLRN2d(2)|nn.FeatureAlphaDropout()|nn.utils.parametrizations.weight_norm(nn.Linear(2, 3))|nn.utils.parametrizations.orthogonal(nn.Linear(2, 2))|nn.utils.weight_norm(nn.Linear(2, 3))|nn.LPPool1d(1.5, 2)|nn.AvgPool3d(2, count_include_pad=False)|nn.AdaptiveMaxPool2d((None, 3))|nn.InstanceNorm1d(3, affine=True, track_running_stats=True)|nn.Linear(0, 3)|nn.Identity()""".split(
    "|"
)
for m in mods:
    P(A, "y = " + m, seed=1, repr_="y")
ds = """D.Normal(0.0, 1.0)|D.Normal(torch.zeros(2), torch.ones(2))|D.Bernoulli(0.3)|D.Bernoulli(logits=torch.zeros(2))|D.Categorical(torch.ones(3))|D.Categorical(logits=torch.zeros(2, 3))|D.Beta(1.0, 2.0)|D.Gamma(torch.tensor([1.0]), 2.0)|D.Uniform(0.0, 1.0)|D.MultivariateNormal(torch.zeros(2), torch.eye(2))|D.Independent(D.Normal(torch.zeros(3), 1.0), 1)|D.Dirichlet(torch.ones(3))|D.Poisson(2.0)|D.Exponential(1.5)|D.StudentT(3.0)|D.LogNormal(0.0, 1.0)|D.TransformedDistribution(D.Normal(0.0, 1.0), [D.ExpTransform()])|D.MixtureSameFamily(D.Categorical(torch.ones(2)), D.Normal(torch.zeros(2), 1.0))|D.AffineTransform(1.0, 2.0)|D.ExpTransform()|D.ComposeTransform([D.ExpTransform(), D.AffineTransform(0.0, 1.0)])|D.Laplace(0.0, 1.0)|D.Multinomial(3, torch.ones(2))|D.OneHotCategorical(torch.ones(2))|D.RelaxedBernoulli(torch.tensor(0.5), 0.2)|D.LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), torch.ones(2))|D.VonMises(0.0, 1.0)|D.Wishart(torch.tensor(3.0), torch.eye(2))|D.LKJCholesky(3)|D.SigmoidTransform()|D.constraints.positive|D.constraints.interval(0.0, 1.0)|D.constraints.simplex|D.constraints.real_vector|D.SigmoidTransform().inv|D.StickBreakingTransform()""".split(
    "|"
)
for m in ds:
    P(A, "y = " + m, seed=1, repr_="y")
op = "SGD(%s, lr=0.1)|SGD(%s, lr=0.1, momentum=0.9, nesterov=True)|Adam(%s)|AdamW(%s, lr=0.01)|RMSprop(%s)|Adagrad(%s)|Adadelta(%s)|Adamax(%s)|NAdam(%s)|RAdam(%s)|ASGD(%s)|Rprop(%s)|LBFGS(%s)|SparseAdam(%s)|Adafactor(%s)".split(
    "|"
)
for o in op:
    P(A, "y = torch.optim." + o % "[x]", {"x": T(2, 2, grad=True)}, repr_="y")
for (
    t
) in "torch.max(x, 0)|torch.sort(x)|torch.topk(x, 1)|torch.linalg.svd(x)|torch.linalg.qr(x)|torch.unbind(x)|torch.split(x, 1)|torch.var_mean(x)|torch.median(x, 1)|torch.kthvalue(x, 1)|torch.mode(x)|torch.cummax(x, 0)|torch.aminmax(x)|torch.linalg.slogdet(x)|torch.linalg.eigh(x)|torch.linalg.lu(x)|torch.frexp(x)|torch.meshgrid(x[0], x[1])|x.shape|x.size()|x.dtype|x.device|x.layout|x.stride()|torch.finfo(torch.float32)|torch.iinfo(torch.int8)|torch.Size([2, 3])|torch.device('cpu')|torch.float16|torch.Generator()|x.tolist()|x[0, 0].item()|torch.nn.utils.rnn.pack_sequence([x[0]])|torch.unique(x, return_counts=True)|torch.where(x > 0)|torch.geqrf(x)|torch.triangular_solve(x, x)|torch.histogram(x, 3)|torch.linalg.lstsq(x, x)|torch.linalg.ldl_factor(x @ x.T)|torch.linalg.inv_ex(x)|torch.lu_unpack(x, torch.tensor([1, 2], dtype=torch.int32))|x.to_sparse()|x.to_sparse_csr()|x.grad_fn|(x * 2).grad_fn|x.storage_offset()|x.is_leaf|torch.strided|torch.channels_last|torch.sparse_coo|x.T.is_contiguous()|torch.nn.functional.relu(x).grad_fn|x.requires_grad".split(
    "|"
):
    P(A, "y = " + t, {"x": torch.tensor([[1.5, -0.25], [0.75, 2.0]], requires_grad="grad_fn" in t)}, seed=0, repr_="y")
save()
