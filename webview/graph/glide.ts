import type { Core, Position } from 'cytoscape';

const milliseconds = 200;

/**
 * Moves nodes from their old places to their current ones.
 * @param before the old place of each node, by its id
 * @param onFrame gets the id of each requested frame, and whether the nodes are still moving
 */
export function glide(cy: Core, before: ReadonlyMap<string, Position>, onFrame: (frame: number, isGliding: boolean) => void): void {
  const moves = cy
    .nodes()
    .toArray()
    .flatMap((node) => {
      const from = before.get(node.id());
      const to = { ...node.position() };
      return from && (Math.abs(from.x - to.x) > 1 || Math.abs(from.y - to.y) > 1) ? [{ node, from, to }] : [];
    });
  if (moves.length === 0) return;
  const started = performance.now();
  const step = (now: number) => {
    const t = Math.min(1, Math.max(0, (now - started) / milliseconds));
    const eased = 1 - (1 - t) ** 3;
    cy.batch(() => {
      for (const { node, from, to } of moves) node.position({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
    });
    onFrame(t < 1 ? requestAnimationFrame(step) : 0, t < 1);
  };
  step(started);
}
