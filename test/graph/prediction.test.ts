import { describe, expect, it } from 'vitest';
import { lossChange } from '../../src/graph/prediction.js';
import { traceOf } from '../trace/traceOf.js';

const pass = async (w: number, factor = 3, x = 2) =>
  (
    await traceOf(`
const w = torch.tensor([${w.toFixed(1)}], { requires_grad: true, dtype: torch.float32 });
const x = torch.tensor([${x}]);
const loss = (w * x * ${factor}).sum();
loss.backward();`)
  ).passes[0]!;

describe('the gradient predicts the loss', () => {
  it('exactly where the loss is linear in what moved', async () => {
    expect(lossChange(await pass(1), await pass(1.5))).toEqual({ before: 6, after: 9, predicted: 3 });
  });

  it('not where the pass has another number in its graph, or data moved that wants no gradient', async () => {
    expect(lossChange(await pass(1), await pass(1, 4))).toMatchObject({ after: 8, predicted: null, why: 'graph' });
    expect(lossChange(await pass(1), await pass(1, 3, 5))).toMatchObject({ after: 15, predicted: null, why: 'data' });
  });
});
