import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { observe } from '../../../src/engine/tensor/observe.js';

const { nn } = torch;

/** Runs `body` with an observer, so that the operations run one by one. */
function oneByOne<T>(body: () => T): T {
  const before = observe({});
  try {
    return body();
  } finally {
    observe(before);
  }
}

type Layer = (input: torch.Tensor, hx?: unknown) => [torch.Tensor, torch.Tensor | torch.Tensor[]];
type Sizes = [steps: number, batch: number, inputs: number, hidden: number];
const options = { bidirectional: true, num_layers: 2 };

const layers: Record<string, (inputs: number, hidden: number, bias: boolean) => torch.nn.Module> = {
  LSTM: (i, h, bias) => new nn.LSTM(i, h, { ...options, bias }),
  GRU: (i, h, bias) => new nn.GRU(i, h, { ...options, bias }),
  'RNN with tanh': (i, h, bias) => new nn.RNN(i, h, { ...options, bias }),
  'RNN with relu': (i, h, bias) => new nn.RNN(i, h, { ...options, bias, nonlinearity: 'relu' }),
};

/** The results, and then the gradients of all tensors. */
function trained(name: string, [steps, batch, inputs, hidden]: Sizes, dtype: torch.dtype, bias = true) {
  torch.manual_seed(5);
  const layer = layers[name]!(inputs, hidden, bias).to(dtype);
  const x = torch.randn(steps, batch, inputs).to(dtype).requires_grad_();
  const start = [0, 1].map(() => torch.randn(4, batch, hidden).to(dtype).requires_grad_());
  const isLstm = name === 'LSTM';
  const [out, last] = (layer as unknown as Layer)(x, isLstm ? start : start[0]);
  const all = [out, ...(Array.isArray(last) ? last : [last])];
  all
    .map((t) => t.mul(torch.randn(t.shape).to(dtype)).sum())
    .reduce((a, b) => a.add(b))
    .backward();
  const inputsOf = [x, ...start.slice(0, isLstm ? 2 : 1)];
  return { results: all, flows: inputsOf.map((t) => t.grad!), weights: [...layer.parameters()].map((p) => p.grad!) };
}

const numbers = (ts: readonly torch.Tensor[]) => ts.map((t) => t.tolist());
const furthest = (as: readonly torch.Tensor[], bs: readonly torch.Tensor[]) =>
  Math.max(...as.map((a, i) => a.sub(bs[i]!).abs().max().item() / (1 + bs[i]!.abs().max().item())));

describe.each(Object.keys(layers))('%s, all steps at once', (name) => {
  it.each<[string, Sizes, torch.dtype]>([
    // Rows of whole fours: the order of other sums depends on where the rows lie.
    ['small', [4, 3, 4, 8], torch.float32],
    ['in double precision', [3, 2, 3, 4], torch.float64],
    ['of one step', [1, 2, 3, 4], torch.float32],
    ['with vectors', [3, 9, 8, 130], torch.float32],
  ])('has the numbers of the operations that it stands for: %s', (_, sizes, dtype) => {
    const [got, want] = [trained(name, sizes, dtype), oneByOne(() => trained(name, sizes, dtype))];
    expect(numbers(got.results)).toEqual(numbers(want.results));
    // The products of all steps are summed in another order.
    expect(furthest(got.flows, want.flows)).toBeLessThan(1e-6);
    expect(furthest(got.weights, want.weights)).toBeLessThan(1e-6);
  });

  it('does without biases', () => {
    const [got, want] = [
      trained(name, [3, 2, 3, 4], torch.float32, false),
      oneByOne(() => trained(name, [3, 2, 3, 4], torch.float32, false)),
    ];
    expect(numbers(got.results)).toEqual(numbers(want.results));
    expect(furthest(got.weights, want.weights)).toBeLessThan(1e-6);
  });
});

it('leaves results that may be changed in place', () => {
  const lstm = new nn.LSTM(2, 3);
  const [out, [h, c]] = lstm(torch.randn(4, 2, 2));
  for (const t of [out, h, c]) t.mul_(2);
  out.sum().add(h.sum()).add(c.sum()).backward();
  expect(lstm.weight_hh_l0.grad!.abs().sum().item()).toBeGreaterThan(0);
});

it('is one operation where nobody watches, and operations where somebody does', () => {
  const gru = new nn.GRU(2, 3);
  const x = torch.randn(4, 2, 2);
  const names = () => {
    const found = new Set<string>();
    const visit = (fn: torch.Tensor['grad_fn']) => {
      if (!fn || found.has(fn.name())) return;
      found.add(fn.name());
      for (const [next] of fn.next_functions) visit(next);
    };
    visit(gru(x)[0].grad_fn);
    return found;
  };
  expect(names()).toContain('RecurrentStepsBackward0');
  expect(oneByOne(names)).not.toContain('RecurrentStepsBackward0');
});
