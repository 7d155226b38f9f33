import { entryText, type Which } from '../../src/present/explanation.js';
import { type Theme, diverging } from '../../src/present/theme.js';
import { t } from '../../src/protocol/l10n.js';
import type { Scalar, TensorData, TraceNode } from '../../src/protocol/trace.js';
import { h, sizeCanvas } from '../dom.js';
import { firstCut, sliceOf, type Slice } from './slices.js';

const widest = 150;
const tallest = 110;
const largestCell = 16;

/** A tensor as a small heat map, in which some entries are lit. It shows the slice with the first of these entries. */
export function involvedMap(
  node: TraceNode,
  which: Which,
  entries: readonly (readonly number[])[],
  theme: Theme,
  load: () => Promise<TensorData | null>,
): HTMLElement {
  const name = entryText(node, [], which);
  const canvas = h('canvas', { class: 'heat-canvas', role: 'img', 'aria-label': t('{0}: {1} entries lit', name, entries.length) });
  const element = h('figure', { class: 'involved-map' }, canvas, h('figcaption', { class: 'mono', text: name }));
  const data = node[which]?.data;
  if (data) paint(data);
  else
    load().then(
      (tensor) => tensor && paint(tensor.data),
      () => undefined,
    );
  return element;

  function paint(all: readonly Scalar[]): void {
    const slice = sliceOf(all, node.shape, { ...firstCut(node.shape), at: [...entries[0]!] });
    draw(canvas, slice, entries, theme, which === 'value' ? theme.value : theme.grad, greatest(all));
  }
}

function draw(
  canvas: HTMLCanvasElement,
  slice: Slice,
  entries: readonly (readonly number[])[],
  theme: Theme,
  scale: Theme['value'],
  limit: number,
): void {
  const { rows, cols } = slice;
  const cell = Math.min(largestCell, widest / cols, tallest / rows);
  const context = sizeCanvas(canvas, Math.max(8, cols * cell), Math.max(8, rows * cell));
  const lit = new Set(entries.map((entry) => entry.join()));
  const step = Math.max(1, Math.floor(1 / cell));
  const marks: [x: number, y: number][] = [];
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const isLit = lit.has(slice.index(row, col).join());
      if (isLit) marks.push([col * cell, row * cell]);
      if (row % step !== 0 || col % step !== 0) continue;
      const value = slice.value(row, col);
      context.fillStyle = typeof value === 'number' ? diverging(theme, scale, value, limit) : theme.error;
      context.fillRect(col * cell, row * cell, step * cell + 0.3, step * cell + 0.3);
    }
  context.strokeStyle = theme.focus;
  context.lineWidth = 2;
  const size = Math.max(3, cell);
  for (const [x, y] of marks) context.strokeRect(x + 1, y + 1, size - 2, size - 2);
}

const greatest = (cells: readonly Scalar[]): number =>
  cells.reduce<number>((most, v) => (typeof v === 'number' ? Math.max(most, Math.abs(v)) : most), 0);
