import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/cli/exports.js';
import { defaultTheme } from '../../src/present/defaultThemes.js';
import { exports as panelExports } from '../../webview/exports/index.js';
import type { Pass } from '../../src/protocol/trace.js';
import { FIRST_MODEL, FIRST_OUTPUT } from './firstModel.js';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

/** The edges of the graph, without numbers. */
const links = ({ edges }: Pass) => edges.map(({ from, to, input }) => ({ from, to, input }));
const TORCH = "import * as torch from 'tensor-lens';\n";

describe('the first model', () => {
  it('prints what PyTorch prints, and a table of its pass', async () => {
    cli.write({ 'first.tl.ts': FIRST_MODEL });
    const { code, stdout } = await cli.run('run', 'first.tl.ts');
    expect(code).toBe(0);
    expect(stdout.startsWith(`${FIRST_OUTPUT}\n\nPass 1 of 1, forward and backward, ends in 8\n`)).toBe(true);
    expect(stdout).toMatch(/^= {2}out1 +mean +float32 +8 +1 +17$/m);
  });

  it('is one document, with the graph, its values and its gradients', async () => {
    const run = await cli.json(FIRST_MODEL);
    expect(run).toMatchObject({
      tensorLens: 1,
      file: 'model.tl.ts',
      status: 'ok',
      error: null,
      diagnostics: [],
      pass_count: 1,
      losses: [8],
      code: 0,
    });
    expect(run.output.join('\n')).toBe(FIRST_OUTPUT);
    const [pass] = run.passes;
    const graph = pass!.nodes.filter(({ in_graph }) => in_graph);
    expect(graph.map(({ op, value, grad, source }) => [op, value.data![0], grad!.data![0], source!.line, source!.column])).toEqual([
      ['ones', 1, 2, 13, 12],
      ['add', 2, 2, 15, 12],
      ['mul', 4, 0.5, 16, 12],
      ['mul', 8, 0.25, 16, 12],
      ['mean', 8, 1, 17, 14],
    ]);
    const [x1, y1, square, z1, out1] = graph.map(({ id }) => id);
    expect(links(pass!).filter(({ to }) => graph.some(({ id }) => id === to))).toEqual([
      { from: x1, to: y1, input: 0 },
      { from: y1, to: square, input: 0 },
      { from: y1, to: square, input: 1 },
      { from: square, to: z1, input: 0 },
      { from: z1, to: out1, input: 0 },
    ]);
    // The square uses y1 twice. The gradients of both uses add up to the gradient of y1.
    const flows = pass!.edges.filter(({ from, to }) => from === y1 && to === square).map(({ grad }) => grad!.data);
    expect(flows).toEqual([
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(pass).toMatchObject({ backward: true, root: out1, loss: 8 });
    expect(run.bindings.find(({ name }) => name === 'y1')).toMatchObject({
      source: { file: 'model.tl.ts', line: 15, column: 7, endLine: 15, endColumn: 9 },
      count: 1,
      shape: [2, 2],
      node: y1,
    });
  });

  it('has the same graph without gradients in forward mode', async () => {
    const [run, forward] = [await cli.json(FIRST_MODEL), await cli.json(FIRST_MODEL, '--forward', '--max-values', '4')];
    expect(forward).toMatchObject({ status: 'ok', mode: 'forward', code: 0 });
    expect(forward.passes[0]).toMatchObject({ backward: false, root: run.passes[0]!.root });
    expect(links(forward.passes[0]!)).toEqual(links(run.passes[0]!));
    expect(forward.passes[0]!.edges.some(({ grad }) => grad)).toBe(false);
    expect(forward.passes[0]!.nodes.every(({ grad }) => grad === null)).toBe(true);
    expect(forward.passes[0]!.nodes.map(({ value }) => 'data' in value)).toEqual(run.passes[0]!.nodes.map(({ value }) => value.numel <= 4));
    expect(forward.output.join('\n')).toBe(FIRST_OUTPUT.slice(0, FIRST_OUTPUT.lastIndexOf('\ntensor(')));
  });
});

describe('a program of several files', () => {
  it('is linked from where it lies', async () => {
    cli.write({
      'deep/er/model.tl.ts': `${TORCH}import { twice } from '../lib'; import rate from './rate.json';\nconsole.log(await twice(torch.tensor([rate.value])));`,
      'deep/lib.ts': "import type { Tensor } from 'tensor-lens';\nexport const twice = async (t: Tensor) => t.add(t);",
      'deep/er/rate.json': '{ "value": 0.25 }',
    });
    const { code, stdout } = await cli.run('run', 'deep/er/model.tl.ts', '--json');
    const run = JSON.parse(stdout) as { output: string[]; passes: { nodes: { source: { file: string } }[] }[] };
    expect([code, run.output]).toEqual([0, ['tensor([0.5000])']]);
    expect(run.passes[0]!.nodes.map(({ source }) => source.file)).toEqual(['deep/er/model.tl.ts', 'deep/lib.ts']);
  });
});

describe('each mistake gives one sentence at its place, and status 1', () => {
  it.each<[title: string, model: string, name: string, message: string | RegExp, place: string | null]>([
    ['a syntax error', 'const x = f(1;', 'SyntaxError', 'Unexpected token, expected ",".', '1:14-1:15'],
    [
      'a habit of Python',
      `${TORCH}const y = a @ b;`,
      'SyntaxError',
      "Missing semicolon.\nPython's 'a @ b' is 'a.matmul(b)' here.",
      '2:12-2:12',
    ],
    [
      'a missing import',
      `${TORCH}import { a } from './nope';\na;`,
      'SyntaxError',
      "The file './nope' that is imported here was not found.",
      '2:19-2:27',
    ],
    ['a package', "import fs from 'fs';\nfs;", 'SyntaxError', /^There is no module 'fs' here: /, '1:16-1:20'],
    [
      'an unknown function',
      `${TORCH}const x = torch.nothing(1, 2);`,
      'TypeError',
      'torch.nothing is not a function: look at how its name is written.',
      '2:11-2:30',
    ],
    [
      'an unknown name',
      `${TORCH}const x = torch.ones(n);`,
      'ReferenceError',
      'n is not defined: declare it, import it, or look at how its name is written.',
      '2:22-2:23',
    ],
    [
      'a throw of a non-error',
      'if (true) {\n  throw { code: 3 };\n}',
      'Error',
      'The model threw what is no Error: { code: 3 }',
      '2:3-2:20',
    ],
    [
      'shapes that do not match',
      `${TORCH}const x = torch.ones(2, 3);\nconst z = x.mul(2)\n  .add(torch.ones(4));`,
      'RuntimeError',
      'The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
      '3:11-4:22',
    ],
    [
      'an endless recursion',
      'const f = (n: number): number => f(n + 1) + 1;\nf(0);',
      'RangeError',
      'Functions call each other without an end here, or too deeply; or a call is given far too many arguments.',
      expect.any(String) as string,
    ],
    [
      'a rejection that nobody waits for',
      "const f = async () => {\n  await null;\n  throw new TypeError('late');\n};\nvoid f();",
      'TypeError',
      'late',
      '3:9-3:30',
    ],
    ['a timer that fails', "setTimeout(() => {\n  throw new Error('later');\n}, 1);", 'Error', 'later', '2:9-2:27'],
    [
      'one tensor that is too large',
      `${TORCH}torch.empty(100000, 100000);`,
      'RuntimeError',
      /can't allocate memory: you tried to allocate 40000000000 bytes/,
      '2:1-2:28',
    ],
  ])('%s', async (_, model, name, message, place) => {
    const run = await cli.json(model);
    expect(run).toMatchObject({
      code: 1,
      status: 'error',
      error: { name, message: expect.stringMatching(typeof message === 'string' ? /./ : message) as string },
    });
    if (typeof message === 'string') expect(run.error!.message).toBe(message);
    const { source } = run.error!;
    expect(source && `${source.line}:${source.column}-${source.endLine}:${source.endColumn}`).toEqual(place);
    const sentence = expect.stringContaining(`${name}: ${run.error!.message}`) as string;
    expect(run.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([{ message: sentence, source }]);
    expect(run.diagnostics[run.error!.explanation!]).toMatchObject({ message: sentence });
  });

  it('a file that is not there', async () => {
    const { code, stdout } = await cli.run('run', 'gone.tl.ts', '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { error: { message: "The file 'gone.tl.ts' cannot be read." } }]);
  });

  it('shows what was computed up to it', async () => {
    const run = await cli.json(`${TORCH}const x = torch.ones(2);\nconst y = x.add(1);\ny.add(torch.ones(3));`);
    expect(run.passes[0]!.nodes.map(({ label }) => label)).toEqual(['x', 'y', null, null]);
    expect(run.passes[0]!.nodes.at(-1)).toMatchObject({ kind: 'failed', op: 'add', source: { line: 4, column: 1 } });
  });
});

describe('what does not end is ended, with status 124', () => {
  type Ended = Awaited<ReturnType<typeof cli.json>>;

  const placeOf = ({ error }: Ended) => {
    const { line, column, endLine, endColumn } = error!.source!;
    return `${line}:${column}-${endLine}:${endColumn}`;
  };

  /**
   * Runs a model that does not end. On a busy machine, the limit may have to be longer until the run has `come` to the
   * wanted place.
   */
  async function ended(text: string, come: (run: Ended) => boolean, ...args: string[]): Promise<{ run: Ended; limit: number }> {
    for (const limit of [0.7, 5, 40]) {
      const run = await cli.json(text, '--timeout', String(limit), ...args);
      if (come(run)) return { run, limit };
    }
    throw new Error('The model never came to where its end is looked at.');
  }

  it.each([
    ['a loop', 'while (true) {}', ['4:1-4:13']],
    // The run ends at the head of the loop, or in the call.
    ['a loop that catches everything', 'while (true) { try { x.add(1) } catch {} }', ['4:1-4:13', '4:22-4:30']],
    ['a loop that awaits', 'for (;;) await null;', ['4:1-4:9']],
    [
      'a promise that nobody keeps, after a timer',
      'for (const i of [1]) ;\nsetInterval(() => {}, 10);\nawait new Promise(() => {});',
      ['6:7-6:28'],
    ],
  ])('%s', async (_, text, places) => {
    const model = `${TORCH}const x = torch.ones(2);\nconsole.log(x);\n${text}`;
    const { run, limit } = await ended(model, (each) => each.output.length > 0 && places.includes(placeOf(each)));
    const { source } = run.error!;
    expect(run).toMatchObject({ code: 124, status: 'timeout', output: ['tensor([1., 1.])'] });
    expect(run.diagnostics).toEqual([
      { severity: 'error', code: 'timeout', message: `The run was ended after ${limit} s, its time limit.`, source },
    ]);
  });

  it('a training, with the passes that it made', async () => {
    const text = `${TORCH}const w = torch.ones(1, { requires_grad: true });\nfor (;;) w.mul(2).backward();`;
    const { run } = await ended(text, ({ passes }) => passes.length > 2, '--max-values', '1');
    expect(run.code).toBe(124);
    expect(run.passes.length).toBeGreaterThan(2);
    expect(run.pass_count).toBeGreaterThan(run.passes.at(-1)?.index ?? Infinity);
  });

  it('a training, by Ctrl+C, with what it printed and the passes that it made', async () => {
    cli.write({
      'trained.tl.ts': `${TORCH}const w = torch.ones(1, { requires_grad: true });
for (let i = 0; ; i++) {
  w.mul(2).backward();
  if (i === 20) console.log('twenty passes');
}`,
    });
    const { code, stdout, stderr } = await cli.interrupted('trained.tl.ts');
    expect(code).toBe(130);
    expect(stdout).toMatch(/^twenty passes\n/);
    const [, last, all] = /\nPass (\d+) of (\d+), forward/.exec(stdout)!;
    expect(Number(last)).toBeGreaterThan(20);
    expect(last).toBe(all);
    expect(stderr).toMatch(/^The run was ended before the model was done/);
  });
});

describe('what a model can reach', () => {
  it('is JavaScript and tensors, not the machine', async () => {
    const names = 'process require fetch postMessage Worker Buffer navigator eval setImmediate'.split(' ');
    const run = await cli.json(`
console.log(${names
      .filter((n) => n !== 'require')
      .map((name) => `typeof ${name}, typeof globalThis.${name}`)
      .join(', ')});
for (const make of [(() => 1).constructor, (async () => 1).constructor, Function, Object.getPrototypeOf(function* () {}).constructor])
  try { make('return 1')(); console.log('made') } catch (error) { console.log(error) }
console.log((() => 1) instanceof Function, typeof structuredClone);
require('fs');`);
    expect(run.output).toEqual([
      Array(16).fill('undefined').join(' '),
      ...Array<string>(4).fill('Error: Code cannot be made of text in a model file.'),
      'true function',
    ]);
    expect(run.error?.message).toBe("There is no module 'fs' here: use 'import'.");
  });
});

describe('usage', () => {
  it.each([
    [[], 'There is nothing to do.'],
    [['walk', 'x'], "There is no command 'walk'."],
    [['run'], "'run' needs the model file to run."],
    [['run', 'a', 'b'], "'run' takes one file: 'b' is one too many."],
    [['run', 'a', '--passes', 'x'], "'--passes' takes a whole number, not 'x'."],
    [['run', 'a', '--timeout', '-1'], /timeout/],
    [['run', 'a', '--nothing'], /--nothing/],
  ])('%j is wrong, with status 2', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Usage: tensor-lens run FILE');
  });

  it('is shown when asked for', async () => {
    expect(await cli.run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--max-values') as string });
  });

  it('ends after as many passes as asked for', async () => {
    const text = `${TORCH}const w = torch.ones(1, { requires_grad: true });\nfor (;;) w.mul(2).backward();`;
    expect(await cli.json(text, '--passes', '3')).toMatchObject({ code: 0, status: 'ok', pass_count: 3 });
  });

  it('writes the graph as one page that needs nothing else', async () => {
    cli.write({ 'first.tl.ts': FIRST_MODEL });
    expect(await cli.run('run', 'first.tl.ts', '--html', 'out.html')).toMatchObject({ code: 0, stderr: '' });
    const page = fs.readFileSync(path.join(cli.folder, 'out.html'), 'utf8');
    const content = JSON.parse(/<script type="application\/json" id="run">(.*?)<\/script>/s.exec(page)![1]!) as object;
    expect(content).toMatchObject({ run: { losses: [8] }, sources: { 'first.tl.ts': FIRST_MODEL } });
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)=/);
    expect((await cli.run('run', 'first.tl.ts', '--html', 'nowhere/out.html')).stderr).toContain(
      "'nowhere/out.html' could not be written: ",
    );
  });

  it('writes the graph in every format that the panel exports but PNG', async () => {
    cli.write({ 'first.tl.ts': FIRST_MODEL });
    const out = (format: string) => `out.${format}`;
    const options = exportFormats.flatMap((format) => [`--${format}`, out(format)]);
    expect(await cli.run('run', 'first.tl.ts', ...options)).toMatchObject({ code: 0, stderr: '' });
    const read = (format: string) => fs.readFileSync(path.join(cli.folder, out(format)), 'utf8');
    expect(read('svg')).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+" .*<\/svg>\s*$/s);
    expect(read('dot')).toMatch(/^digraph .*-> .*\}\s*$/s);
    expect(read('mermaid')).toMatch(/^flowchart TB\n/);
    expect(JSON.parse(read('model-explorer'))).toMatchObject([{ label: 'first.tl.ts' }]);
    expect(JSON.parse(read('trace'))).toMatchObject({ tensorLens: 1, losses: [8] });
    expect([...exportFormats].sort()).toEqual(
      [...panelExports.map(({ id }) => (id === 'json' ? 'trace' : id))].filter((id) => id !== 'png').sort(),
    );
  });

  it('writes the pass, the theme and the direction that are asked for', async () => {
    cli.write({ 'first.tl.ts': FIRST_MODEL });
    const picture = async (...options: string[]) => {
      expect(await cli.run('run', 'first.tl.ts', '--svg', 'out.svg', ...options)).toMatchObject({ code: 0, stderr: '' });
      return fs.readFileSync(path.join(cli.folder, 'out.svg'), 'utf8');
    };
    const width = (svg: string) => Number(/width="(\d+)"/.exec(svg)![1]);
    const light = await picture('--pass', '1');
    expect(light).toContain(`fill="${defaultTheme('light').background}"`);
    expect(await picture('--theme', 'dark')).toContain(`fill="${defaultTheme('dark').background}"`);
    expect(width(await picture('--direction', 'LR'))).toBeGreaterThan(width(light));
    expect(await cli.run('run', 'first.tl.ts', '--svg', 'out.svg', '--pass', '7')).toMatchObject({
      code: 1,
      stderr: 'There is no pass 7 to write: of 1, these were kept: 1.\n',
    });
    expect((await cli.run('run', 'first.tl.ts', '--theme', 'blue')).stderr).toMatch(/^'--theme' is light or dark, not 'blue'\./);
  });

  it('lists the operations with their formulas and gradients', async () => {
    const { code, stdout } = await cli.run('ops');
    expect(code).toBe(0);
    expect(stdout.match(/^ {4}formula: /gm)!.length).toBeGreaterThan(400);
    expect((await cli.run('ops', 'sigmoid')).stdout).toContain('gradient:  input: g · out · (1 − out)');
    expect(await cli.run('ops', 'nonsense')).toMatchObject({ code: 1, stderr: "No operation has 'nonsense' in its name.\n" });
  });
});
