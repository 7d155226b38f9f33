import { drawCard, fillOf, type Role } from '../graph/card.js';
import { svgPath } from '../../src/graph/layout/curves.js';
import { hexagonSide } from '../graph/elements.js';
import type { Rect } from '../../src/graph/layout/types.js';
import { text, write, type Brush } from '../graph/renderers/renderer.js';
import type { Scene } from '../graph/scene.js';
import type { PassGraph } from '../../src/graph/moduleGraph.js';
import { turnsOf } from '../../src/graph/groups.js';
import { roleColor } from '../graph/card.js';
import type { Theme } from '../theme.js';
import { SvgRecorder } from './svgRecorder.js';

const margin = 20;

export interface PictureSource {
  graph: PassGraph;
  scene: Scene;
  theme: Theme;
  fills: (string | null)[];
  withGrad: boolean;
}

/** The graph as it is shown, as one SVG that needs nothing else. */
export function svgOf({ graph, scene, theme, fills, withGrad }: PictureSource): { svg: string; width: number; height: number } {
  const recorder = new SvgRecorder();
  const { view, cards, result, bounds, direction } = scene;
  const brush: Brush = {
    context: recorder as unknown as CanvasRenderingContext2D,
    theme,
    zoom: 1,
    vector: true,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  view.boxes.forEach((box, i) => {
    const { x, y, width, height } = result.boxes[i]!;
    recorder.add(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${theme.foreground}" fill-opacity="${theme.highContrast ? 0 : 0.035}" stroke="${theme.border}"/>`,
    );
    const name = box.kind === 'repeat' ? `${box.name}  ×${turnsOf(box)}` : [box.name, box.type].filter(Boolean).join('  ');
    write(brush, name, x + 9, y + 17, theme.muted, `600 ${text.title - 1}px ${theme.font}`, 'left', width - 18);
  });
  view.edges.forEach((_, i) =>
    recorder.add(
      `<path d="${svgPath(result.routes[i]!, direction)}" fill="none" stroke="${theme.line}" stroke-width="1.5" marker-end="url(#arrow)"/>`,
    ),
  );
  view.items.forEach((item, i) => {
    const rect = result.nodes[i]!;
    const card = cards[i]!;
    const fill = fills[i] ?? fillOf(theme, card.role);
    recorder.add(bodyOf(card.role, rect, fill, theme));
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
${recorder.toString()}
</svg>
`;
  return { svg, width, height };
}

/** The shapes of graph/style.ts once more, which are Cytoscape's there. */
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

const mostPixels = 40_000_000;

/** The SVG as a PNG in base64, at twice the size while that is sensible. */
export async function pngOf(source: PictureSource): Promise<string> {
  const { svg, width, height } = svgOf(source);
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
