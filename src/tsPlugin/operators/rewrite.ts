/**
 * Writes methods of tensors as operators, and operators on tensors as methods, in a part of a file. An expression whose type is
 * no tensor keeps its text. So does a call that says more than the operator can (`add(x, { alpha: 2 })`).
 */
import type ts from 'typescript';
import { type Form, IN_PLACE, METHOD, PRECEDENCE, REFLECTED, SIGN, UNARY } from './forms.js';
import { operations, type Operation } from './tree.js';

const COMPOUND = new Set(Object.values(IN_PLACE));

/** The new text of an expression, and how tightly it binds: see PRECEDENCE. */
interface Written {
  text: string;
  binds: number;
}

/** The changes that write [from, to) of a file in a form; empty when there is nothing to change. */
export function rewritten(
  typescript: typeof ts,
  program: ts.Program,
  file: ts.SourceFile,
  from: number,
  to: number,
  form: Form,
): ts.TextChange[] {
  const { SyntaxKind: K } = typescript;
  const checker = program.getTypeChecker();
  const changes: ts.TextChange[] = [];
  const converted = new Map<ts.Node, Written | null>();

  const typeOf = (node: ts.Node): ts.Type => checker.getNonNullableType(checker.getTypeAtLocation(node));
  const isTensor = (node: ts.Node): boolean => {
    const type = typeOf(node);
    return type.getProperty('backward') !== undefined && type.getProperty('matmul') !== undefined;
  };
  const isPlainValue = (node: ts.Node): boolean =>
    (typeOf(node).flags & (typescript.TypeFlags.NumberLike | typescript.TypeFlags.BooleanLike)) !== 0;
  const isOperand = (node: ts.Node): boolean => isTensor(node) || isPlainValue(node) || isUnionOfOperands(typeOf(node));
  const isUnionOfOperands = (type: ts.Type): boolean =>
    type.isUnion() &&
    type.types.every((one) => (one.flags & typescript.TypeFlags.NumberLike) !== 0 || one.getProperty('matmul') !== undefined);

  visit(file);
  return changes;

  function visit(node: ts.Node): void {
    if (node.end <= from || node.getStart(file) >= to) return;
    const start = node.getStart(file);
    const isWithin = from <= start && node.end <= to;
    if (isWithin && convert(node)) {
      const text = at(leastFor(node), node);
      changes.push({ span: { start, length: node.end - start }, newText: beginsStatement(node, text) ? `;${text}` : text });
    } else for (const child of childrenOf(node)) visit(child);
  }

  /** Whether the text begins a statement that would continue the line before, which ends without a semicolon. */
  function beginsStatement(node: ts.Node, text: string): boolean {
    if (!/^[(\-[]/.test(text)) return false;
    const start = node.getStart(file);
    for (let up = node; up.getStart(file) === start; up = up.parent)
      if (typescript.isExpressionStatement(up)) return !/(^|[;{}])\s*$/.test(file.text.slice(0, start));
    return false;
  }

  /** The parts of a node that have a place in the text. */
  function childrenOf(node: ts.Node): ts.Node[] {
    const operation = operations.get(node) ?? compoundOf(node);
    if (operation?.sign === '[]') return operation.args!;
    if (operation) return [operation.left, operation.right].filter((side) => side !== undefined);
    const found: ts.Node[] = [];
    typescript.forEachChild(node, (child) => void found.push(child));
    return found;
  }

  /** The operation of `w += x`. In the tree, it is a call, or an assignment of a call. */
  function compoundOf(node: ts.Node): Operation | undefined {
    const operation = operations.get(node) ?? (typescript.isBinaryExpression(node) ? operations.get(node.right) : undefined);
    return operation && COMPOUND.has(operation.sign) ? operation : undefined;
  }

  /** A node in the other form; null when the node has no other form. */
  function convert(node: ts.Node): Written | null {
    let made = converted.get(node);
    if (made === undefined) converted.set(node, (made = conversionOf(node)));
    return made;
  }

  function conversionOf(node: ts.Node): Written | null {
    if (typescript.isParenthesizedExpression(node)) {
      const { expression } = node;
      const isBare = !hasComment(node.getStart(file), expression.getStart(file)) && !hasComment(expression.end, node.end);
      return isBare ? convert(expression) : null;
    }
    return form === 'operators' ? asOperator(node) : asMethod(node);
  }

  function written(node: ts.Node): Written {
    return convert(node) ?? { text: textOf(node), binds: bindingOf(node) };
  }

  /** The text of a node; its parts are written in the new form. */
  function textOf(node: ts.Node): string {
    let text = '';
    let end = node.getStart(file);
    for (const child of childrenOf(node)) {
      const start = child.getStart(file);
      if (start < end) continue;
      text += file.text.slice(end, start) + (convert(child) ? at(leastFor(child), child) : textOf(child));
      end = child.end;
    }
    return text + file.text.slice(end, node.end);
  }

  /** How tightly a node must bind in its place to need no parentheses. */
  function leastFor(node: ts.Node): number {
    const { parent } = node;
    const isHead =
      typescript.isPropertyAccessExpression(parent) ||
      typescript.isNonNullExpression(parent) ||
      typescript.isTaggedTemplateExpression(parent) ||
      typescript.isExpressionWithTypeArguments(parent) ||
      typescript.isPrefixUnaryExpression(parent) ||
      typescript.isPostfixUnaryExpression(parent) ||
      typescript.isAwaitExpression(parent) ||
      typescript.isTypeOfExpression(parent) ||
      typescript.isVoidExpression(parent) ||
      typescript.isDeleteExpression(parent);
    if (isHead) return PRECEDENCE.member;
    const operation = operations.get(parent);
    if (operation?.sign === '[]') return PRECEDENCE.assignment;
    if (operation) return operation.isUnary ? PRECEDENCE.member : (PRECEDENCE[operation.sign] ?? 0) + 1;
    const isCallee =
      typescript.isCallExpression(parent) || typescript.isNewExpression(parent) || typescript.isElementAccessExpression(parent);
    if (isCallee) return parent.expression === node ? PRECEDENCE.member : PRECEDENCE.assignment;
    if (typescript.isAsExpression(parent) || typescript.isSatisfiesExpression(parent)) return PRECEDENCE['+']!;
    if (typescript.isBinaryExpression(parent)) return (PRECEDENCE[parent.operatorToken.getText(file)] ?? 0) + 1;
    return typescript.isConditionalExpression(parent) && parent.condition === node ? PRECEDENCE['??']! : 0;
  }

  function bindingOf(node: ts.Node): number {
    const operation = operations.get(node);
    if (operation && operation.sign !== '[]') return operation.isUnary ? PRECEDENCE.unary : (PRECEDENCE[operation.sign] ?? 0);
    if (typescript.isBinaryExpression(node)) return PRECEDENCE[node.operatorToken.getText(file)] ?? 0;
    if (typescript.isPrefixUnaryExpression(node) || typescript.isAwaitExpression(node) || typescript.isTypeOfExpression(node))
      return PRECEDENCE.unary;
    const isLoose =
      typescript.isConditionalExpression(node) ||
      typescript.isArrowFunction(node) ||
      typescript.isYieldExpression(node) ||
      typescript.isAsExpression(node) ||
      typescript.isSatisfiesExpression(node);
    return isLoose ? 0 : PRECEDENCE.member;
  }

  /** The text of a node, in parentheses when it binds looser than `least`. */
  function at(least: number, node: ts.Node): string {
    const { text, binds } = written(node);
    return binds < least ? `(${text})` : text;
  }

  function hasComment(start: number, end: number): boolean {
    return /\/[/*]/.test(file.text.slice(start, end));
  }

  function asOperator(node: ts.Node): Written | null {
    if (!typescript.isCallExpression(node) || operations.has(node) || node.questionDotToken) return null;
    const callee = node.expression;
    if (!typescript.isPropertyAccessExpression(callee) || callee.questionDotToken || !typescript.isIdentifier(callee.name)) return null;
    const { expression: receiver } = callee;
    const name = callee.name.text;
    const args = [...node.arguments];
    const hasText = hasComment(receiver.end, args[0]?.getStart(file) ?? node.end) || hasComment(args.at(-1)?.end ?? node.end, node.end);
    if (hasText || args.some((arg) => typescript.isSpreadElement(arg))) return null;
    const isKnown = name === 'index' || name === 'rsub' || [SIGN, UNARY, IN_PLACE].some((forms) => Object.hasOwn(forms, name));
    if (!isKnown || !isTensor(receiver)) return null;
    const [other] = args;
    if (name === 'index') {
      return args.length
        ? { text: `${at(PRECEDENCE.member, receiver)}[${args.map((arg) => at(1, arg)).join(', ')}]`, binds: PRECEDENCE.member }
        : null;
    }
    if (name in UNARY) {
      return args.length ? null : { text: UNARY[name]! + at(PRECEDENCE.member, receiver), binds: PRECEDENCE.unary };
    }
    if (args.length !== 1 || !other || !isOperand(other)) return null;
    if (name === 'rsub') return isSimple(other) ? binary(other, '-', receiver) : null;
    if (name in IN_PLACE) {
      const target = written(receiver).text;
      const isTarget = typescript.isIdentifier(receiver) || typescript.isPropertyAccessExpression(receiver) || target.endsWith(']');
      if (!isTarget || !typescript.isExpressionStatement(node.parent)) return null;
      return { text: `${target} ${IN_PLACE[name]} ${at(1, other)}`, binds: PRECEDENCE.assignment };
    }
    return binary(receiver, SIGN[name]!, other);
  }

  function binary(left: ts.Node, sign: string, right: ts.Node): Written {
    const binds = PRECEDENCE[sign]!;
    // `**` groups to the right, and no sign may stand before its base; all other operators group to the left.
    if (sign === '**') return { text: `${at(PRECEDENCE.member, left)} ** ${at(binds, right)}`, binds };
    // Beside comparisons and logical signs, parentheses are clearer than the rules: (x > 0) & (x < 1).
    const [l, r] = binds < PRECEDENCE['+']! ? [PRECEDENCE['+']!, PRECEDENCE['+']!] : [binds, binds + 1];
    return { text: `${at(l, left)} ${sign} ${at(r, right)}`, binds };
  }

  function asMethod(node: ts.Node): Written | null {
    const method = (receiver: ts.Node, name: string, args: readonly ts.Node[]): Written => ({
      text: `${at(PRECEDENCE.member, receiver)}.${name}(${args.map((arg) => at(1, arg)).join(', ')})`,
      binds: PRECEDENCE.member,
    });
    if (typescript.isElementAccessExpression(node))
      return isRead(node) && isTensor(node.expression) ? method(node.expression, 'index', keysOf(node)) : null;
    const compound = compoundOf(node);
    if (compound?.left && compound.right && typescript.isExpressionStatement(node.parent)) {
      const name = Object.keys(IN_PLACE).find((one) => IN_PLACE[one] === compound.sign);
      return name && isTensor(compound.left) ? method(compound.left, name, [compound.right]) : null;
    }
    const operation = operations.get(node);
    if (!operation?.left || operation.sign === '[]') return null;
    const { sign, left, right, isUnary } = operation;
    if (isUnary) return isTensor(left) ? method(left, METHOD[`unary ${sign}`]!, []) : null;
    if (!right || !(sign in METHOD)) return null;
    if (isTensor(left)) return method(left, METHOD[sign]!, [right]);
    if (!isTensor(right) || !isSimple(left)) return null;
    const reflected = REFLECTED[sign];
    if (reflected) return method(right, reflected, [left]);
    if (sign !== '/') return null;
    const { text } = method(right, 'reciprocal', []);
    return { text: `${text}.mul(${at(1, left)})`, binds: PRECEDENCE.member };
  }

  /** Whether the expression is only read: not assigned to, changed or deleted. */
  function isRead(node: ts.ElementAccessExpression): boolean {
    const { parent } = node;
    if (typescript.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === K.EqualsToken)
      return compoundOf(parent) !== undefined;
    if (typescript.isPrefixUnaryExpression(parent) && parent.operator !== K.ExclamationToken) return false;
    if (typescript.isNonNullExpression(parent)) return false;
    return !typescript.isDeleteExpression(parent) && !typescript.isPostfixUnaryExpression(parent) && !node.questionDotToken;
  }

  function keysOf({ argumentExpression: key }: ts.ElementAccessExpression): readonly ts.Node[] {
    return operations.get(key)?.args ?? [key];
  }

  /** Whether an expression may be evaluated later: its evaluation has no effects. */
  function isSimple(node: ts.Node): boolean {
    if (typescript.isParenthesizedExpression(node)) return isSimple(node.expression);
    if (typescript.isPrefixUnaryExpression(node)) return isSimple(node.operand);
    return (
      typescript.isIdentifier(node) || typescript.isNumericLiteral(node) || node.kind === K.TrueKeyword || node.kind === K.FalseKeyword
    );
  }
}
