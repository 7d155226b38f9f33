// Linear regression: finds w and b of f(x) = wx + b by gradient descent.
import * as torch from 'tensor-lens';

torch.manual_seed(1);

// Measurements that lie near the line y = 2x - 1.
const x = torch.linspace(-2, 2, 16);
const y = 2 * x - 1 + 0.1 * torch.randn(16);

// The model knows neither 2 nor -1; it starts with a flat line.
const w = torch.zeros(1, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });
const rate = 0.1;

for (let step = 0; step < 40; step++) {
  const prediction = w * x + b;
  const loss = ((prediction - y) ** 2).mean();

  // The gradients say in which direction the loss grows ...
  loss.backward();

  // ... so a step in the other direction makes it smaller. The step itself is not to be recorded.
  torch.no_grad(() => {
    w -= rate * w.grad!;
    b -= rate * b.grad!;
  });

  // backward() adds to the gradients: start the next step from none.
  w.grad = null;
  b.grad = null;

  if (step % 10 === 0) console.log(`step ${step}: loss ${loss.item().toFixed(4)}`);
}

console.log(`w = ${w.item().toFixed(2)}, b = ${b.item().toFixed(2)}`);
