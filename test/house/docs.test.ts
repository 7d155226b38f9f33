import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryPlace } from '../../scripts/docs/api.mjs';
import { deadLinks, writeSite } from '../../scripts/docs/site.mjs';
import { ops } from '../../src/engine/ops/index.js';

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'tl-docs-'));
const read = (place: string): string => fs.readFileSync(path.join(site, place), 'utf8');
beforeAll(() => writeSite(site, { runs: false }), 120_000);
afterAll(() => fs.rmSync(site, { recursive: true, force: true }));

describe('the documentation as a site', () => {
  it('has the page of every operation, with its formula', () => {
    const tensor = read(entryPlace('torch', 'Tensor'));
    const missing = ops
      .filter((op) => !op.internal)
      .filter(({ name, variants }) => {
        const at = name.lastIndexOf('.');
        const page = path.join(site, entryPlace(at < 0 ? 'torch' : `torch.${name.slice(0, at)}`, name.slice(at + 1)));
        const isFunction = variants.includes('function') && fs.existsSync(page);
        return !isFunction && !tensor.includes(`<dt id="${name}">`) && !tensor.includes(`<dt id="${name}_">`);
      });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(read('api/torch/softmax.html')).toContain('out = e^input / Σ_dim e^input');
    expect(read('api/torch.nn/Linear.class.html')).toContain('in_features');
  });

  it('has what people wrote, with the same headings, in its language', () => {
    for (const name of fs.readdirSync('docs').filter((file) => file.endsWith('.md')))
      expect(read(name.replace('.md', '.html')), name).toMatch(/<h1 id="[^"]+">/);
    expect(read('zh-cn.html')).toContain('<html lang="zh-CN">');
    expect(read('examples/07-xor.html')).toContain('nn.Linear(2');
    expect(read('coming-from-pytorch.html')).toContain('href="operators.html"');
  });

  it('has no link that leads nowhere, and finds one that does', () => {
    expect(deadLinks(site)).toEqual([]);
    fs.writeFileSync(
      path.join(site, 'odd.html'),
      '<a href="none.html">a</a><a href="index.html#none">b</a><a href="api">c</a><a href="#x">d</a>',
    );
    expect(deadLinks(site)).toEqual(['odd.html: none.html', 'odd.html: index.html#none', 'odd.html: api', 'odd.html: #x']);
  });

  it('runs nothing of a page, and escapes what stands in one', () => {
    const pages = fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1000);
    expect(pages.filter((name) => read(name).includes('<script'))).toEqual([]);
    expect(read('examples/09-dynamic-graph.html')).not.toMatch(/ < \d/);
  });
});
