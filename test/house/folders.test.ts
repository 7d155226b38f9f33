import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';

const folders = ['src', 'webview'].flatMap((room) => {
  const within = fs.readdirSync(path.join(root, room), { recursive: true, withFileTypes: true });
  const inner = within.filter((entry) => entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  return [path.join(root, room), ...inner].filter((folder) => fs.readdirSync(folder).some((name) => /\.(ts|mjs|json)$/.test(name)));
});

it('every folder says in one line what belongs there', () => {
  expect(folders.length).toBeGreaterThan(50);
  const linesOf = (folder: string) => {
    const file = path.join(folder, 'README.md');
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
  };
  const wrong = folders.filter((folder) => linesOf(folder).length !== 1 || linesOf(folder)[0]!.length < 20);
  expect(wrong.map((folder) => path.relative(root, folder))).toEqual([]);
});
