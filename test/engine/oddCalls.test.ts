import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

/** Calls with odd but valid arguments, and what PyTorch 2.15 says to wrong ones. */

const f32 = { dtype: torch.float32 };
const x = () => torch.tensor([1.5, 2.5, 3.25, 4], f32).view(2, 2);
const into = (dtype: torch.dtype) => torch.empty(0, { dtype });

describe('out=', () => {
  it('is the dtype that sums and products are computed in', () => {
    expect(torch.sum(x(), 0, { out: into(torch.int64) }).tolist()).toEqual([4, 6]);
    expect(torch.cumprod(x(), 0, { out: into(torch.uint8) }).tolist()).toEqual([
      [1, 2],
      [3, 8],
    ]);
    expect(() => torch.sum(x(), 0, { dtype: torch.float32, out: into(torch.uint8) })).toThrow(
      'Expected out tensor to have dtype float, but got unsigned char instead',
    );
  });

  it('is taken by all reductions', () => {
    const [value, place, mean] = [into(torch.float32), into(torch.int64), into(torch.float64)];
    torch.max(x(), { out: value });
    torch.argmax(x(), 0, { out: place });
    torch.mean(x(), { out: mean });
    expect([value.item(), place.tolist(), mean.item()]).toEqual([4, [1, 1], 2.8125]);
    expect(torch.std(x(), 0, { out: into(torch.float32) }).sizes).toEqual([2]);
    expect(torch.all(x(), 0, { out: into(torch.bool) }).tolist()).toEqual([true, true]);
    expect(() => torch.argmax(x(), 0, { out: into(torch.bfloat16) })).toThrow('dtype long int, but got c10::BFloat16 instead');
    expect(() => torch.all(x(), 0, { out: into(torch.float32) })).toThrow('all only supports bool tensor for result, got: Float');
  });

  it('of signs and of what rounds has the dtype of the result', () => {
    for (const call of ['neg', 'sgn', 'ceil', 'round', 'frac'] as const)
      expect(() => torch[call](x(), { out: into(torch.float64) })).toThrow('Found dtype Double but expected Float');
  });
});

describe('in place', () => {
  it('a stretched tensor may change its shape, and one without elements anything', () => {
    expect(torch.ones(3).expand(2, 3).unsqueeze_(0).sizes).toEqual([1, 2, 3]);
    expect(torch.ones(0, 3).expand(2, 0, 3).add_(1).sizes).toEqual([2, 0, 3]);
    expect(() => torch.ones(3).expand(2, 3).add_(1)).toThrow('more than one element of the written-to tensor');
  });

  it('copy_ takes a number', () => {
    expect(torch.ones(2).copy_(0.5).tolist()).toEqual([0.5, 0.5]);
  });

  it('values at indices have the dtype of the tensor', () => {
    const said = 'Index put requires the source and destination dtypes match, got Float for the destination and Long for the source.';
    expect(() => torch.zeros(3).index_put_([torch.tensor([0, 1])], torch.tensor(2))).toThrow(said);
    const mask = torch.tensor([true, false, true]);
    expect(torch.zeros(3).index_put_([mask], torch.tensor(2)).tolist()).toEqual([2, 0, 2]);
  });
});

it('tensors without elements have inner products, and no greatest element', () => {
  expect(torch.inner(torch.ones(2, 0), torch.ones(3, 0)).tolist()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(() => torch.ones(2, 0, 0).amin(-2)).toThrow('amin(): Expected reduction dim -2 to have non-zero size.');
  expect(() => torch.unique(torch.ones(4, 0), { dim: 0 })).toThrow("There are 0 sized dimensions, and they aren't selected");
});

it('a factor of integers is an integer', () => {
  const to = torch.zeros(2, { dtype: torch.int8 });
  expect(to.index_add(0, torch.tensor([0, 1]), torch.ones(2, { dtype: torch.int8 }), { alpha: -1.5 }).tolist()).toEqual([-1, -1]);
});
