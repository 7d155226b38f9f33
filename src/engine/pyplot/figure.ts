import { ValueError } from '../errors.js';
import { typeName } from '../operators/typeName.js';
import type { Artist } from './axes.js';
import { Axes } from './axes.js';
import type { AxesData, FigureData } from './data.js';
import { checked, thinned } from './thinning.js';

export interface FigureOptions {
  /** Inches. */
  figsize?: [number, number] | readonly number[];
  dpi?: number;
  layout?: string;
  tight_layout?: boolean;
}

/** The axes of `subplots`: a list for one row or column, a list of rows for several. */
export interface AxesGrid extends Array<Axes & AxesGrid> {
  /** All axes in one list. */
  flatten(): Axes[];
  ravel(): Axes[];
}

const DEFAULT_SIZE = [6.4, 4.8] as const;

export class Figure {
  /** @internal */
  readonly all: Axes[] = [];
  /** @internal True when something was plotted since the figure was last shown. */
  isDirty = false;
  private rows = 1;
  private columns = 1;
  private title = '';
  private size: readonly number[];
  private current: Axes | null = null;

  /** @internal @param show is called with a figure, and with the name of a file if there is one */
  constructor(
    private readonly show_: (figure: Figure, file: string | null) => void,
    { figsize = DEFAULT_SIZE }: FigureOptions = {},
  ) {
    this.size = sizeOf(figsize);
  }

  get axes(): Axes[] {
    return [...this.all];
  }

  /** @internal */
  touched(): void {
    this.isDirty = true;
  }

  /** The axes that plots go to; they are made if there are none. */
  gca(): Axes {
    return (this.current ??= this.all.at(-1) ?? this.place([0, 0, this.rows, this.columns]));
  }

  /** @internal */
  sca(axes: Axes): void {
    if (!(axes instanceof Axes)) throw new ValueError('sca() takes axes, such as those that subplots() returns');
    this.current = axes;
  }

  /** Axes at a place of a grid, which is counted from 1: `add_subplot(2, 2, 1)`, or `add_subplot(221)`. */
  add_subplot(rows = 1, columns = 1, index = 1, _options: object = {}): Axes {
    if (rows >= 111 && columns === 1 && index === 1) return this.add_subplot(Math.floor(rows / 100), Math.floor(rows / 10) % 10, rows % 10);
    if (!(index >= 1 && index <= rows * columns))
      throw new ValueError(`num must be an integer with 1 <= num <= ${rows * columns}, not ${index}`);
    this.regrid(rows, columns);
    const at: AxesData['place'] = [Math.floor((index - 1) / columns), (index - 1) % columns, 1, 1];
    const there = this.all.find(({ data }) => data.place.every((one, i) => one === at[i]));
    return (this.current = there ?? this.place(at));
  }

  /** Axes in rows and columns: a single one by itself, one row or column as a list, several as a list of rows. */
  subplots(rows: number, columns: number): Axes | AxesGrid {
    this.regrid(rows, columns);
    const made = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => this.place([row, column, 1, 1])));
    this.current = made[0][0]!;
    const flat = made.flat();
    if (flat.length === 1) return flat[0];
    const grid = rows === 1 || columns === 1 ? flat : made.map((row) => withAll(row, row));
    return withAll(grid as unknown as Axes[], flat);
  }

  suptitle(text: string, _options?: object): void {
    this.title = String(text);
    this.isDirty = true;
  }

  /** A bar that explains which number has which colour. */
  colorbar(
    artist: Artist,
    { label = '', ax }: { label?: string; ax?: Axes | Axes[]; fraction?: number; pad?: number; shrink?: number } = {},
  ): void {
    const axes = ax && !Array.isArray(ax) ? ax : artist.axes;
    const owner = axes.data.marks.includes(artist.mark) ? axes : artist.axes;
    owner.change((data) => data.bars.push({ mark: data.marks.indexOf(artist.mark), label }));
  }

  /**
   * Shows the figure under the name of a file. The file is written only if the user asked for files: `tensor-lens run
   * --plots DIR`.
   */
  savefig(path: string, _options: object = {}): void {
    this.show_(this, String(path));
  }

  show(): void {
    this.show_(this, null);
  }

  set_size_inches(width: number, height: number): void {
    this.size = sizeOf([width, height]);
  }

  tight_layout(_options?: object): void {}
  subplots_adjust(_options?: object): void {}

  clear(): void {
    this.all.length = 0;
    this.current = null;
    this.title = '';
  }

  clf(): void {
    this.clear();
  }

  /** @internal The whole figure as plain data. */
  written(name: string, isSaved: boolean): FigureData {
    const { rows, columns, title } = this;
    const [width = 0, height = 0] = this.size;
    const { axes, isThinned } = thinned(this.all.map(({ data }) => data));
    return checked({ name, isSaved, title, width, height, rows, columns, axes, isThinned });
  }

  private regrid(rows: number, columns: number): void {
    if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 1 || columns < 1 || rows * columns > 400)
      throw new ValueError(
        `Number of rows and columns must be positive integers, at most 400 axes together, not ${shown(rows)} and ${shown(columns)}`,
      );
    if (rows === this.rows && columns === this.columns) return;
    // Existing axes keep their part of the figure, in the smallest grid that contains both grids.
    const [all, across] = [common(rows, this.rows), common(columns, this.columns)];
    for (const { data } of this.all) {
      const [row, column, high, wide] = data.place;
      const [down, right] = [all / this.rows, across / this.columns];
      data.place = [row * down, column * right, high * down, wide * right];
    }
    if (this.all.length === 0) [this.rows, this.columns] = [rows, columns];
    else [this.rows, this.columns] = [all, across];
    this.step = [this.rows / rows, this.columns / columns];
  }

  private step: [number, number] = [1, 1];

  private place([row, column, high, wide]: AxesData['place']): Axes {
    const [down, right] = this.step;
    const axes = new Axes(this, [row * down, column * right, high * down, wide * right]);
    this.all.push(axes);
    return axes;
  }
}

function withAll(grid: Axes[], all: Axes[]): AxesGrid {
  const flatten = () => [...all];
  Object.defineProperties(grid, { flatten: { value: flatten }, ravel: { value: flatten } });
  return grid as AxesGrid;
}

function sizeOf(size: readonly number[]): number[] {
  if (size.length !== 2 || !size.every((one) => one > 0 && one <= 100))
    throw new ValueError(`figure size must be positive finite, and at most 100 inches, not (${size.join(', ')})`);
  return [...size];
}

const common = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a * b) / x;
};

const shown = (given: unknown): string => (typeof given === 'number' ? String(given) : typeName(given ?? null));
