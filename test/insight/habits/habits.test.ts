import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/processes.mjs';
import { findHabits, habits, mendHabits } from '../../../src/insight/habits/find.js';
import { snippets, plainText } from '../../../src/insight/api/snippets.js';
import { filesOf, runModel } from '../../trace/checks/runModel.js';
import { classics } from '../../trace/checks/healthy/classics.js';
import { habits as usual } from '../../trace/checks/healthy/habits.js';
import { methods } from '../../trace/checks/healthy/methods.js';
import { training } from '../../trace/checks/healthy/training.js';
import { healthy } from '../../trace/checks/models.js';
import { PASTED, table } from './table.js';

const mend = (text: string, { edit }: ReturnType<typeof findHabits>[number]) =>
  text.slice(0, edit.start) + edit.text + text.slice(edit.end);

describe('the habit in', () => {
  it.each(table)('%j is %s', (written, habit, says, mended) => {
    const found = findHabits(written);
    const one = found.find(({ id }) => id === habit);
    expect(one, found.map(({ id, message }) => `${id}: ${message}`).join('\n')).toBeDefined();
    expect(one!.message).toContain(says);
    expect(one!.title).not.toBe('');
    expect(one!.end).toBeGreaterThan(one!.start);
    // If there is only one habit, its fix is also the fix of all.
    if (found.length === 1) expect(mend(written, one!)).toBe(mended);
    expect(mendHabits(written)).toBe(mended);
  });
});

it('there are many of them, and the table has each', () => {
  expect(table.length).toBeGreaterThanOrEqual(50);
  expect(habits.map(({ id }) => id).filter((id) => !table.some(([, habit]) => habit === id))).toEqual([]);
});

describe('nothing is said of', () => {
  const examples = fs
    .readdirSync(path.join(root, 'examples'))
    .map((name) => [name, fs.readFileSync(path.join(root, 'examples', name), 'utf8')]);
  it.each(examples)('the example %s', (_, text) => {
    expect(findHabits(text)).toEqual([]);
  });

  it('any healthy model, nor the snippets', () => {
    const models = [
      ...healthy.map(({ text }) => text),
      ...[...classics, ...usual, ...methods, ...training].map(({ model }) => model),
    ].flatMap((model) => Object.values(filesOf(model)));
    expect(models.length).toBeGreaterThan(20);
    const bodies = snippets().map(
      ({ body }) => `import * as torch from 'tensor-lens';\nlet net, x, y, w, b, optimizer;\n${plainText(body)}`,
    );
    for (const text of [...models, ...bodies]) expect(findHabits(text), text).toEqual([]);
  });

  it('comments and texts, and names that the model declares itself', () => {
    for (const text of [
      '// print(x) and True, for x in range(3):',
      "console.log('None or self.fc(x) # of it', `print(x)`);",
      'const print = (x: number) => x;\nprint(3);',
      'function len(x: number[]) { return x.length; }\nlen([]);',
      'const shape = (dim = 1) => dim;',
      'class A { #count = 0; size = 3; }',
      'const all = new Set([1]);\nall.size;',
      'for (const key in weights) console.log(weights[key]);',
      'const y = a ? b[0] : c[1];',
      'type Pair = [first: number, second: number];',
    ])
      expect(findHabits(text), text).toEqual([]);
  });
});

it('a program of Python that is pasted runs when all of it is mended', async () => {
  const mended = mendHabits(PASTED);
  expect(findHabits(mended)).toEqual([]);
  const { error, run } = await runModel({ 'm.tl.ts': mended });
  expect(error, mended).toBeNull();
  expect(run.passes.filter(({ backward }) => backward)).toHaveLength(20);
  const losses = run.losses.filter((loss) => loss !== null);
  expect(losses.at(-1)).toBeLessThan(losses[0]! / 4);
});
