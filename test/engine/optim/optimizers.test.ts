import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { expectNumbers, reference } from '../nn/reference.js';

const float64 = { dtype: torch.float64 };

const start = (): torch.Tensor[] => [
  torch.tensor([1.2, -0.7, 0.4], { ...float64, requires_grad: true }),
  torch.tensor([[0.3, 0.9]], { ...float64, requires_grad: true }),
];

const matrix = torch.tensor(
  [
    [3.4, -0.4, -0.8],
    [-0.4, 2.8, 0.8],
    [-0.8, 0.8, 1.0],
  ],
  float64,
);

/** The same objective as in makeReference.py. */
function objective([a, b]: torch.Tensor[]): torch.Tensor {
  return a!
    .dot(matrix.mv(a!))
    .mul(0.5)
    .add(a!.mul(a!).pow(2).sum().mul(0.1))
    .add(b!.exp().sub(b!.mul(a!.sum())).sum())
    .add(b!.sub(1).pow(2).sum());
}

type Constructor = new (params: torch.Tensor[], options: object) => InstanceType<typeof torch.optim.Optimizer>;

describe('torch.optim', () => {
  it('steps complex numbers as two numbers each', () => {
    const part = (...values: number[]) => torch.tensor(values, { dtype: torch.float32 });
    const parts = [part(1, -1.5), part(0.5, 2)] as const;
    const slopes = [part(0.25, -3), part(4, 0.125)] as const;
    for (const name of ['Adam', 'RMSprop', 'Adagrad', 'SGD']) {
      const make = (torch.optim as unknown as Record<string, Constructor>)[name]!;
      const whole = torch.complex(...parts).requires_grad_();
      const apart = torch.stack([...parts], 1).requires_grad_();
      const [first, second] = [make, make].map((Class, i) => new Class([[whole, apart][i]!], { lr: 0.1 }));
      for (let i = 0; i < 3; i++) {
        whole.grad = torch.complex(...slopes);
        apart.grad = torch.stack([...slopes], 1);
        first!.step();
        second!.step();
      }
      expect(torch.view_as_real(whole.detach()).tolist(), name).toEqual(apart.tolist());
    }
  });

  it('keeps the step where programs read and set it, as a tensor', () => {
    const w = torch.ones(2).requires_grad_();
    const optimizer = new torch.optim.Adam([w], { lr: 0.1 });
    const step = () => {
      w.grad = torch.tensor([1, 2.5]);
      optimizer.step();
    };
    step();
    step();
    const state = optimizer.state.get(w);
    expect(String(state['step'])).toBe('tensor(2.)');
    expect(Object.keys(state)).toEqual(['step', 'exp_avg', 'exp_avg_sq']);
    state['step'] = torch.tensor(9);
    step();
    expect(String(optimizer.state_dict().state[0]!['step'])).toBe('tensor(10.)');
    optimizer.state.set(w, { step: torch.tensor(4), exp_avg: torch.zeros(2), exp_avg_sq: torch.zeros(2) });
    step();
    expect(String(optimizer.state.get(w)['step'])).toBe('tensor(5.)');
  });

  it.each(reference.optimizers.map((c, i) => [`${i} ${c.name}(${JSON.stringify(c.kwargs)})`, c] as const))('%s', (_, c) => {
    const params = start();
    const optimizer = new (torch.optim as unknown as Record<string, Constructor>)[c.name]!(params, c.kwargs);
    expect(String(optimizer)).toBe(c.repr);
    const closure = () => {
      optimizer.zero_grad();
      const loss = objective(params);
      loss.backward();
      return loss;
    };
    c.params.forEach((want, step) => {
      const loss = optimizer.step(closure)!;
      expectNumbers([loss.item()], [c.losses[step]!], 1e-9, `loss at step ${step}`);
      params.forEach((p, i) => expectNumbers(p.detach().reshape(-1).tolist() as number[], want[i]!, 1e-9, `parameter ${i} after ${step}`));
    });
  });

  it('goes on from a saved state as if it had never stopped', () => {
    for (const name of ['SGD', 'Adam', 'RMSprop', 'LBFGS']) {
      const make = (params: torch.Tensor[]) =>
        new (torch.optim as unknown as Record<string, Constructor>)[name]!(params, { lr: 0.1, ...(name === 'SGD' && { momentum: 0.9 }) });
      const stepOf = (params: torch.Tensor[], optimizer: ReturnType<typeof make>) =>
        optimizer.step(() => {
          optimizer.zero_grad();
          const loss = objective(params);
          loss.backward();
          return loss;
        });
      const first = start();
      const optimizer = make(first);
      stepOf(first, optimizer);
      const second = first.map((p) => p.detach().clone().requires_grad_());
      const resumed = make(second);
      resumed.load_state_dict(optimizer.state_dict());
      for (let i = 0; i < 3; i++) {
        stepOf(first, optimizer);
        stepOf(second, resumed);
      }
      expect(second.map((p) => p.tolist())).toEqual(first.map((p) => p.tolist()));
    }
  });

  it("refuses what PyTorch refuses, in PyTorch's words", () => {
    const [p] = start();
    expect(new torch.optim.SGD([p!]).defaults.lr).toBe(0.001);
    expect(() => new torch.optim.SGD([], { lr: 1 })).toThrow('optimizer got an empty parameter list');
    expect(() => new torch.optim.SGD([p!], { lr: -0.1 })).toThrow('Invalid learning rate: -0.1');
    expect(() => new torch.optim.SGD([p!], { lr: 0.1, nesterov: true })).toThrow(
      'Nesterov momentum requires a momentum and zero dampening',
    );
    expect(() => new torch.optim.Adam([p!], { betas: [1.5, 0.9] })).toThrow('Invalid beta parameter at index 0: 1.5');
    expect(() => new torch.optim.Adam([p!.mul(2)])).toThrow("can't optimize a non-leaf Tensor");
    expect(() => new torch.optim.Adam([{ params: [p!] }, { params: [p!] }])).toThrow(
      'some parameters appear in more than one parameter group',
    );
    expect(() => new torch.optim.Adam(p as never)).toThrow(
      'params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.DoubleTensor',
    );
    expect(() => new torch.optim.Adam([3 as never])).toThrow('optimizer can only optimize Tensors, but one of the params is int');
  });
});
