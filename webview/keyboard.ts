import type { Arrow } from './graph/navigate.js';

export type KeyAction =
  | { do: 'move'; key: Arrow }
  | { do: 'zoom'; factor: number }
  | { do: 'pass' | 'step'; by: number }
  | { do: 'fit' | 'search' | 'replay' | 'play' | 'outline' | 'knobs' | 'activate' | 'leave' | 'cancel' };

const plain: Readonly<Record<string, KeyAction>> = {
  '+': { do: 'zoom', factor: 1.3 },
  '=': { do: 'zoom', factor: 1.3 },
  '-': { do: 'zoom', factor: 1 / 1.3 },
  '0': { do: 'fit' },
  '/': { do: 'search' },
  '[': { do: 'pass', by: -1 },
  ']': { do: 'pass', by: 1 },
  b: { do: 'replay' },
  t: { do: 'outline' },
  k: { do: 'knobs' },
  Escape: { do: 'cancel' },
};

/** Keys that act only while the graph itself has the focus. */
const onGraph: Readonly<Record<string, KeyAction>> = {
  ArrowUp: { do: 'move', key: 'ArrowUp' },
  ArrowDown: { do: 'move', key: 'ArrowDown' },
  ArrowLeft: { do: 'move', key: 'ArrowLeft' },
  ArrowRight: { do: 'move', key: 'ArrowRight' },
  Enter: { do: 'activate' },
  Backspace: { do: 'leave' },
};

const whileReplaying: Readonly<Record<string, KeyAction>> = {
  '.': { do: 'step', by: 1 },
  ',': { do: 'step', by: -1 },
};

/** Ctrl+F, on a Mac Cmd+F: everybody's key to search what has the focus. */
const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'f' && ctrlKey !== metaKey && !altKey && !shiftKey;

/** The action of a key in the panel. Null when the key is not the panel's, such as while the user types. */
export function keyAction(event: KeyboardEvent, replaying: boolean): KeyAction | null {
  if (isFind(event)) return { do: 'search' };
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  const target = event.target as HTMLElement;
  const tag = target.tagName.toLowerCase();
  if (['input', 'select', 'textarea', 'vscode-text-field', 'vscode-dropdown'].includes(tag)) return null;
  const isGraph = target.classList.contains('stage') || target === document.body;
  if (replaying && whileReplaying[event.key]) return whileReplaying[event.key]!;
  if (replaying && isGraph && event.key === ' ') return { do: 'play' };
  if (isGraph && onGraph[event.key]) return onGraph[event.key]!;
  return plain[event.key] ?? null;
}
