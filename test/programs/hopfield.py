# A Hopfield network and its modern, continuous form; no training but Hebb's rule.
import torch

torch.manual_seed(7)
patterns = torch.where(torch.rand(3, 16) > 0.5, 1.0, -1.0)
W = (patterns.T @ patterns) / patterns.shape[1]
W.fill_diagonal_(0)


def energy(s):
    return -0.5 * torch.einsum("i,ij,j->", s, W, s)


state = patterns[1].clone()
flip = torch.randperm(16)[:4]
state[flip] *= -1
print("flipped", sorted(flip.tolist()), "energy", energy(state).item())
for sweep in range(3):
    for i in torch.randperm(16).tolist():
        state[i] = 1.0 if torch.dot(W[i], state) >= 0 else -1.0
    overlap = (state @ patterns.T) / 16
    print(f"sweep {sweep} energy {energy(state):.4f} overlap {overlap}")
print(torch.equal(state, patterns[1]), (state == patterns).all(dim=1))

# modern Hopfield: softmax attention over the stored patterns
query = patterns[2] + 0.8 * torch.randn(16)
beta = torch.tensor(0.5, requires_grad=True)
xi = query
for _ in range(2):
    xi = torch.softmax(beta * (patterns @ xi), 0) @ patterns
    lse = -torch.logsumexp(beta * (patterns @ xi), 0) / beta + 0.5 * xi.dot(xi)
    print("E = {:.5f}".format(lse.item()))
loss = (xi - patterns[2]).square().sum()
loss.backward()
print(f"{loss:.6f} {beta.grad:.4f}")
print(xi.sign().int().view(4, 4))
