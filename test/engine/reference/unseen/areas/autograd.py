"""What autograd records, keeps and refuses: changes in place, views, hooks, higher derivatives."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

A = begin("autograd")
f64 = torch.float64
X = lambda *s: T(*(s or (3,)), dtype=f64, grad=True)
# 1. in-place after saving
ops = "x.exp()|x.sigmoid()|x.tanh()|x.sin()|x * x|x ** 2|x.pow(3)|x.sqrt()|x.abs()|x.relu()|x.softmax(0)|x.log_softmax(0)|x.cumsum(0)|x.cumprod(0)|x.prod()|x.max()|x.sort()[0]|x.norm()|x.std()|x.var()|x.mean()|x.sum()|x.clamp(-1, 1)|x.reciprocal()|x / 2|2 / (x + 9)|x.neg()|x.t() if False else x.view(3)|x.expand(2, 3)|x[1:]|x.flip(0)|x.roll(1)|torch.cat([x, x])|torch.stack([x, x])|torch.outer(x, x)|x.dot(x)|F.gelu(x)|F.silu(x)|F.elu(x)|F.leaky_relu(x)|F.softplus(x)|F.hardtanh(x)|F.selu(x)|F.mish(x)|F.logsigmoid(x)|F.softsign(x)|F.tanhshrink(x)|F.layer_norm(x, [3])|F.normalize(x, dim=0)|F.dropout(x, 0.5)|x.erf()|x.lgamma()|x.digamma()|torch.atan2(x, x + 3)|torch.hypot(x, x)|torch.maximum(x, x * 2)|torch.where(x > 0, x, -x)|torch.lerp(x, x * 2, 0.5)|torch.addcmul(x, x, x)|torch.addcdiv(x, x, x + 9)|x.masked_fill(x > 0, 0)|x.masked_select(x > 0)|x.gather(0, torch.tensor([0, 0]))|x.index_select(0, torch.tensor([1]))|x.scatter(0, torch.tensor([0]), x)|x.scatter_add(0, torch.tensor([0, 0]), x)|x.index_add(0, torch.tensor([0]), x[:1])|x.take(torch.tensor([0]))|x.repeat(2)|x.logsumexp(0)|x.cummax(0)[0]|x.median()|x.kthvalue(1)[0]|x.topk(2)[0]|x.frac()|x.round()|x.sign()|x.fmod(0.7)|x.remainder(0.7)|x.nan_to_num()|x.logit(0.1)|torch.logaddexp(x, x)|torch.xlogy(x, x + 5)|x.diff()|x.trapz() if False else torch.trapezoid(x)|torch.kron(x, x)|torch.cross(x, x + 1)|F.pad(x, [1, 1])|x.unfold(0, 2, 1)|x.unsqueeze(0) @ x.unsqueeze(1)|torch.einsum('i,j->ij', x, x)|F.mse_loss(x, x * 2)|F.l1_loss(x, x * 2)|F.smooth_l1_loss(x, x * 2)|F.huber_loss(x, x * 2)|F.binary_cross_entropy_with_logits(x, (x * 0.1).sigmoid())|F.kl_div(x, x.softmax(0))|F.cosine_similarity(x, x + 1, dim=0)|x.square()|x.rsqrt()|torch.var_mean(x)[0]|x.softmax(0).log()|x.tile(2)|x.narrow(0, 1, 2)|x.select(0, 1)|x.split(1)[0]|x.chunk(2)[1]|x.unbind()[2]|x.diag()|x.tril() if False else torch.diag_embed(x)|x.movedim(0, 0)|x.to(torch.float32)|x.float().double()|x.clone()|x.contiguous()|x.detach() * x|x.real|x.conj()|torch.complex(x, x).abs()|torch.polar(x.abs(), x).real|x.renorm(2, 0, 1.0) if False else x.sgn()|x.positive()|x.heaviside(x.detach()) if False else x.trunc()|x.expm1()|x.log1p() if False else x.asinh()|x.sinc()|x.i0()|x.erfinv() if False else x.atan()|x.cov() if False else x.nansum()|x.nanmean()|x.aminmax()[1]|x.amax()|x.amin()|x.argmax() * x|x.quantile(0.4)|x.nanmedian()|x.mode()[0]".split(
    "|"
)
ops = [o for o in ops if "if False" not in o]
for o in ops:
    P(A, f"y = {o}; s = (y * y).sum(); s.backward()", {"x": X()}, seed=1)
    P(
        A,
        f"a = x * 1; y = {o.replace('x','a') if o.count('x')==1 else o}; g = torch.autograd.grad(y.sum(), x, create_graph=True, allow_unused=True)[0]",
        {"x": X()},
        seed=1,
    )
    P(
        A,
        f"w = x * 1.5; y = {o.replace('max','MAX').replace('exp','EXP').replace('index','INDEX').replace('mix','MIX').replace('pixel','PIXEL').replace('x','w').replace('MAX','max').replace('EXP','exp').replace('INDEX','index')}; w.add_(1); y.sum().backward()",
        {"x": X()},
        seed=1,
    )
    P(
        A,
        f"w = x * 1.5; y = ({o.replace('max','MAX').replace('exp','EXP').replace('index','INDEX').replace('x','w').replace('MAX','max').replace('EXP','exp').replace('INDEX','index')}) * 1; z = y.sin(); y.mul_(2); z.sum().backward()",
        {"x": X()},
        seed=1,
    )
    P(A, f"y = {o}; v = y._version; l = y.is_leaf; r = y.requires_grad; y.retain_grad(); s = y.sum(); s.backward(); g = y.grad", {"x": X()}, seed=1)
    P(A, f"y = {o}; g = torch.autograd.grad(y.sum(), x, create_graph=True); h = torch.autograd.grad(g[0].sum(), x, allow_unused=True)", {"x": X()}, seed=1)
for d in ("x.detach()", "x.data", "x.clone().detach()", "x.detach().clone().requires_grad_()"):
    P(A, f"y = {d}; z = (y * x).sum(); z.backward(); r = y.requires_grad", {"x": X()})
inpl = "add_(1)|mul_(2)|mul_(y)|zero_()|fill_(3)|copy_(y)|exp_()|relu_()|clamp_(0, 1)|neg_()|sub_(y)|div_(y + 5)|pow_(2)|sigmoid_()|tanh_()|abs_()|sqrt_()|masked_fill_(y > 0, 1)|index_fill_(0, torch.tensor([0]), 2)|index_add_(0, torch.tensor([0]), y[:1])|scatter_(0, torch.tensor([0]), y)|index_copy_(0, torch.tensor([1]), y[:1])|t_()|squeeze_()|unsqueeze_(0)|transpose_(0, 0)|addcmul_(y, y)|lerp_(y, 0.5)|cumsum_(0)|sin_()|round_()|normal_()|uniform_()|requires_grad_(False)|detach_()|set_(y) |resize_(2)|clamp_min_(0)|nan_to_num_()|sign_()|square_()|reciprocal_()|erf_()|logical_not_()|eq_(y)|renorm_(2, 0, 1)".split(
    "|"
)
for i in inpl:
    i = i.strip()
    P(A, f"x.{i}", {"x": X(), "y": X()})
    P(A, f"w = x * 2; w.{i}; s = (w * w).sum(); s.backward()", {"x": X(), "y": X()}, seed=2)
    P(A, f"w = x * 2; v = w[:2]; v.{i}; s = (w * w).sum(); s.backward()", {"x": X(), "y": T(2, dtype=f64, grad=True)}, seed=2)
    P(A, f"w = torch.zeros(3, dtype=torch.float64); w.{i}; s = (w * w).sum(); s.backward()", {"y": X()}, seed=2)
    P(A, f"w = x * 2; v = w.view(3); u = w.sin(); v.{i}; s = u.sum(); s.backward()", {"x": X(), "y": X()}, seed=2)
    P(A, f"w = x * 2; a, b, c = w.unbind(); a.{i}; s = w.sum(); s.backward()", {"x": X(), "y": T(dtype=f64, grad=True)}, seed=2)
    P(A, f"with torch.no_grad():\n    x.{i}\ns = (x * x).sum()\ns.backward()", {"x": X(), "y": X()}, seed=2)
misc = """
y = x * 2; y.backward()
y = (x * 2).sum(); y.backward(); y.backward()
y = (x * 2).sum(); y.backward(retain_graph=True); y.backward()
y = (x * x).sum(); y.backward(); y.backward()
y = x * 2; y.backward(torch.ones(2))
y = x * 2; y.backward(torch.ones(3))
y = x * 2; y.backward(torch.ones(3, dtype=torch.float64))
y = x.detach().sum(); y.backward()
x.grad = torch.ones(2)
x.grad = torch.ones(3)
x.grad = torch.ones(3, dtype=torch.float64); (x * 2).sum().backward()
x.grad = None; (x * 2).sum().backward()
x.requires_grad = False; y = (x * 2).sum(); y.backward()
y = x * 2; y.requires_grad = False
y = x.long(); y.requires_grad = True
y = torch.tensor([1, 2]); y.requires_grad_()
g = torch.autograd.grad(x.sum(), y)
g = torch.autograd.grad(x.sum(), [x, y])
g = torch.autograd.grad(x.sum(), [x, y], allow_unused=True)
g = torch.autograd.grad(x.sum(), [x, y], materialize_grads=True)
g = torch.autograd.grad(x * y, [x, y])
g = torch.autograd.grad(x * y, [x, y], torch.ones(3, dtype=torch.float64))
g = torch.autograd.grad([x.sum(), (y * y).sum()], [x, y])
g = torch.autograd.grad([x * 2, y * y], [x, y], [torch.ones(3, dtype=torch.float64)])
g = torch.autograd.grad((x * y).sum(), x, retain_graph=True); h = torch.autograd.grad(g[0].sum(), y)
g = torch.autograd.grad((x * y).sum(), x, create_graph=True); h = torch.autograd.grad(g[0].sum(), y)
g = torch.autograd.grad((x * y).sum(), x, create_graph=True); h = torch.autograd.grad(g[0].sum(), x)
w = x * 2; w.register_hook(lambda g: g * 3); w.sum().backward()
x.register_hook(lambda g: g * 3); (x * y).sum().backward()
x.register_hook(lambda g: g.sum()); (x * y).sum().backward()
y.detach().register_hook(lambda g: g)
h = x.register_hook(lambda g: g * 3); h.remove(); (x * y).sum().backward()
w = x * y; w.retain_grad(); w.sum().backward(); g = w.grad
w = x.detach(); w.retain_grad()
w = x * y; w.sum().backward(); g = w.grad
y = torch.autograd.functional.jacobian(lambda a: a * a, x)
y = torch.autograd.functional.hessian(lambda a: (a ** 3).sum(), x)
y = torch.autograd.functional.vjp(lambda a: a.exp(), x, y)
y = torch.autograd.functional.jvp(lambda a: a.exp(), x, y)
y = torch.autograd.functional.hvp(lambda a: (a ** 4).sum(), x, y)
y = torch.autograd.functional.jacobian(lambda a, b: a * b, (x, y))
y = torch.autograd.functional.hessian(lambda a: a * a, x)
y = torch.func.grad(lambda a: (a ** 2).sum())(x)
y = torch.func.grad(lambda a: a ** 2)(x)
y = torch.func.jacrev(lambda a: a ** 2)(x)
y = torch.func.jacfwd(lambda a: a.sin())(x)
y = torch.func.hessian(lambda a: a.sin().sum())(x)
y = torch.func.vmap(lambda a: a * 2)(x)
y = torch.func.vmap(torch.func.grad(lambda a: a.sin()))(x)
y = torch.func.vmap(lambda a, b: a * b, in_dims=(0, None))(x, y)
o, f = torch.func.vjp(lambda a: a.sin(), x); g = f(y)
o, t = torch.func.jvp(lambda a: a.sin(), (x,), (y,))
x[0] = 1
w = x * 1; w[0] = 5; w.sum().backward()
w = x * 1; w[1:] = y[1:]; (w * w).sum().backward()
w = torch.zeros(3, dtype=torch.float64); w[0] = x[0] * 2; w[1] = x[1]; (w * w).sum().backward()
w = x * 1; w[w > 0] = 0; w.sum().backward()
w = x * 1; w[torch.tensor([0, 0])] = y[:2]; (w * w).sum().backward()
w = x.view(3, 1).expand(3, 2); w.add_(1)
w = (x * 1).expand(2, 3); w[0] = 1
w = x * 1; v = w.detach(); v.zero_(); (w * w).sum().backward()
w = x.exp(); v = w.detach(); v.zero_(); w.sum().backward()
w = x.exp(); w.data.zero_(); w.sum().backward()
w = x.exp(); w.data = torch.ones(3, dtype=torch.float64); w.sum().backward()
w = x.item()
w = x.numpy()
w = x.tolist()
w = x.sum().item()
w = torch.tensor(x)
w = x.new_tensor([1.0]); r = w.requires_grad
w = torch.zeros_like(x); r = w.requires_grad
w = torch.zeros_like(x, requires_grad=True); (w * x).sum().backward()
w = x.float(); w.sum().backward()
w = x.half(); w.sum().backward()
w = x.to(torch.complex128); (w * w.conj()).real.sum().backward()
w = x.long() * y; w.sum().backward()
w = (x > 0) * y; w.sum().backward()
w = x.argmax(); w.backward()
w = x.sign().sum(); w.backward()
w = x.round().sum(); w.backward()
w = torch.floor(x) + x; w.sum().backward()
torch.set_grad_enabled(False); w = x * 2; r = w.requires_grad; torch.set_grad_enabled(True)
w = F.dropout(x, 1.0); w.sum().backward()
w = F.embedding(torch.tensor([0, 2]), x.view(3, 1)); w.sum().backward()
w = F.embedding(torch.tensor([0, 0]), x.view(3, 1), padding_idx=0); w.sum().backward()
w = F.cross_entropy(x.view(1, 3), torch.tensor([1])); w.backward()
w = F.one_hot(x.long().abs()); r = w.requires_grad
w = torch.cdist(x.view(3, 1), y.view(3, 1)); w.sum().backward()
w = torch.cdist(x.view(3, 1), x.view(3, 1)); w.sum().backward()
w = x.norm(p=1); w.backward()
w = (x * 0).norm(); w.backward()
w = (x * 0).norm(p=3); w.backward()
w = (x * 0).std(); w.backward()
w = (x * 0).abs().sum(); w.backward()
w = (x * 0).sqrt().sum(); w.backward()
w = torch.where(x > 5, (x * 0).sqrt(), x); w.sum().backward()
w = (x * 0).prod(); w.backward()
w = (x * 0).pow(0.5).sum(); w.backward()
w = (x * 0).pow(0).sum(); w.backward()
w = torch.pow(0.0, x.abs()).sum(); w.backward()
w = torch.pow(x.abs(), y).sum(); w.backward()
w = torch.max(x, y).sum(); w.backward()
w = torch.max(x, x).sum(); w.backward()
w = x.clamp(0, 0).sum(); w.backward()
w = x.clamp(y, y + 1).sum(); w.backward()
w = x.max(); w.backward()
w = (x * 0).max(); w.backward()
w = (x * 0).amax(); w.backward()
w = (x * 0).max(0)[0]; w.backward()
w = (x * 0).median(); w.backward()
w = (x * 0).sort()[0][0]; w.backward()
w = (x * 0).topk(2)[0].sum(); w.backward()
w = x.cumprod(0).sum(); w.backward()
w = (x * 0).cumprod(0).sum(); w.backward()
w = torch.logsumexp(x * inf, 0); w.backward()
w = torch.softmax(x * -inf, 0).sum(); w.backward()
w = x.unfold(0, 2, 1).sum(); w.backward()
w = x.as_strided((2, 2), (1, 1)).sum(); w.backward()
w = torch.einsum('i,i->', x, y); w.backward()
w = torch.inner(x, y); w.backward()
w = torch.tensordot(x, y, dims=1); w.backward()
w = x.view(3, 1).matmul(y.view(1, 3)).trace(); w.backward()
w = torch.cat([x, y.float()]).sum(); w.backward()
w = torch.stack([x, y]).mean(0).sum(); w.backward()
w = torch.meshgrid(x, y, indexing='ij')[0].sum(); w.backward()
w = torch.cartesian_prod(x, y).sum(); w.backward()
w = torch.block_diag(x.view(1, 3), y.view(3, 1)).sum(); w.backward()
w = x.index_put((torch.tensor([0]),), y[:1]); w.sum().backward()
w = x.index_put((torch.tensor([0, 0]),), y[:2], accumulate=True); (w * w).sum().backward()
w = x.put(torch.tensor([0, 0]), y[:2], accumulate=True); w.sum().backward()
w = x.masked_scatter(x > 0, y); w.sum().backward()
w = torch.segment_reduce(x, 'sum', lengths=torch.tensor([1, 2])); w.sum().backward()
w = x.repeat_interleave(torch.tensor([1, 0, 2])); w.sum().backward()
w = torch.gradient(x)[0].sum(); w.backward()
w = torch.histc(x)
w = torch.bincount(x.long().abs())
w = torch.unique(x).sum(); w.backward()
w = torch.searchsorted(x, y)
w = x.nonzero(); r = w.requires_grad
w = torch.nn.functional.interpolate(x.view(1, 1, 3), scale_factor=2).sum(); w.backward()
w = torch.utils.checkpoint.checkpoint(lambda a: a * a, x, use_reentrant=False).sum(); w.backward()
""".strip().split("\n")
for m in misc:
    P(A, m, {"x": X(), "y": X()}, seed=4)
save()
