/** `tensor-lens explain FILE --node NAME`: why a number is what it is. */
import { PassGraph } from '../graph/passGraph.js';
import { addsText, restText, termText, valueText, type Which } from '../present/explanation.js';
import { placeText } from '../present/paths.js';
import type { Explanation } from '../protocol/explanation.js';
import type { Pass, Run, TraceNode } from '../protocol/trace.js';
import { EXIT, WrongUsage, type CliCommand } from './command.js';
import { oneFile, passNumber, readArguments } from './reading.js';
import { withRun } from './runFile.js';
import { write } from './write.js';

interface Asked {
  file: string;
  node: string;
  entry: number[];
  which: Which;
  /** The number of the pass, from 1; null for the last one. */
  pass: number | null;
  json: boolean;
}

const SECONDS = 60;

export const explain: CliCommand = {
  name: 'explain',
  usage: ['explain FILE.tl.ts --node NAME [--entry I,J] [--grad] [--pass N] [--json]'],
  help: `explain tells why a number is what it is: the terms that add up to it, each an entry of another tensor with its factor.

  --node NAME        a node by its id in the document of --json, or by a name that only one node of the pass has
  --entry I,J        the entry; without it, that of a tensor without dims
  --grad             the entry of its gradient
  --pass N           the pass, from 1 (the last)`,
  async run(args) {
    const asked = read(args);
    return withRun(
      { file: asked.file, forward: false, passes: 0, maxValues: 0, timeout: SECONDS, ...(asked.pass !== null && { keep: asked.pass - 1 }) },
      () => {},
      async (run, handle) => {
        if (run.error) console.error(run.error.message);
        const { pass, node } = nodeOf(run, asked);
        checkEntry(node, asked);
        const { entry, which } = asked;
        const found = await handle?.explain({ pass: pass.index, node: node.id, which, entry });
        if (!found) throw new Error(`What ${node.label ?? node.id} was computed from is no longer kept: it takes too much memory.`);
        await write(asked.json ? `${JSON.stringify(found)}\n` : told(pass, node, asked, found));
        return EXIT[run.status];
      },
    );
  },
};

function read(args: string[]): Asked {
  const { values, positionals } = readArguments(args, {
    node: { type: 'string' },
    entry: { type: 'string', default: '' },
    grad: { type: 'boolean', default: false },
    pass: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const file = oneFile('explain', 'model file to run', positionals);
  if (values.node === undefined) throw new WrongUsage("'explain' needs the node to explain: --node NAME.");
  if (!/^(\d+(\s*,\s*\d+)*)?$/.test(values.entry)) throw new WrongUsage(`'--entry' takes indices such as 0,2, not '${values.entry}'.`);
  return {
    file,
    node: values.node,
    entry: values.entry === '' ? [] : values.entry.split(',').map(Number),
    which: values.grad ? 'grad' : 'value',
    pass: passNumber(values.pass),
    json: values.json,
  };
}

/** @throws WrongUsage when there is no such node, or when there are several */
export function nodeOf(
  run: Run,
  { pass: wanted, node: name, which }: Pick<Asked, 'pass' | 'node' | 'which'>,
): { pass: Pass; node: TraceNode } {
  const pass = wanted === null ? run.passes.at(-1) : run.passes.find(({ index }) => index === wanted - 1);
  if (!pass && run.error) throw new Error('The run ended before it had computed that.');
  if (!pass) throw new WrongUsage(`There is no pass ${wanted ?? 1}: the run had ${run.pass_count}.`);
  const nodes = pass.nodes.filter(({ kind }) => kind !== 'failed');
  const [node, another] = nodes.some(({ id }) => id === name)
    ? nodes.filter(({ id }) => id === name)
    : nodes.filter(({ label }) => label === name);
  if (!node) throw new WrongUsage(`There is no node '${name}' in pass ${pass.index + 1}. ${namesIn(nodes)}`);
  if (another) {
    const ids = nodes.filter(({ label }) => label === name).map(({ id }) => id);
    throw new WrongUsage(`Several nodes of pass ${pass.index + 1} are called '${name}': ask for one of ${ids.join(', ')}.`);
  }
  if (which === 'grad' && !node.grad) throw new WrongUsage(`'${name}' has no gradient in pass ${pass.index + 1}.`);
  return { pass, node };
}

const idsFrom = (ids: readonly string[]): string => (ids.length > 2 ? `${ids[0]} to ${ids.at(-1)}` : ids.join(' and '));

/** The names of the nodes for the message. A large pass has hundreds of nodes without a name. */
function namesIn(nodes: readonly TraceNode[]): string {
  const names = new Set(nodes.flatMap(({ label }) => label ?? []));
  const ids = nodes.flatMap(({ id, label }) => (label === null ? id : []));
  return [
    ...(names.size > 0 ? [`Its names: ${[...names].join(', ')}.`] : []),
    ...(ids.length > 0
      ? [
          `${ids.length === 1 ? 'A node without a name goes by its id' : `${ids.length} nodes without a name go by their ids`}: ${idsFrom(ids)}.`,
        ]
      : []),
  ].join(' ');
}

export function checkEntry({ shape, label, id }: TraceNode, { entry }: Pick<Asked, 'entry'>): void {
  if (entry.length === shape.length && entry.every((i, d) => i < shape[d]!)) return;
  throw new WrongUsage(
    shape.length === 0
      ? `'${label ?? id}' is one number: leave '--entry' out.`
      : `'${label ?? id}' is of shape [${shape.join(', ')}]: '--entry' takes ${shape.length} ${shape.length === 1 ? 'index' : 'indices'} below these sizes.`,
  );
}

/** The explanation as text: the number, and its terms with the contribution of each. */
export function told(pass: Pass, node: TraceNode, { entry, which }: Pick<Asked, 'entry' | 'which'>, found: Explanation): string {
  const graph = PassGraph.of(pass);
  const { source } = found;
  const place = source ? ` (${node.op}, ${placeText(source)})` : ` (${node.op})`;
  const rows = found.terms.map((term) => [termText(graph, term, which), addsText(found, term.contribution) ?? ''] as const);
  const rest = restText(found);
  if (rest !== null) rows.push([rest, addsText(found, found.rest) ?? '']);
  const width = Math.max(0, ...rows.map(([text]) => text.length));
  return [
    valueText(node, entry, which, found) + place,
    ...rows.map(([text, adds]) => `  ${text.padEnd(width)}  ${adds}`.trimEnd()),
    '',
  ].join('\n');
}
