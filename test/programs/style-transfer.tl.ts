import * as torch from 'tensor-lens';
import { OrderedDict, print } from 'tensor-lens/python';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(31);
const cnn = new nn.Sequential(new OrderedDict<string, torch.nn.Module>([
  ['conv_1', new nn.Conv2d(3, 6, 3, { padding: 1 })], ['relu_1', new nn.ReLU({ inplace: false })],
  ['conv_2', new nn.Conv2d(6, 6, 3, { padding: 1 })], ['relu_2', new nn.ReLU({ inplace: false })],
  ['pool_2', new nn.AvgPool2d(2)], ['conv_3', new nn.Conv2d(6, 8, 3, { padding: 1 })],
])).eval().requires_grad_(false);

function gram_matrix(x: Tensor) {
  const [a, b, c, d] = x.size();
  const features = x.view(a * b, c * d);
  const G = torch.mm(features, features.t());
  return G.div(a * b * c * d);
}

class ContentLoss extends nn.Module {
  target: Tensor;
  declare loss: Tensor;
  constructor(target: Tensor) {
    super();
    this.target = target.detach();
  }
  forward(x: Tensor) {
    this.loss = F.mse_loss(x, this.target);
    return x;
  }
}

class StyleLoss extends nn.Module {
  target: Tensor;
  declare loss: Tensor;
  constructor(target_feature: Tensor) {
    super();
    this.target = gram_matrix(target_feature).detach();
  }
  forward(x: Tensor) {
    this.loss = F.mse_loss(gram_matrix(x), this.target);
    return x;
  }
}

class Normalization extends nn.Module {
  mean: Tensor;
  std: Tensor;
  constructor(mean: number[], std: number[]) {
    super();
    this.mean = torch.tensor(mean).view(-1, 1, 1);
    this.std = torch.tensor(std).view(-1, 1, 1);
  }
  forward(img: Tensor) {
    return (img - this.mean) / this.std;
  }
}

const [content, style] = [torch.rand(1, 3, 8, 8), torch.rand(1, 3, 8, 8)];
const model = new nn.Sequential(new Normalization([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]));
const content_losses: ContentLoss[] = [];
const style_losses: StyleLoss[] = [];
let i = 0;
for (const layer of cnn.children()) {
  let name: string;
  if (layer instanceof nn.Conv2d) {
    i += 1;
    name = `conv_${i}`;
  } else if (layer instanceof nn.ReLU) {
    name = `relu_${i}`;
  } else if (layer instanceof nn.AvgPool2d) {
    name = `pool_${i}`;
  } else {
    throw new Error(`Unrecognized layer: ${layer.constructor.name}`);
  }
  model.add_module(name, layer);
  if (name === 'conv_2') {
    const cl = new ContentLoss(model(content));
    model.add_module(`content_loss_${i}`, cl);
    content_losses.push(cl);
  }
  if (name.startsWith('conv')) {
    const sl = new StyleLoss(model(style));
    model.add_module(`style_loss_${i}`, sl);
    style_losses.push(sl);
  }
}
print([...model.named_children()].map(([n]) => n));
const input_img = content.clone().requires_grad_(true);
const optimizer = new torch.optim.LBFGS([input_img], { max_iter: 4, history_size: 5, line_search_fn: 'strong_wolfe' });
const run = [0];
while (run[0] <= 12) {
  const closure = () => {
    torch.no_grad(() => {
      input_img.clamp_(0, 1);
    });
    optimizer.zero_grad();
    model(input_img);
    let style_score = torch.tensor(0.0);
    let content_score = torch.tensor(0.0);
    for (const sl of style_losses) style_score = style_score + sl.loss;
    for (const cl of content_losses) content_score = content_score + cl.loss;
    style_score = style_score * 1e4;
    const tv = (input_img['...', '1:', ':'] - input_img['...', ':-1', ':']).abs().mean() + input_img.diff({ dim: -1 }).abs().mean();
    const loss = style_score + content_score + 0.1 * tv;
    loss.backward();
    run[0] += 1;
    if (run[0] % 4 === 0) {
      console.log(`run [${run}]: Style ${style_score.item().toFixed(4)} Content ${content_score.item().toFixed(4)} TV ${tv.item().toFixed(4)}`);
    }
    return style_score + content_score;
  };
  optimizer.step(closure);
}
torch.no_grad(() => {
  input_img.clamp_(0, 1);
});
print(input_img[0, 0, 0, ':4']);
print(optimizer.state_dict()['state'][0]['n_iter'], optimizer.state_dict()['state'][0]['func_evals']);
