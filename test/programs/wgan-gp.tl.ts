import * as torch from 'tensor-lens';
import { at, percent, print } from 'tensor-lens/python';

// A Wasserstein GAN: gradient penalty by double backward in one critic, spectral norm by power iteration in another.
const { nn } = torch;
const { autograd } = torch;
const F = torch.nn.functional;

class Generator extends nn.Module {
  declare model: any;
  constructor(latent: number) {
    super();

    function block(in_feat: number, out_feat: number, normalize = true) {
      const layers: torch.nn.Module[] = [new nn.Linear(in_feat, out_feat)];
      if (normalize) {
        layers.push(new nn.BatchNorm1d(out_feat, 0.8));
      }
      layers.push(new nn.LeakyReLU(0.2, { inplace: true }));
      return layers;
    }

    this.model = new nn.Sequential(...block(latent, 8, false), ...block(8, 12), new nn.Linear(12, 2), new nn.Tanh());
  }

  forward(z: torch.Tensor) {
    return this.model(z);
  }
}

class SpectralNorm extends nn.Module {
  declare module: any;
  declare power_iterations: number;
  declare u: torch.Tensor;
  constructor(module_: any, power_iterations = 1) {
    super();
    this.module = module_;
    this.power_iterations = power_iterations;
    const height = at(module_.weight.data.shape, 0);
    this.register_buffer('u', F.normalize(torch.randn(height), { dim: 0 }));
  }

  forward(x: torch.Tensor) {
    const w = this.module.weight;
    let v!: torch.Tensor;
    torch.no_grad(() => {
      for (let _ = 0; _ < this.power_iterations; _++) {
        v = F.normalize(torch.mv(w.t(), this.u), { dim: 0 });
        this.u.copy_(F.normalize(torch.mv(w, v), { dim: 0 }));
      }
    });
    const sigma = torch.dot(this.u.clone(), torch.mv(w, v));
    return F.linear(x, w / sigma, this.module.bias);
  }
}

function make_critic(spectral: boolean) {
  const wrap = (layer: torch.nn.Linear) => (spectral ? new SpectralNorm(layer) : layer);
  return new nn.Sequential(wrap(new nn.Linear(2, 12)), new nn.LeakyReLU(0.2), wrap(new nn.Linear(12, 1)));
}

function compute_gradient_penalty(D: any, real: torch.Tensor, fake: torch.Tensor) {
  const alpha = torch.rand(real.size(0), 1);
  const interpolates = (alpha * real + (1 - alpha) * fake).requires_grad_(true);
  const d = D(interpolates);
  let gradients = autograd.grad({ outputs: d, inputs: interpolates, grad_outputs: torch.ones_like(d), create_graph: true, retain_graph: true, only_inputs: true })[0];
  gradients = gradients.view(gradients.size(0), -1);
  return ((gradients.norm(2, { dim: 1 }) - 1) ** 2).mean();
}

function train(spectral: boolean) {
  torch.manual_seed(9);
  const [G, D] = [new Generator(4), make_critic(spectral)];
  const opt_G = new torch.optim.Adam(G.parameters(), { lr: 0.01, betas: [0.0, 0.9] });
  const opt_D = new torch.optim.Adam(D.parameters(), { lr: 0.01, betas: [0.0, 0.9] });
  for (let i = 0; i < 6; i++) {
    const angle = torch.rand(16, 1) * 6.2832;
    const real = 0.7 * torch.cat([angle.cos(), angle.sin()], 1);
    const fake = G(torch.randn(16, 4)).detach();
    opt_D.zero_grad();
    let d_loss = D(fake).mean() - D(real).mean();
    if (!spectral) {
      d_loss = d_loss + 10 * compute_gradient_penalty(D, real, fake);
    }
    d_loss.backward();
    opt_D.step();
    if (i % 3 === 2) {
      opt_G.zero_grad();
      const g_loss = -D(G(torch.randn(16, 4))).mean();
      g_loss.backward();
      opt_G.step();
      console.log(percent('[Batch %d] [D loss: %f] [G loss: %f]', [i, d_loss.item(), g_loss.item()]));
    }
  }
  return D;
}

train(false);
const D = train(true);
print([...D.named_parameters()].map(([name, _]) => name));
print(D[0], [...D.named_buffers()].map(([name, _]) => name));
