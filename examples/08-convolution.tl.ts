// A small convolutional network tells strokes apart in images that it makes itself.
import * as torch from 'tensor-lens';

const { nn, optim } = torch;
const F = nn.functional;
torch.manual_seed(0);

const row = torch.arange(8).view(8, 1);
const column = torch.arange(8).view(1, 8);

/** Images of 8 x 8 with one stroke each at a random place: across (class 0), down (1) or slanted (2). */
function makeImages(count: number) {
  const labels = torch.randint(0, 3, [count]);
  const kind = labels.view(count, 1, 1);
  const at = torch.randint(1, 7, [count, 1, 1]);
  const straight = torch.where(kind == 0, row == at, column == at);
  const strokes = torch.where(kind == 2, column - row == at - 4, straight);
  const images = strokes.to(torch.float32) + 0.1 * torch.randn(count, 8, 8);
  return { images: images.unsqueeze(1), labels };
}

class Net extends nn.Module {
  // Each of six filters looks at 3 x 3 pixels at a time, and is the same all over the image.
  conv = new nn.Conv2d(1, 6, 3, { padding: 1 });
  classify = new nn.Linear(6 * 4 * 4, 3);

  forward(x: torch.Tensor) {
    const features = F.relu(this.conv(x)); //          [n, 6, 8, 8]
    const pooled = F.max_pool2d(features, 2); //       [n, 6, 4, 4]: the strongest of each 2 x 2
    return this.classify(pooled.flatten(1)); //        [n, 3]
  }
}

const net = new Net();
const training = makeImages(48);
const optimizer = new optim.SGD(net.parameters(), { lr: 0.1, momentum: 0.9 });

for (let epoch = 0; epoch < 25; epoch++) {
  const scores = net(training.images);
  const loss = F.cross_entropy(scores, training.labels);

  optimizer.zero_grad();
  loss.backward();
  optimizer.step();

  if (epoch % 5 === 0) console.log(`epoch ${epoch}: loss ${loss.item().toFixed(4)}`);
}

// What it learnt shows on images that it has never seen.
const unseen = makeImages(30);
const guesses = torch.no_grad(() => net(unseen.images).argmax(1));
console.log(`right on new images: ${(guesses == unseen.labels).sum().item()} of 30`);
