/**
 * The input and the result of the layout: plain data, so that it can run in a worker.
 * Results are parallel to the lists of the request.
 */

export type Direction = 'TB' | 'LR';

/** A node of fixed size: an operation, a leaf or a collapsed module. Nodes are listed in the order of execution. */
interface LayoutNode {
  width: number;
  height: number;
  /** Index of the box that contains it; -1 for none. */
  parent: number;
}

/** An open module, whose size follows from its contents. A box is listed after the box that contains it. */
interface LayoutBox {
  parent: number;
  /** Space for the title above the contents. */
  header: number;
  /** The least width, so that the title fits. */
  minWidth: number;
}

interface LayoutEdge {
  /** Indices of nodes. */
  from: number;
  to: number;
  /** The index of the argument of `to`. Arguments before the main one are placed on its left. */
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
  /** Top left corner and size. */
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
 * A net that spans more layers than `long` runs along the margin of its box instead of through the layers. Its targets
 * within `near` layers are still reached through the layers.
 */
export const spans = { long: 24, near: 4 } as const;
