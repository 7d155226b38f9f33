import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaints } from '../scripts/importCycles.mjs';

/** The messages for files with these texts. */
function saidOf(files: Record<string, string>): string[] {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'imports-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
    return complaints(root, ['src']);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

describe('files that import each other in a circle', () => {
  it('are told of when values do, over any number of files', () => {
    const files = {
      'src/a.ts': "import { b } from './b.js';\nexport const a = b;",
      'src/b.ts': "export * from './c.js';\nexport const b = 1;",
      'src/c.ts': "import './a.js';",
      'src/d.ts': "import { a } from './a.js';\nexport const d = a;",
    };
    expect(saidOf(files)).toEqual([expect.stringContaining('src/a.ts, src/b.ts, src/c.ts.')]);
  });

  it('may do so with types inside of a folder, and not between folders', () => {
    const pair = (there: string, back: string) => ({
      'src/x/a.ts': `import type { B } from '${there}';\nexport interface A { b: B }`,
      [path.posix.join('src/x', there.replace('.js', '.ts'))]: `import { type A } from '${back}';\nexport interface B { a: A }`,
    });
    expect(saidOf(pair('./b.js', './a.js'))).toEqual([]);
    expect(saidOf(pair('../y/b.js', '../x/a.js'))).toEqual([expect.stringContaining('src/x/a.ts, src/y/b.ts.')]);
  });

  it('do not exist here', () => {
    expect(complaints(path.resolve(import.meta.dirname, '..'))).toEqual([]);
  });
});
