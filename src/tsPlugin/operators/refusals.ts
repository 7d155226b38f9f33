/**
 * What prints nodes of the tree, as many refactorings do, prints calls where the text has operators: `*(w, x)`. It is
 * not offered where an operator stands, and refused where it would break the text none the less.
 */
import type ts from 'typescript';
import { operations } from './tree.js';

/** Refactorings that print what is at the cursor, by their names; and those that print all of what it belongs to. */
const NEAR = /Extract Symbol|Inline|template|optional chain|accessors/;
const WHOLE = /Move|arrow function|parameters/;
/** Without this in them, texts hold no printed operator. */
const SUSPICIOUS = /[-+*/%&|^~<>=[]\s*\(/;

/** Those of the refactorings for [from, to) that can be meant. */
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

/** The statements and members of classes around a place, from the outermost to the innermost. */
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

/** Whether the files of a program would have printed operators in them after these changes. */
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
 * How much of a text looks like a printed operator: most are errors (`*(w, x)`), a division begins a regular expression
 * (`/(w, x)`), and a sum becomes a sign before a list (`+(w, x)`).
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
