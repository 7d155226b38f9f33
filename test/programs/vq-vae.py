import torch
import torch.nn as nn
import torch.nn.functional as F

class VectorQuantizerEMA(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, commitment_cost, decay, epsilon=1e-5):
        super().__init__()
        self._embedding_dim = embedding_dim
        self._num_embeddings = num_embeddings
        self._embedding = nn.Embedding(num_embeddings, embedding_dim)
        self._embedding.weight.data.normal_()
        self._commitment_cost = commitment_cost
        self.register_buffer("_ema_cluster_size", torch.zeros(num_embeddings))
        self._ema_w = nn.Parameter(torch.Tensor(num_embeddings, embedding_dim))
        self._ema_w.data.normal_()
        self._decay = decay
        self._epsilon = epsilon

    def forward(self, inputs):
        inputs = inputs.permute(0, 2, 3, 1).contiguous()
        input_shape = inputs.shape
        flat_input = inputs.view(-1, self._embedding_dim)
        distances = (torch.sum(flat_input**2, dim=1, keepdim=True)
                     + torch.sum(self._embedding.weight**2, dim=1)
                     - 2 * torch.matmul(flat_input, self._embedding.weight.t()))
        encoding_indices = torch.argmin(distances, dim=1).unsqueeze(1)
        encodings = torch.zeros(encoding_indices.shape[0], self._num_embeddings, device=inputs.device)
        encodings.scatter_(1, encoding_indices, 1)
        quantized = torch.matmul(encodings, self._embedding.weight).view(input_shape)
        if self.training:
            self._ema_cluster_size = self._ema_cluster_size * self._decay + (1 - self._decay) * torch.sum(encodings, 0)
            n = torch.sum(self._ema_cluster_size.data)
            self._ema_cluster_size = ((self._ema_cluster_size + self._epsilon) / (n + self._num_embeddings * self._epsilon) * n)
            dw = torch.matmul(encodings.t(), flat_input)
            self._ema_w = nn.Parameter(self._ema_w * self._decay + (1 - self._decay) * dw)
            self._embedding.weight = nn.Parameter(self._ema_w / self._ema_cluster_size.unsqueeze(1))
        e_latent_loss = F.mse_loss(quantized.detach(), inputs)
        loss = self._commitment_cost * e_latent_loss
        quantized = inputs + (quantized - inputs).detach()
        avg_probs = torch.mean(encodings, dim=0)
        perplexity = torch.exp(-torch.sum(avg_probs * torch.log(avg_probs + 1e-10)))
        return loss, quantized.permute(0, 3, 1, 2).contiguous(), perplexity, encodings

class Residual(nn.Module):
    def __init__(self, ch):
        super().__init__()
        self._block = nn.Sequential(nn.ReLU(True), nn.Conv2d(ch, ch, 3, padding=1, bias=False), nn.ReLU(True), nn.Conv2d(ch, ch, 1, bias=False))
    def forward(self, x):
        return x + self._block(x)

class Model(nn.Module):
    def __init__(self, ch=8, k=6, dim=4):
        super().__init__()
        self.enc = nn.Sequential(nn.Conv2d(1, ch, 4, 2, 1), nn.ReLU(), nn.Conv2d(ch, ch, 3, padding=1), Residual(ch), nn.Conv2d(ch, dim, 1))
        self.vq = VectorQuantizerEMA(k, dim, 0.25, 0.9)
        self.dec = nn.Sequential(nn.Conv2d(dim, ch * 4, 3, padding=1), nn.PixelShuffle(2), Residual(ch), nn.Conv2d(ch, 1, 1))
    def forward(self, x):
        z = self.enc(x)
        loss, q, perp, _ = self.vq(z)
        return loss, self.dec(q), perp

torch.manual_seed(13)
data = torch.rand(8, 1, 8, 8).round() - 0.5
data_variance = data.var()
model = Model()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, amsgrad=False)
model.train()
for i in range(6):
    optimizer.zero_grad()
    vq_loss, recon, perplexity = model(data)
    recon_error = F.mse_loss(recon, data) / data_variance
    loss = recon_error + vq_loss
    loss.backward()
    optimizer.step()
    print("%d iterations: recon_error %.4f perplexity %.4f vq %.5f" % (i + 1, recon_error.item(), perplexity.item(), vq_loss.item()))
print(model.vq._ema_cluster_size)
model.eval()
_, r, p = model(data[:2])
print(r[0, 0, :2], p)
