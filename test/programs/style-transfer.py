import torch
import torch.nn as nn
import torch.nn.functional as F
from collections import OrderedDict

torch.manual_seed(31)
cnn = nn.Sequential(OrderedDict([
    ("conv_1", nn.Conv2d(3, 6, 3, padding=1)), ("relu_1", nn.ReLU(inplace=False)),
    ("conv_2", nn.Conv2d(6, 6, 3, padding=1)), ("relu_2", nn.ReLU(inplace=False)),
    ("pool_2", nn.AvgPool2d(2)), ("conv_3", nn.Conv2d(6, 8, 3, padding=1)),
])).eval().requires_grad_(False)

def gram_matrix(x):
    a, b, c, d = x.size()
    features = x.view(a * b, c * d)
    G = torch.mm(features, features.t())
    return G.div(a * b * c * d)

class ContentLoss(nn.Module):
    def __init__(self, target):
        super().__init__()
        self.target = target.detach()
    def forward(self, x):
        self.loss = F.mse_loss(x, self.target)
        return x

class StyleLoss(nn.Module):
    def __init__(self, target_feature):
        super().__init__()
        self.target = gram_matrix(target_feature).detach()
    def forward(self, x):
        self.loss = F.mse_loss(gram_matrix(x), self.target)
        return x

class Normalization(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = torch.tensor(mean).view(-1, 1, 1)
        self.std = torch.tensor(std).view(-1, 1, 1)
    def forward(self, img):
        return (img - self.mean) / self.std

content, style = torch.rand(1, 3, 8, 8), torch.rand(1, 3, 8, 8)
model = nn.Sequential(Normalization([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
content_losses, style_losses = [], []
i = 0
for layer in cnn.children():
    if isinstance(layer, nn.Conv2d):
        i += 1
        name = f"conv_{i}"
    elif isinstance(layer, nn.ReLU):
        name = f"relu_{i}"
    elif isinstance(layer, nn.AvgPool2d):
        name = f"pool_{i}"
    else:
        raise RuntimeError(f"Unrecognized layer: {layer.__class__.__name__}")
    model.add_module(name, layer)
    if name == "conv_2":
        cl = ContentLoss(model(content))
        model.add_module(f"content_loss_{i}", cl)
        content_losses.append(cl)
    if name.startswith("conv"):
        sl = StyleLoss(model(style))
        model.add_module(f"style_loss_{i}", sl)
        style_losses.append(sl)
print(list(dict(model.named_children())))
input_img = content.clone().requires_grad_(True)
optimizer = torch.optim.LBFGS([input_img], max_iter=4, history_size=5, line_search_fn="strong_wolfe")
run = [0]
while run[0] <= 12:
    def closure():
        with torch.no_grad():
            input_img.clamp_(0, 1)
        optimizer.zero_grad()
        model(input_img)
        style_score = 0
        content_score = 0
        for sl in style_losses:
            style_score += sl.loss
        for cl in content_losses:
            content_score += cl.loss
        style_score *= 1e4
        tv = (input_img[..., 1:, :] - input_img[..., :-1, :]).abs().mean() + (input_img.diff(dim=-1)).abs().mean()
        loss = style_score + content_score + 0.1 * tv
        loss.backward()
        run[0] += 1
        if run[0] % 4 == 0:
            print(f"run {run}: Style {style_score.item():.4f} Content {content_score.item():.4f} TV {tv.item():.4f}")
        return style_score + content_score
    optimizer.step(closure)
with torch.no_grad():
    input_img.clamp_(0, 1)
print(input_img[0, 0, 0, :4])
print(optimizer.state_dict()["state"][0]["n_iter"], optimizer.state_dict()["state"][0]["func_evals"])
