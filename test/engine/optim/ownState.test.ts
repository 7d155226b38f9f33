import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

it('an optimizer that a program writes finds an empty state for each parameter', () => {
  class Momentum extends torch.optim.Optimizer {
    constructor(params: Iterable<torch.Tensor>, lr: number) {
      super(params, { lr });
    }
    override step() {
      torch.no_grad(() => {
        for (const group of this.param_groups)
          for (const p of group.params) {
            const state = this.state.get(p);
            state['mu'] ??= torch.zeros_like(p);
            p.sub_(state['mu'].mul_(0.9).add_(p.grad!).mul(group.lr));
          }
      });
    }
  }
  const w = torch.ones([2]).requires_grad_();
  const optimizer = new Momentum([w], 0.5);
  for (let i = 0; i < 2; i++) {
    w.grad = null;
    w.sum().backward();
    optimizer.step();
  }
  expect(w.tolist().map((v) => v.toFixed(4))).toEqual(['-0.4500', '-0.4500']);
  expect(Object.keys(optimizer.state_dict().state[0]!)).toEqual(['mu']);
});
