/** The first harmful NaN or infinity of a run, at the forward expression that made it. */
import { t } from '../../protocol/l10n.js';
import type { OperationKind } from '../../protocol/operations.js';
import type { Run, Summary, TraceNode } from '../../protocol/trace.js';
import { breakage, short } from './breakage.js';
import { type Check, type Found, nameOf, sentences } from './check.js';
import { OperationGraph } from './operationGraph.js';

/**
 * Kinds of operations that compute no numbers. When they give an infinity, the program asked for it, for example for a
 * mask.
 */
const PUTTING: ReadonlySet<OperationKind['is'] | undefined> = new Set([
  'selection',
  'placement',
  'joining',
  'copy',
  'view',
  'indexing',
  'creation',
]);

export const isBroken = (summary: Summary | null): boolean => summary !== null && summary.nan + summary.inf > 0;

export const brokenNumbers: Check = {
  code: 'first-nan',
  find({ run }) {
    const hasBackward = run.passes.some(({ backward }) => backward);
    for (const pass of run.passes) {
      const graph = OperationGraph.in(run, pass);
      const culprit =
        pass.nodes.find((node) => isCulprit(graph, node) && isHarmful(graph, node, hasBackward)) ??
        pass.nodes.find((node) => isBrokenLeaf(graph, node));
      // A gradient broke the parameter: the check of gradients reports it.
      if (culprit?.kind === 'parameter' && run.passes.some(({ index, nodes }) => index < pass.index && nodes.some((n) => isBroken(n.grad))))
        return [];
      if (culprit) return [culprit.kind === 'op' ? ofOperation(run, graph, culprit) : ofLeaf(run, graph, culprit)];
    }
    return [];
  },
};

function isCulprit(graph: OperationGraph, node: TraceNode): boolean {
  const { value, kind, in_graph } = node;
  if (!isBroken(value) || !node.source) return false;
  if (kind !== 'op') return value.nan > 0 && isBrokenLeaf(graph, node);
  const inputs = graph.inputs(node);
  if (inputs.some((input) => input.value.nan > 0)) return false;
  return value.nan > 0 || (in_graph && !PUTTING.has(graph.kindOf(node)?.is) && !inputs.some((input) => isBroken(input.value)));
}

/** Whether data or a parameter was broken before the pass, and breaks the result of the pass. */
const isBrokenLeaf = (graph: OperationGraph, { kind, value, in_graph }: TraceNode): boolean =>
  kind !== 'op' && in_graph && isBroken(value) && !isFilled(kind, value) && isBroken(graph.result?.value ?? null);

/** Data that is infinite everywhere was filled so, for example to become a mask. */
const isFilled = (kind: TraceNode['kind'], { inf, numel }: Summary): boolean => kind !== 'parameter' && inf === numel;

/** Whether a broken number reaches the end of the computation or has broken a gradient. Masks and `nan_to_num` remove it before. */
function isHarmful(graph: OperationGraph, start: TraceNode, hasBackward: boolean): boolean {
  const { pass, result: root } = graph;
  if (pass.nodes.some(({ grad }) => isBroken(grad))) return true;
  const isNaN = start.value.nan > 0;
  // A computation besides the training may give an infinity without harm, for example the perplexity of an untrained
  // model.
  if (!isNaN && hasBackward && !pass.backward) return false;
  const broken = new Set([start]);
  for (const node of broken) {
    const users = graph.users(node);
    if (node === root || (users.length === 0 && (isNaN || node.in_graph))) return true;
    for (const user of users) if (isBroken(user.value)) broken.add(user);
  }
  return false;
}

const isNaNFirst = ({ nan }: Summary): boolean => nan > 0;

function ofOperation(run: Run, graph: OperationGraph, node: TraceNode): Found {
  const { nan, inf, numel } = node.value;
  const name = nameOf(node);
  const inputs = graph.inputs(node);
  const message = sentences(
    isNaNFirst(node.value)
      ? t('The first NaN of this run: {0} made {1} NaN of {2} elements.', name, nan, numel)
      : t('The first infinity of this run: {0} made {1} infinite of {2} elements.', name, inf, numel),
    when(run, graph),
    breakage(graph, node) || inherited(inputs),
    node.in_graph ? path(graph, node) : '',
  );
  const related = [...new Set(inputs)].flatMap((input) => (input.source ? [{ message: spread(input), source: input.source }] : []));
  return { severity: 'warning', message, source: node.source, related };
}

function spread(node: TraceNode): string {
  const { min, max } = node.value;
  return min === max
    ? t('{0} is {1} everywhere.', nameOf(node), short(min))
    : t('{0} goes from {1} to {2}.', nameOf(node), short(min), short(max));
}

function ofLeaf(run: Run, graph: OperationGraph, node: TraceNode): Found {
  const { nan, inf, numel } = node.value;
  const isStepped = node.kind === 'parameter' && graph.pass.index > 0;
  const message = sentences(
    nan > 0
      ? t('The first NaN of this run: {0} holds {1} NaN among {2} elements.', nameOf(node), nan, numel)
      : t('The first infinity of this run: {0} holds {1} infinite among {2} elements.', nameOf(node), inf, numel),
    when(run, graph),
    isStepped ? t('The step before made it so: lower the learning rate.') : t('Data must be cleaned before it is computed with.'),
    path(graph, node),
  );
  return { severity: 'warning', message, source: node.source ?? graph.users(node)[0]?.source ?? null };
}

const when = ({ pass_count }: Run, { pass }: OperationGraph): string => (pass_count > 1 ? t('It was in pass {0}.', pass.index + 1) : '');

/** A sentence on what was wrong before this operation. */
function inherited(inputs: readonly TraceNode[]): string {
  const infinite = inputs.find(({ value }) => value.inf > 0);
  if (infinite?.kind === 'parameter')
    return t('{0} is infinite already: the steps were too large. Lower the learning rate.', nameOf(infinite));
  if (infinite) return t('Its input is infinite already.');
  if (inputs.some(({ value }) => Math.max(Math.abs(value.min ?? 0), Math.abs(value.max ?? 0)) > 1e15))
    return t('The numbers have grown too large: float32 ends at 3.4e38. Lower the learning rate, or scale the inputs down.');
  return '';
}

const LONGEST_PATH = 6;

function path(graph: OperationGraph, node: TraceNode): string {
  const names = graph.pathToRoot(node)?.map(nameOf) ?? [];
  if (names.length < 2) return '';
  const shown = names.length > LONGEST_PATH ? [...names.slice(0, LONGEST_PATH - 2), '…', ...names.slice(-1)] : names;
  return t('It went on to {0}.', shown.slice(1).join(' → '));
}
