/** The first NaN or infinity of a run, at the forward expression that made it. */
import type { Diagnostic, Run, Summary, TraceNode } from '../../protocol/trace.js';
import { type Check, nameOf, PassGraph } from './check.js';

/** Operations that put infinity where it is asked for: masks. */
const MASKING = /^(masked_fill|where|fill|full|full_like|index_put|scatter|masked_scatter|triu|tril|cat|stack)_?$/;

const isBroken = ({ nan, inf }: Summary): boolean => nan + inf > 0;

export const brokenNumbers: Check = {
  code: 'first-nan',
  find(run: Run) {
    for (const pass of run.passes) {
      const graph = new PassGraph(pass);
      const culprit = pass.nodes.find((node) => isCulprit(graph, node));
      if (culprit) return [diagnosticOf(run, graph, culprit)];
    }
    return [];
  },
};

function isCulprit(graph: PassGraph, node: TraceNode): boolean {
  const { value, kind, op } = node;
  if (!isBroken(value) || !node.source) return false;
  const inputs = graph.inputs(node);
  if (inputs.some((input) => input.value.nan > 0)) return false;
  if (value.nan > 0) return kind === 'op';
  return kind === 'op' && node.in_graph && !MASKING.test(op) && !inputs.some((input) => isBroken(input.value));
}

function diagnosticOf(run: Run, graph: PassGraph, node: TraceNode): Omit<Diagnostic, 'code'> {
  const { nan, inf, numel } = node.value;
  const what = nan > 0 ? `${nan} NaN` : `${inf} infinite`;
  const when = run.pass_count > 1 ? ` in pass ${graph.pass.index + 1}` : '';
  const inputs = graph.inputs(node);
  const sentences = [
    `The first ${nan > 0 ? 'NaN' : 'infinity'} of this run: ${nameOf(node)} made ${what} of ${numel} elements${when}.`,
    reason(node, inputs),
    ...(node.in_graph ? [path(graph, node)] : []),
  ];
  const related = inputs.flatMap((input) =>
    input.source ? [{ message: `${nameOf(input)}: ${spread(input.value)}`, source: input.source }] : [],
  );
  return { severity: 'warning', message: sentences.filter(Boolean).join(' '), source: node.source, related };
}

const spread = ({ min, max }: Summary): string => `from ${short(min)} to ${short(max)}`;

const short = (value: number | null): string => (value === null ? 'nothing finite' : String(Number(value.toPrecision(4))));

/** Why this operation gives no number, where its inputs show it. */
function reason({ op }: TraceNode, inputs: readonly TraceNode[]): string {
  const [first, second] = inputs.map(({ value }) => value);
  const min = first?.min ?? 0;
  if (/^log(2|10)?_?$/.test(op) && min <= 0) return min < 0 ? 'A logarithm of a negative number is NaN.' : 'A logarithm of 0 is -inf.';
  if (/^sqrt_?$/.test(op) && min < 0) return 'A square root of a negative number is NaN.';
  if (/^(div|true_divide|reciprocal)_?$/.test(op) && includesZero(second ?? first)) return 'It divides by 0.';
  if (/^(exp|expm1|exp2|cosh|sinh)_?$/.test(op) && (first?.max ?? 0) > 80)
    return `Its input goes up to ${short(first!.max)}: float32 ends at 3.4e38.`;
  if (first?.inf) return 'Its input is infinite already.';
  return '';
}

const includesZero = (s: Summary | undefined): boolean => !!s && (s.min ?? 1) <= 0 && (s.max ?? -1) >= 0;

const LONGEST_PATH = 6;

function path(graph: PassGraph, node: TraceNode): string {
  const names = graph.pathToRoot(node)?.map(nameOf) ?? [];
  if (names.length < 2) return '';
  const shown = names.length > LONGEST_PATH ? [...names.slice(0, LONGEST_PATH - 2), '…', ...names.slice(-1)] : names;
  return `It went on to ${shown.slice(1).join(' → ')}.`;
}
