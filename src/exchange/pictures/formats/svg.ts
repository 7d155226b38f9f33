import { turnsOf } from '../../../graph/groups.js';
import { svgPath } from '../../../graph/layout/curves.js';
import type { Rect } from '../../../graph/layout/types.js';
import type { Role } from '../../../present/names.js';
import { text, write, type Brush } from '../../../present/nodes/brush.js';
import { hexagonSide } from '../../../present/nodes/card.js';
import { drawCard, fillOf, roleColor } from '../../../present/nodes/drawCard.js';
import type { Theme } from '../../../present/theme.js';
import { t } from '../../../protocol/l10n.js';
import type { GraphFormat, Picture } from '../format.js';
import { SvgPen } from '../svgPen.js';

const margin = 20;

/** The graph as it is shown, as one self-contained SVG. */
export function svgOf({ graph, scene, theme, fills, withGrad, ruler }: Picture): { svg: string; width: number; height: number } {
  const pen = new SvgPen(ruler);
  const { view, cards, result, bounds, direction } = scene;
  const brush: Brush = { pen, theme, zoom: 1, x: 0, y: 0, width: 0, height: 0 };
  view.boxes.forEach((box, i) => {
    const { x, y, width, height } = result.boxes[i]!;
    pen.add(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${theme.foreground}" fill-opacity="${theme.highContrast ? 0 : 0.035}" stroke="${theme.border}"/>`,
    );
    const name = box.kind === 'repeat' ? `${box.name}  ×${turnsOf(box)}` : [box.name, box.type].filter(Boolean).join('  ');
    write(brush, name, x + 9, y + 17, theme.muted, `600 ${text.title - 1}px ${theme.font}`, 'left', width - 18);
  });
  view.edges.forEach((_, i) =>
    pen.add(
      `<path d="${svgPath(result.routes[i]!, direction)}" fill="none" stroke="${theme.line}" stroke-width="1.5" marker-end="url(#arrow)"/>`,
    ),
  );
  view.items.forEach((item, i) => {
    const rect = result.nodes[i]!;
    const card = cards[i]!;
    const fill = fills[i] ?? fillOf(theme, card.role);
    pen.add(bodyOf(card.role, rect, fill, theme));
    drawCard(
      { ...brush, ...rect },
      card,
      item.group ? null : graph.nodes[item.node]!,
      graph.nodes[card.body] ?? null,
      withGrad,
      'full',
      fill,
    );
  });
  const [width, height] = [bounds.width + 2 * margin, bounds.height + 2 * margin];
  const arrow = `<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z" fill="${theme.line}"/></marker>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="${bounds.x - margin} ${bounds.y - margin} ${width} ${height}">
<defs>${arrow}</defs>
<rect x="${bounds.x - margin}" y="${bounds.y - margin}" width="${width}" height="${height}" fill="${theme.background}"/>
${pen.toString()}
</svg>
`;
  return { svg, width, height };
}

/** The outline of a node by its role. In the panel, Cytoscape draws the same outlines. */
function bodyOf(role: Role, { x, y, width: w, height: h }: Rect, fill: string, theme: Theme): string {
  const stroke = role === 'op' || role === 'module' ? theme.border : roleColor(theme, role);
  const paint = `fill="${fill}" stroke="${stroke}" stroke-width="1.25"`;
  const polygon = (points: number[][], more = '') => `<polygon points="${points.map((p) => p.join(',')).join(' ')}" ${paint}${more}/>`;
  const cut = 10;
  const side = hexagonSide;
  switch (role) {
    case 'input':
      return polygon([
        [x + cut, y],
        [x + w - cut, y],
        [x + w, y + cut],
        [x + w, y + h - cut],
        [x + w - cut, y + h],
        [x + cut, y + h],
        [x, y + h - cut],
        [x, y + cut],
      ]);
    case 'loss':
      return [0, 3]
        .map((d) =>
          polygon([
            [x + side + d / 2, y + d],
            [x + w - side - d / 2, y + d],
            [x + w - d, y + h / 2],
            [x + w - side - d / 2, y + h - d],
            [x + side + d / 2, y + h - d],
            [x + d, y + h / 2],
          ]),
        )
        .join('');
    case 'constant':
      return `<rect x="${x}" y="${y}" width="${w}" height="${h}" ${paint} stroke-dasharray="2 2"/>`;
    case 'failed':
      return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" ${paint} stroke-dasharray="6 4"/>`;
    case 'parameter':
    case 'op':
    case 'module':
      return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${role === 'parameter' ? 22 : 6}" ${paint}/>`;
  }
}

export const svg: GraphFormat = { id: 'svg', name: () => t('SVG picture'), ending: '.svg', write: (picture) => svgOf(picture).svg };
