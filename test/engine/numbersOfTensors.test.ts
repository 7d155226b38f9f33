import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

const x = torch.tensor([-1, 2, 5], { dtype: torch.float32 });
const number = (value: number, options = {}) => torch.tensor(value, { dtype: torch.float32, ...options }) as unknown as number;
const whole = (value: number) => torch.tensor(value, { dtype: torch.int64 }) as unknown as number;

/** As PyTorch: where no overload takes the tensor, and no gradient is wanted. */
describe('a tensor without dims stands for its number', () => {
  it('where a number is taken, by place and by name', () => {
    expect(x.clamp(0, number(4)).tolist()).toEqual([0, 2, 4]);
    expect(torch.nn.functional.leaky_relu(x, number(0.5)).tolist()).toEqual([-0.5, 2, 5]);
    expect(torch.add(x, x, { alpha: number(2) }).tolist()).toEqual([-3, 6, 15]);
  });

  it('where an integer is taken, if it is one', () => {
    expect(x.sum(whole(0)).item()).toBe(6);
    expect(torch.zeros(whole(2)).tolist()).toEqual([0, 0]);
    expect(x.view(whole(3), 1).shape).toHaveLength(2);
    expect(() => x.unsqueeze(number(0))).toThrow('must be int, not Tensor');
  });

  it('of a module too', () => {
    expect(new torch.nn.LeakyReLU(number(0.5))(x).tolist()).toEqual([-0.5, 2, 5]);
  });

  it('but not where it has a gradient, or dims', () => {
    expect(() => torch.nn.functional.leaky_relu(x, number(0.1, { requires_grad: true }))).toThrow(/must be (?:Number|float), not Tensor/);
    expect(() => torch.nn.functional.leaky_relu(x, x as unknown as number)).toThrow(/must be (?:Number|float), not Tensor/);
  });
});

it('split takes its sizes by the name that the method of PyTorch gives them', () => {
  expect(x.split({ split_size: [1, 2] } as never).map((part) => part.tolist())).toEqual([[-1], [2, 5]]);
});

describe('integers of floating-point numbers that are none', () => {
  const odd = torch.tensor([NaN, Infinity, -Infinity, 1e30, 3e9, -70000.5]);

  it('are the smallest of the dtype, or of 32 bits', () => {
    expect(odd.to(torch.int64).tolist()).toEqual([...new Array<number>(4).fill(-(2 ** 63)), 3e9, -70000]);
    expect(odd.to(torch.int32).tolist()).toEqual([...new Array<number>(5).fill(-(2 ** 31)), -70000]);
    expect(odd.to(torch.int16).tolist()).toEqual([0, 0, 0, 0, 0, -4464]);
    expect(odd.half().to(torch.uint8).tolist()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('may be computed with where nobody reads them, as in buckets of distances', () => {
    const far = torch.tensor([0, 8]).log().long().add(2);
    expect(torch.min(far, torch.tensor(3)).index(1).item()).toBe(3);
    expect(torch.where(torch.tensor([true, false]), torch.tensor([7, 7]), far).tolist()).toEqual([7, 4]);
    const ids = torch.tensor([5, 6]).masked_fill(torch.tensor([true, false]), torch.iinfo(torch.int64).max);
    expect([String(ids), String(ids.min())]).toEqual(['tensor([9223372036854775807,                   6])', 'tensor(6)']);
    expect(() => torch.tensor([2 ** 53]).mul(2)).toThrow('beyond ±2^53');
  });
});
