/**
 * Changes a parsed file: the checker sees calls where the text has operators on possible tensors. Every node keeps its place in
 * the text, so positions in hovers, edits and errors need no mapping.
 *
 *     w * x       a call of `*` with (w, x); the sign is the name that is called
 *     w += x      w = `+`(w', x), with a copy w' that has no place among the children
 *     x[m]        x[`[ ]`(m)], where m is no literal
 *
 * The functions are declared in operators.d.ts. The changed fields of nodes are the same in TypeScript 5.0 to 6.0.
 */
import type ts from 'typescript';
import { NAMES } from './names.js';

export interface Operation {
  sign: string;
  left?: ts.Expression;
  right?: ts.Expression;
  /** The expressions in brackets. */
  args?: ts.Expression[];
  isUnary?: boolean;
  isConstant?: boolean;
  /** The left side is a comparison too: `a < b < c`. */
  isChain?: boolean;
}

/** The operation of each call that replaces an operator. */
export const operations = new WeakMap<ts.Node, Operation>();

/** The type of a node whose fields are changed, although TypeScript declares them as read-only. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is changed are fields that TypeScript does not publish
type Open = any;

export function transformer(typescript: typeof ts): (file: ts.SourceFile) => ts.SourceFile {
  const { SyntaxKind: K, factory } = typescript;
  const BINARY = new Map<ts.SyntaxKind, string>([
    [K.PlusToken, '+'],
    [K.MinusToken, '-'],
    [K.AsteriskToken, '*'],
    [K.SlashToken, '/'],
    [K.PercentToken, '%'],
    [K.AsteriskAsteriskToken, '**'],
    [K.AmpersandToken, '&'],
    [K.BarToken, '|'],
    [K.CaretToken, '^'],
    [K.LessThanLessThanToken, '<<'],
    [K.GreaterThanGreaterThanToken, '>>'],
    [K.LessThanToken, '<'],
    [K.LessThanEqualsToken, '<='],
    [K.GreaterThanToken, '>'],
    [K.GreaterThanEqualsToken, '>='],
    [K.EqualsEqualsToken, '=='],
    [K.ExclamationEqualsToken, '!='],
  ]);
  const COMPOUND = new Map<ts.SyntaxKind, string>([
    [K.PlusEqualsToken, '+'],
    [K.MinusEqualsToken, '-'],
    [K.AsteriskEqualsToken, '*'],
    [K.SlashEqualsToken, '/'],
    [K.PercentEqualsToken, '%'],
    [K.AsteriskAsteriskEqualsToken, '**'],
    [K.AmpersandEqualsToken, '&'],
    [K.BarEqualsToken, '|'],
    [K.CaretEqualsToken, '^'],
    [K.LessThanLessThanEqualsToken, '<<'],
    [K.GreaterThanGreaterThanEqualsToken, '>>'],
  ]);
  const place = <T extends ts.Node>(node: T, pos: number, end: number, like: ts.Node): T =>
    Object.assign(node, { pos, end, flags: like.flags });
  const isLiteral = (node: ts.Node): boolean =>
    typescript.isNumericLiteral(node) ||
    typescript.isStringLiteralLike(node) ||
    typescript.isTemplateExpression(node) ||
    typescript.isBigIntLiteral(node) ||
    [K.TrueKeyword, K.FalseKeyword, K.NullKeyword].includes(node.kind) ||
    (typescript.isPrefixUnaryExpression(node) && typescript.isNumericLiteral(node.operand));
  const bare = (node: ts.Node): ts.Node => (typescript.isParenthesizedExpression(node) ? bare(node.expression) : node);
  const isText = (node: ts.Node): boolean => {
    const inner = bare(node);
    return typescript.isStringLiteralLike(inner) || typescript.isTemplateExpression(inner) || typescript.isTypeOfExpression(inner);
  };
  const isNothing = (node: ts.Node): boolean =>
    node.kind === K.NullKeyword ||
    (typescript.isIdentifier(node) && String(node.escapedText) === 'undefined') ||
    typescript.isVoidExpression(node);
  const isEmpty = (node: ts.Node): boolean => node.end === node.pos || (typescript.isIdentifier(node) && String(node.escapedText) === '');

  /** Makes `node` a call in its place. The callee must have a width: a callee without width counts as missing. */
  function toCall(
    node: Open,
    name: string,
    callee: { pos: number; end: number },
    args: ts.Expression[],
    shown: (callee: ts.Node) => ts.Node[],
  ): void {
    const called = place(factory.createIdentifier(name), callee.pos, callee.end, node as ts.Node);
    for (const field of ['left', 'right', 'operatorToken', 'operand', 'operator']) delete node[field];
    node.kind = K.CallExpression;
    node.expression = called;
    node.arguments = Object.assign(factory.createNodeArray(args), { pos: args[0]!.pos, end: args.at(-1)!.end });
    node.typeArguments = undefined;
    node.questionDotToken = undefined;
    showing(node, shown(called));
  }

  /**
   * The child node that stands for the sign. It is the callee, so that a hover explains it. Directly before another name it is
   * the plain sign: otherwise the server would take the end of the callee for the start of that name.
   */
  const signShown = (file: ts.SourceFile, callee: ts.Node, kind: ts.SyntaxKind, next: ts.Node): ts.Node =>
    next.getStart(file) > callee.end
      ? callee
      : place(factory.createToken(kind as ts.PunctuationSyntaxKind), callee.pos, callee.end, callee);

  /** Sets the children of a node: those with a place in the text, in this order. */
  function showing(node: Open, children: ts.Node[]): void {
    // The binder sets the parents of the nodes that it visits, but it does not visit plain signs.
    for (const child of children) Object.assign(child, { parent: node as ts.Node });
    node.getChildren = () => children;
    node.getChildCount = () => children.length;
    node.getChildAt = (i: number) => children[i];
    node.getFirstToken = (file: ts.SourceFile) => (children[0]!.kind < K.FirstNode ? children[0] : children[0]!.getFirstToken(file));
    node.getLastToken = (file: ts.SourceFile) =>
      children.at(-1)!.kind < K.FirstNode ? children.at(-1) : children.at(-1)!.getLastToken(file);
  }

  /** A copy of a target, for reading; null when the target cannot be read twice. */
  function copy(node: ts.Node): ts.Expression | null {
    const made = copied(node);
    return made && place(made, node.pos, node.end, node);
  }

  function copied(node: ts.Node): ts.Expression | null {
    if (typescript.isIdentifier(node)) return factory.createIdentifier(String(node.escapedText));
    if (node.kind === K.ThisKeyword) return factory.createThis();
    if (node.kind === K.SuperKeyword) return factory.createSuper();
    if (typescript.isNumericLiteral(node)) return factory.createNumericLiteral(node.text);
    if (typescript.isStringLiteral(node)) return factory.createStringLiteral(node.text);
    if (typescript.isNonNullExpression(node)) {
      const inner = copy(node.expression);
      return inner && factory.createNonNullExpression(inner);
    }
    if (typescript.isPropertyAccessExpression(node)) {
      const object = copy(node.expression);
      const name = typescript.isPrivateIdentifier(node.name)
        ? factory.createPrivateIdentifier(String(node.name.escapedText))
        : factory.createIdentifier(String(node.name.escapedText));
      return object && factory.createPropertyAccessExpression(object, place(name, node.name.pos, node.name.end, node.name));
    }
    if (typescript.isElementAccessExpression(node)) {
      const [object, key] = [copy(node.expression), copy(node.argumentExpression)];
      return object && key && factory.createElementAccessExpression(object, key);
    }
    if (typescript.isCallExpression(node) && operations.has(node)) {
      const args = node.arguments.map(copy);
      const callee = copy(node.expression);
      return callee && args.every((arg) => arg !== null) ? factory.createCallExpression(callee, undefined, args) : null;
    }
    return null;
  }

  return (file) => {
    const { isConstant, isPlain } = namesOf(typescript, file, isLiteral);
    /** Expressions whose value is used only as a condition. A comparison with `==` stays unchanged there, since it narrows types. */
    const tests = new Set<ts.Node>();
    const test = (given: ts.Node | undefined): void => {
      if (!given) return;
      const node = bare(given);
      tests.add(node);
      if (typescript.isBinaryExpression(node) && [K.AmpersandAmpersandToken, K.BarBarToken].includes(node.operatorToken.kind)) {
        test(node.left);
        test(node.right);
      }
    };

    const visit = (node: ts.Node): void => {
      if (typescript.isTypeNode(node) && !typescript.isExpressionWithTypeArguments(node)) return;
      if (typescript.isIfStatement(node) || typescript.isWhileStatement(node) || typescript.isDoStatement(node)) test(node.expression);
      else if (typescript.isForStatement(node) || typescript.isConditionalExpression(node)) test(node.condition);
      else if (typescript.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) test(node.operand);
      typescript.forEachChild(node, visit);
      if (typescript.isBinaryExpression(node)) binary(node);
      else if (typescript.isPrefixUnaryExpression(node)) unary(node);
      else if (typescript.isElementAccessExpression(node)) key(node);
      else if (typescript.isCallExpression(node) && node.expression.kind === K.ThisKeyword) ownForward(node);
    };

    /** Makes `this(x)` in a module's class a call of `this.forward`, which alone has known types. */
    function ownForward(node: ts.CallExpression): void {
      const self = node.expression;
      const name = place(factory.createIdentifier('forward'), self.pos, self.end, self);
      const called = place(factory.createPropertyAccessExpression(self, name), self.pos, self.end, self);
      Object.assign(self, { parent: called });
      showing(called, [self]);
      Object.assign(node, { expression: called });
    }

    function unary(node: ts.PrefixUnaryExpression): void {
      const { operand, operator } = node;
      if ((operator !== K.MinusToken && operator !== K.TildeToken) || isLiteral(operand) || isEmpty(operand)) return;
      const sign = operator === K.MinusToken ? '-' : '~';
      const end = node.getStart(file) + 1;
      toCall(node, sign === '-' ? 'unary -' : '~', { pos: node.pos, end }, [operand], (callee) => [
        signShown(file, callee, operator, operand),
        operand,
      ]);
      operations.set(node, { sign, left: operand, isUnary: true });
    }

    function binary(node: ts.BinaryExpression): void {
      const { left, right, operatorToken } = node;
      if (isEmpty(left) || isEmpty(right)) return;
      const sign = BINARY.get(operatorToken.kind);
      if (!sign) return compound(node);
      if (isLiteral(left) && isLiteral(right)) return;
      const isEquality = sign === '==' || sign === '!=';
      if (isEquality && (tests.has(node) || [left, right].some((side) => isNothing(side) || isText(side)))) return;
      if (sign === '+' && (isText(left) || isText(right))) return;
      const isChain = /[<>]/.test(sign) && /[<>]/.test(operations.get(left)?.sign ?? '');
      toCall(node, isChain ? '< <' : sign, operatorToken, [left, right], (callee) => [
        left,
        signShown(file, callee, operatorToken.kind, right),
        right,
      ]);
      operations.set(node, { sign, left, right, isChain });
    }

    function compound(node: ts.BinaryExpression): void {
      const { left, right, operatorToken } = node;
      const operator = COMPOUND.get(operatorToken.kind);
      if (!operator || isText(right)) return;
      const target = bare(left);
      const read = isConstant(target) ? null : copy(target);
      if (!read) {
        toCall(node, isConstant(target) ? 'op=' : 'op:=', operatorToken, [left, right], (callee) => [
          left,
          signShown(file, callee, operatorToken.kind, right),
          right,
        ]);
        operations.set(node, { sign: `${operator}=`, left, right, isConstant: isConstant(target) });
        return;
      }
      const call = place(
        factory.createCallExpression(factory.createIdentifier(operator), undefined, []),
        operatorToken.pos,
        right.end,
        node,
      );
      toCall(call, operator, operatorToken, [read, right], (callee) => [signShown(file, callee, operatorToken.kind, right), right]);
      (call.arguments as Open).pos = right.pos;
      operations.set(call, { sign: `${operator}=`, left, right });
      Object.assign(node, {
        operatorToken: place(factory.createToken(K.EqualsToken), operatorToken.pos, operatorToken.pos, node),
        right: call,
      });
      showing(node, [left, call]);
    }

    function key(node: ts.ElementAccessExpression): void {
      const index = node.argumentExpression;
      if (isEmpty(index)) return;
      const parts = listed(typescript, index);
      if (parts.length > 1) {
        const args = parts.filter((part) => part.kind !== K.CommaToken) as ts.Expression[];
        if (args.some(isEmpty)) return;
        toCall(index, '[,]', { pos: index.pos - 1, end: index.pos }, args, () => parts);
        operations.set(index, { sign: '[]', args });
        return;
      }
      const isWord = [K.NullKeyword, K.TrueKeyword, K.FalseKeyword].includes(index.kind);
      const operation = operations.get(index);
      // An index that is surely no tensor stays unchanged, so that narrowing by `o[k]` still works.
      if ((isLiteral(index) && !isWord) || isPlain(index) || (operation && /^[-+*/%]$/.test(operation.sign))) return;
      const call = place(factory.createCallExpression(factory.createIdentifier('[ ]'), undefined, []), index.pos, index.end, node);
      toCall(call, '[ ]', { pos: index.pos - 1, end: index.pos }, [index], () => [index]);
      operations.set(call, { sign: '[]', args: [index] });
      Object.assign(node, { argumentExpression: call });
    }

    visit(file);
    return file;
  };
}

/** The parts of `0, '1:3'`, with the commas between them. */
function listed(typescript: typeof ts, node: ts.Expression): ts.Node[] {
  if (!typescript.isBinaryExpression(node) || node.operatorToken.kind !== typescript.SyntaxKind.CommaToken) return [node];
  return [...listed(typescript, node.left), node.operatorToken, ...listed(typescript, node.right)];
}

/**
 * Collects facts about the names of a file from their declarations. Scopes are ignored: a fact holds for a name only if all of
 * its declarations agree.
 */
function namesOf(typescript: typeof ts, file: ts.SourceFile, isLiteral: (node: ts.Node) => boolean) {
  const { SyntaxKind: K } = typescript;
  const [constants, others, plain, unknown] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const addAll = (name: ts.Node, to: Set<string>): void => {
    if (typescript.isIdentifier(name)) to.add(String(name.escapedText));
    else if (typescript.isObjectBindingPattern(name) || typescript.isArrayBindingPattern(name))
      for (const element of name.elements) if (typescript.isBindingElement(element)) addAll(element.name, to);
  };
  const isPlainType = (type: ts.TypeNode | undefined): boolean =>
    type !== undefined && [K.NumberKeyword, K.StringKeyword, K.TypeOperator].includes(type.kind);
  const collect = (node: ts.Node): void => {
    if (typescript.isVariableDeclarationList(node)) {
      const isConst = (node.flags & typescript.NodeFlags.Const) !== 0;
      for (const { name } of node.declarations) addAll(name, isConst ? constants : others);
    } else if (typescript.isImportSpecifier(node)) addAll(node.name, constants);
    else if ((typescript.isParameter(node) || typescript.isFunctionDeclaration(node)) && node.name) addAll(node.name, others);
    if (typescript.isForInStatement(node) && typescript.isVariableDeclarationList(node.initializer)) {
      for (const { name } of node.initializer.declarations) addAll(name, plain);
      collectChildren(node.expression);
      collectChildren(node.statement);
      return;
    }
    if (typescript.isVariableDeclaration(node) || typescript.isParameter(node)) {
      const isKnown = isPlainType(node.type) || (!node.type && node.initializer !== undefined && isLiteral(node.initializer));
      addAll(node.name, isKnown && typescript.isIdentifier(node.name) ? plain : unknown);
    }
    collectChildren(node);
  };
  const collectChildren = (node: ts.Node): void => void typescript.forEachChild(node, collect);
  collect(file);
  const isOf = (node: ts.Node, all: Set<string>, but: Set<string>): boolean =>
    typescript.isIdentifier(node) && all.has(String(node.escapedText)) && !but.has(String(node.escapedText));
  return { isConstant: (node: ts.Node) => isOf(node, constants, others), isPlain: (node: ts.Node) => isOf(node, plain, unknown) };
}

/** Renames the declarations of operators.d.ts to the names that calls have. */
export function renamed(typescript: typeof ts, file: ts.SourceFile): ts.SourceFile {
  const visit = (node: ts.Node): void => {
    if (typescript.isIdentifier(node)) {
      const name = String(node.escapedText);
      if (name.startsWith('$')) Object.assign(node, { escapedText: NAMES[name] ?? ` ${name.slice(1)}` });
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return file;
}
