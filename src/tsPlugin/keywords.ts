/**
 * Inside the object of keyword arguments, the server offers names for the single overload that it has chosen for the unfinished
 * call. The extension offers the names for all overloads, with defaults. So the server's names are left out here.
 */
import type ts from 'typescript';

/** @param isOurs whether a file has declarations of the library */
export function withoutKeywords(
  typescript: typeof ts,
  service: ts.LanguageService,
  isModelFile: (file: string) => boolean,
  isOurs: (file: string) => boolean,
): ts.LanguageService {
  const isKeyword = (file: string, position: number): boolean => {
    const program = service.getProgram();
    const source = program?.getSourceFile(file);
    const call = source && callWithKeyword(typescript, source, position);
    const declared = call && program?.getTypeChecker().getResolvedSignature(call)?.declaration;
    return declared !== undefined && isOurs(declared.getSourceFile().fileName);
  };
  return {
    ...service,
    getCompletionsAtPosition(file, position, ...rest) {
      const found = service.getCompletionsAtPosition(file, position, ...rest);
      if (!found || !isModelFile(file) || !isKeyword(file, position)) return found;
      return { ...found, entries: found.entries.filter(({ kind }) => kind !== typescript.ScriptElementKind.memberVariableElement) };
    },
  };
}

/** The call with an object argument in which a name is written at the position. */
function callWithKeyword(typescript: typeof ts, source: ts.SourceFile, position: number): ts.CallExpression | ts.NewExpression | undefined {
  let found: ts.CallExpression | ts.NewExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (position < node.pos || position > node.end) return;
    if (typescript.isPropertyAssignment(node) && position > node.name.end) found = undefined;
    if (typescript.isObjectLiteralExpression(node)) found = callOf(typescript, node);
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function callOf(typescript: typeof ts, node: ts.ObjectLiteralExpression): ts.CallExpression | ts.NewExpression | undefined {
  const { parent } = node;
  const isCall = typescript.isCallExpression(parent) || typescript.isNewExpression(parent);
  return isCall && parent.arguments?.includes(node) ? parent : undefined;
}
