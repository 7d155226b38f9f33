/** Gives errors of operator calls the words that TypeScript uses for operators. It also removes errors that are none for tensors. */
import type ts from 'typescript';
import { operations, type Operation } from './tree.js';

/** Errors of calls: no overload fits, an argument does not fit, a constraint is not met, or something is unknown. */
const CALL_CODES = [2345, 2769, 2344, 18046, 2571];
/** Errors of operators that stayed in the tree: a comparison without overlap, or arithmetic on something else than numbers. */
const OPERATOR_CODES = [2367, 2356, 2365];
const NOT_ASSIGNABLE = 2322;
/** A field whose type TypeScript does not find, since a list of fields is assigned to: `[this.a, this.b] = [f(), g()]`. */
const CIRCULAR_FIELD = 7022;
const NO_PROPERTY = 2339;
/** A parameter of a function without a type. */
const UNTYPED_PARAMETER = [7006, 7019, 7031];
/** An assignment to a constant. When `x` is a tensor, `x -= v` is no such assignment. */
const CONSTANT = 2588;

export function worded(typescript: typeof ts, program: ts.Program, file: ts.SourceFile, found: readonly ts.Diagnostic[]): ts.Diagnostic[] {
  const checker = program.getTypeChecker();
  const isTensor = (type: ts.Type): boolean => {
    const given = checker.getNonNullableType(type);
    return given.getProperty('backward') !== undefined && given.getProperty('matmul') !== undefined;
  };
  const typeOf = (node: ts.Node): ts.Type => checker.getTypeAtLocation(node);

  return found.flatMap((diagnostic) => {
    const { start, length, code } = diagnostic;
    if (start === undefined || length === undefined) return [diagnostic];
    const end = start + length;
    if (CALL_CODES.includes(code)) {
      const call = operatorAt(typescript, file, start, end);
      if (call) return [operatorError(diagnostic, operations.get(call)!)];
    }
    if (OPERATOR_CODES.includes(code)) {
      const node = nodeAt(typescript, file, start, end);
      if (node && operandsOf(node).some((operand) => isTensor(typeOf(operand)))) return [];
    }
    if (UNTYPED_PARAMETER.includes(code) && isOfCallback(start, end)) return [];
    if (code === CIRCULAR_FIELD && isBareField(start, end)) return [];
    if (code === NO_PROPERTY && isOfUntrueTensor(start, end)) return [];
    if (code === CONSTANT && isChangedInPlace(start, end)) return [];
    return code === NOT_ASSIGNABLE && isWrittenIntoTensor(start, end) ? [] : [diagnostic];
  });

  /** The operands that an error of `x++` or `x == y` is about. */
  function operandsOf(node: ts.Node): ts.Node[] {
    if (!typescript.isBinaryExpression(node)) return [node];
    return /^[=!]=$/.test(node.operatorToken.getText(file)) ? [node.left, node.right] : [];
  }

  /**
   * Whether the place is in the parameters of a function that is given to what has any type, as the hook in
   * `net[0].register_hook((g) => ...)`: nobody can say their types there but the program itself.
   */
  function isOfCallback(start: number, end: number): boolean {
    let node = nodeAt(typescript, file, start, end);
    while (node && !typescript.isFunctionLike(node)) node = node.parent;
    while (node && !typescript.isStatement(node)) {
      const parent: ts.Node = node.parent;
      if (typescript.isCallExpression(parent) && parent.arguments.includes(node as ts.Expression)) {
        return (typeOf(parent.expression).flags & typescript.TypeFlags.Any) !== 0;
      }
      node = parent;
    }
    return false;
  }

  /** Whether the place is the name of a field with neither type nor value. */
  function isBareField(start: number, end: number): boolean {
    const field = nodeAt(typescript, file, start, end)?.parent;
    return field !== undefined && typescript.isPropertyDeclaration(field) && !field.type && !field.initializer;
  }

  /** Whether the place is the name in `x.fill_`, of which TypeScript says that a tensor `x` is never untrue: `if (!x) x.fill_(1)`. */
  function isOfUntrueTensor(start: number, end: number): boolean {
    const access = nodeAt(typescript, file, start, end)?.parent;
    if (!access || !typescript.isPropertyAccessExpression(access) || !(typeOf(access.expression).flags & typescript.TypeFlags.Never))
      return false;
    const symbol = checker.getSymbolAtLocation(access.expression);
    return symbol !== undefined && isTensor(checker.getTypeOfSymbol(symbol));
  }

  /** Whether the place is `x` in `x -= v` with a tensor `x`. TypeScript reports it when another `x` in the file is no constant. */
  function isChangedInPlace(start: number, end: number): boolean {
    let node = nodeAt(typescript, file, start, end);
    while (node && typescript.isParenthesizedExpression(node.parent)) node = node.parent;
    const call = node && typescript.isBinaryExpression(node.parent) ? node.parent.right : undefined;
    // The target itself has no type, since it has an error; its copy for reading has a type.
    return call !== undefined && operations.get(call)?.left === node && isTensor(typeOf((call as ts.CallExpression).arguments[0]!));
  }

  /** Whether the place is in an assignment such as `x[0] = 1`: numbers and booleans can be written into a tensor. */
  function isWrittenIntoTensor(start: number, end: number): boolean {
    const into = (target: ts.Node): boolean => typescript.isElementAccessExpression(target) && isTensor(typeOf(target.expression));
    let node = nodeAt(typescript, file, start, end);
    // A target among several: [x[0], x[1]] = [1, 2].
    let target: ts.Node | undefined;
    while (node && !(typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken)) {
      if (!target && into(node)) target = node;
      node = node.parent;
    }
    if (!node || !typescript.isBinaryExpression(node)) return false;
    if (into(node.left)) return isPlain(typeOf(node.right));
    const value = target && valueFor(target, node);
    return value !== undefined && isPlain(value);
  }

  function isPlain(type: ts.Type): boolean {
    return (checker.getBaseTypeOfLiteralType(type).flags & (typescript.TypeFlags.NumberLike | typescript.TypeFlags.BooleanLike)) !== 0;
  }

  /** The type of what a target gets that is written in a list on the left of an assignment. */
  function valueFor(target: ts.Node, assignment: ts.BinaryExpression): ts.Type | undefined {
    const places: number[] = [];
    for (let node = target; node !== assignment.left; node = node.parent) {
      const { parent } = node;
      if (!typescript.isArrayLiteralExpression(parent)) return undefined;
      places.unshift(parent.elements.indexOf(node as ts.Expression));
    }
    let value: ts.Expression | undefined = assignment.right;
    let type = typeOf(value);
    for (const at of places) {
      value = value && typescript.isArrayLiteralExpression(value) ? value.elements[at] : undefined;
      if (value) type = typeOf(value);
      else {
        const parts = checker.getTypeArguments(type as ts.TypeReference);
        const part = parts.length > 1 ? parts[at] : parts[0];
        if (!part) return undefined;
        type = part;
      }
    }
    return type;
  }

  function operatorError(diagnostic: ts.Diagnostic, { sign, left, right, args, isUnary, isConstant, isChain }: Operation): ts.Diagnostic {
    const say = (code: number, messageText: string, from?: ts.Node, to = from): ts.Diagnostic => ({
      ...diagnostic,
      code,
      messageText,
      relatedInformation: undefined,
      ...(from && to && { start: from.getStart(file), length: to.end - from.getStart(file) }),
    });
    if (sign === '[]') return say(2538, `Type '${checker.typeToString(typeOf(args![0]!))}' cannot be used as an index type.`);
    if (!left) return diagnostic;
    if (isChain) return say(2365, "'a < b < c' would compare a truth value with c: write (a < b) & (b < c).", left, right);
    if (isConstant && !isTensor(typeOf(left))) return say(2588, `Cannot assign to '${left.getText(file)}' because it is a constant.`, left);
    for (const side of right ? [left, right] : [left]) {
      const type = typeOf(side);
      if (sign === '==' || sign === '!=') continue;
      if (type.flags & typescript.TypeFlags.Unknown) return say(18046, `'${side.getText(file)}' is of type 'unknown'.`, side);
      if (checker.getNonNullableType(type) === type) continue;
      const isNull = /\bnull\b/.test(checker.typeToString(type));
      return say(isNull ? 18047 : 18048, `'${side.getText(file)}' is possibly '${isNull ? 'null' : 'undefined'}'.`, side);
    }
    if (isUnary || !right) return say(2356, `Operator '${sign}' cannot be applied to type '${checker.typeToString(typeOf(left))}'.`);
    const types = `'${checker.typeToString(typeOf(left))}' and '${checker.typeToString(typeOf(right))}'`;
    return say(2365, `Operator '${sign}' cannot be applied to types ${types}.`, left, right);
  }
}

/** The innermost node that spans these places. */
function nodeAt(typescript: typeof ts, file: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.pos > start || end > node.end) return;
    if (node.getStart(file) <= start) found = node;
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The operator whose sign, operand or whole text spans this place. */
function operatorAt(typescript: typeof ts, file: ts.SourceFile, start: number, end: number): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  const visit = (node: ts.Node): void => {
    const operation = operations.get(node);
    if (operation && typescript.isCallExpression(node)) {
      const parts = [node, node.expression, ...node.arguments, ...(operation.left ? [operation.left] : [])];
      if (parts.some((part) => part.getStart(file) === start && part.end === end)) found ??= node;
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
