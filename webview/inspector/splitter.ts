import { h } from '../dom.js';

interface SplitterOptions {
  label: string;
  width(): number;
  change(width: number): void;
}

const [least, most, keyStep] = [240, 1200, 24];

/** The left edge of a part whose width can be changed, by dragging or with the arrow keys. */
export function splitter({ label, width, change }: SplitterOptions): HTMLElement {
  const set = (to: number) => {
    change(Math.round(Math.min(most, Math.max(least, to))));
    element.setAttribute('aria-valuenow', String(width()));
  };
  const element = h('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': label,
    'aria-valuemin': String(least),
    'aria-valuemax': String(most),
    'aria-valuenow': String(width()),
  });
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    const [from, before] = [event.clientX, element.parentElement!.offsetWidth];
    const move = (moved: PointerEvent) => set(before + from - moved.clientX);
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), { once: true });
    event.preventDefault();
  });
  element.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowLeft' ? keyStep : event.key === 'ArrowRight' ? -keyStep : 0;
    if (by === 0) return;
    set(element.parentElement!.offsetWidth + by);
    event.preventDefault();
    event.stopPropagation();
  });
  return element;
}
