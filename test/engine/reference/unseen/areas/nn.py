"""torch.nn: settings of convolutions and pools, losses, layers, wrong calls."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

A = begin("nn")
f64, f32 = torch.float64, torch.float32


def back(t, ins, **k):
    P(A, t + "; s = (y * y).sum(); s.backward()", ins, seed=5, tol=(2e-4, 2e-5) if any(v.dtype == f32 for v in ins.values()) else None, **k)


X = lambda *s, **k: T(*s, dtype=f64, grad=True, **k)
for n in (1, 2, 3):
    sp = [5, 4, 3][:n]
    for kw in (
        "",
        "stride=2",
        "padding=1",
        "dilation=2, padding=2",
        "groups=2",
        "padding='same'",
        "padding='valid'",
        "stride=2, padding=1, groups=2",
        "padding=3",
        "stride=0",
        "padding=-1",
        "dilation=0",
        "groups=3",
        "padding='x'",
        "stride=(1, 2)",
    ):
        g = 2 if "groups=2" in kw else 1
        back(f"y = F.conv{n}d(x, w, b{', '+kw if kw else ''})", {"x": X(2, 4, *sp), "w": X(6, 4 // g, *([2] * n)), "b": X(6)})
        back(f"y = F.conv_transpose{n}d(x, w, b{', '+kw if kw and 'same' not in kw else ''})", {"x": X(2, 4, *sp), "w": X(4, 6 // g, *([2] * n)), "b": X(6)})
    for kw in (
        "2",
        "3, stride=1",
        "2, padding=1",
        "3, stride=2, padding=1",
        "2, ceil_mode=True",
        "2, stride=1, ceil_mode=True, padding=1",
        "5",
        "2, padding=2",
        "0",
        "2, stride=0",
    ):
        back(f"y = F.max_pool{n}d(x, {kw})", {"x": X(2, 3, *sp)})
        back(f"y = F.avg_pool{n}d(x, {kw})", {"x": X(2, 3, *sp)})
        back(f"y = F.avg_pool{n}d(x, {kw}, count_include_pad=False)", {"x": X(2, 3, *sp)})
        P(A, f"y, i = F.max_pool{n}d(x, {kw}, return_indices=True)", {"x": X(3, *sp)})
        if n < 3:
            back(f"y = F.lp_pool{n}d(x, 2, {kw.split(',')[0]})", {"x": X(2, 3, *sp)})
    for o in (1, 2, 3, "None" if n > 1 else 2, 0):
        oo = o if n == 1 or o != "None" else "(" + ", ".join(["None"] + ["2"] * (n - 1)) + ")"
        back(f"y = F.adaptive_avg_pool{n}d(x, {oo})", {"x": X(2, 3, *sp)})
        back(f"y = F.adaptive_max_pool{n}d(x, {oo})", {"x": X(2, 3, *sp)})
    back(f"y = F.max_pool{n}d(x, 2)", {"x": X(*sp)})
    back(f"y = F.avg_pool{n}d(x, 2)", {"x": T(2, 3, *sp, dtype=torch.int64)})
    for mode in ("reflect", "replicate", "circular", "constant"):
        for pads in ([1, 1], [2, 1], [0, 3], [-1, 1], [6, 0])[:5]:
            back(f"y = F.pad(x, {pads*n if mode!='constant' else pads}, mode='{mode}')", {"x": X(1, 2, *sp)})
    modes = (
        ("nearest", "linear", "area", "nearest-exact")
        if n == 1
        else ("nearest", "bilinear", "bicubic", "area", "nearest-exact") if n == 2 else ("nearest", "trilinear", "area")
    )
    for m in modes:
        for kw in (
            "scale_factor=2",
            "scale_factor=0.5",
            "scale_factor=1.5",
            f"size={tuple([6]*n)}",
            "size=3",
            "scale_factor=2, align_corners=True",
            "scale_factor=1.7, recompute_scale_factor=True",
            "size=0",
        ):
            back(f"y = F.interpolate(x, {kw}, mode='{m}')", {"x": X(1, 2, *sp)})
    back(f"y = F.instance_norm(x)", {"x": X(2, 3, *sp)})
    back("y = F.group_norm(x, 2, w, b)", {"x": X(2, 4, *sp), "w": X(4), "b": X(4)})
    back(
        "y = F.batch_norm(x, m, v, w, b, training=True, momentum=0.3)",
        {"x": X(2, 3, *sp), "m": T(3, dtype=f64), "v": T(3, dtype=f64, lo=0.5, hi=2), "w": X(3), "b": X(3)},
    )
    back("y = F.batch_norm(x, m, v, w, b)", {"x": X(2, 3, *sp), "m": T(3, dtype=f64), "v": T(3, dtype=f64, lo=0.5, hi=2), "w": X(3), "b": X(3)})
    back("y = F.local_response_norm(x, 2)", {"x": X(2, 4, *sp)})
    back(f"y = F.layer_norm(x, {sp})", {"x": X(2, 4, *sp)})
    back(f"y = F.rms_norm(x, {sp})", {"x": X(2, 4, *sp)})
    back(f"y = F.dropout{'' if n==1 else str(n)+'d'}(x, 0.3)", {"x": X(2, 3, *sp)})
    back(f"y = F.alpha_dropout(x, 0.3, training=True)", {"x": X(2, 3, *sp)})
    back(f"y = F.feature_alpha_dropout(x, 0.3, training=True)", {"x": X(2, 3, *sp)})
losses = "mse_loss l1_loss smooth_l1_loss huber_loss binary_cross_entropy binary_cross_entropy_with_logits kl_div poisson_nll_loss soft_margin_loss hinge_embedding_loss multilabel_soft_margin_loss multilabel_margin_loss multi_margin_loss".split()
for l in losses:
    for red in ("mean", "sum", "none", "x"):
        for sx, sy in (((3, 4), (3, 4)), ((3, 4), (4,)), ((3, 4), (3,)), ((), ()), ((0, 4), (0, 4)), ((4,), (4,))):
            y = T(*sy, dtype=f64, lo=0, hi=1)
            if l in ("soft_margin_loss", "hinge_embedding_loss"):
                y = (y > 0.5).double() * 2 - 1
            if l == "multilabel_margin_loss":
                y = torch.zeros(sy, dtype=torch.int64) - 1
            if l == "multi_margin_loss":
                y = torch.zeros(sy[:1], dtype=torch.int64)
            x = X(*sx, lo=0.05, hi=0.95)
            back(f"y = F.{l}(x, t, reduction='{red}')", {"x": x, "t": y})
    back(f"y = F.{l}(x, t)", {"x": X(3), "t": T(3)})
for red in ("mean", "sum", "none"):
    for kw in ("", "weight=w", "ignore_index=1", "label_smoothing=0.2", "weight=w, label_smoothing=0.1", "label_smoothing=2"):
        back(
            f"y = F.cross_entropy(x, t, reduction='{red}'{', '+kw if kw else ''})",
            {"x": X(4, 3), "t": torch.tensor([0, 2, 1, 1]), "w": T(3, dtype=f64, lo=0.1, hi=2)},
        )
        back(
            f"y = F.cross_entropy(x, t, reduction='{red}'{', '+kw if kw else ''})",
            {"x": X(2, 3, 4), "t": torch.randint(0, 3, (2, 4), generator=G), "w": T(3, dtype=f64, lo=0.1, hi=2)},
        )
        back(
            f"y = F.cross_entropy(x, t, reduction='{red}'{', '+kw if kw else ''})",
            {"x": X(4, 3), "t": T(4, 3, dtype=f64, lo=0, hi=1), "w": T(3, dtype=f64, lo=0.1, hi=2)},
        )
        if "smooth" not in kw:
            back(
                f"y = F.nll_loss(x, t, reduction='{red}'{', '+kw if kw else ''})",
                {"x": X(4, 3), "t": torch.tensor([0, 2, 1, 1]), "w": T(3, dtype=f64, lo=0.1, hi=2)},
            )
for t in (
    "F.cross_entropy(x, torch.tensor([0, 5, 1, 1]))",
    "F.cross_entropy(x, torch.tensor([0, -100, 1, 1]))",
    "F.cross_entropy(x, torch.tensor([-100, -100, -100, -100]))",
    "F.cross_entropy(x, torch.tensor([0, 1]))",
    "F.cross_entropy(x, torch.tensor([0.5, 1.0, 2.0, 0.0]))",
    "F.cross_entropy(x, torch.tensor([[0, 1, 2]]))",
    "F.cross_entropy(x[0], torch.tensor(1))",
    "F.nll_loss(x, torch.tensor([0, 1, 2]))",
    "F.nll_loss(x, x)",
    "F.nll_loss(x, torch.tensor([0, 7, 1, 1]))",
    "F.cosine_embedding_loss(x, x + 1, torch.tensor([1, -1, 1, 1]))",
    "F.margin_ranking_loss(x[:, 0], x[:, 1], torch.tensor([1, -1, 1, 1]))",
    "F.triplet_margin_loss(x, x + 1, x - 1)",
    "F.triplet_margin_loss(x, x + 1, x - 1, swap=True, p=1)",
    "F.gaussian_nll_loss(x, x * 0, x.abs() + 1)",
    "F.gaussian_nll_loss(x, x * 0, 1.0)",
    "F.gaussian_nll_loss(x, x * 0, -x)",
    "F.ctc_loss(x.log_softmax(1).unsqueeze(1), torch.tensor([[1, 2]]), [4], [2])",
    "F.cosine_similarity(x, x + 1)",
    "F.pairwise_distance(x, x + 1)",
    "F.pairwise_distance(x, x + 1, p=1, keepdim=True)",
    "F.pdist(x)",
    "F.normalize(x)",
    "F.normalize(x, p=1, dim=0)",
    "F.embedding(torch.tensor([0, 3]), x)",
    "F.embedding(torch.tensor([0, 9]), x)",
    "F.embedding(torch.tensor([0, 3]), x, max_norm=0.5)",
    "F.embedding(torch.tensor([0.5]), x)",
    "F.embedding_bag(torch.tensor([0, 3, 1]), x, torch.tensor([0, 2]))",
    "F.embedding_bag(torch.tensor([0, 3, 1]), x, torch.tensor([0, 2]), mode='sum')",
    "F.embedding_bag(torch.tensor([[0, 3], [1, 1]]), x, mode='max')",
    "F.embedding_bag(torch.tensor([0, 3, 1]), x)",
    "F.one_hot(torch.tensor([0, 2]))",
    "F.one_hot(torch.tensor([0, 2]), 2)",
    "F.one_hot(torch.tensor([-1]))",
    "F.linear(x, x)",
    "F.linear(x, x[:, :2])",
    "F.linear(x, x, x[0])",
    "F.bilinear(x, x, x.view(1, 4, 3)[:, :3].contiguous())",
    "F.softmax(x, dim=2)",
    "F.softmax(x)",
    "F.gumbel_softmax(x)",
    "F.gumbel_softmax(x, hard=True)",
    "F.log_softmax(x, 1)",
    "F.softmin(x, 1)",
    "F.glu(x)",
    "F.glu(x[:, :2])",
    "F.prelu(x, torch.tensor([0.25], dtype=torch.float64))",
    "F.prelu(x, x[0])",
    "F.rrelu(x)",
    "F.rrelu(x, training=True)",
    "F.threshold(x, 0.5, 2)",
    "F.hardshrink(x)",
    "F.softplus(x, beta=3, threshold=1)",
    "F.unfold(x.view(1, 1, 4, 3), 2)",
    "F.fold(x.view(1, 4, 3)[:, :, :2], (2, 3), (2, 2))",
    "F.pixel_shuffle(x.view(1, 4, 3, 1), 2)",
    "F.pixel_unshuffle(x.view(1, 1, 4, 3)[:, :, :, :2], 2)",
    "F.channel_shuffle(x.view(1, 4, 3, 1), 2)",
    "F.grid_sample(x.view(1, 1, 4, 3), x[:2].view(1, 1, 3, 2), align_corners=False)",
    "F.grid_sample(x.view(1, 1, 4, 3), x[:2].view(1, 1, 3, 2), mode='nearest', padding_mode='border', align_corners=True)",
    "F.affine_grid(x[:2].view(1, 2, 3), [1, 1, 2, 2], align_corners=False)",
    "F.max_unpool1d(x.view(1, 4, 3), torch.tensor([0, 2, 4]).expand(1, 4, 3), 2)",
    "F.scaled_dot_product_attention(x, x, x)",
    "F.scaled_dot_product_attention(x, x, x, is_causal=True)",
    "F.scaled_dot_product_attention(x, x, x, attn_mask=torch.ones(4, 4, dtype=torch.bool).tril())",
    "F.scaled_dot_product_attention(x, x, x, scale=0.1)",
    "F.multi_head_attention_forward(x, x)",
    "F.hardtanh(x, 1, -1)",
    "F.elu(x, -1.0)",
    "F.celu(x, 0.0)",
    "F.layer_norm(x, [4])",
    "F.layer_norm(x, [3], x[0])",
    "F.group_norm(x, 2)",
    "F.batch_norm(x, None, None)",
    "F.batch_norm(x, None, None, training=True)",
    "F.batch_norm(x[:1], None, None, training=True)",
    "F.instance_norm(x)",
    "F.dropout(x, 1.5)",
    "F.dropout(x, 0.0)",
    "F.dropout(x, 1.0)",
    "F.dropout(x, training=False)",
    "F.conv2d(x, x)",
    "F.conv1d(x.view(1, 4, 3), x.view(1, 4, 3))",
    "F.conv1d(x.view(1, 4, 3), x.view(2, 2, 3))",
    "F.max_pool2d(x, 2)",
    "F.interpolate(x, 2)",
    "F.pad(x, [1, 2, 3])",
    "F.pad(x, [1, 1], mode='reflect')",
    "F.pad(x, [4, 1], mode='reflect')",
    "F.relu(x, inplace=True)",
    "F.relu((x * 1), inplace=True)",
    "F.gelu(x, approximate='x')",
    "F.tanh(x)",
    "F.sigmoid(x)",
    "F.local_response_norm(x, 2)",
    "F.upsample(x.view(1, 4, 3), scale_factor=2)",
):
    back("y = " + t, {"x": X(4, 3)})
layers = """nn.Linear(3, 2)|nn.Linear(3, 2, bias=False)|nn.BatchNorm1d(3)|nn.LayerNorm(3)|nn.RMSNorm(3)|nn.PReLU()|nn.Dropout(0.5)|nn.Softmax(1)|nn.GELU()|nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))|nn.RNN(3, 2)|nn.LSTM(3, 2, num_layers=2)|nn.GRU(3, 2, bidirectional=True)|nn.LSTM(3, 4, proj_size=2)|nn.RNNCell(3, 2)|nn.GRUCell(3, 2)|nn.LSTMCell(3, 2)|nn.TransformerEncoderLayer(3, 1, 4, dropout=0.0)|nn.TransformerEncoderLayer(3, 3, 4, norm_first=True)|nn.Flatten()|nn.Identity()|nn.Unflatten(1, (1, 3))|nn.GroupNorm(3, 3)|nn.LazyLinear(2)|nn.AlphaDropout(0.4)|nn.Threshold(0.2, -1)|nn.Hardswish()|nn.Mish()|nn.GLU(0)|nn.Upsample(scale_factor=2)|nn.Embedding(3, 2)|nn.Conv1d(4, 2, 2)|nn.ConvTranspose1d(4, 2, 2, stride=2)|nn.AdaptiveAvgPool1d(2)|nn.MaxPool1d(2)|nn.utils.parametrizations.weight_norm(nn.Linear(3, 2))|nn.utils.parametrizations.spectral_norm(nn.Linear(3, 2))|nn.utils.parametrizations.orthogonal(nn.Linear(3, 3))""".split(
    "|"
)
for l in layers:
    un = "LSTM" in l or "RNN(" in l or "GRU(" in l
    body = f"m = {l}; torch.manual_seed(9); " + ("o = m(x); y = o[0]" if un or "LSTMCell" in l else "y = m(x)")
    P(A, body + "; s = (y * y).sum(); s.backward()", {"x": T(4, 3, grad=True)}, seed=6, tol=(2e-4, 2e-5))
    P(
        A,
        f"m = {l}.double(); m.eval(); " + ("o = m(x); y = o[0]" if un or "LSTMCell" in l else "y = m(x)") + "; s = (y * y).sum(); s.backward()",
        {"x": T(4, 3, dtype=f64, grad=True)},
        seed=6,
        tol=(2e-4, 2e-5),
    )
    P(A, f"m = {l}; y = m(x)", {"x": T(2, 2)}, seed=6)
    P(
        A,
        (
            f"m = {l}; k = m.state_dict().keys(); n = list(m.named_parameters()).__len__()"
            if False
            else f"m = {l}; p = list(m.parameters()); t = m.training; z = m.zero_grad(); w = m.requires_grad_(False)"
        ),
        seed=6,
        tol=(2e-4, 2e-5),
    )
for t in (
    "nn.Linear(3)",
    "nn.Linear(-1, 2)",
    "nn.Conv2d(3, 4, 3, groups=2)",
    "nn.Conv2d(3, 4, 3, padding_mode='x')",
    "nn.Conv2d(3, 4, 3, padding='same', stride=2)",
    "nn.BatchNorm2d(3)(x)",
    "nn.GroupNorm(2, 3)",
    "nn.Dropout(-0.1)",
    "nn.Dropout(1.1)",
    "nn.Embedding(3, 2, padding_idx=5)",
    "nn.LSTM(3, 4, dropout=2.0)",
    "nn.LSTM(3, 4, proj_size=5)",
    "nn.LSTM(0, 4)",
    "nn.LSTM(3, -1)",
    "nn.RNN(3, 4, nonlinearity='x')",
    "nn.MultiheadAttention(4, 3)",
    "nn.TransformerEncoderLayer(4, 3)",
    "nn.Upsample(mode='x')(x)",
    "nn.MaxPool2d(2)(x)",
    "nn.Sequential(1, 2)",
    "nn.ModuleList([1])",
    "nn.Softmax(5)(x)",
    "nn.Flatten(5)(x)",
    "nn.Unflatten(1, (2, 2))(x)",
    "nn.Bilinear(2, 3, 0)",
    "nn.PixelShuffle(2)(x)",
    "nn.CrossEntropyLoss(reduction='x')(x, torch.tensor([0, 1, 2, 0]))",
    "nn.MSELoss(reduction='x')(x, x)",
    "nn.Threshold(1)",
    "nn.CosineSimilarity()(x, x[0])",
    "nn.Parameter(torch.tensor([1]))",
    "nn.ReLU(3)(x)",
    "nn.LeakyReLU(-1)(x)",
    "nn.Linear(3, 2)(x.double())",
    "nn.Linear(2, 3)(x)",
    "nn.Conv2d(3, 4, 3)(x)",
    "nn.Conv1d(4, 2, 5)(x)",
    "nn.BatchNorm1d(4)(x)",
    "nn.BatchNorm1d(3)(x[:1])",
    "nn.LayerNorm(4)(x)",
    "nn.Embedding(3, 2)(x)",
    "nn.Embedding(3, 2)(torch.tensor([3]))",
    "nn.LSTM(4, 2)(x)",
    "nn.GRU(3, 2)(x, x)",
    "nn.LSTMCell(3, 2)(x, x)",
    "nn.L1Loss()(x, x[0])",
):
    P(A, "y = " + t, {"x": T(4, 3)}, seed=3)
save()
