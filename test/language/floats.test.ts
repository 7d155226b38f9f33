import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { run } from './evaluate.js';

/** The dtype of the result of `expression`. */
async function dtypeOf(expression: string): Promise<string> {
  const { exports } = await run(`import * as torch from 'tensor-lens';\nexport const found = ${expression};`, torch);
  return String((exports['found'] as torch.Tensor).dtype);
}

// The dtypes are those of PyTorch 2.15 for the same text.
describe('whole numbers that are written as floats', () => {
  it.each([
    ['torch.tensor([1.0, 2.0])', 'torch.float32'],
    ['torch.tensor([1., 2])', 'torch.float32'],
    ['torch.tensor([1, -2.0])', 'torch.float32'],
    ['torch.tensor([[0, 1], [1.0, 0]])', 'torch.float32'],
    ['torch.tensor([1e3])', 'torch.float32'],
    ['torch.tensor(3.0)', 'torch.float32'],
    ['torch.tensor(-3., { requires_grad: true })', 'torch.float32'],
    ['torch.as_tensor([1.0])', 'torch.float32'],
    ['torch.full([2], 1.0)', 'torch.float32'],
    ['torch.full({ size: [2], fill_value: -1. })', 'torch.float32'],
    ['torch.full([2], 1.0, { dtype: torch.int32 })', 'torch.int32'],
    ['torch.full([2], 1)', 'torch.int64'],
    ['torch.full_like(torch.tensor([1, 2]), 1.0)', 'torch.int64'],
    ['torch.arange(3.0)', 'torch.float32'],
    ['torch.arange(0, 4., 2)', 'torch.float32'],
    ['torch.arange(0, 4, 2)', 'torch.int64'],
    ['torch.where(torch.tensor([true]), 1.0, 0.0)', 'torch.float32'],
    ['torch.where(torch.tensor([true]), torch.tensor([2]), 0.0)', 'torch.float32'],
    ['torch.where(torch.tensor([true]), torch.tensor([2], { dtype: torch.float16 }), 0.0)', 'torch.float16'],
    ['torch.where(torch.tensor([true]), 1, 0)', 'torch.int64'],
    ['torch.tensor([1, 2])', 'torch.int64'],
    ['torch.tensor(3)', 'torch.int64'],
    ['torch.tensor([0x1e, 1_000])', 'torch.int64'],
    ['torch.tensor([true, false])', 'torch.bool'],
    ['torch.tensor([1.0, 2.0], { dtype: torch.int32 })', 'torch.int32'],
    ['torch.tensor([[1.0, 2.0]].map((row) => row))', 'torch.float32'],
  ])('%s is %s', async (expression, dtype) => expect(await dtypeOf(expression)).toBe(dtype));

  it('are what they were for JavaScript', async () => {
    const text = [
      'const list = [1.0, 2.0];',
      'list.push(3);',
      'const [first, ...rest] = [4.0, 5.0];',
      'const twice = (x: number) => 2 * x;',
      'export const found = JSON.stringify([list, list.length, [1.0, 2.0][1], first, rest, twice(3.0), [...[6.0]], Math.max(...[7.0, 8.0])]);',
    ].join('\n');
    expect((await run(text)).exports['found']).toBe('[[1,2,3],3,2,4,[5],6,[6],8]');
  });

  it('of a function that is not ours are numbers', async () => {
    const { exports } = await run('const my = { tensor: (x: number) => typeof x };\nexport const found = my.tensor(3.0);');
    expect(exports['found']).toBe('number');
  });
});

describe('settings that are written as floats', () => {
  it.each([
    ['new torch.nn.ELU(2.0)', 'ELU(alpha=2.0)'],
    ['new torch.nn.ELU(2)', 'ELU(alpha=2)'],
    ['new torch.nn.Hardtanh({ min_val: -2.0, max_val: 3 })', 'Hardtanh(min_val=-2.0, max_val=3)'],
    ['new torch.nn.Dropout(0.0)', 'Dropout(p=0.0, inplace=False)'],
    ['new torch.nn.Dropout(0)', 'Dropout(p=0, inplace=False)'],
    ['new torch.nn.Dropout({ p: 1 })', 'Dropout(p=1, inplace=False)'],
    ['[0].map((p) => new torch.nn.Dropout(p))[0]', 'Dropout(p=0.0, inplace=False)'],
    ['new torch.nn.Dropout(0.25)', 'Dropout(p=0.25, inplace=False)'],
  ])('%s is printed so', async (expression, text) => {
    const { exports } = await run(`import * as torch from 'tensor-lens';\nexport const found = String(${expression});`, torch);
    expect(exports['found']).toBe(text);
  });

  it('are kept by copies', async () => {
    const text = "import * as torch from 'tensor-lens';\nexport const found = String(torch.copy.deepcopy(new torch.nn.ELU(2.0)));";
    expect((await run(text, torch)).exports['found']).toBe('ELU(alpha=2.0)');
  });
});
