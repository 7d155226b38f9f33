import { describe, expect, it } from 'vitest';
import { compile } from '../../src/language/compile.js';
import { SourceError } from '../../src/language/sourceError.js';
import { run } from './evaluate.js';

function mistake(text: string, file = 'm.tl.ts') {
  try {
    compile(file, text);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { line, column, endLine, endColumn } = error.range;
    return [error.message, `${line}:${column}-${endLine}:${endColumn}`];
  }
  return 'no mistake';
}

describe('TypeScript', () => {
  it('is stripped, and what runs of it runs', async () => {
    const { exports } = await run(`
import type { Z } from './nowhere';
import { type Y } from './nowhere';
enum E { A, B = 5, C = 'c' }
const enum F { A = 1 }
abstract class P { abstract f(): number; constructor(protected readonly w: number, public v = 2) {} }
class Q extends P { declare z: Z; y?: Y; n!: number; override f(this: Q) { return this.w + this.v } constructor() { super(1) } }
function o(a: number): string; function o(a: string): string; function o(a: unknown) { return String(a) }
const s = { k: 1 } satisfies object; const g = <T,>(x: T) => x; const c = <number>s.k; let d = s!.k as number; d! += 1;
function is(x: unknown): asserts x is string {} declare const ambient: number; interface I { a: number } type T = I['a'];
declare module 'x' { const y: number } declare global { var q: number } declare namespace N { const a: 1 }
export const all = [E.A, E[5], E.C, F.A, new Q().f(), Object.keys(new Q()), o(1), g(c), d, is(1)];`);
    expect(exports['all']).toEqual([0, 'B', 'c', 1, 3, ['w', 'v'], '1', 1, 2, undefined]);
  });

  it('has fields in the order in which they are given values', async () => {
    const { exports } = await run(
      'class A { b;\n c!: number; constructor(public a: number) { this.c = 1; this.b = 2 } } class B { b; c = 1; constructor() { this.b = 2 } } export const all = [new A(1), new B()].map(Object.keys);',
    );
    expect(exports['all']).toEqual([
      ['a', 'c', 'b'],
      ['b', 'c'],
    ]);
  });

  it('keeps lines', () => {
    const text = 'interface A {\n a: number\n}\n\nconst x = [\n f(1),\n];\nfor (const y of x)\n  y\n';
    const lines = compile('m.tl.ts', text).code.split('\n');
    expect(lines).toHaveLength(text.split('\n').length);
    expect(lines[5]).toContain('f(1)');
  });

  it('defines class fields, and runs top-level await', async () => {
    const text =
      'class A { set x(v: number) { throw v } } class B extends A { x = 1 as never } export const x = await Promise.resolve(new B().x);';
    expect((await run(text)).exports['x']).toBe(1);
  });

  it('numbers sites from where it is told', () => {
    const { code, sites } = compile('m.js', 'const a = f()', 7);
    expect(code).toContain('__tl.b(7,__tl.c((__tl.s[8]||__tl.m(8),8),f()))');
    expect(sites.map(({ kind, range }) => [kind, ...range])).toEqual([
      ['binding', 'm.js', 1, 7, 1, 8],
      ['call', 'm.js', 1, 11, 1, 14],
    ]);
  });
});

describe('names that compiled code uses itself', () => {
  it('may be names of the model', async () => {
    const { exports, reports } = await run(
      'const exports = f(1), require = (x: number) => x + 1, module = { module: 2 };\n' +
        'function console() { return 5 }\nconst __tl = require(exports);\nfunction f(module: number) { return module }\n' +
        'export const all = [exports, require(3), module.module, console(), __tl];',
    );
    expect(exports['all']).toEqual([1, 4, 2, 5, 2]);
    const names = reports.filter(({ kind }) => kind === 'b').map(({ site }) => site.name);
    expect(names).toContain('exports');
    expect(names).toContain('__tl');
  });

  it('are left to compiled code where the model only says that they are there', async () => {
    const { exports } = await run('declare const require: (path: string) => unknown;\nexport const kind = typeof require;');
    expect(exports['kind']).toBe('function');
  });
});

describe('texts that are nested deeply', () => {
  it.each([
    ['brackets', `const x =\n${'('.repeat(3000)}1${')'.repeat(3000)};`, 2],
    ['calls', `const x =\n${'f('.repeat(3000)}1${')'.repeat(3000)};`, 2],
    ['lists', `const x =\n${'['.repeat(3000)}1${']'.repeat(3000)};`, 2],
    ['a chain', `const x =\nw${'.f()'.repeat(3000)};`, 2],
    ['a sum', `const x =\nw${' + w'.repeat(9000)};`, 2],
    ['branches', `f();\n${'if (a) {\nf();\n} else '.repeat(9000)}f();`, null],
  ])('are refused at a place: %s', (_, text, line) => {
    const [message, at] = mistake(text);
    expect(message).toMatch(/^This is nested too deeply to be read/);
    if (line !== null) expect(at).toMatch(new RegExp(`^${line}:`));
    else expect(Number(at!.split(':', 1)[0])).toBeGreaterThan(100);
  });

  it('run where that is possible', async () => {
    const text = `const f = (x: number) => x + 1;\nexport const all = [${'f('.repeat(100)}1${')'.repeat(100)}${', 1'.repeat(5000)}].length;`;
    expect((await run(text)).exports['all']).toBe(5001);
  });
});

it('the first line of a script is a comment', async () => {
  expect((await run('#!/usr/bin/env node\nexport const a = 1;')).exports['a']).toBe(1);
});

describe('mistakes are sentences with a place', () => {
  it.each([
    ['const x = f(1;', 'Unexpected token, expected ",".', '1:14-1:15'],
    ['const a = 1;\nconst aa = 2; let a = 3', "Identifier 'a' has already been declared.", '2:19-2:20'],
    ['const x = {', 'Unexpected token.', '1:11-1:12'],
    ['\n\n', 'no mistake', ''],
    ['let word = "open\n', 'Unterminated string constant.', '1:12-1:13'],
    ['return 1', "'return' outside of function.", '1:1-1:7'],
    ['class A { @dec x = 1 }', 'Decorators are not supported in model files.', '1:11-1:12'],
    ['@dec class A {}', 'Decorators are not supported in model files.', '1:1-1:2'],
    ['const x = <div></div>;', 'Unexpected token.', expect.any(String)],
    [
      'export namespace N { export const a = 1 }',
      'Namespaces are not supported in model files: use a module (another file) or an object.',
      '1:8-1:17',
    ],
    ['f(1); using x = f()', "'using' is not supported in model files.", '1:7-1:12'],
    ['const r = /[/]/v;', expect.stringMatching(/^Invalid regular expression: /), '1:11-1:17'],
    ['f(import.meta.url)', "'import.meta' is not available in model files.", '1:3-1:14'],
    ['enum E { A = import.meta as never }', "'import.meta' is not available in model files.", '1:14-1:25'],
    [
      'f(1);\nexport const module = 1;',
      "The names exports, require, module, console, __tl cannot be imported or exported, nor stand for a property as in '{ module }'. Choose another one.",
      '2:1-2:7',
    ],
    ['await import(a)', "'import()' needs a path written as a string: the files of a program are put together before it runs.", '1:7-1:16'],
  ])('%s', (text, message, at) => {
    expect(mistake(text)).toEqual(message === 'no mistake' ? message : [message, at]);
  });

  it('also where the parser is content and what strips the types is not', () => {
    expect(mistake('const x = f(1);\nconst y = f(2) ? (a) : b => c;')).toEqual(['Unexpected token, expected ":".', '2:30-2:31']);
    expect(mistake('export as namespace Q;')).toEqual(['Unrecognized export syntax.', '1:1-1:7']);
  });

  it('and types are refused in JavaScript', () => {
    expect(mistake('let a: number', 'm.js')).toEqual(['Missing semicolon.', '1:6-1:7']);
  });
});
