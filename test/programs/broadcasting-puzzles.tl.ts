import * as torch from 'tensor-lens';
const a = torch.arange(3);
const said = (f: () => unknown) => {
  try {
    f();
  } catch (e) {
    console.log((e as Error).message);
  }
};
console.log(a[':', null] + a[null, ':'], (a.view(-1, 1) >= a).int());
console.log(torch.where(torch.arange(4) % 2 == 0, 1, 0), torch.triu(torch.ones(3, 3), { diagonal: 1 }).bool());
const x = torch.arange(12).reshape(3, 4);
console.log(x[':', [0, -1]], x[[0, 2]][':', '1:3'], x[x % 2 == 0], x['...', -1], JSON.stringify(x[1].tolist()).replaceAll(',', ', '), x.T.contiguous().view(-1));
console.log(x[torch.tensor([0, 1]), torch.tensor([2, 3])], x.flip(0)[0], x.roll(1, 1)[0], x.unfold(1, 2, 2)[0]);
console.log(x.float().mean(0, { keepdim: true }).shape, x.sum({ dim: [0, 1] }), x.float().std({ dim: 1, unbiased: false }));
const o = torch.zeros(2, 3);
o[0] = 1;
o[':', 1] += 5;
o[1, '2:'] = torch.tensor([7], { dtype: torch.float32 });
console.log(o, `(${o.stride().join(', ')})`, o.t().is_contiguous() ? 'True' : 'False');
const b = torch.ones(2, 1, 3).expand(2, 4, 3);
console.log(b.shape, `(${b.stride().join(', ')})`, b.reshape(-1).shape, torch.broadcast_shapes([2, 1, 3], [4, 1]));
said(() => torch.ones(2, 3) + torch.ones(2, 4));
said(() => torch.ones(2, 3).matmul(torch.ones(2, 3)));
said(() => torch.ones(2, 3).view(4, 2));
said(() => x.t().view(12));
said(() => torch.cat([torch.ones(2, 3), torch.ones(2, 2)], { dim: 0 }));
said(() => x.mean());
said(() => torch.tensor([1, 2]).requires_grad_());
console.log(torch.tensor([1, 2]) / 2, torch.tensor([7, -7]).floor_divide(2), torch.tensor([7, -7]) % 3, torch.tensor(5) / torch.tensor(2));
console.log((torch.tensor([1.5]) + torch.tensor([1])).dtype, torch.tensor([1], { dtype: torch.uint8 }) * 300, torch.tensor([3.7, -3.7]).long());
const m = torch.arange(6).view(2, 3);
console.log(m.repeat(2, 1), m.repeat_interleave(2, { dim: 1 }), torch.tile(m, [1, 2]), torch.kron(torch.eye(2), torch.ones(1, 2)));
console.log(m.permute(1, 0).shape, m.movedim(0, 1).shape, torch.stack([m, m], -1).shape, m.unsqueeze(0).squeeze().shape);
console.log(torch.meshgrid(torch.arange(2), torch.arange(3), { indexing: 'ij' })[1], torch.cartesian_prod(torch.arange(2), torch.arange(2)));
const py = (v: boolean) => (v ? 'True' : 'False');
console.log(py(torch.equal(m, m.clone())), torch.isclose(torch.tensor(1.5), torch.tensor(1.5 + 1e-9)), py(torch.allclose(m.float(), m + 1e-9)));
console.log(torch.linspace(0, 1, 5), torch.logspace(0, 2, 3), torch.eye(2), torch.full([2], 7), torch.empty(0));
console.log(torch.tensor([1e-8, 1]), torch.tensor([1e8, 1.0], { dtype: torch.float32 }), torch.tensor([[0.1, 100000]]), torch.tensor(3, { dtype: torch.float32 }), torch.tensor([NaN, Infinity]));
