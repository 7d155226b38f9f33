import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { savedClass } from '../../../src/engine/autograd/saved.js';
import type { GradFn } from '../../../src/engine/tensor/gradFn.js';

it('of many results those that a formula read are kept, and no others', () => {
  const input = torch.ones(70);
  const saved = new (savedClass(['input']))([input]);
  const results = Array.from({ length: 70 }, (_, i) => torch.full([1], i));
  saved.keepResults(results, null as unknown as GradFn);
  expect(saved.read()).toEqual([]);
  for (const index of [1, 33, 65]) saved.resultAt(index);
  expect(saved.read().map(({ name, tensor }) => [name, tensor.item()])).toEqual([
    ['result', 1],
    ['result', 33],
    ['result', 65],
  ]);
});
