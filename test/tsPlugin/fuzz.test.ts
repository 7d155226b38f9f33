/**
 * Sends whole and half-written model files, and any question of an editor about them, to the TypeScript server. The
 * server never fails. TENSOR_LENS_FUZZ is the number of questions, if it should be more than a few. TENSOR_LENS_SEED
 * selects them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { randomFrom } from '../webview/fixtures/builder.js';
import { Server } from './server.js';

const QUESTIONS = Number(process.env['TENSOR_LENS_FUZZ'] ?? 240);
const next = randomFrom(Number(process.env['TENSOR_LENS_SEED'] ?? 1));
const below = (n: number): number => Math.floor(next() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;

const folder = path.join(root, 'examples');
const PROGRAMS = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.tl.ts'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
const PIECES = [
  ...['(', ')', '[', ']', '{', '}', ';', '\n', ',', '.', '?.', '!', '`', '${', "'", '=', '=>', '...'],
  ...[
    ' + ',
    ' ** ',
    ' -= ',
    ' == ',
    ' < ',
    '~',
    '-',
    '++',
    ' && ',
    ' ? ',
    ' : ',
    ' @ ',
    'x[',
    "x['1:3']",
    'x[0, 1]',
    ' as ',
    ': torch.Tensor',
  ],
  ...[
    'await ',
    'const ',
    'let [a, b] = ',
    'class A { ',
    'if (',
    'for (const x of ',
    'w *= ',
    'delete x[0]',
    'x![0] += 1',
    '(x < 1) < 2',
    'null',
    '/* ',
    '// ',
  ],
];

const HALF: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.slice(0, below(text.length)),
  (text) => text.slice(below(text.length)),
  ...[1, 2, 4].map((times) => (text: string) => {
    for (let i = 0; i < times; i++) {
      const at = below(text.length);
      text = text.slice(0, at) + pick(PIECES) + text.slice(at + below(3));
    }
    return text;
  }),
  (text) => {
    const at = below(text.length);
    return text.slice(0, at) + text.slice(at + below(60));
  },
];

const AT = ['quickinfo', 'completionInfo', 'definition', 'references', 'rename', 'signatureHelp', 'implementation', 'typeDefinition'];
const WHOLE = ['semanticDiagnosticsSync', 'syntacticDiagnosticsSync', 'suggestionDiagnosticsSync', 'navtree', 'getOutliningSpans'];

const server = new Server();
/** TypeScript without the plugin. It also fails at some questions, and these failures are its own. */
const plain = new Server(false);
afterAll(() => {
  server.end();
  plain.end();
});

const failureOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    ({ message }: Error) => (/No content available|You cannot rename|Could not find/.test(message) ? null : message),
  );

it(`answers ${QUESTIONS} questions about files as they are while they are written`, async () => {
  const failures: string[] = [];
  for (let asked = 0, nth = 0; asked < QUESTIONS; nth++) {
    const file = `/models/half${nth}.tl.ts`;
    const text = pick(HALF)(pick(PROGRAMS));
    server.send('open', { file, fileContent: text, scriptKindName: 'TS' });
    const lines = text.split('\n');
    const place = () => {
      const line = below(lines.length);
      return { line: line + 1, offset: below(lines[line]!.length + 1) + 1 };
    };
    const questions: [string, object][] = [];
    for (let i = 0; i < 12; i++) questions.push([pick(AT), { file, ...place() }]);
    for (let i = 0; i < 4; i++) questions.push([pick(WHOLE), { file }]);
    const [from, to] = [place(), place()].sort((a, b) => a.line - b.line || a.offset - b.offset) as [
      ReturnType<typeof place>,
      ReturnType<typeof place>,
    ];
    const range = { file, startLine: from.line, startOffset: from.offset, endLine: to.line, endOffset: to.offset };
    questions.push(
      ['getApplicableRefactors', range],
      ['getEditsForRefactor', { ...range, refactor: 'Tensor operators', action: pick(['operators', 'methods']) }],
      ['selectionRange', { file, locations: [place()] }],
      ['provideInlayHints', { file, start: 0, length: text.length }],
      ['encodedSemanticClassifications-full', { file, start: 0, length: text.length, format: '2020' }],
      ['documentHighlights', { file, ...place(), filesToSearch: [file] }],
      ['format', { file, line: 1, offset: 1, endLine: lines.length, endOffset: 1 }],
      ['getCodeFixes', { ...range, errorCodes: [pick([2304, 2339, 2345, 2365, 2322, 18047])] }],
    );
    for (const [command, args] of questions) {
      asked++;
      const failure = await failureOf(server.ask(command, args));
      if (!failure) continue;
      plain.send('open', { file, fileContent: text, scriptKindName: 'TS' });
      if (!(await failureOf(plain.ask(command, args)))) failures.push(`${nth} ${failure}\n${text}`);
      plain.send('close', { file });
    }
    server.send('close', { file });
  }
  expect(failures).toEqual([]);
}, 900_000);
