import { h } from '../dom.js';

/** A part of the inspector. It is made anew only when its key differs from that of the part which stood in its place. */
export interface Section {
  /** Everything that what it shows depends on, compared one by one. */
  readonly key: readonly unknown[];
  make(): HTMLElement[];
}

/** A column of sections that stay where nothing about them changed: focus, scrolling and what is being dragged stay with them. */
export class Sections {
  readonly element: HTMLElement;
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
    this.element.scrollTop = scroll;
  }

  toTop(): void {
    this.element.scrollTop = 0;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => Object.is(one, b[i]));
