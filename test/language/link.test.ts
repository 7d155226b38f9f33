import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/language/sourceError.js';
import { evaluate, linkFiles, type Files } from './evaluate.js';

const exportsOf = async (files: Files, library?: object) => (await evaluate(await linkFiles(files), files, library)).exports;

async function mistake(files: Files) {
  const error: unknown = await linkFiles(files).catch((e: unknown) => e);
  if (!(error instanceof SourceError)) throw error;
  const { file, line, column, endColumn } = error.range;
  return [error.message, `${file}:${line}:${column}-${endColumn}`];
}

describe('link', () => {
  it('finds what is imported, with and without an extension, in every kind of file', async () => {
    const files = {
      'src/m.tl.ts': `
import * as torch from 'tensor-lens'; import { ones } from 'tensor-lens';
import { a } from './a'; import b from './b.js'; import c from '../c.json'; import { d } from './d.tl'; import { e } from '../lib';
import { t } from './t.js'; import './side'; import f = require('./f');
export * from './star'; export { a as again } from './a';
export const all = [torch.ones(), ones(), a, b, c.n, d, e, t, f.f, (await import('./dynamic')).default];`,
      'src/a.ts': 'export const a: number = 1;',
      'src/b.js': 'export default 2;',
      'c.json': '{ "n": 3 }',
      'src/d.tl.ts': 'export const d = 4;',
      'lib/index.ts': 'export const e = 5;',
      'src/t.ts': 'export const t = 6;',
      'src/f.ts': 'export const f = 7;',
      'src/side.ts': 'export {};',
      'src/star.ts': 'export const star = "*";',
      'src/dynamic.ts': 'export default 8;',
    };
    const exports = await exportsOf(files, { ones: () => 'ones' });
    expect(exports).toMatchObject({ all: ['ones', 'ones', 1, 2, 3, 4, 5, 6, 7, 8], star: '*', again: 1 });
  });

  it('orders modules as they are evaluated, each once, with a table of sites for all', async () => {
    const files = {
      'm.ts': "import { a } from './a'; import { b } from './b'; export const x = a() + b();",
      'a.ts': "import { b } from './b'; export const a = () => b();",
      'b.ts': 'export const b = () => Number(1);',
    };
    const linked = await linkFiles(files);
    expect(linked.program.modules.map(({ file }) => file)).toEqual(['b.ts', 'a.ts', 'm.ts']);
    const { reports } = await evaluate(linked, files);
    expect(reports.map(({ kind, site, text }) => `${kind} ${site.range[0]} ${text}`)).toEqual([
      'c b.ts Number(1)',
      'c a.ts b()',
      'c m.ts a()',
      'c b.ts Number(1)',
      'c m.ts b()',
      'b m.ts x',
    ]);
  });

  it('lets cycles see what is there by then, and says what is not', async () => {
    const files = {
      'm.ts': "import { seen } from './a'; export const late = 2; export function f() {} export const all = seen();",
      'a.ts': "import * as m from './m'; import { f } from './m'; export const seen = () => [m.late, typeof f];",
    };
    expect((await exportsOf(files))['all']).toEqual([2, 'function']);
    const early = { ...files, 'a.ts': "import { late } from './m'; export const half = late / 2; export const seen = () => half;" };
    await expect(exportsOf(early)).rejects.toThrow("'late' of './m' has no value yet: the two files import each other. Move");
  });

  it('leaves out imports that only types are used of', async () => {
    const files = {
      'm.ts': "import { Options } from './options'; import type { A } from './a'; export type { B } from './b'; const o: Options | A = 1;",
    };
    expect((await linkFiles(files)).program.modules).toHaveLength(1);
  });

  it.each<[string, Files, string, string]>([
    ['a missing file', { 'm.ts': "import { a }\n  from './a'; a" }, "The file './a' that is imported here was not found.", 'm.ts:2:8-13'],
    ['a file above the root', { 'm.ts': "import '../a'" }, "The file '../a' that is imported here was not found.", 'm.ts:1:8-14'],
    [
      'a package',
      { 'm.ts': "export * from './n'", 'n.ts': "import fs from 'node:fs'; fs" },
      "There is no module 'node:fs' here: a model file can import 'tensor-lens' and files by a path that begins with './' or '../'.",
      'n.ts:1:16-25',
    ],
    [
      'a mistake in what is imported',
      { 'm.ts': "import './n'", 'n.ts': '\nlet = 1' },
      "Unexpected reserved word 'let'.",
      expect.any(String) as string,
    ],
    [
      'JSON that is none',
      { 'm.ts': "import n from './n.json'; n", 'n.json': '{\n  "a": 1,\n}' },
      expect.stringMatching(/^This is no valid JSON: /) as string,
      'n.json:3:1-2',
    ],
  ])('says what is wrong with %s', async (_, files, message, at) => expect(await mistake(files)).toEqual([message, at]));

  it('says that the entry is not there', async () => {
    await expect(linkFiles({}, './gone.tl.ts')).rejects.toThrow("The file './gone.tl.ts' cannot be read.");
  });
});

describe('a name that a module does not export', () => {
  const library = { ones: () => 1, nn: Object.freeze({ Linear: 1, functional: Object.freeze({ relu: 1 }) }) };
  const run = async (files: Files) => evaluate(await linkFiles(files), files, library);

  it.each([
    ['torch', "'tensor-lens' has no export named 'torch'. Write: import * as torch from 'tensor-lens'."],
    ['Linear', "'tensor-lens' has no export named 'Linear'. There is nn.Linear: import { nn } from 'tensor-lens'."],
    ['relu', "'tensor-lens' has no export named 'relu'. There is nn.functional.relu: import { nn } from 'tensor-lens'."],
    ['zeroes', "'tensor-lens' has no export named 'zeroes'."],
  ])('is said where it is imported: %s', async (name, message) => {
    const files = { 'm.tl.ts': `import { ones, ${name} } from 'tensor-lens';\nones(${name});` };
    const range = { file: 'm.tl.ts', line: 1, column: 16, endLine: 1, endColumn: 16 + name.length };
    await expect(run(files)).rejects.toMatchObject({ name: 'SyntaxError', message, range });
  });

  it('is said of files of the program too, unless only types are meant or they import each other', async () => {
    const lib = { 'lib.ts': 'export interface P { a: number }\nexport const two = 2;' };
    await expect(run({ 'm.tl.ts': "import { P, two } from './lib';\nconst p: P = { a: two };", ...lib })).resolves.toBeDefined();
    await expect(run({ 'm.tl.ts': "import { tow } from './lib';\nconst a = tow;", ...lib })).rejects.toThrow(
      "'./lib' has no export named 'tow'.",
    );
    const [a, b] = ["import { b } from './b';\nexport const a = () => b;", "import { a } from './a.tl';\nexport const b = () => a;"];
    await expect(run({ 'a.tl.ts': a, 'b.ts': b })).resolves.toBeDefined();
  });
});
