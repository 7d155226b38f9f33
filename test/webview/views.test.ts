import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';

const folder = path.join(root, 'webview');
const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');

describe('the panel', () => {
  it('has every view in its list', () => {
    const list = read('panel/views.ts');
    const classes = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...read(file).matchAll(/class (\w+) implements View\b/g)].map(([, name]) => name!));
    expect(classes.length).toBeGreaterThan(10);
    // The graph is made before the other views, which use it.
    const missing = classes.filter((name) => name !== 'GraphView' && !list.includes(`new ${name}(`));
    expect(missing).toEqual([]);
  });

  it('loads every style sheet by the part that it belongs to', () => {
    const sources = files.filter((file) => file.endsWith('.ts')).map((file) => ({ file, text: read(file) }));
    const sheets = files.filter((file) => file.endsWith('.css'));
    const loadedBy = (sheet: string) =>
      sources.filter(({ file, text }) => path.dirname(file) === path.dirname(sheet) && text.includes(`import './${path.basename(sheet)}'`));
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.filter((sheet) => loadedBy(sheet).length !== 1)).toEqual([]);
  });
});
