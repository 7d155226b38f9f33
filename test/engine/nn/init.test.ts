import { describe, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { expectTensor, reference } from './reference.js';

describe('torch.nn.init', () => {
  it.each(reference.initialisers.map((c, i) => [`${i} ${c.name}(${c.args.join(', ')})`, c] as const))('%s', (_, c) => {
    torch.manual_seed(3);
    const fill = (torch.nn.init as unknown as Record<string, (t: torch.Tensor, ...args: unknown[]) => torch.Tensor>)[c.name]!;
    const filled = fill(torch.empty(c.shape, { dtype: torch.float64 }), ...c.args);
    expectTensor(filled, c.value, c.name);
  });
});
