import { diffArrays } from 'diff';
import { cone, PassGraph } from '../../graph/passGraph.js';
import type { Parting } from '../../graph/parting.js';
import type { Range, Run, TraceNode } from '../../protocol/trace.js';

interface Hunk {
  /**
   * The lines that differ, counted from 1; `end` is not one of them. Empty where only the other text has such lines.
   */
  a: [first: number, end: number];
  b: [first: number, end: number];
}

/** The part of a line that is compared: without comments and spaces. */
const essence = (line: string): string => line.replace(/(^|\s)\/\/.*$/, '').replaceAll(/\s+/g, '');

/** Returns the places where two texts differ. */
export function hunksOf(a: string, b: string): Hunk[] {
  const numbered = (text: string) =>
    text.split('\n').flatMap((line, i) => (essence(line) === '' ? [] : [{ text: essence(line), line: i + 1 }]));
  const [x, y] = [numbered(a), numbered(b)];
  const textsOf = (lines: { text: string }[]) => lines.map(({ text }) => text);
  const lineOf = (list: { line: number }[], i: number) => list[i]?.line ?? (list.at(-1)?.line ?? 0) + 1;
  const rangeOf = (list: { line: number }[], from: number, to: number): [number, number] =>
    to > from ? [lineOf(list, from), list[to - 1]!.line + 1] : [lineOf(list, from), lineOf(list, from)];
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  let [from, to] = [0, 0];
  const end = () => {
    if (from < i || to < j) hunks.push({ a: rangeOf(x, from, i), b: rangeOf(y, to, j) });
  };
  for (const { added, removed, count } of diffArrays(textsOf(x), textsOf(y))) {
    if (!added && !removed) {
      end();
      [from, to] = [i + count, j + count];
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  end();
  return hunks;
}

/**
 * Returns the changed line that explains where two runs part: the one nearest to the node and its inputs, else the
 * first.
 */
export function causeOf(
  first: Parting,
  runs: { a: Run; b: Run },
  texts: { a: string; b: string },
): { a: Range | null; b: Range | null } | null {
  const hunks = hunksOf(texts.a, texts.b);
  const touched = (side: 'a' | 'b') => linesOf(runs[side], first, side);
  const [inA, inB] = [touched('a'), touched('b')];
  const near = (lines: readonly number[], [from, end]: [number, number]) => lines.findIndex((line) => line >= from && line < end);
  // `linesOf` lists the lines nearest to the node first.
  const ranked = hunks
    .map((hunk) => [near(inA, hunk.a), near(inB, hunk.b)].filter((at) => at >= 0))
    .map((found, i) => ({ hunk: hunks[i]!, at: found.length > 0 ? Math.min(...found) : Infinity }))
    .sort((p, q) => p.at - q.at);
  const [cause] = ranked;
  if (!cause) return null;
  const { hunk } = cause;
  return { a: rangeOf(runs.a.file, texts.a, hunk.a), b: rangeOf(runs.b.file, texts.b, hunk.b) };
}

/** Returns the lines of the node and of all nodes that it depends on. The node's own lines come first. */
function linesOf(run: Run, { pass: number, a, b }: Parting, side: 'a' | 'b'): number[] {
  const node: TraceNode | null = side === 'a' ? a : b;
  const pass = run.passes.find(({ index }) => index === number - 1);
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
