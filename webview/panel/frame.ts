import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import type { Place, View } from './view.js';
import './frame.css';

/** The places of the panel: a bar at the top, the graph in the middle with its corners, a side, the passes below. */
export class Frame {
  /** The middle of the panel. It gets the keyboard's focus. */
  readonly stage: HTMLElement;
  /** The element into which Cytoscape draws. */
  readonly graph = h('div', { class: 'graph', 'aria-hidden': 'true' });
  private readonly foot = h('div', { class: 'corner bottom-left' });
  private readonly places: Record<Place, HTMLElement>;

  constructor(root: HTMLElement) {
    const label = t('Computation graph. Arrow keys move along the edges. The tree before it shows the same.');
    const corner = (name: string) => h('div', { class: `corner ${name}` });
    const [bar, search, banner, passes] = [h('div', {}), h('div', { class: 'search-slot' }), h('div', {}), h('div', {})];
    const [topLeft, topRight, bottomRight] = [corner('top-left'), corner('top-right'), corner('bottom-right')];
    this.stage = h('div', { class: 'stage', 'data-testid': 'graph', tabindex: '0', role: 'application', 'aria-label': label }, this.graph);
    const work = h('div', { class: 'work' }, this.stage);
    const panel = h('main', { class: 'panel' }, h('h1', { class: 'only-spoken', text: t('Computation graph') }), bar, banner, work, passes);
    this.stage.append(topLeft, this.foot, bottomRight, topRight);
    root.append(panel);
    this.places = {
      bar,
      search,
      banner,
      before: work,
      graph: this.graph,
      'top-left': topLeft,
      'top-right': topRight,
      'bottom-left': this.foot,
      'bottom-right': bottomRight,
      over: this.stage,
      after: work,
      passes,
      spoken: panel,
    };
  }

  /** Inserts the elements of a view into their places. */
  place({ elements }: View): void {
    for (const [place, element] of Object.entries(elements) as [Place, Element][]) {
      if (place === 'before') this.stage.before(element);
      else if (place === 'over') this.places['top-right'].before(element);
      else this.places[place].append(element);
    }
  }

  /** The place of the search box in the bar. */
  get searchSlot(): HTMLElement {
    return this.places.search;
  }

  /** The size of the elements that cover the graph's lower left corner. */
  footSize(): { width: number; height: number } {
    const lines = [...this.foot.querySelectorAll<HTMLElement>('.legend, .chip')];
    return { width: Math.max(0, ...lines.map((line) => this.foot.offsetLeft + line.offsetWidth)), height: this.foot.offsetHeight };
  }
}
