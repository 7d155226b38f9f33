import { children, isTypeOnly, type Node } from './syntax.js';

/** A module that the text names, with the place of the name. */
export interface Import {
  path: string;
  start: number;
  end: number;
}

/** A name that is imported from a module, with its place. */
export interface ImportedName extends Import {
  name: string;
}

/** The names in the braces of the imports, as the modules export them. */
export function importedNames(program: Node): ImportedName[] {
  if (program.type !== 'Program') return [];
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    return statement.specifiers.flatMap((specifier) => {
      if (specifier.type !== 'ImportSpecifier') return [];
      const { imported } = specifier;
      const name = imported.type === 'Identifier' ? imported.name : imported.value;
      return { path: statement.source.value, name, start: imported.start!, end: imported.end! };
    });
  });
}

/**
 * The modules that a module names with `import`, `export … from` and `import()`, without imports of types; each path
 * once.
 */
export function importsOf(program: Node): Import[] {
  const found = new Map<string, Import>();
  const add = (source: { value: string; start?: number | null; end?: number | null }) => {
    if (!found.has(source.value)) found.set(source.value, { path: source.value, start: source.start!, end: source.end! });
  };
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'ImportDeclaration':
        if (node.importKind !== 'type') add(node.source);
        return;
      case 'ExportAllDeclaration':
        if (node.exportKind !== 'type') add(node.source);
        return;
      case 'ExportNamedDeclaration':
        if (node.source && node.exportKind !== 'type') add(node.source);
        break;
      case 'TSImportEqualsDeclaration':
        if (node.moduleReference.type === 'TSExternalModuleReference') add(node.moduleReference.expression);
        return;
      case 'CallExpression':
        if (node.callee.type === 'Import' && node.arguments[0]?.type === 'StringLiteral') add(node.arguments[0]);
        break;
      default:
    }
    if (!isTypeOnly(node)) children(node).forEach(visit);
  };
  visit(program);
  return [...found.values()];
}
