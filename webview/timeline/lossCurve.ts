import uPlot from 'uplot';
import { t } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import { mix } from '../../src/present/colours.js';
import { number } from '../../src/present/numbers.js';
import type { Theme } from '../../src/present/theme.js';

const height = 76;

/** The loss of every pass, kept or not (of very many, evenly spread ones). A click goes to the nearest pass that was kept. */
export class LossCurve {
  readonly element = h('div', { class: 'loss-curve', 'data-testid': 'loss-curve', role: 'img', 'aria-label': t('Loss by pass') });
  private plot: uPlot | null = null;
  private run: Run | null = null;
  private marked = 0;
  private readonly resized = new ResizeObserver(() => this.plot?.setSize({ width: this.element.clientWidth, height }));

  constructor(
    private theme: Theme,
    private readonly choose: (pass: number) => void,
  ) {
    this.resized.observe(this.element);
  }

  dispose(): void {
    this.resized.disconnect();
    this.plot?.destroy();
  }

  show(run: Run | null): void {
    this.run = run;
    this.plot?.destroy();
    this.plot = null;
    const losses = run?.losses ?? [];
    this.element.hidden = losses.filter((loss) => loss !== null).length < 2;
    if (this.element.hidden || !run) return;
    const known = losses.filter((loss): loss is number => loss !== null);
    this.element.setAttribute('aria-label', t('Loss by pass: from {0} to {1}', number(known[0]), number(known.at(-1))));
    this.plot = new uPlot(this.options(), [losses.map((_, i) => i * this.stride + 1), losses], this.element);
    this.plot.over.addEventListener('click', () => {
      const index = this.plot?.cursor.idx;
      if (index != null) this.choose(index * this.stride);
    });
  }

  private get stride(): number {
    return this.run?.loss_stride ?? 1;
  }

  mark(pass: number): void {
    this.marked = pass;
    this.plot?.redraw(false, false);
  }

  restyle(theme: Theme): void {
    this.theme = theme;
    this.show(this.run);
  }

  private options(): uPlot.Options {
    const { theme } = this;
    const font = `10px ${theme.font}`;
    const axis = {
      stroke: theme.muted,
      font,
      grid: { stroke: mix(theme.background, theme.foreground, 0.1), width: 1 },
      ticks: { show: false },
    };
    return {
      width: Math.max(50, this.element.clientWidth),
      height,
      legend: { show: false },
      padding: [8, 14, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: false } },
      axes: [
        { ...axis, size: 20, gap: 3, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] },
        { ...axis, size: 48, gap: 4, space: 24, values: (_, ticks) => ticks.map((tick) => String(Number(tick.toPrecision(3)))) },
      ],
      series: [{}, { stroke: theme.link, width: 1.75, points: { show: false }, spanGaps: false }],
      hooks: { draw: [(plot) => this.drawMark(plot)] },
    };
  }

  private drawMark(plot: uPlot): void {
    const loss = this.run?.passes.find(({ index }) => index === this.marked)?.loss;
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
    if (typeof loss === 'number') {
      ctx.fillStyle = this.theme.focus;
      ctx.beginPath();
      ctx.arc(x, plot.valToPos(loss, 'y', true), 4 * ratio, 0, 2 * Math.PI);
      ctx.fill();
    }
    ctx.restore();
  }
}
