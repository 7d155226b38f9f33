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
  return `Pass ${pass.index + 1} of ${count}, ${kind}${pass.loss === null ? '' : `, ends in ${short(pass.loss)}`}`;
}

const MARKS = { parameter: '*', input: '>', constant: '-', op: '', failed: '!' };

function row(node: TraceNode, pass: Pass, file: string): string[] {
  const { source } = node;
  return [
    node.id === pass.root ? '=' : MARKS[node.kind],
    [node.module, node.label].filter((part) => part).join(' / ') || node.id,
    node.attributes === '' ? node.op : `${node.op}(${node.attributes})`,
    node.kind === 'failed' ? 'failed' : `${node.dtype}[${node.shape.join(', ')}]`,
    node.kind === 'failed' ? '' : values(node.value),
    node.grad ? values(node.grad) : '',
    source ? `${source.file === file ? '' : `${source.file}:`}${source.line}` : '',
  ];
}

/** A few numbers as they are, many by what they have in common. */
function values(summary: Summary): string {
  const odd = [summary.nan > 0 ? `${summary.nan} nan` : '', summary.inf > 0 ? `${summary.inf} inf` : ''].filter((part) => part);
  if (summary.data && summary.data.length <= 4) return summary.data.map((x) => (typeof x === 'number' ? short(x) : x)).join(' ');
  if (summary.min === null || summary.max === null) return odd.join(', ');
  return [`${short(summary.min)} … ${short(summary.max)}`, ...odd].join(', ');
}

const short = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : x.toPrecision(4));
