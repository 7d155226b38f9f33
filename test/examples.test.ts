import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../scripts/processes.mjs';
import type { Run } from '../src/protocol/trace.js';

const folder = path.join(root, 'examples');
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.tl.ts'));
const runs = new Map<string, Promise<Run>>();

/** The headless runner's document of an example. Each example runs once. */
function runOf(number: string): Promise<Run> {
  const file = files.find((name) => name.startsWith(number));
  if (!file) throw new Error(`There is no example ${number}.`);
  const run = runs.get(number) ?? runFile(file);
  runs.set(number, run);
  return run;
}

async function runFile(file: string): Promise<Run> {
  const args = [path.join(root, 'dist/cli.mjs'), 'run', file, '--json', '--max-values', '64', '--timeout', '0'];
  // When the model fails, the process ends with a status other than 0. The document has the details.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return JSON.parse(stdout) as Run;
}

const numbersIn = (text: string | undefined): number[] => (text?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const lossesOf = ({ losses, passes }: Run): number[] => losses.slice(0, passes.at(-1)?.backward ? undefined : -1).map(Number);

test.each(files)('%s runs to its end, and nothing is said against it', async (file) => {
  const run = await runOf(file.slice(0, 2));
  expect(run.error).toBeNull();
  expect(run.diagnostics).toEqual([]);
  expect(run.status).toBe('ok');
});

test('01 prints what PyTorch prints, to the letter', async () => {
  expect((await runOf('01')).output.join('\n')).toBe(PRINTED_BY_PYTORCH);
});

test('02 stretches, and says what cannot be stretched', async () => {
  const { output } = await runOf('02');
  expect(output).toContain('        [ 3,  6,  9, 12, 15]])');
  expect(output).toContain('The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1');
  expect(output.at(-1)).toBe('Gradient of the bonus: tensor([4., 4., 4.])');
});

test('03 differentiates, also twice', async () => {
  const { output } = await runOf('03');
  expect(output[0]).toBe('dy/dx = 7');
  expect(output).toContain('The slope of sin is cos: tensor([ 1.0000,  0.5403, -0.4161, -0.9900])');
  expect(output.at(-1)).toBe("f' = 12  f'' = 12");
});

test('04 finds the line', async () => {
  const run = await runOf('04');
  const losses = lossesOf(run);
  expect(losses).toHaveLength(40);
  expect(losses.at(-1)).toBeLessThan(0.02);
  const [w, b] = numbersIn(run.output.at(-1));
  expect(w).toBeCloseTo(2, 0);
  expect(b).toBeCloseTo(-1, 0);
});

test('05 comes by hand to what the library computes', async () => {
  const { output } = await runOf('05');
  const after = (label: string) => output.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length));
  expect(after('by the library: ')).toEqual(after('by hand: '));
  expect(after('gradient: ')[0]).toBe(after('p - truth: ')[0]);
});

test('06 classifies all students; its graph has the values forward and the gradients backward', async () => {
  const run = await runOf('06');
  const losses = lossesOf(run);
  expect(losses).toHaveLength(20);
  expect(losses[0]).toBeCloseTo(Math.log(2), 5);
  expect(losses.at(-1)).toBeLessThan(0.2);
  expect(run.output.at(-1)).toBe('Right: 8 of 8');
  const first = run.passes[0]!;
  for (const label of ['z', 'p', 'right', 'wrong', 'loss', 'w', 'b']) {
    const node = first.nodes.find((candidate) => candidate.label === label);
    expect(node?.grad, label).not.toBeNull();
    expect(node?.value.data, label).toBeDefined();
  }
});

test('07 learns XOR', async () => {
  const run = await runOf('07');
  expect(run.output.slice(-4)).toEqual(['0,0 -> 0', '0,1 -> 1', '1,0 -> 1', '1,1 -> 0']);
  expect(lossesOf(run).at(-1)).toBeLessThan(0.05);
});

test('08 recognises strokes that it has not seen', async () => {
  const run = await runOf('08');
  expect(lossesOf(run).at(-1)).toBeLessThan(0.1);
  expect(numbersIn(run.output.at(-1))[0]).toBeGreaterThanOrEqual(27);
});

test('10 learns as PyTorch learns from the same seed', async () => {
  const { output } = await runOf('10');
  // AdamW with the same blocks, weights and pieces of text, computed by PyTorch 1.13.
  expect(output.slice(0, 4)).toEqual(['step 5: loss 3.0463', 'step 10: loss 2.7803', 'step 15: loss 2.6074', 'step 20: loss 2.5290']);
});

test('09 has another graph in each iteration, and still learns', async () => {
  const run = await runOf('09');
  const sizes = run.passes.slice(0, 4).map(({ nodes }) => nodes.length);
  expect(new Set(sizes).size).toBe(4);
  const [interest, overdraft] = numbersIn(run.output.at(-1));
  expect(interest).toBeCloseTo(0.05, 2);
  expect(overdraft).toBeCloseTo(0.2, 2);
});

const PRINTED_BY_PYTORCH = `tensor([[-1.1258, -1.1524, -0.2506, -0.4339],
        [ 0.8487,  0.6920, -0.3160, -2.1152],
        [ 0.4681, -0.1577,  1.4437,  0.2660],
        [ 0.1665,  0.8744, -0.1435, -0.1116],
        [ 0.9318,  1.2590,  2.0050,  0.0537],
        [ 0.6181, -0.4128, -0.8411, -2.3160]])
tensor([[1, 2, 3, 4],
        [5, 6, 7, 8]])
tensor([[ 0.6294,  0.4268,  0.4391],
        [ 1.0482, -0.7262,  1.2234],
        [-1.0023, -0.7986, -0.9354],
        [-1.8071,  0.2520, -1.1231],
        [-0.0270,  2.6004, -2.2542]])
tensor([[ 0.6294,  0.4268,  0.4391],
        [ 1.0482, -0.7262,  1.2234],
        [-1.0023, -0.7986, -0.9354],
        [-1.8071,  0.2520, -1.1231],
        [-0.0270,  2.6004, -2.2542]])
tensor([[1., 1.],
        [1., 1.]], requires_grad=True)
tensor([[8., 8.],
        [8., 8.]], grad_fn=<MulBackward0>) tensor(8., grad_fn=<MeanBackward0>)
tensor([[2., 2.],
        [2., 2.]])`;
