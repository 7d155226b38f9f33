import { SLIDER_PLACES, scaleOf, stepped } from '../../src/present/knobs.js';
import { lossChangeText } from '../../src/present/lossChange.js';
import type { MovedState, NumberKind, SourceNumber } from '../../src/protocol/numbers.js';
import { t } from '../../src/protocol/l10n.js';
import type { Range } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { LossPlot } from './lossPlot.js';
import { sideView } from '../sideView.js';
import './knobs.css';

export interface KnobEvents {
  move(place: number, value: number): void;
  end(how: 'keep' | 'drop'): void;
  reveal(range: Range, event: MouseEvent): void;
  close(): void;
}

/** The kinds of numbers, the most interesting first. Kinds that are not in `first` are shown on request. */
const order: readonly NumberKind[] = ['rate', 'seed', 'size', 'number', 'index', 'data'];
const first: readonly NumberKind[] = ['rate', 'seed', 'size', 'number'];

interface Row {
  element: HTMLElement;
  show(value: number, isMoved: boolean): void;
}

/** The numbers of the source as knobs. While a knob moves, everything in the panel follows. */
export class Knobs implements View {
  private readonly list = h('ul', { class: 'knob-list' });
  private readonly sentence = h('p', { class: 'loss-change', role: 'status', 'data-testid': 'loss-change' });
  private readonly problem = h('p', { class: 'knob-problem', role: 'status' });
  private readonly plot = new LossPlot();
  private readonly foot: HTMLElement;
  private readonly more: HTMLElement;
  private readonly element: HTMLElement;
  readonly elements: { before: HTMLElement };
  private numbers: readonly SourceNumber[] = [];
  private readonly rows = new Map<number, Row>();
  private hasAll = false;
  private moved: MovedState | null = null;

  constructor(private readonly events: KnobEvents) {
    const button = (how: 'keep' | 'drop', text: string, title: string) =>
      h('vscode-button', {
        appearance: how === 'keep' ? 'primary' : 'secondary',
        'data-testid': `knobs-${how}`,
        text,
        title,
        onclick: () => events.end(how),
      });
    const buttons = [
      button('keep', t('Keep'), t('Write it into the source (Enter)')),
      button('drop', t('Restore'), t('As it is written (Escape)')),
    ];
    this.foot = h(
      'div',
      { class: 'knobs-foot' },
      this.sentence,
      this.plot.element,
      this.problem,
      h('div', { class: 'knob-ends' }, ...buttons),
    );
    this.more = h('button', { class: 'link knobs-more', type: 'button', 'data-testid': 'knobs-more', onclick: () => this.toggleAll() });
    this.element = sideView(
      'knobs',
      t('Knobs'),
      () => events.close(),
      h('p', { class: 'hint', text: t('Move a number of the source: everything follows. The text changes only when you keep it.') }),
      this.foot,
      this.list,
      this.more,
    );
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.elements = { before: this.element };
  }

  update({ knobs, moved, settings }: Shown, change: Change): void {
    if (change.settings) this.element.hidden = !settings.knobs;
    if (!change.knobs && !change.settings) return;
    this.moved = moved;
    if (knobs !== this.numbers) this.fill(knobs);
    this.reflect();
  }

  /** Moves the focus to the first knob. */
  focus(): void {
    this.element.querySelector<HTMLElement>('.slider')?.focus();
  }

  dispose(): void {}

  private fill(numbers: readonly SourceNumber[]): void {
    const [focused, row] = [...this.rows].find(([, { element }]) => element.contains(document.activeElement)) ?? [];
    const part = row ? partsOf(row.element).indexOf(document.activeElement as HTMLElement) : -1;
    this.numbers = numbers;
    this.rows.clear();
    const wanted = this.hasAll ? order : first;
    const places = numbers.map((_, place) => place).filter((place) => wanted.includes(numbers[place]!.kind));
    places.sort((a, b) => order.indexOf(numbers[a]!.kind) - order.indexOf(numbers[b]!.kind) || a - b);
    for (const place of places) this.rows.set(place, this.row(place, numbers[place]!));
    this.list.replaceChildren(...[...this.rows.values()].map(({ element }) => element));
    if (places.length === 0) this.list.append(h('li', { class: 'hint', text: t('There is no number of that kind in the source.') }));
    const rest = numbers.filter(({ kind }) => !first.includes(kind)).length;
    this.more.hidden = rest === 0;
    this.more.textContent = this.hasAll ? t('Fewer numbers') : t('All {0} numbers', numbers.length);
    const same = focused === undefined ? undefined : this.rows.get(focused);
    if (same) partsOf(same.element)[part]?.focus();
  }

  private toggleAll(): void {
    this.hasAll = !this.hasAll;
    this.fill(this.numbers);
    this.reflect();
  }

  private row(place: number, number: SourceNumber): Row {
    const scale = scaleOf(number);
    let now = number.value;
    const move = (value: number) => {
      if (Object.is(value, now) || !Number.isFinite(value)) return;
      show(value, value !== number.value);
      this.events.move(place, value);
    };
    const label = t('{0}, line {1}', number.name, number.range.line);
    const slider = h('input', { type: 'range', class: 'slider', min: '0', max: String(SLIDER_PLACES), step: '1', 'aria-label': label });
    slider.addEventListener('input', () => move(scale.toValue(Number(slider.value))));
    // A step of the slider is not a step of the number.
    slider.addEventListener('keydown', (event) => {
      const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      move(stepped(number, now, by));
    });
    const field = h('input', { type: 'text', inputmode: 'decimal', class: 'knob-value mono', 'aria-label': label, spellcheck: false });
    field.addEventListener('change', () => move(Number(field.value)));
    const step = (by: number, text: string, name: string) =>
      h('button', {
        class: 'icon-button',
        type: 'button',
        text,
        title: name,
        'aria-label': `${name}: ${label}`,
        onclick: () => move(stepped(number, now, by)),
      });
    const element = h(
      'li',
      { class: 'knob', 'data-testid': 'knob', 'data-name': number.name },
      h('span', { class: 'knob-name mono', text: number.name, title: number.name }),
      h('button', {
        class: 'link',
        type: 'button',
        text: String(number.range.line),
        title: t('Reveal line {0}', number.range.line),
        onclick: (event: MouseEvent) => this.events.reveal(number.range, event),
      }),
      field,
      h('div', { class: 'knob-move' }, step(-1, '−', t('A step down')), slider, step(1, '+', t('A step up'))),
    );
    const show = (value: number, isMoved: boolean) => {
      now = value;
      slider.value = String(scale.toPlace(value));
      slider.setAttribute('aria-valuetext', String(value));
      if (document.activeElement !== field || field.value === '') field.value = String(value);
      element.classList.toggle('moved', isMoved);
      element.title = isMoved ? t('Written as {0}', number.text) : '';
    };
    show(number.value, false);
    return { element, show };
  }

  private reflect(): void {
    const { moved } = this;
    const values = new Map(moved?.numbers);
    for (const [place, { show }] of this.rows) show(values.get(place) ?? this.numbers[place]!.value, values.has(place));
    this.foot.hidden = moved === null;
    this.problem.textContent = moved?.problem ?? '';
    this.problem.hidden = moved?.problem === undefined;
    if (!moved) return this.plot.clear();
    if (!moved.loss) {
      this.sentence.textContent = moved.isRunning
        ? t('The model runs with that number …')
        : moved.problem === undefined
          ? t('With that number there is no such pass: nothing to compare the loss with.')
          : '';
      if (!moved.isRunning) this.plot.clear();
      return;
    }
    this.sentence.textContent = lossChangeText(moved.loss);
    const [[place, value] = []] = moved.numbers;
    const only = moved.numbers.length === 1 && moved.entries.length === 0;
    if (!only || moved.isRunning || place === undefined || value === undefined) return;
    const { name = '', value: written = 0 } = this.numbers[place] ?? {};
    this.plot.show(name, written, value, moved.loss);
  }

  /** True also before the host has answered the first step. */
  private get isMoving(): boolean {
    return this.moved !== null || [...this.rows.values()].some(({ element }) => element.classList.contains('moved'));
  }

  private key(event: KeyboardEvent): void {
    const isField = (event.target as HTMLElement).classList.contains('knob-value');
    if (event.key === 'Escape') {
      if (this.isMoving) this.events.end('drop');
      else this.events.close();
    } else if (
      event.key === 'Enter' &&
      this.isMoving &&
      (event.target as HTMLElement).matches('input') &&
      !(isField && isChanged(event.target as HTMLInputElement))
    )
      this.events.end('keep');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The elements of a row that can have the focus. */
const partsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('input, button')];

/** True when the typed number is not shown yet. Then Enter first takes the number. */
const isChanged = (field: HTMLInputElement): boolean =>
  field.closest('.knob')?.querySelector('.slider')?.getAttribute('aria-valuetext') !== String(Number(field.value));
