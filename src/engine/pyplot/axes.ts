/** Axes of a figure, with matplotlib's names. Each plot becomes a mark. */
import { ValueError } from '../errors.js';
import { typeName } from '../operators/typeName.js';
import type { AxesData, AxisData, Mark } from './data.js';
import { contourMark, imageMark } from './fields.js';
import { barMarks, histogram, lineMarks, pointsMark } from './marks.js';
import { finite, flat, isNumeric, single, type Plottable } from './numbers.js';
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
import { colorOf, dashOf, look } from './styles.js';

/** A plotted object, which `colorbar` accepts. */
export class Artist {
  constructor(
    readonly axes: Axes,
    /** @internal */
    readonly mark: Mark,
  ) {}

  set_label(label: string): void {
    this.mark.label = String(label);
  }
}

type Limits = [number, number];

/** The figure of the axes, which is told about each plot. */
interface Owner {
  touched(): void;
}

const axis = (): AxisData => ({ label: '', low: null, high: null, scale: 'linear', ticks: null, isReversed: false });

export class Axes {
  /** @internal */
  readonly data: AxesData;
  /** @internal The mark that `plt.colorbar()` describes. */
  mappable: Artist | null = null;
  private turn = 0;

  /** @internal */
  constructor(
    private readonly owner: Owner,
    place: AxesData['place'],
  ) {
    this.data = { place, title: '', x: axis(), y: axis(), grid: false, legend: null, isOff: false, isEqual: false, marks: [], bars: [] };
  }

  /** Lines and points: `plot(y)`, `plot(x, y, 'r--', { label })`, or several of these groups one after another. */
  plot(...args: (Plottable | LineOptions)[]): Artist[] {
    return this.add(...lineMarks(args, () => this.nextColor()));
  }

  scatter(x: Plottable, y: Plottable, options: ScatterOptions = {}): Artist {
    const [artist] = this.add(pointsMark(x, y, options, () => this.nextColor()));
    if (artist && 'mapped' in artist.mark) this.mappable = artist;
    return artist;
  }

  /** Vertical bars at `x`: numbers, or names. */
  bar(x: Plottable | string[], height: Plottable, ...more: (number | Plottable | BarOptions)[]): Artist {
    const { mark, names } = barMarks(x, height, more, false, () => this.nextColor());
    if (names) this.data.x.ticks = names;
    return this.add(mark)[0];
  }

  /** Horizontal bars at `y`. */
  barh(y: Plottable | string[], width: Plottable, ...more: (number | Plottable | BarOptions)[]): Artist {
    const { mark, names } = barMarks(y, width, more, true, () => this.nextColor());
    if (names) this.data.y.ticks = names;
    return this.add(mark)[0];
  }

  /**
   * A histogram: the count of numbers in each bin. @returns the counts, the edges of the bins, and the drawn objects
   */
  hist(x: Plottable, ...more: (number | Plottable | HistOptions)[]): [number[], number[], Artist] {
    const { mark, counts, edges } = histogram(x, more, () => this.nextColor());
    return [counts, edges, this.add(mark)[0]];
  }

  /** A matrix as coloured cells, or an image with 3 or 4 numbers for each pixel. */
  imshow(image: Plottable, options: ImageOptions = {}): Artist {
    const { mark, isUpper } = imageMark(image, options);
    this.data.isEqual = options.aspect !== 'auto';
    this.data.y.isReversed = isUpper && !options.extent;
    return this.withMap(mark);
  }

  matshow(image: Plottable, options: ImageOptions = {}): Artist {
    return this.imshow(image, options);
  }

  /** Lines of equal height: `contour(z)`, `contour(x, y, z, levels, { colors })`. */
  contour(...args: (Plottable | ContourOptions)[]): Artist {
    return this.withMap(contourMark(args, false));
  }

  /** Filled bands between heights, for example the decision of a classifier: `contourf(x, y, z, { levels, cmap })`. */
  contourf(...args: (Plottable | ContourOptions)[]): Artist {
    return this.withMap(contourMark(args, true));
  }

  fill_between(x: Plottable, y1: Plottable, ...more: (Plottable | RuleOptions)[]): Artist {
    const numbers = more.filter(isNumeric);
    const options = (more.find((one) => !isNumeric(one)) ?? {}) as RuleOptions;
    const xs = flat(x);
    const spread = (values: readonly number[]) => finite(values.length === 1 ? xs.map(() => values[0]) : values);
    const [low, high] = [spread(flat(y1)), spread(flat(numbers[0] ?? 0))];
    return this.add({ kind: 'area', x: finite(xs), low, high, ...look(options, () => this.nextColor(), options.alpha ?? 1) })[0];
  }

  /** A line across the axes at this height. */
  axhline(y: Plottable = 0, options: RuleOptions = {}): Artist {
    return this.rule('y', y, options);
  }

  axvline(x: Plottable = 0, options: RuleOptions = {}): Artist {
    return this.rule('x', x, options);
  }

  text(x: Plottable, y: Plottable, text: string, options: TextOptions = {}): Artist {
    const align = options.ha ?? options.horizontalalignment ?? 'left';
    const color = colorOf(options.color ?? 'black');
    return this.add({
      kind: 'text',
      x: single(x),
      y: single(y),
      text: String(text),
      align,
      size: options.fontsize ?? 10,
      color,
      alpha: options.alpha ?? 1,
    })[0];
  }

  annotate(text: string, xy: [number, number], options: TextOptions & { xytext?: [number, number] } = {}): Artist {
    const [x, y] = options.xytext ?? xy;
    return this.text(x, y, text, options);
  }

  set_title(text: string, _options?: LabelOptions): void {
    this.change((data) => (data.title = String(text)));
  }

  set_xlabel(text: string, _options?: LabelOptions): void {
    this.change(({ x }) => (x.label = String(text)));
  }

  set_ylabel(text: string, _options?: LabelOptions): void {
    this.change(({ y }) => (y.label = String(text)));
  }

  set_xlim(...limits: (number | null | Limits | { left?: number; right?: number })[]): void {
    this.limit('x', limits);
  }

  set_ylim(...limits: (number | null | Limits | { bottom?: number; top?: number })[]): void {
    this.limit('y', limits);
  }

  set_xscale(scale: 'linear' | 'log'): void {
    this.change(({ x }) => (x.scale = scaleOf(scale)));
  }

  set_yscale(scale: 'linear' | 'log'): void {
    this.change(({ y }) => (y.scale = scaleOf(scale)));
  }

  set_xticks(ticks: Plottable, labels: readonly string[] | null = null): void {
    this.change(({ x }) => (x.ticks = ticksOf(ticks, labels)));
  }

  set_yticks(ticks: Plottable, labels: readonly string[] | null = null): void {
    this.change(({ y }) => (y.ticks = ticksOf(ticks, labels)));
  }

  set_xticklabels(labels: readonly string[]): void {
    this.change(({ x }) => (x.ticks = named(x, labels)));
  }

  set_yticklabels(labels: readonly string[]): void {
    this.change(({ y }) => (y.ticks = named(y, labels)));
  }

  /** Sets several of these at once: `set({ title, xlabel, ylabel, xlim, ylim })`. */
  set(options: { title?: string; xlabel?: string; ylabel?: string; xlim?: Limits; ylim?: Limits }): void {
    if (options.title !== undefined) this.set_title(options.title);
    if (options.xlabel !== undefined) this.set_xlabel(options.xlabel);
    if (options.ylabel !== undefined) this.set_ylabel(options.ylabel);
    if (options.xlim) this.set_xlim(options.xlim);
    if (options.ylim) this.set_ylim(options.ylim);
  }

  set_aspect(aspect: 'equal' | 'auto' | number): void {
    this.change((data) => (data.isEqual = aspect !== 'auto'));
  }

  invert_yaxis(): void {
    this.change(({ y }) => (y.isReversed = !y.isReversed));
  }

  invert_xaxis(): void {
    this.change(({ x }) => (x.isReversed = !x.isReversed));
  }

  set_axis_off(): void {
    this.axis('off');
  }

  set_axis_on(): void {
    this.axis('on');
  }

  /** `axis('off')`, `axis('equal')`, or the four limits. */
  axis(what: string | boolean | number[]): void {
    this.change((data) => {
      if (Array.isArray(what)) [data.x.low, data.x.high, data.y.low, data.y.high] = what as [number, number, number, number];
      else if (what === 'off' || what === false) data.isOff = true;
      else if (what === 'on' || what === true) data.isOff = false;
      else if (what === 'equal' || what === 'scaled' || what === 'square' || what === 'image') data.isEqual = true;
      else if (what !== 'tight' && what !== 'auto')
        throw new ValueError(
          typeof what === 'string'
            ? `Unrecognized string '${what}' to axis; try 'on' or 'off'`
            : `The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax], not ${typeName(what ?? null)}`,
        );
    });
  }

  grid(visible: boolean | object | null = true, _options?: object): void {
    this.change((data) => (data.grid = visible !== false));
  }

  /** A box that explains the colours: of all plots with a `label`, or with the given texts in order. */
  legend(labels: readonly string[] | LegendOptions = {}, options: LegendOptions = {}): void {
    const given = Array.isArray(labels) ? (labels as readonly string[]) : null;
    const { loc = 'best' } = given ? options : (labels as LegendOptions);
    this.change((data) => {
      data.legend = typeof loc === 'number' ? (PLACES[loc] ?? 'best') : loc;
      given?.forEach((label, i) => {
        const mark = data.marks[i];
        if (mark) mark.label = label;
      });
    });
  }

  /** Removes all plots. */
  cla(): void {
    const { place } = this.data;
    Object.assign(this.data, new Axes(this.owner, place).data);
    this.mappable = null;
    this.turn = 0;
    this.owner.touched();
  }

  clear(): void {
    this.cla();
  }

  tick_params(_options: object = {}): void {}

  /** @internal */
  change(how: (data: AxesData) => void): void {
    how(this.data);
    this.owner.touched();
  }

  private nextColor(): string {
    return `C${this.turn++ % 10}`;
  }

  private add(...marks: Mark[]): Artist[] {
    this.change((data) => data.marks.push(...marks));
    return marks.map((mark) => new Artist(this, mark));
  }

  private withMap(mark: Mark): Artist {
    const [artist] = this.add(mark);
    return (this.mappable = artist!);
  }

  private rule(which: 'x' | 'y', at: Plottable, options: RuleOptions): Artist {
    const dash = dashOf(options.linestyle ?? options.ls ?? '-');
    const width = options.linewidth ?? options.lw ?? 1.5;
    return this.add({ kind: 'rule', axis: which, at: single(at), width, dash, ...look(options, () => 'C0', options.alpha ?? 1) })[0];
  }

  private limit(which: 'x' | 'y', [first = null, second = null]: readonly unknown[]): void {
    const pair = (
      Array.isArray(first) ? first : isOptions(first) ? [first['left'] ?? first['bottom'], first['right'] ?? first['top']] : [first, second]
    ) as (number | null | undefined)[];
    const named = isOptions(second) ? [second['left'] ?? second['bottom'], second['right'] ?? second['top']] : [];
    this.change((data) => {
      const low = pair[0] ?? (named[0] as number | undefined);
      const high = (isOptions(pair[1]) ? undefined : pair[1]) ?? (named[1] as number | undefined);
      if (low != null) data[which].low = single(low);
      if (high != null) data[which].high = single(high);
    });
  }
}

const isOptions = (what: unknown): what is Record<string, unknown> => typeof what === 'object' && what !== null && !Array.isArray(what);

const PLACES = [
  'best',
  'upper right',
  'upper left',
  'lower left',
  'lower right',
  'right',
  'center left',
  'center right',
  'lower center',
  'upper center',
  'center',
];

function scaleOf(scale: string): 'linear' | 'log' {
  if (scale === 'linear' || scale === 'log') return scale;
  throw new ValueError(
    `${typeof scale === 'string' ? `'${scale}'` : typeName(scale ?? null)} is not a valid value for scale; supported values are 'linear', 'log'`,
  );
}

const ticksOf = (ticks: Plottable, labels: readonly string[] | null): NonNullable<AxisData['ticks']> =>
  flat(ticks).map((at, i) => ({ at, text: labels?.[i] ?? null }));

const named = ({ ticks }: AxisData, labels: readonly string[]): NonNullable<AxisData['ticks']> =>
  labels.map((text, i) => ({ at: ticks?.[i]?.at ?? i, text: String(text) }));
