/** The refactorings "Write with Operators" and "Write with Methods". They change the selection, or the statement at the cursor. */
import type ts from 'typescript';
import type { Form } from './forms.js';
import { rewritten } from './rewrite.js';

export const REFACTORING = 'Tensor operators';
const KIND = 'refactor.rewrite.tensor';

const TITLES: Readonly<Record<Form, readonly [english: string, chinese: string]>> = {
  operators: ['Write tensors with operators', '用运算符书写张量运算'],
  methods: ['Write tensors with methods', '用方法书写张量运算'],
};

/** Whether the editor's language is Chinese; the server is started with this language. */
function isChinese({ sys }: typeof ts): boolean {
  const language = sys.args.indexOf('--locale') + 1;
  return language > 0 && /^zh/i.test(sys.args[language] ?? '');
}

export function formsOffered(
  typescript: typeof ts,
  program: ts.Program,
  file: ts.SourceFile,
  from: number,
  to: number,
  kind: string | undefined,
): ts.ApplicableRefactorInfo[] {
  if (kind && !`${KIND}.`.startsWith(`${kind}.`) && !kind.startsWith(KIND)) return [];
  const [start, end] = widened(typescript, file, from, to);
  const actions = (['operators', 'methods'] as const)
    .filter((form) => rewritten(typescript, program, file, start, end, form).length > 0)
    .map((form) => ({ name: form, description: TITLES[form][isChinese(typescript) ? 1 : 0], kind: `${KIND}.${form}` }))
    .filter((action) => !kind || `${action.kind}.`.startsWith(`${kind}.`));
  return actions.length ? [{ name: REFACTORING, description: 'Tensor Lens', actions }] : [];
}

export function editsOf(
  typescript: typeof ts,
  program: ts.Program,
  file: ts.SourceFile,
  range: number | ts.TextRange,
  action: string,
): ts.RefactorEditInfo {
  const [start, end] =
    typeof range === 'number' ? widened(typescript, file, range, range) : widened(typescript, file, range.pos, range.end);
  const textChanges = rewritten(typescript, program, file, start, end, action as Form);
  return { edits: [{ fileName: file.fileName, textChanges }] };
}

/** The selection; without a selection, the innermost statement around the cursor. */
function widened(typescript: typeof ts, file: ts.SourceFile, from: number, to: number): [start: number, end: number] {
  if (from < to) return [from, to];
  let found: [number, number] = [from, to];
  const visit = (node: ts.Node): void => {
    if (from < node.getStart(file) || node.end < from) return;
    const isStatement = node.kind >= typescript.SyntaxKind.FirstStatement && node.kind <= typescript.SyntaxKind.LastStatement;
    if (isStatement || typescript.isPropertyDeclaration(node)) found = [node.getStart(file), node.end];
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
