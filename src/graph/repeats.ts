import { t } from '../protocol/l10n.js';
import type { TraceNode } from '../protocol/trace.js';
import { adopt, newGroup, type Group } from './group.js';
import type { PassGraph } from './passGraph.js';

/** Fewer turns than this are not folded. */
const leastTurns = 3;
const longestPeriod = 12;

/**
 * Folds repeats: siblings that follow each other with the same operations on the same shapes. They may be layers with
 * their own weights (`blocks.0`, `blocks.1`, ...) or turns of a loop.
 */
export function foldRepeats(root: Group, groupOf: Group[], graph: PassGraph): void {
  const signatures = new Map<Group, string>();
  const names = new Map<string, string>();

  // Long signatures are replaced by short names, so that the time for comparing stays linear in the graph.
  const named = (text: string): string => {
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `#${names.size}`));
    return name;
  };
  const nodeSignature = (i: number): string => {
    const { op, shape, attributes } = graph.nodes[i]!;
    const inputs = graph.ins[i]!.map(({ from }) => graph.nodes[from]!).map(
      (node) => `${node.kind === 'parameter' ? 'p' : ''}${node.shape.join('x')}`,
    );
    return named(`${op}(${inputs.join()})${shape.join('x')} ${attributes.replace(/(index|start|end)=\d+/g, '$1')}`);
  };
  const visit = (group: Group): string => {
    const own = group.children.map((child) => (typeof child === 'object' ? visit(child) : nodeSignature(child)));
    const signature = named(`${group.type}{${own.join()}}`);
    signatures.set(group, signature);
    fold(group, own, groupOf, graph);
    return signature;
  };
  visit(root);
}

function fold(parent: Group, signatures: string[], groupOf: Group[], graph: PassGraph): void {
  const { children } = parent;
  if (children.length < leastTurns) return;
  const folded: (Group | number)[] = [];
  for (let i = 0; i < children.length;) {
    const found = repeatAt(children, signatures, i, graph);
    if (!found) {
      folded.push(children[i++]!);
      continue;
    }
    const end = i + found.period * found.turns;
    folded.push(makeRepeat(parent, children.slice(i, end), found.period, folded.length, groupOf));
    i = end;
  }
  parent.children = folded;
}

function repeatAt(
  children: (Group | number)[],
  signatures: string[],
  start: number,
  { nodes }: PassGraph,
): { period: number; turns: number } | null {
  const limit = Math.min(longestPeriod, Math.floor((children.length - start) / leastTurns));
  for (let period = 1; period <= limit; period++) {
    let end = start + period;
    while (end < children.length && signatures[end] === signatures[end - period] && alike(children[end]!, children[end - period]!, nodes))
      end++;
    const turns = Math.floor((end - start) / period);
    const hasModule = children.slice(start, start + period).some((child) => typeof child === 'object');
    // A few similar operations in a row are not a loop. A longer pattern, or one with modules, is.
    if (turns >= (hasModule || period > 2 ? leastTurns : 6)) return { period, turns };
  }
  return null;
}

/** Whether two children may be turns of one repeat: calls of one module, items of a numbered list, operations of one expression. */
function alike(a: Group | number, b: Group | number, nodes: readonly TraceNode[]): boolean {
  if (typeof a === 'object' && typeof b === 'object') return unnumbered(a.path) === unnumbered(b.path);
  if (typeof a === 'object' || typeof b === 'object') return false;
  return nodes[a]!.source?.line === nodes[b]!.source?.line && nodes[a]!.source?.column === nodes[b]!.source?.column;
}

const unnumbered = (path: string): string => path.replace(/\b\d+\b/g, '#');

const firstOf = (child: Group | number): number => (typeof child === 'object' ? child.first : child);

function makeRepeat(parent: Group, children: (Group | number)[], period: number, place: number, groupOf: Group[]): Group {
  const turns = children.length / period;
  const head = children.find((child): child is Group => typeof child === 'object');
  const first = firstOf(children[0]!);
  const id = `${parent.id}/${head?.id ?? `loop ${place}`}×`;
  const last = children.findLast((child): child is Group => typeof child === 'object');
  const isLayers = period === 1 && head !== undefined && head.path !== last?.path;
  const name = isLayers ? `${head.name} … ${last!.name}` : (head?.name ?? t('loop'));
  const repeat = newGroup('repeat', id, head?.path ?? '', name, head?.type ?? '', first);
  repeat.parent = parent;
  for (let turn = 0; turn < turns; turn++) {
    const part = children.slice(turn * period, (turn + 1) * period);
    if (period === 1 && typeof part[0] === 'object') {
      adopt(repeat, part[0]);
      continue;
    }
    const step = newGroup('turn', `${id}${turn}`, head?.path ?? '', t('turn {0}', turn), '', firstOf(part[0]!));
    adopt(repeat, step);
    for (const child of part)
      if (typeof child === 'object') adopt(step, child);
      else {
        step.children.push(child);
        groupOf[child] = step;
      }
  }
  return repeat;
}

/** What the turns of a folded part share. Only turns with tied weights are the same computation. */
export function repeatNote(group: Group): string {
  const paths = new Set(group.children.flatMap((child) => (typeof child === 'object' ? [child.path] : [])));
  return paths.size > 1 ? t('same operations and shapes, weights of their own') : t('same operations and shapes, same weights');
}
