import { gradientText, healthAt, lastRatio, ratioText, silentText } from '../present/health.js';
import { callText } from '../present/names.js';
import { number } from '../present/numbers.js';
import { typeText } from '../present/shapes.js';
import { badText, rangeText } from '../present/summaries.js';
import type { Pass, Run, Summary, TraceNode } from '../protocol/trace.js';

const COLUMNS = ['', 'node', 'op', 'shape', 'value', 'gradient', 'line'];

/** The last pass as a table, with one node in each line. */
export function showTable(run: Run): string {
  const pass = run.passes.at(-1);
  if (!pass) return '';
  return [title(pass, run), ...aligned([COLUMNS, ...pass.nodes.map((node) => row(node, pass, run.file))])].join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  return rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}

/** How training went for each parameter, with one parameter in each line. */
export function showHealth({ health = [], passes }: Run): string {
  if (health.length === 0) return 'No backward() has reached a parameter.';
  const rows = health.map((one) => {
    const [first, last] = [healthAt(one, 0), healthAt(one, Infinity)];
    return [
      one.name,
      `[${one.shape.join(', ')}]`,
      number(first.grad, 3),
      gradientText(last),
      ratioText(lastRatio(one)),
      String(one.source?.line ?? ''),
    ];
  });
  const pass = passes.findLast(({ backward }) => backward);
  const silent = pass && silentText(pass);
  const lines = aligned([['parameter', 'shape', 'gradient at first', 'at last', 'changed by', 'line'], ...rows]);
  return ['Gradient health', ...lines, ...(silent ? [silent] : [])].join('\n');
}

function title(pass: Pass, { pass_count: count }: Run): string {
  const kind = pass.backward ? 'forward and backward' : 'forward';
  return `Pass ${pass.index + 1} of ${count}, ${kind}${pass.loss === null ? '' : `, ends in ${number(pass.loss)}`}`;
}

const MARKS = { parameter: '*', input: '>', constant: '-', op: '', failed: '!' };

function row(node: TraceNode, pass: Pass, file: string): string[] {
  const { source } = node;
  return [
    node.id === pass.root ? '=' : MARKS[node.kind],
    [node.module, node.label].filter((part) => part).join(' / ') || node.id,
    callText(node),
    node.kind === 'failed' ? 'failed' : typeText(node.dtype, node.shape),
    node.kind === 'failed' ? '' : values(node.value),
    node.grad ? values(node.grad) : '',
    source ? `${source.file === file ? '' : `${source.file}:`}${source.line}` : '',
  ];
}

/** A few numbers are written one by one. Many numbers are summarised. */
function values(summary: Summary): string {
  if (summary.data && summary.data.length <= 4) return summary.data.map((value) => number(value)).join(' ');
  return [rangeText(summary), badText(summary)].filter(Boolean).join(', ');
}
