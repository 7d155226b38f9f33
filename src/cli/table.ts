import { callText } from '../present/names.js';
import { number } from '../present/numbers.js';
import { typeText } from '../present/shapes.js';
import { badText, rangeText } from '../present/summaries.js';
import type { Pass, Run, Summary, TraceNode } from '../protocol/trace.js';

const COLUMNS = ['', 'node', 'op', 'shape', 'value', 'gradient', 'line'];

/** The last pass as a table, one node a line. */
export function showTable(run: Run): string {
  const pass = run.passes.at(-1);
  if (!pass) return '';
  const rows = [COLUMNS, ...pass.nodes.map((node) => row(node, pass, run.file))];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  return [title(pass, run), ...lines].join('\n');
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

/** A few numbers as they are, many by what they have in common. */
function values(summary: Summary): string {
  if (summary.data && summary.data.length <= 4) return summary.data.map((value) => number(value)).join(' ');
  return [rangeText(summary), badText(summary)].filter(Boolean).join(', ');
}
