import { describe, expect, it } from 'vitest';
import { PANEL_CHECKS } from '../../src/host/panel/panelChecks.js';
import { panelHtml } from '../../src/host/panel/panelHtml.js';
import { at } from '../insight/sample.js';

const check = (method: keyof typeof PANEL_CHECKS, ...args: unknown[]) => PANEL_CHECKS[method](args);

describe('what the panel may ask', () => {
  it('lets through what the methods take', () => {
    expect(check('ready')).toBeUndefined();
    expect(check('reveal', at(1, 1, 2, 3))).toBeUndefined();
    expect(check('run', 'forward')).toBeUndefined();
    expect(check('tensor', 0, 'n3', 'grad')).toBeUndefined();
    expect(check('passes', [0, 7])).toBeUndefined();
    expect(check('save', 'graph.svg', '<svg/>', 'utf8')).toBeUndefined();
  });

  it('refuses everything else with a sentence', () => {
    expect(check('ready', 1)).toBe('takes 0 arguments, not 1.');
    expect(check('reveal', { ...at(1, 1, 2, 3), line: 0 })).toBe('argument 1 is not a range.');
    expect(check('reveal', null)).toBe('argument 1 is not a range.');
    expect(check('run', 'sideways')).toContain('is not one of forward, backward.');
    expect(check('choosePass', -1)).toBeDefined();
    expect(check('choosePass', 1.5)).toBeDefined();
    expect(check('tensor', 0, 3, 'value')).toBeDefined();
    expect(check('passes', [0, -1])).toBe('argument 1 is not a list of whole numbers, none of them negative.');
    expect(check('passes', 3)).toBeDefined();
    for (const name of ['../a.svg', '..', 'a\\b', '']) expect(check('save', name, 'x', 'utf8')).toBe('argument 1 is not a file name.');
  });
});

describe('the page of the panel', () => {
  const html = panelHtml({
    script: 'https://x/main.js',
    style: 'https://x/main.css',
    cspSource: 'https://x',
    nonce: 'abc',
    language: 'en',
    title: 'Graph: <a>&"b"',
    layoutWorker: 'https://x/layoutWorker.js',
    model: 'file:///a"b.tl.ts',
    translations: { 'Show all': 'x"<y>' },
  });

  it('allows no script but its own and loads nothing from elsewhere', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'nonce-abc'");
    expect(policy).toContain('connect-src https://x');
    expect(policy).not.toMatch(/unsafe|\*/);
    expect([...html.matchAll(/<script([^>]*)>/g)].every(([, attributes]) => attributes!.includes('nonce="abc"'))).toBe(true);
  });

  it('takes no markup from names', () => {
    expect(html).toContain('<title>Graph: &#60;a&#62;&#38;&#34;b&#34;</title>');
    expect(html).toContain('data-model="file:///a&#34;b.tl.ts"');
    expect(html).toContain('data-translations="{&#34;Show all&#34;:&#34;x\\&#34;&#60;y&#62;&#34;}"');
  });
});
