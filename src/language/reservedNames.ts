/**
 * Names that the wrapper of a compiled module uses itself, see wrapModule.ts. If a file declares a variable with such a
 * name, it is compiled with another name: one that looks the same and has the same length, so that no place in the text
 * moves.
 */
import { boundNames } from './bindings.js';
import { Lines } from './lines.js';
import { SourceError } from './sourceError.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

/** Each replacement has one letter of another alphabet: a Greek o, an i without a dot, a Cyrillic l. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  exports: 'exp\u03bfrts',
  require: 'requ\u0131re',
  module: 'm\u03bfdule',
  console: 'c\u03bfnsole',
  __tl: '__t\u04cf',
};

const WORDS = new RegExp(`\\b(?:${Object.keys(STANDS_FOR).join('|')})\\b`);
const ORIGINAL = new Map(Object.entries(STANDS_FOR).map(([name, stand]) => [stand, name]));

/** The original name. */
export const asWritten = (name: string): string => ORIGINAL.get(name) ?? name;

/**
 * Replaces the reserved names that the text declares at its top level.
 * @throws SourceError when such a name is imported or exported, or is also the name of a property (`{ module }`)
 */
export function withoutReserved(file: string, text: string): string {
  if (!WORDS.test(text)) return text;
  const program = parseModule(file, text).program as Node;
  const declared = new Set(children(program).flatMap(declaredBy).filter(isReserved));
  if (declared.size === 0) return text;
  let result = text;
  const replace = (node: Node, parent: Node): void => {
    if (isTypeOnly(node) || isKey(node, parent)) return;
    if (node.type === 'Identifier' && declared.has(node.name)) {
      if (/^(Import|Export)\w*Specifier$/.test(parent.type) || isShorthand(parent)) throw refusal(node, file, text);
      const end = node.start + node.name.length;
      result = result.slice(0, node.start) + STANDS_FOR[node.name]! + result.slice(end);
    }
    for (const child of children(node)) replace(child, node);
  };
  for (const child of children(program)) {
    if (child.type === 'ExportNamedDeclaration' && declaredBy(child).some(isReserved)) throw refusal(child, file, text);
    replace(child, program);
  }
  return result;
}

const isReserved = (name: string): boolean => Object.hasOwn(STANDS_FOR, name);

function refusal(node: Node, file: string, text: string): SourceError {
  const names = Object.keys(STANDS_FOR).join(', ');
  const message = `The names ${names} cannot be imported or exported, nor stand for a property as in '{ module }'. Choose another one.`;
  return new SourceError(message, new Lines(file, text).wordAt(node.start));
}

/** True when the name is that of a property, and not of a variable: `a.module`, `{ module: 1 }`. */
function isKey(node: Node, parent: Node): boolean {
  if ('computed' in parent && parent.computed) return false;
  if ('property' in parent) return parent.property === node;
  return 'key' in parent && parent.key === node && !isShorthand(parent);
}

const isShorthand = (node: Node): boolean => node.type === 'ObjectProperty' && node.shorthand;

/** The names that a statement declares as variables of its scope. */
function declaredBy(node: Node): string[] {
  if (isTypeOnly(node)) return [];
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => boundNames(id as Node)).map(({ name }) => name);
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.id ? [node.id.name] : [];
    case 'ImportDeclaration':
      return node.specifiers.map(({ local }) => local.name);
    case 'ExportNamedDeclaration':
      return node.declaration ? declaredBy(node.declaration as Node) : [];
    default:
      return [];
  }
}
