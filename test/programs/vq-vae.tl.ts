import * as torch from 'tensor-lens';
import { percent, print } from 'tensor-lens/python';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

class VectorQuantizerEMA extends nn.Module {
  _embedding;
  _ema_w;
  declare _ema_cluster_size: Tensor;
  constructor(
    private _num_embeddings: number,
    private _embedding_dim: number,
    private _commitment_cost: number,
    private _decay: number,
    private _epsilon = 1e-5,
  ) {
    super();
    this._embedding = new nn.Embedding(_num_embeddings, _embedding_dim);
    this._embedding.weight.data.normal_();
    this.register_buffer('_ema_cluster_size', torch.zeros(_num_embeddings));
    this._ema_w = new nn.Parameter(new torch.Tensor(_num_embeddings, _embedding_dim));
    this._ema_w.data.normal_();
  }

  forward(inputs: Tensor): [Tensor, Tensor, Tensor, Tensor] {
    inputs = inputs.permute(0, 2, 3, 1).contiguous();
    const input_shape = inputs.shape;
    const flat_input = inputs.view(-1, this._embedding_dim);
    const distances = torch.sum(flat_input ** 2, { dim: 1, keepdim: true }) + torch.sum(this._embedding.weight ** 2, { dim: 1 }) - 2 * torch.matmul(flat_input, this._embedding.weight.t());
    const encoding_indices = torch.argmin(distances, { dim: 1 }).unsqueeze(1);
    const encodings = torch.zeros(encoding_indices.shape[0], this._num_embeddings, { device: inputs.device });
    encodings.scatter_(1, encoding_indices, 1);
    let quantized = torch.matmul(encodings, this._embedding.weight).view(input_shape);
    if (this.training) {
      this._ema_cluster_size = this._ema_cluster_size * this._decay + (1 - this._decay) * torch.sum(encodings, 0);
      const n = torch.sum(this._ema_cluster_size.data);
      this._ema_cluster_size = ((this._ema_cluster_size + this._epsilon) / (n + this._num_embeddings * this._epsilon)) * n;
      const dw = torch.matmul(encodings.t(), flat_input);
      this._ema_w = new nn.Parameter(this._ema_w * this._decay + (1 - this._decay) * dw);
      this._embedding.weight = new nn.Parameter(this._ema_w / this._ema_cluster_size.unsqueeze(1));
    }
    const e_latent_loss = F.mse_loss(quantized.detach(), inputs);
    const loss = this._commitment_cost * e_latent_loss;
    quantized = inputs + (quantized - inputs).detach();
    const avg_probs = torch.mean(encodings, { dim: 0 });
    const perplexity = torch.exp(-torch.sum(avg_probs * torch.log(avg_probs + 1e-10)));
    return [loss, quantized.permute(0, 3, 1, 2).contiguous(), perplexity, encodings];
  }
}

class Residual extends nn.Module {
  _block;
  constructor(ch: number) {
    super();
    this._block = new nn.Sequential(new nn.ReLU(true), new nn.Conv2d(ch, ch, 3, { padding: 1, bias: false }), new nn.ReLU(true), new nn.Conv2d(ch, ch, 1, { bias: false }));
  }
  forward(x: Tensor) {
    return x + this._block(x);
  }
}

class Model extends nn.Module {
  enc;
  vq;
  dec;
  constructor(ch = 8, k = 6, dim = 4) {
    super();
    this.enc = new nn.Sequential(new nn.Conv2d(1, ch, 4, 2, 1), new nn.ReLU(), new nn.Conv2d(ch, ch, 3, { padding: 1 }), new Residual(ch), new nn.Conv2d(ch, dim, 1));
    this.vq = new VectorQuantizerEMA(k, dim, 0.25, 0.9);
    this.dec = new nn.Sequential(new nn.Conv2d(dim, ch * 4, 3, { padding: 1 }), new nn.PixelShuffle(2), new Residual(ch), new nn.Conv2d(ch, 1, 1));
  }
  forward(x: Tensor): [Tensor, Tensor, Tensor] {
    const z = this.enc(x);
    const [loss, q, perp] = this.vq(z);
    return [loss, this.dec(q), perp];
  }
}

torch.manual_seed(13);
const data = torch.rand(8, 1, 8, 8).round() - 0.5;
const data_variance = data.var();
const model = new Model();
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 1e-3, amsgrad: false });
model.train();
for (let i = 0; i < 6; i++) {
  optimizer.zero_grad();
  const [vq_loss, recon, perplexity] = model(data);
  const recon_error = F.mse_loss(recon, data) / data_variance;
  const loss = recon_error + vq_loss;
  loss.backward();
  optimizer.step();
  print(percent('%d iterations: recon_error %.4f perplexity %.4f vq %.5f', [i + 1, recon_error.item(), perplexity.item(), vq_loss.item()]));
}
print(model.vq._ema_cluster_size);
model.eval();
const [_, r, p] = model(data[':2']);
print(r[0, 0, ':2'], p);
