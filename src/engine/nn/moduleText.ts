import type { Module } from './module.js';
import { namedChildren } from './moduleState.js';

/** A module as PyTorch prints it: its class, its settings, its children line by line. */
export function moduleText(module: Module): string {
  const settings = module.extra_repr();
  const own = settings === '' ? [] : settings.split('\n');
  const children = namedChildren(module).map(([name, child]) => `(${name}): ${String(child).replaceAll('\n', '\n  ')}`);
  const name = module.constructor.name;
  if (children.length === 0 && own.length <= 1) return `${name}(${settings})`;
  return `${name}(\n  ${[...own, ...children].join('\n  ')}\n)`;
}
