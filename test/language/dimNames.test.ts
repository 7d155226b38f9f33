import { describe, expect, it } from 'vitest';
import { describe as describeText } from '../../src/language/describe.js';
import { dimsAt } from '../../src/language/description/dimNames.js';

/** The names of the dims of the first `x` in a text, for a tensor with this shape. */
function dims(text: string, shape: number[]) {
  const before = text.slice(0, text.search(/\bx\b/)).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  const definition = { file: 'm.tl.ts', line, column, endLine: line, endColumn: column + 1 };
  return dimsAt(describeText('m.tl.ts', text).dims, definition, shape);
}

describe('the names of dimensions', () => {
  it('are those that a shape is taken apart into', () => {
    expect(dims('const x = f();\nconst [N, C] = x.shape;', [4, 3])).toEqual(['N', 'C']);
    expect(dims('const x = f();\nconst [N, , H] = x.size();', [4, 3, 2])).toEqual(['N', '', 'H']);
    expect(dims('function g(x) {\n  const [B, T] = x.shape;\n}', [4, 3])).toEqual(['B', 'T']);
  });

  it('belong to the variable that is meant, and to the definition before', () => {
    expect(dims('const x = f();\n{\n  const x = g();\n  const [N, C] = x.shape;\n}', [4, 3])).toBeNull();
    expect(dims('let x = f();\nx = g(x);\nconst [N, C] = x.shape;', [4, 3])).toBeNull();
  });

  it.each([
    ['const x = f(); // [batch, features]', ['batch', 'features']],
    ['const x = f(); // (N, 3) after pooling', ['N', '3']],
    ['const x = f(); /* [B × C] */', ['B', 'C']],
    ['let x;\nx = f();', null],
    ['const x = f(); // (see below)', null],
    ['const x = f(); // no list, no names', null],
    ['const x = f(); // between [0.5, 1.5]', null],
  ])('are written in a comment: %s', (text, expected) => {
    expect(dims(text, [4, 3])).toEqual(expected);
  });

  it('are left out when they are not true', () => {
    expect(dims('const x = f(); // [N, 5]', [4, 3])).toBeNull();
    expect(dims('const x = f(); // [N, N]', [4, 3])).toBeNull();
    expect(dims('const x = f(); // [N, C, H]', [4, 3])).toBeNull();
    expect(dims('const x = f(); // [N, N]', [3, 3])).toEqual(['N', 'N']);
  });
});
