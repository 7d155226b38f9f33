/** The tests that the text of a test file names: calls of `test`, `it` and `describe` with a name. */
import { Lines } from './lines.js';
import type { Range } from '../protocol/trace.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

export interface WrittenTest {
  name: string;
  range: Range;
  /** The tests in a group; null for a single test. */
  tests: WrittenTest[] | null;
}

/**
 * The tests in a text. Tests whose names are known only when the file runs are left out. @throws SourceError when the
 * text is no program
 */
export function testsIn(file: string, text: string): WrittenTest[] {
  const lines = new Lines(file, text);
  const visit = (node: Node, found: WrittenTest[]): void => {
    if (isTypeOnly(node)) return;
    let into = found;
    if (node.type === 'CallExpression') {
      const what = kindOf(node.callee as Node);
      const name = what && textOf(node.arguments[0] as Node | undefined);
      if (what && name !== null) {
        const test: WrittenTest = { name, range: lines.range(node.start, node.end), tests: what === 'describe' ? [] : null };
        found.push(test);
        if (!test.tests) return;
        into = test.tests;
      }
    }
    children(node).forEach((child) => visit(child, into));
  };
  const all: WrittenTest[] = [];
  visit(parseModule(file, text).program as Node, all);
  return all;
}

/** The kind of a callee: `test`, `tl.test`, `it.skip`, `describe`. */
function kindOf(callee: Node): 'test' | 'describe' | null {
  if (callee.type === 'Identifier') return callee.name === 'describe' ? 'describe' : /^(test|it)$/.test(callee.name) ? 'test' : null;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null;
  const { name } = callee.property;
  if (name === 'skip') return kindOf(callee.object as Node);
  // `pattern.test(text)` is a method of JavaScript. Only the imported name `tl` is accepted before a dot.
  return callee.object.type === 'Identifier' && callee.object.name === 'tl' ? kindOf(callee.property as Node) : null;
}

function textOf(node: Node | undefined): string | null {
  if (node?.type === 'StringLiteral') return node.value;
  const isPlain = node?.type === 'TemplateLiteral' && node.expressions.length === 0;
  return isPlain ? (node.quasis[0]?.value.cooked ?? null) : null;
}
