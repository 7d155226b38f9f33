import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCli } from '../cli/runCli.js';
import { runModel } from '../trace/checks/runModel.js';

/**
 * Programs as people write them for PyTorch, each a pair: NAME.py, of which real PyTorch printed NAME.txt, and NAME.tl.ts, which
 * says the same in a model file. They print the same, nothing is said against them, and their types are right. What they print
 * must not hang on a fused multiply-add in a large product: the Node.js of the tests has none in WebAssembly.
 */
const folder = import.meta.dirname;
const names = fs.readdirSync(folder).flatMap((file) => /^(.*)\.tl\.ts$/.exec(file)?.[1] ?? []);
const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');

describe('programs print what PyTorch prints', () => {
  it.each(names)('%s', async (name) => {
    const { told, error, output } = await runModel({ 'm.tl.ts': read(`${name}.tl.ts`) });
    expect(error).toBeNull();
    expect(output.join('\n').trim()).toBe(read(`${name}.txt`).trim());
    expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describe('the types of programs', () => {
  const cli = makeCli();
  afterAll(() => cli.dispose());

  it('are right', async () => {
    expect(names.length).toBeGreaterThanOrEqual(80);
    const files = names.map((name) => path.join(folder, `${name}.tl.ts`));
    expect(await cli.run('check', ...files)).toEqual({ code: 0, stdout: '', stderr: '' });
  }, 120_000);
});
