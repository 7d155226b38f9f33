import { expect, it } from 'vitest';
import { comparisonOf } from '../../src/exchange/comparison/comparison.js';
import { pageOf } from '../../src/exchange/comparison/page.js';
import { withLeaves } from '../../src/graph/leaves.js';
import { defaultThemes } from '../../src/present/defaultThemes.js';
import { runModel } from '../trace/checks/runModel.js';

const runOf = async (text: string, name: string) => ({ name, text, run: (await runModel(text)).run });

it('models that only make tensors are the same, or part in what these hold, also where one run is as it is shown', async () => {
  const text = 'const x = torch.tensor([1, 2]);\nconst w = torch.ones(3, { requires_grad: true });';
  const before = await runOf(text, 'before');
  const shown = { ...before, run: withLeaves(before.run) };
  expect(comparisonOf({ a: before, b: shown })).toMatchObject({ same: true, nodes: { same: 2, parted: 0, only_a: 0, only_b: 0 } });
  const after = await runOf(text.replace('2]', '3]'), 'after');
  const found = comparisonOf({ a: shown, b: after });
  expect(found.first).toMatchObject({ pass: 1, what: 'value', label: 'x', entry: [1], values: { a: 2, b: 3 } });
  const page = pageOf({ a: shown, b: after }, found, 'hc');
  expect(page.match(/<svg/g)).toHaveLength(2);
  expect(page).toContain(`background: ${defaultThemes.hc.variables['editor-background']}`);
});
