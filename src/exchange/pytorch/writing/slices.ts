import { level, within } from './code.js';
import type { Node, Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** True for a string that stands for a slice: `'1:3'`, `` `:${n}` ``, `'...'`. */
export function isSlice(node: Node): node is Of<'StringLiteral' | 'TemplateLiteral'> {
  if (node.type === 'StringLiteral') return node.value === '...' || /^[-\d\s]*:[-\d\s:]*$/.test(node.value);
  return node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => value.raw.includes(':'));
}

export function slice(w: Writer, node: Of<'StringLiteral' | 'TemplateLiteral'>): string {
  if (node.type === 'StringLiteral') return node.value.replaceAll(' ', '');
  return node.quasis
    .map(({ value }, i) => {
      const part = node.expressions[i] as Node | undefined;
      return value.raw.replaceAll(' ', '') + (part ? within(w.expression(part), value.raw.endsWith('-') ? level.sign : level.or) : '');
    })
    .join('');
}
