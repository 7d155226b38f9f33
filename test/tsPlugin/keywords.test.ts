import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { withoutKeywords } from '../../src/tsPlugin/keywords.js';

const types = path.resolve(import.meta.dirname, '../../dist/types');

/** The registry lets the library and TypeScript's own types be read only once. */
const registry = ts.createDocumentRegistry();
let version = 0;

/** The names that the server offers at `|`, in a file that imports the library by its path. */
function offered(line: string, file = '/m.tl.ts'): string[] {
  const marked = `import * as torch from '${types}/index.js';\nfunction mine(options: { keepdim?: boolean }) {}\nconst x = torch.ones(2);\n${line}`;
  const position = marked.indexOf('|');
  const text = marked.replace('|', '');
  const own = String(version++);
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? own : 'read'),
    getScriptSnapshot: (name) =>
      name === file
        ? ts.ScriptSnapshot.fromString(text)
        : fs.existsSync(name)
          ? ts.ScriptSnapshot.fromString(fs.readFileSync(name, 'utf8'))
          : undefined,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  };
  const service = ts.createLanguageService(host, registry);
  const ours = withoutKeywords(
    ts,
    service,
    (name) => name.endsWith('.tl.ts'),
    (name) => name.startsWith(types),
  );
  return ours.getCompletionsAtPosition(file, position, undefined)?.entries.map(({ name }) => name) ?? [];
}

it('keywords of the library are left to the extension, in model files only', () => {
  expect(offered('x.sum(0, { | });')).not.toContain('keepdim');
  expect(offered('x.sum(0, { keepdim: true, | });')).not.toContain('dtype');
  expect(offered('torch.optim.SGD.name; new torch.nn.Linear(2, 3, { | });')).not.toContain('bias');
  expect(offered('x.sum(0, { | });', '/plain.ts')).toContain('keepdim');
});

it('nothing else is', () => {
  expect(offered('mine({ | });')).toContain('keepdim');
  expect(offered('x.|')).toContain('sum');
  expect(offered('x.sum(0, { keepdim: x.| });')).toContain('requires_grad');
});
