"""torch.func and autograd.functional, modules called with other parameters, attention, parametrizations, optimizers with schedulers."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

A = begin("func")
f64, f32 = torch.float64, torch.float32
X = lambda *s, **k: T(*(s or (3,)), dtype=f64, **k)


def q(t, ins, **k):
    P(A, t, ins, seed=5, tol=k.pop("tol", (1e-7, 1e-9)), **k)


fs = "a.sin() * a|(a * a).exp()|a.softmax(0)|a.cumsum(0)|a.prod() * a|a.norm() * a|torch.outer(a, a)|a.sort()[0]|a.abs()|a.sigmoid().log()|a ** 3|a.roll(1) * a|torch.stack([a, a.sin()])|torch.cat([a, a * 2])|F.gelu(a)|F.layer_norm(a, (3,))|F.normalize(a, dim=0)|a[1:] * a[:-1]|a.flip(0) / (a * a + 1)|torch.where(a > 0, a, a * 0.1)|a.clamp(-1, 1)|a.max() * a|a.var() * a|a.logsumexp(0)|a.sum()|torch.diag(a) @ a|F.softplus(a)|a.tanh()|torch.atan2(a, a + 3)|a.cumprod(0)|torch.linalg.norm(a)|a.relu()|F.silu(a)|a.unsqueeze(0) @ a.unsqueeze(1)|a.dot(a)|torch.kron(a, a)|F.mse_loss(a, a * 2)|a.erf()|a.reshape(3, 1).expand(3, 2)|a.detach() * a|a.index_select(0, torch.tensor([0, 0]))|torch.einsum('i,j->ij', a, a)|a.lgamma()|a.std() * a|a.mean()|a.min()|a.topk(2)[0]|a.float().double()|torch.zeros(3) + a|a.masked_fill(a > 0, 0.0)|a.gather(0, torch.tensor([1, 1]))|torch.vander(a)|a.diff()|F.pad(a, (1, 1))|a.unfold(0, 2, 1)|torch.linalg.inv(torch.diag(a * a + 1))|a.median()|a.amax()|F.cross_entropy(a.unsqueeze(0), torch.tensor([1]))|F.dropout(a, 0.0)|a.clone()|a.T|a.tile(2)|a.nan_to_num()|torch.hypot(a, a + 4)|a.square().sum().sqrt()|a.log_softmax(0)".split(
    "|"
)
for f in fs:
    s = f"({f}).sum()"
    for t in (
        f"torch.func.grad(lambda a: {s})(x)",
        f"torch.func.jacrev(lambda a: {f})(x)",
        f"torch.func.jacfwd(lambda a: {f})(x)",
        f"torch.func.hessian(lambda a: {s})(x)",
        f"torch.func.grad_and_value(lambda a: {s})(x)",
        f"torch.func.vmap(lambda a: {f})(z)",
        f"torch.func.vmap(torch.func.grad(lambda a: {s}))(z)",
        f"torch.func.vjp(lambda a: {s}, x)[0]",
        f"torch.func.jvp(lambda a: {f}, (x,), (w,))",
        f"torch.func.grad(torch.func.grad(lambda a: {s}))(x)",
        f"torch.func.grad(lambda b: torch.func.grad(lambda a: {s})(b).sum())(x)",
        f"torch.func.vmap(torch.func.jacrev(lambda a: {f}))(z)",
        f"torch.func.vmap(torch.func.hessian(lambda a: {s}))(z)",
        f"torch.func.vmap(lambda a: {f}, in_dims=1)(z.T)",
        f"torch.func.vmap(lambda a: {f}, out_dims=-1)(z)",
        f"torch.func.vmap(lambda a: {f}, chunk_size=1)(z)",
        f"torch.func.vmap(torch.func.vmap(lambda a: {f}))(z.unsqueeze(0))",
        f"torch.func.linearize(lambda a: {f}, x)[0]",
        f"torch.autograd.functional.jacobian(lambda a: {f}, x)",
        f"torch.autograd.functional.hessian(lambda a: {s}, x)",
        f"torch.autograd.functional.vhp(lambda a: {s}, x, w)",
        f"torch.autograd.functional.hvp(lambda a: {s}, x, w)",
        f"torch.autograd.functional.jvp(lambda a: {f}, x, w)",
        f"torch.autograd.functional.jacobian(lambda a: {f}, x, create_graph=True)",
        f"torch.autograd.functional.jacobian(lambda a: {f}, x, vectorize=True)",
        f"torch.autograd.functional.jacobian(lambda a: {f}, x, strategy='forward-mode', vectorize=True)",
        f"torch.func.vmap(lambda a: {f}, randomness='different')(z)",
    ):
        if random.random() < 0.7:
            q("y = " + t, {"x": X(), "w": X(), "z": X(2, 3)})
    if random.random() < 0.7:
        q(f"y = torch.func.vmap(lambda a: {f})(z); s = (y * y).sum(); s.backward()", {"z": X(2, 3, grad=True)})
    q(f"y = torch.func.jacrev(lambda a: {f})(x); r = y.requires_grad", {"x": X(grad=True)})
    q(f"o, f = torch.func.vjp(lambda a: {f}, x); g = f(o)", {"x": X()})
    q(f"o, f = torch.func.linearize(lambda a: {f}, x); g = f(w)", {"x": X(), "w": X()})
for (
    t
) in """torch.func.grad(lambda a, b: (a * b).sum(), argnums=1)(x, w)|torch.func.grad(lambda a, b: (a * b * b).sum(), argnums=(0, 1))(x, w)|torch.func.grad(lambda a: a * 2)(x)|torch.func.grad(lambda a: 3.5)(x)|torch.func.grad(lambda a: (a.sum(), a), has_aux=True)(x)|torch.func.grad(lambda a: a.sum(), argnums=1)(x)|torch.func.grad(lambda a: a.sum(), argnums=-1)(x)|torch.func.grad(lambda a: a.sum())(x.long())|torch.func.grad(lambda a: a.sum())(3)|torch.func.grad_and_value(lambda a: (a.sum(), a * 2), has_aux=True)(x)|torch.func.jacrev(lambda a, b: a * b, argnums=(0, 1))(x, w)|torch.func.jacrev(lambda a: (a, a * 2))(x)|torch.func.jacrev(lambda a: (a * 2, a), has_aux=True)(x)|torch.func.jacrev(lambda a: a * a, chunk_size=1)(x)|torch.func.jacfwd(lambda a, b: a * b, argnums=1)(x, w)|torch.func.jacfwd(lambda a: (a * 2, a), has_aux=True)(x)|torch.func.jacfwd(lambda a: a * 2, randomness='x')(x)|torch.func.hessian(lambda a, b: (a * b * a).sum(), argnums=(0, 1))(x, w)|torch.func.hessian(lambda a, b: (a * b * a).sum(), argnums=1)(x, w)|torch.func.vjp(lambda a: (a, a * 2), x)[0]|torch.func.vjp(lambda a: (a * 2, a), x, has_aux=True)[0]|torch.func.jvp(lambda a: a * 2, x, w)|torch.func.jvp(lambda a: a * 2, (x,), (w, w))|torch.func.jvp(lambda a: a * 2, (x,), (w[:2],))|torch.func.jvp(lambda a: (a * 2, a), (x,), (w,), has_aux=True)|torch.func.jvp(lambda a: 3, (x,), (w,))|torch.func.vmap(lambda a: a.item())(x)|torch.func.vmap(lambda a: a * 2, in_dims=(0, 0))(x)|torch.func.vmap(lambda a, b: a * b, in_dims=(0, None))(z, w)|torch.func.vmap(lambda a, b: a * b, in_dims=(None, None))(z, w)|torch.func.vmap(lambda a, b: a + b)(x, z)|torch.func.vmap(lambda a: a * 2, in_dims=5)(x)|torch.func.vmap(lambda a: a * 2, in_dims=-1)(z)|torch.func.vmap(lambda a: a * 2, out_dims=3)(z)|torch.func.vmap(lambda a: a * 2, in_dims='x')(z)|torch.func.vmap(lambda a: (a, a * 2), out_dims=(0, 1))(z)|torch.func.vmap(lambda a: (a, a * 2), out_dims=(0, 1, 2))(z)|torch.func.vmap(lambda a: {'k': a * 2})(z)|torch.func.vmap(lambda a: 3.5)(z)|torch.func.vmap(lambda a: a * 2)(3.5)|torch.func.vmap(lambda a: a * 2)(torch.tensor(1.0))|torch.func.vmap(lambda a: torch.rand(2))(z)|torch.func.vmap(lambda a: a + torch.rand(3), randomness='same')(z)|torch.func.vmap(lambda a: a + torch.rand(3), randomness='different')(z)|torch.func.vmap(lambda a: a * 2, randomness='x')(z)|torch.func.vmap(lambda a: a.nonzero())(z)|torch.func.vmap(lambda a: a[a > 0])(z)|torch.func.vmap(lambda a: a.unique())(z)|torch.func.vmap(lambda a: a.add_(1))(z)|torch.func.vmap(lambda a: w.add_(a))(z)|torch.func.vmap(lambda a: torch.zeros(3, dtype=torch.float64).add_(a))(z)|torch.func.vmap(lambda a: a.tolist())(z)|torch.func.vmap(lambda a: torch.tensor(2.0) * a)(z)|torch.func.vmap(lambda a: a.shape[0] * a)(z)|torch.func.vmap(lambda a: a.view(3, 1))(z)|torch.func.vmap(lambda a: a.view(5))(z)|torch.func.vmap(lambda a: a @ w)(z)|torch.func.vmap(torch.dot)(z, z)|torch.func.vmap(torch.dot, in_dims=(0, None))(z, w)|torch.func.vmap(torch.matmul, in_dims=(None, 0))(z, z)|torch.func.vmap(torch.sum)(z)|torch.func.vmap(F.softmax)(z)|torch.vmap(torch.sin)(z)|torch.func.vmap(torch.func.vmap(torch.mul, in_dims=(0, None)), in_dims=(None, 0))(x, w)|torch.func.vmap(torch.func.vmap(torch.mul, in_dims=(None, 0)), in_dims=(0, None))(x, w)|torch.func.vmap(lambda a: torch.func.jvp(torch.sin, (a,), (a,)))(z)|torch.func.vmap(lambda a: torch.linalg.det(a))(z.unsqueeze(-1) @ z.unsqueeze(1))|torch.func.vmap(lambda a: torch.autograd.grad(a.sum(), a))(z)|torch.autograd.functional.jacobian(lambda a, b: a * b, (x, w))|torch.autograd.functional.jacobian(lambda a, b: (a * b, a), (x, w))|torch.autograd.functional.hessian(lambda a, b: (a * b * a).sum(), (x, w))|torch.autograd.functional.hessian(lambda a: a, x)|torch.autograd.functional.vjp(lambda a: a * a, x)|torch.autograd.functional.vjp(lambda a: a * a, x, w)|torch.autograd.functional.vjp(lambda a: a.sum(), x)|torch.autograd.functional.vjp(lambda a: a * a, x, w[:2])|torch.autograd.functional.jvp(lambda a: a * a, x)|torch.autograd.functional.hvp(lambda a: a.sum(), x, w)|torch.autograd.functional.vhp(lambda a: (a ** 3).sum(), x)|torch.autograd.functional.jacobian(lambda a: torch.ones(2), x)|torch.autograd.functional.jacobian(lambda a: torch.ones(2), x, strict=True)|torch.autograd.functional.jacobian(lambda a: 3, x)|torch.autograd.functional.jacobian(lambda a: a, 3)|torch.autograd.functional.jacobian(lambda a: a * 2, x, strategy='forward-mode')|torch.autograd.functional.jacobian(lambda a: a * 2, x, strategy='x')|torch.func.functionalize(lambda a: a * 2)(x)|torch.func.linearize(lambda a: a * 2, x)[1](w)""".split(
    "|"
):
    for _ in range(2):
        q("y = " + t, {"x": X(), "w": X(), "z": X(2, 3)})
# what a program may not do under vmap and within a transform; functions with several arguments and results
for t in """torch.func.vmap(lambda a: w.mul_(a))(z)|torch.func.vmap(lambda a: w.sub_(a))(z)|torch.func.vmap(lambda a: torch.zeros(3, dtype=torch.float64).div_(a))(z)|torch.func.vmap(lambda a: torch.zeros(3, dtype=torch.float64).copy_(a))(z)|torch.func.vmap(lambda a: a.clone().add_(a))(z)|torch.func.vmap(lambda a: a.masked_select(a > 0))(z)|torch.func.vmap(lambda a: torch.unique_consecutive(a))(z)|torch.func.vmap(lambda a: a.masked_fill(a > 0, 0.5))(z)|torch.func.vmap(lambda a: torch.where(a > 0, a, -a))(z)|torch.func.vmap(lambda a: a.sort()[1])(z)|torch.func.vmap(lambda a: a.topk(2)[0])(z)|torch.func.vmap(lambda a: a[1:])(z)|torch.func.vmap(lambda a: a[torch.tensor([0, 2])])(z)|torch.func.vmap(lambda a: a.index_select(0, torch.tensor([0, 2])))(z)|torch.func.vmap(lambda a, b: a[b.long().clamp(0, 2)])(z, z)|torch.func.vmap(lambda a: torch.einsum('i,j->ij', a, a))(z)|torch.func.vmap(lambda a: torch.linalg.norm(a))(z)|torch.func.vmap(lambda a: torch.linalg.inv(torch.diag(a)))(z)|torch.func.vmap(lambda a: torch.cat([a, w]))(z)|torch.func.vmap(lambda a: torch.stack([a, w]))(z)|torch.func.vmap(lambda a: a.expand(2, 3))(z)|torch.func.vmap(lambda a: a.repeat(2))(z)|torch.func.vmap(lambda a: a.new_zeros(2) + a[0])(z)|torch.func.vmap(lambda a: torch.zeros_like(a))(z)|torch.func.vmap(lambda a: a.to(torch.float32))(z)|torch.func.vmap(lambda a: a.max(0))(z)|torch.func.vmap(lambda a: a.sum(), out_dims=None)(z)|torch.func.vmap(lambda a: w * 2, out_dims=None)(z)|torch.func.vmap(lambda a: w * 2)(z)|torch.func.vmap(lambda a: (a, w))(z)|torch.func.vmap(lambda a, b: a * b, in_dims=(0, 1))(z, z.T)|torch.func.vmap(lambda a, b: a * b, in_dims=0, out_dims=1)(z, z)|torch.func.vmap(lambda d: d['a'] * d['b'])({'a': z, 'b': z})|torch.func.vmap(lambda d: d['a'] * d['b'], in_dims=({'a': 0, 'b': None},))({'a': z, 'b': w})|torch.func.vmap(lambda a: a * 2, chunk_size=0)(z)|torch.func.vmap(lambda a: a * 2, chunk_size=2)(z)|torch.func.vmap(lambda a: a.bernoulli())(z.sigmoid())|torch.func.vmap(lambda a: a.bernoulli(), randomness='different')(z.sigmoid())|torch.func.vmap(lambda a: torch.randn_like(a), randomness='different')(z)|torch.func.vmap(lambda a: F.dropout(a, 0.5), randomness='same')(z)|torch.func.vmap(lambda a: F.dropout(a, 0.5, training=False))(z)|torch.func.vmap(lambda a: a if a.sum() > 0 else -a)(z)|torch.func.vmap(lambda a: a.numpy())(z)|torch.func.vmap(lambda a: a.data_ptr())(z)|torch.func.grad(lambda a: w.add_(a).sum())(x)|torch.func.grad(lambda a: (a.clone().mul_(2) * a).sum())(x)|torch.func.grad(lambda a: torch.zeros(3, dtype=torch.float64).add_(a).sum())(x)|torch.func.jacrev(lambda a: w.mul_(a))(x)|torch.func.vjp(lambda a: w.copy_(a), x)[0]|torch.func.jvp(lambda a: w.add_(a), (x,), (x,))|torch.func.grad(lambda a: a.sum() * w.add_(1).sum())(x)|torch.func.jacrev(lambda a, b: {'p': a * b, 'q': a + b}, argnums=(0, 1))(x, w)|torch.func.jacfwd(lambda a: (a.sin(), a.cos()))(x)|torch.func.hessian(lambda a: torch.linalg.norm(a))(x)|torch.func.grad(lambda d: (d['a'] * d['b']).sum())({'a': x, 'b': w})|torch.func.grad_and_value(lambda a, b: (a * b).sum(), argnums=(0, 1))(x, w)|torch.func.grad(lambda a: a.sum(), argnums=2)(x)|torch.func.grad(lambda a: a.sum(), argnums=(0, 0))(x)|torch.func.grad(lambda a: [a.sum()])(x)|torch.func.jacrev(lambda a: a.sum(), argnums=1)(x)|torch.func.vjp(lambda a: a * 2, x)[1](w)|torch.func.vjp(lambda a: a * 2, x)[1](w[:2])|torch.func.vjp(lambda a: (a, a * 2), x)[1]((x, w))|torch.func.vjp(lambda a: (a, a * 2), x)[1](x)|torch.func.functionalize(lambda a: a.clone().add_(1))(x)|torch.func.functionalize(lambda a: a * 2, remove='x')(x)|torch.autograd.functional.vjp(lambda a, b: a * b, (x, w), x)|torch.autograd.functional.jvp(lambda a, b: (a * b, a), (x, w), (x, w))|torch.autograd.functional.hessian(lambda a, b: (a * b).sum(), (x, w), vectorize=True)|torch.autograd.functional.jacobian(lambda a: a.exp().sum(dim=0), x.view(1, 3))""".split("|"):
    q("y = " + t, {"x": X(), "w": X(), "z": X(2, 3)})
    q("y = " + t, {"x": X(grad=True), "w": X(), "z": X(2, 3, grad=True)})
nets = "nn.Linear(3, 2)|nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))|nn.LayerNorm(3)|nn.Sequential(nn.Linear(3, 3, bias=False), nn.ReLU(), nn.LayerNorm(3))|nn.Sequential(nn.Linear(3, 4), nn.GELU(), nn.Linear(4, 2), nn.Softmax(-1))|nn.PReLU()|nn.RMSNorm(3)|nn.BatchNorm1d(3)".split(
    "|"
)
for n in nets:
    b = f"m = {n}; m.double(); "
    ps = "{k: v for k, v in 1}"
    for t in ["p = dict(m.named_parameters()); y = torch.func.functional_call(m, p, (x,))"]:
        pass
    q(b + "y = torch.func.functional_call(m, {}, (x,))", {"x": X(2, 3)})
    q(b + "y = torch.func.functional_call(m, {}, x); s = y.sum(); s.backward()", {"x": X(2, 3, grad=True)})
    q(b + "y = torch.func.functional_call(m, {'zzz': x}, (x,))", {"x": X(2, 3)})
    q(b + "y = torch.func.functional_call(m, m.state_dict(), (x,))", {"x": X(2, 3)})
    q(b + "y = torch.func.jacrev(m)(x)", {"x": X(2, 3)})
    q(b + "y = torch.func.vmap(m)(x)", {"x": X(2, 2, 3)})
    q(b + "y = torch.func.jacfwd(m)(x)", {"x": X(1, 3)})
    q(b + "y = torch.func.vmap(torch.func.jacrev(m))(x)", {"x": X(2, 1, 3)})
    q(b + "y = torch.func.hessian(lambda a: m(a).sum())(x)", {"x": X(1, 3)})
    q(b + "y = torch.func.grad(lambda a: m(a).sum())(x)", {"x": X(2, 3)})
    q(b + "y = torch.func.jvp(m, (x,), (w,))", {"x": X(2, 3), "w": X(2, 3)})
    q(
        f"m = {n}; a = torch.nn.utils.parameters_to_vector(m.parameters()); n = a.numel(); z = torch.zeros(1); torch.nn.utils.vector_to_parameters(a * 2, m.parameters()); y = m(x)",
        {"x": T(2, 3)},
        tol=(1e-5, 1e-6),
    )
    for p in (
        "torch.nn.utils.clip_grad_norm_(m.parameters(), 0.3)",
        "torch.nn.utils.clip_grad_norm_(m.parameters(), 0.3, norm_type=1)",
        "torch.nn.utils.clip_grad_norm_(m.parameters(), 0.3, inf)",
        "torch.nn.utils.clip_grad_value_(m.parameters(), 0.2)",
        "torch.nn.utils.get_total_norm([x, x])",
        "torch.nn.utils.clip_grad_norm_(m.parameters(), 0.3, error_if_nonfinite=True)",
    ):
        q(b + f"s = (m(x) ** 2).sum(); s.backward(); t = {p}; g = list(m.parameters())[0].grad", {"x": X(2, 3)})
for par in (
    "weight_norm(nn.Linear(3, 2))",
    "weight_norm(nn.Linear(3, 2), dim=1)",
    "weight_norm(nn.Linear(3, 2), dim=None)",
    "spectral_norm(nn.Linear(3, 2))",
    "spectral_norm(nn.Linear(3, 2), n_power_iterations=3)",
    "orthogonal(nn.Linear(3, 3))",
    "orthogonal(nn.Linear(3, 2))",
    "orthogonal(nn.Linear(2, 3), orthogonal_map='householder')",
    "orthogonal(nn.Linear(3, 3), orthogonal_map='cayley')",
    "orthogonal(nn.Linear(3, 3), use_trivialization=False)",
    "weight_norm(nn.Conv1d(3, 2, 1))",
    "weight_norm(nn.LSTM(3, 2), 'weight_ih_l0')",
):
    m = "m = nn.utils.parametrizations." + par + "; "
    q(m + "w = m.weight; s = (w * w * w).sum(); s.backward(); g = list(m.parameters())[-1].grad", {}, tol=(1e-4, 1e-5))
    q(m + "r = repr(m)", {})
    q(m + "k = m.state_dict().keys()", {})
    q(m + "l = list(m.parameters())", {}, tol=(1e-4, 1e-5))
    q(m + "nn.utils.parametrize.remove_parametrizations(m, 'weight'); w = m.weight; r = repr(m)", {}, tol=(1e-4, 1e-5))
    q(m + "a = nn.utils.parametrize.is_parametrized(m); b = nn.utils.parametrize.is_parametrized(m, 'bias')", {})
    q(m + "nn.utils.parametrize.remove_parametrizations(m, 'weight', leave_parametrized=False); l = list(m.parameters())", {}, tol=(1e-4, 1e-5))
# attention and friends
B1 = torch.bool
for k in range(30):
    lq, lk, d = random.choice([1, 2, 3]), random.choice([1, 3]), random.choice([2, 4])
    g = k % 2 == 0
    i = {
        "q": X(2, lq, d, grad=g),
        "k": X(2, lk, d, grad=g),
        "v": X(2, lk, random.choice([d, 3]), grad=g),
        "m": T(lq, lk, dtype=B1),
        "f": X(lq, lk),
        "h": T(2, lq, lk, dtype=B1),
    }
    for kw in (
        "",
        "is_causal=True",
        "attn_mask=m",
        "attn_mask=f",
        "attn_mask=h",
        "scale=0.3",
        "attn_mask=m, is_causal=True",
        "dropout_p=0.0",
        "dropout_p=1.5",
        "enable_gqa=True",
        "attn_mask=f, scale=2.0",
    ):
        if random.random() < 0.5:
            q(f"y = F.scaled_dot_product_attention(q, k, v{', '+kw if kw else ''})" + ("; s = (y * y).sum(); s.backward()" if g else ""), i)
    T_, N, C = random.choice([3, 5]), 2, 4
    q(
        f"y = F.ctc_loss(x.log_softmax(2), t, [{T_}, {T_-1}], [2, {random.choice([1,2])}], reduction='{random.choice(['mean','sum','none'])}', blank={random.choice([0,0,3])}, zero_infinity={random.choice([True,False])}); s = y.sum(); s.backward()",
        {"x": X(T_, N, C, grad=True), "t": torch.randint(1, 3, (2, 2), generator=G)},
    )
    q(
        f"y = F.rms_norm(x, (3,){random.choice(['',', w',', w, 0.1',', eps=1e-3'])}); s = (y * y * y).sum(); s.backward()",
        {"x": T(2, 3, dtype=random.choice([f32, f64]), grad=True), "w": T(3, dtype=f64)},
    )
    q(
        f"m = nn.MultiheadAttention(4, {random.choice([1,2,4])}, {random.choice(['batch_first=True','bias=False','add_zero_attn=True','add_bias_kv=True','dropout=0.0'])}); o, w = m(x, x, x{random.choice(['',', need_weights=False',', average_attn_weights=False'])}); s = (o * o).sum(); s.backward()",
        {"x": T(2, 3, 4, grad=True)},
        tol=(1e-4, 1e-5),
    )
    q(
        f"m = nn.TransformerEncoderLayer(4, 2, 5, dropout=0.0, {random.choice(['batch_first=True','norm_first=True','bias=False'])}, activation='{random.choice(['relu','gelu'])}'); y = m(x); s = (y ** 3).sum(); s.backward()",
        {"x": T(2, 3, 4, grad=True)},
        tol=(1e-3, 1e-4),
    )
opts = "SGD(p, lr=0.1)|SGD(p, lr=0.1, momentum=0.9)|SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)|SGD(p, lr=0.1, dampening=0.5, momentum=0.3)|SGD(p, lr=0.1, maximize=True)|Adam(p, lr=0.1)|Adam(p, lr=0.1, amsgrad=True, weight_decay=0.1)|Adam(p, lr=0.1, betas=(0.5, 0.9), eps=1e-3)|AdamW(p, lr=0.1)|AdamW(p, lr=0.1, amsgrad=True, maximize=True)|NAdam(p)|NAdam(p, lr=0.1, momentum_decay=0.1, weight_decay=0.1, decoupled_weight_decay=True)|RAdam(p, lr=0.1)|RAdam(p, lr=0.1, weight_decay=0.1)|RMSprop(p, lr=0.1)|RMSprop(p, lr=0.1, centered=True, momentum=0.9)|Adagrad(p, lr=0.1)|Adagrad(p, lr=0.1, lr_decay=0.1, initial_accumulator_value=0.1)|Adadelta(p)|Adadelta(p, lr=0.5, rho=0.5, weight_decay=0.1)|Adamax(p, lr=0.1)|ASGD(p, lr=0.1)|ASGD(p, lr=0.1, t0=2, lambd=0.1)|Rprop(p, lr=0.1)|Rprop(p, lr=0.1, etas=(0.4, 1.3), step_sizes=(1e-3, 1.5))|Adafactor(p, lr=0.1)|Adafactor(p, lr=0.1, weight_decay=0.1, d=0.5)|Muon(p, lr=0.1)|Muon(p, lr=0.1, nesterov=False, weight_decay=0.5)|LBFGS(p, lr=0.1)|SGD(p, lr=-0.5)|Adam(p, betas=(1.0, 0.9))|Adam(p, eps=-0.5)|SGD(p, lr=0.1, nesterov=True)|AdamW(p, weight_decay=-0.5)|Rprop(p, etas=(2.0, 1.0))|Adafactor(p, d=0.5)|Muon(p, ns_steps=200)|SGD([])|SGD(x)|Adam([x * 2])|SGD([3])|SGD([{'params': x}])|SGD([{'params': [x]}, {'params': [x]}])|Adam([x, x])".split(
    "|"
)
scheds = [
    "",
    "StepLR(o, 2, gamma=0.5)",
    "ExponentialLR(o, 0.9)",
    "CosineAnnealingLR(o, 3)",
    "CosineAnnealingLR(o, 3, eta_min=0.01)",
    "MultiStepLR(o, [1, 3])",
    "LinearLR(o)",
    "LinearLR(o, start_factor=0.5, total_iters=2)",
    "ConstantLR(o, factor=0.2, total_iters=2)",
    "PolynomialLR(o, total_iters=3, power=2.0)",
    "CosineAnnealingWarmRestarts(o, 2, T_mult=2)",
    "CyclicLR(o, 0.01, 0.1, step_size_up=2, cycle_momentum=False)",
    "OneCycleLR(o, 0.1, total_steps=8, cycle_momentum=False)",
    "LambdaLR(o, lambda e: 0.5)",
    "MultiplicativeLR(o, lambda e: 0.9)",
    "StepLR(o, 0)",
    "OneCycleLR(o, 0.1)",
    "LinearLR(o, start_factor=2.0)",
    "StepLR(o, 2, last_epoch=3)",
    "ReduceLROnPlateau(o, factor=1.5)",
]
for op in opts:
    for sh in ((3,), (2, 3)):
        for sc in random.sample(scheds, 4):
            step = (
                "o.zero_grad(); l = ((x * x - 1) ** 2).sum(); l.backward(); "
                + ("t = o.step(lambda: l)" if "LBFGS" in op else "o.step()")
                + ("; c.step()" if sc else "")
            )
            txt = f"p = [x]; o = torch.optim.{op}; "
            if "p" in op.split("(", 1)[1][:2]:
                txt = f"o = torch.optim.{op.replace('(p','([x]',1)}; "
            else:
                txt = f"o = torch.optim.{op}; "
            if sc:
                txt += f"c = torch.optim.lr_scheduler.{sc}; "
            q(
                txt + "; ".join([step] * 4) + "; w = x.detach()" + ("; r = c.get_last_lr()" if sc else "") + "; e = repr(o)",
                {"x": X(*sh, grad=True)},
                tol=(1e-6, 1e-8),
            )
for (
    t
) in "m = torch.optim.swa_utils.AveragedModel(nn.Linear(3, 2)); r = repr(m)|m = nn.Linear(3, 2); a = torch.optim.swa_utils.AveragedModel(m); a.update_parameters(m); y = a(x)|m = nn.Linear(3, 2); nn.utils.prune.l1_unstructured(m, 'weight', amount=2); w = m.weight; k = m.weight_mask|m = nn.Linear(3, 2); nn.utils.prune.random_unstructured(m, 'weight', amount=0.5); w = m.weight|m = nn.Linear(3, 2); nn.utils.prune.ln_structured(m, 'weight', amount=1, n=2, dim=0); w = m.weight|m = nn.Linear(3, 2); nn.utils.prune.identity(m, 'weight'); nn.utils.prune.remove(m, 'weight'); w = m.weight|m = nn.Linear(3, 2); nn.utils.prune.l1_unstructured(m, 'weight', amount=9)|m = nn.Linear(3, 2); nn.utils.prune.l1_unstructured(m, 'zzz', amount=1)|m = nn.Linear(3, 2); nn.init.orthogonal_(m.weight); w = m.weight|m = nn.Linear(3, 2); nn.init.kaiming_normal_(m.weight, nonlinearity='relu'); w = m.weight|m = nn.Linear(3, 2); nn.init.xavier_uniform_(m.weight, gain=2.0); w = m.weight|m = nn.Linear(3, 2); nn.init.trunc_normal_(m.weight, std=0.1); w = m.weight|m = nn.Linear(3, 2); nn.init.sparse_(m.weight, 0.5); w = m.weight|m = nn.Linear(3, 2); nn.init.dirac_(m.weight)|m = nn.Linear(3, 2); nn.init.eye_(m.weight); w = m.weight|m = nn.Linear(3, 2); nn.init.kaiming_uniform_(m.weight, mode='x')|m = nn.Linear(3, 2); g = nn.init.calculate_gain('leaky_relu', 0.2)|g = nn.init.calculate_gain('xyz')|m = nn.Linear(3, 2); m.load_state_dict({})|m = nn.Linear(3, 2); m.load_state_dict({'weight': x, 'bias': x})|m = nn.Linear(3, 2); r = m.load_state_dict({'weight': x}, strict=False); e = repr(r)|m = nn.LazyLinear(2); y = m(x); r = repr(m)|m = nn.MaxUnpool1d(2); y = m(x.unsqueeze(0), torch.tensor([[[0, 2, 5], [1, 3, 4]]]))|with torch.no_grad():\n    y = x * 2".split(
    "|"
):
    for _ in range(2):
        q(t, {"x": T(2, 3)}, tol=(1e-5, 1e-6))
save()
