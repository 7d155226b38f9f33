/** `tensor-lens ops --missing`: what PyTorch has and the engine does not have, and why. */
import * as torch from '../../engine/index.js';
import { names, version } from './names.js';
import { reasonOf } from './reasons.js';

/** The object at a dotted path below `torch`. For the class of tensors, a tensor. */
function spaceAt(path: string): object | null {
  if (path === 'torch.Tensor') return torch.zeros(1);
  let at: unknown = torch;
  for (const name of path.split('.').slice(1)) at = (at as Record<string, unknown> | undefined)?.[name];
  return typeof at === 'object' ? at : null;
}

interface Missing {
  readonly namespace: string;
  /** How many names PyTorch has in this namespace. */
  readonly count: number;
  readonly missing: readonly { name: string; reason: string }[];
}

export const missingNames = (): Missing[] =>
  names
    .trim()
    .split('\n')
    .map((line) => {
      const [namespace, list] = line.split(': ') as [string, string];
      const all = list.split(' ');
      const space = spaceAt(namespace);
      const missing = all.filter((name) => !(space && name in space));
      return { namespace, count: all.length, missing: missing.map((name) => ({ name, reason: reasonOf(`${namespace}.${name}`) })) };
    });

/** The missing names as text: for each namespace, how many names exist here, then the other names by their reasons. */
export function describeMissing(): string {
  const spaces = missingNames().map(({ namespace, count, missing }) => {
    const byReason = new Map<string, string[]>();
    for (const { name, reason } of missing) byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
    const lines = [...byReason].map(([reason, list]) => `  ${list.join(' ')}\n    ${reason}\n`);
    return `${namespace}: ${count - missing.length} of ${count} names are here\n${lines.join('')}`;
  });
  return `Compared with PyTorch ${version}.\n\n${spaces.join('\n')}`;
}
