import { expect, it } from 'vitest';
import { differencesOf } from '../../src/graph/parting.js';
import { emptyRun, type Run } from '../../src/protocol/trace.js';
import { traceOf } from '../trace/traceOf.js';

const MODEL = `
const x = torch.arange(4).float(); const w = torch.ones(4, { requires_grad: true });
for (let step = 0; step < 3; step++) x.mul(w).add(1).sum().backward();`;

const runOf = async (text: string): Promise<Run> => {
  const { passes, pass_count } = await traceOf(text);
  return { ...emptyRun({ file: 'm.tl.ts', mode: 'backward', backend: 'cpu', status: 'ok', error: null }), passes, pass_count };
};

it.each([
  ['the same under other names', MODEL.replaceAll(/\bw\b/g, 'weight'), null],
  ['a value', MODEL.replace('add(1)', 'add(2)'), { pass: 1, what: 'value', entry: [0], values: { a: 1, b: 2 } }],
  ['another operation', MODEL.replace('add(1)', 'sub(-1)'), { pass: 1, what: 'graph', a: { op: 'add' }, b: { op: 'sub' } }],
  ['a shape', MODEL.replace('ones(4', 'ones(1'), { pass: 1, what: 'shape' }],
  ['another pass', MODEL.replace('step < 3', 'step < 4'), { pass: 4, what: 'graph', a: null }],
])('%s', async (_, other, expected) => {
  const { first } = differencesOf(await runOf(MODEL), await runOf(other));
  if (expected === null) expect(first).toBe(null);
  else expect(first).toMatchObject(expected);
});
