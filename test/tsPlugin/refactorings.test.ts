/** After any change that TypeScript offers in a file with operators, the text can still be parsed. */
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Server } from './server.js';

const file = '/models/refactored.tl.ts';
const text = `import * as torch from 'tensor-lens';
import { nn } from 'tensor-lens';
const w = torch.ones(3, { requires_grad: true }), x = torch.ones(3), b = torch.ones(3), n = 2;
const y = w * x + b;
const plain = torch.zeros(3);
function only(t: torch.Tensor) { return t.relu(); }
console.log(plain.sum(), only(y));
const f = (v: torch.Tensor) => v * 2;
const h = function (v: torch.Tensor) { return -v; };
function k(p: torch.Tensor, q: torch.Tensor) {
  const s = p / q / 2;
  s[0, 1] += 2;
  w -= 0.1 * s;
  return s[p > 0];
}
k(w * x, x[w > 0]);
const said = 'y = ' + y + ' n = ' + (n * 3);
class Net extends nn.Module {
  scale = w * 2;
  override forward(v: torch.Tensor) { const z = v.relu(); return z > 0 ? z : missing(w * 2); }
}
const later = () => { return Promise.resolve(x).then((v) => v * 2).then((u) => u + 1); };
let total = torch.zeros(3); total += y;
`;

interface Place {
  line: number;
  offset: number;
}
interface Change {
  start: Place;
  end: Place;
  newText: string;
}
type Edits = { fileName: string; textChanges: Change[] }[];

const server = new Server();
beforeAll(() => {
  server.send('compilerOptionsForInferredProjects', { options: { strict: true, target: 'es2022', module: 'esnext' } });
  server.send('configure', { preferences: { allowTextChangesInNewFiles: true } });
  server.send('open', { file, fileContent: text, scriptKindName: 'TS' });
});
afterAll(() => server.end());

const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const starts = source.getLineStarts();
const offsetOf = ({ line, offset }: Place): number => starts[line - 1]! + offset - 1;
const placeOf = (offset: number): Place => {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, offset: character + 1 };
};

/** Tells what is wrong with the text after the changes. Null when nothing is wrong. */
function wrongAfter(edits: Edits): string | null {
  for (const { fileName, textChanges } of edits) {
    const before = fileName === file ? text : '';
    const after = textChanges.reduceRight((all, { start, end, newText }) => {
      const [from, to] = before === '' ? [0, 0] : [offsetOf(start), offsetOf(end)];
      return all.slice(0, from) + newText + all.slice(to);
    }, before);
    const parsed = ts.createSourceFile('after.ts', after, ts.ScriptTarget.Latest) as unknown as { parseDiagnostics: unknown[] };
    // A sum that was wrongly printed as a call looks like a sign before a list.
    const printed = parsed.parseDiagnostics.length > 0 ? after : /[-+~/]\((\w+|[^()]*\([^()]*\)), .*/.exec(after)?.[0];
    if (printed !== undefined && !text.includes(printed)) return printed;
  }
  return null;
}

it('refactorings', async () => {
  const ranges = new Map<string, [number, number]>();
  const visit = (node: ts.Node): void => {
    const start = node.getStart(source);
    const isWord = ts.isIdentifier(node) || ts.isLiteralExpression(node);
    for (const end of isWord ? [start] : [start, node.end]) ranges.set(`${start} ${end}`, [start, end]);
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);

  const times = new Map<string, number>();
  const wrong: string[] = [];
  for (const [from, to] of ranges.values()) {
    const [start, end] = [placeOf(from), placeOf(to)];
    const range = { file, startLine: start.line, startOffset: start.offset, endLine: end.line, endOffset: end.offset };
    const offered = (await server.ask('getApplicableRefactors', { ...range, triggerReason: 'invoked' })) as {
      name: string;
      actions: { name: string }[];
    }[];
    for (const { name, actions } of offered)
      for (const action of actions) {
        const time = (times.get(name) ?? 0) + 1;
        times.set(name, time);
        if (time > 8) continue;
        const body = (await server.ask('getEditsForRefactor', { ...range, refactor: name, action: action.name })) as
          { edits?: Edits } | undefined;
        const found = wrongAfter(body?.edits ?? []);
        if (found !== null) wrong.push(`${action.name} of ${text.slice(from, to)}: ${found}`);
      }
  }
  expect(wrong).toEqual([]);
  // At places without operators, these refactorings are offered.
  expect([...times.keys()]).toEqual(
    expect.arrayContaining(['Extract Symbol', 'Inline variable', 'Move to a new file', 'Tensor operators']),
  );
}, 120_000);

it('quick fixes', async () => {
  const found = (await Promise.all(
    ['semanticDiagnosticsSync', 'suggestionDiagnosticsSync'].map((command) => server.ask(command, { file })),
  )) as { start: Place; end: Place; code: number }[][];
  const fixed = new Set<number>();
  for (const { start, end, code } of found.flat()) {
    const range = { file, startLine: start.line, startOffset: start.offset, endLine: end.line, endOffset: end.offset };
    const fixes = (await server.ask('getCodeFixes', { ...range, errorCodes: [code] })) as { changes: Edits; fixId?: string }[];
    for (const { changes, fixId } of fixes) {
      expect(wrongAfter(changes)).toBeNull();
      fixed.add(code);
      if (fixId === undefined) continue;
      const all = (await server.ask('getCombinedCodeFix', { scope: { type: 'file', args: { file } }, fixId })) as { changes: Edits };
      expect(wrongAfter(all.changes)).toBeNull();
    }
  }
  // The fixes are for a name that nothing reads (it can be deleted), and for a missing name.
  expect([...fixed]).toEqual(expect.arrayContaining([6133, 2304]));
}, 120_000);
