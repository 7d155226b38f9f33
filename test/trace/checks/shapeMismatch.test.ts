import { describe, expect, it } from 'vitest';
import { runModel } from './runModel.js';

/** The explanation of the error that ends a model. */
async function explain(text: string) {
  const { told } = await runModel({ 'm.tl.ts': `import * as torch from 'tensor-lens';${text}` });
  const found = told.find(({ severity }) => severity === 'error');
  return found ? { ...found, message: found.message.split('\n') } : null;
}

const a = 'const a = torch.ones(4, 3);\n';

describe('shapes that do not fit', () => {
  it('are aligned from the last dimension, with the one that clashes marked', async () => {
    const found = await explain(`\n${a}const b = torch.ones(12, 2);\na.add(b);`);
    expect(found?.message).toEqual([
      'RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1',
      'a    4  3',
      'b   12  2',
      '     ↑  ↑ differ, and neither is 1',
    ]);
    expect(found).toMatchObject({ code: 'shape-mismatch', severity: 'error', at: 'a.add(b)', fixes: [] });
    expect(found?.related).toEqual([
      { message: 'a got the shape [4, 3] here.', at: 'torch.ones(4, 3)' },
      { message: 'b got the shape [12, 2] here.', at: 'torch.ones(12, 2)' },
    ]);
  });

  it('offer the dimension that is missing', async () => {
    const found = await explain(`\n${a}const b = torch.ones(4);\na.add(b);`);
    expect(found?.message.slice(1)).toEqual(['a   4  3', 'b      4', '       ↑ differ, and neither is 1']);
    expect(found?.fixes).toEqual([{ title: 'Use b.unsqueeze(1)', callees: ['add', 'add_'], operand: 1, append: '.unsqueeze(1)' }]);
  });

  it('of a product offer to transpose', async () => {
    const found = await explain(`\n${a}const w = torch.ones(2, 3);\na.matmul(w);`);
    expect(found?.message).toEqual([
      'RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (4x3 and 2x3)',
      'a   4  3',
      '       ↑ 3 columns',
      'w   2  3',
      '    ↑ 2 rows: must be as many',
    ]);
    expect(found?.fixes?.map(({ title, operand }) => [title, operand])).toEqual([['Use w.t()', 1]]);
  });

  it('of a view say how many elements there are', async () => {
    const found = await explain(`\n${a}a.view(5, 2);`);
    expect(found?.message).toEqual([
      "RuntimeError: shape '[5, 2]' is invalid for input of size 12",
      '[5, 2] has room for 10 elements, and there are 12.',
    ]);
    expect(found?.fixes?.map(({ title, instead }) => [title, instead])).toEqual([['Use view(-1, 2)', '-1, 2']]);
  });

  it('name operands by the operation that made them when they have no name', async () => {
    const found = await explain(`\n${a}a.exp().add(torch.ones(2));`);
    expect(found?.message.slice(1)).toEqual(['exp    4  3', 'ones      2', '          ↑ differ, and neither is 1']);
  });

  it('are not seen in other errors', async () => {
    expect((await explain('\ntorch.ones(2).backward();'))?.code).toBe('no-gradient');
    expect(await explain("\nthrow new Error('size');")).toBeNull();
  });
});
