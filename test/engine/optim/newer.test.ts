import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { nn, optim } = torch;
const rounded = (t: torch.Tensor): number[] => (t.reshape([-1]).tolist() as number[]).map((v) => Number(v.toFixed(4)));

/** Trains for five steps from the same start. The numbers are those of PyTorch 2.15. */
function train(make: (w: torch.Tensor, b: torch.Tensor) => { step(): unknown; zero_grad(): void }): number[][] {
  const w = torch.tensor([[1, -2, 0.5], [0.25, 3, -1]], { dtype: torch.float32, requires_grad: true }); // prettier-ignore
  const b = torch.tensor([0.5, -0.5], { requires_grad: true });
  const optimizer = make(w, b);
  const x = torch.tensor([[1, 2, 3], [-1, 0.5, 2]]); // prettier-ignore
  for (let i = 0; i < 5; i++) {
    optimizer.zero_grad();
    nn.functional.linear(x, w, b).sub(torch.eye(2)).pow(2).mean().backward();
    optimizer.step();
  }
  return [rounded(w), rounded(b)];
}

describe('optimizers of today', () => {
  it('Adafactor, with a row and a column for each matrix', () => {
    expect(train((w, b) => new optim.Adafactor([w, b], { lr: 0.05, weight_decay: 0.1 }))).toEqual([
      [1.0921, -1.6962, 0.8056, -0.2354, 2.609, -1.0954],
      [0.5684, -0.411],
    ]);
    expect(String(new optim.Adafactor([torch.ones(1)]))).toContain('    eps: (None, 0.001)\n');
  });

  it('Muon, for matrices alone', () => {
    expect(train((w) => new optim.Muon([w], { lr: 0.05 }))[0]).toEqual([0.8965, -1.8919, 0.6837, 0.0449, 2.8334, -0.9606]);
    expect(() => new optim.Muon([torch.ones(2)])).toThrow(
      'Muon only supports 2D parameters whereas we found a parameter with size: torch.Size([2])',
    );
  });

  it('fused changes nothing, and is not foreach', () => {
    const last = train((w, b) => new optim.Adam([w, b], { lr: 0.1, fused: true }));
    expect(last).toEqual(train((w, b) => new optim.Adam([w, b], { lr: 0.1 })));
    expect(() => new optim.Adam([torch.ones(1)], { fused: true, foreach: true })).toThrow(
      '`fused` and `foreach` cannot be `True` together.',
    );
  });
});

describe('swa_utils', () => {
  const { AveragedModel, get_ema_avg_fn, get_ema_multi_avg_fn, SWALR, update_bn } = optim.swa_utils;

  it('averages what a model was', () => {
    const model = new nn.Linear(1, 1);
    const averages = [
      new AveragedModel(model),
      new AveragedModel(model, { multi_avg_fn: get_ema_multi_avg_fn(0.9) }),
      new AveragedModel(model, { avg_fn: get_ema_avg_fn(0.9) }),
    ];
    for (const value of [1, 2, 6]) {
      nn.init.constant_(model.weight, value);
      for (const one of averages) one.update_parameters(model);
    }
    expect(averages.map((one) => (one.module as torch.nn.Linear).weight.item())).toEqual([3, 1.59, 1.59].map((v) => expect.closeTo(v, 5)));
    expect(averages[0]!.n_averaged.item()).toBe(3);
    expect(Object.keys(averages[0]!.state_dict())).toEqual(['n_averaged', 'module.weight', 'module.bias']);
    expect(String(averages[0])).toBe('AveragedModel(\n  (module): Linear(in_features=1, out_features=1, bias=True)\n)');
    expect(() => get_ema_avg_fn(2)).toThrow('Invalid decay value 2 provided.');
  });

  it('finds means and variances anew', () => {
    const norm = new nn.BatchNorm1d(2);
    const batches = [[[1, 2], [3, 6]], [[0, 1], [2, 2]]]; // prettier-ignore
    update_bn(
      batches.map((rows) => torch.tensor(rows, { dtype: torch.float32 })),
      norm,
    );
    expect([norm.running_mean.tolist(), norm.running_var.tolist(), norm.momentum]).toEqual([[1.5, 2.75], [2, 4.25], 0.1]);
  });

  it.each([
    ['linear', [0.7625, 0.525, 0.2875, 0.05, 0.05]],
    ['cos', [0.860876, 0.525, 0.189124, 0.05, 0.05]],
  ] as const)('SWALR goes to its rate, %s', (anneal_strategy, rates) => {
    const optimizer = new optim.SGD([torch.ones(1).requires_grad_()], { lr: 1 });
    const scheduler = new SWALR(optimizer, { swa_lr: 0.05, anneal_epochs: 4, anneal_strategy });
    for (const rate of rates) {
      optimizer.step();
      scheduler.step();
      expect(scheduler.get_last_lr()[0]).toBeCloseTo(rate, 6);
    }
  });
});

describe('layers of today', () => {
  it('MaxUnpool puts the greatest back, and prints a number for each dim', () => {
    const [pooled, places] = new nn.MaxPool2d(2, { return_indices: true })(torch.arange(16, { dtype: torch.float32 }).view(1, 1, 4, 4));
    expect(rounded(new nn.MaxUnpool2d(2)(pooled!, places!))).toEqual([0, 0, 0, 0, 0, 5, 0, 7, 0, 0, 0, 0, 0, 13, 0, 15]);
    expect(rounded(new nn.MaxUnpool1d(2)(torch.tensor([[1.5, 5]]), torch.tensor([[1, 2]]), [5]))).toEqual([0, 1.5, 5, 0, 0]);
    expect(String(new nn.MaxUnpool1d(3, 2, { padding: 1 }))).toBe('MaxUnpool1d(kernel_size=(3,), stride=(2,), padding=(1,))');
    expect(String(new nn.MaxUnpool3d([1, 2, 3]))).toBe('MaxUnpool3d(kernel_size=(1, 2, 3), stride=(1, 2, 3), padding=(0, 0, 0))');
  });

  it('CTCLoss is its function', () => {
    torch.manual_seed(0);
    const [logs, targets] = [torch.randn(5, 1, 3).log_softmax(2), torch.tensor([[1, 2]])];
    const loss = new nn.CTCLoss({ zero_infinity: true });
    expect(String(loss)).toBe('CTCLoss()');
    expect(loss(logs, targets, [5], [2]).item()).toBe(nn.functional.ctc_loss(logs, targets, [5], [2]).item());
  });

  it('attention that may look nowhere gives zeros, and has heads in groups', () => {
    const { scaled_dot_product_attention: attend } = nn.functional;
    const q = torch.eye(2).view(1, 2, 2).requires_grad_();
    const out = attend(q, q, q, torch.tensor([[true, false], [false, false]])); // prettier-ignore
    expect(out.tolist()).toEqual([[[1, 0], [0, 0]]]); // prettier-ignore
    out.sum().backward();
    expect(q.grad!.isnan().any().item()).toBe(false);
    const [many, few] = [torch.rand(1, 4, 3, 2), torch.rand(1, 2, 3, 2)];
    const twice = few.repeat_interleave(2, 1);
    expect(torch.equal(attend(many, few, few, { enable_gqa: true }), attend(many, twice, twice))).toBe(true);
    expect(() =>
      new nn.MultiheadAttention(4, 2)(torch.rand(3, 1, 4), torch.rand(3, 1, 4), torch.rand(3, 1, 4), { is_causal: true }),
    ).toThrow('Need attn_mask if specifying the is_causal hint.');
  });
});
