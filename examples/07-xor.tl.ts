// A multilayer perceptron learns XOR, which no straight line can separate.
import * as torch from 'tensor-lens';

const { nn, optim } = torch;
torch.manual_seed(0);

const inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], { dtype: torch.float32 });
const targets = torch.tensor([[0], [1], [1], [0]], { dtype: torch.float32 });

class Net extends nn.Module {
  hidden = new nn.Linear(2, 4);
  output = new nn.Linear(4, 1);

  forward(x: torch.Tensor) {
    // Without the bend of tanh two layers would be no more than one.
    const h = torch.tanh(this.hidden(x));
    return this.output(h);
  }
}

const net = new Net();
console.log(net);

const criterion = new nn.BCEWithLogitsLoss();
const optimizer = new optim.SGD(net.parameters(), { lr: 0.5, momentum: 0.9 });

for (let epoch = 0; epoch < 100; epoch++) {
  const logits = net(inputs);
  const loss = criterion(logits, targets);

  optimizer.zero_grad();
  loss.backward();
  optimizer.step();

  if (epoch % 20 === 0) console.log(`epoch ${epoch}: loss ${loss.item().toFixed(4)}`);
}

const answers = torch.no_grad(() => net(inputs).sigmoid().round());
for (const [i, answer] of [...answers].entries()) console.log(`${inputs[i].tolist()} -> ${answer.item()}`);
