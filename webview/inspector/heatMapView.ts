import { t } from '../../src/protocol/l10n.js';
import type { Scalar } from '../../src/protocol/trace.js';
import { h, sizeCanvas } from '../dom.js';
import { type Theme, diverging } from '../../src/present/theme.js';
import { type EntryChoice, isSameEntry } from './choice.js';
import type { SharedCut } from './sharedCut.js';
import { sliceOf, type Slice } from './slices.js';

const tallest = 240;

export interface HeatMapLook {
  theme: Theme;
  scale: { negative: string; positive: string };
  name: string;
  write(value: Scalar): string;
}

/** One slice of a tensor as a picture. Pickers choose the dims that it shows and those that it cuts. */
export class HeatMapView {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { class: 'heat-canvas', role: 'img' });
  private readonly readout = h('div', { class: 'heat-readout' });
  private readonly pickers = h('div', { class: 'dim-pickers' });
  private slice: Slice;
  onslice: (slice: Slice) => void = () => undefined;

  /**
   * @param limit the element size with the full colour; `isWhole`: the elements are the tensor's own, not means of many
   */
  constructor(
    private readonly data: readonly Scalar[],
    private readonly shape: readonly number[],
    private readonly limit: number,
    private readonly look: HeatMapLook,
    private readonly shared: SharedCut,
    private readonly isWhole: boolean,
    private readonly choice: EntryChoice | null = null,
  ) {
    this.slice = sliceOf(data, shape, shared.cut);
    this.canvas.setAttribute('aria-label', t('Heat map: {0}', look.name));
    this.canvas.addEventListener('mousemove', (event) => this.point(event));
    this.canvas.addEventListener('mouseleave', () => (this.readout.textContent = ''));
    if (choice) {
      this.canvas.addEventListener('click', (event) => choice.choose(this.slice.index(...this.cellAt(event))));
      choice.listen(() => this.draw());
    }
    this.element = h('div', { class: 'heat-map' }, this.pickers, this.canvas, this.readout);
    if (shape.length > 1 && isWhole) this.makePickers();
    shared.listen(() => this.refresh());
  }

  private makePickers(): void {
    const { shape, shared } = this;
    const { cut } = shared;
    const dimSelect = (name: string, value: number, set: (dim: number) => void) => {
      const select = h(
        'select',
        { class: 'select', 'aria-label': t('Dim along {0}', name) },
        ...shape.map((size, d) => h('option', { value: String(d), text: t('dim {0} ({1})', d, size), selected: d === value })),
      );
      select.addEventListener('change', () => set(Number(select.value)));
      return h('label', { class: 'picker' }, h('span', { text: name }), select);
    };
    const { rowDim, colDim } = cut;
    const rows = dimSelect(t('rows'), rowDim, (dim) => shared.change({ ...cut, rowDim: dim, colDim: dim === colDim ? rowDim : colDim }));
    const cols = dimSelect(t('columns'), colDim, (dim) => shared.change({ ...cut, colDim: dim, rowDim: dim === rowDim ? colDim : rowDim }));
    this.pickers.replaceChildren(
      rows,
      cols,
      ...shape.flatMap((size, d) => (d === rowDim || d === colDim ? [] : [this.indexPicker(d, size)])),
    );
  }

  /** Picks the index in one of the other dims, such as the channel of an image. */
  private indexPicker(dim: number, size: number): HTMLElement {
    const at = this.shared.cut.at[dim]!;
    const range = h('input', {
      type: 'range',
      class: 'slider',
      min: '0',
      max: String(Math.max(0, size - 1)),
      value: String(at),
      disabled: size < 2,
      'aria-label': t('Index in dim {0}', dim),
      'data-dim': String(dim),
    });
    range.addEventListener('input', () => {
      const { cut } = this.shared;
      this.shared.change({ ...cut, at: cut.at.map((index, d) => (d === dim ? Number(range.value) : index)) });
    });
    return h(
      'label',
      { class: 'picker' },
      h('span', { text: t('dim {0}', dim) }),
      range,
      h('span', { class: 'picker-value', text: String(at) }),
    );
  }

  /** The cut has changed, in this picture or in the other one. */
  private refresh(): void {
    const { cut } = this.shared;
    const shown = [...this.pickers.querySelectorAll('select')].map(({ value }) => Number(value));
    // A slider that is being dragged must not be replaced.
    if (shown.length > 0 && (shown[0] !== cut.rowDim || shown[1] !== cut.colDim)) this.makePickers();
    else
      for (const range of this.pickers.querySelectorAll<HTMLInputElement>('input[type=range]')) {
        range.value = String(cut.at[Number(range.dataset['dim'])]);
        range.nextElementSibling!.textContent = range.value;
      }
    this.draw();
  }

  draw(): void {
    this.slice = sliceOf(this.data, this.shape, this.shared.cut);
    const { rows, cols } = this.slice;
    const width = this.element.clientWidth || 260;
    const cell = Math.min(28, width / Math.max(1, cols), tallest / Math.max(1, rows));
    const cellHeight = rows === 1 ? Math.max(22, cell) : cell;
    const cellWidth = cols === 1 ? Math.max(22, cell) : cell;
    const [w, hgt] = [Math.max(1, cols * cellWidth), Math.max(4, rows * cellHeight)];
    const context = sizeCanvas(this.canvas, Math.min(width, w), Math.min(tallest, hgt));
    const { theme, scale } = this.look;
    const [stepR, stepC] = [Math.max(1, Math.floor(1 / cell)), Math.max(1, Math.floor(1 / cell))];
    for (let row = 0; row < rows; row += stepR)
      for (let col = 0; col < cols; col += stepC) {
        const value = this.slice.value(row, col);
        const [x, y] = [col * cellWidth, row * cellHeight];
        const finite = typeof value === 'number';
        context.fillStyle = finite ? diverging(theme, scale, value, this.limit) : theme.error;
        context.fillRect(x, y, stepC * cellWidth + 0.3, stepR * cellHeight + 0.3);
        if (!finite && cell > 6) {
          context.fillStyle = theme.background;
          context.font = `${Math.min(10, cell * 0.4)}px ${theme.font}`;
          context.fillText(value, x + 2, y + cell * 0.65);
        }
      }
    this.mark(context, cellWidth, cellHeight);
    this.onslice(this.slice);
  }

  /** Draws a frame around the explained entry. */
  private mark(context: CanvasRenderingContext2D, width: number, height: number): void {
    const chosen = this.choice?.chosen;
    if (!chosen) return;
    const { rowDim, colDim } = this.shared.cut;
    const [row, col] = [rowDim < 0 ? 0 : chosen[rowDim]!, colDim < 0 ? 0 : chosen[colDim]!];
    if (!isSameEntry(chosen, this.slice.index(row, col))) return;
    context.strokeStyle = this.look.theme.focus;
    context.lineWidth = 2;
    context.strokeRect(col * width + 1, row * height + 1, Math.max(2, width - 2), Math.max(2, height - 2));
  }

  private cellAt(event: MouseEvent): [row: number, col: number] {
    const { rows, cols } = this.slice;
    const box = this.canvas.getBoundingClientRect();
    const row = Math.min(rows - 1, Math.max(0, Math.floor(((event.clientY - box.top) / box.height) * rows)));
    const col = Math.min(cols - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * cols)));
    return [row, col];
  }

  private point(event: MouseEvent): void {
    const [row, col] = this.cellAt(event);
    const value = this.look.write(this.slice.value(row, col));
    this.readout.textContent = this.isWhole ? `[${this.slice.index(row, col).join(', ')}]  ${value}` : t('mean {0}', value);
  }
}
