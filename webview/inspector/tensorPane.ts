import { cellsOf } from '../../src/protocol/cells.js';
import type { Scalar, Summary, TensorData } from '../../src/protocol/trace.js';
import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import { elementText, number } from '../../src/present/numbers.js';
import type { Theme } from '../../src/present/theme.js';
import { iconButton } from '../controls.js';
import type { EntryChoice } from './choice.js';
import { HeatMapView } from './heatMapView.js';
import { histogramView } from './histogramView.js';
import { NumberTable } from './numberTable.js';
import type { FieldKind, PictureFacts } from '../../src/present/pictures/kinds.js';
import { pictureChoice } from './pictures.js';
import { SharedCut } from './sharedCut.js';
import { nested, sliceOf } from './slices.js';
import './tensorPane.css';

export interface PaneSource {
  name: 'value' | 'gradient';
  shape: number[];
  dtype: string;
  summary: Summary;
  /** Loads the whole tensor. Null when it is no longer kept. */
  load(): Promise<TensorData | null>;
  copy(text: string): void;
  cut: SharedCut;
  choice: EntryChoice;
  /** The facts that decide the kind of picture. */
  facts: Pick<PictureFacts, 'op' | 'module' | 'isParameter' | 'field'>;
  field(kind: FieldKind): HTMLElement;
  /** False where nobody knows why a number is what it is. */
  explains?: boolean;
}

/** The name of each of the two tensors for people. */
export const paneName = (name: PaneSource['name']): string => (name === 'value' ? t('value') : t('gradient'));

/** Everything known about one tensor: its picture, distribution, statistics and numbers. */
export function tensorPane(source: PaneSource, theme: Theme): HTMLElement {
  const { summary, name } = source;
  const scale = name === 'value' ? theme.value : theme.grad;
  const body = h('div', { class: 'tensor-body' });
  const buttons = h('span', { class: 'pane-buttons' }, ...copyButtons(source));
  const write = elementText(source.dtype);
  const pane = h(
    'section',
    { class: `tensor-pane ${name}`, 'aria-label': paneName(name), 'data-testid': `pane-${name}` },
    h('header', { class: 'pane-head' }, h('h3', { text: paneName(name) }), h('span', { class: 'grow' }), buttons),
    body,
  );
  if (summary.numel === 0) {
    body.append(h('p', { class: 'hint', text: t('It has no elements.') }));
    return pane;
  }
  if (summary.numel === 1) {
    body.append(
      h('button', {
        class: `big-number${summary.nan + summary.inf ? ' bad' : ''}`,
        type: 'button',
        title: source.explains === false ? undefined : t('Why this number'),
        onclick: () => source.choice.choose(source.shape.map(() => 0)),
        text: write(summary.data?.[0] ?? summary.mean),
        'data-testid': `${name}-number`,
      }),
    );
    const other = pictureChoice(about(), [], { theme, scale, name: paneName(name) }, () => undefined, source.field);
    if (other) body.append(other);
    return pane;
  }
  const picture = h('div', { class: 'picture' });
  body.append(picture, statistics(summary));
  if (summary.histogram)
    body.append(histogramView(summary.histogram, theme.highContrast ? theme.foreground : scale.positive, paneName(name)));
  const table = h('div', { class: 'table-slot' });
  body.append(table);
  const look = { theme, scale, name: paneName(name), write };
  if (summary.data) fill(summary.data);
  else {
    picture.append(h('div', { class: 'loading', text: t('Reading the tensor …') }));
    source.load().then(
      (tensor) => (tensor ? fill(tensor.data) : summarized(t('Only a summary of this tensor was kept: cells are means.'))),
      (error: unknown) => summarized(error instanceof Error ? error.message : String(error)),
    );
  }
  return pane;

  function about(): PictureFacts {
    const { shape, facts } = source;
    return { ...facts, shape, min: summary.min, max: summary.max, isGradient: name === 'gradient' };
  }

  function summarized(why: string): void {
    picture.replaceChildren(h('div', { class: 'loading', text: why }));
    // The whole tensor is not there, so nothing can be copied.
    buttons.hidden = true;
    if (!summary.thumbnail) return;
    const { rows, cols } = summary.thumbnail;
    const cells = cellsOf(summary.thumbnail).map((value) => value ?? 'nan');
    const means = new SharedCut();
    means.begin([rows, cols]);
    show(new HeatMapView(cells, [rows, cols], greatest(cells), look, means, false));
  }

  function fill(data: TensorData['data']): void {
    const limit = Math.max(Math.abs(summary.min ?? 0), Math.abs(summary.max ?? 0));
    const map = new HeatMapView(data, source.shape, limit, look, source.cut, true, source.choice);
    const numbers = new NumberTable(paneName(name), write, source.choice);
    table.replaceChildren(numbers.element);
    // The numbers take keys at once, not only after the picture is drawn.
    numbers.show(sliceOf(data, source.shape, source.cut.cut));
    map.onslice = (slice) => numbers.show(slice);
    const isShown = (shown: boolean) => {
      map.element.hidden = !shown;
      if (shown) map.draw();
    };
    const other = pictureChoice(about(), data, look, isShown, source.field);
    picture.replaceChildren(...(other ? [other] : []));
    show(map);
  }

  function show(map: HeatMapView): void {
    picture.append(map.element);
    // The picture is as wide as its place. The width is known only after the picture is inserted.
    requestAnimationFrame(() => map.draw());
  }
}

const greatest = (cells: readonly Scalar[]): number =>
  cells.reduce<number>((most, v) => (typeof v === 'number' ? Math.max(most, Math.abs(v)) : most), 0);

function statistics(summary: Summary): HTMLElement {
  const rows: [string, string][] = [
    [t('min'), number(summary.min)],
    [t('max'), number(summary.max)],
    [t('mean'), number(summary.mean)],
    [t('std'), number(summary.std)],
    [t('norm'), number(summary.norm)],
    [t('elements'), summary.numel.toLocaleString('en')],
  ];
  const bad: [string, string][] = [];
  if (summary.nan) bad.push(['NaN', String(summary.nan)]);
  if (summary.inf) bad.push(['Inf', String(summary.inf)]);
  const cell =
    (className: string) =>
    ([name, value]: [string, string]) =>
      h('div', { class: className }, h('dt', { text: name }), h('dd', { text: value }));
  return h('dl', { class: 'statistics' }, ...rows.map(cell('statistic')), ...bad.map(cell('statistic bad')));
}

function copyButtons(source: PaneSource): HTMLElement[] {
  const { summary } = source;
  const withTensor = (use: (tensor: TensorData) => string) => () => {
    const kept =
      summary.data && summary.text !== undefined
        ? Promise.resolve({ shape: source.shape, dtype: source.dtype, data: summary.data, text: summary.text })
        : source.load();
    kept.then(
      (tensor) => tensor && source.copy(use(tensor)),
      () => undefined,
    );
  };
  const button = (id: string, label: string, text: string, use: (tensor: TensorData) => string) => {
    const element = iconButton('copy', label, withTensor(use), {
      'aria-label': `${text}: ${label}`,
      'data-testid': `copy-${source.name}-${id}`,
    });
    element.append(h('span', { text }));
    return element;
  };
  return [
    button('text', t('Copy as PyTorch prints it: {0}', paneName(source.name)), t('text'), (tensor) => tensor.text),
    button('json', t('Copy as JSON: {0}', paneName(source.name)), 'json', (tensor) => JSON.stringify(nested(tensor.data, tensor.shape))),
  ];
}
