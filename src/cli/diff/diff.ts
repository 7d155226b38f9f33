/** `tensor-lens diff A B`: where two models part, and which line made it so. */
import { readFile } from 'node:fs/promises';
import { differencesOf, type Differences, type Parting } from '../../graph/parting.js';
import { number } from '../../present/numbers.js';
import { placeText } from '../../present/paths.js';
import type { Range, Run } from '../../protocol/trace.js';
import { EXIT, WrongUsage, type CliCommand } from '../command.js';
import { runFile } from '../runFile.js';
import { readArguments } from '../reading.js';
import { write, writeTo } from '../write.js';
import { causeOf } from './changedLines.js';
import { pageOf } from './page.js';

/** Every pass is compared. */
const ALL = { forward: false, passes: 0, maxValues: 4096, maxPasses: 1_000_000, timeout: 60 };

export interface DiffDocument {
  tensorLens: 1;
  same: boolean;
  a: string;
  b: string;
  first: {
    pass: number;
    what: Parting['what'];
    node: { a: string | null; b: string | null };
    op: string | null;
    entry: number[] | null;
    values: Parting['values'];
    source: { a: Range | null; b: Range | null };
  } | null;
  cause: { a: Range | null; b: Range | null } | null;
  nodes: Differences['nodes'];
}

export const diff: CliCommand = {
  name: 'diff',
  usage: ['diff A.tl.ts B.tl.ts [--json] [--html OUT.html]'],
  help: `diff runs two models and compares every number of every pass: exit status 0 when they are the same, 1 when they part. It says
where they part first, and which changed line that depends on. Names, comments and places in the source make no difference.

  --html OUT.html    the same as a page`,
  async run(args) {
    const { values, files } = read(args);
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => null)));
    const missing = files.find((_, i) => texts[i] === null);
    if (missing !== undefined) throw new WrongUsage(`There is no file '${missing}'.`);
    const [a, b] = [await runFile({ ...ALL, file: files[0] }, () => {}), await runFile({ ...ALL, file: files[1] }, () => {})];
    const found = documentOf(a, b, { a: texts[0]!, b: texts[1]! });
    if (values.html !== undefined) await writeTo(values.html, pageOf(found, { a: texts[0]!, b: texts[1]! }, sentenceOf(found)));
    await write(values.json ? `${JSON.stringify(found)}\n` : `${sentenceOf(found)}\n`);
    return found.same ? EXIT.ok : EXIT.error;
  },
};

function read(args: string[]): { values: { json: boolean; html?: string | undefined }; files: [string, string] } {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false }, html: { type: 'string' } });
  const [a, b, ...rest] = positionals;
  if (a === undefined || b === undefined || rest.length > 0) throw new WrongUsage("'diff' takes two model files.");
  return { values, files: [a, b] };
}

export function documentOf(a: Run, b: Run, texts: { a: string; b: string }): DiffDocument {
  const { first, nodes } = differencesOf(a, b);
  return {
    tensorLens: 1,
    same: first === null,
    a: a.file,
    b: b.file,
    first: first && {
      pass: first.pass,
      what: first.what,
      node: { a: first.a?.id ?? null, b: first.b?.id ?? null },
      op: first.a?.op ?? first.b?.op ?? null,
      entry: first.entry,
      values: first.values,
      source: { a: first.a?.source ?? a.error?.source ?? null, b: first.b?.source ?? b.error?.source ?? null },
    },
    cause: first && causeOf(first, { a, b }, texts),
    nodes,
  };
}

const at = (range: Range | null): string => (range ? placeText(range) : 'nowhere');

/** What is different, as a person is told it. */
export function sentenceOf({ a, b, first, cause, nodes }: DiffDocument): string {
  if (!first) return `${a} and ${b} compute the same numbers: ${nodes.same} nodes.`;
  const what = {
    value: `the value of ${first.op}`,
    gradient: `the gradient of ${first.op}`,
    shape: `the shape of ${first.op}`,
    graph: `the graph, at ${first.op}`,
    output: 'what they print',
    error: 'the error that they end with',
  }[first.what];
  const entry = first.entry && first.entry.length > 0 ? ` at [${first.entry.join(', ')}]` : '';
  const numbers = first.values.a === null && first.values.b === null ? '' : `: ${number(first.values.a)} and ${number(first.values.b)}`;
  const lines = [
    `They part in pass ${first.pass}, in ${what}${entry}${numbers}.`,
    `  ${a}: ${at(first.source.a)}`,
    `  ${b}: ${at(first.source.b)}`,
    cause && `The changed line: ${at(cause.a)}, ${at(cause.b)}.`,
    `${nodes.same} nodes are the same, ${nodes.parted} differ, ${nodes.only_a} are only in ${a}, ${nodes.only_b} only in ${b}.`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}
