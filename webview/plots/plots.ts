import { figuresAt } from '../../src/graph/figuresAt.js';
import { figureSvg } from '../../src/present/plots/figureSvg.js';
import type { Figure } from '../../src/protocol/figure.js';
import { t } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';
import { iconButton } from '../controls.js';
import { h } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import './plots.css';

export interface PlotEvents {
  /** Returns the figures at these places of the run. */
  fetch(positions: number[]): Promise<Figure[]>;
  close(): void;
  save(figure: Figure, svg: { svg: string; width: number; height: number }, format: 'svg' | 'png'): void;
}

/** Keys that scroll the list. They do not act in the graph below it. */
const OWN_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

/** The program's plots, in their state after the current pass. */
export class Plots implements View {
  private readonly list = h('div', { class: 'plot-list' });
  private readonly pane: HTMLElement;
  readonly elements: { over: HTMLElement };
  /** The figures that were fetched for the run, by their places. */
  private readonly known = new Map<number, Figure>();
  private run: Run | null = null;
  /** The places that are drawn now, so that nothing is drawn twice. */
  private drawn = '';

  constructor(private readonly events: PlotEvents) {
    const close = iconButton('close', t('Close the plots'), () => events.close(), { 'data-testid': 'plots-close' });
    const bar = h('div', { class: 'plots-bar' }, h('h2', { text: t('Plots') }), close);
    this.pane = h(
      'section',
      { class: 'plots', 'data-testid': 'plots', tabindex: '0', 'aria-label': t('Plots'), hidden: true },
      bar,
      this.list,
    );
    this.pane.addEventListener('keydown', (event) => {
      if (OWN_KEYS.has(event.key)) event.stopPropagation();
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      events.close();
    });
    this.elements = { over: this.pane };
  }

  update(shown: Shown, change: Change): void {
    if (change.pass || change.settings || change.status) void this.show(shown);
  }

  restyle(_: unknown, shown: Shown): void {
    this.drawn = '';
    void this.show(shown);
  }

  dispose(): void {}

  /** The number of figures on the screen. */
  get count(): number {
    return this.pane.hidden ? 0 : this.list.childElementCount;
  }

  private async show(shown: Shown): Promise<void> {
    const { run } = shown.state;
    if (run !== this.run) {
      this.known.clear();
      this.run = run;
      this.drawn = '';
    }
    const figures = run?.figures ?? [];
    this.pane.hidden = !shown.settings.plots || figures.length === 0;
    if (this.pane.hidden) return;
    const pass = shown.pass?.index ?? Infinity;
    const positions = figuresAt(figures, pass);
    const wanted = positions.join();
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const missing = positions.filter((i) => !this.known.has(i));
    if (missing.length > 0) {
      const found = await this.events.fetch(missing).catch(() => []);
      if (run !== this.run) return;
      missing.forEach((i, k) => found[k] && this.known.set(i, found[k]));
      // The user may have chosen another pass during the fetch.
      if (this.drawn !== wanted) return;
    }
    const cards = positions.flatMap((i) => {
      const figure = this.known.get(i);
      return figure ? [this.card(figure, i, shown, pass)] : [];
    });
    this.list.replaceChildren(...cards);
  }

  private card(figure: Figure, position: number, shown: Shown, pass: number): HTMLElement {
    const picture = figureSvg(figure, shown.theme, `plot-${position}`);
    // We write the SVG and escape all texts of the model. It is parsed as XML, so nothing in it runs.
    const svg = document.importNode(new DOMParser().parseFromString(picture.svg, 'image/svg+xml').documentElement, true);
    svg.setAttribute('class', 'plot-picture');
    const save = (format: 'svg' | 'png', label: string) =>
      h('button', {
        class: 'icon-button labelled',
        type: 'button',
        text: format.toUpperCase(),
        title: label,
        'aria-label': label,
        'data-testid': `plot-${format}`,
        onclick: () => this.events.save(figure, picture, format),
      });
    const when = Number.isFinite(pass) && figure.pass !== pass ? t('of pass {0}', figure.pass + 1) : '';
    const told = [when, figure.isThinned ? t('thinned out') : ''].filter(Boolean).join(' · ');
    return h(
      'figure',
      { class: 'plot', 'data-testid': 'plot' },
      h(
        'figcaption',
        {},
        h('span', { class: 'plot-name', text: figure.name }),
        h('span', { class: 'muted', text: told }),
        h('span', { class: 'grow' }),
        save('svg', t('Save the plot as an SVG picture')),
        save('png', t('Save the plot as a PNG picture')),
      ),
      svg as unknown as Node,
    );
  }
}
