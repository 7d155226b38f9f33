/** The facts of an operation are in its entry. No other file keeps a list of operations by name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ops } from '../../src/engine/ops/index.js';

const names = new Set(ops.flatMap(({ shown, shortName }) => [shown, shortName]).filter((name) => name.length > 1));

/**
 * This many names are a list of operations, if at least half of the list are operations: `min` and `mean` are also
 * numbers of a summary.
 */
const MANY = 3;

/** A comment like this excuses the list below it: `// not operations: the numbers of a summary`. */
const EXCUSE = /\/\/ not operations: \S/;

const isName = (word: string): boolean => names.has(word.replace(/_$/, ''));

/** The words that an expression lists: in an array, a string of names, alternatives, cases, or keys. */
function listed(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(textOf);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const words = node.text.trim().split(/[\s,|]+/);
    return words.every(isName) ? words : [];
  }
  if (ts.isRegularExpressionLiteral(node)) return node.text.split(/[^\w]+/).filter(isName);
  if (ts.isCaseBlock(node)) return node.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? textOf(clause.expression) : []));
  if (ts.isObjectLiteralExpression(node)) {
    const keys = node.properties.map((p) => (ts.isPropertyAssignment(p) && !ts.isComputedPropertyName(p.name) ? p.name.text : ''));
    return keys.every(isName) ? keys : [];
  }
  if (ts.isBinaryExpression(node) && !isAlternative(node.parent)) return alternatives(node);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((type) => (ts.isLiteralTypeNode(type) ? textOf(type.literal) : []));
  return [];
}

const textOf = (node: ts.Node): string[] => (ts.isStringLiteralLike(node) ? [node.text] : []);

const isAlternative = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(node.operatorToken.kind);

/** The words to which `op === 'add' || op === 'sub'` compares. */
function alternatives(node: ts.Node): string[] {
  if (ts.isParenthesizedExpression(node)) return alternatives(node.expression);
  if (!ts.isBinaryExpression(node)) return [];
  if (isAlternative(node)) return [...alternatives(node.left), ...alternatives(node.right)];
  return [...textOf(node.left), ...textOf(node.right)];
}

function listsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const all = listed(node);
    const list = all.filter(isName);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (new Set(list).size >= MANY && list.length >= all.length / 2 && !EXCUSE.test(lines[line - 1] ?? ''))
      found.push(`${file}:${line + 1}: ${list.join(' ')}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The rooms that read a trace or a program. The engine itself may name operations, since it calls them. */
const ROOMS = ['src', 'webview'];
const isElsewhere = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.startsWith(join('src', 'engine'));

const files = ROOMS.flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path))).filter(
  isElsewhere,
);

describe('lists of operations', () => {
  it('are found in every shape', () => {
    const shapes = [
      "new Set(['add', 'sub', 'mul'])",
      "'add sub mul'.split(' ')",
      '/^(add|sub|mul)_?$/',
      "op === 'add' || op === 'sub' || (op === 'mul' && x)",
      "switch (op) { case 'add': case 'sub': case 'mul_': }",
      'const rules = { log: a, sqrt: b, exp: c };',
      "type Op = 'add' | 'sub' | 'mul';",
    ];
    for (const shape of shapes) expect(listsIn('a.ts', shape), shape).toHaveLength(1);
    expect(listsIn('a.ts', "// not operations: kernels of another library\nnew Set(['add', 'sub', 'mul'])")).toEqual([]);
    expect(listsIn('a.ts', "op === 'add' || op === 'sub'; t('Lower the learning rate, or add a number to it.')")).toEqual([]);
  });

  it('are kept by the engine alone', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => listsIn(file, readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('the kind of an operation', () => {
  it.each(ops.map((op) => [op.parsed.text, op] as const))('names arguments of %s', (_, { kind, parsed }) => {
    const named = [kind.holds, kind.target, ...(kind.stretches ?? []), ...(kind.indices ?? [])];
    const breaking = (kind.breaks ?? []).flatMap(({ argument, dividend }) => [argument, dividend]);
    const known = parsed.parameters.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...named, ...breaking].filter((name) => name !== undefined)));
    expect(Object.isFrozen(kind)).toBe(true);
  });

  /** A trace knows an operation only by the name that it shows. */
  it('is the same for all that a trace shows by one name', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { forward, shown, variants, kind } of ops) {
      if (!forward) continue;
      const name = variants.every((variant) => variant === 'inplace') && variants.length > 0 ? `${shown}_` : shown;
      const facts = { ...kind, untied: undefined };
      kinds.set(name, (kinds.get(name) ?? new Set()).add(JSON.stringify(facts)));
    }
    expect([...kinds].filter(([, all]) => all.size > 1)).toEqual([]);
  });
});
