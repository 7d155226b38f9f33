import type { Rect } from '../../src/graph/layout/types.js';
import type { Scene } from '../../src/present/nodes/scene.js';

/** The visible part of the picture: its zoom and position. */
export interface Viewport {
  zoom: number;
  pan: { x: number; y: number };
}

/** The place where the picture is shown, in pixels. */
export interface Screen {
  width: number;
  height: number;
  minZoom: number;
  /** The size of other elements in the lower left corner. */
  covered: { width: number; height: number };
}

const padding = 28;
/** The largest zoom of a fitted picture: two nodes should not fill the panel. */
const largest = 1.25;
/**
 * Below the zoom `least`, small text is left out. A larger graph is shown from its start instead, at a zoom up to
 * `most`.
 */
const startZoom = { least: 0.44, most: 0.75 } as const;

/** The zoom at which the whole picture is seen, and the height that it may use. */
export function fitting({ width, height }: Rect, screen: Screen): { zoom: number; h: number } {
  const into = (h: number) => {
    const zoom = Math.min(largest, (screen.width - 2 * padding) / Math.max(1, width), (h - 2 * padding) / Math.max(1, height));
    return { zoom: Math.max(screen.minZoom, zoom), h };
  };
  const whole = into(screen.height);
  return (screen.width - whole.zoom * width) / 2 > screen.covered.width + 8 ? whole : into(screen.height - screen.covered.height);
}

/**
 * Shows everything. With `readable`, shows the start of a graph that is too large to read as a whole. Null for an empty
 * scene.
 */
export function viewportFor({ view, direction, bounds, result, cards }: Scene, screen: Screen, readable: boolean): Viewport | null {
  if (view.items.length === 0) return null;
  const { x, y, width, height } = bounds;
  const w = screen.width;
  const { zoom: whole, h } = fitting(bounds, screen);
  const wide = (w - 2 * padding) / Math.max(1, direction === 'TB' ? width : height);
  const zoom = readable && whole < startZoom.least ? Math.min(startZoom.most, Math.max(startZoom.least, wide)) : whole;
  const pan = { x: w / 2 - zoom * (x + width / 2), y: h / 2 - zoom * (y + height / 2) };
  if (zoom > whole && direction === 'TB' && zoom * height > h) {
    pan.y = padding - zoom * y;
    const first = result.nodes.find((_, i) => cards[i]!.role !== 'parameter');
    if (first && zoom * width > w) pan.x = w / 2 - zoom * (first.x + first.width / 2);
  } else if (zoom > whole && zoom * width > w) pan.x = padding - zoom * x;
  return { zoom, pan };
}
