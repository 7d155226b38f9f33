# Mamba-2's state space duality (minimal): segsum, chunks, compared with the plain recurrence
import torch
import torch.nn.functional as F

def segsum(x):
    T = x.size(-1)
    x = x[..., None].repeat(1, 1, 1, 1, T) if x.dim() == 4 else x[..., None].expand(*x.shape, T).clone()
    mask = torch.tril(torch.ones(T, T, dtype=bool), diagonal=-1)
    x = x.masked_fill(~mask, 0)
    x_segsum = torch.cumsum(x, dim=-2)
    mask = torch.tril(torch.ones(T, T, dtype=bool), diagonal=0)
    return x_segsum.masked_fill(~mask, -torch.inf)

def ssd(X, A, B, C, block_len, initial_states=None):
    assert X.dtype == A.dtype == B.dtype == C.dtype
    assert X.shape[1] % block_len == 0
    b, s, h, p = X.shape
    X, A, B, C = [x.reshape(x.shape[0], s // block_len, block_len, *x.shape[2:]) for x in (X, A, B, C)]
    A = A.permute(0, 3, 1, 2)
    A_cumsum = torch.cumsum(A, dim=-1)
    L = torch.exp(segsum(A))
    Y_diag = torch.einsum("bclhn,bcshn,bhcls,bcshp->bclhp", C, B, L, X)
    decay_states = torch.exp(A_cumsum[:, :, :, -1:] - A_cumsum)
    states = torch.einsum("bclhn,bhcl,bclhp->bchpn", B, decay_states, X)
    if initial_states is None:
        initial_states = torch.zeros_like(states[:, :1])
    states = torch.cat([initial_states, states], dim=1)
    decay_chunk = torch.exp(segsum(F.pad(A_cumsum[:, :, :, -1], (1, 0))))
    new_states = torch.einsum("bhzc,bchpn->bzhpn", decay_chunk, states)
    states, final_state = new_states[:, :-1], new_states[:, -1]
    state_decay_out = torch.exp(A_cumsum)
    Y_off = torch.einsum("bclhn,bchpn,bhcl->bclhp", C, states, state_decay_out)
    return (Y_diag + Y_off).reshape(b, s, h, p), final_state

def recurrence(X, A, B, C):
    b, s, h, p = X.shape
    state = X.new_zeros(b, h, p, B.shape[-1])
    ys = []
    for t in range(s):
        state = state * A[:, t].exp()[..., None, None] + X[:, t].unsqueeze(-1) * B[:, t].unsqueeze(-2)
        ys.append((state * C[:, t].unsqueeze(-2)).sum(-1))
    return torch.stack(ys, dim=1), state

torch.manual_seed(9)
batch, seqlen, n_heads, d_head, d_state = 2, 8, 2, 3, 4
dt = F.softplus(torch.randn(batch, seqlen, n_heads) - 1)
A = (-torch.exp(torch.rand(n_heads))).requires_grad_()
X = torch.randn(batch, seqlen, n_heads, d_head, requires_grad=True)
B = torch.randn(batch, seqlen, n_heads, d_state)
C = torch.randn(batch, seqlen, n_heads, d_state)
y, final = ssd(X * dt.unsqueeze(-1), A * dt, B, C, 4)
y2, final2 = recurrence(X * dt.unsqueeze(-1), A * dt, B, C)
print(torch.allclose(y, y2, atol=1e-5), torch.allclose(final, final2, atol=1e-5), y.shape)
g1 = torch.autograd.grad(y.square().sum(), [X, A], retain_graph=True)
g2 = torch.autograd.grad(y2.square().sum(), [X, A])
for a, b in zip(g1, g2):
    torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-4)
print(f"{y.sum().item():.4f}", g1[1])
print(segsum(torch.tensor([[1.0, 2.0, 3.0]])))
print(y[0, 3])
