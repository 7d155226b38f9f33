import { cone, PassGraph } from '../../graph/passGraph.js';
import type { Parting } from '../../graph/parting.js';
import type { Range, Run, TraceNode } from '../../protocol/trace.js';

interface Hunk {
  /** Lines that differ, from 1, the end exclusive; empty where only the other text has some. */
  a: [first: number, end: number];
  b: [first: number, end: number];
}

/** What counts of a line: comments and spaces make no difference. */
const essence = (line: string): string => line.replace(/(^|\s)\/\/.*$/, '').replaceAll(/\s+/g, '');

/** Where two texts differ, by their longest common lines. */
export function hunksOf(a: string, b: string): Hunk[] {
  const numbered = (text: string) =>
    text.split('\n').flatMap((line, i) => (essence(line) === '' ? [] : [{ text: essence(line), line: i + 1 }]));
  const [x, y] = [numbered(a), numbered(b)];
  const common = Array.from({ length: x.length + 1 }, () => new Uint32Array(y.length + 1));
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      common[i]![j] = x[i]!.text === y[j]!.text ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const hunks: Hunk[] = [];
  const lineOf = (list: { line: number }[], i: number) => list[i]?.line ?? (list.at(-1)?.line ?? 0) + 1;
  for (let i = 0, j = 0; i < x.length || j < y.length;) {
    if (i < x.length && j < y.length && x[i]!.text === y[j]!.text) {
      i++;
      j++;
      continue;
    }
    const [from, to] = [i, j];
    while ((i < x.length || j < y.length) && !(i < x.length && j < y.length && x[i]!.text === y[j]!.text))
      if (j >= y.length || (i < x.length && common[i + 1]![j]! >= common[i]![j + 1]!)) i++;
      else j++;
    hunks.push({
      a: [lineOf(x, from), i > from ? x[i - 1]!.line + 1 : lineOf(x, from)],
      b: [lineOf(y, to), j > to ? y[j - 1]!.line + 1 : lineOf(y, to)],
    });
  }
  return hunks;
}

/** The changed line that the node depends on where they part: where it or what it is made of stands, else the first one. */
export function causeOf(
  first: Parting,
  runs: { a: Run; b: Run },
  texts: { a: string; b: string },
): { a: Range | null; b: Range | null } | null {
  const hunks = hunksOf(texts.a, texts.b);
  const touched = (side: 'a' | 'b') => linesOf(runs[side], first, side);
  const [inA, inB] = [touched('a'), touched('b')];
  const near = (lines: readonly number[], [from, end]: [number, number]) => lines.findIndex((line) => line >= from && line < end);
  // The nearest comes first among the lines of a node.
  const ranked = hunks
    .map((hunk) => [near(inA, hunk.a), near(inB, hunk.b)].filter((at) => at >= 0))
    .map((found, i) => ({ hunk: hunks[i]!, at: found.length > 0 ? Math.min(...found) : Infinity }))
    .sort((p, q) => p.at - q.at);
  const [cause] = ranked;
  if (!cause) return null;
  const { hunk } = cause;
  return { a: rangeOf(runs.a.file, texts.a, hunk.a), b: rangeOf(runs.b.file, texts.b, hunk.b) };
}

/** Lines of the node and of all that it depends on, the node's own first. */
function linesOf(run: Run, { pass: number, a, b }: Parting, side: 'a' | 'b'): number[] {
  const node: TraceNode | null = side === 'a' ? a : b;
  const pass = run.passes[number - 1];
  if (!node || !pass) return [];
  const graph = PassGraph.of(pass);
  const own = graph.byId.get(node.id);
  if (own === undefined) return [];
  return [...cone(graph, own, 'up')].flatMap((i) => {
    const { source } = graph.nodes[i]!;
    return source?.file === run.file ? Array.from({ length: source.endLine - source.line + 1 }, (_, k) => source.line + k) : [];
  });
}

function rangeOf(file: string, text: string, [line, end]: [number, number]): Range | null {
  if (end <= line) return null;
  const lines = text.split('\n');
  const column = (lines[line - 1] ?? '').search(/\S|$/) + 1;
  return { file, line, column, endLine: end - 1, endColumn: (lines[end - 2] ?? '').trimEnd().length + 1 };
}
