import { afterAll, expect, it } from 'vitest';
import type { Explanation } from '../../src/protocol/explanation.js';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const MODEL = `import * as torch from 'tensor-lens';
const x = torch.tensor([[1, 2]]).float();
const w = torch.tensor([[3], [4]], { dtype: torch.float32, requires_grad: true });
for (let step = 0; step < 130; step++) {
  const y = x.mm(w);
  const loss = y.add(step).sum();
  loss.backward();
}
`;

it('explain tells the terms of a number, of any pass, as a document and as text', async () => {
  cli.write({ 'model.tl.ts': MODEL });
  const [value, early, text, wrong] = await Promise.all([
    cli.run('explain', 'model.tl.ts', '--node', 'y', '--entry', '0,0', '--json'),
    cli.run('explain', 'model.tl.ts', '--node', 'loss', '--pass', '4', '--json'),
    cli.run('explain', 'model.tl.ts', '--node', 'w', '--entry', '1,0', '--grad'),
    cli.run('explain', 'model.tl.ts', '--node', 'w', '--entry', '1'),
  ]);
  const { terms, ...rest } = JSON.parse(value.stdout) as Explanation;
  expect(rest).toMatchObject({ value: 11, op: 'mm', sum: 11, rest: 0, rest_count: 0, source: { line: 5, column: 13 } });
  const x = terms[0]!.node;
  const w = terms[0]!.with!.node;
  expect(terms).toEqual([
    { node: x, entry: [0, 0], number: 1, factor: 3, contribution: 3, with: { node: w, entry: [0, 0] } },
    { node: x, entry: [0, 1], number: 2, factor: 4, contribution: 8, with: { node: w, entry: [1, 0] } },
  ]);
  expect(JSON.parse(early.stdout)).toMatchObject({ value: 14, terms: [{ entry: [0, 0], number: 14, contribution: 14 }] });
  expect(text.stdout).toBe('∂w[1, 0] = 2: one term (tensor, model.tl.ts:3:11)\n  ∂y[0, 0] 1 · x[0, 1] 2  2\n');
  expect([value.code, early.code, text.code, wrong.code]).toEqual([0, 0, 0, 2]);
  expect(wrong.stderr).toContain("'w' is of shape [2, 1]: '--entry' takes 2 indices below these sizes.");
});
