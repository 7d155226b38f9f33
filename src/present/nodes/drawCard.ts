import type { TraceNode } from '../../protocol/trace.js';
import { lightness, mix } from '../colours.js';
import type { Role } from '../names.js';
import type { Theme } from '../theme.js';
import { charWidth, text, write, type Brush } from './brush.js';
import { header, insetOf, pad, showsGrad, type Card } from './card.js';
import { rendererOf } from './renderers/index.js';

/** The size of a module's corner, in pixels of the graph, with the sign that opens or closes the module. */
export const signSize = 24;

/** A title larger than this replaces the line below it. */
const largeTitle = text.title * 1.35;

/** How much of a card is readable at a zoom. */
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

/** The fill of a node that no measure colours. */
export function fillOf(theme: Theme, role: Role): string {
  if (theme.highContrast) return theme.background;
  let known = fills.get(theme);
  if (!known) fills.set(theme, (known = new Map()));
  let fill = known.get(role);
  if (fill === undefined)
    known.set(role, (fill = mix(theme.background, roleColor(theme, role), role === 'op' ? 0.07 : role === 'module' ? 0.12 : 0.14)));
  return fill;
}

/** A text colour that can be read on a filled node. */
function inkOn(theme: Theme, fill: string): string {
  const light = lightness(fill) > 140;
  return light === !theme.dark ? theme.foreground : light ? '#1f1f1f' : '#ffffff';
}

/** A theme with one text colour, for a node that a measure fills: no other colour can be read on every fill. */
const inked = (theme: Theme, ink: string): Theme => ({ ...theme, foreground: ink, muted: ink, highContrast: true });

/** Draws all that is on a node's body. Cytoscape draws the body itself. */
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
  const sign = card.role === 'module' ? '▸ ' : '';
  const isPlain = fill === fillOf(brush.theme, card.role);
  const ink = inkOn(brush.theme, fill);
  const theme = isPlain ? brush.theme : inked(brush.theme, ink);
  const color = card.role === 'op' || card.role === 'module' || theme.highContrast ? ink : roleColor(theme, card.role);
  const inset = insetOf(card.role);
  const room = width - 2 * inset;
  const slant = card.name === card.title ? '' : 'italic ';
  if (detail === 'title') {
    const size = Math.min(26, Math.max(text.title, 7.5 / brush.zoom), height * 0.5);
    write(
      brush,
      sign + card.name,
      x + width / 2,
      y + height / 2 + size * 0.35,
      color,
      `${slant}600 ${size}px ${theme.font}`,
      'center',
      width - 6,
    );
    return;
  }
  const asideFont = `${card.role === 'module' ? '' : 'italic '}${text.small}px ${theme.font}`;
  const asideRoom = Math.min(room * 0.6, card.aside.length * text.small * 0.6);
  // As the picture shrinks, the name grows over the lines that can no longer be read.
  const grown = (words: string, most: number, space: number) =>
    Math.min(most, Math.max(text.title, Math.min(8 / brush.zoom, space / (words.length * charWidth.sans))));
  const size = grown(card.name, 24, room);
  if (size > largeTitle) {
    write(brush, sign + card.name, x + inset, y + 10 + size * 0.75, color, `${slant}600 ${size}px ${theme.font}`, 'left', room + 8);
  } else {
    const space = room - asideRoom - (card.aside ? 4 : 0);
    write(brush, sign + card.title, x + inset, y + 18, color, `600 ${grown(card.title, largeTitle, space)}px ${theme.font}`, 'left', space);
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
