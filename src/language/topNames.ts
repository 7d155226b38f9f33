/** The variables that a text declares at its top level, in order: those that exist when the file has run. */
import { parseModule, type Node } from './syntax.js';

/** @throws SourceError when the text is no program */
export function topNames(file: string, text: string): string[] {
  const program = parseModule(file, text).program as Node;
  if (program.type !== 'Program') return [];
  return (program.body as Node[]).flatMap((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node;
    if (declared?.type !== 'VariableDeclaration') return [];
    return declared.declarations.flatMap(({ id }) => namesIn(id as Node));
  });
}

/** The names that a pattern binds. */
function namesIn(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => namesIn(each as Node | null));
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn((each.type === 'RestElement' ? each.argument : each.value) as Node));
    case 'AssignmentPattern':
      return namesIn(pattern.left as Node);
    case 'RestElement':
      return namesIn(pattern.argument as Node);
    default:
      return [];
  }
}
