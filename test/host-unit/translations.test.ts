import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const json = (file: string): Record<string, string> => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;

/** The rooms with texts for people. Their files call `t` with plain strings. */
const rooms = [
  'src/exchange',
  'src/graph',
  'src/host',
  'src/insight',
  'src/present',
  'src/protocol',
  'src/reader',
  'src/run',
  'src/trace',
  'webview',
];

/** The first arguments of all calls of `t`. */
function messages(): Set<string> {
  const files = rooms.flatMap((room) =>
    fs
      .readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'l10n.ts')
      .map((name) => path.join(room, name)),
  );
  const found = new Set<string>();
  for (const file of files) {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    for (const [call, single, double] of text.matchAll(/(?<![.\w])t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^)])/g)) {
      const message = single ?? double;
      expect(message, `${file}: '${call}…' must be called with a plain string`).toBeDefined();
      found.add(message!.replaceAll("\\'", "'"));
    }
  }
  return found;
}

const placeholders = (text: string) =>
  (text.match(/\{\d+\}|\[[^\]]*\]\(([^)]*)\)|`[^`]*`/g) ?? []).map((p) => p.replace(/^\[[^\]]*\]/, '')).sort();

function holds(english: Record<string, string>, chinese: Record<string, string>) {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    expect(chinese[key], `the translation of '${text}'`).toMatch(/\S/);
    expect(placeholders(chinese[key]!), `what is filled into '${text}'`).toEqual(placeholders(text));
  }
}

describe('Simplified Chinese', () => {
  it('has every string and no other', () => {
    holds(Object.fromEntries([...messages()].map((message) => [message, message])), json('l10n/bundle.l10n.zh-cn.json'));
  });

  it('has every string of the manifest and no other', () => {
    holds(json('package.nls.json'), json('package.nls.zh-cn.json'));
  });
});

describe('the manifest', () => {
  const manifest = fs.readFileSync(path.join(root, 'package.json'), 'utf8');

  it('uses exactly the strings there are', () => {
    const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!));
    expect([...used].sort()).toEqual(Object.keys(json('package.nls.json')).sort());
  });
});
