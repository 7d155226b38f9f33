import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Tests share a realm: one that changes the classes of the engine would change them for the tests after it. */
it('tests that give the library to a program have a process of their own', () => {
  const tests = readdirSync(path.join(root, 'test/engine'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  const changing = tests
    .map((file) => `test/engine/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\bimport \{[^}]*\bforPrograms\b/.test(readFileSync(path.join(root, file), 'utf8')));
  expect(changing.length).toBeGreaterThan(1);
  const config = readFileSync(path.join(root, 'vitest.config.mjs'), 'utf8');
  expect(changing.filter((file) => !config.includes(`'${file}'`))).toEqual([]);
});
