import { svg } from './dom.js';

/** Outlines on a grid of 16 by 16, drawn in the colour of the text around them. */
const paths = {
  forward: 'M4 3l8 5-8 5z',
  backward: 'M12 3L4 8l8 5z',
  stop: 'M4 4h8v8H4z',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5L14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  play: 'M4.5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  expand: 'M4 6l4 4 4-4M4 2l4 4 4-4',
  collapse: 'M4 10l4-4 4 4M4 14l4-4 4 4',
  turn: 'M8 2v10M5 9l3 3 3-3',
  turnRight: 'M2 8h10M9 5l3 3-3 3',
  plots: 'M2.5 2v11.5H14M5 10.5l3-4 2.5 2L14 4',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  export: 'M8 10V2M5 5l3-3 3 3M2.5 10v3.5h11V10',
  tree: 'M3 3h4M5 3v9.5h3M5 8h3M10 8h3M10 12.5h3',
  link: 'M6 4H3v9h9v-3M9 3h4v4M13 3L7 9',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const;

export type IconName = keyof typeof paths;

const filled: readonly IconName[] = ['forward', 'backward', 'stop', 'play'];

export function icon(name: IconName): SVGElement {
  const fill = filled.includes(name) ? 'currentColor' : 'none';
  const shape = svg('path', {
    d: paths[name],
    fill,
    stroke: 'currentColor',
    'stroke-width': name === 'more' ? 2.2 : 1.3,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
  return svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', class: 'icon' }, shape);
}
