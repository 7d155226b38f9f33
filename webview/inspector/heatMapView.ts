import type { Scalar, Summary } from '../../src/protocol/trace.js';
import { h, sizeCanvas } from '../dom.js';
import { short } from '../format.js';
import { diverging, type Theme } from '../theme.js';
import { firstCut, sliceOf, type Cut, type Slice } from './slices.js';

const tallest = 240;

/** One slice of a tensor as a picture, with pickers for the dims that it shows and those that it cuts. */
export class HeatMapView {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { class: 'heat-canvas', role: 'img' });
  private readonly readout = h('div', { class: 'heat-readout' });
  private readonly pickers = h('div', { class: 'dim-pickers' });
  private cut: Cut;
  private slice: Slice;
  onslice: (slice: Slice) => void = () => undefined;

  constructor(
    private readonly data: readonly Scalar[],
    private readonly shape: readonly number[],
    private readonly summary: Summary,
    private theme: Theme,
    private readonly scale: { negative: string; positive: string },
    name: string,
  ) {
    this.cut = firstCut(shape);
    this.slice = sliceOf(data, shape, this.cut);
    this.canvas.setAttribute('aria-label', `Heat map of the ${name}`);
    this.canvas.addEventListener('mousemove', (event) => this.point(event));
    this.canvas.addEventListener('mouseleave', () => this.idle());
    this.element = h('div', { class: 'heat-map' }, this.pickers, this.canvas, this.readout);
    if (shape.length > 2) this.makePickers();
    this.idle();
  }

  current(): Slice {
    return this.slice;
  }

  private makePickers(): void {
    const { shape, cut } = this;
    const dimSelect = (name: string, value: number, set: (dim: number) => void) => {
      const select = h(
        'select',
        { class: 'select', 'aria-label': `${name} dim` },
        ...shape.map((size, d) => h('option', { value: String(d), text: `dim ${d} (${size})`, selected: d === value })),
      );
      select.addEventListener('change', () => {
        set(Number(select.value));
        this.refresh();
      });
      return h('label', { class: 'picker' }, h('span', { text: name }), select);
    };
    const rows = dimSelect('rows', cut.rowDim, (dim) => {
      if (dim === cut.colDim) cut.colDim = cut.rowDim;
      cut.rowDim = dim;
    });
    const cols = dimSelect('columns', cut.colDim, (dim) => {
      if (dim === cut.rowDim) cut.rowDim = cut.colDim;
      cut.colDim = dim;
    });
    const others = shape.flatMap((size, d) => {
      if (d === cut.rowDim || d === cut.colDim) return [];
      const value = h('span', { class: 'picker-value', text: String(cut.at[d]) });
      const range = h('input', {
        type: 'range',
        class: 'slider',
        min: '0',
        max: String(size - 1),
        value: String(cut.at[d]),
        'aria-label': `Index in dim ${d}`,
      });
      range.addEventListener('input', () => {
        cut.at[d] = Number(range.value);
        value.textContent = range.value;
        this.draw();
      });
      return [h('label', { class: 'picker' }, h('span', { text: `dim ${d}` }), range, value)];
    });
    this.pickers.replaceChildren(rows, cols, ...others);
  }

  private refresh(): void {
    this.makePickers();
    this.draw();
  }

  draw(): void {
    this.slice = sliceOf(this.data, this.shape, this.cut);
    const { rows, cols } = this.slice;
    const width = this.element.clientWidth || 260;
    const cell = Math.min(28, width / Math.max(1, cols), tallest / Math.max(1, rows));
    const cellHeight = rows === 1 ? Math.max(22, cell) : cell;
    const [w, hgt] = [Math.max(1, cols * cell), Math.max(4, rows * cellHeight)];
    const context = sizeCanvas(this.canvas, Math.min(width, w), Math.min(tallest, hgt));
    const limit = Math.max(Math.abs(this.summary.min ?? 0), Math.abs(this.summary.max ?? 0));
    const [stepR, stepC] = [Math.max(1, Math.floor(1 / cell)), Math.max(1, Math.floor(1 / cell))];
    for (let row = 0; row < rows; row += stepR)
      for (let col = 0; col < cols; col += stepC) {
        const value = this.slice.value(row, col);
        const [x, y] = [col * cell, row * cellHeight];
        const finite = typeof value === 'number';
        context.fillStyle = finite ? diverging(this.theme, this.scale, value, limit) : this.theme.error;
        context.fillRect(x, y, stepC * cell + 0.3, stepR * cellHeight + 0.3);
        if (!finite && cell > 6) {
          context.fillStyle = this.theme.background;
          context.font = `${Math.min(10, cell * 0.4)}px ${this.theme.font}`;
          context.fillText(value, x + 2, y + cell * 0.65);
        }
      }
    this.onslice(this.slice);
  }

  private point(event: MouseEvent): void {
    const { rows, cols } = this.slice;
    const box = this.canvas.getBoundingClientRect();
    const row = Math.min(rows - 1, Math.max(0, Math.floor(((event.clientY - box.top) / box.height) * rows)));
    const col = Math.min(cols - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * cols)));
    this.readout.textContent = `[${this.slice.index(row, col).join(', ')}]  ${short(this.slice.value(row, col))}`;
  }

  private idle(): void {
    const { min, max } = this.summary;
    this.readout.textContent = min === null ? '' : `${short(min)} to ${short(max)}`;
  }
}
