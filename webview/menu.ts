import { h } from './dom.js';
import './menu.css';

interface MenuItem {
  id: string;
  label: string;
  /** True for a tick. Absent for commands. */
  checked?: boolean;
  /** The key for the same command. */
  key?: string;
  run(): void;
}

export interface MenuSection {
  title: string;
  items: MenuItem[];
}

/** Opens a menu below a button. A choice, a click elsewhere, Tab or Escape closes it. */
export function openMenu(anchor: HTMLElement, sections: MenuSection[]): void {
  document.querySelector('.menu')?.remove();
  const buttons: HTMLElement[] = [];
  const row = (item: MenuItem) => {
    const button = h(
      'button',
      {
        class: 'menu-item',
        type: 'button',
        role: item.checked === undefined ? 'menuitem' : 'menuitemcheckbox',
        tabindex: '-1',
        'data-testid': `menu-${item.id}`,
        'aria-checked': item.checked === undefined ? undefined : String(item.checked),
        onclick: () => {
          close(true);
          item.run();
        },
      },
      h('span', { class: 'tick', text: item.checked ? '✓' : '' }),
      h('span', { class: 'grow', text: item.label }),
      item.key ? h('kbd', { text: item.key }) : null,
    );
    buttons.push(button);
    return button;
  };
  const menu = h(
    'div',
    { class: 'menu', role: 'menu', 'data-testid': 'menu' },
    ...sections.map(({ title, items }) =>
      h(
        'div',
        { class: 'menu-section', role: 'group', 'aria-label': title },
        h('div', { class: 'menu-title', text: title }),
        ...items.map(row),
      ),
    ),
  );
  const close = (refocus: boolean) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    if (refocus) anchor.focus();
  };
  const outside = (event: Event) => {
    if (!menu.contains(event.target as Node)) close(false);
  };
  menu.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else if (to !== undefined) buttons[(to + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('pointerdown', outside, true);
  document.body.append(menu);
  const { bottom, right } = anchor.getBoundingClientRect();
  menu.style.top = `${bottom + 4}px`;
  menu.style.right = `${Math.max(4, document.body.clientWidth - right)}px`;
  menu.style.maxHeight = `${document.body.clientHeight - bottom - 16}px`;
  buttons[0]?.focus();
}
