"""torch.special over its ranges, with gradients of both orders."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

f64, f32, c128, c64, f16, bf16, i64 = torch.float64, torch.float32, torch.complex128, torch.complex64, torch.float16, torch.bfloat16, torch.int64
A = begin("special")
un = "airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 digamma entr erf erfc erfcx erfinv exp2 expit expm1 gammaln i0 i0e i1 i1e log1p log_ndtr modified_bessel_i0 modified_bessel_i1 modified_bessel_k0 modified_bessel_k1 ndtr ndtri psi scaled_modified_bessel_k0 scaled_modified_bessel_k1 sinc spherical_bessel_j0 logit round".split()
ranges = [(-2, 2), (0, 1), (0, 30), (-60, 60), (1e-3, 0.2), (-1, 0), (100, 1000)]
for n in un:
    for lo, hi in ranges:
        for dt in (f64, f32):
            P(A, f"y = torch.special.{n}(x); s = y.nan_to_num().sum(); s.backward()", {"x": T(7, dtype=dt, lo=lo, hi=hi, grad=True)})
    E = torch.tensor([0.0, -0.0, 1.0, -1.0, inf := math.inf, -math.inf, math.nan, 0.5, -2.0, -3.0, 20.0, 1e-30, -1e-30])
    for dt in (f64, f32, f16, bf16):
        P(A, f"y = torch.special.{n}(x)", {"x": E.to(dt)})
        P(A, f"y = torch.special.{n}(x)", {"x": T(4, 3, dtype=dt, lo=-3, hi=4)})
    for dt in (i64, torch.int8, torch.bool, torch.uint8, c64, c128):
        P(A, f"y = torch.special.{n}(x)", {"x": T(5, dtype=dt)})
    P(A, f"y = torch.special.{n}(x, out=o)", {"x": T(5, dtype=f64, lo=0.1, hi=0.9), "o": T(0, dtype=f64)})
    P(A, f"y = torch.special.{n}(x, out=o)", {"x": T(5, dtype=f64, lo=0.1, hi=0.9), "o": T(5, dtype=f32)})
    P(A, f"y = torch.special.{n}(x, out=o)", {"x": T(5, dtype=f64, lo=0.1, hi=0.9), "o": T(5, dtype=i64)})
    P(A, f"y = torch.special.{n}(x)", {"x": T(0, 3)})
    P(A, f"y = torch.special.{n}(x.T).stride()", {"x": T(2, 3, lo=0.1, hi=0.9)})
    P(
        A,
        f"y = torch.special.{n}(x); g = torch.autograd.grad(y.sum(), x, create_graph=True)[0]; h = torch.autograd.grad(g.sum(), x)[0]",
        {"x": T(5, dtype=f64, lo=0.1, hi=0.9, grad=True)},
        tol=(1e-8, 1e-8),
    )
    P(A, f"y = torch.special.{n}(2.0)")
    P(A, f"y = torch.special.{n}(x, x, x, x)", {"x": T(2)})
bi = "xlogy xlog1py zeta gammainc gammaincc polygamma chebyshev_polynomial_t chebyshev_polynomial_u chebyshev_polynomial_v chebyshev_polynomial_w hermite_polynomial_h hermite_polynomial_he laguerre_polynomial_l legendre_polynomial_p shifted_chebyshev_polynomial_t shifted_chebyshev_polynomial_u shifted_chebyshev_polynomial_v shifted_chebyshev_polynomial_w".split()
for n in bi:
    for da, db in ((f64, f64), (f32, f32), (f32, f64), (f32, i64), (i64, i64), (f16, f16), (bf16, f32), (torch.bool, f32), (c64, c64), (i64, f64)):
        for lo, hi in ((0, 3), (-3, 4), (0.1, 0.9)):
            if n == "polygamma":
                P(A, "y = torch.special.polygamma(2, x)", {"x": T(5, dtype=da, lo=lo, hi=hi)})
                P(A, "y = torch.special.polygamma(0, x); z = torch.special.polygamma(1, x)", {"x": T(5, dtype=da, lo=lo, hi=hi)})
                continue
            P(A, f"y = torch.special.{n}(x, n)", {"x": T(5, dtype=da, lo=lo, hi=hi), "n": T(5, dtype=db, lo=lo, hi=hi)})
            P(A, f"y = torch.special.{n}(x, n)", {"x": T(3, 1, dtype=da, lo=lo, hi=hi), "n": T(4, dtype=db, lo=lo, hi=hi)})
            P(A, f"y = torch.special.{n}(x, 2)", {"x": T(5, dtype=da, lo=lo, hi=hi)})
            P(A, f"y = torch.special.{n}(x, 1.5)", {"x": T(5, dtype=da, lo=lo, hi=hi)})
            P(A, f"y = torch.special.{n}(0.5, x)", {"x": T(5, dtype=da, lo=lo, hi=hi)})
    if n != "polygamma":
        P(A, f"y = torch.special.{n}(x, n); y.sum().backward()", {"x": T(5, dtype=f64, lo=0.2, hi=2, grad=True), "n": T(5, dtype=f64, lo=1.2, hi=2)})
        P(A, f"y = torch.special.{n}(x, n); y.sum().backward()", {"x": T(5, dtype=f64, lo=1.2, hi=2), "n": T(5, dtype=f64, lo=1.2, hi=2, grad=True)})
        P(A, f"y = torch.special.{n}(x, n)", {"x": T(2, 3), "n": T(4)})
        P(A, f"y = torch.special.{n}(x, n, out=o)", {"x": T(3, lo=1.1, hi=2), "n": T(3, lo=1.1, hi=2), "o": T(3, dtype=i64)})
        P(A, f"y = torch.special.{n}(1.5, 2.0)")
for dt in (f64, f32, f16, i64):
    x = {"x": T(3, 4, dtype=dt, lo=2, hi=5)}
    for t in [
        "torch.special.multigammaln(x, 2)",
        "torch.special.multigammaln(x, 1)",
        "torch.special.multigammaln(x, 0)",
        "torch.special.multigammaln(x, 20)",
        "torch.special.logsumexp(x, 1)",
        "torch.special.logsumexp(x, (0, 1), keepdim=True)",
        "torch.special.softmax(x, 0)",
        "torch.special.log_softmax(x, -1)",
        "torch.special.log_softmax(x, 3)",
        "torch.special.softmax(x, 0, dtype=torch.float64)",
        "torch.special.round(x / 3, decimals=2)",
        "torch.special.round(x, decimals=-1)",
        "torch.special.logit(x, eps=0.1)",
        "torch.mvlgamma(x, 3)",
        "torch.special.entr(x)",
        "torch.lgamma(x)",
        "torch.polygamma(3, x)",
        "torch.polygamma(-1, x)",
        "torch.igamma(x, x)",
        "torch.igammac(x, x / 2)",
        "torch.logit(x / 10)",
        "torch.i0(x)",
        "torch.sinc(x)",
        "torch.xlogy(x, 0)",
        "torch.xlogy(0, x)",
        "torch.special.xlog1py(x, -1)",
        "torch.special.gammainc(x, 0)",
        "torch.special.zeta(x, 1)",
        "torch.special.zeta(2, x)",
        "torch.logaddexp(x, x)",
        "torch.frexp(x)",
        "torch.ldexp(x, x)",
        "torch.nextafter(x, x)",
        "torch.heaviside(x, x)",
        "torch.copysign(x, -1)",
        "torch.hypot(x, x)",
        "torch.float_power(x, 2)",
        "torch.gcd(x, x)",
        "torch.special.ndtr(-x)",
        "torch.special.log_ndtr(-x * 10)",
        "torch.special.erfcx(-x)",
        "torch.erfinv(x / 5)",
        "torch.special.ndtri(x / 6)",
    ]:
        P(A, "y = " + t, x)
save()
