/** The language service of a project with model files, in which operators work on tensors. */
import type ts from 'typescript';
import { worded } from './errors.js';
import { editsOf, formsOffered, REFACTORING } from './refactoring.js';
import { printsOperators, withoutPrinting } from './refusals.js';
import { operations, renamed, transformer } from './tree.js';

/** The registry of documents, which the server does not publish. It is the same from TypeScript 5.0 to 6.0. */
interface Registry {
  acquireDocumentWithKey: Acquire;
  updateDocumentWithKey: Acquire;
}
type Acquire = (
  file: string,
  path: unknown,
  settings: unknown,
  key: unknown,
  snapshot: ts.IScriptSnapshot,
  ...rest: unknown[]
) => ts.SourceFile;

export interface Operators {
  isModelFile(file: string): boolean;
  /** The path of operators.d.ts. */
  declarations: string;
}

const patched = new WeakSet<Registry>();
const done = new WeakSet<ts.SourceFile>();

/** Makes the registry change each file that it returns. */
export function patchRegistry(typescript: typeof ts, registry: object, { isModelFile, declarations }: Operators): void {
  const open = registry as Registry;
  if (patched.has(open) || typeof open.acquireDocumentWithKey !== 'function') return;
  patched.add(open);
  const transform = transformer(typescript);
  for (const method of ['acquireDocumentWithKey', 'updateDocumentWithKey'] as const) {
    const original = open[method].bind(open);
    open[method] = (file, path, settings, key, snapshot, ...rest) => {
      const source = original(file, path, settings, key, isModelFile(file) ? withoutHistory(snapshot) : snapshot, ...rest);
      if (done.has(source)) return source;
      done.add(source);
      if (isModelFile(source.fileName)) return transform(source);
      return source.fileName === declarations ? renamed(typescript, source) : source;
    };
  }
}

/** Hides the changes of an edited file, so that it is parsed anew: its old tree does not match the text. */
const withoutHistory = (snapshot: ts.IScriptSnapshot): ts.IScriptSnapshot => ({
  getText: (start, end) => snapshot.getText(start, end),
  getLength: () => snapshot.getLength(),
  getChangeRange: () => undefined,
});

/** Adds the declarations of the operators to every project that has a model file. */
export function addDeclarations(host: ts.LanguageServiceHost, { isModelFile, declarations }: Operators): void {
  const roots = host.getScriptFileNames.bind(host);
  host.getScriptFileNames = () => {
    const found = roots();
    return found.some(isModelFile) ? [...found, declarations] : found;
  };
}

export function withOperators(typescript: typeof ts, service: ts.LanguageService, { isModelFile }: Operators): ts.LanguageService {
  const sourceOf = (file: string): ts.SourceFile | undefined => service.getProgram()?.getSourceFile(file);
  return {
    ...service,
    getSemanticDiagnostics(file) {
      const found = service.getSemanticDiagnostics(file);
      const program = service.getProgram();
      const source = program?.getSourceFile(file);
      return program && source && isModelFile(file) ? worded(typescript, program, source, found) : found;
    },
    getCompletionsAtPosition(file, ...rest) {
      const found = service.getCompletionsAtPosition(file, ...rest);
      // Names of operators and declared keys of a tensor are not offered.
      return found && isModelFile(file)
        ? { ...found, entries: found.entries.filter(({ name }) => !/^([-+*/%&|^~<>=!]|unary -|op:?=|\[|\.\.\.|-?\d+$)/.test(name)) }
        : found;
    },
    provideInlayHints(file, ...rest) {
      const hints = service.provideInlayHints(file, ...rest);
      const source = sourceOf(file);
      if (!source || !isModelFile(file)) return hints;
      const { operands } = placesOf(typescript, source);
      return hints.filter(({ kind, position }) => kind !== typescript.InlayHintKind.Parameter || !operands.has(position));
    },
    getEncodedSemanticClassifications(file, ...rest) {
      const found = service.getEncodedSemanticClassifications(file, ...rest);
      const source = sourceOf(file);
      if (!source || !isModelFile(file)) return found;
      const { signs } = placesOf(typescript, source);
      const spans: number[] = [];
      for (let i = 0; i < found.spans.length; i += 3) if (!signs.has(found.spans[i]!)) spans.push(...found.spans.slice(i, i + 3));
      return { ...found, spans };
    },
    getApplicableRefactors(file, range, ...rest) {
      const found = service.getApplicableRefactors(file, range, ...rest);
      const source = sourceOf(file);
      if (!source || !isModelFile(file)) return found;
      const [from, to] = typeof range === 'number' ? [range, range] : [range.pos, range.end];
      const offered = formsOffered(typescript, service.getProgram()!, source, from, to, rest[2]);
      return [...withoutPrinting(typescript, source, from, to, found), ...offered];
    },
    getEditsForRefactor(file, options, range, refactoring, action, ...rest) {
      const source = sourceOf(file);
      if (refactoring === REFACTORING && source && isModelFile(file))
        return editsOf(typescript, service.getProgram()!, source, range, action);
      const asked = () => service.getEditsForRefactor(file, options, range, refactoring, action, ...rest);
      if (!isModelFile(file)) return asked();
      try {
        const found = asked();
        return found && printsOperators(typescript, service.getProgram(), found.edits) ? undefined : found;
      } catch {
        // A refactoring that reads the tokens beside a node finds those of the text, not those of the call, and fails.
        return undefined;
      }
    },
    getCodeFixesAtPosition(file, ...rest) {
      const found = service.getCodeFixesAtPosition(file, ...rest);
      const program = service.getProgram();
      return isModelFile(file) ? found.filter(({ changes }) => !printsOperators(typescript, program, changes)) : found;
    },
    getCombinedCodeFix(scope, ...rest) {
      const found = service.getCombinedCodeFix(scope, ...rest);
      const isPrinted = isModelFile(scope.fileName) && printsOperators(typescript, service.getProgram(), found.changes);
      return isPrinted ? { ...found, changes: [] } : found;
    },
  };
}

function placesOf(typescript: typeof ts, file: ts.SourceFile) {
  const all = { operands: new Set<number>(), signs: new Set<number>() };
  const visit = (node: ts.Node): void => {
    if (operations.has(node) && typescript.isCallExpression(node)) {
      all.signs.add(node.expression.getStart(file));
      for (const argument of node.arguments) all.operands.add(argument.getStart(file));
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return all;
}
