import { outputOf, turnsOf, type Group } from '../../graph/groups.js';
import { isLeaf, type PassGraph } from '../../graph/passGraph.js';
import { contentsOf } from '../../graph/statistics.js';
import type { ViewItem } from '../../graph/view.js';
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { roleName, roleOf, titleOf, type Role } from '../names.js';
import { countText } from '../quantities.js';
import { shapeText } from '../shapes.js';
import { charWidth, text } from './brush.js';
import { rendererOf } from './renderers/index.js';

/** The texts on a node, and its size. A renderer draws the numbers. */
export interface Card {
  role: Role;
  title: string;
  /** The text on the right of the title: the name in the source, or the kind of a leaf. */
  aside: string;
  /** The text where there is room for one word only: the name in the source, if there is one. */
  name: string;
  /** The text below the title. */
  line: string;
  width: number;
  height: number;
  /** The index of the node whose numbers are shown: the node itself, or the output of a module; -1 for none. */
  body: number;
}

export const pad = 11;
export const header = { height: 37, gap: 12 } as const;

/** How far the pointed sides of the loss's hexagon stick out, in pixels. */
export const hexagonSide = 13;

/** Whether a node has space for a gradient. A node that no gradient can reach has none. */
export const showsGrad = (node: TraceNode, withGrad: boolean): boolean => withGrad && (node.requires_grad || node.grad !== null);

/** The space beside the text. Rounded and pointed sides need more. */
export const insetOf = (role: Role): number => pad + (role === 'loss' ? 7 : role === 'parameter' ? 4 : 0);

export function cardOf(graph: PassGraph, item: ViewItem, withGrad: boolean): Card {
  if (item.group) return moduleCard(graph, item.group, withGrad);
  const node = graph.nodes[item.node]!;
  const role = roleOf(graph, item.node);
  const title = titleOf(node);
  const aside = node.kind === 'op' ? (node.label ?? '') : roleName(node.kind);
  const line =
    node.kind === 'failed' ? givenText(graph, item.node) : `${shapeText(node.shape)}${node.dtype === 'float32' ? '' : ` ${node.dtype}`}`;
  const body = rendererOf(node).size(node, showsGrad(node, withGrad));
  const wide = title.length * text.title * charWidth.sans + (aside ? header.gap + aside.length * text.small * charWidth.sans : 0);
  const extra = 2 * (insetOf(role) - pad);
  const width = Math.min(250, Math.max(wide, line.length * text.small * charWidth.mono, body.width)) + 2 * pad + extra;
  const name = isLeaf(node) ? title : (node.label ?? title);
  return { role, title, aside, name, line, width: Math.ceil(width), height: Math.ceil(header.height + body.height + pad), body: item.node };
}

/** The shapes of the inputs that an operation refused. */
const givenText = (graph: PassGraph, index: number): string =>
  graph.ins[index]!.map(({ from }) => shapeText(graph.nodes[from]!.shape)).join(' · ');

function moduleCard(graph: PassGraph, group: Group, withGrad: boolean): Card {
  const { operations, parameters } = contentsOf(graph, group);
  const line = [
    countText(operations, t('{0} op'), t('{0} ops')),
    ...(parameters.length ? [countText(parameters.length, t('{0} parameter'), t('{0} parameters'))] : []),
  ].join(' · ');
  const aside = group.kind === 'repeat' ? `×${turnsOf(group)}` : group.type;
  const wide = group.name.length * text.title * charWidth.sans + header.gap + aside.length * text.title * charWidth.sans + 16;
  const output = outputOf(graph, group);
  const node = graph.nodes[output];
  const body = node ? rendererOf(node).size(node, showsGrad(node, withGrad)) : { width: 0, height: 0 };
  const width = Math.min(260, Math.max(wide, line.length * text.small * charWidth.sans, body.width)) + 2 * pad;
  return {
    role: 'module',
    title: group.name,
    aside,
    name: group.name,
    line,
    width: Math.ceil(width),
    height: node ? Math.ceil(header.height + body.height + pad) : 44,
    body: output,
  };
}
