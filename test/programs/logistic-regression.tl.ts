import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(0);
const x = torch.randn(64, 2);
const y = (x[':', 0] + 2 * x[':', 1] > 0.3).float();
const model = new nn.Linear(2, 1);
const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.5, momentum: 0.9 });
for (let epoch = 0; epoch < 5; epoch++) {
  const logits = model(x).squeeze(1);
  const loss = F.binary_cross_entropy_with_logits(logits, y);
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  const accuracy = (logits > 0 == y > 0.5).float().mean();
  console.log(`${epoch} ${loss.item().toFixed(4)} ${accuracy.item().toFixed(3)}`);
}
console.log(model.weight);
