import { describe, expect, it } from 'vitest';
import { PassGraph } from '../../src/graph/passGraph.js';
import { formulaLines, formulaOfNode } from '../../src/present/call.js';
import { traceOf } from '../trace/traceOf.js';

/** The formulas of the last operation of a model's pass, before the sum that is its loss. */
async function linesOf(expression: string): Promise<string[]> {
  const { passes, operations } = await traceOf(`
torch.manual_seed(0);
const x = torch.ones(4, 3, { requires_grad: true });
const b = torch.zeros(3, { requires_grad: true });
const c = torch.zeros(4, 1, { requires_grad: true });
const n = torch.tensor(2, { dtype: torch.float32, requires_grad: true });
const y = ${expression};
y.sum().backward();`);
  const graph = PassGraph.of(passes[0]!);
  const index = graph.nodes.findIndex(({ label }) => label === 'y');
  return formulaLines(graph, index, formulaOfNode(graph, index, operations)!);
}

describe('the formulas of a node', () => {
  it('add up what comes back to a tensor that was stretched', async () => {
    expect(await linesOf('x.add(b)')).toEqual(['y = x + b', '∂x = ∂y', '∂b = Σ ∂y, over dim 0']);
    expect(await linesOf('x.mul(c)')).toEqual(['y = x · c', '∂x = ∂y · c', '∂c = Σ ∂y · x, over dim 1']);
    expect(await linesOf('x.div(n)')).toEqual(['y = x / n', '∂x = ∂y / n', expect.stringMatching(/^∂n = Σ \(.*\), over all elements$/)]);
    expect(await linesOf('torch.addmm(b, x, torch.ones(3, 3))')).toContain('∂b = Σ ∂y, over dim 0');
    expect(await linesOf('x.add(x)')).toEqual(['y = x + x', '∂x = ∂y']);
  });

  it('are those of the call that was made', async () => {
    expect(await linesOf('x.mean()')).toEqual(['y = Σ x / n', '∂x = ∂y / n, for every element']);
    expect(await linesOf('x.mean(0)')).toEqual(['y = Σ_dim x / n', '∂x = ∂y / n, stretched over dim']);
    expect(await linesOf('x.sum(1, { keepdim: true })')).toEqual(['y = Σ_dim x', '∂x = ∂y, stretched over dim']);
    expect((await linesOf('x.var(0)'))[0]).toBe('y = Σ_dim (x − mean)² / (n − 1)');
    expect((await linesOf('x.var()'))[0]).toBe('y = Σ (x − mean)² / (n − 1)');
    expect((await linesOf('x.std({ unbiased: false })'))[0]).toBe('y = √(Σ (x − mean)² / (n − 0))');
  });

  it('name no argument that was not given', async () => {
    expect(await linesOf('x.clamp({ min: 0 })')).toEqual(['y = x, cut off to 0 ≤ y', '∂x = ∂y where 0 < x']);
    expect(await linesOf('x.clamp({ max: 2 })')).toEqual(['y = x, cut off to y ≤ 2', '∂x = ∂y where x < 2']);
    expect((await linesOf('x.norm()'))[0]).toBe('y = (Σ |x|^2)^(1/2)');
    expect((await linesOf('torch.nn.functional.layer_norm(x, [3])')).join('; ')).not.toMatch(/weight|bias/);
    expect((await linesOf('torch.nn.functional.nll_loss(x, torch.tensor([0, 1, 2, 0]))')).join('; ')).not.toMatch(/weight/);
    expect((await linesOf('torch.nn.functional.conv1d(x.view(1, 4, 3), torch.ones(2, 4, 2))')).join('; ')).not.toMatch(/bias/);
  });
});
