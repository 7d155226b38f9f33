import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { link } from '../../src/language/link.js';
import { numberText, stepped } from '../../src/present/knobs.js';
import type { Moved, SourceNumber } from '../../src/protocol/numbers.js';
import type { Pass, Run, Summary } from '../../src/protocol/trace.js';
import { RunClient, type RunHandle } from '../../src/run/client/runClient.js';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';

/** `npm run soak` moves many more numbers than `npm test`: with 100, it moves 200. */
const PART = 2;
const moves = PART * Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
/** Short examples with a seed. Without a seed, a fresh run could not be the same. */
const EXAMPLES = ['04-linear-regression', '06-logistic-regression', '07-xor', '08-convolution', '09-dynamic-graph'];

const start = startNodeProcess(path.join(root, 'dist/process'), { isBackground: false });
const nothing = (file: string) => Promise.reject(new Error(`There is no '${file}'.`));
const request = { mode: 'backward', backend: 'cpu', maxValues: 4096, maxPasses: 6, passes: 0 } as const;
const limits = { tensorBytes: 2 ** 30, keptBytes: 2 ** 28 };

async function started(text: string, isMovable: boolean) {
  const { program, numbers } = await link('m.tl.ts', (file) => Promise.resolve(file === 'm.tl.ts' ? text : null), isMovable);
  const client = new RunClient(start);
  const moved = isMovable ? { moved: movedBy(numbers, []) } : {};
  const events = { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing };
  const handle = client.run({ ...request, limits, program, ...moved }, { timeLimit: 0, events });
  const end = async () => {
    handle.dispose();
    await client.dispose();
  };
  return { numbers, handle, end };
}

const movedBy = (numbers: readonly SourceNumber[], changes: readonly [place: number, value: number][]): Moved => ({
  numbers: numbers.map(({ value, text }, place) => {
    const now = changes.find(([changed]) => changed === place)?.[1] ?? value;
    return text.startsWith('-') ? -now : now;
  }),
  entries: [],
});

/**
 * The facts about a tensor that do not depend on how it was kept. Its elements are kept only if there was enough time.
 */
function known(summary: Summary | null): unknown {
  if (!summary) return null;
  const { data: _, text: __, ...rest } = summary;
  return rest;
}

/** All numbers of a run, without places in the text, since a longer number moves them. */
const numbersIn = ({ passes, losses, output, status, pass_count }: Run) => ({
  losses,
  output,
  status,
  pass_count,
  passes: passes.map(({ nodes, loss }: Pass) => [
    loss,
    ...nodes.map(({ op, shape, value, grad }) => ({ op, shape, value: known(value), grad: known(grad) })),
  ]),
});

/** The text with one number replaced. */
function withNumber(text: string, number: SourceNumber, value: number): string {
  const lines = text.split('\n');
  const line = lines[number.range.line - 1]!;
  const [before, after] = [line.slice(0, number.range.column - 1), line.slice(number.range.endColumn - 1)];
  lines[number.range.line - 1] = before + numberText(number, value, before) + after;
  return lines.join('\n');
}

async function freshRun(text: string): Promise<Run> {
  const { handle, end } = await started(text, false);
  const run = await handle.done;
  await end();
  return run;
}

/** The places of the numbers that can be moved by a step so that the program still ends soon. */
const movable = (numbers: readonly SourceNumber[]): number[] => numbers.flatMap(({ kind }, place) => (kind === 'index' ? [] : place));

describe('a number that is moved gives what a fresh run of the changed text gives, bit for bit', () => {
  const share = Math.max(1, Math.round(moves / EXAMPLES.length));
  it.each(moves < EXAMPLES.length ? ['06-logistic-regression'] : EXAMPLES)('in %s', async (name) => {
    const text = fs.readFileSync(path.join(root, 'examples', `${name}.tl.ts`), 'utf8');
    const { numbers, handle, end } = await started(text, true);
    const first = await handle.done;
    const places = movable(numbers);
    for (let turn = 0; turn < share; turn++) {
      const place = places[(turn * 7919 + 3) % places.length]!;
      const number = numbers[place]!;
      const value = stepped(number, number.value, turn % 2 === 0 ? 1 : -1);
      const moved = await handle.again(movedBy(numbers, [[place, value]]));
      expect(numbersIn(moved), `${number.name} = ${value}`).toEqual(numbersIn(await freshRun(withNumber(text, number, value))));
    }
    expect(numbersIn(await handle.again(movedBy(numbers, []))), 'as it is written').toEqual(numbersIn(first));
    await end();
  });
});

describe('an entry of a leaf that is moved', () => {
  const MODEL = `import * as torch from 'tensor-lens';
torch.manual_seed(0);
const w = torch.zeros(2, { requires_grad: true });
const x = torch.tensor([1, 2]);
for (let step = 0; step < 3; step++) {
  const loss = (w * x - 4).pow(2).sum();
  loss.backward();
  torch.no_grad(() => { w -= w.grad! * 0.1; w.grad = null; });
}`;

  it('is another number from the pass on that it was moved in', async () => {
    const { handle, numbers, end } = await started(MODEL, true);
    const before = await handle.done;
    const weight = before.passes[1]!.nodes.find(({ label }) => label === 'w')!;
    const after = await movedEntry(handle, numbers, weight.id);
    const weightIn = (run: Run, pass: number) => run.passes[pass]!.nodes.find(({ label }) => label === 'w')!.value.data;
    expect(weightIn(after, 0)).toEqual(weightIn(before, 0));
    expect(weightIn(after, 1)).toEqual([weightIn(before, 1)![0], 0.25]);
    expect(after.losses[1]).toBeCloseTo((Number(weightIn(before, 1)![0]) - 4) ** 2 + (0.25 * 2 - 4) ** 2, 5);
    expect(after.losses[2]).not.toBe(before.losses[2]);
    await end();
  });

  const movedEntry = (handle: RunHandle, numbers: readonly SourceNumber[], node: string) =>
    handle.again({ ...movedBy(numbers, []), entries: [{ pass: 1, node, index: 1, value: 0.25 }] });
});
