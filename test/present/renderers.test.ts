import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderers, rendererOf } from '../../src/present/nodes/renderers/index.js';
import { logisticRegression } from '../webview/fixtures/runs.js';

describe('renderers', () => {
  it('are all in the list', () => {
    const folder = path.resolve(import.meta.dirname, '../../src/present/nodes/renderers');
    const files = fs.readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? file.replace(/\.ts$/, '') : []));
    expect(renderers.map(({ name }) => name).sort()).toEqual(files.filter((file) => !['index', 'renderer'].includes(file)).sort());
  });

  it('are chosen by what there is to show', () => {
    const [x, w] = logisticRegression(1).passes[0]!.nodes;
    expect(rendererOf(x!).name).toBe('heatmap');
    expect(rendererOf(w!).name).toBe('numbers');
  });
});
