# QLoRA in small: block-wise 4-bit NormalFloat with double quantization, a custom autograd function, LoRA on top
import math
import torch
import torch.nn as nn

NF4 = torch.tensor([-1.0, -0.6961928, -0.5250731, -0.3949175, -0.28444138, -0.18477343, -0.09105004, 0.0, 0.0795803, 0.1609302, 0.2461123, 0.33791524, 0.44070983, 0.562617, 0.72295684, 1.0])

def quantize_nf4(w, block=8):
    flat = w.reshape(-1, block)
    absmax = flat.abs().amax(dim=1, keepdim=True)
    scaled = flat / absmax
    idx = (scaled.unsqueeze(-1) - NF4).abs().argmin(-1).to(torch.uint8)
    packed = (idx[:, ::2] << 4) | idx[:, 1::2]
    offset = absmax.mean()
    q_absmax = torch.clamp(torch.round((absmax - offset) / (absmax - offset).abs().max() * 127), -128, 127).to(torch.int8)
    return packed, q_absmax, (absmax - offset).abs().max() / 127, offset

def dequantize_nf4(packed, q_absmax, scale, offset, shape):
    hi, lo = packed >> 4, packed & 0xF
    idx = torch.stack([hi, lo], dim=-1).flatten(1).long()
    return (NF4[idx] * (q_absmax.float() * scale + offset)).reshape(shape)

class MatMul4Bit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, packed, q_absmax, scale, offset, shape):
        ctx.save_for_backward(packed, q_absmax, scale, offset)
        ctx.shape = shape
        return x @ dequantize_nf4(packed, q_absmax, scale, offset, shape).t()

    @staticmethod
    def backward(ctx, grad_output):
        packed, q_absmax, scale, offset = ctx.saved_tensors
        grad_x = None
        if ctx.needs_input_grad[0]:
            grad_x = grad_output @ dequantize_nf4(packed, q_absmax, scale, offset, ctx.shape)
        return grad_x, None, None, None, None, None

class QLoRALinear(nn.Module):
    def __init__(self, linear: nn.Linear, r=2, alpha=4, dropout=0.1):
        super().__init__()
        packed, q_absmax, scale, offset = quantize_nf4(linear.weight.data)
        self.register_buffer("packed", packed)
        self.register_buffer("q_absmax", q_absmax)
        self.register_buffer("scale", scale)
        self.register_buffer("offset", offset)
        self.shape = linear.weight.shape
        self.bias = nn.Parameter(linear.bias.detach().clone(), requires_grad=False)
        self.lora_A = nn.Parameter(torch.empty(r, linear.in_features))
        self.lora_B = nn.Parameter(torch.zeros(linear.out_features, r))
        nn.init.kaiming_uniform_(self.lora_A, a=math.sqrt(5))
        self.scaling = alpha / r
        self.dropout = nn.Dropout(p=dropout)

    def forward(self, x):
        result = MatMul4Bit.apply(x, self.packed, self.q_absmax, self.scale, self.offset, self.shape)
        return result + self.bias + (self.dropout(x) @ self.lora_A.T @ self.lora_B.T) * self.scaling

    def extra_repr(self):
        return f"shape={tuple(self.shape)}, scaling={self.scaling}"

torch.manual_seed(0)
base = nn.Sequential(nn.Linear(16, 32), nn.GELU(), nn.Linear(32, 8))
x, y = torch.randn(12, 16), torch.randint(8, (12,))
before = base(x).detach()
for name, module in list(base.named_children()):
    if isinstance(module, nn.Linear):
        setattr(base, name, QLoRALinear(module))
print(base)
base.eval()
print(f"error {(base(x) - before).abs().max():.4f}", base[0].packed.dtype, base[0].q_absmax.flatten()[:6])
base.train()
trainable = [p for p in base.parameters() if p.requires_grad]
total = sum(p.numel() for p in base.parameters())
print(f"trainable params: {sum(p.numel() for p in trainable)} || all params: {total} || trainable%: {100 * sum(p.numel() for p in trainable) / total:.2f}")
opt = torch.optim.AdamW(trainable, lr=2e-2)
for step in range(5):
    loss = nn.functional.cross_entropy(base(x), y, label_smoothing=0.1)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(step, round(loss.item(), 4))
print({k: v.dtype for k, v in base[2].state_dict().items()})
