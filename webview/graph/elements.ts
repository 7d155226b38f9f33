import { t } from '../../src/protocol/l10n.js';
import type { ElementDefinition } from 'cytoscape';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { shapeText } from '../../src/present/shapes.js';
import { controlPoints, relativeTo } from '../../src/graph/layout/curves.js';
import { hexagonSide } from '../../src/present/nodes/card.js';
import type { Scene } from '../../src/present/nodes/scene.js';

/** The id of a box. It differs from the id of the same group when the group is closed. */
export const boxId = (groupId: string): string => `box:${groupId}`;

/**
 * A scene as Cytoscape elements. Each item has a colour of `fills`. Later changes of theme or pass are applied
 * elsewhere.
 */
export function elementsOf(graph: ModuleGraph, scene: Scene, fills: readonly string[]): ElementDefinition[] {
  const { view, cards, result, direction } = scene;
  const centre = (r: { x: number; y: number; width: number; height: number }) => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 });

  const boxes = view.boxes.map((box, i): ElementDefinition => {
    const rect = result.boxes[i]!;
    return { group: 'nodes', data: { id: boxId(box.id), w: rect.width, h: rect.height }, position: centre(rect), classes: 'box' };
  });
  const nodes = view.items.map((item, i): ElementDefinition => {
    const rect = result.nodes[i]!;
    const { role } = cards[i]!;
    return {
      group: 'nodes',
      data: { id: item.id, w: rect.width, h: rect.height, fill: fills[i], ...(role === 'loss' && { points: hexagon(rect.width) }) },
      position: centre(rect),
      classes: `item ${role}`,
    };
  });
  const edges = view.edges.map((edge, i): ElementDefinition => {
    const route = result.routes[i]!;
    const [source, target] = [result.nodes[edge.from]!, result.nodes[edge.to]!];
    const points = controlPoints(route, direction);
    const { weights, distances } = relativeTo(route, points);
    const [begin, finish] = [centre(source), centre(target)];
    const links = edge.links.map((l) => graph.links[l]!);
    const from = graph.nodes[links[0]!.from]!;
    const flows = links.some((link) => graph.nodes[link.from]!.requires_grad && graph.nodes[link.from]!.in_graph);
    const stretched = links.find((link) => link.edge.broadcast)?.edge.broadcast;
    return {
      group: 'edges',
      data: {
        id: edge.id,
        source: view.items[edge.from]!.id,
        target: view.items[edge.to]!.id,
        weights,
        distances,
        start: [route[0]! - begin.x, route[1]! - begin.y],
        end: [route.at(-2)! - finish.x, route.at(-1)! - finish.y],
        shape:
          links.length > 1 && new Set(links.map((link) => link.from)).size > 1
            ? t('{0} tensors', links.length)
            : labelOf(from.shape, stretched),
      },
      classes: `${points.length ? 'bent' : 'straight'} ${flows ? 'flows' : 'still'}`,
    };
  });
  return [...boxes, ...edges, ...nodes];
}

function hexagon(width: number): number[] {
  const inset = 1 - (2 * hexagonSide) / width;
  return [-inset, -1, inset, -1, 1, 0, inset, 1, -inset, 1, -1, 0];
}

const labelOf = (shape: number[], stretched: number[] | undefined): string =>
  `${shapeText(shape)}${stretched ? ` → ${shapeText(stretched)}` : ''}`;
