// Sigmoid and cross-entropy: from a number to a probability to a loss.
import * as torch from 'tensor-lens';

const F = torch.nn.functional;

// The sigmoid squeezes any number into 0 ... 1. Its slope is s · (1 - s): steep in the middle,
// flat at both ends, where a gradient hardly passes.
const z = torch.tensor([-6, -2, 0, 2, 6], { dtype: torch.float32, requires_grad: true });
const s = z.sigmoid();
s.sum().backward();
console.log('sigmoid:', s.detach());
console.log('its slope:', z.grad);

// Binary cross-entropy: -log of the probability that was given to what is true.
const logits = torch.tensor([2, -1, 0.5, -3], { requires_grad: true });
const truth = torch.tensor([1, 0, 0, 1], { dtype: torch.float32 });
const p = logits.sigmoid();
const likely = truth * p.log();
const unlikely = (1 - truth) * (1 - p).log();
const bce = -(likely + unlikely).mean();
bce.backward();
console.log('by hand:', bce.item().toFixed(6));

// All of it taken together, the gradient is as simple as it gets: (p - truth) / 4.
console.log('gradient:', logits.grad);
console.log('p - truth:', (p.detach() - truth) / 4);

// The library's own works on the logits, and stays exact where p rounds to 0 or 1.
console.log('by the library:', F.binary_cross_entropy_with_logits(logits.detach(), truth).item().toFixed(6));

// More than two classes: softmax makes probabilities of a row, and cross_entropy takes -log of the right one.
const scores = torch.tensor([[2, 1, 0.1], [0.5, 2.5, 0.3]], { requires_grad: true });
const classes = torch.tensor([0, 2]);
const loss = F.cross_entropy(scores, classes);
loss.backward();
console.log('softmax:', scores.detach().softmax(1));
console.log('cross-entropy:', loss.item().toFixed(6));
console.log('gradient:', scores.grad);
