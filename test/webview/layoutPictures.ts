import type { LayoutRequest } from '../../webview/graph/layout/types.js';
import { areaOf, crossings, type Outcome } from './layoutMeasures.js';

/** One layout of a picture, and what is written above it. */
export interface Panel {
  name: string;
  outcome: Outcome;
}

const gap = 60;
const title = 60;

/** The same graph in several layouts side by side, in one style and at one scale. */
export function sideBySide(panels: Panel[], request: LayoutRequest, labels: string[], scale: number): string {
  let right = 0;
  let bottom = 0;
  const drawn = panels.map(({ name, outcome }) => {
    const [x, y, width, height] = extent(outcome);
    const { seen } = crossings(outcome.lines);
    const caption = `<text x="0" y="-34" class="t">${name}</text><text x="0" y="-12" class="s">${seen} crossings</text>`;
    const picture = `<g transform="translate(${right} ${title})">${caption}<g transform="translate(${n(-x)} ${n(-y)})">${draw(outcome, request, labels)}</g></g>`;
    right += Math.max(width, 160) + gap;
    bottom = Math.max(bottom, height + title);
    return picture;
  });
  const [w, h] = [right - gap + 40, bottom + 40];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 0 ${n(w)} ${n(h)}" width="${n(w * scale)}" height="${n(h * scale)}" font-family="sans-serif">`,
    '<style>.n{fill:#eef3fb;stroke:#5b7ba8;stroke-width:1.5}.p{fill:#f4efe4;stroke:#a58b52;stroke-width:1.5}.b{fill:#00000008;stroke:#b5b5b5}.e{fill:none;stroke:#444;stroke-width:1.5}.l{font-size:15px;text-anchor:middle;dominant-baseline:central;fill:#222}.t{font-size:26px;font-weight:600;fill:#111}.s{font-size:18px;fill:#555}</style>',
    `<rect x="-20" width="${n(w)}" height="${n(h)}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

const n = (value: number): string => String(Math.round(value));

function extent(outcome: Outcome): [x: number, y: number, width: number, height: number] {
  const all = { ...outcome, nodes: [...outcome.nodes, ...outcome.boxes] };
  void areaOf;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of all.nodes) {
    [left, right] = [Math.min(left, x), Math.max(right, x + width)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + height)];
  }
  for (const { points } of all.lines)
    for (let i = 0; i < points.length; i += 2) [left, right] = [Math.min(left, points[i]!), Math.max(right, points[i]!)];
  return [left, top, right - left, bottom - top];
}

function draw({ nodes, boxes, lines }: Outcome, { edges }: LayoutRequest, labels: string[]): string {
  const isTarget = new Set(edges.map(({ to }) => to));
  return [
    ...boxes.map(({ x, y, width, height }) => `<rect class="b" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="8"/>`),
    ...lines.map(({ points }) => `<path class="e" d="${path(points)}"/>`),
    ...nodes.map(({ x, y, width, height }, i) => {
      const rect = `<rect class="${isTarget.has(i) ? 'n' : 'p'}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${isTarget.has(i) ? 6 : 16}"/>`;
      return `${rect}<text class="l" x="${n(x + width / 2)}" y="${n(y + height / 2)}">${labels[i]!}</text>`;
    }),
  ].join('');
}

/** In whole pixels, without the points that change nothing: the files are kept small. */
function path(points: number[]): string {
  const kept: [number, number][] = [];
  for (let i = 0; i < points.length; i += 2) {
    const at: [number, number] = [Math.round(points[i]!), Math.round(points[i + 1]!)];
    const [a, b] = kept.slice(-2);
    if (b && b[0] === at[0] && b[1] === at[1]) continue;
    if (a && b && (b[0] - a[0]) * (at[1] - a[1]) === (b[1] - a[1]) * (at[0] - a[0])) kept.pop();
    kept.push(at);
  }
  return kept.map(([x, y], i) => `${i ? 'L' : 'M'}${x} ${y}`).join('');
}
