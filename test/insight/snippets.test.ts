import { expect, it } from 'vitest';
import { plainText, snippets } from '../../src/insight/api/snippets.js';
import { compile } from '../../src/language/compile.js';

it('every snippet is a program once its placeholders are filled in', () => {
  expect(snippets().map(({ prefix }) => prefix)).toEqual([
    'tl-import',
    'tl-module',
    'tl-train',
    'tl-descent',
    'tl-batches',
    'tl-eval',
    'tl-nograd',
  ]);
  for (const { prefix, body } of snippets()) {
    expect(plainText(body), prefix).not.toMatch(/\$/);
    expect(() => compile('snippet.tl.ts', plainText(body)), prefix).not.toThrow();
  }
});

it('placeholders within placeholders are filled in', () => {
  expect(plainText('a ${1:b(${2:c})} { d: ${3:0} }$0')).toBe('a b(c) { d: 0 }');
});
