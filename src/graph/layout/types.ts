/**
 * What the layout is given and what it returns: plain data, so that it runs in a worker.
 * Results are parallel to the lists of the request.
 */

export type Direction = 'TB' | 'LR';

/** A thing of fixed size: an operation, a leaf or a collapsed module. Listed in the order of execution. */
interface LayoutNode {
  width: number;
  height: number;
  /** Index of the box it is in, -1 for none. */
  parent: number;
}

/** An open module: its size follows from its content. A box is listed after the box it is in. */
interface LayoutBox {
  parent: number;
  /** Room for the title above the content. */
  header: number;
  /** The least width, so that the title fits. */
  minWidth: number;
}

interface LayoutEdge {
  /** Indices of nodes. */
  from: number;
  to: number;
  /** Which argument of `to`: arguments before the main one are placed on its left. */
  input: number;
}

export interface LayoutRequest {
  direction: Direction;
  nodes: LayoutNode[];
  boxes: LayoutBox[];
  edges: LayoutEdge[];
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LayoutResult {
  /** Left top corner and size. */
  nodes: Rect[];
  boxes: Rect[];
  /** From the border of the source to the border of the target: x, y, x, y, ... The first and the last leg follow the flow. */
  routes: number[][];
}

/** Distances in pixels at zoom 1. "Along" is the direction of the flow, "across" the other one. */
export const spacing = {
  layer: 34,
  node: 22,
  lane: 14,
  port: 14,
  pad: 16,
} as const;

/**
 * A net that spans more layers than `long` runs along the margin of its box instead of through the layers, apart
 * from what it reaches within `near`.
 */
export const spans = { long: 24, near: 4 } as const;
