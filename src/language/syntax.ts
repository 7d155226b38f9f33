import { parse, type ParseResult, type ParserOptions } from '@babel/parser';
import { deepestLine, deepestNode, isStackOverflow, MOST_DEEP, tooDeep } from './depth.js';
import { Lines } from './lines.js';
import { children, type Node } from './nodes.js';
import { SourceError } from './sourceError.js';

export { children, type Node };

/**
 * Matches the nodes of TypeScript that contain code: expressions with a type beside them. All other nodes of TypeScript
 * contain only types.
 */
const TS_WITH_CODE =
  /^TS(AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression|ParameterProperty|ExportAssignment)$/;

/** True when only the type checker needs `node` (enums count too, and are left unchanged). */
export const isTypeOnly = (node: Node): boolean =>
  (node.type.startsWith('TS') && !TS_WITH_CODE.test(node.type)) || ('declare' in node && node.declare === true);

export const isTypeScript = (file: string): boolean => file.endsWith('.ts');

/**
 * The number of recent syntax trees that are kept: the same text is parsed several times in a row, to compile it, to
 * find its names, to find its classes.
 */
const KEPT = 4;
const kept = new Map<string, { text: string; ast: ParseResult }>();

/**
 * The syntax tree of a text. Callers share it, so they must not change it. @throws SourceError with the place of the
 * first mistake
 */
export function parseModule(file: string, text: string): ParseResult {
  const known = kept.get(file);
  kept.delete(file);
  const ast = known?.text === text ? known.ast : parseAnew(file, text);
  kept.set(file, { text, ast });
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return ast;
}

/** A token of Babel: `type` is a string for a comment, and an object with a label for any other token. */
export interface Token {
  type: string | { label: string };
  value: unknown;
  start: number;
  end: number;
}

/** The tokens of a text without syntax errors, without comments. */
export function parseTokens(file: string, text: string): Token[] {
  const tokens = (parse(text, { ...options(file), tokens: true }).tokens ?? []) as Token[];
  return tokens.filter(({ type }) => typeof type === 'object');
}

const options = (file: string) =>
  ({
    sourceType: 'module',
    plugins: isTypeScript(file) ? ['typescript'] : [],
    createParenthesizedExpressions: true,
  }) satisfies ParserOptions;

function parseAnew(file: string, text: string): ParseResult {
  const lines = new Lines(file, text);
  let ast: ParseResult;
  try {
    ast = parse(text, options(file));
  } catch (error) {
    if (isStackOverflow(error)) {
      const line = deepestLine(text, (part) => parse(part, options(file)));
      throw tooDeep(lines, lines.offset(line, 1));
    }
    if (!isParseError(error)) throw error;
    throw new SourceError(explain(error), lines.wordAt(error.pos));
  }
  const deepest = deepestNode(ast.program as Node);
  if (deepest.depth > MOST_DEEP) throw tooDeep(lines, deepest.node.start);
  refuse(ast.program as Node, lines);
  return ast;
}

interface ParseError {
  pos: number;
  message: string;
  missingPlugin?: string | string[];
}

const isParseError = (error: unknown): error is ParseError => error instanceof SyntaxError && 'pos' in error;

function explain(error: ParseError): string {
  const plugin = String(error.missingPlugin ?? '');
  if (plugin.includes('decorators')) return 'Decorators are not supported in model files.';
  if (plugin.includes('jsx')) return 'JSX is not supported in model files.';
  if (plugin !== '') return 'This syntax is not supported in model files.';
  return error.message.replace(/\s*\(\d+:\d+\)$/, '').replace(/([^.])$/, '$1.');
}

/** Refuses syntax that parses, but that later steps would drop or misread. */
function refuse(node: Node, lines: Lines): void {
  const at = (message: string, end = node.end) => new SourceError(message, lines.range(node.start, end));
  switch (node.type) {
    case 'TSModuleDeclaration':
      if (node.declare || node.kind === 'global') return;
      throw at('Namespaces are not supported in model files: use a module (another file) or an object.', node.start + 'namespace'.length);
    case 'MetaProperty':
      if (node.meta.name === 'import') throw at("'import.meta' is not available in model files.");
      break;
    case 'CallExpression':
      if (node.callee.type === 'Import' && node.arguments[0]?.type !== 'StringLiteral')
        throw at("'import()' needs a path written as a string: the files of a program are put together before it runs.");
      break;
    case 'VariableDeclaration':
      if (node.kind === 'using' || node.kind === 'await using')
        throw at("'using' is not supported in model files.", node.start + node.kind.length);
      break;
    case 'RegExpLiteral':
      try {
        new RegExp(node.pattern, node.flags);
      } catch (error) {
        throw at(`${(error as Error).message}.`);
      }
      break;
    default:
  }
  if (!isTypeOnly(node) || node.type.startsWith('TSEnum')) children(node).forEach((child) => refuse(child, lines));
}
