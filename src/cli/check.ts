/** `tensor-lens check FILES`: the types of model files, operators on tensors included, as the editor checks them. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import { isModelFile } from '../language/compile.js';
import { check } from '../tsPlugin/operators/check.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const slashed = (file: string): string => path.resolve(file).replaceAll('\\', '/');

/** Lines "FILE:LINE:COL: message"; none when nothing is wrong. @throws Error when there is no TypeScript to check with */
export function checkFiles(files: readonly string[]): string[] {
  const missing = files.filter((file) => !fs.existsSync(file));
  if (missing.length > 0) return missing.map((file) => `${file}:1:1: There is no such file.`);
  const given = new Map(files.map((file) => [slashed(file), file]));
  const types = slashed(path.join(here, 'types'));
  const found = check(typescriptFor(files[0]!), [...given.keys()], `${types}/index.d.ts`, {
    isModelFile,
    declarations: `${types}/operators.d.ts`,
  });
  return found.map(
    ({ file, line, column, message }) => `${given.get(file) ?? file}:${line}:${column}: ${message.replaceAll('\n', '\n  ')}`,
  );
}

/** The TypeScript that is installed beside the file, else that of the current folder, else that of this program. */
function typescriptFor(file: string): typeof ts {
  for (const from of [path.resolve(file), path.join(process.cwd(), '_'), fileURLToPath(import.meta.url)]) {
    try {
      const found = createRequire(from)('typescript') as typeof ts;
      // TypeScript 7 does not have this API.
      if (typeof found.createProgram === 'function') return found;
    } catch {
      // The next place may have it.
    }
  }
  throw new Error("'check' needs TypeScript 5 or 6: npm install typescript@6");
}
