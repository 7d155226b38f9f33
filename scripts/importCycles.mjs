#!/usr/bin/env node
/**
 * Fails when files import each other in a circle. Values must never do so; types may only within one folder. A file in
 * a circle cannot be understood, tested or moved alone. Usage: node scripts/importCycles.mjs
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** @typedef {Map<string, Set<string>>} Graph the files that each file imports */

/**
 * The imports of all files below `folders` of `root`: imports of values only, and imports of types too.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {{ values: Graph, types: Graph }}
 */
function importsOf(root, folders) {
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  );
  const known = new Set(files);
  /** @type {Graph} */
  const values = new Map(files.map((file) => [file, new Set()]));
  /** @type {Graph} */
  const types = new Map(files.map((file) => [file, new Set()]));
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  for (const file of files) {
    const source = ts.createSourceFile(file, fs.readFileSync(path.join(root, file), 'utf8'), options);
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const { moduleSpecifier } = statement;
      if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) continue;
      const specifier = moduleSpecifier.text;
      const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts');
      if (!known.has(target)) continue;
      types.get(file)?.add(target);
      if (!isOfTypes(statement)) values.get(file)?.add(target);
    }
  }
  return { values, types };
}

/**
 * Whether a statement imports only types: `import type …`, `export type …`, or an import whose names are all marked as
 * types.
 * @param {ts.ImportDeclaration | ts.ExportDeclaration} statement
 */
function isOfTypes(statement) {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((one) => one.isTypeOnly)
  );
}

/**
 * Groups of files in which each file reaches all others of its group (Tarjan's strongly connected components).
 * @param {Graph} graph
 */
function circles(graph) {
  /** @type {Map<string, { number: number, lowest: number, isOpen: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const found = [];
  const visit = (/** @type {string} */ file) => {
    const own = { number: seen.size, lowest: seen.size, isOpen: true };
    seen.set(file, own);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      const other = seen.get(target) ?? visit(target);
      if (other.isOpen) own.lowest = Math.min(own.lowest, other.lowest);
    }
    if (own.lowest === own.number) {
      const group = stack.splice(stack.indexOf(file));
      for (const member of group) /** @type {{ isOpen: boolean }} */ (seen.get(member)).isOpen = false;
      if (group.length > 1) found.push(group.sort());
    }
    return own;
  };
  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return found;
}

/**
 * The problems found, as sentences.
 * @param {string} root
 * @param {readonly string[]} folders
 */
export function complaints(root, folders = ['src', 'webview']) {
  const { values, types } = importsOf(root, folders);
  const folder = (/** @type {string} */ file) => path.posix.dirname(file);
  const between = circles(types).filter((group) => new Set(group.map(folder)).size > 1);
  return [
    ...circles(values).map((group) => `These files import values from each other in a circle: ${group.join(', ')}.`),
    ...between.map((group) => `These files of several folders import types from each other in a circle: ${group.join(', ')}.`),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = complaints(path.resolve(import.meta.dirname, '..'));
  for (const sentence of found) console.error(sentence);
  process.exitCode = found.length > 0 ? 1 : 0;
}
