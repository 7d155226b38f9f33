/** The methods of an object that Python's operators call. */
/** `+` calls `__add__` of the left operand, or else `__radd__` of the right operand. */
export const OPERATORS: Readonly<Record<string, string>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  Div: 'truediv',
  FloorDiv: 'floordiv',
  Mod: 'mod',
  Pow: 'pow',
  MatMult: 'matmul',
  BitAnd: 'and',
  BitOr: 'or',
  BitXor: 'xor',
  LShift: 'lshift',
  RShift: 'rshift',
};

/** `<` calls `__lt__`. */
export const COMPARISONS: Readonly<Record<string, string>> = {
  Eq: '__eq__',
  NotEq: '__ne__',
  Lt: '__lt__',
  LtE: '__le__',
  Gt: '__gt__',
  GtE: '__ge__',
};
