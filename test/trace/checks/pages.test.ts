import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ACCUMULATED } from '../../../src/trace/checks/accumulation.js';
import { checks } from '../../../src/trace/checks/index.js';

const folder = path.resolve(import.meta.dirname, '../../../docs/diagnostics');

it('every code has a page, and every page a code', () => {
  const pages = fs.readdirSync(folder).map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...checks.map(({ code }) => code), 'shape-mismatch', 'inplace-change', ACCUMULATED].sort());
  for (const page of pages) expect(fs.readFileSync(path.join(folder, `${page}.md`), 'utf8')).toContain(`Code: \`${page}\``);
});
