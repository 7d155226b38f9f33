import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const [english, chinese] = ['README.md', 'README.zh-cn.md'].map((file) => fs.readFileSync(path.join(root, file), 'utf8')) as [
  string,
  string,
];

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
/** The parts of a page in their order: headings, table rows, pictures, code blocks, list items, paragraphs. */
const outline = (text: string): string[] =>
  text
    .replaceAll(/```[^]*?```/g, 'CODE')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^(#+|\||!\[|CODE|-|\[)/.exec(line)?.[1] ?? 'text');

describe('README.zh-cn.md says what README.md says', () => {
  it('in the same order', () => {
    expect(outline(chinese)).toEqual(outline(english));
  });

  it('with the same code, pictures, links, settings and commands', () => {
    const code = /```[^]*?```/g;
    expect(all(chinese, code)).toEqual(all(english, code));
    const links = /\]\((?!README)([^)]+)\)/g;
    expect(all(chinese, links)).toEqual(all(english, links));
    const names = (text: string) => [...new Set(all(text.replaceAll(code, ''), /`([^`\n]+)`/g))].sort();
    expect(names(chinese)).toEqual(names(english));
  });

  it('with the commands by both of their names', () => {
    const titles = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
    const [ours, theirs] = [titles('package.nls.json'), titles('package.nls.zh-cn.json')];
    const named = all(english, /\*\*Tensor Lens: ([^*]+)\*\*/g);
    expect(named.length).toBeGreaterThan(2);
    for (const title of named) {
      const key = Object.keys(ours).find((candidate) => ours[candidate] === title);
      expect(key, title).toBeDefined();
      expect(chinese).toContain(`**Tensor Lens: ${theirs[key!]}**（${title}）`);
    }
  });
});
