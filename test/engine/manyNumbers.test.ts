import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { makeNormals } from '../../src/engine/random/rounding.js';

/** Numbers that PyTorch 2.15 drew after `torch.manual_seed(7)`: the sum of their bits, read as int32. */
const sumOfBits = (x: torch.Tensor): number => new Int32Array(Float32Array.from(x.tolist() as number[]).buffer).reduce((a, b) => a + b, 0);

describe('many random numbers have the bits of PyTorch', () => {
  it.each([
    ['randn', () => torch.randn(5000), 89679967947],
    ['randn, with a block that is drawn again', () => torch.randn(100003), -1679552914745],
    ['normal_', () => torch.empty(3000).normal_(0.5, 2), 647951801250],
    ['uniform_', () => torch.empty(3000).uniform_(-1, 3), 1522059202795],
  ] as const)('%s', (_, draw, wanted) => {
    torch.manual_seed(7);
    expect(sumOfBits(draw())).toBe(wanted);
  });

  it('dropout', () => {
    torch.manual_seed(7);
    const kept = torch.nn.functional.dropout(torch.ones(3000), 0.3).nonzero().flatten();
    expect(kept.numel()).toBe(2107);
    expect(kept.select(0, 1000).item()).toBe(1439);
  });

  it('are made alike many at once and few at once', () => {
    const [many, few] = [1, 2].map(() => Float32Array.from({ length: 4096 }, (_, i) => ((i * 40503 + 5) % 16777216) / 16777216));
    makeNormals(many!, 256, 0.25, 3);
    for (let i = 0; i < 4096; i += 16) {
      const block = few!.slice(i, i + 16);
      makeNormals(block, 1, 0.25, 3);
      few!.set(block, i);
    }
    expect([...many!]).toEqual([...few!]);
  });
});
