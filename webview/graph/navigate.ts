import type { Scene } from '../../src/present/nodes/scene.js';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/**
 * The item to which an arrow key goes. Along the flow, it is an input or a use; across the flow, the neighbour in about
 * the same layer. Returns its place in the view's items, or -1.
 */
export function neighbour({ view, result, direction }: Scene, from: number, key: Arrow): number {
  const isTopDown = direction === 'TB';
  const back = isTopDown ? 'ArrowUp' : 'ArrowLeft';
  const forth = isTopDown ? 'ArrowDown' : 'ArrowRight';
  const centre = (i: number) => {
    const { x, y, width, height } = result.nodes[i]!;
    return isTopDown ? { across: x + width / 2, along: y + height / 2 } : { across: y + height / 2, along: x + width / 2 };
  };
  const here = centre(from);
  const nearest = (candidates: number[], distance: (i: number) => number) =>
    candidates.reduce((best, i) => (best < 0 || distance(i) < distance(best) ? i : best), -1);
  if (key === back || key === forth) {
    const linked = view.edges.flatMap((edge) =>
      key === back ? (edge.to === from ? [edge.from] : []) : edge.from === from ? [edge.to] : [],
    );
    return nearest(linked, (i) => Math.abs(centre(i).across - here.across));
  }
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const beside = view.items.map((_, i) => i).filter((i) => i !== from && (centre(i).across - here.across) * sign > 4);
  // A distance between layers counts more than a distance to the side.
  return nearest(beside, (i) => Math.abs(centre(i).across - here.across) + 4 * Math.abs(centre(i).along - here.along));
}
