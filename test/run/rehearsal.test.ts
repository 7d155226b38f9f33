import { expect, it } from 'vitest';
import * as torch from '../../src/engine/atOnce.js';
import { observer } from '../../src/engine/tensor/observe.js';
import { rehearsal } from '../../src/run/inside/rehearsal.js';

it('leaves nothing behind, after any of its rounds', () => {
  torch.manual_seed(0);
  const drawn = torch.rand(3).tolist();
  let rounds = 0;
  for (const _ of rehearsal(() => performance.now())) {
    rounds++;
    expect(torch.rand(3).tolist()).toEqual(drawn);
    expect(torch.is_grad_enabled()).toBe(true);
    expect(observer()).toBeNull();
  }
  expect(rounds).toBeGreaterThan(1);
});
