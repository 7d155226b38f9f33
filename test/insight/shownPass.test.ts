import { describe, expect, it } from 'vitest';
import { subjectAt, subjectOfBinding } from '../../src/insight/hover/subject.js';
import { hintsOf } from '../../src/insight/inline/hints.js';
import { lensesOf } from '../../src/insight/inline/lensText.js';
import { RunIndex } from '../../src/insight/results/runIndex.js';
import { outline } from '../../src/language/outline.js';
import { emptyRun } from '../../src/protocol/trace.js';
import { traceOf } from '../trace/traceOf.js';

/** All parts of the editor that show a type or a number show the same tensor: the last one of the chosen pass. */
const TEXT = `
class Net extends torch.nn.Module {
  fc = new torch.nn.Linear(2, 1);
  forward(input) {
    return this.fc(input);
  }
}
torch.manual_seed(0);
const net = new Net();
const w = torch.ones(2, { requires_grad: true });
const train = torch.ones(3, 2);
const test = torch.ones(5, 2);
for (let step = 0; step < 3; step++) {
  let sum = w.mul(0);
  for (let i = 0; i <= step; i++) {
    const part = torch.ones(i + 1, 2)
      .mul(w)
      .mul(step + 1);
    sum = sum.add(part.sum(0));
  }
  const loss = net(train).sum().add(sum.sum());
  loss.backward();
}
const scores = net(test);
`;

async function trained() {
  const { passes, bindings, pass_count } = await traceOf(TEXT);
  const run = {
    ...emptyRun({ file: 'm.tl.ts', mode: 'backward' as const, backend: 'cpu', status: 'ok' as const, error: null }),
    passes,
    bindings,
    pass_count,
  };
  return { run, index: new RunIndex(run) };
}

describe('what is shown of a pass', () => {
  it('is the same in hints, in hovers, in the list of tensors and in lenses', async () => {
    const { run, index } = await trained();
    const text = `import * as torch from 'tensor-lens';${TEXT}`;
    for (const chosen of [0, 1, 2]) {
      const pass = index.shownPass(chosen)!;
      expect(pass.index).toBe(chosen);
      const hints = hintsOf(index, 'm.tl.ts', chosen, text);
      const hintAt = (line: number) => hints.filter(({ after }) => after.endLine === line).map(({ text: type }) => type);
      // The name, and the call in the middle of its chain, show the same turn of the inner loop.
      expect([...hintAt(16), ...hintAt(17)]).toEqual(Array(3).fill(`float32[${chosen + 1}, 2]`));
      // In a module that is called again with other data, the argument and the result shown belong to the same call.
      expect([...hintAt(4), ...hintAt(5)]).toEqual(['float32[3, 2]', 'float32[3, 1]']);
      for (const binding of run.bindings) {
        const listed = subjectOfBinding(index, binding, pass);
        const hovered = subjectAt(index, { range: binding.source, binding }, chosen)!;
        expect(listed).toEqual(hovered);
        const hint = hints.find(({ after, isName }) => isName && after === binding.source)!;
        expect([hint.text.startsWith('float32'), hint.pass]).toEqual([true, hovered.pass]);
      }
      const part = run.bindings.find(({ name }) => name === 'part')!;
      expect(subjectOfBinding(index, part, pass).value.max).toBe(chosen + 1);
      expect(lensesOf(index, outline('m.tl.ts', text), chosen).at(-1)?.title).toContain('output float32[3, 1]');
    }
  });

  it('is what a name holds in the end only where it held nothing of that pass', async () => {
    const { run, index } = await trained();
    const scores = run.bindings.find(({ name }) => name === 'scores')!;
    expect(subjectOfBinding(index, scores, index.pass(0))).toMatchObject({ shape: [5, 1], pass: 3 });
    const input = run.bindings.find(({ name }) => name === 'input')!;
    expect(subjectOfBinding(index, input, index.pass(3))).toMatchObject({ shape: [5, 2], pass: 3 });
  });

  it('is the value that a parameter had in the pass, not what a step made of it', async () => {
    const { passes, bindings, pass_count } = await traceOf(`
const w = torch.ones(2, { requires_grad: true });
const optimizer = new torch.optim.SGD([w], { lr: 1 });
w.sum().backward();
optimizer.step();`);
    const run = {
      ...emptyRun({ file: 'm.tl.ts', mode: 'backward', backend: 'cpu', status: 'ok', error: null }),
      passes,
      bindings,
      pass_count,
    };
    const index = new RunIndex(run);
    const w = bindings.find(({ name }) => name === 'w')!;
    expect(w.value.max).toBe(0);
    expect(subjectOfBinding(index, w, index.shownPass(null))).toMatchObject({ value: { max: 1 }, text: 'tensor([1., 1.])' });
  });
});
