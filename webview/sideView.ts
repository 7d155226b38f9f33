import { t } from '../src/protocol/l10n.js';
import { iconButton } from './controls.js';
import { h, type Child } from './dom.js';
import './sideView.css';

/**
 * A view at the left of the graph: a heading, a button that closes it, and its content. It is hidden at first.
 * @param name its class, and what tests find it by
 */
export const sideView = (name: string, title: string, close: () => void, ...content: Child[]): HTMLElement =>
  h(
    'aside',
    { class: `side-view ${name}`, 'aria-label': title, 'data-testid': name, hidden: true },
    h('header', {}, h('h2', { text: title }), iconButton('close', t('Close'), close, { 'data-testid': `${name}-close` })),
    ...content,
  );
