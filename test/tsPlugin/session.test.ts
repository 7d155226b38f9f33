/** Tests what an editor shows about operators on tensors, with a real TypeScript server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Server } from './server.js';

const file = '/models/sample.tl.ts';
const text = `import * as torch from 'tensor-lens';
const w = torch.randn(3, { requires_grad: true }), b = torch.zeros(3);
const x = torch.linspace(-2, 2, 3);
const y = w * x + b;
const n = 2 * 3 + x.length;
const half = 1 - y / 2;
const mask = (x > 0) & (x < 1.5);
const negative = -(y ** 2), inverted = ~mask;
const picked = x[mask];
const row = x[0], part = x['1:3'], two = x[0, '1:3'], fancy = x[[0, 2]], added = x[null], at = x[n];
const grads = w.grad;
(w * x).sum();
let h: torch.Tensor | null = null;
for (let i = 0; i < n; i++) { const z: torch.Tensor = h == null ? x : h * w; h = z; }
if (!mask || n < 3 && x > 0) console.log('' + grads);
w -= 0.1 * x;
x[0] = 1; x[mask] = 2; x[0] += 1; x[0, 1] -= 2; x[0]! += 1;
const { p } = { p: torch.ones(2) }; p += 1;
const make = () => ({ k: torch.ones(1), j: 2 }); make().k += 1; make().j += 1;
let total: torch.Tensor | number = 0; total += y.sum();
const text = 'y = ' + y + n;
const same = x == 2, nothing = x == null;
const numbers = [1, 2, 3].map((v, i) => v * i + 1);
const record: Record<string, number> = { a: 1 };
for (const k in record) record[k] += record[k] * 2;
const kind = (v: string | torch.Tensor) => (typeof v == 'string' ? v.length : v * 2);
const loose: any = 1, alike = 1 == loose;
const net = new torch.nn.Sequential(new torch.nn.Linear(2, 1)), first = net[0];
const e1 = w * 'a';
const e2 = w.grad * 2;
const e3 = 'a' - 1;
const e4 = w + [1];
const e5: number = w * 2;
const held = torch.ones(2); const shadows = (held: number) => held + 1; held -= 1; (held) *= 2;
const c = 1; c += 1;
const d = 2; { let d = 3; d += 1; } d += 1;
x[{}];
const e8 = qqq * w;
(w * x).nothing;
`;

const server = new Server();
beforeAll(() => {
  // The options that an editor sends for files without a project. Before TypeScript 6, strict checks are off by
  // default.
  server.send('compilerOptionsForInferredProjects', {
    options: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
  });
  server.send('open', { file, fileContent: text, scriptKindName: 'TS' });
});
afterAll(() => server.end());

function place(needle: string, add = 0): { file: string; line: number; offset: number } {
  const before = text.slice(0, text.indexOf(needle) + add).split('\n');
  return { file, line: before.length, offset: before.at(-1)!.length + 1 };
}

const hover = async (needle: string, add = 0): Promise<string> =>
  String((await server.ask('quickinfo', place(needle, add))).displayString).replace(/\s+/g, ' ');

describe('a model file with operators', () => {
  it.each([
    ['y = w', 'const y: torch.Tensor'],
    ['n = 2', 'const n: number'],
    ['half =', 'const half: torch.Tensor'],
    ['mask =', 'const mask: torch.Tensor'],
    ['negative', 'const negative: torch.Tensor'],
    ['inverted', 'const inverted: torch.Tensor'],
    ['picked', 'const picked: torch.Tensor'],
    ['row =', 'const row: torch.Tensor'],
    ['part =', 'const part: torch.Tensor'],
    ['two =', 'const two: torch.Tensor'],
    ['fancy =', 'const fancy: torch.Tensor'],
    ['added =', 'const added: torch.Tensor'],
    ['at = x[n', 'const at: torch.Tensor'],
    ['text =', 'const text: string'],
    ['same =', 'const same: torch.Tensor'],
    ['nothing =', 'const nothing: boolean'],
    ['numbers =', 'const numbers: number[]'],
    ['kind =', 'const kind: (v: string | torch.Tensor) => number | torch.Tensor'],
    ['alike =', 'const alike: any'],
    ['e1 =', 'const e1: torch.Tensor'],
  ])('hover on %s', async (needle, expected) => {
    expect((await hover(needle)).replaceAll('torch.Tensor', 'Tensor')).toBe(expected.replaceAll('torch.Tensor', 'Tensor'));
  });

  it('on a sign the operator is explained', async () => {
    expect((await server.ask('quickinfo', place('w * x + b', 2))).documentation).toContain('Product');
  });

  it('completion after a product is that of a tensor, and no name of an operator is offered', async () => {
    const names = async (at: object) => ((await server.ask('completionInfo', at)).entries as { name: string }[]).map(({ name }) => name);
    const members = await names(place('(w * x).sum', 8));
    expect(members).toEqual(expect.arrayContaining(['add', 'backward', 'sum', 'grad']));
    expect(members).not.toContain('toFixed');
    expect((await names(place('console.log', 0))).filter((name) => /^[^\p{ID_Start}$_]|^\$/u.test(name))).toEqual([]);
  });

  it('rename, definition and references know every use', async () => {
    const { locs } = await server.ask('rename', { ...place('w = torch'), findInComments: false, findInStrings: false });
    expect(locs[0].locs).toHaveLength([...text.matchAll(/(?<![.\w])w\b/g)].length);
    expect(await server.ask('definition', place('w * x + b', 8))).toMatchObject([{ start: { line: 2 } }]);
    const { refs } = await server.ask('references', place('mask ='));
    expect(refs).toHaveLength([...text.matchAll(/\bmask\b/g)].length);
  });

  it('errors stand on operators and are worded as theirs; nothing else is one', async () => {
    const found = (await server.ask('semanticDiagnosticsSync', { file })) as {
      start: { line: number; offset: number };
      code: number;
      text: string;
    }[];
    const lines = text.split('\n');
    expect(found.map(({ start, code }) => [lines[start.line - 1]!.slice(start.offset - 1, start.offset + 11).trim(), code])).toEqual([
      ["w * 'a';", 2365],
      ['w.grad * 2;', 18047],
      ["'a' - 1;", 2362],
      ['w + [1];', 2365],
      ['e5: number =', 2322],
      ['c += 1;', 2588],
      ['d += 1;', 2588],
      ['{}];', 2538],
      ['qqq * w;', 2304],
      ['nothing;', 2339],
    ]);
    expect(found[0]!.text).toBe(`Operator '*' cannot be applied to types 'Tensor' and '"a"'.`);
    expect(await server.ask('syntacticDiagnosticsSync', { file })).toEqual([]);
  });

  it('the rest of what an editor asks is answered', async () => {
    expect((await server.ask('navtree', { file })).childItems.length).toBeGreaterThan(20);
    expect(Array.isArray(await server.ask('getOutliningSpans', { file }))).toBe(true);
    const [selection] = (await server.ask('selectionRange', { file, locations: [place('w * x + b', 4)] })) as {
      textSpan: { start: { offset: number }; end: { offset: number } };
      parent?: object;
    }[];
    expect(selection!.textSpan).toMatchObject({ start: { offset: 15 }, end: { offset: 16 } });
    expect(await server.ask('provideInlayHints', { file, start: 0, length: text.length })).toEqual(expect.any(Array));
    const { spans } = await server.ask('encodedSemanticClassifications-full', { file, start: 0, length: text.length, format: '2020' });
    expect(spans.length).toBeGreaterThan(0);
    expect((await server.ask('documentHighlights', { ...place('b;'), filesToSearch: [file] }))[0].highlightSpans).toHaveLength(2);
    const { line, offset } = place('w * x + b');
    const refactorings = await server.ask('getApplicableRefactors', {
      file,
      startLine: line,
      startOffset: offset,
      endLine: line,
      endOffset: offset + 9,
    });
    expect((refactorings as { name: string }[]).filter(({ name }) => /Extract/.test(name))).toEqual([]);
  });

  it('operators are written as methods, and back, by a refactoring', async () => {
    const { line, offset } = place('w * x + b');
    const range = { file, startLine: line, startOffset: offset, endLine: line, endOffset: offset };
    const offered = (await server.ask('getApplicableRefactors', range)) as {
      name: string;
      actions: { name: string; description: string }[];
    }[];
    const ours = offered.find(({ name }) => name === 'Tensor operators')!;
    expect(ours.actions).toMatchObject([{ name: 'methods', description: 'Write tensors with methods' }]);
    const { edits } = await server.ask('getEditsForRefactor', { ...range, refactor: ours.name, action: 'methods' });
    expect(edits[0].textChanges).toMatchObject([{ newText: 'w.mul(x).add(b)' }]);
  });

  it('goes on while the file is edited', async () => {
    const at = place('x[0] = 1');
    server.send('change', { file, line: at.line, offset: 1, endLine: at.line, endOffset: 1, insertString: 'const more = (w * ).sum();\n' });
    expect((await server.ask('syntacticDiagnosticsSync', { file })).length).toBeGreaterThan(0);
    server.send('change', { file, line: at.line, offset: 19, endLine: at.line, endOffset: 19, insertString: 'x' });
    expect(await server.ask('syntacticDiagnosticsSync', { file })).toEqual([]);
    expect((await server.ask('quickinfo', { file, line: at.line, offset: 8 })).displayString).toMatch(/const more: (torch\.)?Tensor/);
  });
});
