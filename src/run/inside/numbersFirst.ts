/**
 * What compiled code calls for an operator (`__tl.add`). Numbers are handled here, as JavaScript does; all other values
 * go on to the code that knows tensors (trace/operators.ts).
 *
 * These functions are made in the model's realm, because V8 inlines no functions of another realm. Each has its own
 * test for numbers, so that V8 learns about each operator separately. They are written out, since code cannot be made
 * from text here.
 */

/** A value of the model. Its type is not known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JavaScript's operators take anything
type Any = any;
type Call = (site: number, ...operands: Any[]) => Any;

/** @param other functions for any operands, by the name of the operator */
export function numbersFirst(other: Readonly<Record<string, Any>>): Record<string, unknown> {
  const call = (name: string): Call => other[name] as Call;
  const addOther = call('add');
  const subOther = call('sub');
  const mulOther = call('mul');
  const divOther = call('div');
  const modOther = call('mod');
  const powOther = call('pow');
  const andOther = call('and');
  const orOther = call('or');
  const xorOther = call('xor');
  const shlOther = call('shl');
  const shrOther = call('shr');
  const ltOther = call('lt');
  const leOther = call('le');
  const gtOther = call('gt');
  const geOther = call('ge');
  const eqOther = call('eq');
  const neOther = call('ne');
  const iaddOther = call('iadd');
  const isubOther = call('isub');
  const imulOther = call('imul');
  const idivOther = call('idiv');
  const imodOther = call('imod');
  const ipowOther = call('ipow');
  const iandOther = call('iand');
  const iorOther = call('ior');
  const ixorOther = call('ixor');
  const ishlOther = call('ishl');
  const ishrOther = call('ishr');
  const negOther = call('neg');
  const notOther = call('not');
  const incOther = call('inc');
  const decOther = call('dec');
  const boolOther = call('bool');
  const numOther = call('num');
  const itemOther = call('item');
  const keyOther = call('key');
  return {
    ...other,
    add: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a + b : addOther(s, a, b)),
    sub: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a - b : subOther(s, a, b)),
    mul: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a * b : mulOther(s, a, b)),
    div: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a / b : divOther(s, a, b)),
    mod: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a % b : modOther(s, a, b)),
    pow: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ** b : powOther(s, a, b)),
    and: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a & b : andOther(s, a, b)),
    or: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a | b : orOther(s, a, b)),
    xor: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ^ b : xorOther(s, a, b)),
    shl: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a << b : shlOther(s, a, b)),
    shr: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a >> b : shrOther(s, a, b)),
    lt: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a < b : ltOther(s, a, b)),
    le: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a <= b : leOther(s, a, b)),
    gt: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a > b : gtOther(s, a, b)),
    ge: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a >= b : geOther(s, a, b)),
    eq: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a === b : eqOther(s, a, b)),
    ne: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a !== b : neOther(s, a, b)),
    iadd: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a + b : iaddOther(s, a, b)),
    isub: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a - b : isubOther(s, a, b)),
    imul: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a * b : imulOther(s, a, b)),
    idiv: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a / b : idivOther(s, a, b)),
    imod: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a % b : imodOther(s, a, b)),
    ipow: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ** b : ipowOther(s, a, b)),
    iand: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a & b : iandOther(s, a, b)),
    ior: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a | b : iorOther(s, a, b)),
    ixor: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ^ b : ixorOther(s, a, b)),
    ishl: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a << b : ishlOther(s, a, b)),
    ishr: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a >> b : ishrOther(s, a, b)),
    neg: (s: number, a: Any): Any => (typeof a === 'number' ? -a : negOther(s, a)),
    not: (s: number, a: Any): Any => (typeof a === 'number' ? ~a : notOther(s, a)),
    inc: (s: number, a: Any): Any => (typeof a === 'number' ? a + 1 : incOther(s, a)),
    dec: (s: number, a: Any): Any => (typeof a === 'number' ? a - 1 : decOther(s, a)),
    bool: (s: number, a: Any): Any => (typeof a === 'boolean' ? a : boolOther(s, a)),
    num: (s: number, a: Any): Any => (typeof a === 'number' ? a : numOther(s, a)),
    item: (s: number, a: Any): Any => (typeof a === 'object' ? itemOther(s, a) : a),
    key: (object: Any, key: Any): Any => (typeof key === 'object' ? (keyOther as (object: Any, key: Any) => Any)(object, key) : key),
  };
}
