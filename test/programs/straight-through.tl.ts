import * as torch from 'tensor-lens';
import { fmt, print, put, tuple } from 'tensor-lens/python';

// Custom autograd functions: binarised weights with a straight-through estimator, and a vector quantiser with a commitment loss.
const { nn } = torch;
const F = torch.nn.functional;

class BinarizeSTE extends torch.autograd.Function {
  static forward(ctx: any, input: torch.Tensor) {
    ctx.save_for_backward(input);
    return input.sign();
  }

  static backward(ctx: any, grad_output: any) {
    const [input] = ctx.saved_tensors;
    const grad_input = grad_output.clone();
    put(grad_input, input.abs() > 1, 0);
    return grad_input;
  }
}

class GradientReversal extends torch.autograd.Function {
  static forward(ctx: any, x: torch.Tensor, lambda_: number) {
    ctx.lambda_ = lambda_;
    return x.view_as(x);
  }

  static backward(ctx: any, grad: any) {
    return tuple(grad.neg() * ctx.lambda_, null);
  }
}

class BinaryLinear extends nn.Linear {
  forward(input: torch.Tensor) {
    return F.linear(input, BinarizeSTE.apply(this.weight), this.bias);
  }
}

class VectorQuantizer extends nn.Module {
  declare _embedding: any;
  declare _commitment_cost: number;
  constructor(num_embeddings: number, embedding_dim: number, commitment_cost: number) {
    super();
    this._embedding = new nn.Embedding(num_embeddings, embedding_dim);
    this._embedding.weight.data.uniform_(-1 / num_embeddings, 1 / num_embeddings);
    this._commitment_cost = commitment_cost;
  }

  forward(inputs: torch.Tensor) {
    const w = this._embedding.weight;
    const distances = torch.sum(inputs ** 2, { dim: 1, keepdim: true }) + torch.sum(w ** 2, { dim: 1 }) - 2 * torch.matmul(inputs, w.t());
    const encoding_indices = torch.argmin(distances, { dim: 1 }).unsqueeze(1);
    const encodings = torch.zeros(encoding_indices.shape[0], w.shape[0], { device: inputs.device });
    encodings.scatter_(1, encoding_indices, 1);
    let quantized = torch.matmul(encodings, w);
    const e_latent_loss = F.mse_loss(quantized.detach(), inputs);
    const q_latent_loss = F.mse_loss(quantized, inputs.detach());
    const loss = q_latent_loss + this._commitment_cost * e_latent_loss;
    quantized = inputs + (quantized - inputs).detach();
    const avg_probs = torch.mean(encodings, { dim: 0 });
    const perplexity = torch.exp(-torch.sum(avg_probs * torch.log(avg_probs + 1e-10)));
    return tuple(loss, quantized, perplexity);
  }
}

torch.manual_seed(8);
const encoder = new BinaryLinear(6, 3);
const vq = new VectorQuantizer(5, 3, 0.25);
const decoder = new nn.Linear(3, 6);
const domain = new nn.Linear(3, 2);
const params = [...encoder.parameters(), ...vq.parameters(), ...decoder.parameters(), ...domain.parameters()];
const optimizer = new torch.optim.Adam(params, { lr: 0.01, amsgrad: false });
const data = torch.randn(20, 6);
const where = (data[':', 0] > 0).long();
let z!: torch.Tensor;
for (let i = 0; i < 5; i++) {
  optimizer.zero_grad();
  z = encoder(data);
  const [vq_loss, quantized, perplexity] = vq(z);
  const recon = decoder(quantized);
  const recon_error = F.mse_loss(recon, data);
  const domain_loss = F.cross_entropy(domain(GradientReversal.apply(z, 0.3)), where);
  const loss = recon_error + vq_loss + domain_loss;
  loss.backward();
  optimizer.step();
  console.log(`${i + 1} recon_error: ${fmt(recon_error.item(), '.4f')} vq: ${fmt(vq_loss.item(), '.4f')} perplexity: ${fmt(perplexity.item(), '.4f')} domain: ${fmt(domain_loss.item(), '.4f')}`);
}
print(BinarizeSTE.apply(encoder.weight[':1']));
const w = torch.tensor([-2.0, -0.5, 0.5, 2.0], { requires_grad: true });
BinarizeSTE.apply(w).sum().backward();
print(w.grad, z.grad_fn!.name(), BinarizeSTE.apply(w).grad_fn!.name());
