import fs from 'node:fs';
import path from 'node:path';
import { Api, type ApiDocument } from '../../../src/insight/api/api.js';
import { Text } from '../../../src/insight/api/meaning.js';

export const api = new Api(JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../../dist/api.json'), 'utf8')) as ApiDocument);

/** A text in which `|` marks the cursor. */
export function textWith(marked: string, tensors: readonly string[] = []): { text: Text; offset: number } {
  const offset = marked.indexOf('|');
  const plain = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  return { text: new Text(plain, api, (name) => tensors.includes(name)), offset: offset < 0 ? plain.length : offset };
}
