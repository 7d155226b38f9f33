import { expect, it } from 'vitest';
import { PassGraph } from '../../src/graph/passGraph.js';
import { explanationSentence, termText, valueText } from '../../src/present/explanation.js';
import { traceOf, node } from '../trace/traceOf.js';

it('says a number, its terms and the rest in one sentence, with names and numbers', async () => {
  const { passes, explain } = await traceOf(`
    const x = torch.arange(60).float(); const w = torch.full([60], 2, { dtype: torch.float32, requires_grad: true });
    const y = x.dot(w); const p = torch.softmax(torch.zeros(2), 0); const z = x.add(1); y.backward();`);
  const [pass] = passes;
  const graph = PassGraph.of(pass!);
  const told = (name: string, which: 'value' | 'grad', entry: number[]) => {
    const found = explain({ pass: 0, node: node(pass, name).id, which, entry })!;
    return { found, sentence: explanationSentence(graph, node(pass, name), entry, which, found) };
  };
  const { found, sentence } = told('y', 'value', []);
  expect(valueText(node(pass, 'y'), [], 'value', found)).toBe('y = 3540: the sum of 60 terms');
  expect(termText(graph, found.terms[0]!, 'value')).toBe('x[59] 59 · w[59] 2');
  expect(sentence).toMatch(/^y = 3540: the sum of 60 terms; x\[59\] 59 · w\[59\] 2 adds 118; /);
  expect(sentence).toMatch(/; 10 more adds 90\.$/);
  expect(told('w', 'grad', [3]).sentence).toBe('∂w[3] = 3: one term; ∂y 1 · x[3] 3.');
  expect(told('z', 'value', [2]).sentence).toBe('z[2] = 3: the sum of 2 terms; x[2] 2 adds 2; 1 adds 1.');
  expect(told('p', 'value', [0]).sentence).toBe('p[0] = 0.5000: softmax of these 2 numbers; zeros[0] 0; zeros[1] 0.');
  expect(told('w', 'value', [5]).sentence).toBe('w[5] = 2: not computed from other numbers of this pass.');
});
