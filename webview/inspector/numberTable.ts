import { t } from '../../src/protocol/l10n.js';
import { h, inNextFrame } from '../dom.js';
import type { Scalar } from '../../src/protocol/trace.js';
import { type EntryChoice, isSameEntry } from './choice.js';
import type { Slice } from './slices.js';

const cell = { height: 21, head: 34 } as const;
const leastWidth = 70;
const mostWidth = 180;
/** The width of a digit in the table's font, and the space beside a number. */
const digit = 6.7;
const besides = 14;
/** The most numbers that are measured for the width of the columns. */
const looked = 2000;

let tables = 0;

/**
 * The numbers of a slice. Each can be chosen. Only the visible cells are elements, so a slice may have millions of
 * numbers.
 */
export class NumberTable {
  readonly element: HTMLElement;
  private readonly canvas = h('div', { class: 'cells' });
  private readonly scroller: HTMLElement;
  private slice: Slice | null = null;
  private width = leastWidth;
  /** The cell with the keyboard's cursor. */
  private cursor: [row: number, col: number] | null = null;
  private readonly id = `numbers-${++tables}`;

  constructor(
    name: string,
    private readonly write: (value: Scalar) => string,
    private readonly choice: EntryChoice,
  ) {
    this.scroller = h(
      'div',
      {
        class: 'number-scroller',
        tabindex: '0',
        role: 'grid',
        'aria-label': t('Numbers: {0}', name),
        title: t('Enter, or a click: why this number'),
      },
      this.canvas,
    );
    const draw = inNextFrame(() => this.draw());
    this.scroller.addEventListener('scroll', draw);
    this.scroller.addEventListener('keydown', (event) => this.key(event));
    this.scroller.addEventListener('focus', () => {
      this.cursor ??= [0, 0];
      draw();
    });
    this.canvas.addEventListener('click', ({ target }) => {
      const { row, col } = (target as HTMLElement).dataset;
      if (row !== undefined && col !== undefined) this.choose(Number(row), Number(col));
    });
    choice.listen(draw);
    this.element = h('div', { class: 'number-table' }, this.scroller);
    new ResizeObserver(draw).observe(this.scroller);
  }

  show(slice: Slice): void {
    if (slice.rows !== this.slice?.rows || slice.cols !== this.slice.cols) this.cursor = this.cursor && [0, 0];
    this.slice = slice;
    this.width = columnWidth(slice, this.write);
    this.canvas.style.setProperty('--cell-width', `${this.width}px`);
    this.canvas.style.width = `${cell.head + slice.cols * this.width}px`;
    this.canvas.style.height = `${(slice.rows + 1) * cell.height}px`;
    this.scroller.style.height = `${Math.min(200, (slice.rows + 1) * cell.height + 14)}px`;
    this.scroller.setAttribute('aria-rowcount', String(slice.rows));
    this.scroller.setAttribute('aria-colcount', String(slice.cols));
    this.draw();
  }

  private choose(row: number, col: number): void {
    this.cursor = [row, col];
    if (this.slice) this.choice.choose(this.slice.index(row, col));
  }

  /** Arrow keys move from number to number. Enter explains a number. */
  private key(event: KeyboardEvent): void {
    const { slice } = this;
    const by = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as const)[event.key];
    if (!slice || (!by && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    const [row, col] = this.cursor ?? [0, 0];
    if (!by) return this.choose(row, col);
    const within = (i: number, count: number) => Math.max(0, Math.min(count - 1, i));
    this.cursor = [within(row + by[0], slice.rows), within(col + by[1], slice.cols)];
    this.bringIntoView(...this.cursor);
    this.draw();
  }

  private bringIntoView(row: number, col: number): void {
    const { scroller, width } = this;
    const [top, left] = [row * cell.height, col * width];
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else scroller.scrollTop = Math.max(scroller.scrollTop, top + 3 * cell.height - scroller.clientHeight);
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else scroller.scrollLeft = Math.max(scroller.scrollLeft, left + width + cell.head - scroller.clientWidth);
  }

  private draw(): void {
    const { slice, scroller } = this;
    if (!slice) return;
    const [firstRow, firstCol] = [Math.floor(scroller.scrollTop / cell.height), Math.floor(scroller.scrollLeft / this.width)];
    const lastRow = Math.min(slice.rows, firstRow + Math.ceil((scroller.clientHeight || 200) / cell.height) + 1);
    const lastCol = Math.min(slice.cols, firstCol + Math.ceil((scroller.clientWidth || 300) / this.width) + 1);
    const make = (text: string, left: number, top: number, className: string, role: string) => {
      const element = h('div', { class: className, role, text });
      element.style.transform = `translate(${left}px, ${top}px)`;
      return element;
    };
    const rows: HTMLElement[] = [];
    const head = h('div', { class: 'cell-row', role: 'row' });
    for (let col = firstCol; col < lastCol; col++)
      head.append(make(String(col), cell.head + col * this.width, scroller.scrollTop, 'cell head', 'columnheader'));
    for (let row = firstRow; row < lastRow; row++) {
      const line = h('div', { class: 'cell-row', role: 'row', 'aria-rowindex': String(row + 1) });
      line.append(make(String(row), scroller.scrollLeft, (row + 1) * cell.height, 'cell head row-head', 'rowheader'));
      for (let col = firstCol; col < lastCol; col++) {
        const value = slice.value(row, col);
        const element = make(this.write(value), cell.head + col * this.width, (row + 1) * cell.height, 'cell number', 'gridcell');
        const isChosen = isSameEntry(this.choice.chosen, slice.index(row, col));
        element.classList.toggle('bad', typeof value !== 'number');
        element.classList.toggle('chosen', isChosen);
        element.classList.toggle('cursor', this.cursor?.[0] === row && this.cursor[1] === col);
        element.setAttribute('aria-selected', String(isChosen));
        Object.assign(element.dataset, { row, col });
        element.id = `${this.id}-${row}-${col}`;
        line.append(element);
      }
      rows.push(line);
    }
    this.canvas.replaceChildren(...rows, head);
    if (this.cursor) scroller.setAttribute('aria-activedescendant', `${this.id}-${this.cursor.join('-')}`);
    else scroller.removeAttribute('aria-activedescendant');
  }
}

/** The width of the longest number, including its exponent and sign. */
function columnWidth({ rows, cols, value }: Slice, write: (value: Scalar) => string): number {
  let longest = 0;
  const step = Math.max(1, Math.ceil((rows * cols) / looked));
  for (let i = 0; i < rows * cols; i += step) longest = Math.max(longest, write(value(Math.floor(i / cols), i % cols)).length);
  return Math.min(mostWidth, Math.max(leastWidth, Math.ceil(longest * digit) + besides));
}
