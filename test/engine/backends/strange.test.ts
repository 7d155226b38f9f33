import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fallbacks, forgetFallbacks } from '../../../src/engine/backends/fallback.js';
import { getDefaultDevice, registerBackend, setDefaultDevice } from '../../../src/engine/backends/registry.js';
import { askFor } from '../../../src/engine/backends/allocation.js';
import * as torch from '../../../src/engine/index.js';
import { asked, strange } from './strange.js';

/** Tests what only a second device shows about the interface of backends. */
describe('a second device', () => {
  const cpu = getDefaultDevice();
  const onCpu = torch.ones(2, 2);
  beforeAll(() => {
    registerBackend(strange);
    setDefaultDevice(strange.device);
    forgetFallbacks();
  });
  afterAll(() => setDefaultDevice(cpu));

  it('is where tensors and what is made of them are', () => {
    const x = torch.randn(2, 3, { requires_grad: true });
    const y = x.mul(2).softmax(1).sum();
    y.backward();
    for (const t of [x, y, x.grad!, x.index(torch.tensor([0])), x.new_zeros([2])]) expect(String(t.device)).toBe('strange');
  });

  it('counts what the CPU does for it', () => {
    forgetFallbacks();
    expect(torch.tensor([3, 1, 2]).sort()[0]!.tolist()).toEqual([1, 2, 3]);
    expect(fallbacks()).toEqual(new Map([['strange sort', 1]]));
  });

  it('does not mix with another', () => {
    expect(() => torch.ones(2, 2).add(onCpu)).toThrow(
      'Expected all tensors to be on the same device, but found at least two devices, strange and cpu!',
    );
  });

  it('is asked at once for what is read next, and once for each storage', () => {
    const [x, y] = [torch.arange(3), torch.ones(2, 3)];
    askFor([x.storage, onCpu.storage, y.storage, y.t().storage]);
    expect(asked.at(-1)).toEqual([x.storage, y.storage]);
  });

  it('has garbage in fresh memory and zeros where they are asked for', () => {
    expect(torch.zeros(3).tolist()).toEqual([0, 0, 0]);
    expect(torch.nn.functional.pad(torch.ones(1), [1, 1]).tolist()).toEqual([0, 1, 0]);
  });
});
