import { t } from '../../src/protocol/l10n.js';
import type { NodeKind, TraceNode } from '../../src/protocol/trace.js';
import { countText, shapeText } from '../format.js';
import { isLeaf, type PassGraph } from '../../src/graph/moduleGraph.js';
import { nodesIn, outputOf, turnsOf, type Group } from '../../src/graph/groups.js';
import type { ViewItem } from '../../src/graph/view.js';
import { mix, rgb, type Theme } from '../theme.js';
import { rendererOf } from './renderers/index.js';
import { charWidth, text, write, type Brush } from './renderers/renderer.js';

/** What a node is to the reader; each has a shape of its own, not only a colour. */
export type Role = NodeKind | 'loss' | 'module';

/** What stands on a node, apart from the numbers. */
export interface Card {
  role: Role;
  title: string;
  /** On the right of the title: the name in the source, or the kind of a leaf. */
  aside: string;
  /** What it is called where there is room for one word only: the name in the source, where it has one. */
  name: string;
  /** Below the title. */
  line: string;
  width: number;
  height: number;
  /** The node whose numbers it shows: itself, or what a module gives; -1 for none. */
  body: number;
}

/** What the roles are called. */
export const roleNames: Readonly<Record<Role, string>> = {
  input: t('input'),
  parameter: t('parameter'),
  constant: t('constant'),
  op: t('operation'),
  failed: t('failed'),
  loss: t('loss'),
  module: t('module'),
};

const pad = 11;
const header = { height: 37, gap: 12 } as const;
/** A title larger than this has taken the place of the line below it. */
const largeTitle = text.title * 1.35;

export function roleOf(graph: PassGraph, index: number): Role {
  const node = graph.nodes[index]!;
  if (index === graph.rootNode && graph.pass.loss !== null && !isLeaf(node)) return 'loss';
  return node.kind;
}

/** What no gradient can reach has no place for one. */
const showsGrad = (node: TraceNode, withGrad: boolean): boolean => withGrad && (node.requires_grad || node.grad !== null);

/** Rounded and pointed sides need more room beside the text. */
const insetOf = (role: Role): number => pad + (role === 'loss' ? 7 : role === 'parameter' ? 4 : 0);

/** The name of a parameter inside its module: the qualified name is in the inspector. */
function shortLabel(node: TraceNode): string | null {
  return node.kind === 'parameter' && node.label ? node.label.slice(node.label.lastIndexOf('.') + 1) : node.label;
}

export function titleOf(node: TraceNode): string {
  return isLeaf(node) ? (shortLabel(node) ?? node.op) : node.op;
}

/** With the name in the source, where that is another. */
export function fullTitleOf(node: TraceNode): string {
  const title = titleOf(node);
  return node.label && node.label !== title ? `${title} ${node.label}` : title;
}

export function cardOf(graph: PassGraph, item: ViewItem, withGrad: boolean): Card {
  if (item.group) return moduleCard(graph, item.group, withGrad);
  const node = graph.nodes[item.node]!;
  const role = roleOf(graph, item.node);
  const title = titleOf(node);
  const aside = node.kind === 'op' ? (node.label ?? '') : roleNames[node.kind];
  const line =
    node.kind === 'failed' ? givenText(graph, item.node) : `${shapeText(node.shape)}${node.dtype === 'float32' ? '' : ` ${node.dtype}`}`;
  const body = rendererOf(node).size(node, showsGrad(node, withGrad));
  const wide = title.length * text.title * charWidth.sans + (aside ? header.gap + aside.length * text.small * charWidth.sans : 0);
  const extra = 2 * (insetOf(role) - pad);
  const width = Math.min(250, Math.max(wide, line.length * text.small * charWidth.mono, body.width)) + 2 * pad + extra;
  const name = isLeaf(node) ? title : (node.label ?? title);
  return { role, title, aside, name, line, width: Math.ceil(width), height: Math.ceil(header.height + body.height + pad), body: item.node };
}

/** The shapes that an operation refused. */
const givenText = (graph: PassGraph, index: number): string =>
  graph.ins[index]!.map(({ from }) => shapeText(graph.nodes[from]!.shape)).join(' · ');

function moduleCard(graph: PassGraph, group: Group, withGrad: boolean): Card {
  const inside = nodesIn(group);
  const operations = inside.filter((i) => graph.nodes[i]!.kind === 'op').length;
  const parameters = inside.filter((i) => graph.nodes[i]!.kind === 'parameter').length;
  const line = [
    countText(operations, t('{0} op'), t('{0} ops')),
    ...(parameters ? [countText(parameters, t('{0} parameter'), t('{0} parameters'))] : []),
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

/** How much of a card can be read at a zoom. */
export type Detail = 'full' | 'title' | 'none';

export const detailAt = (zoom: number): Detail => (zoom >= 0.26 ? 'full' : zoom >= 0.12 ? 'title' : 'none');

export const roleColor = (theme: Theme, role: Role): string =>
  ({
    input: theme.input,
    parameter: theme.parameter,
    constant: theme.muted,
    op: theme.foreground,
    failed: theme.error,
    loss: theme.loss,
    module: theme.foreground,
  })[role];

const fills = new WeakMap<Theme, Map<Role, string>>();

/** What a node is filled with when no measure colours it. */
export function fillOf(theme: Theme, role: Role): string {
  if (theme.highContrast) return theme.background;
  let known = fills.get(theme);
  if (!known) fills.set(theme, (known = new Map()));
  let fill = known.get(role);
  if (fill === undefined)
    known.set(role, (fill = mix(theme.background, roleColor(theme, role), role === 'op' ? 0.07 : role === 'module' ? 0.12 : 0.14)));
  return fill;
}

/** Ink that can be read on a filled node. */
function inkOn(theme: Theme, fill: string): string {
  const [r, g, b] = rgb(fill);
  const light = 0.299 * r + 0.587 * g + 0.114 * b > 140;
  return light === !theme.dark ? theme.foreground : light ? '#1f1f1f' : '#ffffff';
}

/** On a node that a measure fills, all text is of one ink: no other colour can be read on every fill. */
const inked = (theme: Theme, ink: string): Theme => ({ ...theme, foreground: ink, muted: ink, highContrast: true });

/** Draws everything on a node's body, which is drawn by Cytoscape. */
export function drawCard(
  brush: Brush,
  card: Card,
  node: TraceNode | null,
  body: TraceNode | null,
  withGrad: boolean,
  detail: Detail,
  fill: string,
): void {
  const { x, y, width, height } = brush;
  const isPlain = fill === fillOf(brush.theme, card.role);
  const ink = inkOn(brush.theme, fill);
  const theme = isPlain ? brush.theme : inked(brush.theme, ink);
  const color = card.role === 'op' || card.role === 'module' || theme.highContrast ? ink : roleColor(theme, card.role);
  const inset = insetOf(card.role);
  const room = width - 2 * inset;
  const slant = card.name === card.title ? '' : 'italic ';
  if (detail === 'title') {
    const size = Math.min(26, Math.max(text.title, 7.5 / brush.zoom), height * 0.5);
    write(brush, card.name, x + width / 2, y + height / 2 + size * 0.35, color, `${slant}600 ${size}px ${theme.font}`, 'center', width - 6);
    return;
  }
  const asideFont = `${card.role === 'module' ? '' : 'italic '}${text.small}px ${theme.font}`;
  const asideRoom = Math.min(room * 0.6, card.aside.length * text.small * 0.6);
  // As the picture shrinks, the name grows into the lines that can no longer be read.
  const grown = (words: string, most: number, space: number) =>
    Math.min(most, Math.max(text.title, Math.min(8 / brush.zoom, space / (words.length * charWidth.sans))));
  const size = grown(card.name, 24, room);
  if (size > largeTitle) {
    write(brush, card.name, x + inset, y + 10 + size * 0.75, color, `${slant}600 ${size}px ${theme.font}`, 'left', room + 8);
  } else {
    const space = room - asideRoom - (card.aside ? 4 : 0);
    write(brush, card.title, x + inset, y + 18, color, `600 ${grown(card.title, largeTitle, space)}px ${theme.font}`, 'left', space);
    if (card.aside) write(brush, card.aside, x + width - inset, y + 18, node ? theme.muted : ink, asideFont, 'right', room * 0.7);
    write(
      brush,
      card.line,
      x + inset,
      y + 32,
      ink === theme.foreground ? theme.muted : ink,
      `${text.small}px ${node ? theme.mono : theme.font}`,
      'left',
      room,
    );
  }
  if (body)
    rendererOf(body).draw(
      { ...brush, theme, x: x + inset, y: y + header.height + 2, width: room, height: height - header.height - pad },
      body,
      showsGrad(body, withGrad),
    );
}
