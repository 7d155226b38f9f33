import { describe, expect, it } from 'vitest';
import { run } from './evaluate.js';

const bindings = async (text: string, library?: object) =>
  (await run(text, library)).reports.filter(({ kind }) => kind === 'b').map(({ site, text: at, value }) => [site.name, at, value]);
const calls = async (text: string) =>
  (await run(text)).reports.filter(({ kind }) => kind === 'c').map(({ text: at, value }) => [at, value]);

describe('bindings', () => {
  it.each<[title: string, text: string, expected: unknown[][]]>([
    ['a declaration', 'const f = () => 1; const x: number = f();', [['x', 'x', 1]]],
    ['without what surely is no tensor', 'let a = 1, b = [2], c = () => 3, d; const e = a;', [['e', 'e', 1]]],
    [
      'an assignment',
      'let x, y; x = y = (1, 2);',
      [
        ['y', 'y', 2],
        ['x', 'x', 2],
      ],
    ],
    [
      'a logical assignment',
      'const one = Number("1"); let x: number | undefined; x ??= one;',
      [
        ['one', 'one', 1],
        ['x', 'x', 1],
      ],
    ],
    [
      'a destructured list',
      'const f = () => [1, [2, 3], 4]; const [a, [b = 5], ...c] = f()',
      [
        ['a', 'a', 1],
        ['b', 'b', 2],
      ],
    ],
    [
      'a destructured object',
      'const o = { a: 1, n: {}, z: 2 }; const { a, n: { m = 3 }, ...z } = o',
      [
        ['a', 'a', 1],
        ['m', 'm', 3],
      ],
    ],
    [
      'a destructuring assignment',
      'let a = 1, b = 2;\n[a, b] = [b, a];',
      [
        ['a', 'a', 2],
        ['b', 'b', 1],
      ],
    ],
    ['a destructuring assignment of an object', 'let a; const o = { get k() { return 7 } };({ k: a } = o)', [['a', 'a', 7]]],
    [
      'an exported pattern',
      'const o = { p: 1, q: 2 }; export const { p, q } = o;',
      [
        ['p', 'p', 1],
        ['q', 'q', 2],
      ],
    ],
    [
      'a loop variable',
      'for (const x of [1, 2]) x;',
      [
        ['x', 'x', 1],
        ['x', 'x', 2],
      ],
    ],
    [
      'a destructuring loop',
      'for (const [i, x] of [[1, 2]]) { i }',
      [
        ['i', 'i', 1],
        ['x', 'x', 2],
      ],
    ],
    ['a loop over a declared name', 'let x; for (x of [3]) ;', [['x', 'x', 3]]],
  ])('reports %s', async (_, text, expected) => expect(await bindings(text)).toEqual(expected));

  it('reports parameters, with defaults and patterns, of every kind of function', async () => {
    const text = `
function s(v: number) { 'use strict'; return v }
function f(this: unknown, a: number, { b = 2 }: { b?: number } = {}, ...rest: number[]) { return a + b }
const g = (a: number) => ({ a });
class C { constructor(private readonly w: number) {} m([x]: number[]): number { return x } set s(v: number) { v } static k(k: number) {} }
s(0); f(1); g(3); const c = new C(4); c.m([5]); c.s = 6; C.k(7);
({ o(p: number) {} }).o(8);`;
    const found = await bindings(text);
    expect(found.filter(([name]) => name !== 'c').map(([name, , value]) => `${name as string}=${value as number}`)).toEqual(
      'v=0 a=1 b=2 a=3 w=4 x=5 v=6 k=7 p=8'.split(' '),
    );
  });

  it('reports class fields and members that are assigned, by their name', async () => {
    const text = `
const one = () => 1;
class C { a = one(); #b = one(); 'c' = one(); static d = one(); e?: number; declare f: number; [one()] = one(); set() { this.e = one(); this.#b = one() } }
const state = { h: 0, l: [0] }; new C().set(); state.h = one(); state.l[0] = one();`;
    expect((await bindings(text)).map(([name, at]) => [name, at])).toEqual([
      ['d', 'd'],
      ['a', 'a'],
      ['#b', '#b'],
      ['c', "'c'"],
      ['e', 'this.e'],
      ['#b', 'this.#b'],
      ['state.h', 'state.h'],
    ]);
  });

  it('leaves the names of functions and classes', async () => {
    const { exports } = await run(
      'const f = () => 1; class K { g = function () {} } const C = class {}; export const names = [f.name, new K().g.name, C.name];',
    );
    expect(exports['names']).toEqual(['f', 'g', 'C']);
  });
});

describe('calls', () => {
  it.each<[title: string, text: string, expected: unknown[][]]>([
    [
      'inner before outer',
      'const f = (x = 0) => x + 1; f(f());',
      [
        ['f()', 1],
        ['f(f())', 2],
      ],
    ],
    ['methods, keeping this', 'const o = { n: 2, f() { return this.n } }; o.f()', [['o.f()', 2]]],
    [
      'chains',
      'const o = { n: 0, up() { this.n++; return this } }; o.up()\n  .up().n',
      [
        ['o.up()', expect.anything()],
        ['o.up()\n  .up()', expect.anything()],
      ],
    ],
    [
      'spread',
      'const f = (...x: number[]) => x.length, g = () => [1, 2]; f(...g(), ...g())',
      [
        ['g()', [1, 2]],
        ['g()', [1, 2]],
        ['f(...g(), ...g())', 4],
      ],
    ],
    ['tagged templates', 'const t = (s: TemplateStringsArray, x: number) => x; t`a${1}b`', [['t`a${1}b`', 1]]],
    [
      'with type arguments',
      'const f = <T,>(x: T) => x; f<number>(3) as number; f<string>("s")!',
      [
        ['f<number>(3)', 3],
        ['f<string>("s")', 's'],
      ],
    ],
    [
      'of what a call returned',
      'const f = () => () => 5; f()()',
      [
        ['f()', expect.any(Function)],
        ['f()()', 5],
      ],
    ],
  ])('are tagged: %s', async (_, text, expected) => expect(await calls(text)).toEqual(expected));

  it('tags constructors, also within the callee of another', async () => {
    const text = `class A { B = class { c = 1 } } const k = { A };
const f = () => A; new A; new k.A(); new (f())(); new new A().B(); new new k.A().B; new A().B;`;
    expect((await calls(text)).map(([at]) => at)).toEqual([
      'new A',
      'new k.A()',
      'f()',
      'new (f())()',
      'new new A().B()',
      'new new k.A().B',
      'new A()',
    ]);
  });

  it('keeps the short circuit of optional chains', async () => {
    const text = `const o = { f: (x?: number) => ({ g: () => x }) }; let u: typeof o | undefined;
const a = [o?.f(1).g(), u?.f(2).g(), u?.f(3)!.g(), o.f(4)?.g(), o?.f(5)!];`;
    expect((await calls(text)).map(([at]) => at)).toEqual([
      'o?.f(1).g()',
      'u?.f(2).g()',
      'u?.f(3)!.g()',
      'o.f(4)',
      'o.f(4)?.g()',
      'o?.f(5)',
    ]);
  });

  it('keeps await, yield and super in arguments, and tags what was awaited', async () => {
    const text = `
const later = async (x: number) => { await null; return x };
const id = (x: unknown) => x;
class A { m() { return 1 } } class B extends A { constructor() { super(); id(super.m()) } m() { return 2 } }
function* g() { id(yield 3); }
id(await later(4)); new B(); [...g()];
for await (const x of [later(5)]) id(x);`;
    expect((await calls(text)).map(([at, value]) => (typeof value === 'number' ? `${at as string} -> ${value}` : at))).toEqual([
      'later(4)',
      'await later(4) -> 4',
      'id(await later(4)) -> 4',
      'super.m() -> 1',
      'id(super.m()) -> 1',
      'new B()',
      'g()',
      'id(yield 3)',
      'later(5)',
      'id(x) -> 5',
    ]);
  });
});

describe('throws and loops', () => {
  it('reports what is thrown, with its place', async () => {
    const { reports } = await run('try { throw "a" } catch { try { throw (1, { b: 2 }); } catch {} }\ntry { throw 1, 2 } catch {}');
    expect(reports.map(({ kind, text, value }) => [kind, text, value])).toEqual([
      ['t', 'throw "a"', 'a'],
      ['t', 'throw (1, { b: 2 })', { b: 2 }],
      ['t', 'throw 1, 2', 2],
    ]);
  });

  it('reports each turn of each kind of loop, with its head', async () => {
    const text = `let n = 0;
outer: for (let i = 0; i < 2; i++) { continue outer }
for (const k in { a: 1 }) n++
while (n < 3) n++;
do n++
while (n < 5)
for (; n < 6; n++);
if (n) for (const x of [1]) n++; else n--;`;
    expect((await run(text)).reports.filter(({ kind }) => kind === 'l').map(({ text: at }) => at)).toEqual([
      'for (let i = 0; i < 2; i++)',
      'for (let i = 0; i < 2; i++)',
      'for (const k in { a: 1 })',
      'while (n < 3)',
      'while (n < 3)',
      'do',
      'do',
      'for (; n < 6; n++)',
      'for (const x of [1])',
    ]);
  });
});
