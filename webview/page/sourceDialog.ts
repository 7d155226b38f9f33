import type { Range } from '../../src/protocol/trace.js';
import { t } from '../../src/protocol/l10n.js';
import { fileName } from '../../src/present/paths.js';
import { iconButton } from '../controls.js';
import { h } from '../dom.js';
import './sourceDialog.css';

/** The source text in an exported page, with a marked range, as an editor would show it. */
export function showSource(range: Range, text: string): void {
  document.querySelector('dialog.source-text')?.remove();
  const mark = h('mark');
  const lines = text.split(/\r\n|\n/);
  const from = offsetOf(lines, range.line, range.column);
  const to = offsetOf(lines, range.endLine, range.endColumn);
  const whole = lines.join('\n');
  mark.textContent = whole.slice(from, to);
  const dialog = h(
    'dialog',
    { class: 'source-text', 'aria-label': t('Source: {0}', fileName(range.file)), 'data-testid': 'source-text' },
    h(
      'header',
      {},
      h('strong', { text: `${fileName(range.file)}:${range.line}` }),
      iconButton('close', t('Close'), () => dialog.close()),
    ),
    h('pre', { tabindex: '0' }, whole.slice(0, from), mark, whole.slice(to)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  // The graph's keys do not act in the dialog. Escape closes the dialog.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  mark.scrollIntoView({ block: 'center' });
}

/** The offset of a place in the text, whose lines are joined by one character each. */
const offsetOf = (lines: readonly string[], line: number, column: number): number =>
  lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
