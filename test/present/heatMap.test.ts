import { describe, expect, it } from 'vitest';
import { packCells } from '../../src/protocol/cells.js';
import { rgb } from '../../src/present/colours.js';
import { defaultTheme, type ThemeName } from '../../src/present/defaultThemes.js';
import { cellColours, heatMap } from '../../src/present/heatMap.js';
import { drawCard } from '../../src/present/nodes/drawCard.js';
import { cardOf } from '../../src/present/nodes/card.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { viewOf } from '../../src/graph/view.js';
import { SvgPen } from '../../src/exchange/pictures/svgPen.js';
import { tableRuler } from '../../src/exchange/pictures/ruler.js';
import { logisticRegression } from '../webview/fixtures/runs.js';

const thumbnail = { rows: 2, cols: 2, data: packCells([4, -4, 0, null]) };
const fillsOf = (svg: string) => [...svg.matchAll(/<rect [^>]*fill="(#\w+)"/g)].map(([, colour]) => colour!);
const distance = (a: string, b: string) => Math.hypot(...[0, 1, 2].map((i) => rgb(a)[i]! - rgb(b)[i]!));

describe.each<ThemeName>(['dark', 'light', 'hc', 'hcLight'])('a heat map in the theme %s', (name) => {
  const theme = defaultTheme(name);

  it('tells signs apart, has the background for zero and the colour of errors for no number', () => {
    const [positive, negative, zero, none] = cellColours(thumbnail, theme, theme.value) as [string, string, string, string];
    expect(distance(positive, theme.value.positive)).toBeLessThan(distance(positive, theme.background));
    expect(distance(negative, theme.value.negative)).toBeLessThan(distance(negative, theme.background));
    expect([zero, none]).toEqual([theme.background, theme.error]);
  });

  it('is the same in a hover and on a node', () => {
    const graph = buildGraph(logisticRegression(1).passes[0]!, true);
    const view = viewOf(graph, new Set());
    const item = view.items.find(({ node }) => graph.nodes[node]?.value.thumbnail && graph.nodes[node].value.numel > 4)!;
    const node = graph.nodes[item.node]!;
    const pen = new SvgPen(tableRuler);
    const card = cardOf(graph, item, false);
    drawCard(
      { pen, theme, x: 0, y: 0, width: card.width, height: card.height, zoom: 1 },
      card,
      node,
      node,
      false,
      'full',
      theme.background,
    );
    const inHover = fillsOf(heatMap(node.value.thumbnail!, theme, theme.value));
    expect(inHover.length).toBeGreaterThan(4);
    expect(fillsOf(String(pen))).toEqual(inHover);
  });
});

it('a cell without a number is struck through, so that it is told by its shape too', () => {
  const theme = defaultTheme('dark');
  expect(heatMap(thumbnail, theme, theme.grad).match(/<path/g)).toHaveLength(1);
});
