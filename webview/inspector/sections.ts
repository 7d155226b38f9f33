import { h } from '../dom.js';

/**
 * A part of the inspector. It is made anew only when its key differs from the key of the part in the same place before.
 */
export interface Section {
  /** All values on which the section depends. They are compared one by one. */
  readonly key: readonly unknown[];
  make(): HTMLElement[];
}

/** The longest time for which space is kept for an element without height, in milliseconds. */
const FILLED_MS = 1500;

/** A column of sections. Unchanged sections stay, and so do focus, scrolling and dragging in them. */
export class Sections {
  readonly element: HTMLElement;
  private readonly filler = h('div', { 'aria-hidden': true });
  private shown: { key: readonly unknown[]; elements: HTMLElement[] }[] = [];

  constructor(className: string) {
    this.element = h('div', { class: className, tabindex: '0' });
  }

  show(sections: readonly Section[]): void {
    const scroll = this.element.scrollTop;
    const before = this.shown;
    this.shown = sections.map((section, i) => {
      const there = before[i];
      if (there && isSame(there.key, section.key)) return there;
      const elements = section.make();
      const next = before.slice(i).find(({ elements: [first] }) => first?.parentElement === this.element)?.elements[0] ?? null;
      for (const element of elements) this.element.insertBefore(element, next);
      for (const element of there?.elements ?? []) element.remove();
      return { key: section.key, elements };
    });
    for (const { elements } of before.slice(sections.length)) for (const element of elements) element.remove();
    this.stayAt(scroll);
  }

  toTop(): void {
    this.filler.remove();
    this.element.scrollTop = 0;
  }

  /** Pictures get their height a little after they are made. Until then, a filler takes the space below. */
  private stayAt(scroll: number): void {
    const { element, filler } = this;
    filler.remove();
    element.scrollTop = scroll;
    if (element.scrollTop > scroll - 1) return;
    const needed = scroll + element.clientHeight;
    filler.style.height = `${needed}px`;
    element.append(filler);
    element.scrollTop = scroll;
    const since = performance.now();
    const look = () => {
      if (!filler.isConnected) return;
      const isThere = element.scrollHeight - filler.offsetHeight >= needed;
      if (isThere || performance.now() - since > FILLED_MS) filler.remove();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => Object.is(one, b[i]));
