// Logistic regression as a computation graph: forward to the loss, backward to the weights.
import * as torch from 'tensor-lens';

// Hours of study and hours of sleep of eight students, and who passed.
const x = torch.tensor([[1, 5], [2, 8], [3, 4], [4, 7], [5, 6], [6, 8], [7, 5], [8, 7]], { dtype: torch.float32 });
const y = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1], { dtype: torch.float32 }).view(8, 1);

// Inputs of about the same size make the descent even.
const inputs = (x - x.mean(0)) / x.std(0);

const w = torch.zeros(2, 1, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });

for (let step = 0; step < 20; step++) {
  // Forward: one node of the graph after the other.
  const z = inputs.matmul(w) + b;
  const p = z.sigmoid();
  const right = y * p.log();
  const wrong = (1 - y) * (1 - p).log();
  const loss = -(right + wrong).mean();

  // Backward: the same nodes in reverse, each handing its gradient on to what it was made of.
  loss.backward();

  torch.no_grad(() => {
    for (const parameter of [w, b]) {
      parameter -= parameter.grad!;
      parameter.grad = null;
    }
  });
  if (step % 5 === 0) console.log(`step ${step}: loss ${loss.item().toFixed(4)}`);
}

const chance = (inputs.matmul(w) + b).sigmoid();
console.log('Chance to pass:', chance.flatten());
console.log('Right:', ((chance > 0.5) == (y > 0.5)).sum().item(), 'of 8');
