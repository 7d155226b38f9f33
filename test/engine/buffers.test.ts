import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { onWarning } from '../../src/engine/warnings.js';

const bytes = (...of: number[]) => Uint8Array.from(of);

describe('frombuffer', () => {
  it('reads the elements of a buffer', () => {
    expect(String(torch.frombuffer(Float32Array.from([1, 2.5]), { dtype: torch.float32 }))).toBe('tensor([1.0000, 2.5000])');
    const given = bytes(1, 0, 0, 0, 2, 0, 0, 0);
    expect(torch.frombuffer(given, { dtype: torch.int32 }).tolist()).toEqual([1, 2]);
    expect(torch.frombuffer(given.buffer, { dtype: torch.int32, count: 1, offset: 4 }).tolist()).toEqual([2]);
    expect(torch.frombuffer(given.subarray(3), { dtype: torch.uint8, count: 2 }).tolist()).toEqual([0, 2]);
    expect(torch.frombuffer(Float32Array.from([1]), { dtype: torch.float32, requires_grad: true }).requires_grad).toBe(true);
  });

  it.each<[length: number, options: { count?: number; offset?: number }, said: string]>([
    [3, {}, 'buffer length (3 bytes) after offset (0 bytes) must be a multiple of element size (4)'],
    [4, { offset: 8 }, 'offset (8 bytes) must be non-negative and no greater than buffer length (4 bytes) minus 1'],
    [
      4,
      { count: 3 },
      'requested buffer length (3 * 4 bytes) after offset (0 bytes) must not be greater than actual buffer length (4 bytes)',
    ],
    [0, {}, 'both buffer length (0) and count (-1) must not be 0'],
    [4, { count: 0 }, 'both buffer length (4) and count (0) must not be 0'],
  ])('%i bytes with %o: PyTorch’s error', (length, options, said) => {
    expect(() => torch.frombuffer(new Uint8Array(length), { dtype: torch.int32, ...options })).toThrow(said);
  });

  it('takes no list', () => {
    expect(() => torch.frombuffer([1, 2], { dtype: torch.uint8 })).toThrow('object does not implement Python buffer protocol.');
  });
});

describe('range', () => {
  it('has its end among its numbers, and warns', () => {
    const said: string[] = [];
    onWarning((message) => said.push(message));
    try {
      expect(String(torch.range(1, 4))).toBe('tensor([1., 2., 3., 4.])');
      expect(torch.range(0, 1, 0.1).shape).toEqual([11]);
      expect(String(torch.range(3, 0, -1, { dtype: torch.int64 }))).toBe('tensor([3, 2, 1, 0])');
    } finally {
      onWarning(null);
    }
    expect(said).toEqual([expect.stringMatching(/^UserWarning: torch\.range is deprecated .* Instead, use torch\.arange/)]);
  });

  it('refuses what goes nowhere', () => {
    expect(() => torch.range(3, 0)).toThrow('upper bound and lower bound inconsistent with step sign');
    expect(() => torch.range(0, 3, 0)).toThrow('step must be nonzero');
    expect(() => torch.range(0, Infinity)).toThrow('unsupported range: 0 -> inf');
  });
});
