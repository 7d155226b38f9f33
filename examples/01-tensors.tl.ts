// Begin here: choose 'Run Backward' above this line. Tensors: making them, printing them, and the first gradient.
import * as torch from 'tensor-lens';

// The same seed gives the same "random" numbers each time, and the same as in PyTorch.
torch.manual_seed(0);
const x = torch.randn(6, 4, { dtype: torch.float });
console.log(x);

// Whole numbers make an int64 tensor: it prints without decimal points.
const y = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
console.log(y);

// `out` puts the result into a tensor that is already there ...
const x0 = torch.randn(5, 3);
const y0 = torch.randn(5, 3);
const result = torch.empty(5, 3);
torch.add(x0, y0, { out: result });
console.log(result);

// ... and a method that ends in _ changes its tensor in place.
console.log(y0.add_(x0));

// Operators work as in Python: element by element, with numbers and with tensors.
// From here on every operation is recorded, because x1 requires a gradient.
const x1 = torch.ones(2, 2, { requires_grad: true });
console.log(x1);
const y1 = x1 + 1;
const z1 = y1 * y1 * 2;
const out1 = z1.mean();
console.log(z1, out1);

// Backward walks the record from its end: d(out1)/d(x1) = 4 · (x1 + 1) / 4 = 2.
out1.backward();
console.log(x1.grad);
