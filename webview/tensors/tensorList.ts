import { t } from '../../src/protocol/l10n.js';
import type { StoredTensor } from '../../src/protocol/tensorFile.js';
import { number } from '../../src/present/numbers.js';
import { typeText } from '../../src/present/shapes.js';
import { h } from '../dom.js';

/** The tensors of a file with their types and statistics. A field above the list narrows it. */
export class TensorList {
  readonly element: HTMLElement;
  private readonly field = h('input', {
    class: 'list-filter',
    type: 'search',
    placeholder: t('Filter by name'),
    'aria-label': t('Filter by name'),
    'data-testid': 'tensor-filter',
  });
  private readonly rows = h('div', {
    class: 'tensor-rows',
    role: 'listbox',
    tabindex: '0',
    'aria-label': t('Tensors of the file'),
    'data-testid': 'tensor-list',
  });
  private tensors: readonly StoredTensor[] = [];
  private options: HTMLElement[] = [];
  private chosen = 0;

  constructor(private readonly select: (index: number) => void) {
    this.element = h('div', { class: 'tensor-list' }, this.field, this.rows);
    this.field.addEventListener('input', () => this.narrow());
    this.rows.addEventListener('keydown', (event) => this.key(event));
    this.rows.addEventListener('click', (event) => {
      const at = this.options.indexOf((event.target as Element).closest<HTMLElement>('.tensor-row')!);
      if (at >= 0) this.choose(at);
    });
  }

  get selected(): number {
    return this.chosen;
  }

  nameOf(index: number): string | undefined {
    return this.tensors[index]?.name;
  }

  show(tensors: readonly StoredTensor[], selected: number): void {
    this.tensors = tensors;
    this.field.hidden = tensors.length < 8;
    this.options = tensors.map((tensor, i) => rowOf(tensor, i));
    this.rows.replaceChildren(...this.options);
    this.narrow();
    this.choose(selected);
  }

  private choose(index: number): void {
    this.chosen = index;
    this.options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = this.options[index];
    this.rows.setAttribute('aria-activedescendant', option?.id ?? '');
    option?.scrollIntoView({ block: 'nearest' });
    this.select(index);
  }

  private narrow(): void {
    const query = this.field.hidden ? '' : this.field.value.trim().toLowerCase();
    this.options.forEach((option, i) => (option.hidden = !this.tensors[i]!.name.toLowerCase().includes(query)));
  }

  private key(event: KeyboardEvent): void {
    const seen = [...this.options.keys()].filter((i) => !this.options[i]!.hidden);
    const at = seen.indexOf(this.chosen);
    const to: Partial<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const next = seen[Math.min(seen.length - 1, Math.max(0, wanted))];
    if (next !== undefined) this.choose(next);
  }
}

function rowOf({ name, dtype, shape, value }: StoredTensor, index: number): HTMLElement {
  const bad = value.nan + value.inf;
  const facts = [
    value.numel === 1 ? number(value.mean) : `${t('mean')} ${number(value.mean)}`,
    ...(value.numel > 1 ? [`${number(value.min)} … ${number(value.max)}`] : []),
    ...(bad > 0 ? [t('{0} not finite', bad)] : []),
  ];
  return h(
    'div',
    { class: 'tensor-row', role: 'option', id: `tensor-${index}`, 'data-testid': 'tensor-row' },
    h('div', { class: 'tensor-name', text: name || t('tensor') }),
    h('div', { class: 'muted mono', text: typeText(dtype, shape) }),
    h('div', {
      class: bad > 0 ? 'tensor-facts bad' : 'tensor-facts muted',
      text: value.numel === 0 ? t('It has no elements.') : facts.join(' · '),
    }),
  );
}
