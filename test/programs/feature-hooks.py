import torch
import torch.nn as nn
import torch.nn.functional as F
from collections import OrderedDict

torch.manual_seed(0)

class ConvNet(nn.Module):
    def __init__(self, num_classes=3):
        super().__init__()
        self.features = nn.Sequential(OrderedDict([
            ('conv1', nn.Conv2d(3, 4, 3, padding=1)),
            ('relu1', nn.ReLU()),
            ('pool1', nn.MaxPool2d(2)),
            ('conv2', nn.Conv2d(4, 6, 3, padding=1)),
            ('relu2', nn.ReLU()),
        ]))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.classifier = nn.Linear(6, num_classes)
    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.classifier(x)

model = ConvNet()
activation = {}
def get_activation(name):
    def hook(model, input, output):
        activation[name] = output.detach()
    return hook

handles = []
for name, layer in model.features.named_children():
    handles.append(layer.register_forward_hook(get_activation(name)))
x = torch.randn(2, 3, 8, 8)
output = model(x)
for k, v in activation.items():
    print(f'{k:<6} {tuple(v.shape)} mean {v.mean():.4f} sparsity {(v == 0).float().mean():.3f}')
for h in handles:
    h.remove()

# Grad-CAM
class GradCAM:
    def __init__(self, model, target_layer):
        self.model = model
        self.gradients = None
        self.activations = None
        target_layer.register_forward_hook(self.save_activation)
        target_layer.register_full_backward_hook(self.save_gradient)
    def save_activation(self, module, input, output):
        self.activations = output
    def save_gradient(self, module, grad_input, grad_output):
        self.gradients = grad_output[0]
    def __call__(self, x, class_idx=None):
        logits = self.model(x)
        if class_idx is None:
            class_idx = logits.argmax(dim=1)
        score = logits.gather(1, class_idx.view(-1, 1)).squeeze()
        self.model.zero_grad()
        score.sum().backward()
        weights = self.gradients.mean(dim=(2, 3), keepdim=True)
        cam = F.relu((weights * self.activations).sum(dim=1, keepdim=True))
        cam = F.interpolate(cam, size=x.shape[2:], mode='bilinear', align_corners=False)
        cam_min, cam_max = cam.flatten(1).min(1).values, cam.flatten(1).max(1).values
        cam = (cam - cam_min.view(-1, 1, 1, 1)) / (cam_max - cam_min + 1e-8).view(-1, 1, 1, 1)
        return cam, logits
cam = GradCAM(model, model.features.conv2)
heat, logits = cam(x)
print(heat.shape, logits.argmax(1))
print(heat[0, 0, 0])

# pre-hook that changes the input, and a hook that changes the output
def pre(module, args):
    return (args[0] * 2,)
h = model.classifier.register_forward_pre_hook(pre)
h2 = model.classifier.register_forward_hook(lambda m, i, o: o.clamp(min=0))
print(model(x))
h.remove(); h2.remove()

# gradient norms by module
norms = OrderedDict()
def grad_norm(name):
    def hook(module, gi, go):
        norms[name] = go[0].norm().item()
    return hook
for name, module in model.named_modules():
    if isinstance(module, nn.Linear):
        module.register_full_backward_hook(grad_norm(name))
loss = F.cross_entropy(model(x), torch.tensor([0, 2]))
loss.backward()
for k, v in norms.items():
    print(k, round(v, 5))
print({n: round(p.grad.abs().max().item(), 5) for n, p in model.named_parameters()})
def with_kwargs(module, args, kwargs):
    print('kwargs', list(kwargs))
attn = nn.MultiheadAttention(4, 2, batch_first=True)
attn.register_forward_pre_hook(with_kwargs, with_kwargs=True)
q = torch.randn(1, 2, 4)
_, w = attn(q, q, q, need_weights=True, average_attn_weights=False)
print(w)
