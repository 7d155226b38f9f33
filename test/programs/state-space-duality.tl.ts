// Mamba-2's state space duality (minimal): segsum, chunks, compared with the plain recurrence
import * as torch from 'tensor-lens';
import { print, zip } from 'tensor-lens/python';

const F = torch.nn.functional;
type Tensor = torch.Tensor;

function segsum(x: Tensor) {
  const T = x.size(-1);
  x = x.dim() === 4 ? x['...', null].repeat(1, 1, 1, 1, T) : x['...', null].expand(...x.shape, T).clone();
  let mask = torch.tril(torch.ones(T, T, { dtype: torch.bool }), { diagonal: -1 });
  x = x.masked_fill(~mask, 0);
  const x_segsum = torch.cumsum(x, { dim: -2 });
  mask = torch.tril(torch.ones(T, T, { dtype: torch.bool }), { diagonal: 0 });
  return x_segsum.masked_fill(~mask, -torch.inf);
}

function ssd(X: Tensor, A: Tensor, B: Tensor, C: Tensor, block_len: number, initial_states: Tensor | null = null) {
  const [b, s, h, p] = X.shape;
  [X, A, B, C] = [X, A, B, C].map((x) => x.reshape(x.shape[0], s / block_len, block_len, ...x.shape.slice(2)));
  A = A.permute(0, 3, 1, 2);
  const A_cumsum = torch.cumsum(A, { dim: -1 });
  const L = torch.exp(segsum(A));
  const Y_diag = torch.einsum('bclhn,bcshn,bhcls,bcshp->bclhp', C, B, L, X);
  const decay_states = torch.exp(A_cumsum[':', ':', ':', '-1:'] - A_cumsum);
  let states = torch.einsum('bclhn,bhcl,bclhp->bchpn', B, decay_states, X);
  if (initial_states === null) initial_states = torch.zeros_like(states[':', ':1']);
  states = torch.cat([initial_states, states], { dim: 1 });
  const decay_chunk = torch.exp(segsum(F.pad(A_cumsum[':', ':', ':', -1], [1, 0])));
  const new_states = torch.einsum('bhzc,bchpn->bzhpn', decay_chunk, states);
  let final_state: Tensor;
  [states, final_state] = [new_states[':', ':-1'], new_states[':', -1]];
  const state_decay_out = torch.exp(A_cumsum);
  const Y_off = torch.einsum('bclhn,bchpn,bhcl->bclhp', C, states, state_decay_out);
  return [(Y_diag + Y_off).reshape(b, s, h, p), final_state];
}

function recurrence(X: Tensor, A: Tensor, B: Tensor, C: Tensor) {
  const [b, s, h, p] = X.shape;
  let state = X.new_zeros(b, h, p, B.shape.at(-1)!);
  const ys: Tensor[] = [];
  for (let t = 0; t < s; t++) {
    state = state * A[':', t].exp()['...', null, null] + X[':', t].unsqueeze(-1) * B[':', t].unsqueeze(-2);
    ys.push((state * C[':', t].unsqueeze(-2)).sum(-1));
  }
  return [torch.stack(ys, { dim: 1 }), state];
}

torch.manual_seed(9);
const [batch, seqlen, n_heads, d_head, d_state] = [2, 8, 2, 3, 4];
const dt = F.softplus(torch.randn(batch, seqlen, n_heads) - 1);
const A = (-torch.exp(torch.rand(n_heads))).requires_grad_();
const X = torch.randn(batch, seqlen, n_heads, d_head, { requires_grad: true });
const B = torch.randn(batch, seqlen, n_heads, d_state);
const C = torch.randn(batch, seqlen, n_heads, d_state);
const [y, final] = ssd(X * dt.unsqueeze(-1), A * dt, B, C, 4);
const [y2, final2] = recurrence(X * dt.unsqueeze(-1), A * dt, B, C);
print(torch.allclose(y, y2, { atol: 1e-5 }), torch.allclose(final, final2, { atol: 1e-5 }), y.shape);
const g1 = torch.autograd.grad(y.square().sum(), [X, A], { retain_graph: true });
const g2 = torch.autograd.grad(y2.square().sum(), [X, A]);
for (const [a, b] of zip(g1, g2)) {
  torch.testing.assert_close(a, b, { rtol: 1e-4, atol: 1e-4 });
}
print(y.sum().item().toFixed(4), g1[1]);
print(segsum(torch.tensor([[1.0, 2.0, 3.0]])));
print(y[0, 3]);
