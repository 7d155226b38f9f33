"""Writes the models of test/exchange/onnx/fixtures with PyTorch 2.15, and what PyTorch computes of them.

python makeOnnx.py OUT_FOLDER (needs the packages onnx and onnxscript)
"""
import json
import sys

import torch
from torch import nn

torch.manual_seed(0)
torch.set_num_threads(1)
out = sys.argv[1]


class Attn(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(20, 16)
        self.q, self.k, self.v = nn.Linear(16, 16), nn.Linear(16, 16), nn.Linear(16, 16)
        self.ln = nn.LayerNorm(16)
        self.ff = nn.Sequential(nn.Linear(16, 32), nn.GELU(), nn.Linear(32, 16))

    def forward(self, x):
        b, t = x.shape
        h = self.emb(x)
        q, k, v = (f(h).view(b, t, 4, 4).transpose(1, 2) for f in (self.q, self.k, self.v))
        a = q @ k.transpose(-2, -1) / 2.0
        m = torch.tril(torch.ones(t, t)).bool()
        a = a.masked_fill(~m, float("-inf")).softmax(-1)
        h = h + (a @ v).transpose(1, 2).reshape(b, t, 16)
        return self.ln(h + self.ff(h))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Sequential(
            nn.Conv2d(3, 8, 3, 2, 1, bias=False),
            nn.BatchNorm2d(8),
            nn.ReLU6(),
            nn.Conv2d(8, 8, 3, 1, 1, groups=8),
            nn.Hardswish(),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 1),
            nn.SiLU(),
            nn.Upsample(scale_factor=2, mode="bilinear"),
            nn.ConvTranspose2d(16, 4, 3, 2, 1, 1),
            nn.LeakyReLU(0.1),
            nn.AdaptiveAvgPool2d(1),
        )
        self.l = nn.Linear(4, 5)

    def forward(self, x):
        return self.l(self.f(x).flatten(1)).log_softmax(1)


class Odd(nn.Module):
    def forward(self, x):
        a = x[:, 1:-1]
        b = torch.cat([a, x.flip(1)[:, :2]], 1)
        c = b.pow(2).mean(-1, keepdim=True).sqrt()
        v, i = b.topk(2, -1)
        d = torch.where(b > 0, b, b.exp()).clamp(-1, 1).cumsum(1)
        e = torch.einsum("bij,bkj->bik", b, b)
        return c.squeeze(-1), v, i, d, e, b.argmax(1), b.permute(2, 0, 1).reshape(-1), b.std(0), b.unsqueeze(0).expand(2, -1, -1, -1)


class Rnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.r = nn.LSTM(4, 6, batch_first=True)
        self.o = nn.Linear(6, 2)

    def forward(self, x):
        h, _ = self.r(x)
        return self.o(h[:, -1])


class Gru(nn.Module):
    def __init__(self):
        super().__init__()
        self.r = nn.GRU(4, 6, 2, batch_first=True, bidirectional=True)
        self.o = nn.Linear(12, 2)

    def forward(self, x):
        h, _ = self.r(x)
        return self.o(h[:, -1])


models = {
    "attn": (Attn(), torch.randint(0, 20, (2, 5))),
    "cnn": (Cnn(), torch.randint(-64, 64, (2, 3, 16, 16)) / 32),
    "odd": (Odd(), torch.randn(2, 5, 4)),
    "rnn": (Rnn(), torch.randn(2, 5, 4)),
    "gru": (Gru(), torch.randn(2, 5, 4)),
}
expected = {}
for name, (model, x) in models.items():
    model.eval()
    y = model(x)
    y = y if isinstance(y, tuple) else (y,)
    tell = lambda t: {"shape": list(t.shape), "data": t.flatten().tolist()}
    expected[name] = {"input": tell(x), "outputs": [tell(t) for t in y]}
    torch.onnx.export(model, (x,), f"{out}/{name}.onnx", input_names=["x"], dynamo=False, dynamic_axes={"x": {0: "batch"}})
    if name == "rnn":
        # The exporter of today keeps the weights in a file beside the model.
        shapes = ({0: torch.export.Dim("batch")},)
        torch.onnx.export(model, (x,), f"{out}/{name}_beside.onnx", input_names=["x"], dynamo=True, dynamic_shapes=shapes)
        expected[f"{name}_beside"] = expected[name]
with open(f"{out}/expected.json", "w") as file:
    json.dump(expected, file)
