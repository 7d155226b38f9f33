/** Writes a program as one Python script for PyTorch. */
import { t } from '../../protocol/l10n.js';
import { Lines } from '../../language/lines.js';
import { parseModule } from '../../language/syntax.js';
import type { LinkedProgram } from '../../language/link.js';
import { SourceError } from '../../language/sourceError.js';
import { Comments } from './reading/comments.js';
import { expression } from './writing/expressions.js';
import { becomesBlock } from './writing/inlineBlocks.js';
import { Kinds } from './kinds/kinds.js';
import { besidesTorch } from './reading/besides.js';
import { importLine } from './writing/libraryImports.js';
import { giveNames } from './writing/names.js';
import { pythonImport } from './writing/pythonImports.js';
import type { Refusal } from './refusal.js';
import type { Scope } from './reading/scopes.js';
import { Scopes, type Variable } from './reading/scopes.js';
import { block, statement } from './writing/statements.js';
import { type Node, type Of, parents } from './reading/tree.js';
import { type SourceFile, Writer } from './writing/writer.js';

export type Script = { text: string; refusals: [] } | { text: null; refusals: Refusal[] };

/** The script that does the same as a program, or the parts of the program that cannot be written in Python. */
export function pythonScript(linked: LinkedProgram): Script {
  const above = new Map<Node, Node>();
  const files = linked.program.modules.map(({ file }) => sourceFile(file, linked.sources.get(file)!, above));
  const scopes = new Scopes((node) => becomesBlock(node, above));
  const tops = new Map(files.map(({ file, program }) => [file, scopes.add(program)]));
  const importsOf = new Map(linked.program.modules.map(({ file, imports }) => [file, imports]));
  const fileOf = new Map(
    files.flatMap(({ file, program }) => (program.type === 'Program' ? (program.body as Node[]).map((node) => [node, file] as const) : [])),
  );
  const find = (from: Node, name: string) => imported(from as Of<'ImportDeclaration'>, name, importsOf.get(fileOf.get(from)!) ?? {}, tops);
  const kinds = new Kinds(scopes, above, find);
  giveNames(
    scopes.all,
    files.map(({ text }) => text),
  );
  shareNames(scopes, find);
  const w = new Writer(scopes, kinds, above, { expression, statement, block });
  const bodies = files.map((source) => {
    w.source = source;
    w.isPython = ((source.program as Of<'Program'>).body as Node[]).some(
      (node) => node.type === 'ImportDeclaration' && node.source.value === 'tensor-lens/python',
    );
    addImports(w, source, find);
    return block(w, (source.program as Of<'Program'>).body as Node[], source.text.length);
  });
  if (w.refusals.length > 0) return { text: null, refusals: w.refusals };
  return { text: assembled(w, linked.program.entry, bodies), refusals: [] };
}

function sourceFile(file: string, text: string, above: Map<Node, Node>): SourceFile {
  const lines = new Lines(file, text);
  if (file.endsWith('.json'))
    throw new SourceError(t('A JSON file is read by json.load in Python: it cannot be written into the script.'), lines.range(0, 0));
  const ast = parseModule(file, text);
  const program = ast.program as Node;
  for (const [node, parent] of parents(program)) above.set(node, parent);
  return { file, text, program, lines, comments: new Comments(ast.comments ?? [], text) };
}

type Found = Variable | 'library' | 'namespace' | null;

/** What an import stands for: a variable of another file, the library, or a whole file. */
function imported(
  from: Of<'ImportDeclaration'>,
  name: string,
  paths: Readonly<Record<string, string>>,
  tops: ReadonlyMap<string, Scope>,
): Found {
  const path = from.source.value;
  if (path === 'tensor-lens') return 'library';
  const top = tops.get(paths[path] ?? '');
  if (!top) return null;
  if (name === '*') return 'namespace';
  return exported(top, name);
}

function exported(top: Scope, name: string): Variable | null {
  const program = top.node as Of<'Program'>;
  for (const node of program.body as Node[]) {
    if (node.type === 'ExportDefaultDeclaration' && name === 'default') {
      const declared = node.declaration as Node;
      if (declared.type === 'Identifier') return top.variables.get(declared.name) ?? null;
      if ((declared.type === 'FunctionDeclaration' || declared.type === 'ClassDeclaration') && declared.id)
        return top.variables.get(declared.id.name) ?? null;
    }
    if (node.type !== 'ExportNamedDeclaration') continue;
    for (const specifier of node.specifiers)
      if (specifier.type === 'ExportSpecifier' && specifier.exported.type === 'Identifier' && specifier.exported.name === name)
        return top.variables.get(specifier.local.name) ?? null;
  }
  return top.variables.get(name) ?? null;
}

/** Gives an imported variable the name that it has in its own file. */
function shareNames(scopes: Scopes, find: (from: Node, name: string) => Found): void {
  for (let round = 0; round < 3; round++)
    for (const scope of scopes.all)
      for (const variable of scope.variables.values()) {
        const [source] = variable.sources;
        if (source?.how !== 'import') continue;
        const found = find(source.from, source.name);
        if (found && typeof found === 'object') variable.python = found.python;
      }
}

function addImports(w: Writer, source: SourceFile, find: (from: Node, name: string) => Found): void {
  for (const node of (source.program as Of<'Program'>).body as Node[]) {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type') continue;
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') continue;
      const variable = w.scopes.of(specifier.local as Node);
      const [from] = variable?.sources ?? [];
      if (!variable || from?.how !== 'import') continue;
      if (node.source.value === 'tensor-lens/python') addPython(w, variable, from.name);
      const beside = besidesTorch(node);
      const kind = w.kinds.of(specifier.local as Node);
      if (beside !== null && kind.is === 'library')
        w.imports.add(
          kind.path === beside
            ? `import ${beside}${beside === variable.python ? '' : ` as ${variable.python}`}`
            : importLine(kind.path, variable.python),
        );
      const found = find(node, from.name);
      if (found === 'library' && from.name !== '*' && from.name !== 'default')
        w.imports.add(importLine(`torch.${from.name}`, variable.python));
      if (found === 'namespace')
        w.refuse(specifier as Node, t("A file is imported by the names of what it exports: 'import * as' cannot be written in Python."));
    }
  }
}

/** Replaces a helper by Python's own function, where Python has one of that name. */
function addPython(w: Writer, variable: Variable, name: string): void {
  const own = pythonImport(name);
  if (!own) return;
  variable.python = own.name;
  if (own.line !== null) w.imports.add(own.line);
}

function assembled(w: Writer, entry: string, bodies: string[][]): string {
  const name = entry.slice(entry.lastIndexOf('/') + 1);
  const own = [...w.imports].filter((line) => !/torch|matplotlib|numpy|sklearn/.test(line)).sort();
  const library = [...w.imports].filter((line) => /torch|matplotlib|numpy|sklearn/.test(line) && line !== 'import torch').sort();
  // The comment at the top of the model file comes first.
  const body = bodies.at(-1)!;
  // `import torch` does not load this part of PyTorch.
  if (bodies.flat().some((line) => line.includes('torch.utils.tensorboard.'))) library.push('import torch.utils.tensorboard');
  const begin = body.findIndex((line) => !line.startsWith('#'));
  const title = /^#!|^#[^\n]*$/.test(body[0] ?? '') && body[begin] === '' ? body.splice(0, begin + 1).slice(0, -1) : [];
  const helpers = w.helperTexts().flatMap((text) => ['', ...text.split('\n')]);
  const lines = [...helpers, ...bodies.flatMap((part) => ['', ...part])];
  return [[`# ${name} as a PyTorch script, written by Tensor Lens.`, ...title], own, ['import torch', ...together(library)], spaced(lines)]
    .map((part) => part.join('\n').replace(/^\n+|\n+$/g, ''))
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/^((?:from|import) .*)\n+(def |class )/m, '$1\n\n\n$2')
    .replace(/\n{4,}/g, '\n\n\n')
    .concat('\n');
}

/** Joins `from torch import nn` and `from torch import optim` into one line. */
function together(lines: string[]): string[] {
  const parts = new Map<string, string[]>();
  const found: string[] = [];
  for (const line of lines) {
    const [, path, name] = /^from (\S+) import (.+)$/.exec(line) ?? [];
    if (path === undefined || name === undefined) found.push(line);
    else if (parts.has(path)) parts.get(path)!.push(name);
    else {
      parts.set(path, [name]);
      found.push(path);
    }
  }
  return found.map((line) => (parts.has(line) ? `from ${line} import ${parts.get(line)!.join(', ')}` : line));
}

/** Puts two empty lines around functions and classes, as is usual in Python. */
function spaced(lines: string[]): string[] {
  const spacedLines: string[] = [];
  let isInside = false;
  lines.forEach((line, i) => {
    const isHead = /^(def |class |@)/.test(line);
    const begins =
      isHead ||
      (/^#/.test(line) &&
        /^(def |class |@)/.test(lines.slice(i).find((other) => !other.startsWith('#')) ?? '') &&
        !/^#/.test(lines[i - 1] ?? ''));
    if (
      spacedLines.length > 0 &&
      line !== '' &&
      ((begins && !/^(#|@)/.test(lines[i - 1] ?? '')) || (isInside && !/^[ )\]}"']/.test(line) && !isHead))
    ) {
      while (spacedLines.at(-1) === '') spacedLines.pop();
      spacedLines.push('', '');
    }
    if (isHead) isInside = true;
    else if (line !== '' && !/^[ )\]}"']/.test(line)) isInside = false;
    spacedLines.push(line);
  });
  return spacedLines;
}
