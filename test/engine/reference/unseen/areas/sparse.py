"""Sparse tensors: COO and CSR, what is computed with them and what is refused."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

A = begin("sparse")
f64, f32, i64, c128, b1 = torch.float64, torch.float32, torch.int64, torch.complex128, torch.bool


def idx(n, *size):
    return torch.stack([torch.randint(0, s, (n,), generator=G) for s in size])


mk = "s = torch.sparse_coo_tensor(i, v, {sz}); "
un = "neg abs relu sin sinh asin tan tanh atan sqrt sign sgn ceil floor round trunc expm1 log1p erf asinh atanh erfinv square deg2rad rad2deg frac signbit isnan isinf isposinf isneginf nan_to_num positive exp cos sigmoid softmax log rsqrt reciprocal clone zeros_like ones_like empty_like rand_like sum mean prod max min argmax any all norm std cumsum sort numel nonzero flip conj real logical_not bitwise_not cos isfinite isreal angle".split()
met = "t() T coalesce() to_dense() to_sparse() indices() values() _indices() _values() is_coalesced() sparse_dim() dense_dim() _nnz() numel() size() shape dim() ndim layout is_sparse is_sparse_csr dtype device requires_grad is_leaf double() float() long() half() bool() detach() clone() tolist() item() numpy() stride() is_contiguous() contiguous() view(-1) reshape(-1) flatten() unsqueeze(0) squeeze() squeeze(0) transpose(0,1) permute(1,0) expand(2,3,3) element_size() nelement() data to(torch.float64) to(torch.float32) type(torch.float64) cpu() pin_memory() zero_() neg_() abs_() mul_(2) add_(1) div_(2) fill_(1) sub_(1) pow(2) pow_(2) sum() sum(0) sum(1) sum((0,1)) mean() norm() norm(p=1) max() any() to_sparse(1) to_sparse(2) to_sparse_csr() to_sparse_csc() to_mkldnn() index_select(0,torch.tensor([1,0])) index_select(1,torch.tensor([2,2])) select(0,1) narrow(0,0,2) narrow_copy(0,0,2) chunk(2) split(1) masked_fill(torch.ones(3,3)>0,1) diagonal() repeat(2,1) storage_offset() new_zeros(2) new_ones(2,2) new_tensor([1.0]) unbind() is_same_size(s) sparse_mask(s) sparse_resize_((4,4),2,0) sparse_resize_and_clear_((4,4),2,0) resize_(4,4) copy_(s) requires_grad_() is_floating_point() is_complex() is_signed() nan_to_num() dot(s) to_sparse_coo() mT adjoint() H".split()
for dt in (f64, f32, i64, c128, b1):
    for sz, n in (((3, 3), 4), ((2, 4), 5), ((3, 3), 0), ((4,), 3), ((2, 2, 2), 4)):
        g = dt.is_floating_point or dt.is_complex
        for dup in (0, 1):
            I = idx(n, *sz)
            if not dup:
                I = torch.unique(I, dim=1) if n else I
            base = {"i": I, "v": T(I.shape[1], dtype=dt)}
            bg = {"i": I, "v": T(I.shape[1], dtype=dt, grad=True)} if g else base
            m = mk.format(sz=sz)
            den = "; d = y.to_dense()"
            for b in ((base,) if not g else (base, bg)):
                keep = 0.5 if b is base and dt in (f32, c128, b1) else 1
                back = "; q = (d * d.conj()).real.sum(); q.backward()" if b is bg and g else ""
                for u in un:
                    if random.random() < keep * 0.7:
                        P(A, m + f"y = torch.{u}(s)" + den + back, b, seed=1, tol=(1e-5, 1e-7) if dt == f32 else None)
                    if random.random() < keep * 0.3:
                        P(A, m + f"y = torch.{u}(s); p = y.is_sparse", b, seed=1)
                for t in met:
                    if random.random() < keep * 0.7:
                        P(A, m + f"y = s.{t}" + (den if not any(x in t for x in ("()", "dim", "size", "shape", "dtype", "layout")) else ""), b)
                    if random.random() < keep * 0.3:
                        P(A, m + f"y = s.coalesce().{t}" + den, b)
                P(A, m + "r = repr(s)", b)
                P(A, m + "r = repr(s.coalesce())", b)
                P(A, m + "c = s.coalesce(); y = c.values(); k = c.indices()", b)
                P(A, m + "y = s.to_dense()" + ("; q = (y * y).sum().abs(); q.backward()" if back else ""), b)
                I2 = idx(n, *sz)
                b2 = {**b, "j": I2, "w": T(n, dtype=dt, grad=b is bg)}
                for (
                    t
                ) in "s + z|s - z|s * z|torch.add(s, z, alpha=2)|torch.mul(s, z)|torch.sub(s, z)|s + s|s / 2|s * 2|2 * s|s / z|s + 1|s - 1|1 - s|s ** 2|s + x|x + s|x - s|s * x|x * s|s / x|s == z|s > 0|torch.cat([s, z])|torch.cat([s, z], 1)|torch.stack([s, z])|s.mul(0)|s // 2|s * torch.tensor(2.0)|s / torch.tensor(2.0)|torch.where(x > 0, s, z)|torch.maximum(s, z)|s.sparse_mask(z)|x.sparse_mask(z)|x.sparse_mask(s.coalesce())|torch.sparse.sum(s)|torch.sparse.sum(s, 0)|torch.sparse.sum(s, dim=-1)|torch.sparse.sum(s, dim=[0])|torch.sparse.sum(s, dtype=torch.float64)|torch.sparse.softmax(s, 0)|torch.sparse.softmax(s, -1)|torch.sparse.log_softmax(s, dim=0)|torch.sparse.softmax(s, 5)|s.add_(z)|s.sub_(z)|s.mul_(z)|x.add_(s)|x.copy_(s)|torch.zeros_like(s)|torch.is_nonzero(s)|torch.equal(s, z)|torch.allclose(s, z)|torch.is_tensor(s)|torch.dot(s, z)|torch.addcmul(s, z, z)|torch.clamp(s, 0, 1)|torch.bmm(s, z)".split(
                    "|"
                ):
                    if random.random() < keep * 0.5:
                        P(
                            A,
                            m
                            + f"z = torch.sparse_coo_tensor(j, w, {sz}); y = {t}"
                            + ("; d = y.to_dense()" + back if not t.startswith(("torch.eq", "torch.allc", "torch.is_")) else ""),
                            {**b2, "x": T(*sz, dtype=dt)},
                            tol=(1e-5, 1e-6) if dt == f32 else None,
                        )
                if len(sz) == 2:
                    k = sz[1]
                    for (
                        t
                    ) in "torch.sparse.mm(s, x)|torch.mm(s, x)|torch.matmul(s, x)|s @ x|s.mm(x)|s.matmul(x)|torch.sparse.mm(x.T, s.t())|x.T @ s.t()|torch.mv(s, x[:, 0])|s @ x[:, 0]|s.mv(x[:, 0])|torch.sparse.addmm(a, s, x)|torch.sparse.addmm(a, s, x, beta=0.5, alpha=2)|torch.addmm(a, s, x)|torch.sspaddmm(s, s, x)|torch.smm(s, x)|torch.hspmm(s, x)|torch.sparse.mm(s, s.t())|torch.mm(s, s.t())|s @ s.t()|torch.sparse.mm(s.t(), s)|torch.sparse.sampled_addmm(s, x, x.T)|torch.spmm(s, x)|torch.dsmm(s, x)|torch.bmm(s, x)|torch.mm(s, s)|torch.mm(s, x.T)|torch.sparse.mm(s, x[0])|torch.sparse.mm(x, x.T)|torch.sparse.mm(s, x, 'sum')|torch.linalg.solve(s, x)|torch.einsum('ij,jk->ik', s, x)|F.linear(x.T, s)|torch.sparse.mm(s.float(), x)".split(
                        "|"
                    ):
                        P(
                            A,
                            m + f"y = {t}" + den + (back if b is bg else ""),
                            {**b, "x": T(k, 2, dtype=dt, grad=b is bg), "a": T(sz[0], 2, dtype=dt)},
                            tol=(1e-5, 1e-6) if dt == f32 else None,
                        )
        # hybrid
        if len(sz) >= 1 and n:
            for b in [{"i": idx(n, *sz[:1]), "v": T(n, *sz[1:], dtype=dt, grad=gr)} for gr in ((False, True) if g else (False,))]:
                for (
                    t
                ) in "to_dense()|coalesce().values()|coalesce().indices()|sparse_dim()|dense_dim()|_nnz()|t().to_dense()|transpose(0, 1).to_dense()|sum().item()|mul(2).to_dense()|neg().to_dense()|index_select(0, torch.tensor([1])).to_dense()".split(
                    "|"
                ):
                    P(A, mk.format(sz=sz) + f"y = s.{t}", b)
                P(A, mk.format(sz=sz) + "r = repr(s); q = repr(s.coalesce())", b)
                P(
                    A,
                    (
                        mk.format(sz=sz) + "y = torch.sparse.sum(s, 0); d = y.to_dense() if False else y"
                        if False
                        else mk.format(sz=sz) + "y = torch.sparse.sum(s, 0)"
                    ),
                    b,
                )
    # csr, csc, bsr
    for sz in ((3, 3), (2, 4), (4, 2)):
        D = T(*sz, dtype=dt)
        D = torch.where(torch.rand(sz, generator=G) < 0.5, D, torch.zeros_like(D))
        for gr in ((0, 1) if dt.is_floating_point else (0,)):
            b = {"x": D.clone().requires_grad_(bool(gr)), "w": T(sz[1], 2, dtype=dt, grad=bool(gr)), "a": T(sz[0], 2, dtype=dt)}
            for conv in ("to_sparse_csr", "to_sparse_csc", "to_sparse", "to_sparse_coo"):
                for (
                    t
                ) in "to_dense()|values()|crow_indices()|col_indices()|ccol_indices()|row_indices()|indices()|_nnz()|layout|is_sparse|is_sparse_csr|t()|transpose(0, 1)|mul(2)|neg()|abs()|sum()|sum(0)|dtype|shape|float()|double()|clone()|detach()|to_sparse()|to_sparse_csr()|to_sparse_csc()|relu()|sin()|exp()|matmul(w)|mm(w)|add(x)|mul(x)|numel()|dim()|sparse_dim()|dense_dim()|requires_grad|select(0, 1)|to_sparse_bsr((1, 1))|tanh()|sqrt()|pow(2)|softmax(0)|mean()|norm()|coalesce()|is_coalesced()|item()|stride()|unsqueeze(0)".split(
                    "|"
                ):
                    if random.random() < 0.6:
                        P(A, f"c = x.{conv}(); y = c.{t}", b)
                    if random.random() < 0.3:
                        P(A, f"c = x.{conv}(); y = c.{t}; d = y.to_dense()" + ("; q = (d * d).sum(); q.backward()" if gr else ""), b)
                P(A, f"c = x.{conv}(); r = repr(c)", b)
                for (
                    t
                ) in "c @ w|torch.mm(c, w)|torch.sparse.mm(c, w)|torch.addmm(a, c, w)|torch.sparse.addmm(a, c, w)|c @ w[:, 0]|torch.mv(c, w[:, 0])|torch.matmul(c, w)|c + c|c * 2|c / 2|c - c|c * c|c @ c.t()|torch.sparse.sampled_addmm(c, a, w.t())|w.t() @ c.t()|torch.sparse.sum(c)|torch.sparse.softmax(c, 1)|torch.sparse.spdiags(w[0], torch.tensor([0]), (2, 2))|torch.add(c, c, alpha=0.5)|c == c|torch.sparse.mm(c, w, 'mean')|torch.sparse.mm(c, w, reduce='amax')".split(
                    "|"
                ):
                    P(A, f"c = x.{conv}(); y = {t}; d = y.to_dense()" + ("; q = (d * d).sum(); q.backward()" if gr else ""), b, tol=(1e-5, 1e-6))
for k in range(12):
    n = 4
    crow = torch.tensor([0, 1, 3, 4])
    col = torch.randint(0, 3, (4,), generator=G)
    col[1], col[2] = 0, 2
    v = T(4, dtype=f64, grad=k % 2 == 1)
    b = {"r": crow, "c": col, "v": v, "w": T(3, 2, dtype=f64, grad=k % 3 == 1)}
    for (
        t
    ) in "torch.sparse_csr_tensor(r, c, v, (3, 3))|torch.sparse_csr_tensor(r, c, v)|torch.sparse_csc_tensor(r, c, v, (3, 3))|torch.sparse_compressed_tensor(r, c, v, (3, 3), layout=torch.sparse_csr)|torch.sparse_csr_tensor(r, c, v, (3, 4), dtype=torch.float32)|torch.sparse_csr_tensor([0, 1, 2], [0, 1], [1.5, 2.5])|torch.sparse_csr_tensor([0, 1, 2], [0, 1], [1, 2], dtype=torch.float64)|torch.sparse_bsr_tensor([0, 1], [0], [[[1.5, 2.0], [3.0, 4.0]]])|torch.sparse_csr_tensor(r, c, v, requires_grad=True)".split(
        "|"
    ):
        for u in (
            "d = y.to_dense()",
            "r = repr(y)",
            "n = y._nnz(); s = y.shape; l = y.layout",
            "d = y @ w; q = d.sum(); q.backward()",
            "z = y.t(); d = z.to_dense()",
        ):
            P(A, f"y = {t}; {u}", b)
for (
    t
) in """torch.sparse_coo_tensor([[0, 1], [1, 0]], [1.0, 2.0])|torch.sparse_coo_tensor([[0, 1], [1, 0]], [1, 2], (2, 3))|torch.sparse_coo_tensor([[0, 1], [1, 0]], [1.0, 2.0], (1, 2))|torch.sparse_coo_tensor([[0, 1]], [1.0, 2.0], (2, 3))|torch.sparse_coo_tensor([[0, 1], [1, 0]], [1.0], (2, 2))|torch.sparse_coo_tensor([[0.5, 1.0]], [1.5, 2.0])|torch.sparse_coo_tensor([[0, -1]], [1.0, 2.0], (2,))|torch.sparse_coo_tensor((2, 3))|torch.sparse_coo_tensor(size=(2, 3))|torch.sparse_coo_tensor([[0, 1]], [1.0, 2.0], (2,), dtype=torch.float64)|torch.sparse_coo_tensor([[0, 1]], [1.0, 2.0], (2,), requires_grad=True)|torch.sparse_coo_tensor([[0, 1]], [1, 2], (2,), requires_grad=True)|torch.sparse_coo_tensor([0, 1], [1.0, 2.0])|torch.sparse_coo_tensor([[0, 0]], [1.0, 2.0], (2,), is_coalesced=True)|torch.sparse_coo_tensor([[0, 0]], [1.0, 2.0], (2,), check_invariants=True)|torch.eye(3).to_sparse()|torch.zeros(2, 2).to_sparse()|torch.tensor(3.0).to_sparse()|torch.arange(4).to_sparse()|torch.ones(2, 2).to_sparse(1)|torch.ones(2, 2).to_sparse(5)|torch.ones(2, 2).to_sparse(0)|torch.ones(2, 2).to_sparse(layout=torch.sparse_csr)|torch.ones(2, 2, 2).to_sparse_csr()|torch.ones(3).to_sparse_csr()|torch.zeros(2, 3, layout=torch.sparse_coo)|torch.empty(2, 3, layout=torch.sparse_coo)|torch.zeros(2, 3, layout=torch.sparse_csr)|torch.ones(2, 3, layout=torch.sparse_coo)|torch.eye(2).to_sparse().values()|torch.eye(2).indices()|torch.eye(2).values()|torch.eye(2).coalesce()|torch.eye(2).is_coalesced()|torch.eye(2)._nnz()|torch.eye(2).sparse_dim()|torch.eye(2).dense_dim()|torch.eye(2).to_dense()|torch.eye(2).crow_indices()|torch.sparse.spdiags(torch.ones(2, 3), torch.tensor([0, 1]), (3, 3))|torch.sparse.spdiags(torch.arange(6.0).view(2, 3), torch.tensor([-1, 1]), (3, 4))|torch.sparse.spdiags(torch.ones(3), torch.tensor([0]), (3, 3), layout=torch.sparse_csr)|torch.sparse.check_sparse_tensor_invariants.is_enabled()|torch.sparse.as_sparse_gradcheck|torch.eye(2).to_sparse().to(torch.float16)|torch.eye(2).to_sparse() + torch.eye(2)|torch.eye(2) + torch.eye(2).to_sparse()|torch.eye(2).to_sparse()[0]|torch.eye(2).to_sparse()[0, 1]|torch.eye(2).to_sparse()[:1]|torch.eye(2).to_sparse() @ torch.ones(3, 1)|torch.eye(2).to_sparse() @ torch.ones(2)|torch.eye(2).to_sparse().mul(1.25).sum().item()|torch.eye(2).to_sparse().T|torch.stack([torch.eye(2).to_sparse(), torch.eye(2).to_sparse()])|torch.eye(2).to_sparse().unsqueeze(0)|torch.eye(3).to_sparse().index_select(0, torch.tensor([0, 2]))|F.embedding(torch.tensor([0, 1]), torch.eye(2), sparse=True)|torch.eye(2).to_sparse().to_sparse_csr().to_dense()""".split(
    "|"
):
    P(A, "y = " + t, seed=1)
    P(A, "y = " + t + "; r = repr(y)", seed=1)
    P(A, "y = " + t + "; d = y.to_dense()", seed=1)
for (
    o
) in "SGD(%s, lr=0.1)|SGD(%s, lr=0.1, momentum=0.9)|SGD(%s, lr=0.1, weight_decay=0.1)|SparseAdam(%s, lr=0.1)|Adagrad(%s, lr=0.1)|Adam(%s, lr=0.1)|AdamW(%s)|RMSprop(%s)|Adadelta(%s)|Adamax(%s)|NAdam(%s)|RAdam(%s)|ASGD(%s)|Rprop(%s)|Adagrad(%s, lr=0.1, weight_decay=0.1)|SparseAdam(%s, lr=-1.0)|SparseAdam(%s, betas=(1.5, 0.9))|LBFGS(%s)".split(
    "|"
):
    for net in (
        "m = nn.Embedding(5, 2, sparse=True)",
        "m = nn.EmbeddingBag(5, 2, sparse=True, mode='sum')",
        "m = nn.Embedding(5, 2, sparse=True, padding_idx=1)",
    ):
        ix = "torch.tensor([[0, 1, 3, 3]])"
        st = "; o.zero_grad(); l = (m(%s) ** 2).sum(); l.backward(); o.step()" % ix
        P(A, net + "; o = torch.optim." + o % "list(m.parameters())" + st * 3 + "; w = m.weight; k = w.detach()", seed=2, tol=(1e-5, 1e-6))
        P(
            A,
            net
            + "; o = torch.optim."
            + o % "list(m.parameters())"
            + "; l = (m(%s) ** 2).sum(); l.backward(); g = m.weight.grad; p = g.is_sparse; d = g.to_dense(); n = g._nnz(); r = repr(g)" % ix,
            seed=2,
        )
        P(
            A,
            net
            + f"; l = (m({ix}) ** 2).sum(); l.backward(); l = (m({ix}) ** 3).sum(); l.backward(); g = m.weight.grad; d = g.to_dense(); n = g._nnz(); c = g.is_coalesced()",
            seed=2,
        )
        P(
            A,
            net
            + f"; l = (m({ix}) ** 2).sum(); l.backward(); t = torch.nn.utils.clip_grad_norm_(list(m.parameters()), 0.5); g = m.weight.grad; d = g.to_dense()",
            seed=2,
        )
# blocks, and what compressed matrices do beside arithmetic
for dt in (f64, f32, i64, torch.float16):
    for sz in ((2, 4), (4, 2)):
        D = T(*sz, dtype=dt)
        D = torch.where(torch.rand(sz, generator=G) < 0.5, D, torch.zeros_like(D))
        for gr in (0, 1) if dt in (f64, f32) else (0,):
            b = {"x": D.clone().requires_grad_(bool(gr)), "w": T(sz[1], 2, dtype=dt, grad=bool(gr)), "a": T(sz[0], 2, dtype=dt), "n": T(*sz, dtype=dt)}
            for conv in ("to_sparse_bsr((2, 2))", "to_sparse_bsr((1, 2))", "to_sparse_bsc((2, 1))", "to_sparse_bsc((1, 1))", "to_sparse_csr()", "to_sparse_csc()", "to_sparse_bsr((3, 1))", "to_sparse_bsr((2,))"):
                for t in """to_dense()|values()|crow_indices()|col_indices()|ccol_indices()|row_indices()|_nnz()|layout|shape|is_sparse|is_sparse_csr|sparse_dim()|dense_dim()|numel()|dtype|mul(2)|neg()|abs()|sin()|exp()|sum()|t()|transpose(0, 1)|mT|H|T|to_sparse()|to_sparse(2)|to_sparse(1)|to_sparse_csr()|to_sparse_csc()|to_sparse_bsr((1, 1))|clone()|detach()|double()|select(0, 1)|stride()|is_contiguous()|contiguous()|flatten()|reshape(-1)|expand(2, 4, 2)|unsqueeze(0)|squeeze()|max()|any()|fill_(1)|zero_()|mul_(2)|neg_()|abs_()|copy_(c)|coalesce()|is_coalesced()|item()|index_select(0, torch.tensor([0]))|sparse_mask(c)|to(torch.int64)|requires_grad|log1p()|sgn()|isnan()|sigmoid()|div(2)|pow(2)|sub(c)|eq(c)|view(-1)|permute(1, 0)""".split("|"):
                    if random.random() < 0.5:
                        P(A, f"c = x.{conv}; y = c.{t}" + ("; d = y.to_dense()" if random.random() < 0.5 and "indices" not in t and "values" not in t else ""), b)
                P(A, f"c = x.{conv}; r = repr(c)", b)
                for t in "c @ w|torch.mm(c, w)|c @ w[:, 0]|torch.addmm(a, c, w)|c + c|c * c|c * n|2 * c|n.sparse_mask(c)|torch.zeros_like(c)|torch.ones_like(c)|torch.sparse.mm(c, w)|torch.sparse.sampled_addmm(c, a, w.t())|torch.cat([c, c])|torch.stack([c, c])|torch.where(c > 0, c, c)|w.t() @ c.t()|c[0]|c[0, 1]|c[:1]".split("|"):
                    if random.random() < 0.6:
                        P(A, f"c = x.{conv}; y = {t}; d = y.to_dense()" + ("; q = (d * d).sum(); q.backward()" if gr and random.random() < 0.7 else ""), b, tol=(1e-3, 1e-3) if dt == torch.float16 else (1e-5, 1e-6))
# what is given wrongly
for t in "torch.sparse_coo_tensor(torch.ones(2, 2), torch.ones(2))|torch.sparse_coo_tensor(torch.tensor([[0, 1]]), torch.ones(2, 3), (2, 2))|torch.sparse_coo_tensor(torch.tensor([[0, 1]]), torch.ones(2), (2, 2))|torch.hspmm(torch.eye(2).to_sparse(), torch.ones(3, 2))|torch.smm(torch.ones(2, 2), torch.ones(2, 2))|torch.sspaddmm(torch.eye(2).to_sparse(), torch.eye(2).to_sparse(), torch.ones(2, 2), beta=2, alpha=3)|torch.sspaddmm(torch.eye(2).to_sparse(), torch.ones(2, 2), torch.ones(2, 2))|torch.bmm(torch.ones(2, 2, 2).to_sparse(), torch.ones(2, 2, 3))|torch.bmm(torch.ones(2, 2, 2).to_sparse(), torch.ones(2, 3, 3))|torch.sparse.mm(torch.ones(2, 2).to_sparse_csr(), torch.ones(2, 2), 'prod')|torch.sparse.mm(torch.ones(2, 2).to_sparse_csr(), torch.ones(3, 2), 'sum')|torch.sparse.mm(torch.ones(2, 2).to_sparse(), torch.ones(2, 2), 'sum')|torch.mv(torch.ones(2, 2).to_sparse(), torch.ones(2, 2))|torch.addmm(torch.ones(3, 3), torch.ones(2, 2).to_sparse(), torch.ones(2, 2))|torch.mm(torch.ones(2, 2).to_sparse(), torch.ones(2, 2).double())|torch.mm(torch.ones(2, 2).to_sparse_csr(), torch.ones(2, 2).to_sparse())".split("|"):
    P(A, "y = " + t + "; d = y.to_dense()")

save()
