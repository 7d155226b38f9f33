import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { Generator } from '../../src/engine/random/generator.js';
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

  it.each([0, 1e-12, 0.1, 1 / 3, 0.5, 1])('trials with probability %f are what single numbers decide', (p) => {
    const [many, single] = [new Generator(5), new Generator(5)];
    const found = new Float32Array(2501);
    many.random32();
    single.random32();
    many.fillTrials(found, p, 7);
    expect([...found]).toEqual(Array.from(found, () => (single.uniform64() < p ? 7 : 0)));
    expect(many.random32()).toBe(single.random32());
  });

  it.each([1024, 1999, 20001])('%i uniform numbers are those that come one by one', (count) => {
    const [many, single] = [new Generator(count), new Generator(count)];
    for (let drawn = 0; drawn < 3; drawn++) {
      const found = new Float32Array(count + 5);
      many.fill32(found, 5, count + 5);
      expect([...found]).toEqual(Array.from(found, (_, i) => (i < 5 ? 0 : single.uniform32())));
      expect(many.random32()).toBe(single.random32());
    }
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
