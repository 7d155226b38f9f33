# Custom autograd functions: binarised weights with a straight-through estimator, and a vector quantiser with a commitment loss.
import torch
import torch.nn as nn
import torch.nn.functional as F


class BinarizeSTE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.sign()

    @staticmethod
    def backward(ctx, grad_output):
        (input,) = ctx.saved_tensors
        grad_input = grad_output.clone()
        grad_input[input.abs() > 1] = 0
        return grad_input


class GradientReversal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, lambda_):
        ctx.lambda_ = lambda_
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad):
        return grad.neg() * ctx.lambda_, None


class BinaryLinear(nn.Linear):
    def forward(self, input):
        return F.linear(input, BinarizeSTE.apply(self.weight), self.bias)


class VectorQuantizer(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, commitment_cost):
        super().__init__()
        self._embedding = nn.Embedding(num_embeddings, embedding_dim)
        self._embedding.weight.data.uniform_(-1 / num_embeddings, 1 / num_embeddings)
        self._commitment_cost = commitment_cost

    def forward(self, inputs):
        w = self._embedding.weight
        distances = torch.sum(inputs**2, dim=1, keepdim=True) + torch.sum(w**2, dim=1) - 2 * torch.matmul(inputs, w.t())
        encoding_indices = torch.argmin(distances, dim=1).unsqueeze(1)
        encodings = torch.zeros(encoding_indices.shape[0], w.shape[0], device=inputs.device)
        encodings.scatter_(1, encoding_indices, 1)
        quantized = torch.matmul(encodings, w)
        e_latent_loss = F.mse_loss(quantized.detach(), inputs)
        q_latent_loss = F.mse_loss(quantized, inputs.detach())
        loss = q_latent_loss + self._commitment_cost * e_latent_loss
        quantized = inputs + (quantized - inputs).detach()
        avg_probs = torch.mean(encodings, dim=0)
        perplexity = torch.exp(-torch.sum(avg_probs * torch.log(avg_probs + 1e-10)))
        return loss, quantized, perplexity


torch.manual_seed(8)
encoder = BinaryLinear(6, 3)
vq = VectorQuantizer(5, 3, 0.25)
decoder = nn.Linear(3, 6)
domain = nn.Linear(3, 2)
params = [*encoder.parameters(), *vq.parameters(), *decoder.parameters(), *domain.parameters()]
optimizer = torch.optim.Adam(params, lr=0.01, amsgrad=False)
data = torch.randn(20, 6)
where = (data[:, 0] > 0).long()
for i in range(5):
    optimizer.zero_grad()
    z = encoder(data)
    vq_loss, quantized, perplexity = vq(z)
    recon = decoder(quantized)
    recon_error = F.mse_loss(recon, data)
    domain_loss = F.cross_entropy(domain(GradientReversal.apply(z, 0.3)), where)
    loss = recon_error + vq_loss + domain_loss
    loss.backward()
    optimizer.step()
    print(f"{i + 1} recon_error: {recon_error.item():.4f} vq: {vq_loss.item():.4f} perplexity: {perplexity.item():.4f} domain: {domain_loss.item():.4f}")
print(BinarizeSTE.apply(encoder.weight[:1]))
w = torch.tensor([-2.0, -0.5, 0.5, 2.0], requires_grad=True)
BinarizeSTE.apply(w).sum().backward()
print(w.grad, z.grad_fn.name(), BinarizeSTE.apply(w).grad_fn.name())
