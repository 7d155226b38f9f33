import { t } from '../../src/protocol/l10n.js';
import type { Remote } from '../../src/protocol/rpc.js';
import type { StoredTensor, TensorFileState, TensorPageApi, TensorPageHostApi } from '../../src/protocol/tensorFile.js';
import { bytes, countText } from '../../src/present/quantities.js';
import { typeText } from '../../src/present/shapes.js';
import { h } from '../dom.js';
import { Choice, choiceIn } from '../inspector/choice.js';
import { SharedCut } from '../inspector/sharedCut.js';
import { tensorPane } from '../inspector/tensorPane.js';
import '../inspector/inspector.css';
import { onThemeChange, readTheme } from '../theme.js';
import type { Host } from '../vscodePort.js';
import { TensorList } from './tensorList.js';
import './tensors.css';

type Done = Extract<TensorFileState, { status: 'done' }>;

/** Shows the tensors of a file. */
export class TensorPage {
  readonly api: TensorPageApi;
  private shown: TensorFileState | null = null;
  private readonly cut = new SharedCut();
  private readonly choice = new Choice(() => undefined);
  private readonly list = new TensorList((index) => this.select(index));
  private readonly head = h('header', { class: 'file-head' });
  private readonly side = h('section', { class: 'stored', 'data-testid': 'stored-tensor', tabindex: '-1' });
  private readonly body = h('div', { class: 'file-body' }, this.list.element, this.side);
  /** Said aloud, and shown when there is no list. */
  private readonly notice = h('p', { class: 'file-notice', role: 'status', 'data-testid': 'file-notice' });
  private readonly stopFollowing: () => void;

  constructor(
    root: HTMLElement,
    private readonly host: Remote<TensorPageHostApi>,
    private readonly vscode: Pick<Host, 'store' | 'stored'>,
  ) {
    this.body.hidden = true;
    root.append(h('main', { class: 'file' }, this.head, this.notice, this.body));
    this.api = { show: (state) => this.show(state) };
    this.stopFollowing = onThemeChange(() => this.select(this.list.selected));
    this.show({ status: 'reading', file: '' });
  }

  dispose(): void {
    this.stopFollowing();
  }

  /** For tests. */
  state(): { status: string; names: string[]; selected: string | null; message: string } {
    const tensors = this.shown?.status === 'done' ? this.shown.tensors : [];
    const names = tensors.map(({ name }) => name);
    return {
      status: this.shown?.status ?? 'reading',
      names,
      selected: names[this.list.selected] ?? null,
      message: this.notice.textContent ?? '',
    };
  }

  private show(state: TensorFileState): void {
    const before = this.list.nameOf(this.list.selected) ?? this.stored();
    this.shown = state;
    this.body.hidden = state.status !== 'done';
    this.notice.classList.toggle('failed', state.status === 'failed');
    this.head.replaceChildren();
    if (state.status === 'reading') this.say(t('Reading the file …'));
    else if (state.status === 'failed') this.say(state.message);
    else {
      this.say('');
      this.head.append(...this.about(state));
      const kept = state.tensors.findIndex(({ name }) => name === before);
      this.list.show(state.tensors, Math.max(0, kept));
    }
  }

  private say(text: string): void {
    this.notice.textContent = text;
    this.notice.hidden = text === '';
  }

  private about({ file, bytes: size, tensors, more, beside }: Done): HTMLElement[] {
    const count = countText(tensors.length + more, t('{0} tensor'), t('{0} tensors'));
    const unlisted = more > 0 ? ` · ${t('the first {0} are listed', tensors.length)}` : '';
    const facts = beside.map(({ name, text }) =>
      h('div', { class: 'beside-fact' }, h('dt', { text: name }), h('dd', { class: 'mono', text })),
    );
    return [
      h('h1', { text: file }),
      h('span', { class: 'muted', text: `${count} · ${bytes(size)}${unlisted}` }),
      ...(facts.length > 0
        ? [h('details', { class: 'beside' }, h('summary', { text: t('Numbers and texts beside the tensors') }), h('dl', {}, ...facts))]
        : []),
    ];
  }

  private stored(): string | undefined {
    return (this.vscode.stored() as { tensor?: string } | undefined)?.tensor;
  }

  private select(index: number): void {
    const tensor = this.shown?.status === 'done' ? this.shown.tensors[index] : undefined;
    if (!tensor) return this.side.replaceChildren();
    this.vscode.store({ ...(this.vscode.stored() as object | undefined), tensor: tensor.name });
    this.side.setAttribute('aria-label', tensor.name || t('tensor'));
    this.side.replaceChildren(
      h('h2', { text: tensor.name || t('tensor') }),
      h('p', { class: 'muted mono', text: typeText(tensor.dtype, tensor.shape) }),
      h('div', { class: tensor.value.numel === 1 ? 'panes scalar' : 'panes' }, this.pane(tensor, index)),
    );
    this.side.scrollTop = 0;
  }

  private pane({ shape, dtype, value }: StoredTensor, index: number): HTMLElement {
    this.cut.begin(shape);
    this.choice.begin();
    this.choice.set(null);
    const source = {
      name: 'value' as const,
      shape,
      dtype,
      summary: value,
      load: () => this.host.tensor(index),
      copy: (text: string) => void this.host.copy(text).catch(() => undefined),
      cut: this.cut,
      choice: choiceIn(this.choice, 'value'),
      facts: { op: '', module: '', isParameter: false, field: null },
      field: () => h('div'),
      explains: false,
    };
    return tensorPane(source, readTheme());
  }
}
