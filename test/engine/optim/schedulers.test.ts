import { describe, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { expectNumbers, reference, type SchedulerCase } from '../nn/reference.js';

interface AnyScheduler {
  step(metric?: number): void;
}
type Constructor = new (optimizer: unknown, options: object) => AnyScheduler;

const metrics = [5, 4, 4.2, 4.1, 4.3, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8];

function optimizerOf({ optimizer, options }: SchedulerCase) {
  const groups = [{ params: [torch.zeros(2, { requires_grad: true })] }, { params: [torch.zeros(1, { requires_grad: true })], lr: 0.3 }];
  return new torch.optim[optimizer](groups, options);
}

describe('torch.optim.lr_scheduler', () => {
  it.each(reference.schedulers.map((c, i) => [`${i} ${c.name}(${JSON.stringify(c.kwargs)})`, c] as const))('%s', (_, c) => {
    const optimizer = optimizerOf(c);
    const scheduler = new (torch.optim.lr_scheduler as unknown as Record<string, Constructor>)[c.name]!(optimizer, c.kwargs);
    c.rates.forEach((want, step) => {
      const groups = optimizer.param_groups as unknown as { lr: number; momentum?: number; betas?: number[] }[];
      expectNumbers(
        groups.map((g) => g.lr),
        want,
        1e-12,
        `rates at step ${step}`,
      );
      expectNumbers(
        groups.map((g) => g.betas?.[0] ?? g.momentum!),
        c.momenta[step]!,
        1e-12,
        `momenta at step ${step}`,
      );
      optimizer.step();
      scheduler.step(c.name === 'ReduceLROnPlateau' ? metrics[step] : undefined);
    });
  });
});
