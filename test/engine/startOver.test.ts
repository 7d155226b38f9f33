import { expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { remember } from '../../src/engine/startOver.js';

it('a program that runs once more meets nothing of what the one before it set', async () => {
  const runAsFirst = remember();
  const seen = () => [
    torch.is_autocast_cpu_enabled(),
    torch.get_autocast_dtype('cpu').toString(),
    torch.get_default_dtype().toString(),
    torch.is_grad_enabled(),
    torch.rand(1).item(),
  ];
  const first = await runAsFirst(() => Promise.resolve(seen()));
  await runAsFirst(() => {
    torch.set_autocast_dtype('cpu', torch.float16);
    torch.set_autocast_enabled('cpu', true);
    torch.set_default_dtype(torch.float64);
    torch.autograd.forward_ad.enter_dual_level();
    torch.manual_seed(7);
    return Promise.resolve();
  });
  await runAsFirst(() => {
    expect(seen()).toEqual(first);
    expect(torch.autograd.forward_ad.enter_dual_level()).toBe(0);
    torch.autograd.forward_ad.exit_dual_level();
    return Promise.resolve();
  });
});
