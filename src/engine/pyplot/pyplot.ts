/** `plt`: one figure and one pair of axes are current, and calls go to them. */
import { ValueError } from '../errors.js';
import { methodsSay } from '../saying.js';
import { Artist, Axes } from './axes.js';
import type { FigureData } from './data.js';
import { type AxesGrid, Figure, type FigureOptions } from './figure.js';
import type { Plottable } from './numbers.js';
import { colorMaps } from './styles.js';
import type {
  BarOptions,
  ContourOptions,
  HistOptions,
  ImageOptions,
  LabelOptions,
  LegendOptions,
  LineOptions,
  RuleOptions,
  ScatterOptions,
  TextOptions,
} from './options.js';

interface SubplotOptions extends FigureOptions {
  nrows?: number;
  ncols?: number;
  sharex?: boolean;
  sharey?: boolean;
  squeeze?: boolean;
}

export class Pyplot {
  private readonly figures = new Map<number | string, Figure>();
  private current: Figure | null = null;
  private count = 0;
  /** The colour maps, by name: `plt.cm.viridis`. */
  readonly cm: Readonly<Record<(typeof colorMaps)[number], string>> = Object.freeze(
    Object.fromEntries(colorMaps.map((name) => [name, name])) as Record<(typeof colorMaps)[number], string>,
  );
  /** Accepted, without effect: plots follow the theme. */
  readonly rcParams: Record<string, unknown> = {};
  readonly style = Object.freeze({ use(_style: string): void {} });

  /** @internal @param tell is called with a figure that is shown or saved */
  constructor(private readonly tell: (figure: FigureData) => void) {}

  /** Makes a figure, or makes the figure with this number or name the current one. */
  figure(num: number | string | FigureOptions | null = null, options: FigureOptions = {}): Figure {
    const key = typeof num === 'number' || typeof num === 'string' ? num : null;
    const known = key === null ? undefined : this.figures.get(key);
    if (known) return (this.current = known);
    return this.make(key, { ...(typeof num === 'object' && num !== null ? num : {}), ...options });
  }

  subplots(): [Figure, Axes];
  subplots(options: Omit<SubplotOptions, 'nrows' | 'ncols'>): [Figure, Axes];
  subplots(nrows: 1, ncols?: 1, options?: SubplotOptions): [Figure, Axes];
  subplots(nrows: number, ncols?: number, options?: SubplotOptions): [Figure, AxesGrid];
  subplots(options: SubplotOptions): [Figure, AxesGrid];
  subplots(...args: (number | SubplotOptions | undefined)[]): [Figure, Axes & AxesGrid] {
    const options = args.find((one) => typeof one === 'object') ?? {};
    const [rows = options.nrows ?? 1, columns = options.ncols ?? 1] = args.filter((one) => typeof one === 'number');
    const figure = this.make(null, options);
    return [figure, figure.subplots(rows, columns) as Axes & AxesGrid];
  }

  /** The axes at a place of the current figure, counted from 1: `subplot(1, 2, 1)` or `subplot(121)`. */
  subplot(rows = 1, columns = 1, index = 1): Axes {
    return this.gcf().add_subplot(rows, columns, index);
  }

  gcf(): Figure {
    return this.current ?? this.make(null, {});
  }

  gca(): Axes {
    return this.gcf().gca();
  }

  sca(axes: Axes): void {
    this.gcf().sca(axes);
  }

  plot(...args: (Plottable | LineOptions)[]): Artist[] {
    return this.gca().plot(...args);
  }

  scatter(x: Plottable, y: Plottable, options: ScatterOptions = {}): Artist {
    return this.gca().scatter(x, y, options);
  }

  bar(x: Plottable | string[], height: Plottable, ...more: (number | Plottable | BarOptions)[]): Artist {
    return this.gca().bar(x, height, ...more);
  }

  barh(y: Plottable | string[], width: Plottable, ...more: (number | Plottable | BarOptions)[]): Artist {
    return this.gca().barh(y, width, ...more);
  }

  hist(x: Plottable, ...more: (number | Plottable | HistOptions)[]): [number[], number[], Artist] {
    return this.gca().hist(x, ...more);
  }

  imshow(image: Plottable, options: ImageOptions = {}): Artist {
    return this.gca().imshow(image, options);
  }

  matshow(image: Plottable, options: ImageOptions = {}): Artist {
    return this.gca().matshow(image, options);
  }

  contour(...args: (Plottable | ContourOptions)[]): Artist {
    return this.gca().contour(...args);
  }

  contourf(...args: (Plottable | ContourOptions)[]): Artist {
    return this.gca().contourf(...args);
  }

  fill_between(x: Plottable, y1: Plottable, ...more: (Plottable | RuleOptions)[]): Artist {
    return this.gca().fill_between(x, y1, ...more);
  }

  axhline(y: Plottable = 0, options: RuleOptions = {}): Artist {
    return this.gca().axhline(y, options);
  }

  axvline(x: Plottable = 0, options: RuleOptions = {}): Artist {
    return this.gca().axvline(x, options);
  }

  text(x: Plottable, y: Plottable, text: string, options: TextOptions = {}): Artist {
    return this.gca().text(x, y, text, options);
  }

  annotate(text: string, xy: [number, number], options: TextOptions & { xytext?: [number, number] } = {}): Artist {
    return this.gca().annotate(text, xy, options);
  }

  semilogy(...args: (Plottable | LineOptions)[]): Artist[] {
    this.yscale('log');
    return this.plot(...args);
  }

  semilogx(...args: (Plottable | LineOptions)[]): Artist[] {
    this.xscale('log');
    return this.plot(...args);
  }

  loglog(...args: (Plottable | LineOptions)[]): Artist[] {
    this.xscale('log');
    return this.semilogy(...args);
  }

  title(text: string, options?: LabelOptions): void {
    this.gca().set_title(text, options);
  }

  suptitle(text: string, options?: object): void {
    this.gcf().suptitle(text, options);
  }

  xlabel(text: string, options?: LabelOptions): void {
    this.gca().set_xlabel(text, options);
  }

  ylabel(text: string, options?: LabelOptions): void {
    this.gca().set_ylabel(text, options);
  }

  xlim(...limits: (number | null | [number, number] | { left?: number; right?: number })[]): void {
    this.gca().set_xlim(...limits);
  }

  ylim(...limits: (number | null | [number, number] | { bottom?: number; top?: number })[]): void {
    this.gca().set_ylim(...limits);
  }

  xscale(scale: 'linear' | 'log'): void {
    this.gca().set_xscale(scale);
  }

  yscale(scale: 'linear' | 'log'): void {
    this.gca().set_yscale(scale);
  }

  xticks(ticks: Plottable, labels: readonly string[] | null = null, _options?: object): void {
    this.gca().set_xticks(ticks, labels);
  }

  yticks(ticks: Plottable, labels: readonly string[] | null = null, _options?: object): void {
    this.gca().set_yticks(ticks, labels);
  }

  axis(what: string | boolean | number[]): void {
    this.gca().axis(what);
  }

  grid(visible: boolean | object | null = true, options?: object): void {
    this.gca().grid(visible, options);
  }

  legend(labels: readonly string[] | LegendOptions = {}, options: LegendOptions = {}): void {
    this.gca().legend(labels, options);
  }

  /** A bar that explains which number has which colour, for the last plot or for a given one. */
  colorbar(artist: Artist | { label?: string } | null = null, options: { label?: string; ax?: Axes | Axes[] } = {}): void {
    const isArtist = artist instanceof Artist;
    const of = isArtist ? artist : this.gca().mappable;
    if (!of)
      throw new ValueError(
        'No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).',
      );
    this.gcf().colorbar(of, isArtist || artist === null ? options : artist);
  }

  savefig(path: string, options: object = {}): void {
    this.gcf().savefig(path, options);
  }

  /** Shows every figure that has new plots, and starts without a figure. */
  show(_options?: object): void {
    this.finish();
    this.close('all');
  }

  /** Closes a figure: the current one, the one with a number, or `'all'`. */
  close(which: Figure | number | string | null = null): void {
    if (which === 'all') {
      this.figures.clear();
      this.current = null;
      return;
    }
    const closed = which === null ? this.current : which instanceof Figure ? which : this.figures.get(which);
    for (const [key, figure] of this.figures) if (figure === closed) this.figures.delete(key);
    if (this.current === closed) this.current = [...this.figures.values()].at(-1) ?? null;
  }

  clf(): void {
    this.gcf().clear();
  }

  cla(): void {
    this.gca().cla();
  }

  tight_layout(_options?: object): void {}
  subplots_adjust(_options?: object): void {}
  pause(_seconds: number): void {}
  ion(): void {}
  ioff(): void {}
  draw(): void {}

  /** @internal Shows all plots that were not shown yet. */
  finish(): void {
    const failed: unknown[] = [];
    for (const figure of this.figures.values()) {
      // One that cannot be drawn does not keep the others from being shown.
      try {
        if (figure.isDirty) this.emit(figure, null);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  }

  private make(key: number | string | null, options: FigureOptions): Figure {
    const figure = new Figure((one, file) => this.emit(one, file), options);
    this.figures.set(key ?? this.free(), figure);
    if (this.figures.size > 200) throw new ValueError('More than 200 figures are open: close those that are done with plt.close(fig).');
    return (this.current = figure);
  }

  private free(): number {
    let number = 1;
    while (this.figures.has(number)) number++;
    return number;
  }

  private emit(figure: Figure, file: string | null): void {
    if (figure.all.length === 0) return;
    figure.isDirty = false;
    const name = file === null ? `figure-${++this.count}` : nameOf(file);
    this.tell(figure.written(name, file !== null));
  }
}

methodsSay(Pyplot, Axes, Figure, Artist);

/** The name of a file, without its folder and its extension. */
const nameOf = (path: string): string =>
  path
    .replace(/^.*[\\/]/, '')
    .replace(/\.\w+$/, '')
    .slice(0, 100) || 'figure';
