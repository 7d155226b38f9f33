import { ops } from '../engine/ops/index.js';

/** The texts of the operations, for a user: of all operations, or of those whose name contains `part`. */
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
