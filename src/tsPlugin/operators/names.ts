/**
 * The name of each function of operators.d.ts in the tree. It is no identifier, so that nobody can write it and completion does
 * not offer it.
 */
export const NAMES: Readonly<Record<string, string>> = {
  $add: '+',
  $sub: '-',
  $mul: '*',
  $div: '/',
  $mod: '%',
  $pow: '**',
  $and: '&',
  $or: '|',
  $xor: '^',
  $shl: '<<',
  $shr: '>>',
  $lt: '<',
  $le: '<=',
  $gt: '>',
  $ge: '>=',
  $chain: '< <',
  $eq: '==',
  $ne: '!=',
  $neg: 'unary -',
  $not: '~',
  $set: 'op=',
  $change: 'op:=',
  $k: '[ ]',
  $keys: '[,]',
};
