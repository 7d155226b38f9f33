import uPlot from 'uplot';
import { t } from '../../src/protocol/l10n.js';
import type { Losses, Run } from '../../src/protocol/trace.js';
import { h, svg } from '../dom.js';
import { mix } from '../../src/present/colours.js';
import { forLogarithm, linesOf, smoothed } from '../../src/present/losses.js';
import { axisText, number } from '../../src/present/numbers.js';
import type { Theme } from '../../src/present/theme.js';
import type { Settings } from '../settings.js';

const height = 76;
/** The width of the axis numbers in pixels: for each character, for the space beside them, and the minimum. */
const tickLetter = 6.2;
const besideTick = 12;
const leastAxis = 40;
const stroke = { width: 1.75, points: { show: false }, spanGaps: false };
/** Lines also differ in their dashes, for people who do not see their colours. */
const dashes = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2], [1, 2]];

/** The panel's settings for the curve. */
export type CurveSettings = Pick<Settings, 'logLoss' | 'smoothLoss'>;

/** The data of a curve. While the run is going on, it has no passes to go to. */
type CurveOf = Losses & Partial<Pick<Run, 'passes'>>;

/**
 * The loss of every pass, kept or not. If there are very many, an even selection. A click goes to the nearest kept
 * pass.
 */
export class LossCurve {
  readonly element = h('div', { class: 'loss-curve' });
  private readonly picture = h('div', { class: 'loss-picture', 'data-testid': 'loss-curve', role: 'img', 'aria-label': t('Loss by pass') });
  private readonly names = h('div', { class: 'loss-names', 'data-testid': 'loss-names' });
  private readonly log: HTMLElement;
  private readonly smooth: HTMLElement;
  private plot: uPlot | null = null;
  /** The axis and the lines of the current plot. Another axis or other lines need a new plot. */
  private drawnFor = '';
  private run: CurveOf | null = null;
  private settings: CurveSettings = { logLoss: false, smoothLoss: false };
  private marked: number | null = 0;
  private readonly resized = new ResizeObserver(() => this.plot?.setSize({ width: this.picture.clientWidth, height }));

  constructor(
    private theme: Theme,
    private readonly choose: (pass: number) => void,
    change: (settings: Partial<CurveSettings>) => void,
  ) {
    const button = (text: string, title: string, id: string, onclick: () => void) =>
      h('button', { class: 'icon-button labelled', type: 'button', text, title, 'aria-pressed': 'false', 'data-testid': id, onclick });
    this.log = button(t('log'), t('Logarithmic axis for the loss'), 'loss-log', () => change({ logLoss: !this.settings.logLoss }));
    this.smooth = button(t('smooth'), t('Smooth the loss'), 'loss-smooth', () => change({ smoothLoss: !this.settings.smoothLoss }));
    this.element.append(this.names, this.picture, h('span', { class: 'loss-buttons' }, this.log, this.smooth));
    this.resized.observe(this.picture);
  }

  dispose(): void {
    this.resized.disconnect();
    this.plot?.destroy();
  }

  show(run: CurveOf | null): void {
    this.run = run;
    const lines = run ? linesOf(run) : [];
    const ends = lines.flatMap(({ name, losses }) => {
      const known = losses.filter((loss) => loss !== null);
      return known.length < 2 ? [] : [{ name, from: number(known[0]), to: number(known.at(-1)) }];
    });
    this.element.hidden = ends.length === 0;
    if (this.element.hidden) return this.forget();
    this.picture.setAttribute('aria-label', ends.map((line) => spoken(line)).join('; '));
    const positive = lines.map(({ losses }) => forLogarithm(losses));
    const hasLogarithm = positive.some((losses) => losses !== null);
    this.log.toggleAttribute('disabled', !hasLogarithm);
    const isLog = this.settings.logLoss && hasLogarithm;
    const names = lines.map(({ name }) => name ?? '');
    const data = joined(
      lines.flatMap(({ passes, losses }, i) => {
        const drawn = isLog ? (positive[i] ?? losses.map(() => null)) : losses;
        const at = passes.map((pass) => pass + 1);
        return this.settings.smoothLoss ? [[at, drawn] as const, [at, smoothed(drawn)] as const] : [[at, drawn] as const];
      }),
    );
    // A growing curve gets more data in the same plot. A new plot for every point would flicker.
    const wanted = JSON.stringify([isLog, this.settings.smoothLoss, names]);
    if (this.plot && this.drawnFor === wanted) return this.plot.setData(data);
    this.forget();
    this.drawnFor = wanted;
    this.nameLines(names);
    this.plot = new uPlot(this.options(isLog, names.length), data, this.picture);
    this.plot.over.addEventListener('click', () => {
      const pass = this.plot?.data[0][this.plot.cursor.idx ?? -1];
      if (pass !== undefined) this.choose(pass - 1);
    });
  }

  /** The legend, where there are several lines. */
  private nameLines(names: readonly string[]): void {
    this.names.hidden = names.length < 2;
    this.names.replaceChildren(
      ...names.map((name, i) => {
        const drawn = { stroke: this.colors[i]!, 'stroke-width': 2, 'stroke-dasharray': dashes[i]!.join(' ') };
        const sign = svg('svg', { width: 22, height: 8, 'aria-hidden': 'true' }, svg('line', { x1: 0, y1: 4, x2: 22, y2: 4, ...drawn }));
        return h('span', { class: 'loss-name' }, sign, h('span', { text: name }));
      }),
    );
  }

  private get colors(): string[] {
    const { link, loss, parameter, measure, grad, highlight } = this.theme;
    return [link, parameter, measure, grad.positive, loss, highlight];
  }

  /** Draws the same losses with other settings. */
  reflect(settings: CurveSettings): void {
    const { logLoss, smoothLoss } = settings;
    if (logLoss === this.settings.logLoss && smoothLoss === this.settings.smoothLoss) return;
    this.settings = { logLoss, smoothLoss };
    this.log.setAttribute('aria-pressed', String(logLoss));
    this.smooth.setAttribute('aria-pressed', String(smoothLoss));
    this.show(this.run);
  }

  private forget(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  /** @param pass the index of the current pass; null while no pass of this run is shown */
  mark(pass: number | null): void {
    this.marked = pass;
    this.plot?.redraw(false, false);
  }

  restyle(theme: Theme): void {
    this.theme = theme;
    this.forget();
    this.show(this.run);
  }

  private options(isLog: boolean, lines: number): uPlot.Options {
    const { theme, settings } = this;
    const font = `10px ${theme.font}`;
    const axis = {
      stroke: theme.muted,
      font,
      grid: { stroke: mix(theme.background, theme.foreground, 0.1), width: 1 },
      ticks: { show: false },
    };
    return {
      width: Math.max(50, this.picture.clientWidth),
      height,
      legend: { show: false },
      padding: [15, 14, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: false }, y: isLog ? { distr: 3, range: (_, min, max) => [min / 1.1, max * 1.1] } : {} },
      axes: [
        { ...axis, size: 20, gap: 3, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] },
        {
          ...axis,
          size: (_, ticks) => Math.max(leastAxis, besideTick + tickLetter * longest(ticks)),
          gap: 4,
          space: 24,
          ...(isLog && {
            splits: (_: uPlot, __: number, min: number, max: number) => decades(min, max),
            filter: (_: uPlot, ticks: number[]) => ticks,
          }),
          // A logarithmic axis has ticks without a number.
          values: (_, ticks: (number | null)[]) => ticks.map((tick) => (tick === null ? '' : axisText(tick))),
        },
      ],
      series: [
        {},
        ...this.colors.slice(0, lines).flatMap((color, i) => {
          const drawn = { ...stroke, dash: dashes[i]! };
          return settings.smoothLoss
            ? [
                { ...drawn, stroke: mix(theme.background, color, 0.35) },
                { ...drawn, stroke: color },
              ]
            : [{ ...drawn, stroke: color }];
        }),
      ],
      hooks: { draw: [(plot) => this.drawMark(plot)] },
    };
  }

  private drawMark(plot: uPlot): void {
    if (this.marked === null) return;
    const loss = this.run?.passes?.find(({ index }) => index === this.marked)?.loss;
    const ratio = devicePixelRatio || 1;
    const x = plot.valToPos(this.marked + 1, 'x', true);
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = this.theme.focus;
    ctx.lineWidth = ratio;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (typeof loss === 'number' && (loss > 0 || plot.scales['y']?.distr !== 3)) {
      ctx.fillStyle = this.theme.focus;
      ctx.beginPath();
      ctx.arc(x, plot.valToPos(loss, 'y', true), 4 * ratio, 0, 2 * Math.PI);
      ctx.fill();
    }
    ctx.restore();
  }
}

/**
 * Lines over the same axis. If only another line has a point, a line continues there. It ends only where a loss is not
 * a number.
 */
const joined = (lines: readonly (readonly [number[], (number | null)[]])[]): uPlot.AlignedData =>
  uPlot.join(
    lines.map(([passes, losses]) => [passes, losses]),
    lines.map(() => [0, 2]),
  );

const spoken = ({ name, from, to }: { name: string | null; from: string; to: string }): string =>
  name === null ? t('Loss by pass: from {0} to {1}', from, to) : t('{0} by pass: from {1} to {2}', name, from, to);

const longest = (texts: readonly string[] | null): number => Math.max(0, ...(texts ?? []).map(({ length }) => length));

const mostDecades = 3;

/** The ticks of a logarithmic axis: as many powers of ten as have room. Between two powers, the ends of the range. */
function decades(min: number, max: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(min)), Math.floor(Math.log10(max))];
  if (last <= first) return [min, max];
  const step = Math.ceil((last - first) / mostDecades);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => 10 ** (last - i * step)).reverse();
}
