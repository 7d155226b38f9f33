import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
import { print, round } from 'tensor-lens/python';

const { nn } = torch;
const F = nn.functional;

torch.manual_seed(0);

class ConvNet extends nn.Module {
  features;
  avgpool;
  classifier;
  constructor(num_classes = 3) {
    super();
    this.features = new nn.Sequential({
      conv1: new nn.Conv2d(3, 4, 3, { padding: 1 }),
      relu1: new nn.ReLU(),
      pool1: new nn.MaxPool2d(2),
      conv2: new nn.Conv2d(4, 6, 3, { padding: 1 }),
      relu2: new nn.ReLU(),
    });
    this.avgpool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.classifier = new nn.Linear(6, num_classes);
  }
  forward(x: Tensor) {
    x = this.features(x);
    x = this.avgpool(x);
    x = torch.flatten(x, 1);
    return this.classifier(x);
  }
}

const model = new ConvNet();
const activation: Record<string, Tensor> = {};
const get_activation = (name: string) => (model: torch.nn.Module, input: Tensor[], output: Tensor) => {
  activation[name] = output.detach();
};

const handles = [];
for (const [name, layer] of model.features.named_children()) {
  handles.push(layer.register_forward_hook(get_activation(name)));
}
const x = torch.randn(2, 3, 8, 8);
const output = model(x);
for (const [k, v] of Object.entries(activation)) {
  print(`${k.padEnd(6)} (${v.shape.join(', ')}) mean ${v.mean().item().toFixed(4)} sparsity ${(v == 0).float().mean().item().toFixed(3)}`);
}
for (const h of handles) h.remove();

// Grad-CAM
class GradCAM {
  gradients: Tensor | null = null;
  activations: Tensor | null = null;
  constructor(
    public model: ConvNet,
    target_layer: torch.nn.Module,
  ) {
    target_layer.register_forward_hook((module, input, output) => {
      this.activations = output;
    });
    target_layer.register_full_backward_hook((module, grad_input, grad_output) => {
      this.gradients = grad_output[0];
    });
  }
  call(x: Tensor, class_idx: Tensor | null = null) {
    const logits = this.model(x);
    class_idx ??= logits.argmax({ dim: 1 });
    const score = logits.gather(1, class_idx.view(-1, 1)).squeeze();
    this.model.zero_grad();
    score.sum().backward();
    const weights = this.gradients!.mean({ dim: [2, 3], keepdim: true });
    let cam = F.relu((weights * this.activations!).sum({ dim: 1, keepdim: true }));
    cam = F.interpolate(cam, { size: x.shape.slice(2), mode: 'bilinear', align_corners: false });
    const [cam_min, cam_max] = [cam.flatten(1).min(1).values, cam.flatten(1).max(1).values];
    cam = (cam - cam_min.view(-1, 1, 1, 1)) / (cam_max - cam_min + 1e-8).view(-1, 1, 1, 1);
    return [cam, logits] as const;
  }
}
const cam = new GradCAM(model, model.features.conv2);
const [heat, logits] = cam.call(x);
print(heat.shape, logits.argmax(1));
print(heat[0, 0, 0]);

// pre-hook that changes the input, and a hook that changes the output
const h = model.classifier.register_forward_pre_hook((module, args) => [args[0] * 2]);
const h2 = model.classifier.register_forward_hook((m, i, o) => o.clamp({ min: 0 }));
print(model(x));
h.remove();
h2.remove();

// gradient norms by module
const norms: Record<string, number> = {};
for (const [name, module] of model.named_modules()) {
  if (module instanceof nn.Linear) {
    module.register_full_backward_hook((module, gi, go) => {
      norms[name] = go[0]!.norm().item();
    });
  }
}
const loss = F.cross_entropy(model(x), torch.tensor([0, 2]));
loss.backward();
for (const [k, v] of Object.entries(norms)) print(k, round(v, 5));
print(Object.fromEntries(model.named_parameters().map(([n, p]) => [n, round(p.grad!.abs().max().item(), 5)])));
const attn = new nn.MultiheadAttention(4, 2, { batch_first: true });
attn.register_forward_pre_hook((module, args, kwargs) => print('kwargs', Object.keys(kwargs)), { with_kwargs: true });
const q = torch.randn(1, 2, 4);
const [_, w] = attn(q, q, q, { need_weights: true, average_attn_weights: false });
print(w);
