"""Every dtype through every kind of operation: promotion, what there is no kernel for, gradients of complex numbers."""

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
ALL = [f64, f32, c128, c64, f16, bf16, i64, i32, i16, i8, u8, u16, b1]
A = begin("dtypes")
un = "abs acos acosh angle asin asinh atan atanh bitwise_not ceil conj cos cosh deg2rad digamma erf erfc erfinv exp exp2 expm1 floor frac isfinite isinf isnan isreal lgamma log log10 log1p log2 logical_not logit nan_to_num neg positive rad2deg real reciprocal round rsqrt sgn sigmoid sign signbit sin sinc sinh sqrt square tan tanh trunc relu isposinf isneginf i0 count_nonzero logcumsumexp(x,0) cumsum(x,0) cumprod(x,0) sum prod mean std var all any amax amin argmax argmin max min median nanmedian nansum nanmean logsumexp(x,0) softmax(x,0) log_softmax(x,0) sort unique mode(x,0) cummax(x,0) cummin(x,0) kthvalue(x,2) topk(x,2) argsort(x) flip(x,[0]) roll(x,1) diff bincount histc(x,4) norm var_mean std_mean aminmax tril(x.reshape(2,-1)) trace(x.reshape(2,-1)) diag nonzero msort isclose(x,x) allclose(x,x) equal(x,x) clamp(x,0,1) clamp(x,min=1.5) clamp_min(x,1) hardshrink threshold(x,1,0) F.gelu(x) F.silu(x) F.elu(x) F.selu(x) F.celu(x) F.leaky_relu(x) F.softplus(x) F.logsigmoid(x) F.hardtanh(x) F.relu6(x) F.hardswish(x) F.hardsigmoid(x) F.mish(x) F.softsign(x) F.tanhshrink(x) F.softshrink(x) F.glu(x) F.normalize(x,dim=0) pow(x,2) pow(x,0.5) pow(x,-1) pow(2,x) pow(1.5,x) add(x,1) add(x,1.5) add(x,1j) sub(x,2) sub(x,x,alpha=2) mul(x,2.5) mul(x,True) div(x,2) div(x,2,rounding_mode='floor') div(x,3,rounding_mode='trunc') remainder(x,2) remainder(x,-1.5) fmod(x,2) floor_divide(x,2) true_divide(x,x) bitwise_and(x,3) bitwise_or(x,x) bitwise_xor(x,1) bitwise_left_shift(x,1) bitwise_right_shift(x,1) eq(x,1) lt(x,1.5) ge(x,x) ne(x,1j) maximum(x,x) fmax(x,x) atan2(x,x) hypot(x,x) copysign(x,-1.0) nextafter(x,x) ldexp(x,x) logaddexp(x,x) xlogy(x,x) gcd(x,x) lcm(x,x) lerp(x,x,0.5) addcmul(x,x,x,value=2) addcdiv(x,x,x) where(x>0,x,0) where(x!=0,x,1.5) masked_fill(x,x==1,2) heaviside(x,x) float_power(x,2) cross(x[:3],x[:3]) dot(x,x) outer(x,x) matmul(x,x) mm(x.reshape(2,-1),x.reshape(-1,2)) bmm(x.reshape(1,2,-1),x.reshape(1,-1,2)) addmm(x.reshape(2,-1)[:,:2],x.reshape(2,-1),x.reshape(-1,2)) cat([x,x]) stack([x,x]) repeat_interleave(x,2) take(x,torch.tensor([0,1])) index_select(x,0,torch.tensor([0,1])) gather(x,0,torch.tensor([0,1])) scatter(x,0,torch.tensor([0,1]),x) scatter_add(x,0,torch.tensor([0,0]),x) index_add(x,0,torch.tensor([0,0]),x[:2]) scatter_reduce(x,0,torch.tensor([0,0,1,1,2,2]),x,'amax') scatter_reduce(x,0,torch.tensor([0,0,1,1,2,2]),x,'mean') searchsorted(x,x) bucketize(x,x) isin(x,x[:2]) quantile(x,0.5) renorm(x.reshape(2,-1),2,0,1) cdist(x.reshape(2,-1),x.reshape(2,-1)) cov corrcoef tensordot(x,x,1) einsum('i,i->',x,x) kron(x,x) vander(x) trapezoid(x) polar(x,x) complex(x,x) view_as_real view_as_complex(x.reshape(-1,2)) imag is_floating_point is_complex is_signed".split()
for dt in ALL:
    for f in un:
        n = 6
        t = f if "(" in f else f + "(x)"
        t = t if t.startswith("F.") else "torch." + t
        P(A, "y = " + t, {"x": T(n, dtype=dt, lo=-3, hi=3)})
    for (
        f
    ) in "add_(1) add_(1.5) sub_(2) mul_(2) mul_(1.5) div_(2) div_(2,rounding_mode='floor') pow_(2) pow_(0.5) remainder_(2) fmod_(2.5) floor_divide_(2) neg_() abs_() exp_() sqrt_() sigmoid_() round_() floor_() clamp_(0,1) clamp_(min=0.5) fill_(2) fill_(1.5) zero_() bitwise_and_(1) bitwise_not_() logical_not_() eq_(1) lt_(1) masked_fill_(x>1,3.5) sign_() trunc_() reciprocal_() square_() cumsum_(0) cumprod_(0) add_(x) mul_(x) sub_(x,alpha=2) addcmul_(x,x) index_fill_(0,torch.tensor([0]),2.5) index_add_(0,torch.tensor([0]),x[:1]) scatter_(0,torch.tensor([0]),7) t_() tril_() relu_() uniform_() normal_() random_() bernoulli_(0.5) exponential_() geometric_(0.5) cauchy_() log_normal_()".split():
        P(A, f"y = x.{f}", {"x": T(6, dtype=dt, lo=-3, hi=3)}, seed=3)
    for d2 in ALL:
        x = {"x": T(4, dtype=dt, lo=0, hi=3), "y": T(4, dtype=d2, lo=0, hi=3)}
        for (
            f
        ) in "torch.sub(x, y)|torch.div(x, y + 1)|torch.floor_divide(x, y + 1)|torch.remainder(x, y + 1)|torch.pow(x, y)|torch.maximum(x, y)|torch.cat([x, y])|torch.where(x > 0, x, y)|torch.atan2(x, y)|x.sub_(y)|x.mul_(y)|x.div_(y)|x.copy_(y)|torch.matmul(x, y)|torch.lerp(x, y, 0.5)|torch.gt(x, y)|torch.bitwise_or(x, y)|torch.fmod(x, y + 1)|torch.stack([x, y])|torch.dot(x, y)|torch.addcmul(x, y, y)|torch.logical_xor(x, y)|x.scatter(0, torch.tensor([1]), y)|torch.masked_fill(x, x > 0, y[0])|torch.add(x, y[0], alpha=2)|torch.mul(x[0], y)|torch.complex(x, y)|torch.hypot(x, y)|torch.isclose(x, y)|torch.equal(x, y)".split(
            "|"
        ):
            P(A, "z = " + f, x)
        P(A, f"z = x.to({d2}); w = x.type_as(z)", {"x": T(4, dtype=dt, lo=-3, hi=300)})
    if dt.is_floating_point or dt.is_complex:
        for (
            f
        ) in "x * x|x / (x * x + 3)|x ** 3|x.exp()|x.sin()|x.tanh()|x.sigmoid()|(x * x + 1).sqrt()|(x * x + 1).log()|x.abs()|x.cumsum(0)|x.softmax(0)|x.prod()|x.mean()|x.std()|x.var()|x @ x|torch.outer(x, x)|x.norm()|x.reciprocal()|x.sgn()|x.cumprod(0)|torch.where(x.abs() > 1, x, x * 2)|x.logsumexp(0)|x.clamp(-1, 1)|F.gelu(x)|F.silu(x)|F.softplus(x)|F.layer_norm(x, [6])|torch.lerp(x, x * 2, 0.3)|torch.addcmul(x, x, x)|torch.atan2(x, x + 9)|torch.cat([x, x])|x.real|x.angle()|x.conj()|torch.kron(x, x)|x.erf()|x.lgamma()|x.max()|x.sort()[0]|F.elu(x)|F.hardswish(x)|x.square()|x.rsqrt()|torch.hypot(x, x)|torch.expm1(x)|torch.log1p(x * x)|x.sinh()|x.tan()".split(
            "|"
        ):
            P(
                A,
                f"y = {f}; s = (y * y.conj()).real.sum(); s.backward()",
                {"x": T(6, dtype=dt, grad=True)},
                tol=(4e-3, 2e-3) if dt == f16 else (3e-2, 2e-2) if dt == bf16 else (1e-4, 1e-5) if dt in (f32, c64) else None,
            )
save()
