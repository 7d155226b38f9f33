import { layout } from '../../graph/layout/layout.js';
import type { Direction, LayoutRequest, LayoutResult, Rect } from '../../graph/layout/types.js';
import type { PassGraph } from '../../graph/passGraph.js';
import type { View } from '../../graph/view.js';
import { cardOf, type Card } from './card.js';

/** A view with its layout: all that is drawn, except numbers and colours. */
export interface Scene {
  view: View;
  cards: Card[];
  result: LayoutResult;
  direction: Direction;
  bounds: Rect;
}

const boxHeader = 24;

/**
 * The request for the layout.
 * @param withGrad whether nodes keep space for a gradient: also in a forward run, if the model has run backward before
 */
export function requestFor(
  graph: PassGraph,
  view: View,
  direction: Direction,
  withGrad: boolean,
): { request: LayoutRequest; cards: Card[] } {
  const cards = view.items.map((item) => cardOf(graph, item, withGrad));
  const placeOf = new Map(view.boxes.map((box, i) => [box, i]));
  const request: LayoutRequest = {
    direction,
    nodes: view.items.map((item, i) => ({ width: cards[i]!.width, height: cards[i]!.height, parent: placeOf.get(item.parent) ?? -1 })),
    boxes: view.boxes.map((box) => ({
      parent: (box.parent && placeOf.get(box.parent)) ?? -1,
      header: boxHeader,
      minWidth: direction === 'TB' ? (box.name.length + box.type.length) * 7 + 60 : 0,
    })),
    edges: view.edges.map(({ from, to, input }) => ({ from, to, input })),
  };
  return { request, cards };
}

export function boundsOf({ nodes, boxes, routes }: LayoutResult): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const r of [...nodes, ...boxes]) {
    left = Math.min(left, r.x);
    top = Math.min(top, r.y);
    right = Math.max(right, r.x + r.width);
    bottom = Math.max(bottom, r.y + r.height);
  }
  for (const route of routes)
    for (let i = 0; i < route.length; i += 2) {
      left = Math.min(left, route[i]!);
      right = Math.max(right, route[i]!);
      top = Math.min(top, route[i + 1]!);
      bottom = Math.max(bottom, route[i + 1]!);
    }
  return Number.isFinite(left) ? { x: left, y: top, width: right - left, height: bottom - top } : { x: 0, y: 0, width: 0, height: 0 };
}

/** Lays out a view at once, in the same thread. */
export function sceneOf(graph: PassGraph, view: View, direction: Direction, withGrad: boolean): Scene {
  const { request, cards } = requestFor(graph, view, direction, withGrad);
  const result = layout(request);
  return { view, cards, result, direction, bounds: boundsOf(result) };
}
