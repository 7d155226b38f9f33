/**
 * Many refactorings print nodes of the tree. They print calls where the text has operators: `*(w, x)`. Such a refactoring is
 * not offered where an operator stands. It is refused when it would break the text nevertheless.
 */
import type ts from 'typescript';
import { operations } from './tree.js';

/** Names of refactorings: those that print the nodes at the cursor, and those that print the whole declaration around it. */
const NEAR = /Extract Symbol|Inline|template|optional chain|accessors/;
const WHOLE = /Move|arrow function|parameters/;
/** A text that does not match this contains no printed operator. */
const SUSPICIOUS = /[-+*/%&|^~<>=[]\s*\(/;

/** The offered refactorings for [from, to), without those that would print operators. */
export function withoutPrinting(
  typescript: typeof ts,
  file: ts.SourceFile,
  from: number,
  to: number,
  offered: ts.ApplicableRefactorInfo[],
): ts.ApplicableRefactorInfo[] {
  if (!offered.some(({ name }) => NEAR.test(name) || WHOLE.test(name))) return offered;
  const [first, last] = [statementsAt(typescript, file, from), statementsAt(typescript, file, to)];
  const isOver = (start: ts.Node | undefined, end: ts.Node | undefined): boolean =>
    hasOperator(typescript, file, start?.getStart(file) ?? from, end?.end ?? to);
  const isNear = isOver(first.at(-1), last.at(-1));
  const isWithin = isNear || isOver(first[0], last[0]);
  return offered.filter(({ name }) => !(isNear && NEAR.test(name)) && !(isWithin && WHOLE.test(name)));
}

function hasOperator(typescript: typeof ts, file: ts.SourceFile, start: number, end: number): boolean {
  const search = (node: ts.Node): boolean => {
    if (node.end <= start || node.pos >= end) return false;
    return operations.has(node) || typescript.forEachChild(node, (child) => search(child) || undefined) === true;
  };
  return search(file);
}

/** The statements and class members around a place, from the outermost to the innermost. */
function statementsAt(typescript: typeof ts, file: ts.SourceFile, offset: number): ts.Node[] {
  const { FirstStatement, LastStatement } = typescript.SyntaxKind;
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (offset < node.getStart(file) || node.end < offset) return;
    const isDeclaration = typescript.isFunctionDeclaration(node) || typescript.isClassElement(node) || typescript.isClassDeclaration(node);
    if (isDeclaration || (node.kind >= FirstStatement && node.kind <= LastStatement)) found.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether the files of a program would contain printed operators after these changes. */
export function printsOperators(
  typescript: typeof ts,
  program: ts.Program | undefined,
  changes: readonly Pick<ts.FileTextChanges, 'fileName' | 'textChanges'>[],
): boolean {
  if (!changes.some(({ textChanges }) => textChanges.some(({ newText }) => SUSPICIOUS.test(newText)))) return false;
  let added = 0;
  for (const { fileName, textChanges } of changes) {
    const before = program?.getSourceFile(fileName)?.text ?? '';
    const after = textChanges.reduceRight(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.start + span.length),
      before,
    );
    added += symptoms(typescript, after) - symptoms(typescript, before);
  }
  return added > 0;
}

/**
 * Counts the signs of printed operators in a text. Most of them are syntax errors (`*(w, x)`). A division begins a regular
 * expression (`/(w, x)`), and a sum becomes a sign before a list (`+(w, x)`).
 */
function symptoms(typescript: typeof ts, text: string): number {
  const file = typescript.createSourceFile('changed.ts', text, typescript.ScriptTarget.Latest, false, typescript.ScriptKind.TS);
  let count = (file as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;
  const visit = (node: ts.Node): void => {
    if (typescript.isRegularExpressionLiteral(node)) count++;
    if (typescript.isPrefixUnaryExpression(node) && typescript.isParenthesizedExpression(node.operand)) {
      const { expression } = node.operand;
      if (typescript.isBinaryExpression(expression) && expression.operatorToken.kind === typescript.SyntaxKind.CommaToken) count++;
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return count;
}
