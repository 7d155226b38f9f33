"""torch.linalg and its older relatives: dtypes, batches, empty and non-square matrices, wrong calls, out=."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

f64, f32, c128, c64, f16, bf16, i64 = torch.float64, torch.float32, torch.complex128, torch.complex64, torch.float16, torch.bfloat16, torch.int64
A = begin("linalg2")


def back(o, *xs):
    return f"(({o}) * ({o}).detach()).real.sum().backward()"


for dt in (f64, f32, c128):
    for b in ((), (2,)):
        n = 3
        sq = lambda g=True: {"A": T(*b, n, n, dtype=dt, grad=g)}
        gt = lambda o: f"; s = ({o}).sum(){'.abs()' if dt.is_complex else ''}; s.backward()"
        tol = (1e-3, 1e-3) if dt == f32 else None
        S = T(*b, n, n, dtype=dt)
        H = (S + S.mH).detach()
        for herm in (False, True):
            M = H if herm else (S + S.mT).detach()
            P(A, f"LD, p = torch.linalg.ldl_factor(A, hermitian={herm})", {"A": M}, tol=tol)
            P(
                A,
                f"LD, p, i = torch.linalg.ldl_factor_ex(A, hermitian={herm}); X = torch.linalg.ldl_solve(LD, p, B, hermitian={herm})",
                {"A": M, "B": T(*b, n, 2, dtype=dt)},
                tol=tol,
            )
        for text in [
            "y = torch.linalg.inv(A)",
            "y = torch.linalg.det(A)",
            "s1, l = torch.linalg.slogdet(A); y = l",
            "y = torch.logdet(A @ A.mH)",
            "y = torch.linalg.matrix_exp(A)",
            "y = torch.linalg.matrix_power(A, -2)",
            "y = torch.linalg.matrix_power(A, 3)",
            "y = torch.linalg.pinv(A)",
            "y = torch.linalg.cond(A)",
            "y = torch.linalg.cond(A, 'fro')",
            "y = torch.linalg.cond(A, 1)",
            "y = torch.linalg.cond(A, -2)",
            "y = torch.linalg.svdvals(A)",
            "y = torch.linalg.matrix_norm(A, 'nuc')",
            "y = torch.linalg.matrix_norm(A, -1)",
            "y = torch.linalg.matrix_norm(A, 2, keepdim=True)",
            "y = torch.linalg.norm(A, -inf)",
            "y = torch.linalg.vector_norm(A, 3.5, dim=-1)",
            "y = torch.linalg.vector_norm(A, 0)",
            "y = torch.linalg.tensorinv(A.reshape(%s), ind=1)" % ((3, 3) if not b else (3, 3, 2))[0:1] if False else "y = torch.linalg.inv_ex(A)[0]",
            "y = torch.linalg.multi_dot([A, A, A]) if False else A" if False else "y = torch.linalg.diagonal(A, offset=1)",
            "y = torch.linalg.vecdot(A, A)",
            "y = torch.linalg.cross(A, A + 1)",
            "y = torch.linalg.householder_product(A, A[..., 0])",
            "y = torch.linalg.solve(A, A + 1)",
            "y = torch.linalg.solve(A, A, left=False)",
            "y = torch.linalg.solve_triangular(A, A + 1, upper=True)",
            "y = torch.linalg.solve_triangular(A, A + 1, upper=False, unitriangular=True)",
            "y = torch.linalg.solve_triangular(A, A + 1, upper=True, left=False)",
            "y = torch.linalg.lu_factor(A)[0]",
            "LU, pv = torch.linalg.lu_factor(A); y = torch.linalg.lu_solve(LU, pv, A)",
            "LU, pv = torch.linalg.lu_factor(A); y = torch.linalg.lu_solve(LU, pv, A, left=False)",
            "LU, pv = torch.linalg.lu_factor(A); y = torch.linalg.lu_solve(LU, pv, A, adjoint=True)",
            "Pm, L, U = torch.linalg.lu(A); y = L @ U",
            "Q, Rr = torch.linalg.qr(A); y = Q @ Rr",
            "Q, Rr = torch.linalg.qr(A); y = Rr.abs()",
            "U, S, Vh = torch.linalg.svd(A); y = S",
            "U, S, Vh = torch.linalg.svd(A, full_matrices=False); y = (U * S.unsqueeze(-2)) @ Vh",
            "y = torch.linalg.eigvals(A).abs().sort()[0]",
            "w, V = torch.linalg.eigh(A + A.mH); y = w",
            "y = torch.linalg.eigvalsh(A, UPLO='U')",
            "y = torch.linalg.cholesky(A @ A.mH + torch.eye(3, dtype=A.dtype))",
            "y = torch.linalg.cholesky(A @ A.mH + torch.eye(3, dtype=A.dtype), upper=True)",
            "L = torch.linalg.cholesky(A @ A.mH + torch.eye(3, dtype=A.dtype)); y = torch.cholesky_solve(A, L)",
            "y = torch.cholesky_inverse(A)",
            "y = torch.cholesky_inverse(A, upper=True)",
            "y = torch.linalg.lstsq(A, A + 1).solution",
            "y = torch.trapezoid(A, dx=0.5)",
            "y = torch.cumulative_trapezoid(A, dim=-2)",
            "y = torch.kron(A, A)",
            "y = torch.tensordot(A, A, dims=1)",
            "y = torch.addmm(A[..., 0], A, A, beta=0.5, alpha=2)" if not b else "y = torch.baddbmm(A, A, A, beta=0.5, alpha=2)",
            "y = torch.cov(A)" if not b else "y = torch.bmm(A, A)",
            "y = torch.corrcoef(A)" if not b else "y = torch.addbmm(A[0], A, A)",
            "y = torch.outer(A[..., 0], A[..., 1])" if not b else "y = torch.chain_matmul(A[0], A[1], A[0])",
            "y = torch.ger(A[0], A[1])" if not b else "y = A @ A[0]",
            "y = torch.vander(A[0], N=4)" if not b else "y = torch.linalg.vander(A, N=4)",
            "y = torch.linalg.polar(A)" if False else "y = torch.tril(A, diagonal=-1)",
            "y = torch.orgqr(A, A[..., 0])",
            "y = torch.ormqr(A, A[..., 0], A)",
            "y = torch.ormqr(A, A[..., 0], A, left=False, transpose=True)",
            "a1, tau = torch.geqrf(A); y = a1",
            "y = torch.triangular_solve(A + 1, A)[0]",
            "y = torch.triangular_solve(A + 1, A, upper=False, transpose=True)[0]",
            "y = torch.linalg.matrix_rank(A)",
            "y = torch.linalg.matrix_rank(A, tol=1.5)",
            "y = torch.linalg.matrix_rank(A + A.mH, hermitian=True)",
            "y = torch.linalg.pinv(A + A.mH, hermitian=True)",
            "y = torch.linalg.pinv(A, rtol=0.5)",
            "y = torch.linalg.pinv(A, atol=0.7)",
            "y = torch.pinverse(A)",
            "y = torch.dist(A, A + 1, 3)",
            "y = torch.cdist(A, A + 1, p=1.0)",
            "y = torch.cdist(A, A.flip(-1))",
            "y = torch.renorm(A, 2, 0, 1.0)",
        ]:
            if "if False" in text:
                continue
            P(A, text + gt("y"), sq(), tol=tol or ((1e-7, 1e-8)))
            P(A, text, sq(False), tol=tol or ((1e-7, 1e-8)))
    # not square
    for m, n in ((4, 2), (2, 4), (3, 0), (0, 3), (1, 1)):
        X = {"A": T(m, n, dtype=dt, grad=True)}
        tol = (1e-3, 1e-3) if dt == f32 else (1e-7, 1e-8)
        for text in [
            "y = torch.linalg.pinv(A)",
            "y = torch.linalg.svdvals(A)",
            "y = torch.linalg.matrix_rank(A)",
            "y = torch.linalg.matrix_norm(A)",
            "y = torch.linalg.matrix_norm(A, 'nuc')",
            "y = torch.linalg.norm(A, 2)",
            "y = torch.linalg.norm(A, inf)",
            "y = torch.linalg.cond(A)",
            "Q, Rr = torch.linalg.qr(A); y = Q @ Rr",
            "Q, Rr = torch.linalg.qr(A, mode='complete'); y = Q @ Rr",
            "Q, Rr = torch.linalg.qr(A, mode='r'); y = Rr.abs()",
            "U, S, Vh = torch.linalg.svd(A, full_matrices=False); y = (U * S) @ Vh",
            "Pm, L, U = torch.linalg.lu(A); y = L @ U",
            "LU, pv = torch.linalg.lu_factor(A)",
            "Pm, L, U = torch.lu_unpack(*0)" if False else "y = torch.linalg.vector_norm(A)",
            "a = torch.linalg.lstsq(A, A + 1)[0]",
            "y = torch.linalg.matrix_exp(A)",
            "y = torch.linalg.inv(A)",
            "y = torch.linalg.det(A)",
            "y = torch.linalg.eigh(A)",
            "y = torch.linalg.cholesky(A)",
            "y = torch.linalg.solve(A, A)",
            "y = torch.linalg.householder_product(A, A[0])",
            "y = torch.linalg.multi_dot([A, A.mT, A])",
            "y = torch.linalg.vander(A)",
            "y = torch.svd_lowrank(A, q=2)[1]",
            "y = torch.pca_lowrank(A, q=1)[1]",
            "U, S, V = torch.svd_lowrank(A, q=1); y = S",
            "y = torch.linalg.ldl_factor(A)[0]",
        ]:
            P(A, text, X, tol=tol, seed=3)
            if "y =" in text:
                P(A, text + "; s = y.abs().sum(); s.backward()", X, tol=tol, seed=3)
# lowrank
for s in range(12):
    x = T(6, 4, dtype=f64 if s % 2 else f32, grad=s % 3 == 0)
    P(A, "U, S, V = torch.svd_lowrank(A, q=4, niter=4); y = (U * S) @ V.mH", {"A": x}, seed=s, tol=(1e-4, 1e-4))
    P(A, "U, S, V = torch.pca_lowrank(A, q=3); a = S; y = (U * S) @ V.mH", {"A": x}, seed=s, tol=(1e-4, 1e-4))
    P(A, "U, S, V = torch.pca_lowrank(A, center=False, niter=3); a = S; b = torch.rand(2)", {"A": x}, seed=s, tol=(1e-4, 1e-4))
    P(A, "U, S, V = torch.svd_lowrank(A, q=2, M=A * 0.1); a = S.sum()", {"A": x}, seed=s, tol=(1e-4, 1e-4))
P(A, "torch.svd_lowrank(A, q=9)", {"A": T(4, 3)})
P(A, "torch.pca_lowrank(A, q=9)", {"A": T(4, 3)})
P(A, "torch.pca_lowrank(A, q=2, niter=-1)", {"A": T(4, 3)})
# other dtypes, wrong calls
for dt in (f16, bf16, i64, torch.bool, torch.int32):
    X = {"A": T(2, 2, dtype=dt)}
    for text in [
        "y = torch.linalg.inv(A)",
        "y = torch.linalg.det(A)",
        "y = torch.linalg.svdvals(A)",
        "y = torch.linalg.norm(A)",
        "y = torch.linalg.vector_norm(A)",
        "y = torch.linalg.matrix_norm(A)",
        "y = torch.linalg.matrix_power(A, 3)",
        "y = torch.linalg.matrix_power(A, 0)",
        "y = torch.linalg.matmul(A, A)",
        "y = torch.linalg.cholesky(A)",
        "y = torch.linalg.qr(A)[1]",
        "y = torch.linalg.eigvals(A)",
        "y = torch.linalg.pinv(A)",
        "y = torch.linalg.matrix_exp(A)",
        "y = torch.linalg.cross(A, A)",
        "y = torch.linalg.vecdot(A, A)",
        "y = torch.linalg.diagonal(A)",
        "y = torch.linalg.vander(A)",
        "y = torch.linalg.multi_dot([A, A, A])",
        "y = torch.linalg.lu_factor(A)[0]",
        "y = torch.linalg.solve(A, A)",
        "y = torch.linalg.ldl_factor(A)[0]",
        "y = torch.linalg.matrix_rank(A)",
        "y = torch.linalg.cond(A)",
        "y = torch.linalg.lstsq(A, A)[0]",
        "y = torch.linalg.slogdet(A)[1]",
        "y = torch.linalg.eigvalsh(A)",
        "y = torch.kron(A, A)",
        "y = torch.trapezoid(A)",
        "y = torch.cov(A)",
        "y = torch.corrcoef(A)",
        "y = torch.tensordot(A, A)",
        "y = torch.outer(A[0], A[1])",
        "y = torch.addmm(A, A, A)",
        "y = torch.addmv(A[0], A, A[1])",
        "y = torch.addr(A, A[0], A[1])",
        "y = torch.mv(A, A[0])",
        "y = torch.dot(A[0], A[1])",
        "y = torch.vdot(A[0], A[1])",
        "y = torch.inner(A, A)",
        "y = torch.trace(A)",
        "y = torch.cdist(A, A)",
        "y = torch.cumulative_trapezoid(A)",
        "y = torch.linalg.solve_triangular(A, A, upper=True)",
        "y = torch.linalg.householder_product(A, A[0])",
        "y = torch.geqrf(A)[0]",
        "y = torch.linalg.tensorsolve(A, A[0])",
        "y = torch.cholesky_inverse(A)",
        "y = torch.vander(A[0])",
        "y = torch.linalg.polar(A)[0]",
    ]:
        P(A, text, X)
X = {"A": T(3, 3, dtype=f64), "B": T(2, 3, dtype=f64), "v": T(3, dtype=f64), "C": T(2, 3, 3, dtype=f64), "F": T(3, 3)}
for (
    text
) in """torch.linalg.inv(B)|torch.linalg.inv(v)|torch.linalg.solve(A, B)|torch.linalg.solve(A, v)|torch.linalg.solve(A, F)|torch.linalg.solve(B, v)|torch.linalg.det(v)|torch.linalg.det(B)|torch.linalg.cholesky(B)|torch.linalg.cholesky(-torch.eye(3))|torch.linalg.cholesky(torch.zeros(2, 3, 3))|torch.linalg.inv(torch.zeros(2, 2))|torch.linalg.inv(torch.zeros(2, 2, 2))|torch.linalg.solve(torch.zeros(2, 2), torch.ones(2))|torch.linalg.lu_factor(v)|torch.linalg.lu_factor(torch.zeros(2, 2))|torch.linalg.lu(v)|torch.linalg.qr(v)|torch.linalg.qr(A, mode='x')|torch.linalg.svd(v)|torch.linalg.svd(A, driver='gesvd')|torch.linalg.eigh(B)|torch.linalg.eigh(A, UPLO='X')|torch.linalg.eig(B)|torch.linalg.eig(v)|torch.linalg.matrix_norm(v)|torch.linalg.matrix_norm(A, 'x')|torch.linalg.matrix_norm(A, 3)|torch.linalg.matrix_norm(A, dim=(0, 0))|torch.linalg.matrix_norm(A, dim=(0, 1, 1))|torch.linalg.norm(A, 'nuc', dim=0)|torch.linalg.norm(A, 5)|torch.linalg.norm(C, 2)|torch.linalg.norm(A, dim=(0, 1, 2))|torch.linalg.norm(A, 'abc')|torch.linalg.vector_norm(A, dim=5)|torch.linalg.vector_norm(torch.zeros(0), inf)|torch.linalg.vector_norm(torch.zeros(0), -1)|torch.linalg.cond(v)|torch.linalg.cond(A, 'x')|torch.linalg.cond(B, 1)|torch.linalg.cond(A, 3)|torch.linalg.matrix_power(B, 2)|torch.linalg.matrix_power(A, 2.5)|torch.linalg.multi_dot([A])|torch.linalg.multi_dot([A, B])|torch.linalg.multi_dot([])|torch.linalg.multi_dot([C, C])|torch.linalg.pinv(v)|torch.linalg.lstsq(v, v)|torch.linalg.lstsq(A, B)|torch.linalg.lstsq(A, A, driver='x')|torch.linalg.lstsq(A, F)|torch.linalg.tensorinv(A, ind=0)|torch.linalg.tensorinv(A)|torch.linalg.tensorsolve(A, B)|torch.linalg.cross(A, B)|torch.linalg.cross(torch.ones(2), torch.ones(2))|torch.linalg.vander(torch.tensor(1.0))|torch.linalg.vander(v, N=1)|torch.linalg.solve_triangular(A, B, upper=True)|torch.linalg.solve_triangular(A, v, upper=True)|torch.linalg.solve_triangular(A, A)|torch.linalg.householder_product(A, torch.ones(4))|torch.linalg.householder_product(v, v)|torch.linalg.lu_solve(A, torch.tensor([1, 2, 3]), A)|torch.linalg.ldl_factor(B)|torch.linalg.ldl_factor(v)|torch.linalg.ldl_solve(A, torch.tensor([1, 2, 3]), A)|torch.linalg.ldl_solve(A, torch.tensor([1, 2, 3], dtype=torch.int32), v)|torch.linalg.ldl_solve(A, torch.tensor([1, 2], dtype=torch.int32), A)|torch.linalg.ldl_solve(A, torch.tensor([1, 2, 3], dtype=torch.int32), F)|torch.linalg.ldl_solve(B, torch.tensor([1, 2, 3], dtype=torch.int32), A)|torch.linalg.matrix_rank(v)|torch.linalg.eigvalsh(B)|torch.linalg.slogdet(B)|torch.linalg.matrix_exp(B)|torch.linalg.matrix_exp(v)|torch.linalg.diagonal(v)|torch.cholesky_solve(A, B)|torch.cholesky_inverse(B)|torch.lu_unpack(A, torch.tensor([1, 2, 3]))|torch.geqrf(v)|torch.orgqr(A, torch.ones(5, dtype=torch.float64))|torch.ormqr(A, v, B)|torch.cdist(A, torch.ones(2, 2, dtype=torch.float64))|torch.cdist(v, v)|torch.kron(v, A)|torch.trapezoid(A, v[:2])|torch.trapezoid(A, torch.tensor([1.0, 2.0]))|torch.tensordot(A, B, dims=1)|torch.tensordot(A, B, dims=([0], [1, 0]))|torch.outer(A, v)|torch.ger(v, A)|torch.mv(v, A)|torch.mm(A, v)|torch.bmm(A, A)|torch.bmm(C, A)|torch.dot(A, v)|torch.dot(v, v[:2])|torch.addmm(v[:2], A, A)|torch.addmv(A, A, v)|torch.addr(A, v, v[:2])|torch.baddbmm(A, C, A)|torch.chain_matmul(A, C)|torch.inner(A, B[:, :2])|torch.vdot(v, F[0])|torch.matmul(A, B)|torch.matmul(A, F)|torch.matmul(torch.tensor(1.0), A)|torch.block_diag(C)|torch.logdet(B)|torch.det(B)|torch.renorm(v, 2, 0, 1)|torch.renorm(A, -1, 0, 1)|torch.triangular_solve(A, B)|torch.svd(v)|torch.qr(v)|torch.cov(C)|torch.cov(A, fweights=v)|torch.cov(A, aweights=torch.tensor([1.5, -1.0, 2.0]))|torch.corrcoef(C)|torch.linalg.vecdot(A, v[:2])|torch.cholesky(B)|torch.lobpcg(B)|torch.pinverse(v)|torch.trace(v)|torch.trace(C)""".split(
    "|"
):
    P(A, "y = " + text, X)
# out=, in place
O = {"A": T(3, 3, dtype=f64), "o": T(0, dtype=f64), "w": T(2, 2, dtype=f32)}
for (
    text
) in "linalg.inv(A|linalg.det(A|linalg.matrix_power(A, 2|linalg.norm(A|linalg.vector_norm(A|linalg.svdvals(A|linalg.cholesky(A @ A.T + 1 |linalg.pinv(A|linalg.solve(A, A|linalg.cross(A, A|linalg.eigvalsh(A|linalg.matmul(A, A|linalg.multi_dot([A, A]|linalg.vecdot(A, A|linalg.matrix_norm(A|linalg.cond(A|linalg.matrix_rank(A|linalg.tensorsolve(A, A[0]|linalg.solve_triangular(A, A, upper=True|linalg.householder_product(A, A[0]|mm(A, A|addmm(A, A, A|mv(A, A[0]|kron(A, A|outer(A[0], A[0]|inverse(A|cross(A, A|dot(A[0], A[1]".split(
    "|"
):
    P(A, f"y = torch.{text}, out=o)", O)
    P(A, f"y = torch.{text}, out=w)", O)
save()
