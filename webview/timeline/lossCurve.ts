import uPlot from 'uplot';
import { t } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import { mix } from '../../src/present/colours.js';
import { forLogarithm, smoothed, type Losses } from '../../src/present/losses.js';
import { axisText, number } from '../../src/present/numbers.js';
import type { Theme } from '../../src/present/theme.js';
import type { Settings } from '../settings.js';

const height = 76;
/** The room for the numbers beside the curve, in pixels: for a letter of them, beside them, and at least. */
const tickLetter = 6.2;
const besideTick = 12;
const leastAxis = 40;
const line = { width: 1.75, points: { show: false }, spanGaps: false };

/** What of the settings of the panel concerns the curve. */
export type CurveSettings = Pick<Settings, 'logLoss' | 'smoothLoss'>;

/** What a curve is drawn of. While the run goes on there are no passes to go to. */
type CurveOf = Losses & Partial<Pick<Run, 'passes'>>;

/** The loss of every pass, kept or not (of very many, evenly spread ones). A click goes to the nearest pass that was kept. */
export class LossCurve {
  readonly element = h('div', { class: 'loss-curve' });
  private readonly picture = h('div', { class: 'loss-picture', 'data-testid': 'loss-curve', role: 'img', 'aria-label': t('Loss by pass') });
  private readonly log: HTMLElement;
  private readonly smooth: HTMLElement;
  private plot: uPlot | null = null;
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
    this.element.append(this.picture, h('span', { class: 'loss-buttons' }, this.log, this.smooth));
    this.resized.observe(this.picture);
  }

  dispose(): void {
    this.resized.disconnect();
    this.plot?.destroy();
  }

  show(run: CurveOf | null): void {
    this.run = run;
    const losses = run?.losses ?? [];
    const known = losses.filter((loss): loss is number => loss !== null);
    this.element.hidden = known.length < 2;
    if (this.element.hidden || !run) return this.forget();
    this.picture.setAttribute('aria-label', t('Loss by pass: from {0} to {1}', number(known[0]), number(known.at(-1))));
    const positive = forLogarithm(losses);
    this.log.toggleAttribute('disabled', !positive);
    const isLog = this.settings.logLoss && positive !== null;
    const drawn = isLog ? positive : losses;
    const data: uPlot.AlignedData = [
      losses.map((_, i) => i * this.stride + 1),
      drawn,
      ...(this.settings.smoothLoss ? [smoothed(drawn)] : []),
    ];
    // A curve that grows is the same plot with more data: made anew with every point it would flicker.
    if (this.plot && this.isDrawnFor(isLog)) return this.plot.setData(data);
    this.forget();
    this.plot = new uPlot(this.options(isLog), data, this.picture);
    this.plot.over.addEventListener('click', () => {
      const index = this.plot?.cursor.idx;
      if (index != null) this.choose(index * this.stride);
    });
  }

  /** Another way to draw the same losses. */
  reflect(settings: CurveSettings): void {
    const { logLoss, smoothLoss } = settings;
    if (logLoss === this.settings.logLoss && smoothLoss === this.settings.smoothLoss) return;
    this.settings = { logLoss, smoothLoss };
    this.log.setAttribute('aria-pressed', String(logLoss));
    this.smooth.setAttribute('aria-pressed', String(smoothLoss));
    this.show(this.run);
  }

  private get stride(): number {
    return this.run?.loss_stride ?? 1;
  }

  private isDrawnFor(isLog: boolean): boolean {
    return (this.plot?.scales['y']?.distr === 3) === isLog && this.plot!.series.length === (this.settings.smoothLoss ? 3 : 2);
  }

  private forget(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  /** @param pass index of the pass that is shown; null while there is none of this run */
  mark(pass: number | null): void {
    this.marked = pass;
    this.plot?.redraw(false, false);
  }

  restyle(theme: Theme): void {
    this.theme = theme;
    this.forget();
    this.show(this.run);
  }

  private options(isLog: boolean): uPlot.Options {
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
      padding: [8, 14, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: false }, y: { distr: isLog ? 3 : 1 } },
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
          // A logarithmic axis leaves ticks without a number.
          values: (_, ticks: (number | null)[]) => ticks.map((tick) => (tick === null ? '' : axisText(tick))),
        },
      ],
      series: [
        {},
        { ...line, stroke: settings.smoothLoss ? mix(theme.background, theme.link, 0.35) : theme.link },
        ...(settings.smoothLoss ? [{ ...line, stroke: theme.link }] : []),
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

const longest = (texts: readonly string[] | null): number => Math.max(0, ...(texts ?? []).map(({ length }) => length));

const mostDecades = 3;

/** The ticks of a logarithmic axis: powers of ten with as many left out as have no room; between two of them its ends. */
function decades(min: number, max: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(min)), Math.floor(Math.log10(max))];
  if (last <= first) return [min, max];
  const step = Math.ceil((last - first) / mostDecades);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => 10 ** (last - i * step)).reverse();
}
