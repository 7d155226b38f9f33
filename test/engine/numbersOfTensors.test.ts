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
