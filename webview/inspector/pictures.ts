import { entryAt } from '../../src/graph/entry.js';
import { diverging, type Theme } from '../../src/present/theme.js';
import { mix } from '../../src/present/colours.js';
import {
  kindName,
  kindsOf,
  pixel,
  tilesOf,
  type FieldKind,
  type PictureFacts,
  type PictureKind,
} from '../../src/present/pictures/kinds.js';
import { pca } from '../../src/present/pictures/pca.js';
import { percent } from '../../src/present/comparison.js';
import { t } from '../../src/protocol/l10n.js';
import type { Scalar } from '../../src/protocol/trace.js';
import { h, sizeCanvas } from '../dom.js';

/** The chosen kind of picture for each list of offered kinds. The next such tensor is shown in the same way. */
const chosenOf = new Map<string, PictureKind>();

const tallest = 300;
const largestPixel = 14;
const gap = 2;
const mostTiles = 8;

export interface PictureLook {
  theme: Theme;
  scale: Theme['value'];
  name: string;
}

/**
 * A choice of the picture of a tensor, above a place for this picture.
 * @param heat shows or hides the heat map, which every tensor has; `show` is false where another picture replaces it
 * @param field makes a picture that must be computed
 */
export function pictureChoice(
  facts: PictureFacts,
  data: readonly Scalar[],
  look: PictureLook,
  heat: (show: boolean) => void,
  field: (kind: FieldKind) => HTMLElement,
): HTMLElement | null {
  const kinds = kindsOf(facts);
  if (kinds.length < 2) return null;
  const family = kinds.join();
  const slot = h('div', { class: 'picture-slot' });
  const select = h(
    'select',
    { class: 'select', 'aria-label': t('{0} shown as', look.name), 'data-testid': 'picture-kind' },
    ...kinds.map((kind) => h('option', { value: kind, text: kindName(kind) })),
  );
  const show = (kind: PictureKind) => {
    heat(kind === 'heat');
    slot.replaceChildren();
    if (kind === 'points') slot.append(...pointsView(facts, data, look));
    else if (kind === 'plane' || kind === 'landscape') slot.append(field(kind));
    else if (kind !== 'heat' && kind !== 'number') slot.append(...tilesView(facts, data, kind, look));
  };
  select.value = chosenOf.get(family) ?? kinds[0]!;
  select.addEventListener('change', () => {
    chosenOf.set(family, select.value as PictureKind);
    show(select.value as PictureKind);
  });
  requestAnimationFrame(() => show(select.value as PictureKind));
  return h('div', { class: 'picture-choice' }, h('label', { class: 'picker' }, h('span', { text: t('as') }), select), slot);
}

/** Tiles in rows and columns: a batch of images, the channels of each, filters, heads. */
function tilesView(
  { shape, min, max }: PictureFacts,
  data: readonly Scalar[],
  kind: PictureKind,
  { theme, scale, name }: PictureLook,
): HTMLElement[] {
  const isColour = kind === 'colour';
  const { rows, cols, height, width, starts, all } = tilesOf(shape, isColour, mostTiles);
  const canvas = h('canvas', { class: 'heat-canvas', role: 'img', 'aria-label': `${kindName(kind)}: ${name}, ${rows} × ${cols}` });
  const readout = h('div', { class: 'heat-readout' });
  const box = 250;
  const size = Math.min(largestPixel, (box - gap * (cols - 1)) / (cols * width), (tallest - gap * (rows - 1)) / (rows * height));
  const [tileW, tileH] = [width * size + gap, height * size + gap];
  const context = sizeCanvas(canvas, cols * tileW - gap, rows * tileH - gap);
  const limit = Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0)) || 1;
  const plane = height * width;
  const bytes = (max ?? 0) > 1 ? 1 : 255;
  const ink = theme.highContrast ? theme.foreground : scale.positive;
  starts.forEach((start, tile) => {
    const [left, top] = [(tile % cols) * tileW, Math.floor(tile / cols) * tileH];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = start + y * width + x;
        const value = pixel(data, at);
        if (isColour) context.fillStyle = `rgb(${[0, 1, 2].map((c) => Math.round(pixel(data, at + c * plane) * bytes)).join(' ')})`;
        else if (Number.isNaN(value)) context.fillStyle = theme.error;
        else context.fillStyle = kind === 'heads' ? mix(theme.background, ink, value) : diverging(theme, scale, value, limit);
        context.fillRect(left + x * size, top + y * size, size + 0.3, size + 0.3);
      }
    context.strokeStyle = mix(theme.background, theme.foreground, 0.25);
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, width * size - 1, height * size - 1);
  });
  canvas.addEventListener('mousemove', ({ offsetX, offsetY }) => {
    const tile = Math.floor(offsetY / tileH) * cols + Math.floor(offsetX / tileW);
    const start = starts[tile];
    const [x, y] = [Math.floor((offsetX % tileW) / size), Math.floor((offsetY % tileH) / size)];
    if (start === undefined || x >= width || y >= height) return;
    const flat = start + y * width + x;
    readout.textContent = `[${entryAt(flat, shape).join(', ')}]  ${String(data[flat])}`;
  });
  canvas.addEventListener('mouseleave', () => (readout.textContent = ''));
  const left = all - starts.length;
  const note = left > 0 ? t('{0} of {1} are shown.', starts.length, all) : tileNames(shape, kind);
  return [canvas, readout, h('p', { class: 'hint', text: note })];
}

/** The names of the rows and columns of tiles. */
function tileNames(shape: readonly number[], kind: PictureKind): string {
  if (kind === 'heads')
    return shape.length > 3 ? t('Down: the batch; right: the heads.') : t('One map for each head: rows look at columns.');
  return shape.length === 4 && kind === 'images' && shape[0]! > 1 && shape[1]! > 1 ? t('Down: dim 0; right: dim 1.') : '';
}

const side = 240;
const inset = 10;

/** The rows of a table as points, along the two directions in which they differ most. */
function pointsView({ shape }: PictureFacts, data: readonly Scalar[], { theme, scale, name }: PictureLook): HTMLElement[] {
  const [rows, cols] = shape as [number, number];
  const { points, shares } = pca(
    data.map((_, i) => pixel(data, i)),
    rows,
    cols,
  );
  const canvas = h('canvas', { class: 'heat-canvas', role: 'img', 'aria-label': `${kindName('points')}: ${name}, ${rows}` });
  const readout = h('div', { class: 'heat-readout' });
  const context = sizeCanvas(canvas, side, side);
  const reach = Math.max(1e-12, ...points.flat().map(Math.abs));
  const at = ([x, y]: [number, number]) =>
    [side / 2 + (x / reach) * (side / 2 - inset), side / 2 - (y / reach) * (side / 2 - inset)] as const;
  context.strokeStyle = mix(theme.background, theme.foreground, 0.25);
  context.strokeRect(0.5, 0.5, side - 1, side - 1);
  context.font = `10px ${theme.font}`;
  points.forEach((point, row) => {
    const [x, y] = at(point);
    context.fillStyle = theme.highContrast ? theme.foreground : scale.positive;
    context.beginPath();
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fill();
    if (rows > 40) return;
    context.fillStyle = theme.foreground;
    context.fillText(String(row), Math.min(side - 16, x + 5), y + 3);
  });
  canvas.addEventListener('mousemove', ({ offsetX, offsetY }) => {
    let nearest = 0;
    const distance = (row: number) => {
      const [x, y] = at(points[row]!);
      return (x - offsetX) ** 2 + (y - offsetY) ** 2;
    };
    for (let row = 1; row < rows; row++) if (distance(row) < distance(nearest)) nearest = row;
    readout.textContent = t('row {0}', nearest);
  });
  canvas.addEventListener('mouseleave', () => (readout.textContent = ''));
  const share = t('Each point is a row. The picture holds {0} of how they differ.', percent(shares[0] + shares[1]));
  return [canvas, readout, h('p', { class: 'hint', text: share })];
}
