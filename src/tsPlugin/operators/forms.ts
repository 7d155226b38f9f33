/** The two ways to write an operation on tensors: as an operator, and as a method. */

export type Form = 'operators' | 'methods';

/** Methods with one argument, and their operators. */
// not operations: signs of the source text, and the methods that are written for them
export const SIGN: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  subtract: '-',
  mul: '*',
  multiply: '*',
  div: '/',
  divide: '/',
  true_divide: '/',
  remainder: '%',
  pow: '**',
  bitwise_and: '&',
  bitwise_or: '|',
  bitwise_xor: '^',
  bitwise_left_shift: '<<',
  bitwise_right_shift: '>>',
  lt: '<',
  less: '<',
  le: '<=',
  less_equal: '<=',
  gt: '>',
  greater: '>',
  ge: '>=',
  greater_equal: '>=',
  eq: '==',
  ne: '!=',
  not_equal: '!=',
};

/** Methods without an argument. */
// not operations: signs of the source text, and the methods that are written for them
export const UNARY: Readonly<Record<string, string>> = { neg: '-', negative: '-', bitwise_not: '~' };

/** Methods that change their tensor, for calls whose value is not used. */
// not operations: signs of the source text, and the methods that are written for them
export const IN_PLACE: Readonly<Record<string, string>> = {
  add_: '+=',
  sub_: '-=',
  mul_: '*=',
  div_: '/=',
  remainder_: '%=',
  pow_: '**=',
  bitwise_and_: '&=',
  bitwise_or_: '|=',
  bitwise_xor_: '^=',
  bitwise_left_shift_: '<<=',
  bitwise_right_shift_: '>>=',
};

/** The first method for each sign. */
export const METHOD: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(SIGN)
      .map(([method, sign]): [string, string] => [sign, method])
      .reverse(),
  ),
  'unary -': 'neg',
  'unary ~': 'bitwise_not',
};

/** Methods of the right operand that mean `left sign right`; the left operand is their argument. */
export const REFLECTED: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'rsub',
  '*': 'mul',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<': 'gt',
  '<=': 'ge',
  '>': 'lt',
  '>=': 'le',
  '==': 'eq',
  '!=': 'ne',
};

/** How tightly JavaScript's operators bind. An operator that is not listed binds looser than all of these. */
export const PRECEDENCE: Readonly<Record<string, number>> & Readonly<Record<'member' | 'unary' | 'assignment', number>> = {
  assignment: 1,
  '??': 2,
  '||': 2,
  '&&': 3,
  '|': 4,
  '^': 5,
  '&': 6,
  '==': 7,
  '!=': 7,
  '===': 7,
  '!==': 7,
  '<': 8,
  '<=': 8,
  '>': 8,
  '>=': 8,
  in: 8,
  instanceof: 8,
  '<<': 9,
  '>>': 9,
  '+': 10,
  '-': 10,
  '*': 11,
  '/': 11,
  '%': 11,
  '**': 12,
  unary: 13,
  member: 14,
};
