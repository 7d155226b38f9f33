import { describe, expect, it } from 'vitest';
import { Names } from '../../src/language/description/names.js';
import { namesOf } from '../../src/language/names.js';

const read = (text: string) => new Names('a.tl.ts', text, namesOf('a.tl.ts', text));

/**
 * Removes `‸` from the text. Returns where the variable of the name at `‸` is defined, the nearest definition above
 * first.
 */
function definitions(marked: string): string[] {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const lines = text.slice(0, offset).split('\n');
  const found = read(text).at(lines.length, lines.at(-1)!.length + 1);
  return (found?.definitions ?? []).map((r) => `${r.line}:${r.column}`);
}

describe('Names', () => {
  it('finds the declaration and the assignments of a use, nearest above first', () => {
    expect(definitions('let a = f(1);\na = g(a);\nh(‸a);\na = 3;')).toEqual(['2:1', '1:5', '4:1']);
  });

  it('tells scopes apart', () => {
    const text = (use: string) => `const x = 1;\nfunction f(x) {\n  return ${use};\n}\n`;
    expect(definitions(text('‸x + 1'))).toEqual(['2:12']);
    expect(definitions(`${text('x')}g(‸x);`)).toEqual(['1:7']);
    expect(definitions('const x = 1;\nfor (const x of xs) { g(‸x); }')).toEqual(['2:12']);
    expect(definitions('if (c) { var v = 1; }\ng(‸v);')).toEqual(['1:14']);
  });

  it('knows patterns, parameters with types, arrow functions and closures', () => {
    expect(definitions('const [a, { b }] = f();\ng(() => ‸b);')).toEqual(['1:13']);
    expect(definitions('const f = (x: Tensor, n = 2) => ‸x.add(n);')).toEqual(['1:12']);
  });

  it('does not take a property for a variable', () => {
    expect(definitions('const add = 1;\nx.‸add(2);')).toEqual([]);
    expect(definitions('const dim = 1;\nx.sum({ ‸dim: 0 });')).toEqual([]);
  });

  it('follows shorthand properties and computed keys', () => {
    expect(definitions('const dim = 1;\nx.sum({ ‸dim });')).toEqual(['1:7']);
    expect(definitions('const i = 1;\nxs[‸i];')).toEqual(['1:7']);
  });

  it('finds fields by class', () => {
    const net = 'class A {\n  w = f();\n  forward(x) { return ‸this.w; }\n}\nclass B {\n  w = g();\n}';
    expect(definitions(net)).toEqual(['2:3']);
  });

  it('gives null for what is no name', () => {
    expect(read('const a = 12;').at(1, 12)).toBeNull();
  });
});
