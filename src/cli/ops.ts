import { ops } from '../engine/ops/index.js';

/** What the entries of the op list say of themselves, for a person: all, or those whose name has `part` in it. */
export function describeOps(part = ''): string {
  return ops
    .filter((op) => !op.internal && op.name.includes(part))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map((op) => {
      const inplace = op.variants.includes('inplace') ? `\n    in place:  x.${op.shortName}_(...)` : '';
      const gradient = op.gradient ? `\n    gradient:  ${op.gradient}` : '';
      return `${op.parsed.text.replace(`${op.name}.${op.parsed.overload}(`, `${op.name}(`)}\n    ${op.doc}\n    formula:   ${op.formula}${gradient}${inplace}\n`;
    })
    .join('\n');
}
