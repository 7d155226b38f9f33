/**
 * Names that the compiled text of a module has uses of its own for, see wrapModule.ts. A file that gives one of them to
 * a variable is compiled with another name in its place: one that looks alike, and that is as long, so that every place
 * in the text stays where it is.
 */
import { boundNames } from './bindings.js';
import { Lines } from './lines.js';
import { SourceError } from './sourceError.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

/** With a letter of another alphabet each: o of the Greek one, i without its dot, l of the Cyrillic one. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  exports: 'exp\u03bfrts',
  require: 'requ\u0131re',
  module: 'm\u03bfdule',
  console: 'c\u03bfnsole',
  __tl: '__t\u04cf',
};

const WORDS = new RegExp(`\\b(?:${Object.keys(STANDS_FOR).join('|')})\\b`);
const ORIGINAL = new Map(Object.entries(STANDS_FOR).map(([name, stand]) => [stand, name]));

/** The name as it was written. */
export const asWritten = (name: string): string => ORIGINAL.get(name) ?? name;

/**
 * The text with those names replaced that it declares at its top level.
 * @throws SourceError where one is imported or exported, or is the name of a property too (`{ module }`)
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

/** Whether the name belongs to an object, and to no variable: `a.module`, `{ module: 1 }`. */
function isKey(node: Node, parent: Node): boolean {
  if ('computed' in parent && parent.computed) return false;
  if ('property' in parent) return parent.property === node;
  return 'key' in parent && parent.key === node && !isShorthand(parent);
}

const isShorthand = (node: Node): boolean => node.type === 'ObjectProperty' && node.shorthand;

/** The names that a statement gives to variables of the scope that it stands in. */
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
