import { expect, it } from 'vitest';
import { runModel } from './checks/runModel.js';

it('<< and >> shift the bits of tensors, and numbers as JavaScript does', async () => {
  const { output, error } = await runModel(`
    const u = torch.tensor([200, 3], { dtype: torch.uint8 });
    const bits = (u.unsqueeze(-1) >> torch.arange(4)) & 1;
    console.log(u << 1, bits, 1 << torch.tensor([1, 3]));
    const x = torch.tensor([1, 5, -7]);
    x <<= 2;
    x[0] <<= 1;
    x >>= torch.tensor([1, 2, 3]);
    let [n, many] = [5, [9]];
    n <<= 2;
    many[0] >>= 1;
    console.log(x, n, many[0], n >> 1);
  `);
  expect(error).toBeNull();
  expect(output).toEqual([
    'tensor([144,   6], dtype=torch.uint8) tensor([[0, 0, 0, 1],\n        [1, 1, 0, 0]]) tensor([2, 8])',
    'tensor([ 4,  5, -4]) 20 4 10',
  ]);
  const refused = await runModel('console.log(torch.tensor([1.5]) << 2);');
  expect(String(refused.error)).toContain('"lshift_cpu" not implemented for \'Float\'');
});
