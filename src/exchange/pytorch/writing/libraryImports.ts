/** Imports for names that are read from the library. */
import { isMember, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** Writes `const { nn } = torch` or `const F = nn.functional` as an import. Returns false for any other declaration. */
export function libraryImport(w: Writer, id: Node, init: Node): boolean {
  const kind = w.kinds.of(init);
  if (kind.is !== 'library') return false;
  if (id.type === 'Identifier') {
    const name = kind.path.slice(kind.path.lastIndexOf('.') + 1);
    if (!isMember(init) || !/^[a-z]/.test(name) || !isModule(kind.path)) return false;
    w.imports.add(importLine(kind.path, w.scopes.of(id)?.python ?? id.name));
    return true;
  }
  if (id.type !== 'ObjectPattern') return false;
  const parts = id.properties as Node[];
  if (!parts.every((part) => part.type === 'ObjectProperty' && part.key.type === 'Identifier' && part.value.type === 'Identifier'))
    return false;
  for (const part of parts) {
    if (part.type !== 'ObjectProperty' || part.key.type !== 'Identifier') continue;
    const variable = w.scopes.of(part.value as Node);
    w.imports.add(fromLine(kind.path, part.key.name, variable?.python ?? part.key.name));
  }
  return true;
}

/** A line that imports `path` under the name `name`. */
export function importLine(path: string, name: string): string {
  const at = path.lastIndexOf('.');
  if (at < 0) return `import ${path}${name === path ? '' : ` as ${name}`}`;
  return path === 'torch.nn.functional' ? `import ${path} as ${name}` : fromLine(path.slice(0, at), path.slice(at + 1), name);
}

const fromLine = (path: string, part: string, name: string): string =>
  path === 'torch.nn' && part === 'functional'
    ? `import torch.nn.functional as ${name}`
    : `from ${path} import ${part}${name === part ? '' : ` as ${name}`}`;

/** True for a module of PyTorch, which is imported. Other paths are assigned to a name. */
const isModule = (path: string): boolean =>
  /^torch(\.(nn|optim|utils|data|tensorboard|functional|init|func|autograd|linalg|fft|special|distributions|lr_scheduler|random|parametrizations|rnn|transforms|constraints|sparse|cuda))+$/.test(
    path,
  );
