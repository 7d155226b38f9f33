/** Calls of PyTorch whose result has the dtype that a tensor and numbers promote to. JavaScript sees 2.0 as 2. */
import { inside, isNumpy, withoutNone, type Type } from '../program/types.js';
import type { Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import { quote } from './written.js';

const PROMOTING =
  // not operations: names in a Python program, of functions whose numbers take part in the dtype of the result
  /^(add|sub|subtract|rsub|mul|multiply|pow|remainder|fmod|floor_divide|div|divide|clamp|clip|clamp_min|clamp_max|xlogy|result_type)$/;

/** True for a float that may be whole, unless the text itself shows its fraction. */
function isWholeFloat(c: Context, node: Expr): boolean {
  const type = withoutNone(c.type(node));
  const literal = node.nodeType === 'UnaryOp' ? node.operand : node;
  const showsFraction = literal.nodeType === 'Constant' && typeof literal.value === 'number' && !Number.isInteger(literal.value);
  return !showsFraction && ((type.k === 'float' && !type.plain) || (type.k === 'num' && type.only === null && !type.plain));
}

/** The arguments that are floats, as the helper `floats_at` takes them: their indices and names. */
export function floatPlaces(c: Context, node: Of<'Call'>): string[] {
  const isFloat = (one: Expr): boolean => withoutNone(c.type(one)).k === 'float' && isWholeFloat(c, one);
  if (node.args.some((one) => one.nodeType === 'Starred')) return [];
  const named = node.keywords.flatMap(({ arg, value }) => (arg && isFloat(value) ? [quote(arg)] : []));
  return [...node.args.flatMap((one, i) => (isFloat(one) ? [String(i)] : [])), ...named];
}

/** The entries of a dict, or the parts of a tuple, that are floats. */
export function floatEntries(type: Type): string[] {
  if (type.k === 'tuple') return type.items.flatMap((one, i) => (one.k === 'float' && !one.plain ? [String(i)] : []));
  if (type.k !== 'dict' || !type.parts || type.parts.isOpen) return [];
  return [...type.parts.cells].flatMap(([name, cell]) => {
    const one = inside(cell);
    return one.k === 'float' && !one.plain ? [quote(name)] : [];
  });
}

/**
 * The tensor of integers that a call must be given as floats, since one of its numbers is a float that may be whole.
 * @param receiver the tensor whose method is called
 */
export function liftedBy(c: Context, name: string, receiver: Expr | null, node: Of<'Call'>): Expr | null {
  if (!PROMOTING.test(name)) return null;
  const given = [...(receiver ? [receiver] : []), ...node.args, ...node.keywords.map((one) => one.value)];
  const floats = given.filter((one) => isWholeFloat(c, one));
  if (floats.length === 0) return null;
  const tensors = given.filter((one) => withoutNone(c.type(one)).k === 'tensor');
  const [first] = tensors;
  const areWhole = tensors.every((one) => {
    const type = withoutNone(c.type(one));
    const isUnknown = type.k === 'tensor' && type.d === 'any' && floats.some((float) => float.nodeType === 'Constant');
    // not operations: kinds of types
    return type.k === 'tensor' && !isNumpy(type) && (type.d === 'int' || type.d === 'bool' || isUnknown);
  });
  return first && areWhole ? first : null;
}
