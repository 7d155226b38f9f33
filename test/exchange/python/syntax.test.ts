import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { childrenOf, parsePython, type Any } from '../../../src/exchange/python/reading/syntax.js';

/** Compares the parser with CPython's own, where Python is installed: the same nodes at the same places. */
const PROGRAM = `
import ast, json, sys
def places(node):
    for one in ast.walk(node):
        if isinstance(one, (ast.expr, ast.stmt)):
            yield [type(one).__name__, one.lineno, one.col_offset, one.end_lineno, one.end_col_offset]
print(json.dumps([sorted(places(ast.parse(open(f, encoding='utf8').read()))) for f in sys.argv[1:]]))
`;
const folder = path.join(import.meta.dirname, 'scripts');
const files = ['tensors', 'plain', 'classes', 'control', 'tricky'].map((name) => path.join(folder, `${name}.py`));
const python = spawnSync('python3', ['-c', PROGRAM, ...files], { encoding: 'utf8' });

/** Inside f-strings, the places differ between versions of CPython. */
function places(node: Any): (string | number)[][] {
  if (node.nodeType === 'JoinedStr') return [];
  const own =
    node.lineno === undefined || !/^[A-Z]/.test(node.nodeType)
      ? []
      : [[node.nodeType, node.lineno, node.col_offset!, node.end_lineno!, node.end_col_offset!]];
  return [...own, ...childrenOf(node).flatMap(places)];
}

describe.skipIf(python.status !== 0)('the tree of a program', () => {
  const theirs = python.status === 0 ? (JSON.parse(python.stdout) as (string | number)[][][]) : [];

  it.each(files.map((file, i) => [path.basename(file), file, i] as const))('of %s is that of CPython', (_, file, i) => {
    const known = new Set(theirs[i]!.map((one) => one.join()));
    const ours = places(parsePython(fs.readFileSync(file, 'utf8'))).filter(
      ([name]) =>
        !/^(Module|Arg|Arguments|Keyword|Alias|ExceptHandler|Comprehension|WithItem|MatchCase|Match\w+|Comment)$/.test(String(name)),
    );
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((one) => !known.has(one.join()))).toEqual([]);
  });
});
