/** A call in a text: the function that it calls, and its operands. */
import { Lines } from './lines.js';
import type { Range } from '../protocol/trace.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

const LIBRARY = 'tensor-lens';

export interface Call {
  /** The name of the called function or method: `relu` for `torch.relu(x)`; empty for `new nn.ReLU()(x)`, `layers[0](x)`. */
  callee: string;
  /** For a method, its object and then its arguments; for a function of the library, its arguments. */
  operands: Operand[];
  arguments: Operand[];
  /** The range from the first argument to the last; null without arguments. */
  argumentsRange: Range | null;
}

interface Operand {
  range: Range;
  needsParentheses: boolean;
}

/** The call that has exactly this range. @throws SourceError when the text is no program */
export function callAt(file: string, text: string, range: Omit<Range, 'file'>): Call | null {
  const lines = new Lines(file, text);
  const start = lines.offset(range.line, range.column);
  const end = lines.offset(range.endLine, range.endColumn);
  const program = parseModule(file, text).program as Node;
  const call = find(program, (node) => isOperation(node) && node.start === start && node.end === end);
  if (call?.type === 'BinaryExpression' || call?.type === 'AssignmentExpression') return operatorCall(call, lines);
  if (call?.type !== 'CallExpression') return null;
  const callee = call.callee as Node;
  const nodes = call.arguments as Node[];
  const [first, last] = [nodes[0], nodes.at(-1)];
  const given = nodes.map((node) => operand(node, lines));
  const rest = { arguments: given, argumentsRange: first && last ? lines.range(first.start, last.end) : null };
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const isFunction = namespaces(program).has(rootName(callee));
    return { callee: callee.property.name, operands: isFunction ? given : [operand(callee.object as Node, lines), ...given], ...rest };
  }
  return { callee: callee.type === 'Identifier' ? callee.name : '', operands: given, ...rest };
}

const isOperation = ({ type }: Node): boolean => /^(CallExpression|BinaryExpression|AssignmentExpression)$/.test(type);

/** An operator as the method that it calls: `a + b` calls `add` on `a` and `b`, `a += b` calls `add_`. */
function operatorCall(node: Extract<Node, { type: 'BinaryExpression' | 'AssignmentExpression' }>, lines: Lines): Call | null {
  const isInPlace = node.type === 'AssignmentExpression';
  const method = METHODS[isInPlace ? node.operator.slice(0, -1) : node.operator];
  if (!method) return null;
  const [left, right] = [operand(node.left as Node, lines), operand(node.right as Node, lines)];
  return { callee: isInPlace ? `${method}_` : method, operands: [left, right], arguments: [right], argumentsRange: right.range };
}

/** The method for each operator. */
const METHODS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'remainder',
  '**': 'pow',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'bitwise_left_shift',
  '>>': 'bitwise_right_shift',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
};

const operand = (node: Node, lines: Lines): Operand => ({
  range: lines.range(node.start, node.end),
  needsParentheses: !/^(Identifier|MemberExpression|CallExpression|ParenthesizedExpression|ThisExpression|TSNonNullExpression)$/.test(
    node.type,
  ),
});

function find(node: Node, is: (node: Node) => boolean): Node | null {
  if (is(node)) return node;
  for (const child of children(node)) {
    const found = isTypeOnly(child) ? null : find(child, is);
    if (found) return found;
  }
  return null;
}

/** The first name of a chain: `torch` in `torch.nn.functional.relu`. */
function rootName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? rootName(node.object as Node) : '';
}

/**
 * The names of the library and of its parts: `import * as torch`, `const F = torch.nn.functional`, `const { nn } =
 * torch`.
 */
function namespaces(program: Node): Set<string> {
  const names = new Set<string>();
  for (const statement of program.type === 'Program' ? (program.body as Node[]) : []) {
    if (statement.type === 'ImportDeclaration' && statement.source.value === LIBRARY) {
      for (const { local } of statement.specifiers) names.add(local.name);
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (!init || (init.type !== 'MemberExpression' && init.type !== 'Identifier') || !names.has(rootName(init as Node))) continue;
        if (id.type === 'Identifier') names.add(id.name);
        else if (id.type === 'ObjectPattern') {
          for (const property of id.properties) {
            if (property.type === 'ObjectProperty' && property.value.type === 'Identifier') names.add(property.value.name);
          }
        }
      }
    }
  }
  return names;
}
