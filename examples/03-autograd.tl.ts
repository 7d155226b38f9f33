// Autograd: every operation is recorded, and the record is walked backward.
import * as torch from 'tensor-lens';

// y = x² + 3x at x = 2. The rule of school says dy/dx = 2x + 3 = 7.
const x = torch.tensor(2, { dtype: torch.float32, requires_grad: true });
const y = x ** 2 + 3 * x;
y.backward();
console.log('dy/dx =', x.grad?.item());

// The chain rule: each operation multiplies what arrives with its own derivative. Where a value
// was used twice (here `sum`), what arrives from both ways is added.
const a = torch.tensor([1, -2, 3], { dtype: torch.float32, requires_grad: true });
const b = torch.tensor([4, 5, 6], { dtype: torch.float32, requires_grad: true });
const sum = a + b;
const energy = (sum * sum.sigmoid()).sum();
energy.backward();
console.log('Gradients:', a.grad, b.grad);

// What made a tensor is in its grad_fn; leaves were made by nobody.
console.log(energy.grad_fn?.name(), sum.grad_fn?.name(), a.is_leaf);

// A gradient is wanted for a vector? Then say how much each element counts.
const angles = torch.tensor([0, 1, 2, 3], { dtype: torch.float32, requires_grad: true });
angles.sin().backward(torch.ones(4));
console.log('The slope of sin is cos:', angles.grad);

// Nothing is recorded in no_grad, and detach() gives the value without its history.
const silent = torch.no_grad(() => x * 10);
console.log(silent.requires_grad, y.detach().requires_grad);

// A gradient is computed by operations too, so it has a gradient: f = x³, f' = 3x², f'' = 6x.
const t = torch.tensor(2, { dtype: torch.float32, requires_grad: true });
const [first] = torch.autograd.grad(t ** 3, t, { create_graph: true });
const [second] = torch.autograd.grad(first, t);
console.log("f' =", first.item(), " f'' =", second.item());
