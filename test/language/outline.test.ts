import { describe, expect, it } from 'vitest';
import { outline } from '../../src/language/outline.js';

describe('outline', () => {
  it('finds calls of backward wherever they are', () => {
    const { backwards } = outline(
      'a.tl.ts',
      'loss.backward();\nfor (const x of xs) {\n  f(x).sum().backward({ retain_graph: true });\n}\n',
    );
    expect(backwards.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual([
      [1, 1, 16],
      [3, 3, 46],
    ]);
  });

  it('finds classes of modules by the name of what they extend', () => {
    const text = 'class Net extends torch.nn.Module {}\nexport class B extends Module {}\nclass C extends D {}\nclass E {}\n';
    const { modules } = outline('a.tl.ts', text);
    expect(modules.map(({ name, range }) => [name, range.line, range.column])).toEqual([
      ['Net', 1, 7],
      ['B', 2, 14],
    ]);
  });

  it('does not take what only looks so', () => {
    const { backwards, modules } = outline('a.tl.ts', "// loss.backward()\nconst s = 'x.backward()';\nx.backward;\n");
    expect([backwards, modules]).toEqual([[], []]);
  });
});
