import { describe, expect, it } from 'vitest';
import { locate } from '../../src/language/locate.js';
import { evaluate, linkFiles, textAt, type Files } from './evaluate.js';

/** The text at the place of a program's error. */
async function failing(files: Files, library: object = {}) {
  const linked = await linkFiles(files);
  const error: unknown = await evaluate(linked, files, library).then(
    () => 'no error',
    (e: unknown) => e,
  );
  const range = locate(linked, (error as Error).stack ?? '');
  return range && textAt(files, { range: [range.file, range.line, range.column, range.endLine, range.endColumn] });
}

const library = {
  tensor: () => ({
    add: () => {
      throw new RangeError('shapes');
    },
    ok: () => library.tensor(),
  }),
  fail: () => {
    throw new RangeError('failed');
  },
  within: (f: () => void) => f(),
};

describe('locate', () => {
  it.each([
    ["import * as torch from 'tensor-lens';\nconst y = torch.fail(1,\n 2);", 'torch.fail(1,\n 2)'],
    ["import { fail } from 'tensor-lens'; const x = [fail(1)];", 'fail(1)'],
    ["import { tensor } from 'tensor-lens'; const x = tensor(); const z = x.ok().add(1).ok();", 'x.ok().add(1)'],
    ["import { within, fail } from 'tensor-lens';\nwithin(() => {\n  const q: number = fail(3);\n});", 'fail(3)'],
    ['const f = (x: number) => x;\nf(undefinedName);', 'undefinedName'],
    ['const o: any = {};\nconst f = (x: number) => x; f(o.a.b);', 'o.a.b'],
    ['const o: any = {}; o.a.b = 3', 'o.a.b = 3'],
    ['const o: any = {}; o.nothing(1);', 'o.nothing(1)'],
    ['const o: any = {}; new o.Nothing(1);', 'new o.Nothing(1)'],
    ['let u: any; const [a] = u;', 'u'],
    ['if (true) {\n  throw new Error("no");\n}', 'new Error("no")'],
    ['class A { #p = 1; f(o: any) { return o.#p } } new A().f({});', 'o.#p'],
    ['const f = async () => { await null; await (null as any).x(); }; await f();', '(null as any).x()'],
    ['class A { constructor(readonly x: number) { null!.y } }\ntype T = number;\nnew A(1);', 'null!.y'],
    ['let z = (0 as any)`a`;', '(0 as any)`a`'],
  ])('finds what failed in %s', async (text, expected) => expect(await failing({ 'my model.tl.ts': text }, library)).toBe(expected));

  it('finds it in the module that it failed in, on its first line too', async () => {
    const files = {
      'm.tl.ts': "import { f } from './lib/a b';\nconst one = f(2);",
      'lib/a b.ts': 'const g = (x: number) => x; export function f(x: any) { return g(x.y.z); }',
    };
    expect(await failing(files)).toBe('x.y.z');
  });

  it('finds it in a file with brackets in its name', async () => {
    expect(await failing({ 'model (2).tl.ts': 'let z: any;\nz.y.x;' })).toBe('z.y');
  });

  it.each([
    'model-file:0/'.repeat(200_000),
    '    at f (model-file:0/m.tl.ts:1:99999)\n'.repeat(5_000),
    `model-file:0/${':1'.repeat(100_000)}x`,
  ])('takes no time for a stack that the model wrote', async (stack) => {
    const linked = await linkFiles({ 'm.tl.ts': 'f(1);\n'.repeat(500) });
    const began = process.cpuUsage();
    const place = locate(linked, stack);
    const { user, system } = process.cpuUsage(began);
    // Some place of the file, at most: V8 writes no such stack. In time of the processor, which a busy machine does not lengthen.
    expect([undefined, 'm.tl.ts']).toContain(place?.file);
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  it('knows nothing of errors from elsewhere', async () => {
    const linked = await linkFiles({ 'm.tl.ts': '1' });
    expect(locate(linked, new Error('elsewhere').stack!)).toBeNull();
    expect(locate(linked, 'model-file:7/m.tl.ts:1:1')).toBeNull();
  });
});
