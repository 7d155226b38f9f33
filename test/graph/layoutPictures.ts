import type { LayoutRequest } from '../../src/graph/layout/types.js';
import { crossings, extentOf, type Outcome } from './layoutMeasures.js';

/** One layout in a picture, with the text above it. */
export interface Panel {
  name: string;
  outcome: Outcome;
}

const gap = 70;
const head = 90;
/** The width of a picture on the page, and its largest height, in pixels. */
const page = { width: 1000, height: 1600 };

const style =
  '.n,.p{fill:#eef3fb;stroke:#5b7ba8;stroke-width:2}.p{fill:#f7f1e3;stroke:#a58b52}.b{fill:#0000000a;stroke:#b5b5b5}' +
  '.e{fill:none;stroke:#333;stroke-width:2}.l{font-size:20px;text-anchor:middle;dominant-baseline:central;fill:#222}' +
  '.t{font-size:40px;font-weight:600;fill:#111}.s{font-size:28px;fill:#555}';

/** The same graph in several layouts side by side, with one style and one scale. */
export function sideBySide(panels: Panel[], request: LayoutRequest, labels: string[]): string {
  let right = 0;
  let bottom = 0;
  const drawn = panels.map(({ name, outcome }) => {
    const { x, y, width, height } = extentOf(outcome);
    const { seen } = crossings(outcome.lines);
    const caption = `<text y="-50" class="t">${name}</text><text y="-16" class="s">${seen} crossings</text>`;
    const picture = `<g transform="translate(${n(-x)} ${n(-y)})">${draw(outcome, request, labels)}</g>`;
    const panel = `<g transform="translate(${n(right)} ${head})">${caption}${picture}</g>`;
    right += Math.max(width, 220) + gap;
    bottom = Math.max(bottom, height + head);
    return panel;
  });
  const [w, h] = [right - gap + 40, bottom + 40];
  const scale = Math.min(page.width / w, page.height / h);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 0 ${n(w)} ${n(h)}" width="${n(w * scale)}" height="${n(h * scale)}" font-family="sans-serif">`,
    `<style>${style}</style><rect x="-20" width="${n(w)}" height="${n(h)}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

const n = (value: number): string => String(Math.round(value));

function draw({ nodes, boxes, lines }: Outcome, { edges }: LayoutRequest, labels: string[]): string {
  const isComputed = new Set(edges.map(({ to }) => to));
  const rect = (kind: string, radius: number, { x, y, width, height }: Outcome['nodes'][number]) =>
    `<rect class="${kind}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}"/>`;
  return [
    ...boxes.map((box) => rect('b', 8, box)),
    ...lines.map(({ points }) => `<path class="e" d="${path(points)}"/>`),
    ...nodes.map((node, i) => {
      const text = `<text class="l" x="${n(node.x + node.width / 2)}" y="${n(node.y + node.height / 2)}">${labels[i]!}</text>`;
      return (isComputed.has(i) ? rect('n', 6, node) : rect('p', 18, node)) + text;
    }),
  ].join('');
}

/** A path in whole pixels, without points that change nothing, so that the files are small. */
function path(points: number[]): string {
  const kept: [number, number][] = [];
  for (let i = 0; i < points.length; i += 2) {
    const at: [number, number] = [Math.round(points[i]!), Math.round(points[i + 1]!)];
    const [a, b] = kept.length > 1 ? kept.slice(-2) : [undefined, kept[0]];
    if (b && b[0] === at[0] && b[1] === at[1]) continue;
    if (a && b && (b[0] - a[0]) * (at[1] - a[1]) === (b[1] - a[1]) * (at[0] - a[0])) kept.pop();
    kept.push(at);
  }
  return kept.map(([x, y], i) => `${i ? 'L' : 'M'}${x} ${y}`).join('');
}
