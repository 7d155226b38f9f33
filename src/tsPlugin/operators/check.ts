/** Type-checks model files as the editor does: `tensor-lens check`. */
import type ts from 'typescript';
import { untold } from '../habits.js';
import { worded } from './errors.js';
import type { Operators } from './service.js';
import { renamed, transformer } from './tree.js';

export interface Mistake {
  file: string;
  /** 1-based. */
  line: number;
  column: number;
  message: string;
}

/**
 * A program of model files and their imports, with types for their operators.
 * @param files absolute, with `/`
 * @param types the declarations of 'tensor-lens'
 */
export function programOf(
  typescript: typeof ts,
  files: readonly string[],
  types: string,
  { isModelFile, declarations }: Operators,
): ts.Program {
  const options: ts.CompilerOptions = {
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    strict: true,
    noEmit: true,
    allowJs: true,
    allowImportingTsExtensions: true,
    // As in the linker: './net' may be net.tl.ts.
    moduleSuffixes: ['', '.tl'],
    resolveJsonModule: true,
    types: [],
    skipLibCheck: true,
    paths: {
      'tensor-lens': [types],
      ...Object.fromEntries(
        ['python', 'test', 'pyplot', 'numpy', 'torchvision', 'sklearn'].map((name) => [
          `tensor-lens/${name}`,
          [types.replace(/index\.d\.ts$/, `${name}/index.d.ts`)],
        ]),
      ),
    },
  };
  const host = typescript.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const transform = transformer(typescript);
  host.getSourceFile = (file, ...rest) => {
    const source = read(file, ...rest);
    if (!source) return source;
    if (isModelFile(file)) return transform(source);
    return file === declarations ? renamed(typescript, source) : source;
  };
  return typescript.createProgram([...files, declarations], options, host);
}

/** The type errors in files; the arguments are those of `programOf`. */
export function check(typescript: typeof ts, files: readonly string[], types: string, operators: Operators): Mistake[] {
  const { isModelFile } = operators;
  const program = programOf(typescript, files, types, operators);
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) return [{ file, line: 1, column: 1, message: `The file '${file}' cannot be read.` }];
    const semantic = program.getSemanticDiagnostics(source);
    const errors = { syntactic: program.getSyntacticDiagnostics(source), semantic };
    const left = isModelFile(file)
      ? untold(source.text, { ...errors, semantic: worded(typescript, program, source, semantic) })
      : { ...errors, told: [] };
    const found = [
      ...[...left.syntactic, ...left.semantic].map(({ start = 0, messageText }) => ({
        start,
        message: typescript.flattenDiagnosticMessageText(messageText, '\n'),
      })),
      ...left.told,
    ];
    return found
      .sort((a, b) => a.start - b.start)
      .map(({ start, message }) => {
        const { line, character } = source.getLineAndCharacterOfPosition(start);
        return { file, line: line + 1, column: character + 1, message };
      });
  });
}
