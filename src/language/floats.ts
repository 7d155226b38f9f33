/**
 * Numbers that are written as floats in Python: `1.0`, `1.`, `1e3`. JavaScript does not distinguish them from integers,
 * so a list of them would make a tensor of integers where PyTorch makes one of floats.
 */
import type { Node } from './syntax.js';

/** True for a number that is written as a float, and that JavaScript would take for an integer. */
export function isWholeFloat(node: Node | null | undefined): boolean {
  if (node?.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '+')) return isWholeFloat(node.argument as Node);
  if (node?.type !== 'NumericLiteral' || !Number.isInteger(node.value)) return false;
  const raw = node.extra?.['raw'];
  return typeof raw === 'string' && /^[\d_]*\.?[\d_]*(?:e[+-]?\d+)?$/i.test(raw) && /[.e]/i.test(raw);
}

/** True when a list directly contains such a number. */
export const isFloatList = (node: Node): boolean =>
  node.type === 'ArrayExpression' && (node.elements as (Node | null)[]).some((element) => isWholeFloat(element));

/** Functions that make a tensor with the dtype of the given numbers. */
// not operations: words of the text that is read
const makers = /^(?:(?:as_)?tensor|full|arange|where)$/;

/** The arguments for the tensor that are written as floats: of `torch.tensor(1.0)`, `torch.full([2], 1.0)`. */
export function floatArguments(node: Node): Node[] {
  if (node.type !== 'CallExpression') return [];
  const { callee } = node;
  const isOurs =
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'torch' &&
    callee.property.type === 'Identifier' &&
    makers.test(callee.property.name);
  if (!isOurs) return [];
  const given = (node.arguments as Node[]).flatMap((argument) =>
    argument.type === 'ObjectExpression'
      ? argument.properties.flatMap((property) => (property.type === 'ObjectProperty' ? [property.value as Node] : []))
      : [argument],
  );
  return given.filter((argument) => isWholeFloat(argument));
}

/** An argument of a constructor: its place or its name, and its value. */
type Given = readonly [at: number | string, value: Node];

/**
 * Which arguments of a constructor are written as floats, by place or by name, so that the object prints them as Python
 * does: `new nn.ELU(2.0)`. None, as an empty list, where the only argument is a whole number that is written as one: layers
 * take theirs for a float if they cannot know. Null where nothing is to be said.
 */
export function floatSettings(node: Node): (number | string)[] | null {
  if (node.type !== 'NewExpression') return null;
  const given = (node.arguments as Node[]).flatMap((argument, i): Given[] =>
    argument.type === 'ObjectExpression'
      ? argument.properties.flatMap((property): Given[] =>
          property.type === 'ObjectProperty' && !property.computed && property.key.type === 'Identifier'
            ? [[property.key.name, property.value as Node]]
            : [],
        )
      : [[i, argument]],
  );
  const floats = given.filter(([, value]) => isWholeFloat(value)).map(([at]) => at);
  if (floats.length > 0) return floats;
  const [only, ...others] = given;
  return only && others.length === 0 && isProbability(only[1]) ? [] : null;
}

/** The two whole numbers that a probability can be. */
const isProbability = (node: Node): boolean => node.type === 'NumericLiteral' && (node.value === 0 || node.value === 1);
