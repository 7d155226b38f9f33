/**
 * What an operation computes and what its backward passes on, as a person writes it. `a`, `b`, `c`
 * stand for the tensor arguments, `y` for the result, `g` for the gradient that arrives; the
 * inspector puts the names of the node's own tensors in their place.
 */
export interface Formula {
  forward: string;
  /** For each tensor argument, or null where no gradient flows. */
  backward: (string | null)[];
}

const f = (forward: string, ...backward: (string | null)[]): Formula => ({ forward, backward });

const same = f('y = a, seen with another shape', 'g, seen with the shape of a');

export const formulas: Readonly<Record<string, Formula>> = {
  add: f('y = a + b', 'g', 'g'),
  sub: f('y = a − b', 'g', '−g'),
  rsub: f('y = b − a', '−g', 'g'),
  mul: f('y = a · b', 'g · b', 'g · a'),
  div: f('y = a / b', 'g / b', '−g · a / b²'),
  neg: f('y = −a', '−g'),
  abs: f('y = |a|', 'g · sign(a)'),
  pow: f('y = aⁿ', 'g · n · aⁿ⁻¹'),
  square: f('y = a²', 'g · 2a'),
  exp: f('y = exp(a)', 'g · y'),
  log: f('y = log(a)', 'g / a'),
  sqrt: f('y = √a', 'g / (2y)'),
  rsqrt: f('y = 1 / √a', '−g · y³ / 2'),
  sin: f('y = sin(a)', 'g · cos(a)'),
  cos: f('y = cos(a)', '−g · sin(a)'),
  tanh: f('y = tanh(a)', 'g · (1 − y²)'),
  sigmoid: f('y = 1 / (1 + exp(−a))', 'g · y · (1 − y)'),
  relu: f('y = max(a, 0)', 'g where a > 0, else 0'),
  gelu: f('y = a · Φ(a)', 'g · (Φ(a) + a · φ(a))'),
  silu: f('y = a · σ(a)', 'g · (σ(a) + a · σ(a) · (1 − σ(a)))'),
  leaky_relu: f('y = a where a > 0, else slope · a', 'g where a > 0, else slope · g'),
  softmax: f('y = exp(a) / Σ exp(a)', 'y · (g − Σ g · y)'),
  log_softmax: f('y = a − log Σ exp(a)', 'g − exp(y) · Σ g'),
  sum: f('y = Σ a', 'g, spread over a'),
  mean: f('y = Σ a / n', 'g / n, spread over a'),
  max: f('y = max a', 'g at the largest element, else 0'),
  min: f('y = min a', 'g at the smallest element, else 0'),
  var: f('y = Σ (a − mean a)² / (n − 1)', 'g · 2 (a − mean a) / (n − 1)'),
  matmul: f('y = a @ b', 'g @ bᵀ', 'aᵀ @ g'),
  mm: f('y = a @ b', 'g @ bᵀ', 'aᵀ @ g'),
  bmm: f('y = a @ b, batch by batch', 'g @ bᵀ', 'aᵀ @ g'),
  mv: f('y = a @ b', 'g ⊗ b', 'aᵀ @ g'),
  dot: f('y = Σ a · b', 'g · b', 'g · a'),
  addmm: f('y = a + b @ c', 'g', 'g @ cᵀ', 'bᵀ @ g'),
  linear: f('y = a @ bᵀ + c', 'g @ b', 'gᵀ @ a', 'Σ g over the batch'),
  conv2d: f('y = a ∗ b + c', 'g ∗ flipped b', 'a ∗ g', 'Σ g over batch and places'),
  max_pool2d: f('y = max of each window of a', 'g at the largest of each window, else 0'),
  avg_pool2d: f('y = mean of each window of a', 'g / window, spread over the window'),
  embedding: f('y = rows of a that b names', 'g added to the rows that were read', null),
  masked_fill: f('y = a, filled where b', 'g where not b, else 0', null),
  where: f('y = b where a, else c', null, 'g where a, else 0', 'g where not a, else 0'),
  cat: f('y = the arguments, end to end', 'its part of g', 'its part of g'),
  stack: f('y = the arguments, side by side', 'its part of g', 'its part of g'),
  select: f('y = one slice of a', 'g in the place of the slice, else 0'),
  slice: f('y = a part of a', 'g in the place of the part, else 0'),
  index: f('y = a part of a', 'g in the place of the part, else 0'),
  t: f('y = aᵀ', 'gᵀ'),
  transpose: f('y = a with two dims exchanged', 'g with them exchanged back'),
  permute: f('y = a with its dims in another order', 'g with its dims in the order of a'),
  reshape: same,
  view: same,
  flatten: same,
  squeeze: same,
  unsqueeze: same,
  expand: f('y = a, stretched', 'Σ g over the stretched dims'),
  clone: f('y = a', 'g'),
  contiguous: f('y = a', 'g'),
  dropout: f('y = a · mask / (1 − p)', 'g · mask / (1 − p)'),
  mse_loss: f('y = mean (a − b)²', 'g · 2 (a − b) / n', 'g · 2 (b − a) / n'),
  l1_loss: f('y = mean |a − b|', 'g · sign(a − b) / n', null),
  binary_cross_entropy: f('y = −mean (b log a + (1 − b) log(1 − a))', 'g · (a − b) / (a (1 − a) n)', null),
  binary_cross_entropy_with_logits: f('y = −mean (b log σ(a) + (1 − b) log(1 − σ(a)))', 'g · (σ(a) − b) / n', null),
  cross_entropy: f('y = −mean log softmax(a)[b]', 'g · (softmax(a) − onehot(b)) / n', null),
  nll_loss: f('y = −mean a[b]', '−g / n at b, else 0', null),
  layer_norm: f('y = b · (a − mean a) / √(var a + ε) + c', 'the gradient of normalizing', 'Σ g · normalized a', 'Σ g'),
};

/** Names that operations go by inside of the engine, as they do inside of PyTorch. */
const aliases: Readonly<Record<string, string>> = {
  convolution: 'conv2d',
  to: 'clone',
  copy: 'clone',
  as_strided: 'view',
};

/** In-place operations (`add_`) compute what their namesakes do. */
export function formulaOf(op: string): Formula | null {
  const name = op.replace(/_$/, '');
  return formulas[aliases[name] ?? name] ?? null;
}

/** Puts names in the place of the letters. */
export function withNames(formula: string, names: { inputs: string[]; output: string }): string {
  return formula.replace(/(?<![\p{L}\p{N}])([abcyg])(?=[ⁿ²³ᵀ]|[^\p{L}\p{N}]|$)/gu, (letter) => {
    if (letter === 'y') return names.output;
    if (letter === 'g') return `∂${names.output}`;
    return names.inputs['abc'.indexOf(letter)] ?? letter;
  });
}
